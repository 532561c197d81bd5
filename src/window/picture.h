// SPDX-License-Identifier: GPL-3.0-or-later
// A picture of a program's screen after some keys, without a display.
#pragma once

#include "options.h"

enum status picture_take(const struct window_options *options, struct err *err);
