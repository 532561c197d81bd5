// SPDX-License-Identifier: GPL-3.0-or-later
// Marks typed into the matrix: one key a cell, ditto, a stretch filled, undone.
#include "matrix.h"

#include "orjon/base/text.h"

#include <string.h>

// --- put ----------------------------------------------------------------------------------------

// What is to be said of a cell, from what stands in it.
typedef struct app_mark (*saying)(const struct matrix_screen *screen, size_t row, size_t head,
                                  const void *data);

struct putting {
    struct app_mark_at *at;
    size_t count, replaced, changed;
    bool there;       // the first cell of the stretch still is,
    size_t row, head; // and where
};

static bool replaces(const struct store_mark *old, const struct app_mark *mark)
{
    enum tick tick = TICK_NONE;
    if (!old)
        return false;
    if (mark->mark && tick_read(mark->mark, strlen(mark->mark), &tick, NULL) == STATUS_OK &&
        old->mark != TICK_NONE && old->mark != (int)tick)
        return true;
    return mark->remark && *old->remark && strcmp(old->remark, mark->remark) != 0;
}

static void collect(const struct matrix_screen *screen, const struct matrix_stretch *s, saying say,
                    const void *data, struct putting *ret)
{
    const size_t most = (s->last_row - s->row + 1) * (s->last_head - s->head + 1);
    *ret = (struct putting){.at = mem_alloc(most * sizeof *ret->at)};
    for (size_t row = s->row; row <= s->last_row; row++)
        for (size_t head = s->head; head <= s->last_head; head++) {
            const struct compliance_cell *cell = matrix_cell(screen, row, head);
            const struct app_mark mark = say(screen, row, head, data);
            if (mark.mark ? !matrix_is_open(screen, row, head) : !cell->has && !cell->mark)
                continue;
            ret->replaced += replaces(cell->mark, &mark);
            ret->at[ret->count++] = (struct app_mark_at){matrix_office(screen, row), mark};
        }
}

struct app_review_of matrix_of(const struct matrix_screen *screen)
{
    return (struct app_review_of){
        .fiscal_year = screen->fiscal_year, .quarter = screen->quarter, .plan = screen->plan};
}

// Puts it into each cell of the stretch, as one step of undo.
static bool put(struct matrix_screen *screen, struct desk *desk, const struct matrix_stretch *s,
                saying say, const void *data, struct putting *ret)
{
    struct err err = {0};
    const struct app_review_of where = matrix_of(screen);
    collect(screen, s, say, data, ret);
    const enum status status =
        app_put_marks_at(screen->app, &where, ret->at, ret->count, &ret->changed, &err);
    ret->there = matrix_reread(screen, desk, s, &ret->row, &ret->head);
    free(ret->at);
    if (status)
        desk_fail(desk, &err);
    return !status;
}

void matrix_say_cell(const struct matrix_screen *screen, size_t row, size_t head, struct str *ret)
{
    matrix_say_code(screen, head, ret);
    str_addf(ret, ", %s", screen->c->row[row].office->office->name);
}

static void say_filled(struct desk *desk, const struct putting *p)
{
    if (!p->count)
        desk_say(desk, MESSAGE_INFO, "%s", _("Marks belong into the cells of the indicators"));
    else if (!p->changed)
        desk_say(desk, MESSAGE_INFO, "%s", _("Nothing changed: it stood there already"));
    else if (p->replaced)
        desk_say(desk, MESSAGE_WARNING, _("cells: %s, replaced: %s (Ctrl-Z undoes them)"),
                 SAY(p->count), SAY(p->replaced));
    else
        desk_say(desk, MESSAGE_GOOD, tr_count("%s cell", "%s cells", p->count), SAY(p->count));
}

static bool is_single(const struct matrix_stretch *s)
{
    return s->row == s->last_row && s->head == s->last_head;
}

// --- one key a cell -----------------------------------------------------------------------------

static struct app_mark say_mark_of(const struct matrix_screen *screen, size_t row, size_t head,
                                   const void *data)
{
    (void)row;
    return (struct app_mark){.code = screen->c->head[head].code, .mark = data};
}

// Along the indicators of the office, then on to the next office.
static void go_on(struct matrix_screen *screen, size_t row, size_t head)
{
    const struct compliance *c = screen->c;
    for (size_t at = row * c->heads + head + 1; at < c->rows * c->heads; at++)
        if (matrix_cell(screen, at / c->heads, at % c->heads)->has) {
            matrix_go(screen, at / c->heads, at % c->heads);
            return;
        }
}

// What stood there, where it was another mark or remark; a ✗ asks for its remark.
static void say_typed(const struct matrix_screen *screen, struct desk *desk,
                      const struct putting *p, enum tick before, const char *remark)
{
    const struct compliance_cell *cell = matrix_cell(screen, p->row, p->head);
    const enum tick now = cell->mark ? (enum tick)cell->mark->mark : TICK_NONE;
    const char *now_remark = cell->mark ? cell->mark->remark : "";
    autostr text = STR_INIT;
    matrix_say_cell(screen, p->row, p->head, &text);
    str_add(&text, ": ");
    if (*remark && strcmp(remark, now_remark) != 0)
        str_addf(&text, "“%s” → “%s”; ", remark, now_remark);
    if (before != TICK_NONE && before != now)
        str_addf(&text, "%s → ", tick_sign(before));
    str_add(&text, tick_sign(now));
    if (compliance_is_silent(cell))
        desk_say(desk, MESSAGE_WARNING,
                 _("%s without a remark: Ctrl-↑ goes back to it, F2 writes one"), text.buf);
    else if (!p->changed)
        desk_say(desk, MESSAGE_INFO, "%s. %s", text.buf,
                 _("Nothing changed: it stood there already"));
    else
        desk_say(desk, MESSAGE_GOOD, "%s", text.buf);
}

