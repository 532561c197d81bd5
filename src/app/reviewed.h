// SPDX-License-Identifier: GPL-3.0-or-later
// Remarks from above inside the room: as queries of the check.
#pragma once

#include "orjon/app/reviewed.h"
#include "orjon/domain/check.h"

// Appends what is still to be done about the remarks up to the book's quarter, and what was
// answered, as such. A remark on a return that was corrected since, or of an earlier quarter that
// is over and done with, is not asked about.
enum status reviewed_check(struct book *book, struct findings *ret, struct err *err);
// Whether the code is one of those.
bool reviewed_is_query(const char *code);
// Puts the answer to one (NULL: takes it away), within a transaction of the caller's.
enum status reviewed_answer(struct book *book, const struct finding *query, const char *answer,
                            struct err *err);
