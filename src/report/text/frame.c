// SPDX-License-Identifier: GPL-3.0-or-later
// Measuring a table: columns, lines, heights.
#include "frame.h"

#include <string.h>

enum {
    LONG_CELL = 240, // columns; a longer cell does not ask for more of the page
};

struct need {
    int hard, soft, wish; // as in struct frame
};

static int at_least(int *value, int least)
{
    if (*value < least)
        *value = least;
    return *value;
}

struct box *frame_box(const struct frame *g, size_t r, size_t c)
{
    return g->box[r * g->columns + c];
}

// The columns of the widest line, as its newlines have it.
static int widest_line(const char *text)
{
    int widest = 0;
    for (const char *end; *text; text = *end ? end + 1 : end) {
        end = strchrnul(text, '\n');
        at_least(&widest, text_columns(text, (size_t)(end - text)));
    }
    return widest;
}

static int widest_word(const char *text)
{
    int widest = 0;
    while (*text) {
        size_t n = strcspn(text, " \n/-");
        n += text[n] == '/' || text[n] == '-';
        at_least(&widest, text_columns(text, n));
        text += n;
        text += strspn(text, " \n");
    }
    return widest;
}

static int widest_syllable(const char *text, size_t n)
{
    int widest = 0;
    for (size_t at = 0, next; at < n; at = next) {
        next = text_next(text, n, at);
        at_least(&widest, text_columns(text + at, next - at));
    }
    return widest;
}

static struct need need_of(const struct cell *cell)
{
    struct need need = {.wish = widest_line(cell->text)};
    if (cell->kind != CELL_TEXT) {
        need.hard = need.soft = need.wish;
        return need;
    }
    size_t n = strlen(cell->text);
    need.hard = text_unbreakable_columns(cell->text, n);
    need.soft = widest_word(cell->text);
    at_least(&need.soft, need.hard);
    if (need.soft > need.hard) // a long word may be cut, its syllables may not
        at_least(&need.hard, widest_syllable(cell->text, n));
    return need;
}

int least_columns(const char *text)
{
    return need_of(&(struct cell){.text = text}).hard;
}

static int sum(const int *value, size_t count)
{
    int total = 0;
    for (size_t i = 0; i < count; i++)
        total += value[i];
    return total;
}

// Widens the columns under a spanning cell until it fits; its inner rules count for it.
static void widen(int *width, size_t span, int need)
{
    int have = sum(width, span) + (int)span - 1;
    for (size_t i = 0; have < need; i = (i + 1) % span, have++)
        width[i]++;
}

// Calls what measures for every cell that starts at its place.
static void measure_cells(struct frame *g, void (*one)(struct frame *, size_t r, size_t c))
{
    for (size_t r = 0; r < g->rows; r++)
        for (size_t c = 0; c < g->columns; c++)
            if (!g->row[r].cell[c].above && !g->row[r].cell[c].covered)
                one(g, r, c);
}

static void measure_single(struct frame *g, size_t r, size_t c)
{
    const struct row *row = &g->row[r];
    if (row_span(row, c) > 1)
        return;
    struct need need = need_of(&row->cell[c]);
    at_least(&g->hard[c], need.hard);
    at_least(&g->soft[c], need.soft);
    if (row->kind == ROW_PLAIN) // headings take what the cells have
        at_least(&g->wish[c], need.wish / (int)rows_span(g->row, g->rows, r, c));
}

static void measure_spanning(struct frame *g, size_t r, size_t c)
{
    size_t span = row_span(&g->row[r], c);
    if (span == 1)
        return;
    struct need need = need_of(&g->row[r].cell[c]);
    widen(g->hard + c, span, need.hard);
    widen(g->soft + c, span, need.soft);
}

static void measure(struct frame *g)
{
    measure_cells(g, measure_single);
    for (size_t c = 0; c < g->columns; c++) {
        int given = g->table->column[c].width;
        at_least(&g->soft[c], at_least(&g->hard[c], 1));
        if (g->wish[c] > LONG_CELL)
            g->wish[c] = LONG_CELL;
        at_least(&g->wish[c], g->soft[c]);
        if (given > 0)
            g->soft[c] = g->wish[c] = at_least(&g->hard[c], given);
    }
    measure_cells(g, measure_spanning);
    g->least = sum(g->hard, g->columns) + (int)g->columns + 1;
}

static void make_box(struct frame *g, size_t r, size_t c, struct arena *arena)
{
    const struct row *row = &g->row[r];
    struct box *box = arena_alloc(arena, sizeof *box);
    *box = (struct box){.text = row->cell[c].text,
                        .row = r,
                        .rows = rows_span(g->row, g->rows, r, c),
                        .column = c,
                        .span = row_span(row, c),
                        .align = table_align(g->table, row, c)};
    for (size_t i = r; i < r + box->rows; i++)
        for (size_t k = c; k < c + box->span; k++)
            g->box[i * g->columns + k] = box;
}

struct frame *frame_new(const struct table *table, bool ascii, struct arena *arena)
{
    struct frame *g = arena_alloc(arena, sizeof *g);
    const struct row *head = table_head(table, arena, &g->head);
    g->table = table;
    g->ascii = ascii;
    g->columns = table->columns;
    g->rows = g->columns ? g->head + table->rows : 0;
    if (!g->columns)
        g->head = 0;
    struct row *rows = arena_alloc(arena, (g->rows + 1) * sizeof *rows);
    for (size_t r = 0; r < g->rows; r++)
        rows[r] = r < g->head ? head[r] : table->row[r - g->head];
    g->row = rows;
    g->height = arena_alloc(arena, (g->rows + 1) * sizeof *g->height);
    g->box = arena_alloc(arena, (g->rows + 1) * (g->columns + 1) * sizeof(struct box *));
    for (size_t r = 0; r < g->rows; r++)
        for (size_t c = 0; c < g->columns; c++)
            if (!g->row[r].cell[c].above && !g->row[r].cell[c].covered)
                make_box(g, r, c, arena);
    measure(g);
    return g;
}

