// SPDX-License-Identifier: GPL-3.0-or-later
// Pages: where they stand, and scrolling.
#include "orjon/tui/page_view.h"

#include "orjon/base/i18n.h"
#include "orjon/base/mem.h"

#include <string.h>

enum { STEP = 2, WHEEL_ROWS = 3, MARGIN_COLUMNS = 1 };

static const double gap = 0.5; // rows, between pages

void page_view_set(struct page_view *view, const struct page_source *source)
{
    view->source = *source;
    view->edition++;
}

// --- drawing ------------------------------------------------------------------------------------

// Where a page stands: as wide as the area, or no higher than what is seen of it.
static struct canvas_leaf leaf_of(const struct page_view *view, const struct canvas *canvas,
                                  int page, int columns)
{
    struct canvas_leaf leaf = {.page = page, .width = columns - 2 * MARGIN_COLUMNS};
    const double most = view->view - 2 * gap;
    double height = 0;
    view->source.size(view->source.self, page, &leaf.units, &height);
    leaf.height = leaf.width * height / leaf.units / canvas->aspect;
    if (view->is_whole && leaf.height > most) {
        leaf.width *= most / leaf.height;
        leaf.height = most;
    }
    leaf.x = (columns - leaf.width) / 2;
    return leaf;
}

// Rows that all take, and the first one of a page (from 1; 0: none).
static double measure(const struct page_view *view, const struct canvas *canvas, int columns,
                      int page, double *ret_first)
{
    double length = gap;
    for (int i = 0; i < view->source.pages; i++) {
        if (i + 1 == page)
            *ret_first = length;
        length += leaf_of(view, canvas, i, columns).height + gap;
    }
    return length;
}

static void clamp(struct page_view *view)
{
    const int last = view->length - view->view;
    view->top = view->top > last ? last : view->top;
    view->top = view->top < 0 ? 0 : view->top;
}

static void place_leaves(struct page_view *view, const struct canvas *canvas,
                         struct canvas_page *area)
{
    double y = gap - view->top;
    view->page = view->source.pages;
    for (int i = 0; i < view->source.pages && area->leaves < CANVAS_LEAVES && y < area->rows; i++) {
        struct canvas_leaf leaf = leaf_of(view, canvas, i, area->cols);
        leaf.y = y;
        y += leaf.height + gap;
        if (y <= 0)
            continue;
        if (!area->leaves || (leaf.y <= area->rows / 2.0)) // that which fills the middle
            view->page = i + 1;
        area->leaf[area->leaves++] = leaf;
    }
}

static void draw_foot(const struct page_view *view, struct canvas *canvas, int row, int col,
                      int columns)
{
    autostr foot = STR_INIT;
    str_addf(&foot, _("page %s of %s"), SAY(view->page), SAY(view->source.pages));
    canvas_text(canvas, row, col, columns, STYLE_DIM, ALIGN_LEFT, foot.buf, foot.len);
    canvas_cursor(canvas, row - view->view, col); // which is the page
}

void page_view_draw(struct page_view *view, struct canvas *canvas, int row, int col, int rows,
                    int columns)
{
    if (rows < 2 || columns <= 2 * MARGIN_COLUMNS)
        return;
    struct canvas_page area = {.row = row,
                               .col = col,
                               .rows = rows - 1,
                               .cols = columns,
                               .self = view->source.self,
                               .draw = view->source.draw,
                               .edition = view->edition};
    double first = 0;
    view->view = area.rows;
    const double length = measure(view, canvas, columns, view->to_page, &first);
    view->length = (int)(length + 1);
    if (view->to_page) // all of the page, or none of the one before
        view->top = view->is_whole ? (int)first : (int)(first - gap) + 1;
    view->to_page = 0;
    clamp(view);
    place_leaves(view, canvas, &area);
    canvas_page(canvas, &area);
    draw_foot(view, canvas, row + rows - 1, col, columns);
}

// --- keys ---------------------------------------------------------------------------------------

void page_view_turn_whole(struct page_view *view)
{
    view->is_whole = !view->is_whole;
    view->to_page = view->page;
}

static bool turn(struct page_view *view, int by)
{
    const int page = view->page + by;
    view->to_page = page < 1 ? 1 : page > view->source.pages ? view->source.pages : page;
    return true;
}

bool page_view_key(struct page_view *view, const struct key *key)
{
    static const struct {
        enum key_code code;
        int rows, views;
    } moves[] = {
        {K_UP, -STEP, 0},
        {K_DOWN, STEP, 0},
        {K_ENTER, STEP, 0},
        {K_PGUP, 0, -1},
        {K_PGDN, 0, 1},
        {K_WHEEL_UP, -WHEEL_ROWS, 0},
        {K_WHEEL_DOWN, WHEEL_ROWS, 0},
    };
    const bool blank = key->code == K_TEXT && strcmp(key->text, " ") == 0;
    const enum key_code code = blank ? K_PGDN : key->code;
    if (code == K_LEFT || code == K_RIGHT)
        return turn(view, code == K_LEFT ? -1 : 1);
    for (size_t i = 0; i < sizeof moves / sizeof *moves; i++)
        if (moves[i].code == code) {
            view->top += moves[i].rows + moves[i].views * (view->view - 1);
            clamp(view);
            return true;
        }
    if (code == K_HOME || code == K_CTRL_HOME)
        view->top = 0;
    else if (code == K_END || code == K_CTRL_END)
        view->top = view->length;
    else
        return false;
    clamp(view);
    return true;
}
