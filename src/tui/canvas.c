// SPDX-License-Identifier: GPL-3.0-or-later
// A grid of syllables on which everything is drawn.
#include "orjon/tui/canvas.h"

#include "canvas_part.h"
#include "orjon/base/mem.h"

#include <string.h>

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
    free((*p)->words);
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
    canvas->words_count = 0;
    canvas->follows = 0;
    size_t cells = (size_t)canvas->height * (size_t)canvas->cols;
    for (size_t i = 0; i < cells; i++)
        blank(&canvas->cell[i], STYLE_PLAIN);
}

void canvas_limit(struct canvas *canvas, int rows)
{
    canvas->rows = rows < 1 ? 1 : rows > canvas->height ? canvas->height : rows;
}

// Frees a cell for another owner: half a syllable must not stay behind.
static void take_cell(struct canvas *canvas, int row, int col)
{
    int first = col;
    while (first > 0 && canvas_cell_at(canvas, row, first)->columns == 0)
        first--;
    int columns = canvas_cell_at(canvas, row, first)->columns;
    for (int i = first; i < first + columns; i++)
        blank(canvas_cell_at(canvas, row, i), (enum style)canvas_cell_at(canvas, row, i)->style);
}

bool canvas_clip(const struct canvas *canvas, int *row, int *col, int *rows, int *columns)
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
    if (!canvas_clip(canvas, &row, &col, &rows, &columns))
        return;
    for (int y = row; y < row + rows; y++) {
        take_cell(canvas, y, col);
        take_cell(canvas, y, col + columns - 1);
        for (int x = col; x < col + columns; x++)
            blank(canvas_cell_at(canvas, y, x), style);
    }
}

void canvas_rule(struct canvas *canvas, int row, int col, int length, enum rule_way rule)
{
    bool across = rule == RULE_HORIZONTAL;
    const char *glyph = across ? (canvas->ascii ? "-" : "─") : (canvas->ascii ? "|" : "│");
    int rows = across ? 1 : length, columns = across ? length : 1;
    if (length <= 0 || !canvas_clip(canvas, &row, &col, &rows, &columns))
        return;
    const struct canvas_cell cell = {.at = (uint32_t)canvas->text.len, // one text for all
                                     .length = (uint16_t)strlen(glyph),
                                     .columns = 1,
                                     .style = STYLE_RULE};
    str_add(&canvas->text, glyph);
    for (int y = row; y < row + rows; y++)
        for (int x = col; x < col + columns; x++) {
            take_cell(canvas, y, x);
            *canvas_cell_at(canvas, y, x) = cell;
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
    if (!canvas_clip(canvas, &row, &col, &rows, &columns))
        return;
    for (int y = row; y < row + rows; y++)
        for (int x = col; x < col + columns; x++)
            canvas_cell_at(canvas, y, x)->style = (uint8_t)style;
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

void canvas_mark_row(struct canvas *canvas, int row, int col, int rows, int columns)
{
    if (!canvas_clip(canvas, &row, &col, &rows, &columns))
        return;
    for (int y = row; y < row + rows; y++)
        for (int x = col; x < col + columns; x++)
            canvas_cell_at(canvas, y, x)->is_at = true;
}

void canvas_follow(struct canvas *canvas, const void *of, int row, int rows)
{
    int col = 0, columns = canvas->cols;
    if (canvas->follows == CANVAS_FOLLOWS || !canvas_clip(canvas, &row, &col, &rows, &columns))
        return;
    canvas->follow[canvas->follows++] = (struct canvas_rows){row, rows};
    canvas->follows_of = of;
}

void canvas_follow_above(struct canvas *canvas, int row)
{
    int left = 0;
    for (int i = 0; i < canvas->follows; i++) {
        struct canvas_rows part = canvas->follow[i];
        part.rows = part.row + part.rows > row ? row - part.row : part.rows;
        if (part.rows > 0)
            canvas->follow[left++] = part;
    }
    canvas->follows = left;
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
