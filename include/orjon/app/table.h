// SPDX-License-Identifier: GPL-3.0-or-later
// Files with a table, of text or of a workbook, for all that read one.
#pragma once

#include "orjon/base/error.h"
#include "orjon/base/str.h"

// Appends what is in a file, «-» for standard input, as text of rows and cells (base/tsv.h), and to
// ret_name what messages call it. sheet: of a workbook (.xlsx), its first where NULL; then ret_rest
// names the other sheets.
enum status app_read_table(const char *path, const char *sheet, struct str *ret,
                           struct str *ret_name, struct str *ret_rest, struct err *err);
