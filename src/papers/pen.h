// SPDX-License-Identifier: GPL-3.0-or-later
// What a letter leaves to the pen: its memo number and its date, or a part of them.
#pragma once

#include "orjon/domain/writing.h"
#include "orjon/papers/papers.h"

// The memo number of a plan's letter: the plan's own, else the office's. A dotted line stands for
// «blank», and behind a part that is to be gone on with by hand («৪৭.৬১.৪৭১৭.০০০.৩৯.০১৪.২৪.»).
// plan NULL: of no plan alone.
void pen_write_memo(struct str *ret, const struct paper_request *request, const struct plan *plan);
// Its short form (memo.h); of what is left to the pen the dotted line alone.
void pen_write_memo_short(struct str *ret, const struct paper_request *request,
                          const struct plan *plan);
// Whether the letter of plan i has the whole number of one before it.
bool pen_repeats_memo(const struct paper_request *request, size_t i);
void pen_write_date(struct str *ret, const struct paper_request *request, struct date_style style);
