// SPDX-License-Identifier: GPL-3.0-or-later
// What stands on every page of a docx: the mark on top, page numbers at the bottom.
//
// The format has no page numbers in Bengali digits, so the page's field stands inside a row of IF
// fields, one a number: { IF { PAGE } = 3 "৩" "" }. Only Word works those out. A program that does
// not know Word's features of 2012 takes the fallback beside them, the bare field.
#include "docx.h"

enum { NUMBERS = 99 }; // that have Bengali digits; what is beyond them stays as it is

static void add_mark(struct str *ret, const char *type)
{
    str_addf(ret, "<w:r><w:fldChar w:fldCharType=\"%s\"/></w:r>", type);
}

static void add_code(struct str *ret, const char *code)
{
    str_addf(ret, "<w:r><w:instrText xml:space=\"preserve\">%s</w:instrText></w:r>", code);
}

static void add_field(struct str *ret, const char *name)
{
    add_mark(ret, "begin");
    add_code(ret, name);
    add_mark(ret, "end");
}

static void add_choice(struct str *ret, const char *name, const char *condition)
{
    add_mark(ret, "begin");
    add_code(ret, "IF ");
    add_field(ret, name);
    add_code(ret, condition);
    add_mark(ret, "end");
}

static void add_bengali(struct str *ret, const char *name)
{
    for (int i = 1; i <= NUMBERS; i++) {
        autostr ascii = STR_INIT, condition = STR_INIT;
        str_addf(&ascii, "%d", i);
        str_addf(&condition, " = %d &quot;", i);
        text_digits(&condition, ascii.buf, ascii.len, DIGITS_BENGALI);
        str_add(&condition, "&quot; &quot;&quot;");
        add_choice(ret, name, condition.buf);
    }
    add_mark(ret, "begin");
    add_code(ret, "IF ");
    add_field(ret, name);
    str_addf(ret, "<w:r><w:instrText xml:space=\"preserve\"> &gt; %d &quot;</w:instrText></w:r>",
             NUMBERS);
    add_field(ret, name);
    add_code(ret, "&quot; &quot;&quot;");
    add_mark(ret, "end");
}

static void add_number(struct str *ret, const char *name, enum digits digits)
{
    if (digits == DIGITS_LATIN) {
        add_field(ret, name);
        return;
    }
    str_add(ret, "<mc:AlternateContent><mc:Choice Requires=\"w15\">");
    add_bengali(ret, name);
    str_add(ret, "</mc:Choice><mc:Fallback>");
    add_field(ret, name);
    str_add(ret, "</mc:Fallback></mc:AlternateContent>");
}

void docx_header(const struct docx *docx)
{
    str_add(docx->ret, DOCX_HEAD "<w:hdr " DOCX_SPACES ">");
    docx_paragraph(docx->ret, &(struct docx_style){.align = ALIGN_CENTRE},
                   docx->paper->settings.mark, true);
    str_add(docx->ret, "</w:hdr>\n");
}

void docx_footer(const struct docx *docx)
{
    const struct paper_settings *settings = &docx->paper->settings;
    autostr tabs = STR_INIT;
    str_addf(&tabs, "<w:tabs><w:tab w:val=\"right\" w:pos=\"%d\"/></w:tabs>",
             docx_twips(docx->width));
    str_add(docx->ret, DOCX_HEAD "<w:ftr " DOCX_SPACES ">");
    docx_open(docx->ret, &(struct docx_style){.name = "CellSmall", .extra = tabs.buf});
    docx_run(docx->ret, *settings->footer ? settings->footer : settings->title, false, false);
    str_add(docx->ret, "<w:r><w:tab/></w:r>");
    add_number(docx->ret, "PAGE", settings->digits);
    str_add(docx->ret, "<w:r><w:t>/</w:t></w:r>");
    add_number(docx->ret, "NUMPAGES", settings->digits);
    docx_close(docx->ret);
    str_add(docx->ret, "</w:ftr>\n");
}
