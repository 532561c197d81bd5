// SPDX-License-Identifier: GPL-3.0-or-later
// Measuring a table: widths of columns, lines of cells, heights of rows.
#include "table.h"

#include "orjon/base/larger.h"

struct laid_cell *laid_table_cell(const struct laid_table *t, size_t r, size_t c)
{
    return t->cell[r * t->columns + c];
}

static int64_t sum(const int64_t *value, size_t count)
{
    int64_t total = 0;
    for (size_t i = 0; i < count; i++)
        total += value[i];
    return total;
}

// Deals `rest` out in equal parts among those of the values that may have more; what cannot be
// parted goes to the first.
static void deal(int64_t *value, size_t count, const bool *settled, int64_t rest)
{
    int64_t among = 0;
    for (size_t i = 0; i < count; i++)
        among += !settled || !settled[i];
    if (rest <= 0 || among == 0)
        return;
    int64_t part = rest / among, odd = rest % among;
    for (size_t i = 0; i < count; i++)
        if (!settled || !settled[i])
            value[i] += part + (odd-- > 0);
}

// Calls what measures for every cell.
static void for_cells(struct laid_table *t, void (*one)(struct laid_table *, struct laid_cell *))
{
    for (size_t r = 0; r < t->rows; r++)
        for (size_t c = 0; c < t->columns; c++) {
            struct laid_cell *cell = laid_table_cell(t, r, c);
            if (cell->row == r && cell->column == c)
                one(t, cell);
        }
}

static void measure_single(struct laid_table *t, struct laid_cell *cell)
{
    size_t c = cell->column;
    if (cell->span > 1)
        return;
    t->hard[c] = larger64(t->hard[c], cell->text.hard);
    t->soft[c] = larger64(t->soft[c], cell->text.soft);
    if (t->row[cell->row].kind == ROW_PLAIN) // headings take what the cells have
        t->wish[c] = larger64(t->wish[c], cell->text.wish / (int64_t)cell->rows);
}

// A heading that lacks little in a column of given width stands on one line, as its neighbours do.
static void measure_heading(struct laid_table *t, struct laid_cell *cell)
{
    size_t c = cell->column;
    int64_t wish = cell->text.wish;
    bool lacks = wish > t->soft[c] && wish * 100 <= t->soft[c] * t->metrics->heading_growth;
    if (cell->span == 1 && cell->row < t->head && t->table->column[c].width > 0 && lacks)
        t->soft[c] = t->wish[c] = t->hard[c] = wish;
}

// What stands between the texts of columns that one cell covers, at least.
static int64_t between(const struct laid_table *t, size_t span, int64_t pad)
{
    return (int64_t)(span - 1) * (t->metrics->rule + 2 * pad);
}

static void measure_spanning(struct laid_table *t, struct laid_cell *cell)
{
    size_t c = cell->column;
    int64_t inner = between(t, cell->span, t->metrics->pad_low);
    if (cell->span == 1)
        return;
    deal(t->hard + c, cell->span, NULL, cell->text.hard - inner - sum(t->hard + c, cell->span));
    deal(t->soft + c, cell->span, NULL, cell->text.soft - inner - sum(t->soft + c, cell->span));
}

static void measure(struct laid_table *t)
{
    const struct metrics *metrics = t->metrics;
    for_cells(t, measure_single);
    for (size_t c = 0; c < t->columns; c++) {
        int64_t given = t->table->column[c].width * metrics->column;
        t->hard[c] = larger64(t->hard[c], metrics->column);
        t->soft[c] = larger64(t->soft[c], t->hard[c]);
        t->wish[c] = larger64(smaller64(t->wish[c], metrics->long_line), t->soft[c]);
        if (given > 0)
            t->soft[c] = t->wish[c] = t->hard[c] = larger64(t->hard[c], given);
    }
    for_cells(t, measure_heading);
    for_cells(t, measure_spanning);
}

static void make_cell(struct laid_table *t, size_t r, size_t c, struct arena *arena)
{
    const struct metrics *metrics = t->metrics;
    const struct row *row = &t->row[r];
    const struct cell *of = &row->cell[c];
    struct laid_cell *cell = arena_alloc(arena, sizeof *cell);
    cell->bold = of->bold || row->kind == ROW_HEADING;
    cell->text = metrics->shape(metrics->of, of->text, cell->bold, of->kind != CELL_TEXT, arena);
    cell->text.hard = smaller64(cell->text.hard, metrics->widest);
    cell->text.soft = smaller64(cell->text.soft, metrics->widest);
    cell->row = r;
    cell->rows = rows_span(t->row, t->rows, r, c);
    cell->column = c;
    cell->span = row_span(row, c);
    cell->align = table_align(t->table, row, c);
    for (size_t i = r; i < r + cell->rows; i++)
        for (size_t k = c; k < c + cell->span; k++)
            t->cell[i * t->columns + k] = cell;
}

