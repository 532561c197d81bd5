// SPDX-License-Identifier: GPL-3.0-or-later
// A layout as it was read: which columns a paper has, what stands above and below them. None knows
// which plan it shows.
//
// One for a paper of records has blocks in place of columns; both are read from files of one form.
//
// Texts of a layout are phrases (phrase.h): what they name is filled in when the paper is composed,
// so that no heading can carry last year's date.
#pragma once

#include "orjon/base/mem.h"
#include "orjon/domain/writing.h"
#include "orjon/papers/layouts.h"
#include "orjon/report/table.h"

// What a column shows of an indicator.
enum show {
    SHOW_AREA,
    SHOW_AREA_MARKS,
    SHOW_SERIAL,   // of the activity: ০১
    SHOW_ACTIVITY, // with its code
    SHOW_CODE,
    SHOW_TEXT,      // of the indicator
    SHOW_INDICATOR, // its text with its code
    SHOW_PROOF,
    SHOW_RESPONSIBLE,
    SHOW_UNIT,
    SHOW_METHOD, // as the plan's paper calls it
    SHOW_WEIGHT,
    SHOW_TARGET, // of the year
    SHOW_LADDER, // the target with its lower grades below it
    SHOW_GRADE,  // the target that earns grade `nth`; in a file a column for each grade there is
    SHOW_BESIDE, // baseline, year before the last, last year, two projections
    SHOW_NOTE,   // of the plan's file
    SHOW_COMPONENTS,      // the parts of the target
    SHOW_SIDE,            // of two sub-rows: লক্ষ্যমাত্রা, অর্জন
    SHOW_QUARTER,         // `nth` from 0
    SHOW_RECENT,          // the quarter asked for, or `nth` before it
    SHOW_TOTAL,           // to date
    SHOW_YEAR_TOTAL,      // the same, known only at the year's end
    SHOW_ANNUAL_PERCENT,  // total of the annual target
    SHOW_QUARTER_PERCENT, // the quarter asked for of its own target
    SHOW_RAW,             // mark by the rule
    SHOW_MARKS,
    SHOW_EVALUATED, // the marks that the office above gave; left to the pen until they came
    SHOW_REMARK,
    SHOW_STATE,
    SHOW_BLANK, // to be written in by hand
};

struct layout_column {
    const char *heading[TABLE_LEVELS]; // over each other; those there are stand first
    const char *ruler;                 // "" for none
    enum show show;
    int nth;
    int width; // as in struct column
    enum align align;
    size_t line; // of the file, for messages
};

struct layout_line {
    const char *text; // one that comes out empty is left out
    enum align align;
    bool bold, large;
    bool numbered; // TEXT: its paragraphs, from the second of the paper on
    bool of_plan;  // above the table of each plan, and not once above all
};

// Of a paper of records, from top to bottom.
enum layout_block_kind {
    LAYOUT_LINE,   // a line, or `with` where it comes out empty
    LAYOUT_TEXT,   // paragraphs, likewise
    LAYOUT_PAIR,   // left, right
    LAYOUT_KEY,    // a row of a table of two columns: what, and which; left out without the latter
    LAYOUT_SPACE,  // `count` blank lines
    LAYOUT_PAGE,   // what follows starts a page
    LAYOUT_TABLE,  // over the records `of`, `count` rows at least; left out where it has none
    LAYOUT_COLUMN, // of the table before it: heading, and what it has of each record
    LAYOUT_ACROSS, // columns of the table before it, one for each indicator of the matrix
    LAYOUT_REPEAT, // what follows, up to the end, once for each of the rows `of`
    LAYOUT_END,
    LAYOUT_NONE,     // a line, where the table before it has no row
    LAYOUT_CONTENTS, // of a packet: the papers behind it, with their pages
    LAYOUT_SIGN,     // a signature
    LAYOUT_COPIES,   // what stands above them, and whom they go to, each on a line
    LAYOUT_EACH,     // how records `of` stand in a list of them
    LAYOUT_WORD,     // a choice's word in the file, and on this paper
};
struct layout_block {
    enum layout_block_kind kind;
    struct layout_line line;
    const char *with; // what stands beside it, or in its place
    int width, count;
    int of;    // enum record_kind, or RECORD_KINDS + enum listing_kind
    size_t at; // the line of the file, for messages
};

// Where the area of an indicator stands.
enum layout_areas {
    AREAS_IN_CELLS,    // in a column, if there is one, merged over its indicators
    AREAS_AS_SECTIONS, // in a row across the table
    AREAS_AS_TABLES,   // above a table of its own
};

