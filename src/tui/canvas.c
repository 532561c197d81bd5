// SPDX-License-Identifier: GPL-3.0-or-later
// A grid of syllables on which everything is drawn.
#include "orjon/tui/canvas.h"

#include "canvas_part.h"
#include "orjon/base/mem.h"
#include "utf8.h"

#include <string.h>

enum { CLUSTER_MAX = 600 }; // bytes; no syllable of any script comes near

static const char style_letters[STYLE_COUNT] = {
#define STYLE_LETTER(name, letter) [STYLE_##name] = letter,
    STYLE_LIST(STYLE_LETTER)
#undef STYLE_LETTER
};

struct canvas *canvas_new(int rows, int cols)
{
    struct canvas *canvas = mem_alloc(sizeof *canvas);
    canvas->text = STR_INIT;
    canvas_resize(canvas, rows, cols);
    return canvas;
}

void canvas_free(struct canvas **p)
{
    if (!*p)
        return;
    str_done(&(*p)->text);
    free((*p)->cell);
    free(*p);
    *p = NULL;
}

void canvas_resize(struct canvas *canvas, int rows, int cols)
{
    canvas->height = rows > 0 ? rows : 1;
    canvas->cols = cols > 0 ? cols : 1;
    size_t cells = (size_t)canvas->height * (size_t)canvas->cols;
    canvas->cell = mem_resize(canvas->cell, cells, sizeof *canvas->cell);
    canvas_clear(canvas);
}

static void blank(struct canvas_cell *cell, enum style style)
{
    *cell = (struct canvas_cell){.columns = 1, .style = (uint8_t)style};
}

void canvas_clear(struct canvas *canvas)
{
    canvas->rows = canvas->height;
    canvas->cursor_row = canvas->cursor_col = 0;
    canvas->page = (struct canvas_page){0};
    str_reset(&canvas->text);
    size_t cells = (size_t)canvas->height * (size_t)canvas->cols;
    for (size_t i = 0; i < cells; i++)
        blank(&canvas->cell[i], STYLE_PLAIN);
}

void canvas_limit(struct canvas *canvas, int rows)
{
    canvas->rows = rows < 1 ? 1 : rows > canvas->height ? canvas->height : rows;
}

static struct canvas_cell *cell_at(const struct canvas *canvas, int row, int col)
{
    return &canvas->cell[(size_t)row * (size_t)canvas->cols + (size_t)col];
}

const struct canvas_cell *canvas_cell(const struct canvas *canvas, int row, int col)
{
    return cell_at(canvas, row, col);
}

const char *canvas_bytes(const struct canvas *canvas, const struct canvas_cell *cell, size_t *ret_n)
{
    *ret_n = cell->length ? cell->length : 1;
    return cell->length ? canvas->text.buf + cell->at : " ";
}

// Frees a cell for another owner: half a syllable must not stay behind.
static void take_cell(struct canvas *canvas, int row, int col)
{
    int first = col;
    while (first > 0 && cell_at(canvas, row, first)->columns == 0)
        first--;
    int columns = cell_at(canvas, row, first)->columns;
    for (int i = first; i < first + columns; i++)
        blank(cell_at(canvas, row, i), (enum style)cell_at(canvas, row, i)->style);
}

// Cuts a box of cells to the canvas; false when nothing is left.
static bool clip(const struct canvas *canvas, int *row, int *col, int *rows, int *columns)
{
    if (*row < 0) {
        *rows += *row;
        *row = 0;
    }
    if (*col < 0) {
        *columns += *col;
        *col = 0;
    }
    if (*rows > canvas->rows - *row)
        *rows = canvas->rows - *row;
    if (*columns > canvas->cols - *col)
        *columns = canvas->cols - *col;
    return *rows > 0 && *columns > 0;
}

void canvas_fill(struct canvas *canvas, int row, int col, int rows, int columns, enum style style)
{
    if (!clip(canvas, &row, &col, &rows, &columns))
        return;
    for (int y = row; y < row + rows; y++) {
        take_cell(canvas, y, col);
        take_cell(canvas, y, col + columns - 1);
        for (int x = col; x < col + columns; x++)
            blank(cell_at(canvas, y, x), style);
    }
}

