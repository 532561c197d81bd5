// SPDX-License-Identifier: GPL-3.0-or-later
// The signed review file for an office, written from a screen: with the orders of a meeting, into a
// folder or on the pen drive.
#include "private.h"

#include "orjon/app/drive.h"
#include "orjon/app/records.h"
#include "orjon/base/file.h"
#include "orjon/base/folder.h"
#include "orjon/base/text.h"
#include "orjon/domain/meeting.h"

#include <stdlib.h>
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

// «~» as a shell has it; a folder gets a file of the usual name.
static void full_path(const struct review_file *file, const char *typed, struct str *ret)
{
    const char *home = getenv("HOME");
    if (home && strncmp(typed, "~/", 2) == 0)
        str_addf(ret, "%s%s", home, typed + 1);
    else
        str_add(ret, typed);
    if (!ret->len || !folder_exists(ret->buf))
        return;
    if (ret->buf[ret->len - 1] != '/')
        str_add_char(ret, '/');
    file_name(file, ret);
}

static enum status write(void *data, const char *typed, struct err *err)
{
    struct review_file *file = data;
    autostr bytes = STR_INIT, path = STR_INIT;
    enum status status = app_write_review(file->app, &file->of, file->meeting, &bytes, err);
    full_path(file, typed, &path);
    if (!status)
        status = file_write(path.buf, bytes.buf, bytes.len, false, err);
    text_copy(file->path, sizeof file->path, path.buf);
    return status;
}

static void written(void *data, struct desk *desk, const char *typed)
{
    const struct review_file *file = data;
    (void)typed;
    desk_say(desk, MESSAGE_GOOD, _("Written to %s; it is to reach the office"),
             file->path);
}

// The pen drive where it is there, else where the program was started.
static void ask_path(struct review_file *file, struct desk *desk)
{
    autostr preset = STR_INIT;
    const enum app_drive drive = app_drive(file->app);
    if (drive >= APP_DRIVE_PRESENT) {
        app_drive_folder(file->app, &preset);
        if (preset.len && preset.buf[preset.len - 1] != '/')
            str_add_char(&preset, '/');
    }
    file_name(file, &preset);
    const struct dialog_prompt prompt = {
        .title = tr(title),
        .label = _("File"),
        .hint = _("A folder or a pen drive will do: the file then has its usual name"),
        .preset = preset.buf,
        .accept = write,
        .done = written,
        .data = file};
    dialog_prompt(desk, &prompt);
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
