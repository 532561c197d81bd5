// SPDX-License-Identifier: GPL-3.0-or-later
// The journal's rows about seals, in their order.
#include "acts.h"

#include "orjon/base/text.h"
#include "orjon/store/replace.h"
#include "orjon/store/seals.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { REVISIONS_MAX = 1000000 };

static const struct act *find(const struct acts *acts, const char *plan, int quarter)
{
    for (size_t i = 0; i < acts->count; i++)
        if (acts->act[i].quarter == quarter && strcmp(acts->act[i].plan, plan) == 0)
            return &acts->act[i];
    return NULL;
}

const struct act *acts_find(const struct acts *acts, const char *plan, int quarter)
{
    return find(acts, plan, quarter);
}

static int year_of(const char *plan)
{
    return (int)strtol(plan, NULL, 10);
}

int acts_next(const struct acts *acts, const char *plan, int quarter)
{
    const struct act *act = find(acts, plan, quarter);
    int next = 0;
    for (size_t i = 0; i < acts->losses && !act; i++)
        next += year_of(plan) <= acts->lost[i];
    return act ? act->next : next;
}

static struct act *find_or_add(struct acts *acts, const char *plan, int quarter)
{
    const struct act *there = find(acts, plan, quarter);
    if (there)
        return &acts->act[there - acts->act];
    const int next = acts_next(acts, plan, quarter);
    if (acts->count == acts->cap) {
        acts->cap = acts->cap ? acts->cap * 2 : 32;
        acts->act = mem_resize(acts->act, acts->cap, sizeof *acts->act);
    }
    struct act *act = &acts->act[acts->count++];
    *act = (struct act){.plan = arena_text(&acts->texts, plan, strlen(plan)),
                        .quarter = quarter,
                        .next = next,
                        .hash = ""};
    return act;
}

static void lose(struct acts *acts, int year)
{
    for (size_t i = 0; i < acts->count; i++)
        acts->act[i].next += year_of(acts->act[i].plan) <= year;
    if (acts->losses == acts->losses_cap) {
        acts->losses_cap = acts->losses_cap ? acts->losses_cap * 2 : 8;
        acts->lost = mem_resize(acts->lost, acts->losses_cap, sizeof *acts->lost);
    }
    acts->lost[acts->losses++] = year;
}

static int number(const char *text)
{
    const long value = strtol(text, NULL, 10);
    return value < 0 || value > REVISIONS_MAX ? REVISIONS_MAX : (int)value;
}

struct act_row { // as the journal has it
    int64_t seq;
    const char *what, *plan, *name, *old_text, *new_text, *at;
    int quarter;
};

static void take(struct acts *acts, const struct act_row *row)
{
    const bool seals = strcmp(row->what, "seal") == 0, opens = strcmp(row->what, "reopen") == 0;
    if (strcmp(row->what, "restore") == 0) {
        if (strcmp(row->old_text, STORE_UNREAD) == 0)
            lose(acts, year_of(row->at));
        return;
    }
    struct act *act = find_or_add(acts, seals || opens ? row->plan : row->name, row->quarter);
    if (!seals && !opens) {
        const int next = number(row->new_text);
        act->next = act->next < next ? next : act->next;
        return;
    }
    if (!acts->wrong && (number(row->name) != act->next || seals == act->locked))
        acts->wrong = row->seq;
    act->revision = number(row->name);
    act->next = act->revision + seals;
    act->locked = seals;
    act->hash = arena_text(&acts->texts, row->new_text, strlen(row->new_text));
    act->seq = row->seq;
}

enum status acts_read(struct store *store, int64_t office, struct acts *ret, struct err *err)
{
    autoquery query = {0};
    bool row = true;
    enum status status = db_prepare(
        store,
        "SELECT j.seq, j.what, p.fiscal_year || ' ' || p.name, j.quarter, j.name, j.old_text,"
        " j.new_text, j.at FROM journal j LEFT JOIN plan p ON p.id = j.plan"
        " WHERE j.what IN ('seal', 'reopen', 'restore', 'gone') AND (j.office = ? OR j.what = "
        "'restore') ORDER BY j.seq",
        &query, err);
    if (status)
        return status;
    db_bind_integer(&query, office);
    while (!status && (status = db_step(&query, &row, err)) == STATUS_OK && row) {
        struct arena texts = {0}; // a washed text lives until the next step only
        const struct act_row found = {.seq = db_integer(&query, 0),
                                      .what = db_keep_text(&query, 1, &texts),
                                      .plan = db_keep_text(&query, 2, &texts),
                                      .quarter = (int)db_integer(&query, 3),
                                      .name = db_keep_text(&query, 4, &texts),
                                      .old_text = db_keep_text(&query, 5, &texts),
                                      .new_text = db_keep_text(&query, 6, &texts),
                                      .at = db_keep_text(&query, 7, &texts)};
        take(ret, &found);
        arena_done(&texts);
    }
    return status;
}

void acts_done(struct acts *acts)
{
    free(acts->act);
    free(acts->lost);
    arena_done(&acts->texts);
    *acts = (struct acts){0};
}

enum status acts_plan(struct store *store, int64_t plan, struct str *ret, struct err *err)
{
    autoquery query = {0};
    bool row = false;
    enum status status = db_first_of(
        store, "SELECT fiscal_year || ' ' || name FROM plan WHERE id = ?", plan, &query, &row, err);
    if (!status && row)
        str_add(ret, db_text(&query, 0));
    return status;
}

enum status store_find_hash(struct store *store, const char *beginning, struct store_found *ret,
                            struct err *err)
{
    autoquery query = {0};
    bool row = false;
    enum status status = db_prepare(
        store,
        "SELECT j.seq, j.plan, j.quarter, iif(j.what = 'seal', j.name, j.new_text - 1),"
        " iif(j.what = 'seal', j.new_text, j.old_text) AS hash_then,"
        " iif(j.what = 'seal', p.fiscal_year || ' ' || p.name, j.name), j.at, j.who"
        " FROM journal j LEFT JOIN plan p ON p.id = j.plan"
        " WHERE j.what IN ('seal', 'reopen', 'restore', 'gone') AND j.what IN ('seal', 'gone')"
        " AND substr(hash_then, 1, ?1) = ?2 ORDER BY j.what DESC, j.seq DESC LIMIT 1",
        &query, err);
    if (status)
        return status;
    db_bind_integer(&query, (int64_t)strlen(beginning));
    db_bind_text(&query, beginning);
    *ret = (struct store_found){0};
    status = db_step(&query, &row, err);
    if (status || !row)
        return status;
    ret->seq = db_integer(&query, 0);
    ret->plan = db_integer(&query, 1);
    ret->quarter = (int)db_integer(&query, 2);
    ret->revision = number(db_text(&query, 3));
    snprintf(ret->hash, sizeof ret->hash, "%s", db_text(&query, 4));
    text_copy(ret->name, sizeof ret->name, db_text(&query, 5));
    snprintf(ret->at, sizeof ret->at, "%s", db_text(&query, 6));
    text_copy(ret->who, sizeof ret->who, db_text(&query, 7));
    return STATUS_OK;
}

enum status store_verify_acts(struct store *store, struct err *err)
{
    autoacts acts = {0};
    enum status status = acts_read(store, STORE_OWN_OFFICE, &acts, err);
    if (status || !acts.wrong)
        return status;
    return err_set(
        err, STATUS_DAMAGED,
        _("%s is damaged: row %s of the journal has a revision that was not due; go back "
          "to a backup"),
        store->path, SAY(acts.wrong));
}
