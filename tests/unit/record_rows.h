// SPDX-License-Identifier: GPL-3.0-or-later
// Records written down in a test, row by row, and days.
#pragma once

#include "../test.h"

#include "orjon/base/mem.h"
#include "orjon/domain/date.h"
#include "orjon/domain/record.h"

#include <string.h>

struct row {
    int64_t id, parent;
    const char *text[16];
};

static inline struct records records_of(enum record_kind kind, const struct row *rows, size_t n)
{
    struct records records = {0};
    const size_t fields = (size_t)record_shape(kind)->fields;
    records.record = mem_alloc((n + 1) * sizeof *records.record);
    for (size_t i = 0; i < n; i++) {
        const char **text = mem_alloc(fields * sizeof *text);
        for (size_t k = 0; k < fields; k++)
            text[k] = rows[i].text[k] ? rows[i].text[k] : "";
        records.record[records.count++] = (struct record){rows[i].id, rows[i].parent, kind, text};
    }
    return records;
}

#define RECORDS(kind, ...)                                                                         \
    records_of(kind, (const struct row[]){__VA_ARGS__},                                            \
               sizeof((const struct row[]){__VA_ARGS__}) / sizeof(struct row))

static inline int32_t day(const char *iso)
{
    int32_t ret = 0;
    assert_int_equal(date_read_iso(iso, strlen(iso), &ret, NULL), STATUS_OK);
    return ret;
}
