// SPDX-License-Identifier: GPL-3.0-or-later
// A text of many lines on a screen of its own.
#pragma once

#include "private.h"

struct text_task {
    const char *title; // of the screen
    const char *place; // words of our own that say whose text it is: «12 discussion»; for its draft
    const char *sort; // for the phrase bank: «discussion»; NULL: any. It must live as long
    const char *text; // as it is kept
    // Takes what was written, as text_read_lines has it; what it refuses stays on the screen.
    enum status (*accept)(void *data, const char *text, struct err *err);
    void (*done)(void *data, struct desk *desk); // once it was taken and the screen left; or NULL
    void *data;
    const struct key *first; // typed at the end of the text at once; NULL: none
};

extern const struct screen_ops text_ops;
// The texts of the task are copied; `data` must outlive the screen.
void text_push(struct desk *desk, struct app *app, const struct text_task *task);
