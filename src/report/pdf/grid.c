// SPDX-License-Identifier: GPL-3.0-or-later
// The page of text on paper: the same lines that the text writer writes, each run of Bengali shaped
// and every column in line.
#include "pdf.h"

#include "orjon/paint/paint.h"
#include "orjon/report/page.h"

#include <math.h>
#include <string.h>

static const double letter_most = 0.5; // of a cell's natural size: nine points are enough

static void put_letter(struct paint_cell *cells, int columns, int *column, const char *s, size_t n,
                       uint8_t look)
{
    const int width = text_columns(s, n);
    const uint32_t letter = g_utf8_get_char(s);
    struct paint_cell *cell = &cells[*column];
    int k = 0;
    if (width == 0 && *column > 0) { // a sign belongs to the letter before it
        do
            cell--;
        while (!cell->columns);
        while (k < PAINT_LETTERS - 1 && cell->letter[k])
            k++;
        cell->letter[k] = letter;
        return;
    }
    if (*column + width > columns)
        return;
    cell->letter[0] = letter;
    cell->look = look;
    cell->columns = (uint8_t)width;
    for (int i = 1; i < width; i++)
        cell[i].columns = 0;
    *column += width;
}

static void fill_cells(struct paint_cell *cells, int columns, const struct page_line *line)
{
    const size_t n = strlen(line->text);
    int column = 0;
    for (int i = 0; i < columns; i++)
        cells[i] = (struct paint_cell){.ground = PAINT_CLEAR, .columns = 1};
    for (size_t at = 0, next; at < n; at = next) {
        next = (size_t)(g_utf8_next_char(line->text + at) - line->text);
        put_letter(cells, columns, &column, line->text + at, next - at,
                   line->bold ? PAINT_BOLD : 0);
    }
}

// Lays the pages with as many lines as let the letters be as large as the width allows. A table
// may be wider than the paper asks for: that is known once it was laid.
static double lay(const struct paper *paper, bool ascii, const struct paint_measure *measure,
                  double width, double height, struct pages *ret)
{
    struct paper page = *paper; // borrowed, but for its settings
    pages_lay(&page, ascii, ret);
    double scale = fmin(letter_most, width / (ret->columns * (double)measure->width));
    const int lines = (int)(height / (scale * measure->height));
    page.settings.lines = lines > PAPER_LINES_MIN ? lines : PAPER_LINES_MIN;
    pages_done(ret);
    pages_lay(&page, ascii, ret);
    return fmin(scale, height / ((double)page.settings.lines * measure->height));
}

enum status pdf_grid_draw(struct pdf_sheet *sheet, struct err *err)
{
    autopaint *paint = NULL;
    struct pages pages;
    enum status status = paint_new(&(struct paint_fonts){0}, &paint, err);
    if (status)
        return status;
    const struct paint_measure measure = paint_measure(paint);
    const double scale = lay(sheet->paper, sheet->options->ascii, &measure, sheet->inner_width,
                             sheet->inner_height, &pages);
    struct paint_cell *cells = arena_alloc(sheet->arena, (size_t)pages.columns * sizeof *cells);
    cairo_t *cr = cairo_create(sheet->surface);
    for (size_t p = 0; p < pages.count; p++) {
        cairo_save(cr);
        cairo_translate(cr, sheet->left, sheet->top);
        cairo_scale(cr, scale, scale);
        for (size_t i = pages.first[p]; i < pages.first[p + 1]; i++) {
            fill_cells(cells, pages.columns, &pages.line[i]);
            paint_row(paint, cr, cells, pages.columns, PAINT_NO_CARET);
            cairo_translate(cr, 0, measure.height);
        }
        cairo_restore(cr);
        cairo_show_page(cr);
    }
    cairo_destroy(cr);
    pages_done(&pages);
    return STATUS_OK;
}
