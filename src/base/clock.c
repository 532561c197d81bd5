// SPDX-License-Identifier: GPL-3.0-or-later
// Days, stamps and ticks of the clock.
#include "orjon/base/clock.h"

#include <errno.h>
#include <stdbool.h>
#include <stdlib.h>
#include <time.h>

static bool fixed_now(time_t *ret)
{
    const char *s = getenv("SOURCE_DATE_EPOCH");
    if (!s || !*s)
        return false;
    char *end = NULL;
    errno = 0;
    long long value = strtoll(s, &end, 10);
    if (errno || *end)
        return false;
    *ret = (time_t)value;
    return true;
}

int32_t clock_today(void)
{
    time_t now = 0;
    struct tm tm = {0};
    if (fixed_now(&now)) // reproducible builds define it in UTC
        return (int32_t)(now / 86400);
    now = (time_t)clock_seconds();
    localtime_r(&now, &tm);
    return (int32_t)((now + tm.tm_gmtoff) / 86400);
}

void clock_stamp(struct str *ret)
{
    time_t now = 0;
    struct tm tm = {0};
    if (!fixed_now(&now))
        now = (time_t)clock_seconds();
    gmtime_r(&now, &tm);
    char text[32];
    strftime(text, sizeof text, "%Y-%m-%dT%H:%M:%SZ", &tm);
    str_add(ret, text);
}

int64_t clock_ticks(void)
{
    struct timespec now = {0};
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}
