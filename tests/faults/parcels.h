// SPDX-License-Identifier: GPL-3.0-or-later
// A return of another office, for programs that are struck while they take it in: all of its plans
// are there afterwards, or none.
#pragma once

#include <stdbool.h>

enum { PARCEL_PLANS = 2 };

// Makes FOLDER/parcel.orjon, and its key's digits, once; false when it cannot be.
bool parcel_make(const char *program, const char *folder);
// The office and its key become known to an office file.
bool parcel_make_known(const char *program, const char *file, const char *folder);
// How many of its plans are in force in a file that is verified; -1 with a word in ret_why.
struct str;
int parcel_count(const char *file, struct str *ret_why);
