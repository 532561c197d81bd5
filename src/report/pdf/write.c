// SPDX-License-Identifier: GPL-3.0-or-later
// The pdf: the hard copy for signature, set with Pango and drawn with cairo. What stands around the
// parts, and the file.
#include "day.h"
#include "pdf.h"

#include "layout/printed.h"

#include <cairo-pdf.h>
#include <math.h>
#include <string.h>

#define MM(x) ((x)*72 / 25400.0) // of thousandths of a millimetre

static const double small = 0.9; // for the foot of a page
static const double foot_bottom = MM(5000), mark_top = MM(4500);
static const double mark_grey = 0.86; // light enough to be read over

enum {
    FOOT_LINES = 2, // for which there is room under the page
};

static int64_t units(double points)
{
    return (int64_t)(points * PANGO_SCALE);
}

static struct metrics metrics_of(const struct pdf_sheet *sheet)
{
    struct metrics ret = {.of = sheet->type,
                          .shape = pdf_text_shape,
                          .wrap = pdf_text_wrap,
                          .line = sheet->type->pitch,
                          .column = sheet->type->column};
    printed_metrics(&ret, units(MM(1000)), units(sheet->inner_width));
    return ret;
}

// Aslant over the page, as large as it can be, behind everything; a picture, which is not read as a
// word of the paper.
static void draw_mark_across(const struct pdf_sheet *sheet, const struct set_line *line,
                             cairo_t *cr)
{
    const double slant = 0.7, most = 14, reach = fmin(sheet->width, sheet->height) * 1.1;
    const double scale = fmin(most, reach / pdf_points(line->width));
    cairo_save(cr);
    cairo_translate(cr, sheet->width / 2, sheet->height / 2);
    cairo_rotate(cr, -slant);
    cairo_scale(cr, scale, scale);
    pdf_line_path(cr, line, -line->width / 2, sheet->type->pitch / 4);
    cairo_set_source_rgb(cr, mark_grey, mark_grey, mark_grey);
    cairo_fill(cr);
    cairo_restore(cr);
}

// Over the page and, but where grey would become dots, across it.
static void draw_mark(const struct pdf_sheet *sheet, const struct layout_part *part, cairo_t *cr)
{
    const struct set_line line = pdf_line_of(sheet, part->settings->mark, true);
    if (!line.body)
        return;
    if (!sheet->options->no_shading)
        draw_mark_across(sheet, &line, cr);
    cairo_save(cr);
    cairo_scale(cr, small, small);
    pdf_line_draw(sheet->type, cr, &line, 0, units(mark_top / small), units(sheet->width / small),
                  ALIGN_CENTRE);
    cairo_restore(cr);
}

static struct set_lines foot_lines(const struct pdf_sheet *sheet, const struct layout_part *part)
{
    const int64_t number = 8 * sheet->type->column; // with the gap before it
    const struct shaped text =
        pdf_text_shape(sheet->type, part->footer, false, false, sheet->arena);
    return pdf_text_wrap(sheet->type, &text, units(sheet->inner_width / small) - number,
                         sheet->arena);
}

// What the paper is at the left, page and pages at the right.
static void draw_foot(const struct pdf_sheet *sheet, const struct layout_part *part, int page,
                      cairo_t *cr)
{
    const int64_t width = units(sheet->inner_width / small), pitch = sheet->type->pitch;
    const int64_t bottom = units((sheet->height - foot_bottom) / small);
    const struct set_lines lines = foot_lines(sheet, part);
    autostr ascii = STR_INIT, number = STR_INIT;
    str_addf(&ascii, "%d/%d", page, sheet->layout.pages);
    text_digits(&number, ascii.buf, ascii.len, sheet->paper->settings.digits);
    const struct set_line pages = pdf_line_of(sheet, number.buf, false);
    cairo_save(cr);
    cairo_translate(cr, sheet->left, 0);
    cairo_scale(cr, small, small);
    for (size_t i = 0; i < lines.count; i++)
        pdf_line_draw(sheet->type, cr, &lines.line[i], 0,
                      bottom - (int64_t)(lines.count - i) * pitch, width, ALIGN_LEFT);
    pdf_line_draw(sheet->type, cr, &pages, 0, bottom - pitch, width, ALIGN_RIGHT);
    cairo_restore(cr);
}

