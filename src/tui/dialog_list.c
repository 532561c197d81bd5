// SPDX-License-Identifier: GPL-3.0-or-later
// Boxes to pick from a list.
#include "dialog_private.h"

#include "orjon/base/larger.h"
#include "orjon/base/mem.h"
#include "orjon/tui/lineedit.h"

#include <string.h>

struct item {
    char *text, *folded;
    size_t label; // bytes before the tab that begins its second column; the whole text
};

enum { GAP = 2 }; // blanks between the columns of items

struct list_box {
    char *title;
    struct item *items;
    int *shown; // those that the typed text leaves
    int count, shown_count;
    int at, top, view; // among the shown
    int widest;
    int second;              // where the second column of items begins; 0: there is none
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

static void draw_item(const struct list_box *list, struct canvas *canvas, int row,
                      const struct item *item, enum style style)
{
    const struct dialog_area *area = &list->area;
    const char *rest = item->text + item->label;
    const bool both = *rest && list->second < area->columns;
    canvas_fill(canvas, row, area->col, 1, area->columns, style);
    canvas_text(canvas, row, area->col, both ? list->second - GAP : area->columns, style,
                ALIGN_LEFT, item->text, item->label);
    if (both)
        canvas_text(canvas, row, area->col + list->second, area->columns - list->second, style,
                    ALIGN_LEFT, rest + 1, strlen(rest + 1));
}

// Items above and below that there is no room for: on the frame, beside them.
static void draw_more(const struct list_box *list, struct canvas *canvas)
{
    const struct dialog_area *area = &list->area;
    const int col = area->col + area->columns + 1;
    if (list->top > 0)
        canvas_put(canvas, area->row, col, STYLE_DIM, canvas->ascii ? "^" : "↑");
    if (list->view > 0 && list->top + list->view < list->shown_count)
        canvas_put(canvas, area->row + list->view - 1, col, STYLE_DIM, canvas->ascii ? "v" : "↓");
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
        const bool here = list->top + i == list->at;
        draw_item(list, canvas, area.row + i, &list->items[list->shown[list->top + i]],
                  here ? STYLE_FOCUS : STYLE_PLAIN);
    }
    if (!list->shown_count && list->sought.text.len) {
        autostr none = STR_INIT;
        str_addf(&none, _("Not found: %s"), list->sought.text.buf);
        canvas_text(canvas, area.row, area.col, area.columns, STYLE_WARNING, ALIGN_LEFT, none.buf,
                    none.len);
    }
    draw_more(list, canvas);
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

static void wheel(struct list_box *list, int by)
{
    dialog_wheel(list->shown_count, list->view, by, &list->top, &list->at);
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
    {"Enter", NULL, N_("choose"), N_("choose"), MODE_FINDING, choose},
    {"Esc", NULL, N_("cancel"), N_("cancel"), MODE_FINDING, cancel},
    {0}};

static const struct action several_actions[] = {
    {"Enter", NULL, N_("tick"), N_("tick"), MODE_FINDING, choose},
    {"Esc", NULL, N_("done"), N_("done"), MODE_FINDING, cancel},
    {0}};

static void describe(const void *state, struct str *ret)
{
    str_addf(ret, "%s\n\n", ((const struct list_box *)state)->title);
}

#define LIST_OPS(table, text)                                                                      \
    {                                                                                              \
        .name = "pick", .overlay = true, .draw = list_draw, .actions = table, .mode = list_mode,   \
        .about = text, .describe = describe, .key = list_key, .free = list_free                    \
    }
static const struct screen_ops list_ops = LIST_OPS(
    list_actions, N_("A LIST TO CHOOSE FROM\n"
                     "\n"
                     "The arrows go to a line, Enter takes it. What is typed leaves only the "
                     "lines in which it stands. A click marks a line, another takes it; the "
                     "wheel scrolls. Esc leaves everything as it is."));
static const struct screen_ops several_ops = LIST_OPS(
    several_actions, N_("A LIST TO CHOOSE SEVERAL FROM\n"
                        "\n"
                        "The arrows go to a line, Enter ticks it or takes the tick away. What "
                        "is typed leaves only the lines in which it stands. Esc ends it."));

static void measure(struct list_box *list)
{
    int rest = 0;
    for (int i = 0; i < list->count; i++) {
        const struct item *item = &list->items[i];
        const int label = text_columns(item->text, item->label);
        list->widest = larger(list->widest, label);
        if (!item->text[item->label])
            continue;
        const char *second = item->text + item->label + 1;
        list->second = larger(list->second, label + GAP);
        rest = larger(rest, text_columns(second, strlen(second)));
    }
    list->widest = larger(list->widest, list->second + rest);
}

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
        const size_t label = strcspn(text.buf, "\t");
        list->items[i] =
            (struct item){.text = str_detach(&text), .folded = str_detach(&folded), .label = label};
    }
    measure(list);
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
