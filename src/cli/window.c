// SPDX-License-Identifier: GPL-3.0-or-later
// orjon window: the screens in a window of their own, or a picture of one.
#include "command.h"

#include "orjon/base/file.h"
#include "orjon/base/module.h"
#include "orjon/screens/screens.h"
#include "orjon/window/window.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

// The window as a module; one that is not built is refused by name.
static enum status load(const struct window_room **ret, struct err *err)
{
#ifdef ORJON_WINDOW
    static const struct module module = {WINDOW_MODULE, ORJON_WINDOW};
    void *room = NULL;
    const enum status status = module_symbol(&module, WINDOW_SYMBOL, &room, err);
    *ret = room;
    return status == STATUS_NOT_FOUND ? STATUS_FAILED : status;
#else
    *ret = NULL;
    return err_set(err, STATUS_FAILED,
                   _("This orjon was built without %s; install %s and build it anew"),
                   WINDOW_MODULE, PACKAGE_WINDOW);
#endif
}

// --- what is asked for --------------------------------------------------------------------------

static bool read_size(const char *text, int *ret_rows, int *ret_cols)
{
    char rest = 0;
    return sscanf(text, "%dx%d%c", ret_cols, ret_rows, &rest) == 2 && *ret_rows > 0 &&
           *ret_cols > 0 && *ret_rows <= WINDOW_SIDE_MAX && *ret_cols <= WINDOW_SIDE_MAX;
}

static bool read_pixels(const char *text, int *ret)
{
    char *end = NULL;
    const long pixels = strtol(text, &end, 10);
    *ret = (int)pixels;
    return end > text && !*end && pixels >= WINDOW_FONT_MIN && pixels <= WINDOW_FONT_MAX;
}

static enum status refuse(const char *word, struct err *err)
{
    return err_set(err, STATUS_USAGE, _("“%s” is not understood here; see orjon %s --help"), word,
                   "window");
}

static enum status read_options(const struct command *c, struct window_options *ret,
                                struct err *err)
{
    const char *const *given = c->option;
    *ret = (struct window_options){.bengali = given[OPTION_FONT],
                                   .cell = given[OPTION_CELL_FONT],
                                   .ground = given[OPTION_DARK]    ? THEME_DARK
                                             : given[OPTION_LIGHT] ? THEME_LIGHT
                                                                   : THEME_AUTO,
                                   .full_screen = given[OPTION_FULL_SCREEN]};
    static const int named[] = {OPTION_FONT, OPTION_CELL_FONT, OPTION_SCREENSHOT};
    for (size_t i = 0; i < sizeof named / sizeof *named; i++)
        if (given[named[i]] && !*given[named[i]]) // an unset variable
            return refuse("", err);
    if (given[OPTION_FONT_SIZE] && !read_pixels(given[OPTION_FONT_SIZE], &ret->font_size))
        return refuse(given[OPTION_FONT_SIZE], err);
    if (given[OPTION_SIZE] && !read_size(given[OPTION_SIZE], &ret->rows, &ret->cols))
        return refuse(given[OPTION_SIZE], err);
    if (given[OPTION_KEYS] && !given[OPTION_SCREENSHOT])
        return err_set(err, STATUS_USAGE, _("--keys goes with --screenshot FILE"));
    return STATUS_OK;
}

// --- the picture --------------------------------------------------------------------------------

static enum status play(const struct command *c, struct session *session,
                        const struct window_room *room, struct window_still *still, struct err *err)
{
    const char *keys = c->option[OPTION_KEYS];
    const struct desk_front front = room->still_front(still);
    autostr png = STR_INIT;
    int rows = 0, cols = 0;
    struct desk *desk = desk_new(&front, false);
    enum status status = screens_begin(desk, session, err);
    front.size(front.self, &rows, &cols);
    if (status == STATUS_OK)
        status = desk_play(desk, keys ? keys : "", rows, cols, NULL, err);
    if (status == STATUS_OK)
        status = room->still_png(still, desk_canvas(desk), desk_theme(desk), &png, err);
    desk_free(&desk);
    if (status == STATUS_OK)
        status =
            file_write(c->option[OPTION_SCREENSHOT], png.buf, png.len, c->option['f'] != NULL, err);
    return status;
}

static enum status take_picture(const struct command *c, const struct window_room *room,
                                const struct window_options *options, struct err *err)
{
    struct app_options app = c->app;
    struct session session = {0};
    struct window_still *still = NULL;
    app.via = "screen";
    enum status status = screens_open(&app, &session, err);
    if (status == STATUS_OK)
        status = room->open_still(options, &still, err);
    if (status == STATUS_OK)
        status = play(c, &session, room, still, err);
    room->close_still(&still);
    app_close(&session.app);
    return status;
}

// --- the window ---------------------------------------------------------------------------------

static const struct window_room *shown; // what is told as the file is closed comes without it

static void tell(const char *sentence)
{
    command_talk(sentence);
    command_talk("\n");
    shown->tell(sentence);
}

static enum status show(const struct command *c, const struct window_room *room,
                        const struct window_options *options, struct err *err)
{
    struct app_options app = c->app;
    struct window *window = NULL;
    struct session session;
    bool terminated = false;
    app.via = "screen";
    enum status status = room->open(options, &window, err);
    if (status == STATUS_NOT_FOUND && isatty(STDIN_FILENO) && isatty(STDOUT_FILENO))
        return screens_run(&app, err); // the terminal will do where there is no display
    if (status)
        return STATUS_FAILED;
    shown = room;
    app.told = tell;
    status = screens_open(&app, &session, err);
    if (status == STATUS_OK) {
        const struct desk_front front = room->front(window);
        status = screens_show(&session, &front, false, &terminated, err);
    }
    if (status)
        room->tell(err_text(err));
    room->close(&window);
    app_close(&session.app);
    if (terminated)
        room->reraise();
    return status;
}

static enum status run(const struct command *c, struct err *err)
{
    const struct window_room *room = NULL;
    struct window_options options;
    enum status status = read_options(c, &options, err);
    if (status == STATUS_OK)
        status = load(&room, err);
    if (status)
        return status;
    if (c->option['C'])
        setenv("NO_COLOR", "1", 1);
    return c->option[OPTION_SCREENSHOT] ? take_picture(c, room, &options, err)
                                        : show(c, room, &options, err);
}

const struct verb verb_window = {
    .name = "window",
    .arguments = "",
    .summary = N_("the screens in a window, in which Bengali reads as in print"),
    .details = N_("orjon-window is the same. Where there is no display, the screens open in the "
                  "terminal. --screenshot needs no display."),
    .options = OPTIONS_OF_WINDOW "f",
    .run = run,
};
