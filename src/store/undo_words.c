// SPDX-License-Identifier: GPL-3.0-or-later
// Undo and redo of targets and particulars: what the journal keeps as words, with a name.
#include "orjon/store/undo.h"

#include "db.h"
#include "planrows.h"

#include "orjon/base/mem.h"
#include "orjon/base/refusal.h"
#include "orjon/domain/office.h"
#include "orjon/store/office.h"

#include <stdlib.h>
#include <string.h>

struct step {
    int64_t seq, indicator;
    const char *name, *before, *after; // as the row tells it
};

struct steps {
    struct step *step;
    size_t count;
    int64_t batch; // the one that is taken
    int64_t since; // redo: the newest row of it
    struct arena texts;
};

// The indicator of a target, and the row in which its plan was installed last: what was changed
// before that, in a plan that was removed, in an indicator that the plan has no longer, or before
// an indicator of that code was added anew, is history.
#define OF_THE_PLAN                                                                                \
    " LEFT JOIN indicator i ON i.id = r.indicator LEFT JOIN (SELECT plan, max(seq) AS seq"         \
    " FROM journal WHERE what = 'plan' AND what <> 'figure' GROUP BY plan) p ON p.plan = i.plan"
#define IS_OF_THE_PLAN                                                                             \
    " AND (?3 IS NULL OR i.plan = ?3)"                                                             \
    " AND (r.indicator IS NULL OR ((i.position IS NOT NULL OR r.name = '" PLACE_NAME               \
    "') AND r.seq > coalesce(p.seq, 0)"                                                            \
    " AND NOT EXISTS (SELECT 1 FROM plan WHERE id = i.plan AND removed)"                           \
    " AND NOT EXISTS (SELECT 1 FROM journal a WHERE a.indicator = r.indicator"                     \
    " AND a.quarter IS NULL AND a.what = 'target' AND a.name = '" PLACE_NAME                       \
    "' AND a.old_text = '' AND a.seq > r.seq)))"

// Newest first. The first batch made the file: without it there would be no office.
static const char undo_sql[] =
    "SELECT r.seq, r.batch, r.indicator, r.name, r.old_text, r.new_text, r.seq"
    " FROM journal r" OF_THE_PLAN " WHERE r.what = ?1 AND r.what <> 'figure' AND r.batch > 1 AND "
    "(?2 IS NULL OR r.indicator = ?2)" IS_OF_THE_PLAN
    " AND coalesce((SELECT u.what <> 'undo' FROM journal u WHERE u.undoes = r.seq"
    " ORDER BY u.seq DESC LIMIT 1), 1) ORDER BY r.seq DESC";

static const char redo_sql[] =
    "SELECT r.seq, u.batch, r.indicator, r.name, r.old_text, r.new_text, u.seq FROM journal u"
    " CROSS JOIN journal r ON r.seq = u.undoes" OF_THE_PLAN
    " WHERE u.what = 'undo' AND u.what <> 'figure' AND r.what = ?1 AND (?2 IS NULL OR r.indicator "
    "= ?2)" IS_OF_THE_PLAN
    " AND NOT EXISTS (SELECT 1 FROM journal x WHERE x.undoes = u.undoes AND x.seq > u.seq)"
    " ORDER BY u.seq DESC";

static bool is_meant(const struct store_undo_words *undo, const char *name)
{
    return !undo->is_ours || undo->is_ours(name);
}

static enum status prepare(struct store *store, const char *sql,
                           const struct store_undo_words *undo, struct query *ret, struct err *err)
{
    enum status status = db_prepare(store, sql, ret, err);
    if (status)
        return status;
    db_bind_text(ret, journal_word(undo->is_ours ? JOURNAL_SETTING : JOURNAL_TARGET));
    db_bind_id(ret, undo->indicator);
    db_bind_id(ret, undo->plan);
    return STATUS_OK;
}

static void take_row(struct query *query, struct steps *steps)
{
    if (!steps->count) {
        steps->batch = db_integer(query, 1);
        steps->since = db_integer(query, 6);
    }
    steps->step = mem_resize(steps->step, steps->count + 1, sizeof *steps->step);
    steps->step[steps->count++] = (struct step){
        .seq = db_integer(query, 0),
        .indicator = db_integer(query, 2),
        .name = db_keep_text(query, 3, &steps->texts),
        .before = db_keep_text(query, 4, &steps->texts),
        .after = db_keep_text(query, 5, &steps->texts),
    };
}

// A newer change makes what was undone before it history.
static enum status find_newer(struct store *store, const struct store_undo_words *undo,
                              const struct steps *steps, bool *ret, struct err *err)
{
    autoquery query = {0};
    bool row = true;
    enum status status = prepare(store,
                                 "SELECT name FROM journal WHERE what = ?1 AND what <> 'figure'"
                                 " AND (?2 IS NULL OR indicator = ?2) AND (?3 IS NULL OR indicator"
                                 " IN (SELECT id FROM indicator WHERE plan = ?3)) AND seq > ?4",
                                 undo, &query, err);
    if (status)
        return status;
    db_bind_integer(&query, steps->since);
    while (!status && !*ret && (status = db_step(&query, &row, err)) == STATUS_OK && row)
        *ret = is_meant(undo, db_text(&query, 0));
    return status;
}

