// SPDX-License-Identifier: GPL-3.0-or-later
// The particulars of the office.
#include "orjon/store/office.h"

#include "db.h"

#include "orjon/base/digest.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

enum status store_get_setting(struct store *store, const char *key, struct str *ret,
                              struct err *err)
{
    autoquery query = {0};
    bool row = false;
    enum status status =
        db_prepare(store, "SELECT value FROM setting WHERE office = 1 AND key = ?", &query, err);
    if (status)
        return status;
    db_bind_text(&query, key);
    status = db_step(&query, &row, err);
    if (!status && row)
        str_add(ret, db_text(&query, 0));
    return status;
}

enum status store_get_setting_number(struct store *store, const char *key, int64_t otherwise,
                                     int64_t *ret, struct err *err)
{
    autostr text = STR_INIT;
    enum status status = store_get_setting(store, key, &text, err);
    if (status)
        return status;
    char *end = NULL;
    errno = 0;
    long long value = strtoll(text.buf, &end, 10);
    *ret = errno || end == text.buf || *end ? otherwise : value;
    return STATUS_OK;
}

static enum status write_setting(struct store *store, const char *key, const char *value,
                                 struct err *err)
{
    autoquery query = {0};
    enum status status =
        *value ? db_prepare(store,
                            "INSERT INTO setting(office, key, value) VALUES (1, ?, ?)"
                            " ON CONFLICT (office, key) DO UPDATE SET value = excluded.value",
                            &query, err)
               : db_prepare(store, "DELETE FROM setting WHERE office = 1 AND key = ?", &query, err);
    if (status)
        return status;
    db_bind_text(&query, key);
    if (*value)
        db_bind_text(&query, value);
    return db_run(&query, err);
}

enum status setting_write(struct store *store, enum journal_what what, int64_t undoes,
                          const char *key, const char *value, struct err *err)
{
    const bool secret = what == JOURNAL_SECRET;
    autostr before = STR_INIT, digest = STR_INIT;
    int64_t seq = 0;
    enum status status = store_get_setting(store, key, &before, err);
    if (status || strcmp(before.buf, value) == 0)
        return status;
    status = write_setting(store, key, value, err);
    if (status)
        return status;
    if (secret)
        digest_write(&digest, value, strlen(value));
    const struct journal_new row = {.what = what,
                                    .office = STORE_OWN_OFFICE,
                                    .undoes = undoes,
                                    .name = key,
                                    .old_text = secret ? "" : before.buf,
                                    .new_text = secret ? "" : value,
                                    .digest = digest.buf};
    return journal_add(store, &row, &seq, err);
}

static enum status set(struct store *store, enum journal_what what, const char *key,
                       const char *value, struct err *err)
{
    enum status status = store_begin_write(store, err);
    if (status)
        return status;
    status = setting_write(store, what, 0, key, value, err);
    return store_end(store, status, err);
}

enum status store_set_setting(struct store *store, const char *key, const char *value,
                              struct err *err)
{
    return set(store, JOURNAL_SETTING, key, value, err);
}

enum status store_set_secret(struct store *store, const char *key, const char *value,
                             struct err *err)
{
    return set(store, JOURNAL_SECRET, key, value, err);
}

enum status store_verify_secret(struct store *store, const char *key, struct err *err)
{
    autostr value = STR_INIT, digest = STR_INIT;
    autoquery query = {0};
    bool row = false;
    enum status status = store_get_setting(store, key, &value, err);
    if (!status)
        status = db_prepare(store,
                            "SELECT digest FROM journal WHERE what <> 'figure'"
                            " AND what = 'secret' AND name = ?"
                            " ORDER BY seq DESC LIMIT 1",
                            &query, err);
    if (status)
        return status;
    db_bind_text(&query, key);
    status = db_step(&query, &row, err);
    if (status)
        return status;
    digest_write(&digest, value.buf, value.len);
    if (row ? strcmp(digest.buf, db_text(&query, 0)) == 0 : value.len == 0)
        return STATUS_OK;
    return err_set(err, STATUS_DAMAGED,
                   _("%s is damaged: the particular “%s” is not what the journal says; go back to "
                     "a backup"),
                   store->path, key);
}

enum status store_each_setting(struct store *store,
                               enum status (*each)(void *data, const char *key, const char *value),
                               void *data, struct err *err)
{
    autoquery query = {0};
    bool row = true;
    enum status status = db_prepare(
        store, "SELECT key, value FROM setting WHERE office = 1 ORDER BY key", &query, err);
    while (!status && (status = db_step(&query, &row, err)) == STATUS_OK && row)
        status = each(data, db_text(&query, 0), db_text(&query, 1));
    return status;
}
