// SPDX-License-Identifier: GPL-3.0-or-later
// From canvas to cells and texts.
//
// A text that the screen has set in columns, with gaps or rules in it, is taken apart there: each
// part stands where its first cell is. Every other text is one piece, however many rows it has.
#include "picture.h"

#include "orjon/base/mem.h"
#include "sheet.h"

#include <glib.h>
#include <string.h>

static const uint32_t nowhere = UINT32_MAX; // what a cell has of a text when it is in none

void picture_done(struct picture *picture)
{
    free(picture->cell);
    free(picture->text);
    free(picture->first);
    str_done(&picture->bytes);
    *picture = (struct picture){0};
}

static struct paint_cell *cells_of(const struct picture *picture, int row)
{
    return picture->cell + (size_t)row * (size_t)picture->cols;
}

struct paint_line picture_line(const struct picture *picture, int row)
{
    const size_t from = picture->first[row], to = picture->first[row + 1];
    return (struct paint_line){.cell = cells_of(picture, row),
                               .columns = picture->cols,
                               .text = from < to ? picture->text + from : NULL,
                               .texts = (int)(to - from)};
}

// --- cells --------------------------------------------------------------------------------------

// The letter at s when it is drawn as lines and areas, and not from a font.
static uint32_t rule_at(const char *s, size_t n)
{
    const bool may_be = n >= 3 && (unsigned char)*s == 0xE2;
    const gunichar letter = may_be ? g_utf8_get_char(s) : 0;
    return letter >= 0x2500 && letter <= 0x259F ? letter : 0;
}

static void take_cells(const struct canvas *canvas, int row, enum theme theme,
                       struct paint_cell *ret)
{
    memset(ret, 0, (size_t)canvas->cols * sizeof *ret); // rows are compared byte by byte
    for (int col = 0; col < canvas->cols; col++) {
        const struct canvas_cell *cell = canvas_cell(canvas, row, col);
        const struct tint tint = tint_of(theme, (enum style)cell->style, cell->is_at);
        size_t n = 0;
        const char *s = canvas_bytes(canvas, cell, &n);
        ret[col].ink = tint.ink;
        ret[col].ground = cell->is_page ? PAINT_CLEAR : tint.ground;
        ret[col].look = tint.look;
        ret[col].rule = rule_at(s, n);
        ret[col].at = nowhere;
    }
}

// --- texts --------------------------------------------------------------------------------------

// What is seen of a text of the canvas in one row.
struct view {
    struct picture *picture;
    const struct canvas *canvas;
    const struct canvas_words *words;
    int row, from, to;
};

// Blank cells behind a box, of its ground, that no text has.
static int count_spare(const struct view *view, const struct paint_words *words)
{
    const struct paint_cell *cells = cells_of(view->picture, view->row);
    const int end = words->col + words->columns;
    int col = end;
    while (words->to == end && col < view->canvas->cols &&
           cells[col].ground == cells[end - 1].ground) {
        const struct canvas_cell *cell = canvas_cell(view->canvas, view->row, col);
        if (cell->words || cell->length)
            break;
        col++;
    }
    return col - end + (col == view->canvas->cols); // around the rows there is a margin
}

// Whether a text goes on with the one before it, as a value with its label: one blank stands
// between their letters, and they have one ground.
static bool is_next(const struct view *view, const struct paint_words *words)
{
    const struct picture *p = view->picture;
    if (p->texts == p->first[view->row] || words->from != words->col)
        return false;
    const struct paint_words *before = &p->text[p->texts - 1];
    const int end = before->col + before->columns;
    const struct paint_cell *cells = cells_of(p, view->row);
    return before->align == ALIGN_LEFT && words->align == ALIGN_LEFT && before->to == end &&
           words->col == end + 1 && !cells[end].rule &&
           text_columns(before->s, before->n) == before->columns &&
           cells[end - 1].ground == cells[end].ground && cells[end].ground == cells[end + 1].ground;
}

static void add(const struct view *view, const struct paint_words *words)
{
    struct picture *p = view->picture;
    if (p->texts == p->texts_cap) {
        p->texts_cap = p->texts_cap ? 2 * p->texts_cap : 64;
        p->text = mem_resize(p->text, p->texts_cap, sizeof *p->text);
    }
    p->text[p->texts] = *words;
    p->text[p->texts].spare = count_spare(view, words);
    p->text[p->texts].follows = is_next(view, words) && view->words->rows == 1;
    p->texts++;
}

// Says which bytes are whose, as the canvas has laid them; the mark of what is cut and blanks
// behind the text have its end.
static void copy_places(const struct view *view)
{
    const uint32_t n = view->words->length;
    struct paint_cell *cells = cells_of(view->picture, view->row);
    uint32_t at = 0;
    for (int col = view->from; col < view->to; col++) {
        const struct canvas_cell *cell = canvas_cell(view->canvas, view->row, col);
        if (cell->columns)
            at = MIN(cell->at - view->words->at, n);
        cells[col].at = at;
    }
}

// The same for a text that the canvas has laid otherwise, or as a part of another.
static void lay_places(const struct view *view, const struct paint_words *words)
{
    struct paint_cell *cells = cells_of(view->picture, view->row);
    int col = words->col;
    for (int i = words->from; i < words->to; i++)
        cells[i].at = (uint32_t)words->n;
    for (size_t at = 0, next; at < words->n && col < words->col + words->columns; at = next) {
        next = text_next(words->s, words->n, at);
        const int end = col + text_columns(words->s + at, next - at);
        for (; col < end; col++)
            if (col >= words->from && col < words->to)
                cells[col].at = (uint32_t)at;
    }
}

