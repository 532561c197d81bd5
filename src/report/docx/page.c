// SPDX-License-Identifier: GPL-3.0-or-later
// What stands on every page of a docx: the mark on top and across the page, page numbers at the
// bottom.
//
// The format has no page numbers in Bengali digits, so the page's field stands inside a row of IF
// fields, one a number: { IF { PAGE } = 3 "৩" "" }. Only Word works those out. A program that does
// not know Word's features of 2012 takes the fallback beside them, the bare field.
#include "docx.h"

#include <string.h>

enum {
    NUMBERS_LEAST = 20, // that have Bengali digits; what is beyond them stays as it is
    NUMBERS_MOST = 99,
    MARK_SHARE = 70,   // percent of the width of a page that a mark takes
    MARK_POINTS = 140, // of the height of its letters, at most
};

// { IF { PAGE } = 3 "৩" "" }
static void add_choice(struct str *ret, const char *name, const char *condition)
{
    str_add(ret, "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText "
                 "xml:space=\"preserve\">IF </w:instrText></w:r>");
    docx_field(ret, name, NULL);
    str_addf(ret,
             "<w:r><w:instrText xml:space=\"preserve\"> %s &quot;&quot;</w:instrText></w:r>"
             "<w:r><w:fldChar w:fldCharType=\"end\"/></w:r>",
             condition);
}

static void add_bengali(struct str *ret, const char *name, int numbers)
{
    for (int i = 1; i <= numbers; i++) {
        autostr ascii = STR_INIT, condition = STR_INIT;
        str_addf(&ascii, "%d", i);
        str_addf(&condition, "= %d &quot;", i);
        text_digits(&condition, ascii.buf, ascii.len, DIGITS_BENGALI);
        str_add(&condition, "&quot;");
        add_choice(ret, name, condition.buf);
    }
    autostr condition = STR_INIT;
    str_addf(&condition, "&gt; %d &quot;</w:instrText></w:r>", numbers);
    docx_field(&condition, name, NULL);
    str_add(&condition, "<w:r><w:instrText xml:space=\"preserve\">&quot;");
    add_choice(ret, name, condition.buf);
}

// plain: what programs show that do not know the field; NULL where they do.
static void add_number(const struct docx *docx, const char *name, const char *plain)
{
    struct str *ret = docx->ret;
    int numbers = docx->printed.pages * 2; // it may grow in Word
    numbers = numbers < NUMBERS_LEAST ? NUMBERS_LEAST : numbers;
    if (docx->paper->settings.digits == DIGITS_LATIN) {
        docx_field(ret, name, plain);
        return;
    }
    str_add(ret, "<mc:AlternateContent><mc:Choice Requires=\"w15\">");
    add_bengali(ret, name, numbers < NUMBERS_MOST ? numbers : NUMBERS_MOST);
    str_add(ret, "</mc:Choice><mc:Fallback>");
    if (plain)
        docx_run(ret, plain, false, true);
    else
        docx_field(ret, name, NULL);
    str_add(ret, "</mc:Fallback></mc:AlternateContent>");
}

// The pages of the letter: of the whole document or of the section, else as many as it was printed
// on.
static void add_pages(const struct docx *docx, size_t part)
{
    const struct printed_part *letter = &docx->printed.part[docx->printed.part[part].letter];
    autostr ascii = STR_INIT, number = STR_INIT;
    str_addf(&ascii, "%d", letter->letter_pages);
    text_digits(&number, ascii.buf, ascii.len, docx->paper->settings.digits);
    if (letter->letter_parts == docx->printed.parts)
        add_number(docx, "NUMPAGES", NULL);
    else if (letter->letter_parts == 1)
        add_number(docx, "SECTIONPAGES", ascii.buf);
    else
        docx_run(docx->ret, number.buf, false, true);
}

