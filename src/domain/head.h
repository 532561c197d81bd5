// SPDX-License-Identifier: GPL-3.0-or-later
// The head lines of a plan file: «#key<TAB>value», what holds for the plan as a whole.
#pragma once

#include "orjon/base/tsv.h"
#include "orjon/domain/plan.h"

enum { HEADS_MAX = 16 };

// The place of a key among the heads; INVALID, naming all that there are, when it is none.
enum status head_find(const char *key, size_t *ret, struct err *err);
// Sets the head from its cells (#share has two), whose text goes into the plan's arena. INVALID says
// what was expected.
enum status head_set(struct plan *plan, size_t head, const struct tsv_cell *value,
                     struct err *err);
// The name of the i-th head that every plan must have; NULL behind the last. *ret is its place.
const char *head_needed(size_t i, size_t *ret);
// Appends the lines of the heads that the plan has.
void head_write(const struct plan *plan, struct str *ret);
// Fills in what follows from the others where nothing was said.
void head_complete(struct plan *plan);
