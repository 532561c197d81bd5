// SPDX-License-Identifier: GPL-3.0-or-later
// Papers: one read of the file, one composition, one writer.
#include "orjon/app/print.h"

#include "orjon/app/layouts.h"
#include "orjon/app/reviewed.h"
#include "orjon/app/seal.h"

#include "dossier.h"
#include "fit.h"
#include "packet.h"
#include "private.h"
#include "signed.h"

#include <string.h>

static bool is_sealed(const struct shelf *shelf, size_t i)
{
    return shelf->book[i]->sealed >> (unsigned)(shelf->quarter - 1) & 1;
}

// Revision and hash of what was finalised, so that paper and file can be matched later.
static enum status seal_text(struct book *book, int quarter, enum digits digits, const char **ret,
                             struct err *err)
{
    struct app_seal seal;
    autostr text = STR_INIT;
    enum status status = app_seal(book, quarter, &seal, err);
    if (status == STATUS_OK)
        app_seal_write(&text, &seal, digits);
    *ret = text.len ? arena_text(&book->texts, text.buf, text.len) : NULL;
    return status;
}

// The paper that was signed, with its letters.
static enum status take_signed(struct book *book, struct paper **ret, struct err *err)
{
    const char *seal = NULL;
    autostr line = STR_INIT;
    enum status status = signed_read(book, ret, err);
    if (status == STATUS_OK)
        status = seal_text(book, book->quarter, (*ret)->settings.digits, &seal, err);
    if (status)
        return status;
    str_addf(&line, "সিল: %s", seal);
    paper_stamp(*ret, seal, line.buf);
    return STATUS_OK;
}

struct composing {
    struct app *app;
    const struct shelf *shelf;
    const struct app_paper *wanted;
    const struct paper_kind *kind;
    struct paper_plan *plans;
    struct arena evaluated; // marks of the plans
    enum digits digits;
    bool misfit, draft, copy;
};

// What the office above has given stands beside the own marks.
static enum status take_evaluated(struct composing *c, struct book *book, struct paper_plan *plan,
                                  struct err *err)
{
    autoreviews reviews = {0};
    const struct app_reviewed *reviewed = &reviews.quarter[c->shelf->quarter - 1];
    enum status status = app_load_reviews(book, &reviews, err);
    if (status || !reviewed->there)
        return status;
    struct maybe *marks = arena_alloc(&c->evaluated, (book->plan->count + 1) * sizeof *marks);
    for (size_t i = 0; i < book->plan->count; i++)
        for (size_t r = 0; r < reviewed->remarks; r++)
            if (strcmp(reviewed->remark[r].code, book->plan->indicator[i].code) == 0)
                marks[i] = reviewed->remark[r].marks;
    plan->evaluated = marks;
    return STATUS_OK;
}

// What was signed is printed as it was, unless the file no longer fits it or another layout is
// asked for.
static enum status take_plan(struct composing *c, size_t i, struct err *err)
{
    struct book *book = c->shelf->book[i];
    struct paper_plan *plan = &c->plans[i];
    const bool sealed = is_sealed(c->shelf, i), chosen = c->wanted->layout && *c->wanted->layout;
    *plan = (struct paper_plan){.plan = book->plan,
                                .years = book->years,
                                .scores = book->scores,
                                .total = &book->total,
                                .sealed = sealed};
    c->draft |= !sealed;
    enum status status = take_evaluated(c, book, plan, err);
    if (status || c->misfit)
        return status;
    status = seal_text(book, c->shelf->quarter, c->wanted->digits, &plan->seal, err);
    if (status || !sealed || !c->kind->of_returns)
        return status;
    c->copy |= chosen;
    if (chosen)
        return STATUS_OK;
    status = take_signed(book, &plan->signed_paper, err);
    if (status == STATUS_OK)
        c->digits = plan->signed_paper->settings.digits;
    return status;
}

// Composed from what was read, within one state of the file.
static enum status compose_read(struct composing *c, const struct layouts *layouts,
                                const struct packet *packet, struct paper **ret, struct err *err)
{
    struct app_paper_said said = {.kept_digits = c->digits != c->wanted->digits};
    const struct paper_request request = {
        .office = &c->app->office,
        .plans = c->plans,
        .count = c->shelf->count,
        .fiscal_year = c->shelf->fiscal_year,
        .quarter = c->shelf->quarter,
        .date = app_today(c->app),
        .packet = packet ? &packet->paper : NULL,
        .digits = c->digits,
        .layouts = layouts,
        .layout = c->wanted->layout,
        .draft = c->draft,
        .copy = c->copy,
        .misfit = c->misfit,
        .ret_one_memo = &said.one_memo,
    };
    const enum status status = c->kind->compose(c->kind, &request, ret, err);
    if (c->wanted->ret_said)
        *c->wanted->ret_said = said;
    return status;
}

static enum status compose(struct composing *c, struct paper **ret, struct err *err)
{
    const bool bound = strcmp(c->kind->name, "packet") == 0;
    struct packet packet = {0};
    autolayouts *layouts = NULL;
    enum status status = STATUS_OK;
    for (size_t i = 0; i < c->shelf->count && status == STATUS_OK; i++)
        status = take_plan(c, i, err);
    if (status == STATUS_OK)
        status = app_read_layouts(c->app, &layouts, err);
    if (status == STATUS_OK && bound)
        status = packet_load(c->app, c->shelf, c->wanted, &packet, err);
    if (status == STATUS_OK)
        status = compose_read(c, layouts, bound ? &packet : NULL, ret, err);
    packet_done(&packet);
    for (size_t i = 0; i < c->shelf->count; i++)
        paper_free(&c->plans[i].signed_paper); // not taken over where it failed
    return status;
}

static enum status compose_shelf(struct app *app, const struct shelf *shelf,
                                 const struct app_paper *wanted, const struct paper_kind *kind,
                                 const struct witnesses *witnesses, struct paper **ret,
                                 struct err *err)
{
    const enum status fit = fit_shelf(app, shelf, witnesses, err);
    if (fit && fit != STATUS_MISFIT)
        return fit;
    autofree struct paper_plan *plans = mem_alloc(shelf->count * sizeof *plans);
    struct composing c = {.app = app,
                          .shelf = shelf,
                          .wanted = wanted,
                          .kind = kind,
                          .plans = plans,
                          .digits = wanted->digits,
                          .misfit = fit == STATUS_MISFIT};
    const enum status status = compose(&c, ret, err);
    arena_done(&c.evaluated);
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
    if (kind->about != ABOUT_PLANS) {
        status = records_compose(app, wanted, kind, ret, err);
        store_rollback(app->store);
        return status;
    }
    status = shelf_open(app, wanted->fiscal_year, wanted->plan, wanted->quarter, &shelf, err);
    if (status == STATUS_OK)
        status = compose_shelf(app, &shelf, wanted, kind, &witnesses, ret, err);
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
    const enum status taken = writer_takes(writer, options, err);
    const enum status fit = taken ? taken : app_compose(app, wanted, &paper, err);
    if (fit && fit != STATUS_MISFIT)
        return fit;
    const enum status status = writer_write(writer, paper, options, ret, err);
    return status ? status : fit;
}
