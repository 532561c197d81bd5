// SPDX-License-Identifier: GPL-3.0-or-later
// What is dragged into the window: files, or text.
#include "desktop.h"

static void on_dropped(GtkWidget *area, GdkDragContext *context, int x, int y,
                       GtkSelectionData *data, guint info, guint time, gpointer user)
{
    struct desktop *d = user;
    char **files = gtk_selection_data_get_uris(data);
    guchar *text = files ? NULL : gtk_selection_data_get_text(data);
    (void)area, (void)x, (void)y, (void)info;
    if (!d->over && files)
        session_drop(&d->session, (const char *const *)files);
    else if (!d->over && text)
        session_paste(&d->session, (const char *)text);
    flow_push(d);
    gtk_drag_finish(context, !d->over && (files || text), FALSE, time);
    if (files || text)
        gtk_window_present(GTK_WINDOW(d->window)); // where what was dropped is looked at
    g_strfreev(files);
    g_free(text);
}

void drop_attach(struct desktop *d)
{
    gtk_drag_dest_set(d->area, GTK_DEST_DEFAULT_ALL, NULL, 0, GDK_ACTION_COPY);
    gtk_drag_dest_add_uri_targets(d->area);
    gtk_drag_dest_add_text_targets(d->area);
    g_signal_connect(d->area, "drag-data-received", G_CALLBACK(on_dropped), d);
}
