// SPDX-License-Identifier: GPL-3.0-or-later
// The html writer: one page that needs nothing else, with a style for paper.
#include "orjon/report/writer.h"

#include <string.h>

static const char style[] =
    "body{font:11pt/1.35 Nikosh,'Noto Serif Bengali',Mukti,serif;margin:1em auto;"
    "max-width:75em;padding:0 1em}\n"
    "p{margin:.2em 0;white-space:pre-line}\n"
    ".centre{text-align:center}.right{text-align:right}.bold{font-weight:bold}\n"
    ".keep{break-after:avoid}\n"
    ".pair{display:flex;justify-content:space-between;gap:2em;white-space:pre-line}\n"
    "table{border-collapse:collapse;width:100%;margin:.4em 0}\n"
    "th,td{border:1px solid #000;padding:.15em .3em;vertical-align:top;white-space:pre-line}\n"
    "thead{display:table-header-group}thead th{vertical-align:middle;text-align:center}\n"
    "tr{break-inside:avoid}.section{break-after:avoid}.section td{font-weight:bold}\n"
    ".sub{break-before:avoid}.whole{white-space:pre}\n"
    ".signature{break-inside:avoid;break-before:avoid;width:fit-content;min-width:16em;"
    "margin:0 1em 0 auto;text-align:center;white-space:pre-line}\n"
    ".copies{list-style:none;padding:0;margin:.4em 0;break-inside:avoid}\n"
    ".mark{text-align:center;font-weight:bold}\n"
    ".large{font-size:2em}.contents{list-style:none;padding:0}\n"
    ".break{break-after:page}.part{break-before:page}\n";

static void add_escaped(struct str *ret, const char *text)
{
    for (size_t n; *text; text += n) {
        n = strcspn(text, "&<>\"'");
        str_add_n(ret, text, n);
        if (!text[n])
            return;
        str_addf(ret, "&#%d;", text[n]);
        n++;
    }
}

static void add_element(struct str *ret, const char *open, const char *text, const char *close)
{
    str_add(ret, open);
    add_escaped(ret, text);
    str_add(ret, close);
}

static void add_meta(struct str *ret, const char *name, const char *content)
{
    if (!*content)
        return;
    str_addf(ret, "<meta name=\"%s\" content=\"", name);
    add_element(ret, "", content, "\">\n");
}

static void add_head(struct str *ret, const struct paper_settings *settings, bool shading)
{
    str_addf(ret,
             "<!DOCTYPE html>\n<html lang=\"%s\">\n<head>\n<meta charset=\"utf-8\">\n"
             "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; "
             "style-src 'unsafe-inline'\">\n"
             "<meta name=\"viewport\" content=\"width=device-width\">\n",
             language_code(settings->language));
    add_element(ret, "<title>", settings->title, "</title>\n");
    add_meta(ret, "author", settings->author);
    add_meta(ret, "description", settings->subject);
    str_addf(ret, "<style>\n%s%s", style, shading ? "thead th{background:#eee}\n" : "");
    str_addf(
        ret,
        "@page{size:A4 %s;margin:12mm 10mm 12mm 20mm}\n"
        "@media print{body{font-size:9pt;margin:0;padding:0;max-width:none}"
        ".mark{position:fixed;top:7cm;left:0;right:0;font-size:60pt;color:transparent;"
        "-webkit-text-stroke:.5px #999;transform:rotate(-25deg)}}\n</style>\n</head>\n<body>\n",
        settings->landscape ? "landscape" : "portrait");
    if (*settings->mark)
        add_element(ret, "<p class=\"mark\">", settings->mark, "</p>\n");
}

static const char *align_class(enum align align)
{
    return align == ALIGN_CENTRE ? " centre" : align == ALIGN_RIGHT ? " right" : "";
}

// A word too long for any column would take the page from the others: it may be cut here and there.
static void add_word(struct str *ret, const char *word, size_t n)
{
    enum { LONG = 120, SYLLABLES = 12 }; // bytes that are left whole; between two places to cut
    autostr piece = STR_INIT;
    size_t syllables = 0;
    for (size_t at = 0, next; at < n; at = next) {
        next = n > LONG ? text_next(word, n, at) : n;
        str_reset(&piece);
        str_add_n(&piece, word + at, next - at);
        add_escaped(ret, piece.buf);
        if (next < n && ++syllables % SYLLABLES == 0)
            str_add(ret, "<wbr>");
    }
}

static void add_words(struct str *ret, const char *text)
{
    for (size_t n; *text; text += n) {
        n = strcspn(text, " \n");
        add_word(ret, text, n);
        size_t blanks = strspn(text + n, " \n");
        str_add_n(ret, text + n, blanks);
        n += blanks;
    }
}

static void add_span(struct str *ret, const char *what, size_t span)
{
    if (span > 1)
        str_addf(ret, " %s=\"%zu\"", what, span);
}

