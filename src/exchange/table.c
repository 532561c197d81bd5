// SPDX-License-Identifier: GPL-3.0-or-later
// The door of the room: text goes through, workbooks go to the module that reads them, with zip and
// XML behind it.
#include "orjon/exchange/table.h"

#include "orjon/base/module.h"

#include <string.h>

static bool begins(const struct str *bytes, const char *with, size_t n)
{
    return bytes->len >= n && memcmp(bytes->buf, with, n) == 0;
}

static enum status read_workbook(const char *name, const char *sheet, const struct str *bytes,
                                 struct str *ret, struct str *ret_sheet, struct str *ret_rest,
                                 struct err *err)
{
#ifdef ORJON_WORKBOOK
    static const struct module module = {"orjon-workbook", ORJON_WORKBOOK};
    exchange_reader *read = NULL;
    enum status status = module_symbol(&module, "workbook_read", (void **)&read, err);
    return status ? status : read(name, sheet, bytes, ret, ret_sheet, ret_rest, err);
#else
    (void)sheet, (void)bytes, (void)ret, (void)ret_sheet, (void)ret_rest;
    return err_set(err, STATUS_FAILED,
                   _("%s: this orjon was built without reading .xlsx; save the sheet as text with "
                     "tabs, or install %s and build it anew"),
                   name, PACKAGE_WORKBOOK);
#endif
}

enum status exchange_read_table(const char *name, const char *sheet, const struct str *bytes,
                                struct str *ret, struct str *ret_name, struct str *ret_rest,
                                struct err *err)
{
    autostr found = STR_INIT;
    if (begins(bytes, "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", 8))
        return err_set(
            err, STATUS_INVALID,
            _("%s: an old .xls, or a file with a password; save it as .xlsx without one"), name);
    str_add(ret_name, name);
    if (!begins(bytes, "PK\3\4", 4)) {
        if (sheet)
            return err_set(err, STATUS_USAGE, _("%s: only an .xlsx has sheets"), name);
        str_add_n(ret, bytes->buf, bytes->len);
        return STATUS_OK;
    }
    enum status status = read_workbook(name, sheet, bytes, ret, &found, ret_rest, err);
    if (status == STATUS_OK)
        str_addf(ret_name, "!%s", found.buf);
    return status;
}
