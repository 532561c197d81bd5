// SPDX-License-Identifier: GPL-3.0-or-later
// Copy and paste. What is copied is the text as it is written, not the cells.
#include "desktop.h"

static void selected_text(struct desktop *d, struct str *ret)
{
    bool first = true;
    for (int row = 0; row < d->session.rows; row++) {
        int from = 0, to = d->session.columns;
        while (from < to && !selection_has(d, row, from))
            from++;
        while (to > from && !selection_has(d, row, to - 1))
            to--;
        if (from == to)
            continue;
        str_add(ret, first ? "" : "\n");
        session_text(&d->session, row, from, to, ret);
        first = false;
    }
}

static void give(GdkAtom which, const char *text)
{
    GtkClipboard *clipboard = gtk_clipboard_get(which);
    if (!*text || !g_utf8_validate(text, -1, NULL))
        return;
    gtk_clipboard_set_text(clipboard, text, -1);
    gtk_clipboard_set_can_store(clipboard, NULL, 0); // it outlives the window
}

void clipboard_copy(struct desktop *d, GdkAtom which)
{
    autostr text = STR_INIT;
    selected_text(d, &text);
    give(which, text.buf);
}

void clipboard_give(const char *text)
{
    give(GDK_SELECTION_CLIPBOARD, text);
}

static void on_text(GtkClipboard *clipboard, const char *text, gpointer user)
{
    struct desktop *d = user;
    (void)clipboard;
    if (!text || d->over)
        return;
    session_paste(&d->session, text);
    flow_push(d);
}

void clipboard_paste(struct desktop *d, GdkAtom which)
{
    gtk_clipboard_request_text(gtk_clipboard_get(which), on_text, d);
}
