// SPDX-License-Identifier: GPL-3.0-or-later
// Files that came, shared by its parts: receive.c the screen and its table; receive_files.c the
// files, what is in them, taking them in; receive_view.c what is told of the marked one;
// receive_keys.c what the keys do.
//
// A file is signed as a whole, but office, year, plan and quarter are the key of what it holds: so
// plans are taken, all of a file or one by one, and no figure of one without the others.
#pragma once

#include "orjon/app/receive.h"
#include "orjon/tui/grid.h"
#include "private.h"

struct receive_file {
    char *path;
    bool review;     // of the office above
    bool new_review; // that is not here yet
    bool opened;     // a parcel
    struct app_parcel parcel;
    struct str bytes; // of a review
    struct str talk;  // what it says
    struct err err;   // why it was refused
    bool *taken;      // by plan of the parcel: on this screen
};

// A line of the table. arrival -1: the file's own, a section; FILE_WHOLE: what is no plan.
enum { FILE_HEAD = -1, FILE_WHOLE = -2 };
struct receive_row {
    size_t file;
    int arrival;
};

enum { RECEIVE_COLUMNS = 5 };

struct receive_screen {
    struct app *app;
    struct receive_file *file;
    size_t files, cap;
    struct receive_row *row;
    int rows;
    struct grid *grid;
    struct grid_column column[RECEIVE_COLUMNS];
    struct desk *desk; // that asks for a path
    bool copied;       // the office file, before the first that is taken in
    char *digits;      // of a key, until the memo is asked for
    size_t asked_file; // that a question is about
    int asked_arrival;
};

extern const struct action receive_actions[];

// --- receive_files.c ----------------------------------------------------------------------------

// Opens a file, or those of a folder, behind those that are there; one that is there is read anew.
enum status receive_add(struct receive_screen *screen, struct desk *desk, const char *path,
                        struct err *err);
// The same for paths as they are typed, pasted or dropped.
enum status receive_add_paths(struct receive_screen *screen, struct desk *desk, const char *text,
                              size_t n, struct err *err);
void receive_open(struct receive_screen *screen, struct receive_file *file);
void receive_close(struct receive_file *file);
void receive_list(struct receive_screen *screen);
// What is beside what is here now, of all files.
void receive_look(struct receive_screen *screen);
// Takes in what is welcome in a file, or the plan at that place.
enum status receive_take(struct receive_screen *screen, struct receive_file *file, int arrival,
                         size_t *ret_taken, struct err *err);
const struct receive_row *receive_marked(const struct receive_screen *screen); // NULL: none

// --- receive_keys.c -----------------------------------------------------------------------------

void receive_ask(struct receive_screen *screen, struct desk *desk); // for a file or folder

// --- receive_view.c -----------------------------------------------------------------------------

void receive_draw_pane(const struct receive_screen *screen, struct canvas *canvas, int row,
                       int rows);
const char *receive_why(const struct receive_file *file); // it was refused
// All that there is to know of an arrival, a line each.
void receive_say_arrival(const struct app_arrival *arrival, struct str *ret);
