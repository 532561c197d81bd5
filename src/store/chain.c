// SPDX-License-Identifier: GPL-3.0-or-later
// The chain of the journal: each row holds the SHA-256 of the row before it and of itself, so that
// a row which was changed, taken out or put in behind the program's back breaks the chain there.
#include "db.h"

#include "orjon/base/digest.h"
#include "orjon/store/seals.h"

#include <inttypes.h>

// Every value with its type and length before it: no two rows have the same bytes.
static void add_value(struct str *ret, sqlite3_value *value)
{
    switch (sqlite3_value_type(value)) {
    case SQLITE_NULL:
        str_add_char(ret, 'n');
        break;
    case SQLITE_INTEGER:
        str_addf(ret, "i%" PRId64 ";", (int64_t)sqlite3_value_int64(value));
        break;
    default: {
        const char *bytes = sqlite3_value_blob(value);
        const int n = sqlite3_value_bytes(value);
        str_addf(ret, "t%d:", n);
        if (n > 0)
            str_add_n(ret, bytes, (size_t)n);
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

enum status store_verify_chain(struct store *store, int64_t *ret_broken, struct err *err)
{
    autoquery query = {0};
    bool row = false;
    enum status status = db_prepare(
        store,
        "SELECT seq, at, who FROM journal WHERE hash IS NOT journal_hash(coalesce((SELECT p.hash"
        " FROM journal p WHERE p.seq = journal.seq - 1), x''), " JOURNAL_COLUMNS ")"
        " ORDER BY seq LIMIT 1",
        &query, err);
    if (!status)
        status = db_step(&query, &row, err);
    if (ret_broken)
        *ret_broken = !status && row ? db_integer(&query, 0) : 0;
    if (status || !row)
        return status;
    return err_set(err, STATUS_DAMAGED,
                   _("%s is damaged: row %s of the journal (%s, %s) is not what was written; go "
                     "back to a backup"),
                   store->path, SAY(db_integer(&query, 0)), db_text(&query, 1), db_text(&query, 2));
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
    enum status status = db_prepare(store, "SELECT hash FROM journal WHERE seq = ?", &query, err);
    if (status)
        return status;
    db_bind_integer(&query, seq);
    status = db_step(&query, &row, err);
    if (!status && row)
        add_hash(&query, 0, ret);
    return status;
}

enum status store_journal_head(struct store *store, int64_t *ret_seq, struct str *ret_hash,
                               struct err *err)
{
    autoquery query = {0};
    bool row = false;
    enum status status =
        db_prepare(store, "SELECT seq, hash FROM journal ORDER BY seq DESC LIMIT 1", &query, err);
    if (!status)
        status = db_step(&query, &row, err);
    if (status)
        return status;
    *ret_seq = row ? db_integer(&query, 0) : 0;
    if (row)
        add_hash(&query, 1, ret_hash);
    return STATUS_OK;
}
