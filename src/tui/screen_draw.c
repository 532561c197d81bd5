// SPDX-License-Identifier: GPL-3.0-or-later
// The picture of the desk: the screens, the message line, the key bar, the progress of long work.
#include "screen_private.h"

#include <string.h>

bool desk_too_small(const struct desk *desk)
{
    return desk->canvas->height < DESK_ROWS_MIN || desk->canvas->cols < DESK_COLS_MIN;
}

static void draw_message(struct desk *desk)
{
    static const struct {
        enum style style;
        const char *sign, *ascii; // a message must not be told by its colour alone
    } kinds[] = {
        [MESSAGE_INFO] = {STYLE_PLAIN, "", ""},
        [MESSAGE_GOOD] = {STYLE_GOOD, "✓ ", "* "},
        [MESSAGE_WARNING] = {STYLE_WARNING, "? ", "? "},
        [MESSAGE_ERROR] = {STYLE_ERROR, "! ", "! "},
    };
    if (!desk->message.len)
        return;
    struct canvas *canvas = desk->canvas;
    autostr text = STR_INIT;
    str_add(&text, canvas->ascii ? kinds[desk->kind].ascii : kinds[desk->kind].sign);
    str_add_n(&text, desk->message.buf, desk->message.len);
    const enum style style = kinds[desk->kind].style;
    const int columns = text_columns(text.buf, text.len), cols = canvas->cols;
    if (columns <= cols) {
        canvas_text(canvas, canvas->height - 2, 0, columns, style, ALIGN_LEFT, text.buf, text.len);
        return;
    }
    canvas_fill(canvas, canvas->height - 3, 0, 1, cols, STYLE_PLAIN); // it takes two rows
    canvas_wrapped(canvas, canvas->height - 3, 0, 2, cols, style, text.buf, text.len);
}

// --- the key bar --------------------------------------------------------------------------------

// Draws a hint at a column; returns where the next one goes. Whole hints only: half a word tells
// nothing.
static int draw_hint(struct desk *desk, const struct action *action, int col)
{
    struct canvas *canvas = desk->canvas;
    autostr name = STR_INIT;
    const int row = canvas->height - 1;
    const char *hint = tr(action->hint);
    action_name(action, &name);
    int columns = text_columns(name.buf, name.len) + 1 + text_columns(hint, strlen(hint));
    if (col + columns > canvas->cols)
        return col;
    int next = canvas_say(canvas, row, col, STYLE_KEY, name.buf);
    canvas_say(canvas, row, next + 1, STYLE_KEY_NAME, hint);
    if (desk->bar_count < BAR_MAX)
        desk->bar[desk->bar_count++] =
            (struct bar_key){.from = col, .to = col + columns, .key = action_key(action)};
    return col + columns + 2;
}

// Those of a table that the screen obeys and that can act on what may be changed at all; returns
// the column behind them.
static int draw_hints(struct desk *desk, const struct screen_ops *ops, const struct action *table,
                      int col)
{
    const bool read_only = desk_mode(desk) == MODE_READ_ONLY;
    for (const struct action *row = table; row && row->act; row++) {
        const struct key key = action_key(row);
        if (row->hint && screen_action(ops, &key) == row &&
            (!read_only || row->when & MODE_READ_ONLY))
            col = draw_hint(desk, row, col);
    }
    return col;
}

// What every screen has comes first, unless the screen has a row of its own for the key.
static void draw_keys(struct desk *desk, const struct layer *top)
{
    int col = 0;
    for (const struct action *row = top->ops->overlay ? NULL : desk->common; row && row->act;
         row++) {
        struct key key = action_key(row);
        if (row->hint && !screen_action(top->ops, &key))
            col = draw_hint(desk, row, col);
    }
    col = draw_hints(desk, top->ops, top->ops->shared, col);
    draw_hints(desk, top->ops, top->ops->actions, col);
}

bool desk_bar_key(const struct desk *desk, const struct key *click, struct key *ret)
{
    if (click->code != K_CLICK || click->row != desk->canvas->height - 1)
        return false;
    for (size_t i = 0; i < desk->bar_count; i++) {
        const struct bar_key *bar = &desk->bar[i];
        if (click->col < bar->from || click->col >= bar->to || bar->key.code == K_NONE)
            continue;
        *ret = bar->key;
        return true;
    }
    return false;
}

// --- the whole ----------------------------------------------------------------------------------

void desk_draw(struct desk *desk)
{
    struct canvas *canvas = desk->canvas;
    canvas_clear(canvas);
    desk->dirty = false;
    desk->bar_count = 0;
    if (desk_too_small(desk)) {
        const char *text = _("The window is too small; make it larger");
        canvas_text(canvas, canvas->height / 2, 0, canvas->cols, STYLE_PLAIN, ALIGN_LEFT, text,
                    strlen(text));
        return;
    }
    if (desk->open.count == 0)
        return;
    size_t from = desk->open.count - 1;
    while (from > 0 && desk->open.at[from].ops->overlay)
        from--;
    for (size_t i = from; i < desk->open.count; i++) {
        canvas_limit(canvas, canvas->height - 2);
        desk->open.at[i].ops->draw(desk->open.at[i].state, canvas);
    }
    canvas_limit(canvas, canvas->height);
    draw_message(desk);
    draw_keys(desk, &desk->open.at[desk->open.count - 1]);
}

// --- long work ----------------------------------------------------------------------------------

static void show_progress(struct desk *desk, const char *text, int64_t done, int64_t total)
{
    struct canvas *canvas = desk->canvas;
    autostr line = STR_INIT;
    str_add(&line, text);
    if (total > 0)
        str_addf(&line, "  %s%%", SAY(100 * (done < 0 ? 0 : done < total ? done : total) / total));
    canvas_text(canvas, canvas->height - 2, 0, canvas->cols, STYLE_PLAIN, ALIGN_LEFT, line.buf,
                line.len);
    if (desk->front.show)
        desk->front.show(desk->front.self, canvas);
}

void desk_progress(struct desk *desk, const char *text, int64_t done, int64_t total)
{
    enum { PATIENCE = 500, PACE = 200 }; // milliseconds before the first picture, between two
    struct progress *progress = &desk->progress;
    const int64_t now = desk->now();
    if (!progress->going)
        *progress = (struct progress){.going = true, .begun = now, .told = now - PACE};
    if (now - progress->begun < PATIENCE || now - progress->told < PACE || desk_too_small(desk))
        return;
    progress->told = now;
    progress->shown = true;
    show_progress(desk, text, done, total);
}

bool desk_busy(const struct desk *desk)
{
    return desk->progress.shown;
}

void desk_end_progress(struct desk *desk)
{
    desk->progress = (struct progress){0};
}
