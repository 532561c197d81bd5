// SPDX-License-Identifier: GPL-3.0-or-later
// Typing the figures again from the signed sheet: the blank form and the list of what differs.
#pragma once

#include "orjon/app/rekey.h"
#include "private.h"

// The rekey is the caller's and outlives the screens; it holds what was typed before. jump is
// called with the difference chosen, when both screens have left.
void rekey_push(struct desk *desk, struct book *book, struct rekey *rekey,
                void (*jump)(void *data, struct desk *desk, const char *indicator, int quarter),
                void *data);

// Compares, notes the result in the journal, and lists what differs, over the form; says so when
// nothing does.
void differences_push(struct desk *desk, struct book *book, struct rekey *rekey,
                      void (*jump)(void *data, struct desk *desk, const char *indicator,
                                   int quarter),
                      void *data);
