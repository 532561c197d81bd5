// SPDX-License-Identifier: GPL-3.0-or-later
// Text of a docx.
#include "docx.h"

#include <string.h>

void docx_escape(struct str *ret, const char *text)
{
    for (size_t n; *text; text += n) {
        n = strcspn(text, "&<>\"'");
        str_add_n(ret, text, n);
        if (!text[n])
            return;
        str_addf(ret, "&#%d;", text[n++]);
    }
}

static void flush(struct str *ret, struct str *plain, const char *then)
{
    if (plain->len) {
        str_add(ret, "<w:t xml:space=\"preserve\">");
        docx_escape(ret, plain->buf);
        str_add(ret, "</w:t>");
    }
    str_add(ret, then);
    str_reset(plain);
}

static bool is_bengali(const char *s)
{
    return (unsigned char)s[0] == 0xE0 && ((unsigned char)s[1] & 0xFE) == 0xA6; // U+0980 … U+09FF
}

static bool is_digit(const char *s)
{
    return (*s >= '0' && *s <= '9') || (is_bengali(s) && (unsigned char)s[1] == 0xA7 &&
                                        (unsigned char)s[2] >= 0xA6 && (unsigned char)s[2] <= 0xAF);
}

static bool is_letter(const char *s)
{
    return (*s >= 'A' && *s <= 'Z') || (*s >= 'a' && *s <= 'z') || (is_bengali(s) && !is_digit(s));
}

// A piece of text that no line ends in: with blanks that programs do not break at, nor at the
// hyphen of a year.
static void add_piece(struct str *ret, struct str *plain, const char *piece, size_t n)
{
    for (size_t i = 0; i < n; i++)
        if (piece[i] == '-' && i + 1 < n && is_digit(piece + i + 1))
            flush(ret, plain, "<w:noBreakHyphen/>");
        else
            str_add_n(plain, piece[i] == ' ' ? "\u00A0" : piece + i, piece[i] == ' ' ? 2 : 1);
}

static struct text_piece piece_at(const char *text, size_t n, size_t at, bool whole)
{
    if (!whole)
        return text_piece_at(text, n, at);
    size_t end = at + strcspn(text + at, "\n");
    return (struct text_piece){.end = end, .after = end + (end < n), .newline = end < n};
}

void docx_run(struct str *ret, const char *text, bool bold, bool whole)
{
    const size_t n = strlen(text);
    autostr plain = STR_INIT;
    if (!n)
        return;
    str_add(ret, bold ? "<w:r><w:rPr><w:b/><w:bCs/></w:rPr>" : "<w:r>");
    for (size_t at = 0; at < n;) {
        const struct text_piece piece = piece_at(text, n, at, whole);
        add_piece(ret, &plain, text + at, piece.end - at);
        if (piece.newline)
            flush(ret, &plain, "<w:br/>");
        else if (piece.after > piece.end)
            str_add(&plain, " ");
        else if (piece.end > at && text[piece.end - 1] == '/' && is_letter(text + piece.end))
            str_add(&plain, "\u200B"); // programs break behind a stroke only where they are told to
        at = piece.after;
    }
    flush(ret, &plain, "");
    str_add(ret, "</w:r>");
}

static void add_mark(struct str *ret, const char *type)
{
    str_addf(ret, "<w:r><w:fldChar w:fldCharType=\"%s\"/></w:r>", type);
}

void docx_field(struct str *ret, const char *code, const char *shown)
{
    add_mark(ret, "begin");
    str_addf(ret, "<w:r><w:instrText xml:space=\"preserve\">%s</w:instrText></w:r>", code);
    if (shown) {
        add_mark(ret, "separate");
        docx_run(ret, shown, false, true);
    }
    add_mark(ret, "end");
}

void docx_open(struct str *ret, const struct docx_style *style)
{
    static const char *const aligns[] = {[ALIGN_LEFT] = "",
                                         [ALIGN_CENTRE] = "<w:jc w:val=\"center\"/>",
                                         [ALIGN_RIGHT] = "<w:jc w:val=\"right\"/>"};
    str_add(ret, "<w:p><w:pPr>");
    if (style->name)
        str_addf(ret, "<w:pStyle w:val=\"%s\"/>", style->name);
    if (style->keep)
        str_add(ret, "<w:keepNext/>");
    str_addf(ret, "%s%s</w:pPr>", style->extra ? style->extra : "", aligns[style->align]);
}

void docx_close(struct str *ret)
{
    str_add(ret, "</w:p>\n");
}

void docx_paragraph(struct str *ret, const struct docx_style *style, const char *text, bool bold)
{
    docx_open(ret, style);
    docx_run(ret, text, bold, false);
    docx_close(ret);
}
