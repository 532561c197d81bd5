// SPDX-License-Identifier: GPL-3.0-or-later
// Files to be dragged, as a desktop's file manager offers them: drag ADDRESS… A small window in the
// corner of the display, until somebody ends it.
#include <gtk/gtk.h>

enum { SIDE = 100, X = 1150, Y = 780 };

static void give(GtkWidget *box, GdkDragContext *context, GtkSelectionData *data, guint info,
                 guint time, gpointer addresses)
{
    (void)box, (void)context, (void)info, (void)time;
    gtk_selection_data_set_uris(data, addresses);
}

int main(int argc, char **argv)
{
    gtk_init(&argc, &argv);
    GtkWidget *window = gtk_window_new(GTK_WINDOW_POPUP), *box = gtk_event_box_new();
    gtk_window_set_default_size(GTK_WINDOW(window), SIDE, SIDE);
    gtk_window_move(GTK_WINDOW(window), X, Y);
    gtk_container_add(GTK_CONTAINER(window), box);
    gtk_drag_source_set(box, GDK_BUTTON1_MASK, NULL, 0, GDK_ACTION_COPY);
    gtk_drag_source_add_uri_targets(box);
    g_signal_connect(box, "drag-data-get", G_CALLBACK(give), argv + 1);
    gtk_widget_show_all(window);
    gtk_main();
    return 0;
}
