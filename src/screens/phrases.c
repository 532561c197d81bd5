// SPDX-License-Identifier: GPL-3.0-or-later
// The phrase bank in any field: found as one types, put in at the cursor.
#include "phrases.h"

#include "orjon/app/phrases.h"
#include "orjon/base/mem.h"

#include <stdlib.h>

struct picker {
    struct app *app;
    const struct desk *desk;
    struct phrases phrases; // only those that are offered
};

static void fill(const void *data, const char *name, struct str *ret)
{
    desk_fill(data, name, ret);
}

// As it would be put in.
static void item(void *data, int i, struct str *ret)
{
    const struct picker *picker = data;
    app_fill_phrase(picker->app, picker->phrases.phrase[i].text, fill, picker->desk, ret);
}

static void done(void *data, struct desk *desk, int choice)
{
    autostr text = STR_INIT;
    if (choice < 0)
        return;
    item(data, choice, &text);
    desk_type(desk, text.buf);
}

static void let_go(void *data)
{
    struct picker *picker = data;
    phrases_done(&picker->phrases);
    free(picker);
}

static void leave_out_hidden(struct phrases *phrases)
{
    size_t kept = 0;
    for (size_t i = 0; i < phrases->count; i++)
        if (!phrases->phrase[i].hidden)
            phrases->phrase[kept++] = phrases->phrase[i];
    phrases->count = kept;
}

void phrases_push(struct desk *desk, struct app *app)
{
    struct picker *picker = mem_alloc(sizeof *picker);
    struct err err = {0};
    autostr sort = STR_INIT;
    picker->app = app;
    picker->desk = desk;
    desk_fill(desk, "sort", &sort);
    const enum status status =
        app_load_phrases(app, sort.len ? sort.buf : NULL, &picker->phrases, &err);
    leave_out_hidden(&picker->phrases);
    if (!status && picker->phrases.count) {
        dialog_pick_own(desk, _("Phrases"), (int)picker->phrases.count, item, done, picker, let_go);
        return;
    }
    if (status)
        desk_fail(desk, &err);
    else
        desk_say(desk, MESSAGE_INFO, "%s", _("No phrase is offered"));
    let_go(picker);
}
