// SPDX-License-Identifier: GPL-3.0-or-later
// How the figures of one return differ from those of another.
#pragma once

#include "orjon/app/receive.h"
#include "orjon/base/mem.h"
#include "orjon/domain/entry.h"

struct differences {
    struct app_difference *difference;
    size_t count, cap;
    struct arena *texts;
};

// As people read it: as typed, or its state.
const char *difference_shown(const struct entry *entry);
// Appends one where the two are not the same.
void differences_note(struct differences *d, const char *code, int quarter,
                      const struct entry *before, const struct entry *now);
// Every figure of two plans, whose rows are told apart by their codes.
void differences_find(struct differences *d, const struct plan *old, const struct year *before,
                      const struct plan *came, const struct year *now);
