// SPDX-License-Identifier: GPL-3.0-or-later
// One sheet of a spreadsheet: lines merged over all columns, and the rows of its tables.
//
// A row of a sheet can be 409 points high and no more, so a row with a long text takes several,
// its cells merged over them. Merged cells do not size their rows, so heights are set, and with
// them pages break where they do in the pdf.
#include "xlsx.h"

#include <string.h>

enum {
    PAD = 1000,       // that programs leave beside a text, about
    LEADING = 140,    // from line to line, percent of the size of the type, as programs have it
    TALLER = 107,     // which is more than in the pdf, percent
    ROW_MAX = 400,    // points
    FREEZE_MAX = 260, // points of heading that a screen can spare
    SIGNATURE_WIDTH = 80000,
    ROW = 15, // points, of one that was not given a height
};

static void add_height(struct sheet *s, double points)
{
    s->height += points;
    s->page_height += points;
    s->tallest = s->page_height > s->tallest ? s->page_height : s->tallest;
}

static void set_height(struct sheet *s, lxw_row_t row, double points)
{
    xlsx_note(s, worksheet_set_row(s->worksheet, row, points, NULL));
    add_height(s, points);
}

static void skip_rows(struct sheet *s, int count)
{
    s->row += (lxw_row_t)count;
    add_height(s, count * ROW);
}

// A page begins with the next row.
static void start_page(struct sheet *s)
{
    if (s->row == 0 || s->pages == XLSX_BREAKS_MAX)
        return;
    s->page[s->pages++] = s->row;
    s->page_height = s->head;
}

static double line_height(int size)
{
    return size * LEADING / 1e5;
}

static int text_size(const struct sheet *s)
{
    return s->book->printed.part[s->part].text_size;
}

static int width_of(const struct sheet *s, size_t c, size_t span)
{
    int width = 0;
    for (size_t i = 0; i < span && c + i < s->columns; i++)
        width += s->width[c + i];
    return width;
}

// Puts text or, in its format, a value over a range of cells.
static void put(struct sheet *s, lxw_row_t first, lxw_row_t last, size_t c, size_t span,
                const struct xlsx_look *look, const char *text, const double *value)
{
    lxw_format *format = xlsx_format(s->book, look);
    lxw_col_t left = (lxw_col_t)c, right = (lxw_col_t)(c + span - 1);
    if (first < last || left < right)
        xlsx_note(s, worksheet_merge_range(s->worksheet, first, left, last, right, "", format));
    if (value)
        xlsx_note(s, worksheet_write_number(s->worksheet, first, left, *value, format));
    else if (*text)
        xlsx_note(s, worksheet_write_string(s->worksheet, first, left, text, format));
    else
        xlsx_note(s, worksheet_write_blank(s->worksheet, first, left, format));
}

// A text over the columns from c on, in as many rows as it needs.
static void put_line(struct sheet *s, size_t c, size_t span, const struct xlsx_look *look,
                     const char *text)
{
    int lines = printed_lines(text, look->bold, width_of(s, c, span) - 2 * PAD, look->size);
    double height = lines * line_height(look->size);
    lxw_row_t rows = (lxw_row_t)(height / ROW_MAX) + 1;
    for (lxw_row_t r = 0; r < rows; r++)
        set_height(s, s->row + r, height / rows);
    put(s, s->row, s->row + rows - 1, c, span, look, text, NULL);
    s->row += rows;
}

struct sheet_rows {
    const struct table *table;
    const struct row *row;
    size_t count;
    const int *height; // thousandths of a millimetre
    const bool *starts_page;
    lxw_row_t *first; // row of the sheet where each begins, and where the last one ends
};

