// SPDX-License-Identifier: GPL-3.0-or-later
// How an older file is brought up to date, step by step.
#include "db.h"

#include "orjon/store/copies.h"

#include <stdio.h>

enum status db_version(struct store *store, int *ret, struct err *err)
{
    autoquery query = {0};
    bool row = false;
    enum status status = db_first(store, "PRAGMA user_version", &query, &row, err);
    if (!status)
        *ret = (int)db_integer(&query, 0);
    return status;
}

// Not to be committed before it is what it ought to be: what the next opening would refuse, or what
// left a reference without its row.
static enum status take_steps(struct store *store, struct err *err)
{
    const struct schema *to = store->known;
    int from = 0;
    enum status status = db_version(store, &from, err); // again: somebody may have been quicker
    if (status || from >= to->version)
        return status;
    for (; !status && from < to->version; from++)
        status = db_script(store, to->step[from].sql, err);
    if (status)
        return status;
    autostr done = STR_INIT;
    str_addf(&done, "PRAGMA user_version = %d", from); // takes no parameter
    status = db_script(store, done.buf, err);
    if (!status)
        status = schema_check(store, from, err);
    return status ? status : db_check_references(store, err);
}

static enum status migrate_at_once(struct store *store, struct err *err)
{
    enum status status = store_begin_write(store, err);
    if (status)
        return status;
    status = take_steps(store, err);
    return store_end(store, status, err);
}

// A table that others refer to can only be made anew while nobody looks at references (they are all
// looked at before the end), and take the place of the old one while a RENAME keeps to its table.
void db_ready_for_steps(struct store *store, bool ready)
{
    sqlite3_db_config(store->db, SQLITE_DBCONFIG_ENABLE_FKEY, !ready, NULL);
    sqlite3_db_config(store->db, SQLITE_DBCONFIG_LEGACY_ALTER_TABLE, ready, NULL);
    // SQLite 3.37 itself quotes so when it looks whether the rows keep to a column that is added.
    sqlite3_db_config(store->db, SQLITE_DBCONFIG_DQS_DML, ready, NULL);
}

static enum status copy_aside(struct store *store, int version, struct err *err)
{
    char why[16];
    snprintf(why, sizeof why, "v%d", version);
    return store_keep_copy(store, why, err);
}

enum status migrate(struct store *store, struct err *err)
{
    int from = 0;
    enum status status = db_version(store, &from, err);
    if (status || from >= store->known->version)
        return status;
    if (from > 0 && !store->is_part)
        status = copy_aside(store, from, err);
    if (status)
        return status;
    db_ready_for_steps(store, true);
    status = migrate_at_once(store, err);
    db_ready_for_steps(store, false);
    return status;
}
