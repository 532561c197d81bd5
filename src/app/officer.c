// SPDX-License-Identifier: GPL-3.0-or-later
// The officer's passphrase.
#include "orjon/app/finalise.h"
#include "orjon/base/secret.h"
#include "orjon/store/office.h"
#include "private.h"

enum { LETTERS_MIN = 8 };
static const char key[] = "passphrase";

bool app_has_passphrase(struct app *app)
{
    autostr kept = STR_INIT;
    return store_get_setting(app->store, key, &kept, NULL) == STATUS_OK && kept.len > 0;
}

enum status officer_check(struct store *store, const char *passphrase, struct err *err)
{
    autostr kept = STR_INIT;
    autosecret given = STR_INIT;
    enum status status = store_verify_secret(store, key, err);
    if (status == STATUS_OK)
        status = store_get_setting(store, key, &kept, err);
    if (status || !kept.len)
        return status;
    status = secret_read(passphrase ? passphrase : "", &given, err);
    if (status)
        return status;
    if (!given.len)
        return err_set(err, STATUS_FAILED,
                       _("This step is the officer's and needs the passphrase"));
    if (!secret_matches(kept.buf, given.buf))
        return err_set(err, STATUS_FAILED, _("That is not the officer's passphrase"));
    return STATUS_OK;
}

enum status app_officer(struct app *app, const char *passphrase, struct err *err)
{
    return officer_check(app->store, passphrase, err);
}

enum status app_set_passphrase(struct app *app, const char *old, const char *passphrase,
                               struct err *err)
{
    autostr kept = STR_INIT;
    autosecret chosen = STR_INIT;
    enum status status = app_officer(app, old, err);
    if (status == STATUS_OK)
        status = secret_read(passphrase, &chosen, err);
    if (status)
        return status;
    if (chosen.len && secret_letters(chosen.buf) < LETTERS_MIN)
        return err_set(err, STATUS_INVALID, _("A passphrase needs at least eight letters"));
    if (chosen.len && !secret_hash(chosen.buf, &kept))
        return err_set(err, STATUS_FAILED, _("There is not enough memory to keep a passphrase"));
    return store_set_secret(app->store, key, kept.buf, err);
}
