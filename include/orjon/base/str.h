// SPDX-License-Identifier: GPL-3.0-or-later
// A string that grows. `buf` is never NULL and always ends in NUL at `len`.
#pragma once

#include <stdarg.h>
#include <stddef.h>

struct str {
    char *buf;
    size_t len;
    size_t cap; // 0 while buf is the shared empty string
};

extern char str_empty[1];
#define STR_INIT ((struct str){.buf = str_empty})

void str_add(struct str *s, const char *text);
void str_add_n(struct str *s, const char *text, size_t n);
void str_add_char(struct str *s, char c);
void str_add_repeat(struct str *s, const char *text, size_t times);
void str_addf(struct str *s, const char *format, ...) __attribute__((format(printf, 2, 3)));
void str_addv(struct str *s, const char *format, va_list args)
    __attribute__((format(printf, 2, 0)));
// Puts n bytes of text, which is not of s, in the place of those at from .. to.
void str_replace(struct str *s, size_t from, size_t to, const char *text, size_t n);
void str_cut(struct str *s, size_t len); // keeps the first len bytes
void str_reset(struct str *s);           // empty, memory kept
void str_done(struct str *s);            // frees; s is a valid empty string again
char *str_detach(struct str *s);         // the text, to be freed by the caller; s is empty again

#define autostr __attribute__((cleanup(str_done))) struct str
