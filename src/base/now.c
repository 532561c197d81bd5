// SPDX-License-Identifier: GPL-3.0-or-later
// The only place that asks the machine what time it is. It stands alone, so that the linker takes
// the clock of a test (tests/clock.c) in its stead.
#include "orjon/base/clock.h"

#include <time.h>

int64_t clock_seconds(void)
{
    return (int64_t)time(NULL);
}
