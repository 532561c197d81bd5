// SPDX-License-Identifier: GPL-3.0-or-later
// Figures in cells: what was reported, targets, totals, percents, marks. An empty cell says that
// nothing was filled in, a dash that there was nothing to report; only what was achieved or missed
// is a figure.
#include "item.h"

#include "orjon/domain/date.h"

#include <string.h>

static const char dash[] = "-";

// Text that is not broken, without a value when it says more than a number.
static void put_whole(struct table *t, const char *text)
{
    table_cell(t, (struct cell){.text = text, .kind = CELL_NUMBER});
}

// A number as it is printed, with its value unless that is too long for a cell.
static void put_number(struct table *t, const char *text, __int128 value, int decimals)
{
    const int64_t packed = number_pack(value, decimals);
    if (packed < 0)
        put_whole(t, text);
    else
        table_number(t, text, packed / 10, (int)(packed % 10));
}

void figure_put_number(struct table *t, struct maybe number, const struct item *item)
{
    autostr text = STR_INIT;
    const struct figure_style style = item_style(item);
    if (number.set)
        number_write_as(&text, number.value, &style);
    if (number.set)
        put_number(t, text.buf, number.value, 0);
    else
        table_text(t, "");
}

void figure_put_entry(struct table *t, int quarter, const struct item *item)
{
    const struct indicator *indicator = item_indicator(item);
    const struct entry *entry = &item_year(item)->quarter[quarter];
    autostr text = STR_INIT;
    const struct figure_style style = item_style(item);
    entry_write_as(&text, indicator, entry, &style);
    if (entry->state != ENTRY_VALUE || indicator->kind == KIND_DATES)
        table_text(t, text.buf); // dates stand below each other
    else if (indicator->kind == KIND_DATE)
        table_date(t, text.buf, entry->date[0]);
    else if (entry->value.set && !entry->count.set)
        put_number(t, text.buf, entry->value.value, entry->decimals);
    else
        put_whole(t, text.buf);
}

void figure_put_target(struct table *t, const struct target *target, const struct item *item)
{
    const struct indicator *indicator = item_indicator(item);
    autostr text = STR_INIT;
    const struct figure_style style = item_style(item);
    target_write_as(&text, indicator, target, &style);
    bool counted = target == &indicator->grade[0] && indicator->target_count.set;
    if (!target->set || indicator->kind == KIND_DATES)
        table_text(t, text.buf);
    else if (indicator->kind == KIND_DATE)
        table_date(t, text.buf, (int32_t)target->value);
    else if (counted && indicator->kind == KIND_PERCENT)
        put_whole(t, text.buf);
    else
        put_number(t, text.buf, target->value, target->decimals);
}

void figure_put_beside(struct table *t, int nth, const struct item *item)
{
    const struct indicator *indicator = item_indicator(item);
    const struct target *const beside[] = {&indicator->baseline, &indicator->year_before,
                                           &indicator->last_year, &indicator->projection_1,
                                           &indicator->projection_2};
    figure_put_target(t, beside[nth], item);
}

void figure_put_components(struct table *t, const struct item *item)
{
    autostr text = STR_INIT;
    components_write(&text, item_indicator(item), item_style(item).number);
    table_text(t, text.buf);
}

static bool has_ladder(const struct indicator *indicator)
{
    return rule_has_grades(indicator->rule);
}

// The grades below each other, as the paper that gives no column to each has them.
void figure_put_ladder(struct table *t, const struct item *item)
{
    const struct indicator *indicator = item_indicator(item);
    autostr text = STR_INIT;
    const struct figure_style style = item_style(item);
    size_t grades = 0;
    for (size_t g = 0; g < GRADES_MAX && (g == 0 || has_ladder(indicator)); g++) {
        if (!indicator->grade[g].set)
            continue;
        str_add(&text, grades++ ? "\n" : "");
        target_write_as(&text, indicator, &indicator->grade[g], &style);
    }
    if (grades > 1)
        put_whole(t, text.buf);
    else
        figure_put_target(t, &indicator->grade[0], item);
}

void figure_put_grade(struct table *t, int grade, const struct item *item)
{
    const struct indicator *indicator = item_indicator(item);
    if (grade > 0 && has_ladder(indicator) && !indicator->grade[grade].set)
        table_text(t, dash); // a grade that cannot be reached
    else
        figure_put_target(t, &indicator->grade[grade], item);
}

