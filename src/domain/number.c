// SPDX-License-Identifier: GPL-3.0-or-later
// Exact figures: reading and writing.
#include "orjon/domain/number.h"

#include "orjon/base/text.h"

#include <stdio.h>
#include <string.h>

// One code point of a number that may be in any script; steps over it.
enum token {
    TOKEN_DIGIT,
    TOKEN_POINT,
    TOKEN_COMMA,
    TOKEN_BLANK,
    TOKEN_SLASH,
    TOKEN_DASH,
    TOKEN_EQUAL,
    TOKEN_OTHER
};

static bool starts(const char *s, size_t n, size_t at, const char *word)
{
    size_t len = strlen(word);
    return n - at >= len && memcmp(s + at, word, len) == 0;
}

static enum token token_at(const char *s, size_t n, size_t *at, int *ret_digit)
{
    const unsigned char c = (unsigned char)s[*at];
    if (c >= '0' && c <= '9') {
        *ret_digit = c - '0';
        ++*at;
        return TOKEN_DIGIT;
    }
    if (starts(s, n, *at, "\xE0\xA7") && n - *at >= 3) { // U+09C0 … U+09FF
        unsigned char last = (unsigned char)s[*at + 2];
        if (last >= 0xA6 && last <= 0xAF) {
            *ret_digit = last - 0xA6;
            *at += 3;
            return TOKEN_DIGIT;
        }
    }
    static const struct {
        const char *word;
        enum token token;
    } words[] = {
        {".", TOKEN_POINT},     {"।", TOKEN_POINT}, {"৷", TOKEN_POINT},      {"．", TOKEN_POINT},
        {",", TOKEN_COMMA},     {" ", TOKEN_BLANK}, {"\u00a0", TOKEN_BLANK}, {"/", TOKEN_SLASH},
        {"-", TOKEN_DASH},      {"–", TOKEN_DASH},  {"−", TOKEN_DASH},       {"=", TOKEN_EQUAL},
        {"দশমিক", TOKEN_POINT},
    };
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (starts(s, n, *at, words[i].word)) {
            *at += strlen(words[i].word);
            return words[i].token;
        }
    return TOKEN_OTHER;
}

struct reader {
    __int128 units; // so far, in units of 10^-decimals
    int digits;     // seen
    int whole;      // digits behind the first before the point that is not 0
    int decimals;   // seen; -1 before the point
    bool blank;     // a blank stands since the last digit
    bool odd_blanks;
    int commas;
    int first, middle, last; // digits of the groups that commas part; middle: of each between
};

// Lakh (1,36,56,500) or western (13,656,500) from end to end: three digits last, before them twos
// or threes throughout. No other comma groups digits, and «77,5» is not 775.
static bool begins_group(struct reader *r)
{
    const int digits = r->last;
    r->last = 0;
    if (r->decimals >= 0 || digits == 0)
        return false;
    if (r->commas++ == 0) {
        r->first = digits;
        return digits <= 3 && r->units > 0; // «0,5»
    }
    if (r->commas == 2)
        r->middle = digits;
    return digits == r->middle && (digits == 3 || (digits == 2 && r->first <= 2));
}

static bool is_grouped(const struct reader *r)
{
    return !r->commas || r->last == 3;
}

static enum status take_digit(struct reader *r, int digit, struct err *err)
{
    r->odd_blanks |= r->blank && r->digits > 0;
    r->blank = false;
    r->digits++;
    r->last += r->decimals < 0;
    if (r->decimals >= 0 && ++r->decimals > NUMBER_DECIMALS) {
        r->decimals = NUMBER_DECIMALS;
        if (digit)
            return err_set(err, STATUS_INVALID, _("At most %s decimals are kept"),
                           SAY(NUMBER_DECIMALS));
        return STATUS_OK;
    }
    if (r->decimals < 0 && r->units > 0 && ++r->whole >= NUMBER_WHOLE)
        return err_set(err, STATUS_OVERFLOW,
                       _("The number is too large: at most %s digits stand before the point"),
                       SAY(NUMBER_WHOLE));
    r->units = r->units * 10 + digit;
    return STATUS_OK;
}

// What may stand behind the digits: «/-» or «/=» of money.
static bool is_money_end(const char *s, size_t n, size_t at)
{
    int digit;
    enum token last = TOKEN_SLASH;
    while (at < n) {
        enum token token = token_at(s, n, &at, &digit);
        if (token == TOKEN_BLANK)
            continue;
        if (token != TOKEN_DASH && token != TOKEN_EQUAL && token != TOKEN_POINT)
            return false;
        last = token;
    }
    return last != TOKEN_POINT;
}

static bool is_blank(const char *s, size_t n, size_t at)
{
    int digit;
    while (at < n)
        if (token_at(s, n, &at, &digit) != TOKEN_BLANK)
            return false;
    return true;
}

static enum status refuse(const char *s, size_t n, struct err *err)
{
    return err_set(err, STATUS_INVALID, _("“%.*s” is not a number"), (int)text_fit(s, n, 40), s);
}

static enum status refuse_comma(const char *s, size_t n, struct err *err)
{
    const bool bengali = i18n_digits() == DIGITS_BENGALI;
    return err_set(err, STATUS_INVALID,
                   _("The comma in “%.*s” groups no digits; write a point before decimals, like "
                     "%s, and commas as in %s"),
                   (int)text_fit(s, n, 40), s, bengali ? "৭৭.৫" : "77.5",
                   bengali ? "১,৩৬,৫০০" : "1,36,500");
}

