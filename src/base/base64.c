// SPDX-License-Identifier: GPL-3.0-or-later
// Base64.
#include "orjon/base/base64.h"

#include "orjon/base/mem.h"

#include <sodium.h>
#include <stdlib.h>

void base64_write(struct str *ret, const void *bytes, size_t n)
{
    const size_t size = sodium_base64_encoded_len(n, sodium_base64_VARIANT_ORIGINAL);
    char *text = mem_alloc(size);
    sodium_bin2base64(text, size, bytes, n, sodium_base64_VARIANT_ORIGINAL);
    str_add(ret, text);
    sodium_memzero(text, size); // it may be a secret
    free(text);
}

bool base64_read(struct str *ret, const char *text, size_t n)
{
    const size_t size = n / 4 * 3;
    size_t found = 0;
    unsigned char *bytes = mem_alloc(size + 1);
    const bool good = n % 4 == 0 && sodium_base642bin(bytes, size, text, n, NULL, &found, NULL,
                                                      sodium_base64_VARIANT_ORIGINAL) == 0;
    if (good)
        str_add_n(ret, (const char *)bytes, found);
    sodium_memzero(bytes, size);
    free(bytes);
    return good;
}
