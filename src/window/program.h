// SPDX-License-Identifier: GPL-3.0-or-later
// The program inside, on a pseudo-terminal of its own.
#pragma once

#include "orjon/base/error.h"
#include "orjon/base/str.h"

#include <stdbool.h>
#include <sys/types.h>

struct program {
    pid_t pid;      // 0 once its end is known
    int terminal;   // our side; -1 when it is closed
    struct str out; // typed, of which the program has taken the beginning
    size_t taken;
    int status; // of waitpid, when pid is 0
};

// Starts argv[0] as execvp finds it. One that cannot be started says so on its terminal and ends
// with status 127.
enum status program_start(struct program *program, char *const *argv, int rows, int columns,
                          struct err *err);
// Closes its terminal, which is how a program learns that its window is gone, and waits a little
// for its end.
void program_hang_up(struct program *program);
void program_resize(struct program *program, int rows, int columns);

// Reads what it shows. Nothing when there is nothing now; false once there will be no more.
bool program_read(struct program *program, struct str *ret);
// Takes text to be typed in; never waits for the program.
void program_type(struct program *program, const char *s, size_t n);
// Hands it what it will take of that; called again when the terminal can be written to.
void program_flush(struct program *program);
// Learns of its end; false while it runs.
bool program_ended(struct program *program);
void program_note_end(struct program *program, int status); // learnt otherwise
