// SPDX-License-Identifier: GPL-3.0-or-later
// What a reviewer ticks of an indicator: ✓, ✗ or nothing. A remark stands beside it and is
// independent of it: «✓» with «no photograph was found» is both.
#pragma once

#include "orjon/domain/entry.h"

enum tick { TICK_NONE, TICK_YES, TICK_NO };

// Reads what was typed: ✓ √ ✔ y 1 yes হ্যাঁ হ, ✗ X x × n 0 no না ন, and «-» or nothing for not stated;
// digits of either set. INVALID says what was expected.
enum status tick_read(const char *s, size_t n, enum tick *ret, struct err *err);
const char *tick_sign(enum tick tick); // ✓ ✗ -
const char *tick_word(enum tick tick); // for files: yes no none
bool tick_from_word(const char *word, enum tick *ret);

// What the figure and its proofs speak for: ✓ where something was done and proofs of it are there,
// ✗ where nothing was done or nothing came (entry NULL); nothing where somebody has to look, or
// where it was not due or did not apply.
enum tick tick_propose(const struct entry *entry, size_t proofs);
