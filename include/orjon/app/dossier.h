// SPDX-License-Identifier: GPL-3.0-or-later
// Dossiers out of the office file.
#pragma once

#include "orjon/app/app.h"
#include "orjon/domain/dossier.h"

// Everything around one meeting; its plan is left out (NULL). NOT_FOUND when it is not there.
enum status app_load_dossier(struct app *app, int64_t meeting, struct dossier *ret,
                             struct err *err);
