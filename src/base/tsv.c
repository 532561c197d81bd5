// SPDX-License-Identifier: GPL-3.0-or-later
// Rows and cells of a text as a spreadsheet saves it. The copy is read in place: a quoted cell is
// never longer than what stands in the text for it.
#include "orjon/base/tsv.h"

#include "orjon/base/i18n.h"
#include "orjon/base/mem.h"
#include "orjon/base/text.h"

#include <string.h>

enum utf16 { UTF16_NONE, UTF16_LITTLE, UTF16_BIG };

// Without its mark a text in UTF-16 is known by the first two characters: all that begins a file of
// ours is ASCII.
static enum utf16 utf16_of(const char *s, size_t n)
{
    if (n < 2)
        return UTF16_NONE;
    if (memcmp(s, "\xFF\xFE", 2) == 0)
        return UTF16_LITTLE;
    if (memcmp(s, "\xFE\xFF", 2) == 0)
        return UTF16_BIG;
    if (n >= 4 && s[0] && !s[1] && s[2] && !s[3])
        return UTF16_LITTLE;
    return n >= 4 && !s[0] && s[1] && !s[2] && s[3] ? UTF16_BIG : UTF16_NONE;
}

// Spreadsheets save with tabs, or as their «CSV» with commas or, in some countries, semicolons.
static char separator_of(const char *s, size_t n)
{
    if (n == 0 || memchr(s, '\t', n))
        return '\t';
    const char *comma = memchr(s, ',', n), *semicolon = memchr(s, ';', n);
    if (semicolon && (!comma || semicolon < comma))
        return ';';
    return comma ? ',' : '\t';
}

void tsv_open(struct tsv *ret, const char *text, size_t n)
{
    const enum utf16 order = utf16_of(text, n);
    *ret = (struct tsv){.next_line = 1};
    ret->text = order ? text_from_utf16(text, n, order == UTF16_BIG, &n) : mem_copy_text(text, n);
    if (!ret->text) {
        ret->line = 1;
        ret->fault = _("the text is UTF-16, but broken; save it as Unicode text once more");
        return;
    }
    ret->at = ret->text;
    ret->end = ret->text + n;
    if (n >= 5 && memcmp(ret->text, "%PDF-", 5) == 0) {
        ret->line = 1;
        ret->fault = _("this is a PDF; a table is wanted, as .tsv, .csv or .xlsx");
        return;
    }
    if (n >= 3 && memcmp(ret->text, "\xEF\xBB\xBF", 3) == 0)
        ret->at += 3;
    ret->separator = separator_of(ret->at, (size_t)(ret->end - ret->at));
}

static void open_block(struct tsv *ret, const char *text, size_t n, bool unquoted)
{
    *ret = (struct tsv){.next_line = 1, .separator = '\t', .unquoted = unquoted};
    ret->at = ret->text = mem_copy_text(text, n);
    ret->end = ret->text + n;
}

void tsv_open_block(struct tsv *ret, const char *text, size_t n)
{
    autotsv trial;
    open_block(&trial, text, n, false);
    while (tsv_next_row(&trial))
        continue;
    open_block(ret, text, n, trial.fault != NULL);
}

void tsv_done(struct tsv *tsv)
{
    free(tsv->text);
    *tsv = (struct tsv){0};
}

// The length of the line break at s: 0 where there is none.
static size_t line_break(const char *s, const char *end)
{
    if (s == end || (*s != '\n' && *s != '\r'))
        return 0;
    return *s == '\r' && s + 1 < end && s[1] == '\n' ? 2 : 1;
}

// From behind the opening mark to behind the closing one; *ret_n bytes are written over the cell.
static bool read_quoted(struct tsv *tsv, char *to, size_t *ret_n)
{
    char *s = tsv->at + 1, *const from = to;
    for (;; s++) {
        if (s == tsv->end) {
            tsv->fault = _("the quote mark before this cell is closed nowhere");
            return false;
        }
        if (*s == '"' && (s + 1 == tsv->end || s[1] != '"'))
            break;
        s += *s == '"';                                 // one of two
        tsv->next_line += line_break(s, tsv->end) == 1; // the CR of CRLF counts with its LF
        *to++ = *s;
    }
    tsv->at = s + 1;
    *ret_n = (size_t)(to - from);
    if (tsv->at == tsv->end || *tsv->at == tsv->separator || line_break(tsv->at, tsv->end))
        return true;
    tsv->fault = _("a cell that begins with a quote mark must end with one; double those inside");
    return false;
}

static bool read_cell(struct tsv *tsv, struct tsv_cell *ret)
{
    *ret = (struct tsv_cell){tsv->at, 0};
    if (tsv->at < tsv->end && *tsv->at == '"' && !tsv->unquoted)
        return read_quoted(tsv, tsv->at, &ret->n);
    while (tsv->at < tsv->end && *tsv->at != tsv->separator && !line_break(tsv->at, tsv->end))
        tsv->at++;
    ret->n = (size_t)(tsv->at - ret->s);
    return true;
}

static bool is_blank(struct tsv_cell cell)
{
    text_trim(cell.s, &cell.n);
    return cell.n == 0;
}

// One row, blank or not; what pads it is not counted.
static bool read_row(struct tsv *tsv)
{
    size_t cells = 0;
    tsv->line = tsv->next_line;
    tsv->count = 0;
    for (;;) {
        struct tsv_cell cell;
        if (!read_cell(tsv, &cell))
            return false;
        if (cells < TSV_CELLS_MAX)
            tsv->cell[cells] = cell;
        cells++;
        if (!is_blank(cell))
            tsv->count = cells;
        const size_t broken = line_break(tsv->at, tsv->end);
        if (broken || tsv->at == tsv->end) {
            tsv->at += broken;
            tsv->next_line += broken > 0;
            break;
        }
        tsv->at++;
    }
    tsv->beyond = tsv->count > TSV_CELLS_MAX ? tsv->count - TSV_CELLS_MAX : 0;
    tsv->count -= tsv->beyond;
    for (size_t i = tsv->count; i < TSV_CELLS_MAX; i++)
        tsv->cell[i] = (struct tsv_cell){"", 0};
    return true;
}

bool tsv_next_row(struct tsv *tsv)
{
    return !tsv->fault && tsv->at < tsv->end && read_row(tsv);
}

bool tsv_next(struct tsv *tsv)
{
    while (tsv_next_row(tsv))
        if (tsv->count > 0)
            return true;
    return false;
}

bool tsv_is(const struct tsv *tsv, size_t i, const char *word)
{
    return i < tsv->count && tsv->cell[i].n == strlen(word) &&
           memcmp(tsv->cell[i].s, word, tsv->cell[i].n) == 0;
}

void tsv_write_cell(struct str *ret, const char *cell)
{
    if (!cell[strcspn(cell, "\"\t\r\n")]) {
        str_add(ret, cell);
        return;
    }
    str_add_char(ret, '"');
    for (; *cell; cell++)
        str_add_n(ret, *cell == '"' ? "\"\"" : cell, *cell == '"' ? 2 : 1);
    str_add_char(ret, '"');
}

void tsv_write_cells(struct str *ret, const char *const *cell, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        str_add(ret, i ? "\t" : "");
        tsv_write_cell(ret, cell[i]);
    }
}
