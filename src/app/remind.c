// SPDX-License-Identifier: GPL-3.0-or-later
// One letter to all who have not sent, and the record of whom it asked for what.
#include "orjon/app/remind.h"

#include "memos.h"
#include "orjon/app/memos.h"
#include "orjon/app/sent.h"
#include "orjon/domain/date.h"
#include "orjon/domain/period.h"
#include "orjon/store/records.h"
#include "records.h"

#include <stdlib.h>
#include <string.h>

struct reminding {
    struct app *app;
    struct app_sending sending;
    size_t first, end; // places of the offices that are looked at
    int64_t letter;
    size_t offices;
};

static bool is_missing(const struct reminding *r, size_t place, size_t plan)
{
    return r->sending.cell[place * r->sending.plans + plan].state == SENT_MISSING;
}

// Somebody is missing, the day has passed, and not all of them were asked today already.
static enum status must_be_due(const struct reminding *r, int32_t today, struct err *err)
{
    const struct app_sending *sending = &r->sending;
    autostr due = STR_INIT;
    bool missing = false, asked = true;
    for (size_t o = r->first; o < r->end; o++)
        for (size_t p = 0; p < sending->plans; p++)
            if (is_missing(r, o, p)) {
                const struct app_sent *cell = &sending->cell[o * sending->plans + p];
                missing = true;
                asked = asked && cell->reminders && cell->reminded >= today;
            }
    date_write(&due, sending->due, i18n_digits());
    if (!missing)
        return err_set(err, STATUS_NOT_FOUND, "%s",
                       _("Nobody is to be reminded: all that was to be sent has come"));
    if (today <= sending->due)
        return err_set(err, STATUS_INVALID, _("The returns are not due before %s"), due.buf);
    return asked ? err_set(err, STATUS_EXISTS, "%s",
                           _("All who have not sent were reminded today already"))
                 : STATUS_OK;
}

// Left to the pen where the register has no pattern.
static enum status next_memo(struct app *app, int32_t today, struct str *ret, struct err *err)
{
    struct err none = {0};
    const enum status status = app_next_memo(app, 0, today, ret, &none);
    if (status && status != STATUS_NOT_FOUND) {
        if (err)
            *err = none;
        return status;
    }
    if (status)
        str_reset(ret);
    return STATUS_OK;
}

// Papers are in Bengali, and the register too.
static void write_title(const struct app_sending *sending, struct str *ret)
{
    str_addf(ret, "%s ত্রৈমাসিক, ", period_quarter_ordinal(sending->quarter, DIGITS_BENGALI));
    period_write_year(ret, sending->fiscal_year, DIGITS_BENGALI);
}

static enum status put_fields(struct app *app, enum record_kind kind, int64_t id,
                              const char *const *text, struct err *err)
{
    enum status status = STATUS_OK;
    for (int f = 0; f < record_shape(kind)->fields && !status; f++)
        status = store_put_field(app->store, kind, id, f, NULL, text[f], err);
    return status;
}

static enum status put_letter(struct reminding *r, int32_t today, struct err *err)
{
    autostr title = STR_INIT, date = STR_INIT, memo = STR_INIT, year = STR_INIT, quarter = STR_INIT;
    enum status status = next_memo(r->app, today, &memo, err);
    write_title(&r->sending, &title);
    date_write_iso(&date, today);
    period_write_year_short(&year, r->sending.fiscal_year);
    str_addf(&quarter, "%d", r->sending.quarter);
    const char *const text[REMINDER_FIELD_COUNT] = {
        [REMINDER_TITLE] = title.buf, [REMINDER_DATE] = date.buf,       [REMINDER_MEMO] = memo.buf,
        [REMINDER_YEAR] = year.buf,   [REMINDER_QUARTER] = quarter.buf,
    };
    if (!status)
        status = store_new_record(r->app->store, RECORD_REMINDER, 0, &r->letter, err);
    if (!status)
        status = put_fields(r->app, RECORD_REMINDER, r->letter, text, err);
    return status ? status : memos_after(r->app, RECORD_REMINDER, r->letter, REMINDER_MEMO, err);
}

static enum status put_office(struct reminding *r, size_t place, struct err *err)
{
    const struct app_sending *sending = &r->sending;
    autostr office = STR_INIT, plans = STR_INIT;
    int64_t id = 0;
    for (size_t p = 0; p < sending->plans; p++)
        if (is_missing(r, place, p))
            str_addf(&plans, "%s%s", plans.len ? " " : "", sending->plan[p]);
    if (!plans.len)
        return STATUS_OK;
    str_addf(&office, "%lld", (long long)sending->offices.tree.office[place].unit->id);
    const char *const text[REMINDED_FIELD_COUNT] = {
        [REMINDED_OFFICE] = office.buf, [REMINDED_PLANS] = plans.buf};
    enum status status = store_new_record(r->app->store, RECORD_REMINDED, r->letter, &id, err);
    r->offices++;
    return status ? status : put_fields(r->app, RECORD_REMINDED, id, text, err);
}

static enum status write_letter(struct reminding *r, const struct app_remind_of *of,
                                struct err *err)
{
    const int32_t today = app_today(r->app);
    enum status status =
        app_sending_load(r->app, of->fiscal_year, of->quarter, of->plan, &r->sending, err);
    const struct tree *tree = &r->sending.offices.tree;
    r->end = tree->count;
    if (!status && of->under) {
        status = tree_find(tree, of->under, &r->first, err);
        r->end = status ? 0 : tree->office[r->first].end;
    }
    if (!status)
        status = must_be_due(r, today, err);
    if (!status)
        status = put_letter(r, today, err);
    for (size_t o = r->first; o < r->end && !status; o++)
        status = put_office(r, o, err);
    return status;
}

enum status app_remind(struct app *app, const struct app_remind_of *of, int64_t *ret_id,
                       size_t *ret_offices, struct err *err)
{
    struct reminding r = {.app = app};
    enum status status = app_begin(app, err);
    if (status)
        return status;
    status = app_end(app, write_letter(&r, of, err), err);
    *ret_id = status ? 0 : r.letter;
    *ret_offices = status ? 0 : r.offices;
    app_sending_done(&r.sending);
    return status;
}

static enum status say_none(const struct app *app, int fiscal_year, int quarter, struct err *err)
{
    autostr year = STR_INIT;
    period_write_year(&year, fiscal_year ? fiscal_year : app->office.fiscal_year, i18n_digits());
    return err_set(err, STATUS_NOT_FOUND,
                   _("No reminder was written for %s of %s yet; one is written where it is listed "
                     "who has sent"),
                   SAY_QUARTER(quarter), year.buf);
}

enum status app_last_reminder(struct app *app, int fiscal_year, int quarter, int64_t *ret_id,
                              struct err *err)
{
    autorecords letters = {0};
    autostr year = STR_INIT;
    if (!quarter)
        quarter = app->office.quarter;
    period_write_year_short(&year, fiscal_year ? fiscal_year : app->office.fiscal_year);
    *ret_id = 0;
    enum status status = app_load_records(app, RECORD_REMINDER, 0, &letters, err);
    for (size_t i = 0; i < letters.count && !status; i++)
        if (record_is(&letters.record[i], REMINDER_YEAR, year.buf) &&
            record_number(&letters.record[i], REMINDER_QUARTER) == quarter)
            *ret_id = letters.record[i].id;
    if (!status && !*ret_id)
        return say_none(app, fiscal_year, quarter, err);
    return status;
}
