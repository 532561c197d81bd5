// SPDX-License-Identifier: GPL-3.0-or-later
// Cutting a paper into the units that are put on pages.
#include "unit.h"

#include "layout/bond.h"

#include <stdio.h>
#include <string.h>

enum {
    INDENT_MAX = 8,    // before the text of a copy list
    SIGNATURE_GAP = 2, // blanks at the right of a signature
    COLUMNS_MIN = 20,
};

// Where the lines of a unit go.
struct sheet {
    const struct paper *paper;
    struct arena *arena;
    int columns;
};

static struct unit *add_unit(struct units *units, enum block_kind kind)
{
    if (units->count == units->cap) {
        units->cap = units->cap ? units->cap * 2 : 64;
        units->unit = mem_resize(units->unit, units->cap, sizeof *units->unit);
    }
    struct unit *unit = &units->unit[units->count++];
    *unit = (struct unit){.kind = kind, .row = GRID_NONE};
    return unit;
}

static void add_line(struct arena *arena, struct unit *unit, struct str *text, bool bold)
{
    while (text->len > 0 && text->buf[text->len - 1] == ' ')
        str_cut(text, text->len - 1);
    if (unit->lines == unit->cap) {
        unit->cap = unit->cap ? unit->cap * 2 : 4;
        struct page_line *larger = arena_alloc(arena, unit->cap * sizeof *larger);
        if (unit->lines)
            memcpy(larger, unit->line, unit->lines * sizeof *larger);
        unit->line = larger;
    }
    unit->line[unit->lines++] = (struct page_line){.text = arena_text(arena, text->buf, text->len),
                                                   .bold = bold && text->len > 0};
}

static void add_blank(struct arena *arena, struct unit *unit, int lines)
{
    autostr empty = STR_INIT;
    while (lines-- > 0)
        add_line(arena, unit, &empty, false);
}

// Adds the text wrapped to `columns` behind `indent` blanks; `label` stands in the blanks of the
// first line.
static void add_wrapped(struct arena *arena, struct unit *unit, const struct line *line,
                        const char *label, int indent, int columns)
{
    size_t n = strlen(line->text);
    autofree struct text_line *lines = NULL;
    size_t count = text_wrap(line->text, n, columns, &lines);
    autostr text = STR_INIT;
    for (size_t i = 0; i < count; i++) {
        str_reset(&text);
        const char *margin = i == 0 ? label : "";
        text_pad(&text, margin, strlen(margin), indent, ALIGN_LEFT);
        text_pad(&text, line->text + lines[i].from, lines[i].len, columns, line->align);
        add_line(arena, unit, &text, line->bold);
    }
}

static void cut_pair(struct sheet *sheet, struct unit *unit, const struct block *block)
{
    const char *left = block->line.text, *right = block->right;
    int left_columns = text_columns(left, strlen(left));
    int right_columns = text_columns(right, strlen(right));
    bool fits = left_columns + 2 + right_columns <= sheet->columns;
    if (!fits || strchr(left, '\n') || strchr(right, '\n')) {
        struct line other = {.text = right, .align = ALIGN_RIGHT};
        add_wrapped(sheet->arena, unit, &block->line, "", 0, sheet->columns);
        add_wrapped(sheet->arena, unit, &other, "", 0, sheet->columns);
        return;
    }
    autostr text = STR_INIT;
    text_pad(&text, left, strlen(left), sheet->columns - right_columns, ALIGN_LEFT);
    str_add(&text, right);
    add_line(sheet->arena, unit, &text, false);
}

static void cut_signature(struct sheet *sheet, struct unit *unit, const struct block *block)
{
    const char *text = block->line.text;
    size_t n = strlen(text);
    int most = sheet->columns / 2, least = least_columns(text), widest = 0;
    if (most < least)
        most = least;
    autofree struct text_line *lines = NULL;
    size_t count = text_wrap(text, n, most, &lines);
    for (size_t i = 0; i < count; i++) {
        int columns = text_columns(text + lines[i].from, lines[i].len);
        if (widest < columns)
            widest = columns;
    }
    add_blank(sheet->arena, unit, block->count);
    struct line line = {.text = text, .align = ALIGN_CENTRE};
    add_wrapped(sheet->arena, unit, &line, "", sheet->columns - widest - SIGNATURE_GAP, widest);
}

