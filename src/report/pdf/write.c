// SPDX-License-Identifier: GPL-3.0-or-later
// The pdf: the hard copy for signature, set with Pango and drawn with cairo, as a file.
#include "day.h"
#include "pdf.h"

#include <cairo-pdf.h>
#include <string.h>

static void draw_part(struct pdf_sheet *sheet, const struct layout_part *part, cairo_t *cr)
{
    struct pdf_tags tags = {0};
    for (int i = 0; i < part->pages; i++) {
        pdf_mark_draw(sheet, part, cr);
        pdf_page_draw(sheet, part, &part->page[i], &tags, cr);
        if (i + 1 == part->pages)
            pdf_tags_close(&tags, cr);
        if (sheet->last && part->first_page + i == sheet->layout.pages)
            cairo_tag_end(cr, "Document"); // cairo wants it on a page
        pdf_foot_draw(sheet, part, part->first_page + i, cr);
        cairo_show_page(cr);
    }
    if (!*part->title)
        return;
    autostr where = STR_INIT;
    str_addf(&where, "page=%d pos=[0 0]", sheet->drawn + part->first_page);
    cairo_pdf_surface_add_outline(sheet->surface, CAIRO_PDF_OUTLINE_ROOT, part->title, where.buf,
                                  CAIRO_PDF_OUTLINE_FLAG_OPEN);
}

static void turn_page(struct pdf_sheet *sheet, bool landscape)
{
    pdf_sheet_turn(sheet, landscape);
    if (sheet->turned == landscape)
        return;
    cairo_pdf_surface_set_size(sheet->surface, sheet->width, sheet->height);
    sheet->turned = landscape;
}

static void draw_letter(struct pdf_sheet *sheet, const struct paper *letter, bool last, cairo_t *cr)
{
    sheet->last = last;
    turn_page(sheet, paper_settings_at(letter, 0)->landscape);
    if (!sheet->drawn)
        cairo_tag_begin(cr, "Document", NULL); // which setting a size would forget
    pdf_letter_lay(sheet, letter);
    for (size_t i = 0; i < sheet->layout.parts; i++) {
        turn_page(sheet, sheet->layout.part[i].settings->landscape);
        draw_part(sheet, &sheet->layout.part[i], cr);
    }
    sheet->drawn += sheet->layout.pages;
}

static void draw_letters(struct pdf_sheet *sheet)
{
    const struct paper *paper = sheet->paper;
    struct paper letter, next;
    cairo_t *cr = cairo_create(sheet->surface);
    for (size_t i = 0; paper_letter(paper, i, &letter); i++)
        draw_letter(sheet, &letter, !paper_letter(paper, i + 1, &next), cr);
    cairo_destroy(cr);
}

static void set_metadata(cairo_surface_t *surface, const struct paper_settings *settings)
{
    autostr day = STR_INIT;
    day_write(&day, settings->day);
    str_add(&day, "T00:00:00Z");
    const struct {
        cairo_pdf_metadata_t key;
        const char *text;
    } metadata[] = {
        {CAIRO_PDF_METADATA_TITLE, settings->title},
        {CAIRO_PDF_METADATA_AUTHOR, settings->author},
        {CAIRO_PDF_METADATA_SUBJECT, settings->subject},
        {CAIRO_PDF_METADATA_CREATOR, "orjon"},
        {CAIRO_PDF_METADATA_CREATE_DATE, day.buf}, // the paper's own: the same paper, the same file
    };
    for (size_t i = 0; i < sizeof metadata / sizeof *metadata; i++)
        if (*metadata[i].text)
            cairo_pdf_surface_set_metadata(surface, metadata[i].key, metadata[i].text);
}

static cairo_status_t put(void *closure, const unsigned char *data, unsigned n)
{
    str_add_n(closure, (const char *)data, n);
    return CAIRO_STATUS_SUCCESS;
}

static enum status draw(struct pdf_sheet *sheet, struct str *ret, struct err *err)
{
    sheet->surface = cairo_pdf_surface_create_for_stream(put, ret, sheet->width, sheet->height);
    sheet->turned = sheet->landscape;
    set_metadata(sheet->surface, &sheet->paper->settings);
    enum status drawn = STATUS_OK;
    if (sheet->options->as_text)
        drawn = pdf_grid_draw(sheet, err);
    else
        draw_letters(sheet);
    cairo_surface_finish(sheet->surface);
    cairo_status_t status = cairo_surface_status(sheet->surface);
    cairo_surface_destroy(sheet->surface);
    if (drawn || status == CAIRO_STATUS_SUCCESS)
        return drawn;
    return err_set(err, STATUS_FAILED, _("The pdf could not be made: %s"),
                   cairo_status_to_string(status));
}

enum status pdf_write(const struct paper *paper, const struct writer_options *options,
                      struct str *ret, struct err *err)
{
    struct arena arena = {0};
    autotype type = {.key = STR_INIT};
    struct pdf_sheet sheet = {.paper = paper, .options = options, .type = &type, .arena = &arena};
    pdf_sheet_turn(&sheet, paper->settings.landscape);
    enum status status = pdf_type_open(&type, err);
    if (status == STATUS_OK)
        status = draw(&sheet, ret, err);
    arena_done(&arena);
    return status;
}
