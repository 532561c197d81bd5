// SPDX-License-Identifier: GPL-3.0-or-later
// Boxes to pick from a list and to type a line in.
#include "dialog_private.h"

#include "orjon/base/mem.h"
#include "orjon/tui/lineedit.h"

#include <string.h>

struct item {
    char *text, *folded;
};

struct list_box {
    char *title;
    struct item *items;
    int *shown; // those that the typed text leaves
    int count, shown_count;
    int at, top, view; // among the shown
    int widest;
    bool at_once;            // the first click chooses
    struct dialog_area area; // as last drawn
    struct lineedit sought;
    void (*done)(void *data, struct desk *desk, int choice);
    void (*let_go)(void *data); // NULL: it is not ours
    void *data;
};

static void list_free(void **state)
{
    struct list_box *list = *state;
    if (list->let_go)
        list->let_go(list->data);
    for (int i = 0; i < list->count; i++) {
        free(list->items[i].text);
        free(list->items[i].folded);
    }
    free(list->items);
    free(list->shown);
    free(list->title);
    lineedit_done(&list->sought);
    free(list);
    *state = NULL;
}

// Shows the items that contain what was typed; the selection stays on its item if that is shown.
static void filter(struct list_box *list)
{
    autostr sought = STR_INIT;
    int selected = list->shown_count > 0 ? list->shown[list->at] : -1;
    text_sought(list->sought.text.buf, list->sought.text.len, &sought);
    list->shown_count = list->at = 0;
    for (int i = 0; i < list->count; i++) {
        if (!strstr(list->items[i].folded, sought.buf))
            continue;
        if (i == selected)
            list->at = list->shown_count;
        list->shown[list->shown_count++] = i;
    }
}

static void list_draw(void *state, struct canvas *canvas)
{
    struct list_box *list = state;
    int columns = list->widest > 30 ? list->widest : 30;
    struct dialog_area area = dialog_frame(canvas, list->title, list->count + 2, columns);
    list->area = area;
    list->view = area.rows - 2;
    if (list->top > list->at)
        list->top = list->at;
    if (list->at >= list->top + list->view)
        list->top = list->at - list->view + 1;
    for (int i = 0; i < list->view && list->top + i < list->shown_count; i++) {
        const char *text = list->items[list->shown[list->top + i]].text;
        bool here = list->top + i == list->at;
        canvas_text(canvas, area.row + i, area.col, area.columns, here ? STYLE_FOCUS : STYLE_PLAIN,
                    ALIGN_LEFT, text, strlen(text));
    }
    int row = area.row + area.rows - 1;
    int col = canvas_say(canvas, row, area.col, STYLE_LABEL, _("Find:")) + 1;
    lineedit_draw(&list->sought, canvas, row, col, area.columns - (col - area.col), STYLE_EDIT);
    if (!list->sought.text.len && list->shown_count) // the eye is on the list until one types
        canvas_cursor(canvas, area.row + list->at - list->top, area.col);
}

static void move(struct list_box *list, int by)
{
    list->at += by;
    if (list->at >= list->shown_count)
        list->at = list->shown_count - 1;
    if (list->at < 0)
        list->at = 0;
}

// The view moves; the selection only where it would leave it.
static void wheel(struct list_box *list, int by)
{
    const int last = list->shown_count > list->view ? list->shown_count - list->view : 0;
    const int to = list->top + by;
    list->top = to > last ? last : to < 0 ? 0 : to;
    if (list->at < list->top)
        list->at = list->top;
    else if (list->at >= list->top + list->view)
        list->at = list->top + list->view - 1;
}

static bool move_key(struct list_box *list, enum key_code code)
{
    enum { WHEEL_ROWS = 3 };
    switch (code) {
    case K_WHEEL_UP:
        wheel(list, -WHEEL_ROWS);
        return true;
    case K_WHEEL_DOWN:
        wheel(list, WHEEL_ROWS);
        return true;
    case K_UP:
    case K_BACKTAB:
        move(list, -1);
        return true;
    case K_DOWN:
    case K_TAB:
        move(list, 1);
        return true;
    case K_PGUP:
        move(list, -list->view);
        return true;
    case K_PGDN:
        move(list, list->view);
        return true;
    case K_HOME:
        move(list, -list->count);
        return true;
    case K_END:
        move(list, list->count);
        return true;
    default:
        return false;
    }
}

