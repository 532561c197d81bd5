// SPDX-License-Identifier: GPL-3.0-or-later
// Fields of records: from what was typed to what is kept, and from that to what people read.
#include "orjon/base/base64.h"
#include "orjon/base/digest.h"
#include "orjon/base/text.h"
#include "orjon/domain/date.h"
#include "orjon/domain/daytime.h"
#include "orjon/domain/memo.h"
#include "orjon/domain/number.h"
#include "orjon/domain/period.h"
#include "orjon/domain/record.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

static enum status read_date(const char *s, struct str *ret, struct err *err)
{
    int32_t date = 0;
    enum status status = date_read(s, strlen(s), DATE_STRICT, &date, NULL, err);
    if (!status)
        date_write_iso(ret, date);
    return status;
}

static enum status read_time(const char *s, struct str *ret, struct err *err)
{
    int minutes = 0;
    enum status status = daytime_read(s, strlen(s), &minutes, err);
    if (!status)
        daytime_write_iso(ret, minutes);
    return status;
}

static enum status read_number(const struct record_field *field, const char *s, struct str *ret,
                               struct err *err)
{
    const int64_t most = field->of ? strtoll(field->of, NULL, 10) : 0;
    __int128 number = 0;
    enum status status = number_read(s, strlen(s), &number, NULL, err);
    if (!status && number % NUMBER_ONE != 0)
        return err_set(err, STATUS_INVALID, _("“%s” is no whole number"), s);
    if (!status && most && (number < NUMBER_ONE || number / NUMBER_ONE > most))
        return err_set(err, STATUS_INVALID, _("A number from 1 to %s belongs here, not “%s”"),
                       SAY(most), s);
    if (!status)
        str_addf(ret, "%lld", (long long)(number / NUMBER_ONE));
    return status;
}

static enum status read_year(const char *s, struct str *ret, struct err *err)
{
    int year = 0;
    enum status status = period_read_year(s, strlen(s), &year, err);
    if (!status)
        period_write_year_short(ret, year);
    return status;
}

// Its number, or what it is called.
static enum status read_record(const struct record_field *field, const char *s,
                               const struct record_finder *finder, struct str *ret, struct err *err)
{
    autostr ascii = STR_INIT;
    int64_t id = 0;
    text_digits(&ascii, s, strlen(s), DIGITS_LATIN);
    const bool is_number = ascii.len < 19 && ascii.buf[strspn(ascii.buf, "0123456789")] == '\0';
    const enum record_kind kind = (enum record_kind)record_kind_from_word(field->of);
    if (is_number)
        id = strtoll(ascii.buf, NULL, 10);
    enum status status = STATUS_OK;
    if (!is_number && finder)
        status = finder->find(finder->data, kind, s, &id, err);
    if (!status && id <= 0)
        return err_set(err, STATUS_INVALID, _("“%s” is no number of a record (%s)"), s,
                       tr(record_shape(kind)->name));
    if (!status)
        str_addf(ret, "%lld", (long long)id);
    return status;
}

// Codes with blanks, commas or semicolons between, in ASCII digits.
static void read_codes(const char *s, struct str *ret)
{
    autostr ascii = STR_INIT;
    const size_t start = ret->len;
    text_digits(&ascii, s, strlen(s), DIGITS_LATIN);
    for (const char *at = ascii.buf; *(at += strspn(at, " ,;"));) {
        const size_t n = strcspn(at, " ,;");
        str_add(ret, ret->len > start ? " " : "");
        str_add_n(ret, at, n);
        at += n;
    }
}

static enum status read_words(const char *s, struct str *ret, struct err *err)
{
    autostr ascii = STR_INIT;
    text_digits(&ascii, s, strlen(s), DIGITS_LATIN);
    if (ascii.buf[strcspn(ascii.buf, "0123456789")])
        return err_set(err, STATUS_INVALID, _("“%s” has digits; only words stand here"), s);
    str_add(ret, s);
    return STATUS_OK;
}

static enum status read_hash(const char *s, struct str *ret, struct err *err)
{
    if (strlen(s) != DIGEST_HEX || s[strspn(s, "0123456789abcdef")])
        return err_set(err, STATUS_INVALID, _("“%s” is no SHA-256 in hexadecimal"), s);
    str_add(ret, s);
    return STATUS_OK;
}

