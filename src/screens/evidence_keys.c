// SPDX-License-Identifier: GPL-3.0-or-later
// The keys of an indicator's proofs: files taken in, opened and looked at; proofs marked, removed.
#include "evidence.h"
#include "record_screens.h"

#include "orjon/base/refusal.h"

#include <stdlib.h>
#include <string.h>

// --- files --------------------------------------------------------------------------------------

static enum status add(struct evidence_screen *screen, const struct app_new_proof *proof,
                       const struct evidence_list *files, struct err *err)
{
    const struct indicator *indicator = evidence_indicator(screen);
    str_reset(&screen->talk);
    if (!indicator)
        return refuse_changed(_("The plan"), NULL, err);
    evidence_done(&screen->evidence); // the book is read again
    const enum status status =
        app_add_proofs(screen->book, indicator, screen->quarter, proof, files ? files->text : NULL,
                       files ? files->count : 0, &screen->talk, err);
    evidence_show(screen, NULL, false);
    return status;
}

static enum status add_paths(struct evidence_screen *screen, const char *text, size_t n,
                             struct err *err)
{
    const struct evidence_row *row = evidence_marked(screen);
    autoevidencelist files = {0};
    autostr name = STR_INIT;
    if (row && row->number)
        str_add(&name, row->name);
    enum status status = evidence_path_read(text, n, getenv("HOME"), &files, err);
    const struct app_new_proof proof = {.name = name.buf};
    return status ? status : add(screen, &proof, &files, err);
}

static void say_added(const struct evidence_screen *screen, struct desk *desk)
{
    if (screen->talk.len)
        desk_say(desk, MESSAGE_WARNING, "%.*s", (int)strcspn(screen->talk.buf, "\n"),
                 screen->talk.buf);
    else
        desk_say(desk, MESSAGE_GOOD, "%s", _("Copied beside the office file"));
}

void evidence_add_files(struct evidence_screen *screen, struct desk *desk, const char *text,
                        size_t n)
{
    struct err err = {0};
    if (add_paths(screen, text, n, &err))
        desk_fail(desk, &err);
    else
        say_added(screen, desk);
}

static enum status accept_path(void *data, const char *text, struct err *err)
{
    return add_paths(data, text, strlen(text), err);
}

static void added(void *data, struct desk *desk, const char *text)
{
    (void)text;
    say_added(data, desk);
}

static void ask_file(void *state, struct desk *desk, const struct key *key)
{
    const struct evidence_screen *screen = state;
    const struct evidence_row *row = evidence_marked(screen);
    autostr about = STR_INIT;
    name_place(&about, screen->book, screen->code.buf, screen->quarter);
    const struct dialog_prompt prompt = {
        .title = row && row->number ? row->name : _("Evidence"),
        .label = _("File"),
        .hint =
            _("Its path, like /home/clerk/notice.pdf; a file can also be dropped on the window"),
        .preset = "",
        .about = about.buf,
        .accept = accept_path,
        .done = added,
        .data = state};
    (void)key;
    dialog_prompt(desk, &prompt);
}

static void open(void *state, struct desk *desk, const struct key *key)
{
    const struct evidence_screen *screen = state;
    const struct evidence_row *row = evidence_marked(screen);
    struct err err = {0};
    autostr path = STR_INIT;
    bool opened = false;
    (void)key;
    if (!row)
        return;
    if (row->proof && *row->proof->text[PROOF_MEETING])
        record_form_push(desk, screen->book->app, RECORD_MEETING,
                         strtoll(row->proof->text[PROOF_MEETING], NULL, 10));
    else if (!row->proof || !*row->proof->text[PROOF_FILE])
        desk_say(desk, MESSAGE_INFO, "%s", _("There is no file yet; F6 adds one"));
    else if (app_open_proof(screen->book->app, row->proof->id, &path, &opened, &err))
        desk_fail(desk, &err);
    else if (opened)
        desk_say(desk, MESSAGE_GOOD, _("Opened: %s"), row->proof->text[PROOF_FILE]);
    else
        desk_say(desk, MESSAGE_INFO, _("A copy of the file is at %s"), path.buf);
}

static void check(void *state, struct desk *desk, const struct key *key)
{
    struct evidence_screen *screen = state;
    size_t wrong = 0, files = 0;
    (void)key;
    evidence_show(screen, desk, true);
    for (size_t i = 0; i < screen->evidence.count; i++) {
        files += screen->evidence.row[i].file != EVIDENCE_NO_FILE;
        wrong += screen->evidence.row[i].file > EVIDENCE_SOUND;
    }
    if (wrong)
        desk_say(desk, MESSAGE_ERROR, _("Not as they were put: %s of %s files"), SAY(wrong),
                 SAY(files));
    else
        desk_say(desk, MESSAGE_GOOD,
                 tr_count("%s file is as it was put", "All %s files are as they were put", files),
                 SAY(files));
}

