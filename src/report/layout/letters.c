// SPDX-License-Identifier: GPL-3.0-or-later
// Texts measured by the widths of their letters, without shaping: the words of our papers come out
// within one part in a hundred of what Pango makes of them.
#include "letters.h"

#include "orjon/base/larger.h"
#include "widths.h"

#include <string.h>

// What is wrapped as one: its width, and with the blank behind it.
struct piece {
    int64_t width, advance;
    int64_t syllable; // the widest of them, of a word that may be cut; else 0
    bool newline;     // a break must follow
};

struct body {
    struct piece *piece;
    size_t count;
};

// The code point at s, which is UTF-8; *ret_n is how many bytes it takes.
static uint32_t decode(const char *s, size_t *ret_n)
{
    const unsigned char lead = (unsigned char)*s;
    const size_t more = lead < 0xC0 ? 0 : lead < 0xE0 ? 1 : lead < 0xF0 ? 2 : 3;
    uint32_t c = more ? lead & (0x3FU >> more) : lead;
    size_t i = 1;
    for (; i <= more && ((unsigned char)s[i] & 0xC0) == 0x80; i++)
        c = c << 6 | ((unsigned char)s[i] & 0x3FU);
    *ret_n = i;
    return c;
}

static struct letter_width width_of(uint32_t c)
{
    static const struct letter_width danda = {464, 482}, other = {500, 520}, none = {0, 0};
    if (c >= ASCII_FIRST && c < ASCII_FIRST + ASCII_COUNT)
        return ascii_widths[c - ASCII_FIRST];
    if (c >= LETTERS_FIRST && c < LETTERS_FIRST + LETTERS_COUNT)
        return bengali_widths[c - LETTERS_FIRST];
    return c == 0x0964 ? danda : c >= 0x200B && c <= 0x200F ? none : other;
}

// The longest of the joined letters that s begins with: how many bytes these are, or 0.
static size_t joined_at(const char *s, size_t n, struct letter_width *ret)
{
    enum { SIGNS = 0xA7 }; // the second byte of hasanta and of the signs that join
    size_t longest = 0;
    if (n < 6 || (unsigned char)s[4] != SIGNS)
        return 0;
    for (size_t i = 0; i < sizeof joined_widths / sizeof *joined_widths; i++) {
        const size_t bytes = strlen(joined_widths[i].letters);
        if (bytes <= longest || bytes > n || memcmp(joined_widths[i].letters, s, bytes) != 0)
            continue;
        longest = bytes;
        *ret = joined_widths[i].width;
    }
    return longest;
}

// Thousandths of the size.
static int64_t measure(const char *s, size_t n, bool bold)
{
    enum { HASANTA = 0x09CD, JOINED = 100, BENGALI = 0xE0 }; // what a second letter adds
    int64_t total = 0;
    bool joins = false;
    for (size_t at = 0, bytes; at < n; at += bytes) {
        struct letter_width width;
        const bool bengali = (unsigned char)s[at] == BENGALI;
        bytes = bengali && !joins ? joined_at(s + at, n - at, &width) : 0;
        if (bytes) {
            total += bold ? width.bold : width.plain;
            continue;
        }
        const uint32_t c = decode(s + at, &bytes);
        width = width_of(c);
        total += joins ? JOINED : bold ? width.bold : width.plain;
        joins = c == HASANTA;
    }
    return total;
}

int64_t letters_width(const char *s, size_t n, bool bold)
{
    return measure(s, n, bold) * LETTERS_EM / 1000;
}

static int64_t widest_syllable(const char *s, size_t n, bool bold)
{
    int64_t widest = 0;
    for (size_t at = 0, next; at < n; at = next) {
        next = text_next(s, n, at);
        widest = larger64(widest, letters_width(s + at, next - at, bold));
    }
    return widest;
}

static struct text_piece next_piece(const char *text, size_t n, size_t at, bool whole)
{
    if (!whole)
        return text_piece_at(text, n, at);
    const char *newline = memchr(text + at, '\n', n - at);
    const size_t end = newline ? (size_t)(newline - text) : n;
    return (struct text_piece){.end = end, .after = end + !!newline, .newline = newline};
}

static struct shaped shape(void *of, const char *text, bool bold, bool whole, struct arena *arena)
{
    const int wide = *(const int *)of;
    const size_t n = strlen(text);
    struct body *body = arena_alloc(arena, sizeof *body);
    struct shaped ret = {.body = body};
    size_t cap = 0;
    int64_t x = 0;
    for (size_t at = 0; at < n;) {
        const struct text_piece found = next_piece(text, n, at, whole);
        struct piece piece = {.width = letters_width(text + at, found.end - at, bold) * wide / 100,
                              .newline = found.newline};
        const bool blank = found.after > found.end && !found.newline;
        piece.advance = piece.width + (blank ? letters_width(" ", 1, bold) * wide / 100 : 0);
        if (found.cuttable)
            piece.syllable = widest_syllable(text + at, found.end - at, bold) * wide / 100;
        ret.hard = larger64(ret.hard, found.cuttable ? piece.syllable : piece.width);
        ret.soft = larger64(ret.soft, piece.width);
        ret.wish = larger64(ret.wish, x + piece.width);
        x = piece.newline ? 0 : x + piece.advance;
        body->piece = arena_grow(arena, body->piece, body->count, &cap, sizeof piece);
        body->piece[body->count++] = piece;
        at = found.after;
    }
    return ret;
}

struct wrapping {
    struct set_lines lines;
    size_t cap;
    struct arena *arena;
    int64_t advance, width; // of the line that is being filled
};

static void end_line(struct wrapping *w)
{
    w->lines.line =
        arena_grow(w->arena, w->lines.line, w->lines.count, &w->cap, sizeof *w->lines.line);
    w->lines.line[w->lines.count++] = (struct set_line){.body = "", .width = w->width};
    w->advance = w->width = 0;
}

static void add_piece(struct wrapping *w, const struct piece *piece, int64_t room)
{
    int64_t rest = piece->width;
    if (w->advance && w->advance + rest > room)
        end_line(w);
    for (; piece->syllable && rest > room; rest -= room) { // on each line as much as it holds
        w->width = room;
        end_line(w);
    }
    w->width = w->advance + rest;
    w->advance += rest + piece->advance - piece->width;
    if (piece->newline)
        end_line(w);
}

static struct set_lines wrap(void *of, const struct shaped *text, int64_t width,
                             struct arena *arena)
{
    (void)of;
    const struct body *body = text->body;
    struct wrapping w = {.arena = arena};
    for (size_t i = 0; i < body->count; i++)
        add_piece(&w, &body->piece[i], larger64(width, LETTERS_EM));
    if (w.advance)
        end_line(&w);
    return w.lines;
}

void letters_metrics(struct metrics *ret, enum letters_font font)
{
    static int wide[] = {[LETTERS_PDF] = 100, [LETTERS_WIDEST] = 119}; // percent
    ret->of = &wide[font];
    ret->shape = shape;
    ret->wrap = wrap;
    ret->line = LETTERS_EM * LETTERS_LINE / 1000;
    ret->column = LETTERS_EM * LETTERS_COLUMN / 1000;
}
