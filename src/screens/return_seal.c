// SPDX-License-Identifier: GPL-3.0-or-later
// What outlives the hour: the check, comparing with the signed sheet, finalising the quarter and
// opening it again.
#include "return.h"

#include "orjon/app/drive.h"
#include "orjon/app/finalise.h"

#include <string.h>

// --- the check and the signed sheet -------------------------------------------------------------

void return_check(void *state, struct desk *desk, const struct key *key)
{
    struct return_screen *screen = state;
    (void)key;
    findings_push(desk, screen->book, return_jump, screen);
}

void return_rekey(void *state, struct desk *desk, const struct key *key)
{
    struct return_screen *screen = state;
    struct book *book = screen->book;
    struct rekey *rekey = &screen->rekey[book->quarter - 1];
    (void)key;
    if (!rekey_fits(rekey, book)) { // the first time, or the plan was replaced
        rekey_done(rekey);
        rekey_init(rekey, book, book->quarter);
    }
    rekey_push(desk, book, rekey, return_jump, screen);
}

// --- finalising ---------------------------------------------------------------------------------

static void finalise(void *data, struct desk *desk, int choice)
{
    struct return_screen *screen = data;
    struct err err = {0};
    struct app_seal seal;
    // The book that was before the clerk's eyes when the question was answered.
    struct shelf seen = {.book = &screen->book,
                         .count = 1,
                         .fiscal_year = screen->book->plan->fiscal_year,
                         .quarter = screen->book->quarter};
    if (choice != 0) {
        desk_say(desk, MESSAGE_INFO, "%s", _("Nothing was finalised"));
        return;
    }
    enum status status = app_finalise(screen->app, &seen, NULL, NULL, &err);
    if (status == STATUS_OK)
        status = app_seal(screen->book, screen->book->quarter, &seal, &err);
    return_load_remarks(screen);
    if (status)
        desk_fail(desk, &err);
    else if (app_drive(screen->app) == APP_DRIVE_FAILED)
        desk_say(desk, MESSAGE_WARNING, _("Finalised, mark %s; but %s"), seal.mark,
                 app_drive_trouble(screen->app));
    else
        desk_say(desk, MESSAGE_GOOD, _("Finalised; the paper carries the mark %s"), seal.mark);
}

// The queries still open, so that nobody signs what he has not seen.
static void add_open(const struct book *book, const struct findings *findings, struct str *ret)
{
    const size_t open = findings->count - findings->errors - findings->answered;
    if (!open)
        return;
    str_addf(ret,
             tr_count("%s query of the check is not answered:\n",
                      "%s queries of the check are not answered:\n", open),
             SAY(open));
    for (size_t i = 0; i < findings->count; i++) {
        const struct finding *finding = &findings->finding[i];
        if (finding->severity == SEVERITY_ERROR || finding->answer)
            continue;
        autostr code = STR_INIT;
        say_place(&code, finding->indicator, finding->quarter);
        str_addf(ret, "%s: %s\n", code.len ? code.buf : book->plan->title, finding->message);
    }
    str_add_char(ret, '\n');
}

static void ask_finalise(struct return_screen *screen, struct desk *desk)
{
    struct findings findings = {0};
    struct err err = {0};
    autostr question = STR_INIT;
    const enum status status = app_check(screen->book, &findings, &err);
    if (status) {
        desk_fail(desk, &err);
    } else if (findings.errors) {
        findings_push(desk, screen->book, return_jump, screen);
        desk_say(desk, MESSAGE_ERROR,
                 tr_count("%s error is to be corrected before it can be finalised",
                          "%s errors are to be corrected before it can be finalised",
                          findings.errors),
                 SAY(findings.errors));
    } else {
        add_open(screen->book, &findings, &question);
        str_add(&question, _("After this the figures of the quarter can only be changed once it is "
                             "opened again with a "
                             "reason. Finalise?"));
        const struct dialog_choice choices[] = {{_("yY"), _("yes")}, {_("nN"), _("no")}};
        dialog_ask(desk, _("Finalise"), question.buf, choices, 2, 1, finalise, screen);
    }
    findings_done(&findings);
}

static enum status reopen(void *data, const char *reason, struct err *err)
{
    struct return_screen *screen = data;
    enum status status = app_reopen(screen->book, screen->book->quarter, reason, NULL, err);
    return status ? status : book_reload(screen->book, err);
}

static void reopened(void *data, struct desk *desk, const char *reason)
{
    struct return_screen *screen = data;
    struct app_seal seal = {0};
    (void)reason;
    return_list_rows(screen);
    app_seal(screen->book, screen->book->quarter, &seal, NULL);
    desk_say(desk, MESSAGE_GOOD,
             _("The quarter is open again; it is finalised next as revision %s"),
             SAY(seal.revision));
}

// That the office above has sent it back is a reason; it need only be confirmed.
static void ask_reopen(struct return_screen *screen, struct desk *desk)
{
    const struct book *book = screen->book;
    autostr reason = STR_INIT, about = STR_INIT;
    name_place(&about, book, "", book->quarter);
    app_say_reopening(return_reviewed(screen), &reason);
    const struct dialog_prompt prompt = {
        .title = _("Open the finalised quarter again"),
        .label = _("Reason"),
        .hint = _("Why it is opened; kept in the journal. The next signed paper is a revision"),
        .preset = reason.buf,
        .about = about.buf,
        .accept = reopen,
        .done = reopened,
        .data = screen,
    };
    dialog_prompt(desk, &prompt);
}

bool return_is_sealed(const struct return_screen *screen)
{
    return screen->book->sealed & 1U << (screen->book->quarter - 1);
}

void return_finalise(void *state, struct desk *desk, const struct key *key)
{
    struct return_screen *screen = state;
    const bool sealed = return_is_sealed(screen);
    (void)key;
    if (app_has_passphrase(screen->app))
        desk_say(desk, MESSAGE_INFO, "%s",
                 sealed ? _("This step is the officer's and needs the passphrase: orjon reopen")
                        : _("This step is the officer's and needs the passphrase: orjon finalise"));
    else if (sealed)
        ask_reopen(screen, desk);
    else
        ask_finalise(screen, desk);
}
