// SPDX-License-Identifier: GPL-3.0-or-later
// The mouse: a click that goes nowhere is the desk's, what is drawn over text marks it for the
// clipboard.
#include "private.h"

static bool before(struct place a, struct place b)
{
    return a.row < b.row || (a.row == b.row && a.col < b.col);
}

bool selection_has(const struct window *w, int row, int col)
{
    const struct stretch *a = &w->selection.anchor, *b = &w->selection.end;
    const struct place here = {row, col};
    const struct place from = before(b->from, a->from) ? b->from : a->from;
    const struct place to = before(a->to, b->to) ? b->to : a->to;
    return w->selection.there && !before(here, from) && before(here, to);
}

void selection_clear(struct window *w)
{
    if (!w->selection.there)
        return;
    w->selection.there = false;
    gtk_widget_queue_draw(w->area);
}

// --- marking ------------------------------------------------------------------------------------

// The selection takes whole syllables in, whichever way it goes.
static struct stretch syllable_at(const struct window *w, struct place place)
{
    int from, to;
    const struct paint_line line = sheet_line(&w->sheet, place.row);
    paint_syllable_at(w->paint, &line, place.col, &from, &to);
    return (struct stretch){{place.row, from}, {place.row, to}};
}

static void mark(struct window *w, struct stretch from, struct stretch to)
{
    w->selection.anchor = from;
    w->selection.end = to;
    w->selection.there = true;
    gtk_widget_queue_draw(w->area);
}

// --- events -------------------------------------------------------------------------------------

static void push(struct window *w, enum key_code code, struct place place)
{
    const int col = CLAMP(place.col, 0, w->sheet.cols - 1);
    front_push(w, &(struct key){.code = code, .row = place.row, .col = col});
}

static gboolean on_press(GtkWidget *area, GdkEventButton *event, gpointer user)
{
    struct window *w = user;
    const struct place place = frame_place_at(w, event->x, event->y);
    (void)area;
    if (event->type != GDK_BUTTON_PRESS) // a double click is two clicks
        return TRUE;
    keyboard_finish(w); // it is of where one has typed
    if (event->button == GDK_BUTTON_SECONDARY) {
        menu_ask(w, (const GdkEvent *)event, place);
    } else if (event->button == GDK_BUTTON_MIDDLE) {
        clipboard_paste(w, GDK_SELECTION_PRIMARY, NULL);
    } else if (event->button == GDK_BUTTON_PRIMARY) {
        selection_clear(w);
        w->selection.pressed = true;
        w->selection.dragged = false;
        w->selection.anchor = syllable_at(w, place);
    }
    return FALSE; // ibus listens as well, and then gives what it has in hand
}

static gboolean on_motion(GtkWidget *area, GdkEventMotion *event, gpointer user)
{
    struct window *w = user;
    const struct place place = frame_place_at(w, event->x, event->y);
    const struct place anchor = w->selection.anchor.from;
    (void)area;
    if (!w->selection.pressed ||
        (!w->selection.dragged && place.row == anchor.row && place.col == anchor.col))
        return TRUE;
    w->selection.dragged = true;
    mark(w, w->selection.anchor, syllable_at(w, place));
    return TRUE;
}

static gboolean on_release(GtkWidget *area, GdkEventButton *event, gpointer user)
{
    struct window *w = user;
    const struct place place = frame_place_at(w, event->x, event->y);
    (void)area;
    if (event->button != GDK_BUTTON_PRIMARY)
        return TRUE;
    if (w->selection.there && w->selection.dragged) // the last motion may not have been told
        mark(w, w->selection.anchor, syllable_at(w, place));
    if (w->selection.there) {
        clipboard_copy(w, GDK_SELECTION_PRIMARY);
    } else if (w->selection.pressed) {
        menu_remember(w, (const GdkEvent *)event);
        push(w, K_CLICK, place);
    }
    w->selection.pressed = false;
    return TRUE;
}

static gboolean on_scroll(GtkWidget *area, GdkEventScroll *event, gpointer user)
{
    struct window *w = user;
    const bool up = event->direction == GDK_SCROLL_UP;
    (void)area;
    if (!up && event->direction != GDK_SCROLL_DOWN)
        return TRUE;
    if (event->state & GDK_CONTROL_MASK)
        frame_enlarge(w, up ? 1 : -1);
    else
        push(w, up ? K_WHEEL_UP : K_WHEEL_DOWN, frame_place_at(w, event->x, event->y));
    return TRUE;
}

void pointer_attach(struct window *w)
{
    gtk_widget_add_events(w->area, GDK_BUTTON_PRESS_MASK | GDK_BUTTON_RELEASE_MASK |
                                       GDK_BUTTON_MOTION_MASK | GDK_SCROLL_MASK);
    g_signal_connect(w->area, "button-press-event", G_CALLBACK(on_press), w);
    g_signal_connect(w->area, "button-release-event", G_CALLBACK(on_release), w);
    g_signal_connect(w->area, "motion-notify-event", G_CALLBACK(on_motion), w);
    g_signal_connect(w->area, "scroll-event", G_CALLBACK(on_scroll), w);
}
