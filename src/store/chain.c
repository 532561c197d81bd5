// SPDX-License-Identifier: GPL-3.0-or-later
// The chain of the journal: each row holds the SHA-256 of the row before it and of itself, so that
// a row which was changed, taken out or put in behind the program's back breaks the chain there.
#include "db.h"

#include "orjon/base/digest.h"
#include "orjon/store/seals.h"

#include <string.h>

static void add_number(struct str *ret, int64_t number)
{
    char digits[20], *at = digits + sizeof digits; // of the largest number, with its sign
    uint64_t rest = number < 0 ? 0 - (uint64_t)number : (uint64_t)number;
    do
        *--at = (char)('0' + rest % 10);
    while ((rest /= 10) > 0);
    if (number < 0)
        *--at = '-';
    str_add_n(ret, at, (size_t)(digits + sizeof digits - at));
}

// Every value with its type and length before it: no two rows have the same bytes.
static void add_integer(struct str *ret, int64_t value)
{
    str_add_char(ret, 'i');
    add_number(ret, value);
    str_add_char(ret, ';');
}

static void add_bytes(struct str *ret, const char *bytes, int n)
{
    str_add_char(ret, 't');
    add_number(ret, n);
    str_add_char(ret, ':');
    if (n > 0)
        str_add_n(ret, bytes, (size_t)n);
}

static void add_value(struct str *ret, sqlite3_value *value)
{
    switch (sqlite3_value_type(value)) {
    case SQLITE_NULL:
        str_add_char(ret, 'n');
        break;
    case SQLITE_INTEGER:
        add_integer(ret, sqlite3_value_int64(value));
        break;
    default: {
        const char *bytes = sqlite3_value_blob(value);
        add_bytes(ret, bytes, sqlite3_value_bytes(value));
    }
    }
}

static void add_column(struct str *ret, sqlite3_stmt *row, int column)
{
    switch (sqlite3_column_type(row, column)) {
    case SQLITE_NULL:
        str_add_char(ret, 'n');
        break;
    case SQLITE_INTEGER:
        add_integer(ret, sqlite3_column_int64(row, column));
        break;
    default: {
        const char *bytes = sqlite3_column_blob(row, column);
        add_bytes(ret, bytes, sqlite3_column_bytes(row, column));
    }
    }
}

static void hash_row(sqlite3_context *context, int n, sqlite3_value **args)
{
    unsigned char digest[DIGEST_BYTES];
    autostr bytes = STR_INIT;
    for (int i = 0; i < n; i++)
        add_value(&bytes, args[i]);
    digest_of(bytes.buf, bytes.len, digest);
    sqlite3_result_blob(context, digest, sizeof digest, SQLITE_TRANSIENT);
}

enum status chain_make_function(struct store *store, struct err *err)
{
    const int flags = SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_DIRECTONLY;
    int rc = sqlite3_create_function_v2(store->db, "journal_hash", -1, flags, NULL, hash_row, NULL,
                                        NULL, NULL);
    return rc == SQLITE_OK ? STATUS_OK : db_fail(store, rc, err);
}

// One row behind another: its hash, as it must be and as it stands there.
struct link {
    struct str bytes; // of the row
    unsigned char hash[DIGEST_BYTES];
    size_t before; // bytes of the hash before: none at the first row
};

static bool fits(struct link *link, sqlite3_stmt *row)
{
    const int columns = sqlite3_column_count(row) - 1; // the hash stands behind them
    str_reset(&link->bytes);
    add_bytes(&link->bytes, (const char *)link->hash, (int)link->before);
    for (int i = 0; i < columns; i++)
        add_column(&link->bytes, row, i);
    digest_of(link->bytes.buf, link->bytes.len, link->hash);
    link->before = DIGEST_BYTES;
    const void *found = sqlite3_column_blob(row, columns);
    return sqlite3_column_bytes(row, columns) == DIGEST_BYTES &&
           memcmp(found, link->hash, DIGEST_BYTES) == 0;
}

static enum status broken(struct query *query, int64_t *ret_broken, struct err *err)
{
    enum { SEQ = 0, AT = 15, WHO = 16 }; // of JOURNAL_COLUMNS
    if (ret_broken)
        *ret_broken = db_integer(query, SEQ);
    return err_set(err, STATUS_DAMAGED,
                   _("%s is damaged: row %s of the journal (%s, %s) is not what was written; go "
                     "back to a backup"),
                   query->store->path, SAY(db_integer(query, SEQ)), db_text(query, AT),
                   db_text(query, WHO));
}

enum status store_verify_chain(struct store *store, int64_t *ret_broken, struct err *err)
{
    struct link link = {.bytes = STR_INIT};
    autoquery query = {0};
    bool row = true;
    if (ret_broken)
        *ret_broken = 0;
    enum status status = db_prepare(
        store, "SELECT " JOURNAL_COLUMNS ", hash FROM journal ORDER BY seq", &query, err);
    while (!status && (status = db_step(&query, &row, err)) == STATUS_OK && row)
        if (!fits(&link, query.stmt))
            status = broken(&query, ret_broken, err);
    str_done(&link.bytes);
    return status;
}

static void add_hash(struct query *query, int column, struct str *ret)
{
    const unsigned char *hash = sqlite3_column_blob(query->stmt, column);
    if (hash && sqlite3_column_bytes(query->stmt, column) == DIGEST_BYTES)
        digest_write_hex(ret, hash, DIGEST_BYTES);
}

enum status store_journal_hash(struct store *store, int64_t seq, struct str *ret, struct err *err)
{
    autoquery query = {0};
    bool row = false;
    enum status status =
        db_first_of(store, "SELECT hash FROM journal WHERE seq = ?", seq, &query, &row, err);
    if (!status && row)
        add_hash(&query, 0, ret);
    return status;
}

enum status store_journal_head(struct store *store, int64_t *ret_seq, struct str *ret_hash,
                               struct err *err)
{
    autoquery query = {0};
    bool row = false;
    enum status status = db_first(store, "SELECT seq, hash FROM journal ORDER BY seq DESC LIMIT 1",
                                  &query, &row, err);
    if (status)
        return status;
    *ret_seq = row ? db_integer(&query, 0) : 0;
    if (row)
        add_hash(&query, 1, ret_hash);
    return STATUS_OK;
}
