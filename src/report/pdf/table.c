// SPDX-License-Identifier: GPL-3.0-or-later
// Measuring a table for a pdf: widths of columns, lines of cells, heights of rows.
#include "pdf.h"

#include <math.h>

#define HEADING_GROWTH 1.15

enum { LONG_LINE = 120 }; // columns of text; a longer cell does not ask for more of the page

double pdf_lines_height(const struct pdf_type *type, size_t lines)
{
    return (double)lines * type->pitch + 2 * PDF_PAD_ABOVE;
}

struct pdf_box *pdf_table_box(const struct pdf_table *t, size_t r, size_t c)
{
    return t->box[r * t->columns + c];
}

static double sum(const double *value, size_t count)
{
    double total = 0;
    for (size_t i = 0; i < count; i++)
        total += value[i];
    return total;
}

// Widens the columns under a spanning cell until it fits.
static void widen(double *width, size_t span, double need)
{
    double lack = need - sum(width, span) - 2 * PDF_PAD * (double)(span - 1);
    for (size_t i = 0; lack > 0 && i < span; i++)
        width[i] += lack / (double)span;
}

static void measure_single(struct pdf_table *t, const struct pdf_box *box)
{
    if (box->span > 1)
        return;
    size_t c = box->column;
    t->hard[c] = fmax(t->hard[c], box->text.hard);
    t->soft[c] = fmax(t->soft[c], box->text.soft);
    if (t->row[box->row].kind == ROW_PLAIN) // headings take what the cells have
        t->wish[c] = fmax(t->wish[c], box->text.wish / (double)box->rows);
}

static void measure_spanning(struct pdf_table *t, const struct pdf_box *box)
{
    if (box->span == 1)
        return;
    widen(t->hard + box->column, box->span, box->text.hard);
    widen(t->soft + box->column, box->span, box->text.soft);
}

// Calls what measures or lays for every box.
static void for_boxes(struct pdf_table *t, void (*one)(struct pdf_table *, const struct pdf_box *))
{
    for (size_t r = 0; r < t->rows; r++)
        for (size_t c = 0; c < t->columns; c++) {
            const struct pdf_box *box = pdf_table_box(t, r, c);
            if (box->row == r && box->column == c)
                one(t, box);
        }
}

// A heading that lacks little in a column of given width stands on one line, as its neighbours do.
static void measure_heading(struct pdf_table *t, const struct pdf_box *box)
{
    size_t c = box->column;
    bool lacks = box->text.wish > t->soft[c] && box->text.wish <= t->soft[c] * HEADING_GROWTH;
    if (box->span == 1 && box->row < t->head && t->table->column[c].width > 0 && lacks)
        t->soft[c] = t->wish[c] = t->hard[c] = box->text.wish;
}

static void measure(struct pdf_table *t, const struct pdf_type *type)
{
    for_boxes(t, measure_single);
    for (size_t c = 0; c < t->columns; c++) {
        double given = t->table->column[c].width * type->column;
        t->hard[c] = fmax(t->hard[c], type->column);
        t->soft[c] = fmax(t->soft[c], t->hard[c]);
        t->wish[c] = fmax(fmin(t->wish[c], LONG_LINE * type->column), t->soft[c]);
        if (given > 0)
            t->soft[c] = t->wish[c] = t->hard[c] = fmax(t->hard[c], given);
    }
    for_boxes(t, measure_heading);
    for_boxes(t, measure_spanning);
}

static void make_box(struct pdf_table *t, struct pdf_type *type, size_t r, size_t c, double widest,
                     struct arena *arena)
{
    const struct row *row = &t->row[r];
    const struct cell *cell = &row->cell[c];
    struct pdf_box *box = arena_alloc(arena, sizeof *box);
    bool bold = cell->bold || row->kind == ROW_HEADING;
    box->whole = cell->kind != CELL_TEXT;
    box->text = pdf_text_of(type, bold ? FACE_BOLD : FACE_PLAIN, cell->text, box->whole, arena);
    if (box->text.hard > widest)
        box->text.hard = widest;
    if (box->text.soft > widest)
        box->text.soft = widest;
    box->row = r;
    box->rows = rows_span(t->row, t->rows, r, c);
    box->column = c;
    box->span = row_span(row, c);
    box->align = table_align(t->table, row, c);
    for (size_t i = r; i < r + box->rows; i++)
        for (size_t k = c; k < c + box->span; k++)
            t->box[i * t->columns + k] = box;
}

