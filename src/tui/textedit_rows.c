// SPDX-License-Identifier: GPL-3.0-or-later
// The rows of a text of many lines, kept up to date change by change.
#include "textedit_private.h"

#include "orjon/base/mem.h"

#include <string.h>

size_t textedit_row_of(const struct textedit_rows *rows, size_t at)
{
    size_t from = 0, to = rows->count;
    while (to - from > 1) {
        const size_t middle = from + (to - from) / 2;
        *(rows->row[middle].from <= at ? &from : &to) = middle;
    }
    return from;
}

static bool is_gap(char c)
{
    return c == ' ' || c == '\n';
}

// Adds the row that ends where the next one begins, at `next`.
static void add_row(struct textedit_rows *rows, const char *s, struct text_line line, size_t next)
{
    struct textedit_row row = {.from = line.from, .len = line.len};
    for (size_t i = line.from; i < next; i++) {
        row.letters += ((unsigned char)s[i] & 0xC0) != 0x80;
        row.words += !is_gap(s[i]) && (i == 0 || is_gap(s[i - 1]));
    }
    if (rows->count == rows->cap) {
        rows->cap = rows->cap ? rows->cap * 2 : 16;
        rows->row = mem_resize(rows->row, rows->cap, sizeof *rows->row);
    }
    rows->row[rows->count++] = row;
    rows->words += row.words;
    rows->letters += row.letters;
}

// A text that ends in a line break has an empty row behind it, where the cursor may stand.
static void add_last(struct textedit_rows *rows, const char *s, size_t n)
{
    if (n > 0 && s[n - 1] == '\n')
        add_row(rows, s, (struct text_line){.from = n}, n);
}

void textedit_rows_lay(struct textedit_rows *rows, const char *s, size_t n, int columns)
{
    struct text_wrapping w = {0};
    rows->columns = columns;
    rows->count = rows->words = rows->letters = 0;
    do {
        const struct text_line line = text_wrap_next(&w, s, n, columns);
        add_row(rows, s, line, w.at);
    } while (w.at < n);
    add_last(rows, s, n);
}

// Whether no gap is before a row: it may be in the midst of a word that was cut, and then nothing
// is known of what follows from there on.
static bool goes_on(const struct textedit_rows *rows, size_t i)
{
    return i > 0 && rows->row[i - 1].from + rows->row[i - 1].len == rows->row[i].from;
}

// Puts the new rows in the place of those at first .. behind, and moves what follows.
static void splice(struct textedit_rows *rows, size_t first, size_t behind,
                   const struct textedit_rows *new, size_t shift)
{
    const size_t rest = rows->count - behind, count = first + new->count + rest;
    for (size_t i = first; i < behind; i++) {
        rows->words -= rows->row[i].words;
        rows->letters -= rows->row[i].letters;
    }
    if (count > rows->cap) {
        rows->cap = count + count / 2;
        rows->row = mem_resize(rows->row, rows->cap, sizeof *rows->row);
    }
    memmove(rows->row + first + new->count, rows->row + behind, rest * sizeof *rows->row);
    memcpy(rows->row + first, new->row, new->count * sizeof *rows->row);
    rows->count = count;
    rows->words += new->words;
    rows->letters += new->letters;
    for (size_t i = first + new->count; shift &&i < count; i++)
        rows->row[i].from += shift;
}

// A line holds what does not depend on what was before it, and the first word of a row may go up to
// the row before: so the row before the change comes first, and the old rows are right again from
// the first one behind the change that begins where a new one does.
void textedit_rows_change(struct textedit_rows *rows, const char *s, size_t n, size_t at,
                          size_t removed, size_t added)
{
    const size_t shift = added - removed; // modulo the size of a size_t
    size_t first = textedit_row_of(rows, at);
    first -= first > 0;
    while (goes_on(rows, first))
        first--;
    struct textedit_rows new = {0};
    struct text_wrapping w = {.at = rows->row[first].from};
    size_t behind = first;
    bool met = false;
    do {
        const struct text_line line = text_wrap_next(&w, s, n, rows->columns);
        add_row(&new, s, line, w.at);
        while (behind < rows->count &&
               (rows->row[behind].from < at + removed || rows->row[behind].from + shift < w.at))
            behind++;
        met = w.at < n && line.from + line.len < w.at && behind < rows->count &&
              rows->row[behind].from + shift == w.at && !goes_on(rows, behind);
    } while (w.at < n && !met);
    if (!met) {
        behind = rows->count;
        add_last(&new, s, n);
    }
    splice(rows, first, behind, &new, shift);
    free(new.row);
}
