// SPDX-License-Identifier: GPL-3.0-or-later
// The office's key: made, known again, replaced.
#include "signing.h"

#include "orjon/app/finalise.h"
#include "orjon/app/send.h"
#include "orjon/base/clock.h"
#include "orjon/base/file.h"
#include "orjon/store/office.h"

#include <string.h>

static const char setting[] = "key";

static void path_of(const struct app *app, struct str *ret)
{
    str_addf(ret, "%s.key", app_file(app));
}

// The office file first: a key that nobody knows of is only a file too many.
static enum status remember(struct app *app, const struct signing_key *key, struct err *err)
{
    autostr open = STR_INIT;
    signing_key_public(key, &open);
    return store_set_setting(app->store, setting, open.buf, err);
}

static enum status make(struct app *app, const char *path, struct signing_key **ret,
                        struct err *err)
{
    enum status status = store_may_write(app->store, err);
    if (status == STATUS_OK)
        status = signing_key_make(path, err);
    if (status == STATUS_OK)
        status = signing_key_load(path, ret, err);
    return status ? status : remember(app, *ret, err);
}

static enum status must_be_known(struct app *app, const struct signing_key *key, const char *path,
                                 struct err *err)
{
    autostr known = STR_INIT, open = STR_INIT;
    enum status status = store_get_setting(app->store, setting, &known, err);
    if (status)
        return status;
    signing_key_public(key, &open);
    if (!known.len)
        return remember(app, key, err);
    if (strcmp(known.buf, open.buf) == 0)
        return STATUS_OK;
    return err_set(err, STATUS_MISFIT,
                   _("%s is not the key with which this office signs; bring back its own, or make "
                     "a new one with “orjon key new”"),
                   path);
}

static enum status lost(const char *path, struct err *err)
{
    return err_set(err, STATUS_NOT_FOUND,
                   _("The key of the office, %s, is gone; bring it back, or make a new one with "
                     "“orjon key new”"),
                   path);
}

enum status signing_open(struct app *app, struct signing_key **ret, struct err *err)
{
    autostr path = STR_INIT, known = STR_INIT;
    path_of(app, &path);
    if (file_exists(path.buf)) {
        enum status status = signing_key_load(path.buf, ret, err);
        return status ? status : must_be_known(app, *ret, path.buf, err);
    }
    enum status status = store_get_setting(app->store, setting, &known, err);
    if (status)
        return status;
    return known.len ? lost(path.buf, err) : make(app, path.buf, ret, err);
}

enum status app_key_write(struct app *app, struct str *ret, struct err *err)
{
    autokey *key = NULL;
    autostr open = STR_INIT;
    enum status status = signing_open(app, &key, err);
    if (status)
        return status;
    signing_key_public(key, &open);
    return signature_fingerprint(open.buf, i18n_digits(), ret, err);
}

// «office.db.key.20261128T050000Z»
static enum status put_aside(const char *path, struct err *err)
{
    autostr aside = STR_INIT, stamp = STR_INIT;
    if (!file_exists(path))
        return STATUS_OK;
    clock_stamp(&stamp);
    str_addf(&aside, "%s.", path);
    for (const char *s = stamp.buf; *s; s++)
        if (!strchr("-:", *s))
            str_add_char(&aside, *s);
    return file_take_name(path, aside.buf, err);
}

enum status app_key_renew(struct app *app, const char *passphrase, struct err *err)
{
    autostr path = STR_INIT;
    autokey *key = NULL;
    path_of(app, &path);
    enum status status = app_officer(app, passphrase, err);
    if (status == STATUS_OK)
        status = store_may_write(app->store, err);
    if (status == STATUS_OK)
        status = put_aside(path.buf, err);
    return status ? status : make(app, path.buf, &key, err);
}
