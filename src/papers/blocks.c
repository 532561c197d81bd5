// SPDX-License-Identifier: GPL-3.0-or-later
// Papers of records: the blocks of a layout, filled in from a dossier.
#include "compose.h"
#include "phrase.h"

#include "orjon/domain/post.h"

#include <string.h>

enum { SIGNATURE_SPACE = 3, KEY_WIDTH = 16, ENTRIES_MAX = 200, BESIDE = 3, WIDTH_USUAL = 20 };

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

// --- tables -------------------------------------------------------------------------------------

static size_t columns_behind(const struct layout *layout, const struct layout_block *block)
{
    const size_t at = (size_t)(block - layout->block) + 1;
    size_t n = 0;
    while (at + n < layout->blocks && layout_is_column(&block[n + 1]))
        n++;
    return n;
}

// The indicators that have a column of their own in a table over offices, a sheet of paper full of
// them at a time.
struct slice {
    const struct listed *head;
    size_t first, count;
};

static void put_cell(struct table *table, const struct layout_block *column,
                     const struct scene *scene)
{
    autostr text = STR_INIT;
    phrase_write_in(&text, column->with, scene);
    table_cell(table, (struct cell){.text = text.buf, .bold = column->line.bold});
}

static void put_row(struct table *table, const struct layout_block *column, size_t columns,
                    const struct slice *slice, const struct scene *scene)
{
    table_row(table);
    for (size_t c = 0; c < columns; c++) {
        const bool across = column[c].kind == LAYOUT_ACROSS;
        for (size_t i = 0; across && i < slice->count; i++) {
            struct scene cell = *scene;
            scene_enter_cell(&cell, &slice->head[slice->first + i]);
            put_cell(table, &column[c], &cell);
        }
        if (!across)
            put_cell(table, &column[c], scene);
    }
}

static void put_column(struct table *table, const struct layout_block *column,
                       const struct scene *scene)
{
    autostr heading = STR_INIT;
    phrase_write_in(&heading, column->line.text, scene);
    table_column(table, (struct column){.heading = {heading.buf},
                                        .width = column->width,
                                        .align = column->line.align,
                                        .by_hand = !*column->with});
}

static void put_columns(struct table *table, const struct layout_block *column, size_t columns,
                        const struct slice *slice, const struct scene *scene)
{
    for (size_t c = 0; c < columns; c++) {
        const bool across = column[c].kind == LAYOUT_ACROSS;
        for (size_t i = 0; across && i < slice->count; i++) {
            struct scene head = *scene;
            scene_enter_listed(&head, &slice->head[slice->first + i]);
            put_column(table, &column[c], &head);
        }
        if (!across)
            put_column(table, &column[c], scene);
    }
}

static void put_slice(struct putting *p, const struct layout_block *block, size_t columns,
                      const struct slice *slice)
{
    struct table *table = paper_table(p->paper);
    struct scene scene;
    const void *at = NULL;
    int no = 0;
    put_columns(table, block + 1, columns, slice, &p->scene);
    while (scene_step(&p->scene, block->of, &at, &scene)) {
        scene.no = ++no;
        put_row(table, block + 1, columns, slice, &scene);
    }
    scene = p->scene;
    scene.blank = true;
    while (no < block->count) {
        scene.no = ++no;
        put_row(table, block + 1, columns, slice, &scene);
    }
}

// How many columns of indicators the page has room for beside the others.
static size_t room_across(const struct layout *layout, const struct layout_block *column,
                          size_t columns)
{
    int room = layout->page_columns - 1, each = 0;
    for (size_t c = 0; c < columns; c++) {
        const int width = (column[c].width ? column[c].width : WIDTH_USUAL) + BESIDE;
        if (column[c].kind == LAYOUT_ACROSS)
            each = width;
        else
            room -= width;
    }
    const int most = TABLE_COLUMNS_MAX - (int)columns + 1;
    return each == 0 ? 0 : room < each ? 1 : (size_t)(room / each < most ? room / each : most);
}

static void put_table(struct putting *p, const struct layout_block *block)
{
    const size_t columns = columns_behind(p->layout, block);
    const size_t room = room_across(p->layout, block + 1, columns);
    const struct listings *lists = p->scene.request->lists;
    const struct listing *heads = lists ? &lists->of[LISTING_HEAD] : NULL;
    const void *at = NULL;
    struct scene scene;
    struct slice slice = {.head = heads ? heads->row : NULL};
    const size_t all = room && heads ? heads->count : 0;
    const size_t slices = all ? (all + room - 1) / room : 1;
    const size_t share = (all + slices - 1) / slices; // of sheets that are equally full
    p->none = !scene_step(&p->scene, block->of, &at, &scene) && !block->count;
    if (p->none)
        return;
    do {
        slice.count = all - slice.first < share ? all - slice.first : share;
        put_slice(p, block, columns, &slice);
        slice.first += slice.count;
        if (slice.first < all)
            paper_space(p->paper, 1);
    } while (slice.first < all);
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
        put_table(p, block);
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
