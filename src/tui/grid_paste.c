// SPDX-License-Identifier: GPL-3.0-or-later
// A block of cells from a spreadsheet: looked at as a whole before anything is stored.
#include "grid_private.h"

#include "orjon/base/mem.h"
#include "orjon/base/refusal.h"
#include "orjon/base/text.h"
#include "orjon/base/tsv.h"
#include "orjon/tui/dialog.h"

#include <string.h>

enum {
    NAMED_MAX = 200, // cells named in the question; the rest are counted
    SHOWN = 40,      // columns of a text in it
};

struct block {
    char *text; // as pasted
    size_t n;
    struct str asked;     // what the question was about; the table may be another at its answer
    struct grid_put *put; // would be taken
    size_t count, cap;
    struct str refused, replaced; // a line for each
    size_t refusals, replacements;
    size_t below, beside; // cells outside the table
};

// One cell of what was pasted.
struct pasted {
    int row, col; // from the selected cell; row -1: below the last
    const char *text;
    size_t n;
};

void grid_forget_block(struct grid *grid)
{
    struct block *block = grid->block;
    if (!block)
        return;
    for (size_t i = 0; i < block->count; i++)
        free((void *)(uintptr_t)block->put[i].text);
    free(block->put);
    free(block->text);
    str_done(&block->asked);
    str_done(&block->refused);
    str_done(&block->replaced);
    free(block);
    grid->block = NULL;
}

static void name_cell(const struct grid *grid, int row, int col, struct str *ret)
{
    if (grid->ops->name)
        grid->ops->name(grid->data, row, col, ret);
    else
        str_addf(ret, "%s, %s", SAY(row + 1), grid->columns[col].heading);
}

static void refuse(const struct grid *grid, struct block *block, int row, int col, const char *text,
                   const struct err *err)
{
    if (block->refusals++ >= NAMED_MAX)
        return;
    name_cell(grid, row, col, &block->refused);
    str_addf(&block->refused, ": “%.*s” – %s\n", (int)text_fit(text, strlen(text), SHOWN), text,
             err_text(err));
}

static void take(const struct grid *grid, struct block *block, int row, int col, const char *text,
                 const char *old)
{
    if (block->count == block->cap) {
        block->cap = block->cap ? block->cap * 2 : 16;
        block->put = mem_resize(block->put, block->cap, sizeof *block->put);
    }
    block->put[block->count++] = (struct grid_put){row, col, mem_copy_text(text, strlen(text))};
    if (!*old || strcmp(old, text) == 0 || block->replacements++ >= NAMED_MAX)
        return;
    autostr change = STR_INIT;
    str_addf(&change, ": “%s” → “%s”\n", old, text);
    name_cell(grid, row, col, &block->replaced);
    text_digits(&block->replaced, change.buf, change.len, i18n_digits());
}

static void look_at(struct grid *grid, struct block *block, const struct pasted *pasted)
{
    autostr text = STR_INIT;
    struct err err = {0};
    text_clean(pasted->text, pasted->n, &text, NULL);
    if (!text.len) // a blank cell says nothing about what stands there
        return;
    if (pasted->row < 0) {
        block->below++;
    } else if (pasted->col >= grid->count) {
        block->beside++;
    } else if (grid->ops->check(grid->data, pasted->row, pasted->col, text.buf, &err)) {
        refuse(grid, block, pasted->row, pasted->col, text.buf, &err);
    } else {
        struct grid_cell cell;
        grid_get(grid, pasted->row, pasted->col, &cell);
        take(grid, block, pasted->row, pasted->col, text.buf, cell.text.buf);
        str_done(&cell.text);
    }
}

static void read_block(struct grid *grid, const char *s, size_t n)
{
    struct block *block = grid->block = mem_alloc(sizeof *block);
    *block = (struct block){.text = mem_copy_text(s, n),
                            .n = n,
                            .asked = STR_INIT,
                            .refused = STR_INIT,
                            .replaced = STR_INIT};
    autotsv tsv;
    tsv_open_block(&tsv, s, n);
    for (int row = grid->row; tsv_next_row(&tsv);) {
        for (size_t i = 0; i < tsv.count; i++) {
            const struct tsv_cell cell = tsv.cell[i];
            look_at(grid, block, &(struct pasted){row, grid->col + (int)i, cell.s, cell.n});
        }
        block->beside += tsv.beyond;
        row = row < 0 ? -1 : grid_ordinary_row(grid, row + 1, 1);
    }
}

