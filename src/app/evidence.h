// SPDX-License-Identifier: GPL-3.0-or-later
// The files of proofs, for verify.
#pragma once

#include "orjon/app/app.h"

// Reads the file of every proof. MISFIT when one of a sealed quarter is missing or altered, DAMAGED
// for another one, IO when one cannot be read, each naming the first.
enum status evidence_verify(struct app *app, size_t *ret_count, struct err *err);
