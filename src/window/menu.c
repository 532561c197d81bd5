// SPDX-License-Identifier: GPL-3.0-or-later
// The menu under the right button and the menu key: what the desk offers to do with what is marked,
// and what the window itself can do.
#include "private.h"

#include "orjon/paint/font.h"

#include <string.h>

static void add(GtkWidget *menu, struct window *w, const char *label, GCallback callback)
{
    GtkWidget *item = gtk_menu_item_new_with_label(label);
    g_signal_connect(item, "activate", callback, w);
    gtk_menu_shell_append(GTK_MENU_SHELL(menu), item);
}

static void add_check(GtkWidget *menu, struct window *w, const char *label, bool on,
                      GCallback callback)
{
    GtkWidget *item = gtk_check_menu_item_new_with_label(label);
    gtk_check_menu_item_set_active(GTK_CHECK_MENU_ITEM(item), on);
    g_signal_connect(item, "activate", callback, w);
    gtk_menu_shell_append(GTK_MENU_SHELL(menu), item);
}

static void add_line(GtkWidget *menu)
{
    gtk_menu_shell_append(GTK_MENU_SHELL(menu), gtk_separator_menu_item_new());
}

static void on_copy(GtkMenuItem *item, gpointer user)
{
    (void)item;
    clipboard_copy(user, GDK_SELECTION_CLIPBOARD);
}

static void on_paste(GtkMenuItem *item, gpointer user)
{
    (void)item;
    clipboard_paste(user, GDK_SELECTION_CLIPBOARD, NULL);
}

static void on_larger(GtkMenuItem *item, gpointer user)
{
    (void)item;
    frame_zoom(user, 1);
}

static void on_smaller(GtkMenuItem *item, gpointer user)
{
    (void)item;
    frame_zoom(user, -1);
}

static void on_usual_size(GtkMenuItem *item, gpointer user)
{
    (void)item;
    frame_zoom(user, 0);
}

static void on_full_screen(GtkMenuItem *item, gpointer user)
{
    frame_set_full_screen(user, gtk_check_menu_item_get_active(GTK_CHECK_MENU_ITEM(item)));
}

static void on_font(GtkMenuItem *item, gpointer user)
{
    struct window *w = user;
    struct paint_fonts fonts = settings_fonts(&w->settings);
    if (!gtk_check_menu_item_get_active(GTK_CHECK_MENU_ITEM(item)))
        return; // the one that was chosen until now
    fonts.bengali = gtk_menu_item_get_label(item);
    frame_set_fonts(w, &fonts);
}

static GtkWidget *font_menu(struct window *w)
{
    GtkWidget *menu = gtk_menu_new();
    char **families = font_bengali_families();
    GSList *group = NULL;
    for (char **family = families; *family; family++) {
        GtkWidget *item = gtk_radio_menu_item_new_with_label(group, *family);
        group = gtk_radio_menu_item_get_group(GTK_RADIO_MENU_ITEM(item));
        if (strcmp(*family, paint_bengali_family(w->paint)) == 0)
            gtk_check_menu_item_set_active(GTK_CHECK_MENU_ITEM(item), TRUE);
        gtk_menu_shell_append(GTK_MENU_SHELL(menu), item);
    }
    for (GList *at = gtk_container_get_children(GTK_CONTAINER(menu)), *next; at; at = next) {
        g_signal_connect(at->data, "activate", G_CALLBACK(on_font), w);
        next = at->next;
        g_list_free_1(at);
    }
    g_strfreev(families);
    return menu;
}

static void on_spacing(GtkMenuItem *item, gpointer user)
{
    if (gtk_check_menu_item_get_active(GTK_CHECK_MENU_ITEM(item)))
        frame_set_spacing(user, GPOINTER_TO_INT(g_object_get_data(G_OBJECT(item), "percent")));
}

static GtkWidget *spacing_menu(struct window *w)
{
    static const struct {
        int percent;
        const char *name;
    } choices[] = {{SPACING_CLOSE, N_("close together")},
                   {SPACING_USUAL, N_("usual")},
                   {SPACING_WIDE, N_("wide apart")}};
    GtkWidget *menu = gtk_menu_new();
    GSList *group = NULL;
    const int now = w->spacing;
    for (size_t i = 0; i < sizeof choices / sizeof *choices; i++) {
        GtkWidget *item = gtk_radio_menu_item_new_with_label(group, tr(choices[i].name));
        group = gtk_radio_menu_item_get_group(GTK_RADIO_MENU_ITEM(item));
        gtk_check_menu_item_set_active(GTK_CHECK_MENU_ITEM(item), choices[i].percent == now);
        g_object_set_data(G_OBJECT(item), "percent", GINT_TO_POINTER(choices[i].percent));
        g_signal_connect(item, "activate", G_CALLBACK(on_spacing), w);
        gtk_menu_shell_append(GTK_MENU_SHELL(menu), item);
    }
    return menu;
}

// --- what the desk offers -----------------------------------------------------------------------

