// SPDX-License-Identifier: GPL-3.0-or-later
// A return of another office is taken in, or undone, and the power goes meanwhile: all of it is
// there, or nothing.
#include "parcels.h"
#include "wreck.h"

#include "orjon/base/file.h"

enum { STEPS_RECEIVE = 260 };

// Once for each new office file; the wreck of the life before is not opened.
static bool prepare(struct wreck *wreck)
{
    autostr known = STR_INIT;
    str_addf(&known, "%s/known", wreck->office);
    if (file_exists(known.buf))
        return true;
    if (parcel_make(wreck->storm.program, wreck->folder) &&
        parcel_make_known(wreck->storm.program, wreck->file, wreck->folder) &&
        file_write(known.buf, "", 0, true, NULL) == STATUS_OK)
        return true;
    storm_fail(&wreck->storm, "no return of another office");
    return false;
}

void cut_receive(struct wreck *wreck)
{
    struct storm *storm = &wreck->storm;
    autostr parcel = STR_INIT, why = STR_INIT;
    if (!prepare(wreck))
        return;
    const bool back = storm_any(storm, 3) == 0;
    str_addf(&parcel, "%s/parcel.orjon", wreck->folder);
    const char *const in[] = {storm->program, "--db", wreck->file, "receive", parcel.buf, NULL};
    const char *const out[] = {storm->program, "--db", wreck->file, "undo", "receive", NULL};
    storm->count = 0;
    wreck_arm(wreck, STEPS_RECEIVE);
    const int code = wreck_run(wreck, back ? out : in);
    wreck_disarm();
    if (code > 0 && !back) // there may be nothing to undo
        storm_fail(storm, "the return is refused");
    wreck_look_after(wreck);
    const int there = parcel_count(wreck->seen, &why);
    if (there < 0)
        storm_fail(storm, why.buf);
    else if (there != 0 && there != PARCEL_PLANS)
        storm_fail(storm, "LOST: half of a return");
    else if (code >= 0 && (there == 0) != back)
        storm_fail(storm, "LOST: called taken in or back, and is not");
    storm->total += there == PARCEL_PLANS;
}