// A click selects an item; one on the selected item chooses it, which is returned.
static bool click(struct list_box *list, const struct key *key)
{
    const struct dialog_area *area = &list->area;
    int i = list->top + key->row - area->row;
    bool inside = key->code == K_CLICK && key->row >= area->row &&
                  key->row < area->row + list->view && key->col >= area->col &&
                  key->col < area->col + area->columns;
    if (!inside || i >= list->shown_count)
        return false;
    const bool chosen = list->at_once || i == list->at;
    list->at = i;
    return chosen;
}

static void finish(struct list_box *list, struct desk *desk, int choice)
{
    desk_pop(desk);
    list->done(list->data, desk, choice);
}

static void choose(void *state, struct desk *desk, const struct key *key)
{
    struct list_box *list = state;
    (void)key;
    if (list->shown_count > 0)
        finish(list, desk, list->shown[list->at]);
}

static void cancel(void *state, struct desk *desk, const struct key *key)
{
    (void)key;
    finish(state, desk, DIALOG_CANCELLED);
}

static bool list_key(void *state, struct desk *desk, const struct key *key)
{
    struct list_box *list = state;
    if (click(list, key))
        choose(list, desk, key);
    else if (!move_key(list, key->code) && lineedit_key(&list->sought, key))
        filter(list);
    return true;
}

static enum screen_mode list_mode(const void *state)
{
    (void)state;
    return MODE_FINDING;
}

static const struct action list_actions[] = {
    {"Enter", NULL, N_("choose"), NULL, MODE_FINDING, choose},
    {"Esc", NULL, N_("cancel"), NULL, MODE_FINDING, cancel},
    {0}};

static const struct action several_actions[] = {
    {"Enter", NULL, N_("tick"), NULL, MODE_FINDING, choose},
    {"Esc", NULL, N_("done"), NULL, MODE_FINDING, cancel},
    {0}};

#define LIST_OPS(table)                                                                            \
    {                                                                                              \
        .name = "pick", .overlay = true, .draw = list_draw, .actions = table, .mode = list_mode,   \
        .key = list_key, .free = list_free                                                         \
    }
static const struct screen_ops list_ops = LIST_OPS(list_actions);
static const struct screen_ops several_ops = LIST_OPS(several_actions);

static struct list_box *push_list(struct desk *desk, const struct screen_ops *ops,
                                  const char *title, int count,
                                  void (*item)(void *data, int i, struct str *ret), void *data)
{
    struct list_box *list = mem_alloc(sizeof *list);
    list->title = mem_copy_text(title, strlen(title));
    list->count = count;
    list->items = mem_alloc((size_t)count * sizeof *list->items);
    list->shown = mem_alloc((size_t)count * sizeof *list->shown);
    list->data = data;
    list->view = 1;
    lineedit_init(&list->sought);
    for (int i = 0; i < count; i++) {
        struct str text = STR_INIT, folded = STR_INIT;
        item(data, i, &text);
        text_sought(text.buf, text.len, &folded);
        int columns = text_columns(text.buf, text.len);
        list->widest = columns > list->widest ? columns : list->widest;
        list->items[i] = (struct item){.text = str_detach(&text), .folded = str_detach(&folded)};
    }
    filter(list);
    desk_push(desk, ops, list);
    return list;
}

void dialog_pick(struct desk *desk, const char *title, int count, int preset,
                 void (*item)(void *data, int i, struct str *ret),
                 void (*done)(void *data, struct desk *desk, int choice), void *data)
{
    struct list_box *list = push_list(desk, &list_ops, title, count, item, data);
    list->done = done;
    if (preset >= 0 && preset < count)
        list->at = preset;
}

void dialog_pick_several(struct desk *desk, const char *title, int count, int preset,
                         void (*item)(void *data, int i, struct str *ret),
                         void (*done)(void *data, struct desk *desk, int choice), void *data)
{
    struct list_box *list = push_list(desk, &several_ops, title, count, item, data);
    list->done = done;
    if (preset >= 0 && preset < count)
        list->at = preset;
}

static struct list_box *push_own(struct desk *desk, const char *title, int count,
                                 void (*item)(void *data, int i, struct str *ret),
                                 void (*done)(void *data, struct desk *desk, int choice),
                                 void *data, void (*let_go)(void *data))
{
    struct list_box *list = push_list(desk, &list_ops, title, count, item, data);
    list->done = done;
    list->let_go = let_go;
    return list;
}

void dialog_pick_own(struct desk *desk, const char *title, int count,
                     void (*item)(void *data, int i, struct str *ret),
                     void (*done)(void *data, struct desk *desk, int choice), void *data,
                     void (*let_go)(void *data))
{
    push_own(desk, title, count, item, done, data, let_go);
}

