// SPDX-License-Identifier: GPL-3.0-or-later
// What words of a command mean: KEY=VALUE, the number of a record, text or tsv.
#include "words.h"

#include "orjon/domain/number.h"

#include <string.h>

void words_done(struct words *words)
{
    arena_done(&words->texts);
}

enum status command_words(const struct command *c, size_t from, struct words *ret, struct err *err)
{
    for (size_t i = from; i < c->words; i++) {
        const char *equals = strchr(c->word[i], '=');
        if (!equals || equals == c->word[i])
            return err_set(err, STATUS_USAGE, _("“%s” is not of the form KEY=VALUE"), c->word[i]);
        ret->word[ret->count++] = (struct app_word){
            arena_text(&ret->texts, c->word[i], (size_t)(equals - c->word[i])), equals + 1};
    }
    return STATUS_OK;
}

enum status command_read_id(const char *word, int64_t *ret, struct err *err)
{
    __int128 value = 0;
    if (number_read(word, strlen(word), &value, NULL, NULL) || value < NUMBER_ONE ||
        value % NUMBER_ONE)
        return err_set(err, STATUS_USAGE, _("“%s” is no number of a record, like 12"), word);
    *ret = (int64_t)(value / NUMBER_ONE);
    return STATUS_OK;
}

enum status command_put_id(int64_t id, struct err *err)
{
    autostr text = STR_INIT;
    if (id)
        str_addf(&text, "%lld\n", (long long)id);
    return command_put(&text, err);
}

enum status command_read_format(const struct command *c, bool *ret_tsv, struct err *err)
{
    const char *format = c->option['t'] ? c->option['t'] : "text";
    *ret_tsv = strcmp(format, "tsv") == 0;
    if (*ret_tsv || strcmp(format, "text") == 0)
        return STATUS_OK;
    return err_set(err, STATUS_USAGE, _("There is no format “%s”; there are: %s"), format,
                   "text, tsv");
}
