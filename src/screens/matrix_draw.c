// SPDX-License-Identifier: GPL-3.0-or-later
// The picture of the matrix: totals above, the table, and below it all of the cell under the
// cursor.
#include "matrix.h"

#include "orjon/base/text.h"
#include "orjon/domain/date.h"

#include <string.h>

enum { PANE_ROWS = 6, COUNT_COLUMNS = 4, CELL_LEAST = 5, CELL_MOST = 9, NAME_LEAST = 18 };

void matrix_say_code(const struct matrix_screen *screen, size_t head, struct str *ret)
{
    const char *code = head == screen->c->note ? _("note") : screen->c->head[head].code;
    text_digits(ret, code, strlen(code), i18n_digits());
}

// --- the table ----------------------------------------------------------------------------------

static const char *sign(const struct matrix_screen *screen, int mark)
{
    static const char *const plain[] = {[TICK_NONE] = "-", [TICK_YES] = "v", [TICK_NO] = "x"};
    return screen->ascii ? plain[mark] : tick_sign((enum tick)mark);
}

static void get_mark(const struct matrix_screen *screen, const struct compliance_cell *cell,
                     struct grid_cell *ret)
{
    const struct store_mark *mark = cell->mark;
    ret->align = ALIGN_CENTRE;
    ret->editable = cell->has;
    ret->style = STYLE_DIM;
    if (!mark) {
        str_add(&ret->text, cell->has ? "·" : "");
        return;
    }
    const bool silent = compliance_is_silent(cell);
    str_add(&ret->text, sign(screen, mark->mark));
    str_add(&ret->text, silent ? "?" : *mark->remark ? "*" : "");
    str_add(&ret->text, mark->follow_up ? ">" : "");
    ret->style = silent                   ? STYLE_WARNING
                 : mark->mark == TICK_YES ? STYLE_GOOD
                 : mark->mark == TICK_NO  ? STYLE_ERROR
                                          : STYLE_PLAIN;
}

static bool is_in_stretch(const struct matrix_screen *screen, size_t row, size_t head)
{
    struct matrix_stretch s;
    return screen->anchor_row >= 0 && matrix_stretch(screen, &s) && row >= s.row &&
           row <= s.last_row && head >= s.head && head <= s.last_head;
}

static void get_name(const struct matrix_screen *screen, int row, struct str *ret)
{
    const struct compliance *c = screen->c;
    if (!screen->turned) {
        str_add(ret, c->row[row].office->office->name);
        return;
    }
    if ((size_t)row != c->note) {
        matrix_say_code(screen, (size_t)row, ret);
        str_add_char(ret, ' ');
    }
    str_add(ret, c->head[row].text);
}

void matrix_get_cell(void *data, int row, int col, struct grid_cell *ret)
{
    const struct matrix_screen *screen = data;
    const struct compliance *c = screen->c;
    size_t r = 0, h = 0;
    if (col == MATRIX_NAME) {
        get_name(screen, row, &ret->text);
    } else if (col < MATRIX_CELLS) {
        const size_t yes = screen->turned ? c->head[row].yes : c->row[row].yes;
        const size_t no = screen->turned ? c->head[row].no : c->row[row].no;
        str_add(&ret->text, SAY(col == MATRIX_YES ? yes : no));
    } else if (matrix_place(screen, row, col, &r, &h)) {
        get_mark(screen, matrix_cell(screen, r, h), ret);
        if (is_in_stretch(screen, r, h))
            ret->style = STYLE_SELECTED;
    }
}

// --- its columns --------------------------------------------------------------------------------

// An indicator by its code, an office by its own; with its ✓ and ✗ below.
static const char *heading(struct matrix_screen *screen, size_t i)
{
    const struct compliance *c = screen->c;
    autostr text = STR_INIT;
    const char *code = screen->turned ? c->row[i].office->office->code : "";
    text_digits(&text, code, strlen(code), i18n_digits());
    if (!screen->turned)
        matrix_say_code(screen, i, &text);
    if (!screen->turned && i == c->note)
        return arena_text(&screen->headings, text.buf, text.len);
    str_addf(&text, "\n%s%s", sign(screen, TICK_YES),
             SAY(screen->turned ? c->row[i].yes : c->head[i].yes));
    str_addf(&text, "\n%s%s", sign(screen, TICK_NO),
             SAY(screen->turned ? c->row[i].no : c->head[i].no));
    return arena_text(&screen->headings, text.buf, text.len);
}

static int room_of(const char *text)
{
    const int room = text_columns(text, strcspn(text, "\n"));
    return room < CELL_LEAST ? CELL_LEAST : room > CELL_MOST ? CELL_MOST : room;
}

