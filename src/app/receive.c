// SPDX-License-Identifier: GPL-3.0-or-later
// A parcel opened and verified.
#include "receive.h"

#include "figure_sent.h"
#include "offices.h"
#include "onpaper.h"
#include "orjon/base/file.h"
#include "orjon/base/text.h"
#include "orjon/domain/changed.h"
#include "orjon/domain/date.h"
#include "orjon/exchange/enclosed.h"
#include "orjon/store/receipts.h"

#include <stdlib.h>
#include <string.h>

void app_parcel_done(struct app_parcel *parcel)
{
    struct parcel *inner = parcel->inner;
    for (size_t i = 0; inner && inner->plan && i < inner->bundle.plans; i++)
        came_leave(&inner->plan[i].came);
    if (inner)
        str_done(&inner->bytes);
    arena_done(&parcel->texts);
    *parcel = (struct app_parcel){0};
}

// --- who has sent it -----------------------------------------------------------------------------

static enum status refuse_key(struct app_parcel *parcel, const char *key, bool has_one,
                              int32_t ended, struct err *err)
{
    autostr digits = STR_INIT, day = STR_INIT;
    signature_fingerprint(key, i18n_digits(), &digits, NULL);
    if (ended != INT32_MAX) {
        date_write(&day, ended, i18n_digits());
        return err_set(
            err, STATUS_MISFIT,
            _("it is signed with a key of %s that ended on %s; the office sends it anew"),
            parcel->name, day.buf);
    }
    parcel->digits = arena_text(&parcel->texts, digits.buf, digits.len);
    parcel->other_key = has_one;
    return err_set(err, STATUS_MISFIT,
                   has_one ? _("it is signed with another key than that of %s: %s. If the office "
                               "has a new one and reads these digits over the telephone: orjon "
                               "offices key %s %s \"%s\" memo=…")
                           : _("the key of %s is not known yet: %s. If the office reads these "
                               "digits over the telephone: orjon offices key %s %s \"%s\""),
                   parcel->name, digits.buf, parcel->code, parcel->file, digits.buf);
}

static bool has_any_key(const struct app_offices *offices, int64_t office)
{
    for (size_t i = 0; i < offices->signers.count; i++)
        if (offices->signers.record[i].parent == office)
            return true;
    return false;
}

static const struct tree_office *find_code(const struct tree *tree, const char *code)
{
    autostr wanted = STR_INIT;
    text_fold(code, strlen(code), &wanted);
    str_add_char(&wanted, '\n');
    for (size_t i = 0; wanted.len > 1 && i < tree->count; i++)
        if (strncmp(tree->office[i].folded, wanted.buf, wanted.len) == 0)
            return &tree->office[i];
    return NULL;
}

static enum status find_sender(struct app *app, struct app_parcel *ret, struct err *err)
{
    const struct bundle *bundle = &ret->inner->bundle;
    const struct app_offices *offices = NULL;
    int32_t ended = 0;
    enum status status = offices_known(app, &offices, err);
    if (status)
        return status;
    if (strcmp(bundle->office.code, app->office.field[OFFICE_CODE]) == 0)
        return err_set(err, STATUS_INVALID, "%s", _("this office has sent it itself"));
    const struct tree_office *office = find_code(&offices->tree, bundle->office.code);
    if (!office)
        return err_set(err, STATUS_NOT_FOUND,
                       _("no office here has the code %s (“%s”); add it with “orjon offices add”"),
                       bundle->office.code, bundle->office.name);
    ret->office = office->unit->id;
    ret->code = arena_text(&ret->texts, office->code, strlen(office->code));
    ret->name = arena_text(&ret->texts, office->name, strlen(office->name));
    if (app_has_key(offices, ret->office, bundle->key, app_today(app), &ended))
        return STATUS_OK;
    return refuse_key(ret, bundle->key, has_any_key(offices, ret->office), ended, err);
}

