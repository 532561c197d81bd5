// SPDX-License-Identifier: GPL-3.0-or-later
// The larger and the smaller of two.
#pragma once

#include <stdint.h>

static inline int larger(int a, int b)
{
    return a > b ? a : b;
}

static inline int64_t larger64(int64_t a, int64_t b)
{
    return a > b ? a : b;
}

static inline int64_t smaller64(int64_t a, int64_t b)
{
    return a < b ? a : b;
}
