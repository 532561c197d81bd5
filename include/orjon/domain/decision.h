// SPDX-License-Identifier: GPL-3.0-or-later
// Decisions of meetings and orders from above: what is still to be done, and what comes first.
#pragma once

#include "orjon/domain/record.h"

// Still to be done: open, running, or without a state. One that was carried over lives on in the
// decision that names it.
bool decision_is_open(const struct record *decision);
// Open although its day has passed.
bool decision_is_overdue(const struct record *decision, int32_t today);
// The state that a decision has by itself: running once there is a line of progress, else open.
const char *decision_state(bool has_progress);
// The decision into which one was carried over; NULL when there is none among them.
const struct record *decision_carried_into(const struct records *decisions, int64_t id);

// The order of lists, of a meeting and of an agenda: what is overdue first, then what is open, by
// the day it is due, then the rest; what has no day comes last of its part. Sorts in place.
void decisions_sort(const struct record **decision, size_t count, int32_t today);
