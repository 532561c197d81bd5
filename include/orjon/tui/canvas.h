// SPDX-License-Identifier: GPL-3.0-or-later
// A grid of cells on which everything is drawn, before any terminal is told.
//
// A cell holds a whole syllable, however many bytes that takes; a syllable of w columns owns w
// cells. What is drawn outside is cut off. Rows and columns count from 0. Neighbouring fields are
// kept apart by a rule or two blanks: only then can every terminal keep the rules upright (see
// terminal.h).
#pragma once

#include "orjon/base/str.h"
#include "orjon/base/text.h"

#include <stdbool.h>
#include <stdint.h>

// Roles, never colours: name, and the letter in canvas_dump_styles.
#define STYLE_LIST(_)                                                                              \
    _(PLAIN, '.')    /* running text */                                                            \
    _(TITLE, 'T')    /* the top line of a screen */                                                \
    _(HEADING, 'H')  /* headings of columns and sections */                                        \
    _(RULE, 'R')     /* box rules */                                                               \
    _(DIM, 'd')      /* less important text */                                                     \
    _(LABEL, 'L')    /* the name of a field */                                                     \
    _(FIELD, 'f')    /* a value that can be edited */                                              \
    _(FOCUS, 'F')    /* what the keys act on */                                                    \
    _(EDIT, 'E')     /* a field while it is typed in */                                            \
    _(SELECTED, 'S') /* marked text, the page that is chosen */                                    \
    _(GOOD, 'g')                                                                                   \
    _(WARNING, 'w')                                                                                \
    _(ERROR, 'e')                                                                                  \
    _(KEY, 'k')      /* key bar: the key itself */                                                 \
    _(KEY_NAME, 'n') /* key bar: what it does */                                                   \
    _(MARK, 'm')     /* what a search has found */

enum style {
#define STYLE_ENUM(name, letter) STYLE_##name,
    STYLE_LIST(STYLE_ENUM)
#undef STYLE_ENUM
        STYLE_COUNT
};

struct canvas_cell {
    uint32_t at;     // where its bytes are in the canvas's text
    uint32_t words;  // 1 + the index of the text in whose box it is; 0: in none
    uint16_t length; // 0 for a blank
    uint8_t columns; // cells it owns, 1 for a blank; 0 in the cells after the first
    uint8_t style;   // enum style
    bool is_page;    // it is a part of the page area, and nothing was drawn over it
    bool is_at;      // it is of the row that the keys act on
};

// A text as it was written, whole, and the box that it was given: for a front that shapes it and
// cuts it where its letters end. What was drawn over it has taken cells of the box away. A cell
// that it still has begins at byte `at` of it: behind its end where the box has more cells than the
// text, elsewhere for the mark of what is cut.
struct canvas_words {
    uint32_t at, length; // of its bytes in the canvas's text
    int row, col, rows, columns;
    uint8_t align;     // enum align
    bool is_marked;    // a mark says where it is cut; else it scrolls
    bool is_paragraph; // it is wrapped over its rows, and may have line breaks
};

// A page in the page area, or as much of it as is seen; lengths in cells, from the area's corner.
struct canvas_leaf {
    int page;
    double x, y, width, height;
    double units; // its width in that in which it is drawn
};

enum { CANVAS_LEAVES = 8 };

// A part that a front may show as pictures rather than as cells. Nothing here knows what draws
// them.
struct canvas_page {
    int row, col, rows, cols;
    struct canvas_leaf leaf[CANVAS_LEAVES];
    int leaves;
    void *self;
    void (*draw)(void *self, int page, void *cairo); // on a `cairo_t *`, from 0, 0 on
    unsigned edition; // another one draws something else on the same pages
};

struct canvas_rows {
    int row, rows;
};

enum { CANVAS_FOLLOWS = 2 };

// What a front that shapes texts measures. NULL: the cells say it.
struct canvas_measure {
    void *self;
    // How many lines it breaks a text into, for a box of so many columns; at most `most`.
    int (*lines)(void *self, const char *s, size_t n, int columns, enum style style, int most);
    // How many columns the letters of a text take; a box of so many shows it whole.
    int (*columns)(void *self, const char *s, size_t n, enum style style);
};