static struct paint_words words_of(const struct view *view)
{
    const struct canvas_words *words = view->words;
    return (struct paint_words){.s = view->picture->bytes.buf + words->at,
                                .n = words->length,
                                .col = words->col,
                                .columns = words->columns,
                                .from = view->from,
                                .to = view->to,
                                .align = words->align,
                                .is_marked = words->is_marked};
}

static void add_line(const struct view *view, struct paint *paint)
{
    const int rows = view->words->rows, line = view->row - view->words->row;
    const int look = cells_of(view->picture, view->row)[view->from].look;
    autofree struct paint_part *part = mem_resize(NULL, (size_t)rows, sizeof *part);
    struct paint_words words = words_of(view);
    if (line >= paint_wrap(paint, words.s, words.n, words.columns, look, rows, part))
        return;
    words.s += part[line].from;
    words.n = part[line].n;
    words.has_more = part[line].more;
    lay_places(view, &words);
    add(view, &words);
}

int picture_lines(struct paint *paint, const char *s, size_t n, int columns, enum style style,
                  int most)
{
    return paint_wrap(paint, s, n, columns, tint_of(THEME_LIGHT, style, false).look, most, NULL);
}

int picture_columns(struct paint *paint, const char *s, size_t n, enum style style)
{
    return paint_columns(paint, s, n, tint_of(THEME_LIGHT, style, false).look);
}

// --- columns within a text ----------------------------------------------------------------------

static bool is_set_in_columns(const struct paint_words *words)
{
    bool gap = false, rule = false;
    for (size_t at = 0; at < words->n; at++) {
        gap = gap || (at + 1 < words->n && memcmp(words->s + at, "  ", 2) == 0);
        rule = rule || rule_at(words->s + at, words->n - at);
    }
    return rule || (gap && words->align == ALIGN_LEFT);
}

// Whether a part ends before the byte at `at`.
static bool is_gap(const struct paint_words *words, size_t at)
{
    const char *s = words->s + at;
    const size_t n = words->n - at;
    return rule_at(s, n) || (*s == ' ' && (n == 1 || s[1] == ' ' || rule_at(s + 1, n - 1)));
}

static size_t end_of_part(const struct paint_words *words, size_t at)
{
    while (at < words->n && !is_gap(words, at))
        at = text_next(words->s, words->n, at);
    return at;
}

// Where the next part begins, or a rule stands; *col goes with it.
static size_t end_of_gap(const struct paint_words *words, size_t at, int *col)
{
    for (; at < words->n && words->s[at] == ' '; at++)
        (*col)++;
    return at;
}

static void add_part(const struct view *view, struct paint_words part)
{
    part.from = MAX(part.from, part.col);
    part.to = MIN(part.to, part.col + part.columns);
    if (part.from >= part.to)
        return;
    lay_places(view, &part);
    add(view, &part);
}

static void add_parts(const struct view *view, const struct paint_words *words)
{
    const int right = words->col + words->columns;
    const int spare = MAX(0, words->columns - text_columns(words->s, words->n));
    int col = words->col + (words->align == ALIGN_RIGHT    ? spare
                            : words->align == ALIGN_CENTRE ? spare / 2
                                                           : 0);
    for (size_t at = end_of_gap(words, 0, &col); at < words->n && col < right;) {
        struct paint_words part = *words;
        const size_t end = end_of_part(words, at);
        part.s += at;
        part.n = end - at;
        part.col = col;
        if (end == at) { // a rule
            at = text_next(words->s, words->n, at);
            col++;
        } else {
            col += text_columns(part.s, part.n);
            at = end;
        }
        at = end_of_gap(words, at, &col);
        part.columns = (at < words->n && col < right ? col : right) - part.col;
        // The last one stands at the right edge if the whole does; the middle is that of the whole.
        part.align = at < words->n || words->align != ALIGN_RIGHT ? ALIGN_LEFT : ALIGN_RIGHT;
        part.has_more = words->is_marked && at < words->n && col >= right;
        if (part.n)
            add_part(view, part);
    }
}

// --- rows ---------------------------------------------------------------------------------------

static void add_words(const struct view *view, struct paint *paint)
{
    const struct paint_words words = words_of(view);
    if (view->words->is_paragraph) {
        add_line(view, paint);
    } else if (is_set_in_columns(&words)) {
        add_parts(view, &words);
    } else if (words.n > 0) {
        copy_places(view);
        add(view, &words);
    }
}

static void take_texts(struct picture *picture, const struct canvas *canvas, int row,
                       struct paint *paint)
{
    for (int from = 0, to; from < canvas->cols; from = to) {
        const uint32_t words = canvas_cell(canvas, row, from)->words;
        for (to = from + 1; to < canvas->cols && canvas_cell(canvas, row, to)->words == words;)
            to++;
        if (!words)
            continue;
        const struct view view = {picture, canvas, &canvas->words[words - 1], row, from, to};
        add_words(&view, paint);
    }
}

void picture_take(struct picture *picture, const struct canvas *canvas, enum theme theme,
                  struct paint *paint)
{
    const size_t rows = (size_t)canvas->height, cells = rows * (size_t)canvas->cols;
    picture->rows = canvas->height;
    picture->cols = canvas->cols;
    picture->cell = mem_resize(picture->cell, cells, sizeof *picture->cell);
    picture->first = mem_resize(picture->first, rows + 1, sizeof *picture->first);
    picture->texts = 0;
    if (!picture->bytes.buf)
        picture->bytes = STR_INIT;
    str_reset(&picture->bytes);
    str_add_n(&picture->bytes, canvas->text.buf, canvas->text.len);
    for (int row = 0; row < picture->rows; row++) {
        picture->first[row] = picture->texts;
        take_cells(canvas, row, theme, cells_of(picture, row));
        take_texts(picture, canvas, row, paint);
    }
    picture->first[rows] = picture->texts;
}