static void store(struct grid *grid, struct desk *desk)
{
    struct err err = {0};
    const struct block *block = grid->block;
    if (grid->ops->accept_all(grid->data, desk, block->put, block->count, &err))
        grid_fail(desk, &err);
}

static void add_more(struct str *ret, size_t count)
{
    if (count > NAMED_MAX)
        str_addf(ret, _("and %s more\n"), SAY(count - NAMED_MAX));
}

static void describe(const struct block *block, struct str *ret)
{
    if (block->refusals)
        str_addf(ret, "%s\n%s", _("These cannot be taken:"), block->refused.buf);
    add_more(ret, block->refusals);
    if (block->below)
        str_addf(ret,
                 tr_count("%s cell lies below the last row of the table\n",
                          "%s cells lie below the last row of the table\n", block->below),
                 SAY(block->below));
    if (block->beside)
        str_addf(ret,
                 tr_count("%s cell lies beyond the last column of the table\n",
                          "%s cells lie beyond the last column of the table\n", block->beside),
                 SAY(block->beside));
    if (block->replacements)
        str_addf(ret, "%s\n%s", _("These would be replaced:"), block->replaced.buf);
    add_more(ret, block->replacements);
}

// All that the question is about: what it says, and the cells that would be taken.
static void recall(const struct grid *grid, struct str *ret)
{
    const struct block *block = grid->block;
    describe(block, ret);
    for (size_t i = 0; i < block->count; i++) {
        name_cell(grid, block->put[i].row, block->put[i].col, ret);
        str_add_char(ret, '\n');
    }
}

// Looks at the table again; false when it is no longer what was asked about.
static bool look_again(struct grid *grid)
{
    autostr asked = STR_INIT, now = STR_INIT;
    str_add(&asked, grid->block->asked.buf);
    const size_t n = grid->block->n;
    autofree char *text = mem_copy_text(grid->block->text, n);
    grid_forget_block(grid);
    read_block(grid, text, n);
    recall(grid, &now);
    return strcmp(asked.buf, now.buf) == 0;
}

static void answered(void *data, struct desk *desk, int choice)
{
    struct grid *grid = data;
    struct err err = {0};
    if (choice != 0) {
        desk_say(desk, MESSAGE_INFO, "%s", _("Nothing of the paste was saved"));
    } else if (look_again(grid)) {
        store(grid, desk);
    } else {
        refuse_changed(_("The table"), NULL, &err);
        desk_fail(desk, &err);
    }
    grid_forget_block(grid);
}

static void told(void *data, struct desk *desk)
{
    answered(data, desk, DIALOG_CANCELLED);
}

static void ask(struct grid *grid, struct desk *desk)
{
    struct block *block = grid->block;
    autostr text = STR_INIT, good = STR_INIT;
    const bool all = !block->refusals && !block->below && !block->beside;
    describe(block, &text);
    recall(grid, &block->asked);
    if (!block->count) {
        dialog_tell(desk, _("Paste"), text.buf, told, grid);
        return;
    }
    str_addf(&good, all ? _("take all %s") : _("take the other %s"), SAY(block->count));
    const struct dialog_choice choices[] = {{_("yY"), good.buf}, {_("nN"), _("take nothing")}};
    dialog_ask(desk, _("Paste"), text.buf, choices, 2, 1, answered, grid);
}

static void paste_block(struct grid *grid, struct desk *desk, const char *s, size_t n)
{
    grid_forget_block(grid);
    read_block(grid, s, n);
    const struct block *block = grid->block;
    if (block->refusals || block->below || block->beside || block->replacements) {
        ask(grid, desk);
        return;
    }
    if (block->count)
        store(grid, desk);
    grid_forget_block(grid);
}

bool grid_is_block(const char *s, size_t n)
{
    if (n && s[n - 1] == '\n') // a spreadsheet ends a row with it, also the only one
        n--;
    return memchr(s, '\n', n) || memchr(s, '\t', n);
}

void grid_paste(struct grid *grid, struct desk *desk, const char *s, size_t n)
{
    autostr text = STR_INIT;
    if (grid_is_block(s, n) && desk && grid->ops->check && grid->row >= 0) {
        paste_block(grid, desk, s, n);
        return;
    }
    text_clean(s, n, &text, NULL);
    if (text.len)
        grid_start_edit(grid, text.buf, text.len);
}
