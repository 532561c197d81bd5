// SPDX-License-Identifier: GPL-3.0-or-later
// Programs under which the power is cut (power_cut.c), and what is left of their files. It is
// looked at in a copy: to open a wreck mends it, and the next life must find it as it is.
#pragma once

#include "clerk.h"

#include "orjon/base/error.h"

struct wreck {
    struct storm storm;  // its file is the office file
    const char *preload; // power_cut.so
    const char *drive;   // the pen drive's folder; NULL: there is none
    char folder[128], office[160], look[160], file[192], seen[192];
    long in_time;       // how many times the power went before the program had ended
    char head[65];      // the last hash of what is replaced
    long before, after; // how many times that was there afterwards, and what came
};

// Whoever is started between the two loses the power at one of the first `most` steps to the disk.
void wreck_arm(struct wreck *wreck, unsigned most);
void wreck_disarm(void);
// Runs a command and returns its exit code; -1 when the power went meanwhile.
int wreck_run(struct wreck *wreck, const char *const *argv);
// A shell's command that has to succeed.
void wreck_do(struct wreck *wreck, const char *format, ...) __attribute__((format(printf, 2, 3)));
// Copies all that is left to the folder that may be looked at; the file there is wreck->seen.
void wreck_copy(struct wreck *wreck);
// Whether every figure that was saved is there, and every copy is sound.
void wreck_look_after(struct wreck *wreck);
void wreck_say(struct wreck *wreck, const char *what, const struct err *err);
// A new office, with the pen drive named in it.
void wreck_new_office(struct wreck *wreck);

// One life each.
void cut_enter(struct wreck *wreck);
void cut_screens(struct wreck *wreck);
void cut_import(struct wreck *wreck);
void cut_proof(struct wreck *wreck);   // a file is taken in as a proof
void cut_receive(struct wreck *wreck); // or undone
void cut_restore(struct wreck *wreck);
void cut_rescue(struct wreck *wreck); // of a file too damaged to open
void cut_migrate(struct wreck *wreck);
// What cut_migrate runs; whether it was done.
bool migrate_alone(const char *path);
