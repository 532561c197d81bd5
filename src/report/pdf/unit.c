// SPDX-License-Identifier: GPL-3.0-or-later
// Cutting a part of a paper into the units that are put on the pages of a pdf.
#include "pdf.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

enum {
    SIGNATURE_GAP = 9, // at the right of a signature
    PAIR_GAP = 20,     // least, between the two texts of a pair
    LARGE = 2,         // times the size of other text
};

// Where the lines of a unit go.
struct lane {
    struct pdf_sheet *sheet;
    struct pdf_unit *unit;
    double width;
};

static struct pdf_unit *add_unit(struct pdf_part *part, enum block_kind kind)
{
    if (part->units == part->cap) {
        part->cap = part->cap ? part->cap * 2 : 64;
        part->unit = mem_resize(part->unit, part->cap, sizeof *part->unit);
        part->bond = mem_resize(part->bond, part->cap, sizeof *part->bond);
    }
    part->bond[part->units] = (struct bond){.kind = kind};
    struct pdf_unit *unit = &part->unit[part->units++];
    *unit = (struct pdf_unit){.row = PDF_NONE};
    return unit;
}

static void add_run(struct lane *into, struct pdf_run run)
{
    struct pdf_unit *unit = into->unit;
    if (unit->runs == unit->cap) {
        unit->cap = unit->cap ? unit->cap * 2 : 4;
        struct pdf_run *larger = arena_alloc(into->sheet->arena, unit->cap * sizeof *larger);
        if (unit->runs)
            memcpy(larger, unit->run, unit->runs * sizeof *larger);
        unit->run = larger;
    }
    unit->run[unit->runs++] = run;
}

// `how` has everything but the lines of the text; without text it makes a blank line.
static void add_text(struct lane *into, const struct line *line, struct pdf_run how)
{
    struct pdf_sheet *sheet = into->sheet;
    struct pdf_text text = pdf_text_of(sheet->type, line->bold ? FACE_BOLD : FACE_PLAIN, line->text,
                                       false, sheet->arena);
    how.scale = line->large ? LARGE : 1;
    how.width /= how.scale;
    how.align = line->align;
    struct pdf_lines lines = pdf_text_wrap(sheet->type, &text, how.width, sheet->arena);
    if (!lines.count)
        add_run(into, how);
    for (size_t i = 0; i < lines.count; i++) {
        how.line = lines.line[i];
        add_run(into, how);
        how.part = PDF_NONE; // a number stands on the first line
    }
}

static struct pdf_run whole_width(const struct lane *into)
{
    return (struct pdf_run){.width = into->width, .scale = 1, .part = PDF_NONE};
}

static void add_blank(struct lane *into, int lines)
{
    while (lines-- > 0)
        add_run(into, whole_width(into));
}

static double wish_of(struct pdf_sheet *sheet, const char *text)
{
    return pdf_text_of(sheet->type, FACE_PLAIN, text, false, sheet->arena).wish;
}

static void cut_pair(struct lane *into, const struct block *block)
{
    struct pdf_sheet *sheet = into->sheet;
    const struct line left = {.text = block->line.text};
    const struct line right = {.text = block->right, .align = ALIGN_RIGHT};
    double width = wish_of(sheet, left.text) + PAIR_GAP + wish_of(sheet, right.text);
    bool beside = width <= into->width && !strchr(left.text, '\n') && !strchr(right.text, '\n');
    add_text(into, &left, whole_width(into));
    size_t second = into->unit->runs;
    add_text(into, &right, whole_width(into));
    into->unit->run[second].beside = beside;
}

static void cut_signature(struct lane *into, const struct block *block)
{
    struct line line = {.text = block->line.text, .align = ALIGN_CENTRE};
    double widest = fmin(wish_of(into->sheet, line.text), into->width / 2);
    struct pdf_run how = whole_width(into);
    add_blank(into, block->count);
    how.width = widest;
    how.x = into->width - widest - SIGNATURE_GAP;
    add_text(into, &line, how);
}

static void cut_copies(struct lane *into, const struct block *block)
{
    struct pdf_sheet *sheet = into->sheet;
    for (size_t i = 0; i < block->items; i++) {
        autostr number = STR_INIT, label = STR_INIT;
        str_addf(&number, "%0*zu।", block->count, i + 1);
        text_digits(&label, number.buf, number.len, sheet->paper->settings.digits);
        double indent = wish_of(sheet, label.buf) + sheet->type->column;
        struct pdf_run how = whole_width(into);
        add_text(into, &(struct line){.text = label.buf}, how);
        size_t first = into->unit->runs;
        how.x = indent;
        how.width = into->width - indent;
        add_text(into, &(struct line){.text = block->item[i]}, how);
        into->unit->run[first].beside = true;
    }
}

static void cut_contents(struct lane *into, size_t at)
{
    struct pdf_sheet *sheet = into->sheet;
    for (size_t i = 0; i < sheet->parts; i++) {
        const struct pdf_part *part = &sheet->part[i];
        if (part->from <= at)
            continue;
        struct pdf_run how = whole_width(into);
        how.width -= PDF_NUMBER_WIDTH;
        how.part = (int)i;
        add_text(into, &(struct line){.text = part->title}, how);
    }
}

static void cut_table(struct pdf_sheet *sheet, struct pdf_part *part, struct pdf_table *t,
                      double width, double height)
{
    pdf_table_lay(t, sheet->type, width, sheet->arena);
    t->repeats = pdf_table_head_height(t) <= height / 2;
    size_t first = t->repeats ? t->head : 0;
    if (t->columns && first == t->rows) {
        add_unit(part, BLOCK_TABLE)->table = t;
        part->bond[part->units - 1].table = t;
    }
    for (size_t r = first; r < t->rows; r++) {
        struct pdf_unit *unit = add_unit(part, BLOCK_TABLE);
        unit->table = t;
        unit->row = (int)r;
        part->bond[part->units - 1].table = t;
        part->bond[part->units - 1].glued = bond_of_row(t->row, t->rows, r);
    }
}

static void cut_block(struct pdf_sheet *sheet, struct pdf_part *part, size_t i, double width)
{
    const struct block *block = &sheet->paper->block[i];
    struct lane into = {sheet, add_unit(part, block->kind), width};
    switch (block->kind) {
    case BLOCK_LINE:
        part->bond[part->units - 1].glued = block->line.keep;
        add_text(&into, &block->line, whole_width(&into));
        break;
    case BLOCK_PAIR:
        cut_pair(&into, block);
        break;
    case BLOCK_SPACE:
        add_blank(&into, block->count);
        break;
    case BLOCK_SIGNATURE:
        cut_signature(&into, block);
        break;
    case BLOCK_COPIES:
        cut_copies(&into, block);
        break;
    case BLOCK_CONTENTS:
        cut_contents(&into, i);
        break;
    case BLOCK_BREAK:
    case BLOCK_PART:
    case BLOCK_TABLE:
        break;
    }
}

void pdf_part_cut(struct pdf_sheet *sheet, struct pdf_part *part, double width, double height)
{
    part->units = 0;
    for (size_t i = part->from; i < part->to; i++) {
        struct pdf_table *t = part->table[i - part->from];
        if (t)
            cut_table(sheet, part, t, width, height);
        else
            cut_block(sheet, part, i, width);
    }
    bonds_glue(part->bond, part->units);
}

double pdf_unit_height(const struct pdf_sheet *sheet, const struct pdf_unit *unit)
{
    double height = 0;
    for (size_t i = 0; i < unit->runs; i++)
        height += unit->run[i].beside ? 0 : unit->run[i].scale * sheet->type->pitch;
    return height;
}
