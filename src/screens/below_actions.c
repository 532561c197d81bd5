// SPDX-License-Identifier: GPL-3.0-or-later
// The keys of the offices below: pages, a question put back, a part of the tree, papers.
#include "below.h"

#include "orjon/base/text.h"

#include <stdlib.h>
#include <string.h>

static void show_page(void *state, struct desk *desk, const struct key *key)
{
    autostr digit = STR_INIT;
    text_digits(&digit, key->text, strlen(key->text), DIGITS_LATIN);
    below_show(state, desk, (enum below_page)(digit.buf[0] - '1'));
}

static void next_page(void *state, struct desk *desk, const struct key *key)
{
    const struct below_screen *screen = state;
    (void)key;
    below_show(state, desk, (enum below_page)((screen->page + 1) % BELOW_PAGES));
}

// --- asked back ---------------------------------------------------------------------------------

static void ask(void *state, struct desk *desk, const struct key *key)
{
    struct below_screen *screen = state;
    const struct outlier *odd = below_odd(screen);
    struct err err = {0};
    size_t count = 0;
    autostr place = STR_INIT;
    (void)key;
    if (!odd)
        return;
    const struct below_office *office = below_find(screen->below, odd->office);
    text_digits(&place, odd->indicator, strlen(odd->indicator), i18n_digits());
    str_addf(&place, "%s%s", *odd->indicator ? ", " : "", office ? office->office->name : "");
    if (app_below_ask(screen->below, &odd, 1, &count, &err)) {
        desk_fail(desk, &err);
        return;
    }
    if (below_load(screen, &err))
        desk_fail(desk, &err);
    else if (!count)
        desk_say(desk, MESSAGE_INFO, "%s", _("That was asked already"));
    else
        desk_say(desk, MESSAGE_GOOD, _("Asked: remark of %s, to be followed up (Ctrl-Z)"),
                 place.buf);
}

static void undo(void *state, struct desk *desk, const struct key *key)
{
    struct below_screen *screen = state;
    review_undo_run(desk, &screen->undo, key_is_ctrl(key, 'y'));
}

// The return of the office under the cursor, at the indicator that is odd.
static void open_return(void *state, struct desk *desk, const struct key *key)
{
    const struct below_screen *screen = state;
    const int row = grid_row(screen->grid);
    const struct outlier *odd = below_odd(screen);
    struct app_review_of of = {
        .fiscal_year = screen->fiscal_year, .quarter = screen->quarter, .plan = screen->plan};
    (void)key;
    if (odd)
        of.office = odd->office;
    else if (screen->page == BELOW_RANKING && row >= 0)
        of.office = screen->standing[row].office;
    if (of.office)
        received_push(desk, screen->app, &of, odd && *odd->indicator ? odd->indicator : NULL);
    else
        desk_say(desk, MESSAGE_INFO, "%s", _("Ranks and what is odd open the office’s return"));
}

// --- what is looked at --------------------------------------------------------------------------

static enum status take_under(void *data, const char *text, struct err *err)
{
    struct below_screen *screen = data;
    char *before = screen->under;
    screen->under = *text ? mem_copy_text(text, strlen(text)) : NULL;
    const enum status status = below_load(screen, err);
    if (status) {
        free(screen->under);
        screen->under = before;
        return status;
    }
    free(before);
    return STATUS_OK;
}

static void ask_under(void *state, struct desk *desk, const struct key *key)
{
    struct below_screen *screen = state;
    (void)key;
    const struct dialog_prompt prompt = {
        .title = _("A part of the offices"),
        .label = _("Office"),
        .hint = _("Its code or a part of its name: it and all below it; empty: all"),
        .preset = screen->under ? screen->under : "",
        .accept = take_under,
        .data = screen};
    dialog_prompt(desk, &prompt);
}

static void other_quarter(void *state, struct desk *desk, const struct key *key)
{
    struct below_screen *screen = state;
    const int before = screen->quarter;
    const int quarter = before + (key->code == K_CTRL_RIGHT ? 1 : -1);
    struct err err = {0};
    if (quarter < 1 || quarter > QUARTERS)
        return;
    screen->quarter = quarter;
    if (below_load(screen, &err)) {
        screen->quarter = before;
        desk_fail(desk, &err);
    }
}

static void take_plan(struct desk *desk, struct app *app, int fiscal_year, int quarter,
                      const char *plan)
{
    desk_pop(desk);
    below_push(desk, app, fiscal_year, quarter, plan);
}

static void other_plan(void *state, struct desk *desk, const struct key *key)
{
    const struct below_screen *screen = state;
    (void)key;
    plan_pick(desk, screen->app, screen->fiscal_year, screen->quarter, take_plan);
}

static void show_matrix(void *state, struct desk *desk, const struct key *key)
{
    const struct below_screen *screen = state;
    (void)key;
    matrix_push(desk, screen->app, screen->fiscal_year, screen->quarter, screen->plan);
}

static void show_paper(void *state, struct desk *desk, const struct key *key)
{
    struct below_screen *screen = state;
    (void)key;
    screen->paper = (struct paper_choice){.app = screen->app,
                                          .plan = screen->plan,
                                          .fiscal_year = screen->fiscal_year,
                                          .quarter = screen->quarter,
                                          .under = screen->under};
    preview_push(desk, &screen->paper, below_page_paper(screen->page));
}

enum { WRITABLE = WHEN_AT_REST & ~MODE_READ_ONLY, ALL = WHEN_AT_REST | WHEN_SETTLED };
const struct action below_actions[] = {
    {"F5", NULL, N_("next page"),
     N_("the next page: totals, ranking, what is odd, quarters, kept aside"), ALL, next_page},
    {NULL, "1 2 3 4 5", NULL, N_("that page"), WHEN_AT_REST, show_page},
    {NULL, "১ ২ ৩ ৪ ৫", NULL, NULL, WHEN_AT_REST, show_page},
    {"Enter", NULL, N_("return"), N_("the office’s return, where it is ranked or odd"),
     WHEN_AT_REST, open_return},
    {"F6", "a", N_("ask back"),
     N_("what is odd becomes a remark to the office, to be followed up in the next quarter"),
     WHEN_OPEN, ask},
    {"F4", NULL, N_("a part"), N_("only an office and all below it"), ALL, ask_under},
    {"F7", NULL, N_("matrix"), N_("✓ and ✗ of these offices"), ALL, show_matrix},
    {"F8", NULL, N_("papers"), N_("look at the paper"), ALL, show_paper},
    {"F3 C-f", NULL, N_("find"), N_("find"), ALL | MODE_FINDING, screen_find},
    {"C-Left", NULL, N_("quarter before"), N_("the quarter before"), WHEN_AT_REST, other_quarter},
    {"C-Right", NULL, N_("quarter after"), N_("the quarter after"), WHEN_AT_REST, other_quarter},
    {"C-p", NULL, N_("other plan"), N_("another plan"), WHEN_AT_REST, other_plan},
    {"C-z", NULL, N_("undo"), N_("undo the last question or mark"), WRITABLE, undo},
    {"C-y", NULL, N_("redo"), N_("redo what was undone"), WRITABLE, undo},
    {0}};
