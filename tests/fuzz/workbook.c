// SPDX-License-Identifier: GPL-3.0-or-later
// A workbook: any bytes for a file, and any bytes for the XML of its sheet. What is read is a table
// whose cells are clean; what is refused is refused in words.
#include "fuzz.h"

#include "../workbook.h"

#include "orjon/base/text.h"
#include "orjon/base/tsv.h"
#include "orjon/exchange/table.h"

static void check_table(const struct str *text)
{
    struct tsv tsv;
    tsv_open(&tsv, text->buf, text->len);
    while (tsv_next(&tsv))
        for (size_t i = 0; i < tsv.count && i < TSV_CELLS_MAX; i++) {
            autostr clean = STR_INIT;
            require(text_clean(tsv.cell[i].s, tsv.cell[i].n, &clean, NULL) == STATUS_OK);
            require(clean.len <= tsv.cell[i].n);
        }
    require(!tsv.fault);
    tsv_done(&tsv);
}

static void check(const struct str *bytes)
{
    autostr text = STR_INIT, sheet = STR_INIT, rest = STR_INIT;
    struct err err = {0};
    const enum status status = workbook_read("f.xlsx", NULL, bytes, &text, &sheet, &rest, &err);
    require(!status == !*err.text);
    if (status == STATUS_OK)
        check_table(&text);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n)
{
    autostr raw = STR_INIT, made = STR_INIT;
    str_add_n(&raw, (const char *)data, n);
    check(&raw);
    workbook_make(n ? raw.buf : " ", n, &made);
    check(&made);
    return 0;
}
