// SPDX-License-Identifier: GPL-3.0-or-later
// Ends that come from outside: the display goes away, a signal comes.
//
// Where the display is lost Xlib ends the program, in the middle of whatever asked something of it;
// and what is half typed would be gone. So it is left by a jump instead, out of what talked to the
// display, and the desk is told to end as by SIGHUP. All that talks to it is done by loss_attempt.
#include "private.h"

#include <gdk/gdkx.h>
#include <glib-unix.h>
#include <setjmp.h>
#include <signal.h>
#include <unistd.h>

static struct {
    sigjmp_buf back;
    bool armed, lost;
    int ended; // the signal; 0 none
} loss;

static int on_lost(Display *display)
{
    (void)display;
    loss.lost = true;
    loss.ended = SIGHUP;
    if (!loss.armed)
        _exit(1);
    siglongjmp(loss.back, 1);
}

static gboolean on_signal(gpointer which)
{
    loss.ended = GPOINTER_TO_INT(which);
    return G_SOURCE_CONTINUE;
}

void loss_watch(void)
{
    static const int signals[] = {SIGHUP, SIGINT, SIGTERM};
    for (size_t i = 0; i < sizeof signals / sizeof *signals; i++)
        g_unix_signal_add(signals[i], on_signal, GINT_TO_POINTER(signals[i]));
    signal(SIGPIPE, SIG_IGN);
    XSetIOErrorHandler(on_lost);
}

bool loss_attempt(void (*act)(void *data), void *data)
{
    if (loss.lost)
        return false;
    if (sigsetjmp(loss.back, 0) == 0) {
        loss.armed = true;
        act(data);
    }
    loss.armed = false;
    return !loss.lost;
}

bool loss_is_ended(void)
{
    return loss.ended != 0;
}

void loss_reraise(void)
{
    if (!loss.ended)
        return;
    signal(loss.ended, SIG_DFL);
    raise(loss.ended);
}
