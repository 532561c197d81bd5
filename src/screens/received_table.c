// SPDX-License-Identifier: GPL-3.0-or-later
// The table of a return that came: which columns fit, what stands in them, what the reviewer types.
#include "received.h"

#include "orjon/base/refusal.h"
#include "orjon/base/text.h"

#include <stdio.h>
#include <string.h>

// Those of rank 0 are always there; the others join by rank as the terminal is wide enough. The
// texts share what is left.
static const struct {
    enum received_field field;
    int columns, rank;
    enum align align;
    const char *heading;
} fields[] = {
    {RECEIVED_CODE, 6, 0, ALIGN_LEFT, N_("No.")},
    {RECEIVED_TEXT, 14, 0, ALIGN_LEFT, N_("Indicator")},
    {RECEIVED_TARGET, 10, 1, ALIGN_RIGHT, N_("Target")},
    {RECEIVED_Q1, 10, 5, ALIGN_RIGHT, NULL},
    {RECEIVED_Q1 + 1, 10, 4, ALIGN_RIGHT, NULL},
    {RECEIVED_Q1 + 2, 10, 3, ALIGN_RIGHT, NULL},
    {RECEIVED_FIGURE, 11, 0, ALIGN_RIGHT, N_("Figure")},
    {RECEIVED_SCORE, 6, 2, ALIGN_RIGHT, N_("Marks")},
    {RECEIVED_PROOFS, 6, 0, ALIGN_RIGHT, N_("Proofs")},
    {RECEIVED_MARK, 3, 0, ALIGN_CENTRE, "✓✗"},
    {RECEIVED_REMARK, 14, 0, ALIGN_LEFT, N_("Your remark")},
    {RECEIVED_FOLLOW, 5, 0, ALIGN_CENTRE, N_("Again")},
    {RECEIVED_MARKS, 6, 0, ALIGN_RIGHT, N_("Given")},
};
enum { ALL = sizeof fields / sizeof *fields, TEXT_MAX = 48, RANKS = 6 };

static int quarter_at(enum received_field field)
{
    return field >= RECEIVED_Q1 && field <= RECEIVED_Q4 ? (int)field - RECEIVED_Q1 + 1 : 0;
}

static int pick_fields(const struct received_screen *screen, int width, bool *ret_shown)
{
    int left = width + 1; // no rule behind the last
    for (int rank = 0; rank < RANKS; rank++)
        for (size_t i = 0; i < ALL; i++) {
            if (fields[i].rank != rank || quarter_at(fields[i].field) >= screen->of.quarter)
                continue;
            ret_shown[i] = rank == 0 || left >= fields[i].columns + 1;
            left -= ret_shown[i] ? fields[i].columns + 1 : 0;
        }
    return left > 0 ? left : 0;
}

static void widen(struct received_screen *screen, int left)
{
    const int text = received_column_of(screen, RECEIVED_TEXT),
              remark = received_column_of(screen, RECEIVED_REMARK);
    int more = left / 2;
    if (more > TEXT_MAX - screen->column[text].columns)
        more = TEXT_MAX - screen->column[text].columns;
    screen->column[text].columns += more;
    screen->column[remark].columns += left - more;
}

void received_choose_columns(struct received_screen *screen, int width)
{
    bool shown[ALL] = {0};
    const int left = pick_fields(screen, width, shown);
    const enum received_field focus = screen->columns ? received_column(screen) : RECEIVED_MARK;
    screen->columns = 0;
    for (size_t i = 0; i < ALL; i++) {
        const int quarter = quarter_at(fields[i].field);
        if (!shown[i])
            continue;
        struct grid_column column = {.columns = fields[i].columns, .align = fields[i].align};
        if (quarter) {
            autostr heading = STR_INIT;
            period_say_quarter(&heading, quarter);
            snprintf(screen->heading[quarter - 1], sizeof *screen->heading, "%s", heading.buf);
            column.heading = screen->heading[quarter - 1];
        } else
            column.heading = tr(fields[i].heading);
        screen->field[screen->columns] = fields[i].field;
        screen->column[screen->columns++] = column;
    }
    widen(screen, left);
    grid_set_columns(screen->grid, screen->column, screen->columns, 2);
    const int back = received_column_of(screen, focus);
    grid_select(screen->grid, grid_row(screen->grid),
                back >= 0 ? back : received_column_of(screen, RECEIVED_MARK));
}

enum received_field received_column(const struct received_screen *screen)
{
    return screen->field[grid_col(screen->grid)];
}

