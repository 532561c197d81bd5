// SPDX-License-Identifier: GPL-3.0-or-later
// The blocks of a layout for a paper of records: what each takes, and whether they fit together.
#include "layout.h"

#include "phrase.h"

#include "orjon/base/text.h"
#include "orjon/base/tsv.h"

#include <string.h>

enum { SPACE_MOST = 40, ROWS_MOST = 500, WIDTH_MOST = 200, BESIDE = 3, WIDTH_LEAST = 3 };

static const struct word {
    const char *word;
    enum layout_block_kind kind;
    bool title;
} words[] = {
    {"title", LAYOUT_LINE, true},     {"line", LAYOUT_LINE, false},
    {"text", LAYOUT_TEXT, false},     {"pair", LAYOUT_PAIR, false},
    {"key", LAYOUT_KEY, false},       {"space", LAYOUT_SPACE, false},
    {"page", LAYOUT_PAGE, false},     {"table", LAYOUT_TABLE, false},
    {"column", LAYOUT_COLUMN, false}, {"across", LAYOUT_ACROSS, false},
    {"repeat", LAYOUT_REPEAT, false}, {"end", LAYOUT_END, false},
    {"none", LAYOUT_NONE, false},     {"contents", LAYOUT_CONTENTS, false},
    {"sign", LAYOUT_SIGN, false},     {"copies", LAYOUT_COPIES, false},
    {"each", LAYOUT_EACH, false},     {"word", LAYOUT_WORD, false},
};

static enum status read_kind(const char *text, struct layout_block *ret, struct err *err)
{
    autostr known = STR_INIT;
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        str_addf(&known, "%s%s", i ? " " : "", words[i].word);
        if (strcmp(words[i].word, text) != 0)
            continue;
        ret->kind = words[i].kind;
        if (words[i].title)
            ret->line = (struct layout_line){.align = ALIGN_CENTRE, .bold = true};
        return STATUS_OK;
    }
    return err_set(err, STATUS_INVALID, _("“%s” is none of: %s"), text, known.buf);
}

static const char *plural_of(int kind)
{
    return kind < RECORD_KINDS ? record_shape((enum record_kind)kind)->plural
                               : listing_shape((enum listing_kind)(kind - RECORD_KINDS))->plural;
}

// Only records can stand in a list; a table has what is worked out for the paper, too.
static enum status read_rows(const char *text, int kinds, struct layout_block *ret, struct err *err)
{
    autostr known = STR_INIT;
    for (int kind = 0; kind < kinds; kind++) {
        const char *plural = plural_of(kind);
        str_addf(&known, "%s%s", kind ? " " : "", plural);
        ret->of = kind;
        if (strcmp(plural, text) == 0)
            return STATUS_OK;
    }
    return err_set(err, STATUS_INVALID, _("“%s” is none of: %s"), text, known.buf);
}

// A list in an entry of a list would have no end.
static enum status refuse_list(const char *phrase, struct err *err)
{
    for (int kind = 0; kind < RECORD_KINDS; kind++) {
        autostr name = STR_INIT;
        str_addf(&name, "{%s", record_shape((enum record_kind)kind)->plural);
        const char *at = strstr(phrase, name.buf);
        if (at && strchr("}:", at[name.len]))
            return err_set(err, STATUS_INVALID, _("“%s}” is a list; none can stand in another"),
                           name.buf);
    }
    return STATUS_OK;
}

static enum status read_text(const char *text, struct layout_block *ret, struct err *err)
{
    if (ret->kind == LAYOUT_TABLE || ret->kind == LAYOUT_REPEAT)
        return read_rows(text, (int)RECORD_KINDS + (int)LISTINGS, ret, err);
    if (ret->kind == LAYOUT_EACH)
        return read_rows(text, RECORD_KINDS, ret, err);
    if (ret->kind == LAYOUT_SPACE)
        return layout_read_number(text, 1, SPACE_MOST, &ret->count, err);
    ret->line.text = text;
    return ret->kind == LAYOUT_WORD || ret->kind == LAYOUT_PAGE ? STATUS_OK
                                                                : phrase_check(text, true, err);
}

static enum status read_with(const char *text, struct layout_block *ret, struct err *err)
{
    ret->with = text;
    if (ret->kind == LAYOUT_TABLE && *text)
        return layout_read_number(text, 0, ROWS_MOST, &ret->count, err);
    enum status status = ret->kind == LAYOUT_WORD ? STATUS_OK : phrase_check(text, true, err);
    return status || ret->kind != LAYOUT_EACH ? status : refuse_list(text, err);
}

