// SPDX-License-Identifier: GPL-3.0-or-later
// What is missing or odd in a book, as a list to jump from.
#include "private.h"

#include "orjon/base/text.h"

#include <string.h>

static void item(void *data, int i, struct str *ret)
{
    const struct finding *finding = &((const struct findings_list *)data)->findings.finding[i];
    str_add(ret, finding->severity == SEVERITY_ERROR ? "! " : "? ");
    text_digits(ret, finding->indicator, strlen(finding->indicator), i18n_digits());
    str_addf(ret, "%s%s", *finding->indicator ? "  " : "", finding->message);
}

static void chosen(void *data, struct desk *desk, int i)
{
    struct findings_list *list = data;
    if (i >= 0)
        list->done(list->data, desk, list->findings.finding[i].indicator);
}

void findings_pick(struct desk *desk, struct book *book, struct findings_list *list)
{
    struct findings *findings = &list->findings;
    autostr title = STR_INIT;
    findings_done(findings);
    check_plan(book->plan, book->years, book->quarter, app_today(book->app), findings);
    if (!findings->count) {
        desk_say(desk, MESSAGE_GOOD, "%s", _("Nothing is missing and nothing is odd"));
        return;
    }
    str_addf(&title, _("%s errors, %s queries"), SAY(findings->errors),
             SAY(findings->count - findings->errors));
    dialog_pick(desk, title.buf, (int)findings->count, 0, item, chosen, list);
}
