// SPDX-License-Identifier: GPL-3.0-or-later
// Copy, paste, and what is dragged into the window. What is copied is the text as it is written,
// not the cells.
#include "private.h"

#include "orjon/base/mem.h"

#include <string.h>

static void give(GdkAtom which, const char *text, size_t n)
{
    GtkClipboard *clipboard = gtk_clipboard_get(which);
    if (!n || !g_utf8_validate(text, (gssize)n, NULL))
        return;
    gtk_clipboard_set_text(clipboard, text, (gint)n);
    gtk_clipboard_set_can_store(clipboard, NULL, 0); // it outlives the window
}

void clipboard_give(const char *text, size_t n)
{
    give(GDK_SELECTION_CLIPBOARD, text, n);
}

void clipboard_copy(struct window *w, GdkAtom which)
{
    autostr text = STR_INIT;
    bool first = true;
    for (int row = 0; row < w->sheet.rows; row++) {
        int from = 0, to = w->sheet.cols;
        while (from < to && !selection_has(w, row, from))
            from++;
        while (to > from && !selection_has(w, row, to - 1))
            to--;
        if (from == to)
            continue;
        str_add(&text, first ? "" : "\n");
        sheet_text(&w->sheet, row, from, to, &text);
        first = false;
    }
    give(which, text.buf, text.len);
}

// --- pasting ------------------------------------------------------------------------------------

static void on_text(GtkClipboard *clipboard, const char *text, gpointer user)
{
    struct waiting *waiting = user;
    (void)clipboard;
    waiting->coming = false;
    if (text)
        key_of_paste(text, strlen(text), &waiting->text, &waiting->key);
}

// Keys typed meanwhile come behind it. Where there is no text, `otherwise` is the key.
void clipboard_paste(struct window *w, GdkAtom which, const struct key *otherwise)
{
    struct waiting *waiting = mem_alloc(sizeof *waiting);
    *waiting = (struct waiting){.text = STR_INIT, .coming = true, .key.code = K_UNKNOWN};
    if (otherwise)
        waiting->key = *otherwise;
    g_queue_push_tail(&w->keys, waiting);
    gtk_clipboard_request_text(gtk_clipboard_get(which), on_text, waiting);
}

// --- dropping -----------------------------------------------------------------------------------

// What no text can hold, bytes that are no UTF-8 or a line break, stays an address.
static bool is_text(const char *path)
{
    if (!g_utf8_validate(path, -1, NULL))
        return false;
    for (const char *s = path; *s; s = g_utf8_next_char(s))
        if (g_unichar_iscntrl(g_utf8_get_char(s)))
            return false;
    return true;
}

static void add_quoted(struct str *ret, const char *path)
{
    str_add_char(ret, '\'');
    for (; *path; path++)
        if (*path == '\'')
            str_add(ret, "'\\''");
        else
            str_add_char(ret, *path);
    str_add_char(ret, '\'');
}

void clipboard_quote(const char *const *addresses, struct str *ret)
{
    for (; *addresses; addresses++) {
        char *path = g_filename_from_uri(*addresses, NULL, NULL); // NULL: not of this machine
        if (ret->len)
            str_add_char(ret, ' ');
        if (path && is_text(path))
            add_quoted(ret, path);
        else
            str_add(ret, *addresses);
        g_free(path);
    }
}

static void on_dropped(GtkWidget *area, GdkDragContext *context, int x, int y,
                       GtkSelectionData *data, guint info, guint time, gpointer user)
{
    struct window *w = user;
    autostr text = STR_INIT;
    char **files = gtk_selection_data_get_uris(data);
    guchar *words = files ? NULL : gtk_selection_data_get_text(data);
    (void)area, (void)x, (void)y, (void)info;
    if (files)
        clipboard_quote((const char *const *)files, &text);
    else if (words)
        str_add(&text, (const char *)words);
    if (text.len)
        front_push_text(w, text.buf, text.len);
    gtk_drag_finish(context, files || words, FALSE, time);
    if (text.len)
        gtk_window_present(GTK_WINDOW(w->top)); // where what was dropped is looked at
    g_strfreev(files);
    g_free(words);
}

void clipboard_attach(struct window *w)
{
    gtk_drag_dest_set(w->area, GTK_DEST_DEFAULT_ALL, NULL, 0, GDK_ACTION_COPY);
    gtk_drag_dest_add_uri_targets(w->area);
    gtk_drag_dest_add_text_targets(w->area);
    g_signal_connect(w->area, "drag-data-received", G_CALLBACK(on_dropped), w);
}
