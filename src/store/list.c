// SPDX-License-Identifier: GPL-3.0-or-later
// Lists of whole numbers as the file keeps them: «19722 19800».
#include "db.h"

#include "orjon/base/str.h"

#include <errno.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>

void list_add(struct str *ret, int64_t value)
{
    str_addf(ret, ret->len ? " %" PRId64 : "%" PRId64, value);
}

int list_next(const char **at, int64_t *ret)
{
    if (**at == '\0')
        return 0;
    char *end = NULL;
    errno = 0;
    long long value = strtoll(*at, &end, 10);
    if (errno || end == *at || (*end != ' ' && *end != '\0'))
        return -1;
    *ret = value;
    *at = *end == ' ' ? end + 1 : end;
    return 1;
}

void list_write_dates(char *buffer, const int32_t *dates, size_t n)
{
    char *at = buffer;
    *at = '\0';
    for (size_t i = 0; i < n; i++)
        at += snprintf(at, (size_t)(buffer + LIST_BYTES_MAX - at), i ? " %" PRId32 : "%" PRId32,
                       dates[i]);
}

bool list_read_dates(const char *text, int32_t *dates, size_t max, size_t *ret_n)
{
    int64_t value = 0;
    size_t n = 0;
    int more = list_next(&text, &value);
    for (; more > 0; more = list_next(&text, &value)) {
        if (n == max || value < INT32_MIN || value > INT32_MAX)
            return false;
        dates[n++] = (int32_t)value;
    }
    *ret_n = n;
    return more == 0;
}
