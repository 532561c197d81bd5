// SPDX-License-Identifier: GPL-3.0-or-later
// The files of proofs, beside the office file: in the folder office.evidence (0700) of office.db,
// each (0600) under its SHA-256 and nothing else, so that no name from outside becomes a path and
// the same content is there once. Copies of the office file in one folder have one such folder
// together: office-000150-20241007-113205-daily.db and office.db.1 have office.evidence beside
// them too.
//
// A file is taken in two steps, so that no other program waits while it is read: it is copied under
// a name of its own, and gets its place inside the change that writes its record. What a power cut
// leaves is a file that no record names, or part of one; neither does harm.
#pragma once

#include "orjon/base/str.h"
#include "orjon/domain/record.h"
#include "orjon/store/store.h"

#define STORE_PROOF_MAX (INT64_C(50) << 20) // bytes of one file
#define STORE_PROOFS_MAX (INT64_C(4) << 30) // of all that an office keeps

// Where the files of an office file or of a copy of it are, appended.
void store_proofs_folder(const char *file, struct str *ret);

struct store_proof {
    char hash[65]; // in hexadecimal
    int64_t bytes;
};
// The proofs of a plan, of all its quarters, in the order in which they were put.
enum status store_load_proofs(struct store *store, const char *plan, int fiscal_year,
                              struct records *ret, struct err *err);
// The file that a record names; false when it names none.
bool store_proof_of(const struct record *record, struct store_proof *ret);

struct store_taken {
    struct store_proof proof;
    struct str part; // where it is for now; "" once it has its place
};
// Copies a file and syncs it. INVALID with a sentence of its own for whatever is no ordinary file
// (a link is not followed, nothing that blocks is opened), is empty, too large or changed
// meanwhile, or for which there is no room in the limit of all; NOT_FOUND, READ_ONLY, IO, NO_SPACE
// name it.
enum status store_take_proof(const char *file, const char *path, struct store_taken *ret,
                             struct err *err);
// Gives it its place; what is there already and sound stays, what was altered is replaced.
enum status store_keep_proof(const char *file, struct store_taken *taken, struct err *err);
void store_taken_done(struct store_taken *taken); // what has no place is removed

enum store_proof_state {
    STORE_PROOF_SOUND,
    STORE_PROOF_MISSING,
    STORE_PROOF_ALTERED, // of another size, another content, or no ordinary file
    STORE_PROOF_UNREAD,  // the disk or the folder's rights do not let it be read
};
// By its size alone, or with `whole` by every byte.
enum store_proof_state store_look_at_proof(const char *file, const struct store_proof *proof,
                                           bool whole);
// Copies it out as a new file (0400) for somebody to look at. DAMAGED when it is not what was taken
// in, NOT_FOUND when it is not there.
enum status store_copy_proof_out(const char *file, const struct store_proof *proof, const char *to,
                                 struct err *err);

// The files that no record names, neither in the office file nor in a copy of it that has the same
// folder: how many, and their bytes. With `remove` they go; a copy that cannot be read keeps them
// all (its status, naming it).
struct store_spare {
    size_t count;
    int64_t bytes;
};
enum status store_spare_proofs(struct store *store, bool remove, struct store_spare *ret,
                               struct err *err);
