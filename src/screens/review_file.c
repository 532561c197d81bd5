// SPDX-License-Identifier: GPL-3.0-or-later
// The signed review file for an office, written from a screen: with the orders of a meeting, into a
// folder or on the pen drive.
#include "review_file.h"

#include "orjon/app/drive.h"
#include "orjon/app/records.h"
#include "orjon/base/file.h"
#include "orjon/domain/meeting.h"

#include <string.h>

static const char title[] = N_("Review file");

// --- where to -----------------------------------------------------------------------------------

// «review-1054-2023-24-q1.orjon»
static void file_name(const struct review_file *file, struct str *ret)
{
    autorecords unit = {0};
    const bool there =
        app_load_record(file->app, RECORD_UNIT, file->of.office, &unit, NULL) == STATUS_OK;
    str_addf(ret, "review-%s-", there ? unit.record->text[UNIT_CODE] : "office");
    period_write_year_short(ret, file->of.fiscal_year);
    str_addf(ret, "-q%d.orjon", file->of.quarter);
}

static enum status write(void *data, const char *path, bool replace, struct err *err)
{
    struct review_file *file = data;
    autostr bytes = STR_INIT;
    const enum status status = app_write_review(file->app, &file->of, file->meeting, &bytes, err);
    return status ? status : file_write(path, bytes.buf, bytes.len, replace, err);
}

static void written(void *data, struct desk *desk, const char *path)
{
    (void)data;
    desk_say(desk, MESSAGE_GOOD, _("Written to %s; it is to reach the office"), path);
}

// The pen drive where it is there, else where the program was started.
static void ask_path(struct review_file *file, struct desk *desk)
{
    autostr folder = STR_INIT, name = STR_INIT;
    if (app_drive(file->app) >= APP_DRIVE_PRESENT) {
        app_drive_folder(file->app, &folder);
        if (folder.len && folder.buf[folder.len - 1] != '/')
            str_add_char(&folder, '/');
    }
    file_name(file, &name);
    file->saving =
        (struct saving){.title = tr(title), .write = write, .written = written, .data = file};
    saving_ask(&file->saving, desk, folder.buf, name.buf);
}

// --- with which orders --------------------------------------------------------------------------

// This office's own, the newest first.
static enum status list_meetings(struct review_file *file, struct err *err)
{
    autorecords meetings = {0};
    const enum status status = app_load_records(file->app, RECORD_MEETING, 0, &meetings, err);
    file->meetings = 0;
    for (size_t m = meetings.count; m-- > 0 && file->meetings < REVIEW_FILE_MEETINGS;)
        if (!meeting_is_superior(&meetings.record[m]))
            file->offered[file->meetings++] = meetings.record[m].id;
    return status;
}

static void say_meeting(void *data, int i, struct str *ret)
{
    const struct review_file *file = data;
    autorecords meeting = {0};
    if (!i || app_load_record(file->app, RECORD_MEETING, file->offered[i - 1], &meeting, NULL)) {
        str_add(ret, _("without orders"));
        return;
    }
    app_say_field(file->app, meeting.record, MEETING_DATE, ret, NULL);
    str_addf(ret, "  %s", record_title(meeting.record));
}

static void chosen(void *data, struct desk *desk, int i)
{
    struct review_file *file = data;
    if (i < 0)
        return;
    file->meeting = i ? file->offered[i - 1] : 0;
    ask_path(file, desk);
}

void review_file_ask(struct desk *desk, struct review_file *file)
{
    struct err err = {0};
    file->meeting = 0;
    if (list_meetings(file, &err))
        desk_fail(desk, &err);
    else if (file->meetings)
        dialog_pick(desk, _("With the orders of which meeting?"), file->meetings + 1, 0,
                    say_meeting, chosen, file);
    else
        ask_path(file, desk);
}
