// SPDX-License-Identifier: GPL-3.0-or-later
// The phrase bank: what offices write again and again in remarks and minutes. It has the phrases of
// the program (db/phrases.tsv), the office's own (records of kind phrase) and what the office has
// typed at least twice (of that the 200 most used), which is counted each time and kept nowhere.
//
// A phrase is for a sort of text: remark, discussion, decision, progress, or any. It may hold
// placeholders, filled as it is taken: {quarter} and {next} (১ম … ৪র্থ), {year}, {date}, {due},
// {done}, {plan}, {office}. A day that nobody knows is dots, to be written in.
#pragma once

#include "orjon/app/app.h"
#include "orjon/domain/record.h"

enum phrase_origin { PHRASE_OWN, PHRASE_SHIPPED, PHRASE_LEARNED };

struct phrase {
    const char *text;
    const char *sort; // a word of the record's field, never NULL
    int64_t id;       // of the office's record; 0 when there is none
    enum phrase_origin origin;
    bool hidden; // not offered
    size_t used; // so often it stands in what the office has typed
};

struct phrases {
    struct phrase *phrase;
    size_t count, cap;
    struct arena arena; // owns the texts
};
void phrases_done(struct phrases *phrases);
#define autophrases __attribute__((cleanup(phrases_done))) struct phrases

// All of them, also those that are hidden: the ones for this sort of text first (NULL: none is
// asked for), and of those the most used first.
enum status app_load_phrases(struct app *app, const char *sort, struct phrases *ret,
                             struct err *err);
// Whether it is for that sort, for any, or none is asked for.
bool phrase_is_for(const struct phrase *phrase, const char *sort);
// Whether there is such a sort; NULL is one.
enum status phrase_check_sort(const char *sort, struct err *err);
// The sort of what is typed into a field of a record: «discussion», or «any».
const char *phrase_sort_of(enum record_kind kind, int field);

// Appends a phrase with what its placeholders stand for: what `fill` appends for a name, else what
// the office and the day say; one that nobody knows stays as it is. fill may be NULL.
void app_fill_phrase(struct app *app, const char *text,
                     void (*fill)(const void *data, const char *name, struct str *ret),
                     const void *data, struct str *ret);

// What a placeholder stands for in a record, appended: its plan, year and date, the day by which
// a decision is due, that of a line of progress as the day on which something was done, and the
// quarter of a meeting. Nothing where it does not say.
void app_fill_from_record(struct app *app, const struct record *record, const char *name,
                          struct str *ret);

// A phrase of the office's own. EXISTS when it is there already, unless it was only typed often.
enum status app_add_phrase(struct app *app, const char *text, const char *sort, int64_t *ret_id,
                           struct err *err);
// No longer offers a phrase, named by its number, by all of it or by a part that no other has, or
// offers it again. Its text is appended to ret_text. NOT_FOUND when there is none, INVALID when
// there are several.
enum status app_hide_phrase(struct app *app, const char *named, bool hidden, struct str *ret_text,
                            struct err *err);
