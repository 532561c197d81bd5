// SPDX-License-Identifier: GPL-3.0-or-later
// The pen drive named in the office file.
#include "orjon/app/drive.h"

#include "orjon/base/text.h"
#include "orjon/store/drive.h"
#include "orjon/store/office.h"
#include "private.h"

#include <string.h>

const char app_drive_key[] = "pen_drive";

void app_drive_folder(struct app *app, struct str *ret)
{
    store_get_setting(app->store, app_drive_key, ret, NULL);
}

// A name that is kept in other bytes than the file system's would name nothing.
static bool is_as_named(const char *folder, const char *clean)
{
    static const char blanks[] = " \t\r\n";
    const size_t n = strlen(clean);
    folder += strspn(folder, blanks);
    return strncmp(folder, clean, n) == 0 && !folder[n + strspn(folder + n, blanks)];
}

enum status app_read_drive(const char *folder, struct str *ret, struct err *err)
{
    const size_t before = ret->len;
    enum status status = text_read(TEXT_NAME, folder, strlen(folder), ret, err);
    if (status)
        return status;
    if (!is_as_named(folder, ret->buf + before))
        return err_set(err, STATUS_INVALID,
                       _("this folder's name cannot be kept; rename the pen drive"));
    if (ret->len > before && ret->buf[before] != '/')
        return err_set(err, STATUS_INVALID,
                       _("Give the full path of the pen drive, like /media/clerk/ORJON"));
    while (ret->len > before + 1 && ret->buf[ret->len - 1] == '/')
        str_cut(ret, ret->len - 1);
    return STATUS_OK;
}

enum status app_set_drive(struct app *app, const char *folder, struct err *err)
{
    autostr clean = STR_INIT;
    enum status status = app_read_drive(folder, &clean, err);
    if (status == STATUS_OK)
        status = store_set_setting(app->store, app_drive_key, clean.buf, err);
    if (status)
        return status;
    app->drive_trouble = (struct err){0};
    app->drive_seq = 0;
    app_keep_on_drive(app); // whoever names it sees at once whether it works
    return STATUS_OK;
}

enum app_drive app_drive(struct app *app)
{
    static const enum app_drive none[] = {
        [STORE_DRIVE_ABSENT] = APP_DRIVE_ABSENT,
        [STORE_DRIVE_MEMORY] = APP_DRIVE_MEMORY,
        [STORE_DRIVE_NOT_ONE] = APP_DRIVE_NOT_ONE,
    };
    autostr folder = STR_INIT;
    app_drive_folder(app, &folder);
    if (!folder.len)
        return APP_DRIVE_NONE;
    const enum store_drive drive = store_find_drive(app->store, folder.buf);
    const int64_t seq = app_journal_seq(app);
    return drive != STORE_DRIVE_THERE                            ? none[drive]
           : app->drive_trouble.status != STATUS_OK              ? APP_DRIVE_FAILED
           : seq == app->drive_seq                               ? APP_DRIVE_COPIED
           : seq != app->seen && !store_is_read_only(app->store) ? APP_DRIVE_DUE
                                                                 : APP_DRIVE_PRESENT;
}

const char *app_drive_name(enum app_drive drive)
{
    static const char *const names[] = {
        [APP_DRIVE_NONE] = N_("none"),
        [APP_DRIVE_ABSENT] = N_("not there: no copy is made"),
        [APP_DRIVE_MEMORY] = N_("not a pen drive: emptied as the computer shuts down"),
        [APP_DRIVE_NOT_ONE] = N_("not a pen drive: this folder is on the computer’s own disk"),
        [APP_DRIVE_PRESENT] = N_("there"),
        [APP_DRIVE_DUE] = N_("there; the copy is made when the program ends"),
        [APP_DRIVE_COPIED] = N_("copy made"),
        [APP_DRIVE_FAILED] = N_("no copy could be made"),
    };
    return tr(names[drive]);
}

const char *app_drive_trouble(const struct app *app)
{
    return app->drive_trouble.text;
}

void app_keep_on_drive(struct app *app)
{
    autostr folder = STR_INIT;
    app->drive_due = false;
    if (store_is_read_only(app->store) || store_is_changing(app->store) ||
        app_drive(app) <= APP_DRIVE_NOT_ONE)
        return;
    app_drive_folder(app, &folder);
    app->drive_trouble = (struct err){0};
    const int64_t seq = app_journal_seq(app); // others may add to it meanwhile
    store_copy_to_drive(app->store, folder.buf, &app->drive_trouble);
    app->drive_seq = app->drive_trouble.status == STATUS_OK ? seq : 0;
}

bool app_catch_up_drive(struct app *app)
{
    const bool due = app->drive_due;
    if (due)
        app_keep_on_drive(app);
    return due;
}

void app_leave_drive(struct app *app)
{
    if (app_journal_seq(app) != app->seen)
        app_keep_on_drive(app);
    if (app->told && app_drive(app) == APP_DRIVE_FAILED) // not when it was taken out since
        app->told(app->drive_trouble.text);
}
