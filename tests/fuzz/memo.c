// SPDX-License-Identifier: GPL-3.0-or-later
// Memo numbers and their patterns as they are typed: what was read reads back as itself, and what a
// pattern writes fits it. Of the two lines of the input one is a number and the other a pattern.
#include "fuzz.h"

#include "orjon/base/text.h"
#include "orjon/domain/memo.h"

#include <string.h>

typedef enum status reader(const char *typed, size_t n, struct str *ret, struct err *err);

static bool read_one(const char *s, size_t n, struct str *ret, reader *read)
{
    struct err err = {0};
    autostr again = STR_INIT;
    const enum status status = read(s, n, ret, &err);
    require(status ? *err.text && !ret->len : text_is_utf8(ret->buf, ret->len));
    if (status)
        return false;
    require(read(ret->buf, ret->len, &again, NULL) == STATUS_OK);
    require(strcmp(ret->buf, again.buf) == 0);
    return ret->len;
}

static void fits(const char *pattern)
{
    for (int64_t wanted = 1; wanted <= MEMO_SERIAL_MAX; wanted *= 37) {
        autostr number = STR_INIT, kept = STR_INIT;
        int64_t serial = 0;
        int year = 0;
        memo_write(&number, pattern, wanted, 2024);
        require(memo_match(pattern, number.buf, &serial, &year));
        require(serial == wanted && (!year || year == 2024));
        read_one(number.buf, number.len, &kept, memo_read);
    }
}

// A register with the pattern, and the number twice.
static void keeps(const char *pattern, const char *number)
{
    const char *series_text[SERIES_FIELD_COUNT] = {pattern, "", "7", "yes"},
               *memo_text[MEMO_FIELD_COUNT] = {number, "2024-05-28", "", "", "", ""};
    struct record series = {.id = 1, .kind = RECORD_SERIES, .text = series_text},
                  memo[2] = {{.id = 2, .kind = RECORD_MEMO, .text = memo_text},
                             {.id = 3, .kind = RECORD_MEMO, .text = memo_text}};
    const struct records patterns = {.record = &series, .count = 1},
                         memos = {.record = memo, .count = 2};
    const bool whole = memo_extent(number) >= MEMO_SERIAL;
    struct findings findings = {0};
    automemos r = {0};
    autofree struct memo_gap *gap = NULL;
    memo_register_make(&patterns, &memos, &r);
    memo_check(&r, NULL, 0, &findings);
    const struct memo *first = &r.memo[0];
    require((findings.errors == 1) == whole);
    require((memo_find(&r, number, first->date, 0) != NULL) == whole);
    require(memo_next(&r, &r.series[0], first->date) > first->serial || first->series < 0 ||
            first->year != 2024);
    memo_gaps(&r, &gap);
    findings_done(&findings);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const char *s = (const char *)data;
    const char *line = size ? memchr(s, '\n', size) : NULL;
    const size_t n = line ? (size_t)(line - s) : size;
    autostr number = STR_INIT, pattern = STR_INIT;
    const bool numbered = read_one(s, n, &number, memo_read),
               patterned = line && read_one(line + 1, size - n - 1, &pattern, memo_read_pattern);
    require(memo_short(number.buf) <= number.buf + number.len);
    if (patterned)
        fits(pattern.buf);
    if (numbered)
        keeps(pattern.buf, number.buf);
    return 0;
}
