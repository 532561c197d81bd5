// SPDX-License-Identifier: GPL-3.0-or-later
// What there is as text. A new thing is a function and a row; a new kind of record is there by
// itself.
#include "orjon/app/export.h"

#include "orjon/app/book.h"
#include "orjon/app/records.h"
#include "orjon/app/reviews.h"
#include "orjon/base/tsv.h"

#include <string.h>

// A state stands beside the entry only where the entry does not say it itself: who changes the
// figure need not change its state.
static const char *state_beside(const struct indicator *indicator, const struct entry *entry)
{
    struct entry again;
    if (entry_read(indicator, entry->typed, strlen(entry->typed), ENTRY_TYPED, &again, NULL))
        return entry_state_word(entry->state);
    return again.state == entry->state ? "" : entry_state_word(entry->state);
}

static void write_figure(const struct book *book, size_t i, int quarter, struct str *ret)
{
    const struct indicator *indicator = &book->plan->indicator[i];
    const struct entry *entry = &book->years[i].quarter[quarter - 1];
    if (entry->state == ENTRY_EMPTY && !*entry->remark)
        return;
    period_write_year_short(ret, book->plan->fiscal_year);
    str_addf(ret, "\t%s\t%s\t%d\t", book->plan->name, indicator->code, quarter);
    tsv_write_cell(ret, entry->typed);
    str_add_char(ret, '\t');
    tsv_write_cell(ret, entry->remark);
    str_addf(ret, "\t%s\n", state_beside(indicator, entry));
}

static enum status write_figures(struct app *app, int fiscal_year, int quarter, struct str *ret,
                                 struct err *err)
{
    struct shelf shelf = {0};
    enum status status = shelf_open(app, fiscal_year, NULL, QUARTERS, &shelf, err);
    if (status)
        return status;
    str_add(ret, "fiscal_year\tplan\tindicator\tquarter\tentry\tremark\tstate\n");
    for (size_t p = 0; p < shelf.count; p++)
        for (size_t i = 0; i < shelf.book[p]->plan->count; i++)
            for (int q = 1; q <= QUARTERS; q++)
                if (!quarter || q == quarter)
                    write_figure(shelf.book[p], i, q, ret);
    shelf_done(&shelf);
    return STATUS_OK;
}

static enum status write_records(struct app *app, enum record_kind kind, struct str *ret,
                                 struct err *err)
{
    autorecords records = {0};
    enum status status = app_load_records(app, kind, 0, &records, err);
    if (!status)
        app_write_records(kind, &records, ret);
    return status;
}

// Records are of no year.
#define X(kind, word, plural, parent, label)                                                       \
    static enum status write_##kind(struct app *app, int fiscal_year, int quarter,                 \
                                    struct str *ret, struct err *err)                              \
    {                                                                                              \
        (void)fiscal_year, (void)quarter;                                                          \
        return write_records(app, RECORD_##kind, ret, err);                                        \
    }
RECORD_LIST(X)
#undef X

const struct app_export app_exports[] = {
    {"figures", N_("Figures of the year as a file for a spreadsheet"), write_figures},
#define X(kind, word, plural, parent, label) {plural, label, write_##kind},
    RECORD_LIST(X)
#undef X
        {"matrix", N_("Marks of other offices’ returns"), app_write_matrix},
    {0},
};

enum status app_export(struct app *app, const char *kind, int fiscal_year, int quarter,
                       struct str *ret, struct err *err)
{
    autostr known = STR_INIT;
    for (const struct app_export *e = app_exports; e->name; e++) {
        if (strcmp(e->name, kind) == 0)
            return e->write(app, fiscal_year, quarter, ret, err);
        str_addf(&known, "%s%s", known.len ? ", " : "", e->name);
    }
    return err_set(err, STATUS_USAGE, _("There is nothing “%s” to export; there are: %s"), kind,
                   known.buf);
}
