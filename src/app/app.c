// SPDX-License-Identifier: GPL-3.0-or-later
// Opening and closing the office file; the office's particulars.
#include "came.h"
#include "offices.h"
#include "people.h"
#include "private.h"

#include "orjon/base/clock.h"
#include "orjon/base/file.h"
#include "orjon/base/text.h"
#include "orjon/store/office.h"
#include "orjon/store/plans.h"

#include <string.h>

static enum status take_setting(void *data, const char *key, const char *value)
{
    struct office *office = data;
    // A key that this version does not know, or a value it cannot read, is left alone in the file.
    office_set_key(office, key, value, strlen(value), NULL, NULL);
    return STATUS_OK;
}

enum status app_load_office(struct app *app, struct err *err)
{
    office_done(&app->office);
    enum status status = store_each_setting(app->store, take_setting, &app->office, err);
    if (!app->office.fiscal_year)
        app->office.fiscal_year = period_year_of(app_today(app));
    if (!app->office.quarter)
        app->office.quarter = 1;
    return status ? status : people_fill_office(app, err);
}

enum status app_begin(struct app *app, struct err *err)
{
    app_keep_daily(app);
    return store_begin_write(app->store, err);
}

enum status app_end(struct app *app, enum status status, struct err *err)
{
    if (status == STATUS_OK)
        return store_commit(app->store, err);
    store_rollback(app->store);
    app_load_office(app, NULL);
    return status;
}

enum status app_begin_reading(struct app *app, struct err *err)
{
    return store_begin_read(app->store, err);
}

void app_end_reading(struct app *app)
{
    store_rollback(app->store); // there is nothing to be kept
}

enum status app_open(const struct app_options *options, struct app **ret, struct err *err)
{
    __attribute__((cleanup(app_close))) struct app *app = mem_alloc(sizeof *app);
    autostr path = STR_INIT, head = STR_INIT;
    office_init(&app->office);
    app->as_of = options->as_of;
    app->paper_digits = options->digits_given ? i18n_digits() : DIGITS_BENGALI;
    enum status status = file_office_path(options->file, &path, err);
    if (status == STATUS_OK)
        status =
            store_open(path.buf, options->read_only ? STORE_READ : STORE_WRITE, &app->store, err);
    if (status)
        return status;
    store_set_via(app->store, options->via);
    app->told = options->told;
    status = app_begin_reading(app, err);
    if (status)
        return status;
    store_journal_head(app->store, &app->seen, &head, NULL);
    status = app_load_office(app, err);
    app_end_reading(app);
    if (status)
        return status;
    if (store_was_brought_up_to_date(app->store))
        app_keep_on_drive(app);
    *ret = app;
    app = NULL;
    return STATUS_OK;
}

static void tell_unconfirmed(const struct app *app)
{
    autostr sentence = STR_INIT, file = STR_INIT;
    if (!app->store || !app->told || !store_is_unconfirmed(app->store))
        return;
    text_show(&file, app_file(app));
    str_addf(&sentence,
             _("All is saved, but the disk did not confirm the last change, and a power cut could "
               "undo it; copy %s to another disk"),
             file.buf);
    app->told(sentence.buf);
}

void app_done(struct app *app)
{
    came_done(app);
    offices_known_done(app);
    store_close(&app->store);
    office_done(&app->office);
}

void app_close(struct app **app)
{
    if (!*app)
        return;
    app_leave_copies(*app);
    tell_unconfirmed(*app);
    app_done(*app);
    free(*app);
    *app = NULL;
}

const struct office *app_office(const struct app *app)
{
    return &app->office;
}

static int32_t today(struct maybe as_of)
{
    return as_of.set ? (int32_t)as_of.value : clock_today();
}

int32_t app_options_today(const struct app_options *options)
{
    return today(options->as_of);
}

int32_t app_today(const struct app *app)
{
    return today(app->as_of);
}

const char *app_file(const struct app *app)
{
    return store_path(app->store);
}

bool app_is_read_only(const struct app *app)
{
    return store_is_read_only(app->store);
}

bool app_changed_elsewhere(struct app *app)
{
    if (!store_changed_elsewhere(app->store))
        return false;
    app_load_office(app, NULL);
    return true;
}

int64_t app_journal_opened(const struct app *app)
{
    return app->seen;
}

int64_t app_journal_seq(struct app *app)
{
    autostr hash = STR_INIT;
    int64_t seq = 0;
    return store_journal_head(app->store, &seq, &hash, NULL) == STATUS_OK ? seq : 0;
}

static enum status set_key(struct app *app, const char *key, const char *text, struct err *err)
{
    struct office checked;
    const char *kept = NULL;
    office_init(&checked);
    enum status status = office_set_key(&checked, key, text, strlen(text), &kept, err);
    if (status == STATUS_OK)
        status = store_set_setting(app->store, key, kept, err);
    office_done(&checked);
    return status ? status : app_load_office(app, err);
}

enum status app_set_own(struct app *app, const char *key, const char *text, struct err *err)
{
    const char *plan = office_own_plan(key);
    int64_t id = 0;
    if (!plan)
        return err_set(err, STATUS_NOT_FOUND, _("“%s” is no particular of the office"), key);
    enum status status = store_find_plan(app->store, app->office.fiscal_year, plan, &id, err);
    return status ? status : set_key(app, key, text, err);
}

enum status app_put_office(struct app *app, enum office_field field, const char *text,
                           struct err *err)
{
    return set_key(app, office_key(field), text, err);
}
