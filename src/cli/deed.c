// SPDX-License-Identifier: GPL-3.0-or-later
// Verbs that do several things, each named by the first word.
#include "command.h"

#include <string.h>

enum status command_run_deed(const struct command *c, const struct verb *verb,
                             const struct deed *deeds, struct err *err)
{
    __attribute__((cleanup(app_close))) struct app *app = NULL;
    enum status status = app_open(&c->app, &app, err);
    if (status || !c->words)
        return status ? status : deeds->run(app, c, err);
    for (; deeds->word; deeds++)
        if (strcmp(c->word[0], deeds->word) == 0 && c->words >= deeds->words_min &&
            c->words <= deeds->words_max)
            return deeds->run(app, c, err);
    return err_set(err, STATUS_USAGE, _("The command is: orjon %s %s"), verb->name,
                   verb->arguments);
}
