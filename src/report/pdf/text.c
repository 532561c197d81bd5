// SPDX-License-Identifier: GPL-3.0-or-later
// Texts of shaped words: their widths, their lines.
#include "type.h"

#include <math.h>
#include <string.h>

static double widest_syllable(const struct pdf_word *word)
{
    double widest = 0, x = 0;
    for (size_t at = word->from; at < word->end;) {
        at = text_next(word->text, word->end, at);
        double end = pdf_word_width_to(word, at);
        widest = fmax(widest, end - x);
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
    struct pdf_piece *piece;
    size_t pieces, cap;
    double x; // where the line ends, were it not broken
    double hard, soft, wish;
};

static void add_piece(struct setting *set, struct pdf_piece piece)
{
    if (set->pieces == set->cap) {
        set->cap = set->cap ? set->cap * 2 : 16;
        set->piece = mem_resize(set->piece, set->cap, sizeof *set->piece);
    }
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
    double width = 0;
    do {
        const size_t end = run_end(text, at, piece->end);
        const bool last = end == piece->end;
        const struct pdf_word *word =
            pdf_word_of(set->type, set->face, text + at, end - at, last && blank);
        add_piece(set, (struct pdf_piece){.word = word,
                                          .joined = set->pieces > first,
                                          .newline = last && piece->newline});
        if (piece->cuttable)
            set->hard = fmax(set->hard, widest_syllable(word));
        set->soft = fmax(set->soft, width + word->width);
        set->wish = fmax(set->wish, set->x + word->width);
        set->x += word->advance;
        width += word->width;
        at = end;
    } while (at < piece->end);
    set->piece[first].width = width;
    if (!piece->cuttable)
        set->hard = fmax(set->hard, width);
    if (piece->newline)
        set->x = 0;
}

struct pdf_text pdf_text_of(struct pdf_type *type, enum pdf_face face, const char *text, bool whole,
                            struct arena *arena)
{
    struct setting set = {.type = type, .face = face};
    const size_t n = strlen(text);
    for (size_t at = 0; at < n;) {
        const struct text_piece piece = next_piece(text, n, at, whole);
        set_piece(&set, text, at, &piece);
        at = piece.after;
    }
    struct pdf_text ret = {
        .pieces = set.pieces, .hard = set.hard, .soft = set.soft, .wish = set.wish};
    ret.piece = arena_alloc(arena, (set.pieces + 1) * sizeof *ret.piece);
    if (set.pieces)
        memcpy(ret.piece, set.piece, set.pieces * sizeof *set.piece);
    free(set.piece);
    return ret;
}

struct wrapping {
    struct pdf_type *type;
    struct arena *arena;
    struct pdf_line *line; // the words of all lines are in one row
    size_t lines, lines_cap;
    const struct pdf_word **word;
    size_t words, words_cap;
    size_t first;   // word of the line that is being filled
    double advance; // of its words
};

static void add_word(struct wrapping *w, const struct pdf_word *word)
{
    if (w->words == w->words_cap) {
        w->words_cap = w->words_cap ? w->words_cap * 2 : 16;
        w->word = mem_resize(w->word, w->words_cap, sizeof(struct pdf_word *));
    }
    w->word[w->words++] = word;
    w->advance += word->advance;
}

static void end_line(struct wrapping *w)
{
    if (w->lines == w->lines_cap) {
        w->lines_cap = w->lines_cap ? w->lines_cap * 2 : 8;
        w->line = mem_resize(w->line, w->lines_cap, sizeof *w->line);
    }
    const struct pdf_word *last = w->words > w->first ? w->word[w->words - 1] : NULL;
    w->line[w->lines++] = (struct pdf_line){
        .words = w->words - w->first, .width = last ? w->advance - last->advance + last->width : 0};
    w->first = w->words;
    w->advance = 0;
}

static struct pdf_lines keep_lines(struct wrapping *w)
{
    struct pdf_lines ret = {.count = w->lines};
    ret.line = arena_alloc(w->arena, (w->lines + 1) * sizeof *ret.line);
    const struct pdf_word **words =
        arena_alloc(w->arena, (w->words + 1) * sizeof(struct pdf_word *));
    for (size_t i = 0; i < w->words; i++)
        words[i] = w->word[i];
    for (size_t i = 0; i < w->lines; i++) {
        ret.line[i] = w->line[i];
        ret.line[i].word = words;
        words += w->line[i].words;
    }
    free(w->line);
    free(w->word);
    return ret;
}

// As many of its syllables on each line as have room; one at least.
static void add_run(struct wrapping *w, const struct pdf_word *word, double room)
{
    while (w->advance + word->width > room) {
        const struct pdf_word *head = NULL, *tail = NULL;
        const double left = room - w->advance;
        const bool begun = w->words > w->first;
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

struct pdf_lines pdf_text_wrap(struct pdf_type *type, const struct pdf_text *text, double width,
                               struct arena *arena)
{
    struct wrapping w = {.type = type, .arena = arena};
    const double room = width + 0.01; // a width made of the same parts in another order is as wide
    for (size_t i = 0; i < text->pieces; i++) {
        const struct pdf_piece *piece = &text->piece[i];
        if (!piece->joined && w.words > w.first && w.advance + piece->width > room)
            end_line(&w);
        add_run(&w, piece->word, room);
        if (piece->newline)
            end_line(&w);
    }
    if (w.words > w.first)
        end_line(&w);
    return keep_lines(&w);
}

void pdf_line_draw(const struct pdf_type *type, cairo_t *cr, const struct pdf_line *line, double x,
                   double y, double width, enum align align)
{
    double rest = width - line->width;
    x += align == ALIGN_RIGHT ? rest : align == ALIGN_CENTRE ? rest / 2 : 0;
    for (size_t i = 0; i < line->words; i++) {
        const struct pdf_word *word = line->word[i];
        for (size_t k = 0; k < word->items; k++) {
            cairo_move_to(cr, x, y + type->ascent);
            pango_cairo_show_glyph_item(cr, word->text, word->item[k]);
            x += (double)pango_glyph_string_get_width(word->item[k]->glyphs) / PANGO_SCALE;
        }
    }
}
