// SPDX-License-Identifier: GPL-3.0-or-later
// What a paper keeps.
#pragma once

#include "orjon/base/mem.h"

// A copy in which control characters other than newlines are blanks, so that no text, however it
// came here, can break a line of a page. NULL is an empty text.
const char *keep_text(struct arena *arena, const char *text);
