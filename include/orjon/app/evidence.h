// SPDX-License-Identifier: GPL-3.0-or-later
// The proofs behind figures: what the plan asks for in each quarter, what is there, and its files.
#pragma once

#include "orjon/app/book.h"
#include "orjon/app/records.h"
#include "orjon/domain/evidence.h"

// The rows of a book's plan in its order, for a quarter (0: all four). It borrows from the book.
// The files are looked at by their size or, with `whole`, read.
void app_list_evidence(const struct book *book, int quarter, bool whole, struct evidence *ret);
// Likewise of one indicator.
void app_list_proofs(const struct book *book, const struct indicator *indicator, int quarter,
                     bool whole, struct evidence *ret);

// What is put for an indicator and a quarter.
struct app_new_proof {
    const char
        *name; // as typed; a number is that of a row; NULL or "": the one that the plan asks
               // for where it asks for one alone, else what the file or the meeting is called
    enum evidence_there there; // of what has neither file nor meeting; NOT_STATED: it is there
    int64_t meeting;           // 0: none
    const char *note;          // NULL: none
};
// Takes files in, each as a proof of its own (none: one proof without a file), all or nothing, as
// one row of undo. The book is read again. What else there is to say is appended to ret_talk, a
// line each: a name that had to be changed. LOCKED in a sealed quarter.
enum status app_add_proofs(struct book *book, const struct indicator *indicator, int quarter,
                           const struct app_new_proof *proof, const char *const *paths,
                           size_t count, struct str *ret_talk, struct err *err);
// Proofs are removed by app_remove_record; the file stays in its folder, so that it can be undone.

// A copy of the file, under its own name, in a folder that only this user can enter, opened with
// the desktop's program for it; *ret_opened false where there is none, and the path says where it
// is. DAMAGED or NOT_FOUND when the file is not what was put, or not there.
enum status app_open_proof(struct app *app, int64_t id, struct str *ret_path, bool *ret_opened,
                           struct err *err);

// The files of all years, read as a whole.
struct app_proofs_verdict {
    size_t proofs, files; // records; of these with a file
    size_t wrong;         // files that are missing, altered or cannot be read
    size_t spare;         // files that no proof names
    int64_t bytes, spare_bytes;
};
// `trouble` gets a line for each proof whose file is not what was put.
enum status app_check_proofs(struct app *app, struct app_proofs_verdict *ret, struct str *trouble,
                             struct err *err);
// Removes the files that no proof names, neither in the office file nor in any copy of it that has
// the same folder: what was removed before cannot be undone then.
enum status app_tidy_proofs(struct app *app, size_t *ret_count, int64_t *ret_bytes,
                            struct err *err);