// Bytes of the character at s that a terminal shows and does not obey; 0 when it is none.
static size_t safe_at(const char *s, size_t n)
{
    const uint8_t c = (uint8_t)*s;
    if (c < 0x80)
        return c >= 0x20 && c < 0x7F;
    const size_t length = utf8_valid(s, n);
    // Bengali and its neighbours hold nothing that is not seen.
    return length && c != 0xE0 && text_is_unseen(s, length) ? 0 : length;
}

// Whether nothing in s would be obeyed or stumbled over.
static bool is_safe(const char *s, size_t n)
{
    for (size_t at = 0, length; at < n; at += length)
        if (!(length = safe_at(s + at, n - at)))
            return false;
    return true;
}

static void add_safe(struct str *ret, const char *s, size_t n)
{
    for (size_t at = 0, length; at < n; at += length ? length : 1) {
        length = safe_at(s + at, n - at);
        if (length) {
            str_add_n(ret, s + at, length);
            continue;
        }
        length = utf8_valid(s + at, n - at);
        str_add_char(ret, length ? ' ' : '?');
    }
}

// A mark that has lost its letter falls: where the syllable at s really begins.
static size_t skip_lost_marks(const char *s, size_t at, size_t next)
{
    for (size_t step = utf8_length((uint8_t)s[at]);
         at + step < next && text_columns(s + at, step) == 0; step = utf8_length((uint8_t)s[at]))
        at += step;
    return at;
}

// Lays whole syllables from col on, as many as there is room for.
static void lay(struct canvas *canvas, int row, int col, int columns, enum style style,
                const char *s, size_t n)
{
    struct canvas_cell *before = NULL;
    const size_t base = canvas->text.len;
    const int end = col + columns;
    str_add_n(&canvas->text, s, n);
    for (size_t at = 0, next; at < n; at = next) {
        next = text_next(s, n, at);
        at = (uint8_t)s[at] < 0x80 ? at : skip_lost_marks(s, at, next);
        size_t length = next - at;
        if (length > CLUSTER_MAX)
            length = utf8_before(s + at, CLUSTER_MAX + 1);
        const int own = length == 1 ? 1 : text_columns(s + at, length);
        if (own == 0) { // a mark without its letter hangs on the cell before, or falls
            bool hangs = before && before->length && before->at + before->length == base + at;
            if (hangs && before->length + length <= CLUSTER_MAX)
                before->length = (uint16_t)(before->length + length);
            continue;
        }
        if (col + own > end)
            break;
        before = cell_at(canvas, row, col);
        blank(before, style);
        if (length != 1 || s[at] != ' ') {
            before->at = (uint32_t)(base + at);
            before->length = (uint16_t)length;
            before->columns = (uint8_t)own;
        }
        for (int i = 1; i < own; i++)
            *cell_at(canvas, row, col + i) = (struct canvas_cell){.style = (uint8_t)style};
        col += own;
    }
}

// Whether letters would be lost of s; blanks at its end are none.
static bool is_cut(const char *s, size_t n, int columns)
{
    while (n > 0 && s[n - 1] == ' ')
        n--;
    return n > (size_t)columns && text_columns(s, n) > columns; // a column takes a byte or more
}

// What there is room for, and the mark directly behind it.
static void cut(const struct canvas *canvas, struct str *ret, const char *s, size_t n, int columns)
{
    n = text_fit(s, n, columns - 1);
    while (n > 0 && s[n - 1] == ' ')
        n--;
    str_add_n(ret, s, n);
    str_add(ret, canvas_cut_mark(canvas));
}

const char *canvas_cut_mark(const struct canvas *canvas)
{
    return canvas->ascii ? ">" : "…";
}

void canvas_part(struct canvas *canvas, int row, int col, int columns, enum style style,
                 enum align align, const char *s, size_t n)
{
    int rows = 1;
    if (!clip(canvas, &row, &col, &rows, &columns))
        return;
    canvas_fill(canvas, row, col, 1, columns, style);
    autostr safe = STR_INIT;
    if (!is_safe(s, n)) {
        add_safe(&safe, s, n);
        s = safe.buf;
        n = safe.len;
    }
    int left = 0;
    if (align != ALIGN_LEFT) {
        n = text_fit(s, n, columns);
        left = columns - text_columns(s, n);
        left = align == ALIGN_RIGHT ? left : left / 2;
    }
    lay(canvas, row, col + left, columns - left, style, s, n);
    for (int i = 0; i < columns && align != ALIGN_LEFT; i++)
        cell_at(canvas, row, col + i)->pack = (uint8_t)align;
}