// The papers that are made of records, and so have layouts of blocks.
#define PAPERS_OF_RECORDS                                                                          \
    "notice minutes attendance certificate letter progress cover packet decisions memos proofs "   \
    "consolidated ranking outliers trend matrix monitoring missing reminder"

struct layout {
    const char *name;
    const char *label; // what people call it; NULL: its name
    const char *paper; // the kind of paper it is for
    bool portrait;
    int page_columns; // of a text page
    struct layout_line *line;
    size_t lines, lines_cap;
    struct layout_column *column;
    size_t columns, columns_cap;
    struct layout_block *block;
    size_t blocks, blocks_cap;
    enum layout_areas areas;
    bool plain_codes;     // of activities: ১.১ and not [১.১]
    bool sub_rows;        // targets of the quarters above what was achieved
    bool together;        // the plans share head and foot; else each starts a page with its own
    bool totals;          // plan's marks below its table, and the roll-up at the end
    int percent_decimals; // papers print whole percents
    struct figure_style style; // but for its digits
    // Above the signature and below it; "" for none.
    const char *memo, *date, *forwarding, *sign, *copies;
    // Of a row below each area with the sum of its marks; "" for none.
    const char *sub_total;
    // What stands for a quarter that is not reached yet, for the percent of nothing, and for the
    // year's total before its end.
    const char *future, *nothing, *unfinished;
    uint64_t seen;     // the keys of the head that were read, a bit each
    size_t foreign;    // line of the first of them that only papers of plans have; 0: none
    struct arena text; // owns the texts
};

bool layout_shows(const struct layout *layout, enum show show);
bool layout_has_ruler(const struct layout *layout);
// Whether its paper is one of records: it has blocks, and columns none.
bool layout_is_of_records(const struct layout *layout);

// The reader's parts. Each gives INVALID with what was expected; *ret_cell is the cell of the line
// at fault, from 0.
struct tsv;
// «#key TAB value …» (layout_head.c).
enum status layout_read_head(struct layout *layout, const struct tsv *line, size_t *ret_cell,
                             struct err *err);
// The words of a look, and a whole number, as heads have them.
enum status layout_read_look(const char *text, size_t n, struct layout_line *ret, struct err *err);
enum status layout_read_number(const char *text, int least, int most, int *ret, struct err *err);
// The cell as a clean text, a new line for each «|»; "" where there is none.
enum status layout_read_cell(struct layout *layout, const struct tsv *line, size_t cell,
                             const char **ret, struct err *err);
// The same, and it is a phrase.
enum status layout_read_phrase(struct layout *layout, const struct tsv *line, size_t cell,
                               const char **ret, struct err *err);

// What a row of a column tells, and from BLOCK on (and by the WIDTH) a row of a block, and the name
// under which it does.
#define LAYOUT_PLACE_LIST(_)                                                                       \
    _(COLUMN, "column")                                                                            \
    _(HEADING, "heading")                                                                          \
    _(OVER, "over")                                                                                \
    _(WIDTH, "width")                                                                              \
    _(ALIGN, "align")                                                                              \
    _(RULER, "ruler")                                                                              \
    _(BLOCK, "block")                                                                              \
    _(TEXT, "text")                                                                                \
    _(WITH, "with")                                                                                \
    _(LOOK, "look")
enum layout_place {
#define X(name, word) PLACE_##name,
    LAYOUT_PLACE_LIST(X)
#undef X
        PLACE_COUNT
};
// cell[p] is the cell that holds place p; past the line's end for one that the file has not.
enum status layout_read_column(struct layout *layout, const struct tsv *line,
                               const size_t cell[PLACE_COUNT], enum layout_place *ret_place,
                               struct err *err);
// Whether the columns fit together and on the page; *ret_column is the one at fault.
enum status layout_check_columns(const struct layout *layout, size_t *ret_column,
                                 enum layout_place *ret_place, struct err *err);
// The same for a block, in a layout of records (layout_block.c).
enum status layout_read_block(struct layout *layout, const struct tsv *line,
                              const size_t cell[PLACE_COUNT], enum layout_place *ret_place,
                              struct err *err);
// Whether it is a column of the table before it, or several.
bool layout_is_column(const struct layout_block *block);
// The block that ends a repetition; 0: none.
size_t layout_end_of(const struct layout *layout, size_t repeat);
enum status layout_check_blocks(const struct layout *layout, size_t *ret_block,
                                enum layout_place *ret_place, struct err *err);
