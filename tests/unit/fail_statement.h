// SPDX-License-Identifier: GPL-3.0-or-later
// A statement of SQLite that fails, or at which the process is killed: the n-th of all connections,
// while it is prepared or while it runs.
#pragma once

#include <signal.h>
#include <sqlite3.h>
#include <stdbool.h>
#include <string.h>
#include <unistd.h>

enum fault { NO_FAULT, WHILE_PREPARED, WHILE_RUN };

// Of every connection, also those that an operation opens for itself.
static struct {
    enum fault kind;
    long at, count; // statements
    bool due, fired;
    bool kills; // the process, instead of failing
} fault;

static inline bool is_due(enum fault kind)
{
    if (fault.kind != kind || ++fault.count != fault.at)
        return false;
    if (fault.kills)
        kill(getpid(), SIGKILL);
    fault.fired = true;
    return true;
}

static inline int on_prepare(void *data, int action, const char *a, const char *b, const char *c,
                             const char *d)
{
    (void)data, (void)a, (void)b, (void)c, (void)d;
    if (action == SQLITE_READ || action == SQLITE_FUNCTION)
        return SQLITE_OK;
    return is_due(WHILE_PREPARED) ? SQLITE_DENY : SQLITE_OK;
}

static inline int on_run(unsigned what, void *data, void *statement, void *text)
{
    (void)what, (void)data, (void)statement;
    if (strncmp(text, "--", 2) != 0 && is_due(WHILE_RUN)) // a comment: a trigger's part of one
        fault.due = true;
    return 0;
}

static inline int on_step(void *data)
{
    (void)data;
    const bool due = fault.due;
    fault.due = false;
    return due;
}

static inline int on_open(sqlite3 *db, char **error, const struct sqlite3_api_routines *api)
{
    (void)error, (void)api;
    sqlite3_set_authorizer(db, on_prepare, NULL);
    sqlite3_trace_v2(db, SQLITE_TRACE_STMT, on_run, NULL);
    sqlite3_progress_handler(db, 1, on_step, NULL);
    return SQLITE_OK;
}

// From now on, for every connection that is opened.
static inline void fault_watch(void)
{
    sqlite3_auto_extension((void (*)(void))on_open);
}

static inline void fault_set(enum fault kind, long at)
{
    fault.kind = kind;
    fault.at = at;
    fault.count = 0;
    fault.due = fault.fired = false;
}
