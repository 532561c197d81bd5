// SPDX-License-Identifier: GPL-3.0-or-later
// The phrase bank in any field.
#pragma once

#include "private.h"

// Offers the phrases, those for what «sort» stands for on the screen first, and types the chosen
// one on the screen below, its placeholders filled by that screen, the office and the day.
void phrases_push(struct desk *desk, struct app *app);
