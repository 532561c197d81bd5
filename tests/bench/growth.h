// SPDX-License-Identifier: GPL-3.0-or-later
// What takes how much longer when there is twice as much of it. No test: times are for people.
#pragma once

#include "orjon/base/str.h"

#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

static inline void must(bool good, const char *what)
{
    if (good)
        return;
    fprintf(stderr, "growth: %s\n", what);
    exit(1);
}

static inline double seconds(void)
{
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

static inline int growth_order(const void *a, const void *b)
{
    double x = *(const double *)a, y = *(const double *)b;
    return (x > y) - (x < y);
}

enum { GROWTH_ROUNDS = 3 };

// Times both in turn and prints what there is of it, the medians, and the median of the ratios.
static inline void growth_row(const char *what, size_t n, size_t more, double (*take)(void *data),
                              void *of_n, void *of_more, const char *goal)
{
    double a[GROWTH_ROUNDS], b[GROWTH_ROUNDS], ratio[GROWTH_ROUNDS];
    for (int i = 0; i < GROWTH_ROUNDS; i++) {
        a[i] = take(of_n);
        b[i] = take(of_more);
        ratio[i] = b[i] / a[i];
    }
    qsort(a, GROWTH_ROUNDS, sizeof *a, growth_order);
    qsort(b, GROWTH_ROUNDS, sizeof *b, growth_order);
    qsort(ratio, GROWTH_ROUNDS, sizeof *ratio, growth_order);
    printf("%s\t%zu: %.0f ms, %zu: %.0f ms\t%.2f\t%s\n", what, n, 1e3 * a[GROWTH_ROUNDS / 2], more,
           1e3 * b[GROWTH_ROUNDS / 2], ratio[GROWTH_ROUNDS / 2], goal);
    fflush(stdout);
}
