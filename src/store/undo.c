// SPDX-License-Identifier: GPL-3.0-or-later
// Undo and redo of figures. A row of the journal is undone when the newest row that names it in
// `undoes` is an undo. The undo of a figure has no name, that of anything else has (undo_words.c).
#include "orjon/store/undo.h"

#include "db.h"
#include "planrows.h"

#include "orjon/base/mem.h"
#include "orjon/store/entries.h"

#include <string.h>

struct step {
    int64_t seq;
    struct figure_key key;
    struct entry before, after; // as the row tells it: state and texts only
};

struct steps {
    struct step *step;
    size_t count, cap;
    struct arena texts;
    struct plan **plan; // those met so far
    size_t plans;
    const struct indicator **known; // all of theirs, in the order of their ids
    size_t known_count;
};

#define OF_PLAN(row)                                                                               \
    "(?2 IS NULL OR " row ".indicator IN (SELECT id FROM indicator WHERE plan = ?2))"
#define TAKEN_BACK                                                                                 \
    "coalesce((SELECT u.what = 'undo' FROM journal u WHERE u.undoes = r.seq"                       \
    " ORDER BY u.seq DESC LIMIT 1), 0)"
#define STILL_TAKEN_BACK                                                                           \
    "u.what = 'undo' AND u.what <> 'figure' AND u.name = '' AND NOT EXISTS"                        \
    " (SELECT 1 FROM journal x WHERE x.undoes = u.undoes AND x.seq > u.seq)"
#define COLUMNS                                                                                    \
    "SELECT r.seq, r.office, r.indicator, r.quarter, r.old_state, r.old_text, r.old_remark,"       \
    " r.new_state, r.new_text, r.new_remark FROM last "
#define OF_ONE(row)                                                                                \
    row ".office = ?1 AND " row ".indicator = ?2 AND (?3 IS NULL OR " row ".quarter = ?3)"

// A literal for all figures, or those of a plan, and one for those of an indicator, so that each is
// looked for where it is found at once: from the end of the journal, or in the index. The rows of a
// batch are in one row, and `last` is the newest of them.
static const char undo_all_sql[] =
    "WITH last AS (SELECT r.seq, r.batch FROM journal r WHERE r.what = 'figure' AND r.office = ?1"
    " AND " OF_PLAN("r") " AND NOT " TAKEN_BACK " ORDER BY r.seq DESC LIMIT 1) " COLUMNS
                         "CROSS JOIN journal r ON r.seq BETWEEN last.batch AND last.seq"
                         " WHERE r.what = 'figure' AND " OF_PLAN("r") " AND NOT " TAKEN_BACK
                                                                      " ORDER BY r.seq DESC";

static const char undo_one_sql[] = "WITH last AS (SELECT r.seq FROM journal r WHERE " OF_ONE(
    "r") " AND r.what = 'figure' AND NOT " TAKEN_BACK " ORDER BY r.seq DESC LIMIT 1) " COLUMNS
         "CROSS JOIN journal r ON r.seq = last.seq";

static const char redo_all_sql[] =
    "WITH last AS (SELECT u.seq, u.batch FROM journal u WHERE " STILL_TAKEN_BACK
    " AND u.office = ?1 AND " OF_PLAN(
        "u") " AND u.seq > coalesce((SELECT n.seq FROM journal n"
             " WHERE n.what = 'figure' AND " OF_PLAN(
                 "n") " ORDER BY n.seq DESC LIMIT 1), 0) ORDER BY u.seq DESC LIMIT 1) " COLUMNS
                      "CROSS JOIN journal u ON u.seq BETWEEN last.batch AND last.seq"
                      " CROSS JOIN journal r ON r.seq = u.undoes WHERE " STILL_TAKEN_BACK
                      " AND " OF_PLAN("u") " ORDER BY r.seq";

static const char redo_one_sql[] = "WITH last AS (SELECT u.undoes FROM journal u WHERE " OF_ONE(
    "u") " AND " STILL_TAKEN_BACK
         " AND NOT EXISTS (SELECT 1 FROM journal n WHERE n.seq > u.seq AND n.what = 'figure'"
         " AND n.office = u.office AND n.indicator = u.indicator AND n.quarter = u.quarter)"
         " ORDER BY u.seq DESC LIMIT 1) " COLUMNS "CROSS JOIN journal r ON r.seq = last.undoes";

static enum status read_side(struct query *query, int column, struct arena *texts,
                             struct entry *ret, struct err *err)
{
    int64_t state = db_integer(query, column);
    *ret = (struct entry){.typed = db_keep_text(query, column + 1, texts),
                          .remark = db_keep_text(query, column + 2, texts)};
    if (state < 0 || state >= ENTRY_STATE_COUNT)
        return db_damaged(query->store, _("a strange journal row"), err);
    ret->state = (enum entry_state)state;
    return STATUS_OK;
}

static enum status read_step(struct query *query, struct steps *steps, struct err *err)
{
    if (steps->count == steps->cap) {
        steps->cap = steps->cap ? steps->cap * 2 : 16;
        steps->step = mem_resize(steps->step, steps->cap, sizeof *steps->step);
    }
    struct step *step = &steps->step[steps->count++];
    step->seq = db_integer(query, 0);
    step->key = (struct figure_key){.office = db_integer(query, 1),
                                    .indicator = db_integer(query, 2),
                                    .quarter = db_quarter(query, 3),
                                    .undoes = step->seq};
    if (!step->key.quarter)
        return db_damaged(query->store, _("a strange journal row"), err);
    enum status status = read_side(query, 4, &steps->texts, &step->before, err);
    return status ? status : read_side(query, 7, &steps->texts, &step->after, err);
}

