// SPDX-License-Identifier: GPL-3.0-or-later
// Half-typed figures that outlive the program.
#include "orjon/app/draft.h"

#include "orjon/base/text.h"
#include "orjon/base/tsv.h"
#include "orjon/store/office.h"
#include "private.h"

#include <string.h>

static const char key[] = "draft"; // fiscal year, plan, indicator, quarter, text with tabs between

void draft_done(struct draft *draft)
{
    free(draft->text);
    *draft = (struct draft){0};
}

enum status draft_keep(struct book *book, size_t indicator, int quarter, const char *text,
                       struct err *err)
{
    autostr value = STR_INIT;
    str_addf(&value, "%d\t%s\t%s\t%d\t", book->plan->fiscal_year, book->plan->name,
             book->plan->indicator[indicator].code, quarter);
    enum status status = text_clean(text, strlen(text), &value, err);
    return status ? status : store_set_setting(book->app->store, key, value.buf, err);
}

bool draft_take(struct book *book, struct draft *ret)
{
    autostr value = STR_INIT, year = STR_INIT;
    if (store_get_setting(book->app->store, key, &value, NULL) || !value.len)
        return false;
    struct tsv tsv = {.text = value.buf, .len = value.len};
    str_addf(&year, "%d", book->plan->fiscal_year);
    if (!tsv_next(&tsv) || tsv.count != 5 || !tsv_is(&tsv, 0, year.buf) ||
        !tsv_is(&tsv, 1, book->plan->name))
        return false;
    autofree char *code = mem_copy_text(tsv.cell[2].s, tsv.cell[2].n);
    const struct indicator *indicator = plan_find(book->plan, code);
    if (!indicator || period_read_quarter(tsv.cell[3].s, tsv.cell[3].n, &ret->quarter, NULL))
        return false;
    ret->indicator = (size_t)(indicator - book->plan->indicator);
    ret->text = mem_copy_text(tsv.cell[4].s, tsv.cell[4].n);
    store_set_setting(book->app->store, key, "", NULL);
    return true;
}
