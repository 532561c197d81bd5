// SPDX-License-Identifier: GPL-3.0-or-later
// A layout: which columns a paper has, what stands above and below them. Layouts are data; none
// knows which plan it shows, and every plan can be shown in every one.
//
// Texts of a layout are phrases (phrase.h): what they name is filled in when the paper is composed,
// so that no heading can carry last year's date.
#pragma once

#include "orjon/base/text.h"

// What a column shows of an indicator.
enum show {
    SHOW_AREA,
    SHOW_AREA_MARKS,
    SHOW_SERIAL,   // of the activity: ০১
    SHOW_ACTIVITY, // with its code
    SHOW_CODE,
    SHOW_TEXT,      // of the indicator
    SHOW_INDICATOR, // its text with its code
    SHOW_EVIDENCE,
    SHOW_RESPONSIBLE,
    SHOW_UNIT,
    SHOW_METHOD, // as the plan's paper calls it
    SHOW_WEIGHT,
    SHOW_TARGET,        // of the year
    SHOW_TARGET_LADDER, // with its lower grades below it
    SHOW_GRADE,         // `nth` from 0: the target that earns it
    SHOW_SIDE,          // of two sub-rows: লক্ষ্যমাত্রা, অর্জন
    SHOW_QUARTER,       // `nth` from 0
    SHOW_TOTAL,
    SHOW_ANNUAL_PERCENT,  // total of the annual target
    SHOW_QUARTER_PERCENT, // the quarter asked for of its own target
    SHOW_RAW,             // mark by the rule
    SHOW_MARKS,
    SHOW_REMARK,
    SHOW_STATE,
    SHOW_BLANK, // to be written in by hand
};

enum { LAYOUT_LEVELS = 2 };

struct layout_column {
    const char *heading[LAYOUT_LEVELS]; // over each other; the second may be NULL
    enum show show;
    int nth;
    int width; // as in struct column
    enum align align;
};

struct layout_line {
    const char *text;
    enum align align;
    bool bold, large;
};

// Where the area of an indicator stands.
enum layout_areas {
    AREAS_IN_CELLS,    // in a column, if there is one, merged over its indicators
    AREAS_AS_SECTIONS, // in a row across the table
    AREAS_AS_TABLES,   // above a table of its own
};

struct layout {
    const char *name;
    const char *paper;                  // the kind of paper it is for
    int page_columns;                   // of a text page
    const struct layout_line *head;     // end with one without text
    const struct layout_line *of_plan;  // below the head, for each plan
    const struct layout_column *column; // ends with one without heading
    const char *ruler;                  // NULL for none
    enum layout_areas areas;
    bool plain_codes;     // of activities: ১.১ and not [১.১]
    bool sub_rows;        // targets of the quarters above what was achieved
    bool apart;           // each plan starts a page and has the head and the foot for itself
    bool forwarding;      // memo number, date, forwarding sentence, copies
    bool totals;          // plan's marks below its table, and the roll-up at the end
    int percent_decimals; // papers print whole percents
    const char *signature;
};

// The layout of that name for that kind of paper, the default one for ""; NULL if there is none.
const struct layout *layout_find(const char *paper, const char *name);
const struct layout *layout_at(size_t i); // NULL past the last
bool layout_shows(const struct layout *layout, enum show show);
