// SPDX-License-Identifier: GPL-3.0-or-later
// Finalising a quarter: checked, locked, sealed with a hash, numbered; and opening it again.
#pragma once

#include "orjon/app/seal.h"

// The findings of a book up to its quarter, with those about the office as long as the quarter is
// open; those answered marked: ret->answered of them. The queries still open are count - errors -
// answered.
enum status app_check(struct book *book, struct findings *ret, struct err *err);

// Answers the queries of that code, of an indicator (NULL: of the plan itself) and a quarter (0: of
// any): those still open or, when none is, those answered, whose reason is replaced. Kept in the
// file and the journal; an answer holds until the figure, one before it in its row or the target
// changes, one about the plan until any of its targets does. INVALID for an error, which is not
// answered but corrected; NOT_FOUND when there is no such query; CHANGED when somebody else has
// changed the file since that was last asked (app_changed_elsewhere), so that the book is to be
// read again.
enum status app_answer(struct book *book, const struct indicator *indicator, int quarter,
                       const char *code, const char *reason, size_t *ret_count, struct err *err);
// Takes the answers back: the queries are open again. NOT_FOUND when none is answered, CHANGED as
// above.
enum status app_withdraw_answer(struct book *book, const struct indicator *indicator, int quarter,
                                const char *code, size_t *ret_count, struct err *err);

// Finalises the quarter of a shelf's books, all or none; those finalised already are passed over.
// FINDINGS when a check finds errors, with ret[i] (may be NULL) the findings of book i, to be freed
// by the caller; LOCKED when all are finalised already; CHANGED when a return is no longer what the
// book holds, which then holds it; passphrase as for app_officer. A copy of the file is made behind
// it (app_copy_trouble).
enum status app_finalise(struct app *app, struct shelf *shelf, const char *passphrase,
                         struct findings *ret, struct err *err);
// Opens a finalised quarter again; the next revision begins. reason NULL or "": that the office above
// has sent it back, where it has (app_say_reopening); else USAGE.
enum status app_reopen(struct book *book, int quarter, const char *reason, const char *passphrase,
                       struct err *err);

// The officer's step can have a passphrase of its own, so that the clerk's desk cannot take it.
bool app_has_passphrase(struct app *app);
// FAILED when it is not the passphrase; OK when none is set, whatever was given.
enum status app_officer(struct app *app, const char *passphrase, struct err *err);
// "" takes it away. `old` is asked for when one is set.
enum status app_set_passphrase(struct app *app, const char *old, const char *passphrase,
                               struct err *err);
