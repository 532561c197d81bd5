// SPDX-License-Identifier: GPL-3.0-or-later
// A printed row against the rule. The likeliest reason is the first of the known mistakes that
// gives exactly what stands on the paper.
#include "orjon/domain/audit.h"

#include "auditing.h"
#include "orjon/domain/check.h"
#include "orjon/domain/date.h"

#include <string.h>

static struct mark mark(struct ratio r)
{
    return (struct mark){true, r};
}

static struct mark mark_of(__int128 value)
{
    return mark(ratio_of(value, NUMBER_ONE));
}

static struct mark times(struct mark a, struct mark b)
{
    struct mark ret = {0};
    ret.set = a.set && b.set && ratio_multiply(a.r, b.r, &ret.r);
    return ret;
}

static struct mark over(struct mark a, struct mark b)
{
    struct mark ret = {0};
    ret.set = a.set && b.set && ratio_divide(a.r, b.r, &ret.r);
    return ret;
}

bool audit_says(const struct printed *cell, struct mark value)
{
    __int128 rounded = 0, printed = 0;
    if (!value.set || !cell->set || cell->date)
        return false;
    return ratio_round(value.r, cell->decimals, &rounded) == STATUS_OK &&
           ratio_round(ratio_of(cell->value, NUMBER_ONE), cell->decimals, &printed) == STATUS_OK &&
           rounded == printed;
}

struct guess {
    struct mark value;
    const char *code, *reason; // N_()
};

static void judge(struct audited *row, const char *column, const char *text,
                  const struct printed *cell, const char *expected, const struct guess *guesses,
                  size_t n)
{
    for (size_t i = 0; i < n; i++)
        if (audit_says(cell, guesses[i].value)) {
            audit_find(row, column, guesses[i].code, text, expected, "%s", tr(guesses[i].reason));
            return;
        }
    audit_find(row, column, "differs", text, expected, "%s",
               _("no known mistake gives this figure; compare with the records"));
}

// Sum, last and number of the figures in quarters 1 to `to`.
struct tally {
    struct mark sum, last, average;
};

static struct tally tally(const struct audited *row, int to)
{
    struct tally ret = {0};
    int count = 0;
    for (int q = 0; q < to; q++) {
        const struct entry *entry = &row->year.quarter[q];
        if (entry->state != ENTRY_VALUE || !entry->value.set)
            continue;
        ret.last = mark_of(entry->value.value);
        ret.sum = mark(ret.sum.set ? ratio_sum(ret.sum.r, ret.last.r) : ret.last.r);
        count++;
    }
    if (count)
        ret.average = over(ret.sum, mark(ratio_of(count, 1)));
    return ret;
}

static bool is_figure(const struct audited *row)
{
    return row->indicator.kind == KIND_NUMBER || row->indicator.kind == KIND_PERCENT;
}

static struct mark target_of(const struct audited *row)
{
    const struct target *target = &row->indicator.grade[0];
    if (!target->set || row->indicator.kind == KIND_DATE)
        return (struct mark){0};
    return is_figure(row) ? mark_of(target->value) : mark(ratio_of(target->value, 1));
}

static void write_mark(struct str *ret, struct mark value, int decimals)
{
    if (value.set)
        ratio_write(ret, value.r, decimals, i18n_digits());
}

// A quarter's share of the year's target: what clerks take as base for one quarter's percent.
static struct mark share_percent(const struct audited *row, struct mark figure, int quarters)
{
    const struct mark share = times(target_of(row), mark(ratio_of(quarters, QUARTERS)));
    return over(times(figure, mark(ratio_of(100, 1))), share);
}

static void audit_total_date(struct audited *row, const struct printed *cell)
{
    autostr expected = STR_INIT;
    const struct mark total = row->score.total;
    if (total.set && row->score.total_is_date)
        date_write(&expected, (int32_t)(total.r.num / total.r.den), i18n_digits());
    if (total.set ? cell->date && ratio_compare(total.r, ratio_of(cell->value, 1)) == 0
                  : !cell->set)
        return;
    const bool target = cell->date && cell->value == row->indicator.grade[0].value;
    const char *code = target ? "target-in-total" : cell->set ? "differs" : "total-missing";
    audit_find(row, "total", code, row->cells->total, expected.buf, "%s",
               target      ? _("the year's target stands in the total column")
               : cell->set ? _("no known mistake gives this figure; compare with the records")
                           : _("the total was left out"));
}

