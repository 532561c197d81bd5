// SPDX-License-Identifier: GPL-3.0-or-later
// The desk: a stack of screens, the message line, the key bar, and the loop.
#include "screen_private.h"

#include "orjon/base/clock.h"
#include "orjon/base/mem.h"

#include <string.h>

static void add_layer(struct layers *layers, struct layer layer)
{
    if (layers->count == layers->cap) {
        layers->cap = layers->cap ? layers->cap * 2 : 8;
        layers->at = mem_resize(layers->at, layers->cap, sizeof *layers->at);
    }
    layers->at[layers->count++] = layer;
}

static void free_layers(struct layers *layers)
{
    while (layers->count > 0) {
        struct layer *layer = &layers->at[--layers->count];
        if (layer->state)
            layer->ops->free(&layer->state);
    }
}

struct desk *desk_new(const struct desk_front *front, bool ascii)
{
    struct desk *desk = mem_alloc(sizeof *desk);
    int rows = 24, cols = 80;
    if (front) {
        desk->front = *front;
        front->size(front->self, &rows, &cols);
    }
    desk->canvas = canvas_new(rows, cols);
    desk->canvas->ascii = ascii;
    desk->canvas->aspect = desk->front.aspect ? desk->front.aspect(desk->front.self) : 0;
    desk->canvas->measure =
        (struct canvas_measure){desk->front.self, desk->front.lines, desk->front.columns};
    desk->message = desk->clipboard = STR_INIT;
    desk->dirty = true;
    desk->now = clock_ticks;
    return desk;
}

void desk_free(struct desk **p)
{
    struct desk *desk = *p;
    if (!desk)
        return;
    free_layers(&desk->open);
    free_layers(&desk->dead);
    free(desk->open.at);
    free(desk->dead.at);
    canvas_free(&desk->canvas);
    str_done(&desk->message);
    str_done(&desk->clipboard);
    left_done(&desk->left);
    free(desk);
    *p = NULL;
}

// --- the stack ----------------------------------------------------------------------------------

void desk_push(struct desk *desk, const struct screen_ops *ops, void *state)
{
    add_layer(&desk->open, (struct layer){.ops = ops, .state = state});
    desk->resumed = state; // it has just read what it shows
    desk->dirty = true;
}

static void remove_layer(struct desk *desk, size_t i)
{
    add_layer(&desk->dead, desk->open.at[i]);
    desk->open.count--;
    memmove(&desk->open.at[i], &desk->open.at[i + 1],
            (desk->open.count - i) * sizeof *desk->open.at);
    desk->resumed = NULL; // what is under it comes to the top again
    desk->dirty = true;
}

void desk_pop(struct desk *desk)
{
    if (desk->open.count > 0)
        remove_layer(desk, desk->open.count - 1);
}

void desk_close(struct desk *desk, const void *state)
{
    for (size_t i = desk->open.count; i-- > 0;)
        if (desk->open.at[i].state == state) {
            remove_layer(desk, i);
            return;
        }
}

size_t desk_depth(const struct desk *desk)
{
    return desk->open.count;
}

// Tells the top screen that it is on top again, if it does not know; that may push another.
static void resume(struct desk *desk)
{
    while (desk->open.count > 0) {
        struct layer top = desk->open.at[desk->open.count - 1];
        if (top.state == desk->resumed)
            return;
        desk->resumed = top.state;
        struct err err = {0};
        if (top.ops->load && top.ops->load(top.state, &err))
            desk_fail(desk, &err);
        if (top.ops->resume)
            top.ops->resume(top.state, desk);
    }
}

static void commit_all(struct desk *desk)
{
    for (size_t i = desk->open.count; i-- > 0;)
        if (desk->open.at[i].ops->commit)
            desk->open.at[i].ops->commit(desk->open.at[i].state);
}

// --- messages -----------------------------------------------------------------------------------

void desk_say(struct desk *desk, enum message kind, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    str_reset(&desk->message);
    str_addv(&desk->message, format, args);
    va_end(args);
    desk->kind = kind;
    desk->dirty = true;
}

void desk_fail(struct desk *desk, const struct err *err)
{
    desk_say(desk, MESSAGE_ERROR, "%s", err_text(err));
}

void desk_say_left(struct desk *desk, const char *name, const char *typed)
{
    enum { SHOWN = 30 }; // columns: how it comes back must be read as well
    autostr text = STR_INIT;
    if (name)
        str_addf(&text, "%s: ", name);
    if (name && text_columns(typed, strlen(typed)) > SHOWN) {
        str_add(&text, _("what was typed"));
    } else {
        str_add(&text, "“");
        text_shorten(&text, typed, SHOWN);
        str_add(&text, "”");
    }
    desk_say(desk, MESSAGE_INFO, _("%s was not saved; Ctrl-Z brings it back"), text.buf);
}

const char *desk_message(const struct desk *desk)
{
    return desk->message.buf;
}

// --- what it is told ----------------------------------------------------------------------------

void desk_set_common(struct desk *desk, const struct action *actions, void *data)
{
    desk->common = actions;
    desk->common_data = data;
}

