// SPDX-License-Identifier: GPL-3.0-or-later
// The first screen, shared by its parts: home.c what it does, home_draw.c its picture,
// home_returned.c what came back,
// home_due.c what is due next.
#pragma once

#include "figure_undo.h"
#include "front.h"
#include "orjon/app/reviewed.h"
#include "orjon/domain/record.h"
#include "orjon/tui/grid.h"

enum { HOME_COLUMNS = QUARTERS + 4, HOME_Q1 = 1 }; // plan, quarters, full, earned, of the share

struct home {
    struct session *session;
    struct app *app; // the session's
    struct shelf shelf;
    struct rollup shares; // borrows from the shelf
    struct records decisions;
    struct app_reviews *reviews; // of each book
    size_t returned;             // quarters of them that came back and wait
    struct paper_choice paper;
    enum app_drive drive;
    struct figure_undo undo;
    struct grid *grid;
    struct grid_column column[HOME_COLUMNS];
    char quarter_heading[QUARTERS][48];
    int due_top, due_rows; // on the canvas, of what is due next; none once it was read anew
};

extern const struct grid_ops home_grid_ops;
void home_set_columns(struct home *home, int width);
void home_open_papers(void *state, struct desk *desk, const struct key *key);
void home_draw(void *state, struct canvas *canvas);

void home_draw_due(struct home *home, struct canvas *canvas, int row); // under its heading
// Opens what is due where a click is: the figure, the decision, of the return the choice of its
// papers. False where nothing is.
bool home_click_due(struct home *home, struct desk *desk, const struct key *key);

enum status home_load_reviews(struct home *home, struct err *err); // of the shelf, none before
void home_drop_reviews(struct home *home);
void home_open_returned(void *state, struct desk *desk, const struct key *key);
// The next return that came back behind a place, book × quarter from 0; -1: there is none.
int home_next_returned(const struct home *home, int place);
