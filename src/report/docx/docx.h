// SPDX-License-Identifier: GPL-3.0-or-later
// The docx writer, in parts: text.c what runs hold, table.c tables, body.c blocks,
// page.c what stands on every page, write.c the package.
#pragma once

#include "layout/measure.h"

#include "orjon/report/writer.h"

struct docx {
    const struct paper *paper;
    const struct writer_options *options;
    struct str *ret;
    int width, height; // of a page without its margins
};

#define DOCX_HEAD "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
#define DOCX_SPACES                                                                                \
    "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" "                    \
    "xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\" "             \
    "xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\" "                    \
    "xmlns:w15=\"http://schemas.microsoft.com/office/word/2012/wordml\""

// Twentieths of a point, in which the format counts, of thousandths of a millimetre.
static inline int docx_twips(int length)
{
    return (int)((int64_t)length * 1440 / 25400);
}

// Appends text, escaped.
void docx_escape(struct str *ret, const char *text);
// Appends a run; newlines break the line. whole: nothing but they may.
void docx_run(struct str *ret, const char *text, bool bold, bool whole);

// A paragraph with its runs between them. style may be NULL.
struct docx_style {
    const char *name;
    enum align align;
    bool keep;         // with the next paragraph
    const char *extra; // further properties, may be NULL
};
void docx_open(struct str *ret, const struct docx_style *style);
void docx_close(struct str *ret);
void docx_paragraph(struct str *ret, const struct docx_style *style, const char *text, bool bold);

// last: its last row stays with what follows.
void docx_table(const struct docx *docx, const struct table *table, bool last);
void docx_blocks(const struct docx *docx);
void docx_header(const struct docx *docx);
void docx_footer(const struct docx *docx);