static void draw_part(struct pdf_sheet *sheet, const struct layout_part *part, cairo_t *cr)
{
    struct pdf_tags tags = {0};
    for (int i = 0; i < part->pages; i++) {
        draw_mark(sheet, part, cr);
        pdf_page_draw(sheet, part, &part->page[i], &tags, cr);
        if (i + 1 == part->pages)
            pdf_tags_close(&tags, cr);
        if (sheet->last && part->first_page + i == sheet->layout.pages)
            cairo_tag_end(cr, "Document"); // cairo wants it on a page
        draw_foot(sheet, part, part->first_page + i, cr);
        cairo_show_page(cr);
    }
    if (!*part->title)
        return;
    autostr where = STR_INIT;
    str_addf(&where, "page=%d pos=[0 0]", sheet->drawn + part->first_page);
    cairo_pdf_surface_add_outline(sheet->surface, CAIRO_PDF_OUTLINE_ROOT, part->title, where.buf,
                                  CAIRO_PDF_OUTLINE_FLAG_OPEN);
}

// What the longest footer leaves of pages of that shape, which are the sheet's.
static int64_t page_height(const struct pdf_sheet *sheet)
{
    size_t longest = FOOT_LINES;
    for (size_t i = 0; i < sheet->layout.parts; i++) {
        const struct layout_part *part = &sheet->layout.part[i];
        const size_t count =
            part->settings->landscape == sheet->landscape ? foot_lines(sheet, part).count : 0;
        longest = longest < count ? count : longest;
    }
    const double more = (double)(longest - FOOT_LINES) * pdf_points(sheet->type->pitch) * small;
    return units(fmax(sheet->inner_height - more, sheet->inner_height / 2));
}

static void choose_size(struct pdf_sheet *sheet, bool landscape)
{
    static const double a4[] = {MM(PRINTED_SHORT), MM(PRINTED_LONG)},
                        legal[] = {MM(215900), MM(355600)};
    const double *size = sheet->options->legal ? legal : a4;
    sheet->landscape = landscape;
    sheet->width = size[landscape];
    sheet->height = size[!landscape];
    sheet->left = MM(PRINTED_LEFT);
    sheet->top = MM(PRINTED_TOP);
    sheet->inner_width = sheet->width - MM(PRINTED_LEFT + PRINTED_RIGHT);
    sheet->inner_height = sheet->height - MM(PRINTED_TOP + PRINTED_BOTTOM);
}

static void size_pages(struct pdf_sheet *sheet)
{
    for (int landscape = 0; landscape <= 1; landscape++) {
        choose_size(sheet, landscape);
        const int64_t height = page_height(sheet);
        for (size_t i = 0; i < sheet->layout.parts; i++) {
            struct layout_part *part = &sheet->layout.part[i];
            if (part->settings->landscape != sheet->landscape)
                continue;
            part->width = units(sheet->inner_width);
            part->height = height;
        }
    }
}

static void turn_page(struct pdf_sheet *sheet, bool landscape)
{
    choose_size(sheet, landscape);
    if (sheet->turned == landscape)
        return;
    cairo_pdf_surface_set_size(sheet->surface, sheet->width, sheet->height);
    sheet->turned = landscape;
}

static void draw_letter(struct pdf_sheet *sheet, const struct paper *letter, bool last, cairo_t *cr)
{
    sheet->paper = letter;
    sheet->last = last;
    turn_page(sheet, paper_settings_at(letter, 0)->landscape);
    if (!sheet->drawn)
        cairo_tag_begin(cr, "Document", NULL); // which setting a size would forget
    choose_size(sheet, letter->settings.landscape);
    const struct metrics metrics = metrics_of(sheet);
    layout_open(&sheet->layout, letter, &metrics, sheet->arena);
    size_pages(sheet);
    layout_pages(&sheet->layout);
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
    choose_size(&sheet, paper->settings.landscape);
    enum status status = pdf_type_open(&type, err);
    if (status == STATUS_OK)
        status = draw(&sheet, ret, err);
    arena_done(&arena);
    return status;
}
