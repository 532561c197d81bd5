// SPDX-License-Identifier: GPL-3.0-or-later
// Times of the day, as minutes since midnight.
#pragma once

#include "orjon/base/error.h"
#include "orjon/base/i18n.h"
#include "orjon/base/str.h"

#include <stddef.h>

// Reads a whole text as a time: «১০.০০», «10:30», «১০টা», «সকাল ১০.৩০ ঘটিকায়», «বিকাল সাড়ে ৩টা»,
// «3 pm», any digits. Without a part of the day the hour is that of the clock, 0 to 23. INVALID
// with what was expected.
enum status daytime_read(const char *s, size_t n, int *ret_minutes, struct err *err);

void daytime_write_iso(struct str *ret, int minutes); // 10:00
// As offices write it on paper, without the word for o'clock: «১০.০০», «দুপুর ১২.০০», «বিকাল ৩.০০».
void daytime_write(struct str *ret, int minutes, enum digits digits);
