// SPDX-License-Identifier: GPL-3.0-or-later
// Who changed a figure when.
#pragma once

#include "orjon/app/book.h"

enum history_what { HISTORY_CHANGED, HISTORY_TAKEN_BACK, HISTORY_PUT_FORTH };

struct history {
    enum history_what what;
    const char *at, *who; // texts are valid during the call
    int quarter;
    enum entry_state old_state, new_state;
    const char *old_text, *new_text, *old_remark, *new_remark, *reason;
};

// Calls each for the changes of an indicator's figures, newest first.
enum status history_read(struct book *book, size_t indicator,
                         void (*each)(void *data, const struct history *history), void *data,
                         struct err *err);
