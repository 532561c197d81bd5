// SPDX-License-Identifier: GPL-3.0-or-later
// One life of a program in a terminal of its own, started by a shell of sorts, so that it can be
// stopped and continued as a clerk's would be.
#pragma once

#include "../pty/vt.h"

#include "orjon/base/str.h"

#include <stdbool.h>
#include <sys/types.h>
#include <termios.h>

struct life {
    int fd, other; // the terminal's side and the program's
    int report;    // where the shell says what became of the program
    pid_t shell, program;
    struct termios before;
    struct vt vt;    // what the terminal shows
    struct str sent; // all that the program has written
    bool ended;
    int status; // once it has ended, as of waitpid
};

// Starts argv with TERM in a window of rows × cols. False when that cannot be done.
bool life_start(struct life *life, char *const *argv, const char *term, int rows, int cols);
// Ends what still runs and frees.
void life_done(struct life *life);

// Writes keys, reading meanwhile what comes back: a full line would stop both.
void life_type(struct life *life, const char *s, size_t n);
void life_press(struct life *life, const char *keys);
void life_take(struct life *life); // reads what has come
// Reads until text is shown anywhere, or is no longer; false after so many milliseconds.
bool life_await(struct life *life, const char *text, bool shown, int milliseconds);
void life_go_on(const struct life *life); // after a stop
bool life_await_stop(struct life *life, int milliseconds);
bool life_await_end(struct life *life, int milliseconds);
void life_print(struct life *life); // the screen, for whoever must find out what went wrong
void life_resize(struct life *life, int rows, int cols);
// Closes the window over the program.
void life_close_window(struct life *life);

// Whether every mode the program asked the terminal for has been undone, and the line is as it
// was; what is not is appended.
bool life_gave_back(const struct life *life, struct str *ret);
