// SPDX-License-Identifier: GPL-3.0-or-later
// Keys: the window's own, the input method's, and the program's.
#include "desktop.h"

#include <string.h>

// --- the input method ---------------------------------------------------------------------------

static void on_commit(GtkIMContext *input, const char *text, gpointer user)
{
    struct desktop *d = user;
    (void)input;
    selection_clear(d);
    for (; *text; text = g_utf8_next_char(text))
        session_letter(&d->session, g_utf8_get_char(text), VTERM_MOD_NONE);
    flow_push(d);
}

static void on_preedit(GtkIMContext *input, gpointer user)
{
    struct desktop *d = user;
    g_clear_pointer(&d->preedit, g_free);
    gtk_im_context_get_preedit_string(input, &d->preedit, NULL, NULL);
    d->session.dirty[d->session.cursor.row] = true;
    desktop_refresh(d);
    keyboard_place(d);
}

void keyboard_place(struct desktop *d)
{
    struct session *session = &d->session;
    const struct paint_span span =
        paint_span_at(d->paint, session_row(session, session->cursor.row), session->columns,
                      session->cursor.column);
    const GdkRectangle where = {
        .x = MARGIN + (int)span.x,
        .y = (int)desktop_row_top(d, session->cursor.row),
        .width = (int)span.width,
        .height = d->measure.height,
    };
    gtk_im_context_set_cursor_location(d->input, &where);
}

// --- the window's own keys ----------------------------------------------------------------------

static bool is_control_shift(guint state)
{
    return (state & (GDK_CONTROL_MASK | GDK_SHIFT_MASK)) == (GDK_CONTROL_MASK | GDK_SHIFT_MASK);
}

static bool take_own_with_control(struct desktop *d, guint key, guint state)
{
    switch (key) {
    case GDK_KEY_plus:
    case GDK_KEY_equal:
    case GDK_KEY_KP_Add:
        desktop_zoom(d, 1);
        return true;
    case GDK_KEY_minus:
    case GDK_KEY_KP_Subtract:
        desktop_zoom(d, -1);
        return true;
    case GDK_KEY_0:
    case GDK_KEY_KP_0:
        desktop_zoom(d, 0);
        return true;
    case GDK_KEY_c:
    case GDK_KEY_C:
        if (is_control_shift(state))
            clipboard_copy(d, GDK_SELECTION_CLIPBOARD);
        return is_control_shift(state);
    case GDK_KEY_v:
    case GDK_KEY_V:
        if (is_control_shift(state))
            clipboard_paste(d, GDK_SELECTION_CLIPBOARD);
        return is_control_shift(state);
    case GDK_KEY_Insert:
        clipboard_copy(d, GDK_SELECTION_CLIPBOARD);
        return true;
    default:
        return false;
    }
}

static bool take_own(struct desktop *d, guint key, guint state, const GdkEvent *event)
{
    if (state & GDK_CONTROL_MASK)
        return take_own_with_control(d, key, state);
    if (key == GDK_KEY_F11)
        desktop_set_full_screen(d, !d->full_screen);
    else if (key == GDK_KEY_Insert && state & GDK_SHIFT_MASK)
        clipboard_paste(d, GDK_SELECTION_CLIPBOARD);
    else if (key == GDK_KEY_Menu)
        menu_open(d, event);
    else
        return false;
    return true;
}

// --- the program's keys -------------------------------------------------------------------------

static VTermModifier modifiers_of(guint state)
{
    int modifier = VTERM_MOD_NONE;
    modifier |= state & GDK_SHIFT_MASK ? VTERM_MOD_SHIFT : 0;
    modifier |= state & GDK_CONTROL_MASK ? VTERM_MOD_CTRL : 0;
    modifier |= state & GDK_MOD1_MASK ? VTERM_MOD_ALT : 0;
    return (VTermModifier)modifier;
}

static const struct {
    guint key;
    VTermKey sends;
} named[] = {
    {GDK_KEY_Return, VTERM_KEY_ENTER},
    {GDK_KEY_KP_Enter, VTERM_KEY_ENTER},
    {GDK_KEY_ISO_Enter, VTERM_KEY_ENTER},
    {GDK_KEY_Tab, VTERM_KEY_TAB},
    {GDK_KEY_ISO_Left_Tab, VTERM_KEY_TAB},
    {GDK_KEY_KP_Tab, VTERM_KEY_TAB},
    {GDK_KEY_BackSpace, VTERM_KEY_BACKSPACE},
    {GDK_KEY_Escape, VTERM_KEY_ESCAPE},
    {GDK_KEY_Up, VTERM_KEY_UP},
    {GDK_KEY_KP_Up, VTERM_KEY_UP},
    {GDK_KEY_Down, VTERM_KEY_DOWN},
    {GDK_KEY_KP_Down, VTERM_KEY_DOWN},
    {GDK_KEY_Left, VTERM_KEY_LEFT},
    {GDK_KEY_KP_Left, VTERM_KEY_LEFT},
    {GDK_KEY_Right, VTERM_KEY_RIGHT},
    {GDK_KEY_KP_Right, VTERM_KEY_RIGHT},
    {GDK_KEY_Insert, VTERM_KEY_INS},
    {GDK_KEY_KP_Insert, VTERM_KEY_INS},
    {GDK_KEY_Delete, VTERM_KEY_DEL},
    {GDK_KEY_KP_Delete, VTERM_KEY_DEL},
    {GDK_KEY_Home, VTERM_KEY_HOME},
    {GDK_KEY_KP_Home, VTERM_KEY_HOME},
    {GDK_KEY_End, VTERM_KEY_END},
    {GDK_KEY_KP_End, VTERM_KEY_END},
    {GDK_KEY_Page_Up, VTERM_KEY_PAGEUP},
    {GDK_KEY_KP_Page_Up, VTERM_KEY_PAGEUP},
    {GDK_KEY_Page_Down, VTERM_KEY_PAGEDOWN},
    {GDK_KEY_KP_Page_Down, VTERM_KEY_PAGEDOWN},
};

