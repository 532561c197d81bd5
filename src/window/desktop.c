// SPDX-License-Identifier: GPL-3.0-or-later
// The window: its rows on the screen, its size, its fonts, its end.
#include "desktop.h"

#include <locale.h>
#include <math.h>
#include <sys/wait.h>
#include <unistd.h>

enum {
    LEAST_COLUMNS = 20,
    LEAST_ROWS = 4,
    PIXELS_MAX = 32000, // of a side; the window system has no larger ones
};

double desktop_row_top(const struct desktop *d, int row)
{
    return MARGIN + (double)row * d->measure.height;
}

struct place desktop_place_at(struct desktop *d, double x, double y)
{
    const int last = d->session.rows - 1;
    int row = (int)floor((y - MARGIN) / d->measure.height);
    row = row < 0 ? 0 : row > last ? last : row;
    return (struct place){row, paint_column_at(d->paint, session_row(&d->session, row),
                                               d->session.columns, x - MARGIN)};
}

// --- drawing ------------------------------------------------------------------------------------

void desktop_refresh(struct desktop *d)
{
    const int width = gtk_widget_get_allocated_width(d->area);
    for (int row = 0; row < d->session.rows; row++) {
        if (!d->session.dirty[row])
            continue;
        d->session.dirty[row] = false;
        gtk_widget_queue_draw_area(d->area, 0, (int)desktop_row_top(d, row), width,
                                   d->measure.height);
    }
}

static bool is_asked_for(const cairo_rectangle_list_t *asked, double top, double bottom)
{
    if (asked->status != CAIRO_STATUS_SUCCESS)
        return true;
    for (int i = 0; i < asked->num_rectangles; i++) {
        const cairo_rectangle_t *r = &asked->rectangles[i];
        if (r->y < bottom && r->y + r->height > top)
            return true;
    }
    return false;
}

static void draw_row(struct desktop *d, cairo_t *cr, int row)
{
    struct session *session = &d->session;
    const bool here = row == session->cursor.row && !d->over;
    struct paint_cell *cells = session->cell;
    session_row(session, row);
    for (int i = 0; i < session->columns && d->selection.there; i++)
        if (selection_has(d, row, i))
            cells[i].look |= PAINT_SELECTED;
    paint_row(d->paint, cr, cells, session->columns,
              here ? session_cursor_shape(session, d->focused) : CURSOR_NONE,
              session->cursor.column);
    if (!here || !d->preedit || !*d->preedit)
        return;
    struct paint_span span =
        paint_span_at(d->paint, cells, session->columns, session->cursor.column);
    paint_text(d->paint, cr, span.x, d->preedit, session->ink, session->ground);
}

static gboolean on_draw(GtkWidget *area, cairo_t *cr, gpointer user)
{
    struct desktop *d = user;
    cairo_rectangle_list_t *asked = cairo_copy_clip_rectangle_list(cr);
    const int32_t ground = d->session.ground;
    (void)area;
    cairo_set_source_rgb(cr, (ground >> 16 & 255) / 255., (ground >> 8 & 255) / 255.,
                         (ground & 255) / 255.);
    cairo_paint(cr);
    for (int row = 0; row < d->session.rows; row++) {
        const double top = desktop_row_top(d, row);
        if (!is_asked_for(asked, top, top + d->measure.height))
            continue;
        cairo_save(cr);
        cairo_translate(cr, MARGIN, top);
        draw_row(d, cr, row);
        cairo_restore(cr);
    }
    cairo_rectangle_list_destroy(asked);
    return TRUE;
}

// --- size ---------------------------------------------------------------------------------------

static void on_size(GtkWidget *area, GdkRectangle *size, gpointer user)
{
    struct desktop *d = user;
    (void)area;
    session_resize(&d->session, (size->height - 2 * MARGIN) / d->measure.height,
                   (size->width - 2 * MARGIN) / d->measure.width);
    selection_clear(d);
    const bool settling = d->fitted && g_get_monotonic_time() - d->fitted < G_USEC_PER_SEC / 2;
    const bool own =
        !d->full_screen && !settling && !gtk_window_is_maximized(GTK_WINDOW(d->window));
    if (own) {
        d->settings.rows = d->session.rows;
        d->settings.columns = d->session.columns;
    }
    gtk_widget_queue_draw(d->area);
}

// The window grows and shrinks by whole letters.
static void set_steps(struct desktop *d)
{
    GdkGeometry steps = {
        .base_width = 2 * MARGIN,
        .base_height = 2 * MARGIN,
        .width_inc = d->measure.width,
        .height_inc = d->measure.height,
        .min_width = 2 * MARGIN + LEAST_COLUMNS * d->measure.width,
        .min_height = 2 * MARGIN + LEAST_ROWS * d->measure.height,
    };
    gtk_window_set_geometry_hints(GTK_WINDOW(d->window), NULL, &steps,
                                  GDK_HINT_RESIZE_INC | GDK_HINT_BASE_SIZE | GDK_HINT_MIN_SIZE);
}

static int bounded(int pixels)
{
    return pixels < PIXELS_MAX ? pixels : PIXELS_MAX;
}

static int wanted_width(const struct desktop *d)
{
    return bounded(2 * MARGIN + d->settings.columns * d->measure.width);
}

static int wanted_height(const struct desktop *d)
{
    return bounded(2 * MARGIN + d->settings.rows * d->measure.height);
}

static void fit_window(struct desktop *d)
{
    d->fitted = g_get_monotonic_time();
    gtk_window_resize(GTK_WINDOW(d->window), wanted_width(d), wanted_height(d));
}

