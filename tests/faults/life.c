// SPDX-License-Identifier: GPL-3.0-or-later
#include "life.h"

#include "../patience.h"

#include "orjon/base/clock.h"

#include <errno.h>
#include <poll.h>
#include <pty.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/wait.h>
#include <unistd.h>
#include <utmp.h>

struct word { // of the shell
    pid_t program;
    int status;
};

static void run_program(char *const *argv, const char *term)
{
    setpgid(0, 0);
    tcsetpgrp(STDIN_FILENO, getpid()); // SIGTTOU is ignored up to here
    signal(SIGTTOU, SIG_DFL);
    setenv("TERM", term, 1);
    unsetenv("LINES");
    unsetenv("COLUMNS");
    setenv("ASAN_OPTIONS", "detect_leaks=0", 1);
    execv(argv[0], argv);
    _exit(127);
}

static pid_t job; // of the shell

static void tell_job(int signal)
{
    kill(-job, signal);
    kill(-job, SIGCONT);
}

// A session's leader, with one job, which it tells when its window has been closed.
static void run_shell(int other, int report, char *const *argv, const char *term)
{
    struct word word = {0};
    login_tty(other);
    signal(SIGTTOU, SIG_IGN);
    job = word.program = fork();
    if (word.program == 0) {
        close(report);
        run_program(argv, term);
    }
    setpgid(word.program, word.program);
    sigaction(SIGHUP, &(struct sigaction){.sa_handler = tell_job, .sa_flags = SA_RESTART}, NULL);
    do {
        if (write(report, &word, sizeof word) != sizeof word)
            break;
    } while (waitpid(word.program, &word.status, 0) > 0);
    _exit(0);
}

// The terminal's answer to a question.
static void answer(const char *s, size_t n, void *user)
{
    const struct life *life = user;
    if (life->fd >= 0 && write(life->fd, s, n) < 0)
        return; // nobody listens any more
}

bool life_start(struct life *life, char *const *argv, const char *term, int rows, int cols)
{
    const struct winsize size = {.ws_row = (unsigned short)rows, .ws_col = (unsigned short)cols};
    int report[2];
    *life = (struct life){.sent = STR_INIT, .fd = -1, .other = -1};
    if (pipe(report) || openpty(&life->fd, &life->other, NULL, NULL, &size))
        return false;
    tcgetattr(life->other, &life->before);
    vt_open(&life->vt, FAMILY_GLIBC, rows ? rows : 1, cols ? cols : 1);
    vterm_output_set_callback(life->vt.term, answer, life);
    life->shell = fork();
    if (life->shell == 0) {
        close(life->fd);
        close(report[0]);
        run_shell(life->other, report[1], argv, term);
    }
    close(report[1]);
    life->report = report[0];
    struct word word = {0};
    const bool told = read(life->report, &word, sizeof word) == sizeof word;
    life->program = word.program;
    return told;
}

void life_done(struct life *life)
{
    if (!life->ended && life->program > 0)
        kill(life->program, SIGKILL);
    if (life->shell > 0)
        waitpid(life->shell, NULL, 0); // which goes when the program has
    if (life->fd >= 0)
        close(life->fd);
    close(life->other);
    close(life->report);
    if (life->vt.term)
        vt_close(&life->vt);
    str_done(&life->sent);
}

static void hear(struct life *life)
{
    struct word word;
    if (read(life->report, &word, sizeof word) == sizeof word) {
        life->ended = true;
        life->status = word.status;
    } else {
        life->ended = true; // the shell is gone: its status tells nothing good
    }
}

// Takes what has come within so many milliseconds; false when nothing has.
static bool take(struct life *life, int milliseconds)
{
    static char bytes[1 << 16];
    struct pollfd in[] = {{.fd = life->fd, .events = POLLIN},
                          {.fd = life->report, .events = POLLIN}};
    if (life->ended)
        in[1].fd = -1;
    if (poll(in, 2, milliseconds) <= 0)
        return false;
    ssize_t n = 0;
    if (in[0].revents & POLLIN && (n = read(life->fd, bytes, sizeof bytes)) > 0) {
        str_add_n(&life->sent, bytes, (size_t)n);
        vt_feed(&life->vt, bytes, (size_t)n);
    }
    if (n <= 0 && in[1].revents) // what it has written comes before what became of it
        hear(life);
    return n > 0 || in[1].revents;
}

void life_take(struct life *life)
{
    while (take(life, 0))
        ;
}

void life_type(struct life *life, const char *s, size_t n)
{
    int64_t end = clock_ticks() + PATIENCE;
    while (n > 0 && !life->ended && life->fd >= 0 && clock_ticks() < end) {
        struct pollfd fd = {.fd = life->fd, .events = POLLIN | POLLOUT};
        if (poll(&fd, 1, 100) > 0)
            end = clock_ticks() + PATIENCE;
        if (fd.revents & POLLIN)
            take(life, 0);
        if (fd.revents & POLLOUT) {
            const ssize_t sent = write(life->fd, s, n < 512 ? n : 512);
            if (sent <= 0)
                return;
            s += sent;
            n -= (size_t)sent;
        } else if (!(fd.revents & POLLIN)) {
            take(life, 0); // it may have ended
        }
    }
}

void life_press(struct life *life, const char *keys)
{
    life_type(life, keys, strlen(keys));
}