static bool send_named(struct desktop *d, guint key, VTermModifier modifier)
{
    for (size_t i = 0; i < sizeof named / sizeof *named; i++)
        if (named[i].key == key) {
            session_key(&d->session, named[i].sends, modifier);
            return true;
        }
    if (key < GDK_KEY_F1 || key > GDK_KEY_F12)
        return false;
    session_key(&d->session, (VTermKey)VTERM_KEY_FUNCTION((int)(key - GDK_KEY_F1 + 1)), modifier);
    return true;
}

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

static bool send_letter(struct desktop *d, const GdkEventKey *event, VTermModifier modifier)
{
    const bool with = modifier & (VTERM_MOD_CTRL | VTERM_MOD_ALT);
    guint key = with ? latin_of(event) : event->keyval;
    gunichar letter = gdk_keyval_to_unicode(key);
    if (!letter)
        return false;
    if (modifier & VTERM_MOD_CTRL)
        letter = g_unichar_tolower(letter);
    session_letter(&d->session, letter,
                   (VTermModifier)(modifier & (VTERM_MOD_CTRL | VTERM_MOD_ALT)));
    return true;
}

static gboolean on_press(GtkWidget *window, GdkEventKey *event, gpointer user)
{
    struct desktop *d = user;
    const VTermModifier modifier = modifiers_of(event->state);
    (void)window;
    if (event->is_modifier)
        return gtk_im_context_filter_keypress(d->input, event);
    if (d->over) {
        gtk_widget_destroy(d->window);
        return TRUE;
    }
    if (take_own(d, modifier & VTERM_MOD_CTRL ? latin_of(event) : event->keyval, event->state,
                 (const GdkEvent *)event))
        return TRUE;
    if (gtk_im_context_filter_keypress(d->input, event))
        return TRUE;
    selection_clear(d);
    bool sent = send_named(d, event->keyval, modifier) || send_letter(d, event, modifier);
    flow_push(d);
    return sent;
}

static gboolean on_release(GtkWidget *window, GdkEventKey *event, gpointer user)
{
    struct desktop *d = user;
    (void)window;
    return gtk_im_context_filter_keypress(d->input, event);
}

static gboolean on_focus(GtkWidget *window, GdkEventFocus *event, gpointer user)
{
    struct desktop *d = user;
    (void)window;
    d->focused = event->in;
    if (event->in)
        gtk_im_context_focus_in(d->input);
    else
        gtk_im_context_focus_out(d->input);
    d->session.dirty[d->session.cursor.row] = true;
    desktop_refresh(d);
    return FALSE;
}

static void on_realize(GtkWidget *area, gpointer user)
{
    struct desktop *d = user;
    gtk_im_context_set_client_window(d->input, gtk_widget_get_window(area));
}

static void on_unrealize(GtkWidget *area, gpointer user)
{
    struct desktop *d = user;
    (void)area;
    gtk_im_context_set_client_window(d->input, NULL);
}

void keyboard_attach(struct desktop *d)
{
    d->input = gtk_im_multicontext_new();
    g_signal_connect(d->input, "commit", G_CALLBACK(on_commit), d);
    g_signal_connect(d->input, "preedit-changed", G_CALLBACK(on_preedit), d);
    g_signal_connect(d->window, "key-press-event", G_CALLBACK(on_press), d);
    g_signal_connect(d->window, "key-release-event", G_CALLBACK(on_release), d);
    g_signal_connect(d->window, "focus-in-event", G_CALLBACK(on_focus), d);
    g_signal_connect(d->window, "focus-out-event", G_CALLBACK(on_focus), d);
    g_signal_connect(d->area, "realize", G_CALLBACK(on_realize), d);
    g_signal_connect(d->area, "unrealize", G_CALLBACK(on_unrealize), d);
}

void keyboard_detach(struct desktop *d)
{
    g_clear_object(&d->input);
    g_clear_pointer(&d->preedit, g_free);
}
