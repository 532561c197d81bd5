// SPDX-License-Identifier: GPL-3.0-or-later
// Parts, sizes and page numbers of a paper.
#include "layout.h"

#include "flow.h"

static void measure_tables(const struct layout *layout, struct layout_part *part)
{
    const size_t count = part->to - part->from;
    part->table = arena_alloc(layout->arena, (count + 1) * sizeof(struct laid_table *));
    for (size_t i = 0; i < count; i++)
        if (layout->paper->block[part->from + i].kind == BLOCK_TABLE)
            part->table[i] = laid_table_new(
                layout->metrics, layout->paper->block[part->from + i].table, layout->arena);
}

void layout_open(struct layout *ret, const struct paper *paper, const struct metrics *metrics,
                 struct arena *arena)
{
    *ret = (struct layout){.paper = paper, .metrics = metrics, .arena = arena};
    ret->part = arena_alloc(arena, (paper->blocks + 1) * sizeof *ret->part);
    for (size_t i = 0; i < paper->blocks || i == 0; i++) {
        const struct block *block = i < paper->blocks ? &paper->block[i] : NULL;
        bool starts = block && block->kind == BLOCK_PART;
        if (i == 0 || starts)
            ret->part[ret->parts++] =
                (struct layout_part){.from = i,
                                     .wanted = 1,
                                     .settings = paper_settings_at(paper, i),
                                     .title = starts ? block->line.text : "",
                                     .footer = starts ? block->right : paper->settings.footer};
        ret->part[ret->parts - 1].to = block ? i + 1 : i;
    }
    for (size_t i = 0; i < ret->parts; i++)
        measure_tables(ret, &ret->part[i]);
}

static int64_t least_width(const struct layout_part *part, bool whole_words)
{
    int64_t least = 0;
    for (size_t i = 0; i < part->to - part->from; i++) {
        const int64_t one = part->table[i] ? laid_table_least(part->table[i], whole_words) : 0;
        least = least < one ? one : least;
    }
    return least;
}

static int64_t scaled(int64_t length, int size)
{
    return length == LENGTH_ENDLESS ? length : length * SIZE_FULL / size;
}

static int place(const struct layout *layout, const struct layout_part *part,
                 struct layout_page **ret)
{
    const int64_t wide = scaled(part->width, part->size.table),
                  high = scaled(part->height, part->size.table);
    const struct units units = units_cut(layout, part, wide, high);
    return flow_place(&units, layout->metrics, high, layout->arena, ret);
}

// The largest size with which no column is too narrow, and no page more is needed than with a
// smaller one. Less than the least only where a table could not stand on the page at all.
static void place_part(const struct layout *layout, struct layout_part *part)
{
    const int64_t width = part->width;
    const struct metrics *metrics = layout->metrics;
    const struct part_size *least = &metrics->size[metrics->sizes - 1];
    const int64_t hard = least_width(part, false), soft = least_width(part, true);
    struct layout_part tried = *part;
    part->pages = 0;
    if (hard > scaled(width, least->table)) {
        part->size = (struct part_size){(int)(width * SIZE_FULL / hard), SIZE_FULL};
        part->size.table += part->size.table == 0; // of a table that nobody could read
        part->pages = place(layout, part, &part->page);
        return;
    }
    for (size_t i = 0; i < metrics->sizes && (!part->pages || part->pages > part->wanted); i++) {
        tried.size = metrics->size[i];
        if (tried.size.table > least->table && soft > scaled(width, tried.size.table))
            continue;
        tried.pages = place(layout, &tried, &tried.page);
        if (!part->pages || tried.pages < part->pages)
            *part = tried;
    }
}

void layout_pages(struct layout *layout)
{
    layout->pages = 0;
    for (size_t i = 0; i < layout->parts; i++) {
        struct layout_part *part = &layout->part[i];
        place_part(layout, part);
        part->first_page = layout->pages + 1;
        layout->pages += part->pages;
    }
}
