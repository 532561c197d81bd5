// SPDX-License-Identifier: GPL-3.0-or-later
// The sections of a docx.
#include "docx.h"

enum { TOP = 12000, BOTTOM = 14000, EDGE = 5000 };

static bool starts_section(const struct paper *paper, size_t i)
{
    return i < paper->blocks && paper->block[i].kind == BLOCK_PART;
}

void docx_find_sections(struct docx *docx)
{
    const struct paper *paper = docx->paper;
    docx->section = mem_alloc((paper->blocks + 1) * sizeof *docx->section);
    for (size_t i = 0; i < paper->blocks || i == 0; i++) {
        bool starts = starts_section(paper, i);
        if (i == 0 || starts) {
            docx->section[docx->sections] = (struct docx_section){
                .from = i,
                .footer = starts ? paper->block[i].right : paper->settings.footer,
                .page = (int)docx->sections + 1};
            docx->sections++;
        }
        docx->section[docx->sections - 1].to = i < paper->blocks ? i + 1 : i;
    }
    bool wide = paper->settings.landscape;
    docx->width = (wide ? A4_LONG : A4_SHORT) - MARGIN_BINDING - MARGIN;
    docx->height = (wide ? A4_SHORT : A4_LONG) - TOP - BOTTOM;
}

size_t docx_section_at(const struct docx *docx, size_t block)
{
    size_t at = 0;
    while (at + 1 < docx->sections && docx->section[at].to <= block)
        at++;
    return at;
}

void docx_section_end(const struct docx *docx, size_t section)
{
    const struct paper_settings *settings = &docx->paper->settings;
    str_addf(
        docx->ret,
        "<w:sectPr><w:headerReference w:type=\"default\" r:id=\"rId%d\"/>"
        "<w:footerReference w:type=\"default\" r:id=\"rId%zu\"/><w:pgSz w:w=\"%d\" "
        "w:h=\"%d\"%s/><w:pgMar w:top=\"%d\" w:right=\"%d\" w:bottom=\"%d\" w:left=\"%d\" "
        "w:header=\"%d\" w:footer=\"%d\" w:gutter=\"0\"/></w:sectPr>",
        DOCX_HEADER, DOCX_FOOTERS + section, docx_twips(settings->landscape ? A4_LONG : A4_SHORT),
        docx_twips(settings->landscape ? A4_SHORT : A4_LONG),
        settings->landscape ? " w:orient=\"landscape\"" : "", docx_twips(TOP), docx_twips(MARGIN),
        docx_twips(BOTTOM), docx_twips(MARGIN_BINDING), docx_twips(EDGE), docx_twips(EDGE));
}
