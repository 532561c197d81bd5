// SPDX-License-Identifier: GPL-3.0-or-later
// Verdicts on the return that is seen, and the way to other offices and plans.
#include "received.h"

#include "orjon/app/sent.h"

#include <string.h>

// --- verdicts -----------------------------------------------------------------------------------

static enum status judge(struct received_screen *screen, enum verdict verdict, const char *reason,
                         struct err *err)
{
    const struct app_seen seen = {screen->receipt, screen->seal.buf};
    return app_judge(screen->app, &screen->of, &seen, verdict, reason, err);
}

static void say_judged(struct received_screen *screen, struct desk *desk)
{
    autostr verdict = STR_INIT;
    received_show(screen, desk);
    received_say_verdict(screen->review->receipt.verdict, &verdict);
    desk_say(desk, MESSAGE_GOOD, _("%s: %s; F8 writes the file for the office"),
             screen->review->name, verdict.buf);
}

// Another return may have come since: then it is said, and shown.
static void put_verdict(struct received_screen *screen, struct desk *desk, enum verdict verdict)
{
    struct err err = {0};
    if (judge(screen, verdict, NULL, &err)) {
        received_show(screen, desk);
        desk_fail(desk, &err);
    } else
        say_judged(screen, desk);
}

static enum status accept_reason(void *data, const char *text, struct err *err)
{
    return judge(data, VERDICT_RETURNED, text, err);
}

static void sent_back(void *data, struct desk *desk, const char *text)
{
    (void)text;
    say_judged(data, desk);
}

void received_name(const struct received_screen *screen, struct str *ret)
{
    str_addf(ret, "%lld %d %d %s", (long long)screen->of.office, screen->of.fiscal_year,
             screen->of.quarter, screen->plan.buf);
}

static void ask_reason(struct received_screen *screen, struct desk *desk)
{
    autostr about = STR_INIT;
    received_name(screen, &about);
    const struct dialog_prompt prompt = {
        .title = _("Send back"),
        .label = _("Reason"),
        .hint = _("Remarks on indicators go with it; where there are some, it may stay empty"),
        .preset = screen->review->reason,
        .about = about.buf,
        .accept = accept_reason,
        .done = sent_back,
        .data = screen};
    dialog_prompt(desk, &prompt);
}

enum { ACCEPT, SEND_BACK, WITHDRAW };

static void chosen(void *data, struct desk *desk, int choice)
{
    struct received_screen *screen = data;
    if (choice == SEND_BACK)
        ask_reason(screen, desk);
    else if (choice == ACCEPT || choice == WITHDRAW)
        put_verdict(screen, desk, choice == ACCEPT ? VERDICT_ACCEPTED : VERDICT_NONE);
}

// What speaks against it stands in the question.
static void say_question(const struct app_review *r, struct str *ret)
{
    size_t open = 0, unmarked = 0;
    for (size_t i = 0; i < r->findings.count; i++)
        open += !r->findings.finding[i].answer;
    for (size_t i = 0; i < r->rows; i++)
        unmarked += !r->row[i].mark.mark && strcmp(r->row[i].code, APP_REVIEW_NOTE) != 0;
    str_add(ret, r->name);
    if (r->receipt.on_paper)
        str_addf(ret, ", %s", _("on paper"));
    str_addf(ret, "; ✓ %s, ✗ %s", SAY(r->yes), SAY(r->no));
    if (unmarked)
        str_addf(ret, _(", %s without a mark"), SAY(unmarked));
    if (open)
        str_addf(ret, tr_count(", %s finding of the check", ", %s findings of the check", open),
                 SAY(open));
}

void received_ask_verdict(void *state, struct desk *desk, const struct key *key)
{
    struct received_screen *screen = state;
    const struct app_review *r = screen->review;
    const struct dialog_choice choices[] = {
        {_("aA+"), _("accept")}, {_("sS-"), _("send back")}, {_("wW0"), _("withdraw the verdict")}};
    autostr question = STR_INIT;
    (void)key;
    if (!r->came) {
        desk_say(desk, MESSAGE_INFO, "%s", _("Nothing has come on which a verdict could be"));
        return;
    }
    str_reset(&screen->seal);
    str_add(&screen->seal, r->receipt.seal);
    screen->receipt = r->receipt.id;
    say_question(r, &question);
    // Enter alone leaves a verdict what it is; without one it is what the marks say.
    const bool back = r->receipt.verdict ? r->receipt.verdict == VERDICT_RETURNED : r->no > 0;
    dialog_ask(desk, _("Verdict"), question.buf, choices, r->receipt.verdict ? 3 : 2,
               back ? SEND_BACK : ACCEPT, chosen, screen);
}

// --- other offices ------------------------------------------------------------------------------

// Those that were to send the plan, or have sent it, in the order of the tree.
static size_t list_offices(const struct app_sending *sending, int64_t *ret)
{
    const struct tree *tree = &sending->offices.tree;
    size_t count = 0;
    for (size_t o = 0; o < tree->count; o++) {
        const struct app_sent *cell = &sending->cell[o * sending->plans];
        if (cell->expected || cell->came)
            ret[count++] = tree->office[o].unit->id;
    }
    return count;
}

void received_other_office(void *state, struct desk *desk, const struct key *key)
{
    struct received_screen *screen = state;
    autosending sending = {0};
    struct err err = {0};
    if (app_sending_load(screen->app, screen->of.fiscal_year, screen->of.quarter, screen->of.plan,
                         &sending, &err)) {
        desk_fail(desk, &err);
        return;
    }
    autofree int64_t *office = mem_alloc((sending.offices.tree.count + 1) * sizeof *office);
    const size_t count = list_offices(&sending, office);
    size_t at = 0;
    while (at < count && office[at] != screen->of.office)
        at++;
    const bool on = key->code == K_CTRL_RIGHT;
    if (on ? at + 1 >= count : at == 0)
        desk_say(desk, MESSAGE_INFO, "%s",
                 on ? _("This is the last office") : _("This is the first office"));
    else
        received_turn_to(screen, desk, office[on ? at + 1 : at - 1], screen->of.plan);
}

// --- other plans --------------------------------------------------------------------------------

struct plans {
    const char *now;
    struct str before, after; // of the one in hand; "" where there is none
    bool passed;
};

static enum status take_plan(void *data, const char *plan)
{
    struct plans *plans = data;
    if (strcmp(plan, plans->now) == 0)
        plans->passed = true;
    else if (!plans->passed) {
        str_reset(&plans->before);
        str_add(&plans->before, plan);
    } else if (!plans->after.len)
        str_add(&plans->after, plan);
    return STATUS_OK;
}

void received_other_plan(void *state, struct desk *desk, const struct key *key)
{
    struct received_screen *screen = state;
    struct app_review_of of = screen->of;
    struct plans plans = {.now = screen->of.plan, .before = STR_INIT, .after = STR_INIT};
    struct err err = {0};
    const bool on = key->code == K_CTRL_DOWN;
    of.plan = NULL;
    if (app_review_plans(screen->app, &of, take_plan, &plans, &err))
        desk_fail(desk, &err);
    else if (!(on ? &plans.after : &plans.before)->len)
        desk_say(desk, MESSAGE_INFO, "%s",
                 on ? _("This is the office's last plan") : _("This is the office's first plan"));
    else
        received_turn_to(screen, desk, screen->of.office, (on ? &plans.after : &plans.before)->buf);
    str_done(&plans.before);
    str_done(&plans.after);
}
