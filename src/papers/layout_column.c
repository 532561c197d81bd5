// SPDX-License-Identifier: GPL-3.0-or-later
// The columns of a layout's file: the words for what they show, and whether they fit together.
#include "layout.h"

#include "orjon/base/text.h"
#include "orjon/base/tsv.h"

#include <string.h>

enum {
    WIDTH_LEAST = 3, // of a column that shares what the page has
    WIDTH_MOST = 200,
    BESIDE = 3, // a rule and two blanks
};

static const struct word {
    const char *word;
    enum show show;
    int nth;
} words[] = {
    {"serial", SHOW_SERIAL, 0},
    {"area", SHOW_AREA, 0},
    {"area_marks", SHOW_AREA_MARKS, 0},
    {"activity", SHOW_ACTIVITY, 0},
    {"code", SHOW_CODE, 0},
    {"text", SHOW_TEXT, 0},
    {"indicator", SHOW_INDICATOR, 0},
    {"proof", SHOW_PROOF, 0},
    {"responsible", SHOW_RESPONSIBLE, 0},
    {"unit", SHOW_UNIT, 0},
    {"method", SHOW_METHOD, 0},
    {"weight", SHOW_WEIGHT, 0},
    {"target", SHOW_TARGET, 0},
    {"ladder", SHOW_LADDER, 0},
    {"grades", SHOW_GRADE, 0},
    {"baseline", SHOW_BESIDE, 0},
    {"year_before", SHOW_BESIDE, 1},
    {"last_year", SHOW_BESIDE, 2},
    {"projection_1", SHOW_BESIDE, 3},
    {"projection_2", SHOW_BESIDE, 4},
    {"note", SHOW_NOTE, 0},
    {"components", SHOW_COMPONENTS, 0},
    {"side", SHOW_SIDE, 0},
    {"q1", SHOW_QUARTER, 0},
    {"q2", SHOW_QUARTER, 1},
    {"q3", SHOW_QUARTER, 2},
    {"q4", SHOW_QUARTER, 3},
    {"this_quarter", SHOW_RECENT, 0},
    {"previous_quarter", SHOW_RECENT, 1},
    {"to_date", SHOW_TOTAL, 0},
    {"year_total", SHOW_YEAR_TOTAL, 0},
    {"annual_percent", SHOW_ANNUAL_PERCENT, 0},
    {"quarter_percent", SHOW_QUARTER_PERCENT, 0},
    {"raw", SHOW_RAW, 0},
    {"marks", SHOW_MARKS, 0},
    {"evaluator_marks", SHOW_EVALUATED, 0},
    {"month_1", SHOW_BLANK, 2},
    {"month_2", SHOW_BLANK, 3},
    {"month_3", SHOW_BLANK, 4},
    {"remark", SHOW_REMARK, 0},
    {"state", SHOW_STATE, 0},
    {"blank", SHOW_BLANK, 0},
};

static enum status no_such_word(const char *word, struct err *err)
{
    autostr known = STR_INIT;
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        str_addf(&known, "%s%s", i ? " " : "", words[i].word);
    return err_set(err, STATUS_INVALID, _("“%s” is no column of a layout; there are %s"), word,
                   known.buf);
}

// What the column shows; each can stand once, but for those that are left to the pen.
static enum status read_show(const struct layout *layout, const char *text,
                             struct layout_column *ret, struct err *err)
{
    size_t i = 0;
    while (i < sizeof words / sizeof *words && strcmp(words[i].word, text) != 0)
        i++;
    if (i == sizeof words / sizeof *words)
        return no_such_word(text, err);
    ret->show = words[i].show;
    ret->nth = words[i].nth;
    for (size_t c = 0; c < layout->columns; c++)
        if (layout->column[c].show == ret->show && layout->column[c].nth == ret->nth &&
            strcmp(text, "blank") != 0)
            return err_set(err, STATUS_INVALID, _("the column “%s” is already on line %s"), text,
                           SAY(layout->column[c].line));
    return STATUS_OK;
}

// «A|B» over the heading: A over B over it.
static enum status read_over(struct layout *layout, const char *text, struct layout_column *ret,
                             struct err *err)
{
    size_t level = 0;
    const char *lowest = ret->heading[0];
    for (; *text; text += *text == '\n') {
        const size_t n = strcspn(text, "\n");
        if (level + 1 == TABLE_LEVELS)
            return err_set(err, STATUS_INVALID, _("headings stand over each other %s high at most"),
                           SAY(TABLE_LEVELS));
        if (n == 0)
            return err_set(err, STATUS_INVALID, _("a heading between two “|” is empty"));
        ret->heading[level++] = arena_text(&layout->text, text, n);
        text += n;
    }
    ret->heading[level] = lowest;
    if (level && !*lowest)
        return err_set(err, STATUS_INVALID,
                       _("a column under a spanning heading needs a heading of its own"));
    return STATUS_OK;
}

static enum status read_width(const char *text, int *ret, struct err *err)
{
    __int128 value = 0;
    if (!*text)
        return STATUS_OK;
    enum status status = number_read(text, strlen(text), &value, NULL, err);
    if (status)
        return status;
    if (value % NUMBER_ONE || value < NUMBER_ONE || value > WIDTH_MOST * NUMBER_ONE)
        return err_set(err, STATUS_INVALID, _("a width is a whole number from 1 to %s, or empty"),
                       SAY(WIDTH_MOST));
    *ret = (int)(value / NUMBER_ONE);
    return STATUS_OK;
}

