// SPDX-License-Identifier: GPL-3.0-or-later
// Papers of records: the blocks of a layout, filled in from a dossier.
#include "compose.h"
#include "phrase.h"

#include "orjon/domain/post.h"

#include <string.h>

enum { SIGNATURE_SPACE = 3, KEY_WIDTH = 16, ENTRIES_MAX = 200 };

// A block on its way into the paper.
struct putting {
    struct paper *paper;
    const struct layout *layout;
    struct scene scene;
    int paragraph;     // the last, of those that are numbered
    struct table *key; // that the next key goes into; NULL: a new one
    bool none;         // the last table had no row
};

// What comes out of the block's phrase, else of the one in its place.
static void fill(const struct putting *p, const struct layout_block *block, struct str *ret)
{
    phrase_write_in(ret, block->line.text, &p->scene);
    if (!ret->len)
        phrase_write_in(ret, block->with, &p->scene);
}

static void put_line(struct putting *p, const struct layout_block *block)
{
    autostr text = STR_INIT;
    fill(p, block, &text);
    if (text.len)
        paper_line(p->paper, (struct line){.text = text.buf,
                                           .align = block->line.align,
                                           .bold = block->line.bold,
                                           .large = block->line.large,
                                           .keep = true});
}

// Whether somebody has numbered the paragraph: «২.», «১।», «ক)».
static bool is_numbered(const char *s, size_t n)
{
    autostr latin = STR_INIT;
    text_digits(&latin, s, n, DIGITS_LATIN);
    const size_t digits = strspn(latin.buf, "0123456789");
    if (digits && (latin.buf[digits] == '.' || latin.buf[digits] == ')' ||
                   strncmp(latin.buf + digits, "।", 3) == 0))
        return true;
    const size_t letter = text_next(s, n, 0);
    return letter < n && s[letter] == ')';
}

static void put_paragraph(struct putting *p, const struct layout_block *block, const char *s,
                          size_t n)
{
    autostr text = STR_INIT, number = STR_INIT;
    const bool own = is_numbered(s, n);
    if (block->line.numbered && !own && ++p->paragraph > 1) {
        str_addf(&number, "%d. ", p->paragraph);
        text_digits(&text, number.buf, number.len, p->scene.request->digits);
    }
    str_add_n(&text, s, n);
    paper_line(
        p->paper,
        (struct line){.text = text.buf, .align = block->line.align, .bold = block->line.bold});
}

static void put_text(struct putting *p, const struct layout_block *block)
{
    autostr text = STR_INIT;
    bool first = true;
    fill(p, block, &text);
    for (const char *s = text.buf; *s;) {
        const size_t n = strcspn(s, "\n");
        if (!first && block->line.numbered)
            paper_space(p->paper, 1);
        if (n)
            put_paragraph(p, block, s, n);
        first = false;
        s += n + (s[n] == '\n');
    }
}

static void put_pair(struct putting *p, const struct layout_block *block)
{
    autostr left = STR_INIT, right = STR_INIT;
    phrase_write_in(&left, block->line.text, &p->scene);
    phrase_write_in(&right, block->with, &p->scene);
    if (left.len || right.len)
        paper_pair(p->paper, left.buf, right.buf);
}

static void put_key(struct putting *p, const struct layout_block *block)
{
    autostr key = STR_INIT, value = STR_INIT;
    phrase_write_in(&value, block->with, &p->scene);
    if (!value.len)
        return;
    phrase_write_in(&key, block->line.text, &p->scene);
    if (!p->key) {
        p->key = paper_table(p->paper);
        table_column(p->key, (struct column){.width = block->width ? block->width : KEY_WIDTH});
        table_column(p->key, (struct column){0});
    }
    table_row(p->key);
    table_text(p->key, key.buf);
    table_text(p->key, value.buf);
}

// --- foot ---------------------------------------------------------------------------------------

static void put_sign(struct putting *p, const struct layout_block *block)
{
    autostr text = STR_INIT;
    fill(p, block, &text);
    if (text.len)
        paper_signature(p->paper, SIGNATURE_SPACE, text.buf);
}

static void put_copies(struct putting *p, const struct layout_block *block)
{
    autostr text = STR_INIT, heading = STR_INIT;
    const char *items[ENTRIES_MAX];
    size_t count = 0;
    phrase_write_in(&text, block->with, &p->scene);
    if (!text.len)
        phrase_write_in(&text, "{copies}", &p->scene);
    for (char *rest = text.buf, *item; count < ENTRIES_MAX && (item = strsep(&rest, "\n"));) {
        size_t n = strlen(item);
        item = (char *)text_trim(item, &n);
        item[n] = '\0';
        if (n)
            items[count++] = item;
    }
    if (!count)
        return;
    phrase_write_in(&heading, block->line.text, &p->scene);
    paper_line(p->paper, (struct line){.text = heading.buf, .keep = true});
    paper_copies(p->paper, block->width == 1 ? 1 : 2, items, count);
}

