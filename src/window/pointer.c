// SPDX-License-Identifier: GPL-3.0-or-later
// The mouse: clicks for the program, a selection for the clipboard.
//
// A program that takes clicks gets those that go nowhere; one that is drawn over text marks the
// text, whatever the program takes, unless it asks for drags as well. With Shift everything is
// ours.
#include "desktop.h"

enum { WHEEL_ROWS = 3 };

static bool before(struct place a, struct place b)
{
    return a.row < b.row || (a.row == b.row && a.column < b.column);
}

bool selection_has(const struct desktop *d, int row, int column)
{
    const struct stretch *a = &d->selection.anchor, *b = &d->selection.end;
    const struct place here = {row, column};
    const struct place from = before(b->from, a->from) ? b->from : a->from;
    const struct place to = before(a->to, b->to) ? b->to : a->to;
    return d->selection.there && !before(here, from) && before(here, to);
}

static void redraw(struct desktop *d)
{
    session_all_dirty(&d->session);
    desktop_refresh(d);
}

void selection_clear(struct desktop *d)
{
    if (!d->selection.there)
        return;
    d->selection.there = false;
    redraw(d);
}

static bool program_takes(const struct desktop *d, guint state, int least)
{
    return d->session.mouse >= least && !(state & GDK_SHIFT_MASK) && !d->over;
}

static VTermModifier mouse_modifiers_of(guint state)
{
    return state & GDK_CONTROL_MASK ? VTERM_MOD_CTRL
           : state & GDK_MOD1_MASK  ? VTERM_MOD_ALT
                                    : VTERM_MOD_NONE;
}

static void send_move(struct desktop *d, struct place place, guint state)
{
    const int last = d->session.columns - 1;
    const int column = place.column < 0 ? 0 : place.column > last ? last : place.column;
    vterm_mouse_move(d->session.vt, place.row, column, mouse_modifiers_of(state));
}

static void send_button(struct desktop *d, struct place place, int button, bool pressed,
                        guint state)
{
    send_move(d, place, state);
    vterm_mouse_button(d->session.vt, button, pressed, mouse_modifiers_of(state));
    flow_push(d);
}

// --- marking ------------------------------------------------------------------------------------

// The selection takes whole syllables in, whichever way it goes.
static struct stretch syllable_at(struct desktop *d, struct place place)
{
    int from, to;
    paint_syllable_at(d->paint, session_row(&d->session, place.row), d->session.columns,
                      place.column, &from, &to);
    return (struct stretch){{place.row, from}, {place.row, to}};
}

static void extend_to(struct desktop *d, struct place place)
{
    d->selection.end = syllable_at(d, place);
    d->selection.there = true;
    redraw(d);
}

static void mark_columns(struct desktop *d, int row, int from, int to)
{
    d->selection.anchor = d->selection.end = (struct stretch){{row, from}, {row, to}};
    d->selection.there = true;
    redraw(d);
}

static bool is_blank_at(struct desktop *d, int row, int column)
{
    autostr text = STR_INIT;
    session_text(&d->session, row, column, column + 1, &text);
    return text.len == 0;
}

static void mark_word(struct desktop *d, struct place place)
{
    int from = place.column, to = place.column;
    if (place.column < 0 || is_blank_at(d, place.row, place.column))
        return;
    while (from > 0 && !is_blank_at(d, place.row, from - 1))
        from--;
    while (to < d->session.columns && !is_blank_at(d, place.row, to))
        to++;
    mark_columns(d, place.row, from, to);
}

// --- events -------------------------------------------------------------------------------------

