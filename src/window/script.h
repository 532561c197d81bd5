// SPDX-License-Identifier: GPL-3.0-or-later
// Keys written down, for pictures and tests: letters, and names like <F1>, <Enter>, <C-s>,
// <A-x>, <S-Tab>, <Paste:text>, <Resize:100x30>, <Wait:500> (until nothing has come for so
// many milliseconds); `*3` behind a name
// repeats it.
#pragma once

#include "session.h"

// Reads one step of a script and plays it; *ret_at is what comes after it. *ret_wait is how long
// the step asks to wait, else 0. INVALID, naming it, for a key that does not exist.
enum status script_step(struct session *session, const char **ret_at, int *ret_wait,
                        struct err *err);
