// SPDX-License-Identifier: GPL-3.0-or-later
// The list of all records of a kind.
#include "record_screens.h"

#include "orjon/base/text.h"

#include <stdlib.h>
#include <string.h>

struct record_cell {
    const char *text;
    enum style style;
};

// --- what is listed -----------------------------------------------------------------------------

// Where a word stands among those of a choice; numbers as such.
static long long value_of(const struct record_field *field, const char *text)
{
    const char *at = field->type == FIELD_CHOICE ? strstr(field->of, text) : NULL;
    return at ? at - field->of : field->type == FIELD_NUMBER ? strtoll(text, NULL, 10) : 0;
}

static int compare(const struct record *a, const struct record *b, int field, bool newest_first)
{
    int order = 0;
    if (field != RECORD_NONE) {
        const struct record_field *what = &record_shape(a->kind)->field[field];
        const char *x = a->text[field], *y = b->text[field];
        const long long m = value_of(what, x), n = value_of(what, y);
        if (!*x != !*y)
            return !*x ? 1 : -1; // what has none comes last
        order = (m > n) - (m < n);
        if (!order && what->type != FIELD_CHOICE && what->type != FIELD_NUMBER)
            order = strcmp(x, y);
    }
    if (!order)
        order = (a->id > b->id) - (a->id < b->id);
    return newest_first ? -order : order;
}

static int by_view(const void *a, const void *b, void *data)
{
    const struct record *x = a, *y = b;
    const struct record_list *list = data;
    const struct record_view *view = list->view;
    int order = view->is_past ? view->is_past(x) - view->is_past(y) : 0;
    if (!order && view->section != RECORD_NONE &&
        strcmp(x->text[view->section], y->text[view->section]) != 0)
        order = compare(x, y, view->section, view->newest_first);
    if (!order && list->sorted != RECORD_NONE)
        order = compare(x, y, view->column[list->sorted].field, list->backwards);
    return order ? order : compare(x, y, view->order, view->newest_first);
}

// Those that are past go behind the others, out of the list.
static size_t leave_out_past(struct record_list *list)
{
    struct record *record = list->records.record;
    size_t kept = 0;
    for (size_t i = 0; i < list->records.count; i++) {
        if (!list->all && list->view->is_past && list->view->is_past(&record[i]))
            continue;
        struct record one = record[i];
        record[i] = record[kept];
        record[kept++] = one;
    }
    return kept;
}

static const struct record_cell *cell_of(struct record_list *list, int record, int col)
{
    struct record_cell *cell = &list->cell[record * list->view->columns + col];
    if (!cell->text) {
        struct grid_cell said = {.text = STR_INIT, .style = STYLE_PLAIN};
        record_say(list->app, &list->records.record[record], &list->view->column[col], &said);
        cell->text = arena_text(&list->texts, said.text.buf, said.text.len);
        cell->style = said.style;
        str_done(&said.text);
    }
    return cell;
}

static void list_rows(struct record_list *list, size_t count)
{
    const int section = list->view->section;
    const struct record *record = list->records.record;
    list->row = mem_resize(list->row, 2 * count + 1, sizeof *list->row);
    list->rows = 0;
    for (size_t i = 0; i < count; i++) {
        if (section != RECORD_NONE &&
            (i == 0 || strcmp(record[i].text[section], record[i - 1].text[section]) != 0))
            list->row[list->rows++] = -1 - (int)i;
        list->row[list->rows++] = (int)i;
    }
    grid_set_rows(list->grid, list->rows);
}

static enum status load(struct record_list *list, struct err *err)
{
    struct records fresh = {0};
    enum status status = app_load_records(list->app, list->kind, 0, &fresh, err);
    if (status) {
        records_done(&fresh);
        return status;
    }
    records_done(&list->records);
    arena_done(&list->texts);
    list->records = fresh;
    const size_t count = leave_out_past(list);
    if (count)
        qsort_r(list->records.record, count, sizeof *list->records.record, by_view, list);
    free(list->cell);
    list->cell = mem_alloc((count * (size_t)list->view->columns + 1) * sizeof *list->cell);
    list_rows(list, count);
    return STATUS_OK;
}

static void mark(struct record_list *list, int64_t id)
{
    for (int r = 0; r < list->rows; r++)
        if (list->row[r] >= 0 && list->records.record[list->row[r]].id == id)
            grid_select(list->grid, r, grid_col(list->grid));
}

const struct record *record_list_marked(const struct record_list *list)
{
    const int row = grid_row(list->grid);
    return row < 0 || row >= list->rows || list->row[row] < 0
               ? NULL
               : &list->records.record[list->row[row]];
}

static int64_t newest(const struct record_list *list)
{
    int64_t id = 0;
    for (size_t i = 0; i < list->records.count; i++)
        id = list->records.record[i].id > id ? list->records.record[i].id : id;
    return id;
}

// What was marked stays marked; one that has come since is.
void record_list_resume(void *state, struct desk *desk)
{
    struct record_list *list = state;
    struct err err = {0};
    const struct record *marked = record_list_marked(list);
    const int64_t before = list->newest, id = marked ? marked->id : 0;
    if (load(list, &err))
        desk_fail(desk, &err);
    list->newest = newest(list);
    mark(list, before && list->newest > before ? list->newest : id);
}

