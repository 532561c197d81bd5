// SPDX-License-Identifier: GPL-3.0-or-later
// Estimates of what text takes on paper. The widths of letters are those of Noto Sans Bengali, the
// widest font that these papers are likely to be read in, rounded up.
#include "measure.h"

#include "table.h"
#include "text/columns.h"

#include <limits.h>
#include <string.h>

enum { HASANTA = 0x09CD };

// Thousandths of an em that a code point adds to the line.
static int advance_of(uint32_t c)
{
    static const struct {
        uint32_t first, last;
        int advance;
    } ranges[] = {
        {' ', ' ', 260},       {',', '.', 330},       {'/', '/', 450},
        {'0', '9', 570},       {'A', 'Z', 680},       {'a', 'z', 570},
        {0x21, 0x7E, 480},     {0x0964, 0x0965, 440}, // dandas
        {0x0981, 0x0981, 0},                          // candrabindu
        {0x0982, 0x0983, 420}, {0x0985, 0x0994, 950}, // vowels that stand alone
        {0x0995, 0x09B9, 720},                        // consonants
        {0x09BC, 0x09BC, 0},   {0x09BE, 0x09C0, 260}, // aa, i, ii
        {0x09C1, 0x09C4, 0},   {0x09C7, 0x09C8, 410}, {0x09CB, 0x09CC, 650},
        {HASANTA, HASANTA, 0}, {0x09DC, 0x09DF, 720}, {0x09E6, 0x09EF, 590}, // digits
        {0x200B, 0x200F, 0},
    };
    for (size_t i = 0; i < sizeof ranges / sizeof *ranges; i++)
        if (c >= ranges[i].first && c <= ranges[i].last)
            return ranges[i].advance;
    return 750;
}

// The code point at s, which is UTF-8; *ret_n is how many bytes it takes.
static uint32_t decode(const char *s, size_t *ret_n)
{
    unsigned char lead = (unsigned char)*s;
    size_t more = lead < 0xC0 ? 0 : lead < 0xE0 ? 1 : lead < 0xF0 ? 2 : 3, i = 1;
    uint32_t c = more ? lead & (0x3FU >> more) : lead;
    for (; i <= more && ((unsigned char)s[i] & 0xC0) == 0x80; i++)
        c = c << 6 | ((unsigned char)s[i] & 0x3FU);
    *ret_n = i;
    return c;
}

int measure_text(const char *s, size_t n, int em)
{
    enum { JOINED = 120 }; // what the second letter of a conjunct adds
    int64_t total = 0;
    uint32_t before = 0;
    for (size_t at = 0, bytes; at < n; at += bytes) {
        uint32_t c = decode(s + at, &bytes);
        bool joined = before == HASANTA && c >= 0x0995 && c <= 0x09DF;
        total += joined ? JOINED : advance_of(c);
        before = c;
    }
    total = total * em / 1000;
    return total < INT_MAX ? (int)total : INT_MAX;
}

// Bytes of the piece at s that programs do not break: up to a blank, or a hyphen or stroke between
// letters. A stroke in a date does not end it.
static size_t piece_of(const char *s)
{
    size_t n = 0;
    for (;;) {
        n += strcspn(s + n, " \n/-");
        if (s[n] != '/' && s[n] != '-')
            return n;
        n++;
        size_t bytes;
        uint32_t next = s[n] ? decode(s + n, &bytes) : 0;
        if (!(next >= '0' && next <= '9') && !(next >= 0x09E6 && next <= 0x09EF))
            return n;
    }
}

int measure_lines(const char *text, int width, int em)
{
    int lines = 1, blank = measure_text(" ", 1, em);
    int64_t used = 0;
    if (width < em)
        width = em;
    for (size_t n; *text; text += n) {
        n = piece_of(text);
        int need = measure_text(text, n, em);
        if (used > 0 && used + need > width)
            lines++, used = 0;
        used += need;
        lines += used > width ? (int)((used - 1) / width) : 0; // a long word is cut
        used = used > width ? used % width : used;
        if (text[n] == '\n')
            lines++, used = 0;
        used += text[n] == ' ' && used > 0 ? blank : 0;
        n += text[n] == ' ' || text[n] == '\n';
    }
    return lines;
}

static void at_least(int *value, int least)
{
    if (*value < least)
        *value = least;
}

// No more than LONGEST, which no page holds and with which can still be reckoned.
static int longest_piece(const struct cell *cell, int em)
{
    enum { LONGEST = 1 << 20 };
    int longest = 0;
    for (const char *s = cell->text; *s;) {
        size_t n = cell->kind == CELL_TEXT ? piece_of(s) : strcspn(s, "\n");
        at_least(&longest, measure_text(s, n, em));
        s += n;
        s += strspn(s, " \n");
    }
    return longest < LONGEST ? longest : LONGEST;
}

static void find_least(const struct laid_table *frame, const struct measure *measure, int *least)
{
    enum {
        WORD_MAX = 9, // ems; a longer word may be cut
        BOLD = 108,   // percent
    };
    for (size_t r = 0; r < frame->rows; r++)
        for (size_t c = 0; c < frame->columns; c++) {
            const struct cell *cell = &frame->row[r].cell[c];
            if (cell->above || cell->covered || row_span(&frame->row[r], c) > 1)
                continue;
            bool bold = cell->bold || frame->row[r].kind == ROW_HEADING;
            int64_t piece = (int64_t)longest_piece(cell, measure->em) * (bold ? BOLD : 100) / 100;
            if (cell->kind == CELL_TEXT && piece > WORD_MAX * measure->em)
                piece = WORD_MAX * measure->em;
            piece += measure->pad;
            at_least(&least[c], piece < INT_MAX ? (int)piece : INT_MAX);
        }
}

static int64_t sum_of(const int *value, size_t count)
{
    int64_t total = 0;
    for (size_t i = 0; i < count; i++)
        total += value[i];
    return total;
}

// Lets the columns that have more than they need give to those that have less.
static void even_out(int *width, const int *least, size_t count)
{
    int64_t lacking = 0, spare = 0;
    for (size_t c = 0; c < count; c++)
        if (width[c] < least[c])
            lacking += least[c] - width[c];
        else
            spare += width[c] - least[c];
    for (size_t c = 0; c < count; c++)
        if (width[c] <= least[c])
            width[c] = least[c];
        else
            width[c] -= (int)((width[c] - least[c]) * lacking / spare);
}

bool measure_columns(const struct table *table, const struct measure *measure, int *ret)
{
    struct arena arena = {0};
    struct laid_table *frame = laid_table_new(&columns_metrics, table, &arena);
    const int64_t narrow = laid_table_least(frame, false);
    laid_table_lay(frame, measure->columns > narrow ? measure->columns : narrow, LENGTH_ENDLESS,
                   &arena);
    int width[TABLE_COLUMNS_MAX];
    for (size_t c = 0; c < table->columns; c++)
        width[c] = (int)(frame->x[c + 1] - frame->x[c] - 1 - 2 * frame->pad);
    int least[TABLE_COLUMNS_MAX] = {0};
    find_least(frame, measure, least);
    int64_t needed = sum_of(least, table->columns);
    bool fits = needed <= measure->page;
    const int *weight = fits ? width : least;
    int64_t whole = sum_of(weight, table->columns);
    for (size_t c = 0; c < table->columns; c++)
        ret[c] = (int)((int64_t)measure->page * weight[c] / (whole > 0 ? whole : 1));
    if (fits)
        even_out(ret, least, table->columns);
    if (table->columns)
        ret[table->columns - 1] += measure->page - (int)sum_of(ret, table->columns);
    arena_done(&arena);
    return fits;
}
