// SPDX-License-Identifier: GPL-3.0-or-later
// The pen drive that gets a copy of the office file whenever it is there: with each copy that is
// made by itself, and as the file is closed if anything was changed. A figure never waits for it:
// the copy of the day comes behind the first figure, when nobody types.
#pragma once

#include "orjon/app/app.h"

enum app_drive {
    APP_DRIVE_NONE,    // none is named
    APP_DRIVE_ABSENT,  // it is not there
    APP_DRIVE_MEMORY,  // its folder is in the machine's memory
    APP_DRIVE_NOT_ONE, // its folder is there, but is none of a pen drive
    APP_DRIVE_PRESENT, // it is there, and nothing is to be copied
    APP_DRIVE_DUE,     // it is there, and gets what was changed when the file is closed
    APP_DRIVE_COPIED,  // it is there, and so is a copy of what the file says now
    APP_DRIVE_FAILED,  // it is there, but the last copy could not be made: app_drive_trouble
};
enum app_drive app_drive(struct app *app);
const char *app_drive_name(enum app_drive drive);     // «not there: no copy is made»
const char *app_drive_trouble(const struct app *app); // one sentence; "" when there was none

extern const char app_drive_key[]; // of the setting, also for the command line

// Appends the folder, nothing when none is named.
void app_drive_folder(struct app *app, struct str *ret);
// Checks a folder, without blanks around it: INVALID when it is not named from / on, or when
// text_clean would change it. "" names none.
enum status app_read_drive(const char *folder, struct str *ret, struct err *err);
// Names it and, if it is there, makes a copy at once.
enum status app_set_drive(struct app *app, const char *folder, struct err *err);
