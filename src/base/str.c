// SPDX-License-Identifier: GPL-3.0-or-later
// A string that grows.
#include "orjon/base/str.h"

#include "orjon/base/mem.h"

#include <stdio.h>
#include <string.h>

char str_empty[1]; // shared by all strings that hold nothing; never written but with NUL

static void reserve(struct str *s, size_t more)
{
    size_t need = s->len + more + 1;
    if (need <= s->cap)
        return;
    size_t cap = s->cap ? s->cap * 2 : 64;
    if (cap < need)
        cap = need;
    s->buf = mem_resize(s->cap ? s->buf : NULL, cap, 1);
    s->cap = cap;
    s->buf[s->len] = '\0';
}

void str_add_n(struct str *s, const char *text, size_t n)
{
    if (!n)
        return;
    reserve(s, n);
    memmove(s->buf + s->len, text, n);
    s->len += n;
    s->buf[s->len] = '\0';
}

void str_add(struct str *s, const char *text)
{
    str_add_n(s, text, strlen(text));
}

void str_add_char(struct str *s, char c)
{
    str_add_n(s, &c, 1);
}

void str_add_repeat(struct str *s, const char *text, size_t times)
{
    while (times-- > 0)
        str_add(s, text);
}

void str_addv(struct str *s, const char *format, va_list args)
{
    va_list again;
    va_copy(again, args);
    int n = vsnprintf(NULL, 0, format, args);
    if (n > 0) {
        reserve(s, (size_t)n);
        vsnprintf(s->buf + s->len, (size_t)n + 1, format, again);
        s->len += (size_t)n;
    }
    va_end(again);
}

void str_addf(struct str *s, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    str_addv(s, format, args);
    va_end(args);
}

void str_replace(struct str *s, size_t from, size_t to, const char *text, size_t n)
{
    if (from == to && n == 0)
        return;
    reserve(s, n);
    memmove(s->buf + from + n, s->buf + to, s->len - to + 1);
    memcpy(s->buf + from, text, n);
    s->len += n - (to - from);
}

void str_cut(struct str *s, size_t len)
{
    if (len >= s->len)
        return;
    s->len = len;
    s->buf[len] = '\0';
}

void str_reset(struct str *s)
{
    str_cut(s, 0);
}

void str_done(struct str *s)
{
    if (s->cap)
        free(s->buf);
    *s = STR_INIT;
}

char *str_detach(struct str *s)
{
    char *text = s->cap ? s->buf : mem_alloc(1);
    *s = STR_INIT;
    return text;
}
