// SPDX-License-Identifier: GPL-3.0-or-later
// Copies of the office file: those asked for, and those that are made by themselves.
#include "orjon/app/backup.h"

#include "orjon/base/clock.h"
#include "orjon/base/file.h"
#include "orjon/base/refusal.h"
#include "orjon/store/copies.h"
#include "private.h"

enum status app_backup(struct app *app, const char *path, struct str *ret_talk, struct err *err)
{
    return store_backup(app->store, path, ret_talk, err);
}

const char *app_copy_trouble(const struct app *app)
{
    return app->copy_trouble.text;
}

static bool can_copy(const struct app *app)
{
    return !store_is_read_only(app->store) && !store_is_changing(app->store);
}

void app_keep_copy(struct app *app, const char *why)
{
    if (!can_copy(app))
        return;
    app->copy_trouble = (struct err){0};
    store_keep_copy(app->store, why, &app->copy_trouble);
    app_keep_on_drive(app);
}

// A copy is written and read as a whole, and a drive may take its time: what is being saved comes
// first.
void app_keep_daily(struct app *app)
{
    const int32_t today = clock_today(); // a copy is of the day on which it is made, as-of or not
    if (app->copied_on == today || store_is_read_only(app->store))
        return;
    app->copied_on = today; // also when it fails: once a day is often enough
    app->daily_due = app->drive_due = true;
}

static bool catch_up_daily(struct app *app)
{
    if (!app->daily_due || !can_copy(app))
        return false;
    app->daily_due = false;
    app->copy_trouble = (struct err){0};
    store_keep_daily(app->store, &app->copy_trouble);
    return true;
}

bool app_catch_up(struct app *app)
{
    const bool made = catch_up_daily(app);
    return app_catch_up_drive(app) || made;
}

void app_leave_copies(struct app *app)
{
    if (!app->store)
        return;
    while (store_is_changing(app->store)) // something failed and was left
        store_rollback(app->store);
    catch_up_daily(app);
    app_leave_drive(app);
}
