// SPDX-License-Identifier: GPL-3.0-or-later
// Cutting a part of a paper into the units that are put on pages.
#include "unit.h"

#include <string.h>

// Where the texts of a unit go.
struct lane {
    const struct layout *layout;
    struct unit *unit;
    int size;      // of plain text
    int64_t width; // in units of that size
};

static struct unit *add_unit(const struct layout *layout, struct units *units, enum block_kind kind,
                             size_t block)
{
    units->unit =
        arena_grow(layout->arena, units->unit, units->count, &units->cap, sizeof *units->unit);
    struct unit *unit = &units->unit[units->count++];
    *unit = (struct unit){.kind = kind, .block = block};
    return unit;
}

static void add_text(struct lane *into, struct page_text text)
{
    struct unit *unit = into->unit;
    unit->text =
        arena_grow(into->layout->arena, unit->text, unit->texts, &unit->cap, sizeof *unit->text);
    unit->text[unit->texts++] = text;
}

static struct page_text whole_width(const struct lane *into)
{
    return (struct page_text){.width = into->width, .size = into->size, .part = NO_PART};
}

static int size_of(const struct lane *into, const struct line *line)
{
    const struct metrics *metrics = into->layout->metrics;
    bool title = line->bold && line->align == ALIGN_CENTRE;
    return into->size *
           (line->large ? metrics->large
            : title     ? metrics->title
                        : SIZE_FULL) /
           SIZE_FULL;
}

static struct shaped shape(const struct lane *into, const char *text, bool bold)
{
    const struct metrics *metrics = into->layout->metrics;
    return metrics->shape(metrics->of, text, bold, false, into->layout->arena);
}

static struct set_lines wrap(const struct lane *into, const struct shaped *text, int64_t width)
{
    const struct metrics *metrics = into->layout->metrics;
    return metrics->wrap(metrics->of, text, width, into->layout->arena);
}

// `how` has everything but the lines of the text; without text it makes a blank line.
static void add_line(struct lane *into, const struct line *line, struct page_text how)
{
    const struct shaped text = shape(into, line->text, line->bold);
    how.size = size_of(into, line);
    how.x = how.x * into->size / how.size;
    how.width = how.width * into->size / how.size;
    how.align = line->align;
    how.bold = line->bold;
    const struct set_lines lines = wrap(into, &text, how.width);
    if (!lines.count)
        add_text(into, how);
    for (size_t i = 0; i < lines.count; i++) {
        how.line = lines.line[i];
        add_text(into, how);
        how.part = NO_PART; // a number stands on the first line
    }
}

static void add_blank(struct lane *into, int lines)
{
    while (lines-- > 0)
        add_text(into, whole_width(into));
}

static void cut_pair(struct lane *into, const struct block *block)
{
    const struct line left = {.text = block->line.text};
    const struct line right = {.text = block->right, .align = ALIGN_RIGHT};
    int64_t width = shape(into, left.text, false).wish + into->layout->metrics->pair_gap +
                    shape(into, right.text, false).wish;
    bool beside = width <= into->width && !strchr(left.text, '\n') && !strchr(right.text, '\n');
    add_line(into, &left, whole_width(into));
    size_t second = into->unit->texts;
    add_line(into, &right, whole_width(into));
    into->unit->text[second].beside = beside;
}

static void cut_signature(struct lane *into, const struct block *block)
{
    const struct line line = {.text = block->line.text, .align = ALIGN_CENTRE};
    const struct shaped text = shape(into, line.text, false);
    int64_t most = into->width / 2 > text.hard ? into->width / 2 : text.hard, widest = 0;
    const struct set_lines lines = wrap(into, &text, most);
    for (size_t i = 0; i < lines.count; i++)
        if (widest < lines.line[i].width)
            widest = lines.line[i].width;
    struct page_text how = whole_width(into);
    how.width = widest;
    how.x = into->width - widest - into->layout->metrics->right_gap;
    add_blank(into, block->count);
    add_line(into, &line, how);
}