// The type of shape that Word has for large letters. Programs know it by its number.
static const char text_on_a_path[] =
    "<v:shapetype id=\"_x0000_t136\" coordsize=\"21600,21600\" o:spt=\"136\" adj=\"10800\" "
    "path=\"m@7,l@8,m@5,21600l@6,21600e\"><v:formulas><v:f eqn=\"sum #0 0 10800\"/>"
    "<v:f eqn=\"prod #0 2 1\"/><v:f eqn=\"sum 21600 0 @1\"/><v:f eqn=\"sum 0 0 @2\"/>"
    "<v:f eqn=\"sum 21600 0 @3\"/><v:f eqn=\"if @0 @3 0\"/><v:f eqn=\"if @0 21600 @1\"/>"
    "<v:f eqn=\"if @0 0 @2\"/><v:f eqn=\"if @0 @4 21600\"/><v:f eqn=\"mid @5 @6\"/>"
    "<v:f eqn=\"mid @8 @5\"/><v:f eqn=\"mid @7 @8\"/><v:f eqn=\"mid @6 @7\"/>"
    "<v:f eqn=\"sum @6 0 @5\"/></v:formulas><v:path textpathok=\"t\" o:connecttype=\"custom\" "
    "o:connectlocs=\"@9,0;@10,10800;@11,21600;@12,10800\" o:connectangles=\"270,180,90,0\"/>"
    "<v:textpath on=\"t\" fitshape=\"t\"/></v:shapetype>";

// The mark in large grey letters, as Word's own watermarks are made.
static void add_watermark(const struct docx *docx, size_t part, const char *mark)
{
    int points = MARK_POINTS, width = printed_width(mark, false, points * 1000);
    int widest = docx->printed.part[part].width / 100 * MARK_SHARE;
    if (width > widest) {
        points = (int)((int64_t)points * widest / width) + 1;
        width = widest;
    }
    str_addf(docx->ret,
             "<w:r><w:pict>%s<v:shape id=\"PowerPlusWaterMarkObject1\" o:spid=\"_x0000_s2049\" "
             "type=\"#_x0000_t136\" style=\"position:absolute;margin-left:0;margin-top:0;"
             "width:%dpt;height:%dpt;rotation:330;z-index:-251658752;"
             "mso-position-horizontal:center;mso-position-horizontal-relative:margin;"
             "mso-position-vertical:center;mso-position-vertical-relative:margin\" "
             "o:allowincell=\"f\" fillcolor=\"#e0e0e0\" stroked=\"f\">"
             "<v:textpath style=\"font-family:&quot;Nikosh&quot;;font-size:1pt\" string=\"",
             text_on_a_path, width / DOCX_POINT, points);
    docx_escape(docx->ret, mark);
    str_add(docx->ret, "\"/></v:shape></w:pict></w:r>");
}

void docx_header(const struct docx *docx, size_t part)
{
    const char *mark = docx->printed.part[part].settings->mark;
    str_add(docx->ret, DOCX_HEAD "<w:hdr " DOCX_SPACES ">");
    docx_open(docx->ret, &(struct docx_style){.name = "Foot", .align = ALIGN_CENTRE});
    docx_run(docx->ret, mark, true, false);
    if (*mark)
        add_watermark(docx, part, mark);
    docx_close(docx->ret);
    str_add(docx->ret, "</w:hdr>\n");
}

void docx_footer(const struct docx *docx, size_t part)
{
    autostr tabs = STR_INIT;
    str_addf(&tabs, "<w:tabs><w:tab w:val=\"right\" w:pos=\"%d\"/></w:tabs>",
             docx_twips(docx->printed.part[part].width));
    str_add(docx->ret, DOCX_HEAD "<w:ftr " DOCX_SPACES ">");
    docx_open(docx->ret, &(struct docx_style){.name = "Foot", .extra = tabs.buf});
    docx_run(docx->ret, docx_section_foot(docx, part), false, false);
    str_add(docx->ret, "<w:r><w:tab/></w:r>");
    add_number(docx, "PAGE", NULL);
    str_add(docx->ret, "<w:r><w:t>/</w:t></w:r>");
    add_pages(docx, part);
    docx_close(docx->ret);
    str_add(docx->ret, "</w:ftr>\n");
}
