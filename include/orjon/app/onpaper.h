// SPDX-License-Identifier: GPL-3.0-or-later
// A return of another office that came on paper only: its figures are typed in here, in a book as
// the office's own, and kept as that office's return without a signature.
//
// A newer one typed for the same quarter takes its place, and so does what the office signs and
// sends; after that none is typed any more. Nothing is saved before app_onpaper_save: then all of
// it is, as one receipt that «undo receive» undoes, with the figures as they were typed beside
// it as the signed file lies beside others.
#pragma once

#include "orjon/app/book.h"
#include "orjon/app/reviews.h"

// The figures that are there: of this quarter where it was typed before, else those that the office
// had up to the quarter before. Everything that app_enter does goes with it. EXISTS when the office
// has sent this quarter signed; NOT_FOUND when nobody knows the plan.
enum status app_onpaper_open(struct app *app, const struct app_review_of *of, struct book **ret,
                             struct err *err);
// Saves it if anything was typed. CHANGED when something of that plan has come since, of that
// quarter or of one before it.
enum status app_onpaper_save(struct book *book, struct err *err);
// Keeps what was typed aside, against a power cut: each figure that is not as it was opened, and
// what it was typed beside. What is saved is dropped there.
// What another sitting keeps of the same return stays beside it.
void app_onpaper_keep(struct book *book);
// Takes up again what any sitting has kept. NOT_FOUND when there is none; CHANGED when something
// has come since, INVALID when a row cannot be read any more: then nothing is taken up, and the
// sentence says in which file the table lies now.
enum status app_onpaper_take_up(struct book *book, struct err *err);
// The same as app_enter_file for such a book, all or nothing: rows are of its plan and year, up to
// its quarter. Nothing is saved yet.
enum status app_onpaper_read(struct book *book, const char *name, const char *text, size_t n,
                             size_t *ret_count, struct str *ret_faults, struct str *ret_notes,
                             struct err *err);
