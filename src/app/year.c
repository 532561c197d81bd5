// SPDX-License-Identifier: GPL-3.0-or-later
// The year's change, and the targets of two years beside each other.
#include "orjon/app/year.h"

#include "carry.h"
#include "orjon/app/plans.h"
#include "orjon/base/text.h"
#include "orjon/domain/date.h"
#include "orjon/domain/template.h"
#include "orjon/store/office.h"
#include "private.h"

#include <string.h>

void year_change_done(struct year_change *change)
{
    str_done(&change->kept);
}

// --- what is to be thought of -------------------------------------------------------------------

enum thought { THOUGHT_FRIDAY, THOUGHT_SATURDAY, THOUGHT_LEAP_DAY };

// `of` tells which of the row's dates it is where that is not its target itself.
static void add_note(struct str *ret, const char *of, enum thought thought, int32_t day)
{
    autostr date = STR_INIT;
    date_write(&date, day, i18n_digits());
    str_addf(ret, "%s%s", ret->len ? "; " : "", of);
    if (thought == THOUGHT_FRIDAY)
        str_addf(ret, _("%s is a Friday"), date.buf);
    else if (thought == THOUGHT_SATURDAY)
        str_addf(ret, _("%s is a Saturday"), date.buf);
    else
        str_addf(ret, _("29 February became %s"), date.buf);
}

// Day 0 was a Thursday.
static void look_at_day(int32_t day, const char *of, struct str *ret)
{
    const int weekday = (int)((day % 7 + 7) % 7);
    if (weekday == 1 || weekday == 2)
        add_note(ret, of, weekday == 1 ? THOUGHT_FRIDAY : THOUGHT_SATURDAY, day);
}

static bool is_leap_day(int32_t day)
{
    const struct civil date = date_civil(day);
    return date.month == 2 && date.day == 29;
}

static void look_at_target(enum kind kind, const struct target *target, const struct target *last,
                           const char *of, struct str *ret)
{
    const bool date = kind == KIND_DATE;
    const size_t days = !target->set ? 0 : date ? 1 : target->dates;
    for (size_t d = 0; d < days; d++) {
        const int32_t day = date ? (int32_t)target->value : target->date[d];
        const bool was = last && last->set && (date || d < last->dates);
        const int32_t before = !was ? 0 : date ? (int32_t)last->value : last->date[d];
        if (was && is_leap_day(before) && day_carried_on(before) == day)
            add_note(ret, of, THOUGHT_LEAP_DAY, day);
        look_at_day(day, of, ret);
    }
}

static void write_note(const struct indicator *indicator, const struct indicator *last,
                       struct str *ret)
{
    const bool dated = indicator->kind == KIND_DATE || indicator->kind == KIND_DATES;
    if (!last)
        str_add(ret, _("new"));
    else if (!dated && (indicator->grade[0].set || last->grade[0].set))
        str_add(ret, _("to be decided"));
    for (size_t i = 0; dated && i < grade_count(indicator); i++) {
        autostr of = STR_INIT;
        if (i)
            str_addf(&of, _("grade %s: "), SAY(grade_percent(indicator, i)));
        look_at_target(indicator->kind, &indicator->grade[i], last ? &last->grade[i] : NULL, of.buf,
                       ret);
    }
    for (int i = 0; dated && i < QUARTERS; i++) {
        autostr of = STR_INIT;
        period_say_quarter(&of, i + 1);
        str_add(&of, ": ");
        look_at_target(indicator->kind, &indicator->quarter[i], last ? &last->quarter[i] : NULL,
                       of.buf, ret);
    }
}

// --- two years beside each other ----------------------------------------------------------------

static const struct book *find_book(const struct shelf *shelf, const char *name)
{
    for (size_t i = 0; i < shelf->count; i++)
        if (strcmp(shelf->book[i]->plan->name, name) == 0)
            return shelf->book[i];
    return NULL;
}

static void tell_row(const struct plan *plan, size_t i, const struct book *before,
                     void (*each)(void *data, const struct year_row *row), void *data)
{
    struct year_row row = {.plan = plan, .index = i, .indicator = &plan->indicator[i]};
    autostr note = STR_INIT, last_target = STR_INIT, result = STR_INIT, target = STR_INIT;
    row.last = before ? plan_find(before->plan, row.indicator->code) : NULL;
    if (row.last) {
        const size_t at = (size_t)(row.last - before->plan->indicator);
        row.score = &before->scores[at];
        row.decimals = total_decimals(row.last, &before->years[at], QUARTERS);
        template_get(row.last, COLUMN_TARGET, &last_target);
        result_write(&result, row.last, row.score);
    }
    template_get(row.indicator, COLUMN_TARGET, &target);
    write_note(row.indicator, row.last, &note);
    row.last_target = last_target.buf;
    row.result = result.buf;
    row.target = target.buf;
    row.note = note.buf;
    each(data, &row);
}

