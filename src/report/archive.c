// SPDX-License-Identifier: GPL-3.0-or-later
// Papers as bytes. One walk over the parts of a paper writes them and reads them, so that the two
// cannot disagree about the form.
#include "orjon/report/archive.h"

#include "walk.h"

#include <string.h>

static const char form[] = "orjon paper 1\n";

enum {
    BLOCKS_MAX = 100000, // and rows of a table
    LINES_MAX = 1000,    // of spaces and pages, and columns of them
    DAY_MAX = 2932896,   // 31 December 9999
};

// Whoever gives a paper another member has to say here how it is kept, too.
_Static_assert(sizeof(void *) != 8 ||
                   (sizeof(struct paper_settings) == 80 && sizeof(struct block) == 80 &&
                    sizeof(struct line) == 16 && sizeof(struct cell) == 40 &&
                    sizeof(struct column) == 48 && sizeof(struct row) == 16),
               "all of a paper is in its archive");

static void walk_settings(struct walk *walk, struct paper_settings *settings)
{
    walk_word(walk, "pages");
    WALK(walk, settings->columns, 0, LINES_MAX);
    WALK(walk, settings->lines, 0, LINES_MAX);
    WALK(walk, settings->landscape, 0, 1);
    WALK(walk, settings->language, 0, LANGUAGE_COUNT - 1);
    WALK(walk, settings->digits, 0, DIGITS_COUNT - 1);
    WALK(walk, settings->day, -DAY_MAX, DAY_MAX);
    WALK(walk, settings->warns, 0, 1);
    walk_text(walk, &settings->title);
    walk_text(walk, &settings->author);
    walk_text(walk, &settings->subject);
    walk_text(walk, &settings->mark);
    walk_text(walk, &settings->footer);
    walk_word(walk, "\n");
}

static void walk_column(struct walk *walk, struct column *column)
{
    int levels = 0;
    while (levels < TABLE_LEVELS && column->heading[levels])
        levels++;
    walk_word(walk, "column");
    WALK(walk, column->width, 0, LINES_MAX);
    WALK(walk, column->align, 0, ALIGN_CENTRE);
    WALK(walk, column->by_hand, 0, 1);
    WALK(walk, levels, 0, TABLE_LEVELS);
    for (int i = 0; i < levels; i++)
        walk_text(walk, &column->heading[i]);
    walk_word(walk, "\n");
}

// The words of a ruler, as table_ruler takes them.
static void walk_ruler(struct walk *walk, struct table *table)
{
    autostr words = STR_INIT;
    for (size_t c = 0; walk->out && c < table->columns; c++)
        str_addf(&words, "%s%s", c ? " " : "", *table->ruler[c] ? table->ruler[c] : "_");
    const char *text = words.buf;
    walk_word(walk, "ruler");
    walk_text(walk, &text);
    walk_word(walk, "\n");
    if (!walk->out)
        table_ruler(table, text);
}

static void walk_cell(struct walk *walk, struct table *table, struct cell *cell)
{
    WALK(walk, cell->above, 0, 1);
    if (cell->above) {
        if (!walk->out)
            table_above(table);
        return;
    }
    WALK(walk, cell->kind, 0, CELL_DATE);
    WALK(walk, cell->bold, 0, 1);
    WALK(walk, cell->span, 1, TABLE_COLUMNS_MAX);
    WALK(walk, cell->has_value, 0, 1);
    if (cell->has_value) {
        WALK(walk, cell->value, INT64_MIN, INT64_MAX);
        WALK(walk, cell->decimals, 0, 9);
    }
    walk_text(walk, &cell->text);
    if (!walk->out)
        table_cell(table, *cell);
}

// Cells that nothing was put in stand at the end of a row and are left out.
static void write_cells(struct walk *walk, struct table *table, const struct row *row)
{
    for (size_t c = 0; c < table->columns && row->cell[c].span > 0; c += row_span(row, c)) {
        struct cell cell = row->cell[c];
        walk_cell(walk, table, &cell);
    }
}

static void read_cells(struct walk *walk, struct table *table)
{
    for (size_t c = 0; c < table->columns && walk_is_next(walk, "\t"); c++) {
        struct cell cell = {0};
        walk_cell(walk, table, &cell);
    }
}

static void walk_row(struct walk *walk, struct table *table, const struct row *row)
{
    bool section = row && row->kind == ROW_SECTION, subrow = row && row->subrow;
    const char *text = section && table->columns ? row->cell[0].text : "";
    walk_word(walk, "row");
    WALK(walk, section, 0, 1);
    WALK(walk, subrow, 0, 1);
    if (section)
        walk_text(walk, &text);
    if (!walk->out && section)
        table_section(table, text);
    else if (!walk->out && subrow)
        table_subrow(table);
    else if (!walk->out)
        table_row(table);
    if (!section && walk->out)
        write_cells(walk, table, row);
    else if (!section)
        read_cells(walk, table);
    walk_word(walk, "\n");
}

static void walk_table(struct walk *walk, struct table *table)
{
    size_t columns = table->columns, rows = table->rows;
    bool has_ruler = table->has_ruler;
    walk_word(walk, "table");
    WALK(walk, columns, 0, TABLE_COLUMNS_MAX);
    WALK(walk, rows, 0, BLOCKS_MAX);
    WALK(walk, has_ruler, 0, 1);
    walk_word(walk, "\n");
    for (size_t c = 0; c < columns && !walk->wrong; c++) {
        struct column column = walk->out ? table->column[c] : (struct column){0};
        walk_column(walk, &column);
        if (!walk->out)
            table_column(table, column);
    }
    if (has_ruler)
        walk_ruler(walk, table);
    for (size_t r = 0; r < rows && !walk->wrong; r++)
        walk_row(walk, table, walk->out ? &table->row[r] : NULL);
}

