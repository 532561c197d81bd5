// SPDX-License-Identifier: GPL-3.0-or-later
// Answering a query of the check and taking an answer back, of what is still as it was seen.
#include "findings.h"

#include "orjon/base/refusal.h"

#include <string.h>

void finding_name_done(struct finding_name *name)
{
    str_done(&name->plan);
    str_done(&name->indicator);
}

static const char *plan_of(const struct checked_row *row)
{
    return row->book ? row->book->plan->name : "";
}

static void remember(const struct checked_row *row, struct finding_name *ret)
{
    str_reset(&ret->plan);
    str_reset(&ret->indicator);
    str_add(&ret->plan, plan_of(row));
    str_add(&ret->indicator, row->finding->indicator);
    ret->quarter = row->finding->quarter;
    ret->code = row->finding->code;
}

static void find_again(struct findings_screen *screen, const struct finding_name *name)
{
    for (size_t i = 0; i < screen->checked.count; i++) {
        const struct checked_row *row = &screen->checked.row[i];
        if (strcmp(plan_of(row), name->plan.buf) == 0 && row->finding->quarter == name->quarter &&
            strcmp(row->finding->indicator, name->indicator.buf) == 0 &&
            strcmp(row->finding->code, name->code) == 0) {
            grid_select(screen->grid, (int)i, 0);
            return;
        }
    }
}

enum status findings_still_as_seen(struct findings_screen *screen, struct err *err)
{
    __attribute__((cleanup(finding_name_done))) struct finding_name marked = {STR_INIT, STR_INIT, 0,
                                                                              ""};
    screen->stale = app_changed_elsewhere(screen->app) || screen->stale;
    if (!screen->stale)
        return STATUS_OK;
    if (findings_in_hand(screen))
        remember(findings_in_hand(screen), &marked);
    enum status status = findings_read(screen, err);
    screen->stale = status != STATUS_OK;
    if (status)
        return status;
    find_again(screen, &marked);
    return refuse_changed(_("The file"), NULL, err);
}

// NULL when somebody else has taken it away.
static struct book *asked_book(const struct findings_screen *screen)
{
    for (size_t b = 0; b < screen->shelf.count; b++)
        if (strcmp(screen->shelf.book[b]->plan->name, screen->asked.plan.buf) == 0)
            return screen->shelf.book[b];
    return NULL;
}

// Gives or withdraws (NULL) an answer to what was asked about.
static enum status change(struct findings_screen *screen, const char *reason, struct err *err)
{
    size_t count = 0;
    enum status status = findings_still_as_seen(screen, err);
    struct book *book = asked_book(screen);
    if (!status && !book)
        status = refuse_changed(_("The plan"), NULL, err);
    if (status)
        return status;
    const struct indicator *indicator =
        screen->asked.indicator.len ? plan_find(book->plan, screen->asked.indicator.buf) : NULL;
    status = reason ? app_answer(book, indicator, screen->asked.quarter, screen->asked.code, reason,
                                 &count, err)
                    : app_withdraw_answer(book, indicator, screen->asked.quarter,
                                          screen->asked.code, &count, err);
    if (status != STATUS_CHANGED)
        return status;
    screen->stale = true; // by somebody who came in between
    return findings_still_as_seen(screen, err);
}

static enum status accept_answer(void *data, const char *text, struct err *err)
{
    return change(data, text, err);
}

static void reload(struct findings_screen *screen, struct desk *desk, const char *said)
{
    struct err err = {0};
    if (findings_check(screen, &err))
        desk_fail(desk, &err);
    else
        desk_say(desk, MESSAGE_GOOD, "%s", said);
}

static void answered(void *data, struct desk *desk, const char *text)
{
    (void)text;
    reload(data, desk, _("Answered; the answer holds until the figure or the target changes"));
}

void findings_ask_answer(struct findings_screen *screen, struct desk *desk)
{
    const struct finding *finding = findings_in_hand(screen)->finding;
    autostr about = STR_INIT;
    if (finding->severity == SEVERITY_ERROR) {
        desk_say(desk, MESSAGE_INFO, _("An error is not answered but corrected: %s"),
                 finding->message);
        return;
    }
    remember(findings_in_hand(screen), &screen->asked);
    str_addf(&about, "%d %s %s %d %s", screen->shelf.fiscal_year, screen->asked.plan.buf,
             screen->asked.indicator.buf, screen->asked.quarter, screen->asked.code);
    const struct dialog_prompt prompt = {
        .title = _("Answer to the query"),
        .label = _("Reason"),
        .hint = _("Why it is right all the same; kept in the journal"),
        .preset = finding->answer ? finding->answer : "",
        .about = about.buf,
        .accept = accept_answer,
        .done = answered,
        .data = screen,
    };
    dialog_prompt(desk, &prompt);
}

static void withdraw(void *data, struct desk *desk)
{
    struct findings_screen *screen = data;
    struct err err = {0};
    if (change(screen, NULL, &err))
        desk_fail(desk, &err);
    else
        reload(screen, desk, _("The answer was withdrawn; the query is open again"));
}

void findings_ask_withdraw(struct findings_screen *screen, struct desk *desk)
{
    remember(findings_in_hand(screen), &screen->asked);
    if (findings_in_hand(screen)->finding->answer)
        dialog_confirm(
            desk, _("Withdraw the answer"),
            _("The query is open again after this; the journal keeps the answer. Withdraw it?"),
            withdraw, screen);
    else
        desk_say(desk, MESSAGE_INFO, "%s", _("There is no answer to withdraw"));
}
