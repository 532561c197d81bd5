// SPDX-License-Identifier: GPL-3.0-or-later
// Papers: one read of the file, one composition, one writer.
#include "orjon/app/print.h"

#include "orjon/app/seal.h"

#include "fit.h"
#include "private.h"

#include <string.h>

static bool all_sealed(const struct shelf *shelf)
{
    for (size_t i = 0; i < shelf->count; i++)
        if (!(shelf->book[i]->sealed & 1U << (shelf->quarter - 1)))
            return false;
    return true;
}

// Revision and hash of what was finalised, so that paper and file can be matched later.
static enum status seal_text(struct book *book, int quarter, enum digits digits,
                             struct arena *texts, const char **ret, struct err *err)
{
    struct app_seal seal;
    autostr text = STR_INIT;
    enum status status = app_seal(book, quarter, &seal, err);
    if (status == STATUS_OK)
        app_seal_write(&text, &seal, digits);
    *ret = text.len ? arena_text(texts, text.buf, text.len) : NULL;
    return status;
}

static enum status compose(struct app *app, const struct shelf *shelf,
                           const struct app_paper *wanted, const struct paper_kind *kind,
                           const struct witnesses *witnesses, struct paper **ret, struct err *err)
{
    autofree struct paper_plan *plans = mem_alloc(shelf->count * sizeof *plans);
    const enum status fit = fit_shelf(app, shelf, witnesses, err);
    const bool misfit = fit == STATUS_MISFIT;
    if (fit && !misfit)
        return fit;
    for (size_t i = 0; i < shelf->count; i++) {
        struct book *book = shelf->book[i];
        const char *seal = NULL;
        enum status status = STATUS_OK;
        if (!misfit)
            status = seal_text(book, shelf->quarter, wanted->digits, &book->texts, &seal, err);
        if (status)
            return status;
        plans[i] = (struct paper_plan){.plan = book->plan,
                                       .years = book->years,
                                       .scores = book->scores,
                                       .total = &book->total,
                                       .seal = seal};
    }
    struct paper_request request = {
        .office = &app->office,
        .plans = plans,
        .count = shelf->count,
        .quarter = shelf->quarter,
        .date = app_today(app),
        .digits = wanted->digits,
        .layout = wanted->layout,
        .draft = !all_sealed(shelf),
        .misfit = misfit,
    };
    const enum status status = kind->compose(&request, ret, err);
    return status ? status : fit;
}

// Figures, seals and journal come from one state of the file.
static enum status open_and_compose(struct app *app, const struct app_paper *wanted,
                                    const struct paper_kind *kind, struct paper **ret,
                                    struct err *err)
{
    struct shelf shelf = {0};
    autowitnesses witnesses = {0};
    enum status status = witnesses_hear(app, &witnesses, err);
    if (status == STATUS_OK)
        status = store_begin_read(app->store, err);
    if (status)
        return status;
    status = shelf_open(app, wanted->fiscal_year, wanted->plan, wanted->quarter, &shelf, err);
    if (status == STATUS_OK)
        status = compose(app, &shelf, wanted, kind, &witnesses, ret, err);
    store_rollback(app->store); // nothing was written
    shelf_done(&shelf);
    return status;
}

enum status app_compose(struct app *app, const struct app_paper *wanted, struct paper **ret,
                        struct err *err)
{
    const struct paper_kind *kind = paper_kind_find(wanted->paper);
    if (!kind) {
        autostr known = STR_INIT;
        for (kind = paper_kinds; kind->name; kind++)
            str_addf(&known, "%s%s", known.len ? ", " : "", kind->name);
        return err_set(err, STATUS_USAGE, _("There is no paper “%s”; there are: %s"), wanted->paper,
                       known.buf);
    }
    return open_and_compose(app, wanted, kind, ret, err);
}

enum status app_print(struct app *app, const struct app_paper *wanted, const char *format,
                      const struct writer_options *options, struct str *ret, struct err *err)
{
    const struct writer *writer = writer_find(format);
    if (!writer) {
        autostr known = STR_INIT;
        for (writer = writers; writer->name; writer++)
            str_addf(&known, "%s%s", known.len ? ", " : "", writer->name);
        return err_set(err, STATUS_USAGE, _("There is no format “%s”; there are: %s"), format,
                       known.buf);
    }
    autopaper *paper = NULL;
    const enum status fit = app_compose(app, wanted, &paper, err);
    if (fit && fit != STATUS_MISFIT)
        return fit;
    const enum status status = writer_write(writer, paper, options, ret, err);
    return status ? status : fit;
}