// --- the picture --------------------------------------------------------------------------------

static void cell(void *data, int row, int col, struct grid_cell *ret)
{
    struct record_list *list = data;
    const struct record_cell *cell = cell_of(list, list->row[row], col);
    str_add(&ret->text, cell->text);
    ret->style = cell->style;
}

static bool section(void *data, int row, struct str *ret)
{
    const struct record_list *list = data;
    if (list->row[row] >= 0)
        return false;
    struct grid_cell text = {.text = STR_INIT};
    const struct record_column column = {.field = list->view->section};
    record_say(list->app, &list->records.record[-1 - list->row[row]], &column, &text);
    str_add(ret, text.text.len ? text.text.buf : "–");
    str_done(&text.text);
    return true;
}

// Once from the least, once from the greatest, then in the own order again.
static void sort(void *data, struct desk *desk, int col)
{
    struct record_list *list = data;
    const bool again = list->sorted == col;
    if (list->view->column[col].field == RECORD_NONE)
        return; // what is worked out has no order of its own
    list->sorted = again && list->backwards ? RECORD_NONE : col;
    list->backwards = again && !list->backwards;
    record_list_resume(list, desk);
}

static int sorted(void *data, int col)
{
    const struct record_list *list = data;
    return col != list->sorted ? 0 : list->backwards ? -1 : 1;
}

static const struct grid_ops grid_ops = {
    .cell = cell, .section = section, .sort = sort, .sorted = sorted};

static int columns_of(const char *text)
{
    return text_columns(text, strlen(text));
}

// Columns without a width of their own share what the others leave, the first the most of it that
// leaves each of them its least.
static void set_columns(struct record_list *list, int width)
{
    enum { LEAST = 12 };
    const struct record_view *view = list->view;
    int left = width - view->columns + 1, shares = 0, open = 0;
    for (int c = 0; c < view->columns; c++) {
        const struct record_column *column = &view->column[c];
        const int own = record_column_width(column, list->kind);
        const char *heading = column->heading
                                  ? column->heading
                                  : record_shape(list->kind)->field[column->field].label;
        list->column[c] = (struct grid_column){.heading = tr(heading), .columns = own};
        list->column[c].columns =
            own && own < columns_of(tr(heading)) ? columns_of(tr(heading)) : own;
        left -= list->column[c].columns;
        shares += own ? 0 : shares ? 1 : 2;
        open += !own;
    }
    for (int c = 0, share = 2; c < view->columns; c++) {
        if (list->column[c].columns)
            continue;
        const int most = left - LEAST * --open;
        int own = left * share / (shares ? shares : 1);
        own = own < most ? own : most;
        own = own > LEAST ? own : LEAST;
        left -= own;
        shares -= share;
        share = 1;
        list->column[c].columns = own;
    }
    grid_set_columns(list->grid, list->column, view->columns, 1);
}

void record_list_draw(void *state, struct canvas *canvas)
{
    struct record_list *list = state;
    title_draw(canvas, list->app, tr(list->view->title), app_office(list->app)->fiscal_year, 0);
    set_columns(list, canvas->cols);
    grid_draw(list->grid, canvas, 1, 0, canvas->rows - 1, canvas->cols);
    if (!list->rows) {
        const char *none = list->view->none;
        const char *text = none ? tr(none) : _("Nothing stands here yet; Ins begins the first one");
        canvas_wrapped(canvas, 4, 1, 2, canvas->cols - 2, STYLE_DIM, text, strlen(text));
    }
}

// --- the screen ---------------------------------------------------------------------------------

struct grid *record_list_grid(const void *state)
{
    return ((const struct record_list *)state)->grid;
}

enum screen_mode record_list_mode(const void *state)
{
    const struct record_list *list = state;
    return table_mode(list->grid, list->app);
}

static void seen(const void *state, struct str *ret)
{
    const struct record_list *list = state;
    const struct record *record = record_list_marked(list);
    for (int i = 0; record && i < record_shape(list->kind)->fields; i++)
        str_addf(ret, "%s\n", record->text[i]);
}

bool record_list_look(void *state, struct desk *desk, const struct key *key)
{
    const struct record_list *list = state;
    return look_again(state, desk, key, list->grid, list->app, record_list_resume, seen);
}

void record_list_free(void **state)
{
    struct record_list *list = *state;
    grid_free(&list->grid);
    records_done(&list->records);
    arena_done(&list->texts);
    free(list->cell);
    free(list->row);
    free(list);
    *state = NULL;
}

void record_list_push(struct desk *desk, struct app *app, enum record_kind kind)
{
    struct record_list *list = mem_alloc(sizeof *list);
    struct err err = {0};
    list->app = app;
    list->kind = kind;
    list->sorted = RECORD_NONE;
    list->view = record_view(kind);
    list->grid = grid_new(&grid_ops, list, list->column, 0, 0);
    set_columns(list, 80);
    if (load(list, &err)) {
        void *state = list;
        record_list_free(&state);
        desk_fail(desk, &err);
        return;
    }
    list->newest = newest(list);
    grid_select(list->grid, 0, 0);
    desk_push(desk, list->view->list, list);
}
