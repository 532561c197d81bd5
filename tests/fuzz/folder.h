// SPDX-License-Identifier: GPL-3.0-or-later
// A folder in memory for targets that need files: the program's working folder, home and only
// place to write, with no program to be found on PATH.
#pragma once

#include "fuzz.h"

#include <ftw.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static char fuzz_folder_name[64];

static int fuzz_folder_drop(const char *name, const struct stat *st, int type, struct FTW *at)
{
    (void)st, (void)type, (void)at;
    return remove(name);
}

static inline void fuzz_folder_empty(const char *name)
{
    nftw(name, fuzz_folder_drop, 8, FTW_DEPTH | FTW_PHYS);
}

static void fuzz_folder_end(void)
{
    fuzz_folder_empty(fuzz_folder_name);
}

static inline void fuzz_folder(void)
{
    strcpy(fuzz_folder_name,
           access("/dev/shm", W_OK) == 0 ? "/dev/shm/orjon-fuzz-XXXXXX" : "/tmp/orjon-fuzz-XXXXXX");
    require(mkdtemp(fuzz_folder_name) && chdir(fuzz_folder_name) == 0);
    atexit(fuzz_folder_end);
    static const char *const names[] = {"HOME", "TMPDIR", "XDG_DATA_HOME", "XDG_RUNTIME_DIR",
                                        "XDG_CONFIG_HOME"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        setenv(names[i], fuzz_folder_name, 1);
    setenv("PATH", fuzz_folder_name, 1);
    unsetenv("DISPLAY");
    unsetenv("WAYLAND_DISPLAY");
}
