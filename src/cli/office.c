// SPDX-License-Identifier: GPL-3.0-or-later
// orjon office: show or set the office's particulars.
#include "command.h"

#include <string.h>

static enum status set_word(struct app *app, const char *word, struct err *err)
{
    autostr known = STR_INIT;
    const char *equals = strchr(word, '=');
    for (int i = 0; i < OFFICE_FIELDS; i++) {
        const char *key = office_key((enum office_field)i);
        if (equals && strlen(key) == (size_t)(equals - word) && memcmp(key, word, strlen(key)) == 0)
            return app_set_office(app, (enum office_field)i, equals + 1, err);
        str_addf(&known, "%s%s", i ? ", " : "", key);
    }
    return err_set(err, STATUS_USAGE,
                   _("“%s” is not of the form KEY=VALUE with one of the keys %s"), word, known.buf);
}

static enum status run(const struct command *c, struct err *err)
{
    __attribute__((cleanup(app_close))) struct app *app = NULL;
    enum status status = app_open(&c->app, &app, err);
    for (size_t i = 0; i < c->words && status == STATUS_OK; i++)
        status = set_word(app, c->word[i], err);
    if (status || c->words)
        return status;
    autostr text = STR_INIT;
    for (int i = 0; i < OFFICE_FIELDS; i++)
        str_addf(&text, "%s=%s\n", office_key((enum office_field)i), app_office(app)->field[i]);
    return command_put(&text, err);
}

const struct verb verb_office = {
    .name = "office",
    .arguments = "[KEY=VALUE …]",
    .summary = N_("show or set the office's particulars"),
    .options = "",
    .words_max = WORDS_MAX,
    .run = run,
};
