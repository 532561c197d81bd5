// SPDX-License-Identifier: GPL-3.0-or-later
// The columns of a plan's table: what a file of it has, under the headings of papers.
#include "plan.h"

#include "orjon/base/text.h"

#include <string.h>

static const char *const headings[TEMPLATE_COLUMNS] = {
    [COLUMN_AREA] = N_("Area"),
    [COLUMN_AREA_MARKS] = N_("Marks of the area"),
    [COLUMN_ACTIVITY_CODE] = N_("Activity no."),
    [COLUMN_ACTIVITY] = N_("Activity"),
    [COLUMN_CODE] = N_("No."),
    [COLUMN_TEXT] = N_("Indicator"),
    [COLUMN_EVIDENCE] = N_("Evidence"),
    [COLUMN_RESPONSIBLE] = N_("Responsible"),
    [COLUMN_UNIT] = N_("Unit"),
    [COLUMN_METHOD] = N_("Method"),
    [COLUMN_METHOD_LABEL] = N_("Method as printed"),
    [COLUMN_RULE] = N_("Rule"),
    [COLUMN_NO_CASE] = N_("Without a case"),
    [COLUMN_WEIGHT] = N_("Weight"),
    [COLUMN_TARGET] = N_("Target"),
    [COLUMN_TARGET_COUNT] = N_("Count"),
    [COLUMN_COMPONENTS] = N_("Parts of the count"),
    [COLUMN_ALTERNATIVE_OF] = N_("Stands in for"),
    [COLUMN_PLAUSIBLE] = N_("Believed up to"),
    [COLUMN_DIRECTION] = N_("Direction"),
    [COLUMN_BASELINE] = N_("Baseline"),
    [COLUMN_YEAR_BEFORE] = N_("Year before last"),
    [COLUMN_LAST_YEAR] = N_("Last year"),
    [COLUMN_PROJECTION_1] = N_("Next year"),
    [COLUMN_PROJECTION_2] = N_("Year after next"),
    [COLUMN_NOTE] = N_("Note"),
};

static void write_heading(const struct scale *scale, size_t column, struct str *ret)
{
    const int quarter = (int)column - COLUMN_Q1_TARGET + 1;
    if (headings[column])
        str_add(ret, tr(headings[column]));
    else if (quarter >= 1 && quarter <= QUARTERS)
        period_say_quarter(ret, quarter);
    else
        str_addf(ret, "%s%%", SAY(scale->percent[column - COLUMN_GRADE_2 + 1]));
}

void plan_say_column(const struct scale *scale, const char *name, struct str *ret)
{
    size_t column = 0;
    if (template_find(scale, name, strlen(name), &column))
        write_heading(scale, column, ret);
    else
        str_add(ret, name);
}

static void add_column(struct plan_screen *screen, size_t column, int columns, enum align align)
{
    const struct scale *scale = &screen->book->plan->scale;
    autostr heading = STR_INIT;
    if (!template_column(scale, column))
        return;
    const int c = screen->columns++;
    screen->of[c] = column;
    write_heading(scale, column, &heading);
    text_copy(screen->heading[c], sizeof screen->heading[c], heading.buf);
    screen->column[c] = (struct grid_column){
        .heading = heading_wrap(&screen->headings, screen->heading[c], columns),
        .columns = columns,
        .align = align};
}

// The text beside its marks first, then all else in the order of a file.
void plan_set_columns(struct plan_screen *screen, int width)
{
    screen->columns = 0;
    arena_done(&screen->headings);
    screen->scale = screen->book->plan->scale;
    add_column(screen, COLUMN_CODE, 8, ALIGN_LEFT);
    add_column(screen, COLUMN_TEXT, width < 100 ? 24 : 40, ALIGN_LEFT);
    add_column(screen, COLUMN_WEIGHT, 7, ALIGN_RIGHT);
    for (size_t c = COLUMN_TARGET; c <= COLUMN_Q4_TARGET; c++)
        add_column(screen, c, 12, ALIGN_RIGHT);
    for (size_t c = 0; c < TEMPLATE_COLUMNS; c++) {
        const bool shown = c == COLUMN_TEXT || (c >= COLUMN_WEIGHT && c <= COLUMN_Q4_TARGET);
        if (template_column_changeable(c) && !shown)
            add_column(screen, c, template_type(c) == TYPE_TEXT ? 24 : 18,
                       template_type(c) == TYPE_TEXT ? ALIGN_LEFT : ALIGN_RIGHT);
    }
    grid_set_columns(screen->grid, screen->column, screen->columns, 1);
}
