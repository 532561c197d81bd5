// SPDX-License-Identifier: GPL-3.0-or-later
// A file of printed rows, as `orjon audit` reads it.
#include "fuzz.h"

#include "orjon/app/audit.h"

#include <string.h>

static void each(void *data, const struct app_audit *found)
{
    size_t *count = data;
    require(*found->finding->column && *found->finding->code && *found->finding->reason);
    require(found->finding->printed && found->finding->expected);
    (*count)++;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n)
{
    struct err err = {0};
    size_t rows = 0, found = 0;
    if (app_audit("rows.tsv", (const char *)data, n, NULL, 0, 0, each, &found, &rows, &err))
        require(*err.text != '\0');
    if (app_audit("rows.tsv", (const char *)data, n, NULL, 2023, 2, each, &found, &rows, &err))
        require(*err.text != '\0');
    return 0;
}
