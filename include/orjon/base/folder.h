// SPDX-License-Identifier: GPL-3.0-or-later
// What is in a folder.
#pragma once

#include "orjon/base/error.h"

#include <stdbool.h>
#include <stddef.h>

struct folder {
    char **path; // of each file, with the folder before it, in the order of the bytes
    size_t count;
};

bool folder_exists(const char *path);
// The files in a folder whose names end so («.tsv»), but for those that begin with a point.
// NOT_FOUND, READ_ONLY or IO; folder_done in every case.
enum status folder_read(const char *path, const char *ending, struct folder *ret, struct err *err);
void folder_done(struct folder *folder);
#define autofolder __attribute__((cleanup(folder_done))) struct folder
