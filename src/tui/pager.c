// SPDX-License-Identifier: GPL-3.0-or-later
// Text to read: scrolling and searching.
#include "orjon/tui/pager.h"

#include "canvas_part.h"
#include "hanging.h"
#include "orjon/base/mem.h"
#include "orjon/tui/lineedit.h"

#include <string.h>

enum { SIDE_STEP = 8, WHEEL_LINES = 3 };

struct pager {
    struct str text;
    bool wrap;
    int columns; // that the lines were made for; 0 = not made
    struct hanging_line *lines;
    int count;
    int widest; // line, in columns, where lines are kept
    int top, left, view;
    bool goes_on; // behind the right edge, of the lines drawn last
    int found;    // line last found; -1
    bool asking;
    struct lineedit ask;
    struct str sought;
    bool missing;
};

struct pager *pager_new(const char *text, size_t n, bool wrap)
{
    struct pager *pager = mem_alloc(sizeof *pager);
    pager->text = pager->sought = STR_INIT;
    pager->wrap = wrap;
    pager->found = -1;
    pager->view = 1;
    lineedit_init(&pager->ask);
    pager_set(pager, text, n);
    return pager;
}

void pager_free(struct pager **p)
{
    if (!*p)
        return;
    str_done(&(*p)->text);
    str_done(&(*p)->sought);
    lineedit_done(&(*p)->ask);
    free((*p)->lines);
    free(*p);
    *p = NULL;
}

void pager_set(struct pager *pager, const char *text, size_t n)
{
    str_reset(&pager->text);
    str_add_n(&pager->text, text, n);
    pager->columns = 0;
}

static void split_lines(struct pager *pager)
{
    const char *s = pager->text.buf;
    size_t n = pager->text.len, count = 1, i = 0;
    for (size_t at = 0; at < n; at++)
        count += s[at] == '\n' && at + 1 < n;
    pager->lines = mem_alloc(count * sizeof *pager->lines);
    pager->widest = 0;
    for (size_t from = 0; i < count; i++) {
        const char *end = memchr(s + from, '\n', n - from);
        size_t to = end ? (size_t)(end - s) : n;
        const int wide = text_columns(s + from, to - from);
        pager->lines[i] = (struct hanging_line){.text = {.from = from, .len = to - from}};
        pager->widest = wide > pager->widest ? wide : pager->widest;
        from = to + 1 <= n ? to + 1 : n;
    }
    pager->count = (int)count;
}

static void make_lines(struct pager *pager, int columns)
{
    if (pager->columns == columns || (!pager->wrap && pager->columns))
        return;
    free(pager->lines);
    pager->lines = NULL;
    pager->columns = columns;
    pager->found = -1;
    if (pager->wrap)
        pager->count = (int)hanging_wrap(pager->text.buf, pager->text.len, columns, &pager->lines);
    else
        split_lines(pager);
}

static void clamp(struct pager *pager)
{
    int last = pager->count - pager->view;
    pager->top = pager->top > last ? last : pager->top;
    pager->top = pager->top < 0 ? 0 : pager->top;
    pager->left = pager->left < 0 ? 0 : pager->left;
}

// --- drawing ------------------------------------------------------------------------------------

// Whether a line stands in the middle of paper that is wider than what is seen, as titles do: by
// itself, and neither in a table nor beside another text.
static bool is_centred(const struct pager *pager, int columns, const char *s, size_t n)
{
    const int all = text_columns(s, n);
    int indent = 0;
    while ((size_t)indent < n && s[indent] == ' ')
        indent++;
    if (pager->wrap || pager->widest <= columns || indent < 2 || (size_t)indent == n)
        return false;
    const int off = pager->widest - all - indent;
    const bool rule =
        memcmp(s + indent, "\xE2\x94", 2) == 0 || memcmp(s + indent, "\xE2\x95", 2) == 0;
    return off >= -1 && off <= 1 && !rule && !memmem(s + indent, n - (size_t)indent, "   ", 3);
}

// In the middle of what is seen; what is wider begins at its left edge.
static void draw_centred(const struct pager *pager, struct canvas *canvas, int row, int col,
                         int columns, enum style style, const char *s, size_t n)
{
    for (; *s == ' '; n--)
        s++;
    const int rest = text_columns(s, n) - columns;
    const int left = pager->left < rest ? pager->left : rest;
    size_t skip = rest > 0 ? text_fit(s, n, left) : 0;
    if (text_columns(s, skip) < left) // so that the end comes into view
        skip = text_next(s, n, skip);
    canvas_part(canvas, row, col, columns, style, rest > 0 ? ALIGN_LEFT : ALIGN_CENTRE, s + skip,
                n - skip);
}

// The columns before and within a line where the folded text was found would need a map of bytes;
// the whole line is marked instead.
static void draw_line(const struct pager *pager, struct canvas *canvas, int row, int col,
                      int columns, int i)
{
    const char *s = pager->text.buf + pager->lines[i].text.from;
    size_t n = pager->lines[i].text.len, skip = text_fit(s, n, pager->left);
    int gap = pager->left - text_columns(s, skip); // a syllable cut by the left edge
    enum style style = i == pager->found ? STYLE_MARK : STYLE_PLAIN;
    if (is_centred(pager, columns, s, n)) {
        draw_centred(pager, canvas, row, col, columns, style, s, n);
        return;
    }
    if (skip < n && gap > 0) {
        size_t next = text_next(s, n, skip);
        gap = text_columns(s, next) - pager->left;
        skip = next;
    }
    gap = (skip < n && gap > 0 ? gap : 0) + pager->lines[i].indent;
    canvas_part(canvas, row, col + gap, columns - gap, style, ALIGN_LEFT, s + skip, n - skip);
}