enum status app_compare_years(struct app *app, int fiscal_year,
                              void (*each)(void *data, const struct year_row *row), void *data,
                              struct err *err)
{
    struct shelf now = {0}, before = {0};
    const int year = fiscal_year ? fiscal_year : app->office.fiscal_year;
    enum status status = shelf_open(app, year, NULL, QUARTERS, &now, err);
    if (status == STATUS_OK) {
        status = shelf_open(app, year - 1, NULL, QUARTERS, &before, err);
        status = status == STATUS_NOT_FOUND ? STATUS_OK : status;
    }
    for (size_t i = 0; i < now.count && status == STATUS_OK; i++)
        for (size_t r = 0; r < now.book[i]->plan->count; r++)
            tell_row(now.book[i]->plan, r, find_book(&before, now.book[i]->plan->name), each, data);
    shelf_done(&now);
    shelf_done(&before);
    return status;
}

// --- one plan a year before ---------------------------------------------------------------------

enum status app_year_before(const struct book *book, struct book **ret, struct err *err)
{
    *ret = NULL;
    enum status status =
        book_open(book->app, book->plan->fiscal_year - 1, book->plan->name, QUARTERS, ret, err);
    if (status == STATUS_NOT_FOUND)
        return STATUS_OK;
    if (!status && strcmp((*ret)->plan->family, book->plan->family) != 0)
        book_free(ret);
    return status;
}

// Blanks, digits and spelling may have been put right in between.
static bool reads_alike(const char *a, const char *b)
{
    autostr x = STR_INIT, y = STR_INIT;
    text_fold(a, strlen(a), &x);
    text_fold(b, strlen(b), &y);
    return strcmp(x.buf, y.buf) == 0;
}

const struct indicator *app_same_indicator(const struct book *before,
                                           const struct indicator *indicator)
{
    const struct indicator *was = before ? plan_find(before->plan, indicator->code) : NULL;
    return was && was->kind == indicator->kind && reads_alike(was->unit, indicator->unit) &&
                   reads_alike(was->text, indicator->text)
               ? was
               : NULL;
}

// --- the change ---------------------------------------------------------------------------------

static enum status carry_on(struct app *app, const struct book *book, struct year_change *change,
                            struct err *err)
{
    int64_t there = 0;
    struct plan *plan = NULL;
    enum status status = store_find_plan(app->store, change->to, book->plan->name, &there, NULL);
    change->open += !(book->sealed >> (QUARTERS - 1) & 1);
    if (status == STATUS_OK) {
        str_addf(&change->kept, "%s%s", change->kept.len ? " " : "", book->plan->name);
        return STATUS_OK;
    }
    status = plan_carry_on(book, &plan, err);
    if (status == STATUS_OK)
        status = store_install_plan(app->store, plan, NULL, err);
    if (status)
        err_prefix(err, "%s: ", book->plan->name);
    plan_free(&plan);
    change->made += status == STATUS_OK;
    return status;
}

static enum status set_year(struct app *app, enum office_field field, int year, struct err *err)
{
    autostr text = STR_INIT;
    period_write_year_short(&text, year);
    return store_set_setting(app->store, office_key(field), text.buf, err);
}

static enum status turn_over(struct app *app, const struct year_change *change, struct err *err)
{
    enum status status = STATUS_OK;
    if (change->from > app->office.closed_year)
        status = set_year(app, OFFICE_CLOSED_YEAR, change->from, err);
    if (status || change->to <= app->office.fiscal_year)
        return status;
    status = set_year(app, OFFICE_FISCAL_YEAR, change->to, err);
    return status ? status : store_set_setting(app->store, office_key(OFFICE_QUARTER), "1", err);
}

static enum status change_year(struct app *app, struct year_change *change, struct err *err)
{
    struct shelf shelf = {0};
    enum status status = shelf_open(app, change->from, NULL, QUARTERS, &shelf, err);
    for (size_t i = 0; i < shelf.count && status == STATUS_OK; i++)
        status = carry_on(app, shelf.book[i], change, err);
    shelf_done(&shelf);
    if (status)
        return status;
    if (!change->made) {
        autostr year = STR_INIT;
        period_write_year(&year, change->to, i18n_digits());
        return err_set(err, STATUS_EXISTS, _("%s has all these plans already: %s"), year.buf,
                       change->kept.buf);
    }
    return turn_over(app, change, err);
}

static enum status check_year(int year, struct err *err)
{
    autostr text = STR_INIT;
    if (period_is_year(year))
        return STATUS_OK;
    period_write_year(&text, year, i18n_digits());
    return err_set(err, STATUS_INVALID, _("%s is no fiscal year that can be planned"), text.buf);
}

enum status app_next_year(struct app *app, int from, bool dry_run,
                          void (*each)(void *data, const struct year_row *row), void *data,
                          struct year_change *ret, struct err *err)
{
    *ret = (struct year_change){.from = from ? from : app->office.fiscal_year, .kept = STR_INIT};
    ret->to = ret->from + 1;
    enum status status = check_year(ret->to, err);
    if (status == STATUS_OK && !dry_run)
        app_keep_copy(app, "year");
    if (status == STATUS_OK)
        status = store_begin_write(app->store, err);
    if (status)
        return status;
    status = change_year(app, ret, err);
    if (status == STATUS_OK && each)
        status = app_compare_years(app, ret->to, each, data, err);
    if (status == STATUS_OK && !dry_run)
        status = store_commit(app->store, err);
    else
        store_rollback(app->store);
    return status || dry_run ? status : app_load_office(app, err);
}
