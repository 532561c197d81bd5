// SPDX-License-Identifier: GPL-3.0-or-later
// Letters typed from a sealed paper.
#include "orjon/app/verify.h"

#include "orjon/base/text.h"
#include "orjon/store/seals.h"
#include "private.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { LEAST = 8, MOST = 64 };

// Groups and capitals do not matter, nor whose digits they are.
static enum status read_letters(const char *typed, struct str *ret, struct err *err)
{
    autostr latin = STR_INIT;
    text_digits(&latin, typed, strlen(typed), DIGITS_LATIN);
    for (const char *s = latin.buf; *s; s++) {
        const char c = *s >= 'A' && *s <= 'F' ? (char)(*s - 'A' + 'a') : *s;
        if (strchr(" \t-·", c))
            continue;
        str_add_char(ret, c);
    }
    if (ret->len >= LEAST && ret->len <= MOST && ret->len == strspn(ret->buf, "0123456789abcdef"))
        return STATUS_OK;
    return err_set(err, STATUS_USAGE,
                   _("The letters of a seal are 8 or more of 0-9 and a-f, like 3fa9c01b 5c3474e2"));
}

static enum status is_in_force(struct app *app, const struct store_found *found, bool *ret,
                               struct err *err)
{
    struct store_seal seal = {0};
    enum status status = found->plan ? store_load_seal(app->store, STORE_OWN_OFFICE, found->plan,
                                                       found->quarter, &seal, err)
                                     : STATUS_OK;
    *ret = status == STATUS_OK && seal.locked && strcmp(seal.hash, found->hash) == 0;
    return status;
}

enum status app_find_letters(struct app *app, const char *typed, struct app_letters *ret,
                             struct err *err)
{
    autostr letters = STR_INIT, plan = STR_INIT;
    struct store_found found = {0};
    enum status status = read_letters(typed, &letters, err);
    if (status == STATUS_OK)
        status = store_find_hash(app->store, letters.buf, &found, err);
    if (status)
        return status;
    if (!found.seq)
        return err_set(err, STATUS_MISFIT, _("No return finalised in %s has the letters %s"),
                       app_file(app), letters.buf);
    const char *blank = strchr(found.name, ' ');
    str_addf(&plan, "%s ", blank ? blank + 1 : found.name);
    period_write_year_short(&plan, (int)strtol(found.name, NULL, 10));
    *ret = (struct app_letters){.compared = (int)letters.len,
                                .replaced = !found.plan,
                                .quarter = found.quarter,
                                .revision = found.revision};
    text_copy(ret->plan, sizeof ret->plan, plan.buf);
    memcpy(ret->at, found.at, sizeof ret->at);
    memcpy(ret->who, found.who, sizeof ret->who);
    return is_in_force(app, &found, &ret->in_force, err);
}
