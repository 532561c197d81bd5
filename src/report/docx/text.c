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

static bool starts_with(const char *text, const char *start)
{
    return strncmp(text, start, strlen(start)) == 0;
}

static bool ends_with(const struct str *text, const char *end)
{
    size_t n = strlen(end);
    return text->len >= n && memcmp(text->buf + text->len - n, end, n) == 0;
}

// A letter of any script, and no Bengali digit (U+09E6 … U+09EF).
static bool is_letter(const char *s)
{
    const unsigned char *c = (const unsigned char *)s;
    bool digit = c[0] == 0xE0 && c[1] == 0xA7 && c[2] >= 0xA6 && c[2] <= 0xAF;
    return (c[0] >= 0x80 && !digit) || (c[0] >= 'A' && c[0] <= 'Z') || (c[0] >= 'a' && c[0] <= 'z');
}

// Appends a line with no-break spaces where a break would part what belongs together.
static void add_line(struct str *ret, const char *line, size_t n, bool whole)
{
    autostr plain = STR_INIT;
    for (const char *end = line + n; line < end; line++) {
        bool bound = whole || ends_with(&plain, "৳") || starts_with(line + 1, "।");
        if (*line == ' ' && bound)
            str_add(&plain, "\u00A0");
        else
            str_add_char(&plain, *line);
        // Word and LibreOffice break behind a stroke only where they are told to.
        if (*line == '/' && !whole && is_letter(line + 1))
            str_add(&plain, "\u200B");
    }
    str_add(ret, "<w:t xml:space=\"preserve\">");
    docx_escape(ret, plain.buf);
    str_add(ret, "</w:t>");
}

void docx_run(struct str *ret, const char *text, bool bold, bool whole)
{
    if (!*text)
        return;
    str_add(ret, bold ? "<w:r><w:rPr><w:b/><w:bCs/></w:rPr>" : "<w:r>");
    for (;;) {
        size_t n = strcspn(text, "\n");
        add_line(ret, text, n, whole);
        if (!text[n])
            break;
        str_add(ret, "<w:br/>");
        text += n + 1;
    }
    str_add(ret, "</w:r>");
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
