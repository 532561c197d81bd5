// SPDX-License-Identifier: GPL-3.0-or-later
// Putting the units of a part on pages: first to count them, then to draw them. The same walk does
// both, so that what was counted is what is drawn.
#include "pdf.h"

#include <math.h>

enum {
    LAST_LINES = 2,  // of a row that go over to another page with what must follow it
    START_LINES = 8, // what is too tall for a page is not begun in less than this
};
static const double hair = 0.05; // lengths are sums of many parts

struct flow {
    struct pdf_sheet *sheet;
    struct pdf_part *part;
    cairo_t *cr; // NULL: pages are only counted
    double height, y;
    int page;
    struct pdf_slice slice; // of the table that is open
};

static double lines(const struct flow *flow, size_t count)
{
    return pdf_lines_height(flow->sheet->type, count);
}

static bool fits(const struct flow *flow, double height)
{
    return flow->y + height <= flow->height + hair;
}

static void add_strip(struct flow *flow, size_t row, double height, bool last)
{
    pdf_slice_add(&flow->slice, (struct pdf_strip){row, flow->y, height, last});
    flow->y += height;
}

static void forget_given(struct pdf_table *t, size_t rows)
{
    for (size_t i = 0; i < rows * t->columns; i++)
        t->box[i]->given = 0;
}

static void open_table(struct flow *flow, struct pdf_table *t)
{
    flow->slice.table = t;
    if (!t->repeats)
        return;
    forget_given(t, t->head);
    for (size_t r = 0; r < t->head; r++)
        add_strip(flow, r, t->height[r], true);
}

static void close_table(struct flow *flow)
{
    if (flow->slice.table)
        pdf_slice_close(&flow->slice, flow->sheet->type, !flow->sheet->options->no_shading,
                        flow->cr);
}

static void start_page(struct flow *flow)
{
    if (flow->cr)
        pdf_page_start(flow->sheet, flow->part, flow->part->first_page + flow->page, flow->cr);
    flow->page++;
    flow->y = 0;
}

static void end_page(struct flow *flow)
{
    close_table(flow);
    if (flow->cr)
        pdf_page_end(flow->cr);
}

static void turn_page(struct flow *flow)
{
    end_page(flow);
    start_page(flow);
}

// Puts down as many lines of the row as have room, and turns the page.
static void go_on_with_row(struct flow *flow, struct pdf_table *t, size_t r, double room)
{
    double fit = floor((room - lines(flow, 0) + hair) / flow->sheet->type->pitch);
    bool at_start = flow->y <= (t->repeats ? pdf_table_head_height(t) : 0) + hair;
    if (fit < 1 && at_start)
        fit = 1; // no page will have more room
    if (fit >= 1)
        add_strip(flow, r, lines(flow, (size_t)fit), false);
    turn_page(flow);
    open_table(flow, t);
}

// Puts a row down, over as many pages as it takes. What follows it and is `tail` high shall not be
// alone on its page: if it does not fit below the row, the row's last lines go over with it.
static void place_row(struct flow *flow, const struct pdf_unit *unit, double tail)
{
    struct pdf_table *t = unit->table;
    const struct pdf_type *type = flow->sheet->type;
    if (flow->slice.table != t) {
        close_table(flow);
        open_table(flow, t);
    }
    if (unit->row == PDF_NONE)
        return;
    size_t r = (size_t)unit->row;
    double need = pdf_slice_need(&flow->slice, t, type, r, r, flow->y, false);
    while (!fits(flow, need + tail)) {
        double room = flow->height - flow->y;
        if (fits(flow, need)) {
            room = need - LAST_LINES * type->pitch;
            tail = room < lines(flow, 1) ? 0 : tail;
            if (tail <= 0)
                continue; // a row of a few lines, or a page too short for all
        }
        go_on_with_row(flow, t, r, room);
        need = pdf_slice_rest(t, type, r);
    }
    add_strip(flow, r, need, true);
}

// Dots from the title to the page.
static void draw_leader(cairo_t *cr, double from, double to, double y)
{
    static const double dots[] = {0, 4};
    cairo_save(cr);
    cairo_set_line_cap(cr, CAIRO_LINE_CAP_ROUND);
    cairo_set_line_width(cr, 0.8);
    cairo_set_dash(cr, dots, 2, from); // so that the dots of all lines stand below each other
    cairo_move_to(cr, from, y);
    cairo_line_to(cr, to, y);
    cairo_stroke(cr);
    cairo_restore(cr);
}

// Links are left out: cairo 1.16 writes files with objects missing when they lead forward.
static void draw_number(struct flow *flow, const struct pdf_run *run)
{
    struct pdf_sheet *sheet = flow->sheet;
    autostr ascii = STR_INIT, number = STR_INIT;
    str_addf(&ascii, "%d", sheet->part[run->part].first_page);
    text_digits(&number, ascii.buf, ascii.len, sheet->paper->settings.digits);
    struct pdf_text text = pdf_text_of(sheet->type, FACE_PLAIN, number.buf, true, sheet->arena);
    struct pdf_lines all = pdf_text_wrap(sheet->type, &text, PDF_NUMBER_WIDTH, sheet->arena);
    pdf_line_draw(sheet->type, flow->cr, &all.line[0], run->width, 0, PDF_NUMBER_WIDTH,
                  ALIGN_RIGHT);
    draw_leader(flow->cr, run->line.width + PDF_PAD,
                run->width + PDF_NUMBER_WIDTH - all.line[0].width - PDF_PAD, sheet->type->ascent);
}

