// SPDX-License-Identifier: GPL-3.0-or-later
// The check, of one plan or of all, shared by its parts: findings.c the list and its keys,
// findings_draw.c its picture, findings_answer.c answering.
#pragma once

#include "orjon/app/checked.h"
#include "orjon/tui/grid.h"
#include "private.h"

// What a column shows.
enum findings_field {
    FINDINGS_STATE,
    FINDINGS_PLAN,
    FINDINGS_CODE,
    FINDINGS_QUARTER,
    FINDINGS_MESSAGE,
    FINDINGS_FIELDS,
};

// A finding by name, for a list that may be another one by then.
struct finding_name {
    struct str plan, indicator;
    int quarter;
    const char *code;
};
void finding_name_done(struct finding_name *name);

struct findings_screen {
    struct app *app;
    struct book *book;  // the form's; NULL: all plans and the registers
    struct shelf shelf; // with book that alone, which stays the form's
    struct checked checked;
    struct grid *grid;
    struct grid_column column[FINDINGS_FIELDS];
    enum findings_field field[FINDINGS_FIELDS];
    bool signs; // the state stands there as a sign alone
    void (*jump)(void *data, struct desk *desk, const char *indicator, int quarter);
    void *data;
    bool stale;                // somebody else has changed the file since the list was made
    struct finding_name asked; // what is being answered
};

extern const struct grid_ops findings_grid_ops;
void findings_set_columns(struct findings_screen *screen, int width);
void findings_draw(void *state, struct canvas *canvas);

// What the selected row is about; NULL when there is none.
const struct checked_row *findings_in_hand(const struct findings_screen *screen);
// Makes the list anew of the books as they are, or reads those anew as well.
enum status findings_check(struct findings_screen *screen, struct err *err);
enum status findings_read(struct findings_screen *screen, struct err *err);
// CHANGED when somebody else has changed the file: figures and list are read again, with the same
// query in hand, but it may be about another figure by now and is to be looked at first.
enum status findings_still_as_seen(struct findings_screen *screen, struct err *err);

// What F2 and Del do to the finding in hand; each says what came of it.
void findings_ask_answer(struct findings_screen *screen, struct desk *desk);
void findings_ask_withdraw(struct findings_screen *screen, struct desk *desk);
