// SPDX-License-Identifier: GPL-3.0-or-later
// What the files on people share.
#pragma once

#include "orjon/app/people.h"

// The words by the kind that has the field; USAGE for one that neither has. The arrays are the
// caller's to free.
struct people_words {
    struct app_word *person, *term;
    size_t persons, terms;
};
enum status people_split(const struct app_word *words, size_t count, struct people_words *ret,
                         struct err *err);
void people_words_done(struct people_words *words);
const char *people_word(const struct app_word *words, size_t count, enum record_kind kind,
                        int field); // NULL: not given

// INVALID when that post ends before it begins.
enum status people_check_term(struct app *app, int64_t term, struct err *err);
// Whoever is set as the officer becomes a person whose post signs, up to the day before `begins` if
// it `ends` there (INT32_MIN: none does, as another signs since ever), and the particulars are
// cleared. `by`: who signs from then on, 0 for nobody; of the same person nothing is made.
enum status people_take_signer(struct app *app, int32_t begins, bool ends, int64_t by,
                               struct err *err);
// Who signs today, into the office's particulars.
enum status people_fill_office(struct app *app, struct err *err);
// A query where whoever is set as the officer is not who holds the post today.
enum status people_check_signer(struct app *app, struct findings *ret, struct err *err);