static void set_headings(struct matrix_screen *screen)
{
    arena_done(&screen->headings);
    for (int i = MATRIX_CELLS; i < screen->columns; i++)
        screen->column[i].heading = heading(screen, (size_t)(i - MATRIX_CELLS));
}

static void lay_columns(struct matrix_screen *screen, int width)
{
    const struct compliance *c = screen->c;
    const size_t cells = screen->turned ? c->rows : c->heads;
    screen->width = width;
    screen->columns = (int)cells + MATRIX_CELLS;
    screen->column = mem_resize(screen->column, cells + MATRIX_CELLS, sizeof *screen->column);
    screen->column[MATRIX_YES] = (struct grid_column){"", NULL, COUNT_COLUMNS, ALIGN_RIGHT};
    screen->column[MATRIX_NO] = screen->column[MATRIX_YES];
    set_headings(screen);
    int used = 2 * (COUNT_COLUMNS + 1);
    for (int i = MATRIX_CELLS; i < screen->columns; i++) {
        const int room = room_of(screen->column[i].heading);
        screen->column[i] =
            (struct grid_column){screen->column[i].heading, NULL, room, ALIGN_CENTRE};
        used = used < width ? used + room + 1 : used;
    }
    const int least = screen->turned ? width * 2 / 5 : width / 3;
    int name = width - used;
    name = name < least ? least : name;
    screen->column[MATRIX_NAME] =
        (struct grid_column){"", NULL, name < NAME_LEAST ? NAME_LEAST : name, ALIGN_LEFT};
    grid_set_columns(screen->grid, screen->column, screen->columns, MATRIX_CELLS);
}

void matrix_set_columns(struct matrix_screen *screen, int width)
{
    if (width != screen->width)
        lay_columns(screen, width);
    else
        set_headings(screen);
    screen->column[MATRIX_NAME].heading = screen->turned ? _("Indicator") : _("Office");
    screen->column[MATRIX_YES].heading = sign(screen, TICK_YES);
    screen->column[MATRIX_NO].heading = sign(screen, TICK_NO);
}

// --- the cell under the cursor ------------------------------------------------------------------

const struct app_review_row *matrix_review_row(struct matrix_screen *screen, size_t row,
                                               size_t head)
{
    const struct app_review_of of = {.office = screen->c->row[row].office->office->unit->id,
                                     .fiscal_year = screen->fiscal_year,
                                     .quarter = screen->quarter,
                                     .plan = screen->plan};
    if (!screen->review || screen->reviewed != row) {
        app_review_free(&screen->review);
        screen->reviewed = row;
        screen->unread = (struct err){0};
        if (app_review_open(screen->app, &of, &screen->review, &screen->unread))
            screen->review = NULL;
    }
    for (size_t i = 0; screen->review && i < screen->review->rows; i++)
        if (strcmp(screen->review->row[i].code, screen->c->head[head].code) == 0)
            return &screen->review->row[i];
    return NULL;
}

static void say_office(const struct compliance_row *row, struct str *ret)
{
    const struct below_office *office = row->office;
    text_digits(ret, office->office->code, strlen(office->office->code), i18n_digits());
    str_addf(ret, "  %s  ", office->office->name);
    if (!office->receipt) {
        str_add(ret, _("has sent nothing"));
        return;
    }
    autostr day = STR_INIT;
    date_write(&day, office->day, i18n_digits());
    str_addf(ret, _("came on %s"), day.buf);
    if (office->on_paper)
        str_addf(ret, ", %s", _("on paper"));
    if (office->verdict)
        str_addf(ret, ", %s", office->verdict == VERDICT_ACCEPTED ? _("Accepted") : _("Sent back"));
}

static void say_figure(const struct app_review_row *row, struct str *ret)
{
    if (row->entry && row->indicator) {
        str_addf(ret, "%s: ", _("Figure"));
        const size_t before = ret->len;
        say_entry(ret, row->indicator, row->entry);
        if (ret->len == before)
            str_add(ret, _("empty"));
    }
    str_addf(ret, "%s%s: ", ret->len ? "   " : "", _("Proofs"));
    str_add(ret, SAY(row->proofs));
    str_addf(ret, "   %s: %s", _("Proposed"), tick_sign(row->proposed));
    if (row->mark.marks.set) {
        str_addf(ret, "   %s: ", _("Marks given"));
        number_write(ret, row->mark.marks.value, user_style());
    }
}

static void say_said(const struct compliance_cell *cell, struct str *ret)
{
    const struct store_mark *mark = cell->mark;
    if (mark || cell->has)
        str_add(ret, mark ? tick_sign((enum tick)mark->mark) : _("not stated"));
    if (compliance_is_silent(cell))
        str_addf(ret, "  %s", _("without a remark; F2 writes one"));
    else if (mark && *mark->remark)
        str_addf(ret, "  %s", mark->remark);
}