static bool shows(struct life *life, const char *text)
{
    int rows = 0, cols = 0;
    vterm_get_size(life->vt.term, &rows, &cols);
    for (int row = 0; row < rows; row++)
        if (strstr(vt_row(&life->vt, row, 0, cols), text))
            return true;
    return false;
}

void life_print(struct life *life)
{
    int rows = 0, cols = 0;
    vterm_get_size(life->vt.term, &rows, &cols);
    for (int row = 0; row < rows; row++)
        printf("    |%s\n", vt_row(&life->vt, row, 0, cols));
}

// Whether the program stands still, as its letter in /proc tells: what the shell hears of a stop
// may be over already.
static bool is_stopped(const struct life *life)
{
    char path[64], text[512] = "";
    snprintf(path, sizeof path, "/proc/%d/stat", (int)life->program);
    FILE *file = fopen(path, "r");
    const size_t n = file ? fread(text, 1, sizeof text - 1, file) : 0;
    if (file)
        fclose(file);
    const char *name_end = memrchr(text, ')', n);
    return name_end && strncmp(name_end, ") T", 3) == 0;
}

void life_go_on(const struct life *life)
{
    kill(-life->program, SIGCONT);
}

// Takes what comes until `end`; a program that was stopped once more is told to go on, as a clerk
// would. False when the time is over or the program has ended.
static bool take_until(struct life *life, int64_t end)
{
    enum { STEP = 500 };
    const int64_t left = end - clock_ticks();
    if (left <= 0 || life->ended)
        return false;
    if (!take(life, left < STEP ? (int)left : STEP) && is_stopped(life))
        life_go_on(life);
    return true;
}

bool life_await(struct life *life, const char *text, bool shown, int milliseconds)
{
    const int64_t end = clock_ticks() + milliseconds;
    while (shows(life, text) != shown)
        if (!take_until(life, end))
            return false;
    return true;
}

bool life_await_stop(struct life *life, int milliseconds)
{
    const int64_t end = clock_ticks() + milliseconds;
    while (!is_stopped(life) && !life->ended && clock_ticks() < end)
        take(life, 2);
    life_take(life); // what it wrote before
    return is_stopped(life);
}

bool life_await_end(struct life *life, int milliseconds)
{
    const int64_t end = clock_ticks() + milliseconds;
    while (take_until(life, end))
        ;
    while (life->ended && life->fd >= 0 && take(life, 0)) // its last words
        ;
    return life->ended;
}

void life_resize(struct life *life, int rows, int cols)
{
    const struct winsize size = {.ws_row = (unsigned short)rows, .ws_col = (unsigned short)cols};
    ioctl(life->fd, TIOCSWINSZ, &size);
    vterm_set_size(life->vt.term, rows ? rows : 1, cols ? cols : 1);
}

void life_close_window(struct life *life)
{
    close(life->fd);
    life->fd = -1;
}

// --- what must be given back --------------------------------------------------------------------

enum { MODES_MAX = 32, MODE_WRAP = 7, MODE_CURSOR = 25, MODE_CLUSTERS = 2027 };

struct modes {
    long number[MODES_MAX];
    bool on[MODES_MAX];
    size_t count;
    bool keypad;
};

static void set_mode(struct modes *modes, long number, bool on)
{
    size_t i = 0;
    while (i < modes->count && modes->number[i] != number)
        i++;
    if (i == modes->count && modes->count < MODES_MAX)
        modes->count++;
    if (i < MODES_MAX) {
        modes->number[i] = number;
        modes->on[i] = on;
    }
}

// ESC [ ? number ; number h
static void read_modes(struct modes *modes, const char *s)
{
    const char *end = s + strspn(s, "0123456789;");
    if (*end != 'h' && *end != 'l')
        return;
    for (char *next; s < end; s = *next == ';' ? next + 1 : next) {
        const long number = strtol(s, &next, 10);
        if (next == s)
            return;
        set_mode(modes, number, *end == 'h');
    }
}

bool life_gave_back(const struct life *life, struct str *ret)
{
    struct modes modes = {0};
    struct termios now;
    const size_t before = ret->len;
    for (const char *s = life->sent.buf;
         (s = memchr(s, 27, life->sent.len - (size_t)(s - life->sent.buf))); s++) {
        if (s[1] == '=' || s[1] == '>')
            modes.keypad = s[1] == '=';
        else if (s[1] == '[' && s[2] == '?')
            read_modes(&modes, s + 3);
    }
    for (size_t i = 0; i < modes.count; i++) {
        const bool usual = modes.number[i] == MODE_WRAP || modes.number[i] == MODE_CURSOR;
        if (modes.on[i] != usual && modes.number[i] != MODE_CLUSTERS)
            str_addf(ret, " mode %ld is left %s;", modes.number[i], modes.on[i] ? "on" : "off");
    }
    if (modes.keypad)
        str_add(ret, " the keypad is left in its other mode;");
    if (tcgetattr(life->other, &now) || now.c_iflag != life->before.c_iflag ||
        now.c_oflag != life->before.c_oflag || now.c_lflag != life->before.c_lflag ||
        now.c_cflag != life->before.c_cflag ||
        memcmp(now.c_cc, life->before.c_cc, sizeof now.c_cc) != 0)
        str_add(ret, " the line is not as it was;");
    return ret->len == before;
}
