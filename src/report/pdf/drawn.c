// SPDX-License-Identifier: GPL-3.0-or-later
// The pages for a screen: each is recorded when it is first looked at, and drawn again from there.
#include "pdf.h"

// One of all the pages, and where it is laid.
struct leaf {
    struct pdf_sheet *letter;
    const struct layout_part *part;
    int at; // in the part
    cairo_surface_t *recorded;
};

struct pages_drawn {
    struct drawn drawn; // first: what others hold
    struct paper *paper;
    struct arena arena;
    struct pdf_type type;
    struct leaf *leaf;
    struct drawn_size *size;
};

static const struct writer_options usual = {0};

static void record(struct leaf *leaf)
{
    struct pdf_sheet *sheet = leaf->letter;
    struct pdf_tags tags = {0};
    pdf_sheet_turn(sheet, leaf->part->settings->landscape);
    leaf->recorded = cairo_recording_surface_create(
        CAIRO_CONTENT_COLOR_ALPHA, &(cairo_rectangle_t){0, 0, sheet->width, sheet->height});
    cairo_t *cr = cairo_create(leaf->recorded);
    pdf_mark_draw(sheet, leaf->part, cr);
    cairo_set_source_rgb(cr, 0, 0, 0);
    pdf_page_draw(sheet, leaf->part, &leaf->part->page[leaf->at], &tags, cr);
    pdf_tags_close(&tags, cr);
    pdf_foot_draw(sheet, leaf->part, leaf->part->first_page + leaf->at, cr);
    cairo_destroy(cr);
}

static void draw(struct drawn *drawn, int page, void *cairo)
{
    struct pages_drawn *d = (struct pages_drawn *)drawn;
    struct leaf *leaf = &d->leaf[page];
    if (!leaf->recorded)
        record(leaf);
    cairo_save(cairo);
    cairo_set_source_surface(cairo, leaf->recorded, 0, 0);
    cairo_paint(cairo);
    cairo_restore(cairo);
}

static void free_drawn(struct drawn **p)
{
    struct pages_drawn *d = (struct pages_drawn *)*p;
    for (int i = 0; i < d->drawn.pages; i++)
        if (d->leaf[i].recorded)
            cairo_surface_destroy(d->leaf[i].recorded);
    free(d->leaf);
    free(d->size);
    pdf_type_done(&d->type);
    arena_done(&d->arena);
    paper_free(&d->paper);
    free(d);
    *p = NULL;
}

static void add_pages(struct pages_drawn *d, struct pdf_sheet *letter)
{
    const size_t count = (size_t)(d->drawn.pages + letter->layout.pages);
    d->leaf = mem_resize(d->leaf, count, sizeof *d->leaf);
    d->size = mem_resize(d->size, count, sizeof *d->size);
    for (size_t i = 0; i < letter->layout.parts; i++) {
        const struct layout_part *part = &letter->layout.part[i];
        pdf_sheet_turn(letter, part->settings->landscape);
        for (int at = 0; at < part->pages; at++) {
            d->leaf[d->drawn.pages] = (struct leaf){letter, part, at, NULL};
            d->size[d->drawn.pages++] = (struct drawn_size){letter->width, letter->height};
        }
    }
}

static void lay(struct pages_drawn *d)
{
    struct paper letter;
    for (size_t i = 0; paper_letter(d->paper, i, &letter); i++) {
        struct paper *kept = arena_alloc(&d->arena, sizeof *kept);
        struct pdf_sheet *sheet = arena_alloc(&d->arena, sizeof *sheet);
        *kept = letter;
        *sheet = (struct pdf_sheet){.options = &usual, .type = &d->type, .arena = &d->arena};
        pdf_letter_lay(sheet, kept);
        add_pages(d, sheet);
    }
    d->drawn.size = d->size;
}

enum status pdf_drawn(struct paper **paper, struct drawn **ret, struct err *err)
{
    struct pages_drawn *d = mem_alloc(sizeof *d);
    *d = (struct pages_drawn){
        .drawn = {.draw = draw, .free = free_drawn}, .paper = *paper, .type = {.key = STR_INIT}};
    struct drawn *drawn = &d->drawn;
    *paper = NULL;
    const enum status status = pdf_type_open(&d->type, err);
    if (status)
        free_drawn(&drawn);
    else
        lay(d);
    *ret = drawn;
    return status;
}
