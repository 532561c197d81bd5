// SPDX-License-Identifier: GPL-3.0-or-later
// What a printed entry says of its state: papers print one dash for whatever stands in place of a
// figure, and a dash is read as nothing done.
#pragma once

#include "orjon/domain/entry.h"

static inline enum entry_state printed_state(enum entry_state state)
{
    return state == ENTRY_VALUE || state == ENTRY_EMPTY ? state : ENTRY_NONE;
}
