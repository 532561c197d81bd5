// SPDX-License-Identifier: GPL-3.0-or-later
// The type that a pdf is set in: fonts, shaped words, texts broken into lines.
//
// Each word is shaped once for a paper, at the base size, and everything is measured in points at
// that size. A part of the paper that is set smaller is laid out on a sheet that is larger by as
// much, and drawn through a scale.
#pragma once

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
    double width;   // without the blank
    double advance; // with it
};

struct pdf_type {
    PangoContext *context[FACES];
    GHashTable *word[FACES]; // by text
    GPtrArray *part;         // of words that were cut
    struct str key;          // scratch
    double pitch;            // from line to line
    double ascent;           // from the top of a line to its letters' foot
    double column;           // what stands for one column of text
};

// FAILED, naming the package to install, when no font here can write Bengali.
enum status pdf_type_open(struct pdf_type *ret, struct err *err);
void pdf_type_done(struct pdf_type *type);
#define autotype __attribute__((cleanup(pdf_type_done))) struct pdf_type

const struct pdf_word *pdf_word_of(struct pdf_type *type, enum pdf_face face, const char *s,
                                   size_t n, bool blank);
// The width of what comes before byte `at` of the word's text.
double pdf_word_width_to(const struct pdf_word *word, size_t at);
// Cuts a word between syllables so that the head is at most `width`, but one syllable at least.
// False when it is one syllable.
bool pdf_word_cut(struct pdf_type *type, const struct pdf_word *word, double width,
                  const struct pdf_word **ret_head, const struct pdf_word **ret_tail);

// What is wrapped as one. A very long piece is several runs, each joined to the one before.
struct pdf_piece {
    const struct pdf_word *word; // the run
    double width;                // of all runs of the piece, with its first
    bool joined;
    bool newline; // a break must follow
};

struct pdf_text {
    struct pdf_piece *piece;
    size_t pieces;
    double hard; // the widest of what must not be cut
    double soft; // the widest piece
    double wish; // the widest line, as its newlines have it
};

// Shapes a text. A `whole` one is broken at newlines only.
struct pdf_text pdf_text_of(struct pdf_type *type, enum pdf_face face, const char *text, bool whole,
                            struct arena *arena);

struct pdf_line {
    const struct pdf_word **word;
    size_t words;
    double width;
};
struct pdf_lines {
    struct pdf_line *line;
    size_t count;
};

struct pdf_lines pdf_text_wrap(struct pdf_type *type, const struct pdf_text *text, double width,
                               struct arena *arena);

// x: of the left edge of a space `width` wide; y: of the top of the line.
void pdf_line_draw(const struct pdf_type *type, cairo_t *cr, const struct pdf_line *line, double x,
                   double y, double width, enum align align);
