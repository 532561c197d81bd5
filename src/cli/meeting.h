// SPDX-License-Identifier: GPL-3.0-or-later
// What the commands about meetings and decisions share.
#pragma once

#include "command.h"

#include "orjon/app/meetings.h"

// What is odd about the meeting of a record.
enum status meeting_look(struct app *app, int64_t id, struct findings *ret, struct err *err);
// Puts it on standard error, but for what was odd before (NULL: nothing was).
enum status meeting_tell_odd(struct app *app, int64_t id, const struct findings *before,
                             struct err *err);
// Sets fields of a record of a meeting: «set ID KEY=VALUE …».
enum status meeting_set(struct app *app, const struct command *c, struct err *err);
enum status meeting_remove(struct app *app, const struct command *c, struct err *err);
// Appends the fields of a record that say something, a line each, but its place.
enum status meeting_put_fields(struct app *app, const struct record *record, const char *indent,
                               struct str *ret, struct err *err);
// Appends a decision with its progress.
enum status meeting_put_decision(struct app *app, const struct record *decision, const char *indent,
                                 struct str *ret, struct err *err);
// «orjon meeting show».
enum status meeting_show(struct app *app, const struct command *c, struct err *err);
