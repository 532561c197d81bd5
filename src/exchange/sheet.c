// SPDX-License-Identifier: GPL-3.0-or-later
// The cells of a sheet (ECMA-376, part 1, 18.3) as lines of text.
#include "workbook.h"

#include "xml.h"

#include "orjon/base/text.h"
#include "orjon/base/tsv.h"

#include <string.h>

enum { ROWS_MAX = 1 << 20, COLUMNS_MAX = 256, CELLS_MAX = 1 << 20, LETTERS = 26 };

struct cell {
    int column; // from 1
    char type;  // of the value: 'n' a number, 's' a shared text, 't' text, 'b' yes or no, 'e' an
                // error, 'd' a day
    size_t style;
    bool formula, calls, valued; // calls: another program
    struct str text;
};

struct sheet {
    struct workbook *workbook;
    struct str *ret;
    int row;    // that is read, from 1
    int lines;  // written, all but the one that is begun
    int column; // of the last cell in it
    int last;   // column that was read, filled or not
    size_t cells;
    struct cell cell;
    bool in_cell, aside;
};

static void refuse(struct xml *xml, const struct sheet *sheet, const char *sentence)
{
    autostr at = STR_INIT;
    char letters[8];
    size_t i = sizeof letters;
    letters[--i] = '\0';
    for (int c = sheet->last; c > 0 && i > 0; c = (c - 1) / LETTERS)
        letters[--i] = (char)('A' + (c - 1) % LETTERS);
    // In ASCII digits whatever the user reads: cells are called so.
    str_addf(&at, "%s%d", letters + i, sheet->row);
    err_set(&xml->err, STATUS_INVALID, "%s!%s!%s: %s", xml->file, sheet->workbook->sheet, at.buf,
            sentence);
    xml_stop(xml, STATUS_INVALID);
}

// «BC12» to its column; 0 when it is none.
static int column_of(const char *reference)
{
    int column = 0;
    for (; *reference >= 'A' && *reference <= 'Z' && column < 1 << 20; reference++)
        column = column * LETTERS + *reference - 'A' + 1;
    return column;
}

static char type_of(const char *word)
{
    static const struct {
        const char *word;
        char type;
    } types[] = {{"s", 's'}, {"str", 't'}, {"inlineStr", 't'}, {"b", 'b'}, {"e", 'e'}, {"d", 'd'}};
    for (size_t i = 0; word && i < sizeof types / sizeof *types; i++)
        if (strcmp(types[i].word, word) == 0)
            return types[i].type;
    return 'n';
}

static void start_row(struct xml *xml, struct sheet *sheet, const char **attributes)
{
    const char *number = xml_attribute(attributes, "r");
    const long row = number ? strtol(number, NULL, 10) : sheet->row + 1;
    sheet->last = 0;
    if (row <= sheet->row || row > ROWS_MAX) {
        refuse(xml, sheet, _("the rows are out of order; save the file once more"));
        return;
    }
    sheet->row = (int)row;
}

static void start_cell(struct xml *xml, struct sheet *sheet, const char **attributes)
{
    const char *reference = xml_attribute(attributes, "r");
    const char *style = xml_attribute(attributes, "s");
    struct cell *cell = &sheet->cell;
    const int column = reference ? column_of(reference) : sheet->last + 1;
    const bool ordered = column > sheet->last;
    sheet->last = column;
    if (!ordered || sheet->row == 0) {
        refuse(xml, sheet, _("the cells are out of order; save the file once more"));
        return;
    }
    str_reset(&cell->text);
    *cell = (struct cell){.column = column,
                          .type = type_of(xml_attribute(attributes, "t")),
                          .style = style ? strtoul(style, NULL, 10) : 0,
                          .text = cell->text};
    sheet->in_cell = true;
}

static void start(struct xml *xml, const char *name, const char **attributes)
{
    struct sheet *sheet = xml->data;
    if (xml_is(name, "row"))
        start_row(xml, sheet, attributes);
    else if (xml_is(name, "c"))
        start_cell(xml, sheet, attributes);
    else if (xml_is(name, "f"))
        sheet->cell.formula = true;
    sheet->aside |= xml_is(name, "rPh");
}