int received_column_of(const struct received_screen *screen, enum received_field field)
{
    for (int c = 0; c < screen->columns; c++)
        if (screen->field[c] == field)
            return c;
    return -1;
}

// --- what stands there --------------------------------------------------------------------------

static void say_quarter(const struct received_screen *screen, const struct app_review_row *row,
                        int quarter, struct str *ret)
{
    if (row->entry) // that of the quarter; the others stand beside it
        say_entry(ret, row->indicator, row->entry + quarter - screen->of.quarter);
}

// A figure that is typed otherwise than papers print it shows so in the pane.
static void figure_cell(const struct app_review_row *row, struct grid_cell *ret)
{
    if (!row->entry)
        return;
    say_entry(&ret->text, row->indicator, row->entry);
    if (row->before)
        str_add(&ret->text, " ↺");
    ret->style = row->before || row->entry->notes ? STYLE_WARNING : STYLE_PLAIN;
}

// What is proposed stands there faintly until somebody has decided.
static void mark_cell(const struct app_review_row *row, struct grid_cell *ret)
{
    const enum tick mark = (enum tick)row->mark.mark;
    if (mark != TICK_NONE)
        str_add(&ret->text, tick_sign(mark));
    else if (row->proposed != TICK_NONE)
        str_addf(&ret->text, "%s?", tick_sign(row->proposed));
    ret->style = mark == TICK_YES ? STYLE_GOOD : mark == TICK_NO ? STYLE_ERROR : STYLE_DIM;
    ret->editable = true;
}

static void remark_cell(const struct app_review_row *row, struct grid_cell *ret)
{
    str_add(&ret->text, row->mark.remark);
    ret->style = STYLE_FIELD;
    ret->editable = true;
    if (row->mark.mark != TICK_NO || *row->mark.remark)
        return;
    str_add(&ret->text, _("why?"));
    ret->style = STYLE_WARNING;
}

// ↻: asked for in an earlier quarter, and not yet settled.
static void follow_cell(const struct app_review_row *row, struct grid_cell *ret)
{
    str_add(&ret->text, row->mark.follow_up ? _("yes") : row->asked_quarter ? "↻" : "");
    ret->style = row->asked_quarter ? STYLE_WARNING : STYLE_FIELD;
    ret->editable = true;
}

// Of the whole return: a remark, and nothing else.
static void note_cell(const struct app_review_row *row, enum received_field field,
                      struct grid_cell *ret)
{
    if (field == RECEIVED_TEXT)
        str_add(&ret->text, _("Note on the whole return"));
    else if (field == RECEIVED_REMARK)
        remark_cell(row, ret);
}

static void cell(void *data, int row, int col, struct grid_cell *ret)
{
    const struct received_screen *screen = data;
    const struct app_review_row *line = &screen->review->row[row];
    if (strcmp(line->code, APP_REVIEW_NOTE) == 0) {
        note_cell(line, screen->field[col], ret);
        return;
    }
    switch (screen->field[col]) {
    case RECEIVED_CODE:
        text_digits(&ret->text, line->code, strlen(line->code), i18n_digits());
        return;
    case RECEIVED_TEXT:
        str_add(&ret->text, line->indicator ? line->text : _("not in the plan"));
        return;
    case RECEIVED_TARGET:
        if (line->indicator)
            target_write(&ret->text, line->indicator, &line->indicator->grade[0], user_style());
        return;
    case RECEIVED_FIGURE:
        figure_cell(line, ret);
        return;
    case RECEIVED_SCORE:
        if (line->score && line->score->marks.set)
            say_mark(&ret->text, &line->score->marks, 2);
        return;
    case RECEIVED_PROOFS:
        if (line->proofs)
            str_add(&ret->text, SAY(line->proofs));
        return;
    case RECEIVED_MARK:
        mark_cell(line, ret);
        return;
    case RECEIVED_REMARK:
        remark_cell(line, ret);
        return;
    case RECEIVED_FOLLOW:
        follow_cell(line, ret);
        return;
    case RECEIVED_MARKS:
        if (line->mark.marks.set)
            say_marks(&ret->text, line->mark.marks);
        ret->style = STYLE_FIELD;
        ret->editable = true;
        return;
    default:
        say_quarter(screen, line, quarter_at(screen->field[col]), &ret->text);
    }
}

// --- what is typed ------------------------------------------------------------------------------