static void add_cell(struct str *ret, const struct table *table, const struct row *rows,
                     size_t count, size_t r, size_t c)
{
    const struct cell *cell = &rows[r].cell[c];
    if (cell->above || cell->covered)
        return;
    bool heading = rows[r].kind == ROW_HEADING;
    const char *tag = heading ? "th" : "td";
    str_addf(ret, "<%s", tag);
    if (!heading) {
        const char *whole = cell->kind == CELL_TEXT ? "" : " whole";
        const char *bold = cell->bold && rows[r].kind == ROW_PLAIN ? " bold" : "";
        const char *align = align_class(table_align(table, &rows[r], c));
        str_addf(ret, " class=\"cell%s%s%s\"", align, whole, bold);
    }
    add_span(ret, "colspan", row_span(&rows[r], c));
    add_span(ret, "rowspan", rows_span(rows, count, r, c));
    str_add_char(ret, '>');
    add_words(ret, cell->text);
    str_addf(ret, "</%s>", tag);
}

static void add_rows(struct str *ret, const struct table *table, const struct row *rows,
                     size_t count)
{
    for (size_t r = 0; r < count; r++) {
        const char *class = rows[r].kind == ROW_SECTION ? " class=\"section\""
                            : rows[r].subrow            ? " class=\"sub\""
                                                        : "";
        str_addf(ret, "<tr%s>", class);
        for (size_t c = 0; c < table->columns; c++)
            add_cell(ret, table, rows, count, r, c);
        str_add(ret, "</tr>\n");
    }
}

static void add_table(struct str *ret, const struct table *table)
{
    if (!table->columns)
        return;
    struct arena arena = {0};
    size_t count = 0;
    const struct row *head = table_head(table, &arena, &count);
    str_add(ret, "<table>\n");
    if (count) {
        str_add(ret, "<thead>\n");
        add_rows(ret, table, head, count);
        str_add(ret, "</thead>\n");
    }
    str_add(ret, "<tbody>\n");
    add_rows(ret, table, table->row, table->rows);
    str_add(ret, "</tbody>\n</table>\n");
    arena_done(&arena);
}

static void add_line(struct str *ret, const struct line *line, bool before_table)
{
    str_addf(ret, "<p class=\"line%s%s%s%s\">", align_class(line->align), line->bold ? " bold" : "",
             line->large ? " large" : "", line->keep || before_table ? " keep" : "");
    add_element(ret, "", *line->text ? line->text : "\u00A0", "</p>\n");
}

static void add_copies(struct str *ret, const struct block *block, enum digits digits)
{
    str_add(ret, "<ol class=\"copies\">\n");
    for (size_t i = 0; i < block->items; i++) {
        autostr ascii = STR_INIT;
        str_addf(&ascii, "%0*zu", block->count, i + 1);
        str_add(ret, "<li>");
        text_digits(ret, ascii.buf, ascii.len, digits);
        add_element(ret, "। ", block->item[i], "</li>\n");
    }
    str_add(ret, "</ol>\n");
}

static void add_contents(struct str *ret, const struct paper *paper, size_t i)
{
    str_add(ret, "<ul class=\"contents\">\n");
    while (++i < paper->blocks) {
        if (paper->block[i].kind != BLOCK_PART)
            continue;
        str_addf(ret, "<li><a href=\"#part-%zu\">", i);
        add_element(ret, "", paper->block[i].line.text, "</a></li>\n");
    }
    str_add(ret, "</ul>\n");
}

static void add_block(struct str *ret, const struct paper *paper, size_t i)
{
    const struct block *block = &paper->block[i];
    bool before_table = i + 1 < paper->blocks && paper->block[i + 1].kind == BLOCK_TABLE;
    switch (block->kind) {
    case BLOCK_LINE:
        add_line(ret, &block->line, before_table);
        break;
    case BLOCK_PAIR:
        add_element(ret, "<div class=\"pair\"><span>", block->line.text, "</span>");
        add_element(ret, "<span>", block->right, "</span></div>\n");
        break;
    case BLOCK_SPACE:
        str_addf(ret, "<div style=\"height:%dem\"></div>\n", block->count);
        break;
    case BLOCK_BREAK:
        str_add(ret, "<div class=\"break\"></div>\n");
        break;
    case BLOCK_PART:
        str_addf(ret, "<div%s id=\"part-%zu\"></div>\n", i ? " class=\"part\"" : "", i);
        break;
    case BLOCK_CONTENTS:
        add_contents(ret, paper, i);
        break;
    case BLOCK_TABLE:
        add_table(ret, block->table);
        break;
    case BLOCK_SIGNATURE:
        str_addf(ret, "<div class=\"signature\" style=\"padding-top:%dem\">", block->count);
        add_element(ret, "", block->line.text, "</div>\n");
        break;
    case BLOCK_COPIES:
        add_copies(ret, block, paper->settings.digits);
        break;
    }
}

enum status write_html(const struct paper *paper, const struct writer_options *options,
                       struct str *ret, struct err *err)
{
    (void)err;
    add_head(ret, &paper->settings, !options->no_shading);
    for (size_t i = 0; i < paper->blocks; i++)
        add_block(ret, paper, i);
    str_add(ret, "</body>\n</html>\n");
    return STATUS_OK;
}
