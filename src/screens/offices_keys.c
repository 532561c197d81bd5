// SPDX-License-Identifier: GPL-3.0-or-later
// What the keys of the tree of offices change: one more, another name or place from a day on, the
// last day, the key with which one signs.
#include "offices.h"

#include "orjon/domain/date.h"
#include "record_screens.h"

#include <stdio.h>
#include <string.h>

static char *copy(const char *text)
{
    return mem_copy_text(text, strlen(text));
}

// The office that a question is about, as it is now; NULL when it is gone.
static const struct record *asked(const struct offices_screen *screen)
{
    return records_find(&screen->offices.units, screen->asked);
}

// Marks what the next questions are about; false when nothing is marked.
static bool ask(struct offices_screen *screen)
{
    const struct tree_office *office = offices_marked(screen);
    screen->asked = office ? office->unit->id : 0;
    return office;
}

static void open(void *state, struct desk *desk, const struct key *key)
{
    const struct offices_screen *screen = state;
    const struct tree_office *office = offices_marked(screen);
    (void)key;
    if (office)
        record_form_push(desk, screen->app, RECORD_UNIT, office->unit->id);
}

// Beside the marked one: under the same office.
static void add(void *state, struct desk *desk, const struct key *key)
{
    const struct offices_screen *screen = state;
    const struct tree_office *office = offices_marked(screen);
    const size_t parent = office ? office->parent : TREE_TOP;
    char presets[40] = "";
    (void)key;
    if (parent != TREE_TOP)
        snprintf(presets, sizeof presets, "under=%lld",
                 (long long)screen->offices.tree.office[parent].unit->id);
    record_form_push_new(desk, screen->app, RECORD_UNIT, 0, *presets ? presets : NULL);
}

static void change(void *state, struct desk *desk, const struct key *key)
{
    const struct offices_screen *screen = state;
    const struct tree_office *office = offices_marked(screen);
    (void)key;
    if (office)
        record_form_push_new(desk, screen->app, RECORD_SPAN, office->unit->id, "from=@today");
}

static void show_all(void *state, struct desk *desk, const struct key *key)
{
    struct offices_screen *screen = state;
    const struct tree_office *office = offices_marked(screen);
    const int64_t id = office ? office->unit->id : 0;
    (void)key;
    screen->all = !screen->all;
    offices_choose_rows(screen);
    offices_mark(screen, id);
    desk_say(desk, MESSAGE_INFO, "%s",
             screen->all ? _("All are listed") : _("Only those that are open are listed"));
}

// --- its last day -------------------------------------------------------------------------------

struct successors { // the offices that may take its place, as the box lists them
    struct offices_screen *screen;
    size_t *place, count;
};

static void let_go(void *data)
{
    struct successors *of = data;
    free(of->place);
    free(of);
}

static void say_successor(void *data, int i, struct str *ret)
{
    const struct successors *of = data;
    if (i == 0) {
        str_add(ret, _("no other office"));
        return;
    }
    const struct tree_office *office = &of->screen->offices.tree.office[of->place[i - 1]];
    str_addf(ret, "%s %s", office->code, office->name);
}

static void close_it(void *data, struct desk *desk, int choice)
{
    const struct successors *of = data;
    struct offices_screen *screen = of->screen;
    const struct record *unit = asked(screen);
    struct err err = {0};
    autostr code = STR_INIT, name = STR_INIT;
    if (choice < 0 || !unit)
        return;
    if (choice > 0)
        str_add(&code, screen->offices.tree.office[of->place[choice - 1]].code);
    str_add(&name, tree_own_name(unit));
    if (app_close_office(screen->app, unit->text[UNIT_CODE], screen->day, choice ? code.buf : NULL,
                         &err)) {
        desk_fail(desk, &err);
        return;
    }
    offices_resume(screen, desk);
    desk_say(desk, MESSAGE_GOOD, _("%s: its last day is %s; Ctrl-Z undoes it"), name.buf,
             screen->day);
}

static void ask_successor(void *data, struct desk *desk, const char *day)
{
    struct offices_screen *screen = data;
    const struct tree *tree = &screen->offices.tree;
    struct successors *of = mem_alloc(sizeof *of);
    of->screen = screen;
    of->place = mem_alloc((tree->count + 1) * sizeof *of->place);
    for (size_t o = 0; o < tree->count; o++)
        if (tree->office[o].open && tree->office[o].unit->id != screen->asked)
            of->place[of->count++] = o;
    free(screen->day);
    screen->day = copy(day);
    dialog_pick_own(desk, _("Which office takes its place?"), (int)of->count + 1, say_successor,
                    close_it, of, let_go);
}

static enum status accept_day(void *data, const char *text, struct err *err)
{
    int32_t day = 0;
    (void)data;
    return date_read(text, strlen(text), DATE_STRICT, &day, NULL, err);
}

static void ask_last_day(void *state, struct desk *desk, const struct key *key)
{
    struct offices_screen *screen = state;
    autostr today = STR_INIT;
    (void)key;
    if (!ask(screen))
        return;
    date_write(&today, app_today(screen->app), i18n_digits());
    const struct dialog_prompt prompt = {.title = offices_marked(screen)->name,
                                         .label = _("Last day"),
                                         .hint = _("the last day on which the office is open"),
                                         .preset = today.buf,
                                         .accept = accept_day,
                                         .done = ask_successor,
                                         .data = screen};
    dialog_prompt(desk, &prompt);
}

