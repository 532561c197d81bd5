// SPDX-License-Identifier: GPL-3.0-or-later
// Who has sent what, and in time.
#include "orjon/app/sent.h"

#include "orjon/base/text.h"
#include "orjon/domain/template.h"
#include "orjon/store/builtin.h"
#include "orjon/store/plans.h"
#include "orjon/store/receipts.h"
#include "private.h"

#include <stdlib.h>
#include <string.h>

static const struct {
    const char *word, *name;
} states[] = {
#define X(name, word, label) {word, label},
    SENT_LIST(X)
#undef X
};

const char *sent_word(enum sent state)
{
    return states[state].word;
}

const char *sent_name(enum sent state)
{
    return states[state].name;
}

void app_sending_done(struct app_sending *sending)
{
    app_offices_done(&sending->offices);
    arena_done(&sending->texts);
    *sending = (struct app_sending){0};
}

// --- which plans there are -----------------------------------------------------------------------

struct known { // one name may be of several families
    const char *plan, *family, *title, *brief;
};

struct table {
    struct app *app;
    struct app_sending *out;
    const char *only; // a plan; NULL: all
    struct known *known;
    size_t count, cap;
    struct err *err;
};

static const struct known *find_known(const struct table *t, const char *plan, const char *family)
{
    for (size_t i = 0; i < t->count; i++)
        if (strcmp(t->known[i].plan, plan) == 0 &&
            (!family || strcmp(t->known[i].family, family) == 0))
            return &t->known[i];
    return NULL;
}

static const char *keep(struct table *t, const char *text)
{
    return arena_text(&t->out->texts, text, strlen(text));
}

static void add_known(struct table *t, const char *plan, const char *family, const char *title,
                      const char *brief)
{
    if ((t->only && strcmp(t->only, plan) != 0) || find_known(t, plan, family))
        return;
    t->known = arena_grow(&t->out->texts, t->known, t->count, &t->cap, sizeof *t->known);
    t->known[t->count++] = (struct known){.plan = keep(t, plan),
                                          .family = keep(t, family),
                                          .title = keep(t, *title ? title : plan),
                                          .brief = keep(t, *brief ? brief : plan)};
}

static bool is_named(const struct table *t, const char *family)
{
    const struct records *units = &t->out->offices.units;
    for (size_t i = 0; i < units->count; i++)
        if (record_has(&units->record[i], UNIT_FAMILIES, family))
            return true;
    return false;
}

// By what the text of a template says of it; its rows need not be read.
static void add_template(struct table *t, const char *plan, const char *family, const char *text)
{
    autostr title = STR_INIT, brief = STR_INIT;
    template_head(text, "title", &title);
    template_head(text, "short", &brief);
    if (!brief.len)
        text_shorten(&brief, title.buf, TEXT_SHORT_MAX);
    add_known(t, plan, family, title.buf, brief.buf);
}

static void add_builtin(struct table *t)
{
    size_t count = 0;
    const struct store_template *built = store_builtin_templates(&count);
    for (size_t i = 0; i < count; i++)
        if (built[i].fiscal_year == t->out->fiscal_year && is_named(t, built[i].family))
            add_template(t, built[i].plan, built[i].family, built[i].text);
}

static enum status see_plan(void *data, const struct plan_summary *summary)
{
    struct table *t = data;
    if (is_named(t, summary->family))
        add_known(t, summary->name, summary->family, summary->title, summary->short_name);
    return STATUS_OK;
}

// One that is known is called as it is already.
static enum status see_sent_plan(void *data, const char *plan, const char *family,
                                 int64_t template_id)
{
    struct table *t = data;
    const struct known *known = find_known(t, plan, NULL);
    autostr text = STR_INIT;
    if (known) {
        add_known(t, plan, family, known->title, known->brief);
        return STATUS_OK;
    }
    enum status status = store_load_template(t->app->store, template_id, &text, t->err);
    if (!status)
        add_template(t, plan, family, text.buf);
    return status;
}