static void on_offer(GtkMenuItem *item, gpointer user)
{
    front_push(user, g_object_get_data(G_OBJECT(item), "key"));
}

// Its text, and at the other edge its key.
static GtkWidget *offer_line(const struct desk_offer *offer)
{
    GtkWidget *line = gtk_box_new(GTK_ORIENTATION_HORIZONTAL, 0);
    GtkWidget *text = gtk_label_new(offer->text), *name = gtk_label_new(offer->name);
    enum { GAP = 24 }; // pixels
    gtk_widget_set_margin_start(name, GAP);
    gtk_style_context_add_class(gtk_widget_get_style_context(name), GTK_STYLE_CLASS_ACCELERATOR);
    gtk_style_context_add_class(gtk_widget_get_style_context(name), GTK_STYLE_CLASS_DIM_LABEL);
    gtk_box_pack_start(GTK_BOX(line), text, FALSE, FALSE, 0);
    gtk_box_pack_end(GTK_BOX(line), name, FALSE, FALSE, 0);
    return line;
}

static void add_offer(GtkWidget *menu, struct window *w, const struct desk_offer *offer)
{
    GtkWidget *item = gtk_menu_item_new();
    gtk_container_add(GTK_CONTAINER(item), offer_line(offer));
    g_object_set_data_full(G_OBJECT(item), "key", g_memdup2(&offer->key, sizeof offer->key),
                           g_free);
    g_signal_connect(item, "activate", G_CALLBACK(on_offer), w);
    gtk_menu_shell_append(GTK_MENU_SHELL(menu), item);
}

// --- the whole ----------------------------------------------------------------------------------

void menu_remember(struct window *w, const GdkEvent *event)
{
    if (w->asked)
        gdk_event_free(w->asked);
    w->asked = gdk_event_copy(event);
}

void menu_ask(struct window *w, const GdkEvent *event, struct place place)
{
    menu_remember(w, event);
    front_push(w, &(struct key){.code = K_MENU, .row = place.row, .col = place.col});
}

// A menu belongs to a window of its own, which nobody else takes away.
static void on_done(GtkMenuShell *menu, gpointer user)
{
    (void)user;
    gtk_widget_destroy(GTK_WIDGET(menu));
}

static void add_menu(GtkWidget *menu, const char *label, GtkWidget *below)
{
    GtkWidget *item = gtk_menu_item_new_with_label(label);
    gtk_menu_item_set_submenu(GTK_MENU_ITEM(item), below);
    gtk_menu_shell_append(GTK_MENU_SHELL(menu), item);
}

static GtkWidget *looks_menu(struct window *w)
{
    GtkWidget *menu = gtk_menu_new();
    add(menu, w, _("Larger letters"), G_CALLBACK(on_larger));
    add(menu, w, _("Smaller letters"), G_CALLBACK(on_smaller));
    add(menu, w, _("Usual size"), G_CALLBACK(on_usual_size));
    add_menu(menu, _("Font of Bengali text"), font_menu(w));
    add_menu(menu, _("Lines"), spacing_menu(w));
    add_check(menu, w, _("Full screen"), w->full_screen, G_CALLBACK(on_full_screen));
    return menu;
}

static void add_own(GtkWidget *menu, struct window *w)
{
    add(menu, w, _("Copy"), G_CALLBACK(on_copy));
    add(menu, w, _("Paste"), G_CALLBACK(on_paste));
    add_line(menu);
    add_menu(menu, _("Letters and window"), looks_menu(w));
}

// As many as a small screen has room for, the others in a menu of their own.
static void add_offers(GtkWidget *menu, struct window *w, const struct desk_offer *offers, size_t n)
{
    enum { MOST = 14 };
    const size_t first = n > MOST ? MOST : n;
    for (size_t i = 0; i < first; i++)
        add_offer(menu, w, &offers[i]);
    if (first == n)
        return;
    GtkWidget *rest = gtk_menu_new();
    for (size_t i = first; i < n; i++)
        add_offer(rest, w, &offers[i]);
    add_menu(menu, _("more"), rest);
}

static void show_at(GtkMenu *menu, struct window *w, const GdkEvent *event)
{
    if (event && (event->type == GDK_BUTTON_PRESS || event->type == GDK_BUTTON_RELEASE))
        gtk_menu_popup_at_pointer(menu, event);
    else
        gtk_menu_popup_at_widget(menu, w->area, GDK_GRAVITY_CENTER, GDK_GRAVITY_CENTER, event);
}

void menu_open(struct window *w, const struct desk_offer *offers, size_t n)
{
    GtkWidget *menu = gtk_menu_new();
    add_offers(menu, w, offers, n);
    if (n)
        add_line(menu);
    add_own(menu, w);
    gtk_menu_attach_to_widget(GTK_MENU(menu), w->area, NULL);
    g_signal_connect(menu, "selection-done", G_CALLBACK(on_done), NULL);
    gtk_widget_show_all(menu);
    show_at(GTK_MENU(menu), w, w->asked);
    g_clear_pointer(&w->asked, gdk_event_free);
}
