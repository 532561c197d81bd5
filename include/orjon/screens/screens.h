// SPDX-License-Identifier: GPL-3.0-or-later
// Our screens.
#pragma once

#include "orjon/app/app.h"
#include "orjon/tui/screen.h"

// Opens the office file and shows the screens on the terminal until the user leaves.
enum status screens_run(const struct app_options *options, struct err *err);

// What lasts as long as the screens run. The app is NULL until there is an office file; the caller
// closes it.
struct session {
    const struct app_options *options;
    struct app *app;
    int32_t day;      // for which the screens were last drawn up
    bool mouse_stays; // the front's mouse cannot be turned off
};

// Puts the guide of the first run on a desk: five pages that end in an office, or in the sample.
void screens_guide(struct desk *desk, struct session *session);

// Puts the first screen on a desk, for a front of any kind. The session is borrowed.
enum status screens_start(struct desk *desk, struct session *session, struct err *err);

// Opens the office file for a session; the app stays NULL where there is none yet.
enum status screens_open(const struct app_options *options, struct session *ret, struct err *err);
// Puts the first screen on a desk, or the guide where there is no office file.
enum status screens_begin(struct desk *desk, struct session *session, struct err *err);
// Shows the screens on a front until the user leaves, or until the front asks to end
// (*ret_terminated). The caller closes the office file behind the front, for that may still speak.
enum status screens_show(struct session *session, const struct desk_front *front, bool ascii,
                         bool *ret_terminated, struct err *err);

// Our screens, with their keys and pages of help, NULL at the end; and what works on all of them.
extern const struct screen_ops *const screens_all[];
extern const struct action screens_common[];
