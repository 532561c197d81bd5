// SPDX-License-Identifier: GPL-3.0-or-later
// The window on the desktop: its rows, its size, its fonts.
#include "private.h"

#include <math.h>
#include <string.h>

enum {
    LEAST_COLS = 20,
    LEAST_ROWS = 4,
};

double frame_row_top(const struct window *w, int row)
{
    return MARGIN + (double)row * w->measure.height;
}

struct place frame_place_at(const struct window *w, double x, double y)
{
    const int row = (int)floor((y - MARGIN) / w->measure.height);
    const int there = CLAMP(row, 0, w->sheet.rows - 1);
    const struct paint_line line = sheet_line(&w->sheet, there);
    return (struct place){there, paint_column_at(w->paint, &line, x - MARGIN)};
}

// --- size ---------------------------------------------------------------------------------------

// As many rows and columns as the letters of now leave room for.
static void reflow(struct window *w, int width, int height)
{
    const int rows = CLAMP((height - 2 * MARGIN) / w->measure.height, 1, WINDOW_SIDE_MAX);
    const int cols = CLAMP((width - 2 * MARGIN) / w->measure.width, 2, WINDOW_SIDE_MAX);
    selection_clear(w);
    if (!w->full_screen && !gtk_window_is_maximized(GTK_WINDOW(w->top))) {
        w->settings.rows = rows;
        w->settings.cols = cols;
    }
    if (rows != w->rows || cols != w->cols)
        front_push(w, &(struct key){.code = K_RESIZE});
    w->rows = rows;
    w->cols = cols;
    gtk_widget_queue_draw(w->area);
}

static void on_size(GtkWidget *area, GdkRectangle *size, gpointer user)
{
    (void)area;
    reflow(user, size->width, size->height);
}

static void set_least_size(struct window *w)
{
    GdkGeometry least = {
        .min_width = 2 * MARGIN + LEAST_COLS * w->measure.width,
        .min_height = 2 * MARGIN + LEAST_ROWS * w->measure.height,
    };
    gtk_window_set_geometry_hints(GTK_WINDOW(w->top), NULL, &least, GDK_HINT_MIN_SIZE);
}

// What the screen leaves to a window.
static GdkRectangle screen_room(void)
{
    enum { TITLE_BAR = 40, SIDE_MAX = 32000 }; // pixels; the window system has no larger sides
    GdkDisplay *display = gdk_display_get_default();
    GdkMonitor *monitor = gdk_display_get_primary_monitor(display);
    GdkRectangle room = {.width = SIDE_MAX, .height = SIDE_MAX};
    monitor = monitor ? monitor : gdk_display_get_monitor(display, 0);
    if (monitor)
        gdk_monitor_get_workarea(monitor, &room);
    room.height -= TITLE_BAR;
    return room;
}

// That of last time, where the screen has room for it.
static void open_at_size(struct window *w)
{
    const GdkRectangle room = screen_room();
    gtk_window_set_default_size(
        GTK_WINDOW(w->top), MIN(2 * MARGIN + w->settings.cols * w->measure.width, room.width),
        MIN(2 * MARGIN + w->settings.rows * w->measure.height, room.height));
}

void frame_set_full_screen(struct window *w, bool on)
{
    if (on)
        gtk_window_fullscreen(GTK_WINDOW(w->top));
    else
        gtk_window_unfullscreen(GTK_WINDOW(w->top));
}

// The window manager may do so too.
static gboolean on_state(GtkWidget *top, GdkEventWindowState *event, gpointer user)
{
    struct window *w = user;
    (void)top;
    w->full_screen = event->new_window_state & GDK_WINDOW_STATE_FULLSCREEN;
    return FALSE;
}

// --- fonts and lines ----------------------------------------------------------------------------

