// SPDX-License-Identifier: GPL-3.0-or-later
// What every cmocka test needs before cmocka.h itself.
#pragma once

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

// What cmocka has for this is called otherwise from its version 2 on.
#define assert_between(value, low, high)                                                           \
    do {                                                                                           \
        const long long got_ = (value), low_ = (low), high_ = (high);                              \
        if (got_ < low_ || got_ > high_)                                                           \
            fail_msg(#value " is %lld, not %lld to %lld", got_, low_, high_);                      \
    } while (0)
