// SPDX-License-Identifier: GPL-3.0-or-later
// The key bar: what can be done, as buttons. It has a second line where rows are spare; what has no
// room is in the menu, to which its last button leads.
#include "screen_private.h"

#include "orjon/base/larger.h"

#include <string.h>

enum { GAP = 2, ROWS_FOR_TWO = 28 };

int desk_bar_lines(const struct canvas *canvas)
{
    return canvas->height >= ROWS_FOR_TWO ? 2 : 1;
}

// --- which --------------------------------------------------------------------------------------

struct hints {
    const struct action *at[BAR_MAX];
    size_t count;
    bool left_out; // something can be done that has no button
};

static void add_hint(struct hints *hints, const struct action *row)
{
    for (size_t i = 0; i < hints->count; i++)
        if (hints->at[i] == row)
            return;
    if (row->hint && hints->count < BAR_MAX)
        hints->at[hints->count++] = row;
    else
        hints->left_out |= row->help != NULL;
}

// Those of a table that the screen obeys and that can act on what may be changed at all.
static void add_table(struct hints *hints, const struct desk *desk, const struct screen_ops *ops,
                      const struct action *table, unsigned later)
{
    const enum screen_mode mode = desk_mode(desk);
    for (const struct action *row = table; row && row->act; row++) {
        const struct key key = action_key(row);
        if (screen_action(ops, &key) == row && (row->when & HINT_LATER) == later &&
            (!(mode & (MODE_READ_ONLY | MODE_CLOSED)) || row->when & mode) &&
            !desk_hides(desk, row))
            add_hint(hints, row);
    }
}

// Of what every screen has. What stands at the end of the bar comes and goes with what can be done:
// there it moves nothing else.
static bool is_common_shown(const struct screen_ops *ops, const struct action *row,
                            enum screen_mode mode)
{
    if (ops->overlay)
        return row->when & WHEN_BOXED && row->when & mode;
    return !(row->when & HINT_LATER) || row->when & (mode | WHEN_SETTLED);
}

// Where a screen has a row of its own for the key, that stands in its place; the rows of a box
// stand as they are.
static void add_common(struct hints *hints, const struct screen_ops *ops,
                       const struct action *common, enum screen_mode mode, unsigned later)
{
    for (const struct action *row = common; row && row->act; row++) {
        const struct key key = action_key(row);
        const struct action *own = screen_action(ops, &key);
        if (row->act == screen_menu || (row->when & HINT_LATER) != later)
            continue;
        if (own && row->hint && !ops->overlay)
            add_hint(hints, own);
        else if (!own && is_common_shown(ops, row, mode))
            add_hint(hints, row);
    }
}

static void list_hints(const struct desk *desk, const struct screen_ops *ops, struct hints *ret)
{
    const enum screen_mode mode = desk_mode(desk);
    *ret = (struct hints){0};
    add_common(ret, ops, desk->common, mode, 0);
    add_table(ret, desk, ops, ops->shared, 0);
    add_table(ret, desk, ops, ops->actions, 0);
    add_table(ret, desk, ops, ops->shared, HINT_LATER);
    add_table(ret, desk, ops, ops->actions, HINT_LATER);
    add_common(ret, ops, desk->common, mode, HINT_LATER);
}

// The way to what has no button; a box has none.
static const struct action *menu_of(const struct desk *desk, const struct screen_ops *ops)
{
    for (const struct action *row = ops->overlay ? NULL : desk->common; row && row->act; row++)
        if (row->act == screen_menu)
            return row;
    return NULL;
}

// --- where --------------------------------------------------------------------------------------

// What is called otherwise while one types keeps its room, so that nothing behind it moves.
static int hint_columns(const struct desk *desk, const struct action *action)
{
    autostr name = STR_INIT;
    const struct canvas *canvas = desk->canvas;
    const char *hint = desk_hint(desk, action), *rest = desk_hint_at_rest(desk, action);
    action_name(action, &name);
    return canvas_columns(canvas, name.buf, name.len, STYLE_KEY) + 1 +
           larger(canvas_columns(canvas, hint, strlen(hint), STYLE_KEY_NAME),
                  canvas_columns(canvas, rest, strlen(rest), STYLE_KEY_NAME));
}

static void put(struct desk *desk, const struct action *action, int row, int col)
{
    if (desk->bar_count < BAR_MAX)
        desk->bar[desk->bar_count++] = (struct bar_key){.action = action,
                                                        .key = action_key(action),
                                                        .row = row,
                                                        .from = col,
                                                        .to = col + hint_columns(desk, action)};
}

// Whole hints only, on so many lines: half a word tells nothing. The last line keeps room for
// `more` at its end, if that is not NULL. False when some have no room.
static bool lay(struct desk *desk, const struct hints *hints, int lines, const struct action *more)
{
    const struct canvas *canvas = desk->canvas;
    const int last = canvas->height - 1, kept = more ? GAP + hint_columns(desk, more) : 0;
    int row = canvas->height - lines, col = 0;
    bool all = true;
    desk->bar_count = 0;
    for (size_t i = 0; i < hints->count; i++) {
        const int columns = hint_columns(desk, hints->at[i]);
        if (row < last && col + columns > canvas->cols) {
            row++;
            col = 0;
        }
        if (col + columns > canvas->cols - (row == last ? kept : 0)) {
            all = false;
            continue;
        }
        put(desk, hints->at[i], row, col);
        col += columns + GAP;
    }
    if (more && row < last && col + kept > canvas->cols + GAP) {
        row++;
        col = 0;
    }
    if (more)
        put(desk, more, row, col);
    return all;
}

// Where nobody measures letters a key of one has two cells, for some of Bengali are wider than
// their cells. What a key does has a cell of the gap too.
static void draw_hint(const struct desk *desk, struct canvas *canvas, const struct bar_key *bar)
{
    const char *hint = desk_hint(desk, bar->action);
    autostr name = STR_INIT;
    action_name(bar->action, &name);
    const int columns = canvas_columns(canvas, name.buf, name.len, STYLE_KEY);
    const int next = bar->from + columns + 1, least = canvas->measure.columns ? 1 : 2;
    canvas_text(canvas, bar->row, bar->from, columns > least ? columns : least, STYLE_KEY,
                ALIGN_CENTRE, name.buf, name.len);
    canvas_text(canvas, bar->row, next, bar->to + 1 - next, STYLE_KEY_NAME, ALIGN_LEFT, hint,
                strlen(hint));
}

void desk_draw_bar(struct desk *desk, const struct layer *top)
{
    struct canvas *canvas = desk->canvas;
    struct hints hints;
    const struct action *menu = menu_of(desk, top->ops);
    list_hints(desk, top->ops, &hints);
    const int lines = desk_bar_lines(canvas);
    const struct action *more = hints.left_out ? menu : NULL;
    if (!lay(desk, &hints, 1, more) && !lay(desk, &hints, lines, more))
        lay(desk, &hints, lines, menu);
    for (size_t i = 0; i < desk->bar_count; i++)
        draw_hint(desk, canvas, &desk->bar[i]);
}

bool desk_bar_key(const struct desk *desk, const struct key *click, struct key *ret)
{
    if (click->code != K_CLICK)
        return false;
    for (size_t i = 0; i < desk->bar_count; i++) {
        const struct bar_key *bar = &desk->bar[i];
        if (click->row != bar->row || click->col < bar->from || click->col >= bar->to)
            continue;
        *ret = bar->key;
        return true;
    }
    return false;
}
