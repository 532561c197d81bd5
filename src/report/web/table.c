// SPDX-License-Identifier: GPL-3.0-or-later
// Tables of an html page.
#include "web.h"

#include <string.h>

void web_escape(struct str *ret, const char *text)
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

const char *web_align(enum align align)
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
        web_escape(ret, piece.buf);
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
    if (rows[r].kind == ROW_HEADING) {
        str_add(ret, row_span(&rows[r], c) > 1 ? " scope=\"colgroup\"" : " scope=\"col\"");
    } else {
        const char *whole = cell->kind == CELL_TEXT ? "" : " whole";
        const char *bold = cell->bold && rows[r].kind == ROW_PLAIN ? " bold" : "";
        const char *align = web_align(table_align(table, &rows[r], c));
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

// What the columns need at least where the window is narrow: the table scrolls in its own box.
static int least_ems(const struct table *table)
{
    enum { COLUMN = 4, MOST = 60 };
    int ems = (int)table->columns * COLUMN;
    return ems < MOST ? ems : MOST;
}

void web_table(struct str *ret, const struct table *table, const char *foot, bool keep)
{
    if (!table->columns)
        return;
    struct arena arena = {0};
    size_t count = 0;
    const struct row *head = table_head(table, &arena, &count);
    str_addf(ret, "<div class=\"scroll%s\" tabindex=\"0\" style=\"--least:%dem\">\n<table%s>\n",
             keep ? " keep" : "", least_ems(table), table_by_hand(table) ? " class=\"hand\"" : "");
    if (count) {
        str_add(ret, "<thead>\n");
        add_rows(ret, table, head, count);
        str_add(ret, "</thead>\n");
    }
    str_add(ret, "<tbody>\n");
    add_rows(ret, table, table->row, table->rows);
    str_add(ret, "</tbody>\n");
    if (*foot) {
        str_addf(ret, "<tfoot class=\"foot\"><tr><td colspan=\"%zu\">", table->columns);
        web_escape(ret, foot);
        str_add(ret, "</td></tr></tfoot>\n");
    }
    str_add(ret, "</table>\n</div>\n");
    arena_done(&arena);
}
