// SPDX-License-Identifier: GPL-3.0-or-later
// The sentences of refusals.
#include "orjon/base/refusal.h"

enum status refuse_read_only(const char *file, bool asked_for, struct err *err)
{
    if (asked_for)
        return err_set(err, STATUS_READ_ONLY,
                       _("%s can only be read here (--readonly): nothing was changed"), file);
    return err_set(err, STATUS_READ_ONLY,
                   _("%s or its folder can only be read: nothing was changed"), file);
}

enum status refuse_busy(const char *file, struct err *err)
{
    return err_set(err, STATUS_BUSY, _("%s is in use by somebody else; try again"), file);
}

enum status refuse_sealed(struct err *err)
{
    return err_set(err, STATUS_LOCKED,
                   _("The quarter is finalised and locked; reopen it first, with a reason"));
}

enum status refuse_changed(const char *thing, const char *now, struct err *err)
{
    if (!now)
        return err_set(err, STATUS_CHANGED, _("%s has been changed meanwhile; look at it again"),
                       thing);
    if (!*now)
        return err_set(err, STATUS_CHANGED,
                       _("%s has been changed meanwhile and is empty now; look at it again"),
                       thing);
    return err_set(err, STATUS_CHANGED,
                   _("%s has been changed meanwhile: it is now “%s”; look at it again"), thing,
                   now);
}
