// SPDX-License-Identifier: GPL-3.0-or-later
// Pictures of canvases, as a window with the usual settings would show them.
#include "private.h"

#include "orjon/base/mem.h"

enum { ROWS = 24, COLS = 80 }; // where none are asked for

struct window_still {
    struct paint *paint;
    enum theme ground;
    int rows, cols;
};

enum status still_open(const struct window_options *options, struct window_still **ret,
                       struct err *err)
{
    const struct paint_fonts fonts = {
        .bengali = options->bengali, .cell = options->cell, .size = options->font_size};
    struct paint *paint = NULL;
    const enum status status = paint_new(&fonts, &paint, err);
    if (status)
        return status;
    paint_set_spacing(paint, SPACING_USUAL);
    *ret = mem_alloc(sizeof **ret);
    **ret = (struct window_still){.paint = paint,
                                  .ground = options->ground ? options->ground : THEME_LIGHT,
                                  .rows = options->rows ? options->rows : ROWS,
                                  .cols = options->cols ? options->cols : COLS};
    return STATUS_OK;
}

void still_close(struct window_still **p)
{
    if (*p)
        paint_free(&(*p)->paint);
    free(*p);
    *p = NULL;
}

// --- what a desk asks of it ---------------------------------------------------------------------

static void get_size(void *self, int *ret_rows, int *ret_cols)
{
    const struct window_still *still = self;
    *ret_rows = still->rows;
    *ret_cols = still->cols;
}

static double get_aspect(void *self)
{
    const struct window_still *still = self;
    const struct paint_measure measure = paint_measure(still->paint);
    return (double)measure.height / measure.width;
}

static int get_lines(void *self, const char *s, size_t n, int columns, enum style style, int most)
{
    const struct window_still *still = self;
    return picture_lines(still->paint, s, n, columns, style, most);
}

static int get_columns(void *self, const char *s, size_t n, enum style style)
{
    const struct window_still *still = self;
    return picture_columns(still->paint, s, n, style);
}

struct desk_front still_front(struct window_still *still)
{
    return (struct desk_front){.self = still,
                               .size = get_size,
                               .aspect = get_aspect,
                               .lines = get_lines,
                               .columns = get_columns};
}

// --- the picture --------------------------------------------------------------------------------

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

enum status still_png(struct window_still *still, const struct canvas *canvas, enum theme theme,
                      struct str *ret, struct err *err)
{
    struct sheet sheet = {0};
    sheet_take(&sheet, canvas, theme_for(theme, still->ground), still->paint);
    cairo_surface_t *surface = draw(&sheet, canvas, still->paint);
    const cairo_status_t written = cairo_surface_write_to_png_stream(surface, add, ret);
    cairo_surface_destroy(surface);
    sheet_done(&sheet);
    if (written)
        return err_set(err, STATUS_FAILED, _("The picture could not be made: %s"),
                       cairo_status_to_string(written));
    return STATUS_OK;
}
