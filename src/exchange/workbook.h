// SPDX-License-Identifier: GPL-3.0-or-later
// What the parts of a workbook share while one sheet of it is read.
#pragma once

#include "package.h"

#include "orjon/base/mem.h"

// A number format as far as it changes what stands in a cell.
struct format {
    bool date, percent;
    int whole, decimals;        // digits that are always shown
    const char *before, *after; // what is shown around the number; never NULL
};

struct workbook {
    struct package package;
    bool from_1904;                 // days count from 1904, as old Macintoshes did
    const char *sheet, *sheet_part; // that is read
    const char **string;            // shared, by index
    size_t strings, strings_cap;
    struct format *style; // of cells, by index
    size_t styles;
    struct arena texts;
};

// Finds the sheet (NULL: the first, and the others are named in ret_rest) and reads what its cells
// refer to.
enum status workbook_open(const char *name, const char *sheet, const struct str *bytes,
                          struct workbook *ret, struct str *ret_rest, struct err *err);
void workbook_close(struct workbook *workbook);

// Reads the part of cell styles; leaves none when there is no such part.
enum status styles_read(struct workbook *workbook, const char *part, struct err *err);

// Appends what is shown of a number, as the file has it («0.44», «4.5E-2»), in that format; false
// when it is no number.
bool value_write(struct str *ret, const char *number, const struct format *format, bool from_1904);

// Appends the rows of the sheet, one line each, as tsv_open reads them.
enum status sheet_read(struct workbook *workbook, struct str *ret, struct err *err);