static int by_name(const void *a, const void *b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

const char *app_sending_title(const struct app_sending *sending, const char *plan)
{
    for (size_t p = 0; p < sending->plans; p++)
        if (strcmp(sending->plan[p], plan) == 0)
            return sending->title[p];
    return plan;
}

static enum status find_plans(struct table *t, struct err *err)
{
    struct app_sending *out = t->out;
    add_builtin(t);
    enum status status = store_each_plan(t->app->store, out->fiscal_year, see_plan, t, err);
    if (!status)
        status = store_each_sent_plan(t->app->store, out->fiscal_year, see_sent_plan, t, err);
    if (!status && t->only && !t->count)
        status = err_set(err, STATUS_NOT_FOUND,
                         _("No office below is known to hand in a plan %s in that year"), t->only);
    out->plan = arena_alloc(&out->texts, (t->count + 1) * sizeof *out->plan);
    for (size_t i = 0; i < t->count; i++) {
        bool twice = false;
        for (size_t k = 0; k < i; k++)
            twice = twice || strcmp(t->known[k].plan, t->known[i].plan) == 0;
        if (!twice)
            out->plan[out->plans++] = t->known[i].plan;
    }
    if (out->plans)
        qsort((void *)out->plan, out->plans, sizeof *out->plan, by_name);
    out->title = arena_alloc(&out->texts, (out->plans + 1) * sizeof *out->title);
    out->brief = arena_alloc(&out->texts, (out->plans + 1) * sizeof *out->brief);
    for (size_t p = 0; p < out->plans; p++) {
        out->title[p] = find_known(t, out->plan[p], NULL)->title;
        out->brief[p] = find_known(t, out->plan[p], NULL)->brief;
    }
    return status;
}

// --- who has sent them ---------------------------------------------------------------------------

static bool is_expected(const struct table *t, const struct tree_office *office, const char *plan)
{
    bool has = false;
    for (size_t i = 0; i < t->count && !has; i++)
        has = strcmp(t->known[i].plan, plan) == 0 &&
              tree_has_family(office->unit, t->known[i].family);
    return has && office->open;
}

static void expect(struct table *t)
{
    struct app_sending *out = t->out;
    const struct tree *tree = &out->offices.tree;
    out->cell = arena_alloc(&out->texts, (tree->count * out->plans + 1) * sizeof *out->cell);
    for (size_t o = 0; o < tree->count; o++)
        for (size_t p = 0; p < out->plans; p++) {
            struct app_sent *cell = &out->cell[o * out->plans + p];
            cell->expected = is_expected(t, &tree->office[o], out->plan[p]);
            cell->state = cell->expected ? SENT_MISSING : SENT_EXEMPT;
        }
}

static enum status see_receipt(void *data, const struct store_receipt *receipt)
{
    struct table *t = data;
    struct app_sending *out = t->out;
    const size_t o = tree_place(&out->offices.tree, receipt->office);
    const char *const *plan =
        out->plans ? bsearch(&receipt->plan, out->plan, out->plans, sizeof *out->plan, by_name)
                   : NULL;
    if (o == TREE_TOP || !plan)
        return STATUS_OK;
    struct app_sent *cell = &out->cell[o * out->plans + (size_t)(plan - out->plan)];
    cell->came = true;
    cell->late = receipt->first_day > out->due;
    cell->on_paper = receipt->on_paper;
    cell->first_day = receipt->first_day;
    cell->day = receipt->day;
    cell->verdict_day = receipt->verdict_day;
    cell->state = receipt->verdict == VERDICT_ACCEPTED   ? SENT_ACCEPTED
                  : receipt->verdict == VERDICT_RETURNED ? SENT_RETURNED
                  : cell->late                           ? SENT_LATE
                                                         : SENT_CAME;
    return STATUS_OK;
}

// Each letter of the quarter in which an office was asked for a plan.
static void see_reminder(struct app_sending *out, const struct record *letter,
                         const struct records *reminded)
{
    int32_t day = 0;
    record_date(letter, REMINDER_DATE, &day);
    for (size_t i = 0; i < reminded->count; i++) {
        const struct record *one = &reminded->record[i];
        const size_t o = one->parent == letter->id
                             ? tree_place(&out->offices.tree, record_number(one, REMINDED_OFFICE))
                             : TREE_TOP;
        for (size_t p = 0; o != TREE_TOP && p < out->plans; p++) {
            struct app_sent *cell = &out->cell[o * out->plans + p];
            if (!record_has(one, REMINDED_PLANS, out->plan[p]))
                continue;
            cell->reminders++;
            cell->reminded = day > cell->reminded ? day : cell->reminded;
        }
    }
}

static enum status add_reminders(struct table *t, struct err *err)
{
    autorecords letters = {0}, reminded = {0};
    autostr year = STR_INIT;
    period_write_year_short(&year, t->out->fiscal_year);
    enum status status = app_load_records(t->app, RECORD_REMINDER, 0, &letters, err);
    if (!status && letters.count)
        status = app_load_records(t->app, RECORD_REMINDED, 0, &reminded, err);
    for (size_t i = 0; i < letters.count && !status; i++)
        if (record_is(&letters.record[i], REMINDER_YEAR, year.buf) &&
            record_number(&letters.record[i], REMINDER_QUARTER) == t->out->quarter)
            see_reminder(t->out, &letters.record[i], &reminded);
    return status;
}

int app_sending_days(const struct app_sending *sending, const struct app_sent *sent, int32_t today)
{
    const int32_t late = sent->first_day - sending->due;
    int32_t days = 0;
    if (sent->state == SENT_MISSING)
        days = today - sending->due;
    else if (sent->state == SENT_RETURNED)
        days = today - sent->verdict_day;
    else if (sent->state == SENT_LATE)
        days = late;
    return days > 0 ? days : 0;
}

enum status app_sending_load(struct app *app, int fiscal_year, int quarter, const char *plan,
                             struct app_sending *ret, struct err *err)
{
    *ret = (struct app_sending){
        .fiscal_year = fiscal_year ? fiscal_year : app->office.fiscal_year,
        .quarter = quarter ? quarter : app->office.quarter,
    };
    struct table table = {.app = app, .out = ret, .only = plan, .err = err};
    ret->due = period_quarter_due(ret->fiscal_year, ret->quarter);
    enum status status = store_begin_read(app->store, err); // one state for all of it
    if (status)
        return status;
    status = app_load_offices(app, period_quarter_end(ret->fiscal_year, ret->quarter),
                              &ret->offices, err);
    if (!status)
        status = find_plans(&table, err);
    if (!status) {
        expect(&table);
        status = store_each_receipt(app->store, 0, ret->fiscal_year, NULL, ret->quarter,
                                    see_receipt, &table, err);
    }
    if (!status)
        status = add_reminders(&table, err);
    store_rollback(app->store); // nothing was written
    return status;
}

struct app_sent_rate app_sending_rate(const struct app_sending *sending, size_t place)
{
    const struct tree *tree = &sending->offices.tree;
    const size_t first = place == TREE_TOP ? 0 : place;
    const size_t end = place == TREE_TOP ? tree->count : tree->office[place].end;
    struct app_sent_rate rate = {0};
    for (size_t i = first * sending->plans; i < end * sending->plans; i++) {
        const struct app_sent *cell = &sending->cell[i];
        if (!cell->expected)
            continue;
        rate.expected++;
        rate.came += cell->came;
        rate.on_time += cell->came && !cell->late;
        rate.returned += cell->state == SENT_RETURNED;
        rate.accepted += cell->state == SENT_ACCEPTED;
    }
    return rate;
}
