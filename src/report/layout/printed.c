// SPDX-License-Identifier: GPL-3.0-or-later
// The sizes of print, and what the page engine makes of a paper with them.
#include "printed.h"

#include "layout.h"
#include "letters.h"

#include <string.h>

enum {
    LEAST_COLUMN = 4,  // no word asks for more than one part in so many of a page
    LONG_LINE = 120,   // columns
    MICROMETRES = 353, // a point
};

static const struct part_size sizes[] = {{1000, 1000}, {900, 1000}, {900, 900}};

void printed_metrics(struct metrics *ret, int64_t millimetre, int64_t width)
{
    const int64_t point = millimetre * MICROMETRES / 1000;
    ret->pad = millimetre * 1000 / sizes[1].table; // a millimetre in the least size
    ret->pad_low = point * 5 / 2;
    ret->pad_over = point * 3 / 2;
    ret->hand = 7 * millimetre;
    ret->long_line = LONG_LINE * ret->column;
    ret->widest = width / LEAST_COLUMN;
    ret->pair_gap = 20 * point;
    ret->right_gap = 9 * point;
    ret->number = 40 * point;
    ret->heading_growth = 115;
    ret->title = PRINTED_TITLE;
    ret->large = 2 * SIZE_FULL;
    ret->size = sizes;
    ret->sizes = sizeof sizes / sizeof *sizes;
}

static int scaled(int64_t length, const struct layout_part *part)
{
    return (int)(length * part->size.table / SIZE_FULL);
}

// The table as it was laid out in the size that was chosen, which is not the last that was tried.
static void keep_table(struct printed *printed, const struct layout_part *part,
                       struct laid_table *t, struct printed_table *ret)
{
    laid_table_lay(t, part->width * SIZE_FULL / part->size.table,
                   part->height * SIZE_FULL / part->size.table, &printed->arena);
    ret->table = t->table;
    ret->head = t->head;
    ret->rows = t->rows;
    ret->pad = scaled(t->pad, part);
    ret->height = arena_alloc(&printed->arena, (t->rows + 1) * sizeof *ret->height);
    ret->starts_page = arena_alloc(&printed->arena, t->rows + 1);
    for (size_t c = 0; c < t->columns; c++)
        ret->width[c] = scaled(t->x[c + 1], part) - scaled(t->x[c], part);
    for (size_t r = 0; r < t->rows; r++)
        ret->height[r] = scaled(t->height[r], part);
}

// The first row of a page that is no repeated heading.
static const struct page_row *first_row(const struct page_table *table)
{
    size_t i = 0;
    while (table->table->repeats && i + 1 < table->rows && table->row[i].row < table->table->head)
        i++;
    return &table->row[i];
}

// A page that begins within a row or a text is not marked: readers break those themselves.
static void mark_start(struct printed *printed, const struct layout_page *before,
                       const struct layout_page *page)
{
    const struct page_item *item = page->items ? &page->item[0] : NULL;
    const struct page_item *last = before->items ? &before->item[before->items - 1] : NULL;
    if (!item)
        return;
    if (!last || last->block != item->block) {
        printed->block[item->block].starts_page = true;
        return;
    }
    if (!item->table || !last->table)
        return;
    const struct page_row *row = first_row(item->table),
                          *end = &last->table->row[last->table->rows - 1];
    if (end->ends)
        printed->block[item->block].table->starts_page[row->row] = true;
}

static void keep_part(struct printed *printed, const struct layout_part *part, int number)
{
    printed->part[number] = (struct printed_part){.from = part->from,
                                                  .to = part->to,
                                                  .table_size = 10 * part->size.table,
                                                  .text_size = 10 * part->size.text,
                                                  .settings = part->settings,
                                                  .width = (int)part->width,
                                                  .height = (int)part->height,
                                                  .first_page = part->first_page,
                                                  .pages = part->pages};
    for (size_t i = part->from; i < part->to; i++) {
        printed->block[i].part = number;
        if (!part->table[i - part->from])
            continue;
        printed->block[i].table = arena_alloc(&printed->arena, sizeof(struct printed_table));
        keep_table(printed, part, part->table[i - part->from], printed->block[i].table);
    }
    if (number > 0)
        printed->block[part->from].starts_page = true;
    for (int p = 1; p < part->pages; p++)
        mark_start(printed, &part->page[p - 1], &part->page[p]);
}

