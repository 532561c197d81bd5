// SPDX-License-Identifier: GPL-3.0-or-later
// orjon print: papers.
#include "command.h"

#include "orjon/app/print.h"
#include "orjon/base/file.h"

#include <string.h>
#include <unistd.h>

static enum status run(const struct command *c, struct err *err)
{
    struct app_paper wanted = {
        .paper = c->word[0],
        .plan = c->option['p'],
        .layout = c->option['l'],
        .fiscal_year = c->fiscal_year,
        .quarter = c->quarter,
        .digits = i18n_digits(),
    };
    // Papers stay in Bengali digits in an English program unless it is said otherwise.
    if (!c->option['D'])
        wanted.digits = DIGITS_BENGALI;
    const struct writer_options options = {.ascii = c->option['a'] != NULL,
                                           .bom = c->option['b'] != NULL};
    const char *format = c->option['t'] ? c->option['t'] : "text", *output = c->option['o'];
    const struct writer *writer = writer_find(format);
    bool to_file = output && strcmp(output, "-") != 0;
    if (writer && writer->binary && !to_file && isatty(STDOUT_FILENO))
        return err_set(err, STATUS_USAGE, _("%s cannot be shown here; name a file with -o FILE"),
                       format);
    __attribute__((cleanup(app_close))) struct app *app = NULL;
    autostr text = STR_INIT;
    enum status status = app_open(&c->app, &app, err);
    if (status == STATUS_OK)
        status = app_print(app, &wanted, format, &options, &text, err);
    if (status)
        return status;
    return to_file ? file_write(output, text.buf, text.len, c->option['f'] != NULL, err)
                   : command_put(&text, err);
}

const struct verb verb_print = {
    .name = "print",
    .arguments = "return|targets|scoresheet [--plan P|all] [--quarter N] [--layout L] "
                 "[--format text|csv|html] [-o FILE]",
    .summary = N_("papers: the quarterly return, the grade table, the score sheet"),
    .options = "ypqltofab",
    .words_min = 1,
    .words_max = 1,
    .run = run,
};