static enum status take_point(struct reader *r, const char *s, size_t n, size_t at, struct err *err)
{
    if (r->digits && is_blank(s, n, at))
        return STATUS_OK; // the full stop of a sentence
    if (r->decimals >= 0)
        return err_set(err, STATUS_INVALID, _("“%.*s” has two decimal points"),
                       (int)text_fit(s, n, 40), s);
    r->decimals = 0;
    r->blank = false;
    return STATUS_OK;
}

size_t number_end(const char *s, size_t n)
{
    size_t end = 0;
    int digit;
    for (size_t at = 0; at < n;) {
        const enum token token = token_at(s, n, &at, &digit);
        if (token == TOKEN_OTHER)
            break;
        if (token != TOKEN_BLANK)
            end = at;
    }
    return end;
}

static enum status finish(struct reader *r, __int128 *ret, struct number_look *ret_look,
                          struct err *err)
{
    const int decimals = r->decimals < 0 ? 0 : r->decimals;
    for (int i = decimals; i < NUMBER_DECIMALS; i++)
        r->units *= 10;
    if (number_pack(r->units, 0) < 0)
        return err_set(err, STATUS_OVERFLOW, _("At most %s digits fit into one number"),
                       SAY(NUMBER_DIGITS));
    *ret = r->units;
    if (ret_look)
        *ret_look = (struct number_look){r->odd_blanks, decimals};
    return STATUS_OK;
}

enum status number_read(const char *s, size_t n, __int128 *ret, struct number_look *ret_look,
                        struct err *err)
{
    struct reader r = {.decimals = -1};
    for (size_t at = 0; at < n;) {
        int digit = 0;
        enum status status = STATUS_OK;
        switch (token_at(s, n, &at, &digit)) {
        case TOKEN_DIGIT:
            status = take_digit(&r, digit, err);
            break;
        case TOKEN_POINT:
            status = take_point(&r, s, n, at, err);
            break;
        case TOKEN_BLANK:
            r.blank = true;
            break;
        case TOKEN_COMMA:
            if (!r.digits)
                return refuse(s, n, err);
            if (!begins_group(&r))
                return refuse_comma(s, n, err);
            break;
        case TOKEN_SLASH:
            if (!r.digits || !is_money_end(s, n, at))
                return refuse(s, n, err);
            at = n;
            break;
        case TOKEN_DASH:
            if (!r.digits)
                return err_set(err, STATUS_INVALID, _("A figure below zero cannot be reported"));
            return refuse(s, n, err);
        case TOKEN_EQUAL:
        case TOKEN_OTHER:
            return refuse(s, n, err);
        }
        if (status)
            return status;
    }
    if (!r.digits)
        return refuse(s, n, err);
    if (!is_grouped(&r))
        return refuse_comma(s, n, err);
    return finish(&r, ret, ret_look, err);
}

static const int64_t powers[NUMBER_DECIMALS + 1] = {
    1, 10, 100, 1000, 10000, 100000, 1000000, 10000000, 100000000, 1000000000,
};

int number_decimals(__int128 value)
{
    int decimals = NUMBER_DECIMALS;
    for (; decimals > 0 && value % 10 == 0; decimals--)
        value /= 10;
    return decimals;
}

int64_t number_pack(__int128 value, int decimals)
{
    const int least = number_decimals(value);
    int shown = decimals > least ? decimals < NUMBER_DECIMALS ? decimals : NUMBER_DECIMALS : least;
    for (; value >= 0 && shown >= least; shown--) {
        const __int128 packed = value / powers[NUMBER_DECIMALS - shown] * 10 + shown;
        if (packed <= INT64_MAX)
            return (int64_t)packed;
    }
    return -1;
}

__int128 number_unpack(int64_t packed, int *ret_decimals)
{
    const int64_t shown = packed < 0 ? 0 : packed % 10;
    if (ret_decimals)
        *ret_decimals = (int)shown;
    return packed < 0 ? -1 : (__int128)(packed / 10) * powers[NUMBER_DECIMALS - shown];
}

// The whole part with commas before the last three digits and then every two: 1,36,56,500.
static void add_grouped(struct str *ret, const char *whole)
{
    size_t n = strlen(whole);
    for (size_t i = 0; i < n; i++) {
        size_t left = n - i;
        if (i > 0 && (left == 3 || (left > 3 && left % 2 == 1)))
            str_add_char(ret, ',');
        str_add_char(ret, whole[i]);
    }
}

struct number_style number_style_of(struct number_style style, int decimals)
{
    if (style.min_decimals < decimals)
        style.min_decimals = decimals;
    return style;
}

void number_write(struct str *ret, __int128 value, struct number_style style)
{
    autostr text = STR_INIT, whole = STR_INIT;
    char decimals[NUMBER_DECIMALS + 1];
    const __int128 units = value < 0 ? -value : value;
    ratio_write(&whole, (struct ratio){units / NUMBER_ONE, 1}, 0, DIGITS_LATIN);
    snprintf(decimals, sizeof decimals, "%09u", (unsigned)(units % NUMBER_ONE));
    int shown = NUMBER_DECIMALS;
    while (shown > style.min_decimals && shown > 0 && decimals[shown - 1] == '0')
        shown--;
    str_add(&text, value < 0 ? "-" : "");
    if (style.grouped)
        add_grouped(&text, whole.buf);
    else
        str_add(&text, whole.buf);
    if (shown > 0) {
        str_add_char(&text, '.');
        str_add_n(&text, decimals, (size_t)shown);
    }
    text_digits(ret, text.buf, text.len, style.digits);
}
