// SPDX-License-Identifier: GPL-3.0-or-later
// The sheets of a letter: their size, what of it stands on each, what stands around that.
#include "pdf.h"

#include "layout/printed.h"

#include <math.h>

#define MM(x) ((x)*72 / 25400.0) // of thousandths of a millimetre

static const double small = 0.9; // for the foot of a page
static const double foot_bottom = MM(5000), mark_top = MM(4500);
static const double mark_grey = 0.90; // light enough to be read over

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
void pdf_mark_draw(const struct pdf_sheet *sheet, const struct layout_part *part, cairo_t *cr)
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
void pdf_foot_draw(const struct pdf_sheet *sheet, const struct layout_part *part, int page,
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

void pdf_sheet_turn(struct pdf_sheet *sheet, bool landscape)
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
        pdf_sheet_turn(sheet, landscape);
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

void pdf_letter_lay(struct pdf_sheet *sheet, const struct paper *letter)
{
    sheet->paper = letter;
    pdf_sheet_turn(sheet, letter->settings.landscape);
    sheet->metrics = metrics_of(sheet);
    layout_open(&sheet->layout, letter, &sheet->metrics, sheet->arena);
    size_pages(sheet);
    layout_pages(&sheet->layout);
}
