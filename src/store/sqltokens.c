// SPDX-License-Identifier: GPL-3.0-or-later
// SQL as SQLite reads it, token by token: what does not count (blanks, comments, the case of words,
// which quotes stand about a name) is left out, and nothing else. Two statements with the same
// tokens mean the same.
#include "db.h"

#include <stdio.h>
#include <string.h>

static bool is_blank(char c)
{
    return c == ' ' || (c >= '\t' && c <= '\r' && c != '\v');
}

static bool is_of_word(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' ||
           c == '$' || (unsigned char)c >= 0x80;
}

static void add_folded(struct str *ret, const char *s, size_t n)
{
    for (size_t i = 0; i < n; i++)
        str_add_char(ret, (char)(s[i] >= 'A' && s[i] <= 'Z' ? s[i] + ('a' - 'A') : s[i]));
}

static const char *skip(const char *s)
{
    for (;;) {
        const char *end = s;
        if (is_blank(*s))
            s++;
        else if (s[0] == '-' && s[1] == '-')
            s = (end = strchr(s, '\n')) ? end : s + strlen(s);
        else if (s[0] == '/' && s[1] == '*' && s[2])
            s = (end = strstr(s + 2, "*/")) ? end + 2 : s + strlen(s);
        else
            return s;
    }
}

// Words that SQLite takes for more than a name only as long as they stand bare.
static bool is_keyword(const char *s, size_t n)
{
    static const char *const more[] = {"true", "false", "integer", "int",
                                       "text", "blob",  "real",    "any"};
    for (size_t i = 0; i < sizeof more / sizeof *more; i++)
        if (strlen(more[i]) == n && sqlite3_strnicmp(s, more[i], (int)n) == 0)
            return true;
    return sqlite3_keyword_check(s, (int)n) != 0;
}

// A token is told by its kind and its length, so that no two rows of tokens look the same.
static void add_token(struct str *ret, char kind, const struct str *token)
{
    str_addf(ret, "%c%zu:", kind, token->len);
    str_add_n(ret, token->buf, token->len);
}

static const char *add_quoted(struct str *ret, const char *s)
{
    const char close = (char)(*s == '[' ? ']' : *s);
    autostr inside = STR_INIT;
    const char *at = s + 1;
    for (; *at && (*at != close || (at[1] == close && close != ']')); at++) {
        if (*at == close)
            at++;
        str_add_char(&inside, *at);
    }
    autostr folded = STR_INIT;
    add_folded(&folded, inside.buf, inside.len);
    const char kind = (char)(!*at ? '?' : *s == '\'' ? '\'' : 'n'); // ? has no end: nothing valid
    add_token(ret, kind, kind == 'n' ? &folded : &inside);
    return *at ? at + 1 : at;
}

static const char *add_word(struct str *ret, const char *s)
{
    size_t n = 0;
    while (is_of_word(s[n]))
        n++;
    autostr word = STR_INIT;
    add_folded(&word, s, n);
    const bool bytes = n == 1 && word.buf[0] == 'x' && s[1] == '\'';
    const bool digits = s[0] >= '0' && s[0] <= '9';
    add_token(ret, (char)(bytes ? 'x' : digits ? '0' : is_keyword(s, n) ? 'k' : 'n'), &word);
    return s + n;
}

static void tokens_of(const char *s, struct str *ret)
{
    for (s = skip(s); *s; s = skip(s))
        if (strchr("'\"`[", *s)) {
            s = add_quoted(ret, s);
        } else if (is_of_word(*s)) {
            s = add_word(ret, s);
        } else {
            autostr sign = STR_INIT; // «<=» as two: apart they are no SQL
            str_add_char(&sign, *s++);
            add_token(ret, 's', &sign);
        }
}

bool sql_is_same(const char *a, const char *b)
{
    if (strcmp(a, b) == 0)
        return true;
    autostr one = STR_INIT, other = STR_INIT;
    tokens_of(a, &one);
    tokens_of(b, &other);
    return one.len == other.len && (one.len == 0 || memcmp(one.buf, other.buf, one.len) == 0);
}
