// SPDX-License-Identifier: GPL-3.0-or-later
// Putting the units of a part on pages.
#include "flow.h"

#include "rows.h"

enum {
    LAST_LINES = 2,  // of a row that go over to another page with what must follow it
    START_LINES = 8, // what is too tall for a page is not begun in less than this
};

struct flow {
    const struct units *units;
    const struct metrics *metrics;
    struct arena *arena;
    struct layout_page *page;
    size_t pages, pages_cap;
    int64_t height, y;       // without the rule that will close the open table
    struct page_table *open; // the table whose last rule is not there yet
    size_t block;            // whose it is
};

static int64_t lines(const struct flow *flow, size_t count)
{
    return metrics_height(flow->metrics, count);
}

static bool fits(const struct flow *flow, int64_t height)
{
    return height <= flow->height - flow->y;
}

static void add_item(struct flow *flow, struct page_item item)
{
    struct layout_page *page = &flow->page[flow->pages - 1];
    page->item = arena_grow(flow->arena, page->item, page->items, &page->cap, sizeof *page->item);
    page->item[page->items++] = item;
}

static void add_row(struct flow *flow, size_t row, int64_t height, bool ends)
{
    struct page_table *open = flow->open;
    flow->y += flow->metrics->rule;
    open->row = arena_grow(flow->arena, open->row, open->rows, &open->rows_cap, sizeof *open->row);
    open->row[open->rows++] = (struct page_row){row, flow->y, height, ends};
    flow->y += height;
}

static void open_table(struct flow *flow, struct laid_table *t, size_t block)
{
    flow->open = arena_alloc(flow->arena, sizeof *flow->open);
    *flow->open = (struct page_table){.table = t, .x = t->x, .pad = t->pad};
    flow->block = block;
    if (!t->repeats)
        return;
    laid_table_take_back(t, t->head);
    for (size_t r = 0; r < t->head; r++)
        add_row(flow, r, t->height[r], true);
}

static void close_table(struct flow *flow)
{
    struct page_table *open = flow->open;
    flow->open = NULL;
    if (!open || !open->rows)
        return;
    rows_close(open, flow->arena);
    add_item(flow, (struct page_item){.block = flow->block,
                                      .table = open,
                                      .y = open->row[0].y - flow->metrics->rule});
    flow->y += flow->metrics->rule;
}

static void start_page(struct flow *flow)
{
    flow->page =
        arena_grow(flow->arena, flow->page, flow->pages, &flow->pages_cap, sizeof *flow->page);
    flow->page[flow->pages++] = (struct layout_page){0};
    flow->y = 0;
}

static void turn_page(struct flow *flow)
{
    close_table(flow);
    start_page(flow);
}

// Puts down as many lines of the row as have room, and turns the page.
static void go_on_with_row(struct flow *flow, const struct unit *unit, int64_t room)
{
    struct laid_table *t = unit->table;
    int64_t fit = room < lines(flow, 0) ? 0 : (room - lines(flow, 0)) / flow->metrics->line;
    bool at_start = flow->y <= (t->repeats ? laid_table_head_height(t) : 0);
    if (fit < 1 && at_start)
        fit = 1; // no page will have more room
    if (fit >= 1)
        add_row(flow, unit->row, lines(flow, (size_t)fit), false);
    turn_page(flow);
    open_table(flow, t, unit->block);
}

// Puts a row down, over as many pages as it takes. What follows it and is `tail` high shall not be
// alone on its page: if it does not fit below the row, the row's last lines go over with it.
static void place_row(struct flow *flow, const struct unit *unit, int64_t tail)
{
    struct laid_table *t = unit->table;
    const int64_t rules = 2 * flow->metrics->rule; // over and under it
    if (!flow->open || flow->open->table != t) {
        close_table(flow);
        open_table(flow, t, unit->block);
    }
    if (!unit->has_row)
        return;
    int64_t need = rows_need(flow->open, t, unit->row, unit->row, flow->y, false);
    while (!fits(flow, rules + need + tail)) {
        int64_t room = flow->height - flow->y - rules;
        if (fits(flow, rules + need)) {
            room = need - LAST_LINES * flow->metrics->line;
            tail = room < lines(flow, 1) ? 0 : tail;
            if (tail <= 0)
                continue; // a row of a few lines, or a page too short for all
        }
        go_on_with_row(flow, unit, room);
        need = rows_rest(t, unit->row);
    }
    add_row(flow, unit->row, need, true);
}

