// SPDX-License-Identifier: GPL-3.0-or-later
// Why something may not be changed, where more than one place has to say it: each sentence stands
// here once, so that a screen that asks beforehand and a command that tries say the same.
#pragma once

#include "orjon/base/error.h"

// READ_ONLY: the file was opened for reading, if that was asked for, or cannot be written.
enum status refuse_read_only(const char *file, bool asked_for, struct err *err);
// BUSY: another program is writing.
enum status refuse_busy(const char *file, struct err *err);
// LOCKED: the return that a figure is printed in is finalised.
enum status refuse_sealed(struct err *err);
// CHANGED: what was seen of a thing («5.1.1 in quarter 2») is not what stands there now: NULL where
// that cannot be said in a few words, "" where it is empty.
enum status refuse_changed(const char *thing, const char *now, struct err *err);
