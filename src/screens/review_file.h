// SPDX-License-Identifier: GPL-3.0-or-later
// The signed review file for an office, written from a screen: asks with which orders, and where
// to; says where it went.
#pragma once

#include "saving.h"

// Lives in the screen that asks.
enum { REVIEW_FILE_MEETINGS = 20 };
struct review_file {
    struct app *app;
    struct app_review_of of; // plan NULL: all that the office is told about
    int64_t meeting;         // the rest is filled in
    int64_t offered[REVIEW_FILE_MEETINGS];
    int meetings;
    struct saving saving;
};
void review_file_ask(struct desk *desk, struct review_file *file);