static void place_texts(struct flow *flow, const struct unit *unit)
{
    int64_t top = flow->y;
    for (size_t i = 0; i < unit->texts; i++) {
        const struct page_text *text = &unit->text[i];
        if (!text->beside) {
            const int64_t height = text->size * flow->metrics->line / SIZE_FULL;
            if (!fits(flow, height))
                turn_page(flow);
            if (unit->kind == BLOCK_SPACE && flow->y <= 0)
                return; // at the top of a page
            top = flow->y;
            flow->y += height;
        }
        if (text->line.body)
            add_item(flow, (struct page_item){.block = unit->block, .text = *text, .y = top});
    }
}

static void place(struct flow *flow, const struct unit *unit, int64_t tail)
{
    if (unit->table) {
        place_row(flow, unit, tail);
        return;
    }
    close_table(flow);
    if (unit->kind == BLOCK_BREAK && flow->y > 0)
        turn_page(flow);
    place_texts(flow, unit);
}

// Height of the units first to last on this page, or on one of their own if `fresh`.
static int64_t cost(const struct flow *flow, size_t first, size_t last, bool fresh)
{
    const struct laid_table *open = fresh || !flow->open ? NULL : flow->open->table;
    int64_t rule = flow->metrics->rule, total = open ? rule : 0;
    size_t row = 0; // where the rows of this table begin among the units
    for (size_t i = first; i <= last; i++) {
        const struct unit *unit = &flow->units->unit[i];
        const struct laid_table *t = unit->table;
        if (!t) {
            open = NULL;
            if (unit->kind != BLOCK_SPACE || total > 0 || (!fresh && flow->y > 0))
                total += unit_height(unit, flow->metrics);
            continue;
        }
        if (i == first || unit[-1].table != t)
            row = unit->row;
        if (open != t)
            total += rule + (t->repeats ? laid_table_head_height(t) : 0);
        open = t;
        if (unit->has_row)
            total += rule + rows_need(flow->open, t, row, unit->row, flow->y, fresh);
    }
    return total;
}

// Height that must be free for a start with the first of units that no page can hold together.
static int64_t cost_of_start(const struct flow *flow, size_t i, bool alone)
{
    const struct laid_table *t = flow->units->unit[i].table;
    int64_t whole = cost(flow, i, i, false), some = lines(flow, START_LINES);
    if (t && (!flow->open || t != flow->open->table) && t->repeats)
        some += laid_table_head_height(t);
    return (whole < some ? whole : some) + (alone ? 0 : lines(flow, START_LINES));
}

// Height of what is kept behind the first unit; 0 when there are rows, which care for themselves.
static int64_t tail_of(const struct flow *flow, size_t first, size_t last)
{
    int64_t height = 0;
    for (size_t i = first + 1; i <= last; i++) {
        if (flow->units->unit[i].table)
            return 0;
        height += unit_height(&flow->units->unit[i], flow->metrics);
    }
    return height;
}

// Puts down the units that are kept together from i on, or the first of them when they are too tall
// for a page. Returns the unit after what was put down.
static size_t place_kept(struct flow *flow, size_t i)
{
    size_t last = i;
    while (last + 1 < flow->units->count && flow->units->unit[last].kept)
        last++;
    bool fits_a_page = cost(flow, i, last, true) <= flow->height;
    int64_t need = fits_a_page ? cost(flow, i, last, false) : cost_of_start(flow, i, last == i);
    if (flow->y > 0 && !fits(flow, need))
        turn_page(flow);
    int64_t tail = fits_a_page ? 0 : tail_of(flow, i, last);
    if (!fits_a_page)
        last = i;
    for (size_t at = i; at <= last; at++)
        place(flow, &flow->units->unit[at], tail);
    return last + 1;
}

int flow_place(const struct units *units, const struct metrics *metrics, int64_t height,
               struct arena *arena, struct layout_page **ret_pages)
{
    struct flow flow = {.units = units, .metrics = metrics, .arena = arena, .height = height};
    start_page(&flow);
    for (size_t i = 0; i < units->count;)
        i = place_kept(&flow, i);
    close_table(&flow);
    *ret_pages = flow.page;
    return (int)flow.pages;
}
