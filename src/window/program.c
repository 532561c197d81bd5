// SPDX-License-Identifier: GPL-3.0-or-later
// Starting, feeding and ending the program inside.
#include "program.h"

#include <errno.h>
#include <fcntl.h>
#include <langinfo.h>
#include <locale.h>
#include <pty.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/wait.h>
#include <termios.h>
#include <time.h>
#include <unistd.h>

enum {
    READ_SIZE = 1 << 16,
    OUT_MAX = 64 << 20, // more is dropped: the program has not read for very long
    PATIENCE = 2000,    // milliseconds that a program may take to end
};

// What it finds in its environment: which terminal this is, and that the terminal shapes text.
static void set_environment(void)
{
    const char *name = ttyname(STDIN_FILENO);
    static const char *const foreign[] = {"LINES", "COLUMNS",      "WINDOWID",    "TERMCAP", "TMUX",
                                          "STY",   "TERM_PROGRAM", "VTE_VERSION", NULL};
    for (int i = 0; foreign[i]; i++)
        unsetenv(foreign[i]);
    setenv("TERM", "xterm-256color", 1);
    setenv("COLORTERM", "truecolor", 1);
    setenv("ORJON_WINDOW", name ? name : "", 1); // of this terminal: not of one opened in it
    setlocale(LC_CTYPE, "");
    if (strcmp(nl_langinfo(CODESET), "UTF-8") == 0)
        return;
    unsetenv("LC_ALL"); // it would outdo the next one
    setenv("LC_CTYPE", "C.UTF-8", 1);
}

// Else Backspace takes one byte of a Bengali letter where a program leaves the line to the
// terminal.
static void erase_by_letter(void)
{
    struct termios modes;
    if (tcgetattr(STDIN_FILENO, &modes))
        return;
    modes.c_iflag |= IUTF8;
    tcsetattr(STDIN_FILENO, TCSANOW, &modes);
}

static void become(char *const *argv)
{
    // Whoever started the window may ignore some: a program here must be told of Ctrl+C and of its
    // window's end.
    static const int signals[] = {SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGPIPE, SIGTSTP};
    for (size_t i = 0; i < sizeof signals / sizeof *signals; i++)
        signal(signals[i], SIG_DFL);
    set_environment();
    erase_by_letter();
    execvp(argv[0], argv);
    fprintf(stderr, _("%s could not be started: %s"), argv[0], strerror(errno));
    _exit(127);
}

enum status program_start(struct program *program, char *const *argv, int rows, int columns,
                          struct err *err)
{
    const struct winsize size = {.ws_row = (unsigned short)rows, .ws_col = (unsigned short)columns};
    *program = (struct program){.terminal = -1, .out = STR_INIT};
    program->pid = forkpty(&program->terminal, NULL, NULL, &size);
    if (program->pid == 0)
        become(argv);
    if (program->pid < 0) {
        *program = (struct program){.terminal = -1, .out = STR_INIT};
        return err_set(err, STATUS_FAILED, _("%s could not be started: %s"), argv[0],
                       strerror(errno));
    }
    fcntl(program->terminal, F_SETFL, O_NONBLOCK);
    fcntl(program->terminal, F_SETFD, FD_CLOEXEC);
    return STATUS_OK;
}

void program_hang_up(struct program *program)
{
    const struct timespec moment = {.tv_nsec = 10000000};
    if (program->terminal >= 0)
        close(program->terminal);
    program->terminal = -1;
    for (int waited = 0; !program_ended(program) && waited < PATIENCE; waited += 10)
        nanosleep(&moment, NULL);
    str_done(&program->out);
}

void program_resize(struct program *program, int rows, int columns)
{
    const struct winsize size = {.ws_row = (unsigned short)rows, .ws_col = (unsigned short)columns};
    if (program->terminal >= 0)
        ioctl(program->terminal, TIOCSWINSZ, &size);
}

bool program_read(struct program *program, struct str *ret)
{
    char bytes[READ_SIZE];
    ssize_t n = program->terminal >= 0 ? read(program->terminal, bytes, sizeof bytes) : 0;
    if (n > 0)
        str_add_n(ret, bytes, (size_t)n);
    return n > 0 || (n < 0 && (errno == EAGAIN || errno == EINTR));
}

void program_type(struct program *program, const char *s, size_t n)
{
    if (program->out.len + n > OUT_MAX)
        return;
    str_add_n(&program->out, s, n);
    program_flush(program);
}

void program_flush(struct program *program)
{
    struct str *out = &program->out;
    while (program->terminal >= 0 && program->taken < out->len) {
        ssize_t n = write(program->terminal, out->buf + program->taken, out->len - program->taken);
        if (n < 0 && errno != EAGAIN && errno != EINTR) {
            program->taken = out->len; // nobody reads any more
            break;
        }
        if (n <= 0)
            return;
        program->taken += (size_t)n;
    }
    str_reset(out);
    program->taken = 0;
}

bool program_ended(struct program *program)
{
    int status = 0;
    if (program->pid && waitpid(program->pid, &status, WNOHANG) == program->pid)
        program_note_end(program, status);
    return !program->pid;
}

void program_note_end(struct program *program, int status)
{
    program->pid = 0;
    program->status = status;
}
