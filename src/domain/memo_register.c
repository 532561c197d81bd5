// SPDX-License-Identifier: GPL-3.0-or-later
// The register of memo numbers: which are used, which comes next, which never were.
#include "orjon/domain/memo.h"

#include "orjon/base/text.h"
#include "orjon/domain/date.h"

#include <string.h>

static int32_t day_of(const char *iso, int32_t none)
{
    int32_t day = none;
    return *iso && date_read_iso(iso, strlen(iso), &day, NULL) == STATUS_OK ? day : none;
}

static int year_of(int32_t date)
{
    return date == INT32_MIN ? 0 : date_civil(date).year;
}

static struct memo_series series_of(const struct record *record)
{
    return (struct memo_series){
        .id = record->id,
        .pattern = record->text[SERIES_PATTERN],
        .from = day_of(record->text[SERIES_FROM], INT32_MIN),
        .first = strtoll(record->text[SERIES_FIRST], NULL, 10),
        .yearly = strcmp(record->text[SERIES_YEARLY], "yes") == 0,
    };
}

// Of those that a number fits the latest that held on its date, else the latest.
static int series_for(const struct memo_register *r, const char *number, int32_t date)
{
    int found = -1, year = 0;
    bool found_held = false;
    int64_t serial = 0;
    for (int i = 0; i < (int)r->series_count; i++) {
        const struct memo_series *series = &r->series[i];
        const bool held = date == INT32_MIN || series->from <= date;
        const bool better =
            found < 0 || (held == found_held ? series->from >= r->series[found].from : held);
        if (better && memo_match(series->pattern, number, &serial, &year)) {
            found = i;
            found_held = held;
        }
    }
    return found;
}

// Where a number stands in the register.
static struct memo place_of(const struct memo_register *r, const char *number, int32_t date)
{
    struct memo place = {.date = date, .series = -1};
    const enum memo_extent extent = memo_extent(number);
    if (extent < MEMO_SERIAL)
        return place;
    place.series = series_for(r, number, date);
    if (place.series < 0) {
        place.year = extent == MEMO_SERIAL ? year_of(date) : 0;
        return place;
    }
    const struct memo_series *series = &r->series[place.series];
    memo_match(series->pattern, number, &place.serial, &place.written_year);
    if (series->yearly)
        place.year = place.written_year ? place.written_year : year_of(date);
    return place;
}

#define COMPARE(a, b) ((a) < (b) ? -1 : (a) > (b))

static int by_place(const struct memo *x, const struct memo *y)
{
    // What fits no series, -1, comes last.
    const int order = COMPARE((unsigned)x->series, (unsigned)y->series),
              year = order ? order : COMPARE(x->year, y->year),
              serial = year ? year : COMPARE(x->serial, y->serial);
    if (serial || x->series >= 0)
        return serial;
    return strcmp(x->record->text[MEMO_NUMBER], y->record->text[MEMO_NUMBER]);
}

static int compare(const void *a, const void *b)
{
    const struct memo *x = a, *y = b;
    const int place = by_place(x, y), date = place ? place : COMPARE(x->date, y->date);
    return date ? date : COMPARE(x->record->id, y->record->id);
}

void memo_register_make(const struct records *series, const struct records *memos,
                        struct memo_register *ret)
{
    *ret = (struct memo_register){
        .series = mem_alloc((series->count + 1) * sizeof *ret->series),
        .memo = mem_alloc((memos->count + 1) * sizeof *ret->memo),
        .series_count = series->count,
        .count = memos->count,
    };
    for (size_t i = 0; i < series->count; i++)
        ret->series[i] = series_of(&series->record[i]);
    for (size_t i = 0; i < memos->count; i++) {
        const struct record *record = &memos->record[i];
        ret->memo[i] =
            place_of(ret, record->text[MEMO_NUMBER], day_of(record->text[MEMO_DATE], INT32_MIN));
        ret->memo[i].record = record;
    }
    qsort(ret->memo, ret->count, sizeof *ret->memo, compare);
}

