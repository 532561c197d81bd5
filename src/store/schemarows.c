// SPDX-License-Identifier: GPL-3.0-or-later
// The rows of a file's schema, and one digest of them all.
//
// Each row is digested alone, and then the sorted digests of them: the order of the rows is no part
// of a schema (VACUUM writes them in another), and a file full of rows takes no memory.
#include "schemarows.h"

#include "orjon/base/digest.h"

#include <stdlib.h>
#include <string.h>

enum { ROWS_MAX = 128 };

struct rows {
    unsigned char digest[ROWS_MAX][DIGEST_BYTES];
    int64_t root[ROWS_MAX]; // of those that have pages
    size_t count, paged;
};

enum status schema_rows(struct store *store, struct query *ret, struct err *err)
{
    return db_prepare(store, "SELECT type, name, tbl_name, sql, rootpage FROM sqlite_schema", ret,
                      err);
}

const char *schema_text(struct query *row, int column)
{
    return (const char *)sqlite3_column_text(row->stmt, column);
}

enum status schema_count_pages(struct store *store, int64_t *ret, struct err *err)
{
    autoquery query = {0};
    bool row = false;
    enum status status = db_first(store, "PRAGMA page_count", &query, &row, err);
    if (!status)
        *ret = db_integer(&query, 0);
    return status;
}

bool schema_is_own_page(const int64_t *root, size_t at, int64_t pages)
{
    for (size_t i = 0; i < at; i++)
        if (root[i] == root[at])
            return false;
    return root[at] > 1 && root[at] <= pages;
}

// Every text with its length before it, and no text told from an empty one: no two rows have the
// same bytes.
static void digest_row(struct query *row, unsigned char ret[DIGEST_BYTES])
{
    enum { TEXTS = 4 };
    autostr bytes = STR_INIT;
    for (int i = 0; i < TEXTS; i++) {
        const char *text = schema_text(row, i);
        const int n = sqlite3_column_bytes(row->stmt, i);
        str_add_char(&bytes, text ? 't' : 'n');
        str_add_n(&bytes, (const char *)&n, sizeof n);
        str_add_n(&bytes, text ? text : "", (size_t)n);
    }
    str_add(&bytes, db_integer(row, TEXTS) ? "paged" : "-");
    digest_quickly(bytes.buf, bytes.len, ret);
}

// False for one that is none of ours, whatever it says.
static bool add_row(struct rows *rows, struct query *row, int64_t pages)
{
    if (rows->count == ROWS_MAX)
        return false;
    digest_row(row, rows->digest[rows->count++]);
    const int64_t root = db_integer(row, 4);
    if (root == 0)
        return true;
    rows->root[rows->paged] = root;
    return schema_is_own_page(rows->root, rows->paged++, pages);
}

static int compare(const void *a, const void *b)
{
    return memcmp(a, b, DIGEST_BYTES);
}

enum status schema_digest(struct store *store, struct str *ret, struct err *err)
{
    struct rows rows = {.count = 0};
    autoquery query = {0};
    bool row = true;
    int64_t pages = 0;
    enum status status = schema_count_pages(store, &pages, err);
    if (!status)
        status = schema_rows(store, &query, err);
    while (!status && (status = db_step(&query, &row, err)) == STATUS_OK && row)
        if (!add_row(&rows, &query, pages))
            return STATUS_OK;
    if (status)
        return status;
    qsort(rows.digest, rows.count, DIGEST_BYTES, compare);
    unsigned char whole[DIGEST_BYTES];
    digest_quickly(rows.digest, rows.count * DIGEST_BYTES, whole);
    digest_write_hex(ret, whole, sizeof whole);
    return STATUS_OK;
}
