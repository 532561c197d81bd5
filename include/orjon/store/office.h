// SPDX-License-Identifier: GPL-3.0-or-later
// The particulars of the office: keys and values. Which keys there are is the app's business.
#pragma once

#include "orjon/store/store.h"

// Appends the value to ret; nothing, and OK, when the key is not set.
enum status store_get_setting(struct store *store, const char *key, struct str *ret,
                              struct err *err);
// A whole number kept as text; `otherwise` when the key is not set or holds no number.
enum status store_get_setting_number(struct store *store, const char *key, int64_t otherwise,
                                     int64_t *ret, struct err *err);

// Sets a key, with a journal row when that changes it; "" takes the key away. The caller has
// cleaned the text.
enum status store_set_setting(struct store *store, const char *key, const char *value,
                              struct err *err);

// The same for a passphrase, already hashed: the journal says that it was set and keeps a digest.
enum status store_set_secret(struct store *store, const char *key, const char *value,
                             struct err *err);
// DAMAGED when it is not what was set last: taken away or replaced behind the journal's back.
enum status store_verify_secret(struct store *store, const char *key, struct err *err);

// Calls each(data, key, value) in the order of the keys; stops at a status other than OK and
// returns it.
enum status store_each_setting(struct store *store,
                               enum status (*each)(void *data, const char *key, const char *value),
                               void *data, struct err *err);
