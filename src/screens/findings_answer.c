// SPDX-License-Identifier: GPL-3.0-or-later
// Answering a query of the check and taking an answer back, of what is still as it was seen.
#include "findings.h"

#include "orjon/base/refusal.h"

#include <string.h>

static void remember(struct findings_screen *screen)
{
    const struct finding *finding = findings_in_hand(screen);
    str_reset(&screen->asked);
    str_add(&screen->asked, finding->indicator);
    screen->asked_quarter = finding->quarter;
    screen->asked_code = finding->code;
}

static void find_again(struct findings_screen *screen, const char *indicator, int quarter,
                       const char *code)
{
    for (size_t i = 0; i < screen->findings.count; i++) {
        const struct finding *finding = &screen->findings.finding[i];
        if (finding->quarter == quarter && strcmp(finding->indicator, indicator) == 0 &&
            strcmp(finding->code, code) == 0) {
            grid_select(screen->grid, (int)i, 0);
            return;
        }
    }
}

static enum status read_again(struct findings_screen *screen, struct err *err)
{
    enum status status = book_reload(screen->book, err);
    if (status)
        return status;
    findings_done(&screen->findings); // its names were of the plan that is gone
    grid_set_rows(screen->grid, 0);
    status = findings_load(screen, err);
    screen->stale = status != STATUS_OK;
    return status;
}

enum status findings_still_as_seen(struct findings_screen *screen, struct err *err)
{
    const struct finding *finding = findings_in_hand(screen);
    autostr indicator = STR_INIT;
    screen->stale = app_changed_elsewhere(screen->book->app) || screen->stale;
    if (!screen->stale)
        return STATUS_OK;
    str_add(&indicator, finding ? finding->indicator : "");
    const int quarter = finding ? finding->quarter : 0;
    const char *code = finding ? finding->code : "";
    enum status status = read_again(screen, err);
    if (status)
        return status;
    find_again(screen, indicator.buf, quarter, code);
    return refuse_changed(_("The file"), NULL, err);
}

static const struct indicator *asked_indicator(const struct findings_screen *screen)
{
    return screen->asked.len ? plan_find(screen->book->plan, screen->asked.buf) : NULL;
}

// Gives or takes back (NULL) an answer to what was asked about.
static enum status change(struct findings_screen *screen, const char *reason, struct err *err)
{
    size_t count = 0;
    enum status status = findings_still_as_seen(screen, err);
    if (status)
        return status;
    status = reason ? app_answer(screen->book, asked_indicator(screen), screen->asked_quarter,
                                 screen->asked_code, reason, &count, err)
                    : app_withdraw_answer(screen->book, asked_indicator(screen),
                                          screen->asked_quarter, screen->asked_code, &count, err);
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
    if (findings_load(screen, &err))
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
    const struct finding *finding = findings_in_hand(screen);
    if (finding->severity == SEVERITY_ERROR) {
        desk_say(desk, MESSAGE_INFO, _("An error is not answered but corrected: %s"),
                 finding->message);
        return;
    }
    remember(screen);
    const struct dialog_prompt prompt = {
        .title = _("Answer to the query"),
        .label = _("Reason"),
        .hint = _("Why it is right all the same; kept in the journal"),
        .preset = finding->answer ? finding->answer : "",
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
        reload(screen, desk, _("The answer was taken back; the query is open again"));
}

void findings_ask_withdraw(struct findings_screen *screen, struct desk *desk)
{
    remember(screen);
    if (findings_in_hand(screen)->answer)
        dialog_confirm(desk, _("Take the answer back"),
                       _("The query is open again after this; the journal keeps the answer. Take "
                         "it back?"),
                       withdraw, screen);
    else
        desk_say(desk, MESSAGE_INFO, "%s", _("There is no answer to take back"));
}
