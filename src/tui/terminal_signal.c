// SPDX-License-Identifier: GPL-3.0-or-later
// Signals, as flags that the loop asks for.
#include "terminal_private.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <unistd.h>

// What signal handlers may touch.
static volatile sig_atomic_t resized, stopped, continued, ended, came;
static int wake[2] = {-1, -1};

static const int signals[] = {SIGWINCH, SIGTSTP, SIGCONT, SIGTERM, SIGHUP, SIGINT, SIGQUIT};
enum { SIGNALS = sizeof signals / sizeof *signals };
static struct sigaction former[SIGNALS], former_pipe;

static void on_signal(int signal)
{
    const int error = errno;
    if (signal == SIGWINCH)
        resized = 1;
    else if (signal == SIGTSTP)
        stopped = 1;
    else if (signal == SIGCONT)
        continued = 1;
    else
        ended = signal;
    came = 1;
    if (wake[1] >= 0 && write(wake[1], "", 1) < 0) {
        // the pipe is full: the loop will wake anyway
    }
    errno = error;
}

bool signals_watch(void)
{
    if (pipe2(wake, O_NONBLOCK | O_CLOEXEC) < 0)
        return false;
    resized = stopped = continued = ended = 0;
    struct sigaction action = {.sa_handler = on_signal}; // no SA_RESTART: a stuck write must end
    sigemptyset(&action.sa_mask);
    for (int i = 0; i < SIGNALS; i++)
        sigaction(signals[i], &action, &former[i]);
    action.sa_handler = SIG_IGN;
    sigaction(SIGPIPE, &action, &former_pipe);
    return true;
}

void signals_unwatch(void)
{
    for (int i = 0; i < SIGNALS; i++)
        sigaction(signals[i], &former[i], NULL);
    sigaction(SIGPIPE, &former_pipe, NULL);
    close(wake[0]);
    close(wake[1]);
    wake[0] = wake[1] = -1;
}

int signals_descriptor(void)
{
    return wake[0];
}

struct signals signals_take(void)
{
    char drain[64];
    if (!came)
        return (struct signals){0};
    came = 0;
    while (wake[0] >= 0 && read(wake[0], drain, sizeof drain) > 0)
        ;
    struct signals ret = {.resized = resized, .stopped = stopped, .continued = continued};
    resized = stopped = continued = 0;
    return ret;
}

int signals_ended(void)
{
    return ended;
}

void signals_end(int signal)
{
    ended = signal;
}

void signals_stop(void)
{
    signal(SIGTSTP, SIG_DFL); // which spares us where nobody could continue us
    raise(SIGTSTP);
    struct sigaction action = {.sa_handler = on_signal};
    sigemptyset(&action.sa_mask);
    sigaction(SIGTSTP, &action, NULL);
    continued = 0;
}

void terminal_reraise(void)
{
    if (!ended)
        return;
    signal(ended, SIG_DFL);
    raise(ended);
}