// The columns whose width is settled before the rest is shared out: those given one, unless all
// are.
static void settle_given(const struct frame *g, bool *settled)
{
    bool all = true;
    for (size_t c = 0; c < g->columns; c++)
        all &= settled[c] = g->table->column[c].width > 0;
    for (size_t c = 0; all && c < g->columns; c++)
        settled[c] = false;
}

// Shares `room` columns out in proportion to the wishes, but not below the bases: a column whose
// part would be below is settled with its base and leaves the rest to the others.
static void share(struct frame *g, const int *base, int room)
{
    bool settled[TABLE_COLUMNS_MAX], again = true;
    settle_given(g, settled);
    long long wishes = 0, rest = 0;
    while (again) {
        again = false;
        wishes = 0;
        rest = room;
        for (size_t c = 0; c < g->columns; c++) {
            rest -= settled[c] ? base[c] : 0;
            wishes += settled[c] ? 0 : g->wish[c];
        }
        for (size_t c = 0; c < g->columns && !again; c++)
            if (!settled[c] && g->wish[c] * rest < base[c] * wishes)
                settled[c] = again = true;
    }
    for (size_t c = 0; c < g->columns; c++)
        g->width[c] = settled[c] ? base[c] : (int)(g->wish[c] * rest / wishes);
    int used = sum(g->width, g->columns);
    for (size_t c = 0; used < room; c = (c + 1) % g->columns)
        if (!settled[c] || wishes == 0) {
            g->width[c]++;
            used++;
        }
}

static void wrap(struct frame *g, struct box *box, struct arena *arena)
{
    size_t n = strlen(box->text);
    box->columns = sum(g->width + box->column, box->span) +
                   ((int)box->span - 1) * (1 + 2 * g->pad); // rules and blanks that it covers
    bool whole = g->row[box->row].cell[box->column].kind != CELL_TEXT;
    autofree struct text_line *lines = NULL;
    box->lines = text_wrap(box->text, n, whole ? INT_MAX : box->columns, &lines);
    box->line = arena_alloc(arena, box->lines * sizeof *lines);
    memcpy(box->line, lines, box->lines * sizeof *lines);
    if (n == 0)
        box->lines = 0;
}

// Height of the rows first to first + count - 1 with the rules between them.
static int stack_height(const struct frame *g, size_t first, size_t count)
{
    return sum(g->height + first, count) + (int)count - 1;
}

// Rows are as high as the cells of one row ask for; what a cell of several rows lacks is dealt out
// to them from the last up.
static void plan_heights(struct frame *g)
{
    for (size_t r = 0; r < g->rows; r++) {
        g->height[r] = 1;
        for (size_t c = 0; c < g->columns; c++)
            if (frame_box(g, r, c)->rows == 1)
                at_least(&g->height[r], (int)frame_box(g, r, c)->lines);
    }
    for (size_t r = 0; r < g->rows; r++)
        for (size_t c = 0; c < g->columns; c++) {
            const struct box *box = frame_box(g, r, c);
            if (box->rows == 1 || box->row != r || box->column != c)
                continue;
            int lack = (int)box->lines - stack_height(g, r, box->rows);
            for (size_t i = box->rows; lack > 0; lack--) {
                g->height[r + --i]++;
                i = i ? i : box->rows;
            }
        }
}

void frame_lay(struct frame *g, int columns, struct arena *arena)
{
    if (!g->columns)
        return;
    int room = columns - (int)g->columns - 1, blanks = 2 * (int)g->columns;
    int need = sum(g->soft, g->columns);
    g->pad = need + blanks <= room;
    share(g, need <= room ? g->soft : g->hard, room - g->pad * blanks);
    for (size_t r = 0; r < g->rows; r++)
        for (size_t c = 0; c < g->columns; c++) {
            struct box *box = frame_box(g, r, c);
            if (box->row == r && box->column == c)
                wrap(g, box, arena);
        }
    plan_heights(g);
}

int frame_row_height(const struct frame *g, size_t first, size_t r)
{
    int height = g->height[r];
    for (size_t c = 0; c < g->columns; c++) {
        const struct box *box = frame_box(g, r, c);
        if (box->row >= first || box->row + box->rows != r + 1)
            continue;
        int lack = (int)(box->lines - box->given) - stack_height(g, first, r - first + 1);
        at_least(&height, g->height[r] + lack);
    }
    return height;
}

int frame_head_height(const struct frame *g)
{
    return sum(g->height, g->head) + (int)g->head;
}

int frame_lines_left(const struct frame *g, size_t r, int drawn)
{
    int left = g->height[r] - drawn;
    for (size_t c = 0; c < g->columns; c++) {
        const struct box *box = frame_box(g, r, c);
        if (box->row + box->rows == r + 1)
            at_least(&left, (int)(box->lines - box->given));
    }
    return left > 0 ? left : 0;
}

void frame_rewind_head(struct frame *g)
{
    for (size_t r = 0; r < g->head; r++)
        for (size_t c = 0; c < g->columns; c++) {
            struct box *box = frame_box(g, r, c);
            box->given = 0;
            box->lead = (stack_height(g, box->row, box->rows) - (int)box->lines) / 2;
        }
}
