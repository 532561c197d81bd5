// SPDX-License-Identifier: GPL-3.0-or-later
// The printed figures of the quarters: what the check would say at the desk, and those too early.
#include "auditing.h"

#include "orjon/domain/check.h"
#include "orjon/domain/date.h"

#include <string.h>

void audit_stale(struct audited *row, const char *column, const char *text, int32_t date)
{
    if (!row->fiscal_year || period_year_of(date) == row->fiscal_year)
        return;
    autostr year = STR_INIT;
    period_write_year(&year, period_year_of(date), i18n_digits());
    audit_find(row, column, "stale-year", text, "",
               _("the date lies in %s: left over from the paper of another year"), year.buf);
}

// A dash that the remark explains by no case: the plan's rule may give the full mark for it, and
// where the paper does, it is that rule.
static bool take_no_case(struct audited *row, int q)
{
    const struct printed score = audit_read_cell(row->cells->score);
    const struct printed percent = audit_read_cell(row->cells->percent);
    const struct maybe weight = row->indicator.weight;
    const struct mark all = {weight.set, ratio_of(weight.value, NUMBER_ONE)};
    if (!audit_says(&score, all) && !audit_says(&percent, (struct mark){true, ratio_of(100, 1)}))
        return false;
    row->year.quarter[q].state = ENTRY_NO_CASE;
    row->indicator.no_case = NO_CASE_FULL;
    return true;
}

void audit_quarter(struct audited *row, int q)
{
    static const char *const columns[QUARTERS] = {"q1", "q2", "q3", "q4"};
    const char *text = row->cells->quarter[q], *column = columns[q];
    struct entry *entry = &row->year.quarter[q];
    struct err err = {0};
    if (entry_read(&row->indicator, text, strlen(text), ENTRY_PRINTED, entry, &err)) {
        *entry = (struct entry){.typed = text, .remark = ""};
        audit_find(row, column, "unreadable", text, "", "%s", err_text(&err));
        return;
    }
    entry->typed = text;
    entry->remark = "";
    if (q >= row->quarter && entry->state == ENTRY_VALUE)
        audit_find(row, column, "future-quarter", text, "",
                   _("the quarter has not come yet: the quarterly target was put for the figure"));
    for (size_t i = 0; i < entry->dates; i++)
        audit_stale(row, column, text, entry->date[i]);
    struct findings findings = {0};
    entry->remark = q == row->quarter - 1 ? row->cells->remark : "";
    if (!entry->dates)
        check_entry(&row->indicator, &row->year, AUDIT_FIRST_YEAR, q + 1, INT32_MAX, &findings);
    for (size_t i = 0; i < findings.count; i++) {
        const struct finding *f = &findings.finding[i];
        if (strcmp(f->code, "unit") == 0) // «৪জন» where the paper counts persons
            continue;
        if (strcmp(f->code, "no-case") != 0 || !take_no_case(row, q))
            audit_find(row, column, f->code, text, "", "%s", f->message);
    }
    if (entry->notes & NOTE_CLAMPED)
        audit_find(row, column, "impossible-date", text, "",
                   _("there is no such day; the last day of the month was taken"));
    findings_done(&findings);
    entry->remark = "";
}
