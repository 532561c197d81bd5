// SPDX-License-Identifier: GPL-3.0-or-later
// A plan's table in a layout, or one table for each of its areas.
#include "compose.h"

#include "phrase.h"

static void put_columns(struct table *table, const struct layout *layout,
                        const struct paper_request *request)
{
    for (const struct layout_column *from = layout->column; from->heading[0]; from++) {
        autostr upper = STR_INIT, lower = STR_INIT;
        struct column column = {.width = from->width, .align = from->align};
        phrase_write(&upper, from->heading[0], request, NULL);
        column.heading[0] = upper.buf;
        if (from->heading[1]) {
            phrase_write(&lower, from->heading[1], request, NULL);
            column.heading[1] = lower.buf;
        }
        table_column(table, column);
    }
    if (!layout->ruler)
        return;
    autostr ruler = STR_INIT;
    phrase_write(&ruler, layout->ruler, request, NULL);
    table_ruler(table, ruler.buf);
}

static struct table *start_table(struct paper *paper, const struct layout *layout,
                                 const struct paper_request *request, const char *area)
{
    if (*area) {
        autostr heading = STR_INIT;
        str_addf(&heading, "%sঃ", area);
        paper_space(paper, 1);
        paper_line(paper, (struct line){.text = heading.buf, .bold = true, .keep = true});
    }
    struct table *table = paper_table(paper);
    put_columns(table, layout, request);
    return table;
}

static void put_row(struct table *table, const struct item *item)
{
    const struct layout_column *first = item->layout->column;
    table_row(table);
    for (const struct layout_column *column = first; column->heading[0]; column++)
        item_put(table, column, item, item->layout->sub_rows);
    if (!item->layout->sub_rows)
        return;
    table_subrow(table);
    for (const struct layout_column *column = first; column->heading[0]; column++)
        item_put(table, column, item, false);
}

void rows_put(struct paper *paper, const struct layout *layout, const struct paper_request *request,
              const struct paper_plan *of)
{
    struct item item = {.request = request, .layout = layout, .of = of};
    struct table *table = NULL;
    for (item.at = 0; item.at < of->plan->count; item.at++) {
        const char *area = item_indicator(&item)->area;
        bool of_area = layout->areas != AREAS_IN_CELLS && !item_same_area(&item) && *area;
        if (!table || (of_area && layout->areas == AREAS_AS_TABLES))
            table =
                start_table(paper, layout, request, layout->areas == AREAS_AS_TABLES ? area : "");
        if (of_area && layout->areas == AREAS_AS_SECTIONS)
            table_section(table, area);
        item.serial += !item_same_activity(&item);
        put_row(table, &item);
    }
    if (!table) {
        table = start_table(paper, layout, request, "");
        paper_text(paper, "এ কর্মপরিকল্পনায় কোনো সূচক নেই।");
    }
    if (layout->totals)
        rollup_plan(table, layout, request, of);
}
