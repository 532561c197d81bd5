// SPDX-License-Identifier: GPL-3.0-or-later
// Layouts of the office's own.
#include "orjon/store/layouts.h"

#include "layouts.h"

#include "orjon/base/digest.h"

#include <string.h>

enum status store_each_layout(struct store *store,
                              enum status (*each)(void *data, const char *name,
                                                  const struct str *text, struct err *err),
                              void *data, struct err *err)
{
    autoquery query = {0};
    bool row = true;
    enum status status =
        db_prepare(store, "SELECT name, bytes FROM layout ORDER BY name", &query, err);
    while (!status && (status = db_step(&query, &row, err)) == STATUS_OK && row) {
        autostr text = STR_INIT;
        db_add_bytes(&query, 1, &text);
        status = each(data, db_text(&query, 0), &text, err);
    }
    return status;
}

static enum status find(struct store *store, const char *name, bool *ret_there, struct str *ret,
                        struct err *err)
{
    autoquery query = {0};
    enum status status = db_prepare(store, "SELECT bytes FROM layout WHERE name = ?", &query, err);
    if (status)
        return status;
    db_bind_text(&query, name);
    status = db_step(&query, ret_there, err);
    if (!status && *ret_there)
        db_add_bytes(&query, 0, ret);
    return status;
}

static enum status not_there(const char *name, struct err *err)
{
    return err_set(err, STATUS_NOT_FOUND, _("The office has no layout “%s” of its own"), name);
}

enum status store_load_layout(struct store *store, const char *name, struct str *ret,
                              struct err *err)
{
    bool there = false;
    enum status status = find(store, name, &there, ret, err);
    return status || there ? status : not_there(name, err);
}

static enum status note(struct store *store, enum journal_what what, const char *name,
                        const struct str *text, struct err *err)
{
    autostr digest = STR_INIT;
    int64_t seq = 0;
    if (text)
        digest_write(&digest, text->buf, text->len);
    const struct journal_new row = {.what = what, .name = name, .digest = digest.buf};
    return journal_add(store, &row, &seq, err);
}

static enum status write(struct store *store, const char *name, const struct str *text,
                         struct err *err)
{
    autoquery query = {0};
    enum status status =
        text ? db_prepare(store,
                          "INSERT INTO layout(name, bytes) VALUES (?, ?)"
                          " ON CONFLICT (name) DO UPDATE SET bytes = excluded.bytes",
                          &query, err)
             : db_prepare(store, "DELETE FROM layout WHERE name = ?", &query, err);
    if (status)
        return status;
    db_bind_text(&query, name);
    if (text)
        db_bind_bytes(&query, text->buf, text->len);
    return db_run(&query, err);
}

static enum status change(struct store *store, const char *name, const struct str *text,
                          struct err *err)
{
    autostr before = STR_INIT;
    bool there = false;
    enum status status = find(store, name, &there, &before, err);
    if (status)
        return status;
    if (!text && !there)
        return not_there(name, err);
    if (text && there && text->len == before.len && memcmp(text->buf, before.buf, text->len) == 0)
        return STATUS_OK;
    status = write(store, name, text, err);
    return status ? status
                  : note(store, text ? JOURNAL_LAYOUT : JOURNAL_LAYOUT_GONE, name, text, err);
}

static enum status change_alone(struct store *store, const char *name, const struct str *text,
                                struct err *err)
{
    enum status status = store_begin_write(store, err);
    if (status)
        return status;
    status = change(store, name, text, err);
    return store_end(store, status, err);
}

enum status store_put_layout(struct store *store, const char *name, const struct str *text,
                             struct err *err)
{
    return change_alone(store, name, text, err);
}

enum status store_remove_layout(struct store *store, const char *name, struct err *err)
{
    return change_alone(store, name, NULL, err);
}

// A layout beside the digest that the journal's newest row of it has: '' where it was taken out, or
// where there is no such row.
static const char pairs_sql[] =
    "WITH last AS (SELECT name, max(seq), digest FROM journal"
    " WHERE what IN ('layout', 'layout-gone') AND what <> 'figure' GROUP BY name)"
    " SELECT name, bytes, coalesce((SELECT digest FROM last WHERE last.name = layout.name), '')"
    " FROM layout UNION ALL SELECT name, '', digest FROM last WHERE digest <> ''"
    " AND name NOT IN (SELECT name FROM layout)";

enum status layouts_verify(struct store *store, struct err *err)
{
    autoquery query = {0};
    bool row = true;
    enum status status = db_prepare(store, pairs_sql, &query, err);
    while (!status && (status = db_step(&query, &row, err)) == STATUS_OK && row) {
        autostr text = STR_INIT, digest = STR_INIT;
        db_add_bytes(&query, 1, &text);
        digest_write(&digest, text.buf, text.len);
        if (strcmp(digest.buf, db_text(&query, 2)) != 0)
            return err_set(err, STATUS_DAMAGED,
                           _("%s is damaged: the layout %s is not what the journal says; go back "
                             "to a backup"),
                           store->path, db_text(&query, 0));
    }
    return status;
}
