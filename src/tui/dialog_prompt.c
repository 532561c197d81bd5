// SPDX-License-Identifier: GPL-3.0-or-later
// Boxes to type a line in.
#include "dialog_private.h"
#include "screen_private.h"

#include "orjon/base/mem.h"
#include "orjon/tui/lineedit.h"

#include <string.h>

struct prompt_box {
    char *title, *label, *hint;
    char *name;        // under which what is left is kept; NULL: it is not
    bool stands_again; // what was left
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
    free(box->name);
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
    const char *again = _("This was left here; Ctrl-Z brings back what stood here");
    const char *under = box->error.len ? box->error.buf : box->stands_again ? again : box->hint;
    const enum style style = box->error.len      ? STYLE_ERROR
                             : box->stands_again ? STYLE_WARNING
                                                 : STYLE_DIM;
    canvas_text(canvas, area.row, area.col, area.columns, STYLE_LABEL, ALIGN_LEFT, box->label,
                strlen(box->label));
    canvas_wrapped(canvas, area.row + 2, area.col, UNDER, area.columns, style, under,
                   strlen(under));
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
    if (box->name)
        left_drop(&desk->left, box->name);
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

static void say_left(struct desk *desk, const char *typed)
{
    enum { SHOWN = 30 }; // as of a field that was left
    autostr text = STR_INIT;
    text_shorten(&text, typed, SHOWN);
    desk_say(desk, MESSAGE_INFO, _("“%s” was not saved; it stands there again when you come back"),
             text.buf);
}

static void leave(void *state, struct desk *desk, const struct key *key)
{
    struct prompt_box *box = state;
    const struct dialog_prompt prompt = box->prompt;
    const bool changed = lineedit_changed(&box->edit);
    autostr text = STR_INIT;
    (void)key;
    str_add_n(&text, box->edit.text.buf, box->edit.text.len);
    desk_pop(desk);
    if (box->name)
        left_drop(&desk->left, box->name);
    if (box->name && changed) {
        left_keep(&desk->left, box->name, text.buf);
        say_left(desk, text.buf);
    }
    if (changed && prompt.left)
        prompt.left(prompt.data, desk, text.buf);
}

static bool prompt_key(void *state, struct desk *desk, const struct key *key)
{
    struct prompt_box *box = state;
    box->stands_again = false; // was read by now
    lineedit_join(&box->edit, desk);
    return lineedit_key(&box->edit, key);
}

static enum screen_mode prompt_mode(const void *state)
{
    (void)state;
    return MODE_TYPING;
}

static const struct action prompt_actions[] = {
    {"Enter", NULL, N_("done"), N_("done"), MODE_TYPING, take},
    {"Esc", NULL, N_("cancel"), N_("cancel"), MODE_TYPING, leave},
    {"F6", NULL, NULL, NULL, MODE_TYPING, go_on},
    {0}};

static void describe(const void *state, struct str *ret)
{
    const struct prompt_box *box = state;
    str_addf(ret, "%s\n%s\n%s%s\n", box->title, box->label, box->hint, *box->hint ? "\n" : "");
}

static const struct screen_ops prompt_ops = {
    .name = "prompt",
    .overlay = true,
    .about = N_("A LINE TO WRITE\n"
                "\n"
                "Enter takes what is written; what is refused stays, with the reason below it. The "
                "first letter takes the place of what stands there, an arrow keeps it. Esc leaves "
                "everything as it is; a reason or a remark that was typed stands there again the "
                "next time."),
    .describe = describe,
    .draw = prompt_draw,
    .mode = prompt_mode,
    .key = prompt_key,
    .free = prompt_free,
};

static char *copy(const char *text)
{
    return mem_copy_text(text ? text : "", text ? strlen(text) : 0);
}

static void name_it(struct prompt_box *box, const struct dialog_prompt *prompt)
{
    struct str name = STR_INIT;
    if (!prompt->about)
        return;
    str_addf(&name, "%s\n%s\n%s", box->title, box->label, prompt->about);
    box->name = str_detach(&name);
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
    name_it(box, prompt);
    const char *left = box->name ? left_find(&desk->left, box->name) : NULL;
    const char *typed = prompt->typed ? prompt->typed : left;
    box->stands_again = typed && typed == left;
    if (typed)
        lineedit_insert(&box->edit, typed, strlen(typed));
    memcpy(box->actions, prompt_actions, sizeof box->actions);
    box->actions[2].hint = box->actions[2].help = prompt->more;
    if (!prompt->more)
        box->actions[2] = (struct action){0};
    box->ops = prompt_ops;
    box->ops.actions = box->actions;
    desk_push(desk, &box->ops, box);
}
