// SPDX-License-Identifier: GPL-3.0-or-later
// The docx writer, in parts: text.c what runs hold, table.c tables, body.c blocks, section.c the
// parts of the paper, page.c what stands on every page, write.c the package.
#pragma once

#include "layout/printed.h"

#include "orjon/report/writer.h"

enum {
    DOCX_POINT = 353,   // a 72nd of an inch
    DOCX_LEADING = 131, // from line to line, percent of the size of the type: as in the pdf
};

struct docx {
    const struct paper *paper;
    const struct writer_options *options;
    struct printed printed; // its parts are the sections of the document
    struct str *ret;
};

// Number of the package's part with the header of the first section, by which the document knows
// it; then comes its footer, then what the next section has.
enum { DOCX_PAGES = 8 };

#define DOCX_HEAD "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
#define DOCX_SPACES                                                                                \
    "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" "                    \
    "xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\" "             \
    "xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\" "                    \
    "xmlns:v=\"urn:schemas-microsoft-com:vml\" "                                                   \
    "xmlns:o=\"urn:schemas-microsoft-com:office:office\" "                                         \
    "xmlns:w15=\"http://schemas.microsoft.com/office/word/2012/wordml\""

// The part that a block belongs to.
static inline const struct printed_part *docx_part(const struct docx *docx, size_t block)
{
    return &docx->printed.part[docx->printed.block[block].part];
}

// Half points, in which it counts the sizes of type, of thousandths of a point.
static inline int docx_size(int size)
{
    return size / 500;
}

// Twentieths of a point, in which the format counts, of thousandths of a millimetre.
static inline int docx_twips(int length)
{
    return (int)((int64_t)length * 1440 / 25400);
}

// The distance of lines of that size in twips. It is set, not left to the font: Nikosh, Noto Serif
// and Noto Sans Bengali ask for quite different ones, and pages would end elsewhere in each.
static inline int docx_line(int half_points)
{
    return half_points * 10 * DOCX_LEADING / 100;
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

// The table of block i. last: its last row stays with what follows.
void docx_table(const struct docx *docx, size_t i, bool last);
void docx_blocks(const struct docx *docx);

// The text of a paragraph of the part at block i, in the style for its size.
const char *docx_text_style(const struct docx *docx, size_t i);
// The properties of a section, with which it ends.
void docx_section_end(const struct docx *docx, size_t part);
// What stands at the foot of its pages.
const char *docx_section_foot(const struct docx *docx, size_t part);

void docx_header(const struct docx *docx, size_t part);
void docx_footer(const struct docx *docx, size_t part);
