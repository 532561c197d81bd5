// SPDX-License-Identifier: GPL-3.0-or-later
// Ctrl-Z and Ctrl-Y on what is kept as words, targets of plans or particulars of the office: at
// once what was done since the program was opened, what is older only when asked. It lives with
// the screen.
#pragma once

#include "private.h"

struct words_undo {
    struct app *app;
    struct app_undo
        what; // without a book, what was changed last in any plan is named with its plan
    void (*show)(void *screen, struct desk *desk); // reads it again; may be NULL
    void *screen;
    bool redo;        // asked about
    struct str asked; // what was told; nothing else is done for it
};
void words_undo_done(struct words_undo *undo);
void words_undo_run(struct desk *desk, struct words_undo *undo, bool redo);
