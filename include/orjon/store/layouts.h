// SPDX-License-Identifier: GPL-3.0-or-later
// Layouts of the office's own in the office file, as the texts that their files are.
#pragma once

#include "orjon/base/str.h"
#include "orjon/store/store.h"

// Keeps a layout, or replaces that of the same name, with a journal row; nothing is written where
// it is the same already. The text is not empty and has at most 64 KB.
enum status store_put_layout(struct store *store, const char *name, const struct str *text,
                             struct err *err);
// NOT_FOUND, naming it, where the office has none of that name.
enum status store_remove_layout(struct store *store, const char *name, struct err *err);
// Appends its text; NOT_FOUND likewise.
enum status store_load_layout(struct store *store, const char *name, struct str *ret,
                              struct err *err);
// Calls each(data, name, text) in the order of names; both are valid during the call.
enum status store_each_layout(struct store *store,
                              enum status (*each)(void *data, const char *name,
                                                  const struct str *text, struct err *err),
                              void *data, struct err *err);
