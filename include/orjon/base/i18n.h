// SPDX-License-Identifier: GPL-3.0-or-later
// The language and the digits that the user reads.
//
// The messages in the source are English; the Bengali catalogue (a gettext .mo file built from po/)
// is part of the binary, so that a program copied alone to a pen drive speaks Bengali, whatever
// locales the machine has, and so that the language can be switched while it runs. This is the only
// mutable state that is not handed down.
#pragma once

#include <stdint.h>

enum language { LANGUAGE_BENGALI, LANGUAGE_ENGLISH, LANGUAGE_COUNT };
enum digits { DIGITS_BENGALI, DIGITS_LATIN, DIGITS_COUNT };

void i18n_set_language(enum language language);
enum language i18n_language(void);
void i18n_set_digits(enum digits digits);
enum digits i18n_digits(void);

// Code («bn», «en»; «bengali», «latin») to value; -1 when unknown.
int language_from_code(const char *code);
const char *language_code(enum language language);
int digits_from_code(const char *code);

// The message in the user's language; tr_in gives it in a language named (papers are in Bengali
// whatever the screen speaks). The result lives as long as the program.
const char *tr(const char *message) __attribute__((format_arg(1)));
const char *tr_in(enum language language, const char *message) __attribute__((format_arg(2)));

// The same where a count decides between one and several, as ngettext; Bengali has one form for
// both.
const char *tr_several(const char *one, const char *several, int64_t count)
    __attribute__((format_arg(1), format_arg(2)));
#define tr_count(one, several, count) tr_several(one, several, (int64_t)(count))

struct str;
// Appends “from” → “to”; what is empty is called so, without quotes.
void tr_change(struct str *ret, const char *from, const char *to);

#define _(message) tr(message)
#define N_(message) message

enum { SAY_MAX = 64 };
// A whole number in the user's digits; buffer holds SAY_MAX bytes.
const char *say_count(char *buffer, int64_t count);
#define SAY(count) say_count((char[SAY_MAX]){0}, (int64_t)(count))
