// SPDX-License-Identifier: GPL-3.0-or-later
// The html writer: one page that needs nothing else, with a style for paper.
#include "web.h"

#include "layout/stays.h"

#include <string.h>

static const char style[] =
    "body{font:11pt/1.35 Nikosh,'Noto Serif Bengali',Mukti,serif;margin:1em auto;"
    "max-width:75em;padding:0 1em}\n"
    "p{margin:.2em 0;white-space:pre-line}\n"
    ".centre{text-align:center}.right{text-align:right}.bold{font-weight:bold}\n"
    ".keep{break-after:avoid}\n"
    ".pair{display:flex;flex-wrap:wrap;justify-content:space-between;gap:0 2em;"
    "white-space:pre-line}\n"
    ".scroll{overflow-x:auto;margin:.4em 0}\n"
    "table{border-collapse:collapse;width:100%}\n"
    "th,td{border:1px solid #000;padding:.15em .3em;vertical-align:top;white-space:pre-line}\n"
    ".hand td{height:7mm}\n"
    "thead th{vertical-align:middle;text-align:center}\n"
    "tr{break-inside:avoid}.section{break-after:avoid}.section td{font-weight:bold}\n"
    ".sub{break-before:avoid}.whole{white-space:pre}\n"
    ".signature{break-inside:avoid;break-before:avoid;width:fit-content;min-width:16em;"
    "max-width:100%;margin:0 1em 0 auto;text-align:center;white-space:pre-line}\n"
    ".copies{list-style:none;padding:0;margin:.4em 0;break-inside:avoid}\n"
    // Over the text, for it shines through, and cells have grounds of their own.
    ".mark{position:fixed;inset:0;margin:0;display:flex;align-items:center;"
    "justify-content:center;font-weight:bold;line-height:1.2;white-space:nowrap;"
    "color:rgba(0,0,0,.12);transform:rotate(-25deg);pointer-events:none}\n"
    ".large{font-size:2em}.contents{list-style:none;padding:0}\n"
    ".break{break-after:page}.part{break-before:page}.foot{display:none}\n"
    "@media(max-width:40em){body{font-size:10pt;padding:0 .3em}.large{font-size:1.4em}"
    ".scroll table{min-width:var(--least)}}\n";

static const char print_style[] =
    "@media print{body{font-size:9pt;margin:0;padding:0;max-width:none}"
    ".scroll{overflow:visible;margin:0;padding-right:1px}thead{display:table-header-group}"
    "tfoot.foot{display:table-footer-group}p.foot{display:block}"
    ".foot td{border:0;padding:.3em 0}}\n";

static void add_element(struct str *ret, const char *open, const char *text, const char *close)
{
    str_add(ret, open);
    web_escape(ret, text);
    str_add(ret, close);
}

static void add_meta(struct str *ret, const char *name, const char *content)
{
    if (!*content)
        return;
    str_addf(ret, "<meta name=\"%s\" content=\"", name);
    add_element(ret, "", content, "\">\n");
}

// Large, but within the window or the page.
static void add_mark(struct str *ret, const char *mark)
{
    enum { LARGEST = 20, WHOLE = 110 }; // hundredths of the width: of a letter, of all
    int columns = text_columns(mark, strlen(mark));
    int size = WHOLE / (columns > 0 ? columns : 1);
    str_addf(ret, "<p class=\"mark\" style=\"font-size:%dvw\">",
             size < LARGEST ? size + 1 : LARGEST);
    add_element(ret, "", mark, "</p>\n");
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
    str_addf(ret, "@page{size:A4 %s;margin:12mm 10mm 12mm 20mm}\n%s</style>\n</head>\n<body>\n",
             settings->landscape ? "landscape" : "portrait", print_style);
}

// A mark that all parts have lies across the screen; else each part begins with its own.
static bool is_marked_whole(const struct paper *paper)
{
    for (size_t i = 0; i < paper->blocks; i++)
        if (paper->block[i].kind == BLOCK_PART &&
            strcmp(paper_settings_at(paper, i)->mark, paper->settings.mark) != 0)
            return false;
    return true;
}

static void add_part(struct str *ret, const struct paper *paper, size_t i)
{
    const char *mark = is_marked_whole(paper) ? "" : paper_settings_at(paper, i)->mark;
    str_addf(ret, "<div%s id=\"part-%zu\"></div>\n", i ? " class=\"part\"" : "", i);
    if (*mark)
        add_element(ret, "<p class=\"line centre bold\">", mark, "</p>\n");
}

static void add_line(struct str *ret, const struct line *line, bool keep)
{
    str_addf(ret, "<p class=\"line%s%s%s%s\">", web_align(line->align), line->bold ? " bold" : "",
             line->large ? " large" : "", keep ? " keep" : "");
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

// The foot of the part at block i: of a part with tables, in these, which print it on every page.
static const char *foot_of(const struct paper *paper, size_t i)
{
    while (i > 0 && paper->block[i].kind != BLOCK_PART)
        i--;
    const struct block *block = &paper->block[i];
    return block->kind == BLOCK_PART ? block->right : paper->settings.footer;
}

static bool has_table(const struct paper *paper, size_t from, size_t to)
{
    for (size_t i = from; i < to; i++)
        if (paper->block[i].kind == BLOCK_TABLE)
            return true;
    return false;
}

static bool ends_part(const struct paper *paper, size_t i)
{
    return i + 1 == paper->blocks || paper->block[i + 1].kind == BLOCK_PART;
}

static void add_block(struct str *ret, const struct paper *paper, size_t i)
{
    const struct block *block = &paper->block[i];
    const bool keep = block_stays(paper, i);
    const char *keeps = keep ? " keep" : "";
    switch (block->kind) {
    case BLOCK_LINE:
        add_line(ret, &block->line, keep);
        break;
    case BLOCK_PAIR:
        str_addf(ret, "<div class=\"pair%s\">", keeps);
        add_element(ret, "<span>", block->line.text, "</span>");
        add_element(ret, "<span>", block->right, "</span></div>\n");
        break;
    case BLOCK_SPACE:
        str_addf(ret, "<div class=\"space%s\" style=\"height:%dem\"></div>\n", keeps, block->count);
        break;
    case BLOCK_BREAK:
        str_add(ret, "<div class=\"break\"></div>\n");
        break;
    case BLOCK_PART:
        add_part(ret, paper, i);
        break;
    case BLOCK_CONTENTS:
        add_contents(ret, paper, i);
        break;
    case BLOCK_TABLE:
        web_table(ret, block->table, foot_of(paper, i), keep);
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
    if (*paper->settings.mark && is_marked_whole(paper))
        add_mark(ret, paper->settings.mark);
    for (size_t i = 0, from = 0; i < paper->blocks; i++) {
        add_block(ret, paper, i);
        if (!ends_part(paper, i))
            continue;
        if (!has_table(paper, from, i + 1) && *foot_of(paper, i))
            add_element(ret, "<p class=\"foot\">", foot_of(paper, i), "</p>\n");
        from = i + 1;
    }
    str_add(ret, "</body>\n</html>\n");
    return STATUS_OK;
}
