// SPDX-License-Identifier: GPL-3.0-or-later
// The pdf: the hard copy for signature, set with Pango and drawn with cairo. What stands around the
// parts, and the file.
#include "day.h"
#include "pdf.h"

#include <cairo-pdf.h>
#include <math.h>
#include <string.h>

#define MM(x) ((x)*72 / 25.4)
#define LEFT MM(20) // for the file
#define RIGHT MM(10)
#define TOP MM(12)
#define BOTTOM MM(14)

static const double small = 0.9; // nine points, the least for a table; for head and foot of a page
static const double mark_top = MM(4.5), foot_bottom = MM(5);
enum {
    FOOT_LINES = 2,   // at most
    LEAST_COLUMN = 4, // no word asks for more than one part in so many of a page
};

static double inner_width(const struct pdf_sheet *sheet)
{
    return sheet->width - LEFT - RIGHT;
}

static double inner_height(const struct pdf_sheet *sheet)
{
    return sheet->height - TOP - BOTTOM;
}

static void draw_mark(const struct pdf_sheet *sheet, cairo_t *cr)
{
    double width = sheet->width / small;
    struct pdf_text text =
        pdf_text_of(sheet->type, FACE_BOLD, sheet->paper->settings.mark, false, sheet->arena);
    struct pdf_lines all = pdf_text_wrap(sheet->type, &text, width, sheet->arena);
    if (all.count)
        pdf_line_draw(sheet->type, cr, &all.line[0], 0, mark_top / small, width, ALIGN_CENTRE);
}

// What the paper is at the left, page and pages at the right.
static void draw_foot(const struct pdf_sheet *sheet, const struct pdf_part *part, int page,
                      cairo_t *cr)
{
    struct pdf_type *type = sheet->type;
    double width = inner_width(sheet) / small, x = LEFT / small;
    autostr ascii = STR_INIT, number = STR_INIT;
    str_addf(&ascii, "%d/%d", page, sheet->pages);
    text_digits(&number, ascii.buf, ascii.len, sheet->paper->settings.digits);
    struct pdf_text right = pdf_text_of(type, FACE_PLAIN, number.buf, true, sheet->arena);
    struct pdf_text left = pdf_text_of(type, FACE_PLAIN, part->footer, false, sheet->arena);
    struct pdf_lines pages = pdf_text_wrap(type, &right, width, sheet->arena);
    struct pdf_lines all =
        pdf_text_wrap(type, &left, width - right.wish - 2 * type->column, sheet->arena);
    size_t count = all.count < FOOT_LINES ? all.count : FOOT_LINES;
    double bottom = (sheet->height - foot_bottom) / small;
    for (size_t i = 0; i < count; i++)
        pdf_line_draw(type, cr, &all.line[i], x, bottom - (double)(count - i) * type->pitch, width,
                      ALIGN_LEFT);
    pdf_line_draw(type, cr, &pages.line[0], x, bottom - type->pitch, width, ALIGN_RIGHT);
}

void pdf_page_start(const struct pdf_sheet *sheet, const struct pdf_part *part, int page,
                    cairo_t *cr)
{
    cairo_save(cr);
    cairo_scale(cr, small, small);
    draw_mark(sheet, cr);
    draw_foot(sheet, part, page, cr);
    cairo_restore(cr);
    cairo_save(cr);
    cairo_translate(cr, LEFT, TOP);
    cairo_scale(cr, part->scale, part->scale);
}

void pdf_page_end(cairo_t *cr)
{
    cairo_restore(cr);
    cairo_show_page(cr);
}

// Shapes the tables of a part, once for whatever scale.
static void shape_part(struct pdf_sheet *sheet, struct pdf_part *part)
{
    double widest = inner_width(sheet) / LEAST_COLUMN;
    part->table =
        arena_alloc(sheet->arena, (part->to - part->from + 1) * sizeof(struct pdf_table *));
    for (size_t i = part->from; i < part->to; i++)
        if (sheet->paper->block[i].kind == BLOCK_TABLE)
            part->table[i - part->from] =
                pdf_table_new(sheet->type, sheet->paper->block[i].table, widest, sheet->arena);
}

