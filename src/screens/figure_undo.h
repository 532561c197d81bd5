// SPDX-License-Identifier: GPL-3.0-or-later
// Ctrl-Z and Ctrl-Y on figures: at once what was done since the screen was opened; what is older,
// or is more than can be seen, only when asked. It lives with the screen.
#pragma once

#include "private.h"

struct figure_undo {
    struct app *app;
    struct book *book; // whose figures; NULL: of any plan
    // The plans are named, out of these, and what of several figures is done is asked about, for
    // the screen shows none of them; NULL: it shows the figures of the book.
    const struct shelf *plans;
    int64_t since; // the last row of the journal when the screen was opened
    // It was done: the screen reads it again, and goes to where it was.
    void (*show)(void *screen, struct desk *desk, const char *code, int quarter);
    // It may not be.
    void (*fail)(void *screen, struct desk *desk, const struct err *err);
    void *screen;
    bool redo;        // asked about
    struct str asked; // what was told; nothing else is done for it
};
void figure_undo_done(struct figure_undo *undo);
void figure_undo_run(struct desk *desk, struct figure_undo *undo, bool redo);
