// SPDX-License-Identifier: GPL-3.0-or-later
// The picture of the desk: the screens, the message line, the progress of long work.
#include "screen_private.h"

#include <string.h>

bool desk_too_small(const struct desk *desk)
{
    return desk->canvas->height < DESK_ROWS_MIN || desk->canvas->cols < DESK_COLS_MIN;
}

// The message line is the one above the key bar.
static int message_row(const struct canvas *canvas)
{
    return canvas->height - 1 - desk_bar_lines(canvas);
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
    const int row = message_row(canvas);
    if (columns <= cols) {
        canvas_text(canvas, row, 0, columns, style, ALIGN_LEFT, text.buf, text.len);
        return;
    }
    canvas_follow_above(canvas, row - 1);
    canvas_fill(canvas, row - 1, 0, 1, cols, STYLE_PLAIN); // it takes two rows
    canvas_wrapped(canvas, row - 1, 0, 2, cols, style, text.buf, text.len);
}

// A front that shapes letters may make them smaller: where a screen has room for no larger window
// that alone helps.
static void say_too_small(struct canvas *canvas)
{
    const char *text =
        canvas->measure.columns
            ? _("The window is too small; make it larger, or its letters smaller (Ctrl-Minus)")
            : _("The window is too small; make it larger");
    const int row = canvas->height / 2;
    canvas_wrapped(canvas, row, 0, canvas->height - row, canvas->cols, STYLE_PLAIN, text,
                   strlen(text));
}

// --- the whole ----------------------------------------------------------------------------------

void desk_draw(struct desk *desk)
{
    struct canvas *canvas = desk->canvas;
    canvas_clear(canvas);
    desk->dirty = false;
    desk->bar_count = 0;
    if (desk_too_small(desk)) {
        say_too_small(canvas);
        return;
    }
    if (desk->open.count == 0)
        return;
    size_t from = desk->open.count - 1;
    while (from > 0 && desk->open.at[from].ops->overlay)
        from--;
    for (size_t i = from; i < desk->open.count; i++) {
        canvas_limit(canvas, message_row(canvas));
        canvas_follow_above(canvas, 0); // the screen below may have said so, which is covered now
        desk->open.at[i].ops->draw(desk->open.at[i].state, canvas);
    }
    canvas_limit(canvas, canvas->height);
    draw_message(desk);
    desk_draw_bar(desk, &desk->open.at[desk->open.count - 1]);
}

// --- long work ----------------------------------------------------------------------------------

static void show_progress(struct desk *desk, const char *text, int64_t done, int64_t total)
{
    struct canvas *canvas = desk->canvas;
    autostr line = STR_INIT;
    str_add(&line, text);
    if (total > 0)
        str_addf(&line, "  %s%%", SAY(100 * (done < 0 ? 0 : done < total ? done : total) / total));
    canvas_follow_above(canvas, 0); // no key will rest for a while
    canvas_text(canvas, message_row(canvas), 0, canvas->cols, STYLE_PLAIN, ALIGN_LEFT, line.buf,
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