static enum status read_align(const char *text, enum align *ret, struct err *err)
{
    static const char *const names[] = {
        [ALIGN_LEFT] = "left", [ALIGN_RIGHT] = "right", [ALIGN_CENTRE] = "centre"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (strcmp(text, names[i]) == 0) {
            *ret = (enum align)i;
            return STATUS_OK;
        }
    return *text ? err_set(err, STATUS_INVALID, _("“%s” is none of: %s"), text, "left right centre")
                 : STATUS_OK;
}

static enum status read_place(struct layout *layout, enum layout_place place, const char *text,
                              struct layout_column *ret, struct err *err)
{
    switch (place) {
    case PLACE_COLUMN:
        return read_show(layout, text, ret, err);
    case PLACE_HEADING:
        ret->heading[0] = text;
        return STATUS_OK;
    case PLACE_OVER:
        return read_over(layout, text, ret, err);
    case PLACE_WIDTH:
        return read_width(text, &ret->width, err);
    case PLACE_ALIGN:
        return read_align(text, &ret->align, err);
    default:
        ret->ruler = text;
        return STATUS_OK;
    }
}

enum status layout_read_column(struct layout *layout, const struct tsv *line,
                               const size_t cell[PLACE_COUNT], enum layout_place *ret_place,
                               struct err *err)
{
    struct layout_column column = {.ruler = "", .line = line->line};
    for (int p = 0; p <= PLACE_RULER; p++) {
        const char *text = "";
        *ret_place = (enum layout_place)p;
        enum status status = layout_read_phrase(layout, line, cell[p], &text, err);
        if (status == STATUS_OK)
            status = read_place(layout, *ret_place, text, &column, err);
        if (status)
            return status;
    }
    *ret_place = PLACE_COLUMN;
    if (layout->columns == TABLE_COLUMNS_MAX)
        return err_set(err, STATUS_INVALID, _("a table has at most %s columns"),
                       SAY(TABLE_COLUMNS_MAX));
    if (layout->columns == layout->columns_cap) {
        layout->columns_cap = layout->columns_cap ? 2 * layout->columns_cap : 16;
        layout->column = mem_resize(layout->column, layout->columns_cap, sizeof *layout->column);
    }
    layout->column[layout->columns++] = column;
    return STATUS_OK;
}

// Levels down to which two columns have the same headings over them.
static int shared_levels(const struct layout_column *a, const struct layout_column *b)
{
    int level = 0;
    while (level + 1 < TABLE_LEVELS && a->heading[level + 1] && b->heading[level + 1] &&
           strcmp(a->heading[level], b->heading[level]) == 0)
        level++;
    return level;
}

// The same heading over both, but under different ones: it would reach over the rule between them.
static const char *overlap(const struct layout_column *a, const struct layout_column *b)
{
    for (int level = shared_levels(a, b) + 1; level + 1 < TABLE_LEVELS; level++)
        if (a->heading[level] && a->heading[level + 1] && b->heading[level] &&
            b->heading[level + 1] && strcmp(a->heading[level], b->heading[level]) == 0)
            return b->heading[level];
    return NULL;
}

static enum status check_headings(const struct layout *layout, size_t c, struct err *err)
{
    const struct layout_column *column = &layout->column[c];
    const char *both = c ? overlap(column - 1, column) : NULL;
    if (both)
        return err_set(err, STATUS_INVALID, _("the heading “%s” overlaps those over it"), both);
    for (size_t before = 0; before + 1 < c; before++) {
        const int shared = shared_levels(&layout->column[before], column);
        if (shared > shared_levels(column - 1, column))
            return err_set(err, STATUS_INVALID,
                           _("the heading “%s” stands over columns that are not side by side"),
                           column->heading[shared - 1]);
    }
    return STATUS_OK;
}

static enum status check_width(const struct layout *layout, size_t c, int *width, struct err *err)
{
    const struct layout_column *column = &layout->column[c];
    if ((column->show == SHOW_BLANK || column->show == SHOW_EVALUATED) && !column->width)
        return err_set(err, STATUS_INVALID,
                       _("a column that is left to the pen needs a width of its own"));
    *width += (column->width ? column->width : WIDTH_LEAST) + BESIDE;
    if (*width + 1 <= layout->page_columns)
        return STATUS_OK;
    return err_set(err, STATUS_INVALID,
                   _("up to here the table is %s columns wide, and the page has %s"),
                   SAY(*width + 1), SAY(layout->page_columns));
}

enum status layout_check_columns(const struct layout *layout, size_t *ret_column,
                                 enum layout_place *ret_place, struct err *err)
{
    int width = 0;
    for (size_t c = 0; c < layout->columns; c++) {
        *ret_column = c;
        *ret_place = PLACE_OVER;
        enum status status = check_headings(layout, c, err);
        if (status)
            return status;
        *ret_place = PLACE_WIDTH;
        status = check_width(layout, c, &width, err);
        if (status)
            return status;
        *ret_place = PLACE_COLUMN;
        if (layout->column[c].show == SHOW_SIDE && !layout->sub_rows)
            return err_set(err, STATUS_INVALID, _("“%s” goes with “#sub_rows yes”"), "side");
    }
    return STATUS_OK;
}
