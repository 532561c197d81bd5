// SPDX-License-Identifier: GPL-3.0-or-later
// Putting the units of a paper on pages.
#include "orjon/report/page.h"

#include "layout/bond.h"
#include "unit.h"

#include <stdio.h>
#include <string.h>

enum {
    FOOTER_LINES = 2,
    MARK_LINES = 2,
    ENTRY_NUMBER = 8, // columns of a page number in the contents
    LAST_LINES = 2,   // of a row that go over to another page with what must follow it
    START_LINES = 8,  // what is too tall for a page is not begun in less than this
    ENDLESS = INT_MAX / 2,
};

struct flow {
    const struct paper *paper;
    struct pages *pages;
    int capacity;       // lines of a page that units can have
    int used;           // of them, without the rule that will close the open table
    struct frame *open; // the table whose last rule is not drawn yet
    int above;          // the last row drawn of it
    size_t entry;       // the line of the contents that the next part stands in
    size_t entries;     // from there on
};

static void emit(struct flow *flow, const char *text, size_t n, struct page_line how)
{
    struct pages *pages = flow->pages;
    size_t count = pages->first[pages->count];
    if (count == pages->lines_cap) {
        pages->lines_cap = pages->lines_cap ? pages->lines_cap * 2 : 256;
        pages->line = mem_resize(pages->line, pages->lines_cap, sizeof *pages->line);
    }
    how.text = n ? arena_text(&pages->arena, text, n) : "";
    pages->line[count] = how;
    pages->first[pages->count]++;
    flow->used++;
}

static bool is_heading(const struct flow *flow, int r)
{
    return r != GRID_NONE && flow->open->row[r].kind == ROW_HEADING;
}

// A rule within the head has the text of cells that go over it.
static void emit_rule(struct flow *flow, int below)
{
    autostr text = STR_INIT;
    frame_draw_rule(flow->open, flow->above, below, &text);
    const bool bold = is_heading(flow, flow->above) && is_heading(flow, below);
    emit(flow, text.buf, text.len, (struct page_line){.table = true, .bold = bold});
}

static void emit_row_line(struct flow *flow, int r)
{
    autostr text = STR_INIT;
    frame_draw_line(flow->open, r, &text);
    bool bold = is_heading(flow, r) || flow->open->row[r].kind == ROW_SECTION;
    emit(flow, text.buf, text.len, (struct page_line){.table = true, .bold = bold});
}

static void open_table(struct flow *flow, struct frame *frame)
{
    flow->open = frame;
    flow->above = GRID_NONE;
    if (!frame->repeats)
        return;
    frame_rewind_head(frame);
    for (int r = 0; r < (int)frame->head; r++) {
        emit_rule(flow, r);
        for (int i = 0; i < frame->height[r]; i++)
            emit_row_line(flow, r);
        flow->above = r;
    }
}

static void close_table(struct flow *flow)
{
    if (flow->open && flow->above != GRID_NONE)
        emit_rule(flow, GRID_NONE);
    flow->open = NULL;
}

// The text in the middle of a line of the page.
static const char *centred(struct pages *pages, const char *text)
{
    autostr line = STR_INIT;
    text_pad(&line, text, strlen(text), pages->columns, ALIGN_CENTRE);
    while (line.len && line.buf[line.len - 1] == ' ')
        str_cut(&line, line.len - 1);
    return arena_text(&pages->arena, line.buf, line.len);
}

// first[count] is kept as the number of all lines, so a new page starts where the last one ends.
static void start_page(struct flow *flow)
{
    struct pages *pages = flow->pages;
    if (pages->count + 2 > pages->firsts_cap) {
        pages->firsts_cap = pages->firsts_cap ? pages->firsts_cap * 2 : 16;
        pages->first = mem_resize(pages->first, pages->firsts_cap, sizeof *pages->first);
        if (pages->count == 0)
            pages->first[0] = 0;
    }
    pages->count++;
    pages->first[pages->count] = pages->first[pages->count - 1];
    if (*flow->paper->settings.mark) {
        const char *mark = centred(pages, flow->paper->settings.mark);
        emit(flow, mark, strlen(mark), (struct page_line){.bold = true});
        emit(flow, "", 0, (struct page_line){0});
    }
    flow->used = 0;
}

