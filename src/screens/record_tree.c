// SPDX-License-Identifier: GPL-3.0-or-later
// What belongs to a record, as lines below it: items with their decisions, those with their
// progress. Each kind has a heading, and a line at its end to make one more.
#include "record_screens.h"

#include "orjon/base/text.h"

#include <string.h>

void record_tree_done(struct record_tree *tree)
{
    arena_done(&tree->texts);
    *tree = (struct record_tree){0};
}

bool record_has_children(enum record_kind kind)
{
    for (int k = 0; k < RECORD_KINDS; k++)
        if (record_shape((enum record_kind)k)->parent == (int)kind)
            return true;
    return false;
}

static struct record_line *add_line(struct record_tree *tree)
{
    tree->line =
        arena_grow(&tree->texts, tree->line, (size_t)tree->count, &tree->cap, sizeof *tree->line);
    struct record_line *line = &tree->line[tree->count++];
    *line = (struct record_line){.text = {"", "", ""}};
    return line;
}

static const char *keep(struct record_tree *tree, const struct str *text)
{
    return arena_text(&tree->texts, text->buf, text->len);
}

static void add_record(struct app *app, const struct record *record, const char *number, int depth,
                       struct record_tree *ret)
{
    struct grid_cell name = {.text = STR_INIT};
    autostr indented = STR_INIT, rest = STR_INIT;
    record_say(app, record, &record_view(record->kind)->column[0], &name);
    str_add_repeat(&indented, "  ", (size_t)depth);
    str_add_n(&indented, name.text.buf, name.text.len);
    str_done(&name.text);
    record_say_rest(app, record, &rest);
    struct record_line *line = add_line(ret);
    line->what = LINE_RECORD;
    line->kind = record->kind;
    line->id = record->id;
    line->parent = record->parent;
    line->text[TREE_NUMBER] = arena_text(&ret->texts, number, strlen(number));
    line->text[TREE_NAME] = keep(ret, &indented);
    line->text[TREE_REST] = keep(ret, &rest);
}

static enum status add_children(struct app *app, enum record_kind kind, int64_t id,
                                const char *number, int depth, struct record_tree *ret,
                                struct err *err);

static enum status add_kind(struct app *app, enum record_kind kind, int64_t parent,
                            const char *number, int depth, struct record_tree *ret, struct err *err)
{
    autorecords records = {0};
    enum status status = app_load_records(app, kind, parent, &records, err);
    for (size_t i = 0; status == STATUS_OK && i < records.count; i++) {
        autostr own = STR_INIT;
        str_addf(&own, "%s%s%s", number, *number ? "." : "", SAY(i + 1));
        add_record(app, &records.record[i], own.buf, depth, ret);
        status = add_children(app, kind, records.record[i].id, own.buf, depth + 1, ret, err);
    }
    return status;
}

static enum status add_children(struct app *app, enum record_kind kind, int64_t id,
                                const char *number, int depth, struct record_tree *ret,
                                struct err *err)
{
    enum status status = STATUS_OK;
    for (int k = 0; status == STATUS_OK && k < RECORD_KINDS; k++)
        if (record_shape((enum record_kind)k)->parent == (int)kind)
            status = add_kind(app, (enum record_kind)k, id, number, depth, ret, err);
    return status;
}

static void add_heading(enum record_kind kind, struct record_tree *ret)
{
    autostr text = STR_INIT;
    str_add(&text, tr(record_view(kind)->title));
    struct record_line *line = add_line(ret);
    line->what = LINE_HEADING;
    line->kind = kind;
    line->text[TREE_NAME] = keep(ret, &text);
}

static void add_more(enum record_kind kind, int64_t parent, struct record_tree *ret)
{
    autostr text = STR_INIT;
    str_addf(&text, "+ %s", tr(record_shape(kind)->name));
    struct record_line *line = add_line(ret);
    line->what = LINE_ADD;
    line->kind = kind;
    line->parent = parent;
    line->text[TREE_NAME] = keep(ret, &text);
}

enum status record_tree_read(struct app *app, enum record_kind kind, int64_t id, bool add,
                             struct record_tree *ret, struct err *err)
{
    struct record_tree fresh = {0};
    enum status status = STATUS_OK;
    for (int k = 0; status == STATUS_OK && k < RECORD_KINDS; k++) {
        const enum record_kind child = (enum record_kind)k;
        if (record_shape(child)->parent != (int)kind)
            continue;
        add_heading(child, &fresh);
        status = add_kind(app, child, id, "", 0, &fresh, err);
        if (add)
            add_more(child, id, &fresh);
    }
    if (status) {
        record_tree_done(&fresh);
        return status;
    }
    record_tree_done(ret);
    *ret = fresh;
    return STATUS_OK;
}

// --- its table ----------------------------------------------------------------------------------

static void cell(void *data, int row, int col, struct grid_cell *ret)
{
    const struct record_tree *tree = data;
    const struct record_line *line = &tree->line[row];
    str_add(&ret->text, line->text[col]);
    ret->style = line->what == LINE_ADD ? STYLE_DIM : STYLE_PLAIN;
}

static bool section(void *data, int row, struct str *ret)
{
    const struct record_line *line = &((const struct record_tree *)data)->line[row];
    if (line->what == LINE_HEADING)
        str_add(ret, line->text[TREE_NAME]);
    return line->what == LINE_HEADING;
}

const struct grid_ops record_tree_grid = {.cell = cell, .section = section};
