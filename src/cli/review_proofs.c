// SPDX-License-Identifier: GPL-3.0-or-later
// orjon review OFFICE proofs and open: the proofs that came with a return, and their files.
#include "review.h"

#include "orjon/app/receive.h"
#include "orjon/base/tsv.h"

#include <stdlib.h>
#include <string.h>

enum status review_proofs(struct app *app, const struct command *c, const struct app_review_of *of,
                          struct err *err)
{
    autocame_proofs proofs = {0};
    autostr rows = STR_INIT;
    (void)c;
    enum status status =
        app_came_proofs(app, of->office, of->fiscal_year, of->plan, of->quarter, &proofs, err);
    str_add(&rows, "number\tindicator\tquarter\tname\tfile\tbytes\there\n");
    for (size_t i = 0; i < proofs.count && !status; i++) {
        const struct app_came_proof *proof = &proofs.proof[i];
        autostr number = STR_INIT, quarter = STR_INIT, bytes = STR_INIT;
        str_addf(&number, "%zu", i + 1);
        str_addf(&quarter, "%d", proof->quarter);
        if (*proof->hash)
            str_addf(&bytes, "%lld", (long long)proof->bytes);
        const char *const cell[] = {
            number.buf, proof->indicator,          quarter.buf, proof->name, proof->file,
            bytes.buf,  proof->here ? "yes" : "no"};
        tsv_write_cells(&rows, cell, sizeof cell / sizeof *cell);
        str_add_char(&rows, '\n');
    }
    return status ? status : command_put(&rows, err);
}

enum status review_open(struct app *app, const struct command *c, const struct app_review_of *of,
                        struct err *err)
{
    autocame_proofs proofs = {0};
    autostr path = STR_INIT;
    bool opened = false;
    const unsigned long number = c->words > 2 ? strtoul(c->word[2], NULL, 10) : 0;
    enum status status =
        app_came_proofs(app, of->office, of->fiscal_year, of->plan, of->quarter, &proofs, err);
    if (!status && (!number || number > proofs.count))
        status = err_set(err, STATUS_USAGE, "%s",
                         _("Name the proof by its number in the list of “proofs”"));
    if (!status)
        status = app_open_came_proof(app, &proofs.proof[number - 1], &path, &opened, err);
    str_add_char(&path, '\n');
    return status || opened ? status : command_put(&path, err);
}
