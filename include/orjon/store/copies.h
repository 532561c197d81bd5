// SPDX-License-Identifier: GPL-3.0-or-later
// Copies of the office file, each verified before it counts, and putting one back.
#pragma once

#include "orjon/store/replace.h"

// Everything there is to verify about a file, without changing it.
enum status store_verify_path(const char *path, struct err *err);

// Writes a verified copy, and takes the files of proofs along into the folder that goes with it. A
// file that is missing or altered cannot be: ret_talk (may be NULL) gets a line for each. EXISTS
// when path is there; no copy is left on failure.
enum status store_backup(struct store *store, const char *path, struct str *ret_talk,
                         struct err *err);

// A verified copy in the folder «backups» beside the file: NAME-000150-20241007-113205-WHY.db. The
// first number is its place, the last row of the journal or, where copies are there that are not
// behind that, one more than theirs; then when, by the clock and in local time. Of the copies
// there, by their place, the last ten are kept, the last of each of the last ten days, and the last
// of each year. FAILED inside a transaction.
enum status store_keep_copy(struct store *store, const char *why, struct err *err);
// The same unless the last one is of today; always where the clock is behind the last change.
enum status store_keep_daily(struct store *store, struct err *err);

// Puts a copy in the place of a file, after verifying it, as store_replace does, with the files of
// its proofs; ret_kept is left alone when there was no file, ret_talk gets a line for each proof
// whose file is neither beside the copy nor beside the file. DAMAGED when the copy is not sound;
// nothing has changed then.
enum status store_restore(const char *source, const char *path,
                          const struct store_permission *permission, struct str *ret_kept,
                          struct str *ret_talk, struct err *err);
