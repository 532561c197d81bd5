// SPDX-License-Identifier: GPL-3.0-or-later
// What the files about meetings share.
#pragma once

#include "orjon/app/meetings.h"

// Puts the open decisions of earlier meetings first on the agenda of a new one.
enum status meetings_carry(struct app *app, const struct record *last, int64_t next,
                           size_t *ret_count, struct err *err);
// After a field was put: a meeting takes from its committee what it does not say itself, the plan,
// the chair and the focal point.
enum status meetings_after(struct app *app, enum record_kind kind, int64_t id, int field,
                           struct err *err);
// Before a record is removed: what its decisions were carried over from is open or running again.
// INVALID for a meeting that is counted, and for a decision that lives on in another meeting.
enum status meetings_before_removal(struct app *app, const struct record *record, struct err *err);
enum status meetings_carry_back(struct app *app, const struct records *decisions, struct err *err);
// The items and decisions that are a record of a meeting or belong to it.
enum status meetings_load_decisions(struct app *app, const struct record *of, struct records *ret,
                                    struct err *err);
