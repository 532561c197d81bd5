// SPDX-License-Identifier: GPL-3.0-or-later
// The seal on the paper.
#include "orjon/app/seal.h"

#include "orjon/base/text.h"
#include "orjon/store/seals.h"
#include "private.h"

#include <stdio.h>
#include <string.h>

enum { GROUP = 8 };

void app_seal_letters(const char *hash, struct str *ret)
{
    for (size_t at = 0; at < APP_SEAL_LETTERS && at + GROUP <= strlen(hash); at += GROUP)
        str_addf(ret, "%s%.*s", at ? " " : "", GROUP, hash + at);
}

enum status app_seal(struct book *book, int quarter, struct app_seal *ret, struct err *err)
{
    struct store_seal seal;
    autostr letters = STR_INIT;
    enum status status =
        store_load_seal(book->app->store, STORE_OWN_OFFICE, book->plan->id, quarter, &seal, err);
    if (status)
        return status;
    *ret = (struct app_seal){.sealed = seal.locked, .revision = seal.revision};
    memcpy(ret->hash, seal.hash, sizeof ret->hash);
    app_seal_letters(seal.hash, &letters);
    snprintf(ret->mark, sizeof ret->mark, "%s", letters.buf);
    memcpy(ret->at, seal.at, sizeof ret->at);
    memcpy(ret->who, seal.who, sizeof ret->who);
    return STATUS_OK;
}

void app_seal_write(struct str *ret, const struct app_seal *seal, enum digits digits)
{
    autostr number = STR_INIT;
    if (!seal->sealed)
        return;
    if (seal->revision) {
        str_addf(&number, "%d", seal->revision);
        str_add(ret, "সংশোধিত ");
        text_digits(ret, number.buf, number.len, digits);
        str_add(ret, " · ");
    }
    str_add(ret, seal->mark);
}
