// SPDX-License-Identifier: GPL-3.0-or-later
// The sections of a docx.
#include "docx.h"

enum { EDGE = 5000 };

const char *docx_section_foot(const struct docx *docx, size_t part)
{
    const struct paper *paper = docx->paper;
    const size_t from = docx->printed.part[part].from;
    bool named = from < paper->blocks && paper->block[from].kind == BLOCK_PART;
    const char *foot = named ? paper->block[from].right : paper->settings.footer;
    return *foot ? foot : docx->printed.part[part].settings->title;
}

void docx_section_end(const struct docx *docx, size_t part)
{
    const struct paper_settings *settings = docx->printed.part[part].settings;
    str_addf(docx->ret,
             "<w:sectPr><w:headerReference w:type=\"default\" r:id=\"rId%zu\"/>"
             "<w:footerReference w:type=\"default\" r:id=\"rId%zu\"/><w:pgSz w:w=\"%d\" "
             "w:h=\"%d\"%s/><w:pgMar w:top=\"%d\" w:right=\"%d\" w:bottom=\"%d\" w:left=\"%d\" "
             "w:header=\"%d\" w:footer=\"%d\" w:gutter=\"0\"/>%s</w:sectPr>",
             DOCX_PAGES + 2 * part, DOCX_PAGES + 2 * part + 1,
             docx_twips(settings->landscape ? PRINTED_LONG : PRINTED_SHORT),
             docx_twips(settings->landscape ? PRINTED_SHORT : PRINTED_LONG),
             settings->landscape ? " w:orient=\"landscape\"" : "", docx_twips(PRINTED_TOP),
             docx_twips(PRINTED_RIGHT), docx_twips(PRINTED_BOTTOM), docx_twips(PRINTED_LEFT),
             docx_twips(EDGE), docx_twips(EDGE),
             docx->printed.part[part].letter == part ? "<w:pgNumType w:start=\"1\"/>" : "");
}
