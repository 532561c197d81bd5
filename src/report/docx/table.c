// SPDX-License-Identifier: GPL-3.0-or-later
// Tables of a docx.
#include "docx.h"

#include <stdio.h>

enum {
    SLACK = 150,      // beside it, that words may be a little longer than they were reckoned
    CELL_ABOVE = 400, // over and under the text of a cell: with the rule what the pdf has
};

struct docx_rows {
    const struct docx *docx;
    const struct printed_part *part;
    const struct printed_table *printed;
    const struct table *table;
    const struct row *row;
    size_t first, count;  // of the first row among all, headings too
    int size;             // half points
    bool heading, repeat; // rows of the head; that stand on every page
    bool last;
};

static int width_of(const struct docx_rows *rows, size_t c, size_t span)
{
    int width = 0;
    for (size_t i = 0; i < span && c + i < rows->table->columns; i++)
        width += rows->printed->width[c + i];
    return width;
}

static void add_cell(const struct docx_rows *rows, size_t r, size_t c, bool keep)
{
    struct str *ret = rows->docx->ret;
    const struct row *row = &rows->row[r];
    const struct cell *cell = &row->cell[c];
    size_t span = row_span(row, c);
    str_addf(ret, "<w:tc><w:tcPr><w:tcW w:w=\"%d\" w:type=\"dxa\"/>",
             docx_twips(width_of(rows, c, span)));
    if (span > 1)
        str_addf(ret, "<w:gridSpan w:val=\"%zu\"/>", span);
    if (cell->above)
        str_add(ret, "<w:vMerge/>");
    else if (rows_span(rows->row, rows->count, r, c) > 1)
        str_add(ret, "<w:vMerge w:val=\"restart\"/>");
    if (row->kind == ROW_HEADING && !rows->docx->options->no_shading)
        str_add(ret, "<w:shd w:val=\"clear\" w:color=\"auto\" w:fill=\"EEEEEE\"/>");
    if (row->kind == ROW_HEADING)
        str_add(ret, "<w:vAlign w:val=\"center\"/>");
    str_add(ret, "</w:tcPr>");
    char style[16];
    snprintf(style, sizeof style, "Cell%d", rows->size);
    docx_open(ret, &(struct docx_style){
                       .name = style, .align = table_align(rows->table, row, c), .keep = keep});
    if (!cell->above)
        docx_run(ret, cell->text, cell->bold || row->kind == ROW_SECTION, cell->kind != CELL_TEXT);
    docx_close(ret);
    str_add(ret, "</w:tc>");
}

static bool stays_with_next(const struct docx_rows *rows, size_t r)
{
    if (rows->heading)
        return false; // repeated rows stay with the table anyway
    return r + 1 < rows->count ? rows->row[r].kind == ROW_SECTION || rows->row[r + 1].subrow
                               : rows->last;
}

static void add_rows(const struct docx_rows *rows)
{
    struct str *ret = rows->docx->ret;
    for (size_t r = 0; r < rows->count; r++) {
        str_add(ret, "<w:tr><w:trPr>");
        // A row that must not be parted and fits on no page would be cut off.
        if (rows->printed->height[rows->first + r] <= rows->part->height / 2)
            str_add(ret, "<w:cantSplit/>");
        if (!rows->heading && table_by_hand(rows->table))
            str_addf(ret, "<w:trHeight w:val=\"%d\" w:hRule=\"atLeast\"/>",
                     docx_twips(rows->printed->height[rows->first + r]));
        str_add(ret, rows->repeat ? "<w:tblHeader/></w:trPr>" : "</w:trPr>");
        bool keep = stays_with_next(rows, r);
        for (size_t c = 0; c < rows->table->columns; c++)
            if (!rows->row[r].cell[c].covered)
                add_cell(rows, r, c, keep);
        str_add(ret, "</w:tr>\n");
    }
}

static void add_properties(const struct docx_rows *rows)
{
    static const char *const sides[] = {"top", "left", "bottom", "right", "insideH", "insideV"};
    struct str *ret = rows->docx->ret;
    str_addf(ret, "<w:tbl><w:tblPr><w:tblW w:w=\"%d\" w:type=\"dxa\"/><w:tblBorders>",
             docx_twips(rows->part->width));
    for (size_t i = 0; i < sizeof sides / sizeof *sides; i++)
        str_addf(ret, "<w:%s w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"000000\"/>",
                 sides[i]);
    int margin = docx_twips(rows->printed->pad - SLACK);
    str_addf(ret,
             "</w:tblBorders><w:tblLayout w:type=\"fixed\"/><w:tblCellMar>"
             "<w:top w:w=\"%d\" w:type=\"dxa\"/><w:left w:w=\"%d\" w:type=\"dxa\"/>"
             "<w:bottom w:w=\"%d\" w:type=\"dxa\"/><w:right w:w=\"%d\" w:type=\"dxa\"/>"
             "</w:tblCellMar></w:tblPr><w:tblGrid>",
             docx_twips(CELL_ABOVE), margin, docx_twips(CELL_ABOVE), margin);
    for (size_t c = 0; c < rows->table->columns; c++)
        str_addf(ret, "<w:gridCol w:w=\"%d\"/>", docx_twips(rows->printed->width[c]));
    str_add(ret, "</w:tblGrid>\n");
}

void docx_table(const struct docx *docx, size_t i, bool last)
{
    const struct table *table = docx->paper->block[i].table;
    const struct printed_block *block = &docx->printed.block[i];
    struct arena arena = {0};
    struct docx_rows head = {.docx = docx,
                             .part = docx_part(docx, i),
                             .printed = block->table,
                             .table = table,
                             .size = docx_size(docx->printed.part[block->part].table_size),
                             .heading = true};
    head.row = table_head(table, &arena, &head.count);
    if (table->columns && head.count + table->rows) {
        add_properties(&head);
        int64_t height = 0;
        for (size_t r = 0; r < head.count; r++)
            height += block->table->height[r];
        head.repeat = height <= head.part->height / 2;
        add_rows(&head);
        struct docx_rows rows = head;
        rows.row = table->row;
        rows.first = head.count;
        rows.count = table->rows;
        rows.heading = rows.repeat = false;
        rows.last = last;
        add_rows(&rows);
        str_add(docx->ret, "</w:tbl>\n");
    }
    arena_done(&arena);
}