static enum status read_key(const char *typed, size_t n, struct str *ret, struct err *err)
{
    enum { KEY_BYTES = 32 };
    autostr bytes = STR_INIT, again = STR_INIT;
    typed = text_trim(typed, &n);
    if (n && base64_read(&bytes, typed, n))
        base64_write(&again, bytes.buf, bytes.len);
    if (n && (bytes.len != KEY_BYTES || again.len != n || memcmp(again.buf, typed, n) != 0))
        return err_set(err, STATUS_INVALID, _("“%.60s” is no key of an office"), typed);
    str_add_n(ret, typed, n);
    return STATUS_OK;
}

static enum status clean(const struct record_field *field, const char *typed, size_t n,
                         struct str *ret, struct err *err)
{
    switch (field->type) {
    case FIELD_LINES:
        return text_read_lines(typed, n, ret, err);
    case FIELD_LONG:
    case FIELD_CODES:
        return text_read(TEXT_REMARK, typed, n, ret, err);
    case FIELD_PLAN:
        return text_read(TEXT_CODE, typed, n, ret, err);
    default:
        return text_read(TEXT_NAME, typed, n, ret, err);
    }
}

enum status record_read(const struct record_field *field, const char *typed, size_t n,
                        const struct record_finder *finder, struct str *ret, struct err *err)
{
    autostr text = STR_INIT;
    if (field->type == FIELD_MEMO)
        return memo_read(typed, n, ret, err);
    if (field->type == FIELD_PATTERN)
        return memo_read_pattern(typed, n, ret, err);
    if (field->type == FIELD_KEY)
        return read_key(typed, n, ret, err);
    enum status status = clean(field, typed, n, &text, err);
    if (status || !text.len)
        return status;
    switch (field->type) {
    case FIELD_DATE:
        return read_date(text.buf, ret, err);
    case FIELD_TIME:
        return read_time(text.buf, ret, err);
    case FIELD_NUMBER:
        return read_number(field, text.buf, ret, err);
    case FIELD_YEAR:
        return read_year(text.buf, ret, err);
    case FIELD_CHOICE:
        return record_read_choice(field, text.buf, ret, err);
    case FIELD_RECORD:
        return read_record(field, text.buf, finder, ret, err);
    case FIELD_CODES:
        read_codes(text.buf, ret);
        return STATUS_OK;
    case FIELD_HASH:
        return read_hash(text.buf, ret, err);
    case FIELD_WORDS:
        return read_words(text.buf, ret, err);
    default:
        str_add_n(ret, text.buf, text.len);
        return STATUS_OK;
    }
}

static void write_time(const char *kept, enum digits digits, struct str *ret)
{
    const size_t hour = strcspn(kept, ":");
    text_digits(ret, kept, hour, digits);
    str_add_char(ret, '.');
    text_digits(ret, kept + hour + (kept[hour] == ':'), strlen(kept + hour) - (kept[hour] == ':'),
                digits);
}

void record_write(const struct record_field *field, const char *kept, enum digits digits,
                  struct str *ret)
{
    const size_t n = strlen(kept);
    int32_t date = 0;
    int year = 0;
    if (!n)
        return;
    if (field->type == FIELD_DATE && !date_read_iso(kept, n, &date, NULL))
        date_write(ret, date, digits);
    else if (field->type == FIELD_TIME)
        write_time(kept, digits, ret);
    else if (field->type == FIELD_YEAR && !period_read_year(kept, n, &year, NULL))
        period_write_year(ret, year, digits);
    else if (field->type == FIELD_CHOICE)
        str_add(ret, tr(record_choice_name(field, kept)));
    else if (field->type == FIELD_MEMO && memo_extent(kept) == MEMO_PEN)
        str_add(ret, _("blank"));
    else if (field->type == FIELD_NUMBER || field->type == FIELD_RECORD ||
             field->type == FIELD_CODES || field->type == FIELD_MEMO ||
             field->type == FIELD_PATTERN)
        text_digits(ret, kept, n, digits);
    else
        str_add_n(ret, kept, n);
}