static bool is_cut_right(const struct pager *pager, int columns)
{
    for (int i = pager->top; i < pager->count && i < pager->top + pager->view; i++) {
        const struct text_line *line = &pager->lines[i].text;
        if (text_columns(pager->text.buf + line->from, line->len) > pager->left + columns)
            return true;
    }
    return false;
}

static void draw_foot(struct pager *pager, struct canvas *canvas, int row, int col, int columns)
{
    if (pager->asking) {
        int at = canvas_say(canvas, row, col, STYLE_LABEL, _("Find:")) + 1;
        lineedit_draw(&pager->ask, canvas, row, at, columns - (at - col), STYLE_EDIT);
        return;
    }
    autostr foot = STR_INIT;
    int last = pager->top + pager->view < pager->count ? pager->top + pager->view : pager->count;
    if (pager->missing)
        str_addf(&foot, _("Not found: %s"), pager->sought.buf);
    else
        str_addf(&foot, _("lines %s to %s of %s"), SAY(pager->top + 1), SAY(last),
                 SAY(pager->count));
    if (!pager->missing && (pager->goes_on || pager->left))
        str_addf(&foot, "   %s", _("← →: the rest beside"));
    canvas_text(canvas, row, col, columns, pager->missing ? STYLE_WARNING : STYLE_DIM, ALIGN_LEFT,
                foot.buf, foot.len);
    canvas_cursor(
        canvas,
        row - pager->view +
            (pager->found >= pager->top && pager->found < last ? pager->found - pager->top : 0),
        col);
}

void pager_draw(struct pager *pager, struct canvas *canvas, int row, int col, int rows, int columns)
{
    if (rows < 2 || columns < 1)
        return;
    make_lines(pager, columns);
    pager->view = rows - 1;
    clamp(pager);
    for (int i = 0; i < pager->view && pager->top + i < pager->count; i++)
        draw_line(pager, canvas, row + i, col, columns, pager->top + i);
    pager->goes_on = !pager->wrap && is_cut_right(pager, columns);
    draw_foot(pager, canvas, row + rows - 1, col, columns);
}

// --- keys ---------------------------------------------------------------------------------------

static bool line_has(const struct pager *pager, int i, const char *sought)
{
    autostr line = STR_INIT;
    text_sought(pager->text.buf + pager->lines[i].text.from, pager->lines[i].text.len, &line);
    return strstr(line.buf, sought) != NULL;
}

static void find_next(struct pager *pager)
{
    autostr sought = STR_INIT;
    text_sought(pager->sought.buf, pager->sought.len, &sought);
    int from = pager->found >= 0 ? pager->found + 1 : pager->top;
    pager->missing = true;
    for (int i = 0; i < pager->count && sought.len; i++) {
        int line = (from + i) % pager->count;
        if (!line_has(pager, line, sought.buf))
            continue;
        pager->found = line;
        pager->missing = false;
        if (line < pager->top || line >= pager->top + pager->view)
            pager->top = line - pager->view / 3;
        break;
    }
    clamp(pager);
}

static bool ask_key(struct pager *pager, const struct key *key)
{
    if (key->code == K_ESC) {
        pager->asking = false;
    } else if (key->code == K_ENTER || key->code == K_F3) {
        pager->asking = false;
        str_reset(&pager->sought);
        lineedit_commit(&pager->ask, &pager->sought);
        pager->found = -1;
        find_next(pager);
    } else {
        return lineedit_key(&pager->ask, key);
    }
    return true;
}

static void start_ask(struct pager *pager)
{
    pager->asking = true;
    lineedit_set(&pager->ask, pager->sought.buf, pager->sought.len, true);
}

static bool scroll_key(struct pager *pager, enum key_code code)
{
    static const struct {
        enum key_code code;
        int lines, pages, columns;
    } moves[] = {
        {K_UP, -1, 0, 0},
        {K_DOWN, 1, 0, 0},
        {K_ENTER, 1, 0, 0},
        {K_PGUP, 0, -1, 0},
        {K_PGDN, 0, 1, 0},
        {K_LEFT, 0, 0, -SIDE_STEP},
        {K_RIGHT, 0, 0, SIDE_STEP},
        {K_WHEEL_UP, -WHEEL_LINES, 0, 0},
        {K_WHEEL_DOWN, WHEEL_LINES, 0, 0},
    };
    for (size_t i = 0; i < sizeof moves / sizeof *moves; i++)
        if (moves[i].code == code) {
            pager->top += moves[i].lines + moves[i].pages * pager->view;
            if (moves[i].columns < 0 || pager->goes_on)
                pager->left += moves[i].columns;
            clamp(pager);
            return true;
        }
    if (code == K_HOME || code == K_CTRL_HOME)
        pager->top = pager->left = 0;
    else if (code == K_END || code == K_CTRL_END)
        pager->top = pager->count;
    else
        return false;
    clamp(pager);
    return true;
}

bool pager_finding(const struct pager *pager)
{
    return pager->asking;
}

void pager_find(struct pager *pager)
{
    if (pager->sought.len && !pager->asking)
        find_next(pager);
    else
        start_ask(pager);
}

void pager_find_new(struct pager *pager)
{
    start_ask(pager);
}

void pager_end_find(struct pager *pager)
{
    pager->asking = false;
}

bool pager_key(struct pager *pager, struct desk *desk, const struct key *key)
{
    lineedit_join(&pager->ask, desk);
    pager->missing = false;
    if (pager->asking)
        return ask_key(pager, key);
    if (key->code == K_TEXT && strcmp(key->text, " ") == 0)
        return scroll_key(pager, K_PGDN);
    return scroll_key(pager, key->code);
}
