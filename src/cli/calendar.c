// SPDX-License-Identifier: GPL-3.0-or-later
// orjon calendar: a day in both calendars.
#include "command.h"

#include "orjon/domain/date.h"

#include <string.h>

static enum status run(const struct command *c, struct err *err)
{
    int32_t date = app_options_today(&c->app);
    enum status status = STATUS_OK;
    if (c->words)
        status = date_read(c->word[0], strlen(c->word[0]), DATE_STRICT, &date, NULL, err);
    if (status)
        return status;
    autostr text = STR_INIT;
    enum digits digits = c->option['D'] ? i18n_digits() : DIGITS_BENGALI;
    date_write_bengali(&text, date, digits);
    str_add(&text, " বঙ্গাব্দ / ");
    date_write_long(&text, date, digits);
    str_add(&text, " খ্রিস্টাব্দ\n");
    return command_put(&text, err);
}

const struct verb verb_calendar = {
    .name = "calendar",
    .arguments = "[DATE]",
    .summary = N_("a day in the Bengali and the common calendar"),
    .options = "",
    .words_max = 1,
    .run = run,
};
