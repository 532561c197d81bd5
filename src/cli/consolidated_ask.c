// SPDX-License-Identifier: GPL-3.0-or-later
// orjon consolidated ask: what is odd in a return, put back to its office.
#include "consolidated.h"

#include "orjon/base/text.h"

#include <stdlib.h>
#include <string.h>

// The office by its code or name, as people write them; 0: all.
static enum status find_office(const struct below *below, const char *typed, int64_t *ret,
                               struct err *err)
{
    size_t at = 0;
    *ret = 0;
    if (strcmp(typed, "all") == 0)
        return STATUS_OK;
    const enum status status = tree_find(&below->offices.tree, typed, &at, err);
    if (!status)
        *ret = below->offices.tree.office[at].unit->id;
    return status;
}

// indicator NULL: whatever is odd.
static enum status ask_office(const struct below *below, int64_t office, const char *indicator,
                              struct str *talk, struct err *err)
{
    autofree struct standing *standing = NULL;
    autooutliers odd = {0};
    size_t count = 0, asked = 0;
    enum status status = app_below_rank(below, &standing, &odd, err);
    if (status)
        return status;
    const struct outlier **chosen = mem_alloc((odd.count + 1) * sizeof *chosen);
    for (size_t i = 0; i < odd.count; i++)
        if ((!office || odd.outlier[i].office == office) &&
            (!indicator || strcmp(odd.outlier[i].indicator, indicator) == 0))
            chosen[count++] = &odd.outlier[i];
    status = app_below_ask(below, chosen, count, &asked, err);
    free((void *)chosen);
    str_addf(talk, _("Odd: %s; asked back now: %s\n"), SAY(count), SAY(asked));
    return status;
}

enum status consolidated_ask(struct app *app, const struct command *c,
                             const struct app_below_of *of, struct err *err)
{
    autobelow *below = NULL;
    autostr indicator = STR_INIT, talk = STR_INIT;
    int64_t office = 0;
    if (c->words < 2)
        return err_set(err, STATUS_USAGE, "%s", _("Which office is asked? Give its code, or all"));
    if (c->words > 2)
        text_digits(&indicator, c->word[2], strlen(c->word[2]), DIGITS_LATIN);
    enum status status = app_below_open(app, of, &below, err);
    if (!status)
        status = find_office(below, c->word[1], &office, err);
    if (!status)
        status = ask_office(below, office, indicator.len ? indicator.buf : NULL, &talk, err);
    if (!status)
        command_talk(talk.buf);
    return status;
}
