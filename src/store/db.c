// SPDX-License-Identifier: GPL-3.0-or-later
// Statements: prepared once, bound by position, read safely.
#include "db.h"

#include "orjon/base/mem.h"
#include "orjon/base/text.h"

#include <string.h>

static struct cached *find_cached(struct store *store, const char *sql)
{
    for (size_t i = 0; i < store->cached_count; i++)
        if (store->cached[i].sql == sql)
            return &store->cached[i];
    if (store->cached_count == CACHED_MAX)
        return NULL;
    struct cached *cached = &store->cached[store->cached_count++];
    *cached = (struct cached){.sql = sql};
    return cached;
}

enum status db_prepare(struct store *store, const char *sql, struct query *ret, struct err *err)
{
    struct cached *cached = find_cached(store, sql);
    if (cached && cached->used)
        cached = NULL;
    sqlite3_stmt *stmt = cached ? cached->stmt : NULL;
    if (!stmt) {
        unsigned flags = cached ? SQLITE_PREPARE_PERSISTENT : 0;
        int rc = sqlite3_prepare_v3(store->db, sql, -1, flags, &stmt, NULL);
        if (rc != SQLITE_OK)
            return db_fail(store, rc, err);
    }
    if (cached) {
        cached->stmt = stmt;
        cached->used = true;
    }
    *ret = (struct query){.store = store, .stmt = stmt, .cached = cached};
    return STATUS_OK;
}

void db_done(struct query *query)
{
    arena_done(&query->washed);
    if (query->cached) {
        sqlite3_reset(query->stmt);
        sqlite3_clear_bindings(query->stmt);
        query->cached->used = false;
    } else {
        sqlite3_finalize(query->stmt);
    }
    *query = (struct query){0};
}

static void note(struct query *query, int rc)
{
    if (query->rc == SQLITE_OK)
        query->rc = rc;
}

void db_bind_integer(struct query *query, int64_t value)
{
    note(query, sqlite3_bind_int64(query->stmt, ++query->bound, value));
}

void db_bind_id(struct query *query, int64_t id)
{
    if (id)
        db_bind_integer(query, id);
    else
        db_bind_null(query);
}

void db_bind_null(struct query *query)
{
    note(query, sqlite3_bind_null(query->stmt, ++query->bound));
}

void db_bind_number(struct query *query, struct maybe number, int decimals)
{
    if (number.set)
        db_bind_integer(query, number_pack(number.value, decimals));
    else
        db_bind_null(query);
}

void db_bind_text(struct query *query, const char *text)
{
    note(query, sqlite3_bind_text(query->stmt, ++query->bound, text, -1, SQLITE_STATIC));
}

void db_bind_bytes(struct query *query, const char *bytes, size_t n)
{
    note(query, sqlite3_bind_blob64(query->stmt, ++query->bound, bytes, n, SQLITE_STATIC));
}

void db_bind_text_or_null(struct query *query, const char *text)
{
    if (*text)
        db_bind_text(query, text);
    else
        note(query, sqlite3_bind_null(query->stmt, ++query->bound));
}

enum status db_step(struct query *query, bool *ret_row, struct err *err)
{
    struct store *store = query->store;
    // After some failures SQLite rolls everything back by itself. What follows would be saved
    // alone.
    if (store->depth > 0 && sqlite3_get_autocommit(store->db))
        return err_set(err, STATUS_FAILED, _("%s: the changes were given up after a failure"),
                       store->path);
    arena_done(&query->washed);
    int rc = query->rc == SQLITE_OK ? sqlite3_step(query->stmt) : query->rc;
    if (rc != SQLITE_ROW && rc != SQLITE_DONE)
        return db_fail(store, rc, err);
    *ret_row = rc == SQLITE_ROW;
    return STATUS_OK;
}

enum status db_first(struct store *store, const char *sql, struct query *ret, bool *ret_row,
                     struct err *err)
{
    const enum status status = db_prepare(store, sql, ret, err);
    *ret_row = false;
    return status ? status : db_step(ret, ret_row, err);
}

enum status db_first_of(struct store *store, const char *sql, int64_t value, struct query *ret,
                        bool *ret_row, struct err *err)
{
    const enum status status = db_prepare(store, sql, ret, err);
    *ret_row = false;
    if (status)
        return status;
    db_bind_integer(ret, value);
    return db_step(ret, ret_row, err);
}

enum status db_run(struct query *query, struct err *err)
{
    bool row = true;
    enum status status = STATUS_OK;
    while (!status && row)
        status = db_step(query, &row, err);
    sqlite3_reset(query->stmt);
    query->bound = 0;
    query->rc = SQLITE_OK;
    return status;
}

enum status db_script(struct store *store, const char *sql, struct err *err)
{
    int rc = sqlite3_exec(store->db, sql, NULL, NULL, NULL);
    return rc == SQLITE_OK ? STATUS_OK : db_fail(store, rc, err);
}

int64_t db_integer(struct query *query, int column)
{
    return sqlite3_column_int64(query->stmt, column);
}

int db_quarter(struct query *query, int column)
{
    const int64_t quarter = db_integer(query, column);
    return quarter >= 1 && quarter <= QUARTERS ? (int)quarter : 0;
}

int db_year(struct query *query, int column)
{
    const int64_t year = db_integer(query, column);
    return period_is_year(year) ? (int)year : 0;
}

bool db_is_null(struct query *query, int column)
{
    return sqlite3_column_type(query->stmt, column) == SQLITE_NULL;
}

struct maybe db_number(struct query *query, int column, int *ret_decimals)
{
    if (db_is_null(query, column))
        return (struct maybe){0};
    const int64_t packed = sqlite3_column_int64(query->stmt, column);
    return (struct maybe){.set = true, .value = number_unpack(packed, ret_decimals)};
}

const char *db_text(struct query *query, int column)
{
    const char *text = (const char *)sqlite3_column_text(query->stmt, column);
    if (!text)
        return "";
    size_t n = strlen(text);
    if (text_is_plain(text, n))
        return text;
    autostr clean = STR_INIT;
    if (text_clean(text, n, &clean, NULL) != STATUS_OK)
        str_add(&clean, "?");
    return arena_text(&query->washed, clean.buf, clean.len);
}

const char *db_keep_text(struct query *query, int column, struct arena *arena)
{
    const char *text = db_text(query, column);
    return *text ? arena_text(arena, text, strlen(text)) : "";
}

const char *db_keep_lines(struct query *query, int column, struct arena *arena)
{
    const char *text = (const char *)sqlite3_column_text(query->stmt, column);
    const size_t n = text ? strlen(text) : 0;
    autostr clean = STR_INIT;
    if (!n || text_is_plain_lines(text, n))
        return n ? arena_text(arena, text, n) : "";
    if (text_clean_lines(text, n, &clean, NULL) != STATUS_OK)
        str_add(&clean, "?");
    return arena_text(arena, clean.buf, clean.len);
}

void db_add_bytes(struct query *query, int column, struct str *ret)
{
    const char *bytes = sqlite3_column_blob(query->stmt, column);
    if (bytes)
        str_add_n(ret, bytes, (size_t)sqlite3_column_bytes(query->stmt, column));
}
