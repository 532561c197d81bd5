// SPDX-License-Identifier: GPL-3.0-or-later
// Files and folders.
#pragma once

#include "orjon/base/error.h"
#include "orjon/base/str.h"

enum { FILE_READ_MAX = 16 << 20 }; // bytes; more than any template or list of figures

// Reads a file, or standard input for «-», of at most FILE_READ_MAX bytes into ret (appended).
enum status file_read(const char *path, struct str *ret, struct err *err);
// The same of an ordinary file only, which is not begun when it is larger; INVALID for a folder, a
// pipe or a device, which could keep the reader waiting.
enum status file_read_ordinary(const char *path, struct str *ret, struct err *err);

// Writes data to a temporary file beside path, syncs it, renames it over path and syncs the folder:
// path holds either what it held before or all of data. EXISTS unless force.
enum status file_write(const char *path, const char *data, size_t n, bool force, struct err *err);

// The office file to use: named, else $ORJON_DB, else $XDG_DATA_HOME/orjon/office.db (relative XDG
// values are ignored, as the XDG base directory rules ask). Appended to ret.
enum status file_office_path(const char *named, struct str *ret, struct err *err);

// Makes the folder of path and those above it, with mode 0700.
enum status file_make_folder_of(const char *path, struct err *err);

// The status that an errno value stands for: NO_SPACE, READ_ONLY, NOT_FOUND, EXISTS or IO.
enum status status_of_errno(int error);

// So that names that were given or taken in the folder of path stay so. IO where the disk fails; OK
// where the file system cannot sync folders.
enum status file_sync_folder_of(const char *path);

// Gives a file its final name; EXISTS when that is taken. The folder is synced.
enum status file_take_name(const char *from, const char *to, struct err *err);
// A copy of the bytes, synced, mode 0600; EXISTS when `to` is there.
enum status file_copy(const char *from, const char *to, struct err *err);

bool file_exists(const char *path);
bool file_is_empty(const char *path); // an ordinary file without a byte in it
void file_remove(const char *path);   // nothing when it is not there
// Renames, over `to`, and syncs the folder.
enum status file_move(const char *from, const char *to, struct err *err);
void file_make_private(const char *path); // nobody but the owner may do anything with it