struct canvas {
    int rows, cols; // what may be drawn on
    int height;     // rows there are; a drawer may be given fewer (canvas_limit)
    int cursor_row, cursor_col;
    double aspect; // height of a cell by its width where the front shows page areas; else 0
    struct canvas_measure measure;
    struct canvas_page page;                   // draw NULL: none
    struct canvas_rows follow[CANVAS_FOLLOWS]; // see canvas_follow
    int follows;
    const void *follows_of;
    bool ascii; // rules and marks in ASCII, for terminals without box characters
    struct str text;
    struct canvas_cell *cell;
    struct canvas_words *words; // as they were drawn
    size_t words_count, words_cap;
};

struct canvas *canvas_new(int rows, int cols);
void canvas_free(struct canvas **p);
void canvas_resize(struct canvas *canvas, int rows, int cols); // blank afterwards
void canvas_clear(struct canvas *canvas);                      // blank, cursor at 0, 0, no limit
void canvas_limit(struct canvas *canvas, int rows); // only the first rows can be drawn on

// Writes s into `columns` cells, padded with blanks of the style; if wider (and of 3 columns) cut,
// «…» behind its last syllable. Control characters become blanks, what is not UTF-8 question marks.
void canvas_text(struct canvas *canvas, int row, int col, int columns, enum style style,
                 enum align align, const char *s, size_t n);
// Writes s from col on without padding, up to the right edge; returns the column after it.
int canvas_say(struct canvas *canvas, int row, int col, enum style style, const char *s);
void canvas_fill(struct canvas *canvas, int row, int col, int rows, int columns, enum style style);
// One glyph of one column.
void canvas_put(struct canvas *canvas, int row, int col, enum style style, const char *glyph);

enum rule_way { RULE_HORIZONTAL, RULE_VERTICAL };
void canvas_rule(struct canvas *canvas, int row, int col, int length, enum rule_way rule);
void canvas_box(struct canvas *canvas, int row, int col, int rows, int columns); // an empty frame

// How many columns a text takes where it is shown.
int canvas_columns(const struct canvas *canvas, const char *s, size_t n, enum style style);
// How many rows a text needs in so many columns where it is shown, at most `most`.
int canvas_lines(const struct canvas *canvas, const char *s, size_t n, int columns,
                 enum style style, int most);
// Wrapped text in at most `rows` rows, marked where more is left; returns the rows used.
int canvas_wrapped(struct canvas *canvas, int row, int col, int rows, int columns, enum style style,
                   const char *s, size_t n);

// Makes a blank part the page area, of which there is one. What is drawn later lies over it.
void canvas_page(struct canvas *canvas, const struct canvas_page *page);

void canvas_cursor(struct canvas *canvas, int row, int col);
void canvas_set_style(struct canvas *canvas, int row, int col, int rows, int columns,
                      enum style style);
// The same for cells of one style alone: what is marked in a part that does not have the keys.
void canvas_change_style(struct canvas *canvas, int row, int col, int rows, int columns,
                         enum style from, enum style to);

// Of what is drawn there already: it is the row that the keys act on, and has a ground of its own
// where there are many colours.
void canvas_mark_row(struct canvas *canvas, int row, int col, int rows, int columns);

// Rows that only tell of what the keys act on, and follow it: a front may show them once keys rest.
// `of` is what they tell of all the time: rows of something else are not left in their place.
void canvas_follow(struct canvas *canvas, const void *of, int row, int rows);
void canvas_follow_above(struct canvas *canvas, int row); // but for the rows from this one on

// A cell that is there; the bytes of its syllable (" " for a blank).
static inline const struct canvas_cell *canvas_cell(const struct canvas *canvas, int row, int col)
{
    return &canvas->cell[(size_t)row * (size_t)canvas->cols + (size_t)col];
}

static inline const char *canvas_bytes(const struct canvas *canvas, const struct canvas_cell *cell,
                                       size_t *ret_n)
{
    *ret_n = cell->length ? cell->length : 1;
    return cell->length ? canvas->text.buf + cell->at : " ";
}

// All rows as lines of text without trailing blanks, or as one letter a cell for its style
// (trailing plain cells stripped).
void canvas_dump(const struct canvas *canvas, struct str *ret);
void canvas_dump_styles(const struct canvas *canvas, struct str *ret);