static enum status collect(struct store *store, const struct store_undo_words *undo,
                           struct steps *steps, struct err *err)
{
    autoquery query = {0};
    bool row = true, newer = false;
    enum status status = prepare(store, undo->redo ? redo_sql : undo_sql, undo, &query, err);
    while (!status && (status = db_step(&query, &row, err)) == STATUS_OK && row) {
        if (steps->count && db_integer(&query, 1) != steps->batch)
            break;
        if (is_meant(undo, db_text(&query, 3)))
            take_row(&query, steps);
    }
    if (!status && steps->count && undo->redo)
        status = find_newer(store, undo, steps, &newer, err);
    if (status || (steps->count && !newer))
        return status;
    return undo->redo ? err_set(err, STATUS_NOT_FOUND, _("There is nothing to redo"))
                      : err_set(err, STATUS_NOT_FOUND, _("There is nothing to undo"));
}

static enum status set_particular(struct store *store, const struct step *step, bool redo,
                                  struct err *err)
{
    const int field = office_field_from_key(step->name);
    autostr present = STR_INIT;
    enum status status = store_get_setting(store, step->name, &present, err);
    if (status)
        return status;
    if (strcmp(present.buf, redo ? step->before : step->after) != 0)
        return refuse_changed(field < 0 ? step->name : office_label((enum office_field)field),
                              present.buf, err);
    return setting_write(store, redo ? JOURNAL_REDO : JOURNAL_UNDO, step->seq, step->name,
                         redo ? step->after : step->before, err);
}

static enum status set_place(struct store *store, const struct step *step, bool redo,
                             struct err *err)
{
    const struct place_step place = {
        .indicator = step->indicator,
        .place = strtoll(redo ? step->after : step->before, NULL, 10),
        .what = redo ? JOURNAL_REDO : JOURNAL_UNDO,
        .undoes = step->seq,
        .expected = redo ? step->before : step->after,
        .reason = "",
    };
    return place_write(store, &place, err);
}

// The targets of one indicator together, as they may fit only so; returns how many steps that were.
static enum status set_targets(struct store *store, const struct step *steps, size_t count,
                               bool redo, size_t *ret_taken, struct err *err)
{
    autofree struct target_step *targets = mem_alloc(count * sizeof *targets);
    enum status status = STATUS_OK;
    size_t n = 0;
    *ret_taken = 1;
    if (strcmp(steps[0].name, PLACE_NAME) == 0)
        return set_place(store, &steps[0], redo, err);
    for (; !status && n < count && steps[n].indicator == steps[0].indicator &&
           strcmp(steps[n].name, PLACE_NAME) != 0;
         n++) {
        targets[n] = (struct target_step){
            .target = {.text = redo ? steps[n].after : steps[n].before},
            .what = redo ? JOURNAL_REDO : JOURNAL_UNDO,
            .undoes = steps[n].seq,
            .expected = redo ? steps[n].before : steps[n].after,
        };
        status =
            target_column(store, steps[n].indicator, steps[n].name, &targets[n].target.column, err);
    }
    *ret_taken = n;
    return status ? status : targets_write(store, steps[0].indicator, targets, n, "", err);
}

static enum status take(struct store *store, const struct store_undo_words *undo,
                        const struct steps *steps, struct err *err)
{
    enum status status = STATUS_OK;
    size_t taken = 1;
    for (size_t i = 0; !status && i < steps->count; i += taken)
        status = undo->is_ours ? set_particular(store, &steps->step[i], undo->redo, err)
                               : set_targets(store, &steps->step[i], steps->count - i, undo->redo,
                                             &taken, err);
    return status;
}

// Whether the newest row of the journal undoes, or does again, a row of the transaction
// in which the first of the steps was changed.
static enum status is_together(struct store *store, const struct steps *steps, bool *ret,
                               struct err *err)
{
    autoquery query = {0};
    bool row = false;
    enum status status =
        db_first_of(store,
                    "SELECT 1 FROM journal l CROSS JOIN journal d ON d.seq = l.undoes CROSS JOIN"
                    " journal s ON s.batch = d.batch WHERE s.seq = ?"
                    " AND l.seq = (SELECT max(seq) FROM journal)",
                    steps->step[0].seq, &query, &row, err);
    *ret = !status && row;
    return status;
}

// What is not together is no step.
static enum status collect_together(struct store *store, const struct store_undo_words *undo,
                                    struct steps *steps, struct err *err)
{
    struct err none = {0};
    bool together = false;
    enum status status = collect(store, undo, steps, &none);
    if (status && status != STATUS_NOT_FOUND)
        return err_set(err, status, "%s", err_text(&none));
    if (!status)
        status = is_together(store, steps, &together, err);
    else
        status = STATUS_OK;
    if (!together)
        steps->count = 0;
    return status;
}

enum status store_undo_words(struct store *store, const struct store_undo_words *undo,
                             void (*each)(void *data, const struct store_undone *undone),
                             void *data, struct err *err)
{
    struct steps steps = {0};
    enum status status = store_begin_write(store, err);
    if (status)
        return status;
    status = (undo->together ? collect_together : collect)(store, undo, &steps, err);
    if (!status)
        status = take(store, undo, &steps, err);
    status = store_end(store, status, err);
    for (size_t i = 0; !status && each && i < steps.count; i++) {
        const struct step *step = &steps.step[i];
        each(data, &(struct store_undone){step->indicator, step->name,
                                          undo->redo ? step->before : step->after,
                                          undo->redo ? step->after : step->before});
    }
    free(steps.step);
    arena_done(&steps.texts);
    return status;
}
