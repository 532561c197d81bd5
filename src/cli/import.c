// SPDX-License-Identifier: GPL-3.0-or-later
// orjon import: records from a table.
#include "command.h"

#include "orjon/app/records.h"
#include "orjon/app/reviews.h"

#include <string.h>

static const char matrix[] = "matrix";

static enum status read_kind(const char *word, enum record_kind *ret, struct err *err)
{
    const int kind = record_kind_from_word(word);
    autostr known = STR_INIT;
    if (kind >= 0) {
        *ret = (enum record_kind)kind;
        return STATUS_OK;
    }
    for (int i = 0; i < RECORD_KINDS; i++)
        str_addf(&known, "%s, ", record_shape((enum record_kind)i)->plural);
    str_add(&known, matrix);
    return err_set(err, STATUS_USAGE,
                   _("There is nothing “%s” to import; there are: %s (figures: orjon enter)"), word,
                   known.buf);
}

static enum status run(const struct command *c, struct err *err)
{
    __attribute__((cleanup(app_close))) struct app *app = NULL;
    autostr text = STR_INIT, name = STR_INIT, faults = STR_INIT, said = STR_INIT;
    struct app_import import = {.dry_run = c->option['n'] != NULL};
    size_t count = 0;
    const bool marks = strcmp(c->word[0], matrix) == 0;
    enum status status = marks ? STATUS_OK : read_kind(c->word[0], &import.kind, err);
    if (!status)
        status = command_read_table(c, 1, &text, &name, err);
    if (!status)
        status = app_open(&c->app, &app, err);
    if (status)
        return status;
    import.name = name.buf;
    import.text = text.buf;
    import.n = text.len;
    status = (marks ? app_import_matrix : app_import_records)(app, &import, &count, &faults, err);
    command_talk(faults.buf);
    if (status)
        return status;
    command_copy_trouble(app);
    str_addf(&said,
             import.dry_run ? tr_count("%s row is right; nothing was saved\n",
                                       "%s rows are right; nothing was saved\n", count)
                            : tr_count("%s row taken in\n", "%s rows taken in\n", count),
             SAY(count));
    command_talk(said.buf);
    return STATUS_OK;
}

const struct verb verb_import = {
    .name = "import",
    .arguments = "[--dry-run] WHAT FILE.tsv|FILE.xlsx|- [--sheet SHEET]",
    .summary = N_("take in records from a table, all or nothing"),
    .details =
        N_("The columns are those of orjon export WHAT, any of them in any order. A row whose "
           "id is there changes that record, any other is new; an empty cell clears its "
           "field, a column that is missing leaves it as it is. matrix are the marks that "
           "orjon review sets."),
    .options = "nH",
    .words_min = 2,
    .words_max = 2,
    .run = run,
};
