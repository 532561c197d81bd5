// SPDX-License-Identifier: GPL-3.0-or-later
// People of the office, the posts they hold, and committees chosen from them. Their fields are read
// and written as those of any record (orjon/app/records.h); here stands what takes more than one
// record at a time. A date that is none, or an end before its beginning, is INVALID.
//
// Who signs the papers: whom the office has set as its officer, on every paper; where nobody is,
// who held the signing post on the paper's date, with the designation of then unless one is set.
// Whoever is set there becomes a person with that post as soon as somebody else is to sign, and the
// two particulars are cleared.
#pragma once

#include "orjon/app/records.h"
#include "orjon/domain/check.h"
#include "orjon/domain/post.h"

// Whether officer and designation are set for every paper, whoever holds the post.
bool app_signer_is_set(const struct app *app);

struct app_people {
    struct records people, terms;
};
enum status app_load_people(struct app *app, struct app_people *ret, struct err *err);
void app_people_done(struct app_people *people);
#define autopeople __attribute__((cleanup(app_people_done))) struct app_people

// A person with a post in one step: words are fields of either. EXISTS, with *ret_id and the
// sentence naming whoever has that name or one like it, unless it is `another`.
enum status app_add_person(struct app *app, const struct app_word *words, size_t count,
                           bool another, int64_t *ret_id, struct err *err);
// Fields of a person, and of the post that is held today; of the last one where none is; with none
// at all a post begins.
enum status app_set_person(struct app *app, int64_t id, const struct app_word *words, size_t count,
                           struct err *err);

// A transfer as one entry: a post ends the day before `from`, and the next one begins.
struct app_transfer {
    const char *person; // whose post ends, by number or name; NULL: who signed until then
    // Who takes it over, by number or name; found as app_add_person does, else added. NULL: nobody,
    // and the words say what the person becomes; without any, the person has left.
    const char *successor;
    bool another;     // the successor is none of the list, though the name is like one
    const char *from; // as typed
    // Fields of the post that begins. It is that which ended, but for what they say and for the
    // acting mark, which is its holder's. The successor's own post ends likewise, unless the new
    // one is held with such a mark.
    const struct app_word *words;
    size_t count;
};
// *ret_id: whose post begins; 0 when none does.
enum status app_transfer(struct app *app, const struct app_transfer *transfer, int64_t *ret_id,
                         struct err *err);

// What is odd: post_check, two people of one name, and those of committees who have left.
enum status app_check_people(struct app *app, struct findings *ret, struct err *err);

// Puts a person on a committee, behind those there are, as member *ret_id; EXISTS when it is on it
// already.
enum status app_add_member(struct app *app, int64_t committee, const char *person, const char *role,
                           int64_t *ret_id, struct err *err);
// NOT_FOUND when it is not on it.
enum status app_drop_member(struct app *app, int64_t committee, const char *person,
                            struct err *err);
