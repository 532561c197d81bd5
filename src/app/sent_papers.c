// SPDX-License-Identifier: GPL-3.0-or-later
// Who has not sent, and whom a reminder asked, as papers show them.
#include "sent_papers.h"

#include "orjon/app/remind.h"
#include "orjon/app/sent.h"
#include "orjon/base/text.h"
#include "orjon/domain/date.h"
#include "private.h"

#include <string.h>

struct sent_listing {
    struct app *app;
    struct app_sending sending;
    enum digits digits; // of the paper, which is in Bengali
    struct listings *lists;
};

static void put_text(const struct sent_listing *l, struct listed *row, int cell, const char *text)
{
    autostr own = STR_INIT;
    text_digits(&own, text, strlen(text), l->digits);
    listings_put(l->lists, row, cell, own.buf);
}

static void put_count(const struct sent_listing *l, struct listed *row, int cell, size_t count)
{
    autostr text = STR_INIT;
    str_addf(&text, "%zu", count);
    put_text(l, row, cell, text.buf);
}

static void put_day(const struct sent_listing *l, struct listed *row, int cell, int32_t day)
{
    autostr text = STR_INIT;
    date_write(&text, day, l->digits);
    put_text(l, row, cell, text.buf);
}

static void put_percent(const struct sent_listing *l, struct listed *row, int cell, size_t part,
                        size_t whole)
{
    autostr text = STR_INIT;
    if (whole)
        ratio_write(&text, ratio_of((int64_t)(100 * part), (int64_t)whole), 2, l->digits);
    put_text(l, row, cell, whole ? text.buf : "-");
}

// --- who is to be asked -------------------------------------------------------------------------

static bool is_lagging(const struct app_sent *sent)
{
    return sent->state == SENT_MISSING || sent->state == SENT_RETURNED ||
           (sent->came && sent->late);
}

static void list_lag(const struct sent_listing *l, size_t place, size_t plan, size_t no)
{
    const struct app_sending *s = &l->sending;
    const struct tree_office *office = &s->offices.tree.office[place];
    const struct app_sent *sent = &s->cell[place * s->plans + plan];
    const int days = app_sending_days(s, sent, app_today(l->app));
    autostr state = STR_INIT, reminded = STR_INIT;
    struct listed *row = listings_add(l->lists, LISTING_LAG);
    if (no) { // an office is named once
        put_count(l, row, LISTED_LAG_NO, no);
        put_text(l, row, LISTED_LAG_OFFICE, office->name);
        put_text(l, row, LISTED_LAG_PHONE, office->unit->text[UNIT_PHONE]);
        put_text(l, row, LISTED_LAG_CONTACT, office->unit->text[UNIT_CONTACT]);
    }
    str_add(&state, tr_in(LANGUAGE_BENGALI, sent_name(sent->state)));
    if (sent->came && sent->on_paper)
        str_add(&state, " (কাগজে)");
    put_text(l, row, LISTED_LAG_CODE, office->code);
    put_text(l, row, LISTED_LAG_PLAN, s->plan[plan]);
    put_text(l, row, LISTED_LAG_TITLE, s->title[plan]);
    put_text(l, row, LISTED_LAG_STATE, state.buf);
    if (sent->came)
        put_day(l, row, LISTED_LAG_DAY, sent->first_day);
    if (days)
        put_count(l, row, LISTED_LAG_DAYS, (size_t)days);
    if (sent->reminders) {
        date_write(&reminded, sent->reminded, l->digits);
        if (sent->reminders > 1)
            str_addf(&reminded, " (%d বার)", sent->reminders);
        put_text(l, row, LISTED_LAG_REMINDED, reminded.buf);
    }
}

static void list_lags(const struct sent_listing *l, size_t first, size_t end)
{
    const struct app_sending *s = &l->sending;
    size_t no = 0;
    for (size_t o = first; o < end; o++) {
        bool named = false;
        for (size_t p = 0; p < s->plans; p++)
            if (is_lagging(&s->cell[o * s->plans + p])) {
                no += !named;
                list_lag(l, o, p, named ? 0 : no);
                named = true;
            }
    }
}

