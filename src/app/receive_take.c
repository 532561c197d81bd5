// SPDX-License-Identifier: GPL-3.0-or-later
// A parcel taken in, and undone.
#include "receive.h"

#include "orjon/base/clock.h"
#include "orjon/store/receipts.h"
#include "reviews.h"

#include <stdlib.h>
#include <string.h>

int32_t today_in_dhaka(const struct app *app)
{
    enum { DAY = 86400, AHEAD = 6 * 3600 };
    return app->as_of.set ? (int32_t)app->as_of.value : (int32_t)((clock_seconds() + AHEAD) / DAY);
}

static struct store_arrival arrival_of_plan(const struct app *app, const struct app_parcel *parcel,
                                            size_t at)
{
    const struct bundle_plan *from = &parcel->inner->bundle.plan[at];
    const struct parcel_plan *plan = &parcel->inner->plan[at];
    return (struct store_arrival){.office = parcel->office,
                                  .fiscal_year = parcel->fiscal_year,
                                  .quarter = parcel->quarter,
                                  .plan = from->plan,
                                  .revision = from->revision,
                                  .seal = from->seal,
                                  .day = today_in_dhaka(app),
                                  .template_text = plan->came->text.buf,
                                  .template_hash = plan->came->hash,
                                  .figure = plan->figure,
                                  .figures = plan->figures};
}

static enum status may_take(const struct app_parcel *parcel, const char *plan, struct err *err)
{
    for (size_t i = 0; i < parcel->arrivals; i++) {
        const struct app_arrival *arrival = &parcel->arrival[i];
        if (strcmp(arrival->plan, plan) != 0)
            continue;
        if (arrival->arrival == ARRIVAL_SAME)
            return err_set(err, STATUS_EXISTS, _("%s: %s is already here"), parcel->file, plan);
        if (arrival->arrival == ARRIVAL_MISREAD)
            return err_set(
                err, STATUS_INVALID,
                _("%s: a figure of %s reads otherwise here than where it was typed (%s)"),
                parcel->file, plan, arrival->misread);
        return STATUS_OK;
    }
    return err_set(err, STATUS_NOT_FOUND, _("%s: there is no plan %s in it"), parcel->file, plan);
}

static bool is_meant(const struct app_arrival *arrival, const char *plan)
{
    return plan ? strcmp(arrival->plan, plan) == 0 : arrival_is_welcome(arrival->arrival);
}

// In one transaction with a second look: two people may receive at once.
static enum status take(struct app *app, const struct app_parcel *parcel, const char *plan,
                        size_t *ret_taken, struct err *err)
{
    autofree struct store_arrival *arrival = mem_alloc((parcel->arrivals + 1) * sizeof *arrival);
    size_t count = 0;
    int64_t seq = 0;
    enum status status = store_begin_write(app->store, err);
    if (status)
        return status;
    for (size_t i = 0; i < parcel->arrivals && !status; i++)
        if (is_meant(&parcel->arrival[i], plan)) {
            status = parcel_must_be_as_seen(app, parcel, i, err);
            arrival[count++] = arrival_of_plan(app, parcel, i);
        }
    if (!status)
        status = store_receive(app->store, arrival, count, &parcel->inner->bytes, &seq, err);
    status = app_end(app, status, err);
    *ret_taken = status ? 0 : count;
    return status;
}

enum status app_parcel_take(struct app *app, const struct app_parcel *parcel, const char *plan,
                            bool copy, size_t *ret_taken, struct err *err)
{
    bool any = false;
    *ret_taken = 0;
    enum status status = plan ? may_take(parcel, plan, err) : STATUS_OK;
    for (size_t i = 0; i < parcel->arrivals; i++)
        any = any || is_meant(&parcel->arrival[i], plan);
    if (status || (!any && !parcel->inner->zip))
        return status;
    status = store_may_write(app->store, err);
    if (!status && any && copy)
        app_keep_copy(app, "receive");
    if (!status)
        status = parcel_keep_proofs(app, parcel, plan, err);
    if (status || !any)
        return status;
    return take(app, parcel, plan, ret_taken, err);
}

// --- undoing -------------------------------------------------------------------------------------

enum status app_undo_receive(struct app *app, bool redo, struct str *ret_told, struct err *err)
{
    autostr year = STR_INIT;
    autorecords unit = {0};
    struct store_came came;
    int64_t seq = 0;
    enum status status = store_undo_receive(app->store, redo, &seq, err);
    if (!status)
        status = store_find_came(app->store, seq, &came, err);
    if (!status)
        status = app_load_record(app, RECORD_UNIT, came.office, &unit, err);
    if (status)
        return status;
    period_write_year(&year, came.fiscal_year, i18n_digits());
    str_addf(ret_told,
             redo ? _("What %s sent for %s of %s is here again\n")
                  : _("What %s sent for %s of %s is gone again\n"),
             reviews_name(&unit, came.office), SAY_QUARTER(came.quarter), year.buf);
    return STATUS_OK;
}
