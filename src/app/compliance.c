// SPDX-License-Identifier: GPL-3.0-or-later
// The compliance matrix, put together from offices, their plans and their marks.
#include "orjon/app/compliance.h"

#include "orjon/base/i18n.h"
#include "private.h"

#include <string.h>

enum { NOWHERE = -1 };

// --- indicators ---------------------------------------------------------------------------------

// Codes are asked for in about the order in which they stand: the search goes on from the last one.
static size_t find_head(const struct compliance *c, const char *code, size_t from)
{
    for (size_t i = 0; i < c->heads; i++) {
        const size_t at = (from + i) % c->heads;
        if (strcmp(c->head[at].code, code) == 0)
            return at;
    }
    return c->heads;
}

static size_t add_head(struct compliance *c, const char *code, const char *text, size_t *cap)
{
    c->head = arena_grow(&c->texts, c->head, c->heads, cap, sizeof *c->head);
    c->head[c->heads] = (struct compliance_head){.code = code, .text = text};
    return c->heads++;
}

static void add_plan_heads(struct compliance *c, const struct plan *plan, size_t *cap)
{
    size_t at = 0;
    for (size_t i = 0; i < plan->count; i++) {
        at = find_head(c, plan->indicator[i].code, at);
        if (at == c->heads)
            add_head(c, plan->indicator[i].code, plan->indicator[i].text, cap);
        at++;
    }
}

static void mark_had(const struct compliance *c, const struct plan *plan,
                     struct compliance_cell *cells)
{
    size_t at = 0;
    for (size_t i = 0; i < plan->count; i++) {
        at = find_head(c, plan->indicator[i].code, at);
        cells[at++].has = true;
    }
}

// --- marks --------------------------------------------------------------------------------------

bool compliance_is_silent(const struct compliance_cell *cell)
{
    return cell->mark && cell->mark->mark == TICK_NO &&
           (!*cell->mark->remark || strcmp(cell->mark->remark, "-") == 0);
}

static void count_row(struct compliance *c, struct compliance_row *row)
{
    for (size_t i = 0; i < c->heads; i++) {
        const struct compliance_cell *cell = &row->cell[i];
        const size_t yes = cell->mark && cell->mark->mark == TICK_YES;
        const size_t no = cell->mark && cell->mark->mark == TICK_NO;
        row->yes += yes;
        row->no += no;
        row->silent += compliance_is_silent(cell);
        c->head[i].yes += yes;
        c->head[i].no += no;
    }
    c->yes += row->yes;
    c->no += row->no;
    c->silent += row->silent;
}

static void forget_row(struct compliance *c, struct compliance_row *row)
{
    for (size_t i = 0; i < c->heads; i++) {
        const struct store_mark *mark = row->cell[i].mark;
        c->head[i].yes -= mark && mark->mark == TICK_YES;
        c->head[i].no -= mark && mark->mark == TICK_NO;
        row->cell[i].mark = NULL;
    }
    c->yes -= row->yes;
    c->no -= row->no;
    c->silent -= row->silent;
    row->yes = row->no = row->silent = 0;
}

struct said { // one mark on its way to its cell
    int64_t office;
    size_t head;
    struct store_mark mark;
};

struct saying {
    struct compliance *c;
    struct said *said;
    size_t count, cap;
    size_t *heads_cap; // NULL: no indicators are added
    size_t at;         // the head of the last one
};

// A code that no plan has becomes an indicator of its own. Texts are kept where there are any.
static enum status take_mark(void *data, int64_t office, const struct store_mark *mark)
{
    struct saying *s = data;
    struct compliance *c = s->c;
    s->at = find_head(c, mark->code, s->at);
    if (s->at == c->heads && s->heads_cap)
        add_head(c, arena_text(&c->texts, mark->code, strlen(mark->code)), "", s->heads_cap);
    if (s->at == c->heads)
        return STATUS_OK;
    s->said = arena_grow(&c->texts, s->said, s->count, &s->cap, sizeof *s->said);
    struct said *said = &s->said[s->count++];
    *said = (struct said){office, s->at++, *mark};
    said->mark.code = c->head[said->head].code;
    said->mark.remark =
        *mark->remark ? arena_text(&c->texts, mark->remark, strlen(mark->remark)) : "";
    return STATUS_OK;
}

