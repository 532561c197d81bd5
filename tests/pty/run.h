// SPDX-License-Identifier: GPL-3.0-or-later
// The demo program on a pty, its screen in libvterm.
#pragma once

#include "../test.h"

#include "../patience.h"
#include "vt.h"

#include "orjon/base/str.h"

#include <poll.h>
#include <pty.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/ioctl.h>
#include <sys/wait.h>
#include <termios.h>
#include <unistd.h>
#include <utmp.h>

struct run {
    struct vt vt;
    int fd;
    pid_t pid;
    struct termios before;
    bool clusters; // to be asked whether it measures by clusters: it does
    struct str sent;
};

static inline void reply(const char *s, size_t n, void *user)
{
    struct run *run = user;
    if (write(run->fd, s, n) < 0)
        fail();
}

// Waits for something that the program shows, and takes it; false once it has ended.
static inline bool take(struct run *run)
{
    char bytes[1 << 16];
    struct pollfd fd = {.fd = run->fd, .events = POLLIN};
    if (poll(&fd, 1, PATIENCE) <= 0)
        fail_msg("nothing comes any more; at the top is: %s", vt_row(&run->vt, 0, 0, 80));
    ssize_t n = read(run->fd, bytes, sizeof bytes);
    if (n <= 0)
        return false;
    vt_feed(&run->vt, bytes, (size_t)n);
    str_add_n(&run->sent, bytes, (size_t)n);
    if (run->clusters && strstr(run->sent.buf, "\033[?2027$p")) {
        reply("\033[?2027;1$y", 11, run);
        run->clusters = false;
    }
    return true;
}

// Waits for the picture of all that was typed, and of all signals so far: the demo rings behind it.
static inline void await_picture(struct run *run)
{
    const size_t before = run->vt.bells;
    reply("\033[24~", 5, run); // F12
    while (run->vt.bells == before)
        if (!take(run))
            fail_msg("the program has ended; at the top is: %s", vt_row(&run->vt, 0, 0, 80));
    run->vt.bytes--; // the bell
}

static inline void await_end(struct run *run)
{
    while (take(run))
        ;
}

// Whether the program has sent s since the last time it was asked.
static inline bool was_sent(struct run *run, const char *s)
{
    bool found = strstr(run->sent.buf, s) != NULL;
    str_reset(&run->sent);
    return found;
}

// Without waiting for anything.
static inline void launch(struct run *run, enum family family, const char *term)
{
    struct winsize size = {.ws_row = 24, .ws_col = 80};
    *run = (struct run){.clusters = run->clusters, .sent = STR_INIT};
    vt_open(&run->vt, family, 24, 80);
    vterm_output_set_callback(run->vt.term, reply, run);
    int other = -1;
    assert_int_equal(openpty(&run->fd, &other, NULL, NULL, &size), 0);
    tcgetattr(other, &run->before);
    run->pid = fork();
    if (run->pid == 0) {
        close(run->fd);
        login_tty(other);
        if (term)
            setenv("TERM", term, 1);
        else
            unsetenv("TERM");
        setenv("ASAN_OPTIONS", "detect_leaks=0", 1);
        execl(DEMO, DEMO, (char *)NULL);
        _exit(127);
    }
    close(other);
}

static inline void start_as(struct run *run, enum family family, const char *term)
{
    launch(run, family, term);
    while (!strstr(vt_row(&run->vt, 0, 0, 80), "demo")) // what comes before would not be a key
        if (!take(run))
            fail_msg("the program has ended; at the top is: %s", vt_row(&run->vt, 0, 0, 80));
    await_picture(run);
}

static inline void start(struct run *run, enum family family)
{
    start_as(run, family, "xterm-256color");
}

static inline void type(struct run *run, const char *s)
{
    reply(s, strlen(s), run);
}

// Types, and returns how many bytes the picture of it took.
static inline size_t keys(struct run *run, const char *s)
{
    size_t before = run->vt.bytes;
    type(run, s);
    await_picture(run);
    return run->vt.bytes - before;
}

static inline int finish(struct run *run)
{
    int status = 0;
    await_end(run);
    waitpid(run->pid, &status, 0);
    close(run->fd);
    vt_close(&run->vt);
    str_done(&run->sent);
    return status;
}

static inline void quit(struct run *run)
{
    type(run, "\x11");
    int status = finish(run);
    assert_true(WIFEXITED(status) && WEXITSTATUS(status) == 0);
}

static inline void assert_rules(struct run *run, int rows)
{
    static const int at[] = {1, 6, 37, 50};
    const int below = rows < 28 ? 2 : 3; // the message line and the key bar
    for (int row = 1; row < rows - below; row++)
        for (size_t i = 0; i < 4; i++) {
            unsigned cell = vt_cell(&run->vt, row, at[i]);
            bool inner = i == 1 || i == 2;
            bool cross = inner && row == 2 && cell == 0x253C;
            bool mark = i == 1 && (cell == 0x2191 || cell == 0x2193); // of rows out of view
            if (cell != 0x2502 && !cross && !mark)
                fail_msg("no rule in row %d, column %d: %s", row, at[i],
                         vt_row(&run->vt, row, 0, 80));
        }
}
