// SPDX-License-Identifier: GPL-3.0-or-later
// Drawing a page that is laid out: lines of text, and what of a table stands on it. Everything that
// is read aloud is tagged; rules, shades and repeated headings are not.
#include "pdf.h"

static const double rule_width = 0.5;
static const double grey = 0.92;             // behind headings
static const int64_t sink = PANGO_SCALE / 2; // most letters are tall, few are deep

struct set_line pdf_line_of(const struct pdf_sheet *sheet, const char *text, bool bold)
{
    const struct shaped shaped = pdf_text_shape(sheet->type, text, bold, true, sheet->arena);
    const struct set_lines lines =
        pdf_text_wrap(sheet->type, &shaped, LENGTH_ENDLESS, sheet->arena);
    return lines.count ? lines.line[0] : (struct set_line){0};
}

// Dots from the title to the page.
static void draw_leader(cairo_t *cr, int64_t from, int64_t to, int64_t y)
{
    static const double dots[] = {0, 4};
    cairo_save(cr);
    cairo_set_line_cap(cr, CAIRO_LINE_CAP_ROUND);
    cairo_set_line_width(cr, 0.8);
    cairo_set_dash(cr, dots, 2, pdf_points(from)); // the dots of all lines stand below each other
    cairo_move_to(cr, pdf_points(from), pdf_points(y));
    cairo_line_to(cr, pdf_points(to), pdf_points(y));
    cairo_stroke(cr);
    cairo_restore(cr);
}

// Links are left out: cairo 1.16 writes files with objects missing when they lead forward.
static void draw_number(const struct pdf_sheet *sheet, const struct page_text *text, cairo_t *cr)
{
    const int64_t room = sheet->layout.metrics->number, pad = sheet->layout.metrics->pad;
    autostr ascii = STR_INIT, number = STR_INIT;
    str_addf(&ascii, "%d", sheet->layout.part[text->part].first_page);
    text_digits(&number, ascii.buf, ascii.len, sheet->paper->settings.digits);
    const struct set_line line = pdf_line_of(sheet, number.buf, false);
    pdf_line_draw(sheet->type, cr, &line, text->width, 0, room, ALIGN_RIGHT);
    draw_leader(cr, text->line.width + pad, text->width + room - line.width - pad,
                sheet->type->ascent);
}

static void draw_text(const struct pdf_sheet *sheet, const struct page_item *item, cairo_t *cr)
{
    const struct page_text *text = &item->text;
    const double scale = (double)text->size / SIZE_FULL;
    cairo_save(cr);
    cairo_translate(cr, 0, pdf_points(item->y));
    cairo_scale(cr, scale, scale);
    pdf_line_draw(sheet->type, cr, &text->line, text->x, 0, text->width, text->align);
    if (text->part != NO_PART)
        draw_number(sheet, text, cr);
    cairo_restore(cr);
}

static void shade_head(const struct page_table *table, cairo_t *cr)
{
    const struct laid_table *t = table->table;
    int64_t height = 0;
    for (size_t i = 0; i < table->rows && table->row[i].row < t->head; i++)
        height += table->row[i].height;
    cairo_rectangle(cr, 0, pdf_points(table->row[0].y), pdf_points(table->x[t->columns]),
                    pdf_points(height));
    cairo_set_source_rgb(cr, grey, grey, grey);
    cairo_fill(cr);
    cairo_set_source_rgb(cr, 0, 0, 0);
}

// All rules at once, so that they meet without seams.
static void draw_rules(const struct page_table *table, cairo_t *cr)
{
    for (size_t i = 0; i < table->cells; i++) {
        const struct page_cell *cell = &table->cell[i];
        const int64_t *x = &table->x[cell->cell->column];
        cairo_rectangle(cr, pdf_points(x[0]), pdf_points(cell->top),
                        pdf_points(x[cell->cell->span] - x[0]), pdf_points(cell->height));
    }
    cairo_set_line_width(cr, rule_width);
    cairo_stroke(cr);
}

static void draw_cell(const struct pdf_sheet *sheet, const struct page_table *table,
                      const struct page_cell *cell, cairo_t *cr)
{
    const size_t column = cell->cell->column;
    const int64_t x = table->x[column] + table->pad;
    const int64_t width = table->x[column + cell->cell->span] - table->pad - x;
    for (size_t i = 0; i < cell->count; i++)
        pdf_line_draw(sheet->type, cr, &cell->line[i], x,
                      cell->y + (int64_t)i * sheet->type->pitch + sink, width, cell->cell->align);
}

// The cells that begin in row i of those on the page.
static void draw_row(const struct pdf_sheet *sheet, const struct page_table *table, size_t i,
                     size_t *cell, bool tagged, cairo_t *cr)
{
    const char *tag = table->row[i].row < table->table->head ? "TH" : "TD";
    if (tagged)
        cairo_tag_begin(cr, "TR", NULL);
    for (; *cell < table->cells && table->cell[*cell].row == i; (*cell)++) {
        if (tagged)
            cairo_tag_begin(cr, tag, NULL);
        draw_cell(sheet, table, &table->cell[*cell], cr);
        if (tagged)
            cairo_tag_end(cr, tag);
    }
    if (tagged)
        cairo_tag_end(cr, "TR");
}

static void draw_table(const struct pdf_sheet *sheet, const struct page_table *table, bool goes_on,
                       cairo_t *cr)
{
    if (!sheet->options->no_shading)
        shade_head(table, cr);
    draw_rules(table, cr);
    for (size_t i = 0, cell = 0; i < table->rows; i++)
        draw_row(sheet, table, i, &cell, !goes_on || table->row[i].row >= table->table->head, cr);
}

static void close_block(struct pdf_tags *tags, cairo_t *cr)
{
    if (tags->block)
        cairo_tag_end(cr, tags->block);
    tags->block = NULL;
}

void pdf_tags_close(struct pdf_tags *tags, cairo_t *cr)
{
    close_block(tags, cr);
    if (tags->table)
        cairo_tag_end(cr, "Table");
    tags->table = NULL;
}

static void draw_item(const struct pdf_sheet *sheet, const struct page_item *item,
                      struct pdf_tags *tags, cairo_t *cr)
{
    if (item->table) {
        const bool goes_on = tags->table == item->table->table;
        if (!goes_on) {
            pdf_tags_close(tags, cr);
            cairo_tag_begin(cr, "Table", NULL);
        }
        tags->table = item->table->table;
        draw_table(sheet, item->table, goes_on, cr);
        return;
    }
    if (!tags->block || tags->at != item->block) {
        const bool title = item->text.bold && item->text.align == ALIGN_CENTRE;
        pdf_tags_close(tags, cr);
        tags->block = title ? "H1" : "P";
        tags->at = item->block;
        cairo_tag_begin(cr, tags->block, NULL);
    }
    draw_text(sheet, item, cr);
}

void pdf_page_draw(const struct pdf_sheet *sheet, const struct layout_part *part,
                   const struct layout_page *page, struct pdf_tags *tags, cairo_t *cr)
{
    const double scale = (double)part->size.table / SIZE_FULL;
    cairo_save(cr);
    cairo_translate(cr, sheet->left, sheet->top);
    cairo_scale(cr, scale, scale);
    for (size_t i = 0; i < page->items; i++)
        draw_item(sheet, &page->item[i], tags, cr);
    close_block(tags, cr); // a text that goes on is another on the next page
    cairo_restore(cr);
}
