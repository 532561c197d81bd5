// SPDX-License-Identifier: GPL-3.0-or-later
// Headings as papers have them, in any order and with whatever stands around the words.
#include "audit_columns.h"

#include "orjon/base/text.h"

#include <string.h>

enum { HEADING_MAX = 400 }; // bytes; what is longer is a text

// A part of the heading makes the column, the first row that fits; or the whole heading is `word`.
static const struct {
    enum audit_column column;
    const char *part, *beside; // both must be there; "" for any
    const char *word;
} headings[] = {
    {COLUMN_Q1, "১ম", "কোয়ার্টার", "q1"},
    {COLUMN_Q1, "১ম", "ত্রৈমাস", "quarter 1"},
    {COLUMN_Q1, "প্রথম", "ত্রৈমাস", "q1"},
    {COLUMN_Q2, "২য়", "কোয়ার্টার", "q2"},
    {COLUMN_Q2, "২য়", "ত্রৈমাস", "quarter 2"},
    {COLUMN_Q2, "দ্বিতীয়", "ত্রৈমাস", "q2"},
    {COLUMN_Q3, "৩য়", "কোয়ার্টার", "q3"},
    {COLUMN_Q3, "৩য়", "ত্রৈমাস", "quarter 3"},
    {COLUMN_Q3, "তৃতীয়", "ত্রৈমাস", "q3"},
    {COLUMN_Q4, "৪র্থ", "কোয়ার্টার", "q4"},
    {COLUMN_Q4, "৪র্থ", "ত্রৈমাস", "quarter 4"},
    {COLUMN_Q4, "চতুর্থ", "ত্রৈমাস", "q4"},
    {COLUMN_SIDE, "লক্ষ্যমাত্রা/", "অর্জন", "side"},
    {COLUMN_TOTAL, "মোট", "অর্জন", "total"},
    {COLUMN_PERCENT, "অর্জনের", "হার", "percent"},
    {COLUMN_SCORE, "অর্জিত", "মান", "score"},
    {COLUMN_SCORE, "প্রাপ্ত", "নম্বর", "score"},
    {COLUMN_SCORE, "প্রাপ্ত", "মান", "score"},
    {COLUMN_CODE, "কোড", "", "code"},
    {COLUMN_WEIGHT, "সূচকের", "মান", "weight"},
    {COLUMN_TARGET, "লক্ষ্যমাত্রা", "", "target"},
    {COLUMN_UNIT, "একক", "", "unit"},
    {COLUMN_INDICATOR, "সূচক", "", "indicator"},
    {COLUMN_PLAN, "কর্মপরিকল্পনা", "", "plan"},
    {AUDIT_COLUMNS, "ক্ষেত্র", "", "area"}, // of activities: no column of ours
    {COLUMN_ACTIVITY, "কার্যক্রম", "", "activity"},
    {COLUMN_REMARK, "মন্তব্য", "", "remark"},
    {COLUMN_PAPER, "কাগজ", "", "paper"},
    {COLUMN_LINE, "লাইন", "", "line"},
};

static bool has(const char *heading, const char *part)
{
    autostr folded = STR_INIT;
    text_fold(part, strlen(part), &folded);
    return strstr(heading, folded.buf) != NULL;
}

// «অগ্রগতি / ১ম কোয়ার্টার» is what stands lowest.
static void read_heading(struct tsv_cell cell, struct str *ret)
{
    autostr clean = STR_INIT;
    text_clean(cell.s, cell.n, &clean, NULL);
    const char *lowest = clean.buf, *slash;
    while ((slash = strstr(lowest, " / ")))
        lowest = slash + 3;
    text_fold(lowest, strlen(lowest), ret);
}

static enum audit_column column_of(struct tsv_cell cell)
{
    autostr heading = STR_INIT;
    if (cell.n == 0 || cell.n > HEADING_MAX)
        return AUDIT_COLUMNS;
    read_heading(cell, &heading);
    for (size_t i = 0; i < sizeof headings / sizeof *headings; i++)
        if (strcmp(heading.buf, headings[i].word) == 0 ||
            (has(heading.buf, headings[i].part) && has(heading.buf, headings[i].beside)))
            return headings[i].column;
    return AUDIT_COLUMNS;
}

static bool is_there(const struct audit_columns *columns, enum audit_column column)
{
    return columns->at[column] < TSV_CELLS_MAX;
}

static void add(const struct tsv *row, struct audit_columns *ret)
{
    for (size_t i = 0; i < row->count; i++) {
        const enum audit_column column = column_of(row->cell[i]);
        if (column < AUDIT_COLUMNS && !is_there(ret, column))
            ret->at[column] = i;
    }
}

static bool has_quarters(const struct audit_columns *columns)
{
    for (int q = 0; q < 4; q++)
        if (is_there(columns, (enum audit_column)(COLUMN_Q1 + q)))
            return true;
    return false;
}

bool audit_columns_have_figures(const struct audit_columns *columns)
{
    return has_quarters(columns) || is_there(columns, COLUMN_TOTAL);
}

bool audit_columns_read(const struct tsv *row, struct audit_columns *ret)
{
    for (size_t i = 0; i < AUDIT_COLUMNS; i++)
        ret->at[i] = TSV_CELLS_MAX;
    add(row, ret);
    return is_there(ret, COLUMN_TARGET) &&
           (is_there(ret, COLUMN_INDICATOR) || is_there(ret, COLUMN_CODE)) &&
           (is_there(ret, COLUMN_UNIT) || is_there(ret, COLUMN_WEIGHT) || has_quarters(ret));
}

bool audit_columns_read_lower(const struct tsv *row, struct audit_columns *columns)
{
    struct audit_columns lower = *columns;
    if (has_quarters(columns))
        return false;
    add(row, &lower);
    if (!has_quarters(&lower))
        return false;
    *columns = lower;
    return true;
}
