// SPDX-License-Identifier: GPL-3.0-or-later
// Targets that the office has changed for itself.
#include "db.h"
#include "planrows.h"

#include "orjon/base/refusal.h"
#include "orjon/domain/date.h"
#include "orjon/domain/template.h"
#include "orjon/store/seals.h"

#include <string.h>

enum status target_column(struct store *store, int64_t indicator, const char *name, size_t *ret,
                          struct err *err)
{
    autoquery query = {0};
    bool row = false;
    struct scale scale = scale_usual;
    struct arena names = {0};
    enum status status = db_first_of(
        store, "SELECT p.scale FROM indicator i JOIN plan p ON p.id = i.plan WHERE i.id = ?",
        indicator, &query, &row, err);
    const char *text = row ? db_text(&query, 0) : "";
    if (!status && (scale_read(text, strlen(text), &names, &scale, NULL) ||
                    !template_find(&scale, name, strlen(name), ret)))
        status = db_damaged(store, _("a strange journal row"), err);
    arena_done(&names);
    return status;
}

enum status store_each_target_change(struct store *store, int64_t plan,
                                     enum status (*each)(void *data, int64_t indicator,
                                                         const char *column, const char *text),
                                     void *data, struct err *err)
{
    autoquery query = {0};
    enum status status =
        db_prepare(store,
                   "SELECT i.id, c.column, c.text FROM indicator i"
                   " CROSS JOIN target_change c ON c.indicator = i.id"
                   " WHERE i.plan = ? AND i.position IS NOT NULL ORDER BY i.position",
                   &query, err);
    if (status)
        return status;
    db_bind_integer(&query, plan);
    bool row = true;
    while (!status && (status = db_step(&query, &row, err)) == STATUS_OK && row)
        status = each(data, db_integer(&query, 0), db_text(&query, 1), db_text(&query, 2));
    return status;
}

static enum status write_change(struct store *store, int64_t indicator, const char *column,
                                const char *text, struct err *err)
{
    autoquery query = {0};
    enum status status = db_prepare(store,
                                    "INSERT INTO target_change(indicator, column, text)"
                                    " VALUES (?, ?, ?) ON CONFLICT (indicator, column)"
                                    " DO UPDATE SET text = excluded.text",
                                    &query, err);
    if (status)
        return status;
    db_bind_integer(&query, indicator);
    db_bind_text(&query, column);
    db_bind_text(&query, text);
    return db_run(&query, err);
}

static enum status drop_change(struct store *store, int64_t indicator, const char *column,
                               struct err *err)
{
    autoquery query = {0};
    enum status status = db_prepare(
        store, "DELETE FROM target_change WHERE indicator = ? AND column = ?", &query, err);
    if (status)
        return status;
    db_bind_integer(&query, indicator);
    db_bind_text(&query, column);
    return db_run(&query, err);
}

// The indicator three times: as installed, as it was in force, as it shall be.
struct change {
    struct store *store;
    struct plan *installed, *before, *after;
    struct indicator *was_installed, *was, *now;
    const char *reason;
    const struct store_since *since; // NULL: of no day
    int32_t day;                     // from which it holds, or what it undoes; INT32_MIN: none
};

enum status plan_of_indicator(struct store *store, int64_t indicator, int64_t *ret, struct err *err)
{
    autoquery query = {0};
    bool row = false;
    enum status status =
        db_first_of(store, "SELECT plan FROM indicator WHERE id = ? AND position IS NOT NULL",
                    indicator, &query, &row, err);
    if (status)
        return status;
    if (!row)
        return err_set(err, STATUS_NOT_FOUND, _("%s: there is no such office or indicator"),
                       store->path);
    *ret = db_integer(&query, 0);
    return STATUS_OK;
}

