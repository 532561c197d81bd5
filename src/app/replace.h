// SPDX-License-Identifier: GPL-3.0-or-later
// Who may put another file in the place of the office file.
#pragma once

#include "orjon/app/app.h"
#include "orjon/store/replace.h"

// Whoever knows the passphrase of the file that is there; passphrase is borrowed.
struct store_permission replace_permission(const struct app_options *options,
                                           const char *passphrase);
