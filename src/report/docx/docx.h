// SPDX-License-Identifier: GPL-3.0-or-later
// The docx writer, in parts: text.c what runs hold, table.c tables, body.c blocks, section.c the
// parts of the paper, page.c what stands on every page, write.c the package.
#pragma once

#include "layout/measure.h"

#include "orjon/report/writer.h"

// A part of the paper is a section of the document: it has a foot of its own.
struct docx_section {
    size_t from, to; // blocks
    const char *footer;
    int page; // that it starts on, as far as can be told
};

struct docx {
    const struct paper *paper;
    const struct writer_options *options;
    struct str *ret;
    int width, height; // of a page without its margins
    struct docx_section *section;
    size_t sections;
};

// Numbers of the package's parts, by which the document knows them: header, first footer.
enum { DOCX_HEADER = 8, DOCX_FOOTERS };

#define DOCX_HEAD "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
#define DOCX_SPACES                                                                                \
    "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" "                    \
    "xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\" "             \
    "xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\" "                    \
    "xmlns:v=\"urn:schemas-microsoft-com:vml\" "                                                   \
    "xmlns:o=\"urn:schemas-microsoft-com:office:office\" "                                         \
    "xmlns:w15=\"http://schemas.microsoft.com/office/word/2012/wordml\""

// Twentieths of a point, in which the format counts, of thousandths of a millimetre.
static inline int docx_twips(int length)
{
    return (int)((int64_t)length * 1440 / 25400);
}

// The distance of lines of that size in twips. It is set, not left to the font: Nikosh, Noto Serif
// and Noto Sans Bengali ask for quite different ones, and pages would end elsewhere in each.
static inline int docx_line(int half_points)
{
    return half_points * 10 * MEASURE_LEADING / 100;
}

// Appends text, escaped.
void docx_escape(struct str *ret, const char *text);
// Appends a run; newlines break the line. whole: nothing but they may.
void docx_run(struct str *ret, const char *text, bool bold, bool whole);
// Appends a field that Word works out, and what it shows until then, if anything.
void docx_field(struct str *ret, const char *code, const char *shown);

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

// Takes the paper apart into sections, at least one; the caller frees them.
void docx_find_sections(struct docx *docx);
// The section at a block; the last one behind the paper's end.
size_t docx_section_at(const struct docx *docx, size_t block);
// The properties of a section, with which it ends.
void docx_section_end(const struct docx *docx, size_t section);

void docx_header(const struct docx *docx);
void docx_footer(const struct docx *docx, const struct docx_section *section);
