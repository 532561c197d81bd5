// SPDX-License-Identifier: GPL-3.0-or-later
// A box to tick what is wanted of a list.
#include "dialog_private.h"

#include "orjon/base/mem.h"
#include "orjon/base/text.h"

#include <string.h>

struct ticks_box {
    char *title;
    char **item;
    unsigned ticked;
    int count, at, top, view;
    int widest;
    struct dialog_area area; // as last drawn
    void (*done)(void *data, struct desk *desk, unsigned ticked);
    void *data;
};

static void ticks_free(void **state)
{
    struct ticks_box *box = *state;
    for (int i = 0; i < box->count; i++)
        free(box->item[i]);
    free(box->item);
    free(box->title);
    free(box);
    *state = NULL;
}

enum { TICK = 4 }; // columns of «[✓] »

static void ticks_draw(void *state, struct canvas *canvas)
{
    struct ticks_box *box = state;
    struct dialog_area area = dialog_frame(canvas, box->title, box->count, box->widest + TICK);
    box->area = area;
    box->view = area.rows;
    if (box->top > box->at)
        box->top = box->at;
    if (box->at >= box->top + box->view)
        box->top = box->at - box->view + 1;
    for (int i = 0; i < box->view && box->top + i < box->count; i++) {
        autostr line = STR_INIT;
        const int at = box->top + i;
        str_addf(&line, "[%s] %s", box->ticked >> at & 1 ? "✓" : " ", box->item[at]);
        canvas_text(canvas, area.row + i, area.col, area.columns,
                    at == box->at ? STYLE_FOCUS : STYLE_PLAIN, ALIGN_LEFT, line.buf, line.len);
    }
    canvas_cursor(canvas, area.row + box->at - box->top, area.col + 1);
}

static void move_to(struct ticks_box *box, int at)
{
    box->at = at < 0 ? 0 : at >= box->count ? box->count - 1 : at;
}

static void wheel(struct ticks_box *box, int by)
{
    dialog_wheel(box->count, box->view, by, &box->top, &box->at);
}

static void toggle(void *state, struct desk *desk, const struct key *key)
{
    struct ticks_box *box = state;
    (void)desk;
    (void)key;
    box->ticked ^= 1u << box->at;
}

static void click(struct ticks_box *box, const struct key *key)
{
    const struct dialog_area *area = &box->area;
    const int at = box->top + key->row - area->row;
    if (key->row < area->row || key->row >= area->row + box->view || at >= box->count ||
        key->col < area->col || key->col >= area->col + area->columns)
        return;
    box->at = at;
    box->ticked ^= 1u << at;
}

static bool ticks_key(void *state, struct desk *desk, const struct key *key)
{
    enum { WHEEL_ROWS = 3 };
    struct ticks_box *box = state;
    (void)desk;
    switch (key->code) {
    case K_WHEEL_UP:
        wheel(box, -WHEEL_ROWS);
        return true;
    case K_WHEEL_DOWN:
        wheel(box, WHEEL_ROWS);
        return true;
    case K_UP:
    case K_BACKTAB:
        move_to(box, box->at - 1);
        return true;
    case K_DOWN:
    case K_TAB:
        move_to(box, box->at + 1);
        return true;
    case K_PGUP:
    case K_HOME:
        move_to(box, 0);
        return true;
    case K_PGDN:
    case K_END:
        move_to(box, box->count - 1);
        return true;
    case K_CLICK:
        click(box, key);
        return true;
    default:
        return true;
    }
}

static void take(void *state, struct desk *desk, const struct key *key)
{
    struct ticks_box *box = state;
    (void)key;
    desk_pop(desk);
    box->done(box->data, desk, box->ticked);
}

static void leave(void *state, struct desk *desk, const struct key *key)
{
    (void)state;
    (void)key;
    desk_pop(desk);
}

static void describe(const void *state, struct str *ret)
{
    str_addf(ret, "%s\n\n", ((const struct ticks_box *)state)->title);
}

static const struct action ticks_actions[] = {
    {NULL, "Space", N_("tick"), N_("tick"), WHEN_AT_REST, toggle},
    {"Enter", NULL, N_("done"), N_("done"), WHEN_AT_REST, take},
    {"Esc", NULL, N_("cancel"), N_("cancel"), WHEN_AT_REST, leave},
    {0}};

static const struct screen_ops ticks_ops = {
    .name = "tick",
    .overlay = true,
    .about = N_("A LIST TO TICK\n"
                "\n"
                "The arrows go to a line, Space or a click ticks it or takes the tick away. Enter "
                "takes all that are ticked, Esc leaves everything as it is."),
    .describe = describe,
    .draw = ticks_draw,
    .actions = ticks_actions,
    .key = ticks_key,
    .free = ticks_free,
};

void dialog_tick(struct desk *desk, const char *title, int count, unsigned ticked,
                 void (*item)(void *data, int i, struct str *ret),
                 void (*done)(void *data, struct desk *desk, unsigned ticked), void *data)
{
    struct ticks_box *box = mem_alloc(sizeof *box);
    *box = (struct ticks_box){.title = mem_copy_text(title, strlen(title)),
                              .item = mem_alloc((size_t)count * sizeof *box->item),
                              .ticked = ticked,
                              .count = count,
                              .done = done,
                              .data = data};
    for (int i = 0; i < count; i++) {
        struct str text = STR_INIT;
        item(data, i, &text);
        const int columns = text_columns(text.buf, text.len);
        box->widest = columns > box->widest ? columns : box->widest;
        box->item[i] = str_detach(&text);
    }
    desk_push(desk, &ticks_ops, box);
}
