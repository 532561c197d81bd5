// SPDX-License-Identifier: GPL-3.0-or-later
// Tables of a docx.
#include "docx.h"

#include <stdio.h>

enum {
    CELL_MARGIN = 700, // on either side of the text
    CELL_ABOVE = 400,  // over and under it: with the rule what the pdf has
    LARGE = 20,        // half points, where the columns allow it
    SMALL = 18,
};

struct docx_rows {
    const struct docx *docx;
    const struct table *table;
    const struct row *row;
    size_t count;
    int width[TABLE_COLUMNS_MAX];
    int size;             // half points
    bool heading, repeat; // rows of the head; that stand on every page
    bool last;
};

static int width_of(const struct docx_rows *rows, size_t c, size_t span)
{
    int width = 0;
    for (size_t i = 0; i < span && c + i < rows->table->columns; i++)
        width += rows->width[c + i];
    return width;
}

// What a row takes, as far as can be told: cells over several rows are left out.
static int64_t height_of(const struct docx_rows *rows, size_t r)
{
    int most = 1, em = rows->size * POINT / 2;
    for (size_t c = 0; c < rows->table->columns; c++) {
        const struct cell *cell = &rows->row[r].cell[c];
        if (cell->above || cell->covered || rows_span(rows->row, rows->count, r, c) > 1)
            continue;
        int width = width_of(rows, c, row_span(&rows->row[r], c)) - 2 * CELL_MARGIN;
        int lines = measure_lines(cell->text, width, em);
        most = lines > most ? lines : most;
    }
    return (int64_t)most * em * MEASURE_LEADING / 100 + 2 * CELL_ABOVE;
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
        if (height_of(rows, r) <= rows->docx->height / 2)
            str_add(ret, "<w:cantSplit/>");
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
             docx_twips(rows->docx->width));
    for (size_t i = 0; i < sizeof sides / sizeof *sides; i++)
        str_addf(ret, "<w:%s w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"000000\"/>",
                 sides[i]);
    int margin = docx_twips(CELL_MARGIN);
    str_addf(ret,
             "</w:tblBorders><w:tblLayout w:type=\"fixed\"/><w:tblCellMar>"
             "<w:top w:w=\"%d\" w:type=\"dxa\"/><w:left w:w=\"%d\" w:type=\"dxa\"/>"
             "<w:bottom w:w=\"%d\" w:type=\"dxa\"/><w:right w:w=\"%d\" w:type=\"dxa\"/>"
             "</w:tblCellMar></w:tblPr><w:tblGrid>",
             docx_twips(CELL_ABOVE), margin, docx_twips(CELL_ABOVE), margin);
    for (size_t c = 0; c < rows->table->columns; c++)
        str_addf(ret, "<w:gridCol w:w=\"%d\"/>", docx_twips(rows->width[c]));
    str_add(ret, "</w:tblGrid>\n");
}

// The size of the font and the widths of the columns that go with it.
static void share_out(struct docx_rows *rows)
{
    struct measure measure = {.page = rows->docx->width,
                              .pad = 2 * CELL_MARGIN + POINT,
                              .columns = rows->docx->paper->settings.columns};
    for (rows->size = LARGE; rows->size >= SMALL; rows->size--) {
        measure.em = rows->size * POINT / 2;
        if (measure_columns(rows->table, &measure, rows->width))
            return;
    }
    rows->size = SMALL;
}

void docx_table(const struct docx *docx, const struct table *table, bool last)
{
    struct arena arena = {0};
    struct docx_rows head = {.docx = docx, .table = table, .heading = true};
    head.row = table_head(table, &arena, &head.count);
    if (table->columns && head.count + table->rows) {
        share_out(&head);
        add_properties(&head);
        int64_t height = 0;
        for (size_t r = 0; r < head.count; r++)
            height += height_of(&head, r);
        head.repeat = height <= docx->height / 2;
        add_rows(&head);
        struct docx_rows rows = head;
        rows.row = table->row;
        rows.count = table->rows;
        rows.heading = rows.repeat = false;
        rows.last = last;
        add_rows(&rows);
        str_add(docx->ret, "</w:tbl>\n");
    }
    arena_done(&arena);
}
