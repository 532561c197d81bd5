// SPDX-License-Identifier: GPL-3.0-or-later
// The copies of the office file as witnesses.
#include "witness.h"

#include "orjon/app/drive.h"
#include "private.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

void witnesses_done(struct witnesses *witnesses)
{
    free(witnesses->forgotten);
    arena_done(&witnesses->texts);
    *witnesses = (struct witnesses){0};
}

static void remember(struct witnesses *ret, const struct store_gone *gone)
{
    ret->forgotten = mem_resize(ret->forgotten, ret->forgottens + 1, sizeof *ret->forgotten);
    ret->forgotten[ret->forgottens++] =
        (struct store_gone){.plan = arena_text(&ret->texts, gone->plan, strlen(gone->plan)),
                            .quarter = gone->quarter,
                            .next = gone->next,
                            .hash = ""};
}

struct hearing {
    struct app *app;
    struct witnesses *ret;
};

// The first that denies is the newest.
static void accuse(const struct hearing *hearing, const struct store_witness *witness)
{
    const char *file = app_file(hearing->app);
    if (hearing->ret->verdict)
        return;
    hearing->ret->verdict =
        witness->common
            ? err_set(&hearing->ret->why, STATUS_DAMAGED,
                      _("%s is not what its copy %s goes on from: of the %s rows of the journal "
                        "there, only the first %s are here. Its end was taken away or written "
                        "anew, or an older file was put in its place without orjon restore"),
                      file, witness->path, SAY(witness->rows), SAY(witness->common))
            : err_set(&hearing->ret->why, STATUS_DAMAGED,
                      _("%s has another journal than its copy %s, from the first row on: it was "
                        "written anew as a whole, or another file was put in its place without "
                        "orjon; if so, take the old copies elsewhere"),
                      file, witness->path);
}

static enum status hear(void *data, const struct store_witness *witness)
{
    const struct hearing *hearing = data;
    struct app_compared *compared = &hearing->ret->compared;
    for (size_t i = 0; i < witness->forgottens; i++)
        remember(hearing->ret, &witness->forgotten[i]);
    if (witness->testimony == STORE_SILENT) {
        compared->silent++;
        return STATUS_OK;
    }
    compared->copies++;
    compared->replaced += witness->testimony == STORE_REPLACED;
    if (witness->testimony == STORE_DENIES)
        accuse(hearing, witness);
    if (witness->testimony == STORE_CONFIRMS && witness->rows > compared->rows) {
        compared->rows = witness->rows;
        snprintf(compared->newest, sizeof compared->newest, "%s", witness->path);
    }
    return STATUS_OK;
}

enum status witnesses_hear(struct app *app, struct witnesses *ret, struct err *err)
{
    struct hearing hearing = {app, ret};
    autostr drive = STR_INIT;
    app_drive_folder(app, &drive);
    return store_each_witness(app->store, drive.buf, hear, &hearing, err);
}

bool witnesses_remember(const struct witnesses *witnesses, const struct plan *plan, int quarter)
{
    autostr name = STR_INIT;
    str_addf(&name, "%d %s", plan->fiscal_year, plan->name);
    for (size_t i = 0; i < witnesses->forgottens; i++)
        if (witnesses->forgotten[i].quarter == quarter &&
            strcmp(witnesses->forgotten[i].plan, name.buf) == 0)
            return true;
    return false;
}
