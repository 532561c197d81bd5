// SPDX-License-Identifier: GPL-3.0-or-later
// Bundles and reviews with the signature of an office that sends whatever it likes: what is read is
// written the same again.
#include "orjon/exchange/bundle.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static struct signing_key *key;

int LLVMFuzzerInitialize(int *argc, char ***argv);
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n);

int LLVMFuzzerInitialize(int *argc, char ***argv)
{
    (void)argc, (void)argv;
    char path[] = "/tmp/orjon-fuzz-bundle-XXXXXX/key";
    struct err err = {0};
    path[strlen(path) - 4] = '\0';
    if (!mkdtemp(path))
        abort();
    path[strlen(path)] = '/';
    if (signing_key_make(path, &err) || signing_key_load(path, &key, &err))
        abort();
    unlink(path);
    path[strlen(path) - 4] = '\0';
    return rmdir(path);
}

static void sign(const uint8_t *data, size_t n, struct str *ret)
{
    autostr open = STR_INIT;
    signing_key_public(key, &open);
    str_add_n(ret, (const char *)data, n);
    str_addf(ret, ",\"key\":\"%s\"", open.buf);
    autostr text = STR_INIT;
    str_add_n(&text, ret->buf, ret->len);
    str_add(ret, ",\"signature\":\"");
    signature_write(key, text.buf, text.len, ret);
    str_add(ret, "\"}\n");
}

static void read_return(const struct str *file, struct arena *arena)
{
    struct err err = {0};
    struct bundle first, second;
    autostr once = STR_INIT, twice = STR_INIT;
    if (bundle_read(file->buf, file->len, &first, arena, &err))
        return;
    bundle_write(&first, key, &once);
    if (bundle_read(once.buf, once.len, &second, arena, &err))
        abort();
    bundle_write(&second, key, &twice);
    if (strcmp(once.buf, twice.buf) != 0)
        abort();
}

static void read_review(const struct str *file, struct arena *arena)
{
    struct err err = {0};
    struct review first, second;
    autostr once = STR_INIT, twice = STR_INIT;
    if (review_read(file->buf, file->len, &first, arena, &err))
        return;
    review_write(&first, key, &once);
    if (review_read(once.buf, once.len, &second, arena, &err))
        abort();
    review_write(&second, key, &twice);
    if (strcmp(once.buf, twice.buf) != 0)
        abort();
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n)
{
    struct arena arena = {0};
    autostr file = STR_INIT;
    sign(data, n, &file);
    read_return(&file, &arena);
    read_review(&file, &arena);
    arena_done(&arena);
    return 0;
}
