// SPDX-License-Identifier: GPL-3.0-or-later
// The keys of the plan: undo, a new indicator, its place, one taken out, what an amendment says.
#include "plan.h"

static void undo(void *state, struct desk *desk, const struct key *key)
{
    struct plan_screen *screen = state;
    words_undo_run(desk, &screen->undo, key_is_ctrl(key, 'y'));
}

// --- one more indicator -------------------------------------------------------------------------

// What is counted, and how the year and the mark come out of it unless the plan says otherwise.
static const struct {
    const char *name;
    const char *words[3];
} kinds[] = {
    {N_("a number; quarters are added"), {"kind=number", "method=sum", "rule=proportion"}},
    {N_("a percent"), {"kind=percent", "method=rate", "rule=proportion"}},
    {N_("a date"), {"kind=date", "method=date", "rule=deadline"}},
    {N_("several dated items"), {"kind=dates", "method=dates", "rule=dates"}},
};

static enum status add(void *data, const char *text, struct err *err)
{
    struct plan_screen *screen = data;
    autostr words = STR_INIT;
    str_addf(&words, "indicator=%s", text);
    char *word[4] = {words.buf};
    for (int i = 0; i < 3; i++)
        word[i + 1] = (char *)kinds[screen->kind].words[i];
    const struct app_row row = plan_row(screen, screen->code.buf);
    return app_add_indicator(screen->book->app, &row, (size_t)grid_row(screen->grid) + 2, word, 4,
                             err);
}

static void added(void *data, struct desk *desk, const char *text)
{
    struct plan_screen *screen = data;
    plan_show(screen, desk, screen->code.buf);
    autostr code = STR_INIT;
    say_place(&code, screen->code.buf, 0);
    desk_say(desk, MESSAGE_GOOD, _("Added: %s %s"), code.buf, text);
}

static void ask_text(void *data, struct desk *desk, int choice)
{
    struct plan_screen *screen = data;
    if (choice == DIALOG_CANCELLED)
        return;
    screen->kind = choice;
    autostr about = STR_INIT;
    name_place(&about, screen->book, "", 0);
    const struct dialog_prompt prompt = {.title = _("A new indicator"),
                                         .label = _("Indicator"),
                                         .hint = _("Its text, as the paper prints it"),
                                         .preset = "",
                                         .about = about.buf,
                                         .accept = add,
                                         .done = added,
                                         .data = screen};
    dialog_prompt(desk, &prompt);
}

static void kind_item(void *data, int i, struct str *ret)
{
    (void)data;
    str_add(ret, tr(kinds[i].name));
}

static enum status take_code(void *data, const char *text, struct err *err)
{
    struct plan_screen *screen = data;
    if (!*text)
        return err_set(err, STATUS_INVALID, "%s", _("An indicator needs a code"));
    if (plan_find(screen->book->plan, text))
        return err_set(err, STATUS_EXISTS, _("The plan has an indicator %s already"), text);
    str_reset(&screen->code);
    str_add(&screen->code, text);
    return STATUS_OK;
}

static void ask_kind(void *data, struct desk *desk, const char *text)
{
    (void)text;
    dialog_pick(desk, _("What is reported?"), (int)(sizeof kinds / sizeof *kinds), 0, kind_item,
                ask_text, data);
}

static void ask_code(void *state, struct desk *desk, const struct key *key)
{
    const struct dialog_prompt prompt = {.title = _("A new indicator"),
                                         .label = _("No."),
                                         .hint = _("It comes below the marked one, like 1.2.3"),
                                         .preset = "",
                                         .accept = take_code,
                                         .done = ask_kind,
                                         .data = state};
    (void)key;
    dialog_prompt(desk, &prompt);
}

// --- its place ----------------------------------------------------------------------------------

// Place 0: out of the plan.
static void place(struct plan_screen *screen, struct desk *desk, int to)
{
    struct err err = {0};
    const int at = grid_row(screen->grid);
    autostr code = STR_INIT;
    if (at < 0 || to < 0 || to > (int)screen->book->plan->count)
        return;
    str_add(&code, screen->book->plan->indicator[at].code);
    const struct app_row row = plan_row(screen, code.buf);
    if (app_place_indicator(screen->book->app, &row, (size_t)to, &err)) {
        desk_fail(desk, &err);
        return;
    }
    plan_show(screen, desk, code.buf);
    autostr place_of = STR_INIT;
    if (to)
        str_addf(&place_of, "%d", to);
    plan_say_moved(desk, code.buf, place_of.buf);
}