struct laid_table *laid_table_new(const struct metrics *metrics, const struct table *table,
                                  struct arena *arena)
{
    struct laid_table *t = arena_alloc(arena, sizeof *t);
    const struct row *head = table_head(table, arena, &t->head);
    t->metrics = metrics;
    t->table = table;
    t->columns = table->columns;
    t->head = t->columns ? t->head : 0;
    t->rows = t->columns ? t->head + table->rows : 0;
    struct row *rows = arena_alloc(arena, (t->rows + 1) * sizeof *rows);
    for (size_t r = 0; r < t->rows; r++)
        rows[r] = r < t->head ? head[r] : table->row[r - t->head];
    t->row = rows;
    t->height = arena_alloc(arena, (t->rows + 1) * sizeof *t->height);
    t->cell = arena_alloc(arena, (t->rows + 1) * (t->columns + 1) * sizeof(struct laid_cell *));
    for (size_t r = 0; r < t->rows; r++)
        for (size_t c = 0; c < t->columns; c++)
            if (!rows[r].cell[c].above && !rows[r].cell[c].covered)
                make_cell(t, r, c, arena);
    measure(t);
    return t;
}

// Rules, and the blanks beside all texts.
static int64_t around(const struct laid_table *t, int64_t pad)
{
    return between(t, t->columns + 1, pad) + t->metrics->rule;
}

int64_t laid_table_least(const struct laid_table *t, bool whole_words)
{
    return sum(whole_words ? t->soft : t->hard, t->columns) + around(t, t->metrics->pad_low);
}

// The columns whose width is settled before the rest is shared out: those given one, unless all
// are.
static void settle_given(const struct laid_table *t, bool *settled)
{
    bool all = true;
    for (size_t c = 0; c < t->columns; c++)
        all &= settled[c] = t->table->column[c].width > 0;
    for (size_t c = 0; all && c < t->columns; c++)
        settled[c] = false;
}

// Shares `room` out in proportion to the wishes, but not below the bases: a column whose part would
// be below is settled with its base and leaves the rest to the others.
static void share(const struct laid_table *t, const int64_t *base, int64_t room, int64_t *width)
{
    bool settled[TABLE_COLUMNS_MAX], again = true;
    settle_given(t, settled);
    int64_t wishes = 0, rest = 0;
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
    deal(width, t->columns, wishes ? settled : NULL, room - sum(width, t->columns));
}

static void wrap_cells(struct laid_table *t, struct arena *arena)
{
    const int64_t beside = t->metrics->rule + 2 * t->pad;
    for (size_t r = 0; r < t->rows; r++)
        for (size_t c = 0; c < t->columns; c++) {
            struct laid_cell *cell = laid_table_cell(t, r, c);
            if (cell->row == r && cell->column == c)
                cell->lines = t->metrics->wrap(t->metrics->of, &cell->text,
                                               t->x[c + cell->span] - t->x[c] - beside, arena);
        }
}

// What a cell of several rows lacks is dealt out to them from the last up.
static void deepen(struct laid_table *t, struct laid_cell *cell)
{
    if (cell->rows == 1)
        return;
    int64_t unit = t->metrics->line, rules = (int64_t)(cell->rows - 1) * t->metrics->rule;
    int64_t lack = metrics_height(t->metrics, cell->lines.count) - rules -
                   sum(t->height + cell->row, cell->rows);
    for (size_t i = cell->rows; lack > 0; lack -= unit) {
        t->height[cell->row + --i] += smaller64(unit, lack);
        i = i ? i : cell->rows;
    }
}

static void plan_heights(struct laid_table *t)
{
    const bool by_hand = table_by_hand(t->table);
    for (size_t r = 0; r < t->rows; r++) {
        t->height[r] = metrics_height(t->metrics, 1);
        if (by_hand && r >= t->head)
            t->height[r] = larger64(t->height[r], t->metrics->hand);
        for (size_t c = 0; c < t->columns; c++) {
            const struct laid_cell *cell = laid_table_cell(t, r, c);
            if (cell->rows == 1)
                t->height[r] =
                    larger64(t->height[r], metrics_height(t->metrics, cell->lines.count));
        }
    }
    for_cells(t, deepen);
}

void laid_table_lay(struct laid_table *t, int64_t width, int64_t height, struct arena *arena)
{
    int64_t columns[TABLE_COLUMNS_MAX];
    if (!t->columns)
        return;
    t->pad = sum(t->soft, t->columns) + around(t, t->metrics->pad) <= width ? t->metrics->pad
                                                                            : t->metrics->pad_low;
    bool whole_words = laid_table_least(t, true) <= width;
    share(t, whole_words ? t->soft : t->hard, width - around(t, t->pad), columns);
    int64_t *x = arena_alloc(arena, (t->columns + 1) * sizeof *x);
    for (size_t c = 0; c < t->columns; c++)
        x[c + 1] = x[c] + columns[c] + t->metrics->rule + 2 * t->pad;
    t->x = x;
    wrap_cells(t, arena);
    plan_heights(t);
    t->repeats = t->metrics->rule + laid_table_head_height(t) <= height / 2;
    laid_table_take_back(t, t->rows);
}

int64_t laid_table_head_height(const struct laid_table *t)
{
    return sum(t->height, t->head) + (int64_t)t->head * t->metrics->rule;
}

void laid_table_take_back(struct laid_table *t, size_t rows)
{
    for (size_t i = 0; i < rows * t->columns; i++)
        t->cell[i]->given = 0;
}
