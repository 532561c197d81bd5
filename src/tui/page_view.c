// SPDX-License-Identifier: GPL-3.0-or-later
// Pages: where they stand, and scrolling.
#include "orjon/tui/page_view.h"

#include "orjon/base/i18n.h"
#include "orjon/base/mem.h"

#include <string.h>

enum { STEP = 2, SIDE_STEPS = 4, WHEEL_ROWS = 3, MARGIN_COLUMNS = 1 };

static const double gap = 0.5; // rows, between pages
static const double sizes[] = {0.4, 0.5, 0.63, 0.8, 1, 1.25, 1.6, 2, 2.5, 3.2, 4};
enum { USUAL = 4, SMALLEST = -USUAL, LARGEST = (int)(sizeof sizes / sizeof *sizes) - 1 - USUAL };

void page_view_set(struct page_view *view, const struct page_source *source)
{
    view->source = *source;
    view->edition++;
}

// --- drawing ------------------------------------------------------------------------------------

// Where a page stands: as wide as the area, or larger, or no higher than what is seen of it.
static struct canvas_leaf leaf_of(const struct page_view *view, const struct canvas *canvas,
                                  int page, int columns)
{
    struct canvas_leaf leaf = {
        .page = page, .width = (columns - 2 * MARGIN_COLUMNS) * sizes[USUAL + view->larger]};
    const double most = view->view - 2 * gap;
    double height = 0;
    view->source.size(view->source.self, page, &leaf.units, &height);
    leaf.height = leaf.width * height / leaf.units / canvas->aspect;
    if (view->is_whole && leaf.height > most) {
        leaf.width *= most / leaf.height;
        leaf.height = most;
    }
    leaf.x = (columns - leaf.width) / 2;
    if (leaf.x < MARGIN_COLUMNS)
        leaf.x = MARGIN_COLUMNS - view->left;
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

static void clamp_left(struct page_view *view)
{
    const int last = view->width - view->columns;
    view->left = view->left > last ? last : view->left;
    view->left = view->left < 0 ? 0 : view->left;
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
        if (leaf.y + leaf.height <= 0)
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
    view->columns = columns;
    view->width =
        (int)((columns - 2 * MARGIN_COLUMNS) * sizes[USUAL + view->larger]) + 2 * MARGIN_COLUMNS;
    clamp_left(view);
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
    view->larger = view->left = 0;
    view->to_page = view->page;
}

void page_view_enlarge(struct page_view *view, int by)
{
    const int before = view->larger, size = by ? before + by : 0;
    if (view->is_whole) { // from there it is wide first
        if (by >= 0)
            page_view_turn_whole(view);
        return;
    }
    view->larger = size < SMALLEST ? SMALLEST : size > LARGEST ? LARGEST : size;
    const double times = sizes[USUAL + view->larger] / sizes[USUAL + before];
    view->top = (int)((view->top + view->view / 2.) * times - view->view / 2.);
    view->left = (int)((view->left + view->columns / 2.) * times - view->columns / 2.);
}

static bool turn(struct page_view *view, int by)
{
    const int page = view->page + by;
    view->to_page = page < 1 ? 1 : page > view->source.pages ? view->source.pages : page;
    return true;
}

// A page that is wider than what is seen of it moves first.
static bool move_sideways(struct page_view *view, int way)
{
    const int before = view->left, page = view->page + way;
    view->left += way * view->columns / SIDE_STEPS;
    clamp_left(view);
    if (view->left != before)
        return true;
    if (page >= 1 && page <= view->source.pages) // from its near side on
        view->left = way > 0 ? 0 : view->width;
    return turn(view, way);
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
        return move_sideways(view, code == K_LEFT ? -1 : 1);
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
