// SPDX-License-Identifier: GPL-3.0-or-later
// In the place of src/base/now.c: a clock that a test sets, by clock_stand or, for a whole program,
// by ORJON_TEST_CLOCK in its environment; else the machine's.
#include "clock.h"

#include "orjon/base/clock.h"

#include <stdbool.h>
#include <stdlib.h>
#include <time.h>

static bool stands;
static int64_t stands_at;

void clock_stand(int64_t seconds)
{
    stands = true;
    stands_at = seconds;
}

int64_t clock_seconds(void)
{
    const char *told = getenv("ORJON_TEST_CLOCK");
    return stands ? stands_at : told ? strtoll(told, NULL, 10) : (int64_t)time(NULL);
}
