// SPDX-License-Identifier: GPL-3.0-or-later
// SHA-256 and BLAKE2b.
#include "orjon/base/digest.h"

#include "orjon/base/mem.h"

#include <sodium.h>

_Static_assert(DIGEST_BYTES == crypto_hash_sha256_BYTES, "a digest is a SHA-256");

void digest_of(const void *data, size_t n, unsigned char ret[DIGEST_BYTES])
{
    crypto_hash_sha256(ret, data, n);
}

void digest_quickly(const void *data, size_t n, unsigned char ret[DIGEST_BYTES])
{
    crypto_generichash(ret, DIGEST_BYTES, data, n, NULL, 0);
}

void digest_write_hex(struct str *ret, const unsigned char *bytes, size_t n)
{
    autofree char *hex = mem_alloc(2 * n + 1);
    str_add(ret, sodium_bin2hex(hex, 2 * n + 1, bytes, n));
}

void digest_write(struct str *ret, const char *text, size_t n)
{
    unsigned char digest[DIGEST_BYTES];
    digest_of(text, n, digest);
    digest_write_hex(ret, digest, sizeof digest);
}

struct digest {
    crypto_hash_sha256_state state;
};

struct digest *digest_new(void)
{
    struct digest *digest = mem_alloc(sizeof *digest);
    crypto_hash_sha256_init(&digest->state);
    return digest;
}

void digest_add(struct digest *digest, const void *data, size_t n)
{
    crypto_hash_sha256_update(&digest->state, data, n);
}

void digest_end(struct digest **digest, struct str *ret)
{
    unsigned char bytes[DIGEST_BYTES];
    crypto_hash_sha256_final(&(*digest)->state, bytes);
    digest_write_hex(ret, bytes, sizeof bytes);
    free(*digest);
    *digest = NULL;
}
