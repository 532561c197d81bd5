// SPDX-License-Identifier: GPL-3.0-or-later
#include "clerk.h"

#include "orjon/app/verify.h"
#include "orjon/base/clock.h"
#include "orjon/base/file.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>

const char *const clerk_codes[ROWS] = {"1.1.1", "1.2.1", "2.1.1"};

void storm_fail(struct storm *storm, const char *what)
{
    str_addf(&storm->trouble, " %s;", what);
}

unsigned storm_any(struct storm *storm, unsigned below)
{
    return (unsigned)rand_r(&storm->seed) % below;
}

bool clerk_start(struct storm *storm, const char *term, int rows, int cols)
{
    char *const argv[] = {(char *)storm->program,
                          "--lang",
                          "en",
                          "--digits",
                          "latin",
                          "--as-of",
                          "2023-10-05",
                          "--db",
                          (char *)storm->file,
                          (char *)NULL};
    storm->row = 0;
    storm->count = 0;
    return life_start(&storm->life, argv, term, rows, cols);
}

bool clerk_open_return_within(struct storm *storm, int milliseconds)
{
    if (!life_await(&storm->life, "fill in", true, PATIENCE))
        return false;
    life_press(&storm->life, "\033ORসেবা প্র\r"); // found, wherever it stands among the plans
    return life_await(&storm->life, "F4 state", true, milliseconds);
}

bool clerk_open_return(struct storm *storm)
{
    if (clerk_open_return_within(storm, PATIENCE))
        return true;
    storm_fail(storm, "the return does not open");
    return false;
}

void clerk_type(struct storm *storm, struct saved *figure)
{
    // No figure twice: one that is there already need not be saved.
    snprintf(figure->text, sizeof figure->text, "%u", 1000 + storm->typed++ % 90000);
    figure->row = storm->row;
    life_press(&storm->life, figure->text);
}

bool clerk_save(struct storm *storm, const struct saved *figure)
{
    return clerk_save_within(storm, figure, PATIENCE);
}

bool clerk_save_within(struct storm *storm, const struct saved *figure, int milliseconds)
{
    // What it said of the last one must go before what it says of this one can be told from it.
    if (!life_await(&storm->life, "Saved", false, milliseconds))
        return false;
    life_press(&storm->life, "\r");
    if (!life_await(&storm->life, "Saved", true, milliseconds))
        return false;
    storm->saved[storm->count++ % SAVED_MAX] = *figure;
    storm->total++;
    if (++storm->row == ROWS) {
        life_press(&storm->life, "\033[A\033[A");
        storm->row = 0;
    }
    return true;
}

void clerk_enter(struct storm *storm, unsigned count)
{
    struct saved figure;
    for (; count > 0 && !*storm->trouble.buf; count--) {
        clerk_type(storm, &figure);
        if (!clerk_save(storm, &figure))
            storm_fail(storm, "a figure is never saved");
    }
}

bool clerk_begin(struct storm *storm)
{
    if (!clerk_start(storm, "xterm-256color", 24, 80) || !clerk_open_return(storm))
        return false;
    clerk_enter(storm, storm_any(storm, 6));
    return !*storm->trouble.buf;
}

void expect_given_back(struct storm *storm)
{
    autostr left = STR_INIT;
    if (!life_gave_back(&storm->life, &left))
        storm_fail(storm, left.buf);
}

void expect_signal(struct storm *storm, int signal)
{
    if (!life_await_end(&storm->life, PATIENCE))
        storm_fail(storm, "it does not end");
    else if (!WIFSIGNALED(storm->life.status) || WTERMSIG(storm->life.status) != signal)
        storm_fail(storm, "it does not end by the signal");
}

static void expect_good_end(struct storm *storm, bool ended)
{
    if (!ended)
        storm_fail(storm, "it does not end");
    else if (!WIFEXITED(storm->life.status) || WEXITSTATUS(storm->life.status) != 0)
        storm_fail(storm, "it does not end well");
    expect_given_back(storm);
}

void clerk_leave(struct storm *storm)
{
    life_press(&storm->life, "\033[21~"); // F10
    expect_good_end(storm, life_await_end(&storm->life, PATIENCE));
}

// Where no return is open Esc asks about leaving, and in a paste that has no end keys are text
// until the program waits for it no longer: so once more after a while.
bool clerk_give_up(struct storm *storm)
{
    enum { A_WHILE = 4000 };
    const int64_t end = clock_ticks() + PATIENCE;
    bool ended = false;
    while (!ended && clock_ticks() < end) {
        life_press(&storm->life, "\033\033[21~"); // Esc, F10
        ended = life_await_end(&storm->life, A_WHILE);
    }
    return ended;
}

void clerk_give_up_and_leave(struct storm *storm)
{
    expect_good_end(storm, clerk_give_up(storm));
}

// --- what must be there afterwards --------------------------------------------------------------

struct found {
    struct storm *storm;
    size_t count; // of storm->saved, in order
    int64_t last;
};

static enum status find(void *data, const struct journal_row *row)
{
    struct found *found = data;
    const struct storm *storm = found->storm;
    found->last = row->seq;
    if (row->seq <= storm->seq || row->what != JOURNAL_FIGURE || found->count == storm->count)
        return STATUS_OK;
    const struct saved *next = &storm->saved[found->count];
    found->count +=
        strcmp(row->code, clerk_codes[next->row]) == 0 && strcmp(row->new_text, next->text) == 0;
    return STATUS_OK;
}

void clerk_look_after(struct storm *storm)
{
    const struct app_options options = {.file = storm->file, .via = "test", .as_of = {true, 19700}};
    struct app *app = NULL;
    struct app_verdict verdict;
    struct err err = {0};
    struct found found = {.storm = storm, .last = storm->seq};
    if (app_open(&options, &app, &err) || app_verify(app, &verdict, &err) ||
        app_log(app, 0, NULL, NULL, 0, find, &found, &err))
        storm_fail(storm, err_text(&err));
    else if (found.count != storm->count)
        storm_fail(storm, "LOST: a figure that was saved is not in the journal");
    app_close(&app);
    storm->seq = found.last;
}

bool clerk_new_office(struct storm *storm)
{
    const struct app_options options = {.file = storm->file, .via = "test", .as_of = {true, 19700}};
    const struct app_new_office office = {.sample = true};
    autostr clear = STR_INIT;
    // An office that begins in the same second as one before it has the same journal, and would be
    // taken for what is left of that one.
    str_addf(&clear, "rm -rf '%s' '%.*sbackups'", storm->file,
             (int)(strrchr(storm->file, '/') + 1 - storm->file), storm->file);
    storm->seq = 0;
    return system(clear.buf) == 0 && app_init(&options, &office, NULL) == STATUS_OK;
}
