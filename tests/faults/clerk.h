// SPDX-License-Identifier: GPL-3.0-or-later
// A clerk who types figures into a return while storms go over the program, and who looks
// afterwards whether what was saved is there.
#pragma once

#include "../patience.h"
#include "life.h"

#include <stdint.h>

enum {
    ROWS = 3, // of the first return, all of whole numbers
    SAVED_MAX = 64,
};

extern const char *const clerk_codes[ROWS]; // of the indicators there

struct saved {
    int row;
    char text[8];
};

struct storm {
    struct life life;
    const char *program, *file;
    unsigned seed;
    unsigned typed; // figures in all lives
    int row;        // where the cursor is
    struct saved saved[SAVED_MAX];
    size_t count; // of this life
    int64_t seq;  // the journal's last row before it
    size_t total; // saved in all lives
    struct str trouble;
};

void storm_fail(struct storm *storm, const char *what);
unsigned storm_any(struct storm *storm, unsigned below);

bool clerk_start(struct storm *storm, const char *term, int rows, int cols);
// The return that clerk_codes are of; the first must open.
bool clerk_open_return(struct storm *storm);
bool clerk_open_return_within(struct storm *storm, int milliseconds);
void clerk_type(struct storm *storm, struct saved *ret);
// Enter, and whether it was said to be saved; then on to the next row.
bool clerk_save(struct storm *storm, const struct saved *figure);
bool clerk_save_within(struct storm *storm, const struct saved *figure, int milliseconds);
void clerk_enter(struct storm *storm, unsigned count);
// A program started, a return open, some figures in it; false when there is trouble already.
bool clerk_begin(struct storm *storm);
void clerk_leave(struct storm *storm);
// What cannot be a figure keeps its field: Esc gives it up first. Whether it ends at all.
bool clerk_give_up(struct storm *storm);
void clerk_give_up_and_leave(struct storm *storm); // and expects that it ends well

void expect_given_back(struct storm *storm);
void expect_signal(struct storm *storm, int signal);

// A new sample office; and whether it is sound and holds all that was saved in this life.
bool clerk_new_office(struct storm *storm);
void clerk_look_after(struct storm *storm);
