// SPDX-License-Identifier: GPL-3.0-or-later
// Sample offices for tests that want one after the other: each sort is made once, then copied.
#pragma once

#include "orjon/app/app.h"

// Empties the folder of options->file and puts there what app_init leaves of a sample office of the
// family (NULL: of the first) on that day, in the language in force.
void sample_office_put(const struct app_options *options, const char *family);
