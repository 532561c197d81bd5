// SPDX-License-Identifier: GPL-3.0-or-later
// The blocks of a docx.
#include "docx.h"
#include "layout/stays.h"

#include <string.h>

enum { SIGNATURE_WIDTH = 80000 };

static int text_size(const struct docx *docx, size_t i)
{
    return docx_size(docx->printed.part[docx->printed.block[i].part].text_size);
}

const char *docx_text_style(const struct docx *docx, size_t i)
{
    return text_size(docx, i) < 20 ? "Cell18" : NULL;
}

static void add_pair(const struct docx *docx, size_t i, bool keep)
{
    const struct block *block = &docx->paper->block[i];
    autostr tabs = STR_INIT;
    str_addf(&tabs, "<w:tabs><w:tab w:val=\"right\" w:pos=\"%d\"/></w:tabs>",
             docx_twips(docx_part(docx, i)->width));
    docx_open(docx->ret, &(struct docx_style){
                             .name = docx_text_style(docx, i), .keep = keep, .extra = tabs.buf});
    docx_run(docx->ret, block->line.text, false, false);
    str_add(docx->ret, "<w:r><w:tab/></w:r>");
    docx_run(docx->ret, block->right, false, false);
    docx_close(docx->ret);
}

// Blank lines.
static void add_space(const struct docx *docx, size_t i, bool keep)
{
    autostr extra = STR_INIT;
    str_addf(&extra, "<w:spacing w:line=\"%d\" w:lineRule=\"exact\"/>",
             docx->paper->block[i].count * docx_line(text_size(docx, i)));
    docx_open(docx->ret, &(struct docx_style){.name = "Gap", .keep = keep, .extra = extra.buf});
    docx_close(docx->ret);
}

// A paragraph that can hardly be seen.
static void add_gap(const struct docx *docx, bool keep, const char *extra)
{
    docx_open(docx->ret, &(struct docx_style){.name = "Gap", .keep = keep, .extra = extra});
    docx_close(docx->ret);
}

// Ends the section before the part at block i, and marks where the part starts, which the contents
// lead to.
static void add_part(const struct docx *docx, size_t i)
{
    struct str *ret = docx->ret;
    if (i > 0) {
        docx_open(ret, &(struct docx_style){.name = "Gap"});
        str_cut(ret, ret->len - strlen("</w:pPr>"));
        docx_section_end(docx, (size_t)docx->printed.block[i - 1].part);
        str_add(ret, "</w:pPr>");
        docx_close(ret);
    }
    docx_open(ret, &(struct docx_style){.name = "Gap", .keep = true});
    str_addf(ret, "<w:bookmarkStart w:id=\"%zu\" w:name=\"part%zu\"/><w:bookmarkEnd w:id=\"%zu\"/>",
             i, i, i);
    docx_close(ret);
}

static void add_signature(const struct docx *docx, size_t i)
{
    const struct block *block = &docx->paper->block[i];
    autostr extra = STR_INIT;
    int indent = docx_part(docx, i)->width - SIGNATURE_WIDTH;
    str_addf(&extra, "<w:keepLines/><w:spacing w:before=\"%d\"/><w:ind w:left=\"%d\"/>",
             block->count * docx_line(text_size(docx, i)), docx_twips(indent > 0 ? indent : 0));
    docx_paragraph(docx->ret,
                   &(struct docx_style){
                       .name = docx_text_style(docx, i), .align = ALIGN_CENTRE, .extra = extra.buf},
                   block->line.text, false);
}

static void add_copies(const struct docx *docx, size_t at)
{
    const struct block *block = &docx->paper->block[at];
    for (size_t i = 0; i < block->items; i++) {
        autostr ascii = STR_INIT, text = STR_INIT;
        str_addf(&ascii, "%0*zu", block->count, i + 1);
        text_digits(&text, ascii.buf, ascii.len, docx->paper->settings.digits);
        str_addf(&text, "। %s", block->item[i]);
        docx_paragraph(docx->ret,
                       &(struct docx_style){.name = docx_text_style(docx, at),
                                            .keep = i + 1 < block->items,
                                            .extra = "<w:keepLines/><w:ind w:left=\"567\" "
                                                     "w:hanging=\"567\"/>"},
                       text.buf, false);
    }
}

static void add_contents(const struct docx *docx, size_t from)
{
    autostr tabs = STR_INIT;
    str_addf(&tabs, "<w:tabs><w:tab w:val=\"right\" w:leader=\"dot\" w:pos=\"%d\"/></w:tabs>",
             docx_twips(docx_part(docx, from)->width));
    for (size_t i = from; i < docx->paper->blocks; i++) {
        if (docx->paper->block[i].kind != BLOCK_PART)
            continue;
        autostr code = STR_INIT, ascii = STR_INIT, number = STR_INIT;
        str_addf(&code, "PAGEREF part%zu \\h", i);
        str_addf(&ascii, "%d", docx->printed.part[docx->printed.block[i].part].first_page);
        text_digits(&number, ascii.buf, ascii.len, docx->paper->settings.digits);
        docx_open(docx->ret, &(struct docx_style){.name = "TOC1", .extra = tabs.buf});
        str_addf(docx->ret, "<w:hyperlink w:anchor=\"part%zu\">", i);
        docx_run(docx->ret, docx->paper->block[i].line.text, false, false);
        str_add(docx->ret, "<w:r><w:tab/></w:r>");
        docx_field(docx->ret, code.buf, number.buf);
        str_add(docx->ret, "</w:hyperlink>");
        docx_close(docx->ret);
    }
}

// Lines that head something are bold and kept with it; the first of a section heads all of it.
static const char *style_of(const struct docx *docx, size_t i)
{
    const struct line *line = &docx->paper->block[i].line;
    const size_t from = docx->printed.part[docx->printed.block[i].part].from;
    if (line->large)
        return line->bold ? "Title" : "Large";
    if (!line->bold || !line->keep)
        return docx_text_style(docx, i);
    for (size_t k = from; k < i; k++)
        if (docx->paper->block[k].kind == BLOCK_LINE && docx->paper->block[k].line.bold)
            return "Heading2";
    return "Heading1";
}

void docx_blocks(const struct docx *docx)
{
    const struct paper *paper = docx->paper;
    for (size_t i = 0; i < paper->blocks; i++) {
        const struct block *block = &paper->block[i];
        bool keep = block_stays(paper, i);
        switch (block->kind) {
        case BLOCK_LINE:
            docx_paragraph(docx->ret,
                           &(struct docx_style){
                               .name = style_of(docx, i), .align = block->line.align, .keep = keep},
                           block->line.text, block->line.bold);
            break;
        case BLOCK_PAIR:
            add_pair(docx, i, keep);
            break;
        case BLOCK_SPACE:
            add_space(docx, i, keep);
            break;
        case BLOCK_BREAK:
            if (i > 0)
                add_gap(docx, true, "<w:pageBreakBefore/>");
            break;
        case BLOCK_PART:
            add_part(docx, i);
            break;
        case BLOCK_CONTENTS:
            add_contents(docx, i + 1);
            break;
        case BLOCK_TABLE:
            docx_table(docx, i, keep);
            add_gap(docx, keep, NULL); // or two tables grow together
            break;
        case BLOCK_SIGNATURE:
            add_signature(docx, i);
            break;
        case BLOCK_COPIES:
            add_copies(docx, i);
            break;
        }
    }
}