static void say_field(const struct app_review_row *row, enum received_field field, struct str *ret)
{
    if (field == RECEIVED_MARK)
        str_add(ret, row->mark.mark ? tick_sign((enum tick)row->mark.mark) : "");
    else if (field == RECEIVED_REMARK)
        str_add(ret, row->mark.remark);
    else if (field == RECEIVED_FOLLOW)
        str_add(ret, row->mark.follow_up ? _("yes") : "");
    else if (field == RECEIVED_MARKS && row->mark.marks.set)
        say_marks(ret, row->mark.marks);
}

static void source(void *data, int row, int col, struct str *ret)
{
    const struct received_screen *screen = data;
    say_field(&screen->review->row[row], screen->field[col], ret);
}

// Where nothing stood, what is there now is seen in the field.
static void say_gave_way(const struct received_screen *screen, struct desk *desk, const char *code,
                         enum received_field field, const char *before)
{
    const char *name = strcmp(code, APP_REVIEW_NOTE) == 0 ? _("Note on the whole return") : code;
    autostr now = STR_INIT;
    for (size_t i = 0; i < screen->review->rows; i++)
        if (strcmp(screen->review->row[i].code, code) == 0)
            say_field(&screen->review->row[i], field, &now);
    if (desk && *before && field != RECEIVED_FOLLOW && strcmp(before, now.buf) != 0)
        say_replaced(desk, name, before, now.buf);
}

enum status received_put(struct received_screen *screen, struct desk *desk, int row,
                         enum received_field field, const char *text, size_t *ret_changed,
                         struct err *err)
{
    autostr code = STR_INIT, before = STR_INIT, now = STR_INIT;
    const struct app_review_row *line = &screen->review->row[row];
    str_add(&code, line->code);
    say_field(line, field, &before);
    enum status status = received_load(screen, err);
    if (status)
        return status;
    for (size_t i = 0; i < screen->review->rows; i++)
        if (strcmp(screen->review->row[i].code, code.buf) == 0)
            say_field(&screen->review->row[i], field, &now);
    if (strcmp(before.buf, now.buf) != 0)
        return refuse_changed(_("What stands here"), now.buf, err);
    const struct app_mark mark = {.code = code.buf,
                                  .mark = field == RECEIVED_MARK ? text : NULL,
                                  .remark = field == RECEIVED_REMARK ? text : NULL,
                                  .follow_up = field == RECEIVED_FOLLOW ? text : NULL,
                                  .marks = field == RECEIVED_MARKS ? text : NULL};
    status = app_put_marks(screen->app, &screen->of, &mark, 1, ret_changed, err);
    if (!status)
        status = received_load(screen, err);
    if (!status)
        say_gave_way(screen, desk, code.buf, field, before.buf);
    return status;
}

static void take_stale(void *data, struct desk *desk, int choice)
{
    struct received_screen *screen = data;
    struct err err = {0};
    for (size_t i = 0; choice == STALE_TAKE_AWAY && i < screen->review->rows; i++)
        if (strcmp(screen->review->row[i].code, screen->asked_code.buf) == 0) {
            if (received_put(screen, desk, (int)i, RECEIVED_REMARK, "", NULL, &err))
                desk_fail(desk, &err);
            return;
        }
}

// ✗ asks for a remark, but does not wait for it: the mark stands already.
void received_ask_remark(struct received_screen *screen, struct desk *desk, int row, int before)
{
    const struct app_review_row *line = &screen->review->row[row];
    autostr code = STR_INIT;
    text_digits(&code, line->code, strlen(line->code), i18n_digits());
    if (line->mark.mark == TICK_NO && !*line->mark.remark)
        desk_say(desk, MESSAGE_WARNING, _("%s: ✗ without a remark; say why beside it"), code.buf);
    if (before != TICK_NO || line->mark.mark != TICK_YES || !*line->mark.remark)
        return;
    str_reset(&screen->asked_code);
    str_add(&screen->asked_code, line->code);
    stale_ask(desk, code.buf, line->mark.remark, take_stale, screen);
}

static enum status accept(void *data, struct desk *desk, int row, int col, const char *text,
                          struct err *err)
{
    struct received_screen *screen = data;
    const enum status status = received_put(screen, desk, row, screen->field[col], text, NULL, err);
    if (!status && desk)
        received_ask_remark(screen, desk, row, TICK_NONE); // it may be left for another return
    return status;
}

const struct grid_ops received_grid_ops = {.cell = cell, .source = source, .accept = accept};
