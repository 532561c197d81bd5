// SPDX-License-Identifier: GPL-3.0-or-later
// A remark that was written for ✗ where ✓ is put: it would be printed beside the ✓.
#include "private.h"

void stale_ask(struct desk *desk, const char *title, const char *remark,
               void (*done)(void *data, struct desk *desk, int choice), void *data)
{
    // No letter answers: marks are typed one after the other.
    const struct dialog_choice choices[] = {{"", _("take it away")}, {"", _("it stays")}};
    autostr text = STR_INIT;
    str_addf(&text, _("✗ → ✓. The remark beside it was written for ✗:\n“%s”"), remark);
    dialog_ask(desk, title, text.buf, choices, 2, STALE_TAKE_AWAY, done, data);
}
