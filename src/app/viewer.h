// SPDX-License-Identifier: GPL-3.0-or-later
// Showing a file with the desktop's program for it.
#pragma once

#include "orjon/base/error.h"
#include "orjon/base/str.h"

#include <stdbool.h>

// A new folder that only this user can enter: of the session, which is gone with it, else a
// temporary one.
enum status viewer_make_folder(struct str *ret, struct err *err);
void viewer_remove(const char *path); // a file there, and its folder
// False where there is no desktop, or nothing on it for such a file.
bool viewer_open(const char *path);