// On a small screen rows are worth more than the room between them. Leaves the painter with any.
static int spacing_for(const struct window *w)
{
    enum { ROWS = 28 };
    if (w->settings.spacing != SPACING_BY_SCREEN)
        return w->settings.spacing;
    paint_set_spacing(w->paint, SPACING_USUAL);
    const int wanted = 2 * MARGIN + ROWS * paint_measure(w->paint).height;
    paint_set_spacing(w->paint, SPACING_CLOSE);
    return wanted <= screen_room().height ? SPACING_USUAL : SPACING_CLOSE;
}

static void measure(struct window *w)
{
    w->spacing = spacing_for(w);
    paint_set_spacing(w->paint, w->spacing);
    w->measure = paint_measure(w->paint);
    set_least_size(w);
}

// Letters or lines are others than before.
static void lay_anew(struct window *w)
{
    measure(w);
    reflow(w, gtk_widget_get_allocated_width(w->area), gtk_widget_get_allocated_height(w->area));
    front_push(w, &(struct key){.code = K_RESIZE}); // pages have another width
    gtk_widget_queue_draw(w->area);
}

void frame_set_spacing(struct window *w, int percent)
{
    w->settings.spacing = percent;
    lay_anew(w);
}

// The old ones stay when the new cannot be had.
void frame_set_fonts(struct window *w, const struct paint_fonts *fonts)
{
    struct paint *paint = NULL;
    struct err err = {0};
    if (paint_new(fonts, &paint, &err)) {
        sheet_say(&w->sheet, w->theme, w->paint, err_text(&err));
        drawing_refresh(w);
        return;
    }
    autostr bengali = STR_INIT;
    str_add(&bengali, fonts->bengali ? fonts->bengali : "");
    paint_free(&w->paint);
    w->paint = paint;
    w->settings.size = fonts->size;
    str_reset(&w->settings.bengali);
    str_add(&w->settings.bengali, bengali.buf);
    lay_anew(w);
}

void frame_zoom(struct window *w, int by)
{
    struct paint_fonts fonts = settings_fonts(&w->settings);
    const double step = fmax(1, floor((fonts.size - (by < 0)) / 8)); // back the same way
    fonts.size = by ? fonts.size + by * step : PAINT_SIZE;
    fonts.size = fmax(PAINT_SIZE_MIN, fmin(fonts.size, PAINT_SIZE_MAX));
    frame_set_fonts(w, &fonts);
}

void frame_enlarge(struct window *w, int by)
{
    const char *letter = by > 0 ? "+" : by < 0 ? "-" : "0";
    struct key key;
    if (!w->sheet.on_page) {
        frame_zoom(w, by);
        return;
    }
    key_of_character(K_TEXT, letter, 1, &key);
    front_push(w, &key);
}

// --- life ---------------------------------------------------------------------------------------

bool frame_is_dark(void)
{
    gboolean asked = FALSE;
    char *name = NULL;
    g_object_get(gtk_settings_get_default(), "gtk-application-prefer-dark-theme", &asked,
                 "gtk-theme-name", &name, NULL);
    const bool dark = asked || (name && strcasestr(name, "dark"));
    g_free(name);
    return dark;
}

// It closes when the desk has kept what is half typed.
static gboolean on_delete(GtkWidget *top, GdkEvent *event, gpointer user)
{
    struct window *w = user;
    (void)top;
    (void)event;
    w->closed = true;
    return TRUE;
}

void frame_build(struct window *w)
{
    w->top = gtk_window_new(GTK_WINDOW_TOPLEVEL);
    w->area = gtk_drawing_area_new();
    gtk_window_set_title(GTK_WINDOW(w->top), _("Orjon"));
    gtk_window_set_icon_name(GTK_WINDOW(w->top), "orjon");
    gtk_container_add(GTK_CONTAINER(w->top), w->area);
    measure(w);
    open_at_size(w);
    g_signal_connect(w->top, "delete-event", G_CALLBACK(on_delete), w);
    g_signal_connect(w->top, "window-state-event", G_CALLBACK(on_state), w);
    g_signal_connect(w->area, "size-allocate", G_CALLBACK(on_size), w);
    drawing_attach(w);
    keyboard_attach(w);
    pointer_attach(w);
    clipboard_attach(w);
}