static double least_width(const struct pdf_part *part, bool whole_words)
{
    double least = 0;
    for (size_t i = 0; i < part->to - part->from; i++)
        if (part->table[i])
            least = fmax(least, pdf_table_least(part->table[i], whole_words));
    return least;
}

static int lay(struct pdf_sheet *sheet, struct pdf_part *part, double scale)
{
    part->scale = scale;
    pdf_part_cut(sheet, part, inner_width(sheet) / scale, inner_height(sheet) / scale);
    return pdf_part_place(sheet, part, inner_height(sheet) / scale, NULL);
}

// Ten points, or nine where no column would be wide enough, or where that saves a page. Less only
// where the table could not stand on the page at all.
static void choose_scale(struct pdf_sheet *sheet, struct pdf_part *part)
{
    double width = inner_width(sheet), least = least_width(part, false);
    if (least * small > width) {
        part->pages = lay(sheet, part, width / least);
        return;
    }
    int pages = least_width(part, true) <= width ? lay(sheet, part, 1) : 0;
    if (pages != 1) {
        part->pages = lay(sheet, part, small);
        if (!pages || part->pages < pages)
            return;
        lay(sheet, part, 1);
    }
    part->pages = pages;
}

static void cut_parts(struct pdf_sheet *sheet)
{
    const struct paper *paper = sheet->paper;
    sheet->part = arena_alloc(sheet->arena, (paper->blocks + 1) * sizeof *sheet->part);
    for (size_t i = 0; i < paper->blocks || i == 0; i++) {
        const struct block *block = i < paper->blocks ? &paper->block[i] : NULL;
        bool starts = block && block->kind == BLOCK_PART;
        if (i == 0 || starts)
            sheet->part[sheet->parts++] =
                (struct pdf_part){.from = i,
                                  .title = starts ? block->line.text : "",
                                  .footer = starts ? block->right : paper->settings.footer};
        sheet->part[sheet->parts - 1].to = i < paper->blocks ? i + 1 : i;
    }
}

static void lay_parts(struct pdf_sheet *sheet)
{
    cut_parts(sheet);
    for (size_t i = 0; i < sheet->parts; i++) {
        struct pdf_part *part = &sheet->part[i];
        shape_part(sheet, part);
        choose_scale(sheet, part);
        part->first_page = sheet->pages + 1;
        sheet->pages += part->pages;
    }
}

static void draw_parts(struct pdf_sheet *sheet)
{
    lay_parts(sheet);
    cairo_t *cr = cairo_create(sheet->surface);
    for (size_t i = 0; i < sheet->parts; i++) {
        struct pdf_part *part = &sheet->part[i];
        pdf_part_place(sheet, part, inner_height(sheet) / part->scale, cr);
        if (!*part->title)
            continue;
        autostr where = STR_INIT;
        str_addf(&where, "page=%d pos=[0 0]", part->first_page);
        cairo_pdf_surface_add_outline(sheet->surface, CAIRO_PDF_OUTLINE_ROOT, part->title,
                                      where.buf, CAIRO_PDF_OUTLINE_FLAG_OPEN);
    }
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
    set_metadata(sheet->surface, &sheet->paper->settings);
    enum status drawn = STATUS_OK;
    if (sheet->options->as_text)
        drawn = pdf_grid_draw(sheet, LEFT, TOP, inner_width(sheet), inner_height(sheet), err);
    else
        draw_parts(sheet);
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
    static const double a4[] = {MM(210), MM(297)}, legal[] = {MM(215.9), MM(355.6)};
    const double *size = options->legal ? legal : a4;
    bool landscape = paper->settings.landscape;
    struct arena arena = {0};
    autotype type = {.key = STR_INIT};
    struct pdf_sheet sheet = {.paper = paper,
                              .options = options,
                              .type = &type,
                              .arena = &arena,
                              .width = size[landscape],
                              .height = size[!landscape]};
    enum status status = pdf_type_open(&type, err);
    if (status == STATUS_OK)
        status = draw(&sheet, ret, err);
    for (size_t i = 0; i < sheet.parts; i++) {
        free(sheet.part[i].unit);
        free(sheet.part[i].bond);
    }
    arena_done(&arena);
    return status;
}
