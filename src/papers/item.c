// SPDX-License-Identifier: GPL-3.0-or-later
// Cells of an indicator, by what the column shows.
#include "item.h"

#include <stdio.h>
#include <string.h>

bool item_same_area(const struct item *item)
{
    const struct indicator *own = item_indicator(item);
    return item->at > 0 && *own->area && strcmp(own[-1].area, own->area) == 0;
}

bool item_same_activity(const struct item *item)
{
    const struct indicator *own = item_indicator(item);
    return item->at > 0 && *own->activity && strcmp(own[-1].area, own->area) == 0 &&
           strcmp(own[-1].activity_code, own->activity_code) == 0 &&
           strcmp(own[-1].activity, own->activity) == 0;
}

// «[১.১] নৈতিকতা কমিটির সভা», or «১.১ নৈতিকতা কমিটির সভা»
static void put_coded(struct table *t, const char *code, const char *text, bool plain,
                      const struct item *item)
{
    autostr cell = STR_INIT, digits = STR_INIT;
    text_digits(&digits, code, strlen(code), item->request->digits);
    if (*code)
        str_addf(&cell, plain ? "%s " : "[%s] ", digits.buf);
    str_add(&cell, text);
    table_text(t, cell.buf);
}

static void put_code(struct table *t, const struct item *item)
{
    const char *code = item_indicator(item)->code;
    autostr digits = STR_INIT;
    text_digits(&digits, code, strlen(code), item->request->digits);
    table_text(t, digits.buf);
}

// Where the activity has no second indicator some plans number the activity alone; its code is not
// said twice then.
static void put_indicator(struct table *t, const struct item *item)
{
    const struct indicator *indicator = item_indicator(item);
    bool said = strcmp(indicator->code, indicator->activity_code) == 0 &&
                layout_shows(item->layout, SHOW_ACTIVITY);
    put_coded(t, said ? "" : indicator->code, indicator->text, false, item);
}

static void put_serial(struct table *t, const struct item *item)
{
    char ascii[16];
    int n = snprintf(ascii, sizeof ascii, "%02d", item->serial);
    autostr text = STR_INIT;
    text_digits(&text, ascii, (size_t)n, item->request->digits);
    table_number(t, text.buf, item->serial, 0);
}

// The word of the plan's own paper; the agreement's guideline knows four.
static const char *method_label(const struct indicator *indicator)
{
    static const char *const labels[METHOD_COUNT] = {
        [METHOD_SUM] = "সমষ্টি",           [METHOD_ADD] = "ক্রমপুঞ্জিভূত",  [METHOD_LAST] = "ক্রমপুঞ্জিভূত",
        [METHOD_AVERAGE] = "গড়",          [METHOD_RATE] = "ক্রমপুঞ্জিভূত", [METHOD_DATE] = "তারিখ",
        [METHOD_DATES] = "সংখ্যা ও তারিখ",
    };
    return *indicator->method_label ? indicator->method_label : labels[indicator->method];
}

// What the clerk wrote, else the phrase that papers carry for the state of the quarter.
static const char *remark(const struct item *item)
{
    const struct entry *entry = &item_year(item)->quarter[item->request->quarter - 1];
    return entry->remark && *entry->remark ? entry->remark : entry_state_remark(entry->state);
}

static const char *state_word(enum entry_state state)
{
    static const char *const words[ENTRY_STATE_COUNT] = {
        [ENTRY_EMPTY] = "পূরণ করা হয়নি",
        [ENTRY_VALUE] = "প্রদত্ত",
        [ENTRY_NONE] = "কিছু করা হয়নি",
        [ENTRY_NOT_DUE] = "এখনো করণীয় নয়",
        [ENTRY_NO_CASE] = "কোনো আবেদন/অভিযোগ আসেনি",
        [ENTRY_NOT_APPLICABLE] = "প্রযোজ্য নয়",
    };
    return words[state];
}

static const char *plain_text(enum show show, const struct item *item)
{
    const struct indicator *indicator = item_indicator(item);
    switch (show) {
    case SHOW_AREA:
        return indicator->area;
    case SHOW_TEXT:
        return indicator->text;
    case SHOW_PROOF:
        return indicator->evidence;
    case SHOW_RESPONSIBLE:
        return indicator->responsible;
    case SHOW_UNIT:
        return indicator->unit;
    case SHOW_METHOD:
        return method_label(indicator);
    case SHOW_NOTE:
        return indicator->note;
    case SHOW_REMARK:
        return remark(item);
    case SHOW_STATE:
        return state_word(item_score(item)->state);
    default:
        return "";
    }
}