static void cut_copies(struct sheet *sheet, struct unit *unit, const struct block *block)
{
    for (size_t i = 0; i < block->items; i++) {
        char number[24];
        int n = snprintf(number, sizeof number, "%0*zu। ", block->count, i + 1);
        autostr label = STR_INIT;
        text_digits(&label, number, (size_t)n, sheet->paper->settings.digits);
        int indent = text_columns(label.buf, label.len);
        struct line line = {.text = block->item[i]};
        add_wrapped(sheet->arena, unit, &line, label.buf, indent, sheet->columns - indent);
    }
}

// The page numbers are added when the parts are put down.
static void cut_contents(struct sheet *sheet, struct unit *unit, const struct block *block)
{
    const struct block *end = sheet->paper->block + sheet->paper->blocks;
    autostr title = STR_INIT;
    while (++block < end) {
        if (block->kind != BLOCK_PART)
            continue;
        str_reset(&title);
        str_add(&title, block->line.text);
        add_line(sheet->arena, unit, &title, false);
    }
}

static void cut_table(struct units *units, struct frame *frame, int capacity)
{
    frame->repeats = 1 + frame_head_height(frame) <= capacity / 2;
    size_t first = frame->repeats ? frame->head : 0;
    if (frame->columns && first == frame->rows)
        add_unit(units, BLOCK_TABLE)->frame = frame;
    for (size_t r = first; r < frame->rows; r++) {
        struct unit *unit = add_unit(units, BLOCK_TABLE);
        unit->frame = frame;
        unit->row = (int)r;
        unit->glued = bond_of_row(frame->row, frame->rows, r);
    }
}

static void cut_block(struct sheet *sheet, struct units *units, const struct block *block)
{
    struct unit *unit = add_unit(units, block->kind);
    switch (block->kind) {
    case BLOCK_LINE:
        unit->glued = block->line.keep;
        add_wrapped(sheet->arena, unit, &block->line, "", 0, sheet->columns);
        break;
    case BLOCK_PAIR:
        cut_pair(sheet, unit, block);
        break;
    case BLOCK_SPACE:
        add_blank(sheet->arena, unit, block->count);
        break;
    case BLOCK_SIGNATURE:
        cut_signature(sheet, unit, block);
        break;
    case BLOCK_COPIES:
        cut_copies(sheet, unit, block);
        break;
    case BLOCK_CONTENTS:
        cut_contents(sheet, unit, block);
        break;
    case BLOCK_BREAK:
    case BLOCK_PART:
    case BLOCK_TABLE:
        break;
    }
}

// Fills in what stays together beyond the units' own bonds.
static void glue(struct units *units)
{
    autofree struct bond *bond = mem_alloc((units->count + 1) * sizeof *bond);
    for (size_t i = 0; i < units->count; i++)
        bond[i] = (struct bond){units->unit[i].kind, units->unit[i].frame, units->unit[i].glued};
    bonds_glue(bond, units->count);
    for (size_t i = 0; i < units->count; i++)
        units->unit[i].glued = bond[i].glued;
}

static int columns_of(const struct paper *paper, struct frame *const *frame)
{
    int columns = paper->settings.columns;
    if (columns < COLUMNS_MIN)
        columns = COLUMNS_MIN;
    for (size_t i = 0; i < paper->blocks; i++) {
        const struct block *block = &paper->block[i];
        int least = frame[i] ? frame[i]->least : least_columns(block->line.text) + SIGNATURE_GAP;
        if (!frame[i] && least < least_columns(block->right))
            least = least_columns(block->right);
        for (size_t k = 0; k < block->items; k++)
            if (least < least_columns(block->item[k]) + INDENT_MAX)
                least = least_columns(block->item[k]) + INDENT_MAX;
        if (columns < least)
            columns = least;
    }
    return columns;
}

struct units units_cut(const struct paper *paper, bool ascii, int capacity, struct pages *pages)
{
    struct units units = {0};
    struct arena *arena = &pages->arena;
    struct frame **frame = arena_alloc(arena, (paper->blocks + 1) * sizeof(struct frame *));
    for (size_t i = 0; i < paper->blocks; i++)
        if (paper->block[i].kind == BLOCK_TABLE)
            frame[i] = frame_new(paper->block[i].table, ascii, arena);
    pages->columns = columns_of(paper, frame);
    struct sheet sheet = {.paper = paper, .arena = arena, .columns = pages->columns};
    for (size_t i = 0; i < paper->blocks; i++) {
        if (!frame[i]) {
            cut_block(&sheet, &units, &paper->block[i]);
            continue;
        }
        frame_lay(frame[i], pages->columns, arena);
        cut_table(&units, frame[i], capacity);
    }
    glue(&units);
    return units;
}