void desktop_set_full_screen(struct desktop *d, bool on)
{
    if (on)
        gtk_window_fullscreen(GTK_WINDOW(d->window));
    else
        gtk_window_unfullscreen(GTK_WINDOW(d->window));
}

// The window manager may do so too.
static gboolean on_state(GtkWidget *window, GdkEventWindowState *event, gpointer user)
{
    struct desktop *d = user;
    const bool was = d->full_screen;
    (void)window;
    d->full_screen = event->new_window_state & GDK_WINDOW_STATE_FULLSCREEN;
    if (was && !d->full_screen)
        fit_window(d); // the letters may have another size than before
    return FALSE;
}

// --- fonts and colours --------------------------------------------------------------------------

// In place of what the program shows; its next picture takes it away.
void desktop_tell(struct desktop *d, const char *sentence)
{
    autostr line = STR_INIT;
    str_addf(&line, "\0337\033[999;1H\033[0;7m\033[2K%s\0338", sentence);
    session_say(&d->session, line.buf);
    desktop_refresh(d);
}

void desktop_set_fonts(struct desktop *d, const struct paint_fonts *fonts)
{
    struct paint *paint = NULL;
    struct err err = {0};
    if (paint_new(fonts, &paint, &err)) {
        desktop_tell(d, err_text(&err));
        return;
    }
    autostr bengali = STR_INIT;
    str_add(&bengali, fonts->bengali ? fonts->bengali : "");
    paint_free(&d->paint);
    d->paint = paint;
    d->measure = paint_measure(paint);
    d->settings.size = fonts->size;
    str_reset(&d->settings.bengali);
    str_add(&d->settings.bengali, bengali.buf);
    set_steps(d);
    fit_window(d);
    session_all_dirty(&d->session);
    gtk_widget_queue_resize(d->area);
    gtk_widget_queue_draw(d->area);
}

void desktop_zoom(struct desktop *d, int by)
{
    struct paint_fonts fonts = settings_fonts(&d->settings);
    const double step = fmax(1, floor((fonts.size - (by < 0)) / 8)); // back the same way
    fonts.size = by ? fonts.size + by * step : PAINT_SIZE;
    fonts.size = fmax(PAINT_SIZE_MIN, fmin(fonts.size, PAINT_SIZE_MAX));
    desktop_set_fonts(d, &fonts);
}

void desktop_set_colours(struct desktop *d, enum session_colours colours)
{
    d->settings.colours = colours;
    session_set_colours(&d->session, colours);
    gtk_widget_queue_draw(d->area);
}

// --- life ---------------------------------------------------------------------------------------

static void on_destroy(GtkWidget *window, gpointer user)
{
    struct desktop *d = user;
    (void)window;
    flow_stop(d);
    gtk_main_quit();
}

static void build(struct desktop *d)
{
    d->window = gtk_window_new(GTK_WINDOW_TOPLEVEL);
    d->area = gtk_drawing_area_new();
    gtk_window_set_title(GTK_WINDOW(d->window), _("Orjon"));
    gtk_window_set_icon_name(GTK_WINDOW(d->window), "orjon");
    gtk_container_add(GTK_CONTAINER(d->window), d->area);
    gtk_window_set_default_size(GTK_WINDOW(d->window), wanted_width(d), wanted_height(d));
    set_steps(d);
    g_signal_connect(d->window, "destroy", G_CALLBACK(on_destroy), d);
    g_signal_connect(d->window, "window-state-event", G_CALLBACK(on_state), d);
    g_signal_connect(d->area, "draw", G_CALLBACK(on_draw), d);
    g_signal_connect(d->area, "size-allocate", G_CALLBACK(on_size), d);
    keyboard_attach(d);
    pointer_attach(d);
    drop_attach(d);
}

// Nobody sees what a program that was started from a menu says.
static void show_trouble(const struct err *err)
{
    if (isatty(STDERR_FILENO))
        return;
    GtkWidget *dialog =
        gtk_message_dialog_new(NULL, 0, GTK_MESSAGE_ERROR, GTK_BUTTONS_CLOSE, "%s", err_text(err));
    gtk_dialog_run(GTK_DIALOG(dialog));
    gtk_widget_destroy(dialog);
}

static int code_of(int status)
{
    return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

enum status desktop_run(const struct window_options *options, int *ret_code, struct err *err)
{
    struct desktop d = {0};
    setlocale(LC_ALL, "");
    gtk_disable_setlocale(); // it complains of locales that are not there
    if (!gtk_init_check(NULL, NULL))
        return err_set(err, STATUS_NOT_FOUND, _("There is no display for a window"));
    settings_read(&d.settings, options);
    struct paint_fonts fonts = settings_fonts(&d.settings);
    enum status status = paint_new(&fonts, &d.paint, err);
    if (status && !options->fonts.bengali && fonts.bengali) { // the font of the last time is gone
        str_reset(&d.settings.bengali);
        fonts = settings_fonts(&d.settings);
        status = paint_new(&fonts, &d.paint, err);
    }
    if (status)
        show_trouble(err);
    if (status == STATUS_OK) {
        d.measure = paint_measure(d.paint);
        status = session_start(&d.session, options->program, d.settings.rows, d.settings.columns,
                               d.settings.colours, err);
    }
    if (status == STATUS_OK) {
        build(&d);
        flow_start(&d);
        gtk_widget_show_all(d.window);
        if (options->full_screen)
            desktop_set_full_screen(&d, true);
        gtk_main();
        settings_keep(&d.settings);
        keyboard_detach(&d);
    }
    session_end(&d.session);
    *ret_code = code_of(d.session.program.status);
    paint_free(&d.paint);
    settings_done(&d.settings);
    return status;
}
