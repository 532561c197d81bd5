// SPDX-License-Identifier: GPL-3.0-or-later
// What the files of this room share.
#pragma once

#include "orjon/app/app.h"
#include "orjon/store/store.h"

struct app {
    struct store *store;
    struct office office;
    int32_t today;
};

// Reads the particulars from the store.
enum status app_load_office(struct app *app, struct err *err);