static void draw_run(struct flow *flow, const struct pdf_run *run, double y)
{
    cairo_t *cr = flow->cr;
    cairo_save(cr);
    cairo_translate(cr, run->x, y);
    cairo_scale(cr, run->scale, run->scale);
    pdf_line_draw(flow->sheet->type, cr, &run->line, 0, 0, run->width, run->align);
    if (run->part != PDF_NONE)
        draw_number(flow, run);
    cairo_restore(cr);
}

static void place_runs(struct flow *flow, const struct pdf_unit *unit, enum block_kind kind)
{
    double top = flow->y;
    for (size_t i = 0; i < unit->runs; i++) {
        const struct pdf_run *run = &unit->run[i];
        if (!run->beside) {
            double height = run->scale * flow->sheet->type->pitch;
            if (!fits(flow, height))
                turn_page(flow);
            if (kind == BLOCK_SPACE && flow->y <= 0)
                return; // at the top of a page
            top = flow->y;
            flow->y += height;
        }
        if (flow->cr)
            draw_run(flow, run, top);
    }
}

static void place(struct flow *flow, size_t i, double tail)
{
    const struct pdf_unit *unit = &flow->part->unit[i];
    const struct bond *bond = &flow->part->bond[i];
    if (unit->table) {
        place_row(flow, unit, tail);
        return;
    }
    close_table(flow);
    if (bond_ends_page(bond) && flow->y > 0)
        turn_page(flow);
    place_runs(flow, unit, bond->kind);
}

// Height of the units first to last on this page, or on one of their own if `fresh`.
static double cost(const struct flow *flow, size_t first, size_t last, bool fresh)
{
    const struct pdf_table *open = fresh ? NULL : flow->slice.table;
    double total = 0;
    size_t row = 0; // where the rows of this table begin among the units
    for (size_t i = first; i <= last; i++) {
        const struct pdf_unit *unit = &flow->part->unit[i];
        const struct pdf_table *t = unit->table;
        if (!t) {
            open = NULL;
            if (flow->part->bond[i].kind != BLOCK_SPACE || total > 0 || (!fresh && flow->y > 0))
                total += pdf_unit_height(flow->sheet, unit);
            continue;
        }
        if (i == first || unit[-1].table != t)
            row = (size_t)unit->row;
        if (open != t)
            total += t->repeats ? pdf_table_head_height(t) : 0;
        open = t;
        if (unit->row != PDF_NONE)
            total += pdf_slice_need(&flow->slice, t, flow->sheet->type, row, (size_t)unit->row,
                                    flow->y, fresh);
    }
    return total;
}

// Height that must be free for a start with the first unit of a knot that no page can hold.
static double cost_of_start(const struct flow *flow, size_t i, bool alone)
{
    const struct pdf_table *t = flow->part->unit[i].table;
    double some = lines(flow, START_LINES);
    if (t && t != flow->slice.table && t->repeats)
        some += pdf_table_head_height(t);
    return fmin(cost(flow, i, i, false), some) + (alone ? 0 : lines(flow, START_LINES));
}

// Height of what is behind the first unit of a knot; 0 when there are rows, which care for
// themselves.
static double tail_of(const struct flow *flow, size_t first, size_t last)
{
    double height = 0;
    for (size_t i = first + 1; i <= last; i++) {
        if (flow->part->unit[i].table)
            return 0;
        height += pdf_unit_height(flow->sheet, &flow->part->unit[i]);
    }
    return height;
}

// Puts down the knot that starts at i, or its first unit when the knot is too tall for a page.
// Returns the unit after what was put down.
static size_t place_knot(struct flow *flow, size_t i)
{
    size_t last = i;
    while (last + 1 < flow->part->units && flow->part->bond[last].glued)
        last++;
    bool fits_a_page = cost(flow, i, last, true) <= flow->height + hair;
    double need = fits_a_page ? cost(flow, i, last, false) : cost_of_start(flow, i, last == i);
    if (flow->y > 0 && !fits(flow, need))
        turn_page(flow);
    double tail = fits_a_page ? 0 : tail_of(flow, i, last);
    if (!fits_a_page)
        last = i;
    for (size_t at = i; at <= last; at++)
        place(flow, at, tail);
    return last + 1;
}

int pdf_part_place(struct pdf_sheet *sheet, struct pdf_part *part, double height, cairo_t *cr)
{
    struct flow flow = {.sheet = sheet, .part = part, .cr = cr, .height = height};
    for (size_t i = 0; i < part->to - part->from; i++)
        if (part->table[i])
            forget_given(part->table[i], part->table[i]->rows);
    start_page(&flow);
    for (size_t i = 0; i < part->units;)
        i = place_knot(&flow, i);
    end_page(&flow);
    free(flow.slice.strip);
    return flow.page;
}
