// SPDX-License-Identifier: GPL-3.0-or-later
// One sheet of a spreadsheet: lines merged over all columns, and the rows of its tables.
//
// A row of a sheet can be 409 points high and no more, so a row with a long text takes several,
// its cells merged over them. Merged cells do not size their rows, so heights are estimated.
#include "xlsx.h"

#include <string.h>

enum {
    LARGE = 10, // points, where the columns allow it
    SMALL = 9,
    PAD = 1000,       // beside the text of a cell
    ROW_MAX = 400,    // points
    FREEZE_MAX = 260, // points of heading that a screen can spare
    SIGNATURE_WIDTH = 80000,
    TEXT_MAX = 32767, // characters of a cell
};

struct sheet {
    struct xlsx_book *book;
    lxw_worksheet *worksheet;
    const struct table *table; // whose columns the sheet has; NULL if there is none
    int width[TABLE_COLUMNS_MAX];
    size_t columns;
    int points;
    lxw_row_t row; // the next that is free
    double height; // of those above it, in points
    bool headed;   // a table's headings are repeated
};

static void note(struct sheet *s, lxw_error error)
{
    if (s->book->error == LXW_NO_ERROR)
        s->book->error = error;
}

static void set_height(struct sheet *s, lxw_row_t row, double points)
{
    note(s, worksheet_set_row(s->worksheet, row, points, NULL));
    s->height += points;
}

static double line_height(int points)
{
    return points * 1.35;
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
        note(s, worksheet_merge_range(s->worksheet, first, left, last, right, "", format));
    if (value)
        note(s, worksheet_write_number(s->worksheet, first, left, *value, format));
    else if (*text)
        note(s, worksheet_write_string(s->worksheet, first, left, text, format));
    else
        note(s, worksheet_write_blank(s->worksheet, first, left, format));
}

// A text over the columns from c on, in as many rows as it needs.
static void put_line(struct sheet *s, size_t c, size_t span, const struct xlsx_look *look,
                     const char *text)
{
    int lines = measure_lines(text, width_of(s, c, span), look->points * POINT);
    double height = lines * line_height(look->points);
    lxw_row_t rows = (lxw_row_t)(height / ROW_MAX) + 1;
    for (lxw_row_t r = 0; r < rows; r++)
        set_height(s, s->row + r, height / rows);
    put(s, s->row, s->row + rows - 1, c, span, look, text, NULL);
    s->row += rows;
}

struct sheet_rows {
    const struct row *row;
    size_t count;
    lxw_row_t *first; // row of the sheet where each begins, and where the last one ends
};

static double height_of_cell(const struct sheet *s, const struct row *row, size_t c)
{
    int width = width_of(s, c, row_span(row, c)) - PAD;
    const char *text = row->cell[c].text;
    // Text is measured rather long, which adds up over many lines; but bold takes more.
    int em = s->points * POINT * (row->kind == ROW_PLAIN ? 93 : 108) / 100;
    int lines = measure_lines(text, width, em);
    if (row->kind == ROW_PLAIN && lines > 1)
        lines += strchr(text, '/') != NULL; // which spreadsheets do not break behind
    return lines * line_height(s->points);
}

// Heights of the rows in points: those that their own cells need, then what a cell over several
// rows lacks goes to its last one.
static void find_heights(const struct sheet *s, const struct sheet_rows *rows, double *ret)
{
    for (int merged = 0; merged <= 1; merged++)
        for (size_t r = 0; r < rows->count; r++)
            for (size_t c = 0; c < s->columns; c++) {
                const struct cell *cell = &rows->row[r].cell[c];
                size_t span = rows_span(rows->row, rows->count, r, c);
                if (cell->above || cell->covered || (span > 1) != merged)
                    continue;
                double need = height_of_cell(s, &rows->row[r], c);
                for (size_t i = 0; i + 1 < span; i++)
                    need -= ret[r + i];
                double *last = &ret[r + span - 1];
                *last = need > *last ? need : *last;
            }
}

