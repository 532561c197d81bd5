// SPDX-License-Identifier: GPL-3.0-or-later
// Wrapping of Bengali text into lines of a given number of columns.
//
// Line breaking opportunities are found here, not by libunistring: it never cuts an over-long word
// and breaks inside «৳ ১২» and before a danda. The rules are few: after a blank, after a hyphen or
// a slash unless a digit stands on either side (dates, numbers, memo numbers), and never before a
// danda.
#include "orjon/base/mem.h"
#include "orjon/base/text.h"

#include <string.h>
#include <unistr.h>

enum {
    LONG_WORD = 14, // code points; a longer word may be cut when no line holds it
    DANDA = 0x964,
    TAKA = 0x9F3,
};

static bool is_digit(ucs4_t c)
{
    return (c >= '0' && c <= '9') || (c >= 0x9E6 && c <= 0x9EF);
}

struct text_piece text_piece_at(const char *s, size_t n, size_t at)
{
    struct text_piece p = {.end = n, .after = n};
    size_t code_points = 0;
    bool number = false; // holds a digit: a date, a number, a code; never cut
    ucs4_t before = 0, c = 0;
    for (size_t i = at; i < n;) {
        ucs4_t next = 0;
        size_t step = (size_t)u8_mbtouc(&c, (const uint8_t *)s + i, n - i);
        if (i + step < n)
            u8_mbtouc(&next, (const uint8_t *)s + i + step, n - i - step);
        if (c == '\n' || (c == ' ' && next != DANDA && before != TAKA)) {
            p.end = i;
            p.after = i + step;
            while (c == ' ' && p.after < n && s[p.after] == ' ')
                p.after++;
            if (c == ' ' && p.after < n && s[p.after] == '\n')
                p.after++, c = '\n';
            p.newline = c == '\n';
            return p;
        }
        number |= is_digit(c);
        p.cuttable = ++code_points > LONG_WORD && !number;
        i += step;
        if ((c == '-' || c == '/') && !is_digit(next) && !is_digit(before) && i > at + step &&
            i < n && next != ' ' && next != '\n') {
            p.end = p.after = i;
            return p;
        }
        before = c;
    }
    return p;
}

struct lines {
    struct text_line *line;
    size_t count, cap;
};

static void add_line(struct lines *lines, size_t from, size_t end)
{
    if (lines->count == lines->cap) {
        lines->cap = lines->cap ? lines->cap * 2 : 8;
        lines->line = mem_resize(lines->line, lines->cap, sizeof *lines->line);
    }
    lines->line[lines->count++] = (struct text_line){from, end - from};
}

// Cuts a piece that is too long for any line into lines of whole syllables; returns where the
// last part starts, which stays open for what follows. *used is how many columns the piece takes,
// then the last part.
static size_t cut_long(struct lines *lines, const char *s, size_t from, size_t end, int columns,
                       int *used)
{
    while (*used > columns) {
        size_t cut = text_fit(s + from, end - from, columns);
        if (cut == 0) // one syllable is wider than the line
            cut = text_next(s + from, end - from, 0);
        if (from + cut >= end)
            break;
        add_line(lines, from, from + cut);
        *used -= text_columns(s + from, cut);
        from += cut;
    }
    return from;
}

size_t text_wrap(const char *s, size_t n, int columns, struct text_line **ret_lines)
{
    struct lines lines = {0};
    size_t start = 0, end = 0; // the line being filled
    int used = 0;              // columns of it
    bool open = false;
    for (size_t at = 0; at < n;) {
        struct text_piece p = text_piece_at(s, n, at);
        const int own = text_columns(s + at, p.end - at), gap = text_columns(s + end, at - end);
        if (open && used + gap + own > columns) {
            add_line(&lines, start, end);
            open = false;
        }
        used = open ? used + gap + own : own;
        if (!open)
            start = at;
        if (!open && p.cuttable)
            start = cut_long(&lines, s, start, p.end, columns, &used);
        end = p.end;
        open = true;
        if (p.newline) {
            add_line(&lines, start, end);
            open = false;
            start = end = p.after;
        }
        at = p.after;
    }
    if (open || lines.count == 0)
        add_line(&lines, start, end);
    *ret_lines = lines.line;
    return lines.count;
}

int text_unbreakable_columns(const char *s, size_t n)
{
    int widest = 0;
    for (size_t at = 0; at < n;) {
        struct text_piece p = text_piece_at(s, n, at);
        int columns = text_columns(s + at, p.end - at);
        if (!p.cuttable && columns > widest)
            widest = columns;
        at = p.after;
    }
    return widest;
}
