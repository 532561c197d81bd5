// SPDX-License-Identifier: GPL-3.0-or-later
// Numbered lists: «১. », «১) », «(১) », «০১। », «ক) », in either digits.
#include "textedit_private.h"

#include "orjon/base/i18n.h"

#include <stdio.h>
#include <string.h>

enum { NUMBER_MAX = 9999 };

static const char *const ends[] = {".", ")", "।"};
static const char *const letters[] = {
    "ক", "খ", "গ", "ঘ", "ঙ", "চ", "ছ", "জ", "ঝ", "ঞ", "ট", "ঠ", "ড", "ঢ", "ণ", "ত",
    "থ", "দ", "ধ", "ন", "প", "ফ", "ব", "ভ", "ম", "য", "র", "ল", "শ", "ষ", "স", "হ",
};
enum { LETTERS = sizeof letters / sizeof *letters };

// The number that a paragraph begins with.
struct mark {
    size_t length; // with the blank behind it; 0: there is none
    bool open;     // «(১)»
    int kind;      // of digits: enum digits; of Bengali letters, of Latin ones: below
    int width;     // of digits
    int number;    // of letters: the place in the alphabet, from 1
    const char *end;
};
enum { KIND_BENGALI = 100, KIND_LATIN = 'a' - 1, KIND_CAPITALS = 'A' - 1 };

static bool starts_with(const char *s, size_t n, const char *beginning)
{
    const size_t length = strlen(beginning);
    return n >= length && memcmp(s, beginning, length) == 0;
}

// The digit at s: its value, its kind, its bytes; 0 bytes when there is none.
static size_t read_digit(const char *s, size_t n, int *ret, int *ret_kind)
{
    if (n > 0 && *s >= '0' && *s <= '9') {
        *ret = *s - '0';
        *ret_kind = DIGITS_LATIN;
        return 1;
    }
    if (n < 3 || !starts_with(s, n, "\xE0\xA7") || (uint8_t)s[2] < 0xA6 || (uint8_t)s[2] > 0xAF)
        return 0;
    *ret = (uint8_t)s[2] - 0xA6;
    *ret_kind = DIGITS_BENGALI;
    return 3;
}

static size_t read_number(const char *s, size_t n, struct mark *ret)
{
    size_t at = 0, step = 0;
    int digit = 0, kind = 0;
    for (; (step = read_digit(s + at, n - at, &digit, &kind)) > 0; at += step) {
        if ((ret->width && kind != ret->kind) || ret->number > NUMBER_MAX / 10)
            return 0;
        ret->kind = kind;
        ret->number = ret->number * 10 + digit;
        ret->width++;
    }
    return at;
}

static size_t read_letter(const char *s, size_t n, struct mark *ret)
{
    for (int i = 0; i < LETTERS; i++)
        if (starts_with(s, n, letters[i])) {
            ret->kind = KIND_BENGALI;
            ret->number = i + 1;
            return strlen(letters[i]);
        }
    if (!n || !((*s >= 'a' && *s <= 'z') || (*s >= 'A' && *s <= 'Z')))
        return 0;
    ret->kind = *s >= 'a' ? KIND_LATIN : KIND_CAPITALS;
    ret->number = *s - ret->kind;
    return 1;
}

// A letter is a number only before a bracket: «A. Rahman» is a name.
static struct mark read_mark(const char *s, size_t n)
{
    struct mark mark = {.open = n > 0 && *s == '('};
    size_t at = mark.open, step = read_number(s + at, n - at, &mark);
    const bool letter = step == 0 && mark.width == 0;
    if (letter)
        step = read_letter(s + at, n - at, &mark);
    at += step;
    for (size_t i = 0; step && i < sizeof ends / sizeof *ends; i++)
        if (starts_with(s + at, n - at, ends[i]) &&
            (strcmp(ends[i], ")") == 0 || !(letter || mark.open)))
            mark.end = ends[i];
    if (!mark.end)
        return (struct mark){0};
    at += strlen(mark.end);
    if (at < n && s[at] != ' ')
        return (struct mark){0};
    mark.length = at + (at < n);
    return mark;
}

// Writes the number after it; false where there is none.
static bool write_next(struct mark *mark, struct str *ret)
{
    const int last = mark->width ? NUMBER_MAX : mark->kind == KIND_BENGALI ? LETTERS : 26;
    if (++mark->number > last)
        return false;
    str_add(ret, mark->open ? "(" : "");
    if (mark->width) {
        char number[16];
        const int n = snprintf(number, sizeof number, "%0*d", mark->width, mark->number);
        text_digits(ret, number, (size_t)n, (enum digits)mark->kind);
    } else if (mark->kind == KIND_BENGALI) {
        str_add(ret, letters[mark->number - 1]);
    } else {
        str_add_char(ret, (char)(mark->kind + mark->number));
    }
    str_addf(ret, "%s ", mark->end);
    return true;
}

// Whether `next` is the number after `mark`, written alike.
static bool follows(const struct mark *mark, const struct mark *next)
{
    return next->length && next->open == mark->open && next->kind == mark->kind &&
           !next->width == !mark->width && next->end == mark->end &&
           next->number == mark->number + 1;
}

static size_t paragraph_end(const struct str *text, size_t at)
{
    const char *end = memchr(text->buf + at, '\n', text->len - at);
    return end ? (size_t)(end - text->buf) : text->len;
}

// Appends what stands at from .. with each number that follows raised by one, as far as they do;
// returns where that ends. `mark` is that of the paragraph at `from`, as it was.
static size_t raise(const struct str *text, size_t from, struct mark mark, struct str *ret)
{
    size_t done = from;
    for (size_t at = paragraph_end(text, from); at < text->len; at = paragraph_end(text, at)) {
        at++;
        const struct mark next = read_mark(text->buf + at, paragraph_end(text, at) - at);
        struct mark raised = next;
        autostr number = STR_INIT;
        if (!follows(&mark, &next) || !write_next(&raised, &number))
            break;
        str_add_n(ret, text->buf + done, at - done);
        str_add_n(ret, number.buf, number.len);
        done = at + next.length;
        mark = next;
    }
    return done;
}

void textedit_break(struct textedit *edit)
{
    struct lineedit *line = &edit->edit;
    const struct str *text = &line->text;
    const size_t at = line->seam, end = paragraph_end(text, at);
    const char *before = memrchr(text->buf, '\n', at);
    const size_t start = before ? (size_t)(before + 1 - text->buf) : 0;
    const struct mark mark = read_mark(text->buf + start, end - start);
    struct mark next = mark;
    autostr put = STR_INIT;
    str_add_char(&put, '\n');
    if (mark.length && start + mark.length >= end) {
        lineedit_change(line, start, end, "", 0, false);
    } else if (!mark.length || at < start + mark.length || !write_next(&next, &put)) {
        lineedit_change(line, at, at, "\n", 1, false);
    } else {
        const size_t stand = at + put.len, done = raise(text, at, mark, &put);
        lineedit_change(line, at, done, put.buf, put.len, false);
        lineedit_stand(line, stand, false);
    }
}
