// SPDX-License-Identifier: GPL-3.0-or-later
// Counting what came of figures typed again.
#pragma once

#include "orjon/app/rekey.h"

static inline void rekey_count(struct rekey_verdict *verdict, enum entry_match match, bool typed)
{
    verdict->typed += typed;
    verdict->different += match == MATCH_MEANING;
    verdict->writing += match == MATCH_WRITING;
    verdict->untyped += match == MATCH_UNTYPED;
}
