// SPDX-License-Identifier: GPL-3.0-or-later
// Findings of a plan: what is missing, impossible or odd.
#include "checking.h"

#include "orjon/base/text.h"
#include "orjon/domain/date.h"
#include "orjon/domain/missing.h"

#include <stdarg.h>
#include <string.h>

const char *severity_word(enum severity severity)
{
    return severity == SEVERITY_ERROR ? "error" : "query";
}

void findings_done(struct findings *findings)
{
    for (size_t i = 0; i < findings->count; i++) {
        free(findings->finding[i].message);
        free(findings->finding[i].answer);
        free(findings->finding[i].answered_by);
        free(findings->finding[i].answered_at);
    }
    free(findings->finding);
    *findings = (struct findings){0};
}

static char *copy(const char *text)
{
    return text ? mem_copy_text(text, strlen(text)) : NULL;
}

void findings_answer(struct findings *findings, const struct finding_answer *answer)
{
    for (size_t i = 0; i < findings->count; i++) {
        struct finding *f = &findings->finding[i];
        if (f->answer || f->severity == SEVERITY_ERROR || f->quarter != answer->quarter ||
            strcmp(f->indicator, answer->indicator) != 0 || strcmp(f->code, answer->code) != 0)
            continue;
        f->answer = copy(answer->reason);
        f->answered_by = copy(answer->who);
        f->answered_at = copy(answer->at);
        findings->answered++;
    }
}

void check_find(const struct place *place, enum severity severity, const char *code,
                const char *format, ...)
{
    struct findings *f = place->findings;
    if (f->count == f->cap) {
        f->cap = f->cap ? f->cap * 2 : 16;
        f->finding = mem_resize(f->finding, f->cap, sizeof *f->finding);
    }
    autostr message = STR_INIT;
    va_list args;
    va_start(args, format);
    str_addv(&message, format, args);
    va_end(args);
    f->finding[f->count++] = (struct finding){
        .severity = severity,
        .code = code,
        .indicator = place->indicator ? place->indicator->code : "",
        .quarter = place->quarter,
        .message = str_detach(&message),
    };
    f->errors += severity == SEVERITY_ERROR;
}

void findings_add_query(struct findings *findings, const char *code, const char *message)
{
    check_find(&(struct place){.findings = findings}, SEVERITY_QUERY, code, "%s", message);
}

static bool has_date(const struct target *target, int32_t date)
{
    for (size_t i = 0; target->set && i < target->dates; i++)
        if (target->date[i] == date)
            return true;
    return false;
}

// The plan itself names the day, whenever that is.
static bool is_due_date(const struct indicator *indicator, int32_t date)
{
    const bool one = indicator->kind == KIND_DATE;
    for (size_t i = 0; i < GRADES_MAX + QUARTERS; i++) {
        const struct target *target =
            i < GRADES_MAX ? &indicator->grade[i] : &indicator->quarter[i - GRADES_MAX];
        if (one ? target->set && target->value == date : has_date(target, date))
            return true;
    }
    return false;
}

// Papers are signed before a quarter ends, with the days still to come; and what was to be
// published by 1 July was published on 30 June.
static void check_date(const struct place *place, int32_t date, int fiscal_year, int32_t today)
{
    autostr text = STR_INIT, now = STR_INIT;
    date_write(&text, date, i18n_digits());
    date_write(&now, today, i18n_digits());
    if (date > today)
        check_find(place, SEVERITY_QUERY, "future-date",
                   _("The date %s has not come yet; today is %s by this computer"), text.buf,
                   now.buf);
    if (is_due_date(place->indicator, date))
        return;
    if (date < period_year_start(fiscal_year) || date > period_year_end(fiscal_year))
        check_find(place, SEVERITY_QUERY, "date-outside-year",
                   _("The date %s lies outside the fiscal year"), text.buf);
    else if (date < period_quarter_start(fiscal_year, place->quarter) ||
             date > period_quarter_end(fiscal_year, place->quarter))
        check_find(place, SEVERITY_QUERY, "date-outside-quarter",
                   _("The date %s lies outside the quarter"), text.buf);
}

static void check_early(const struct place *place, int fiscal_year, int32_t today)
{
    const int32_t start = period_quarter_start(fiscal_year, place->quarter);
    autostr begins = STR_INIT, now = STR_INIT;
    if (start <= today)
        return;
    date_write(&begins, start, i18n_digits());
    date_write(&now, today, i18n_digits());
    check_find(place, SEVERITY_ERROR, "future-quarter",
               _("The quarter begins on %s and has not begun: today is %s by this computer; empty "
                 "the figure, or set the clock right"),
               begins.buf, now.buf);
}

