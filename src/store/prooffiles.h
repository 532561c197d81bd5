// SPDX-License-Identifier: GPL-3.0-or-later
// The folder of proofs as a folder. While a file is written it is called part-PID-NUMBER.
#pragma once

#include "orjon/store/proofs.h"

// Of an office file, appended: FOLDER/office.evidence/HASH.
void proofs_path(const char *file, const char *hash, struct str *ret);
// INVALID when something else, a link too, has its place.
enum status proofs_make_folder(const char *folder, struct err *err);
// A new file in it (0600); -1 with errno. Its name is appended.
int proofs_open_part(const char *folder, struct str *ret_path);
// Removes the parts of programs that are gone.
void proofs_sweep(const char *folder);
// Copies all bytes, syncs them, and says what was copied. An errno; *ret_reading: of the source.
int proofs_copy(int in, int out, struct store_proof *ret, bool *ret_reading);
bool proofs_is_hash(const char *name); // whether a file of the folder can be a proof

// Takes along what the records of a store name and is not there yet, for a copy of its file, or
// from one: by a second name where that can be, else copied, synced and read again from the disk.
// What is missing or altered here cannot be taken along: a line for each is appended to ret_talk
// (may be NULL). NO_SPACE, READ_ONLY or IO when something cannot be written there.
enum status proofs_bring(struct store *store, const char *from_file, const char *to_file,
                         struct str *ret_talk, struct err *err);
// Removes what none of the copies of that stem in that folder names, when all can be read; `store`
// is of their office.
void proofs_prune(struct store *store, const char *folder, const char *stem);