static void end_page(struct flow *flow)
{
    close_table(flow);
    if (flow->capacity == ENDLESS)
        return;
    while (flow->used < flow->capacity + FOOTER_LINES)
        emit(flow, "", 0, (struct page_line){0});
}

static void turn_page(struct flow *flow)
{
    end_page(flow);
    start_page(flow);
}

static void go_on_with_row(struct flow *flow, const struct unit *unit)
{
    flow->above = unit->row;
    turn_page(flow);
    open_table(flow, unit->frame);
    emit_rule(flow, unit->row);
}

// Puts a row down, over as many pages as it takes. `tail` lines follow it that shall not be alone
// on their page: if they do not fit below the row, its last lines go over with them.
static void place_row(struct flow *flow, const struct unit *unit, int tail)
{
    if (flow->open != unit->frame) {
        close_table(flow);
        open_table(flow, unit->frame);
    }
    if (unit->row == GRID_NONE)
        return;
    emit_rule(flow, unit->row);
    for (int drawn = 0, left; (left = frame_lines_left(unit->frame, (size_t)unit->row, drawn)) > 0;
         drawn++) {
        bool last_lines = tail > 0 && drawn > 0 && left <= LAST_LINES;
        int need = last_lines ? left + tail : 1;
        if (last_lines)
            tail = 0; // asked once; a page that is too short for it is not turned again
        if (flow->used + need + 1 > flow->capacity) // with the closing rule
            go_on_with_row(flow, unit);
        emit_row_line(flow, unit->row);
    }
    flow->above = unit->row;
}

// Puts the page of the part that starts here in the contents.
static void number_part(struct flow *flow)
{
    struct pages *pages = flow->pages;
    if (!flow->entries || flow->capacity == ENDLESS)
        return;
    autostr ascii = STR_INIT, number = STR_INIT, line = STR_INIT;
    struct page_line *entry = &pages->line[flow->entry++];
    flow->entries--;
    str_addf(&ascii, "%zu", pages->count);
    text_digits(&number, ascii.buf, ascii.len, flow->paper->settings.digits);
    text_pad(&line, entry->text, strlen(entry->text), pages->columns - ENTRY_NUMBER, ALIGN_LEFT);
    text_pad(&line, number.buf, number.len, ENTRY_NUMBER, ALIGN_RIGHT);
    entry->text = arena_text(&pages->arena, line.buf, line.len);
}

static void place(struct flow *flow, const struct unit *unit, int tail)
{
    if (unit->kind == BLOCK_TABLE) {
        place_row(flow, unit, tail);
        return;
    }
    close_table(flow);
    if (bond_ends_page(&(struct bond){.kind = unit->kind}) && flow->used > 0)
        turn_page(flow);
    if (unit->kind == BLOCK_PART)
        number_part(flow);
    if (unit->kind == BLOCK_CONTENTS) {
        flow->entry = flow->pages->first[flow->pages->count];
        flow->entries = unit->lines;
    }
    if (unit->kind == BLOCK_SPACE && flow->used == 0)
        return;
    for (size_t i = 0; i < unit->lines; i++) {
        if (flow->used >= flow->capacity)
            turn_page(flow);
        if (unit->kind == BLOCK_SPACE && flow->used == 0)
            return;
        emit(flow, unit->line[i].text, strlen(unit->line[i].text), unit->line[i]);
    }
}

