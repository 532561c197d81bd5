// SPDX-License-Identifier: GPL-3.0-or-later
// Tables as other programs keep them, made into text that tsv_open reads.
#pragma once

#include "orjon/base/error.h"
#include "orjon/base/str.h"

// Appends the table in the bytes of a file to ret: text as it is; of a workbook (.xlsx) one sheet,
// its first where sheet is NULL, each row in the line of its own number, with a vertical tab for
// a line break within a cell. *ret_name is appended what
// messages call the table: «figures.xlsx!Sheet1», and *ret_rest the other sheets that nobody asked
// for. name is the file's.
//
// Of a workbook the cells' values are taken: of a formula what it last came to, of a number with a
// format what is shown of it: dates as 16/03/2024, «44%» for 0.44. Nothing in it is run and no link
// is followed. INVALID, naming sheet and cell where there is one: a formula that was never worked
// out or calls another program, an error, entities, a broken or encrypted or overgrown file.
enum status exchange_read_table(const char *name, const char *sheet, const struct str *bytes,
                                struct str *ret, struct str *ret_name, struct str *ret_rest,
                                struct err *err);

// What a module reads a workbook with; the sheet's name is appended to ret_sheet, the others' to
// ret_rest.
typedef enum status exchange_reader(const char *name, const char *sheet, const struct str *bytes,
                                    struct str *ret, struct str *ret_sheet, struct str *ret_rest,
                                    struct err *err);
exchange_reader workbook_read;
