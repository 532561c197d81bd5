// SPDX-License-Identifier: GPL-3.0-or-later
#include "json_scan.h"

#include "orjon/base/text.h"

#include <string.h>

enum { DEPTH_MAX = 200 };

char scan_peek(struct scan *r)
{
    while (r->at < r->end && (*r->at == ' ' || *r->at == '\t' || *r->at == '\n' || *r->at == '\r'))
        r->at++;
    return r->at < r->end ? *r->at : '\0';
}

bool scan_take(struct scan *r, char c)
{
    if (scan_peek(r) != c || r->at == r->end)
        return false;
    r->at++;
    return true;
}

static bool take_word(struct scan *r, const char *word)
{
    const size_t n = strlen(word);
    if ((size_t)(r->end - r->at) < n || memcmp(r->at, word, n) != 0)
        return false;
    r->at += n;
    return true;
}

static int hex(char c)
{
    return c >= '0' && c <= '9'   ? c - '0'
           : c >= 'a' && c <= 'f' ? c - 'a' + 10
           : c >= 'A' && c <= 'F' ? c - 'A' + 10
                                  : -1;
}

// Four digits; -1 where there are none.
static int32_t take_unit(struct scan *r)
{
    int32_t unit = 0;
    for (int i = 0; i < 4; i++, r->at++) {
        if (r->at == r->end || hex(*r->at) < 0)
            return -1;
        unit = unit << 4 | hex(*r->at);
    }
    return unit;
}

static void add_code(struct str *ret, int32_t code)
{
    const int bytes = code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
    static const int lead[] = {0, 0, 0xc0, 0xe0, 0xf0};
    str_add_char(ret, (char)(lead[bytes] | code >> 6 * (bytes - 1)));
    for (int i = bytes - 2; i >= 0; i--)
        str_add_char(ret, (char)(0x80 | (code >> 6 * i & 0x3f)));
}

// Behind «\u»: one that UTF-16 writes in two is two of them. NUL can be no part of a text.
static bool take_code(struct scan *r, struct str *ret)
{
    int32_t code = take_unit(r);
    if (code >= 0xd800 && code < 0xdc00) {
        const int32_t low = take_word(r, "\\u") ? take_unit(r) : -1;
        if (low < 0xdc00 || low > 0xdfff)
            return false;
        code = 0x10000 + ((code - 0xd800) << 10) + (low - 0xdc00);
    } else if (code <= 0 || (code >= 0xdc00 && code < 0xe000)) {
        return false;
    }
    add_code(ret, code);
    return true;
}

static bool take_escape(struct scan *r, struct str *ret)
{
    static const char from[] = "\"\\/bfnrt", to[] = "\"\\/\b\f\n\r\t";
    const char c = r->at < r->end ? *r->at++ : '\0';
    const char *found = c ? strchr(from, c) : NULL;
    if (c == 'u')
        return take_code(r, ret);
    if (found)
        str_add_char(ret, to[found - from]);
    return found;
}

// Up to the next quote, backslash or sign that cannot be in a text.
static size_t plain_length(const struct scan *r)
{
    const char *s = r->at;
    while (s < r->end && (unsigned char)*s >= ' ' && *s != '"' && *s != '\\')
        s++;
    return (size_t)(s - r->at);
}

bool scan_text(struct scan *r, struct str *unpacked, const char **ret, size_t *ret_n)
{
    if (!scan_take(r, '"'))
        return false;
    size_t n = plain_length(r);
    *ret = r->at;
    *ret_n = n;
    r->at += n;
    if (take_word(r, "\""))
        return text_is_utf8(*ret, n);
    str_add_n(unpacked, *ret, n);
    while (take_word(r, "\\")) {
        if (!take_escape(r, unpacked))
            return false;
        n = plain_length(r);
        str_add_n(unpacked, r->at, n);
        r->at += n;
    }
    *ret = unpacked->buf;
    *ret_n = unpacked->len;
    return take_word(r, "\"") && text_is_utf8(unpacked->buf, unpacked->len);
}

static bool take_digits(struct scan *r)
{
    const char *start = r->at;
    while (r->at < r->end && *r->at >= '0' && *r->at <= '9')
        r->at++;
    return r->at > start;
}

bool scan_number(struct scan *r, bool *ret_whole, int64_t *ret)
{
    const char *start = r->at;
    take_word(r, "-");
    const char *first = r->at;
    if (!take_digits(r) || (*first == '0' && r->at - first > 1))
        return false;
    *ret = 0;
    *ret_whole = true;
    for (const char *s = first; s < r->at; s++)
        *ret_whole = *ret_whole && !__builtin_mul_overflow(*ret, 10, ret) &&
                     !(*start == '-' ? __builtin_sub_overflow(*ret, *s - '0', ret)
                                     : __builtin_add_overflow(*ret, *s - '0', ret));
    if (take_word(r, ".")) {
        *ret_whole = false;
        if (!take_digits(r))
            return false;
    }
    if (!take_word(r, "e") && !take_word(r, "E"))
        return true;
    *ret_whole = false;
    if (!take_word(r, "+"))
        take_word(r, "-");
    return take_digits(r);
}

static bool skip_items(struct scan *r, char close, bool named)
{
    if (scan_take(r, close))
        return true;
    do {
        autostr unpacked = STR_INIT;
        const char *name = "";
        size_t n = 0;
        if ((named && (!scan_text(r, &unpacked, &name, &n) || !scan_take(r, ':'))) || !scan_past(r))
            return false;
    } while (scan_take(r, ','));
    return scan_take(r, close);
}

bool scan_past(struct scan *r)
{
    autostr unpacked = STR_INIT;
    const char *text = "";
    size_t n = 0;
    int64_t number = 0;
    bool whole = false, good = false;
    const char c = scan_peek(r);
    if (c == '"')
        return scan_text(r, &unpacked, &text, &n);
    if (c == '-' || (c >= '0' && c <= '9'))
        return scan_number(r, &whole, &number);
    if (c != '{' && c != '[')
        return take_word(r, "true") || take_word(r, "false") || take_word(r, "null");
    if (r->depth == DEPTH_MAX)
        return false;
    r->depth++;
    r->at++;
    good = skip_items(r, c == '{' ? '}' : ']', c == '{');
    r->depth--;
    return good;
}
