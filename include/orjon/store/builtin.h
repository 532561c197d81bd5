// SPDX-License-Identifier: GPL-3.0-or-later
// The plan templates that are part of the program.
#pragma once

#include <stddef.h>

struct store_template {
    int fiscal_year;
    const char *family, *plan;
    const char *name; // «2023-24/coop-upazila/egov.tsv», for messages
    const char *text; // for template_read; ends in NUL
    size_t size;
};

// All of them, by year, family and name; they live as long as the program.
const struct store_template *store_builtin_templates(size_t *ret_count);

// What offices of their families are called: rows of family, Bengali and English name.
const char *store_family_names(size_t *ret_size);
// The groups of memo numbers, for memo_shapes_read.
const char *store_memo_shapes(size_t *ret_size);