// --- what is in it -------------------------------------------------------------------------------

static int by_place(const void *a, const void *b)
{
    const struct store_received *x = a, *y = b;
    return x->place != y->place ? (x->place > y->place) - (x->place < y->place)
                                : x->quarter - y->quarter;
}

static void misread(struct app_parcel *parcel, struct app_arrival *arrival,
                    const struct bundle_figure *figure)
{
    autostr why = STR_INIT;
    str_addf(&why, _("%s in %s: “%s”"), figure->indicator, SAY_QUARTER(figure->quarter),
             figure->typed);
    arrival->arrival = ARRIVAL_MISREAD;
    arrival->misread = arena_text(&parcel->texts, why.buf, why.len);
}

// Each figure read anew, in the order of the plan; none twice.
static void read_figures(struct app_parcel *parcel, size_t at)
{
    struct parcel_plan *to = &parcel->inner->plan[at];
    const struct plan *plan = to->came->plan;
    const struct bundle_plan *from = &parcel->inner->bundle.plan[at];
    autocodes codes;
    to->entry = arena_alloc(&parcel->texts, (from->figures + 1) * sizeof *to->entry);
    to->figure = arena_alloc(&parcel->texts, (from->figures + 1) * sizeof *to->figure);
    plan_codes_init(&codes, plan);
    for (size_t i = 0; i < from->figures; i++) {
        const struct bundle_figure *figure = &from->figure[i];
        const struct indicator *indicator = plan_codes_find(&codes, figure->indicator);
        if (!indicator || figure->quarter < 1 || figure->quarter > parcel->inner->bundle.quarter ||
            !figure_read_again(indicator, figure, &to->entry[i], &parcel->texts)) {
            misread(parcel, &parcel->arrival[at], figure);
            return;
        }
        to->figure[to->figures++] = (struct store_received){(int)(indicator - plan->indicator),
                                                            (int)figure->quarter, &to->entry[i]};
    }
    qsort(to->figure, to->figures, sizeof *to->figure, by_place);
    for (size_t i = 1; i < to->figures; i++)
        if (by_place(&to->figure[i - 1], &to->figure[i]) == 0)
            misread(parcel, &parcel->arrival[at], &from->figure[to->figure[i].entry - to->entry]);
}

static const char *say_changes(struct app_parcel *parcel, const struct plan *plan)
{
    autostr said = STR_INIT;
    for (size_t i = 0; i < plan->changes; i++) {
        str_addf(&said, "%s %s %s ", parcel->code, plan->name,
                 plan->indicator[plan->change[i].row].code);
        changed_say(plan, &plan->change[i], &said);
        str_add_char(&said, '\n');
    }
    return arena_text(&parcel->texts, said.buf, said.len);
}

static enum status read_plans(struct app *app, struct app_parcel *ret, struct err *err)
{
    struct bundle *bundle = &ret->inner->bundle;
    enum status status = STATUS_OK;
    ret->inner->plan = arena_alloc(&ret->texts, (bundle->plans + 1) * sizeof *ret->inner->plan);
    ret->arrival = arena_alloc(&ret->texts, (bundle->plans + 1) * sizeof *ret->arrival);
    for (size_t i = 0; i < bundle->plans && !status; i++) {
        const struct bundle_plan *from = &bundle->plan[i];
        struct parcel_plan *to = &ret->inner->plan[i];
        ret->arrival[ret->arrivals++] = (struct app_arrival){.plan = from->plan,
                                                             .title = from->title,
                                                             .revision = from->revision,
                                                             .unknown = "",
                                                             .misread = "",
                                                             .changes = ""};
        for (size_t k = 0; k < i && !status; k++)
            if (strcmp(bundle->plan[k].plan, from->plan) == 0)
                status = err_set(err, STATUS_INVALID, _("the plan %s is in it twice"), from->plan);
        if (!status)
            status = came_take(app, bundle, from, &to->came, err);
        if (!status) {
            read_figures(ret, i);
            ret->arrival[i].changes = say_changes(ret, to->came->plan);
        }
    }
    return status;
}

