// SPDX-License-Identifier: GPL-3.0-or-later
// orjon offices remind: one letter to all who have not sent.
#include "sent.h"

#include "orjon/app/print.h"
#include "orjon/app/remind.h"

static enum status print_letter(struct app *app, const struct command *c, int64_t letter,
                                struct err *err)
{
    autostr text = STR_INIT;
    const char *format = NULL;
    const struct app_paper paper = {.paper = "reminder",
                                    .reminder = letter,
                                    .fiscal_year = c->fiscal_year,
                                    .quarter = c->quarter,
                                    .digits = DIGITS_BENGALI};
    const struct writer_options options = {0};
    enum status status = command_format(c, &format, err);
    if (status == STATUS_OK)
        status = app_print(app, &paper, format, &options, &text, err);
    return status ? status : command_put_out(&text, c->option['o'], c->option['f'] != NULL, err);
}

enum status remind_run(struct app *app, const struct command *c, struct err *err)
{
    const struct app_remind_of of = {.fiscal_year = c->fiscal_year,
                                     .quarter = c->quarter,
                                     .plan = c->option['p'],
                                     .under = c->option['u']};
    autostr said = STR_INIT;
    int64_t letter = 0;
    size_t offices = 0;
    enum status status = app_remind(app, &of, &letter, &offices, err);
    if (status)
        return status;
    str_addf(&said,
             tr_count("A reminder to %s office was written\n",
                      "A reminder to %s offices was written\n", offices),
             SAY(offices));
    command_talk(said.buf);
    command_copy_trouble(app);
    return print_letter(app, c, letter, err);
}
