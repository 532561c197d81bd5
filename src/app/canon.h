// SPDX-License-Identifier: GPL-3.0-or-later
// The text of a return over which its seal is taken.
#pragma once

#include "orjon/app/book.h"

// Appends the SHA-256, in hexadecimal, of the return of the book's quarter: the plan with its
// targets, the figures up to that quarter as read and as typed, every computed figure, the revision
// the hash of the journal before it, which holds all the rest, and the digest of the paper that is
// signed, as its archive has it. The form never changes but under another number in its first line:
// finalising and every later look at the seal come through here.
void canon_digest(const struct book *book, int revision, const char *journal,
                  const struct str *paper, struct str *ret);
