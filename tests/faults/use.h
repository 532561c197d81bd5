// SPDX-License-Identifier: GPL-3.0-or-later
// Everything that a clerk does with an office file, for files that are not to be trusted.
#pragma once

#include "orjon/base/str.h"

#include <stdbool.h>

// Opens the file and verifies, scores, explains, checks and prints it; changes it too if `writes`,
// and plays the screens if `shows`. Each sentence that refuses something is appended to ret, a line
// each. False when the file was not even opened.
struct use {
    bool writes, shows;
    const char *paper;  // the one that is printed; NULL: all
    const char *format; // that they are printed in
};
bool use_office(const char *path, const struct use *use, struct str *ret);

// Whether a sentence of what was said, a line each, holds a word that is SQLite's or the system's;
// those that do are appended to ret.
bool use_finds_jargon(const char *said, struct str *ret);
