// SPDX-License-Identifier: GPL-3.0-or-later
// The window from its opening to its end, and pictures of canvases without one.
#include "private.h"

#include "orjon/base/mem.h"

#include <langinfo.h>
#include <locale.h>
#include <string.h>
#include <unistd.h>

extern const struct window_room window_room; // what the module gives

// Nobody sees what a program that was started from a menu says.
static void say(void *sentence)
{
    GtkWidget *dialog = gtk_message_dialog_new(NULL, 0, GTK_MESSAGE_ERROR, GTK_BUTTONS_CLOSE, "%s",
                                               (const char *)sentence);
    gtk_dialog_run(GTK_DIALOG(dialog));
    gtk_widget_destroy(dialog);
}

static void room_tell(const char *sentence)
{
    if (!isatty(STDERR_FILENO))
        loss_attempt(say, (void *)(uintptr_t)sentence);
}

// The font of the last time may be gone; one that is asked for must be there.
static enum status make_paint(struct settings *settings, const struct window_options *options,
                              struct paint **ret, struct err *err)
{
    struct paint_fonts fonts = settings_fonts(settings);
    enum status status = paint_new(&fonts, ret, err);
    if (status && !options->bengali && fonts.bengali) {
        str_reset(&settings->bengali);
        fonts = settings_fonts(settings);
        status = paint_new(&fonts, ret, err);
    }
    return status;
}

// Input methods and the desktop's own words go by the locale; letters stay what they are to us.
static void speak_as_the_desktop(void)
{
    setlocale(LC_MESSAGES, "");
    setlocale(LC_CTYPE, "");
    if (strcmp(nl_langinfo(CODESET), "UTF-8") != 0)
        setlocale(LC_CTYPE, "C.UTF-8");
    gtk_disable_setlocale();
}

static enum status room_open(const struct window_options *options, struct window **ret,
                             struct err *err)
{
    speak_as_the_desktop();
    g_set_prgname("orjon-window"); // by which desktops know it, whatever it was started as
    if (!gtk_init_check(NULL, NULL))
        return err_set(err, STATUS_NOT_FOUND, _("No display to open a window on"));
    loss_watch();
    struct window *w = mem_alloc(sizeof *w);
    settings_read(&w->settings, options);
    const enum status status = make_paint(&w->settings, options, &w->paint, err);
    if (status) {
        room_tell(err_text(err));
        settings_done(&w->settings);
        free(w);
        return status;
    }
    w->rows = w->settings.rows;
    w->cols = w->settings.cols;
    w->ground = options->ground ? options->ground : frame_is_dark() ? THEME_DARK : THEME_LIGHT;
    w->theme = theme_for(THEME_AUTO, w->ground);
    g_queue_init(&w->keys);
    frame_build(w);
    if (options->full_screen)
        frame_set_full_screen(w, true);
    *ret = w;
    return STATUS_OK;
}

static void leave_display(void *data)
{
    struct window *w = data;
    gtk_clipboard_store(gtk_clipboard_get(GDK_SELECTION_CLIPBOARD));
    keyboard_detach(w);
    gtk_widget_destroy(w->top);
}

static void room_close(struct window **p)
{
    struct window *w = *p;
    loss_attempt(leave_display, w);
    settings_keep(&w->settings);
    front_done(w);
    sheet_done(&w->sheet);
    page_done(&w->page);
    paint_free(&w->paint);
    settings_done(&w->settings);
    free(w);
    *p = NULL;
}

// --- a picture ----------------------------------------------------------------------------------

static cairo_surface_t *draw(const struct sheet *sheet, const struct canvas *canvas,
                             struct paint *paint)
{
    const struct paint_measure measure = paint_measure(paint);
    const int width = 2 * MARGIN + sheet->cols * measure.width;
    const int height = 2 * MARGIN + sheet->rows * measure.height;
    cairo_surface_t *surface = cairo_image_surface_create(CAIRO_FORMAT_RGB24, width, height);
    struct page_picture page = {0};
    cairo_t *cr = cairo_create(surface);
    cairo_set_source_rgb(cr, (sheet->ground >> 16 & 255) / 255., (sheet->ground >> 8 & 255) / 255.,
                         (sheet->ground & 255) / 255.);
    cairo_paint(cr);
    cairo_translate(cr, MARGIN, MARGIN);
    page_take(&page, canvas, measure, 1, sheet->ground);
    page_paint(&page, cr);
    page_done(&page);
    for (int row = 0; row < sheet->rows; row++) {
        sheet_paint_margins(sheet, row, measure, width, cr);
        const struct paint_line line = sheet_line(sheet, row);
        paint_row(paint, cr, &line, sheet_caret(sheet, row));
        cairo_translate(cr, 0, measure.height);
    }
    cairo_destroy(cr);
    return surface;
}

static cairo_status_t add(void *closure, const unsigned char *data, unsigned n)
{
    str_add_n(closure, (const char *)data, n);
    return CAIRO_STATUS_SUCCESS;
}

// As in a window with the usual settings.
static enum status paint_for(const struct window_options *options, struct paint **ret,
                             struct err *err)
{
    const struct paint_fonts fonts = {
        .bengali = options->bengali, .cell = options->cell, .size = options->font_size};
    const enum status status = paint_new(&fonts, ret, err);
    if (status == STATUS_OK)
        paint_set_spacing(*ret, SPACING_USUAL);
    return status;
}

static enum status room_aspect(const struct window_options *options, double *ret, struct err *err)
{
    autopaint *paint = NULL;
    const enum status status = paint_for(options, &paint, err);
    if (status == STATUS_OK)
        *ret = (double)paint_measure(paint).height / paint_measure(paint).width;
    return status;
}

static enum status room_picture(const struct window_options *options, const struct canvas *canvas,
                                enum theme theme, struct str *ret, struct err *err)
{
    autopaint *paint = NULL;
    struct sheet sheet = {0};
    const enum theme ground = options->ground ? options->ground : THEME_LIGHT;
    const enum status status = paint_for(options, &paint, err);
    if (status)
        return status;
    sheet_take(&sheet, canvas, theme_for(theme, ground), paint);
    cairo_surface_t *surface = draw(&sheet, canvas, paint);
    const cairo_status_t written = cairo_surface_write_to_png_stream(surface, add, ret);
    cairo_surface_destroy(surface);
    sheet_done(&sheet);
    if (written)
        return err_set(err, STATUS_FAILED, _("The picture could not be made: %s"),
                       cairo_status_to_string(written));
    return STATUS_OK;
}

const struct window_room window_room = {.open = room_open,
                                        .close = room_close,
                                        .front = front_of,
                                        .reraise = loss_reraise,
                                        .tell = room_tell,
                                        .aspect = room_aspect,
                                        .picture = room_picture};
