// SPDX-License-Identifier: GPL-3.0-or-later
// Figures and targets as the papers print them.
#include "orjon/domain/date.h"
#include "orjon/domain/entry.h"

#include "orjon/base/text.h"

#include <string.h>

// «জন (লক্ষ)» is printed with five decimals: one person is 0.00001 lakh. Any other figure has those
// it was written with.
static struct number_style style_for(const struct indicator *indicator, struct number_style style)
{
    const bool persons = strstr(indicator->unit, "জন") && strstr(indicator->unit, "লক্ষ");
    return number_style_of(style, persons ? 5 : 0);
}

static void write_count(struct str *ret, struct maybe count, struct maybe of,
                        struct number_style style)
{
    if (!count.set)
        return;
    str_add_char(ret, '(');
    number_write(ret, count.value, style);
    if (of.set) {
        str_add_char(ret, '/');
        number_write(ret, of.value, style);
    }
    str_add_char(ret, ')');
}

static void write_dates(struct str *ret, int64_t items, const int32_t *date, size_t dates,
                        struct number_style style)
{
    number_write(ret, items * NUMBER_ONE, style);
    for (size_t i = 0; i < dates; i++) {
        str_add_char(ret, ' ');
        date_write(ret, date[i], style.digits);
    }
}

// The percent of a count where none was typed, rounded as papers print it.
static void write_percent_of(struct str *ret, struct maybe count, struct maybe of,
                             struct number_style style)
{
    if (!of.set || of.value == 0)
        return;
    struct ratio percent;
    if (!ratio_multiply(ratio_of(count.value, of.value), ratio_of(100, 1), &percent))
        return;
    ratio_write(ret, percent, 0, style.digits);
    str_add_char(ret, '%');
}

void entry_write(struct str *ret, const struct indicator *indicator, const struct entry *entry,
                 struct number_style style)
{
    if (entry->state == ENTRY_EMPTY)
        return;
    if (entry->state != ENTRY_VALUE) {
        str_add_char(ret, '-');
        return;
    }
    const struct number_style shown = number_style_of(style, entry->decimals);
    switch (indicator->kind) {
    case KIND_NUMBER:
        number_write(ret, entry->value.value, style_for(indicator, shown));
        return;
    case KIND_PERCENT:
        if (entry->value.set) {
            number_write(ret, entry->value.value, shown);
            str_add_char(ret, '%');
        } else {
            write_percent_of(ret, entry->count,
                             entry->denominator.set ? entry->denominator : indicator->target_count,
                             style);
        }
        write_count(ret, entry->count, entry->denominator, style);
        return;
    case KIND_DATE:
        date_write(ret, entry->date[0], style.digits);
        return;
    default:
        write_dates(ret, (int64_t)entry->dates, entry->date, entry->dates, style);
    }
}

void target_write(struct str *ret, const struct indicator *indicator, const struct target *target,
                  struct number_style style)
{
    if (!target->set)
        return;
    const struct number_style shown = number_style_of(style, target->decimals);
    switch (indicator->kind) {
    case KIND_NUMBER:
        number_write(ret, target->value, style_for(indicator, shown));
        return;
    case KIND_PERCENT:
        number_write(ret, target->value, shown);
        str_add_char(ret, '%');
        if (target == &indicator->grade[0])
            write_count(ret, indicator->target_count, (struct maybe){0}, style);
        return;
    case KIND_DATE:
        date_write(ret, (int32_t)target->value, style.digits);
        return;
    default:
        write_dates(ret, (int64_t)target->value, target->date, target->dates, style);
    }
}
