// SPDX-License-Identifier: GPL-3.0-or-later
// The steps that SQLite's machine makes for each statement of all connections.
#pragma once

#include <sqlite3.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

struct step_count {
    char *sql;
    long most, all; // of one run of it, of all
};
struct steps {
    struct step_count *statement;
    size_t count;
};

static struct steps *counted; // NULL: nothing is

static inline struct step_count *steps_entry(struct steps *steps, const char *sql)
{
    for (size_t i = 0; i < steps->count; i++)
        if (strcmp(steps->statement[i].sql, sql) == 0)
            return &steps->statement[i];
    void *larger = realloc(steps->statement, (steps->count + 1) * sizeof *steps->statement);
    if (!larger)
        abort();
    steps->statement = larger;
    steps->statement[steps->count] = (struct step_count){.sql = strdup(sql)};
    return &steps->statement[steps->count++];
}

static inline int on_end(unsigned what, void *data, void *statement, void *nanoseconds)
{
    (void)what, (void)data, (void)nanoseconds;
    const int steps = sqlite3_stmt_status(statement, SQLITE_STMTSTATUS_VM_STEP, 1);
    const char *sql = sqlite3_sql(statement);
    if (!counted || !sql)
        return 0;
    struct step_count *step = steps_entry(counted, sql);
    step->most = step->most > steps ? step->most : steps;
    step->all += steps;
    return 0;
}

static inline int on_open(sqlite3 *db, char **error, const struct sqlite3_api_routines *api)
{
    (void)error, (void)api;
    sqlite3_trace_v2(db, SQLITE_TRACE_PROFILE, on_end, NULL);
    return SQLITE_OK;
}

// From now on, for every connection that is opened.
static inline void steps_watch(void)
{
    sqlite3_auto_extension((void (*)(void))on_open);
}

static inline void steps_done(struct steps *steps)
{
    for (size_t i = 0; i < steps->count; i++)
        free(steps->statement[i].sql);
    free(steps->statement);
    *steps = (struct steps){0};
}

// Counts into ret, from nothing, until steps_end.
static inline void steps_begin(struct steps *ret)
{
    steps_done(ret);
    counted = ret;
}

static inline void steps_end(void)
{
    counted = NULL;
}

// The most that one run of the statement took; 0 when it was not run.
static inline long steps_of(const struct steps *steps, const char *sql)
{
    for (size_t i = 0; i < steps->count; i++)
        if (strcmp(steps->statement[i].sql, sql) == 0)
            return steps->statement[i].most;
    return 0;
}

static inline long steps_all(const struct steps *steps)
{
    long all = 0;
    for (size_t i = 0; i < steps->count; i++)
        all += steps->statement[i].all;
    return all;
}