static void check_notes(const struct place *place, const struct entry *entry)
{
    static const struct {
        enum entry_note note;
        enum severity severity;
        const char *code, *message;
    } notes[] = {
        {NOTE_BLANKS, SEVERITY_QUERY, "blanks",
         N_("There was a space inside the number; please check it")},
        {NOTE_UNIT, SEVERITY_QUERY, "unit", N_("The unit written is not the indicator's")},
        {NOTE_FRACTION, SEVERITY_QUERY, "fraction",
         N_("A fraction stands where things are counted")},
        {NOTE_PERCENT, SEVERITY_QUERY, "percent-count",
         N_("The percent does not agree with its count")},
        {NOTE_CLAMPED, SEVERITY_QUERY, "impossible-date",
         N_("There is no such day; the last day of the month was taken")},
        {NOTE_COMPONENTS, SEVERITY_QUERY, "components",
         N_("The parts do not add up to the number in the bracket")},
        {NOTE_BRACKET, SEVERITY_QUERY, "bracket",
         N_("The number in the bracket is not the one before it; please check it")},
    };
    const size_t fits = text_fit(entry->typed, strlen(entry->typed), 40);
    for (size_t i = 0; i < sizeof notes / sizeof *notes; i++)
        if (entry->notes & notes[i].note)
            check_find(place, notes[i].severity, notes[i].code, _("“%.*s”: %s"), (int)fits,
                       entry->typed, tr(notes[i].message));
}

static bool says(const char *remark, const char *word)
{
    return strstr(remark, word) != NULL;
}

// A remark never changes a figure, but it may contradict it.
static void check_remark(const struct place *place, const struct entry *entry)
{
    bool promise = says(entry->remark, "করা হবে");
    bool no_case = (says(entry->remark, "কোন ") || says(entry->remark, "কোনো ")) &&
                   (says(entry->remark, "আবেদন") || says(entry->remark, "অভিযোগ"));
    bool positive = entry->state == ENTRY_VALUE &&
                    (entry->value.value > 0 || entry->count.value > 0 || entry->dates > 0);
    if (positive && (promise || no_case))
        check_find(place, SEVERITY_QUERY, "remark", _("The remark contradicts the figure"));
    if (entry->state == ENTRY_NONE && no_case)
        check_find(place, SEVERITY_QUERY, "no-case",
                   _("The remark says that no case arose; a dash counts as nothing done"));
}

void check_entry(const struct indicator *indicator, const struct year *year, int fiscal_year,
                 int quarter, int32_t today, struct findings *ret)
{
    struct place place = {ret, indicator, quarter};
    const struct entry *entry = &year->quarter[quarter - 1];
    for (size_t i = 0; i < entry->dates; i++)
        check_date(&place, entry->date[i], fiscal_year, today);
    if (entry->state == ENTRY_VALUE)
        check_early(&place, fiscal_year, today);
    check_notes(&place, entry);
    check_plausible(&place, year);
    check_remark(&place, entry);
}

static void check_overdue(const struct place *place, const struct year *year, int32_t today)
{
    const struct indicator *i = place->indicator;
    if (i->kind != KIND_DATE || !i->grade[0].set || today <= i->grade[0].value)
        return;
    for (int q = 0; q < place->quarter; q++)
        if (year->quarter[q].state != ENTRY_NONE && year->quarter[q].state != ENTRY_NOT_DUE)
            return;
    autostr due = STR_INIT;
    date_write(&due, (int32_t)i->grade[0].value, i18n_digits());
    check_find(place, SEVERITY_QUERY, "overdue",
               _("The due date %s has passed and no date is given"), due.buf);
}

// What the quarters come to, as the year is computed of them; false where nothing can be said.
static bool sum_quarters(const struct indicator *indicator, struct target *ret)
{
    const bool added = indicator->kind == KIND_DATES || indicator->method == METHOD_SUM ||
                       indicator->method == METHOD_ADD;
    bool any = false;
    *ret = indicator->grade[0];
    ret->value = ret->dates = 0;
    for (int q = 0; q < QUARTERS; q++) {
        const struct target *quarter = &indicator->quarter[q];
        if (!quarter->set)
            continue;
        ret->value = added ? ret->value + quarter->value : quarter->value;
        any = true;
    }
    return any && (added || indicator->method == METHOD_LAST);
}

