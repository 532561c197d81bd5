// SPDX-License-Identifier: GPL-3.0-or-later
// A text of many lines in the program that the user writes in.
#pragma once

#include "orjon/base/error.h"
#include "orjon/base/str.h"

// Runs $VISUAL, else $EDITOR, else nano or vi on the terminal, which must be free, with a file of
// the text that nobody else can read, and appends what is in it at the end, as text_read_lines has
// it. NOT_FOUND when there is no such program, FAILED when it says that it failed. Where what was
// written cannot be taken the file stays and the sentence says where it is; else it is removed.
enum status editor_run(const char *text, size_t n, struct str *ret, struct err *err);
