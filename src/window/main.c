// SPDX-License-Identifier: GPL-3.0-or-later
// orjon-window: a window in which Bengali reads as in print.
#include "desktop.h"
#include "picture.h"

#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

static int fail(const struct err *err)
{
    fprintf(stderr, "orjon-window: %s\n", err_text(err));
    return status_exit_code(err->status);
}

// The terminal will do where there is no display.
static int run_here(char *const *program, struct err *err)
{
    if (!isatty(STDIN_FILENO) || !isatty(STDOUT_FILENO))
        return fail(err);
    execvp(program[0], program);
    err_set(err, STATUS_FAILED, _("%s could not be started: %s"), program[0], strerror(errno));
    return fail(err);
}

int main(int argc, char **argv)
{
    struct window_options options;
    struct err err = {0};
    int code = 0;
    signal(SIGPIPE, SIG_IGN);
    if (options_read(argc, argv, &options, &err))
        return fail(&err);
    if (options.help || options.version) {
        autostr text = STR_INIT;
        if (options.version)
            str_add(&text, "orjon-window " ORJON_VERSION "\n");
        else
            options_help(&text);
        return fwrite(text.buf, 1, text.len, stdout) < text.len;
    }
    if (options.picture)
        return picture_take(&options, &err) ? fail(&err) : 0;
    enum status status = desktop_run(&options, &code, &err);
    if (status == STATUS_NOT_FOUND)
        return run_here(options.program, &err);
    return status ? fail(&err) : code;
}
