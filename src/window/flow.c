// SPDX-License-Identifier: GPL-3.0-or-later
// The main loop's part between the program and the window.
#include "desktop.h"

#include <glib-unix.h>

enum { LAST_READS = 64 };
// Below drawing: a program that floods must not keep its own flood from being seen.
enum { READING = GDK_PRIORITY_REDRAW + 10, ENDING = READING + 10 };

static void take_signs(struct desktop *d)
{
    struct session *session = &d->session;
    if (session->titled)
        gtk_window_set_title(GTK_WINDOW(d->window), session->title.buf);
    if (session->copies)
        clipboard_give(session->copied.buf);
    session->titled = session->copies = false;
}

static gboolean on_readable(gint fd, GIOCondition condition, gpointer user)
{
    struct desktop *d = user;
    (void)fd;
    (void)condition;
    const bool more = session_read(&d->session);
    take_signs(d);
    desktop_refresh(d);
    if (!more)
        d->reading = 0;
    return more;
}

static gboolean on_writable(gint fd, GIOCondition condition, gpointer user)
{
    struct desktop *d = user;
    (void)fd;
    (void)condition;
    program_flush(&d->session.program);
    if (d->session.program.out.len)
        return TRUE;
    d->writing = 0;
    return FALSE;
}

// A program that ended well takes its window along; of another one the last words must be seen.
static void on_end(GPid pid, gint status, gpointer user)
{
    struct desktop *d = user;
    (void)pid;
    program_note_end(&d->session.program, status);
    for (int i = 0; i < LAST_READS && session_read(&d->session);)
        i++; // a child of its own may still hold the terminal open, with nothing to read
    if (status == 0) {
        gtk_widget_destroy(d->window);
        return;
    }
    d->over = true;
    flow_stop(d);
    session_say(&d->session, "\033[r\033[0m\033[999;1H\r\n");
    desktop_tell(d, _("The program broke off; what was saved is safe. Any key closes the window."));
}

void flow_start(struct desktop *d)
{
    const int terminal = d->session.program.terminal;
    d->reading = g_unix_fd_add_full(READING, terminal, G_IO_IN | G_IO_HUP, on_readable, d, NULL);
    g_child_watch_add_full(ENDING, d->session.program.pid, on_end, d, NULL);
}

void flow_push(struct desktop *d)
{
    if (d->session.program.out.len && !d->writing)
        d->writing = g_unix_fd_add(d->session.program.terminal, G_IO_OUT, on_writable, d);
}

void flow_stop(struct desktop *d)
{
    g_clear_handle_id(&d->reading, g_source_remove);
    g_clear_handle_id(&d->writing, g_source_remove);
}