static void audit_total(struct audited *row)
{
    const struct printed cell = audit_read_cell(row->cells->total);
    const struct mark total =
        row->score.total.set ? row->score.total : mark(ratio_of(0, 1)); // a dash is nothing done
    autostr expected = STR_INIT;
    // «--» in a year that goes on: the paper has its total only at the end.
    const bool goes_on = row->quarter < QUARTERS || !*row->cells->quarter[QUARTERS - 1];
    const bool later = goes_on && strcmp(row->cells->total, "--") == 0;
    if (!*row->cells->total || later)
        return;
    if (cell.text)
        audit_find(row, "total", "text-in-total", row->cells->total, "",
                   _("words stand in the total column; the columns may have slipped by one"));
    if (cell.text)
        return;
    if (row->indicator.kind == KIND_DATE) {
        audit_total_date(row, &cell);
        return;
    }
    const struct printed none = {.set = true};
    if (audit_says(cell.none ? &none : &cell, total))
        return;
    const struct tally all = tally(row, QUARTERS), now = tally(row, row->quarter);
    const struct guess guesses[] = {
        {target_of(row), "target-in-total", N_("the year's target stands in the total column")},
        {now.last, "last-only", N_("the last quarter alone was taken for the year")},
        {now.sum, "added", N_("the quarters were added, the method does not add them")},
        {all.sum, "future-counted", N_("quarters that have not come yet are counted")},
        {now.average, "averaged", N_("the average of the quarters was taken")},
        {row->score.annual, "percent-in-total", N_("the percent stands in the total column")},
        {row->score.marks, "score-in-total", N_("the score stands in the total column")},
    };
    write_mark(&expected, total, row->indicator.kind == KIND_PERCENT ? 2 : cell.decimals);
    if (cell.none) {
        audit_find(row, "total", "total-missing", row->cells->total, expected.buf,
                   _("the total was left out"));
        return;
    }
    judge(row, "total", row->cells->total, &cell, expected.buf, guesses,
          sizeof guesses / sizeof *guesses);
}

// In seed papers the percent is often found among the remarks.
static void find_percent(struct audited *row)
{
    const struct printed percent = audit_read_cell(row->cells->percent),
                         remark = audit_read_cell(row->cells->remark);
    row->percent = row->cells->percent;
    if (percent.text)
        audit_find(row, "percent", "text-in-percent", row->percent, "",
                   _("words stand in the percent column; the columns may have slipped by one"));
    if (percent.text || !remark.set || remark.date)
        return;
    audit_find(row, "remark", "figure-in-remark", row->cells->remark, "",
               _("a figure stands in the remarks column; the columns have slipped by one"));
    if (!*row->percent)
        row->percent = row->cells->remark;
}

static void audit_percent(struct audited *row)
{
    find_percent(row);
    const struct printed cell = audit_read_cell(row->percent);
    const struct mark percent = row->score.annual, hundred = mark(ratio_of(100, 1));
    const struct tally now = tally(row, row->quarter);
    autostr expected = STR_INIT;
    if (!cell.set || cell.date || !percent.set || audit_says(&cell, percent))
        return;
    const struct mark capped = ratio_compare(percent.r, hundred.r) > 0 ? hundred : (struct mark){0};
    const struct guess guesses[] = {
        {capped, "capped", N_("cut at 100; a percent on paper is not cut, only the marks are")},
        {share_percent(row, now.last, 1), "quarter-base",
         N_("the quarter's share of the target was taken as base, not the year's target")},
        {share_percent(row, now.sum, row->quarter), "quarter-base",
         N_("the target up to this quarter was taken as base, not the year's target")},
        {row->score.total, "total-in-percent",
         N_("the total itself was repeated, not divided by the target")},
        {row->score.marks, "score-in-percent", N_("the score stands in the percent column")},
        {target_of(row), "target-in-percent", N_("the year's target stands in the percent column")},
    };
    write_mark(&expected, percent, 2);
    judge(row, "percent", row->percent, &cell, expected.buf, guesses,
          sizeof guesses / sizeof *guesses);
}

