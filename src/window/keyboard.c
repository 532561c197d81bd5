// SPDX-License-Identifier: GPL-3.0-or-later
// Keys: the window's own, the input method's, and the desk's.
#include "private.h"

#include <string.h>

// --- the input method ---------------------------------------------------------------------------

static void on_commit(GtkIMContext *input, const char *text, gpointer user)
{
    struct window *w = user;
    (void)input;
    selection_clear(w);
    for (const char *next; *text; text = next) {
        struct key key;
        next = g_utf8_next_char(text);
        key_of_character(K_TEXT, text, (size_t)(next - text), &key);
        front_push(w, &key);
    }
}

static void draw_cursor_row(struct window *w)
{
    if (!w->sheet.rows)
        return;
    sheet_touch(&w->sheet, w->sheet.cursor_row, 1);
    drawing_refresh(w);
}

static void on_preedit(GtkIMContext *input, gpointer user)
{
    struct window *w = user;
    g_clear_pointer(&w->preedit, g_free);
    gtk_im_context_get_preedit_string(input, &w->preedit, NULL, NULL);
    draw_cursor_row(w);
    keyboard_place(w);
}

void keyboard_finish(struct window *w)
{
    if (w->preedit && *w->preedit)
        gtk_im_context_reset(w->input);
}

void keyboard_place(struct window *w)
{
    const struct sheet *sheet = &w->sheet;
    if (!sheet->rows)
        return;
    const struct paint_line line = sheet_line(sheet, sheet->cursor_row);
    const struct paint_span span = paint_span_at(w->paint, &line, sheet->cursor_col);
    const GdkRectangle where = {
        .x = MARGIN + (int)span.x,
        .y = (int)frame_row_top(w, sheet->cursor_row),
        .width = (int)span.width,
        .height = w->measure.height,
    };
    gtk_im_context_set_cursor_location(w->input, &where);
}

// --- the window's own keys ----------------------------------------------------------------------

// Ctrl+V takes what the desktop's clipboard has; where that is empty, the desk's own will do.
static bool take_own_with_control(struct window *w, guint key, guint state)
{
    const bool shift = state & GDK_SHIFT_MASK;
    const struct key paste = {.code = K_CTRL, .text = "v"};
    switch (key) {
    case GDK_KEY_plus:
    case GDK_KEY_equal:
    case GDK_KEY_KP_Add:
        frame_enlarge(w, 1);
        return true;
    case GDK_KEY_minus:
    case GDK_KEY_KP_Subtract:
        frame_enlarge(w, -1);
        return true;
    case GDK_KEY_0:
    case GDK_KEY_KP_0:
        frame_enlarge(w, 0);
        return true;
    case GDK_KEY_c:
    case GDK_KEY_C:
        if (shift)
            clipboard_copy(w, GDK_SELECTION_CLIPBOARD);
        return shift;
    case GDK_KEY_v:
    case GDK_KEY_V:
        clipboard_paste(w, GDK_SELECTION_CLIPBOARD, &paste);
        return true;
    case GDK_KEY_Insert:
        clipboard_copy(w, GDK_SELECTION_CLIPBOARD);
        return true;
    default:
        return false;
    }
}

static bool take_own(struct window *w, guint key, guint state, const GdkEvent *event)
{
    if (state & GDK_CONTROL_MASK)
        return take_own_with_control(w, key, state);
    if (key == GDK_KEY_F11)
        frame_set_full_screen(w, !w->full_screen);
    else if (key == GDK_KEY_Insert && state & GDK_SHIFT_MASK)
        clipboard_paste(w, GDK_SELECTION_CLIPBOARD, NULL);
    else if (key == GDK_KEY_Menu)
        menu_ask(w, event, (struct place){-1, -1});
    else
        return false;
    return true;
}

// --- the desk's keys ----------------------------------------------------------------------------

// On a Bengali keyboard Ctrl+S is still Ctrl+S: what the key bears in the Latin layout.
static guint latin_of(const GdkEventKey *event)
{
    guint key = event->keyval, *values = NULL;
    gint count = 0;
    if (key < 0x80)
        return key;
    GdkKeymap *keymap = gdk_keymap_get_for_display(gdk_window_get_display(event->window));
    if (!gdk_keymap_get_entries_for_keycode(keymap, event->hardware_keycode, NULL, &values, &count))
        return key;
    for (gint i = 0; i < count; i++)
        if (values[i] > ' ' && values[i] < 0x80) {
            key = values[i];
            break;
        }
    g_free(values);
    return key;
}

static gboolean on_press(GtkWidget *top, GdkEventKey *event, gpointer user)
{
    struct window *w = user;
    const bool held = event->state & (GDK_CONTROL_MASK | GDK_MOD1_MASK);
    const guint latin = held ? latin_of(event) : event->keyval;
    struct key key;
    (void)top;
    if (event->is_modifier)
        return gtk_im_context_filter_keypress(w->input, event);
    if (take_own(w, latin, event->state, (const GdkEvent *)event))
        return TRUE;
    if (gtk_im_context_filter_keypress(w->input, event))
        return TRUE;
    selection_clear(w);
    if (!keys_of_event(event->keyval, latin, event->state, &key))
        return FALSE;
    menu_remember(w, (const GdkEvent *)event);
    front_push(w, &key);
    return TRUE;
}

static gboolean on_release(GtkWidget *top, GdkEventKey *event, gpointer user)
{
    struct window *w = user;
    (void)top;
    return gtk_im_context_filter_keypress(w->input, event);
}

static gboolean on_focus(GtkWidget *top, GdkEventFocus *event, gpointer user)
{
    struct window *w = user;
    (void)top;
    w->focused = event->in;
    if (event->in)
        gtk_im_context_focus_in(w->input);
    else
        gtk_im_context_focus_out(w->input);
    draw_cursor_row(w);
    return FALSE;
}

static void on_realize(GtkWidget *area, gpointer user)
{
    struct window *w = user;
    gtk_im_context_set_client_window(w->input, gtk_widget_get_window(area));
}

static void on_unrealize(GtkWidget *area, gpointer user)
{
    struct window *w = user;
    (void)area;
    if (w->input)
        gtk_im_context_set_client_window(w->input, NULL);
}

void keyboard_attach(struct window *w)
{
    w->input = gtk_im_multicontext_new();
    g_signal_connect(w->input, "commit", G_CALLBACK(on_commit), w);
    g_signal_connect(w->input, "preedit-changed", G_CALLBACK(on_preedit), w);
    g_signal_connect(w->top, "key-press-event", G_CALLBACK(on_press), w);
    g_signal_connect(w->top, "key-release-event", G_CALLBACK(on_release), w);
    g_signal_connect(w->top, "focus-in-event", G_CALLBACK(on_focus), w);
    g_signal_connect(w->top, "focus-out-event", G_CALLBACK(on_focus), w);
    g_signal_connect(w->area, "realize", G_CALLBACK(on_realize), w);
    g_signal_connect(w->area, "unrealize", G_CALLBACK(on_unrealize), w);
}

void keyboard_detach(struct window *w)
{
    gtk_im_context_set_client_window(w->input, NULL);
    g_clear_object(&w->input);
    g_clear_pointer(&w->preedit, g_free);
}
