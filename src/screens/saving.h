// SPDX-License-Identifier: GPL-3.0-or-later
// A file that is written from a screen: asks for its name, tells in which folder it will be, and
// asks again before an ending that is no format is taken or a file that is there is replaced.
#pragma once

#include "private.h"

#include "orjon/report/writer.h"

// Lives in the screen that asks, as the boxes come and go. The rest is filled in.
enum { SAVING_NAME = 256, SAVING_PATH = 1024 };
struct saving {
    const char *title;
    const struct writer *writer; // of a paper: its format, where the name has no ending; else NULL
    enum status (*write)(void *data, const char *path, bool replace, struct err *err);
    void (*written)(void *data, struct desk *desk, const char *path);
    void *data;
    char name[SAVING_NAME]; // the usual one, which it gets in a folder
    char typed[SAVING_PATH], path[SAVING_PATH];
    bool is_written;
};

// folder: that it is offered in, ended by «/»; "" where the program was started.
void saving_ask(struct saving *saving, struct desk *desk, const char *folder, const char *name);
