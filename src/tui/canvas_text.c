// SPDX-License-Identifier: GPL-3.0-or-later
// Texts on a canvas: kept whole, and laid syllable by syllable into the cells of their box.
#include "canvas_part.h"
#include "orjon/base/mem.h"
#include "utf8.h"

#include <string.h>

enum {
    CLUSTER_MAX = 600, // bytes; no syllable of any script comes near
    MARKED_LEAST = 3,  // columns, of which a mark would leave too little
};

// --- what a terminal shows and does not obey ----------------------------------------------------

// Bytes of such a character at s; 0 when it is none.
static size_t safe_at(const char *s, size_t n)
{
    const uint8_t c = (uint8_t)*s;
    if (c < 0x80)
        return c >= 0x20 && c < 0x7F;
    const size_t length = utf8_valid(s, n);
    // Bengali and its neighbours hold nothing that is not seen.
    return length && c != 0xE0 && text_is_unseen(s, length) ? 0 : length;
}

// Keeps s, of which nothing shall be obeyed or stumbled over; returns how many bytes it now has.
static size_t keep_safe(struct str *text, const char *s, size_t n, bool lines)
{
    const size_t before = text->len;
    size_t from = 0; // of what is good as it is
    for (size_t at = 0, length; at < n; at += length ? length : 1) {
        length = lines && s[at] == '\n' ? 1 : safe_at(s + at, n - at);
        if (length)
            continue;
        length = utf8_valid(s + at, n - at);
        str_add_n(text, s + from, at - from);
        str_add_char(text, length ? ' ' : '?');
        from = at + (length ? length : 1);
    }
    str_add_n(text, s + from, n - from);
    return text->len - before;
}

// --- cells --------------------------------------------------------------------------------------

// A mark that has lost its letter falls: where the syllable at s really begins.
static size_t skip_lost_marks(const char *s, size_t at, size_t next)
{
    for (size_t step = utf8_length((uint8_t)s[at]);
         at + step < next && text_columns(s + at, step) == 0; step = utf8_length((uint8_t)s[at]))
        at += step;
    return at;
}

// Gives a cell, and those behind it that the syllable takes, to n bytes of the canvas's text.
static void set_cell(struct canvas *canvas, int row, int col, int own, size_t at, size_t n)
{
    struct canvas_cell *cell = canvas_cell_at(canvas, row, col);
    cell->at = (uint32_t)at;
    cell->length = (uint16_t)n;
    cell->columns = (uint8_t)(n ? own : 1);
    for (int i = 1; n && i < own; i++)
        cell[i].columns = 0;
}

// Lays whole syllables of the canvas's text from col on, as many as there is room for; returns the
// column behind them.
static int lay(struct canvas *canvas, int row, int col, int end, size_t base, size_t n)
{
    const char *s = canvas->text.buf + base;
    struct canvas_cell *before = NULL;
    for (size_t at = 0, next; at < n; at = next) {
        next = text_next(s, n, at);
        at = (uint8_t)s[at] < 0x80 ? at : skip_lost_marks(s, at, next);
        size_t length = next - at;
        if (length > CLUSTER_MAX)
            length = utf8_before(s + at, CLUSTER_MAX + 1);
        const int own = length == 1 ? 1 : text_columns(s + at, length);
        if (own == 0) { // a mark without its letter hangs on the cell before, or falls
            bool hangs = before && before->length && before->at + before->length == base + at;
            if (hangs && before->length + length <= CLUSTER_MAX)
                before->length = (uint16_t)(before->length + length);
            continue;
        }
        if (col + own > end)
            break;
        before = canvas_cell_at(canvas, row, col);
        set_cell(canvas, row, col, own, base + at, length == 1 && s[at] == ' ' ? 0 : length);
        col += own;
    }
    return col;
}

// Keeps a text whose bytes have been added already; the cells of its box are blank, and its own.
static void keep_words(struct canvas *canvas, const struct canvas_words *words, enum style style)
{
    if (canvas->words_count == canvas->words_cap) {
        canvas->words_cap = canvas->words_cap ? 2 * canvas->words_cap : 64;
        canvas->words = mem_resize(canvas->words, canvas->words_cap, sizeof *words);
    }
    canvas->words[canvas->words_count++] = *words;
    canvas_fill(canvas, words->row, words->col, words->rows, words->columns, style);
    for (int row = words->row; row < words->row + words->rows; row++)
        for (int col = words->col; col < words->col + words->columns; col++) {
            struct canvas_cell *cell = canvas_cell_at(canvas, row, col);
            cell->at = words->at + words->length;
            cell->words = (uint32_t)canvas->words_count;
        }
}

// --- rows ---------------------------------------------------------------------------------------

static size_t without_blanks(const char *s, size_t n)
{
    while (n > 0 && s[n - 1] == ' ')
        n--;
    return n;
}

// Whether letters would be lost of s; blanks at its end are none.
static bool is_cut(const char *s, size_t n, int columns)
{
    n = without_blanks(s, n);
    return n > (size_t)columns && text_columns(s, n) > columns; // a column takes a byte or more
}

// Lays n bytes of a text into one row of its box: as much as there is room for, and where there
// shall be a mark, that directly behind it.
static void lay_row(struct canvas *canvas, const struct canvas_words *words, int row, size_t base,
                    size_t n, bool marked)
{
    const char *mark = canvas->ascii ? ">" : "…";
    const size_t length = strlen(mark), at = canvas->text.len;
    if (marked)
        str_add_n(&canvas->text, mark, length);
    const char *s = canvas->text.buf + base;
    n = text_fit(s, n, words->columns - marked);
    n = marked ? without_blanks(s, n) : n;
    const int left = words->align == ALIGN_LEFT ? 0 : words->columns - text_columns(s, n) - marked;
    int col = words->col + (words->align == ALIGN_RIGHT ? left : left / 2);
    col = lay(canvas, row, col, words->col + words->columns - marked, base, n);
    if (marked)
        set_cell(canvas, row, col, 1, at, length);
}