// At the top of a page, where a space is left out, lines without text.
static void put_space(struct putting *p, const struct layout_block *block)
{
    struct paper *paper = p->paper;
    struct block *last = paper->blocks ? &paper->block[paper->blocks - 1] : NULL;
    if (!last || last->kind == BLOCK_BREAK || last->kind == BLOCK_PART)
        for (int i = 0; i < block->count; i++)
            paper_text(paper, "");
    else if (last->kind != BLOCK_SPACE)
        paper_space(paper, block->count);
    else if (last->count < block->count) // what stood between was left out
        last->count = block->count;
}

static void put_blocks(struct putting *p, size_t from, size_t end);

static void put_repeated(struct putting *p, const struct layout_block *block)
{
    const size_t from = (size_t)(block - p->layout->block);
    const struct scene outer = p->scene;
    const void *at = NULL;
    struct scene inner;
    for (int no = 1; scene_step(&outer, block->of, &at, &inner); no++) {
        p->scene = inner;
        p->scene.no = no;
        put_blocks(p, from + 1, layout_end_of(p->layout, from));
    }
    p->scene = outer;
}

static void put_block(struct putting *p, const struct layout_block *block)
{
    if (block->kind != LAYOUT_KEY)
        p->key = NULL;
    switch (block->kind) {
    case LAYOUT_LINE:
        put_line(p, block);
        return;
    case LAYOUT_TEXT:
        put_text(p, block);
        return;
    case LAYOUT_PAIR:
        put_pair(p, block);
        return;
    case LAYOUT_KEY:
        put_key(p, block);
        return;
    case LAYOUT_SPACE:
        put_space(p, block);
        return;
    case LAYOUT_PAGE:
        paper_break(p->paper);
        return;
    case LAYOUT_TABLE:
        p->none = !block_table_put(p->paper, &p->scene, block);
        return;
    case LAYOUT_NONE:
        if (p->none)
            put_line(p, block);
        return;
    case LAYOUT_CONTENTS:
        paper_contents(p->paper);
        return;
    case LAYOUT_SIGN:
        put_sign(p, block);
        return;
    case LAYOUT_COPIES:
        put_copies(p, block);
        return;
    case LAYOUT_REPEAT:
        put_repeated(p, block);
        return;
    default: // what others look up
        return;
    }
}

static void put_blocks(struct putting *p, size_t from, size_t end)
{
    for (size_t i = from; i < end; i++) {
        put_block(p, &p->layout->block[i]);
        if (p->layout->block[i].kind == LAYOUT_REPEAT)
            i = layout_end_of(p->layout, i);
    }
}

void blocks_put(struct paper *paper, const struct layout *layout,
                const struct paper_request *request)
{
    const struct dossier *dossier = request->dossier;
    struct putting p = {
        .paper = paper,
        .layout = layout,
        .scene = {.request = request, .plan = dossier->plan, .layout = layout},
    };
    p.scene.row[RECORD_COMMITTEE] = dossier_committee(dossier);
    p.scene.row[RECORD_MEETING] = dossier->meeting;
    put_blocks(&p, 0, layout->blocks);
}

// The paper's own memo number and date, where the meeting has them.
static void take_particulars(const struct paper_kind *kind, struct paper_request *request)
{
    const struct record *meeting = request->dossier->meeting;
    if (!meeting)
        return;
    if (kind->memo >= 0)
        request->memo = meeting->text[kind->memo];
    for (int i = 0; i < 2 && !request->dated; i++) {
        const int field = i ? kind->otherwise : kind->date;
        request->dated = field >= 0 && record_date(meeting, field, &request->date);
    }
}

enum status blocks_compose(const struct paper_kind *kind, const struct paper_request *request,
                           struct paper **ret, struct err *err)
{
    static const struct dossier nothing;
    struct paper_request own = *request;
    struct office office = *request->office; // whose texts stay the request's
    struct paper_settings settings;
    struct arena arena = {0};
    const struct layout *layout =
        layouts_find(request->layouts, kind->name, request->layout ? request->layout : "");
    if (!layout)
        return papers_no_layout(request->layouts, kind->name, request->layout, err);
    if (!own.dossier)
        own.dossier = &nothing;
    take_particulars(kind, &own);
    post_fill_office(&office, &own.dossier->of[RECORD_PERSON], &own.dossier->of[RECORD_TERM],
                     own.date, &arena);
    own.office = &office;
    letterhead_settings(&own, layout_title(layout), &layout, 1, &settings, &arena);
    settings.subject = own.dossier->meeting ? own.dossier->meeting->text[MEETING_TITLE] : "";
    settings.footer = NULL; // these papers have none
    *ret = paper_new(&settings);
    blocks_put(*ret, layout, &own);
    arena_done(&arena);
    return STATUS_OK;
}
