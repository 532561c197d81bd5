// SPDX-License-Identifier: GPL-3.0-or-later
// The registers of the office, one list of records each, and a box to choose from them.
#include "record_screens.h"

static const enum record_kind registers[] = {
    RECORD_MEETING, RECORD_DECISION, RECORD_PERSON, RECORD_COMMITTEE, RECORD_MEMO,
    RECORD_PROOF,   RECORD_PHRASE,   RECORD_SERIES, RECORD_UNIT,
};

static void item(void *data, int i, struct str *ret)
{
    (void)data;
    str_add(ret, tr(record_view(registers[i])->title));
}

static void chosen(void *data, struct desk *desk, int i)
{
    if (i < 0)
        return;
    if (registers[i] == RECORD_UNIT)
        offices_push(desk, data);
    else
        record_list_push(desk, data, registers[i]);
}

void registers_push(struct desk *desk, struct app *app)
{
    dialog_pick(desk, _("Registers"), sizeof registers / sizeof *registers, 0, item, chosen, app);
}
