// SPDX-License-Identifier: GPL-3.0-or-later
// All evidence of the office, of every year, in one list. It is added where it belongs, from the
// figure of a return.
#include "record_screens.h"

#include "orjon/app/evidence.h"

static void open_file(void *state, struct desk *desk, const struct key *key)
{
    const struct record_list *list = state;
    const struct record *record = record_list_marked(list);
    struct err err = {0};
    autostr path = STR_INIT;
    bool opened = false;
    (void)key;
    if (!record)
        return;
    if (!*record->text[PROOF_FILE])
        desk_say(desk, MESSAGE_INFO, "%s", _("It has no file"));
    else if (app_open_proof(list->app, record->id, &path, &opened, &err))
        desk_fail(desk, &err);
    else if (opened)
        desk_say(desk, MESSAGE_GOOD, _("Opened: %s"), record->text[PROOF_FILE]);
    else
        desk_say(desk, MESSAGE_INFO, _("A copy of the file is at %s"), path.buf);
}

static void check(void *state, struct desk *desk, const struct key *key)
{
    const struct record_list *list = state;
    struct app_proofs_verdict verdict = {0};
    struct err err = {0};
    autostr trouble = STR_INIT;
    (void)key;
    if (app_check_proofs(list->app, &verdict, &trouble, &err))
        desk_fail(desk, &err);
    else if (trouble.len)
        dialog_tell(desk, _("Check"), trouble.buf, NULL, NULL);
    else
        desk_say(desk, MESSAGE_GOOD,
                 tr_count("%s file is as it was put", "All %s files are as they were put",
                          verdict.files),
                 SAY(verdict.files));
}

// From the list no proof is begun: it would be of no figure.
static void add(void *state, struct desk *desk, const struct key *key)
{
    (void)state;
    (void)key;
    desk_say(desk, MESSAGE_INFO, "%s",
             _("Evidence is added from its figure: open the return, mark the figure, Ctrl-E"));
}

static const struct action proof_actions[] = {
    {"F5", NULL, N_("open the file"), N_("open the file"), RECORD_ALL, open_file},
    {"F7", NULL, N_("check"), N_("read the files: missing or altered ones"), RECORD_ALL, check},
    {"Ins", "n ন", NULL, NULL, RECORD_WRITABLE, add},
    {0}};

const struct screen_ops proofs_ops = RECORD_LIST_OPS(
    "proofs", proof_actions, record_list_actions,
    N_("ALL EVIDENCE\n"
       "\n"
       "What was put as proof, of all plans and years. It is added from its figure: in a return, "
       "Ctrl-E on the figure."));