// A return that was finalised for a quarter before that day is scored by what was before.
static enum status must_be_free(struct change *change, int64_t plan, struct err *err)
{
    unsigned sealed = 0;
    int year = 0, last = QUARTERS;
    autoquery query = {0};
    bool row = false;
    if (change->day == INT32_MIN)
        return plan_must_be_free(change->store, plan, err);
    enum status status = store_sealed_quarters(change->store, STORE_OWN_OFFICE, plan, &sealed, err);
    if (!status)
        status =
            db_prepare(change->store, "SELECT fiscal_year FROM plan WHERE id = ?", &query, err);
    if (status)
        return status;
    db_bind_integer(&query, plan);
    status = db_step(&query, &row, err);
    year = status || !row ? 0 : db_year(&query, 0);
    while (last && !(sealed >> (last - 1) & 1U))
        last--;
    if (!status && year && (!last || change->day > period_quarter_end(year, last)))
        return year_must_be_open(change->store, plan, 0, err);
    return status ? status : plan_must_be_free(change->store, plan, err);
}

static enum status begin_change(struct change *change, int64_t indicator, struct err *err)
{
    int64_t plan = 0;
    enum status status = plan_of_indicator(change->store, indicator, &plan, err);
    if (!status)
        status = must_be_free(change, plan, err);
    if (!status)
        status = store_load_plan_installed(change->store, plan, &change->installed, err);
    if (!status)
        status = store_load_plan(change->store, plan, &change->before, err);
    if (!status)
        status = store_load_plan(change->store, plan, &change->after, err);
    if (!status)
        status = plan_own_indicator(change->store, change->installed, indicator,
                                    &change->was_installed, err);
    if (!status)
        status = plan_own_indicator(change->store, change->before, indicator, &change->was, err);
    if (!status)
        status = plan_own_indicator(change->store, change->after, indicator, &change->now, err);
    return status;
}

static void end_change(struct change *change)
{
    plan_free(&change->installed);
    plan_free(&change->before);
    plan_free(&change->after);
}

static const char *name_of(const struct change *change, size_t column)
{
    return template_column(&change->after->scale, column);
}

static enum status set_column(struct change *change, const struct store_target *target,
                              struct err *err)
{
    autostr text = STR_INIT;
    const char *name = target->column < TEMPLATE_COLUMNS ? name_of(change, target->column) : NULL;
    if (!name || !template_column_changeable(target->column))
        return err_set(err, STATUS_INVALID, _("“%s” cannot be changed for one office"),
                       name ? name : "");
    if (target->text)
        str_add(&text, target->text);
    else
        template_get(change->was_installed, target->column, &text);
    return template_set(change->now, target->column, text.buf, text.len, &change->after->text, err);
}

// Kept as the template would write it, so that a target set back to what it was is no change.
static enum status keep_column(struct change *change, const struct target_step *step,
                               struct err *err)
{
    const size_t column = step->target.column;
    const char *name = name_of(change, column);
    autostr installed = STR_INIT, before = STR_INIT, now = STR_INIT, digest = STR_INIT,
            since = STR_INIT;
    int64_t seq = 0;
    template_get(change->was_installed, column, &installed);
    template_get(change->was, column, &before);
    template_get(change->now, column, &now);
    if (strcmp(before.buf, now.buf) == 0)
        return STATUS_OK;
    const int64_t id = change->now->id;
    enum status status = strcmp(installed.buf, now.buf) == 0
                             ? drop_change(change->store, id, name, err)
                             : write_change(change->store, id, name, now.buf, err);
    plan_digest(change->after, &digest);
    if (change->since) {
        date_write_iso(&since, change->since->day);
        str_addf(&since, " %s", change->since->order);
    }
    const struct journal_new row = {.what = step->what,
                                    .undoes = step->undoes,
                                    .indicator = id,
                                    .name = name,
                                    .old_text = before.buf,
                                    .new_text = now.buf,
                                    .digest = digest.buf,
                                    .reason = change->reason,
                                    .since = since.buf};
    return status ? status : journal_add(change->store, &row, &seq, err);
}

