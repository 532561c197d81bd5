// SPDX-License-Identifier: GPL-3.0-or-later
// The form of a meeting: meeting.c its keys, meeting_count.c counting it as achievement.
#pragma once

#include "record_screens.h"

// Asks for which of its indicators, then offers what becomes of the figure; where it is counted
// already, to take that back.
void meeting_ask_count(void *state, struct desk *desk, const struct key *key);
