// SPDX-License-Identifier: GPL-3.0-or-later
// The table that a command is given.
#include "command.h"

#include "orjon/app/table.h"

enum status command_read_table(const struct command *c, size_t at, struct str *ret,
                               struct str *ret_name, struct err *err)
{
    autostr rest = STR_INIT, said = STR_INIT;
    enum status status = app_read_table(c->word[at], c->option['H'], ret, ret_name, &rest, err);
    if (status || !rest.len)
        return status;
    str_addf(&said, _("%s alone is read; --sheet asks for another: %s\n"), ret_name->buf, rest.buf);
    command_talk(said.buf);
    return STATUS_OK;
}