static enum status must_be(const struct change *change, const struct target_step *step,
                           struct err *err)
{
    autostr present = STR_INIT, target = STR_INIT;
    template_get(change->was, step->target.column, &present);
    if (!step->expected || strcmp(present.buf, step->expected) == 0)
        return STATUS_OK;
    str_addf(&target, _("%s of %s"), name_of(change, step->target.column), change->was->code);
    return refuse_changed(target.buf, present.buf, err);
}

static enum status make_change(struct change *change, const struct target_step *steps, size_t n,
                               struct err *err)
{
    enum status status = STATUS_OK;
    size_t culprit = 0;
    for (size_t i = 0; !status && i < n; i++)
        status = must_be(change, &steps[i], err);
    for (size_t i = 0; !status && i < n; i++)
        status = set_column(change, &steps[i].target, err);
    if (!status)
        status = template_fits(change->now, &culprit, err);
    if (!status)
        status = plan_must_be_whole(change->after, err);
    for (size_t i = 0; !status && i < n; i++)
        status = keep_column(change, &steps[i], err);
    return status ? status
                  : figures_reread(change->store, change->now, _("the target was changed"), err);
}

// That of the change which is undone or done again.
static enum status find_day(struct change *change, int64_t undoes, struct err *err)
{
    autoquery query = {0};
    bool row = false;
    if (!undoes)
        return STATUS_OK;
    enum status status =
        db_prepare(change->store, "SELECT new_remark FROM journal WHERE seq = ?", &query, err);
    if (status)
        return status;
    db_bind_integer(&query, undoes);
    status = db_step(&query, &row, err);
    const char *since = row ? db_text(&query, 0) : "";
    if (!status && *since && date_read_iso(since, strcspn(since, " "), &change->day, NULL))
        status = db_damaged(change->store, _("a strange journal row"), err);
    return status;
}

static enum status write(struct store *store, int64_t indicator, const struct target_step *steps,
                         size_t n, const struct store_since *since, const char *reason,
                         struct err *err)
{
    struct change change = {
        .store = store, .reason = reason, .since = since, .day = since ? since->day : INT32_MIN};
    enum status status = n && !since ? find_day(&change, steps->undoes, err) : STATUS_OK;
    if (!status)
        status = begin_change(&change, indicator, err);
    if (!status)
        status = make_change(&change, steps, n, err);
    end_change(&change);
    return status;
}

enum status targets_write(struct store *store, int64_t indicator, const struct target_step *steps,
                          size_t n, const char *reason, struct err *err)
{
    return write(store, indicator, steps, n, NULL, reason, err);
}

enum status store_set_targets_since(struct store *store, int64_t indicator,
                                    const struct store_target *targets, size_t n,
                                    const struct store_since *since, const char *reason,
                                    struct err *err)
{
    autofree struct target_step *steps = mem_alloc((n + 1) * sizeof *steps);
    enum status status = store_begin_write(store, err);
    if (status)
        return status;
    for (size_t i = 0; i < n; i++)
        steps[i] = (struct target_step){.target = targets[i], .what = JOURNAL_TARGET};
    status = write(store, indicator, steps, n, since, reason, err);
    return store_end(store, status, err);
}

enum status store_set_targets(struct store *store, int64_t indicator,
                              const struct store_target *targets, size_t n, const char *reason,
                              struct err *err)
{
    return store_set_targets_since(store, indicator, targets, n, NULL, reason, err);
}

enum status store_set_target(struct store *store, int64_t indicator, size_t column,
                             const char *text, const char *reason, struct err *err)
{
    const struct store_target target = {.column = column, .text = text};
    return store_set_targets(store, indicator, &target, 1, reason, err);
}

enum status store_clear_target(struct store *store, int64_t indicator, size_t column,
                               const char *reason, struct err *err)
{
    const struct store_target target = {.column = column, .text = NULL};
    return store_set_targets(store, indicator, &target, 1, reason, err);
}
