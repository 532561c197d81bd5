// SPDX-License-Identifier: GPL-3.0-or-later
// The working of one figure in sentences.
#include "explaining.h"

#include "orjon/base/text.h"
#include "orjon/domain/date.h"

void account_add_ratio(struct account *a, struct ratio r)
{
    ratio_write(a->out, r, 2, a->style.digits);
}

void account_add_count(struct account *a, int64_t n)
{
    number_write(a->out, n * NUMBER_ONE, a->style);
}

static void add_target(struct account *a, const struct target *target)
{
    target_write(a->out, a->indicator, target, a->style);
}

static void explain_rule(struct account *a)
{
    const struct indicator *i = a->indicator;
    str_addf(a->out, "%s: %s\n", _("Method"), method_name(i->method));
    str_addf(a->out, "%s: %s\n", _("Rule"), rule_name(i->rule));
    if (!rule_has_grades(i->rule)) {
        str_addf(a->out, "%s: ", _("Target"));
        if (i->grade[0].set)
            add_target(a, &i->grade[0]);
        else
            str_add(a->out, _("none given"));
        str_add_char(a->out, '\n');
        return;
    }
    str_addf(a->out, "%s:", _("Grades"));
    for (int g = 0; g < (int)grade_count(i); g++) {
        str_add(a->out, g ? "  " : " ");
        account_add_count(a, grade_percent(i, (size_t)g));
        str_add(a->out, " = ");
        if (i->grade[g].set)
            add_target(a, &i->grade[g]);
        else
            str_add(a->out, "-");
    }
    str_add_char(a->out, '\n');
}

static void explain_quarters(struct account *a)
{
    for (int q = 0; q < a->quarter; q++) {
        const struct entry *entry = &a->year->quarter[q];
        period_say_quarter(a->out, q + 1);
        str_add(a->out, ": ");
        if (entry->state == ENTRY_VALUE)
            entry_write(a->out, a->indicator, entry, a->style);
        else
            str_add(a->out, entry_state_name(entry->state));
        if (*entry->remark)
            str_addf(a->out, " (%s)", entry->remark);
        str_add_char(a->out, '\n');
    }
}

void account_add_total(struct account *a)
{
    const struct score *s = a->score;
    if (s->total_is_date) {
        date_write(a->out, (int32_t)s->total.r.num, a->style.digits);
        return;
    }
    if (a->indicator->kind == KIND_NUMBER && a->indicator->method != METHOD_AVERAGE) {
        __int128 value = 0;
        if (ratio_round(s->total.r, NUMBER_DECIMALS, &value) == STATUS_OK)
            number_write(a->out, value, a->style);
        else // four figures of the largest size
            ratio_write(a->out, s->total.r, NUMBER_DECIMALS, a->style.digits);
        return;
    }
    ratio_write(a->out, s->total.r, a->indicator->kind == KIND_DATES ? 0 : 2, a->style.digits);
    str_add(a->out, a->indicator->kind == KIND_PERCENT ? "%" : "");
}

// «1 + 1 = 2» where quarters are added, «(60% + 80%) / 2 = 70.00%» where they are averaged.
static void explain_total(struct account *a)
{
    if (!a->score->total.set)
        return;
    str_addf(a->out, "%s: ", _("Year to date"));
    const enum method method = a->indicator->method;
    bool averages = method == METHOD_AVERAGE;
    bool adds = averages || method == METHOD_SUM || method == METHOD_ADD;
    int shown = 0;
    for (int q = 0; adds && q < a->quarter; q++) {
        if (a->year->quarter[q].state != ENTRY_VALUE)
            continue;
        str_add(a->out, shown ? " + " : averages ? "(" : "");
        shown++;
        entry_write(a->out, a->indicator, &a->year->quarter[q], a->style);
    }
    if (averages && shown) {
        str_add(a->out, ") / ");
        account_add_count(a, shown);
    }
    str_add(a->out, shown ? " = " : "");
    account_add_total(a);
    str_add_char(a->out, '\n');
}

