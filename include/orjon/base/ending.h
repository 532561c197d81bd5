// SPDX-License-Identifier: GPL-3.0-or-later
// Case endings of Bengali nouns: খুলনা, খুলনার, যশোর, যশোরের. The ending follows the last letter of
// the word, so that a phrase with a name filled in reads as if it had been written for that name.
#pragma once

#include "orjon/base/str.h"

#include <stdbool.h>
#include <stddef.h>

enum ending {
    ENDING_OF, // র: খুলনার, যশোরের, ঠাকুরগাঁওয়ের
    ENDING_IN, // তে: খুলনাতে, যশোরে
    ENDING_AT, // এ: খুলনায়, যশোরে, ফেনীতে
    ENDING_TO, // কে: অফিসারকে
    ENDING_COUNT
};

// The ending that a phrase names by this word (র তে এ কে); false when there is no such one.
bool ending_find(const char *s, size_t n, enum ending *ret);
// The words that ending_find knows, for messages: «র, তে, এ, কে».
const char *ending_words(void);

// Puts the ending on the word, or words, that ret holds from `from` on; nothing on an empty one.
// Blanks and a full stop at its end go. What does not end in a Bengali letter (২০২৪, ICT, a
// bracket) keeps its shape, and the ending stands apart: «২০২৪ এর».
void ending_add(struct str *ret, size_t from, enum ending ending);