// Sizes of type that readers with a wide font need for the columns and pages of the pdf.
static const struct part_size wide_sizes[] = {{1000, 1000}, {950, 1000}, {900, 1000}, {850, 1000},
                                              {800, 1000},  {800, 900},  {750, 900}};

// Numbers the pages of each letter from 1.
static void find_letters(struct printed *printed, const struct paper *paper)
{
    for (size_t i = 0, first = 0; i < printed->parts; i++) {
        const size_t from = printed->part[i].from;
        const struct block *block = from < paper->blocks ? &paper->block[from] : NULL;
        if (block && block->letter)
            first = i;
        struct printed_part *part = &printed->part[i], *letter = &printed->part[first];
        part->letter = first;
        part->first_page = letter->letter_pages + 1;
        letter->letter_pages += part->pages;
        letter->letter_parts++;
    }
}

static int width_of(const struct paper_settings *settings)
{
    return (settings->landscape ? PRINTED_LONG : PRINTED_SHORT) - PRINTED_LEFT - PRINTED_RIGHT;
}

static int height_of(const struct paper_settings *settings)
{
    return (settings->landscape ? PRINTED_SHORT : PRINTED_LONG) - PRINTED_TOP - PRINTED_BOTTOM;
}

static void lay(struct printed *printed, const struct paper *paper, struct metrics *metrics,
                enum letters_font font, struct layout *ret)
{
    letters_metrics(metrics, font);
    printed_metrics(metrics, 1000, width_of(&paper->settings));
    if (font == LETTERS_WIDEST) {
        metrics->size = wide_sizes;
        metrics->sizes = sizeof wide_sizes / sizeof *wide_sizes;
    }
    layout_open(ret, paper, metrics, &printed->arena);
    for (size_t i = 0; i < ret->parts; i++) {
        ret->part[i].width = width_of(ret->part[i].settings);
        ret->part[i].height = height_of(ret->part[i].settings);
    }
}

void printed_lay(const struct paper *paper, struct printed *ret)
{
    *ret = (struct printed){0};
    struct metrics of_pdf = {0}, of_wide = {0};
    struct layout pdf, layout;
    lay(ret, paper, &of_pdf, LETTERS_PDF, &pdf);
    layout_pages(&pdf);
    lay(ret, paper, &of_wide, LETTERS_WIDEST, &layout);
    for (size_t i = 0; i < pdf.parts; i++)
        layout.part[i].wanted = pdf.part[i].pages;
    layout_pages(&layout);
    ret->block = arena_alloc(&ret->arena, (paper->blocks + 1) * sizeof *ret->block);
    ret->part = arena_alloc(&ret->arena, layout.parts * sizeof *ret->part);
    ret->parts = layout.parts;
    ret->pages = layout.pages;
    for (size_t i = 0; i < layout.parts; i++)
        keep_part(ret, &layout.part[i], (int)i);
    find_letters(ret, paper);
}

void printed_done(struct printed *printed)
{
    arena_done(&printed->arena);
    *printed = (struct printed){0};
}

int printed_width(const char *text, bool bold, int size)
{
    int64_t widest = 0;
    for (const char *end; *text; text = *end ? end + 1 : end) {
        end = strchrnul(text, '\n');
        const int64_t width = letters_width(text, (size_t)(end - text), bold);
        widest = widest < width ? width : widest;
    }
    return (int)(widest * size / (10 * SIZE_FULL));
}

int printed_lines(const char *text, bool bold, int width, int size)
{
    struct arena arena = {0};
    struct metrics metrics = {0};
    letters_metrics(&metrics, LETTERS_WIDEST);
    const struct shaped shaped = metrics.shape(metrics.of, text, bold, false, &arena);
    const int64_t room = (int64_t)width * 10 * SIZE_FULL / size;
    const size_t count = metrics.wrap(metrics.of, &shaped, room, &arena).count;
    arena_done(&arena);
    return count ? (int)count : 1;
}
