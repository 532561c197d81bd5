// SPDX-License-Identifier: GPL-3.0-or-later
// The offices below this one: a tree that changes with the days, and the keys with which they sign.
// Their fields are read and written as those of any record (orjon/app/records.h); what cannot be
// (tree_check; one key of two offices) is refused whatever the way by which it comes.
//
// `office` is a code, else a name or part of one (tree_find), as is what the words «under» and
// «successor» say; «-» there is this office.
#pragma once

#include "orjon/app/records.h"
#include "orjon/domain/tree.h"

struct app_offices {
    struct records units, spans, signers;
    struct tree tree;
};
// As they are on a day.
enum status app_load_offices(struct app *app, int32_t date, struct app_offices *ret,
                             struct err *err);
// Whether any other office ever stood below this one.
enum status app_has_below(struct app *app, bool *ret, struct err *err);
void app_offices_done(struct app_offices *offices);
#define autooffices __attribute__((cleanup(app_offices_done))) struct app_offices

enum status app_add_office(struct app *app, const struct app_word *words, size_t count,
                           int64_t *ret_id, struct err *err);
// What it ever was: a change from a day on is app_change_office.
enum status app_set_unit(struct app *app, const char *office, const struct app_word *words,
                         size_t count, struct err *err);
// From a day on: the words are fields of a span, one of them «from».
enum status app_change_office(struct app *app, const char *office, const struct app_word *words,
                              size_t count, struct err *err);
// Appends what is odd about offices (tree_check_name).
enum status app_check_offices(struct app *app, struct findings *ret, struct err *err);
// day: its last; successor: NULL for none.
enum status app_close_office(struct app *app, const char *office, const char *day,
                             const char *successor, struct err *err);

// The key that a signed file of the office bears, kept as its own from today on. digits are what
// the office reads over the telephone of «orjon key»: MISFIT when they are not those of the key.
// One that it has already ends the day before, and memo says by which paper: USAGE without one.
// EXISTS when it has this key.
struct app_office_key {
    const char *office, *file, *digits;
    const char *memo; // NULL or "": none
};
enum status app_put_office_key(struct app *app, const struct app_office_key *key, struct err *err);
// Whether a key is the office's and had not ended on a day (INT32_MIN: ever); *ret_ended is its
// last day where it had, else INT32_MAX. From when it was known is not asked: a file may come
// before the telephone call.
bool app_has_key(const struct app_offices *offices, int64_t office, const char *key, int32_t day,
                 int32_t *ret_ended);
// Whether it has one on that day.
bool app_signs(const struct app_offices *offices, int64_t office, int32_t day);
