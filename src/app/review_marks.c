// SPDX-License-Identifier: GPL-3.0-or-later
// What a reviewer says of indicators: put as typed, proposed, undone; the totals.
#include "reviews.h"

#include "orjon/base/text.h"

#include <string.h>

static const struct app_review_row *find_row(const struct app_review *r, const char *code)
{
    const struct indicator *indicator = r->plan ? plan_find(r->plan, code) : NULL;
    const char *wanted = indicator ? indicator->code : code;
    for (size_t i = 0; i < r->rows; i++)
        if (strcmp(r->row[i].code, wanted) == 0)
            return &r->row[i];
    return NULL;
}

static enum status read_follow_up(const char *typed, bool *ret, struct err *err)
{
    enum tick tick = TICK_NONE;
    if (tick_read(typed, strlen(typed), &tick, NULL))
        return err_set(err, STATUS_INVALID,
                       _("“%s” does not say whether to follow it up: yes or no"), typed);
    *ret = tick == TICK_YES;
    return STATUS_OK;
}

static enum status read_marks(const char *typed, struct maybe *ret, struct err *err)
{
    *ret = (struct maybe){0};
    if (!*typed || strcmp(typed, "-") == 0)
        return STATUS_OK;
    ret->set = true;
    return number_read(typed, strlen(typed), &ret->value, NULL, err);
}

// Over what is there.
static enum status read_mark(const struct app_mark *typed, struct str *remark,
                             struct store_mark *ret, struct err *err)
{
    enum tick tick = TICK_NONE;
    enum status status = STATUS_OK;
    if (typed->mark) {
        status = tick_read(typed->mark, strlen(typed->mark), &tick, err);
        ret->mark = (int)tick;
    }
    if (!status && typed->follow_up)
        status = read_follow_up(typed->follow_up, &ret->follow_up, err);
    if (!status && typed->marks)
        status = read_marks(typed->marks, &ret->marks, err);
    if (!status && typed->remark) {
        status = text_read(TEXT_REMARK, typed->remark, strlen(typed->remark), remark, err);
        ret->remark = remark->buf;
    }
    return status;
}

static enum status put(const struct app_review *r, const struct store_mark *mark, struct err *err)
{
    return store_put_mark(r->app->store, r->of.office, r->of.fiscal_year, r->of.plan, r->of.quarter,
                          mark, err);
}

static bool says_the_same(const struct store_mark *a, const struct store_mark *b)
{
    return a->mark == b->mark && a->follow_up == b->follow_up && a->marks.set == b->marks.set &&
           (!a->marks.set || a->marks.value == b->marks.value) && strcmp(a->remark, b->remark) == 0;
}

enum status reviews_put(const struct app_review *r, const struct app_mark *typed, size_t *changed,
                        struct err *err)
{
    const struct app_review_row *row = find_row(r, typed->code);
    const bool note = strcmp(typed->code, APP_REVIEW_NOTE) == 0;
    autostr remark = STR_INIT;
    if (!row && !note)
        return err_set(err, STATUS_NOT_FOUND, _("The plan %s has no indicator “%s”"), r->of.plan,
                       typed->code);
    struct store_mark mark = {.code = APP_REVIEW_NOTE, .remark = ""};
    if (row)
        mark = row->mark;
    const struct store_mark before = mark;
    enum status status = read_mark(typed, &remark, &mark, err);
    if (!status && note && (mark.mark != TICK_NONE || mark.marks.set))
        status = err_set(err, STATUS_INVALID, "%s",
                         _("A note on the whole return is a remark and has no mark"));
    if (status)
        return status;
    *changed += !says_the_same(&before, &mark);
    return put(r, &mark, err);
}

enum status app_put_marks_at(struct app *app, const struct app_review_of *of,
                             const struct app_mark_at *at, size_t count, size_t *ret_changed,
                             struct err *err)
{
    size_t changed = 0;
    autoreview *r = NULL;
    enum status status = app_begin(app, err);
    if (status)
        return status;
    for (size_t i = 0; !status && i < count; i++) {
        struct app_review_of own = *of;
        own.office = at[i].office;
        if (!r || r->of.office != own.office) {
            app_review_free(&r);
            status = app_review_open(app, &own, &r, err);
        }
        if (!status)
            status = reviews_put(r, &at[i].mark, &changed, err);
    }
    if (ret_changed)
        *ret_changed = changed;
    return app_end(app, status, err);
}

enum status app_put_marks(struct app *app, const struct app_review_of *of,
                          const struct app_mark *marks, size_t count, size_t *ret_changed,
                          struct err *err)
{
    autofree struct app_mark_at *at = mem_alloc((count + 1) * sizeof *at);
    for (size_t i = 0; i < count; i++)
        at[i] = (struct app_mark_at){of->office, marks[i]};
    return app_put_marks_at(app, of, at, count, ret_changed, err);
}

