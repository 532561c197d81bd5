// SPDX-License-Identifier: GPL-3.0-or-later
// Texts of shaped words: their widths, their lines.
#include "type.h"

#include "orjon/base/larger.h"

#include <string.h>

// What is wrapped as one. A very long piece is several runs, each joined to the one before.
struct piece {
    const struct pdf_word *word; // the run
    int64_t width;               // of all runs of the piece, with its first
    bool joined;
    bool newline; // a break must follow
};

// The body of a text, and that of a line.
struct pieces {
    struct piece *piece;
    size_t count;
};
struct words {
    const struct pdf_word **word;
    size_t count;
};

static int64_t widest_syllable(const struct pdf_word *word)
{
    int64_t widest = 0, x = 0;
    for (size_t at = word->from; at < word->end;) {
        at = text_next(word->text, word->end, at);
        int64_t end = pdf_word_width_to(word, at);
        widest = larger64(widest, end - x);
        x = end;
    }
    return widest;
}

static struct text_piece next_piece(const char *text, size_t n, size_t at, bool whole)
{
    if (!whole)
        return text_piece_at(text, n, at);
    const char *newline = memchr(text + at, '\n', n - at);
    size_t end = newline ? (size_t)(newline - text) : n;
    return (struct text_piece){.end = end, .after = end + !!newline, .newline = newline};
}

struct setting {
    struct pdf_type *type;
    enum pdf_face face;
    struct arena *arena;
    struct piece *piece;
    size_t pieces, cap;
    int64_t x; // where the line ends, were it not broken
    int64_t hard, soft, wish;
};

static void add_piece(struct setting *set, struct piece piece)
{
    set->piece = arena_grow(set->arena, set->piece, set->pieces, &set->cap, sizeof *set->piece);
    set->piece[set->pieces++] = piece;
}

// The end of the run of syllables at `at` that is shaped in one.
static size_t run_end(const char *text, size_t at, size_t end)
{
    enum { RUN = 64 }; // syllables; no word that anybody writes is as long
    for (int i = 0; i < RUN && at < end; i++)
        at = text_next(text, end, at);
    return at;
}

// To measure and to cut a word takes a time that grows with the square of its length, so one that
// is too long for any line is set as runs of syllables, each joined to the one before.
static void set_piece(struct setting *set, const char *text, size_t at,
                      const struct text_piece *piece)
{
    const bool blank = piece->after > piece->end && !piece->newline;
    const size_t first = set->pieces;
    int64_t width = 0;
    do {
        const size_t end = run_end(text, at, piece->end);
        const bool last = end == piece->end;
        const struct pdf_word *word =
            pdf_word_of(set->type, set->face, text + at, end - at, last && blank);
        add_piece(set, (struct piece){.word = word,
                                      .joined = set->pieces > first,
                                      .newline = last && piece->newline});
        if (piece->cuttable)
            set->hard = larger64(set->hard, widest_syllable(word));
        set->soft = larger64(set->soft, width + word->width);
        set->wish = larger64(set->wish, set->x + word->width);
        set->x += word->advance;
        width += word->width;
        at = end;
    } while (at < piece->end);
    set->piece[first].width = width;
    if (!piece->cuttable)
        set->hard = larger64(set->hard, width);
    if (piece->newline)
        set->x = 0;
}

struct shaped pdf_text_shape(void *type, const char *text, bool bold, bool whole,
                             struct arena *arena)
{
    struct setting set = {.type = type, .face = bold ? FACE_BOLD : FACE_PLAIN, .arena = arena};
    const size_t n = strlen(text);
    for (size_t at = 0; at < n;) {
        const struct text_piece piece = next_piece(text, n, at, whole);
        set_piece(&set, text, at, &piece);
        at = piece.after;
    }
    struct pieces *body = arena_alloc(arena, sizeof *body);
    *body = (struct pieces){set.piece, set.pieces};
    return (struct shaped){.body = body, .hard = set.hard, .soft = set.soft, .wish = set.wish};
}

