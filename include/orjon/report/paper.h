// SPDX-License-Identifier: GPL-3.0-or-later
// A paper: settings of its pages and blocks from top to bottom. It is composed once and knows
// nothing of what it is about; the writers (writer.h) put it out as text, csv, html and so on.
//
// What stays together on a page: a line with `keep` and the block after it; the line before a table
// and the table's first row; a section row and the row after it; a signature, all that stands
// between it and the last table, and that table's last row. A knot that is taller than a page is
// untied from its top.
#pragma once

#include "orjon/base/i18n.h"
#include "orjon/base/mem.h"
#include "orjon/report/table.h"

struct paper_settings {
    // Width of a text page. It never depends on the terminal; it is exceeded where the columns of a
    // table do not fit without breaking a number, a date or a word of 14 code points or fewer.
    int columns;
    int lines; // of a text page, with footer; 0: one endless page; else PAPER_LINES_MIN or more
    bool landscape; // of pdf, html and so on
    enum language language;
    enum digits digits;                   // of page numbers and of the copy list
    const char *title, *author, *subject; // metadata; may be NULL
    int32_t day;                          // of the paper, for the metadata; a day number
    const char *mark; // «খসড়া», «নমুনা»: on every page; may be NULL
    bool warns;       // the mark stands in csv too, as the first record
    // Stands at the bottom of every page of a part that has none of its own; may be NULL.
    const char *footer;
};
enum { PAPER_LINES_MIN = 24 };
#define PAPER_SETTINGS                                                                             \
    ((struct paper_settings){.columns = 160,                                                       \
                             .lines = 66,                                                          \
                             .landscape = true,                                                    \
                             .language = LANGUAGE_BENGALI,                                         \
                             .digits = DIGITS_BENGALI})

struct line {
    const char *text; // wrapped to the width of the page; newlines are kept
    enum align align;
    bool bold;
    bool large;  // on a cover: twice the size, where there are sizes
    bool keep;   // stays on the page of the block after it
    bool record; // csv has it too, as a record of one field
};

enum block_kind {
    BLOCK_LINE,
    BLOCK_PAIR,
    BLOCK_SPACE,
    BLOCK_BREAK,
    BLOCK_PART,
    BLOCK_CONTENTS,
    BLOCK_TABLE,
    BLOCK_SIGNATURE,
    BLOCK_COPIES,
};

struct block {
    enum block_kind kind;
    struct line line;  // LINE; the text of SIGNATURE; the left text of PAIR; the title of PART
    const char *right; // PAIR; the footer of PART
    const char *name;  // PART: a short one, for the sheets of a workbook; else empty
    // PART: its own page and mark (paper_append, paper_enclose); else NULL, and the paper's hold
    const struct paper_settings *own;
    bool letter;         // PART: a letter begins here, up to the next one (paper_enclose)
    int count;           // SPACE: blank lines; SIGNATURE: blank lines above; COPIES: least digits
    struct table *table; // TABLE
    const char *const *item; // COPIES
    size_t items;            // COPIES
};

struct paper {
    struct arena arena;
    struct paper_settings settings;
    struct block *block;
    size_t blocks, blocks_cap;
    struct paper *enclosed; // those whose blocks are among its own, one behind the other
};

// Copies the settings with their texts. Never NULL; freed by paper_free, which sets *paper to NULL.
struct paper *paper_new(const struct paper_settings *settings);
void paper_free(struct paper **paper);
#define autopaper __attribute__((cleanup(paper_free))) struct paper

// Blocks. Texts are copied and treated as those of table.h. Blank text makes a blank line.
void paper_line(struct paper *paper, struct line line);
void paper_text(struct paper *paper, const char *text);  // wrapped, from the left
void paper_title(struct paper *paper, const char *text); // centred, bold, kept with what follows
// Memo number left and date right, on one line if both fit, else below each other.
void paper_pair(struct paper *paper, const char *left, const char *right);
void paper_space(struct paper *paper, int lines); // left out at the top of a page
void paper_break(struct paper *paper);            // what follows starts a page
// What follows starts a page and is a part of the paper up to the next one. Its title is not
// printed there: it stands in the bookmarks of a pdf and in the contents. footer may be NULL.
void paper_part(struct paper *paper, const char *title, const char *footer);
// A short name for the part that was begun last, where titles have little room.
void paper_part_name(struct paper *paper, const char *name);
// The titles of the parts behind this block, with the pages they start on.
void paper_contents(struct paper *paper);
// The table belongs to the paper.
struct table *paper_table(struct paper *paper);
// Lines (newlines between them) centred in a block at the right, `space` blank lines above for the
// hand.
void paper_signature(struct paper *paper, int space, const char *lines);
// «০১। জেলা সমবায় অফিসার»: numbered from 1 with at least `digits` digits, 1 or 2.
void paper_copies(struct paper *paper, int digits, const char *const *items, size_t count);

// A paper that is a bundle of letters, or has other papers in it. Both take *of over and set it to
// NULL; it begins with a part, which it is given if it has none.
//
// As a letter of its own: with its own settings, and its pages numbered from 1.
void paper_enclose(struct paper *bundle, struct paper **of);
// As parts of the paper: on pages and under a mark of its own, in the paper's numbering.
void paper_append(struct paper *paper, struct paper **of);
// What holds for the part that begins with that block, or for the start of a paper without parts:
// whether its pages are landscape, its mark, its columns of text.
const struct paper_settings *paper_settings_at(const struct paper *paper, size_t block);
// Letter i of a bundle as a paper of its own, that is looked at while the bundle lives and is not
// freed; a paper that is no bundle is its only letter. False past the last.
bool paper_letter(const struct paper *paper, size_t i, struct paper *ret);
// Puts a seal on a paper: behind the footer of every page, and as a line under the last table, for
// formats without pages.
void paper_stamp(struct paper *paper, const char *footer, const char *line);
