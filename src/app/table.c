// SPDX-License-Identifier: GPL-3.0-or-later
// Files with a table.
#include "orjon/app/table.h"

#include "orjon/base/file.h"
#include "orjon/exchange/table.h"

enum status app_read_table(const char *path, const char *sheet, struct str *ret,
                           struct str *ret_name, struct str *ret_rest, struct err *err)
{
    autostr bytes = STR_INIT;
    enum status status = file_read(path, &bytes, err);
    return status ? status : exchange_read_table(path, sheet, &bytes, ret, ret_name, ret_rest, err);
}
