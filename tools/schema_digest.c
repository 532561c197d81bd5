// SPDX-License-Identifier: GPL-3.0-or-later
// Run while the program is built: schema_digest HEADER
// Writes the digest of the schema that the steps of db/ make in this SQLite, by which the program
// knows its own files again without making them anew at every start.
#include "store/db.h"
#include "store/schemarows.h"

#include <stdio.h>

static enum status digest_newest(struct str *ret, struct err *err)
{
    const struct schema *known = schema_known();
    struct store *memory = NULL;
    enum status status = schema_make(known->step, known->version, &memory, err);
    if (!status)
        status = schema_digest(memory, ret, err);
    store_close(&memory);
    if (!status && ret->len == 0)
        status = err_set(err, STATUS_FAILED, "the schema has grown beyond what is digested");
    return status;
}

static bool write_header(const char *path, const char *digest)
{
    FILE *file = fopen(path, "w");
    if (!file)
        return false;
    fprintf(file,
            "// Made by tools/schema_digest.c; not to be edited.\n#pragma once\n"
            "#define SCHEMA_DIGEST \"%s\"\n",
            digest);
    return fclose(file) == 0;
}

int main(int argc, char **argv)
{
    autostr digest = STR_INIT;
    struct err err = {0};
    if (argc != 2)
        return 2;
    if (digest_newest(&digest, &err)) {
        fprintf(stderr, "schema_digest: %s\n", err_text(&err));
        return 1;
    }
    if (!write_header(argv[1], digest.buf)) {
        perror(argv[1]);
        return 1;
    }
    return 0;
}
