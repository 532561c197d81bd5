// SPDX-License-Identifier: GPL-3.0-or-later
// Papers of records: a table, a row for each record or each row worked out for the paper.
#include "compose.h"
#include "phrase.h"

enum { BESIDE = 3, WIDTH_USUAL = 20 };

// A table on its way. The indicators that have a column of their own, in a table over offices, come
// a sheet of paper full of them at a time.
struct tabling {
    struct paper *paper;
    const struct scene *scene; // what stands around it
    const struct layout_block *block, *column;
    size_t columns;
    const struct listed *head;
    size_t first, count; // of the heads: those in hand
};

static size_t columns_behind(const struct layout *layout, const struct layout_block *block)
{
    const size_t at = (size_t)(block - layout->block) + 1;
    size_t n = 0;
    while (at + n < layout->blocks && layout_is_column(&block[n + 1]))
        n++;
    return n;
}

static void put_cell(struct table *table, const struct layout_block *column,
                     const struct scene *scene)
{
    autostr text = STR_INIT;
    phrase_write_in(&text, column->with, scene);
    table_cell(table, (struct cell){.text = text.buf, .bold = column->line.bold});
}

static void put_row(const struct tabling *t, struct table *table, const struct scene *scene)
{
    table_row(table);
    for (size_t c = 0; c < t->columns; c++) {
        const bool across = t->column[c].kind == LAYOUT_ACROSS;
        for (size_t i = 0; across && i < t->count; i++) {
            struct scene cell = *scene;
            scene_enter_cell(&cell, &t->head[t->first + i]);
            put_cell(table, &t->column[c], &cell);
        }
        if (!across)
            put_cell(table, &t->column[c], scene);
    }
}

static void put_column(struct table *table, const struct layout_block *column,
                       const struct scene *scene)
{
    autostr heading = STR_INIT;
    phrase_write_in(&heading, column->line.text, scene);
    table_column(table, (struct column){.heading = {heading.buf},
                                        .width = column->width,
                                        .align = column->line.align,
                                        .by_hand = !*column->with});
}

static void put_columns(const struct tabling *t, struct table *table)
{
    for (size_t c = 0; c < t->columns; c++) {
        const bool across = t->column[c].kind == LAYOUT_ACROSS;
        for (size_t i = 0; across && i < t->count; i++) {
            struct scene head = *t->scene;
            scene_enter_listed(&head, &t->head[t->first + i]);
            put_column(table, &t->column[c], &head);
        }
        if (!across)
            put_column(table, &t->column[c], t->scene);
    }
}

// All rows, and those left to the pen, under the heads in hand.
static void put_sheet(const struct tabling *t)
{
    struct table *table = paper_table(t->paper);
    struct scene scene;
    const void *at = NULL;
    int no = 0;
    put_columns(t, table);
    while (scene_step(t->scene, t->block->of, &at, &scene)) {
        scene.no = ++no;
        put_row(t, table, &scene);
    }
    scene = *t->scene;
    scene.blank = true;
    while (no < t->block->count) {
        scene.no = ++no;
        put_row(t, table, &scene);
    }
}

// How many columns of indicators the page has room for beside the others.
static size_t room_across(const struct tabling *t)
{
    int room = t->scene->layout->page_columns - 1, each = 0;
    for (size_t c = 0; c < t->columns; c++) {
        const int width = (t->column[c].width ? t->column[c].width : WIDTH_USUAL) + BESIDE;
        if (t->column[c].kind == LAYOUT_ACROSS)
            each = width;
        else
            room -= width;
    }
    const int most = TABLE_COLUMNS_MAX - (int)t->columns + 1;
    return each == 0 ? 0 : room < each ? 1 : (size_t)(room / each < most ? room / each : most);
}

bool block_table_put(struct paper *paper, const struct scene *scene,
                     const struct layout_block *block)
{
    const struct listings *lists = scene->request->lists;
    const struct listing *heads = lists ? &lists->of[LISTING_HEAD] : NULL;
    struct tabling t = {.paper = paper,
                        .scene = scene,
                        .block = block,
                        .column = block + 1,
                        .columns = columns_behind(scene->layout, block),
                        .head = heads ? heads->row : NULL};
    const size_t room = room_across(&t), all = room && heads ? heads->count : 0;
    const size_t sheets = all ? (all + room - 1) / room : 1;
    const size_t share = (all + sheets - 1) / sheets; // of sheets that are equally full
    const void *at = NULL;
    struct scene first;
    if (!scene_step(scene, block->of, &at, &first) && !block->count)
        return false;
    do {
        t.count = all - t.first < share ? all - t.first : share;
        put_sheet(&t);
        t.first += t.count;
        if (t.first < all)
            paper_space(paper, 1);
    } while (t.first < all);
    return true;
}