static bool any_state(const struct item *item, bool values)
{
    for (int q = 0; q < item->request->quarter; q++) {
        enum entry_state state = item_year(item)->quarter[q].state;
        if (values ? state == ENTRY_VALUE : state != ENTRY_EMPTY)
            return true;
    }
    return false;
}

// For a figure that is not there: nothing when nothing was filled in, else a dash, or what the
// layout has for it.
static void put_absent(struct table *t, const struct item *item, const char *word)
{
    table_text(t, any_state(item, false) ? word : "");
}

// A zero that only adds up dashes.
static bool is_idle(const struct mark *mark, const struct item *item)
{
    return mark->r.num == 0 && !any_state(item, true);
}

// The total as an entry, so that it is printed as the quarters are.
void figure_put_total(struct table *t, const struct item *item)
{
    const struct indicator *indicator = item_indicator(item);
    const struct score *score = item_score(item);
    const int shown = total_decimals(indicator, item_year(item), item->request->quarter);
    int decimals = indicator->kind == KIND_PERCENT       ? item->layout->percent_decimals
                   : indicator->method == METHOD_AVERAGE ? 2
                                                         : NUMBER_DECIMALS;
    struct entry total = {.state = ENTRY_VALUE, .value.set = true, .decimals = shown};
    decimals = shown > decimals ? shown : decimals;
    if (!score->total.set || is_idle(&score->total, item) ||
        ratio_round(score->total.r, decimals, &total.value.value)) {
        put_absent(t, item, dash);
        return;
    }
    for (int d = decimals; d < NUMBER_DECIMALS; d++)
        total.value.value *= 10;
    if (score->total_is_date) {
        total.date[0] = (int32_t)(total.value.value / NUMBER_ONE);
        total.dates = 1;
    }
    const struct figure_style style = item_style(item);
    autostr text = STR_INIT;
    if (indicator->kind == KIND_DATES)
        number_write_as(&text, total.value.value, &style);
    else
        entry_write_as(&text, indicator, &total, &style);
    if (score->total_is_date)
        table_date(t, text.buf, total.date[0]);
    else
        put_number(t, text.buf, total.value.value, total.decimals);
}

// What the quarters' targets come to: that of the year, or how many dated items it has.
void figure_put_total_target(struct table *t, const struct item *item)
{
    const struct indicator *indicator = item_indicator(item);
    const struct target *target = &indicator->grade[0];
    const struct maybe items = {target->set, target->value * NUMBER_ONE};
    if (indicator->kind == KIND_DATES)
        figure_put_number(t, items, item);
    else
        figure_put_target(t, target, item);
}

void figure_put_mark(struct table *t, const struct mark *mark, int decimals, const char *unit,
                     enum digits digits)
{
    __int128 value = 0;
    autostr text = STR_INIT;
    if (!mark->set || ratio_round(mark->r, decimals, &value)) {
        table_text(t, dash);
        return;
    }
    ratio_write(&text, mark->r, decimals, digits);
    str_add(&text, unit);
    if (value > INT64_MAX)
        put_whole(t, text.buf);
    else
        table_number(t, text.buf, (int64_t)value, decimals);
}

void figure_put_percent(struct table *t, const struct mark *percent, const struct item *item)
{
    if (percent->set && !is_idle(percent, item))
        figure_put_mark(t, percent, item->layout->percent_decimals, "%", item->request->digits);
    else
        put_absent(t, item, item->layout->nothing);
}

// A mark of nothing counts where something was due; before that it is a dash.
static bool waits(const struct item *item, const struct mark *mark)
{
    return item_score(item)->state == ENTRY_NOT_DUE && is_idle(mark, item);
}

void figure_put_raw(struct table *t, const struct item *item)
{
    const struct score *score = item_score(item);
    if (score->raw.set && !waits(item, &score->raw))
        figure_put_mark(t, &score->raw, 2, "", item->request->digits);
    else
        put_absent(t, item, dash);
}

void figure_put_marks(struct table *t, const struct item *item)
{
    const struct score *score = item_score(item);
    if (!score->weight.set)
        table_text(t, "");
    else if (score->marks.set && !waits(item, &score->marks))
        figure_put_mark(t, &score->marks, 2, "", item->request->digits);
    else
        put_absent(t, item, dash);
}
