// SPDX-License-Identifier: GPL-3.0-or-later
// Returns that other offices have sent: looked at, taken in, undone.
//
// A parcel is one signed file. The key of what it holds is office, year, plan and quarter: what is
// newer takes the place of what is here, what is the same is told and left, and anything else waits
// until somebody takes it by name. Figures are read anew from what was typed, with the plan that
// came along, and must be what the sender's program made of them.
#pragma once

#include "orjon/app/app.h"
#include "orjon/base/folder.h"
#include "orjon/base/mem.h"
#include "orjon/domain/arrival.h"

struct app_difference { // of a figure from what is in force here
    const char *indicator;
    int quarter;
    const char *before, *now; // as typed, or its state; "" for none
    const char *remark_before, *remark_now;
};

struct app_arrival { // one plan of a parcel
    const char *plan, *title;
    enum arrival arrival;
    int64_t revision;
    struct arrival_plan changed; // beside the office's own last return of the year
    bool other_rows;             // other offices' plan of this name has other rows
    const char *unknown;         // codes that no other office has, blanks between
    const char *misread;         // why it is MISREAD; ""
    const char *changes;         // of its targets within the year, a line each; ""
    struct app_difference *difference;
    size_t differences;
};

struct app_parcel {
    const char *file, *code, *name; // of the office, as it is called today
    const char *digits; // where it is refused for a key that is not known to be the office's: the
                        // 20 that are to be read over the telephone; else NULL
    bool other_key;     // then: the office has another one here, so a memo has to say why
    int64_t office;
    int fiscal_year, quarter;
    struct app_arrival *arrival;
    size_t arrivals;
    struct parcel *inner;
    struct arena texts;
};

// The files of a folder that may be parcels or reviews, by the endings of their names. NOT_FOUND
// when there is none, and what folder_read returns; folder_done in every case.
enum status app_parcels_in(const char *path, struct folder *ret, struct err *err);

// Opens and verifies a file, and finds what it is beside what is here; nothing is changed.
// Besides IO and the like: INVALID for no ordinary file, a larger one than may be, no bundle, one
// cut short and a review; MISFIT for one that was altered, a key that is not the office's (with the
// 20 digits and the command by which it becomes its key), and a plan that is not the one it is said
// to be; NOT_FOUND for an office that is not known; NEWER for one of a newer orjon.
enum status app_parcel_open(struct app *app, const char *path, struct app_parcel *ret,
                            struct err *err);
void app_parcel_done(struct app_parcel *parcel); // before the app is closed
// The same of one that is open, beside what is here now; the file is not read again.
enum status app_parcel_look(struct app *app, struct app_parcel *parcel, struct err *err);
#define autoparcel __attribute__((cleanup(app_parcel_done))) struct app_parcel

// Takes all plans that are welcome, or the one named, as one transaction; *ret_taken counts them.
// copy: after a copy of the office file, as before the first of many. The day is that of Dhaka, or
// the one that is taken for today. A plan that is named: NOT_FOUND when it is not there, EXISTS
// when it is the same, INVALID when it is MISREAD. CHANGED when somebody else has taken in another
// return of a plan meanwhile.
enum status app_parcel_take(struct app *app, const struct app_parcel *parcel, const char *plan,
                            bool copy, size_t *ret_taken, struct err *err);

// A proof that came with a return, as the signed file has it. Files come where the parcel was a
// zip; they are kept beside the office file, in office.received.evidence, by their SHA-256.
struct app_came_proof {
    const char *indicator, *name, *file; // the proof's, and its file's as the sender calls it
    int quarter;
    const char *hash; // "" where it has no file
    int64_t bytes;
    bool here; // the file is, and is what was signed
};
struct app_came_proofs {
    struct app_came_proof *proof;
    size_t count;
    struct arena texts;
};
// Of an office, plan (NULL: all) and quarter (0: in hand). NOT_FOUND when it has not sent.
enum status app_came_proofs(struct app *app, int64_t office, int fiscal_year, const char *plan,
                            int quarter, struct app_came_proofs *ret, struct err *err);
void app_came_proofs_done(struct app_came_proofs *proofs);
#define autocame_proofs __attribute__((cleanup(app_came_proofs_done))) struct app_came_proofs
// A copy of one for somebody to look at, opened where there is a desktop, as app_open_proof.
enum status app_open_came_proof(struct app *app, const struct app_came_proof *proof,
                                struct str *ret_path, bool *ret_opened, struct err *err);

// Undoes, whole, what came with the last parcel that is in force, or does again what was
// undone last; ret_told says what it was.
enum status app_undo_receive(struct app *app, bool redo, struct str *ret_told, struct err *err);
