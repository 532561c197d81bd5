// SPDX-License-Identifier: GPL-3.0-or-later
// Reading a layout's file: head lines, the row of names, a row for each column; every fault by its
// line and cell.
#include "layout.h"

#include "orjon/base/text.h"
#include "orjon/base/tsv.h"

#include <string.h>

enum { FAULTS_MAX = 200, PAGE_COLUMNS = 160 };

struct reading {
    const char *name;
    struct tsv tsv;
    struct layout *layout;
    struct str *faults;
    size_t count;
    size_t line_of_names;     // 0 before it
    size_t cell[PLACE_COUNT]; // that holds the place; TSV_CELLS_MAX for one that is not there
};

static const char *const words[] = {
#define X(name, word) [PLACE_##name] = (word),
    LAYOUT_PLACE_LIST(X)
#undef X
};

// In ASCII digits whatever the user reads, so that an editor can jump there.
static void fault(struct reading *r, size_t line, size_t cell, const char *about,
                  const struct err *err)
{
    if (++r->count > FAULTS_MAX)
        return;
    text_show(r->faults, r->name);
    str_addf(r->faults, ":%zu:%zu: ", line, cell + 1);
    if (about)
        str_addf(r->faults, "%s: ", about);
    str_addf(r->faults, "%s\n", err_text(err));
}

static void read_head(struct reading *r)
{
    struct err err = {0};
    size_t cell = 0;
    if (r->tsv.count > 1 && layout_read_head(r->layout, &r->tsv, &cell, &err))
        fault(r, r->tsv.line, cell, NULL, &err);
}

// Rows tell of columns, or of blocks.
static bool is_expected(const struct reading *r, enum layout_place place)
{
    return place == PLACE_WIDTH || (place >= PLACE_BLOCK) == layout_is_of_records(r->layout);
}

static void read_names(struct reading *r)
{
    struct err err = {0};
    const bool of_records = layout_is_of_records(r->layout);
    const enum layout_place first = of_records ? PLACE_BLOCK : PLACE_COLUMN;
    r->line_of_names = r->tsv.line;
    for (size_t i = 0; i < r->tsv.count; i++) {
        int p = 0;
        while (p < PLACE_COUNT &&
               !(is_expected(r, (enum layout_place)p) && tsv_is(&r->tsv, i, words[p])))
            p++;
        if (p < PLACE_COUNT && r->cell[p] == TSV_CELLS_MAX) {
            r->cell[p] = i;
            continue;
        }
        err_set(&err, STATUS_INVALID,
                _("there is no such name, or it stands here twice; known are %s"),
                of_records ? "block, text, with, look, width"
                           : "column, heading, over, width, align, ruler");
        fault(r, r->tsv.line, i, NULL, &err);
    }
    if (r->cell[first] < TSV_CELLS_MAX)
        return;
    err_set(&err, STATUS_INVALID, _("the column “%s” is expected here"), words[first]);
    fault(r, r->tsv.line, 0, NULL, &err);
}

static void fault_at(struct reading *r, size_t line, enum layout_place place, const struct err *err)
{
    const bool there = r->cell[place] < TSV_CELLS_MAX;
    fault(r, line, there ? r->cell[place] : 0, words[place], err);
}

static void read_row(struct reading *r)
{
    struct err err = {0};
    const bool of_records = layout_is_of_records(r->layout);
    enum layout_place place = of_records ? PLACE_BLOCK : PLACE_COLUMN;
    if (r->cell[place] == TSV_CELLS_MAX)
        return; // every row would be named too
    if ((of_records ? layout_read_block : layout_read_column)(r->layout, &r->tsv, r->cell, &place,
                                                              &err))
        fault_at(r, r->tsv.line, place, &err);
}

static void check_rows(struct reading *r)
{
    const struct layout *layout = r->layout;
    struct err err = {0};
    size_t at = 0;
    enum layout_place place = PLACE_COLUMN;
    if (!layout_is_of_records(layout)) {
        if (layout_check_columns(layout, &at, &place, &err))
            fault_at(r, layout->column[at].line, place, &err);
        return;
    }
    if (layout->foreign) {
        err_set(&err, STATUS_INVALID, _("this key is for papers of plans alone"));
        fault(r, layout->foreign, 0, NULL, &err);
    }
    if (layout_check_blocks(layout, &at, &place, &err))
        fault_at(r, layout->block[at].at, place, &err);
}