static void walk_line(struct walk *walk, struct paper *paper, struct line *line)
{
    walk_word(walk, "line");
    WALK(walk, line->align, 0, ALIGN_CENTRE);
    WALK(walk, line->bold, 0, 1);
    WALK(walk, line->large, 0, 1);
    WALK(walk, line->keep, 0, 1);
    WALK(walk, line->record, 0, 1);
    walk_text(walk, &line->text);
    walk_word(walk, "\n");
    if (!walk->out)
        paper_line(paper, *line);
}

static void walk_copies(struct walk *walk, struct paper *paper, struct block *block)
{
    walk_word(walk, "copies");
    WALK(walk, block->count, 1, 2);
    WALK(walk, block->items, 0, LINES_MAX);
    const char **items = arena_alloc(&walk->texts, (block->items + 1) * sizeof *items);
    for (size_t i = 0; i < block->items && !walk->wrong; i++) {
        items[i] = walk->out ? block->item[i] : "";
        walk_text(walk, &items[i]);
    }
    walk_word(walk, "\n");
    if (!walk->out)
        paper_copies(paper, block->count, items, walk->wrong ? 0 : block->items);
}

static void put_part(struct paper *paper, const struct block *block)
{
    paper_part(paper, block->line.text, block->right);
    paper_part_name(paper, block->name);
}

// Blocks that are a figure and up to three texts.
static void walk_plain(struct walk *walk, struct paper *paper, struct block *block,
                       const char *word, int texts)
{
    walk_word(walk, word);
    WALK(walk, block->count, 0, LINES_MAX);
    if (texts > 0)
        walk_text(walk, &block->line.text);
    if (texts > 1)
        walk_text(walk, &block->right);
    if (texts > 2)
        walk_text(walk, &block->name);
    walk_word(walk, "\n");
    if (walk->out)
        return;
    if (block->kind == BLOCK_PAIR)
        paper_pair(paper, block->line.text, block->right);
    else if (block->kind == BLOCK_SPACE)
        paper_space(paper, block->count);
    else if (block->kind == BLOCK_BREAK)
        paper_break(paper);
    else if (block->kind == BLOCK_PART)
        put_part(paper, block);
    else if (block->kind == BLOCK_CONTENTS)
        paper_contents(paper);
    else
        paper_signature(paper, block->count, block->line.text);
}

static const struct {
    const char *word;
    int texts; // of the plain ones
} blocks[] = {
    [BLOCK_LINE] = {"line", 0},     [BLOCK_PAIR] = {"pair", 2},
    [BLOCK_SPACE] = {"space", 0},   [BLOCK_BREAK] = {"break", 0},
    [BLOCK_PART] = {"part", 3},     [BLOCK_CONTENTS] = {"contents", 0},
    [BLOCK_TABLE] = {"table", 0},   [BLOCK_SIGNATURE] = {"signature", 1},
    [BLOCK_COPIES] = {"copies", 0},
};
enum { KINDS = sizeof blocks / sizeof *blocks };

static void walk_block(struct walk *walk, struct paper *paper, struct block *block)
{
    if (block->kind == BLOCK_LINE)
        walk_line(walk, paper, &block->line);
    else if (block->kind == BLOCK_COPIES)
        walk_copies(walk, paper, block);
    else if (block->kind == BLOCK_TABLE)
        walk_table(walk, walk->out ? block->table : paper_table(paper));
    else
        walk_plain(walk, paper, block, blocks[block->kind].word, blocks[block->kind].texts);
}

void archive_write(const struct paper *paper, struct str *ret)
{
    struct walk walk = {.out = ret};
    struct paper_settings settings = paper->settings;
    str_add(ret, form);
    walk_settings(&walk, &settings);
    for (size_t i = 0; i < paper->blocks; i++) {
        struct block block = paper->block[i];
        walk_block(&walk, NULL, &block);
    }
    str_add(ret, "end\n");
    arena_done(&walk.texts);
}

// The kind of the block whose record begins here; KINDS when it is none.
static size_t next_kind(const struct walk *walk)
{
    size_t kind = 0;
    while (kind < KINDS && !walk_is_next(walk, blocks[kind].word))
        kind++;
    return kind;
}

static struct paper *read_paper(struct walk *walk)
{
    struct paper_settings settings = {0};
    walk_word(walk, form);
    walk_settings(walk, &settings);
    struct paper *paper = paper_new(&settings);
    for (size_t kind; !walk->wrong && (kind = next_kind(walk)) < KINDS;) {
        struct block block = {
            .kind = (enum block_kind)kind, .line = {.text = ""}, .right = "", .name = ""};
        walk_block(walk, paper, &block);
        walk->wrong |= paper->blocks > BLOCKS_MAX;
    }
    walk_word(walk, "end\n");
    walk->wrong |= walk->at != walk->end;
    return paper;
}

enum status archive_read(const char *bytes, size_t n, struct paper **ret, struct err *err)
{
    struct walk walk = {.at = bytes, .end = bytes + n};
    autostr again = STR_INIT;
    autopaper *paper = read_paper(&walk);
    arena_done(&walk.texts);
    if (!walk.wrong)
        archive_write(paper, &again);
    if (walk.wrong || again.len != n || memcmp(again.buf, bytes, n) != 0)
        return err_set(err, STATUS_DAMAGED, _("The paper that was finalised cannot be read"));
    *ret = paper;
    paper = NULL;
    return STATUS_OK;
}
