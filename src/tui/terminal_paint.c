// SPDX-License-Identifier: GPL-3.0-or-later
// Showing a canvas: row by row what changed since the last one, then the cursor.
#include "terminal_private.h"

#include "orjon/base/mem.h"

#include <stdlib.h>
#include <string.h>

enum { STYLE_NONE = STYLE_COUNT }; // of cells that show nobody knows what

void painter_init(struct painter *painter)
{
    for (int i = 0; i < STYLE_COUNT; i++)
        painter->attributes[i] = STR_INIT;
    painter->out = painter->head = painter->tail.text = STR_INIT;
    painter->shown = canvas_new(1, 1);
    painter->first = canvas_new(1, 1);
    painter->scrolls_at_end = info_scrolls_at_end();
    painter->keeps_row = info_has(SEQUENCE_WRAP_OFF);
    painter_set_theme(painter, THEME_AUTO);
}

void painter_done(struct painter *painter)
{
    for (int i = 0; i < STYLE_COUNT; i++)
        str_done(&painter->attributes[i]);
    str_done(&painter->out);
    str_done(&painter->head);
    str_done(&painter->tail.text);
    canvas_free(&painter->shown);
    canvas_free(&painter->first);
    free(painter->dirty);
}

void painter_set_theme(struct painter *painter, enum theme theme)
{
    theme = theme_in_force(theme);
    for (int i = 0; i < STYLE_COUNT; i++) {
        struct look look = theme_look(theme, (enum style)i);
        str_reset(&painter->attributes[i]);
        info_add_look(&painter->attributes[i], &look, &painter->flat[i]);
    }
    painter->valid = false;
}

static void start_afresh(struct painter *painter, const struct canvas *canvas)
{
    const struct str *plain = &painter->attributes[STYLE_PLAIN];
    struct canvas *shown = painter->shown;
    painter->dirty = mem_resize(painter->dirty, (size_t)canvas->cols, sizeof *painter->dirty);
    canvas_resize(shown, canvas->height, canvas->cols);
    str_add_n(&painter->out, plain->buf, plain->len);
    painter->style = STYLE_PLAIN;
    info_add(&painter->out, SEQUENCE_CLEAR);
    if (!painter->flat[STYLE_PLAIN]) // erased cells have not our background
        for (size_t i = 0; i < (size_t)canvas->height * (size_t)canvas->cols; i++)
            shown->cell[i].style = STYLE_NONE;
    shown->cursor_row = -1; // the cursor must be put
    painter->row = painter->col = -1;
    painter->tail.known = false;
    painter->valid = true;
}

void painter_copy(struct canvas *ret, const struct canvas *canvas)
{
    const size_t cells = (size_t)canvas->height * (size_t)canvas->cols;
    if (ret->height != canvas->height || ret->cols != canvas->cols)
        canvas_resize(ret, canvas->height, canvas->cols);
    memcpy(ret->cell, canvas->cell, cells * sizeof *ret->cell);
    str_reset(&ret->text);
    str_add_n(&ret->text, canvas->text.buf, canvas->text.len);
    ret->cursor_row = canvas->cursor_row;
    ret->cursor_col = canvas->cursor_col;
    memcpy(ret->follow, canvas->follow, sizeof ret->follow);
    ret->follows = canvas->follows;
    ret->follows_of = canvas->follows_of;
}

void painter_show(struct painter *painter, const struct canvas *canvas)
{
    struct str *out = &painter->out, *head = &painter->head;
    str_reset(out);
    str_reset(head);
    if (!painter->valid || painter->shown->height != canvas->height ||
        painter->shown->cols != canvas->cols)
        start_afresh(painter, canvas);
    else
        painter_scroll(painter, canvas);
    painter_append_to_tail(painter, canvas);
    str_add_n(head, out->buf, out->len);
    str_reset(out);
    const enum style style = painter->style;
    const int was_row = painter->row, was_col = painter->col;
    painter->saved = false;
    painter->behind = -1;
    for (int row = 0; row < canvas->height; row++)
        if (row != canvas->cursor_row)
            painter_send_row(painter, canvas, row);
    painter_send_row(painter, canvas,
                     canvas->cursor_row); // last, so that the cursor may be there already
    bool there = painter->shown->cursor_row == canvas->cursor_row &&
                 painter->shown->cursor_col == canvas->cursor_col;
    if (there && out->len && painter->tail.known && info_has(SEQUENCE_SAVE) &&
        info_has(SEQUENCE_RESTORE)) {
        info_add(head, SEQUENCE_SAVE);
        info_add(out, SEQUENCE_RESTORE); // brings back the attributes of then as well
        painter->style = style;
        painter->row = was_row;
        painter->col = was_col;
        painter->tail.moved = true;
    } else if (!there || out->len) {
        painter_place_cursor(painter, canvas);
    }
    str_add_n(head, out->buf, out->len);
    str_reset(out);
    str_add_n(out, head->buf, head->len);
    painter_copy(painter->shown, canvas);
}