static void cut_copies(struct lane *into, const struct block *block)
{
    for (size_t i = 0; i < block->items; i++) {
        autostr number = STR_INIT, label = STR_INIT;
        str_addf(&number, "%0*zu।", block->count, i + 1);
        text_digits(&label, number.buf, number.len, into->layout->paper->settings.digits);
        const int64_t indent = shape(into, label.buf, false).wish + into->layout->metrics->column;
        struct page_text how = whole_width(into);
        add_line(into, &(struct line){.text = label.buf}, how);
        const size_t first = into->unit->texts;
        how.x = indent;
        how.width = into->width - indent;
        add_line(into, &(struct line){.text = block->item[i]}, how);
        into->unit->text[first].beside = true;
    }
}

// The page numbers are there when all parts are laid out.
static void cut_contents(struct lane *into, size_t at)
{
    for (size_t i = 0; i < into->layout->parts; i++) {
        const struct layout_part *part = &into->layout->part[i];
        if (part->from <= at)
            continue;
        struct page_text how = whole_width(into);
        how.width -= into->layout->metrics->number;
        how.part = (int)i;
        add_line(into, &(struct line){.text = part->title}, how);
    }
}

// Whether row r stays with the one after it.
static bool is_kept(const struct laid_table *t, size_t r)
{
    return r + 1 < t->rows && (t->row[r].kind == ROW_SECTION || t->row[r + 1].subrow);
}

static void cut_table(const struct layout *layout, struct units *units, struct laid_table *t,
                      size_t block)
{
    size_t first = t->repeats ? t->head : 0;
    if (t->columns && first == t->rows)
        add_unit(layout, units, BLOCK_TABLE, block)->table = t;
    for (size_t r = first; r < t->rows; r++) {
        struct unit *unit = add_unit(layout, units, BLOCK_TABLE, block);
        unit->table = t;
        unit->has_row = true;
        unit->row = r;
        unit->kept = is_kept(t, r);
    }
}

// Between a table and a text that has no space of its own to it: drawn rules would touch the text.
static void add_gap(struct lane *into, size_t text, size_t table)
{
    const struct paper *paper = into->layout->paper;
    if (table >= paper->blocks || paper->block[table].kind != BLOCK_TABLE ||
        paper->block[text].kind == BLOCK_SPACE)
        return;
    struct page_text how = whole_width(into);
    how.size /= 4;
    add_text(into, how);
}

static void cut_block(struct lane *into, size_t i)
{
    const struct block *block = &into->layout->paper->block[i];
    switch (block->kind) {
    case BLOCK_LINE:
        into->unit->kept = block->line.keep;
        add_line(into, &block->line, whole_width(into));
        break;
    case BLOCK_PAIR:
        cut_pair(into, block);
        break;
    case BLOCK_SPACE:
        add_blank(into, block->count);
        break;
    case BLOCK_SIGNATURE:
        cut_signature(into, block);
        break;
    case BLOCK_COPIES:
        cut_copies(into, block);
        break;
    case BLOCK_CONTENTS:
        cut_contents(into, i);
        break;
    case BLOCK_BREAK:
    case BLOCK_PART:
    case BLOCK_TABLE:
        break;
    }
}

struct units units_cut(const struct layout *layout, const struct layout_part *part, int64_t width,
                       int64_t height)
{
    struct units units = {0};
    struct lane into = {.layout = layout, .size = part->size.text * SIZE_FULL / part->size.table};
    into.width = width * SIZE_FULL / into.size;
    for (size_t i = part->from; i < part->to; i++) {
        struct laid_table *t = part->table[i - part->from];
        if (t) {
            laid_table_lay(t, width, height, layout->arena);
            cut_table(layout, &units, t, i);
            continue;
        }
        into.unit = add_unit(layout, &units, layout->paper->block[i].kind, i);
        if (i > part->from)
            add_gap(&into, i, i - 1);
        cut_block(&into, i);
        add_gap(&into, i, i + 1);
    }
    units_keep(&units);
    return units;
}

int64_t unit_height(const struct unit *unit, const struct metrics *metrics)
{
    int64_t height = 0;
    for (size_t i = 0; i < unit->texts; i++)
        height += unit->text[i].beside ? 0 : unit->text[i].size * metrics->line / SIZE_FULL;
    return height;
}