static void set_rows(struct sheet *s, const struct sheet_rows *rows)
{
    autofree double *height = mem_alloc((rows->count + 1) * sizeof *height);
    for (size_t r = 0; r < rows->count; r++)
        height[r] = line_height(s->points);
    find_heights(s, rows, height);
    for (size_t r = 0; r < rows->count; r++) {
        lxw_row_t parts = (lxw_row_t)(height[r] / ROW_MAX) + 1;
        rows->first[r] = s->row;
        for (lxw_row_t i = 0; i < parts; i++)
            set_height(s, s->row + i, height[r] / parts);
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
    struct xlsx_look look = {.align = table_align(s->table, row, c),
                             .bold = cell->bold || row->kind == ROW_SECTION,
                             .border = true,
                             .shaded = heading && !s->book->options->no_shading,
                             .middle = heading,
                             .points = s->points};
    double value;
    bool typed = xlsx_value(cell, look.format, &value);
    size_t last = r + rows_span(rows->row, rows->count, r, c);
    put(s, rows->first[r], rows->first[last] - 1, c, row_span(row, c), &look, cell->text,
        typed ? &value : NULL);
}

static void put_rows(struct sheet *s, const struct row *row, size_t count)
{
    autofree lxw_row_t *first = mem_alloc((count + 1) * sizeof *first);
    const struct sheet_rows rows = {row, count, first};
    set_rows(s, &rows);
    for (size_t r = 0; r < count; r++)
        for (size_t c = 0; c < s->columns; c++)
            put_cell(s, &rows, r, c);
}

static void put_table(struct sheet *s, const struct table *table)
{
    if (!table->columns)
        return;
    struct arena arena = {0};
    size_t count = 0;
    const struct row *head = table_head(table, &arena, &count);
    lxw_row_t first = s->row;
    put_rows(s, head, count);
    if (count && !s->headed) {
        s->headed = true;
        note(s, worksheet_repeat_rows(s->worksheet, first, s->row - 1));
        if (s->height <= FREEZE_MAX)
            worksheet_freeze_panes(s->worksheet, s->row, 0);
    }
    put_rows(s, table->row, table->rows);
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

static void put_block(struct sheet *s, const struct block *block)
{
    struct xlsx_look look = {.align = block->line.align,
                             .bold = block->line.bold,
                             .large = block->line.large,
                             .points = block->line.large ? 2 * LARGE : LARGE};
    size_t span = signature_columns(s);
    switch (block->kind) {
    case BLOCK_LINE:
        put_line(s, 0, s->columns, &look, block->line.text);
        break;
    case BLOCK_PAIR:
        put_pair(s, block, &look);
        break;
    case BLOCK_SPACE:
        s->row += (lxw_row_t)block->count;
        break;
    case BLOCK_TABLE:
        put_table(s, block->table);
        break;
    case BLOCK_SIGNATURE:
        s->row += (lxw_row_t)block->count;
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

// «২ ই-গভর্ন্যান্স ও উদ্ভাবন»: a number, so that no two have one name, and words of the first line.
static void name_sheet(struct xlsx_book *book, size_t first, size_t end, struct str *ret)
{
    enum { NAME_MAX_CHARACTERS = 31 };
    autostr ascii = STR_INIT;
    str_addf(&ascii, "%d", ++book->sheets);
    text_digits(ret, ascii.buf, ascii.len, book->paper->settings.digits);
    str_add_char(ret, ' ');
    while (first < end &&
           (book->paper->block[first].kind == BLOCK_TABLE || !*book->paper->block[first].line.text))
        first++;
    const char *text = first < end ? book->paper->block[first].line.text : "";
    size_t characters = ascii.len + 1, n = strlen(text);
    for (size_t at = 0, next; at < n; at = next) {
        next = text_next(text, n, at);
        for (size_t i = at; i < next; i++)
            characters += ((unsigned char)text[i] & 0xC0) != 0x80;
        if (characters > NAME_MAX_CHARACTERS)
            break;
        bool barred = strchr("[]:*?/\\'\n", text[at]);
        str_add_n(ret, barred ? " " : text + at, barred ? 1 : next - at);
    }
    while (ret->len && ret->buf[ret->len - 1] == ' ')
        str_cut(ret, ret->len - 1);
}

static void share_columns(struct sheet *s)
{
    struct measure measure = {
        .page = s->book->width, .pad = PAD, .columns = s->book->paper->settings.columns};
    s->columns = s->table ? s->table->columns : 1;
    s->width[0] = s->book->width;
    s->points = LARGE;
    measure.em = LARGE * POINT;
    if (s->table && !measure_columns(s->table, &measure, s->width)) {
        s->points = SMALL;
        measure.em = SMALL * POINT;
        measure_columns(s->table, &measure, s->width);
    }
    for (size_t c = 0; c < s->columns; c++) {
        uint32_t pixels = (uint32_t)((int64_t)s->width[c] * 96 / 25400);
        note(s,
             worksheet_set_column_pixels(s->worksheet, (lxw_col_t)c, (lxw_col_t)c, pixels, NULL));
    }
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

static void set_page(struct sheet *s)
{
    const struct paper_settings *settings = &s->book->paper->settings;
    const double inch = 25400;
    autostr header = STR_INIT, footer = STR_INIT;
    if (settings->landscape)
        worksheet_set_landscape(s->worksheet);
    worksheet_set_paper(s->worksheet, 9); // A4
    worksheet_fit_to_pages(s->worksheet, 1, 0);
    worksheet_set_margins(s->worksheet, MARGIN_BINDING / inch, MARGIN / inch, 15000 / inch,
                          15000 / inch);
    if (*settings->mark) {
        add_band(&header, "&C&B", settings->mark);
        note(s, worksheet_set_header(s->worksheet, header.buf));
    }
    add_band(&footer, "&L", *settings->footer ? settings->footer : settings->title);
    str_add(&footer, "&R&P/&N");
    note(s, worksheet_set_footer(s->worksheet, footer.buf));
}

void xlsx_sheet(struct xlsx_book *book, size_t first, size_t end)
{
    autostr name = STR_INIT;
    name_sheet(book, first, end, &name);
    struct sheet s = {.book = book, .worksheet = workbook_add_worksheet(book->workbook, name.buf)};
    if (!s.worksheet) {
        note(&s, LXW_ERROR_MEMORY_MALLOC_FAILED);
        return;
    }
    for (size_t i = first; i < end && !s.table; i++)
        if (book->paper->block[i].kind == BLOCK_TABLE && book->paper->block[i].table->columns)
            s.table = book->paper->block[i].table;
    share_columns(&s);
    set_page(&s);
    for (size_t i = first; i < end; i++)
        put_block(&s, &book->paper->block[i]);
}
