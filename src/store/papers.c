// SPDX-License-Identifier: GPL-3.0-or-later
// Papers as they were finalised, and bundles as they came. They lie in pieces, because no cell of
// the file may be large.
#include "papers.h"

#include "orjon/base/digest.h"
#include "orjon/store/receipts.h"
#include "orjon/store/seals.h"

#include <string.h>

enum { PIECE = 1 << 16 };

static enum status keep_piece(struct store *store, int64_t seq, size_t piece, const char *bytes,
                              size_t n, struct err *err)
{
    autoquery query = {0};
    enum status status =
        db_prepare(store, "INSERT INTO paper(seq, piece, bytes) VALUES (?, ?, ?)", &query, err);
    if (status)
        return status;
    db_bind_integer(&query, seq);
    db_bind_integer(&query, (int64_t)piece);
    db_bind_bytes(&query, bytes, n);
    return db_run(&query, err);
}

enum status paper_keep(struct store *store, int64_t seq, const char *bytes, size_t n,
                       struct err *err)
{
    enum status status = STATUS_OK;
    for (size_t at = 0, piece = 0; at < n && !status; at += PIECE, piece++)
        status = keep_piece(store, seq, piece, bytes + at, n - at < PIECE ? n - at : PIECE, err);
    return status;
}

static enum status damaged(const struct store *store, int64_t seq, struct err *err)
{
    return err_set(err, STATUS_DAMAGED,
                   _("%s is damaged: the paper that row %s of the journal finalised is not what it "
                     "was; go back to a backup"),
                   store->path, SAY(seq));
}

static enum status load_pieces(struct store *store, int64_t seq, struct str *ret, struct err *err)
{
    autoquery query = {0};
    bool row = true;
    int64_t piece = 0;
    enum status status = db_prepare(
        store, "SELECT piece, bytes FROM paper WHERE seq = ? ORDER BY piece", &query, err);
    if (status)
        return status;
    db_bind_integer(&query, seq);
    while (!(status = db_step(&query, &row, err)) && row) {
        if (db_integer(&query, 0) != piece++)
            return damaged(store, seq, err);
        db_add_bytes(&query, 1, ret);
    }
    return status;
}

static enum status load_digest(struct store *store, int64_t seq, struct str *ret, struct err *err)
{
    autoquery query = {0};
    bool row = false;
    enum status status = db_first_of(
        store, "SELECT digest FROM journal WHERE seq = ? AND what IN ('seal', 'receive')", seq,
        &query, &row, err);
    if (!status && row)
        str_add(ret, db_text(&query, 0));
    return status;
}

enum status store_load_paper(struct store *store, int64_t seq, struct str *ret, struct err *err)
{
    autostr expected = STR_INIT, found = STR_INIT, bytes = STR_INIT;
    enum status status = load_digest(store, seq, &expected, err);
    if (!status)
        status = load_pieces(store, seq, &bytes, err);
    if (status)
        return status;
    digest_write(&found, bytes.buf, bytes.len);
    if (!bytes.len || strcmp(expected.buf, found.buf) != 0)
        return damaged(store, seq, err);
    str_add_n(ret, bytes.buf, bytes.len);
    return STATUS_OK;
}

enum status store_load_bundle(struct store *store, int64_t seq, struct str *ret, struct err *err)
{
    return store_load_paper(store, seq, ret, err);
}

enum status papers_verify(struct store *store, struct err *err)
{
    autoquery query = {0};
    bool row = true;
    enum status status =
        db_prepare(store,
                   "SELECT seq FROM journal WHERE what IN ('seal', 'reopen', 'restore', 'gone')"
                   " AND what = 'seal' UNION SELECT seq FROM journal WHERE what <> 'figure'"
                   " AND what = 'receive' UNION SELECT seq FROM paper",
                   &query, err);
    while (!status && !(status = db_step(&query, &row, err)) && row) {
        autostr bytes = STR_INIT;
        status = store_load_paper(store, db_integer(&query, 0), &bytes, err);
    }
    return status;
}