static void up(void *state, struct desk *desk, const struct key *key)
{
    struct plan_screen *screen = state;
    (void)key;
    if (grid_row(screen->grid) > 0)
        place(screen, desk, grid_row(screen->grid));
}

static void down(void *state, struct desk *desk, const struct key *key)
{
    struct plan_screen *screen = state;
    (void)key;
    place(screen, desk, grid_row(screen->grid) + 2);
}

static void take_out(void *data, struct desk *desk)
{
    struct plan_screen *screen = data;
    const struct indicator *row = plan_find(screen->book->plan, screen->code.buf);
    if (row) {
        grid_select(screen->grid, (int)(row - screen->book->plan->indicator),
                    grid_col(screen->grid));
        place(screen, desk, 0);
    }
}

static void ask_take_out(void *state, struct desk *desk, const struct key *key)
{
    struct plan_screen *screen = state;
    autostr text = STR_INIT;
    const int at = grid_row(screen->grid);
    (void)key;
    if (at < 0)
        return;
    const struct indicator *row = &screen->book->plan->indicator[at];
    str_reset(&screen->code);
    str_add(&screen->code, row->code);
    str_addf(&text, _("Take %s out of the plan? Ctrl-Z brings it back. %s"), row->code, row->text);
    dialog_confirm(desk, _("Take out"), text.buf, take_out, screen);
}

// --- an amendment -------------------------------------------------------------------------------

static enum status take_from(void *data, const char *text, struct err *err)
{
    struct plan_screen *screen = data;
    const struct app_row row = {
        .fiscal_year = screen->book->plan->fiscal_year, .from = *text ? text : NULL, .reason = ""};
    enum status status = app_check_reason(&row, err);
    if (status)
        return status;
    str_reset(&screen->from);
    str_add(&screen->from, text);
    return STATUS_OK;
}

static enum status take_reason(void *data, const char *text, struct err *err)
{
    struct plan_screen *screen = data;
    const struct app_row row = {.fiscal_year = screen->book->plan->fiscal_year, .reason = text};
    enum status status = app_check_reason(&row, err);
    if (status)
        return status;
    str_reset(&screen->reason);
    str_add(&screen->reason, text);
    return STATUS_OK;
}

static void ask_reason(void *data, struct desk *desk, const char *text)
{
    struct plan_screen *screen = data;
    autostr about = STR_INIT;
    name_place(&about, screen->book, "", 0);
    const struct dialog_prompt prompt = {.title = _("An amendment"),
                                         .label = _("Reason"),
                                         .hint = _("Such as the memo that allows it; empty: none"),
                                         .preset = screen->reason.buf,
                                         .about = about.buf,
                                         .accept = take_reason,
                                         .data = screen};
    (void)text;
    dialog_prompt(desk, &prompt);
}

static void ask_from(void *state, struct desk *desk, const struct key *key)
{
    struct plan_screen *screen = state;
    const struct dialog_prompt prompt = {.title = _("An amendment"),
                                         .label = _("In force from"),
                                         .hint = _("The day from which the changes hold, like "
                                                   "30/09/2024; empty: none"),
                                         .preset = screen->from.buf,
                                         .accept = take_from,
                                         .done = ask_reason,
                                         .data = screen};
    (void)key;
    dialog_prompt(desk, &prompt);
}

static void change(void *state, struct desk *desk, const struct key *key)
{
    (void)desk;
    (void)key;
    grid_edit(((struct plan_screen *)state)->grid, NULL);
}

enum { WRITABLE = WHEN_AT_REST & ~MODE_READ_ONLY };
const struct action plan_actions[] = {
    {"F2", NULL, N_("change"), N_("change what stands there"), WHEN_OPEN, change},
    {"F3 C-f", NULL, N_("find"), N_("find an indicator"), WHEN_AT_REST | MODE_FINDING, screen_find},
    {"F5", NULL, N_("amendment"), N_("the day from which the changes hold, and why"), WRITABLE,
     ask_from},
    {"F6 Ins", NULL, N_("add"), N_("add an indicator below the marked one"), WRITABLE, ask_code},
    {"F7 C-Up", NULL, N_("up"), N_("move the indicator up"), WRITABLE, up},
    {"F8 C-Down", NULL, N_("down"), N_("move the indicator down"), WRITABLE, down},
    {"F9", NULL, N_("take out"), N_("take an indicator without figures out of the plan"), WRITABLE,
     ask_take_out},
    {"C-z", NULL, N_("undo"), N_("undo the last change in this plan"), WRITABLE, undo},
    {"C-y", NULL, N_("redo"), N_("redo what was undone"), WRITABLE, undo},
    {0}};
