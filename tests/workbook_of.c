// SPDX-License-Identifier: GPL-3.0-or-later
// A table as a workbook, for the tests of commands: workbook_of TABLE WORKBOOK. A cell that begins
// with «=» is a formula with what stands behind a blank as its value: «=A1+1 5».
#include "workbook.h"

#include "orjon/base/file.h"
#include "orjon/base/tsv.h"

#include <stdio.h>

static void put_text(struct str *ret, const char *s, size_t n)
{
    for (size_t i = 0; i < n; i++)
        if (s[i] == '&' || s[i] == '<')
            str_addf(ret, "&#%d;", s[i]);
        else
            str_add_char(ret, s[i]);
}

static void put_cell(struct str *ret, struct tsv_cell cell)
{
    const char *value = cell.n && *cell.s == '=' ? memchr(cell.s, ' ', cell.n) : NULL;
    if (cell.n && *cell.s == '=') {
        const size_t n = value ? (size_t)(value - cell.s) : cell.n;
        str_add(ret, "<c><f>");
        put_text(ret, cell.s + 1, n - 1);
        str_addf(ret, "</f><v>%.*s</v></c>", value ? (int)(cell.n - n - 1) : 0,
                 value ? value + 1 : "");
        return;
    }
    str_add(ret, "<c t='inlineStr'><is><t>");
    put_text(ret, cell.s, cell.n);
    str_add(ret, "</t></is></c>");
}

int main(int argc, char **argv)
{
    autostr table = STR_INIT, rows = STR_INIT, xml = STR_INIT, bytes = STR_INIT;
    struct err err = {0};
    autotsv tsv;
    if (argc != 3 || file_read(argv[1], &table, &err)) {
        fprintf(stderr, "workbook_of TABLE WORKBOOK: %s\n", err.text);
        return 2;
    }
    tsv_open(&tsv, table.buf, table.len);
    while (tsv_next(&tsv)) {
        str_addf(&rows, "<row r='%zu'>", tsv.line);
        for (size_t i = 0; i < tsv.count && i < TSV_CELLS_MAX; i++)
            put_cell(&rows, tsv.cell[i]);
        str_add(&rows, "</row>");
    }
    str_addf(&xml, WORKBOOK_ROWS("%s"), rows.buf);
    workbook_make(xml.buf, xml.len, &bytes);
    return file_write(argv[2], bytes.buf, bytes.len, true, &err) ? 1 : 0;
}
