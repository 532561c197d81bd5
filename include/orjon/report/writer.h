// SPDX-License-Identifier: GPL-3.0-or-later
// The list of formats that a paper can be written in.
#pragma once

#include "orjon/base/error.h"
#include "orjon/base/str.h"
#include "orjon/report/paper.h"

// All false is what most readers want.
struct writer_options {
    bool ascii;      // text: rules of + - |
    bool no_feed;    // text: an empty line instead of a form feed between pages
    bool bom;        // csv: a byte order mark, without which Excel misreads Bengali
    bool with_text;  // csv: lines of text too, as records of one field; else tables only
    bool as_printed; // csv: cells as printed; else typed values with ASCII digits and ISO dates
    bool no_shading; // not text, csv: no grey behind headings, for a dot-matrix printer
    bool legal;      // pdf: pages of Legal size, else A4
    bool as_text;    // pdf: the pages of text, in their columns, rather than a set paper
};

// Appends the paper, in the format, to ret.
typedef enum status writer_function(const struct paper *paper, const struct writer_options *options,
                                    struct str *ret, struct err *err);

struct writer {
    const char *name;       // «text»
    const char *extension;  // «txt»
    bool binary;            // must not be put on a terminal
    const char *package;    // that holds the library it is built with; NULL if it needs none
    writer_function *write; // NULL in a build without that library
};

extern const struct writer writers[]; // ends with one whose name is NULL

// NULL if there is none of that name.
const struct writer *writer_find(const char *name);

// The ending of a file's name, without its point; "" where it has none. What begins with a digit or
// is Bengali is none: «2023.q1», «১.১».
const char *writer_ending(const char *path);
// The one that a file's name asks for by its ending, in letters of either size; NULL for no ending
// and for that of no format.
const struct writer *writer_of_path(const char *path);

// USAGE for an option that means nothing in that format, naming the option of the command.
enum status writer_takes(const struct writer *writer, const struct writer_options *options,
                         struct err *err);

// Writes the paper; FAILED, with the package to install, where this build cannot.
enum status writer_write(const struct writer *writer, const struct paper *paper,
                         const struct writer_options *options, struct str *ret, struct err *err);

writer_function write_text, write_csv, write_html;
writer_function write_pdf, write_docx,
    write_xlsx; // each loads its module; only in a build that has it
