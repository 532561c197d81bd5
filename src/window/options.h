// SPDX-License-Identifier: GPL-3.0-or-later
// What orjon-window is asked for.
#pragma once

#include "session.h"

struct window_options {
    char *const *program; // and its arguments, ended by NULL
    struct paint_fonts fonts;
    int rows, columns; // 0: those of the last time
    enum session_colours colours;
    bool colours_given, full_screen;
    const char *picture, *keys; // a picture's file, or NULL; and what is typed before it
    const char *language;       // NULL when none was asked for
    bool force;                 // replaces that file
    bool help, version;
};

// USAGE, naming the word that was not understood. Sets the language.
enum status options_read(int argc, char **argv, struct window_options *ret, struct err *err);
void options_help(struct str *ret);