// «cmd|'/C calc'!A0» outside of quotes: what spreadsheets call a dynamic data exchange.
static bool calls_program(const char *formula)
{
    bool quoted = false, bar = false;
    for (; *formula; formula++) {
        quoted ^= *formula == '"';
        bar |= !quoted && *formula == '|';
        if (bar && !quoted && *formula == '!')
            return true;
    }
    return false;
}

// What is shown of the cell; a sentence where nothing can be.
static const char *show(const struct sheet *sheet, const struct cell *cell, struct str *ret)
{
    const struct workbook *w = sheet->workbook;
    static const struct format plain = {.before = "", .after = ""};
    const char *value = cell->text.buf;
    if (cell->calls)
        return _("the formula calls another program (DDE); put its value in its place");
    if (cell->formula && (!cell->valued || (cell->type == 'n' && !*value)))
        return _("the formula has no value yet; open the file in a spreadsheet and save it");
    if (cell->type == 'e')
        return _("the formula has come to an error, not to a value");
    if (cell->type == 's') {
        char *end = NULL;
        const size_t i = strtoul(value, &end, 10);
        if (end == value || i >= w->strings)
            return _("the text of the cell is missing; save the file once more");
        str_add(ret, w->string[i]);
    } else if (cell->type == 'b') {
        str_add(ret, *value == '1' ? "TRUE" : "FALSE");
    } else if (cell->type == 'd') {
        str_add_n(ret, value, strcspn(value, "T"));
    } else if (cell->type == 't' || !*value) {
        str_add(ret, value);
    } else if (!value_write(ret, value, cell->style < w->styles ? &w->style[cell->style] : &plain,
                            w->from_1904)) {
        return _("the number of the cell cannot be read");
    }
    return NULL;
}

// Line by line, with what breaks no row between: a row is a line.
static void clean_lines(const char *text, struct str *ret)
{
    while (*text) {
        const size_t n = strcspn(text, "\r\n");
        text_clean(text, n, ret, NULL);
        text += n;
        if (*text && ret->len)
            str_add_char(ret, '\v');
        text += strspn(text, "\r\n");
    }
    while (ret->len && ret->buf[ret->len - 1] == '\v')
        str_cut(ret, ret->len - 1);
}

static void end_cell(struct xml *xml, struct sheet *sheet)
{
    autostr shown = STR_INIT, clean = STR_INIT;
    const char *fault = show(sheet, &sheet->cell, &shown);
    sheet->in_cell = false;
    if (fault) {
        refuse(xml, sheet, fault);
        return;
    }
    clean_lines(shown.buf, &clean);
    if (!clean.len)
        return;
    // Many cells may name one long text.
    if (sheet->cell.column > COLUMNS_MAX || ++sheet->cells > CELLS_MAX ||
        sheet->ret->len + clean.len > PACKAGE_INFLATED_MAX) {
        refuse(xml, sheet, _("the sheet is larger than any table that is read"));
        return;
    }
    for (; sheet->lines < sheet->row - 1; sheet->lines++) {
        str_add(sheet->ret, "\t\n"); // a tab in any case: they part the cells
        sheet->column = 1;
    }
    for (; sheet->column < sheet->cell.column; sheet->column++)
        str_add_char(sheet->ret, '\t');
    tsv_write_cell(sheet->ret, clean.buf);
}

static void end(struct xml *xml, const char *name)
{
    struct sheet *sheet = xml->data;
    if (xml_is(name, "rPh"))
        sheet->aside = false;
    if (!sheet->in_cell)
        return;
    if (xml_is(name, "v") || (xml_is(name, "t") && !sheet->aside)) {
        sheet->cell.valued = true;
        str_add_n(&sheet->cell.text, xml->text.buf, xml->text.len);
    }
    if (xml_is(name, "f"))
        sheet->cell.calls |= calls_program(xml->text.buf);
    if (xml_is(name, "c"))
        end_cell(xml, sheet);
}

enum status sheet_read(struct workbook *workbook, struct str *ret, struct err *err)
{
    autostr text = STR_INIT;
    struct sheet sheet = {.workbook = workbook, .ret = ret, .column = 1, .cell.text = STR_INIT};
    const struct xml_reader reader = {start, end, &sheet};
    enum status status = package_read(&workbook->package, workbook->sheet_part, &text, err);
    if (status == STATUS_OK)
        status = xml_read(workbook->package.name, &text, &reader, err);
    str_add(ret, sheet.cells ? "\t\n" : "");
    str_done(&sheet.cell.text);
    return status;
}
