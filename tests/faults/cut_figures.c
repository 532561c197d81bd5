// SPDX-License-Identifier: GPL-3.0-or-later
// Figures are entered, by the command and in the screens, and the power goes meanwhile. Each life
// goes on from the wreck of the one before, so that recovery is cut short too.
#include "wreck.h"

#include "orjon/app/drive.h"
#include "orjon/base/file.h"

#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/wait.h>

enum {
    DAY = 19700,
    STEPS_ENTER = 190,
    STEPS_SCREENS = 240
}; // to the disk, about as many as there are

void wreck_new_office(struct wreck *wreck)
{
    const struct app_options options = {.file = wreck->file, .via = "test", .as_of = {true, DAY}};
    struct app *app = NULL;
    struct err err = {0};
    wreck_do(wreck, "rm -rf '%s' && mkdir '%s'", wreck->office, wreck->office);
    if (!clerk_new_office(&wreck->storm))
        storm_fail(&wreck->storm, "no office");
    if (!wreck->drive)
        return;
    wreck_do(wreck, "rm -rf '%s'/*", wreck->drive);
    if (app_open(&options, &app, &err) || app_set_drive(app, wreck->drive, &err))
        wreck_say(wreck, "the pen drive", &err);
    app_close(&app);
}

void cut_enter(struct wreck *wreck)
{
    struct storm *storm = &wreck->storm;
    struct saved figure = {.row = (int)storm_any(storm, ROWS)};
    autostr table = STR_INIT, path = STR_INIT;
    snprintf(figure.text, sizeof figure.text, "%u", 1000 + storm->typed++ % 90000);
    str_addf(
        &table,
        "fiscal_year\tplan\tindicator\tquarter\tentry\tremark\n2023-24\tcharter\t%s\t1\t%s\t\n",
        clerk_codes[figure.row], figure.text);
    str_addf(&path, "%s/figures.tsv", wreck->folder);
    file_write(path.buf, table.buf, table.len, true, NULL);
    const char *const argv[] = {storm->program, "--db", wreck->file, "enter", path.buf, NULL};
    storm->count = 0;
    wreck_arm(wreck, STEPS_ENTER);
    const int code = wreck_run(wreck, argv);
    wreck_disarm();
    if (code > 0)
        storm_fail(storm, "the figure is refused");
    if (code == 0) {
        storm->saved[storm->count++] = figure;
        storm->total++;
    }
    wreck_look_after(wreck);
}

static void list_drive(struct wreck *wreck, struct str *ret)
{
    autostr command = STR_INIT;
    char line[256];
    str_addf(&command, "ls '%s'", wreck->drive);
    FILE *names = popen(command.buf, "r");
    while (names && fgets(line, sizeof line, names))
        if (!strstr(line, ".part-"))
            str_add(ret, line);
    if (names)
        pclose(names);
}

// The copy is made when no key has come for a while.
static void rest(struct wreck *wreck, const struct str *before)
{
    bool copied = false;
    while (!copied && !life_await_end(&wreck->storm.life, 100)) {
        autostr now = STR_INIT;
        list_drive(wreck, &now);
        copied = strcmp(now.buf, before->buf) != 0;
    }
}

void cut_screens(struct wreck *wreck)
{
    struct storm *storm = &wreck->storm;
    struct life *life = &storm->life;
    struct saved figure;
    autostr before = STR_INIT;
    if (wreck->drive)
        list_drive(wreck, &before);
    wreck_arm(wreck, STEPS_SCREENS);
    const bool started = clerk_start(storm, "xterm-256color", 24, 80);
    wreck_disarm();
    bool saved = started && clerk_open_return_within(storm, PATIENCE);
    for (unsigned i = storm_any(storm, 6); i > 0 && saved; i--) {
        clerk_type(storm, &figure);
        saved = clerk_save(storm, &figure);
    }
    if (wreck->drive && saved && storm->count > 0 && storm_any(storm, 4) == 0)
        rest(wreck, &before);
    life_press(life, "\033[21~"); // F10
    if (!life_await_end(life, PATIENCE))
        storm_fail(storm, "it does not end");
    else if (WIFSIGNALED(life->status) && WTERMSIG(life->status) == SIGKILL)
        wreck->in_time++;
    else if (!WIFEXITED(life->status) || WEXITSTATUS(life->status))
        storm_fail(storm, "it does not end well");
    if (*storm->trouble.buf)
        life_print(life);
    life_done(life);
    wreck_look_after(wreck);
}
