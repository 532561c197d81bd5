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

enum {
    XLSX_POINT = 353,       // thousandths of a millimetre
    XLSX_BREAKS_MAX = 1000, // Excel takes 1023
};

struct sheet {
    struct xlsx_book *book;
    lxw_worksheet *worksheet;
    const struct printed_table *table; // whose columns the sheet has; NULL if there is none
    int width[TABLE_COLUMNS_MAX];
    size_t columns;
    size_t part;
    lxw_row_t row;                       // the next that is free
    double height;                       // of those above it, in points
    double head;                         // of the headings that are repeated
    bool headed;                         // there are some
    double page_height, tallest;         // of the page in hand, of all pages
    lxw_row_t page[XLSX_BREAKS_MAX + 1]; // rows that begin one; ends with 0
    size_t pages;
};

// Keeps the first error of the library.
void xlsx_note(struct sheet *s, lxw_error error);
// Head and foot of its pages.
void xlsx_page(struct sheet *s);
// How large it is printed, when all is on it, and where its pages break.
void xlsx_scale(struct sheet *s);

// Puts the blocks first to end on a sheet of their own; all tables among them have the same
// columns.
void xlsx_sheet(struct xlsx_book *book, size_t first, size_t end);

// A name for the sheet of those blocks that no other sheet has.
void xlsx_name(struct xlsx_book *book, size_t first, size_t end, struct str *ret);
