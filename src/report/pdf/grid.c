// SPDX-License-Identifier: GPL-3.0-or-later
// The page of text on paper: the same lines that the text writer writes, each text shaped whole in
// its columns.
#include "pdf.h"

#include "orjon/paint/paint.h"
#include "orjon/report/page.h"

#include <math.h>
#include <string.h>

static const double letter_most = 0.5; // of a cell's natural size: nine points are enough

// The line as the painter wants it.
struct shown {
    struct paint_cell *cell;
    struct paint_words *text;
    int columns, texts;
};

static bool is_in_field(const struct page_line *line, int column)
{
    for (size_t i = 0; i < line->fields; i++)
        if (column >= line->field[i].col && column < line->field[i].col + line->field[i].columns)
            return true;
    return false;
}

static void add_words(struct shown *shown, const char *s, size_t n, const struct page_field *field)
{
    const int right = field->col + field->columns;
    shown->text[shown->texts++] =
        (struct paint_words){.s = s,
                             .n = n,
                             .col = field->col,
                             .columns = field->columns,
                             .from = field->col,
                             .to = right < shown->columns ? right : shown->columns,
                             .align = (uint8_t)field->align};
}

// What is in no field: lines of boxes, or the letters that stand for them.
static void add_rules(struct shown *shown, const struct page_line *line)
{
    const char *s = line->text;
    const size_t n = strlen(s);
    int column = 0;
    for (size_t at = 0, next; at < n && column < shown->columns; at = next) {
        next = text_next(s, n, at);
        const uint32_t letter = g_utf8_get_char(s + at);
        if (letter >= 0x2500 && letter <= 0x259F)
            shown->cell[column].rule = letter;
        else if (letter != ' ' && !is_in_field(line, column))
            add_words(shown, s + at, next - at, &(struct page_field){.col = column, .columns = 1});
        column += text_columns(s + at, next - at);
    }
}

static struct paint_line line_of(struct shown *shown, const struct page_line *line)
{
    for (int i = 0; i < shown->columns; i++)
        shown->cell[i] =
            (struct paint_cell){.ground = PAINT_CLEAR, .look = line->bold ? PAINT_BOLD : 0};
    shown->texts = 0;
    for (size_t i = 0; i < line->fields; i++)
        if (line->field[i].col < shown->columns)
            add_words(shown, line->field[i].text, strlen(line->field[i].text), &line->field[i]);
    add_rules(shown, line);
    return (struct paint_line){shown->cell, shown->columns, shown->text, shown->texts};
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
    struct shown shown = {.columns = pages.columns};
    shown.cell = arena_alloc(sheet->arena, (size_t)pages.columns * sizeof *shown.cell);
    shown.text = arena_alloc(sheet->arena, 2 * (size_t)pages.columns * sizeof *shown.text);
    cairo_t *cr = cairo_create(sheet->surface);
    for (size_t p = 0; p < pages.count; p++) {
        cairo_save(cr);
        cairo_translate(cr, sheet->left, sheet->top);
        cairo_scale(cr, scale, scale);
        for (size_t i = pages.first[p]; i < pages.first[p + 1]; i++) {
            const struct paint_line line = line_of(&shown, &pages.line[i]);
            paint_row(paint, cr, &line, PAINT_NO_CARET);
            cairo_translate(cr, 0, measure.height);
        }
        cairo_restore(cr);
        cairo_show_page(cr);
    }
    cairo_destroy(cr);
    pages_done(&pages);
    return STATUS_OK;
}