// Spreadsheets do not break behind strokes, as the page engine does.
static double height_of_strokes(const struct sheet *s, const struct sheet_rows *rows, size_t r)
{
    const int size = s->book->printed.part[s->part].table_size;
    int most = 0;
    for (size_t c = 0; c < s->columns; c++) {
        const struct cell *cell = &rows->row[r].cell[c];
        if (cell->above || cell->covered || cell->kind != CELL_TEXT || !strchr(cell->text, '/') ||
            rows_span(rows->row, rows->count, r, c) > 1)
            continue;
        autofree char *text = mem_copy_text(cell->text, strlen(cell->text));
        for (char *stroke = text; (stroke = strchr(stroke, '/'));)
            *stroke = '|';
        int width = width_of(s, c, row_span(&rows->row[r], c)) - 2 * PAD;
        int lines = printed_lines(text, cell->bold, width, size);
        most = lines > most ? lines : most;
    }
    return most * line_height(size);
}

static void set_rows(struct sheet *s, const struct sheet_rows *rows)
{
    for (size_t r = 0; r < rows->count; r++) {
        double height = (double)rows->height[r] * TALLER / 100 / XLSX_POINT;
        double strokes = height_of_strokes(s, rows, r);
        height = strokes > height ? strokes : height;
        lxw_row_t parts = (lxw_row_t)(height / ROW_MAX) + 1;
        rows->first[r] = s->row;
        if (rows->starts_page[r])
            start_page(s);
        for (lxw_row_t i = 0; i < parts; i++)
            set_height(s, s->row + i, height / parts);
        s->row += parts;
    }
    rows->first[rows->count] = s->row;
}

static void put_cell(struct sheet *s, const struct sheet_rows *rows, size_t r, size_t c)
{
    const struct row *row = &rows->row[r];
    const struct cell *cell = &row->cell[c];
    if (cell->above || cell->covered)
        return;
    bool heading = row->kind == ROW_HEADING;
    struct xlsx_look look = {.align = table_align(rows->table, row, c),
                             .bold = cell->bold || row->kind == ROW_SECTION,
                             .border = true,
                             .shaded = heading && !s->book->options->no_shading,
                             .middle = heading,
                             .size = s->book->printed.part[s->part].table_size};
    double value;
    bool typed = xlsx_value(cell, look.format, &value);
    size_t last = r + rows_span(rows->row, rows->count, r, c);
    put(s, rows->first[r], rows->first[last] - 1, c, row_span(row, c), &look, cell->text,
        typed ? &value : NULL);
}

static void put_rows(struct sheet *s, struct sheet_rows rows)
{
    autofree lxw_row_t *first = mem_alloc((rows.count + 1) * sizeof *first);
    rows.first = first;
    set_rows(s, &rows);
    for (size_t r = 0; r < rows.count; r++)
        for (size_t c = 0; c < s->columns; c++)
            put_cell(s, &rows, r, c);
}

static void put_table(struct sheet *s, const struct printed_table *printed)
{
    const struct table *table = printed->table;
    if (!table->columns)
        return;
    struct arena arena = {0};
    size_t count = 0;
    const struct row *head = table_head(table, &arena, &count);
    const lxw_row_t first = s->row;
    const double above = s->height;
    put_rows(s, (struct sheet_rows){.table = table,
                                    .row = head,
                                    .count = count,
                                    .height = printed->height,
                                    .starts_page = printed->starts_page});
    if (count && !s->headed) {
        s->headed = true;
        s->head = s->height - above;
        xlsx_note(s, worksheet_repeat_rows(s->worksheet, first, s->row - 1));
        if (s->height <= FREEZE_MAX)
            worksheet_freeze_panes(s->worksheet, s->row, 0);
    }
    put_rows(s, (struct sheet_rows){.table = table,
                                    .row = table->row,
                                    .count = table->rows,
                                    .height = printed->height + count,
                                    .starts_page = printed->starts_page + count});
    arena_done(&arena);
}

// The columns at the right that a signature stands in.
static size_t signature_columns(const struct sheet *s)
{
    size_t span = 1;
    while (span < s->columns && width_of(s, s->columns - span, span) < SIGNATURE_WIDTH)
        span++;
    return span;
}

