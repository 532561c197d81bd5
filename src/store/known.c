// SPDX-License-Identifier: GPL-3.0-or-later
// What this program knows of office files: the steps of db/, and what they make.
#include "db.h"

#include "schema.h"
#ifndef SCHEMA_DIGEST
#include "schema_digest.h" // what tools/schema_digest.c wrote
#endif

static const struct migration steps[] = {
    {(const char *)schema_001},
};
static const struct schema known = {
    .step = steps,
    .version = sizeof steps / sizeof *steps,
    .digest = SCHEMA_DIGEST,
};

const struct schema *schema_known(void)
{
    return &known;
}

int store_version(void)
{
    return known.version;
}