// What was planned for a quarter. A dash says that nothing was; an indicator whose year is not
// divided has empty cells.
static void put_quarter_target(struct table *t, int quarter, const struct item *item)
{
    const struct target *target = item_indicator(item)->quarter;
    bool divided = false;
    for (int q = 0; q < QUARTERS; q++)
        divided |= target[q].set;
    if (divided && !target[quarter].set)
        table_text(t, "-");
    else
        figure_put_target(t, &target[quarter], item);
}

// A quarter from 0; before the year's first there is nothing.
static void put_quarter(struct table *t, int quarter, const struct item *item, bool targets)
{
    if (quarter < 0)
        table_text(t, "");
    else if (targets)
        put_quarter_target(t, quarter, item);
    else if (quarter < item->request->quarter)
        figure_put_entry(t, quarter, item);
    else
        table_text(t, item->layout->future);
}

static void put_total(struct table *t, enum show show, const struct item *item, bool targets)
{
    const char *unfinished = item->layout->unfinished;
    if (targets)
        figure_put_total_target(t, item);
    else if (show == SHOW_YEAR_TOTAL && *unfinished && item->request->quarter < QUARTERS)
        table_text(t, unfinished);
    else
        figure_put_total(t, item);
}

// What has two sides where there are sub-rows; false for a column that has not.
static bool put_side(struct table *t, const struct layout_column *column, const struct item *item,
                     bool targets)
{
    switch (column->show) {
    case SHOW_SIDE:
        table_text(t, targets ? "লক্ষ্যমাত্রা" : "অর্জন");
        return true;
    case SHOW_QUARTER:
        put_quarter(t, column->nth, item, targets);
        return true;
    case SHOW_RECENT:
        put_quarter(t, item->request->quarter - 1 - column->nth, item, targets);
        return true;
    case SHOW_TOTAL:
    case SHOW_YEAR_TOTAL:
        put_total(t, column->show, item, targets);
        return true;
    default:
        return false;
    }
}

static void put_figure(struct table *t, const struct layout_column *column, const struct item *item)
{
    const struct indicator *indicator = item_indicator(item);
    switch (column->show) {
    case SHOW_AREA_MARKS:
        figure_put_number(t, indicator->area_marks, item);
        return;
    case SHOW_WEIGHT:
        figure_put_number(t, indicator->weight, item);
        return;
    case SHOW_TARGET:
        figure_put_target(t, &indicator->grade[0], item);
        return;
    case SHOW_LADDER:
        figure_put_ladder(t, item);
        return;
    case SHOW_GRADE:
        figure_put_grade(t, column->nth, item);
        return;
    case SHOW_BESIDE:
        figure_put_beside(t, column->nth, item);
        return;
    case SHOW_COMPONENTS:
        figure_put_components(t, item);
        return;
    case SHOW_ANNUAL_PERCENT:
        figure_put_percent(t, &item_score(item)->annual, item);
        return;
    case SHOW_QUARTER_PERCENT:
        figure_put_percent(t, &item_score(item)->quarter, item);
        return;
    case SHOW_RAW:
        figure_put_raw(t, item);
        return;
    case SHOW_MARKS:
        figure_put_marks(t, item);
        return;
    case SHOW_EVALUATED:
        figure_put_number(
            t, item->of->evaluated ? item->of->evaluated[item->at] : (struct maybe){0}, item);
        return;
    default:
        table_text(t, plain_text(column->show, item));
    }
}

// Whether the cell above reaches down over this one.
static bool goes_on(enum show show, const struct item *item, bool targets)
{
    if (item->layout->sub_rows && !targets)
        return true;
    if (show == SHOW_AREA || show == SHOW_AREA_MARKS)
        return item_same_area(item);
    return (show == SHOW_SERIAL || show == SHOW_ACTIVITY) && item_same_activity(item);
}

void item_put(struct table *t, const struct layout_column *column, const struct item *item,
              bool targets)
{
    const struct indicator *indicator = item_indicator(item);
    enum show show = column->show;
    if (put_side(t, column, item, targets))
        return;
    if (goes_on(show, item, targets))
        table_above(t);
    else if (show == SHOW_SERIAL)
        put_serial(t, item);
    else if (show == SHOW_ACTIVITY)
        put_coded(t, indicator->activity_code, indicator->activity, item->layout->plain_codes,
                  item);
    else if (show == SHOW_INDICATOR)
        put_indicator(t, item);
    else if (show == SHOW_CODE)
        put_code(t, item);
    else
        put_figure(t, column, item);
}
