// SPDX-License-Identifier: GPL-3.0-or-later
// The xlsx writer, in parts: value.c typed cells and their formats, sheet.c one sheet,
// write.c the workbook. Only these files see libxlsxwriter.
#pragma once

#include "layout/printed.h"

#include "orjon/report/writer.h"

#include <xlsxwriter.h>

enum { XLSX_FORMAT_MAX = 128 };

// How a cell looks.
struct xlsx_look {
    enum align align;
    bool bold, large, border, shaded, middle;
    int size;                     // of the type, thousandths of a point
    char format[XLSX_FORMAT_MAX]; // of a number or a date; "" for text
};

struct xlsx_book {
    const struct paper *paper;
    const struct writer_options *options;
    lxw_workbook *workbook;
    struct {
        struct xlsx_look look;
        lxw_format *format;
    } * formats; // every look that was asked for
    size_t count, cap;
    struct printed printed;
    lxw_error error; // the first there was
};

// The library's format of that look.
lxw_format *xlsx_format(struct xlsx_book *book, const struct xlsx_look *look);

// The value of a cell that a spreadsheet can hold as a number and show just as it is printed; its
// number format is put in format. False where it must stay text.
bool xlsx_value(const struct cell *cell, char format[XLSX_FORMAT_MAX], double *ret);

// Puts the blocks first to end on a sheet of their own; all tables among them have the same
// columns.
void xlsx_sheet(struct xlsx_book *book, size_t first, size_t end);

// A name for the sheet of those blocks that no other sheet has.
void xlsx_name(struct xlsx_book *book, size_t first, size_t end, struct str *ret);
