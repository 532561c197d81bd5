// SPDX-License-Identifier: GPL-3.0-or-later
// Words of the form KEY=VALUE behind a command.
#include "command.h"

#include "orjon/app/records.h"

#include <string.h>

enum status command_words(const struct command *c, size_t from, struct app_word *ret,
                          size_t *ret_count, struct arena *texts, struct err *err)
{
    *ret_count = 0;
    for (size_t i = from; i < c->words; i++) {
        const char *equals = strchr(c->word[i], '=');
        if (!equals || equals == c->word[i])
            return err_set(err, STATUS_USAGE, _("“%s” is not of the form KEY=VALUE"), c->word[i]);
        ret[(*ret_count)++] = (struct app_word){
            arena_text(texts, c->word[i], (size_t)(equals - c->word[i])), equals + 1};
    }
    return STATUS_OK;
}