static gboolean on_press(GtkWidget *area, GdkEventButton *event, gpointer user)
{
    struct desktop *d = user;
    const struct place place = desktop_place_at(d, event->x, event->y);
    (void)area;
    if (event->button == GDK_BUTTON_SECONDARY) {
        menu_open(d, (const GdkEvent *)event);
    } else if (program_takes(d, event->state, VTERM_PROP_MOUSE_DRAG)) {
        send_button(d, place, (int)event->button, true, event->state);
    } else if (event->button == GDK_BUTTON_MIDDLE) {
        clipboard_paste(d, GDK_SELECTION_PRIMARY);
    } else if (event->type == GDK_2BUTTON_PRESS) {
        mark_word(d, place);
    } else if (event->type == GDK_3BUTTON_PRESS) {
        mark_columns(d, place.row, 0, d->session.columns);
    } else if (event->type == GDK_BUTTON_PRESS) {
        selection_clear(d);
        d->selection.pressed = true;
        d->selection.dragged = false;
        d->selection.anchor = syllable_at(d, place);
    }
    return TRUE;
}

static gboolean on_motion(GtkWidget *area, GdkEventMotion *event, gpointer user)
{
    struct desktop *d = user;
    const struct place place = desktop_place_at(d, event->x, event->y);
    const struct place anchor = d->selection.anchor.from;
    (void)area;
    if (program_takes(d, event->state, VTERM_PROP_MOUSE_DRAG)) {
        send_move(d, place, event->state);
        flow_push(d);
    } else if (d->selection.pressed &&
               (d->selection.dragged || place.row != anchor.row || place.column != anchor.column)) {
        d->selection.dragged = true;
        extend_to(d, place);
    }
    return TRUE;
}

static gboolean on_button_release(GtkWidget *area, GdkEventButton *event, gpointer user)
{
    struct desktop *d = user;
    const struct place place = desktop_place_at(d, event->x, event->y);
    (void)area;
    if (program_takes(d, event->state, VTERM_PROP_MOUSE_DRAG)) {
        send_button(d, place, (int)event->button, false, event->state);
    } else if (d->selection.there) {
        if (d->selection.dragged) // the last motion may not have been told
            extend_to(d, place);
        clipboard_copy(d, GDK_SELECTION_PRIMARY);
    } else if (d->selection.pressed && program_takes(d, event->state, VTERM_PROP_MOUSE_CLICK)) {
        send_button(d, d->selection.anchor.from, (int)event->button, true, event->state);
        send_button(d, place, (int)event->button, false, event->state);
    }
    d->selection.pressed = false;
    return TRUE;
}

// Turns the wheel for a program that takes the mouse, else as arrow keys for one that has the
// screen for itself.
static void turn(struct desktop *d, struct place place, bool up, guint state)
{
    enum { WHEEL_UP = 4, WHEEL_DOWN = 5 };
    if (program_takes(d, state, VTERM_PROP_MOUSE_CLICK)) {
        send_button(d, place, up ? WHEEL_UP : WHEEL_DOWN, true, state);
        return;
    }
    for (int i = 0; i < WHEEL_ROWS && d->session.other_screen; i++)
        session_key(&d->session, up ? VTERM_KEY_UP : VTERM_KEY_DOWN, VTERM_MOD_NONE);
    flow_push(d);
}

static gboolean on_scroll(GtkWidget *area, GdkEventScroll *event, gpointer user)
{
    struct desktop *d = user;
    (void)area;
    const bool up = event->direction == GDK_SCROLL_UP;
    if (!up && event->direction != GDK_SCROLL_DOWN)
        return TRUE;
    if (event->state & GDK_CONTROL_MASK)
        desktop_zoom(d, up ? 1 : -1);
    else
        turn(d, desktop_place_at(d, event->x, event->y), up, event->state);
    return TRUE;
}

void pointer_attach(struct desktop *d)
{
    gtk_widget_add_events(d->area, GDK_BUTTON_PRESS_MASK | GDK_BUTTON_RELEASE_MASK |
                                       GDK_BUTTON_MOTION_MASK | GDK_SCROLL_MASK);
    g_signal_connect(d->area, "button-press-event", G_CALLBACK(on_press), d);
    g_signal_connect(d->area, "button-release-event", G_CALLBACK(on_button_release), d);
    g_signal_connect(d->area, "motion-notify-event", G_CALLBACK(on_motion), d);
    g_signal_connect(d->area, "scroll-event", G_CALLBACK(on_scroll), d);
}
