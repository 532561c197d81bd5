// SPDX-License-Identifier: GPL-3.0-or-later
// Layouts that are read, and what is wrong with each.
#pragma once

#include "../test.h"

#include "../../src/papers/layout.h"

#include <string.h>

struct faulty_layout {
    const char *text;
    const char *place, *says; // of its first fault; place NULL: there is none
};

// sum: what the error says of them all, like «1 fault».
static inline void assert_faults(const struct faulty_layout *row, size_t n, const char *sum)
{
    for (size_t i = 0; i < n; i++) {
        struct layout *layout = NULL;
        struct err err = {0};
        autostr faults = STR_INIT, place = STR_INIT;
        const enum status status =
            layout_read("short.tsv", row[i].text, strlen(row[i].text), &layout, &faults, &err);
        layout_free(&layout);
        if (!row[i].place) {
            assert_int_equal(status, STATUS_OK);
            continue;
        }
        str_addf(&place, "short.tsv%s", row[i].place);
        if (status != STATUS_INVALID || strncmp(faults.buf, place.buf, place.len) != 0 ||
            !strstr(faults.buf, row[i].says) || !strstr(err.text, sum))
            fail_msg("“%s” gave: %s", row[i].text, faults.buf);
    }
}