static enum status load_marks(struct saying *s, int64_t office, struct err *err)
{
    const struct below *b = s->c->below;
    return store_each_mark(b->app->store, office, b->fiscal_year, b->name, b->quarter, take_mark, s,
                           err);
}

enum status app_compliance_reread(struct compliance *compliance, size_t row, struct err *err)
{
    struct saying s = {.c = compliance};
    struct compliance_row *own = &compliance->row[row];
    const enum status status = load_marks(&s, own->office->office->unit->id, err);
    if (status)
        return status;
    forget_row(compliance, own);
    for (size_t i = 0; i < s.count; i++)
        own->cell[s.said[i].head].mark = &s.said[i].mark;
    count_row(compliance, own);
    return STATUS_OK;
}

// --- all of it ----------------------------------------------------------------------------------

// The row of each place of the tree, or NOWHERE.
static int *find_places(const struct compliance *c)
{
    const struct tree *tree = &c->below->offices.tree;
    int *places = mem_alloc((tree->count + 1) * sizeof *places);
    for (size_t i = 0; i < tree->count; i++)
        places[i] = NOWHERE;
    for (size_t i = 0; i < c->rows; i++)
        places[c->row[i].office->office - tree->office] = (int)i;
    return places;
}

static void put_marks(struct compliance *c, const struct saying *s)
{
    autofree int *places = find_places(c);
    for (size_t i = 0; i < s->count; i++) {
        const size_t place = tree_place(&c->below->offices.tree, s->said[i].office);
        const int row = place == TREE_TOP ? NOWHERE : places[place];
        if (row == NOWHERE)
            c->astray++;
        else
            c->row[row].cell[s->said[i].head].mark = &s->said[i].mark;
    }
    for (size_t i = 0; i < c->rows; i++)
        count_row(c, &c->row[i]);
}

// Offices that have one and the same plan mostly stand behind each other.
static void add_heads(struct compliance *c, size_t *cap)
{
    const struct below *b = c->below;
    const struct plan *last = b->plan;
    add_plan_heads(c, b->plan, cap);
    for (size_t i = 0; i < b->count; i++) {
        if (b->office[i].plan != last)
            add_plan_heads(c, b->office[i].plan, cap);
        last = b->office[i].plan;
    }
    c->note = add_head(c, APP_REVIEW_NOTE, _("Note on the whole return"), cap);
}

static void lay_rows(struct compliance *c)
{
    const struct below *b = c->below;
    c->rows = b->count;
    c->row = arena_alloc(&c->texts, (c->rows + 1) * sizeof *c->row);
    for (size_t i = 0; i < c->rows; i++) {
        struct compliance_row *row = &c->row[i];
        row->office = &b->office[i];
        row->cell = arena_alloc(&c->texts, (c->heads + 1) * sizeof *row->cell);
        mark_had(c, row->office->plan, row->cell);
    }
}

static enum status load(struct compliance *c, struct err *err)
{
    size_t cap = 0;
    struct saying s = {.c = c, .heads_cap = &cap};
    add_heads(c, &cap);
    const enum status status = load_marks(&s, 0, err);
    if (status)
        return status;
    lay_rows(c);
    put_marks(c, &s);
    return STATUS_OK;
}

enum status app_compliance_open(struct app *app, int fiscal_year, int quarter, const char *plan,
                                struct compliance **ret, struct err *err)
{
    const struct app_below_of of = {
        .fiscal_year = fiscal_year, .quarter = quarter, .plan = plan, .anyway = true};
    struct compliance *c = mem_alloc(sizeof *c);
    *c = (struct compliance){.app = app};
    enum status status = app_below_open(app, &of, &c->below, err);
    if (!status)
        status = load(c, err);
    if (status)
        app_compliance_free(&c);
    else
        *ret = c;
    return status;
}

void app_compliance_free(struct compliance **compliance)
{
    struct compliance *c = *compliance;
    if (!c)
        return;
    app_below_free(&c->below);
    arena_done(&c->texts);
    free(c);
    *compliance = NULL;
}
