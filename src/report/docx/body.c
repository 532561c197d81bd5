// SPDX-License-Identifier: GPL-3.0-or-later
// The blocks of a docx.
#include "docx.h"

enum { SIGNATURE_WIDTH = 80000, LINE_HEIGHT = 5300 };

static bool is_page_end(const struct block *block)
{
    return block->kind == BLOCK_BREAK || block->kind == BLOCK_PART || block->kind == BLOCK_CONTENTS;
}

// Whether a signature follows with no table between: what stands before it stays with it.
static bool leads_to_signature(const struct paper *paper, size_t i)
{
    for (i++; i < paper->blocks && !is_page_end(&paper->block[i]); i++)
        if (paper->block[i].kind == BLOCK_SIGNATURE)
            return true;
        else if (paper->block[i].kind == BLOCK_TABLE)
            return false;
    return false;
}

static bool leads_to_table(const struct paper *paper, size_t i)
{
    for (i++; i < paper->blocks && paper->block[i].kind == BLOCK_SPACE; i++)
        ;
    return i < paper->blocks && paper->block[i].kind == BLOCK_TABLE;
}

static bool is_kept(const struct paper *paper, size_t i)
{
    const struct block *block = &paper->block[i];
    bool next =
        block->kind == BLOCK_SPACE ? i > 0 && paper->block[i - 1].line.keep : block->line.keep;
    return next || leads_to_table(paper, i) || leads_to_signature(paper, i);
}

static void add_pair(const struct docx *docx, const struct block *block, bool keep)
{
    autostr tabs = STR_INIT;
    str_addf(&tabs, "<w:tabs><w:tab w:val=\"right\" w:pos=\"%d\"/></w:tabs>",
             docx_twips(docx->width));
    docx_open(docx->ret, &(struct docx_style){.keep = keep, .extra = tabs.buf});
    docx_run(docx->ret, block->line.text, false, false);
    str_add(docx->ret, "<w:r><w:tab/></w:r>");
    docx_run(docx->ret, block->right, false, false);
    docx_close(docx->ret);
}

// An empty paragraph of that height.
static void add_gap(const struct docx *docx, int height, bool keep, bool new_page)
{
    autostr extra = STR_INIT;
    str_addf(&extra, "%s<w:spacing w:line=\"%d\" w:lineRule=\"exact\"/>",
             new_page ? "<w:pageBreakBefore/>" : "", docx_twips(height));
    docx_open(docx->ret, &(struct docx_style){.name = "Gap", .keep = keep, .extra = extra.buf});
    docx_close(docx->ret);
}

static void add_signature(const struct docx *docx, const struct block *block)
{
    autostr extra = STR_INIT;
    int indent = docx->width - SIGNATURE_WIDTH;
    str_addf(&extra, "<w:keepLines/><w:spacing w:before=\"%d\"/><w:ind w:left=\"%d\"/>",
             docx_twips(block->count * LINE_HEIGHT), docx_twips(indent > 0 ? indent : 0));
    docx_paragraph(docx->ret, &(struct docx_style){.align = ALIGN_CENTRE, .extra = extra.buf},
                   block->line.text, false);
}

static void add_copies(const struct docx *docx, const struct block *block)
{
    for (size_t i = 0; i < block->items; i++) {
        autostr ascii = STR_INIT, text = STR_INIT;
        str_addf(&ascii, "%0*zu", block->count, i + 1);
        text_digits(&text, ascii.buf, ascii.len, docx->paper->settings.digits);
        str_addf(&text, "। %s", block->item[i]);
        docx_paragraph(docx->ret,
                       &(struct docx_style){.keep = i + 1 < block->items,
                                            .extra = "<w:keepLines/><w:ind w:left=\"567\" "
                                                     "w:hanging=\"567\"/>"},
                       text.buf, false);
    }
}

static void add_contents(const struct docx *docx, size_t from)
{
    for (size_t i = from; i < docx->paper->blocks; i++)
        if (docx->paper->block[i].kind == BLOCK_PART)
            docx_paragraph(docx->ret, &(struct docx_style){0}, docx->paper->block[i].line.text,
                           false);
}

static void add_line(const struct docx *docx, const struct line *line, bool keep)
{
    const struct docx_style style = {
        .name = line->large ? "Large" : NULL, .align = line->align, .keep = keep};
    docx_paragraph(docx->ret, &style, line->text, line->bold);
}

void docx_blocks(const struct docx *docx)
{
    const struct paper *paper = docx->paper;
    for (size_t i = 0; i < paper->blocks; i++) {
        const struct block *block = &paper->block[i];
        bool keep = is_kept(paper, i);
        switch (block->kind) {
        case BLOCK_LINE:
            add_line(docx, &block->line, keep);
            break;
        case BLOCK_PAIR:
            add_pair(docx, block, keep);
            break;
        case BLOCK_SPACE:
            add_gap(docx, block->count * LINE_HEIGHT, keep, false);
            break;
        case BLOCK_BREAK:
        case BLOCK_PART:
            if (i > 0)
                add_gap(docx, POINT, true, true);
            break;
        case BLOCK_CONTENTS:
            add_contents(docx, i + 1);
            break;
        case BLOCK_TABLE:
            docx_table(docx, block->table, leads_to_signature(paper, i));
            add_gap(docx, POINT, leads_to_signature(paper, i),
                    false); // or two tables grow together
            break;
        case BLOCK_SIGNATURE:
            add_signature(docx, block);
            break;
        case BLOCK_COPIES:
            add_copies(docx, block);
            break;
        }
    }
}
