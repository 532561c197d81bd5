// SPDX-License-Identifier: GPL-3.0-or-later
// A quarter's seal, as papers show it.
#pragma once

#include "orjon/app/book.h"

// Eight letters can be ground out on one machine; sixteen cannot.
enum { APP_SEAL_LETTERS = 16 };

struct app_seal {
    bool sealed;
    int revision;  // 0 the first; n: সংশোধিত n, also while it is open
    char hash[65]; // of the return as it was finalised; "" while open
    char mark[18]; // its first letters: «3fa9c01b 5c3474e2»
    char at[32], who[64];
};
enum status app_seal(struct book *book, int quarter, struct app_seal *ret, struct err *err);
// The first letters of a hash, in groups of eight, appended.
void app_seal_letters(const char *hash, struct str *ret);
// «সংশোধিত ১ · 3fa9c01b 5c3474e2», for a paper; nothing while it is open. In the paper's language,
// Bengali.
void app_seal_write(struct str *ret, const struct app_seal *seal, enum digits digits);
