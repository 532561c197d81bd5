// SPDX-License-Identifier: GPL-3.0-or-later
// What is missing or odd in a book, as a list to jump from.
#include "private.h"

#include "orjon/base/text.h"

#include <string.h>

struct pick {
    struct findings findings;
    void (*done)(void *data, struct desk *desk, const char *indicator);
    void *data;
};

static void item(void *data, int i, struct str *ret)
{
    const struct finding *finding = &((const struct pick *)data)->findings.finding[i];
    str_add(ret, finding->severity == SEVERITY_ERROR ? "! " : "? ");
    text_digits(ret, finding->indicator, strlen(finding->indicator), i18n_digits());
    str_addf(ret, "%s%s", *finding->indicator ? "  " : "", finding->message);
}

static void chosen(void *data, struct desk *desk, int i)
{
    struct pick *pick = data;
    if (i >= 0)
        pick->done(pick->data, desk, pick->findings.finding[i].indicator);
    findings_done(&pick->findings);
    free(pick);
}

void findings_pick(struct desk *desk, struct book *book,
                   void (*done)(void *data, struct desk *desk, const char *indicator), void *data)
{
    struct pick *pick = mem_alloc(sizeof *pick);
    autostr title = STR_INIT;
    pick->done = done;
    pick->data = data;
    check_plan(book->plan, book->years, book->quarter, app_today(book->app), &pick->findings);
    if (!pick->findings.count) {
        free(pick);
        desk_say(desk, MESSAGE_GOOD, "%s", _("Nothing is missing and nothing is odd"));
        return;
    }
    str_addf(&title, _("%s errors, %s queries"), SAY(pick->findings.errors),
             SAY(pick->findings.count - pick->findings.errors));
    dialog_pick(desk, title.buf, (int)pick->findings.count, 0, item, chosen, pick);
}
