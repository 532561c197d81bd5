// SPDX-License-Identifier: GPL-3.0-or-later
// The check, shared by its parts: findings.c the list and its keys, findings_answer.c answering.
#pragma once

#include "orjon/app/finalise.h"
#include "orjon/tui/grid.h"
#include "private.h"

enum { FINDINGS_COLUMNS = 4 };

struct findings_screen {
    struct book *book; // the form's
    struct findings findings;
    struct grid *grid;
    struct grid_column column[FINDINGS_COLUMNS];
    void (*jump)(void *data, struct desk *desk, const char *indicator, int quarter);
    void *data;
    bool stale; // somebody else has changed the file since the list was made
    // What is being answered, by name: the list may be another one when the box closes.
    struct str asked;
    int asked_quarter;
    const char *asked_code;
};

// The finding of the selected row; NULL when there is none.
const struct finding *findings_in_hand(const struct findings_screen *screen);
// Makes the list anew of the book as it is.
enum status findings_load(struct findings_screen *screen, struct err *err);
// CHANGED when somebody else has changed the file: figures and list are read again, with the same
// query in hand, but it may be about another figure by now and is to be looked at first.
enum status findings_still_as_seen(struct findings_screen *screen, struct err *err);

// What F2 and Del do to the finding in hand; each says what came of it.
void findings_ask_answer(struct findings_screen *screen, struct desk *desk);
void findings_ask_withdraw(struct findings_screen *screen, struct desk *desk);