void dialog_menu(struct desk *desk, const char *title, int count,
                 void (*item)(void *data, int i, struct str *ret),
                 void (*done)(void *data, struct desk *desk, int choice), void *data,
                 void (*let_go)(void *data))
{
    push_own(desk, title, count, item, done, data, let_go)->at_once = true;
}

// --- prompt -------------------------------------------------------------------------------------

struct prompt_box {
    char *title, *label, *hint;
    struct lineedit edit;
    struct str error;
    struct dialog_prompt prompt; // its callbacks
    struct action actions[4];    // its own, for one of them is called as the caller says
    struct screen_ops ops;
};

static void prompt_free(void **state)
{
    struct prompt_box *box = *state;
    free(box->title);
    free(box->label);
    free(box->hint);
    lineedit_done(&box->edit);
    str_done(&box->error);
    free(box);
    *state = NULL;
}

static void prompt_draw(void *state, struct canvas *canvas)
{
    struct prompt_box *box = state;
    enum { UNDER = 3 }; // rows for the reason of a refusal, or the hint
    struct dialog_area area = dialog_frame(canvas, box->title, 2 + UNDER, dialog_columns(canvas));
    const char *under = box->error.len ? box->error.buf : box->hint;
    canvas_text(canvas, area.row, area.col, area.columns, STYLE_LABEL, ALIGN_LEFT, box->label,
                strlen(box->label));
    canvas_wrapped(canvas, area.row + 2, area.col, UNDER, area.columns,
                   box->error.len ? STYLE_ERROR : STYLE_DIM, under, strlen(under));
    lineedit_draw(&box->edit, canvas, area.row + 1, area.col, area.columns, STYLE_EDIT);
}

// False when it was refused; then the box stays and says why.
static bool accept(struct prompt_box *box, struct desk *desk)
{
    struct err err = {0};
    autostr text = STR_INIT;
    lineedit_commit(&box->edit, &text);
    str_reset(&box->error);
    if (box->prompt.accept && box->prompt.accept(box->prompt.data, text.buf, &err) != STATUS_OK) {
        str_addf(&box->error, "! %s", err_text(&err));
        return false;
    }
    desk_pop(desk);
    if (box->prompt.done)
        box->prompt.done(box->prompt.data, desk, text.buf);
    return true;
}

static void take(void *state, struct desk *desk, const struct key *key)
{
    (void)key;
    accept(state, desk);
}

static void go_on(void *state, struct desk *desk, const struct key *key)
{
    struct prompt_box *box = state;
    (void)key;
    if (!lineedit_changed(&box->edit))
        desk_pop(desk);
    else if (!accept(box, desk))
        return;
    box->prompt.go_on(box->prompt.data, desk);
}

static void leave(void *state, struct desk *desk, const struct key *key)
{
    (void)state;
    (void)key;
    desk_pop(desk);
}

static bool prompt_key(void *state, struct desk *desk, const struct key *key)
{
    struct prompt_box *box = state;
    lineedit_join(&box->edit, desk);
    return lineedit_key(&box->edit, key);
}

static enum screen_mode prompt_mode(const void *state)
{
    (void)state;
    return MODE_TYPING;
}

static const struct action prompt_actions[] = {
    {"Enter", NULL, N_("done"), NULL, MODE_TYPING, take},
    {"Esc", NULL, N_("cancel"), NULL, MODE_TYPING, leave},
    {"F6", NULL, NULL, NULL, MODE_TYPING, go_on},
    {0}};

static const struct screen_ops prompt_ops = {
    .name = "prompt",
    .overlay = true,
    .draw = prompt_draw,
    .mode = prompt_mode,
    .key = prompt_key,
    .free = prompt_free,
};

static char *copy(const char *text)
{
    return mem_copy_text(text ? text : "", text ? strlen(text) : 0);
}

void dialog_prompt(struct desk *desk, const struct dialog_prompt *prompt)
{
    struct prompt_box *box = mem_alloc(sizeof *box);
    box->prompt = *prompt;
    box->title = copy(prompt->title);
    box->label = copy(prompt->label);
    box->hint = copy(prompt->hint);
    box->error = STR_INIT;
    lineedit_init(&box->edit);
    if (prompt->preset)
        lineedit_set(&box->edit, prompt->preset, strlen(prompt->preset), true);
    memcpy(box->actions, prompt_actions, sizeof box->actions);
    box->actions[2].hint = prompt->more;
    if (!prompt->more)
        box->actions[2] = (struct action){0};
    box->ops = prompt_ops;
    box->ops.actions = box->actions;
    desk_push(desk, &box->ops, box);
}
