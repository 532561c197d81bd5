// SPDX-License-Identifier: GPL-3.0-or-later
// People by their names, which papers spell in many ways: মাহবুবর, মাহবুব, মাহবুবুর রহমান.
#pragma once

#include "orjon/domain/record.h"

enum person_match {
    PERSON_NOBODY,
    PERSON_FOUND, // one whose name it is: written the same but for vowels, blanks, stops and titles
    PERSON_SEVERAL, // more than one whose name it is
    PERSON_LIKE,    // one whose name differs in a letter or two: ask
};

// Who of the people has that name; titles (জনাব, মোঃ, মোহাম্মদ, ড.) count only where they tell two
// people apart. *ret is the one, or the first; NULL for NOBODY. `name` is clean text.
enum person_match person_find(const struct records *people, const char *name,
                              const struct record **ret);
// Whose name has those words in it, one after the other; the last may be its beginning alone. Never
// LIKE.
enum person_match person_find_part(const struct records *people, const char *part,
                                   const struct record **ret);
