// SPDX-License-Identifier: GPL-3.0-or-later
// The window from its opening to its end, and pictures of canvases without one.
#include "private.h"

#include "orjon/base/mem.h"

#include <langinfo.h>
#include <locale.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

extern const struct window_room window_room; // what the module gives

// Nobody sees what a program that was started from a menu says.
static void say(void *sentence)
{
    GtkWidget *dialog = gtk_message_dialog_new(NULL, 0, GTK_MESSAGE_ERROR, GTK_BUTTONS_CLOSE, "%s",
                                               (const char *)sentence);
    gtk_dialog_run(GTK_DIALOG(dialog));
    gtk_widget_destroy(dialog);
}

static void room_tell(const char *sentence)
{
    if (!isatty(STDERR_FILENO))
        loss_attempt(say, (void *)(uintptr_t)sentence);
}

// The font of the last time may be gone; one that is asked for must be there.
static enum status make_paint(struct settings *settings, const struct window_options *options,
                              struct paint **ret, struct err *err)
{
    struct paint_fonts fonts = settings_fonts(settings);
    enum status status = paint_new(&fonts, ret, err);
    if (status && !options->bengali && fonts.bengali) {
        str_reset(&settings->bengali);
        fonts = settings_fonts(settings);
        status = paint_new(&fonts, ret, err);
    }
    return status;
}

// Input methods and the desktop's own words go by the locale; letters stay what they are to us.
static void speak_as_the_desktop(void)
{
    setlocale(LC_MESSAGES, "");
    setlocale(LC_CTYPE, "");
    if (strcmp(nl_langinfo(CODESET), "UTF-8") != 0)
        setlocale(LC_CTYPE, "C.UTF-8");
    gtk_disable_setlocale();
}

// Nothing here is drawn by GL, whose drivers would double what the start asks of the system, and
// complain on standard error where a part of them is missing. A program that we start may want it.
static bool begin_without_gl(void)
{
    const bool given = getenv("GDK_GL") != NULL;
    setenv("GDK_GL", "disable", 0);
    const bool begun = gtk_init_check(NULL, NULL);
    if (!given)
        unsetenv("GDK_GL");
    return begun;
}

static enum status room_open(const struct window_options *options, struct window **ret,
                             struct err *err)
{
    speak_as_the_desktop();
    g_set_prgname("orjon-window"); // by which desktops know it, whatever it was started as
    if (!begin_without_gl())
        return err_set(err, STATUS_NOT_FOUND, _("No display to open a window on"));
    loss_watch();
    struct window *w = mem_alloc(sizeof *w);
    settings_read(&w->settings, options);
    const enum status status = make_paint(&w->settings, options, &w->paint, err);
    if (status) {
        room_tell(err_text(err));
        settings_done(&w->settings);
        free(w);
        return status;
    }
    w->rows = w->settings.rows;
    w->cols = w->settings.cols;
    w->ground = options->ground ? options->ground : frame_is_dark() ? THEME_DARK : THEME_LIGHT;
    w->theme = theme_for(THEME_AUTO, w->ground);
    g_queue_init(&w->keys);
    frame_build(w);
    if (options->full_screen)
        frame_set_full_screen(w, true);
    *ret = w;
    return STATUS_OK;
}

static void leave_display(void *data)
{
    struct window *w = data;
    gtk_clipboard_store(gtk_clipboard_get(GDK_SELECTION_CLIPBOARD));
    keyboard_detach(w);
    gtk_widget_destroy(w->top);
}

static void room_close(struct window **p)
{
    struct window *w = *p;
    loss_attempt(leave_display, w);
    settings_keep(&w->settings);
    front_done(w);
    sheet_done(&w->sheet);
    page_done(&w->page);
    paint_free(&w->paint);
    settings_done(&w->settings);
    free(w);
    *p = NULL;
}

const struct window_room window_room = {.open = room_open,
                                        .close = room_close,
                                        .front = front_of,
                                        .reraise = loss_reraise,
                                        .tell = room_tell,
                                        .open_still = still_open,
                                        .close_still = still_close,
                                        .still_front = still_front,
                                        .still_png = still_png};