struct pdf_table *pdf_table_new(struct pdf_type *type, const struct table *table, double widest,
                                struct arena *arena)
{
    struct pdf_table *t = arena_alloc(arena, sizeof *t);
    const struct row *head = table_head(table, arena, &t->head);
    t->table = table;
    t->columns = table->columns;
    t->head = t->columns ? t->head : 0;
    t->rows = t->columns ? t->head + table->rows : 0;
    struct row *rows = arena_alloc(arena, (t->rows + 1) * sizeof *rows);
    for (size_t r = 0; r < t->rows; r++)
        rows[r] = r < t->head ? head[r] : table->row[r - t->head];
    t->row = rows;
    t->height = arena_alloc(arena, (t->rows + 1) * sizeof *t->height);
    t->box = arena_alloc(arena, (t->rows + 1) * (t->columns + 1) * sizeof(struct pdf_box *));
    for (size_t r = 0; r < t->rows; r++)
        for (size_t c = 0; c < t->columns; c++)
            if (!rows[r].cell[c].above && !rows[r].cell[c].covered)
                make_box(t, type, r, c, widest, arena);
    measure(t, type);
    return t;
}

double pdf_table_least(const struct pdf_table *t, bool whole_words)
{
    return sum(whole_words ? t->soft : t->hard, t->columns) + 2 * PDF_PAD * (double)t->columns;
}

// The columns whose width is settled before the rest is shared out: those given one, unless all
// are.
static void settle_given(const struct pdf_table *t, bool *settled)
{
    bool all = true;
    for (size_t c = 0; c < t->columns; c++)
        all &= settled[c] = t->table->column[c].width > 0;
    for (size_t c = 0; all && c < t->columns; c++)
        settled[c] = false;
}

// Shares `room` out in proportion to the wishes, but not below the bases: a column whose part would
// be below is settled with its base and leaves the rest to the others.
static void share(const struct pdf_table *t, const double *base, double room, double *width)
{
    bool settled[TABLE_COLUMNS_MAX], again = true;
    settle_given(t, settled);
    double wishes = 0, rest = 0;
    while (again) {
        again = false;
        wishes = 0;
        rest = room;
        for (size_t c = 0; c < t->columns; c++) {
            rest -= settled[c] ? base[c] : 0;
            wishes += settled[c] ? 0 : t->wish[c];
        }
        for (size_t c = 0; c < t->columns && !again; c++)
            if (!settled[c] && t->wish[c] * rest < base[c] * wishes)
                settled[c] = again = true;
    }
    for (size_t c = 0; c < t->columns; c++)
        width[c] = settled[c] ? base[c] : t->wish[c] * rest / wishes;
    double over = room - sum(width, t->columns); // when all are settled
    for (size_t c = 0; c < t->columns; c++)
        width[c] += over / (double)t->columns;
}

static double box_width(const struct pdf_table *t, const struct pdf_box *box)
{
    return t->x[box->column + box->span] - t->x[box->column] - 2 * PDF_PAD;
}

// Rows are as high as the cells of one row ask for; what a cell of several rows lacks is dealt out
// among them.
static void plan_heights(struct pdf_table *t, const struct pdf_type *type)
{
    for (size_t r = 0; r < t->rows; r++) {
        t->height[r] = pdf_lines_height(type, 1);
        for (size_t c = 0; c < t->columns; c++) {
            const struct pdf_box *box = pdf_table_box(t, r, c);
            if (box->rows == 1)
                t->height[r] = fmax(t->height[r], pdf_lines_height(type, box->lines.count));
        }
    }
    for (size_t r = 0; r < t->rows; r++)
        for (size_t c = 0; c < t->columns; c++) {
            const struct pdf_box *box = pdf_table_box(t, r, c);
            if (box->rows == 1 || box->row != r || box->column != c)
                continue;
            double lack = pdf_lines_height(type, box->lines.count) - sum(t->height + r, box->rows);
            for (size_t i = r; lack > 0 && i < r + box->rows; i++)
                t->height[i] += lack / (double)box->rows;
        }
}

void pdf_table_lay(struct pdf_table *t, struct pdf_type *type, double width, struct arena *arena)
{
    if (!t->columns)
        return;
    double columns[TABLE_COLUMNS_MAX];
    bool whole_words = pdf_table_least(t, true) <= width;
    share(t, whole_words ? t->soft : t->hard, width - 2 * PDF_PAD * (double)t->columns, columns);
    for (size_t c = 0; c < t->columns; c++)
        t->x[c + 1] = t->x[c] + columns[c] + 2 * PDF_PAD;
    for (size_t r = 0; r < t->rows; r++)
        for (size_t c = 0; c < t->columns; c++) {
            struct pdf_box *box = pdf_table_box(t, r, c);
            if (box->row == r && box->column == c)
                box->lines = pdf_text_wrap(type, &box->text, box_width(t, box), arena);
        }
    plan_heights(t, type);
}

double pdf_table_head_height(const struct pdf_table *t)
{
    return sum(t->height, t->head);
}
