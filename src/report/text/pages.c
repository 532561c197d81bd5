// SPDX-License-Identifier: GPL-3.0-or-later
// The pages of text: what the engine laid out, as lines of characters, with what stands over and
// under it on every page.
#include "orjon/report/page.h"

#include "columns.h"
#include "draw.h"
#include "orjon/base/larger.h"

#include <limits.h>
#include <string.h>

enum {
    COLUMNS_MIN = 20,
    INDENT_MAX = 8, // before the text of a copy list
    MARK_LINES = 2,
    FOOT_GAP = 1,   // over the footer
    BESIDE_GAP = 2, // between the footer and the number of the page
};

struct sheet {
    struct layout *layout;
    const struct layout_part *part; // in hand
    struct set_lines footer;        // its own, laid once for all its pages
    struct pages *pages;
    bool ascii;
    int64_t number; // columns of the widest page number
};

// Takes the line over; behind it another one can be drawn.
static void add_line(struct pages *pages, struct drawing *drawn, struct page_line how)
{
    struct str *text = &drawn->text;
    while (text->len && text->buf[text->len - 1] == ' ')
        str_cut(text, text->len - 1);
    pages->line = arena_grow(&pages->arena, pages->line, pages->first[pages->count],
                             &pages->lines_cap, sizeof *pages->line);
    how.text = text->len ? arena_text(&pages->arena, text->buf, text->len) : "";
    how.field = drawn->field;
    how.fields = drawn->fields;
    pages->line[pages->first[pages->count]++] = how;
    str_reset(text);
    drawn->field = NULL; // the page has them
    drawn->fields = drawn->cap = 0;
}

// Lines of the page in hand.
static size_t lines_of(const struct pages *pages)
{
    return pages->first[pages->count] - pages->first[pages->count - 1];
}

static void fill_to(struct pages *pages, size_t lines)
{
    autodrawing empty = drawing_of(&pages->arena);
    while (lines_of(pages) < lines)
        add_line(pages, &empty, (struct page_line){0});
}

static void add_number(const struct sheet *sheet, const char *before, int page, const char *after,
                       struct str *ret)
{
    autostr ascii = STR_INIT;
    str_addf(&ascii, "%s%d%s", before, page, after);
    text_digits(ret, ascii.buf, ascii.len, sheet->layout->paper->settings.digits);
}

static void put_text(const struct sheet *sheet, const struct page_text *text, struct drawing *line)
{
    draw_text(&text->line, text->x, text->width, text->align, line);
    if (text->part == NO_PART || sheet->layout->paper->settings.lines == 0)
        return;
    autostr number = STR_INIT;
    add_number(sheet, "", sheet->layout->part[text->part].first_page, "", &number);
    const struct set_line right = {number.buf, text_columns(number.buf, number.len)};
    draw_text(&right, text->width, sheet->layout->metrics->number, ALIGN_RIGHT, line);
}

static void put_table(const struct sheet *sheet, const struct page_table *table)
{
    autodrawing line = drawing_of(&sheet->pages->arena);
    for (int64_t i = 0, count = draw_table_lines(table); i < count; i++) {
        struct page_line how = {.table = true};
        draw_table_line(table, i, sheet->ascii, &line, &how.bold);
        add_line(sheet->pages, &line, how);
    }
}

static void put_items(const struct sheet *sheet, const struct layout_page *page, size_t top)
{
    autodrawing line = drawing_of(&sheet->pages->arena);
    for (size_t i = 0; i < page->items; i++) {
        const struct page_item *item = &page->item[i];
        fill_to(sheet->pages, top + (size_t)item->y);
        if (item->table) {
            put_table(sheet, item->table);
            continue;
        }
        put_text(sheet, &item->text, &line);
        const bool more =
            i + 1 < page->items && !page->item[i + 1].table && page->item[i + 1].text.beside;
        if (!more)
            add_line(sheet->pages, &line, (struct page_line){.bold = item->text.bold});
    }
}

static void put_mark(const struct sheet *sheet)
{
    const char *mark = sheet->part->settings->mark;
    autodrawing line = drawing_of(&sheet->pages->arena);
    if (!*mark)
        return;
    const struct set_line set = {mark, text_columns(mark, strlen(mark))};
    draw_text(&set, 0, sheet->pages->columns, ALIGN_CENTRE, &line);
    add_line(sheet->pages, &line, (struct page_line){.bold = true});
    fill_to(sheet->pages, MARK_LINES);
}

static struct set_lines footer_of(const struct sheet *sheet, const struct layout_part *part)
{
    const struct metrics *metrics = sheet->layout->metrics;
    struct arena *arena = sheet->layout->arena;
    const struct shaped text = metrics->shape(NULL, part->footer, false, false, arena);
    const size_t most = (size_t)sheet->layout->paper->settings.lines;
    struct set_lines ret =
        metrics->wrap(NULL, &text, sheet->pages->columns - sheet->number - BESIDE_GAP, arena);
    if (most && ret.count >= most) // longer than any text that is kept; it would fill the paper
        ret.count = most - 1;
    return ret;
}

