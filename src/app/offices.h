// SPDX-License-Identifier: GPL-3.0-or-later
// Offices inside the room.
#pragma once

#include "orjon/app/offices.h"
#include "private.h"

// As app_load_offices today, read again only when a record was changed since; of the app, until the
// next call.
enum status offices_known(struct app *app, const struct app_offices **ret, struct err *err);
void offices_known_done(struct app *app);

// After a change of records of that kind, within its transaction: INVALID where offices, their
// changes or keys are what they cannot be; OK at once for any other kind.
enum status offices_check(struct app *app, enum record_kind kind, struct err *err);
// INVALID for an office that has sent something: it is closed, not removed.
enum status offices_may_remove(struct app *app, enum record_kind kind, int64_t id, struct err *err);
// app_put_office_key with a file that is read already; key->file is what sentences call it.
enum status office_key_put(struct app *app, const struct app_office_key *key,
                           const struct str *bytes, struct err *err);
