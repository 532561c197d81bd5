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

// Installs the built-in plans of the office's family for its fiscal year, unless the year has plans
// already; *ret_count is how many were there.
enum status app_install_year(struct app *app, size_t *ret_count, struct err *err);

// Reads the particulars from the store.
enum status app_load_office(struct app *app, struct err *err);
