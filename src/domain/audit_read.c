// SPDX-License-Identifier: GPL-3.0-or-later
// What a printed row's unit, weight and target mean. Papers name no kind and no rule, so they are
// made out from the target: dates, percents or numbers; one, or grades.
#include "auditing.h"

#include "orjon/base/text.h"
#include "orjon/domain/date.h"

#include <string.h>

static bool read_as(enum kind kind, const char *s, struct printed *ret)
{
    const struct indicator any = {.scale = &scale_usual, .kind = kind, .unit = ""};
    struct entry entry;
    if (entry_read(&any, s, strlen(s), ENTRY_PRINTED, &entry, NULL))
        return false;
    ret->none = entry.state == ENTRY_NONE;
    ret->clamped = entry.notes & NOTE_CLAMPED;
    ret->date = entry.dates > 0;
    ret->set = entry.state == ENTRY_VALUE;
    ret->value = entry.value.set ? entry.value.value : entry.count.value;
    if (entry.dates)
        ret->value = entry.date[0];
    return true;
}

static int decimals_of(const char *s)
{
    autostr latin = STR_INIT;
    text_digits(&latin, s, strlen(s), DIGITS_LATIN);
    const char *point = strchr(latin.buf, '.');
    return point ? (int)strspn(point + 1, "0123456789") : 0;
}

struct printed audit_read_cell(const char *s)
{
    static const enum kind kinds[] = {KIND_NUMBER, KIND_PERCENT, KIND_DATE, KIND_DATES};
    struct printed ret = {0};
    if (!*s)
        return ret;
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
        if (read_as(kinds[i], s, &ret)) {
            ret.decimals = ret.date ? 0 : decimals_of(s);
            return ret;
        }
    ret.text = true;
    return ret;
}

static size_t read_dates(const char *s, int32_t *dates, int *ret_stated, bool *ret_clamped)
{
    size_t count = 0;
    *ret_stated = -1;
    if (date_read_list(s, strlen(s), DATE_CLAMP, dates, DATES_MAX, &count, ret_stated, ret_clamped,
                       NULL))
        return 0;
    return count;
}

void audit_vote_year(const char *cell, unsigned votes[AUDIT_YEARS])
{
    int32_t dates[DATES_MAX];
    int stated;
    bool clamped = false;
    autofree char *copy = mem_copy_text(cell, strlen(cell));
    for (char *rest = copy, *part; (part = strsep(&rest, "|"));) {
        const size_t count = read_dates(part, dates, &stated, &clamped);
        for (size_t i = 0; i < count; i++) {
            const int year = period_year_of(dates[i]) - AUDIT_FIRST_YEAR;
            if (year >= 0 && year < AUDIT_YEARS)
                votes[year]++;
        }
    }
}

static void find_clamped(struct audited *row, const char *cell)
{
    audit_find(row, "target", "impossible-date", cell, "",
               _("a day of the target does not exist; the last day of its month was taken"));
}

static void set_date_grade(struct indicator *indicator, size_t grade, int32_t date)
{
    if (grade < grade_count(indicator))
        indicator->grade[grade] = (struct target){.set = true, .value = date};
}

// One cell of dates without grades between: dated items when their number stands before them, else
// a date with the dates of its lower grades.
static void read_date_cell(struct audited *row, const char *cell)
{
    struct indicator *i = &row->indicator;
    int32_t dates[DATES_MAX];
    int stated;
    bool clamped = false;
    const size_t count = read_dates(cell, dates, &stated, &clamped);
    if (clamped)
        find_clamped(row, cell);
    if (stated > 0 && count > 0) {
        i->kind = KIND_DATES;
        i->method = METHOD_DATES;
        i->rule = RULE_DATES;
        i->grade[0] = (struct target){.set = true, .value = (int64_t)count, .dates = count};
        memcpy(i->grade[0].date, dates, count * sizeof *dates);
        return;
    }
    i->kind = KIND_DATE;
    i->method = METHOD_DATE;
    i->rule = count > 1 ? RULE_LADDER : RULE_DEADLINE;
    for (size_t g = 0; g < count; g++)
        set_date_grade(i, g, dates[g]);
}

static void set_grade(struct audited *row, size_t grade, const char *part)
{
    struct indicator *i = &row->indicator;
    const struct printed cell = audit_read_cell(part);
    if (cell.text)
        audit_find(row, "target", "unreadable", part, "", _("the target cannot be read"));
    if (cell.clamped)
        find_clamped(row, part);
    if (!cell.set || grade >= grade_count(i) || (grade > 0 && cell.date != (i->kind == KIND_DATE)))
        return; // «০» in the last grade of a date is no grade
    if (grade == 0) {
        i->kind = cell.date ? KIND_DATE : strchr(part, '%') ? KIND_PERCENT : KIND_NUMBER;
        i->method = cell.date ? METHOD_DATE : i->kind == KIND_PERCENT ? METHOD_RATE : METHOD_SUM;
    }
    const bool zero = grade == grade_count(i) - 1 && cell.value == 0 && i->grade[0].value > 0;
    if (zero)
        audit_find(row, "target", "grade-zero", row->cells->target, "",
                   _("the lowest grade is 0: doing nothing would earn marks"));
    else
        i->grade[grade] = (struct target){.set = true, .value = cell.value};
}

static void read_grades(struct audited *row, const char *cell)
{
    autofree char *copy = mem_copy_text(cell, strlen(cell));
    char *rest = copy, *part;
    size_t grade = 0;
    while ((part = strsep(&rest, "|")))
        set_grade(row, grade++, part);
    row->indicator.rule = grade > 1                          ? RULE_LADDER
                          : row->indicator.kind == KIND_DATE ? RULE_DEADLINE
                                                             : RULE_PROPORTION;
}

// «%» beside a bare number: the paper leaves the sign to the unit.
static void compare_unit(struct audited *row)
{
    struct indicator *i = &row->indicator;
    const char *unit = row->cells->unit;
    const bool date = strstr(unit, "তারিখ") != NULL, percent = strchr(unit, '%') != NULL;
    const bool dated = i->kind == KIND_DATE || i->kind == KIND_DATES;
    if (percent && i->kind == KIND_NUMBER) {
        i->kind = KIND_PERCENT;
        i->method = METHOD_RATE;
    }
    if (*unit && (date != dated || (percent && dated)))
        audit_find(row, "unit", "unit", unit, "",
                   dated
                       ? _("the target is a date, the unit is not")
                       : _("the unit is a date, the target is not; the row was read as a number"));
}

void audit_read_indicator(struct audited *row)
{
    const struct audit_cells *cells = row->cells;
    struct indicator *i = &row->indicator;
    int32_t dates[DATES_MAX];
    int stated;
    bool clamped = false;
    *i = (struct indicator){.scale = i->scale, .unit = "", .code = "", .alternative_of = ""};
    const struct printed weight = audit_read_cell(cells->weight);
    if (weight.set && !weight.date)
        i->weight = (struct maybe){.set = true, .value = weight.value};
    if (!strchr(cells->target, '|') && read_dates(cells->target, dates, &stated, &clamped) > 0)
        read_date_cell(row, cells->target);
    else
        read_grades(row, cells->target);
    compare_unit(row);
}