// Each office that has others below it.
static void list_rates(const struct sent_listing *l, size_t first, size_t end)
{
    const struct tree *tree = &l->sending.offices.tree;
    for (size_t o = first; o < end; o++) {
        if (tree->office[o].end == o + 1)
            continue;
        const struct app_sent_rate rate = app_sending_rate(&l->sending, o);
        struct listed *row = listings_add(l->lists, LISTING_RATE);
        put_text(l, row, LISTED_RATE_CODE, tree->office[o].code);
        put_text(l, row, LISTED_RATE_OFFICE, tree->office[o].name);
        put_count(l, row, LISTED_RATE_EXPECTED, rate.expected);
        put_count(l, row, LISTED_RATE_SENT, rate.came);
        put_percent(l, row, LISTED_RATE_SENT_PERCENT, rate.came, rate.expected);
        put_count(l, row, LISTED_RATE_ON_TIME, rate.on_time);
        put_percent(l, row, LISTED_RATE_ON_TIME_PERCENT, rate.on_time, rate.expected);
    }
}

static void list_call(const struct sent_listing *l, size_t place)
{
    const struct app_sent_rate rate = app_sending_rate(&l->sending, place);
    struct listed *row = listings_add(l->lists, LISTING_CALL);
    put_day(l, row, LISTED_CALL_DUE, l->sending.due);
    put_count(l, row, LISTED_CALL_EXPECTED, rate.expected);
    put_count(l, row, LISTED_CALL_SENT, rate.came);
    put_percent(l, row, LISTED_CALL_SENT_PERCENT, rate.came, rate.expected);
    put_count(l, row, LISTED_CALL_ON_TIME, rate.on_time);
    put_percent(l, row, LISTED_CALL_ON_TIME_PERCENT, rate.on_time, rate.expected);
}

static enum status list_missing(struct sent_listing *l, const struct sent_paper *of,
                                struct err *err)
{
    const struct tree *tree = &l->sending.offices.tree;
    size_t first = 0, end = tree->count;
    if (of->under) {
        enum status status = tree_find(tree, of->under, &first, err);
        if (status)
            return status;
        end = tree->office[first].end;
    }
    list_call(l, of->under ? first : TREE_TOP);
    list_lags(l, first, end);
    list_rates(l, first, end);
    return STATUS_OK;
}

// --- whom a reminder asked ----------------------------------------------------------------------

static void list_addressee(const struct sent_listing *l, const struct record *reminded, size_t no)
{
    const struct tree *tree = &l->sending.offices.tree;
    const size_t place = tree_place(tree, record_number(reminded, REMINDED_OFFICE));
    const struct tree_office *office = place == TREE_TOP ? NULL : &tree->office[place];
    autostr plans = STR_INIT, names = STR_INIT;
    struct listed *row = listings_add(l->lists, LISTING_ADDRESSEE);
    str_add(&names, reminded->text[REMINDED_PLANS]);
    for (char *rest = names.buf, *name; names.len && (name = strsep(&rest, " "));)
        str_addf(&plans, "%s%s", plans.len ? "; " : "", app_sending_title(&l->sending, name));
    put_count(l, row, LISTED_ADDRESSEE_NO, no);
    put_text(l, row, LISTED_ADDRESSEE_PLANS, plans.buf);
    if (!office)
        return;
    put_text(l, row, LISTED_ADDRESSEE_CODE, office->code);
    put_text(l, row, LISTED_ADDRESSEE_OFFICE, office->name);
    put_text(l, row, LISTED_ADDRESSEE_PHONE, office->unit->text[UNIT_PHONE]);
}

static enum status list_addressees(struct sent_listing *l, int64_t letter, struct err *err)
{
    autorecords reminded = {0};
    enum status status = app_load_records(l->app, RECORD_REMINDED, letter, &reminded, err);
    list_call(l, TREE_TOP);
    for (size_t i = 0; i < reminded.count && !status; i++)
        list_addressee(l, &reminded.record[i], i + 1);
    return status;
}

enum status sent_list(struct app *app, const struct sent_paper *of, enum digits digits,
                      struct listings *ret, struct err *err)
{
    struct sent_listing l = {.app = app, .digits = digits, .lists = ret};
    enum status status =
        app_sending_load(app, of->fiscal_year, of->quarter, of->plan, &l.sending, err);
    if (!status)
        status = of->letter ? list_addressees(&l, of->letter, err) : list_missing(&l, of, err);
    app_sending_done(&l.sending);
    return status;
}
