// SPDX-License-Identifier: GPL-3.0-or-later
// Pictures of screens, drawn as the window draws them.
#include "picture.h"

#include "script.h"

#include "orjon/base/clock.h"
#include "orjon/base/file.h"

#include <poll.h>
#include <string.h>

enum {
    QUIET_FIRST = 400, // milliseconds without a sign of the program that is taken for its rest
    QUIET = 120,
    PATIENCE = 10000, // a program that never rests is pictured as it is then, after all keys
};

// Lets the program draw until it rests, or the time comes.
static void settle(struct session *session, int quiet, int64_t until)
{
    bool more = true;
    while (more && clock_ticks() < until) {
        struct pollfd poll_for = {.fd = session->program.terminal, .events = POLLIN};
        if (session->program.out.len)
            poll_for.events |= POLLOUT;
        if (poll(&poll_for, 1, quiet) <= 0)
            return;
        if (poll_for.revents & POLLOUT)
            program_flush(&session->program);
        if (poll_for.revents & (POLLIN | POLLHUP | POLLERR))
            more = session_read(session);
    }
}

static enum status play(struct session *session, const char *keys, struct err *err)
{
    enum status status = STATUS_OK;
    const int64_t until = clock_ticks() + PATIENCE;
    settle(session, QUIET_FIRST, until);
    while (status == STATUS_OK && *keys) {
        int wait = 0;
        status = script_step(session, &keys, &wait, err);
        settle(session, wait > QUIET ? wait : QUIET, until);
    }
    return status;
}

static cairo_surface_t *draw(struct session *session, struct paint *paint)
{
    const struct paint_measure measure = paint_measure(paint);
    cairo_surface_t *surface = cairo_image_surface_create(
        CAIRO_FORMAT_RGB24, session->columns * measure.width, session->rows * measure.height);
    cairo_t *cr = cairo_create(surface);
    for (int row = 0; row < session->rows; row++) {
        const bool here = row == session->cursor.row;
        paint_row(paint, cr, session_row(session, row), session->columns,
                  here ? session_cursor_shape(session, true) : CURSOR_NONE, session->cursor.column);
        cairo_translate(cr, 0, measure.height);
    }
    cairo_destroy(cr);
    return surface;
}

static cairo_status_t put(void *closure, const unsigned char *data, unsigned n)
{
    str_add_n(closure, (const char *)data, n);
    return CAIRO_STATUS_SUCCESS;
}

static enum status save(cairo_surface_t *surface, const char *path, bool force, struct err *err)
{
    autostr png = STR_INIT;
    cairo_status_t status = cairo_surface_write_to_png_stream(surface, put, &png);
    if (status)
        return err_set(err, STATUS_FAILED, _("The picture could not be made: %s"),
                       cairo_status_to_string(status));
    return file_write(path, png.buf, png.len, force, err);
}

enum status picture_take(const struct window_options *options, struct err *err)
{
    autopaint *paint = NULL;
    struct session session = {0};
    enum status status = paint_new(&options->fonts, &paint, err);
    if (status)
        return status;
    status = session_start(&session, options->program, options->rows, options->columns,
                           options->colours, err);
    if (status == STATUS_OK)
        status = play(&session, options->keys, err);
    if (status == STATUS_OK) {
        cairo_surface_t *surface = draw(&session, paint);
        status = save(surface, options->picture, options->force, err);
        cairo_surface_destroy(surface);
    }
    session_end(&session);
    return status;
}
