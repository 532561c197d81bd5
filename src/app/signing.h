// SPDX-License-Identifier: GPL-3.0-or-later
// The office's key.
#pragma once

#include "orjon/exchange/signature.h"
#include "private.h"

// Loads it, or makes it at first use. MISFIT when it is not the one that the office file knows, as
// after the file was carried to another computer without its key. *ret is freed by the caller.
enum status signing_open(struct app *app, struct signing_key **ret, struct err *err);
