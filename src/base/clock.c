// SPDX-License-Identifier: GPL-3.0-or-later
// Days, stamps and ticks of the clock.
#include "orjon/base/clock.h"

#include <errno.h>
#include <stdlib.h>
#include <time.h>

enum { DAY = 86400, LAST_DAY = 84005 }; // 31 December 2199

static struct tm local(int64_t seconds)
{
    const time_t moment = (time_t)seconds;
    struct tm tm = {0};
    localtime_r(&moment, &tm);
    return tm;
}

int32_t clock_day(int64_t seconds)
{
    return (int32_t)((seconds + local(seconds).tm_gmtoff) / DAY);
}

void clock_write_hour(struct str *ret, int64_t seconds)
{
    const struct tm tm = local(seconds);
    str_addf(ret, "%02d:%02d", tm.tm_hour, tm.tm_min);
}

void clock_write_name(struct str *ret, int64_t seconds)
{
    const struct tm tm = local(seconds);
    char text[32];
    str_add_n(ret, text, strftime(text, sizeof text, "%Y%m%d-%H%M%S", &tm));
}

int32_t clock_today(void)
{
    return clock_day(clock_seconds());
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

bool clock_read_stamp(const char *stamp, int64_t *ret)
{
    struct tm tm = {0};
    const char *end = strptime(stamp, "%Y-%m-%dT%H:%M:%SZ", &tm);
    if (!end || *end)
        return false;
    *ret = (int64_t)timegm(&tm);
    return true;
}

bool clock_read_day(const char *stamp, int32_t *ret)
{
    int64_t seconds = 0;
    if (!clock_read_stamp(stamp, &seconds))
        return false;
    *ret = clock_day(seconds);
    return true;
}

int64_t clock_ticks(void)
{
    struct timespec now = {0};
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}
