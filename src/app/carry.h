// SPDX-License-Identifier: GPL-3.0-or-later
// A plan carried on into the next year.
#pragma once

#include "orjon/app/book.h"

// The plan of the book, a year later. Its texts are partly the book's, which must outlive it.
// INVALID when it cannot be: a date past the last year, a row that does not fit then.
enum status plan_carry_on(const struct book *book, struct plan **ret, struct err *err);
// What came of a row, appended as a template would write it; nothing where nothing did.
void result_write(struct str *ret, const struct indicator *indicator, const struct score *score);
// A year later; 29 February becomes the 28th.
int32_t day_carried_on(int32_t day);
