// SPDX-License-Identifier: GPL-3.0-or-later
// The table of the return form: which rows there are, what stands in them, what is typed into them.
#include "return.h"

#include "orjon/app/finalise.h"
#include "orjon/base/text.h"
#include "orjon/domain/missing.h"
#include "orjon/domain/schedule.h"

#include <stdio.h>
#include <string.h>

static bool has_finding(const struct findings *findings, const char *code)
{
    for (size_t i = 0; i < findings->count; i++)
        if (strcmp(findings->finding[i].indicator, code) == 0 && !findings->finding[i].answer)
            return true;
    return false;
}

static bool is_listed(const struct return_screen *screen, const struct findings *findings, size_t i)
{
    const struct book *book = screen->book;
    const struct indicator *indicator = &book->plan->indicator[i];
    switch (screen->filter) {
    case FILTER_EMPTY:
        return figure_is_missing(book->plan, indicator, &book->years[i].quarter[book->quarter - 1]);
    case FILTER_BEHIND:
        return schedule_of(indicator, &book->years[i], book->quarter, &book->scores[i],
                           app_today(screen->app)) == SCHEDULE_BEHIND;
    case FILTER_FINDINGS:
        return has_finding(findings, indicator->code);
    case FILTER_REMARKED:
        return return_remark(screen, i) != NULL;
    case FILTER_CHANGED:
        return return_has_changed(screen, i);
    default:
        return true;
    }
}

void return_list_rows(struct return_screen *screen)
{
    const struct plan *plan = screen->book->plan;
    const char *area = "";
    struct findings findings = {0};
    return_load_remarks(screen);
    if (screen->filter == FILTER_FINDINGS)
        app_check(screen->book, &findings, NULL);
    screen->listed = screen->book->reading;
    screen->rows = 0;
    screen->row = mem_resize(screen->row, 2 * plan->count + 1, sizeof *screen->row);
    for (size_t i = 0; i < plan->count; i++) {
        if (!is_listed(screen, &findings, i))
            continue;
        if (strcmp(plan->indicator[i].area, area) != 0) {
            area = plan->indicator[i].area;
            if (*area)
                screen->row[screen->rows++] = -1 - (int)i;
        }
        screen->row[screen->rows++] = (int)i;
    }
    findings_done(&findings);
    grid_set_rows(screen->grid, screen->rows);
}

const struct indicator *return_indicator(const struct return_screen *screen, size_t *ret_index)
{
    int row = grid_row(screen->grid);
    if (row < 0 || row >= screen->rows || screen->row[row] < 0)
        return NULL;
    *ret_index = (size_t)screen->row[row];
    return &screen->book->plan->indicator[*ret_index];
}

int return_row_of(const struct return_screen *screen, size_t indicator)
{
    for (int r = 0; r < screen->rows; r++)
        if (screen->row[r] == (int)indicator)
            return r;
    return -1;
}

int return_column_of(const struct return_screen *screen, enum return_field field)
{
    for (int c = 0; c < screen->columns; c++)
        if (screen->field[c] == field)
            return c;
    return -1;
}

int return_quarter_at(const struct return_screen *screen, int col)
{
    enum return_field field = screen->field[col];
    return field >= RETURN_Q1 && field <= RETURN_Q4 ? (int)field - RETURN_Q1 + 1 : 0;
}

static bool section(void *data, int row, struct str *ret)
{
    const struct return_screen *screen = data;
    if (screen->row[row] >= 0)
        return false;
    str_add(ret, screen->book->plan->indicator[-1 - screen->row[row]].area);
    return true;
}

void return_say_rate(struct str *ret, const struct score *score)
{
    if (!score->annual.set)
        return;
    say_mark(ret, &score->annual, 0);
    str_add_char(ret, '%');
}

static void quarter_cell(const struct return_screen *screen, size_t i, int quarter,
                         struct grid_cell *ret)
{
    const struct entry *entry = &screen->book->years[i].quarter[quarter - 1];
    if (!return_is_folded(screen, quarter))
        say_entry(&ret->text, &screen->book->plan->indicator[i], entry);
    ret->editable = return_is_open(screen, quarter);
    ret->style = !ret->editable ? STYLE_DIM : entry->notes ? STYLE_WARNING : STYLE_FIELD;
    if (return_change(screen, i, quarter))
        str_add(&ret->text, " ↺");
}

// What was remarked stands before it; quietly once it was answered or is past.
static void text_cell(const struct return_screen *screen, size_t i, struct grid_cell *ret)
{
    const struct app_remark *remark = return_remark(screen, i);
    if (remark) {
        str_addf(&ret->text, "%s ", remark->mark ? tick_sign(remark->mark) : "●");
        ret->style =
            *remark->answer.text || return_reviewed(screen)->corrected ? STYLE_DIM : STYLE_WARNING;
    }
    str_add(&ret->text, screen->book->plan->indicator[i].text);
}

