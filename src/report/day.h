// SPDX-License-Identifier: GPL-3.0-or-later
// Days as files for machines have them.
#pragma once

#include "orjon/base/str.h"

#include <stdint.h>

// Appends a day number as «2023-12-31».
void day_write(struct str *ret, int64_t day);