static enum status read_place(struct layout_block *ret, enum layout_place place, const char *text,
                              struct err *err)
{
    switch (place) {
    case PLACE_BLOCK:
        return read_kind(text, ret, err);
    case PLACE_TEXT:
        return read_text(text, ret, err);
    case PLACE_WITH:
        return read_with(text, ret, err);
    case PLACE_LOOK:
        return layout_read_look(text, strlen(text), &ret->line, err);
    default:
        return *text ? layout_read_number(text, 1, WIDTH_MOST, &ret->width, err) : STATUS_OK;
    }
}

enum status layout_read_block(struct layout *layout, const struct tsv *line,
                              const size_t cell[PLACE_COUNT], enum layout_place *ret_place,
                              struct err *err)
{
    static const enum layout_place order[] = {PLACE_BLOCK, PLACE_TEXT, PLACE_WITH, PLACE_LOOK,
                                              PLACE_WIDTH};
    struct layout_block block = {.line.text = "", .with = "", .at = line->line};
    for (size_t i = 0; i < sizeof order / sizeof *order; i++) {
        const char *text = "";
        *ret_place = order[i];
        enum status status = layout_read_cell(layout, line, cell[*ret_place], &text, err);
        if (status == STATUS_OK)
            status = read_place(&block, *ret_place, text, err);
        if (status)
            return status;
    }
    if (layout->blocks == layout->blocks_cap) {
        layout->blocks_cap = layout->blocks_cap ? 2 * layout->blocks_cap : 16;
        layout->block = mem_resize(layout->block, layout->blocks_cap, sizeof *layout->block);
    }
    layout->block[layout->blocks++] = block;
    return STATUS_OK;
}

bool layout_is_column(const struct layout_block *block)
{
    return block->kind == LAYOUT_COLUMN || block->kind == LAYOUT_ACROSS;
}

size_t layout_end_of(const struct layout *layout, size_t repeat)
{
    for (size_t i = repeat + 1; i < layout->blocks; i++)
        if (layout->block[i].kind == LAYOUT_END)
            return i;
    return 0;
}

// Columns behind a table, at least one and no more than fit.
static enum status check_table(const struct layout *layout, size_t table, size_t *ret_block,
                               enum layout_place *ret_place, struct err *err)
{
    int width = 0;
    size_t at = table + 1;
    for (; at < layout->blocks && layout_is_column(&layout->block[at]); at++) {
        *ret_block = at;
        *ret_place = PLACE_WIDTH;
        const int own = layout->block[at].width;
        width += (own ? own : WIDTH_LEAST) + BESIDE;
        if (width + 1 > layout->page_columns)
            return err_set(err, STATUS_INVALID,
                           _("up to here the table is %s columns wide, and the page has %s"),
                           SAY(width + 1), SAY(layout->page_columns));
        *ret_place = PLACE_BLOCK;
        if (at - table > TABLE_COLUMNS_MAX)
            return err_set(err, STATUS_INVALID, _("a table has at most %s columns"),
                           SAY(TABLE_COLUMNS_MAX));
        *ret_place = PLACE_WIDTH;
        if (!own && !*layout->block[at].with)
            return err_set(err, STATUS_INVALID,
                           _("a column that is left to the pen needs a width of its own"));
    }
    *ret_block = table;
    *ret_place = PLACE_BLOCK;
    return at > table + 1
               ? STATUS_OK
               : err_set(err, STATUS_INVALID, _("behind a table its columns are expected"));
}

enum status layout_check_blocks(const struct layout *layout, size_t *ret_block,
                                enum layout_place *ret_place, struct err *err)
{
    bool in_table = false, repeats = false;
    for (size_t i = 0; i < layout->blocks; i++) {
        const enum layout_block_kind kind = layout->block[i].kind;
        const bool column = layout_is_column(&layout->block[i]);
        *ret_block = i;
        *ret_place = PLACE_BLOCK;
        if (column && !in_table)
            return err_set(err, STATUS_INVALID, _("a column stands behind its table"));
        if (kind == (repeats ? LAYOUT_REPEAT : LAYOUT_END) ||
            (kind == LAYOUT_REPEAT && !layout_end_of(layout, i)))
            return err_set(err, STATUS_INVALID,
                           _("“repeat” and “end” stand by turns, and not in each other"));
        repeats = kind == LAYOUT_REPEAT || (repeats && kind != LAYOUT_END);
        in_table = kind == LAYOUT_TABLE || column;
        enum status status =
            kind == LAYOUT_TABLE ? check_table(layout, i, ret_block, ret_place, err) : STATUS_OK;
        if (status)
            return status;
    }
    return STATUS_OK;
}