static enum status take_proposals(struct app *app, const struct app_review_of *of, const char *code,
                                  size_t *count, struct err *err)
{
    autoreview *r = NULL;
    enum status status = app_review_open(app, of, &r, err);
    for (size_t i = 0; !status && i < r->rows; i++) {
        struct store_mark mark = r->row[i].mark;
        if (mark.mark != TICK_NONE || r->row[i].proposed == TICK_NONE ||
            (code && strcmp(code, r->row[i].code) != 0))
            continue;
        mark.mark = (int)r->row[i].proposed;
        status = put(r, &mark, err);
        (*count)++;
    }
    return status;
}

enum status app_take_proposals_of(struct app *app, const struct app_review_of *of,
                                  const struct app_proposing *what, size_t *ret_count,
                                  struct err *err)
{
    *ret_count = 0;
    enum status status = app_begin(app, err);
    if (status)
        return status;
    for (size_t i = 0; !status && i < what->offices; i++) {
        struct app_review_of own = *of;
        own.office = what->office[i];
        status = take_proposals(app, &own, what->code, ret_count, err);
        if (what->progress)
            what->progress(what->data, i + 1, what->offices);
    }
    return app_end(app, status, err);
}

enum status app_take_proposals(struct app *app, const struct app_review_of *of, size_t *ret_count,
                               struct err *err)
{
    const struct app_proposing one = {.office = &of->office, .offices = 1};
    return app_take_proposals_of(app, of, &one, ret_count, err);
}

// --- undoing -------------------------------------------------------------------------------------

enum { TOLD_MAX = 20 }; // lines; of a table that was taken in nobody reads thousands
struct telling {
    const struct records *units;
    struct str *told;
    size_t count;
};

static void tell(void *data, int64_t office, const struct store_mark *mark)
{
    enum { BRIEF = 60 };
    struct telling *t = data;
    if (++t->count > TOLD_MAX)
        return;
    str_addf(t->told, "%s, %s: %s ", reviews_name(t->units, office), mark->code,
             tick_sign((enum tick)mark->mark));
    text_shorten(t->told, mark->remark, BRIEF);
    str_add_char(t->told, '\n');
}

enum status reviews_undo_marks(struct app *app, bool redo, struct str *ret_told, size_t *ret_count,
                               struct err *err)
{
    autorecords units = {0};
    struct telling t = {&units, ret_told, 0};
    const size_t before = ret_told->len;
    enum status status = app_load_records(app, RECORD_UNIT, 0, &units, err);
    if (!status)
        status = store_undo_marks(app->store, redo, tell, &t, err);
    if (!status && t.count > TOLD_MAX)
        str_addf(ret_told, _("and %s more\n"), SAY(t.count - TOLD_MAX));
    if (status)
        str_cut(ret_told, before);
    *ret_count = t.count;
    return status;
}

enum status app_undo_marks(struct app *app, bool redo, struct str *ret_told, struct err *err)
{
    size_t count = 0;
    app_keep_daily(app);
    return reviews_undo_marks(app, redo, ret_told, &count, err);
}

// --- totals -------------------------------------------------------------------------------------

struct matrix_filling {
    struct app_matrix *matrix;
    size_t cap;
};

static enum status add_cell(void *data, int64_t office, const struct store_mark *mark)
{
    struct matrix_filling *f = data;
    struct app_matrix *m = f->matrix;
    m->cell = arena_grow(&m->texts, m->cell, m->count, &f->cap, sizeof *m->cell);
    struct app_matrix_cell *cell = &m->cell[m->count++];
    *cell = (struct app_matrix_cell){office, *mark};
    cell->mark.code = arena_text(&m->texts, mark->code, strlen(mark->code));
    cell->mark.remark = arena_text(&m->texts, mark->remark, strlen(mark->remark));
    m->yes += mark->mark == TICK_YES;
    m->no += mark->mark == TICK_NO;
    return STATUS_OK;
}

enum status app_matrix_open(struct app *app, int fiscal_year, const char *plan, int quarter,
                            struct app_matrix *ret, struct err *err)
{
    const struct app_review_of of =
        reviews_filled(app, &(struct app_review_of){0, fiscal_year, quarter, plan});
    struct matrix_filling filling = {ret, 0};
    *ret = (struct app_matrix){0};
    enum status status =
        store_each_mark(app->store, 0, of.fiscal_year, plan, of.quarter, add_cell, &filling, err);
    if (status)
        app_matrix_done(ret);
    return status;
}

void app_matrix_done(struct app_matrix *matrix)
{
    arena_done(&matrix->texts);
    *matrix = (struct app_matrix){0};
}

const struct store_mark *app_matrix_find(const struct app_matrix *matrix, int64_t office,
                                         const char *code)
{
    size_t low = 0, high = matrix->count;
    while (low < high) {
        const size_t middle = (low + high) / 2;
        if (matrix->cell[middle].office < office)
            low = middle + 1;
        else
            high = middle;
    }
    for (; low < matrix->count && matrix->cell[low].office == office; low++)
        if (strcmp(matrix->cell[low].mark.code, code) == 0)
            return &matrix->cell[low].mark;
    return NULL;
}
