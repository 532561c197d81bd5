// SPDX-License-Identifier: GPL-3.0-or-later
// What the first screen of every office has: what is due, the clock, the pen drive, the way out.
#pragma once

#include "orjon/app/drive.h"
#include "orjon/app/due.h"
#include "private.h"

// Appends «৫ দিন বাকি».
void days_say(int32_t days, struct str *ret);
// The same of what is due, and what that is, an indicator behind the short name of its plan, as
// plans have the same codes; returns the style of the former.
enum style due_say(const struct due *due, int32_t today, struct str *ret_left,
                   struct str *ret_what);
// Only where the clock cannot be right; returns the rows that this takes.
int clock_draw(const struct app *app, struct canvas *canvas, int row);
// A quiet word on the pen drive; nothing where all is well. Returns the rows that this takes.
int drive_draw(const struct app *app, enum app_drive drive, struct canvas *canvas, int row);
// Leaves the program, after a question.
void leave_ask(struct desk *desk);
