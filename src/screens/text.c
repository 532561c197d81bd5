// SPDX-License-Identifier: GPL-3.0-or-later
// A text of many lines on a screen of its own: saved by a key, and never lost by another.
#include "text.h"

#include "phrases.h"

#include "orjon/app/draft.h"
#include "orjon/app/editor.h"
#include "orjon/base/mem.h"
#include "orjon/base/text.h"
#include "orjon/tui/textedit.h"

#include <string.h>

struct text_screen {
    struct app *app;
    struct text_task task; // its title and place are ours
    struct textedit *edit;
};

// False when it was refused, and said.
static bool save(struct text_screen *screen, struct desk *desk)
{
    const struct text_task *task = &screen->task;
    struct err err = {0};
    autostr text = STR_INIT;
    size_t n = 0;
    const char *typed = textedit_text(screen->edit, &n);
    if (!textedit_changed(screen->edit))
        return true;
    if (text_read_lines(typed, n, &text, &err) || task->accept(task->data, text.buf, &err)) {
        desk_fail(desk, &err);
        return false;
    }
    textedit_keep(screen->edit);
    draft_drop_text(screen->app, task->place);
    return true;
}

static void leave(struct text_screen *screen, struct desk *desk)
{
    draft_drop_text(screen->app, screen->task.place);
    desk_close(desk, screen);
    if (screen->task.done)
        screen->task.done(screen->task.data, desk);
}

static void save_and_stay(void *state, struct desk *desk, const struct key *key)
{
    (void)key;
    if (save(state, desk))
        desk_say(desk, MESSAGE_GOOD, "%s", _("Saved"));
}

static void save_and_leave(void *state, struct desk *desk, const struct key *key)
{
    (void)key;
    if (save(state, desk))
        leave(state, desk);
}

static void answered(void *data, struct desk *desk, int choice)
{
    enum { SAVE, DROP };
    if (choice == SAVE)
        save_and_leave(data, desk, NULL);
    else if (choice == DROP)
        leave(data, desk);
}

static void escape(void *state, struct desk *desk, const struct key *key)
{
    struct text_screen *screen = state;
    const struct dialog_choice choices[] = {
        {_("sS"), _("save")},
        {_("dD"), _("do not save")},
        {_("wW"), _("go on writing")},
    };
    (void)key;
    if (textedit_changed(screen->edit))
        dialog_ask(desk, screen->task.title, _("The text is not saved. Save it?"), choices, 3, 0,
                   answered, screen);
    else
        leave(screen, desk);
}

static void write_outside(void *state, struct desk *desk, const struct key *key)
{
    const struct text_screen *screen = state;
    struct err err = {0};
    autostr text = STR_INIT;
    size_t n = 0;
    const char *typed = textedit_text(screen->edit, &n);
    (void)key;
    if (!desk_lend(desk)) {
        desk_say(desk, MESSAGE_WARNING, "%s", _("There is no terminal here for another editor"));
        return;
    }
    const enum status status = editor_run(typed, n, &text, &err);
    desk_take(desk);
    if (status) {
        desk_fail(desk, &err);
    } else if (text.len == n && memcmp(text.buf, typed, n) == 0) {
        desk_say(desk, MESSAGE_INFO, "%s", _("Nothing was changed in the editor"));
    } else {
        textedit_replace(screen->edit, desk, text.buf, text.len);
        desk_say(desk, MESSAGE_GOOD, "%s", _("Taken over from the editor; Ctrl-Z undoes it"));
    }
}

static void choose_phrase(void *state, struct desk *desk, const struct key *key)
{
    (void)key;
    phrases_push(desk, ((const struct text_screen *)state)->app);
}

static void draw(void *state, struct canvas *canvas)
{
    const struct text_screen *screen = state;
    const char *title = screen->task.title;
    const char *how = _("Enter begins a new line; F2 when the text is done"); // forms save by Enter
    canvas_fill(canvas, 0, 0, 1, canvas->cols, STYLE_TITLE);
    canvas_text(canvas, 0, 1, canvas->cols - 1, STYLE_TITLE, ALIGN_LEFT, title, strlen(title));
    canvas_text(canvas, 1, 1, canvas->cols - 2, STYLE_DIM, ALIGN_LEFT, how, strlen(how));
    textedit_draw(screen->edit, canvas, 2, 1, canvas->rows - 2, canvas->cols - 2);
}