// What the paper is at the left, page and pages at the right; the number alone in the middle.
static void put_foot(const struct sheet *sheet, int page)
{
    struct pages *pages = sheet->pages;
    const struct set_lines footer = sheet->footer;
    autostr after = STR_INIT, number = STR_INIT;
    autodrawing line = drawing_of(&pages->arena);
    str_addf(&after, "/%d", sheet->layout->pages);
    add_number(sheet, "", page, after.buf, &number);
    const struct set_line set = {number.buf, text_columns(number.buf, number.len)};
    for (size_t i = 0; i < footer.count; i++) {
        draw_text(&footer.line[i], 0, pages->columns, ALIGN_LEFT, &line);
        if (i + 1 < footer.count)
            add_line(pages, &line, (struct page_line){0});
    }
    draw_text(&set, 0, pages->columns, footer.count ? ALIGN_RIGHT : ALIGN_CENTRE, &line);
    add_line(pages, &line, (struct page_line){0});
}

// first[count] is kept as the number of all lines, so a new page starts where the last one ends.
static void start_page(struct pages *pages)
{
    pages->first = arena_grow(&pages->arena, pages->first, pages->count + 1, &pages->firsts_cap,
                              sizeof *pages->first);
    pages->count++;
    pages->first[pages->count] = pages->first[pages->count - 1];
}

static void put_page(const struct sheet *sheet, const struct layout_page *page, int number)
{
    const size_t lines = (size_t)sheet->layout->paper->settings.lines;
    start_page(sheet->pages);
    put_mark(sheet);
    put_items(sheet, page, lines_of(sheet->pages));
    if (!lines)
        return;
    const size_t foot = sheet->footer.count;
    if (foot < lines) // a foot of many lines may be taller than the page
        fill_to(sheet->pages, lines - (foot ? foot : 1));
    put_foot(sheet, number);
}

// The columns that no block of the part can do without.
static int least_columns(const struct layout *layout, const struct layout_part *part)
{
    int columns = larger(part->settings->columns, COLUMNS_MIN);
    for (size_t i = part->from; i < part->to && i < layout->paper->blocks; i++) {
        const struct block *block = &layout->paper->block[i];
        const struct laid_table *table = part->table[i - part->from];
        if (block->kind == BLOCK_PART)
            continue;
        columns = larger(columns, columns_least(block->line.text) + (int)columns_metrics.right_gap);
        columns = larger(columns, columns_least(block->right));
        for (size_t k = 0; k < block->items; k++)
            columns = larger(columns, columns_least(block->item[k]) + INDENT_MAX);
        if (table)
            columns = larger(columns, (int)laid_table_least(table, false));
    }
    return columns;
}

// Parts of one paper are equally wide.
static int columns_of(const struct layout *layout, const struct layout_part *part)
{
    int columns = 0;
    for (size_t i = 0; i < layout->parts; i++)
        if (layout->part[i].settings == part->settings)
            columns = larger(columns, least_columns(layout, &layout->part[i]));
    return columns;
}

static int64_t height_of(const struct sheet *sheet, size_t foot, bool marked)
{
    const struct paper_settings *settings = &sheet->layout->paper->settings;
    if (!settings->lines)
        return LENGTH_ENDLESS;
    const int64_t height = settings->lines - FOOT_GAP - (int64_t)foot - (marked ? MARK_LINES : 0);
    return height > PAPER_LINES_MIN / 2 ? height : PAPER_LINES_MIN / 2;
}

// All parts get the room that the longest foot and the mark of any leave.
static void size_pages(struct sheet *sheet)
{
    struct layout *layout = sheet->layout;
    size_t foot = 1;
    bool marked = false;
    for (size_t i = 0; i < layout->parts; i++) {
        struct layout_part *part = &layout->part[i];
        part->width = sheet->pages->columns = columns_of(layout, part);
        const size_t lines = footer_of(sheet, part).count;
        foot = foot < lines ? lines : foot;
        marked |= *part->settings->mark != '\0';
    }
    for (size_t i = 0; i < layout->parts; i++)
        layout->part[i].height = height_of(sheet, foot, marked);
}

// *ret_columns: of its widest page, if that is wider.
static void lay_letter(const struct paper *paper, bool ascii, struct pages *ret, int *ret_columns)
{
    struct arena arena = {0};
    struct layout layout;
    struct sheet sheet = {.layout = &layout, .pages = ret, .ascii = ascii};
    sheet.number = 11; // «৯৯৯৯৯/৯৯৯৯৯»
    layout_open(&layout, paper, &columns_metrics, &arena);
    size_pages(&sheet);
    layout_pages(&layout);
    for (size_t i = 0; i < layout.parts; i++) {
        sheet.part = &layout.part[i];
        ret->columns = (int)sheet.part->width;
        sheet.footer = footer_of(&sheet, sheet.part);
        *ret_columns = larger(*ret_columns, ret->columns);
        for (int p = 0; p < sheet.part->pages; p++)
            put_page(&sheet, &sheet.part->page[p], sheet.part->first_page + p);
    }
    arena_done(&arena);
}

void pages_lay(const struct paper *paper, bool ascii, struct pages *ret)
{
    struct paper letter;
    int columns = 0;
    *ret = (struct pages){0};
    ret->first = arena_grow(&ret->arena, NULL, 0, &ret->firsts_cap, sizeof *ret->first);
    for (size_t i = 0; paper_letter(paper, i, &letter); i++)
        lay_letter(&letter, ascii, ret, &columns);
    ret->columns = columns;
}

void pages_done(struct pages *pages)
{
    arena_done(&pages->arena);
    *pages = (struct pages){0};
}