static void put_pair(struct sheet *s, const struct block *block, const struct xlsx_look *look)
{
    size_t half = s->columns / 2;
    struct xlsx_look right = *look;
    right.align = half ? ALIGN_RIGHT : ALIGN_LEFT;
    lxw_row_t row = s->row;
    put_line(s, 0, half ? half : 1, look, block->line.text);
    if (half)
        s->row = row;
    put_line(s, half, s->columns - half, &right, block->right);
}

static void put_copies(struct sheet *s, const struct block *block, const struct xlsx_look *look)
{
    for (size_t i = 0; i < block->items; i++) {
        autostr ascii = STR_INIT, text = STR_INIT;
        str_addf(&ascii, "%0*zu", block->count, i + 1);
        text_digits(&text, ascii.buf, ascii.len, s->book->paper->settings.digits);
        str_addf(&text, "। %s", block->item[i]);
        put_line(s, 0, s->columns, look, text.buf);
    }
}

// The size of a line: titles are larger, and twice as large what stands on a cover.
static int size_of(const struct sheet *s, const struct line *line)
{
    bool title = line->bold && line->align == ALIGN_CENTRE;
    return text_size(s) * (line->large ? 20 : title ? 12 : 10) / 10;
}

static void put_block(struct sheet *s, size_t i)
{
    const struct block *block = &s->book->paper->block[i];
    const struct printed_block *printed = &s->book->printed.block[i];
    struct xlsx_look look = {.align = block->line.align,
                             .bold = block->line.bold,
                             .large = block->line.large,
                             .size = size_of(s, &block->line)};
    if (printed->starts_page)
        start_page(s);
    size_t span = signature_columns(s);
    switch (block->kind) {
    case BLOCK_LINE:
        put_line(s, 0, s->columns, &look, block->line.text);
        break;
    case BLOCK_PAIR:
        put_pair(s, block, &look);
        break;
    case BLOCK_SPACE:
        skip_rows(s, block->count);
        break;
    case BLOCK_TABLE:
        put_table(s, printed->table);
        break;
    case BLOCK_SIGNATURE:
        skip_rows(s, block->count);
        look.align = ALIGN_CENTRE;
        put_line(s, s->columns - span, span, &look, block->line.text);
        break;
    case BLOCK_COPIES:
        put_copies(s, block, &look);
        break;
    case BLOCK_BREAK:
    case BLOCK_PART:
    case BLOCK_CONTENTS:
        break; // parts are sheets, and their names the contents
    }
}

static void share_columns(struct sheet *s)
{
    s->columns = s->table ? s->table->table->columns : 1;
    s->width[0] = s->book->printed.part[s->part].width;
    for (size_t c = 0; c < s->columns; c++) {
        if (s->table)
            s->width[c] = s->table->width[c];
        uint32_t pixels = (uint32_t)((int64_t)s->width[c] * 96 / 25400);
        xlsx_note(
            s, worksheet_set_column_pixels(s->worksheet, (lxw_col_t)c, (lxw_col_t)c, pixels, NULL));
    }
}

void xlsx_sheet(struct xlsx_book *book, size_t first, size_t end)
{
    autostr name = STR_INIT;
    xlsx_name(book, first, end, &name);
    struct sheet s = {.book = book, .worksheet = workbook_add_worksheet(book->workbook, name.buf)};
    if (!s.worksheet) {
        xlsx_note(&s, LXW_ERROR_MEMORY_MALLOC_FAILED);
        return;
    }
    s.part = (size_t)book->printed.block[first].part;
    for (size_t i = first; i < end && !s.table; i++)
        if (book->paper->block[i].kind == BLOCK_TABLE && book->paper->block[i].table->columns)
            s.table = book->printed.block[i].table;
    share_columns(&s);
    xlsx_page(&s);
    if (first == book->printed.part[s.part].from) // for which the library has no function
        s.worksheet->page_start = (uint16_t)book->printed.part[s.part].first_page;
    for (size_t i = first; i < end; i++)
        put_block(&s, i);
    xlsx_scale(&s);
}