// Lines that the units first to last take on this page, or on one of their own if `fresh`, with the
// rule that closes a table.
static int cost(const struct flow *flow, const struct unit *first, const struct unit *last,
                bool fresh)
{
    const struct frame *open = fresh ? NULL : flow->open;
    int total = open ? 1 : 0;
    size_t row = 0; // where the rows of this table begin among the units
    for (const struct unit *unit = first; unit <= last; unit++) {
        if (unit->kind != BLOCK_TABLE) {
            open = NULL;
            if (unit->kind != BLOCK_SPACE || total > 0 || (!fresh && flow->used > 0))
                total += (int)unit->lines;
            continue;
        }
        if (unit == first || unit[-1].frame != unit->frame)
            row = (size_t)unit->row;
        if (open != unit->frame)
            total += 1 + (unit->frame->repeats ? frame_head_height(unit->frame) : 0);
        open = unit->frame;
        if (unit->row != GRID_NONE)
            total += 1 + frame_row_height(unit->frame, row, (size_t)unit->row);
    }
    return total;
}

// Lines that must be free for a start with the first unit of a knot that no page can hold.
static int cost_of_start(const struct flow *flow, const struct unit *unit, bool alone)
{
    int whole = cost(flow, unit, unit, false), some = START_LINES;
    if (unit->kind == BLOCK_TABLE && unit->frame != flow->open && unit->frame->repeats)
        some += frame_head_height(unit->frame);
    return (whole < some ? whole : some) + (alone ? 0 : START_LINES);
}

// Lines behind the first unit of a knot; 0 when they are rows, which care for themselves.
static int tail_of(const struct unit *first, const struct unit *last)
{
    int lines = 0;
    for (const struct unit *unit = first + 1; unit <= last; unit++) {
        if (unit->kind == BLOCK_TABLE)
            return 0;
        lines += (int)unit->lines;
    }
    return lines;
}

// Puts down the knot that starts at i, or its first unit when the knot is too tall for a page.
// Returns the unit after what was put down.
static size_t place_knot(struct flow *flow, const struct units *units, size_t i)
{
    const struct unit *first = &units->unit[i], *last = first;
    while (last + 1 < units->unit + units->count && last->glued)
        last++;
    bool fits_a_page = cost(flow, first, last, true) <= flow->capacity;
    int need =
        fits_a_page ? cost(flow, first, last, false) : cost_of_start(flow, first, last == first);
    if (flow->used > 0 && need > flow->capacity - flow->used)
        turn_page(flow);
    int tail = fits_a_page ? 0 : tail_of(first, last);
    if (!fits_a_page)
        last = first;
    for (const struct unit *unit = first; unit <= last; unit++)
        place(flow, unit, tail);
    return i + (size_t)(last - first) + 1;
}

static void number_pages(struct pages *pages, size_t from, enum digits digits)
{
    for (size_t p = from; p < pages->count; p++) {
        char ascii[64];
        int n = snprintf(ascii, sizeof ascii, "%zu/%zu", p - from + 1, pages->count - from);
        autostr number = STR_INIT;
        text_digits(&number, ascii, (size_t)n, digits);
        pages->line[pages->first[p + 1] - 1].text = centred(pages, number.buf);
    }
}

static void lay_letter(const struct paper *paper, bool ascii, struct pages *ret)
{
    const size_t from = ret->count;
    struct flow flow = {.paper = paper, .pages = ret, .capacity = ENDLESS};
    if (paper->settings.lines > 0)
        flow.capacity =
            paper->settings.lines - FOOTER_LINES - (*paper->settings.mark ? MARK_LINES : 0);
    struct units units = units_cut(paper, ascii, flow.capacity, ret);
    start_page(&flow);
    for (size_t i = 0; i < units.count;)
        i = place_knot(&flow, &units, i);
    end_page(&flow);
    if (flow.capacity != ENDLESS)
        number_pages(ret, from, paper->settings.digits);
    free(units.unit);
}

void pages_lay(const struct paper *paper, bool ascii, struct pages *ret)
{
    struct paper letter;
    int columns = 0;
    *ret = (struct pages){0};
    for (size_t i = 0; paper_letter(paper, i, &letter); i++) {
        lay_letter(&letter, ascii, ret);
        columns = ret->columns > columns ? ret->columns : columns;
    }
    ret->columns = columns;
}

void pages_done(struct pages *pages)
{
    arena_done(&pages->arena);
    free(pages->line);
    free(pages->first);
    *pages = (struct pages){0};
}
