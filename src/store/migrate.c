// SPDX-License-Identifier: GPL-3.0-or-later
// The numbered SQL of db/: an older file is brought up to date, a strange one recognised.
#include "db.h"

#include "orjon/store/copies.h"
#include "schema.h"

#include <stdio.h>
#include <string.h>

static const struct migration migrations[] = {
    {(const char *)schema_001, schema_001_size},
};
enum { VERSION = sizeof migrations / sizeof *migrations };

int store_version(void)
{
    return VERSION;
}

const struct migration *schema_migrations(int *ret_count)
{
    *ret_count = VERSION;
    return migrations;
}

enum status db_version(struct store *store, int *ret, struct err *err)
{
    autoquery query = {0};
    bool row = false;
    enum status status = db_prepare(store, "PRAGMA user_version", &query, err);
    if (!status)
        status = db_step(&query, &row, err);
    if (!status)
        *ret = (int)db_integer(&query, 0);
    return status;
}

static enum status take_steps(struct store *store, const struct migration *list, int to,
                              struct err *err)
{
    int from = 0;
    enum status status = db_version(store, &from, err); // again: somebody may have been quicker
    for (; !status && from < to; from++)
        status = db_script(store, list[from].sql, err);
    if (status)
        return status;
    autostr done = STR_INIT;
    str_addf(&done, "PRAGMA user_version = %d", from); // takes no parameter
    return db_script(store, done.buf, err);
}

static enum status copy_aside(struct store *store, int version, struct err *err)
{
    char why[16];
    snprintf(why, sizeof why, "v%d", version);
    return store_keep_copy(store, why, err);
}

enum status migrate_to(struct store *store, const struct migration *list, int to, struct err *err)
{
    int from = 0;
    enum status status = db_version(store, &from, err);
    if (status || from >= to)
        return status;
    if (from > 0)
        status = copy_aside(store, from, err);
    if (!status)
        status = store_begin_write(store, err);
    if (status)
        return status;
    status = take_steps(store, list, to, err);
    if (status) {
        store_rollback(store);
        return status;
    }
    return store_commit(store, err);
}

// How many things the migrations up to `version` make.
static int count_made(const struct migration *list, int version)
{
    int made = 0;
    for (int i = 0; i < version; i++)
        for (const char *at = list[i].sql; (at = strstr(at, "\nCREATE ")) != NULL; at++)
            made++;
    return made;
}

static bool is_made_by(const struct migration *list, int version, const char *sql)
{
    for (int i = 0; i < version; i++)
        if (strstr(list[i].sql, sql))
            return true;
    return false;
}

// What SQLite itself adds: indexes of UNIQUE, the counter of AUTOINCREMENT, statistics.
static bool is_made_by_sqlite(const char *name, const char *sql)
{
    if (strncmp(name, "sqlite_", 7) != 0)
        return false;
    return !*sql || strcmp(sql, "CREATE TABLE sqlite_sequence(name,seq)") == 0 ||
           strcmp(sql, "CREATE TABLE sqlite_stat1(tbl,idx,stat)") == 0 ||
           strcmp(sql, "CREATE TABLE sqlite_stat4(tbl,idx,neq,nlt,ndlt,sample)") == 0;
}

// A file comes from a pen drive or by mail. A trigger or view in it would run inside our own
// statements, and a table with other checks would take what we refuse. SQLite keeps the words of
// every CREATE as they were, so they can be compared with ours.
enum status schema_check(struct store *store, const struct migration *list, int version,
                         struct err *err)
{
    autoquery query = {0};
    enum status status = db_prepare(store, "SELECT name, sql FROM sqlite_schema", &query, err);
    bool row = true;
    int found = 0;
    while (!status && (status = db_step(&query, &row, err)) == STATUS_OK && row) {
        const char *sql = (const char *)sqlite3_column_text(query.stmt, 1);
        const char *name = db_text(&query, 0);
        if (is_made_by_sqlite(name, sql ? sql : ""))
            continue;
        if (!sql || !is_made_by(list, version, sql))
            return err_set(err, STATUS_NOT_OFFICE,
                           _("%s holds something that orjon did not make (%s) and was not opened"),
                           store->path, name);
        found++;
    }
    if (!status && found != count_made(list, version))
        return db_damaged(store, _("parts are missing"), err);
    return status;
}