static void cell(void *data, int row, int col, struct grid_cell *ret)
{
    const struct return_screen *screen = data;
    const size_t i = (size_t)screen->row[row];
    const struct indicator *indicator = &screen->book->plan->indicator[i];
    const struct score *score = &screen->book->scores[i];
    switch (screen->field[col]) {
    case RETURN_CODE:
        text_digits(&ret->text, indicator->code, strlen(indicator->code), i18n_digits());
        return;
    case RETURN_TEXT:
        text_cell(screen, i, ret);
        return;
    case RETURN_UNIT:
        str_add(&ret->text, indicator->unit);
        return;
    case RETURN_WEIGHT:
        if (indicator->weight.set)
            say_marks(&ret->text, indicator->weight);
        return;
    case RETURN_TARGET:
        target_write(&ret->text, indicator, &indicator->grade[0], user_style());
        return;
    case RETURN_TOTAL:
        say_total(&ret->text, indicator, score,
                  total_decimals(indicator, &screen->book->years[i], screen->book->quarter));
        return;
    case RETURN_PERCENT:
        return_say_rate(&ret->text, score);
        return;
    case RETURN_MARKS:
        if (score->marks.set)
            say_mark(&ret->text, &score->marks, 2);
        return;
    case RETURN_REMARK:
        str_add(&ret->text, screen->book->years[i].quarter[screen->book->quarter - 1].remark);
        return;
    default:
        quarter_cell(screen, i, return_quarter_at(screen, col), ret);
    }
}

// An edit starts from what was typed, not from how it is printed.
static void source(void *data, int row, int col, struct str *ret)
{
    const struct return_screen *screen = data;
    int quarter = return_quarter_at(screen, col);
    if (quarter)
        str_add(ret, screen->book->years[screen->row[row]].quarter[quarter - 1].typed);
}

static struct return_place place_of(const struct return_screen *screen, int row, int col)
{
    return (struct return_place){(size_t)screen->row[row], return_quarter_at(screen, col)};
}

static enum status accept(void *data, struct desk *desk, int row, int col, const char *text,
                          struct err *err)
{
    struct return_screen *screen = data;
    const struct return_place place = place_of(screen, row, col);
    const struct app_figure figure = return_figure(screen, &place, text);
    return return_enter(screen, desk, &figure, 1, err);
}

// --- blocks of a spreadsheet --------------------------------------------------------------------

static enum status check(void *data, int row, int col, const char *text, struct err *err)
{
    struct return_screen *screen = data;
    const struct return_place place = place_of(screen, row, col);
    struct entry entry;
    if (!place.quarter)
        return err_set(err, STATUS_INVALID, "%s", _("This column is not typed"));
    enum status status = app_may_change(screen->app, screen->book, place.quarter, err);
    if (status)
        return status;
    if (!return_is_open(screen, place.quarter))
        return err_set(err, STATUS_LOCKED, "%s", _("this is not the quarter in hand"));
    const struct app_figure figure = return_figure(screen, &place, text);
    return app_read_figure(screen->book, &figure, &entry, err);
}

static void name(void *data, int row, int col, struct str *ret)
{
    const struct return_screen *screen = data;
    const struct return_place place = place_of(screen, row, col);
    say_place(ret, screen->book->plan->indicator[place.indicator].code, place.quarter);
    if (!place.quarter)
        str_addf(ret, ", %s", screen->column[col].heading);
}

static enum status accept_all(void *data, struct desk *desk, const struct grid_put *puts, size_t n,
                              struct err *err)
{
    struct return_screen *screen = data;
    autofree struct app_figure *figures = mem_alloc((n + 1) * sizeof *figures);
    for (size_t i = 0; i < n; i++) {
        const struct return_place place = place_of(screen, puts[i].row, puts[i].col);
        figures[i] = return_figure(screen, &place, puts[i].text);
    }
    return return_enter(screen, desk, figures, n, err);
}

// --- finding ------------------------------------------------------------------------------------

static bool matches(void *data, int row, const char *sought)
{
    const struct return_screen *screen = data;
    if (screen->row[row] < 0)
        return false;
    const struct indicator *indicator = &screen->book->plan->indicator[screen->row[row]];
    return text_has(indicator->code, sought) || text_has(indicator->text, sought) ||
           text_has(indicator->activity, sought) || text_has(indicator->unit, sought);
}

const struct grid_ops return_grid_ops = {
    .cell = cell,
    .section = section,
    .source = source,
    .accept = accept,
    .check = check,
    .name = name,
    .accept_all = accept_all,
    .matches = matches,
};
