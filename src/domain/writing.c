// SPDX-License-Identifier: GPL-3.0-or-later
// Figures and targets as the papers print them.
#include "orjon/domain/writing.h"

#include "orjon/base/text.h"
#include "orjon/domain/date.h"

#include <stdio.h>
#include <string.h>

// «জন (লক্ষ)» is printed with five decimals: one person is 0.00001 lakh. Any other figure has those
// it was written with.
static struct number_style style_for(const struct indicator *indicator, struct number_style style)
{
    const bool persons = strstr(indicator->unit, "জন") && strstr(indicator->unit, "লক্ষ");
    return number_style_of(style, persons ? 5 : 0);
}

static void write_padded(struct str *ret, __int128 value, struct number_style number,
                         const struct figure_style *style)
{
    if (style->leading_zero && value >= NUMBER_ONE && value < 10 * NUMBER_ONE)
        text_digits(ret, "0", 1, number.digits);
    number_write(ret, value, number);
}

// Whether the word is one of those in the list, blanks between them.
static bool is_listed(const char *list, const char *word)
{
    const size_t n = strlen(word);
    for (; *list; list += strspn(list, " ")) {
        const size_t length = strcspn(list, " ");
        if (length == n && memcmp(list, word, n) == 0)
            return true;
        list += length;
    }
    return false;
}

static void write_number(struct str *ret, const struct indicator *indicator, __int128 value,
                         struct number_style number, const struct figure_style *style)
{
    write_padded(ret, value, style_for(indicator, number), style);
    if (style->units && is_listed(style->units, indicator->unit))
        str_add(ret, indicator->unit);
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

void date_write_as(struct str *ret, int32_t date, enum digits digits, struct date_style style)
{
    const struct civil c = date_civil(date);
    const char between = style.between ? style.between : '/';
    const int year = style.short_year ? c.year % 100 : c.year;
    char text[40];
    int n = snprintf(text, sizeof text, style.no_zeros ? "%d%c%d%c%0*d" : "%02d%c%02d%c%0*d", c.day,
                     between, c.month, between, style.short_year ? 2 : 4, year);
    text_digits(ret, text, (size_t)n, digits);
}

static void write_day(struct str *ret, int32_t date, const struct figure_style *style)
{
    date_write_as(ret, date, style->number.digits, style->date);
}

static void write_dates(struct str *ret, int64_t items, const int32_t *date, size_t dates,
                        const struct figure_style *style)
{
    write_padded(ret, items * NUMBER_ONE, style->number, style);
    for (size_t i = 0; i < dates; i++) {
        str_add_char(ret, style->dates_below ? '\n' : ' ');
        write_day(ret, date[i], style);
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

void entry_write_as(struct str *ret, const struct indicator *indicator, const struct entry *entry,
                    const struct figure_style *style)
{
    const struct number_style number = style->number;
    if (entry->state == ENTRY_EMPTY)
        return;
    if (entry->state != ENTRY_VALUE) {
        str_add_char(ret, '-');
        return;
    }
    const struct number_style shown = number_style_of(number, entry->decimals);
    switch (indicator->kind) {
    case KIND_NUMBER:
        write_number(ret, indicator, entry->value.value, shown, style);
        return;
    case KIND_PERCENT:
        if (entry->value.set) {
            number_write(ret, entry->value.value, shown);
            str_add_char(ret, '%');
        } else {
            write_percent_of(ret, entry->count,
                             entry->denominator.set ? entry->denominator : indicator->target_count,
                             number);
        }
        write_count(ret, entry->count, entry->denominator, number);
        return;
    case KIND_DATE:
        write_day(ret, entry->date[0], style);
        return;
    default:
        write_dates(ret, (int64_t)entry->dates, entry->date, entry->dates, style);
    }
}

void target_write_as(struct str *ret, const struct indicator *indicator,
                     const struct target *target, const struct figure_style *style)
{
    if (!target->set)
        return;
    const struct number_style shown = number_style_of(style->number, target->decimals);
    switch (indicator->kind) {
    case KIND_NUMBER:
        write_number(ret, indicator, target->value, shown, style);
        return;
    case KIND_PERCENT:
        number_write(ret, target->value, shown);
        str_add_char(ret, '%');
        if (target != &indicator->grade[0])
            return;
        if (style->components && indicator->components) {
            str_add(ret, " =");
            components_write(ret, indicator, style->number);
            str_add_char(ret, ' ');
        }
        write_count(ret, indicator->target_count, (struct maybe){0}, style->number);
        return;
    case KIND_DATE:
        write_day(ret, (int32_t)target->value, style);
        return;
    default:
        write_dates(ret, (int64_t)target->value, target->date, target->dates, style);
    }
}

void components_write(struct str *ret, const struct indicator *indicator, struct number_style style)
{
    for (size_t i = 0; i < indicator->components; i++) {
        str_add(ret, i ? "+" : "");
        number_write(ret, indicator->component[i], style);
    }
}

void number_write_as(struct str *ret, __int128 value, const struct figure_style *style)
{
    write_padded(ret, value, style->number, style);
}

void entry_write(struct str *ret, const struct indicator *indicator, const struct entry *entry,
                 struct number_style style)
{
    entry_write_as(ret, indicator, entry, &(struct figure_style){.number = style});
}

void target_write(struct str *ret, const struct indicator *indicator, const struct target *target,
                  struct number_style style)
{
    target_write_as(ret, indicator, target, &(struct figure_style){.number = style});
}
