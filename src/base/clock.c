// SPDX-License-Identifier: GPL-3.0-or-later
// Days, stamps and ticks of the clock.
#include "orjon/base/clock.h"

#include <errno.h>
#include <stdlib.h>
#include <time.h>

enum { DAY = 86400, LAST_DAY = 84005 }; // 31 December 2199

int32_t clock_today(void)
{
    const time_t now = (time_t)clock_seconds();
    struct tm tm = {0};
    localtime_r(&now, &tm);
    return (int32_t)((now + tm.tm_gmtoff) / DAY);
}

bool clock_source_day(int32_t *ret)
{
    const char *s = getenv("SOURCE_DATE_EPOCH");
    char *end = NULL;
    errno = 0;
    const long long seconds = s ? strtoll(s, &end, 10) : 0;
    if (!s || !*s || errno || *end || seconds < 0 || seconds / DAY > LAST_DAY)
        return false;
    *ret = (int32_t)(seconds / DAY);
    return true;
}

void clock_stamp(struct str *ret)
{
    const time_t now = (time_t)clock_seconds();
    struct tm tm = {0};
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