static void check_quarters(const struct place *place)
{
    const struct indicator *i = place->indicator;
    struct target sum;
    autostr have = STR_INIT, want = STR_INIT;
    if (!i->grade[0].set || !sum_quarters(i, &sum) || sum.value == i->grade[0].value)
        return;
    const struct number_style style = {.digits = i18n_digits()};
    number_write(&have, sum.value, style);
    number_write(&want, i->grade[0].value, style);
    check_find(place, SEVERITY_QUERY, "quarters",
               _("The targets of the quarters come to %s, the target of the year is %s"), have.buf,
               want.buf);
}

static void check_target(const struct place *place, int fiscal_year)
{
    const struct indicator *i = place->indicator;
    const int64_t start = period_year_start(fiscal_year), end = period_year_end(fiscal_year);
    if (i->weight.set && !i->grade[0].set && !i->target_count.set)
        check_find(place, SEVERITY_QUERY, "no-target",
                   _("The indicator has a weight but no target"));
    if (i->kind == KIND_DATE && i->grade[0].set &&
        (i->grade[0].value < start || i->grade[0].value > end))
        check_find(place, SEVERITY_QUERY, "target-outside-year",
                   _("The target date lies outside the fiscal year"));
    bool figures = i->kind == KIND_NUMBER || i->kind == KIND_PERCENT;
    for (int g = 1; figures && g < GRADES_MAX; g++)
        if (i->grade[g].set && i->grade[g].value == 0 && !indicator_less_is_better(i))
            check_find(
                place, SEVERITY_QUERY, "grade-zero",
                _("Grade %s is 0: doing nothing would earn marks; write none if the paper means "
                  "no grade"),
                SAY(grade_percent(i, (size_t)g)));
    check_quarters(place);
}

void check_targets(const struct indicator *indicator, int fiscal_year, struct findings *ret)
{
    struct place place = {ret, indicator, 0};
    check_target(&place, fiscal_year);
}

static void check_weights(const struct plan *plan, const struct place *place)
{
    struct ratio sum = ratio_of(0, 1);
    if (!plan->full_marks.set) {
        check_find(place, SEVERITY_QUERY, "no-full-marks",
                   _("The plan's full marks are not known"));
        return;
    }
    for (size_t i = 0; i < plan->count; i++)
        if (plan->indicator[i].weight.set)
            sum = ratio_sum(sum, ratio_of(plan->indicator[i].weight.value, NUMBER_ONE));
    if (ratio_compare(sum, ratio_of(plan->full_marks.value, NUMBER_ONE)) == 0)
        return;
    autostr have = STR_INIT, want = STR_INIT;
    const struct number_style style = {.digits = i18n_digits()};
    ratio_write(&have, sum, 2, style.digits);
    number_write(&want, plan->full_marks.value, style);
    check_find(place, SEVERITY_QUERY, "weights",
               _("The weights add up to %s, the plan has %s marks"), have.buf, want.buf);
}

static void check_row(const struct plan *plan, const struct indicator *indicator,
                      const struct year *year, int quarter, int32_t today, struct findings *ret)
{
    struct place place = {ret, indicator, 0};
    check_target(&place, plan->fiscal_year);
    for (int q = 1; q <= quarter; q++) {
        const struct entry *entry = &year->quarter[q - 1];
        place.quarter = q;
        if (figure_is_asked(indicator) && figure_is_missing(plan, indicator, entry))
            check_find(&place, SEVERITY_ERROR, "empty",
                       _("The figure of the quarter is not filled in"));
        check_entry(indicator, year, plan->fiscal_year, q, today, ret);
    }
    check_overdue(&place, year, today);
}

void check_plan(const struct plan *plan, const struct year *years, int quarter, int32_t today,
                struct findings *ret)
{
    struct place whole = {ret, NULL, 0};
    check_weights(plan, &whole);
    for (size_t i = 0; i < plan->count; i++)
        check_row(plan, &plan->indicator[i], &years[i], quarter, today, ret);
}

void check_office(const struct office *office, struct findings *ret)
{
    const struct place whole = {ret, NULL, 0};
    if (!*office->field[OFFICE_OFFICER] && !*office->field[OFFICE_DESIGNATION])
        check_find(&whole, SEVERITY_ERROR, "no-signer",
                   _("Nobody is set to sign; fill in the officer who signs and the designation (F4 "
                     "on the first screen, or orjon office), or the post that signs (orjon "
                     "people)"));
}
