// SPDX-License-Identifier: GPL-3.0-or-later
// Copies on a pen drive.
#pragma once

#include "orjon/store/store.h"

// Whether a folder is there and can stand for a pen drive: it lies on a file system that is neither
// the office file's nor the machine's own («/»), for a folder that waits for its drive is an
// ordinary one. /run, in which some systems mount drives, /dev and /dev/shm are in memory, and lose
// everything when the power fails.
enum store_drive {
    STORE_DRIVE_ABSENT,  // no such folder
    STORE_DRIVE_MEMORY,  // a folder, but in the machine's memory
    STORE_DRIVE_NOT_ONE, // a folder, but on a disk of the machine's
    STORE_DRIVE_THERE,
};
enum store_drive store_find_drive(const struct store *store, const char *folder);

// A verified copy there, office-3fa9c01b-000150-20241007-113205-5c3474e2.db: which office, by the
// first row of its journal, so that two offices can share a drive; its place and when, as beside the
// file; and its state, by the last row.
// A state that is there already, in a copy that is sound, is not copied again. Of this office's
// copies the last ten are kept, and the oldest makes room where the drive is full and there are two
// or more; other files are left alone. Nothing is left on failure.
enum status store_copy_to_drive(struct store *store, const char *folder, struct err *err);
