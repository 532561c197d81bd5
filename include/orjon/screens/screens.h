// SPDX-License-Identifier: GPL-3.0-or-later
// Our screens.
#pragma once

#include "orjon/app/app.h"
#include "orjon/tui/screen.h"

// Opens the office file and shows the screens on the terminal until the user leaves.
enum status screens_run(const struct app_options *options, struct err *err);

// Puts the first screen on a desk, for a front of any kind. The app is borrowed.
enum status screens_start(struct desk *desk, struct app *app, struct err *err);
