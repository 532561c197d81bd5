// SPDX-License-Identifier: GPL-3.0-or-later
// Passphrases.
#include "orjon/base/secret.h"

#include "orjon/base/text.h"

#include <sodium.h>
#include <stdlib.h>
#include <string.h>

enum status secret_read(const char *typed, struct str *ret, struct err *err)
{
    size_t length = 0;
    char *composed = text_compose(typed, strlen(typed), &length);
    if (!composed)
        return err_set(err, STATUS_INVALID, _("The passphrase is not UTF-8"));
    size_t n = length;
    const char *trimmed = text_trim(composed, &n);
    str_add_n(ret, trimmed, n);
    sodium_memzero(composed, length);
    free(composed);
    return STATUS_OK;
}

size_t secret_letters(const char *passphrase)
{
    const size_t n = strlen(passphrase);
    size_t letters = 0;
    for (size_t at = 0; at < n; at = text_next(passphrase, n, at))
        letters++;
    return letters;
}

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
