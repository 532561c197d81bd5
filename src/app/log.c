// SPDX-License-Identifier: GPL-3.0-or-later
// Reading the journal.
#include "orjon/app/verify.h"

#include "orjon/store/plans.h"
#include "orjon/store/replace.h"
#include "private.h"

#include <string.h>

// The store reads newest first, people oldest first: the rows are kept and turned round.
struct rows {
    struct journal_row *row;
    size_t count, cap;
    struct arena texts;
};

static const char *keep(struct rows *rows, const char *text)
{
    return arena_text(&rows->texts, text, strlen(text));
}

static enum status take(void *data, const struct journal_row *row)
{
    struct rows *rows = data;
    if (rows->count == rows->cap) {
        rows->cap = rows->cap ? rows->cap * 2 : 64;
        rows->row = mem_resize(rows->row, rows->cap, sizeof *rows->row);
    }
    struct journal_row *kept = &rows->row[rows->count++];
    *kept = *row;
    const char **texts[] = {&kept->at,        &kept->who,        &kept->host,       &kept->via,
                            &kept->plan_name, &kept->code,       &kept->name,       &kept->old_text,
                            &kept->new_text,  &kept->old_remark, &kept->new_remark, &kept->reason,
                            &kept->kind};
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        *texts[i] = keep(rows, *texts[i]);
    return STATUS_OK;
}

static enum status narrow(struct app *app, int fiscal_year, const char *name, const char *code,
                          struct journal_query *ret, struct err *err)
{
    struct plan *plan = NULL;
    enum status status = store_find_plan(
        app->store, fiscal_year ? fiscal_year : app->office.fiscal_year, name, &ret->plan, err);
    if (status || !code)
        return status;
    status = store_load_plan(app->store, ret->plan, &plan, err);
    if (status)
        return status;
    const struct indicator *indicator = plan_find(plan, code);
    if (indicator)
        ret->indicator = indicator->id;
    else
        status = err_set(err, STATUS_NOT_FOUND, _("The plan %s has no indicator “%s”"), name, code);
    plan_free(&plan);
    return status;
}

const char *app_log_replaced(const struct journal_row *row)
{
    return strcmp(row->old_text, STORE_UNREAD) == 0    ? N_("what was there could not be read")
           : strcmp(row->old_text, STORE_MISSING) == 0 ? N_("what was there is missing")
                                                       : "";
}

enum status app_log(struct app *app, int fiscal_year, const char *plan, const char *indicator,
                    int limit, enum status (*each)(void *data, const struct journal_row *row),
                    void *data, struct err *err)
{
    struct journal_query query = {.limit = limit};
    struct rows rows = {0};
    enum status status = plan ? narrow(app, fiscal_year, plan, indicator, &query, err) : STATUS_OK;
    if (status == STATUS_OK)
        status = store_read_journal(app->store, &query, take, &rows, err);
    for (size_t i = rows.count; i > 0 && status == STATUS_OK; i--)
        status = each(data, &rows.row[i - 1]);
    free(rows.row);
    arena_done(&rows.texts);
    return status;
}