void canvas_text(struct canvas *canvas, int row, int col, int columns, enum style style,
                 enum align align, const char *s, size_t n)
{
    enum { LEAST = 3 }; // of which a mark would leave too little
    const int room = columns < canvas->cols - col ? columns : canvas->cols - col;
    autostr whole = STR_INIT, shorter = STR_INIT;
    if (room >= LEAST && !is_safe(s, n)) {
        add_safe(&whole, s, n);
        s = whole.buf;
        n = whole.len;
    }
    if (room >= LEAST && is_cut(s, n, room)) {
        cut(canvas, &shorter, s, n, room);
        s = shorter.buf;
        n = shorter.len;
    }
    canvas_part(canvas, row, col, columns, style, align, s, n);
}

int canvas_say(struct canvas *canvas, int row, int col, enum style style, const char *s)
{
    size_t n = strlen(s);
    int columns = text_columns(s, n);
    if (columns > canvas->cols - col)
        columns = canvas->cols - col;
    canvas_text(canvas, row, col, columns, style, ALIGN_LEFT, s, n);
    return col + (columns > 0 ? columns : 0);
}

void canvas_put(struct canvas *canvas, int row, int col, enum style style, const char *glyph)
{
    canvas_text(canvas, row, col, 1, style, ALIGN_LEFT, glyph, strlen(glyph));
}

void canvas_rule(struct canvas *canvas, int row, int col, int length, enum rule_way rule)
{
    bool across = rule == RULE_HORIZONTAL;
    const char *glyph = across ? (canvas->ascii ? "-" : "─") : (canvas->ascii ? "|" : "│");
    int rows = across ? 1 : length, columns = across ? length : 1;
    if (length <= 0 || !clip(canvas, &row, &col, &rows, &columns))
        return;
    const struct canvas_cell cell = {.at = (uint32_t)canvas->text.len, // one text for all
                                     .length = (uint16_t)strlen(glyph),
                                     .columns = 1,
                                     .style = STYLE_RULE};
    str_add(&canvas->text, glyph);
    for (int y = row; y < row + rows; y++)
        for (int x = col; x < col + columns; x++) {
            take_cell(canvas, y, x);
            *cell_at(canvas, y, x) = cell;
        }
}

void canvas_cursor(struct canvas *canvas, int row, int col)
{
    canvas->cursor_row = row < 0 ? 0 : row >= canvas->height ? canvas->height - 1 : row;
    canvas->cursor_col = col < 0 ? 0 : col >= canvas->cols ? canvas->cols - 1 : col;
}

void canvas_set_style(struct canvas *canvas, int row, int col, int rows, int columns,
                      enum style style)
{
    if (!clip(canvas, &row, &col, &rows, &columns))
        return;
    for (int y = row; y < row + rows; y++)
        for (int x = col; x < col + columns; x++)
            cell_at(canvas, y, x)->style = (uint8_t)style;
}

void canvas_change_style(struct canvas *canvas, int row, int col, int rows, int columns,
                         enum style from, enum style to)
{
    for (int r = row; r < row + rows; r++)
        for (int c = col; c < col + columns; c++)
            if (r >= 0 && r < canvas->rows && c >= 0 && c < canvas->cols &&
                canvas_cell(canvas, r, c)->style == from)
                canvas_set_style(canvas, r, c, 1, 1, to);
}

void canvas_dump(const struct canvas *canvas, struct str *ret)
{
    for (int y = 0; y < canvas->height; y++) {
        size_t end = ret->len;
        for (int x = 0; x < canvas->cols; x++) {
            const struct canvas_cell *cell = canvas_cell(canvas, y, x);
            if (!cell->columns)
                continue;
            size_t n = 0;
            const char *s = canvas_bytes(canvas, cell, &n);
            str_add_n(ret, s, n);
            if (cell->length)
                end = ret->len;
        }
        str_cut(ret, end);
        str_add_char(ret, '\n');
    }
}

void canvas_dump_styles(const struct canvas *canvas, struct str *ret)
{
    for (int y = 0; y < canvas->height; y++) {
        size_t end = ret->len;
        for (int x = 0; x < canvas->cols; x++) {
            enum style style = (enum style)canvas_cell(canvas, y, x)->style;
            str_add_char(ret, style_letters[style]);
            if (style != STYLE_PLAIN)
                end = ret->len;
        }
        str_cut(ret, end);
        str_add_char(ret, '\n');
    }
}
