// SPDX-License-Identifier: GPL-3.0-or-later
// What is odd in the register of memo numbers.
#include "checking.h"

#include "orjon/base/text.h"
#include "orjon/base/tsv.h"
#include "orjon/domain/date.h"
#include "orjon/domain/memo.h"

#include <string.h>

size_t memo_shapes_read(const char *text, size_t n, struct memo_shape *ret, size_t max)
{
    size_t count = 0;
    autotsv tsv;
    tsv_open(&tsv, text, n);
    while (tsv_next(&tsv) && count < max) {
        struct memo_shape shape = {0};
        autofree char *groups = mem_copy_text(tsv.cell[1].s, tsv.cell[1].n);
        if (date_read_iso(tsv.cell[0].s, tsv.cell[0].n, &shape.from, NULL))
            continue; // the heading
        for (char *s = groups; *s && shape.groups < MEMO_GROUPS_MAX; s += *s == '.') {
            shape.group[shape.groups] = (int)strtol(s, &s, 10);
            shape.digits += shape.group[shape.groups++];
        }
        ret[count++] = shape;
    }
    return count;
}

enum { SHAPE_DIGITS_MIN = 10 }; // shorter ones are an office's own

// The groups that stay, before the serial number at the end; false for a pattern that is not made
// of groups of digits.
static bool shape_of(const char *pattern, struct memo_shape *ret)
{
    autostr text = STR_INIT;
    memo_write(&text, pattern, MEMO_SERIAL_MAX, 2000);
    const char *end = strrchr(text.buf, '.');
    *ret = (struct memo_shape){0};
    if (!end || strcmp(end, ".999999999") != 0 || strspn(text.buf, "0123456789.") != text.len)
        return false;
    for (const char *s = text.buf; s < end && ret->groups < MEMO_GROUPS_MAX; s++) {
        const int n = (int)strcspn(s, ".");
        ret->group[ret->groups++] = n;
        ret->digits += n;
        s += n;
    }
    return ret->digits >= SHAPE_DIGITS_MIN;
}

static bool is_shape(const struct memo_shape *a, const struct memo_shape *b)
{
    return a->groups == b->groups &&
           memcmp(a->group, b->group, (size_t)a->groups * sizeof *a->group) == 0;
}

static const char *number_of(const struct memo *memo, struct str *ret)
{
    const char *number = memo->record->text[MEMO_NUMBER];
    str_reset(ret);
    text_digits(ret, number, strlen(number), i18n_digits());
    return ret->buf;
}

static const char *date_of_memo(const struct memo *memo, struct str *ret)
{
    str_reset(ret);
    date_write(ret, memo->date, i18n_digits());
    return ret->buf;
}

static bool together(const struct memo *a, const struct memo *b)
{
    return a->series >= 0 && a->series == b->series && a->year == b->year;
}

static void check_twice(const struct place *at, const struct memo *memo)
{
    autostr number = STR_INIT;
    const struct memo *before = memo - 1;
    const char *one = before->record->text[MEMO_NUMBER], *other = memo->record->text[MEMO_NUMBER];
    const bool same = memo->series >= 0
                          ? together(before, memo) && before->serial == memo->serial
                          : before->series < 0 && before->year == memo->year &&
                                memo_extent(one) >= MEMO_SERIAL && strcmp(one, other) == 0;
    if (same)
        check_find(at, SEVERITY_ERROR, "memo-twice", _("memo %s is used twice: “%s” and “%s”"),
                   number_of(memo, &number), before->record->text[MEMO_SUBJECT],
                   memo->record->text[MEMO_SUBJECT]);
}

// Looks at rows in the order of their serial numbers; `latest` is the one of the latest date so
// far.
static void check_dates(const struct place *at, const struct memo *memo, const struct memo *latest)
{
    autostr number = STR_INIT, date = STR_INIT, other = STR_INIT, then = STR_INIT;
    if (memo->date == INT32_MIN)
        return;
    if (latest && memo->date < latest->date)
        check_find(at, SEVERITY_QUERY, "memo-order",
                   _("memo %s is dated %s, before %s, which is lower and dated %s"),
                   number_of(memo, &number), date_of_memo(memo, &date), number_of(latest, &other),
                   date_of_memo(latest, &then));
    if (memo->written_year && memo->written_year != date_civil(memo->date).year)
        check_find(at, SEVERITY_QUERY, "memo-year",
                   _("memo %s names another year than its date, %s"), number_of(memo, &number),
                   date_of_memo(memo, &date));
}

static void check_gaps(const struct place *at, const struct memo_register *r)
{
    autofree struct memo_gap *gap = NULL;
    const size_t count = memo_gaps(r, &gap);
    for (size_t i = 0; i < count; i++) {
        autostr numbers = STR_INIT;
        memo_write_gap(&numbers, &gap[i], i18n_digits());
        check_find(at, SEVERITY_QUERY, "memo-gap",
                   _("memo %s was never used; enter it with a note that says why"), numbers.buf);
    }
}

// Of each series the first number whose groups are not those of its day.
static void check_shapes(const struct place *at, const struct memo_register *r,
                         const struct memo_shape *shapes, size_t count)
{
    int told = -1;
    struct memo_shape own;
    for (size_t i = 0; i < r->count && r->memo[i].series >= 0; i++) {
        const struct memo *memo = &r->memo[i];
        const struct memo_shape *due = NULL;
        for (size_t k = 0; k < count; k++)
            if (shapes[k].from <= memo->date)
                due = &shapes[k];
        if (!due || memo->series == told || !shape_of(r->series[memo->series].pattern, &own) ||
            is_shape(&own, due))
            continue;
        autostr number = STR_INIT, date = STR_INIT;
        check_find(at, SEVERITY_QUERY, "memo-shape",
                   _("memo %s of %s has %s digits in %s groups before its serial number; those of "
                     "that day have %s in %s"),
                   number_of(memo, &number), date_of_memo(memo, &date), SAY(own.digits),
                   SAY(own.groups), SAY(due->digits), SAY(due->groups));
        told = memo->series;
    }
}

// Numbers that no pattern knows, as when one was changed that was in use.
static void check_strangers(const struct place *at, const struct memo_register *r)
{
    autostr number = STR_INIT;
    const struct memo *first = NULL;
    size_t count = 0;
    for (size_t i = 0; i < r->count && r->series_count; i++)
        if (r->memo[i].series < 0 &&
            memo_extent(r->memo[i].record->text[MEMO_NUMBER]) >= MEMO_SERIAL) {
            first = first ? first : &r->memo[i];
            count++;
        }
    if (first)
        check_find(at, SEVERITY_QUERY, "memo-pattern",
                   _("%s memo numbers fit no pattern, like %s; a new pattern leaves the old one in "
                     "the list"),
                   SAY(count), number_of(first, &number));
}

void memo_check(const struct memo_register *r, const struct memo_shape *shapes, size_t count,
                struct findings *ret)
{
    const struct place at = {.findings = ret};
    const struct memo *latest = NULL;
    for (size_t i = 0; i < r->count; i++) {
        const struct memo *memo = &r->memo[i];
        if (i)
            check_twice(&at, memo);
        if (memo->series < 0)
            continue;
        if (!i || !together(memo - 1, memo))
            latest = NULL;
        check_dates(&at, memo, latest);
        if (memo->date != INT32_MIN && (!latest || memo->date >= latest->date))
            latest = memo;
    }
    check_strangers(&at, r);
    check_gaps(&at, r);
    check_shapes(&at, r, shapes, count);
}