static void put_line(struct canvas *canvas, int row, enum style style, const struct str *line)
{
    canvas_text(canvas, row, 1, canvas->cols - 2, style, ALIGN_LEFT, line->buf, line->len);
}

// What is to be asked after: in the next quarter, and from an earlier one in this.
static void draw_follow_up(const struct compliance_cell *cell, const struct app_review_row *own,
                           struct canvas *canvas, int row)
{
    autostr line = STR_INIT;
    if (own && own->asked_quarter) {
        autostr quarter = STR_INIT;
        period_say_quarter(&quarter, own->asked_quarter);
        str_addf(&line, _("Asked in %s: %s"), quarter.buf,
                 *own->asked ? own->asked : _("without a remark"));
    }
    if (cell->mark && cell->mark->follow_up)
        str_addf(&line, "%s%s", line.len ? "   " : "", _("Asked after again in the next quarter"));
    put_line(canvas, row, STYLE_WARNING, &line);
}

static void draw_pane(struct matrix_screen *screen, struct canvas *canvas, int top)
{
    size_t row = 0, head = 0;
    canvas_rule(canvas, top, 0, canvas->cols, RULE_HORIZONTAL);
    if (!matrix_marked(screen, &row, &head))
        return;
    const struct compliance_cell *cell = matrix_cell(screen, row, head);
    const struct app_review_row *own = matrix_review_row(screen, row, head);
    autostr office = STR_INIT, indicator = STR_INIT, figure = STR_INIT, said = STR_INIT;
    const bool note = head == screen->c->note;
    say_office(&screen->c->row[row], &office);
    if (!note) {
        matrix_say_code(screen, head, &indicator);
        str_add(&indicator, "  ");
    }
    str_add(&indicator, screen->c->head[head].text);
    if (own && cell->has)
        say_figure(own, &figure);
    else if (!screen->review)
        str_add(&figure, err_text(&screen->unread));
    else if (!cell->has && !note)
        str_add(&figure, _("The plan of this office has no such indicator"));
    say_said(cell, &said);
    put_line(canvas, top + 1, STYLE_HEADING, &office);
    put_line(canvas, top + 2, STYLE_PLAIN, &indicator);
    put_line(canvas, top + 3, STYLE_DIM, &figure);
    put_line(canvas, top + 4, compliance_is_silent(cell) ? STYLE_WARNING : STYLE_PLAIN, &said);
    draw_follow_up(cell, own, canvas, top + 5);
}

// --- all of it ----------------------------------------------------------------------------------

static void draw_totals(const struct matrix_screen *screen, struct canvas *canvas)
{
    const struct compliance *c = screen->c;
    autostr totals = STR_INIT, coverage = STR_INIT;
    below_say_coverage(c->below, i18n_language(), i18n_digits(), &coverage);
    str_addf(&totals, "%s %s  ", sign(screen, TICK_YES), SAY(c->yes));
    str_addf(&totals, "%s %s", sign(screen, TICK_NO), SAY(c->no));
    if (c->silent)
        str_addf(&totals, _("  without a remark %s"), SAY(c->silent));
    const int room = text_columns(totals.buf, totals.len);
    const int rest = canvas->cols - room - 4;
    autostr left = STR_INIT;
    str_addf(&left, "%s: %s", _("Sent"), coverage.buf);
    if (c->astray)
        str_addf(&left, _("; marks of offices not listed: %s"), SAY(c->astray));
    canvas_text(canvas, 1, 1, rest, STYLE_PLAIN, ALIGN_LEFT, left.buf, left.len);
    canvas_text(canvas, 1, canvas->cols - room - 1, room, c->silent ? STYLE_WARNING : STYLE_PLAIN,
                ALIGN_RIGHT, totals.buf, totals.len);
}

void matrix_draw(void *state, struct canvas *canvas)
{
    struct matrix_screen *screen = state;
    const struct plan *plan = screen->c->below->plan;
    screen->ascii = canvas->ascii;
    title_draw_below(canvas, screen->app, _("Compliance matrix"),
                     (const char *const[]){plan->title, plan->short_name}, screen->fiscal_year,
                     screen->quarter);
    draw_totals(screen, canvas);
    matrix_set_columns(screen, canvas->cols);
    const int rows = canvas->rows - 2 - PANE_ROWS;
    draw_pane(screen, canvas, 2 + rows);
    canvas_follow(canvas, screen->c, 2 + rows, PANE_ROWS);
    grid_draw(screen->grid, canvas, 2, 0, rows, canvas->cols);
}
