// SPDX-License-Identifier: GPL-3.0-or-later
// From the marks of the indicators to those of the plan, and of the plans to the agreement's
// shares.
#include "compose.h"

#include "phrase.h"

#include "orjon/domain/rollup.h"

#include <string.h>

// A label over the columns before the marks, and the marks.
static void put_total_row(struct table *table, const struct layout_column *column, size_t columns,
                          const char *label, const struct mark *mark, enum digits digits)
{
    size_t before = 0;
    while (before < columns && column[before].show != SHOW_MARKS)
        before++;
    table_row(table);
    if (before)
        table_cell(table, (struct cell){.text = label, .bold = true, .span = (int)before});
    figure_put_mark(table, mark, 2, "", digits);
}

static struct mark mark_of_number(struct maybe number)
{
    return (struct mark){number.set, ratio_of(number.value, NUMBER_ONE)};
}

void rollup_plan(struct table *table, const struct layout_column *column, size_t columns,
                 const struct item *item)
{
    const struct paper_plan *of = item->of;
    const enum digits digits = item->request->digits;
    struct mark full = mark_of_number(of->plan->full_marks);
    put_total_row(table, column, columns, "কর্মপরিকল্পনায় মোট অর্জিত মান", &of->total->marks, digits);
    put_total_row(table, column, columns, "কর্মপরিকল্পনার পূর্ণমান", &full, digits);
    bool scaled = false;
    for (size_t i = 0; i < of->plan->count; i++)
        scaled |= of->scores[i].excluded && of->scores[i].weight.set;
    if (!scaled)
        return;
    table_row(table);
    table_cell(table,
               (struct cell){.text = "যেসব সূচক প্রযোজ্য হয়নি সেগুলোর মান বাদ দিয়ে মোট অর্জিত মান "
                                     "পূর্ণমানে রূপান্তর করা হয়েছে।",
                             .span = TABLE_COLUMNS_MAX});
}

static void put_columns(struct table *table, const struct paper_request *request)
{
    static const char *const headings[] = {"কর্মপরিকল্পনা", "পূর্ণমান", "অর্জিত মান", "চুক্তিতে বরাদ্দ মান",
                                           "চুক্তিতে প্রাপ্ত মান"};
    for (size_t i = 0; i < sizeof headings / sizeof *headings; i++) {
        autostr heading = STR_INIT;
        phrase_write(&heading, headings[i], request, NULL);
        table_column(table, (struct column){.heading = {heading.buf},
                                            .width = i ? 20 : 0,
                                            .align = i ? ALIGN_RIGHT : ALIGN_LEFT});
    }
}

static void put_plan(struct table *table, const struct paper_plan *of, enum digits digits)
{
    const struct mark full = mark_of_number(of->plan->full_marks);
    const struct mark share = mark_of_number(of->plan->apa_marks);
    table_row(table);
    table_text(table, of->plan->title);
    figure_put_mark(table, &full, 2, "", digits);
    figure_put_mark(table, &of->total->marks, 2, "", digits);
    figure_put_mark(table, &share, 2, "", digits);
    figure_put_mark(table, &of->total->apa, 2, "", digits);
}

static void put_share(struct table *table, const struct rollup_share *share, enum digits digits)
{
    const struct mark parts = {true, share->parts};
    autostr label = STR_INIT;
    str_addf(&label, "মোট (%s, ", share->share.name);
    number_write(&label, share->share.marks.value, (struct number_style){.digits = digits});
    str_add(&label, " নম্বরের মধ্যে)");
    table_row(table);
    table_cell(table, (struct cell){.text = label.buf, .bold = true, .span = 3});
    figure_put_mark(table, &parts, 2, "", digits);
    figure_put_mark(table, &share->score, 2, "", digits);
}

static void mark_add(struct mark *sum, struct mark more)
{
    if (!more.set)
        return;
    sum->r = ratio_sum(sum->set ? sum->r : ratio_of(0, 1), more.r);
    sum->set = true;
}

// What an indicator puts into the sum of its column: its weight or its mark.
static struct mark part(const struct score *score, enum show show)
{
    return show == SHOW_WEIGHT ? mark_of_number(score->weight) : score->marks;
}

static bool is_summed(enum show show)
{
    return show == SHOW_WEIGHT || show == SHOW_MARKS;
}

void rollup_area(struct table *table, const struct layout_column *column, size_t columns,
                 const struct item *item)
{
    autostr label = STR_INIT;
    size_t first = item->at, before = 0;
    const struct indicator *row = item->of->plan->indicator;
    phrase_write(&label, item->layout->sub_total, item->request, item->of->plan);
    while (first > 0 && strcmp(row[first - 1].area, row[item->at].area) == 0)
        first--;
    while (before < columns && !is_summed(column[before].show))
        before++;
    table_row(table);
    if (before)
        table_cell(table, (struct cell){.text = label.buf, .bold = true, .span = (int)before});
    for (size_t c = before; c < columns; c++) {
        struct mark sum = {0};
        for (size_t i = first; i <= item->at && is_summed(column[c].show); i++)
            mark_add(&sum, part(&item->of->scores[i], column[c].show));
        if (sum.set)
            figure_put_mark(table, &sum, 2, "", item->request->digits);
        else
            table_text(table, "");
    }
}

void rollup_all(struct paper *paper, const struct paper_request *request)
{
    autorollup all = {0};
    paper_space(paper, 1);
    paper_line(paper, (struct line){
                          .text = "বার্ষিক কর্মসম্পাদন চুক্তিতে প্রাপ্ত মান", .bold = true, .keep = true});
    struct table *table = paper_table(paper);
    put_columns(table, request);
    for (size_t i = 0; i < request->count; i++) {
        const struct paper_plan *of = &request->plans[i];
        put_plan(table, of, request->digits);
        rollup_add(&all, of->plan, of->total);
    }
    for (size_t i = 0; i < all.count; i++)
        put_share(table, &all.share[i], request->digits);
}
