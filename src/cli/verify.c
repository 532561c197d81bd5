// SPDX-License-Identifier: GPL-3.0-or-later
// orjon verify: whether the file is what was written.
#include "command.h"

#include "orjon/app/seal.h"
#include "orjon/app/verify.h"
#include "orjon/base/text.h"

static void put_compared(const struct app_compared *compared, struct str *ret)
{
    if (!compared->copies)
        str_add(ret, _("There is no copy to compare with: what was taken from its end, one file "
                       "alone cannot show\n"));
    if (compared->copies)
        str_addf(ret,
                 tr_count("Compared with %s copy", "Compared with %s copies", compared->copies),
                 SAY(compared->copies));
    if (*compared->newest)
        str_addf(ret, _(", the newest %s (row %s)"), compared->newest, SAY(compared->rows));
    if (compared->copies)
        str_add_char(ret, '\n');
    if (compared->replaced)
        str_addf(ret, _("Of a file that this one took the place of: %s of them; see orjon log\n"),
                 SAY(compared->replaced));
    if (compared->silent)
        str_addf(
            ret,
            tr_count("%s copy cannot be read\n", "%s copies cannot be read\n", compared->silent),
            SAY(compared->silent));
}

static void put_letters(const struct app_letters *letters, struct str *ret)
{
    str_addf(ret, _("The letters are those of %s, %s, revision %s: "), letters->plan,
             SAY_QUARTER(letters->quarter), SAY(letters->revision));
    if (letters->in_force)
        str_addf(ret, _("finalised %s by %s\n"), letters->at, letters->who);
    else if (letters->replaced)
        str_addf(ret, _("in a file that was replaced %s by %s\n"), letters->at, letters->who);
    else
        str_addf(ret, _("finalised %s by %s, and opened again since\n"), letters->at, letters->who);
    str_addf(ret, _("%s of its 64 letters were compared\n"), SAY(letters->compared));
    if (letters->compared < APP_SEAL_LETTERS)
        str_add(ret, _("So few can be made to fit; newer papers carry sixteen\n"));
}

static enum status run(const struct command *c, struct err *err)
{
    __attribute__((cleanup(app_close))) struct app *app = NULL;
    struct app_verdict verdict;
    struct app_letters letters;
    autostr text = STR_INIT, file = STR_INIT;
    enum status status = app_open(&c->app, &app, err);
    if (status == STATUS_OK)
        status = app_verify(app, &verdict, err);
    if (status)
        return status;
    text_show(&file, app_file(app));
    str_addf(&text, _("%s is sound (figures: %s, journal rows: %s, sealed returns: %s)\n"),
             file.buf, SAY(verdict.figures), SAY(verdict.rows), SAY(verdict.seals));
    if (verdict.proofs)
        str_addf(&text,
                 tr_count("%s file of a proof is what was taken in\n",
                          "%s files of proofs are what was taken in\n", verdict.proofs),
                 SAY(verdict.proofs));
    if (verdict.receipts)
        str_addf(&text,
                 tr_count("%s return of another office is what is in its signed file\n",
                          "%s returns of other offices are what is in their signed files\n",
                          verdict.receipts),
                 SAY(verdict.receipts));
    put_compared(&verdict.compared, &text);
    if (c->option['m'])
        status = app_find_letters(app, c->option['m'], &letters, err);
    if (status)
        return status;
    if (c->option['m'])
        put_letters(&letters, &text);
    str_addf(&text, _("Last row of the journal: %s\n"), verdict.head);
    return command_put(&text, err);
}

const struct verb verb_verify = {
    .name = "verify",
    .arguments = "[--letters LETTERS]",
    .summary = N_("check the file, its journal and its sealed returns; exit code 1 if damaged"),
    .details =
        N_("The end of the journal is compared with the copies in the folder backups and on "
           "the pen drive; with --letters, what was finalised with those of a signed paper, "
           "with exit code 6 if no return has them, as if the file of a proof no longer fits "
           "the seal. Keep the last line on paper or in "
           "another place: if the journal is ever rewritten as a whole, that line is no "
           "longer to be found in it."),
    .options = "m",
    .run = run,
};
