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

void clipboard_copy(struct desktop *d, GdkAtom which)
{
    autostr text = STR_INIT;
    selected_text(d, &text);
    if (text.len)
        gtk_clipboard_set_text(gtk_clipboard_get(which), text.buf, (gint)text.len);
}

void clipboard_give(struct desktop *d, const char *text)
{
    (void)d;
    if (g_utf8_validate(text, -1, NULL))
        gtk_clipboard_set_text(gtk_clipboard_get(GDK_SELECTION_CLIPBOARD), text, -1);
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
