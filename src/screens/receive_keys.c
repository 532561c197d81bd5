// SPDX-License-Identifier: GPL-3.0-or-later
// The keys of the files that came: opened, taken in together or plan by plan, undone; and the
// key of an office confirmed over the telephone.
#include "receive.h"

#include "orjon/app/drive.h"
#include "orjon/app/offices.h"
#include "orjon/tui/pager.h"

#include <stdlib.h>
#include <string.h>

// --- which files --------------------------------------------------------------------------------

static enum status open_path(void *data, const char *text, struct err *err)
{
    struct receive_screen *screen = data;
    return receive_add_paths(screen, screen->desk, text, strlen(text), err);
}

void receive_ask(struct receive_screen *screen, struct desk *desk)
{
    autostr preset = STR_INIT;
    if (app_drive(screen->app) >= APP_DRIVE_PRESENT)
        app_drive_folder(screen->app, &preset);
    screen->desk = desk;
    const struct dialog_prompt prompt = {
        .title = _("Files that came"),
        .label = _("File or folder"),
        .hint =
            _("of a folder, a pen drive too, the files *.orjon and *.zip; one can also be dropped "
              "on the window"),
        .preset = preset.buf,
        .accept = open_path,
        .data = screen};
    dialog_prompt(desk, &prompt);
}

static void ask_files(void *state, struct desk *desk, const struct key *key)
{
    (void)key;
    receive_ask(state, desk);
}

// --- taking in ----------------------------------------------------------------------------------

static void say_taken(struct desk *desk, size_t taken, size_t failed, const struct err *err)
{
    if (failed)
        desk_say(desk, MESSAGE_ERROR, _("%s taken in, %s not: %s"), SAY(taken), SAY(failed),
                 err_text(err));
    else if (taken)
        desk_say(desk, MESSAGE_GOOD, _("%s taken in; Ctrl-Z undoes the last file"), SAY(taken));
    else
        desk_say(desk, MESSAGE_INFO, "%s", _("Nothing is to be taken in"));
}

// One that fails does not keep back the others.
static void take_all(void *data, struct desk *desk)
{
    struct receive_screen *screen = data;
    struct err first = {0};
    size_t taken = 0, failed = 0;
    for (size_t i = 0; i < screen->files; i++) {
        struct err err = {0};
        size_t count = 0;
        if (receive_take(screen, &screen->file[i], FILE_WHOLE, &count, &err) && !failed++)
            first = err;
        taken += count;
        desk_progress(desk, _("Taking the files in"), (int64_t)i + 1, (int64_t)screen->files);
    }
    receive_look(screen);
    say_taken(desk, taken, failed, &first);
}

static size_t count_welcome(const struct receive_screen *screen)
{
    size_t count = 0;
    for (size_t i = 0; i < screen->files; i++) {
        const struct receive_file *file = &screen->file[i];
        count += file->new_review;
        for (size_t a = 0; file->opened && a < file->parcel.arrivals; a++)
            count += arrival_is_welcome(file->parcel.arrival[a].arrival);
    }
    return count;
}

static void ask_all(void *state, struct desk *desk, const struct key *key)
{
    struct receive_screen *screen = state;
    const size_t count = count_welcome(screen);
    autostr question = STR_INIT;
    (void)key;
    str_addf(&question,
             tr_count("Take in %s return, after a copy of the office file?",
                      "Take in %s returns, after a copy of the office file?", count),
             SAY(count));
    if (count)
        dialog_confirm(desk, _("Take in"), question.buf, take_all, screen);
    else
        say_taken(desk, 0, 0, NULL);
}

static void take_one(void *data, struct desk *desk)
{
    struct receive_screen *screen = data;
    struct err err = {0};
    size_t taken = 0;
    const enum status status = receive_take(screen, &screen->file[screen->asked_file],
                                            screen->asked_arrival, &taken, &err);
    receive_look(screen);
    if (status)
        desk_fail(desk, &err);
    else
        say_taken(desk, taken, 0, NULL);
}

// What is not welcome is taken only after a question that says what it is.
static void take_marked(void *state, struct desk *desk, const struct key *key)
{
    struct receive_screen *screen = state;
    const struct receive_row *row = receive_marked(screen);
    autostr question = STR_INIT;
    (void)key;
    if (!row)
        return;
    const struct receive_file *file = &screen->file[row->file];
    screen->asked_file = row->file;
    screen->asked_arrival = row->arrival;
    if (row->arrival < 0 ? !file->err.status
                         : arrival_is_welcome(file->parcel.arrival[row->arrival].arrival)) {
        take_one(screen, desk);
        return;
    }
    if (row->arrival < 0) {
        desk_fail(desk, &file->err);
        return;
    }
    const struct app_arrival *arrival = &file->parcel.arrival[row->arrival];
    if (arrival->arrival == ARRIVAL_SAME || arrival->arrival == ARRIVAL_MISREAD) {
        take_one(screen, desk); // which says why not
        return;
    }
    str_addf(&question, _("%s: %s. Take it in all the same?"), arrival->title,
             tr(arrival_name(arrival->arrival)));
    dialog_confirm(desk, _("Take in"), question.buf, take_one, screen);
}