static void put_tick(struct matrix_screen *screen, struct desk *desk, const char *typed, bool on)
{
    struct matrix_stretch s;
    struct putting p;
    if (!matrix_stretch(screen, &s))
        return;
    const size_t row = s.row, head = s.head;
    const struct store_mark *mark = matrix_cell(screen, row, head)->mark;
    const enum tick before = mark ? (enum tick)mark->mark : TICK_NONE;
    if (head == screen->c->note && is_single(&s)) {
        desk_say(desk, MESSAGE_INFO, "%s",
                 _("A note on the whole return is a remark and has no mark"));
        return;
    }
    if (!put(screen, desk, &s, say_mark_of, typed, &p))
        return;
    if (!is_single(&s)) {
        say_filled(desk, &p);
        return;
    }
    if (!p.there)
        return;
    say_typed(screen, desk, &p, before, "");
    if (before == TICK_NO)
        matrix_ask_stale(screen, desk, p.row, p.head);
    if (on)
        go_on(screen, p.row, p.head);
}

void matrix_mark(void *state, struct desk *desk, const struct key *key)
{
    put_tick(state, desk, key->text, true);
}

void matrix_clear(void *state, struct desk *desk, const struct key *key)
{
    (void)key;
    put_tick(state, desk, "-", false);
}

// --- the same as another ------------------------------------------------------------------------

// From which cell a cell takes it.
struct source {
    size_t row, head;
    bool own_row, own_head; // of the same office, of the same indicator
};

static struct app_mark say_as(const struct matrix_screen *screen, size_t row, size_t head,
                              const void *data)
{
    const struct source *from = data;
    const struct store_mark *mark =
        matrix_cell(screen, from->own_row ? row : from->row, from->own_head ? head : from->head)
            ->mark;
    return (struct app_mark){.code = screen->c->head[head].code,
                             .mark = mark ? tick_word((enum tick)mark->mark) : "",
                             .remark = mark ? mark->remark : ""};
}

void matrix_ditto(void *state, struct desk *desk, const struct key *key)
{
    struct matrix_screen *screen = state;
    struct source from = {0};
    struct putting p;
    autostr remark = STR_INIT;
    size_t row = 0, head = 0;
    (void)key;
    if (!matrix_marked(screen, &row, &head))
        return;
    if (!matrix_place(screen, grid_row(screen->grid) - 1, grid_col(screen->grid), &from.row,
                      &from.head) ||
        !matrix_cell(screen, from.row, from.head)->mark) {
        desk_say(desk, MESSAGE_WARNING, "%s", _("Nothing is said in the cell above"));
        return;
    }
    const struct matrix_stretch one = {row, row, head, head};
    const struct store_mark *mark = matrix_cell(screen, row, head)->mark;
    const enum tick before = mark ? (enum tick)mark->mark : TICK_NONE;
    str_add(&remark, mark ? mark->remark : "");
    if (!put(screen, desk, &one, say_as, &from, &p))
        return;
    if (!p.there)
        return;
    say_typed(screen, desk, &p, before, remark.buf);
    go_on(screen, p.row, p.head);
}

void matrix_fill(void *state, struct desk *desk, const struct key *key)
{
    struct matrix_screen *screen = state;
    struct matrix_stretch s;
    struct putting p;
    if (!matrix_stretch(screen, &s) || is_single(&s)) {
        desk_say(desk, MESSAGE_INFO, "%s", _("First mark a stretch with Shift and the arrow keys"));
        return;
    }
    const bool offices = key_is_ctrl(key, 'd') != screen->turned; // goes from office to office
    const struct source from = {s.row, s.head, !offices, offices};
    if (put(screen, desk, &s, say_as, &from, &p))
        say_filled(desk, &p);
}

// --- followed up --------------------------------------------------------------------------------

static struct app_mark say_follow_up(const struct matrix_screen *screen, size_t row, size_t head,
                                     const void *data)
{
    (void)row;
    return (struct app_mark){.code = screen->c->head[head].code, .follow_up = data};
}

void matrix_follow_up(void *state, struct desk *desk, const struct key *key)
{
    struct matrix_screen *screen = state;
    struct matrix_stretch s;
    struct putting p;
    (void)key;
    if (!matrix_stretch(screen, &s))
        return;
    const struct store_mark *mark = matrix_cell(screen, s.row, s.head)->mark;
    const bool on = !(mark && mark->follow_up);
    if (put(screen, desk, &s, say_follow_up, on ? "yes" : "no", &p))
        desk_say(desk, MESSAGE_GOOD, "%s",
                 on ? _("To be asked after in the next quarter")
                    : _("No longer to be asked after"));
}

// --- back and forth -----------------------------------------------------------------------------

void matrix_undo(void *state, struct desk *desk, const struct key *key)
{
    struct matrix_screen *screen = state;
    review_undo_run(desk, &screen->undo, key_is_ctrl(key, 'y'));
}
