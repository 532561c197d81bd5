// SPDX-License-Identifier: GPL-3.0-or-later
// Names of sheets: the part's own, or what its title or the first line says, in whole words.
#include "xlsx.h"

#include <string.h>

enum { LONGEST = 31 }; // characters, as Excel has it

static size_t characters_of(const char *text, size_t n)
{
    size_t characters = 0;
    for (size_t i = 0; i < n; i++)
        characters += ((unsigned char)text[i] & 0xC0) != 0x80;
    return characters;
}

// How much of a text makes a name so long: whole words, or else whole syllables.
static size_t fit(const char *text, size_t longest)
{
    const size_t n = strlen(text);
    size_t words = 0, syllables = 0;
    for (size_t at = 0; at < n && characters_of(text, at) <= longest;) {
        syllables = at;
        at = text_next(text, n, at);
        if (strchr(" ", text[at]) && characters_of(text, at) <= longest)
            words = at;
    }
    return words ? words : syllables;
}

// Without the signs that a name must not have.
static void add_name(struct str *ret, const char *text, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        char c = strchr("[]:*?/\\'\n", text[i]) ? ' ' : text[i];
        if (c != ' ' || (ret->len && ret->buf[ret->len - 1] != ' '))
            str_add_char(ret, c);
    }
    while (ret->len && ret->buf[ret->len - 1] == ' ')
        str_cut(ret, ret->len - 1);
}

static const char *text_of(const struct paper *paper, size_t first, size_t end)
{
    if (first < end && paper->block[first].kind == BLOCK_PART && *paper->block[first].name)
        return paper->block[first].name;
    for (size_t i = first; i < end; i++)
        if (paper->block[i].kind != BLOCK_TABLE && *paper->block[i].line.text)
            return paper->block[i].line.text;
    return "";
}

void xlsx_name(struct xlsx_book *book, size_t first, size_t end, struct str *ret)
{
    const char *text = text_of(book->paper, first, end);
    autostr number = STR_INIT;
    for (int i = 1; i == 1 || !ret->len || workbook_get_worksheet_by_name(book->workbook, ret->buf);
         i++) {
        autostr ascii = STR_INIT;
        str_addf(&ascii, " %d", i);
        str_reset(&number);
        if (i > 1)
            text_digits(&number, ascii.buf, ascii.len, book->paper->settings.digits);
        str_reset(ret);
        add_name(ret, text, fit(text, LONGEST - characters_of(number.buf, number.len)));
        str_add(ret, ret->len ? number.buf : number.len ? number.buf + 1 : "");
    }
}