void memo_register_done(struct memo_register *r)
{
    free(r->series);
    free(r->memo);
    *r = (struct memo_register){0};
}

const struct memo_series *memo_series_on(const struct memo_register *r, int32_t date)
{
    const struct memo_series *found = NULL;
    for (size_t i = 0; i < r->series_count; i++)
        if (*r->series[i].pattern && r->series[i].from <= date &&
            (!found || r->series[i].from >= found->from))
            found = &r->series[i];
    return found;
}

const struct memo_series *memo_series_by_id(const struct memo_register *r, int64_t id)
{
    for (size_t i = 0; i < r->series_count; i++)
        if (r->series[i].id == id)
            return &r->series[i];
    return NULL;
}

// The serial number with which a year of a series begins; 0: the lowest that was used.
static int64_t first_of(const struct memo_register *r, int series, int year)
{
    int first_year = year_of(r->series[series].from);
    for (size_t i = 0; i < r->count && !first_year; i++)
        if (r->memo[i].series == series) // the rows are sorted by year
            first_year = r->memo[i].year;
    return year > first_year && first_year ? 1 : r->series[series].first;
}

int64_t memo_next(const struct memo_register *r, const struct memo_series *series, int32_t date)
{
    const int place = (int)(series - r->series), year = series->yearly ? year_of(date) : 0;
    int64_t next = first_of(r, place, year);
    next = next ? next : 1;
    for (size_t i = 0; i < r->count; i++)
        if (r->memo[i].series == place && r->memo[i].year == year && r->memo[i].serial >= next)
            next = r->memo[i].serial + 1;
    return next;
}

void memo_complete(const struct memo_series *series, const char *number, int32_t date,
                   struct str *ret)
{
    if (series && memo_extent(number) == MEMO_SERIAL && strlen(number) <= 9)
        memo_write(ret, series->pattern, strtoll(number, NULL, 10), year_of(date));
    else
        str_add(ret, number);
}

const struct memo *memo_find(const struct memo_register *r, const char *number, int32_t date,
                             int64_t except)
{
    const char *text[MEMO_FIELD_COUNT] = {[MEMO_NUMBER] = number};
    const struct record record = {.text = text};
    struct memo wanted = place_of(r, number, date);
    wanted.record = &record;
    for (size_t i = 0; i < r->count && memo_extent(number) >= MEMO_SERIAL; i++)
        if (r->memo[i].record->id != except && by_place(&r->memo[i], &wanted) == 0)
            return &r->memo[i];
    return NULL;
}

size_t memo_gaps(const struct memo_register *r, struct memo_gap **ret)
{
    size_t count = 0;
    int64_t expected = 0;
    *ret = mem_alloc((r->count + 1) * sizeof **ret); // no more than one before each row
    for (size_t i = 0; i < r->count && r->memo[i].series >= 0; i++) {
        const struct memo *memo = &r->memo[i];
        const bool anew = !i || memo[-1].series != memo->series || memo[-1].year != memo->year;
        if (anew)
            expected = first_of(r, memo->series, memo->year);
        expected = expected ? expected : memo->serial;
        if (memo->serial > expected)
            (*ret)[count++] =
                (struct memo_gap){&r->series[memo->series], memo->year, expected, memo->serial - 1};
        expected = memo->serial >= expected ? memo->serial + 1 : expected;
    }
    return count;
}

void memo_write_gap(struct str *ret, const struct memo_gap *gap, enum digits digits)
{
    autostr text = STR_INIT;
    const int year = gap->year;
    memo_write(&text, gap->series->pattern, gap->from, year);
    if (gap->to > gap->from) {
        str_addf(&text, " – %lld", (long long)gap->to);
    }
    text_digits(ret, text.buf, text.len, digits);
}
