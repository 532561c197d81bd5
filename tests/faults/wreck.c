// SPDX-License-Identifier: GPL-3.0-or-later
#include "wreck.h"

#include "orjon/app/evidence.h"
#include "orjon/store/copies.h"

#include <fcntl.h>
#include <glob.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

void wreck_arm(struct wreck *wreck, unsigned most)
{
    char at[16], seed[16];
    autostr under = STR_INIT;
    str_addf(&under, "%s:%s", wreck->office, wreck->drive ? wreck->drive : "");
    snprintf(at, sizeof at, "%u", 1 + storm_any(&wreck->storm, most));
    snprintf(seed, sizeof seed, "%u", storm_any(&wreck->storm, RAND_MAX));
    setenv("CUT_UNDER", under.buf, 1);
    setenv("CUT_AT", at, 1);
    setenv("CUT_SEED", seed, 1);
    setenv("LD_PRELOAD", wreck->preload, 1);
}

void wreck_disarm(void)
{
    unsetenv("LD_PRELOAD");
}

int wreck_run(struct wreck *wreck, const char *const *argv)
{
    int how = 0;
    const pid_t pid = fork();
    if (pid == 0) {
        const int null = open("/dev/null", O_RDWR);
        dup2(null, STDIN_FILENO);
        dup2(null, STDOUT_FILENO);
        dup2(null, STDERR_FILENO);
        execv(argv[0], (char *const *)(uintptr_t)argv);
        _exit(127);
    }
    if (pid < 0 || waitpid(pid, &how, 0) != pid)
        storm_fail(&wreck->storm, "a command cannot be run");
    else if (WIFEXITED(how))
        return WEXITSTATUS(how);
    else if (WTERMSIG(how) == SIGKILL)
        wreck->in_time++;
    else
        storm_fail(&wreck->storm, "a command ends by a signal");
    return -1;
}

void wreck_do(struct wreck *wreck, const char *format, ...)
{
    char command[1024];
    va_list args;
    va_start(args, format);
    vsnprintf(command, sizeof command, format, args);
    va_end(args);
    if (system(command) != 0)
        storm_fail(&wreck->storm, command);
}

void wreck_say(struct wreck *wreck, const char *what, const struct err *err)
{
    autostr text = STR_INIT;
    str_addf(&text, "%s: %s", what, err_text(err));
    storm_fail(&wreck->storm, text.buf);
}

void wreck_copy(struct wreck *wreck)
{
    wreck_do(wreck, "rm -rf '%s' && cp -a '%s' '%s'", wreck->look, wreck->office, wreck->look);
}

// Each file of a proof that it names.
static void look_at_proofs(struct wreck *wreck, const char *copy)
{
    const struct app_options options = {.file = copy, .via = "test", .read_only = true};
    struct app *app = NULL;
    struct app_proofs_verdict verdict = {0};
    autostr trouble = STR_INIT;
    struct err err = {0};
    if (app_open(&options, &app, &err) || app_check_proofs(app, &verdict, &trouble, &err))
        wreck_say(wreck, copy, &err);
    if (verdict.wrong)
        storm_fail(&wreck->storm, trouble.buf);
    app_close(&app);
}

static void look_at_copies(struct wreck *wreck, const char *folder)
{
    autostr pattern = STR_INIT;
    glob_t found;
    struct err err = {0};
    str_addf(&pattern, "%s/*.db", folder);
    if (glob(pattern.buf, 0, NULL, &found) == 0) {
        for (size_t i = 0; i < found.gl_pathc; i++)
            if (store_verify_path(found.gl_pathv[i], &err))
                storm_fail(&wreck->storm, err_text(&err));
            else
                look_at_proofs(wreck, found.gl_pathv[i]);
        globfree(&found);
    }
}

void wreck_look_after(struct wreck *wreck)
{
    autostr backups = STR_INIT;
    wreck_copy(wreck);
    str_addf(&backups, "%s/backups", wreck->look);
    look_at_copies(wreck, backups.buf);
    if (wreck->drive)
        look_at_copies(wreck, wreck->drive);
    wreck->storm.file = wreck->seen;
    clerk_look_after(&wreck->storm);
    wreck->storm.file = wreck->file;
}
