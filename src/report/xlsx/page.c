// SPDX-License-Identifier: GPL-3.0-or-later
// The pages that a sheet is printed on: what stands at their head and foot, and where they break.
#include "xlsx.h"

enum {
    // Percent at which sheets are printed: Excel makes columns wider on paper than it says, and
    // would put the last one on a page of its own. It would not keep to breaks if it were to fit
    // them.
    SCALE = 93,
    LEAST_SCALE = 75,
    EDGE = 15000, // over and under the page
};

void xlsx_note(struct sheet *s, lxw_error error)
{
    if (s->book->error == LXW_NO_ERROR)
        s->book->error = error;
}

// In a header or footer & begins a code. The library takes even && for one, before a G, and then
// frees its memory twice; so something that has no width parts the two.
static void add_band(struct str *ret, const char *section, const char *text)
{
    enum { BAND_MAX = 200, AND = 3 }; // characters, of the 255 that there are; of one sign
    str_add(ret, section);
    for (int characters = 0; *text && characters < BAND_MAX; text++) {
        if (*text == '&')
            str_add(ret, "&&\u200B");
        else
            str_add_n(ret, text, 1);
        characters += *text == '&' ? AND : ((unsigned char)text[1] & 0xC0) != 0x80;
    }
}

// What stands at the foot of the sheet's pages. A letter begins with page 1, and tells how many it
// has; the program would count those of all sheets.
static void add_foot(struct str *ret, const struct sheet *s)
{
    const struct printed *printed = &s->book->printed;
    const struct printed_part *part = &printed->part[s->part],
                              *letter = &printed->part[part->letter];
    const struct paper *paper = s->book->paper;
    bool named = part->from < paper->blocks && paper->block[part->from].kind == BLOCK_PART;
    const char *foot = named ? paper->block[part->from].right : paper->settings.footer;
    add_band(ret, "&L", *foot ? foot : part->settings->title);
    if (letter->letter_parts == printed->parts)
        str_add(ret, "&R&P/&N");
    else
        str_addf(ret, "&R&P/%d", letter->letter_pages);
}

// The format has pictures at most to lay across a page, so the mark is a grey line on top of it.
void xlsx_page(struct sheet *s)
{
    const struct printed_part *part = &s->book->printed.part[s->part];
    const double inch = 25400;
    autostr header = STR_INIT, footer = STR_INIT;
    if (part->settings->landscape)
        worksheet_set_landscape(s->worksheet);
    worksheet_set_paper(s->worksheet, 9); // A4
    worksheet_set_margins(s->worksheet, PRINTED_LEFT / inch, PRINTED_RIGHT / inch, EDGE / inch,
                          EDGE / inch);
    const char *mark = part->settings->mark;
    if (*mark) {
        add_band(&header, "&C&B&20&K909090", mark);
        lxw_header_footer_options options = {.margin = 5000 / inch};
        xlsx_note(s, worksheet_set_header_opt(s->worksheet, header.buf, &options));
    }
    add_foot(&footer, s);
    xlsx_note(s, worksheet_set_footer(s->worksheet, footer.buf));
}

// A sheet of one page is fitted to it. Where there are more, Excel would forget where they break;
// so they are printed small enough for the tallest, unless a row alone is taller than a page.
void xlsx_scale(struct sheet *s)
{
    const bool landscape = s->book->printed.part[s->part].settings->landscape;
    const int room = (landscape ? PRINTED_SHORT : PRINTED_LONG) - 2 * EDGE;
    const double fitting = 100.0 * room / XLSX_POINT / (s->tallest > 1 ? s->tallest : 1);
    if (!s->pages && fitting >= LEAST_SCALE) {
        worksheet_fit_to_pages(s->worksheet, 1, 1);
        return;
    }
    const double scale = fitting < SCALE && fitting >= LEAST_SCALE ? fitting : SCALE;
    worksheet_set_print_scale(s->worksheet, (uint16_t)scale);
    if (s->pages)
        xlsx_note(s, worksheet_set_h_pagebreaks(s->worksheet, s->page));
}
