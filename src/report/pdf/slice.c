// SPDX-License-Identifier: GPL-3.0-or-later
// The slice of a table that is on one page: how high its rows must be there, which lines of the
// cells it holds, and their drawing. A cell that reaches over a page's end gives out as many lines
// as have room and goes on with the others on the next page.
#include "pdf.h"

#include <math.h>

static const double rule = 0.5;  // wide
static const double grey = 0.92; // behind headings
static const double hair = 0.01;

void pdf_slice_add(struct pdf_slice *slice, struct pdf_strip strip)
{
    if (slice->strips == slice->cap) {
        slice->cap = slice->cap ? slice->cap * 2 : 64;
        slice->strip = mem_resize(slice->strip, slice->cap, sizeof *slice->strip);
    }
    slice->strip[slice->strips++] = strip;
}

static bool is_in(const struct pdf_box *box, size_t row)
{
    return row >= box->row && row < box->row + box->rows;
}

static size_t lines_left(const struct pdf_box *box)
{
    return box->lines.count - box->given;
}

// The top of a box on this page, y when it is not there yet.
static double top_of(const struct pdf_slice *slice, const struct pdf_box *box, double y)
{
    for (size_t i = slice->strips; i-- > 0 && is_in(box, slice->strip[i].row);)
        y = slice->strip[i].y;
    return y;
}

static size_t lines_in(const struct pdf_type *type, const struct pdf_box *box, double height)
{
    double fit = floor((height - 2 * PDF_PAD_ABOVE + hair) / type->pitch);
    size_t left = lines_left(box);
    return fit < 0 ? 0 : fit < (double)left ? (size_t)fit : left;
}

double pdf_slice_need(const struct pdf_slice *slice, const struct pdf_table *t,
                      const struct pdf_type *type, size_t first, size_t r, double y, bool fresh)
{
    double need = t->height[r], before = 0;
    for (size_t i = first; i < r; i++)
        before += t->height[i];
    for (size_t c = 0; c < t->columns; c++) {
        const struct pdf_box *box = pdf_table_box(t, r, c);
        if (box->row >= first || box->row + box->rows != r + 1)
            continue; // as it was planned
        bool here = slice->table == t;
        double held = here ? y - top_of(slice, box, y) : 0;
        size_t left = lines_left(box) - (here && fresh ? lines_in(type, box, held) : 0);
        need = fmax(need, pdf_lines_height(type, left) - before - (fresh ? 0 : held));
    }
    return need;
}

double pdf_slice_rest(const struct pdf_table *t, const struct pdf_type *type, size_t r)
{
    size_t left = 0;
    for (size_t c = 0; c < t->columns; c++) {
        const struct pdf_box *box = pdf_table_box(t, r, c);
        if (box->row + box->rows == r + 1 && lines_left(box) > left)
            left = lines_left(box);
    }
    return pdf_lines_height(type, left);
}

static void draw_lines(const struct pdf_slice *slice, const struct pdf_type *type,
                       const struct pdf_box *box, size_t count, double top, double height,
                       cairo_t *cr)
{
    const struct pdf_table *t = slice->table;
    double x = t->x[box->column] + PDF_PAD, width = t->x[box->column + box->span] - PDF_PAD - x;
    double y = top + PDF_PAD_ABOVE;
    if (box->row < t->head) // headings stand in the middle
        y = top + (height - (double)count * type->pitch) / 2;
    for (size_t i = 0; i < count; i++, y += type->pitch)
        pdf_line_draw(type, cr, &box->lines.line[box->given + i], x, y + PDF_SINK, width,
                      box->align);
}

// The piece of a box that is on this page.
struct piece {
    struct pdf_box *box;
    double top, height;
    bool ends; // the rest of the box
};

// The piece that begins at strip i and column c; false when none does.
static bool piece_at(const struct pdf_slice *slice, size_t i, size_t c, struct piece *ret)
{
    struct pdf_box *box = pdf_table_box(slice->table, slice->strip[i].row, c);
    if (box->column != c || (i > 0 && is_in(box, slice->strip[i - 1].row)))
        return false;
    size_t to = i;
    while (to + 1 < slice->strips && is_in(box, slice->strip[to + 1].row))
        to++;
    const struct pdf_strip *first = &slice->strip[i], *last = &slice->strip[to];
    ret->box = box;
    ret->top = first->y;
    ret->height = last->y + last->height - first->y;
    ret->ends = last->last && last->row + 1 == box->row + box->rows;
    return true;
}

// All rules at once, so that they meet without seams.
static void draw_rules(const struct pdf_slice *slice, cairo_t *cr)
{
    struct piece piece;
    for (size_t i = 0; i < slice->strips; i++)
        for (size_t c = 0; c < slice->table->columns; c++)
            if (piece_at(slice, i, c, &piece)) {
                const double *x = &slice->table->x[c];
                cairo_rectangle(cr, x[0], piece.top, x[piece.box->span] - x[0], piece.height);
            }
    cairo_set_line_width(cr, rule);
    cairo_stroke(cr);
}

static void shade_head(const struct pdf_slice *slice, cairo_t *cr)
{
    const struct pdf_table *t = slice->table;
    double height = 0;
    for (size_t i = 0; i < slice->strips && slice->strip[i].row < t->head; i++)
        height += slice->strip[i].height;
    cairo_rectangle(cr, 0, slice->strip[0].y, t->x[t->columns], height);
    cairo_set_source_rgb(cr, grey, grey, grey);
    cairo_fill(cr);
    cairo_set_source_rgb(cr, 0, 0, 0);
}

void pdf_slice_close(struct pdf_slice *slice, const struct pdf_type *type, bool shading,
                     cairo_t *cr)
{
    struct piece piece;
    if (cr && shading && slice->strips)
        shade_head(slice, cr);
    if (cr)
        draw_rules(slice, cr);
    for (size_t i = 0; i < slice->strips; i++)
        for (size_t c = 0; c < slice->table->columns; c++) {
            if (!piece_at(slice, i, c, &piece))
                continue;
            size_t count =
                piece.ends ? lines_left(piece.box) : lines_in(type, piece.box, piece.height);
            if (cr)
                draw_lines(slice, type, piece.box, count, piece.top, piece.height, cr);
            piece.box->given += count;
        }
    slice->strips = 0;
    slice->table = NULL;
}