static bool audit_score_words(struct audited *row, const struct printed *cell, const char *expected)
{
    const struct mark marks = row->score.marks;
    const char *text = row->cells->score;
    const bool earned = marks.set && marks.r.num > 0;
    if (cell->text)
        audit_find(row, "score", "remark-in-score", text, expected,
                   _("words stand in the score column; the remark has slipped by one"));
    else if (cell->date)
        audit_find(row, "score",
                   cell->value == row->indicator.grade[0].value ? "target-in-score"
                                                                : "date-in-score",
                   text, expected, "%s",
                   cell->value == row->indicator.grade[0].value
                       ? _("the year's target stands in the score column")
                       : _("a date stands in the score column"));
    else if (cell->none && earned)
        audit_find(row, "score", "score-missing", text, expected,
                   _("the score was not worked out"));
    return cell->text || cell->date || !cell->set;
}

static void audit_score(struct audited *row)
{
    const struct printed cell = audit_read_cell(row->cells->score);
    const struct mark marks = row->score.marks, hundred = mark(ratio_of(100, 1));
    autostr expected = STR_INIT;
    write_mark(&expected, marks, 2);
    if (!*row->cells->score || audit_score_words(row, &cell, expected.buf))
        return;
    if (audit_says(&cell, marks) && !strchr(row->cells->score, '%'))
        return;
    const struct maybe weight = row->indicator.weight;
    const struct mark full = weight.set ? mark_of(weight.value) : (struct mark){0};
    const struct tally now = tally(row, row->quarter);
    const struct guess guesses[] = {
        {target_of(row), "target-in-score", N_("the year's target stands in the score column")},
        {row->score.total, "total-in-score", N_("the total stands in the score column")},
        {row->score.annual, "percent-in-score", N_("the percent stands in the score column")},
        {row->score.raw, "raw-in-score",
         N_("the mark out of 100 stands in the score column, not its share of the weight")},
        {over(times(full, share_percent(row, now.last, 1)), hundred), "quarter-base",
         N_("the quarter's share of the target was taken as base, not the year's target")},
        {full, "full-marks", N_("full marks were given, the rule gives fewer")},
    };
    judge(row, "score", row->cells->score, &cell, expected.buf, guesses,
          sizeof guesses / sizeof *guesses);
    if (weight.set && cell.value > weight.value)
        audit_find(row, "score", "above-weight", row->cells->score, expected.buf,
                   _("the score is above the weight"));
}

static bool is_empty(const struct audit_cells *cells)
{
    bool empty = !*cells->total && !*cells->percent && !*cells->score;
    for (int q = 0; q < QUARTERS; q++)
        empty = empty && !*cells->quarter[q];
    return empty;
}

void audit_row(const struct audit_cells *cells, int fiscal_year, int quarter, struct audit *ret)
{
    struct audited row = {.cells = cells,
                          .audit = ret,
                          .fiscal_year = fiscal_year,
                          .quarter = quarter,
                          .indicator.scale = cells->scale ? cells->scale : &scale_usual};
    struct err err = {0};
    audit_read_indicator(&row);
    if (row.indicator.kind == KIND_DATE && row.indicator.grade[0].set)
        audit_stale(&row, "target", cells->target, (int32_t)row.indicator.grade[0].value);
    if (is_empty(cells))
        return; // the table of grades alone
    for (int q = 0; q < QUARTERS; q++)
        audit_quarter(&row, q);
    if (score_indicator(&row.indicator, &row.year, quarter, NULL, &row.score, &err)) {
        audit_find(&row, "total", "unreadable", cells->total, "", "%s", err_text(&err));
        return;
    }
    audit_total(&row);
    audit_percent(&row);
    audit_score(&row);
}