// --- its key ------------------------------------------------------------------------------------

static enum status put_key(struct offices_screen *screen, const char *memo, struct err *err)
{
    const struct record *unit = asked(screen);
    const struct app_office_key key = {.office = unit ? unit->text[UNIT_CODE] : "",
                                       .file = screen->file,
                                       .digits = screen->digits,
                                       .memo = memo};
    return app_put_office_key(screen->app, &key, err);
}

static void say_key(struct offices_screen *screen, struct desk *desk)
{
    const struct record *unit = asked(screen);
    offices_resume(screen, desk);
    desk_say(desk, MESSAGE_GOOD, _("The key of %s is known from today on"),
             unit ? tree_own_name(unit) : "");
}

static enum status accept_memo(void *data, const char *memo, struct err *err)
{
    return put_key(data, memo, err);
}

static void memo_given(void *data, struct desk *desk, const char *memo)
{
    (void)memo;
    say_key(data, desk);
}

// One that it has already gives way only by a paper.
static void digits_given(void *data, struct desk *desk, const char *digits)
{
    struct offices_screen *screen = data;
    struct err err = {0};
    free(screen->digits);
    screen->digits = copy(digits);
    const enum status status = put_key(screen, NULL, &err);
    if (status == STATUS_USAGE) {
        const struct dialog_prompt prompt = {
            .title = _("Another key"),
            .label = _("By memo"),
            .hint = _("the paper by which it takes the place of the key that is known"),
            .preset = "",
            .accept = accept_memo,
            .done = memo_given,
            .data = screen};
        dialog_prompt(desk, &prompt);
    } else if (status) {
        desk_fail(desk, &err);
    } else {
        say_key(screen, desk);
    }
}

static void file_given(void *data, struct desk *desk, const char *file)
{
    struct offices_screen *screen = data;
    free(screen->file);
    screen->file = copy(file);
    const struct dialog_prompt prompt = {
        .title = _("The key's 20 digits"),
        .label = _("Digits"),
        .hint = _("as the office reads them out over the telephone (orjon key)"),
        .preset = "",
        .done = digits_given,
        .data = screen};
    dialog_prompt(desk, &prompt);
}

static void ask_key(void *state, struct desk *desk, const struct key *key)
{
    struct offices_screen *screen = state;
    (void)key;
    if (!ask(screen))
        return;
    const struct dialog_prompt prompt = {.title = offices_marked(screen)->name,
                                         .label = _("Signed file"),
                                         .hint = _("a file that the office has sent"),
                                         .preset = "",
                                         .done = file_given,
                                         .data = screen};
    dialog_prompt(desk, &prompt);
}

// --- away, and back -----------------------------------------------------------------------------

static void take_away(void *data, struct desk *desk)
{
    struct offices_screen *screen = data;
    struct err err = {0};
    if (app_remove_record(screen->app, RECORD_UNIT, screen->asked, &err)) {
        desk_fail(desk, &err);
        return;
    }
    offices_resume(screen, desk);
    desk_say(desk, MESSAGE_GOOD, "%s", _("Removed; Ctrl-Z brings it back"));
}

static void ask_remove(void *state, struct desk *desk, const struct key *key)
{
    struct offices_screen *screen = state;
    (void)key;
    if (ask(screen))
        record_ask_remove(desk, screen->app, offices_marked(screen)->unit, take_away, screen);
}

static void undo(void *state, struct desk *desk, const struct key *key)
{
    struct offices_screen *screen = state;
    record_undo_run(desk, &screen->undo, screen->app, 0, key_is_ctrl(key, 'y'));
    offices_resume(state, desk);
}

enum { RESTING = WHEN_AT_REST & ~MODE_READ_ONLY };
const struct action offices_actions[] = {
    {"Enter", NULL, N_("open"), N_("the record of the marked office"), RECORD_ALL, open},
    {"Ins", NULL, N_("new"), N_("one more, beside the marked one"), RECORD_WRITABLE, add},
    {"F5", NULL, N_("from a day on"), N_("another name, level or place from a day on"),
     RECORD_WRITABLE, change},
    {"F6", NULL, N_("close"), N_("its last day, and the office that takes its place"),
     RECORD_WRITABLE, ask_last_day},
    {"F7", NULL, N_("key"), N_("its key from a signed file, with the 20 digits read out"),
     RECORD_WRITABLE, ask_key},
    {"C-t", NULL, N_("all"), N_("also those that are closed or still to come"), RECORD_ALL,
     show_all},
    {"F3 C-f", NULL, N_("find"), N_("find an office"), RECORD_ALL | MODE_FINDING, screen_find},
    {"Del", NULL, N_("remove"), N_("remove it, after a question"), RESTING, ask_remove},
    {"C-z", NULL, N_("undo"), N_("undo the last change"), RESTING, undo},
    {"C-y", NULL, N_("redo"), N_("redo what was undone"), RESTING, undo},
    {0}};
