// SPDX-License-Identifier: GPL-3.0-or-later
// A meeting counts as achievement only when the clerk says so.
#include "meeting.h"

#include "orjon/app/meetings.h"
#include "orjon/base/text.h"

#include <string.h>

static void count_it(void *data, struct desk *desk)
{
    struct record_form *form = data;
    autocounting counting = {0};
    __attribute__((cleanup(findings_done))) struct findings odd = {0};
    struct err err = {0};
    autostr said = STR_INIT;
    if (app_count_meeting(form->app, form->id, form->code, false, &counting, &odd, &err)) {
        desk_fail(desk, &err);
        return;
    }
    record_form_reload(form, desk);
    app_say_counting(&counting, &said);
    if (odd.count)
        desk_say(desk, MESSAGE_WARNING, "%s %s", said.buf, odd.finding[0].message);
    else
        desk_say(desk, MESSAGE_GOOD, "%s", said.buf);
}

static void take_back(void *data, struct desk *desk)
{
    struct record_form *form = data;
    autocounting counting = {0};
    struct err err = {0};
    autostr said = STR_INIT;
    if (app_uncount_meeting(form->app, form->id, form->code, &counting, &err)) {
        desk_fail(desk, &err);
        return;
    }
    record_form_reload(form, desk);
    app_say_counting(&counting, &said);
    desk_say(desk, MESSAGE_GOOD, "%s", said.buf);
}

// What it would be, before anything is saved.
static void offer(struct record_form *form, struct desk *desk)
{
    autocounting counting = {0};
    struct err err = {0};
    autostr text = STR_INIT;
    const enum status status =
        app_count_meeting(form->app, form->id, form->code, true, &counting, NULL, &err);
    if (status == STATUS_EXISTS) {
        str_addf(&text, _("%s. Withdraw that?"), err_text(&err));
        dialog_confirm(desk, _("Count it no longer"), text.buf, take_back, form);
    } else if (status) {
        desk_fail(desk, &err);
    } else {
        app_say_counting(&counting, &text);
        str_add(&text, _(" Is that so?"));
        dialog_confirm(desk, _("Count it as achievement"), text.buf, count_it, form);
    }
}

// The i-th of the codes that blanks part; appended. False behind the last.
static bool code_at(const struct record_form *form, int i, struct str *ret)
{
    const char *at = record_form_record(form)->text[MEETING_CODES];
    while (*at && i-- > 0) {
        at += strcspn(at, " ");
        at += strspn(at, " ");
    }
    str_add_n(ret, at, strcspn(at, " "));
    return *at;
}

static void say_code(void *data, int i, struct str *ret)
{
    const struct record_form *form = data;
    autostr code = STR_INIT;
    code_at(form, i, &code);
    str_add(ret, record_has(record_form_record(form), MEETING_COUNTED, code.buf) ? "✓ " : "  ");
    text_digits(ret, code.buf, code.len, i18n_digits());
}

static void chosen(void *data, struct desk *desk, int i)
{
    struct record_form *form = data;
    struct str code = STR_INIT;
    if (i < 0)
        return;
    code_at(form, i, &code);
    free(form->code);
    form->code = str_detach(&code);
    offer(form, desk);
}

void meeting_ask_count(void *state, struct desk *desk, const struct key *key)
{
    struct record_form *form = state;
    int count = 0;
    (void)key;
    for (bool more = true; more; count += more) {
        autostr code = STR_INIT;
        more = code_at(form, count, &code);
    }
    if (!count)
        desk_say(desk, MESSAGE_INFO, "%s",
                 _("Choose the plan and the indicators that it serves first"));
    else if (count == 1)
        chosen(form, desk, 0);
    else
        dialog_pick(desk, _("Counted for"), count, 0, say_code, chosen, form);
}
