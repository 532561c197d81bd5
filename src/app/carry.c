// SPDX-License-Identifier: GPL-3.0-or-later
// A plan carried on into the next year: dates by a year, results into the column of last year.
#include "carry.h"

#include "orjon/base/text.h"
#include "orjon/domain/date.h"
#include "orjon/domain/template.h"

#include <string.h>

int32_t day_carried_on(int32_t day)
{
    const struct civil was = date_civil(day);
    const int last = date_month_days(was.year + 1, was.month);
    return date_of(was.year + 1, was.month, was.day < last ? was.day : last);
}

// --- texts --------------------------------------------------------------------------------------

static void replace(struct str *text, const char *what, const char *with)
{
    autostr done = STR_INIT;
    const char *at = text->buf;
    for (const char *found; (found = strstr(at, what)); at = found + strlen(what)) {
        str_add_n(&done, at, (size_t)(found - at));
        str_add(&done, with);
    }
    str_add(&done, at);
    str_reset(text);
    str_add(text, done.buf);
}

// «২০২৩-২০২৪» and «২০২৩-২৪», in both digits.
static void write_year(struct str *ret, int year, bool whole, enum digits digits)
{
    autostr text = STR_INIT;
    if (whole)
        period_write_year(&text, year, DIGITS_LATIN);
    else
        period_write_year_short(&text, year);
    text_digits(ret, text.buf, text.len, digits);
}

static const char *carry_text(struct plan *plan, const char *text, int from)
{
    autostr done = STR_INIT;
    str_add(&done, text);
    for (int form = 0; form < 4; form++) {
        const bool whole = form < 2;
        const enum digits digits = form % 2 ? DIGITS_LATIN : DIGITS_BENGALI;
        autostr old = STR_INIT, new = STR_INIT;
        write_year(&old, from, whole, digits);
        write_year(&new, from + 1, whole, digits);
        replace(&done, old.buf, new.buf);
    }
    return arena_text(&plan->text, done.buf, done.len);
}

// --- targets ------------------------------------------------------------------------------------

static enum status carry_day(int32_t *day, const struct indicator *indicator, struct err *err)
{
    *day = day_carried_on(*day);
    return date_is_readable(*day)
               ? STATUS_OK
               : err_set(err, STATUS_INVALID, _("%s: a date of the next year cannot be written"),
                         indicator->code);
}

static enum status carry_target(struct target *target, const struct indicator *indicator,
                                struct err *err)
{
    enum status status = STATUS_OK;
    if (!target->set)
        return STATUS_OK;
    if (indicator->kind == KIND_DATE) {
        int32_t day = (int32_t)target->value;
        status = carry_day(&day, indicator, err);
        target->value = day;
    }
    for (size_t d = 0; d < target->dates && status == STATUS_OK; d++)
        status = carry_day(&target->date[d], indicator, err);
    return status;
}

void result_write(struct str *ret, const struct indicator *indicator, const struct score *score)
{
    __int128 value = 0;
    if (!score->total.set)
        return;
    if (score->total_is_date)
        date_write_iso(ret, (int32_t)score->total.r.num);
    else if (indicator->kind == KIND_PERCENT || indicator->method == METHOD_AVERAGE)
        ratio_write(ret, score->total.r, 2, DIGITS_LATIN);
    else if (ratio_round(score->total.r, NUMBER_DECIMALS, &value) == STATUS_OK)
        number_write(ret, value, (struct number_style){.digits = DIGITS_LATIN});
}

// Beside the targets everything moves on by a year: results back, projections near. What cannot be
// a target of the row stays away.
static void carry_results(struct plan *plan, struct indicator *row, const struct score *score)
{
    autostr result = STR_INIT;
    result_write(&result, row, score);
    row->year_before = row->last_year;
    row->last_year = (struct target){0};
    template_set(row, COLUMN_LAST_YEAR, result.buf, result.len, &plan->text, NULL);
    row->projection_1 = row->projection_2;
    row->projection_2 = (struct target){0};
}

static enum status carry_row(struct plan *plan, const struct indicator *was,
                             const struct score *score, struct err *err)
{
    struct indicator *row = plan_add(plan);
    size_t culprit = 0;
    *row = *was;
    row->id = 0;
    row->scale = &plan->scale;
    enum status status = STATUS_OK;
    for (int i = 0; i < GRADES_MAX && status == STATUS_OK; i++)
        status = carry_target(&row->grade[i], row, err);
    for (int i = 0; i < QUARTERS && status == STATUS_OK; i++)
        status = carry_target(&row->quarter[i], row, err);
    if (status == STATUS_OK)
        carry_results(plan, row, score);
    return status ? status : template_fits(row, &culprit, err);
}

static void carry_head(const struct plan *was, struct plan *plan)
{
    struct plan_head {
        struct indicator *indicator;
        struct arena text;
    } own = {plan->indicator, plan->text};
    autostr year = STR_INIT, source = STR_INIT;
    *plan = *was;
    plan->id = 0;
    plan->frozen = false;
    plan->count = plan->cap = 0;
    plan->indicator = own.indicator;
    plan->text = own.text;
    plan->fiscal_year = was->fiscal_year + 1;
    plan->title = carry_text(plan, was->title, was->fiscal_year);
    period_write_year_short(&year, was->fiscal_year);
    // Once, however often it is carried on: a text has its limit.
    const char *from = strncmp(was->source, "orjon plans next-year ", 22) == 0
                           ? strchrnul(was->source + 22, ' ')
                           : was->source;
    str_addf(&source, "orjon plans next-year %s%s%s", year.buf, *from && *from != ' ' ? " " : "",
             from);
    if (source.len <= TEXT_REMARK_MAX)
        plan->source = arena_text(&plan->text, source.buf, source.len);
}

enum status plan_carry_on(const struct book *book, struct plan **ret, struct err *err)
{
    __attribute__((cleanup(plan_free))) struct plan *plan = plan_new();
    enum status status = STATUS_OK;
    carry_head(book->plan, plan);
    for (size_t i = 0; i < book->plan->count && status == STATUS_OK; i++)
        status = carry_row(plan, &book->plan->indicator[i], &book->scores[i], err);
    if (status)
        return status;
    *ret = plan;
    plan = NULL;
    return STATUS_OK;
}