static void undo(void *state, struct desk *desk, const struct key *key)
{
    struct receive_screen *screen = state;
    struct err err = {0};
    autostr told = STR_INIT;
    const enum status status = app_undo_receive(screen->app, key_is_ctrl(key, 'y'), &told, &err);
    for (size_t i = 0; i < screen->files; i++)
        if (screen->file[i].opened)
            memset(screen->file[i].taken, 0,
                   screen->file[i].parcel.arrivals * sizeof *screen->file[i].taken);
    receive_look(screen);
    if (status)
        desk_fail(desk, &err);
    else
        desk_say(desk, MESSAGE_GOOD, "%.*s", (int)strcspn(told.buf, "\n"), told.buf);
}

// --- a key that is not known --------------------------------------------------------------------

static enum status put_key(struct receive_screen *screen, const char *digits, const char *memo,
                           struct err *err)
{
    struct receive_file *file = &screen->file[screen->asked_file];
    bool new = false;
    if (file->review) {
        str_reset(&file->talk);
        return app_receive_review(screen->app, &file->bytes, digits, false, &new, &file->talk, err);
    }
    const struct app_office_key key = {file->parcel.code, file->path, digits, memo};
    return app_put_office_key(screen->app, &key, err);
}

static enum status accept_memo(void *data, const char *text, struct err *err)
{
    struct receive_screen *screen = data;
    return put_key(screen, screen->digits, text, err);
}

// All files of the office are read anew: the key may be that of several.
static void key_is_known(void *data, struct desk *desk, const char *text)
{
    struct receive_screen *screen = data;
    (void)text;
    for (size_t i = 0; i < screen->files; i++)
        if (screen->file[i].err.status)
            receive_open(screen, &screen->file[i]);
    receive_list(screen);
    desk_say(desk, MESSAGE_GOOD, "%s",
             screen->file[screen->asked_file].review
                 ? _("The key is known now, and the review was taken in")
                 : _("The key is known now; F9 takes in what came"));
}

static enum status accept_digits(void *data, const char *text, struct err *err)
{
    struct receive_screen *screen = data;
    const struct receive_file *file = &screen->file[screen->asked_file];
    free(screen->digits);
    screen->digits = mem_copy_text(text, strlen(text));
    return file->parcel.other_key ? STATUS_OK : put_key(screen, text, NULL, err);
}

static void digits_were_read(void *data, struct desk *desk, const char *text)
{
    struct receive_screen *screen = data;
    const struct receive_file *file = &screen->file[screen->asked_file];
    if (!file->parcel.other_key) {
        key_is_known(data, desk, text);
        return;
    }
    const struct dialog_prompt prompt = {
        .title = file->parcel.name,
        .label = _("By memo"),
        .hint = _("The office has another key here; by which memo it has a new one"),
        .preset = "",
        .about = file->path,
        .accept = accept_memo,
        .done = key_is_known,
        .data = screen};
    dialog_prompt(desk, &prompt);
}

static void ask_digits(struct receive_screen *screen, struct desk *desk, size_t at)
{
    const struct receive_file *file = &screen->file[at];
    screen->asked_file = at;
    const struct dialog_prompt prompt = {
        .title = file->review ? _("Review of the office above") : file->parcel.name,
        .label = _("The 20 digits"),
        .hint = _("as the office reads them over the telephone from “orjon key”"),
        .preset = "",
        .about = file->path,
        .accept = accept_digits,
        .done = digits_were_read,
        .data = screen};
    dialog_prompt(desk, &prompt);
}

static void open(void *state, struct desk *desk, const struct key *key)
{
    struct receive_screen *screen = state;
    const struct receive_row *row = receive_marked(screen);
    autostr text = STR_INIT;
    (void)key;
    if (!row)
        return;
    const struct receive_file *file = &screen->file[row->file];
    if (row->arrival >= 0) {
        receive_say_arrival(&file->parcel.arrival[row->arrival], &text);
        pager_push(desk, file->parcel.name, text.buf, text.len, true);
    } else if (file->parcel.digits || (file->review && file->err.status == STATUS_MISFIT)) {
        if (app_is_read_only(screen->app))
            say_read_only(screen->app, desk);
        else
            ask_digits(screen, desk, row->file);
    } else if (file->err.status)
        desk_fail(desk, &file->err);
    else
        pager_push(desk, _("Review of the office above"), file->talk.buf, file->talk.len, true);
}

enum { RESTING = WHEN_AT_REST & ~MODE_READ_ONLY, ALL = WHEN_AT_REST | WHEN_SETTLED };

const struct action receive_actions[] = {
    {"Enter", NULL, N_("open"), N_("each figure that differs; the digits of a key not known"),
     WHEN_AT_REST, open},
    {"F9", NULL, N_("take in all"), N_("take in all that is new or newer, after a copy"),
     RESTING | WHEN_SETTLED, ask_all},
    {"F5", NULL, N_("this plan"), N_("take in the marked plan alone, also one that was held back"),
     RESTING | WHEN_SETTLED, take_marked},
    {"F6", NULL, N_("files"), N_("another file or folder"), ALL, ask_files},
    {"F3 C-f", NULL, N_("find"), N_("find"), ALL | MODE_FINDING, screen_find},
    {"C-z", NULL, N_("undo"), N_("undo the last file"), RESTING, undo},
    {"C-y", NULL, N_("redo"), N_("redo what was undone"), RESTING, undo},
    {0}};