static void check_whole(struct reading *r)
{
    const struct layout *layout = r->layout;
    struct err err = {0};
    const char *missing = !*layout->name ? "layout" : !*layout->paper ? "paper" : NULL;
    if (missing && !r->count) {
        err_set(&err, STATUS_INVALID, _("the line “#%s” is missing"), missing);
        fault(r, 1, 0, NULL, &err);
    }
    if (!r->count && !layout->columns && !layout->blocks) {
        err_set(&err, STATUS_INVALID,
                layout_is_of_records(layout) ? _("a layout of this paper has at least one block")
                                             : _("a layout has at least one column"));
        fault(r, r->tsv.line ? r->tsv.line : 1, 0, NULL, &err);
    }
    if (!r->count)
        check_rows(r);
}

static struct layout *start(void)
{
    struct layout *layout = mem_alloc(sizeof *layout);
    *layout = (struct layout){.name = "",
                              .paper = "",
                              .page_columns = PAGE_COLUMNS,
                              .memo = "",
                              .date = "",
                              .forwarding = "",
                              .sign = "",
                              .copies = "",
                              .sub_total = "",
                              .future = "",
                              .nothing = "-",
                              .unfinished = ""};
    return layout;
}

enum status layout_read(const char *name, const char *s, size_t n, struct layout **ret,
                        struct str *ret_faults, struct err *err)
{
    if (n > LAYOUT_BYTES_MAX)
        return err_set(err, STATUS_INVALID, _("%s: a layout has at most %s bytes"), name,
                       SAY(LAYOUT_BYTES_MAX));
    __attribute__((cleanup(layout_free))) struct layout *layout = start();
    struct reading r = {.name = name, .layout = layout, .faults = ret_faults};
    tsv_open(&r.tsv, s, n);
    for (int p = 0; p < PLACE_COUNT; p++)
        r.cell[p] = TSV_CELLS_MAX;
    while (tsv_next(&r.tsv)) {
        if (r.tsv.cell[0].n > 0 && r.tsv.cell[0].s[0] == '#')
            read_head(&r);
        else if (!r.line_of_names)
            read_names(&r);
        else
            read_row(&r);
    }
    if (r.tsv.fault) {
        struct err own = {0};
        err_set(&own, STATUS_INVALID, "%s", r.tsv.fault);
        fault(&r, r.tsv.line, 0, NULL, &own);
    }
    check_whole(&r);
    tsv_done(&r.tsv);
    if (r.count)
        return err_set(err, STATUS_INVALID,
                       tr_count("%s: %s fault; nothing was installed",
                                "%s: %s faults; nothing was installed", r.count),
                       name, SAY(r.count));
    *ret = layout;
    layout = NULL;
    return STATUS_OK;
}

void layout_free(struct layout **layout)
{
    if (!*layout)
        return;
    free((*layout)->line);
    free((*layout)->column);
    free((*layout)->block);
    arena_done(&(*layout)->text);
    free(*layout);
    *layout = NULL;
}

const char *layout_name(const struct layout *layout)
{
    return layout->name;
}

const char *layout_label(const struct layout *layout)
{
    return layout->label && *layout->label ? layout->label : layout->name;
}

const char *layout_paper(const struct layout *layout)
{
    return layout->paper;
}

const char *layout_title(const struct layout *layout)
{
    return layout->lines ? layout->line[0].text : "";
}

bool layout_shows(const struct layout *layout, enum show show)
{
    for (size_t c = 0; c < layout->columns; c++)
        if (layout->column[c].show == show)
            return true;
    return false;
}

bool layout_has_ruler(const struct layout *layout)
{
    for (size_t c = 0; c < layout->columns; c++)
        if (*layout->column[c].ruler)
            return true;
    return false;
}

bool layout_is_of_records(const struct layout *layout)
{
    return layout_is_named(layout->paper, PAPERS_OF_RECORDS) && *layout->paper;
}
