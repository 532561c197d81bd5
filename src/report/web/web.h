// SPDX-License-Identifier: GPL-3.0-or-later
// The html writer, in parts: table.c tables, write.c all else.
#pragma once

#include "orjon/report/writer.h"

// Appends text, escaped.
void web_escape(struct str *ret, const char *text);
// The class of that alignment, with a blank before it.
const char *web_align(enum align align);
// foot: stands under the table on every page of paper that it is on; may be empty. keep: the last
// row stays with what follows.
void web_table(struct str *ret, const struct table *table, const char *foot, bool keep);
