// SPDX-License-Identifier: GPL-3.0-or-later
// The paper that is signed: composed once, as the quarter is finalised, and kept.
#pragma once

#include "orjon/app/book.h"
#include "orjon/report/paper.h"

// Composes the return of the book's quarter with the particulars, the date and the layout as they
// are now, and appends its archive.
enum status signed_compose(const struct book *book, struct str *ret, struct err *err);
// The return of the book's quarter as it was finalised, without its letters. *ret is freed with
// paper_free.
enum status signed_read(const struct book *book, struct paper **ret, struct err *err);
