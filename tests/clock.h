// SPDX-License-Identifier: GPL-3.0-or-later
// The clock of a program that is linked with test_clock.
#pragma once

#include <stdint.h>

// Sets it and lets it stand, in seconds since 1970, UTC.
void clock_stand(int64_t seconds);
