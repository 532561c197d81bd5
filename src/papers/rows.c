// SPDX-License-Identifier: GPL-3.0-or-later
// A plan's table in a layout, or one table for each of its areas.
#include "compose.h"

#include "phrase.h"

#include "orjon/base/text.h"

#include <string.h>

// The columns as this plan has them: one for each grade that some row of it has.
struct shown {
    struct layout_column column[TABLE_COLUMNS_MAX];
    size_t count;
};

static bool has_grade(const struct plan *plan, int grade)
{
    for (size_t i = 0; i < plan->count; i++)
        if (plan->indicator[i].grade[grade].set)
            return true;
    return grade == 0; // the target itself
}

static void show(struct shown *shown, const struct layout_column *column)
{
    if (shown->count < TABLE_COLUMNS_MAX)
        shown->column[shown->count++] = *column;
}

static void show_grades(struct shown *shown, const struct layout_column *from,
                        const struct plan *plan)
{
    for (int grade = 0; grade < (int)plan->scale.grades; grade++) {
        struct layout_column column = *from;
        column.nth = grade;
        if (has_grade(plan, grade))
            show(shown, &column);
    }
}

static void choose(struct shown *shown, const struct layout *layout, const struct plan *plan)
{
    for (size_t c = 0; c < layout->columns; c++)
        if (layout->column[c].show == SHOW_GRADE)
            show_grades(shown, &layout->column[c], plan);
        else
            show(shown, &layout->column[c]);
}

static void put_columns(struct table *table, const struct shown *shown,
                        const struct paper_request *request, const struct plan *plan)
{
    struct arena texts = {0};
    for (size_t c = 0; c < shown->count; c++) {
        const struct layout_column *from = &shown->column[c];
        const struct scene scene = {
            .request = request, .plan = plan, .grade = from->show == SHOW_GRADE ? from->nth : 0};
        struct column column = {.width = from->width, .align = from->align};
        for (int level = 0; level < TABLE_LEVELS && from->heading[level]; level++) {
            autostr heading = STR_INIT;
            phrase_write_in(&heading, from->heading[level], &scene);
            column.heading[level] = arena_text(&texts, heading.buf, heading.len);
        }
        table_column(table, column);
    }
    arena_done(&texts);
}

static void put_ruler(struct table *table, const struct shown *shown, const struct layout *layout,
                      enum digits digits)
{
    autostr ruler = STR_INIT;
    if (!layout_has_ruler(layout))
        return;
    for (size_t c = 0; c < shown->count; c++) {
        const char *word = shown->column[c].ruler;
        str_add(&ruler, c ? " " : "");
        text_digits(&ruler, *word ? word : "_", strlen(*word ? word : "_"), digits);
    }
    table_ruler(table, ruler.buf);
}

static struct table *start_table(struct paper *paper, const struct shown *shown,
                                 const struct item *item, const char *area)
{
    if (*area) {
        autostr heading = STR_INIT;
        str_addf(&heading, "%sঃ", area);
        paper_space(paper, 1);
        paper_line(paper, (struct line){.text = heading.buf, .bold = true, .keep = true});
    }
    struct table *table = paper_table(paper);
    put_columns(table, shown, item->request, item->of->plan);
    put_ruler(table, shown, item->layout, item->request->digits);
    return table;
}

static void put_row(struct table *table, const struct shown *shown, const struct item *item)
{
    table_row(table);
    for (size_t c = 0; c < shown->count; c++)
        item_put(table, &shown->column[c], item, item->layout->sub_rows);
    if (!item->layout->sub_rows)
        return;
    table_subrow(table);
    for (size_t c = 0; c < shown->count; c++)
        item_put(table, &shown->column[c], item, false);
}

// «উপমোট» below the last row of an area.
static void put_sub_total(struct table *table, const struct shown *shown, const struct item *item)
{
    const struct plan *plan = item->of->plan;
    const char *area = item_indicator(item)->area;
    const bool goes_on =
        item->at + 1 < plan->count && strcmp(plan->indicator[item->at + 1].area, area) == 0;
    if (*item->layout->sub_total && *area && !goes_on)
        rollup_area(table, shown->column, shown->count, item);
}

void rows_put(struct paper *paper, const struct layout *layout, const struct paper_request *request,
              const struct paper_plan *of)
{
    struct item item = {.request = request, .layout = layout, .of = of};
    struct shown shown = {.count = 0};
    struct table *table = NULL;
    choose(&shown, layout, of->plan);
    for (item.at = 0; item.at < of->plan->count; item.at++) {
        const char *area = item_indicator(&item)->area;
        bool of_area = layout->areas != AREAS_IN_CELLS && !item_same_area(&item) && *area;
        if (!table || (of_area && layout->areas == AREAS_AS_TABLES))
            table = start_table(paper, &shown, &item, layout->areas == AREAS_AS_TABLES ? area : "");
        if (of_area && layout->areas == AREAS_AS_SECTIONS)
            table_section(table, area);
        item.serial += !item_same_activity(&item);
        put_row(table, &shown, &item);
        put_sub_total(table, &shown, &item);
    }
    if (!table) {
        table = start_table(paper, &shown, &item, "");
        paper_text(paper, "এ কর্মপরিকল্পনায় কোনো সূচক নেই।");
    }
    if (layout->totals)
        rollup_plan(table, shown.column, shown.count, &item);
}
