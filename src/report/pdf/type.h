// SPDX-License-Identifier: GPL-3.0-or-later
// The type that a pdf is set in: fonts, shaped words, texts broken into lines.
//
// Each word is shaped once for a paper, at the base size, and everything is measured in Pango's
// units at that size.
#pragma once

#include "layout/metrics.h"

#include "orjon/base/error.h"
#include "orjon/base/mem.h"
#include "orjon/base/str.h"
#include "orjon/base/text.h"

#include <pango/pangocairo.h>

enum pdf_face { FACE_PLAIN, FACE_BOLD, FACES };
enum { TYPE_SIZE = 10 }; // points

// A piece of text that line breaks leave whole, or a part of one that no line could hold.
struct pdf_word {
    const char *text;      // of the whole piece
    size_t from, end;      // what of it is here; the blank behind it comes after `end`
    PangoGlyphItem **item; // with the blank
    size_t items;
    int64_t width;   // without the blank
    int64_t advance; // with it
};

struct pdf_type {
    PangoContext *context[FACES];
    GHashTable *word[FACES]; // by text
    GPtrArray *part;         // of words that were cut
    struct str key;          // scratch
    int64_t pitch;           // from line to line
    int64_t ascent;          // from the top of a line to its letters' foot
    int64_t column;          // what stands for one column of text
};

// FAILED, naming the package to install, when no font here can write Bengali.
enum status pdf_type_open(struct pdf_type *ret, struct err *err);
void pdf_type_done(struct pdf_type *type);
#define autotype __attribute__((cleanup(pdf_type_done))) struct pdf_type

const struct pdf_word *pdf_word_of(struct pdf_type *type, enum pdf_face face, const char *s,
                                   size_t n, bool blank);
// The width of what comes before byte `at` of the word's text.
int64_t pdf_word_width_to(const struct pdf_word *word, size_t at);
// Cuts a word between syllables so that the head is at most `width`, but one syllable at least.
// False when it is one syllable.
bool pdf_word_cut(struct pdf_type *type, const struct pdf_word *word, int64_t width,
                  const struct pdf_word **ret_head, const struct pdf_word **ret_tail);

// The metrics of the page engine for that type.
struct shaped pdf_text_shape(void *type, const char *text, bool bold, bool whole,
                             struct arena *arena);
struct set_lines pdf_text_wrap(void *type, const struct shaped *text, int64_t width,
                               struct arena *arena);

// x: of the left edge of a space `width` wide; y: of the top of the line.
void pdf_line_draw(const struct pdf_type *type, cairo_t *cr, const struct set_line *line, int64_t x,
                   int64_t y, int64_t width, enum align align);
// Where the word is a bar of blocks, a rectangle as long as it in place of its letters; else false.
bool pdf_bar_draw(const struct pdf_type *type, cairo_t *cr, const struct pdf_word *word, int64_t x,
                  int64_t y);

// The outlines of a line whose letters stand on y, for a picture that is no text.
void pdf_line_path(cairo_t *cr, const struct set_line *line, int64_t x, int64_t y);

static inline double pdf_points(int64_t length)
{
    return (double)length / PANGO_SCALE;
}