void desk_set_read_only(struct desk *desk, void (*why)(void *data, struct desk *desk))
{
    desk->read_only = why;
}

void desk_set_rest(struct desk *desk, void (*rest)(void *data, struct desk *desk), void *data)
{
    desk->rest = rest;
    desk->rest_data = data;
}

void desk_set_clock(struct desk *desk, int64_t (*now)(void))
{
    desk->now = now;
}

void desk_redraw(struct desk *desk)
{
    desk->dirty = true;
}

void desk_resume(struct desk *desk)
{
    desk->resumed = NULL;
    desk->dirty = true;
    resume(desk);
}

// --- the loop -----------------------------------------------------------------------------------

void desk_quit(struct desk *desk)
{
    commit_all(desk);
    desk->quit = true;
}

static void rest(struct desk *desk)
{
    desk->rested = true;
    for (size_t i = 0; i < desk->open.count; i++)
        if (desk->open.at[i].ops->rest)
            desk->open.at[i].ops->rest(desk->open.at[i].state);
    if (desk->rest)
        desk->rest(desk->rest_data, desk);
}

// What is typed may be for nothing; a key of the keyboard's edge was pressed for something.
static bool is_command(const struct key *key)
{
    return key->code == K_CTRL || key->code == K_ALT || (key->code >= K_F1 && key->code <= K_F12);
}

void desk_obey(struct desk *desk, const struct key *key)
{
    const struct layer top = desk->open.at[desk->open.count - 1];
    const bool seen = !top.ops->look || top.ops->look(top.state, desk, key);
    if (!seen)
        return;
    if (key->code == K_MENU)
        desk_point_menu(desk, &top, key);
    else if (!desk_act(desk, &top, key) && !desk_key(desk, &top, key) && is_command(key))
        desk_say(desk, MESSAGE_INFO, "%s", _("This key does nothing here"));
}

static void handle(struct desk *desk, const struct key *key)
{
    desk->dirty = true;
    desk->rested = false;
    if (key->code == K_TERMINATE) {
        commit_all(desk);
        desk->terminated = true;
        return;
    }
    if (key->code == K_RESIZE) {
        desk_resize(desk, key);
        return;
    }
    // A key pressed at a screen that is not shown could do anything: it does nothing.
    bool empty = key->code == K_UNKNOWN || key->code == K_NONE || key->code == K_TIMEOUT ||
                 key->code == K_REPORT;
    const bool of_mouse = key->code == K_CLICK || (key->code == K_MENU && key->row >= 0) ||
                          key->code == K_WHEEL_UP || key->code == K_WHEEL_DOWN;
    if (of_mouse && desk->front.set_mouse && !desk->mouse)
        return;
    if (key->code == K_MENU && desk_too_small(desk))
        desk_menu(desk, NULL); // of the front's own
    if (empty || desk_too_small(desk))
        return;
    if (key->code == K_OVERLONG) {
        desk_say(desk, MESSAGE_WARNING,
                 _("What was pasted is longer than %s MB; nothing was taken"),
                 SAY(KEY_PASTE_MAX >> 20));
        return;
    }
    struct key pressed = *key;
    desk_point(desk, &desk->open.at[desk->open.count - 1], &pressed);
    if (pressed.code == K_UNKNOWN)
        return;
    str_reset(&desk->message);
    const void *before = desk->open.at[desk->open.count - 1].state;
    desk_obey(desk, &pressed);
    if (!desk->open.count || desk->open.at[desk->open.count - 1].state != before)
        desk->opening.there = key->code == K_CLICK;
    resume(desk);
    desk_end_progress(desk);
    free_layers(&desk->dead);
}

bool desk_ended(const struct desk *desk)
{
    return desk->quit || desk->terminated || desk->open.count == 0;
}

bool desk_run(struct desk *desk)
{
    while (!desk_ended(desk)) {
        struct key key = {0};
        const int patience = desk->rest && !desk->rested ? DESK_REST : -1;
        desk->front.read(desk->front.self, desk->dirty ? 0 : patience, &key);
        if (key.code != K_TIMEOUT) {
            handle(desk, &key); // whatever waits is taken first: a held key costs one picture
            continue;
        }
        if (desk->dirty) {
            desk_draw(desk);
            desk->front.show(desk->front.self, desk->canvas);
        } else {
            rest(desk);
        }
    }
    return desk->terminated;
}

enum status desk_play(struct desk *desk, const char *script, int rows, int cols, struct str *ret,
                      struct err *err)
{
    struct key_list keys = {0};
    enum status status = key_parse(script, &keys, err);
    if (desk->canvas->height != rows || desk->canvas->cols != cols)
        canvas_resize(desk->canvas, rows, cols);
    resume(desk);
    desk_draw(desk);
    for (size_t i = 0; status == STATUS_OK && i < keys.count && !desk_ended(desk); i++) {
        if (keys.key[i].code == K_TIMEOUT)
            rest(desk);
        else
            handle(desk, &keys.key[i]);
        desk_draw(desk);
    }
    key_list_done(&keys);
    if (ret)
        canvas_dump(desk->canvas, ret);
    return status;
}

const struct canvas *desk_canvas(const struct desk *desk)
{
    return desk->canvas;
}
