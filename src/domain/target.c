// SPDX-License-Identifier: GPL-3.0-or-later
// A target as a cell of a plan file holds it, or as a paper prints it.
#include "cell.h"

#include "orjon/base/text.h"
#include "orjon/domain/date.h"
#include "orjon/domain/entry.h"

#include <string.h>

static enum status read_dates(const char *s, size_t n, struct target *ret, struct err *err)
{
    while (n > 0) {
        const char *end = memchr(s, ';', n);
        size_t len = end ? (size_t)(end - s) : n;
        if (ret->dates == DATES_MAX)
            return err_set(err, STATUS_INVALID, _("At most %s dates fit here"), SAY(DATES_MAX));
        enum status status = date_read(s, len, DATE_STRICT, &ret->date[ret->dates++], NULL, err);
        if (status)
            return status;
        s += len + (end != NULL);
        n -= len + (end != NULL);
    }
    return STATUS_OK;
}

// «2;2023-12-31;2024-06-30» of a year, «1@2023-12-31» of a quarter.
static enum status read_dated_items(const char *s, size_t n, char separator, struct target *ret,
                                    struct err *err)
{
    const char *dates = memchr(s, separator, n);
    size_t count = dates ? (size_t)(dates - s) : n;
    __int128 items = 0;
    enum status status = number_read(s, count, &items, NULL, err);
    if (status == STATUS_OK && dates)
        status = read_dates(dates + 1, n - count - 1, ret, err);
    if (status)
        return status;
    ret->value = items / NUMBER_ONE;
    if (items % NUMBER_ONE || (ret->dates && (int64_t)ret->dates != ret->value))
        return err_set(err, STATUS_INVALID, _("The number says %s, but %s dates are written"),
                       SAY((int64_t)ret->value), SAY(ret->dates));
    return STATUS_OK;
}

static enum status read_plain(const struct indicator *indicator, const char *s, size_t n,
                              bool quarter, struct target *ret, struct err *err)
{
    struct number_look look = {0};
    int32_t date = 0;
    enum status status;
    switch (indicator->kind) {
    case KIND_DATE:
        status = date_read(s, n, DATE_STRICT, &date, NULL, err);
        ret->value = date;
        return status;
    case KIND_DATES:
        return read_dated_items(s, n, quarter ? '@' : ';', ret, err);
    default:
        status = number_read(s, n, &ret->value, &look, err);
        ret->decimals = look.decimals;
        return status;
    }
}

// «১০০%», «২ টি», «২ ৩১-১২-২০২১ ৩০-০৬-২০২২», «০১-১২-২০২৩ থেকে ৩১-১২-২০২৩»: as papers print it, read
// as a figure of the row is. What says more than a target holds, or less, is none.
static bool read_printed(const struct indicator *indicator, const char *s, size_t n,
                         struct target *ret)
{
    const unsigned odd = NOTE_CLAMPED | NOTE_UNIT | NOTE_BRACKET;
    struct entry entry;
    if (entry_read(indicator, s, n, ENTRY_PRINTED, &entry, NULL) || entry.notes & odd)
        return false;
    if (entry.state == ENTRY_NONE) {
        *ret = (struct target){0};
        return true;
    }
    if (entry.state != ENTRY_VALUE)
        return false;
    switch (indicator->kind) {
    case KIND_DATE:
        ret->value = entry.date[0];
        return entry.dates == 1;
    case KIND_DATES:
        ret->value = (int64_t)entry.dates;
        ret->dates = entry.dates;
        memcpy(ret->date, entry.date, entry.dates * sizeof *entry.date);
        return entry.dates > 0;
    default:
        ret->value = entry.value.value;
        ret->decimals = entry.decimals;
        return entry.value.set && !entry.count.set;
    }
}

enum status cell_read_target(const struct indicator *indicator, const char *s, size_t n,
                             bool quarter, struct target *ret, struct err *err)
{
    struct target target = {.set = true}, printed = {.set = true};
    if (n == 0 || (n == 4 && memcmp(s, "none", 4) == 0)) {
        *ret = (struct target){0};
        return STATUS_OK;
    }
    enum status status = read_plain(indicator, s, n, quarter, &target, err);
    if (status && read_printed(indicator, s, n, &printed)) {
        *ret = printed;
        return STATUS_OK;
    }
    if (status == STATUS_OK)
        *ret = target;
    return status;
}

void cell_write_target(struct str *ret, const struct indicator *indicator,
                       const struct target *target, bool quarter)
{
    if (!target->set) {
        bool grade =
            target > &indicator->grade[0] && target < &indicator->grade[indicator->scale->grades];
        str_add(ret,
                rule_has_grades(indicator->rule) && grade && indicator->grade[0].set ? "none" : "");
        return;
    }
    if (indicator->kind == KIND_DATE) {
        date_write_iso(ret, (int32_t)target->value);
    } else if (indicator->kind == KIND_DATES) {
        str_addf(ret, "%lld", (long long)target->value);
        for (size_t i = 0; i < target->dates; i++) {
            str_add_char(ret, quarter && i == 0 ? '@' : ';');
            date_write_iso(ret, target->date[i]);
        }
    } else {
        static const struct number_style machine = {.digits = DIGITS_LATIN};
        number_write(ret, target->value, number_style_of(machine, target->decimals));
    }
}