static bool key(void *state, struct desk *desk, const struct key *key)
{
    const struct text_screen *screen = state;
    return textedit_key(screen->edit, desk, key);
}

static enum screen_mode mode(const void *state)
{
    (void)state;
    return MODE_TYPING;
}

static bool settle(void *state, struct desk *desk)
{
    return save(state, desk);
}

static void keep_draft(void *state)
{
    const struct text_screen *screen = state;
    size_t n = 0;
    const char *typed = textedit_text(screen->edit, &n);
    if (textedit_changed(screen->edit))
        draft_keep_text(screen->app, screen->task.place, typed, n, NULL);
    else
        draft_drop_text(screen->app, screen->task.place);
}

static void fill(const void *state, const char *name, struct str *ret)
{
    const struct text_screen *screen = state;
    if (strcmp(name, "sort") == 0)
        str_add(ret, screen->task.sort ? screen->task.sort : "any");
}

static void free_screen(void **state)
{
    struct text_screen *screen = *state;
    textedit_free(&screen->edit);
    free((void *)(uintptr_t)screen->task.title);
    free((void *)(uintptr_t)screen->task.place);
    free(screen);
    *state = NULL;
}

static const struct action text_actions[] = {
    {"F2", NULL, N_("save"), N_("save and go back"), MODE_TYPING, save_and_leave},
    {"C-Space C-k", NULL, N_("phrase"), N_("put in a phrase"), MODE_TYPING, choose_phrase},
    {"F6 C-e", NULL, N_("editor"), N_("write in $VISUAL or $EDITOR"), MODE_TYPING, write_outside},
    {"C-s", NULL, N_("save only"), N_("save and go on writing"), MODE_TYPING, save_and_stay},
    {"Esc", NULL, N_("back"), N_("back; asks where something is not saved"), MODE_TYPING, escape},
    {0}};

const struct screen_ops text_ops = {
    .name = "text",
    .actions = text_actions,
    .about = N_(
        "A TEXT\n"
        "\n"
        "Enter begins a paragraph. In a list (“1.”, “1)”, “(1)”, “a)”) it goes on with the next "
        "number and raises those behind it; on an empty number it ends the list.\n"
        "\n"
        "Ctrl and an arrow goes by words, Ctrl-Home and Ctrl-End to the ends; an arrow with Shift "
        "marks. Ctrl-C, Ctrl-X and Ctrl-V copy, cut and paste, Ctrl-Z and Ctrl-Y undo and "
        "redo, Ctrl-A marks all, Ctrl-U clears the paragraph."),
    .mode = mode,
    .settle = settle,
    .fill = fill,
    .draw = draw,
    .key = key,
    .rest = keep_draft,
    .commit = keep_draft,
    .free = free_screen,
};

// What was being written when the program ended stands there again, over what is saved.
static void take_up_draft(const struct text_screen *screen, struct desk *desk)
{
    autostr draft = STR_INIT;
    if (!draft_find_text(screen->app, screen->task.place, &draft) ||
        strcmp(draft.buf, screen->task.text) == 0)
        return;
    textedit_replace(screen->edit, desk, draft.buf, draft.len);
    desk_say(desk, MESSAGE_WARNING, "%s",
             _("This was being written when the program ended; Ctrl-Z brings back what is saved"));
}

void text_push(struct desk *desk, struct app *app, const struct text_task *task)
{
    struct text_screen *screen = mem_alloc(sizeof *screen);
    screen->app = app;
    screen->task = *task;
    screen->task.title = mem_copy_text(task->title, strlen(task->title));
    screen->task.place = mem_copy_text(task->place, strlen(task->place));
    screen->edit = textedit_new(TEXT_LINES_MAX);
    textedit_set(screen->edit, task->text, strlen(task->text));
    take_up_draft(screen, desk);
    desk_push(desk, &text_ops, screen);
    if (!task->first)
        return;
    textedit_key(screen->edit, desk, &(struct key){.code = K_CTRL_END});
    textedit_key(screen->edit, desk, task->first);
}