static enum status open_bundle(struct app_parcel *ret, struct err *err)
{
    struct parcel *inner = ret->inner;
    if (bundle_kind_of(inner->bytes.buf, inner->bytes.len) == BUNDLE_REVIEW)
        return err_set(err, STATUS_INVALID, "%s",
                       _("it is a review of a return, which the office above has sent"));
    enum status status =
        bundle_read(inner->bytes.buf, inner->bytes.len, &inner->bundle, &ret->texts, err);
    if (status)
        return status;
    ret->code = inner->bundle.office.code;
    ret->name = inner->bundle.office.name;
    ret->fiscal_year = (int)inner->bundle.fiscal_year;
    ret->quarter = (int)inner->bundle.quarter;
    return period_is_year(inner->bundle.fiscal_year) && ret->quarter >= 1 &&
                   ret->quarter <= QUARTERS
               ? STATUS_OK
               : err_set(err, STATUS_INVALID, "%s", _("it is of no year and quarter"));
}

enum status parcel_open(struct app *app, const char *name, struct str *bytes,
                        struct app_parcel *ret, struct err *err)
{
    *ret = (struct app_parcel){0};
    ret->inner = arena_alloc(&ret->texts, sizeof *ret->inner);
    ret->inner->bytes = *bytes;
    *bytes = STR_INIT;
    ret->file = arena_text(&ret->texts, name, strlen(name));
    enum status status = open_bundle(ret, err);
    if (!status)
        status = find_sender(app, ret, err);
    if (!status)
        status = read_plans(app, ret, err);
    if (status)
        err_prefix(err, "%s: ", name);
    return status ? status : parcel_compare(app, ret, err);
}

enum status parcel_read(const char *path, bool *ret_zip, struct str *ret, struct err *err)
{
    *ret_zip = enclosed_is(path);
    return *ret_zip ? enclosed_read(path, ret, err) : file_read_ordinary(path, ret, err);
}

enum status app_parcels_in(const char *path, struct folder *ret, struct err *err)
{
    static const char *const endings[] = {".orjon", ".zip"};
    enum status status = STATUS_OK;
    *ret = (struct folder){0};
    for (size_t e = 0; e < sizeof endings / sizeof *endings && !status; e++) {
        autofolder some = {0};
        status = folder_read(path, endings[e], &some, err);
        ret->path = mem_resize(ret->path, ret->count + some.count + 1, sizeof *ret->path);
        for (size_t i = 0; i < some.count; i++)
            ret->path[ret->count++] = some.path[i];
        some.count = 0; // they are the other's now
    }
    return status || ret->count
               ? status
               : err_set(err, STATUS_NOT_FOUND,
                         _("%s: there is no file of the name *.orjon or *.zip in it"), path);
}

enum status app_parcel_open(struct app *app, const char *path, struct app_parcel *ret,
                            struct err *err)
{
    autostr bytes = STR_INIT;
    bool zip = false;
    *ret = (struct app_parcel){0};
    enum status status = parcel_read(path, &zip, &bytes, err);
    if (!status)
        status = parcel_open(app, path, &bytes, ret, err);
    if (!status && zip)
        ret->inner->zip = ret->file;
    return status;
}

enum status app_parcel_look(struct app *app, struct app_parcel *parcel, struct err *err)
{
    for (size_t i = 0; i < parcel->arrivals; i++) {
        struct app_arrival *arrival = &parcel->arrival[i];
        *arrival = (struct app_arrival){.plan = arrival->plan,
                                        .title = arrival->title,
                                        .arrival = arrival->arrival,
                                        .revision = arrival->revision,
                                        .unknown = "",
                                        .misread = arrival->misread,
                                        .changes = arrival->changes};
    }
    return parcel_compare(app, parcel, err);
}