static void put_text(struct canvas *canvas, struct canvas_words words, enum style style,
                     const char *s, size_t n)
{
    const int wanted = words.columns, right = canvas->cols - words.col;
    if (!canvas_clip(canvas, &words.row, &words.col, &words.rows, &words.columns))
        return;
    words.at = (uint32_t)canvas->text.len;
    n = keep_safe(&canvas->text, s, n, false);
    words.length = (uint32_t)n;
    keep_words(canvas, &words, style);
    const int room = wanted < right ? wanted : right;
    const bool marked =
        words.is_marked && room >= MARKED_LEAST && is_cut(canvas->text.buf + words.at, n, room);
    lay_row(canvas, &words, words.row, words.at, n, marked);
}

void canvas_part(struct canvas *canvas, int row, int col, int columns, enum style style,
                 enum align align, const char *s, size_t n)
{
    const struct canvas_words words = {
        .row = row, .col = col, .rows = 1, .columns = columns, .align = (uint8_t)align};
    put_text(canvas, words, style, s, n);
}

void canvas_text(struct canvas *canvas, int row, int col, int columns, enum style style,
                 enum align align, const char *s, size_t n)
{
    const struct canvas_words words = {.row = row,
                                       .col = col,
                                       .rows = 1,
                                       .columns = columns,
                                       .align = (uint8_t)align,
                                       .is_marked = true};
    put_text(canvas, words, style, s, n);
}

int canvas_say(struct canvas *canvas, int row, int col, enum style style, const char *s)
{
    size_t n = strlen(s);
    int columns = text_columns(s, n);
    if (columns > canvas->cols - col)
        columns = canvas->cols - col;
    canvas_text(canvas, row, col, columns, style, ALIGN_LEFT, s, n);
    return col + (columns > 0 ? columns : 0);
}

void canvas_put(struct canvas *canvas, int row, int col, enum style style, const char *glyph)
{
    canvas_text(canvas, row, col, 1, style, ALIGN_LEFT, glyph, strlen(glyph));
}

// --- paragraphs ---------------------------------------------------------------------------------

// Whether any of the lines has letters.
static bool has_letters(const struct text_line *lines, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (lines[i].len > 0)
            return true;
    return false;
}

// Lays line i of a paragraph; where it is the last and there is more, on to where it is cut.
static void lay_line(struct canvas *canvas, const struct canvas_words *words, int row,
                     struct text_line line, bool more)
{
    const char *s = canvas->text.buf + words->at + line.from;
    const size_t rest = words->length - line.from;
    const char *end = more ? memchr(s, '\n', rest) : s + line.len;
    const size_t n = end ? (size_t)(end - s) : rest;
    const bool marked = words->columns >= MARKED_LEAST && (more || is_cut(s, n, words->columns));
    lay_row(canvas, words, row, words->at + line.from, n, marked);
}

// What fits the cells is one line everywhere.
static bool is_one_line(const char *s, size_t n, int columns)
{
    return !memchr(s, '\n', n) && text_columns(s, n) <= columns;
}

int canvas_columns(const struct canvas *canvas, const char *s, size_t n, enum style style)
{
    const struct canvas_measure *measure = &canvas->measure;
    return measure->columns ? measure->columns(measure->self, s, n, style) : text_columns(s, n);
}

int canvas_lines(const struct canvas *canvas, const char *s, size_t n, int columns,
                 enum style style, int most)
{
    const struct canvas_measure *measure = &canvas->measure;
    autofree struct text_line *lines = NULL;
    if (is_one_line(s, n, columns))
        return 1;
    if (measure->lines)
        return measure->lines(measure->self, s, n, columns, style, most);
    const size_t count = text_wrap(s, n, columns, &lines);
    return count < (size_t)most ? (int)count : most;
}

// The same of a text that is broken into so many lines by the cells, for the rows of its box.
static int lines_shown(const struct canvas *canvas, const struct canvas_words *words, size_t count,
                       enum style style)
{
    if (canvas->measure.lines && count > 1)
        return canvas_lines(canvas, canvas->text.buf + words->at, words->length, words->columns,
                            style, words->rows);
    return count < (size_t)words->rows ? (int)count : words->rows;
}

int canvas_wrapped(struct canvas *canvas, int row, int col, int rows, int columns, enum style style,
                   const char *s, size_t n)
{
    if (rows <= 0 || columns <= 0)
        return 0;
    struct canvas_words words = {.at = (uint32_t)canvas->text.len,
                                 .row = row,
                                 .col = col,
                                 .rows = rows,
                                 .columns = columns,
                                 .is_marked = true,
                                 .is_paragraph = true};
    n = keep_safe(&canvas->text, s, n, true);
    words.length = (uint32_t)n;
    autofree struct text_line *lines = NULL;
    const size_t count = text_wrap(canvas->text.buf + words.at, n, columns, &lines);
    const int used = lines_shown(canvas, &words, count, style);
    const bool more = (size_t)used < count && has_letters(lines + used, count - (size_t)used);
    words.rows = used;
    if (!canvas_clip(canvas, &words.row, &words.col, &words.rows, &words.columns))
        return used;
    keep_words(canvas, &words, style);
    for (int y = words.row; y < words.row + words.rows && y - row < (int)count; y++)
        lay_line(canvas, &words, y, lines[y - row], more && y - row == used - 1);
    return used;
}
