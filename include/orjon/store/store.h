// SPDX-License-Identifier: GPL-3.0-or-later
// The office file: one SQLite file that holds an office's plans, figures and journal.
//
// Whatever a function here changes is safe on the disk when it returns OK and no transaction of the
// caller's is open, else when store_commit returns OK; before that nothing may be called saved. All
// functions give BUSY, LOCKED, NO_SPACE, READ_ONLY, IO or DAMAGED besides what their own comments
// say, each with one sentence for the user, and then leave the file as it was. The sentences name
// the file. Nothing is printed.
#pragma once

#include "orjon/base/error.h"
#include "orjon/base/str.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct store;

enum { STORE_OWN_OFFICE = 1 }; // the office whose file this is; others are its subordinates

enum store_mode {
    STORE_READ,   // never writes, not even a lock file
    STORE_LOOK,   // the same, and takes an older file as it is: to verify or to copy it whole
    STORE_WRITE,  // migrates an older file; reads only where the file or its folder is read-only
    STORE_PART,   // the same, of a file that is a copy itself and needs none before it is migrated
    STORE_CREATE, // makes the file (0600) and its folder (0700) in a transaction that is then open,
                  // so that whoever fills it commits all of it or nothing; EXISTS when it is there
};

// Opens the office file. NOT_FOUND (the sentence says to run «orjon init»), NOT_OFFICE for anything
// that is no office file, NEWER (naming both versions), DAMAGED. On success *ret is to be closed by
// the caller; on failure it is untouched.
enum status store_open(const char *path, enum store_mode mode, struct store **ret, struct err *err);
// An office file that is in memory alone and gone when it is closed, in a transaction that is open
// as with STORE_CREATE; its path is no name of a file.
enum status store_open_fleeting(struct store **ret, struct err *err);
void store_close(struct store **store); // rolls back what is open; *store may be NULL; set to NULL

const char *store_path(const struct store *store); // as given to store_open
bool store_is_read_only(const struct store *store);
// READ_ONLY, with the sentence with which every change would be refused.
enum status store_may_write(const struct store *store, struct err *err);
// Whether the file was of an older version when it was opened.
bool store_was_brought_up_to_date(const struct store *store);
int store_version(void); // of the office files that this program makes

// What the journal says the changes came through, from now on: «enter», «screen». Copied, cut at 31
// bytes; "" at first. The journal notes the user and the machine by itself.
void store_set_via(struct store *store, const char *via);

// Several changes as one, or several readings of one state. They nest: an inner commit or rollback
// is that of the inner changes alone, and only the outermost commit saves. A write inside a read
// transaction is refused (FAILED). Waits for its turn up to five seconds, then BUSY.
enum status store_begin_write(struct store *store, struct err *err);
enum status store_begin_read(struct store *store, struct err *err);
enum status store_commit(struct store *store, struct err *err); // on failure it is rolled back
void store_rollback(struct store *store); // the innermost; nothing when none is open
// Commits where the status is OK; else rolls back and gives that status.
enum status store_end(struct store *store, enum status status, struct err *err);

// Whether the last commit is in the file, but the disk would not say that it stays there.
bool store_is_unconfirmed(const struct store *store);

bool store_is_changing(const struct store *store); // a transaction is open

// Whether another program has changed the file since the last call (or since it was opened). Costs
// a few microseconds; ask at every key. true as well when it cannot be told.
bool store_changed_elsewhere(struct store *store);

// What store_verify_figures found: figures compared, and those that disagree with the journal.
struct store_verdict {
    int64_t figures;
    int64_t wrong;
};

// Compares every figure with the journal row that wrote it, and every figure that the journal says
// there is with those that are there. DAMAGED, naming the first, when any disagrees; *ret is set
// then too. May be NULL.
enum status store_verify_figures(struct store *store, struct store_verdict *ret, struct err *err);
// The same for plans with their targets, the particulars of the office, seals, the papers that they
// are on, also of quarters opened again, and answers.
enum status store_verify_rest(struct store *store, struct err *err);
// Whether each quarter was finalised and opened with the revision that was due. DAMAGED if not.
enum status store_verify_acts(struct store *store, struct err *err);
// Follows the chain of the journal. DAMAGED, naming the first row that is not what was written;
// *ret_broken (may be NULL) is its number then, else 0.
enum status store_verify_chain(struct store *store, int64_t *ret_broken, struct err *err);
// The last row of the journal, and its hash appended in hexadecimal; 0 and nothing before the
// first.
enum status store_journal_head(struct store *store, int64_t *ret_seq, struct str *ret_hash,
                               struct err *err);
// Whether the file is sound as a file of SQLite, with every reference answered. DAMAGED if not.
enum status store_verify_file(struct store *store, struct err *err);

// Writes a copy of the file, as one state, synced, mode 0600. EXISTS when path is there.
enum status store_copy(struct store *store, const char *path, struct err *err);
