// SPDX-License-Identifier: GPL-3.0-or-later
// orjon enter: figures from a file.
#include "command.h"

#include "orjon/app/enter.h"

static enum status run(const struct command *c, struct err *err)
{
    __attribute__((cleanup(app_close))) struct app *app = NULL;
    autostr text = STR_INIT, name = STR_INIT, faults = STR_INIT, notes = STR_INIT;
    size_t count = 0;
    enum status status = command_read_table(c, 0, &text, &name, err);
    if (status == STATUS_OK)
        status = app_open(&c->app, &app, err);
    if (status)
        return status;
    status = app_enter_file(app, name.buf, text.buf, text.len, c->option['n'] != NULL, &count,
                            &faults, &notes, err);
    command_talk(faults.buf);
    if (status)
        return status;
    command_talk(notes.buf);
    command_copy_trouble(app);
    autostr said = STR_INIT;
    str_addf(&said,
             c->option['n'] ? tr_count("%s figure is right; nothing was saved\n",
                                       "%s figures are right; nothing was saved\n", count)
                            : tr_count("%s figure saved\n", "%s figures saved\n", count),
             SAY(count));
    command_talk(said.buf);
    return STATUS_OK;
}

const struct verb verb_enter = {
    .name = "enter",
    .arguments = "[--dry-run] FILE.tsv|FILE.xlsx|- [--sheet SHEET]",
    .summary = N_("enter figures from a file, all or nothing"),
    .details = N_("The first row names the columns: fiscal_year plan indicator quarter entry "
                  "remark [state], with tabs between. The entry is written as a clerk types it."),
    .options = "nH",
    .words_min = 1,
    .words_max = 1,
    .run = run,
};