static enum status prepare(struct store *store, const struct store_undo *undo, struct query *ret,
                           struct err *err)
{
    enum status status =
        undo->indicator ? db_prepare(store, undo->redo ? redo_one_sql : undo_one_sql, ret, err)
                        : db_prepare(store, undo->redo ? redo_all_sql : undo_all_sql, ret, err);
    if (status)
        return status;
    db_bind_integer(ret, undo->office);
    if (undo->indicator) {
        db_bind_integer(ret, undo->indicator);
        db_bind_id(ret, undo->quarter);
    } else {
        db_bind_id(ret, undo->plan);
    }
    return STATUS_OK;
}

static enum status collect(struct store *store, const struct store_undo *undo, struct steps *steps,
                           struct err *err)
{
    autoquery query = {0};
    bool row = true;
    enum status status = prepare(store, undo, &query, err);
    while (!status && (status = db_step(&query, &row, err)) == STATUS_OK && row)
        status = read_step(&query, steps, err);
    if (status || steps->count)
        return status;
    return undo->redo ? err_set(err, STATUS_NOT_FOUND, _("There is nothing to redo"))
                      : err_set(err, STATUS_NOT_FOUND, _("There is nothing to undo"));
}

static int by_id(const void *a, const void *b)
{
    const struct indicator *x = *(const struct indicator *const *)a;
    const struct indicator *y = *(const struct indicator *const *)b;
    return (x->id > y->id) - (x->id < y->id);
}

static const struct indicator *find_known(const struct steps *steps, int64_t id)
{
    const struct indicator wanted = {.id = id}, *key = &wanted;
    const struct indicator **found =
        steps->known ? bsearch(&key, steps->known, steps->known_count, sizeof *found, by_id) : NULL;
    return found ? *found : NULL;
}

static void get_to_know(struct steps *steps, struct plan *plan)
{
    steps->plan = mem_resize(steps->plan, steps->plans + 1, sizeof *steps->plan);
    steps->plan[steps->plans++] = plan;
    steps->known = mem_resize(steps->known, steps->known_count + plan->count, sizeof *steps->known);
    for (size_t i = 0; i < plan->count; i++)
        steps->known[steps->known_count++] = &plan->indicator[i];
    qsort(steps->known, steps->known_count, sizeof *steps->known, by_id);
}

static enum status find_indicator(struct store *store, struct steps *steps, int64_t id,
                                  const struct indicator **ret, struct err *err)
{
    int64_t plan_id = 0;
    struct plan *plan = NULL;
    *ret = find_known(steps, id);
    if (*ret)
        return STATUS_OK;
    enum status status = plan_of_indicator(store, id, &plan_id, err);
    if (!status)
        status = store_load_plan(store, plan_id, &plan, err);
    if (status)
        return status;
    get_to_know(steps, plan);
    *ret = find_known(steps, id);
    return *ret ? STATUS_OK : db_damaged(store, _("an indicator cannot be read"), err);
}

static void free_steps(struct steps *steps)
{
    for (size_t i = 0; i < steps->plans; i++)
        plan_free(&steps->plan[i]);
    free(steps->plan);
    free(steps->known);
    free(steps->step);
    arena_done(&steps->texts);
}

// The text is read as the targets are now; a state that was set beside the text stays.
static enum status reread(const struct indicator *indicator, const struct entry *told,
                          struct entry *ret, struct err *err)
{
    *ret = *told;
    if (!*told->typed || (told->state != ENTRY_VALUE && told->state != ENTRY_NONE))
        return STATUS_OK;
    struct entry entry;
    const size_t n = strlen(told->typed);
    enum status status = entry_read(indicator, told->typed, n, ENTRY_TYPED, &entry, err);
    if (status)
        status = entry_read(indicator, told->typed, n, ENTRY_PRINTED, &entry, err);
    if (status || entry.state != told->state)
        return told->state == ENTRY_VALUE ? status : STATUS_OK;
    *ret = entry;
    ret->typed = told->typed;
    ret->remark = told->remark;
    return STATUS_OK;
}

static enum status take(struct store *store, struct steps *steps, const struct step *step,
                        bool redo, struct err *err)
{
    const struct entry *from = redo ? &step->before : &step->after;
    const struct indicator *indicator = NULL;
    struct entry present, wanted;
    enum status status = find_indicator(store, steps, step->key.indicator, &indicator, err);
    if (!status)
        status = store_load_entry(store, step->key.office, step->key.indicator, step->key.quarter,
                                  &steps->texts, &present, err);
    if (status)
        return status;
    if (present.state != from->state || strcmp(present.typed, from->typed) != 0 ||
        strcmp(present.remark, from->remark) != 0)
        return figure_changed(indicator->code, step->key.quarter, &present, err);
    status = reread(indicator, redo ? &step->after : &step->before, &wanted, err);
    return status ? status
                  : figure_write(store, &step->key, redo ? JOURNAL_REDO : JOURNAL_UNDO, &present,
                                 &wanted, "", err);
}

enum status store_undo(struct store *store, const struct store_undo *undo, size_t *ret_count,
                       struct err *err)
{
    struct steps steps = {0};
    enum status status = store_begin_write(store, err);
    if (status)
        return status;
    status = collect(store, undo, &steps, err);
    for (size_t i = 0; !status && i < steps.count; i++)
        status = take(store, &steps, &steps.step[i], undo->redo, err);
    *ret_count = steps.count;
    free_steps(&steps);
    return store_end(store, status, err);
}
