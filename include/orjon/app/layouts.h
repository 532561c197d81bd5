// SPDX-License-Identifier: GPL-3.0-or-later
// The layouts that an office has to choose from: those built in, and its own, which replace those
// of the same name.
#pragma once

#include "orjon/app/app.h"
#include "orjon/papers/layouts.h"

// *ret is freed with layouts_free. DAMAGED, naming it, when one of the office's own cannot be read.
enum status app_read_layouts(struct app *app, struct layouts **ret, struct err *err);

// Installs files as the office's own, all or none. Faults of all of them, one line each with file,
// line and cell, go to ret_faults; one of them is a name that a layout of another paper has.
enum status app_install_layouts(struct app *app, char *const *paths, size_t count,
                                struct str *ret_faults, struct err *err);
// Takes one of the office's own out. EXISTS when a plan names it and none built in stands behind
// it.
enum status app_remove_layout(struct app *app, const char *name, struct err *err);
// Appends the file of one, as it is.
enum status app_show_layout(struct app *app, const char *name, struct str *ret, struct err *err);
