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

// Of a word that is too long for any line: as many whole syllables as fit, at least one.
static size_t cut_word(const char *s, size_t n, int columns)
{
    const size_t cut = text_fit(s, n, columns);
    return cut ? cut : text_next(s, n, 0);
}

static struct text_line take_line(struct text_wrapping *w, size_t end, size_t after)
{
    const struct text_line line = {.from = w->at, .len = end - w->at};
    w->at = after;
    return line;
}

struct text_line text_wrap_next(struct text_wrapping *w, const char *s, size_t n, int columns)
{
    size_t at = w->at, end = w->at;
    int used = 0;
    if (at < w->word_end) { // the rest of a word that was cut; what follows joins its last part
        const size_t cut = at + cut_word(s + at, w->word_end - at, columns);
        if (cut < w->word_end)
            return take_line(w, cut, cut);
    }
    while (at < n) {
        struct text_piece p = text_piece_at(s, n, at);
        if (at < w->word_end && p.end > w->word_end) // it ended in a hyphen, which begins the part
            p = (struct text_piece){.end = w->word_end, .after = w->word_end};
        const bool open = at > w->at;
        const int own = text_columns(s + at, p.end - at), gap = text_columns(s + end, at - end);
        if (open && used + gap + own > columns)
            return take_line(w, end, at);
        if (!open && p.cuttable && own > columns) {
            const size_t cut = at + cut_word(s + at, p.end - at, columns);
            w->word_end = p.end;
            if (cut < p.end)
                return take_line(w, cut, cut);
        }
        used += gap + own;
        end = p.end;
        at = p.after;
        if (p.newline)
            break;
    }
    return take_line(w, end, at);
}

size_t text_wrap(const char *s, size_t n, int columns, struct text_line **ret_lines)
{
    struct text_line *lines = NULL;
    size_t count = 0, cap = 0;
    struct text_wrapping w = {0};
    do {
        if (count == cap) {
            cap = cap ? cap * 2 : 8;
            lines = mem_resize(lines, cap, sizeof *lines);
        }
        lines[count++] = text_wrap_next(&w, s, n, columns);
    } while (w.at < n);
    *ret_lines = lines;
    return count;
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
