// SPDX-License-Identifier: GPL-3.0-or-later
// Passphrases.
#include "orjon/base/secret.h"

#include <sodium.h>
#include <string.h>

bool secret_hash(const char *passphrase, struct str *ret)
{
    char kept[crypto_pwhash_STRBYTES];
    // For a desk: a third of a second and 64 MB, which the oldest office PC has to spare.
    if (sodium_init() < 0 ||
        crypto_pwhash_str(kept, passphrase, strlen(passphrase), crypto_pwhash_OPSLIMIT_INTERACTIVE,
                          crypto_pwhash_MEMLIMIT_INTERACTIVE))
        return false;
    str_add(ret, kept);
    return true;
}

bool secret_matches(const char *kept, const char *passphrase)
{
    return sodium_init() >= 0 &&
           crypto_pwhash_str_verify(kept, passphrase, strlen(passphrase)) == 0;
}

void secret_done(struct str *s)
{
    if (s->cap)
        sodium_memzero(s->buf, s->cap);
    str_done(s);
}