struct wrapping {
    struct pdf_type *type;
    struct arena *arena;
    struct set_lines lines;
    size_t lines_cap;
    struct words words; // of the line that is being filled
    size_t words_cap;
    int64_t advance; // of them
};

static void add_word(struct wrapping *w, const struct pdf_word *word)
{
    w->words.word = arena_grow(w->arena, w->words.word, w->words.count, &w->words_cap,
                               sizeof(struct pdf_word *));
    w->words.word[w->words.count++] = word;
    w->advance += word->advance;
}

static void end_line(struct wrapping *w)
{
    const struct pdf_word *last = w->words.count ? w->words.word[w->words.count - 1] : NULL;
    struct words *body = arena_alloc(w->arena, sizeof *body);
    *body = w->words;
    w->lines.line =
        arena_grow(w->arena, w->lines.line, w->lines.count, &w->lines_cap, sizeof *w->lines.line);
    w->lines.line[w->lines.count++] = (struct set_line){
        .body = body, .width = last ? w->advance - last->advance + last->width : 0};
    w->words = (struct words){0};
    w->words_cap = 0;
    w->advance = 0;
}

// As many of its syllables on each line as have room; one at least.
static void add_run(struct wrapping *w, const struct pdf_word *word, int64_t room)
{
    while (w->advance + word->width > room) {
        const struct pdf_word *head = NULL, *tail = NULL;
        const int64_t left = room - w->advance;
        const bool begun = w->words.count > 0;
        const bool parted = pdf_word_cut(w->type, word, left, &head, &tail);
        if (begun && (parted ? head : word)->width > left) {
            end_line(w);
            continue;
        }
        if (!parted)
            break;
        add_word(w, head);
        end_line(w);
        word = tail;
    }
    add_word(w, word);
}

struct set_lines pdf_text_wrap(void *type, const struct shaped *text, int64_t width,
                               struct arena *arena)
{
    struct wrapping w = {.type = type, .arena = arena};
    const struct pieces *body = text->body;
    for (size_t i = 0; i < body->count; i++) {
        const struct piece *piece = &body->piece[i];
        if (!piece->joined && w.words.count && w.advance + piece->width > width)
            end_line(&w);
        add_run(&w, piece->word, width);
        if (piece->newline)
            end_line(&w);
    }
    if (w.words.count)
        end_line(&w);
    return w.lines;
}

void pdf_line_draw(const struct pdf_type *type, cairo_t *cr, const struct set_line *line, int64_t x,
                   int64_t y, int64_t width, enum align align)
{
    const struct words *words = line->body;
    const int64_t rest = width - line->width;
    x += align == ALIGN_RIGHT ? rest : align == ALIGN_CENTRE ? rest / 2 : 0;
    for (size_t i = 0; i < words->count; i++) {
        const struct pdf_word *word = words->word[i];
        if (pdf_bar_draw(type, cr, word, x, y)) {
            x += word->advance;
            continue;
        }
        for (size_t k = 0; k < word->items; k++) {
            cairo_move_to(cr, pdf_points(x), pdf_points(y + type->ascent));
            pango_cairo_show_glyph_item(cr, word->text, word->item[k]);
            x += pango_glyph_string_get_width(word->item[k]->glyphs);
        }
    }
}

void pdf_line_path(cairo_t *cr, const struct set_line *line, int64_t x, int64_t y)
{
    const struct words *words = line->body;
    for (size_t i = 0; i < words->count; i++)
        for (size_t k = 0; k < words->word[i]->items; k++) {
            const PangoGlyphItem *item = words->word[i]->item[k];
            cairo_move_to(cr, pdf_points(x), pdf_points(y));
            pango_cairo_glyph_string_path(cr, item->item->analysis.font, item->glyphs);
            x += pango_glyph_string_get_width(item->glyphs);
        }
}