// --- proofs -------------------------------------------------------------------------------------

// There without a file, on paper; or not there.
static void turn(void *state, struct desk *desk, const struct key *key)
{
    struct evidence_screen *screen = state;
    const struct evidence_row *row = evidence_marked(screen);
    struct err err = {0};
    (void)key;
    if (!row)
        return;
    const bool there = row->there != EVIDENCE_THERE;
    if (row->proof && (*row->proof->text[PROOF_FILE] || *row->proof->text[PROOF_MEETING])) {
        desk_say(desk, MESSAGE_INFO, "%s", _("It is there; Delete removes it"));
        return;
    }
    autostr name = STR_INIT;
    str_add(&name, row->name);
    const struct app_word word = {"there", there ? "yes" : "no"};
    const struct app_new_proof proof = {.name = name.buf,
                                        .there = there ? EVIDENCE_THERE : EVIDENCE_NOT_THERE};
    if (row->proof ? app_set_record(screen->book->app, RECORD_PROOF, row->proof->id, &word, 1, &err)
                   : add(screen, &proof, NULL, &err)) {
        desk_fail(desk, &err);
        return;
    }
    evidence_show(screen, desk, false);
    desk_say(desk, MESSAGE_GOOD, "%s: %s", name.buf, there ? _("there, on paper") : _("not there"));
}

static void particulars(void *state, struct desk *desk, const struct key *key)
{
    const struct evidence_screen *screen = state;
    const struct evidence_row *row = evidence_marked(screen);
    (void)key;
    if (row && row->proof)
        record_form_push(desk, screen->book->app, RECORD_PROOF, row->proof->id);
    else
        desk_say(desk, MESSAGE_INFO, "%s", _("There is nothing yet; F6 adds a file"));
}

static void take_away(void *data, struct desk *desk)
{
    struct evidence_screen *screen = data;
    struct err err = {0};
    const enum status status =
        app_remove_record(screen->book->app, RECORD_PROOF, screen->asked, &err);
    evidence_show(screen, desk, false);
    if (status)
        desk_fail(desk, &err);
    else
        desk_say(desk, MESSAGE_GOOD, "%s", _("Removed; Ctrl-Z brings it back"));
}

static void ask_remove(void *state, struct desk *desk, const struct key *key)
{
    struct evidence_screen *screen = state;
    const struct evidence_row *row = evidence_marked(screen);
    (void)key;
    if (!row || !row->proof) {
        desk_say(desk, MESSAGE_INFO, "%s", _("There is nothing to remove"));
        return;
    }
    screen->asked = row->proof->id;
    record_ask_remove(desk, screen->book->app, row->proof, take_away, screen);
}

static void paper(void *state, struct desk *desk, const struct key *key)
{
    const struct evidence_screen *screen = state;
    const struct paper_choice choice = {.app = screen->book->app,
                                        .plan = screen->book->plan->name,
                                        .fiscal_year = screen->book->plan->fiscal_year,
                                        .quarter = screen->quarter};
    (void)key;
    preview_push(desk, &choice, "proofs");
}

static void undo(void *state, struct desk *desk, const struct key *key)
{
    struct evidence_screen *screen = state;
    record_undo_run(desk, &screen->undo, screen->book->app, 0, key_is_ctrl(key, 'y'));
    evidence_show(screen, NULL, false);
}

// Not in a quarter that is finalised: what its papers rest on stays.
enum {
    RESTING = WHEN_AT_REST & ~MODE_READ_ONLY,
    OPEN = RESTING & ~MODE_CLOSED,
};

const struct action evidence_actions[] = {
    {"Enter", NULL, N_("open"), N_("open the file, or the meeting"), RECORD_ALL, open},
    {"F6 Ins", NULL, N_("add a file"), N_("add a file as proof for the marked line"),
     OPEN | WHEN_SETTLED, ask_file},
    {NULL, "*", N_("on paper"), N_("there on paper; or not there"), OPEN, turn},
    {"Del", NULL, N_("remove"), N_("remove it, after a question"), OPEN, ask_remove},
    {"F7", NULL, N_("check"), N_("read the files: missing or altered ones"), RECORD_ALL, check},
    {"F8", NULL, N_("index"), N_("look at the index of evidence"), RECORD_ALL, paper},
    {"F2", NULL, N_("note"), N_("its name, note and meeting"), RECORD_ALL, particulars},
    {"F3 C-f", NULL, N_("find"), N_("find"), RECORD_ALL | MODE_FINDING, screen_find},
    {"C-z", NULL, N_("undo"), N_("undo the last change"), RESTING, undo},
    {"C-y", NULL, N_("redo"), N_("redo what was undone"), RESTING, undo},
    {0}};