static void explain_quarter(struct account *a)
{
    const struct entry *entry = &a->year->quarter[a->quarter - 1];
    const struct target *target = &a->indicator->quarter[a->quarter - 1];
    bool dated = a->indicator->kind == KIND_DATE || a->indicator->kind == KIND_DATES;
    if (!a->score->quarter.set)
        return;
    str_addf(a->out, "%s: ", _("Percent of the quarter's target"));
    if (entry->state == ENTRY_VALUE && !dated && !a->indicator->target_count.set) {
        account_add_count(a, 100);
        str_add(a->out, " × ");
        entry_write(a->out, a->indicator, entry, a->style);
        str_add(a->out, " / ");
        add_target(a, target);
        str_add(a->out, " = ");
    }
    account_add_ratio(a, a->score->quarter.r);
    str_add(a->out, "%\n");
}

static void explain_percent(struct account *a)
{
    const struct indicator *i = a->indicator;
    bool dated = i->kind == KIND_DATE || i->kind == KIND_DATES;
    if (!a->score->annual.set)
        return;
    str_addf(a->out, "%s: ", _("Annual percent"));
    if (a->score->total.set && !dated && i->grade[0].set && i->grade[0].value &&
        !i->target_count.set) {
        account_add_count(a, 100);
        str_add(a->out, " × ");
        account_add_total(a);
        str_add(a->out, " / ");
        add_target(a, &i->grade[0]);
        str_add(a->out, " = ");
    }
    explain_counts(a);
    account_add_ratio(a, a->score->annual.r);
    str_add(a->out, "%\n");
}

static void explain_state(struct account *a)
{
    switch (score_year_state(a->year, a->quarter)) {
    case ENTRY_EMPTY:
        str_addf(a->out, "%s\n", _("Nothing has been filled in, so there is no mark yet."));
        break;
    case ENTRY_NO_CASE: {
        static const char *const policies[] = {
            [NO_CASE_EXCLUDE] = N_("No case arose: the weight leaves the plan's total."),
            [NO_CASE_FULL] = N_("No case arose: by the plan's rule the full mark is given."),
            [NO_CASE_ALTERNATIVE] = N_("No case arose: the weight leaves the plan's total."),
            [NO_CASE_ZERO] = N_("No case arose: by the plan's rule there is no mark."),
        };
        str_addf(a->out, "%s\n",
                 a->score->replaced ? _("No case arose: the alternative indicator counts instead.")
                                    : tr(policies[a->indicator->no_case]));
        break;
    }
    case ENTRY_NOT_APPLICABLE:
        str_addf(a->out, "%s\n",
                 a->score->replaced
                     ? _("The indicator does not apply: the alternative indicator counts instead.")
                     : _("The indicator does not apply: its weight leaves the plan's total."));
        break;
    default:
        break;
    }
    if (a->score->stands_in) {
        str_addf(a->out, _("It stands in for indicator %s and takes its weight."),
                 a->score->stands_in->code);
        str_add_char(a->out, '\n');
    }
}

static void explain_mark(struct account *a)
{
    const struct score *s = a->score;
    if (!s->raw.set) {
        if (!a->indicator->grade[0].set && !a->indicator->target_count.set)
            str_addf(a->out, "%s\n", _("There is no target, so there is no percent and no mark."));
        else if (rule_needs_weight(a->indicator->rule) && a->score->total.set)
            str_addf(a->out, "%s\n", _("The indicator has no weight, so it earns no marks."));
        return;
    }
    rule_tell(a);
    str_addf(a->out, "%s: ", _("Mark by the rule"));
    account_add_ratio(a, s->raw.r);
    str_add(a->out, " / ");
    account_add_count(a, 100);
    str_add_char(a->out, '\n');
    if (!s->marks.set) {
        str_addf(a->out, "%s\n", _("The indicator has no weight, so it earns no marks."));
        return;
    }
    str_addf(a->out, "%s: ", _("Achieved value"));
    number_write(a->out, s->weight.value, a->style);
    str_add(a->out, " × ");
    account_add_ratio(a, s->raw.r);
    str_add(a->out, " / ");
    account_add_count(a, 100);
    str_add(a->out, " = ");
    account_add_ratio(a, s->marks.r);
    str_add_char(a->out, '\n');
}

void explain_indicator(const struct indicator *indicator, const struct year *year, int quarter,
                       const struct score *score, enum digits digits, struct str *ret)
{
    struct account a = {indicator, year, quarter, score, {.digits = digits}, ret};
    explain_rule(&a);
    explain_quarters(&a);
    explain_total(&a);
    explain_percent(&a);
    explain_quarter(&a);
    explain_state(&a);
    explain_mark(&a);
}
