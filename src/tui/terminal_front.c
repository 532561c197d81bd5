// SPDX-License-Identifier: GPL-3.0-or-later
// Reading keys and showing canvases: the terminal as the front of a desk.
#include "terminal_private.h"

#include <errno.h>
#include <poll.h>
#include <signal.h>
#include <unistd.h>

// --- reading ------------------------------------------------------------------------------------

// What signals ask for; true when that is a key.
static bool read_signals(struct terminal *terminal, struct key *ret)
{
    struct signals came = signals_take();
    *ret = (struct key){0};
    if (signals_ended()) {
        ret->code = K_TERMINATE;
        return true;
    }
    if (came.stopped) { // stops as the job it is, with the terminal given back
        terminal_lend(terminal);
        signals_stop();
        terminal_take(terminal);
    } else if (came.continued) { // stopped by SIGSTOP: the shell has changed the modes
        modes_enter();
        terminal->painter.valid = false;
    } else if (came.resized) { // however short it was: the terminal may have moved what it shows
        terminal->painter.valid = false;
    } else {
        return false;
    }
    ret->code = K_RESIZE;
    return true;
}

// Waits for bytes or a signal; false when none came in the time.
static bool wait_for_bytes(struct terminal *terminal, int timeout)
{
    struct pollfd fds[2] = {{.fd = STDIN_FILENO, .events = POLLIN},
                            {.fd = signals_descriptor(), .events = POLLIN}};
    int ready = poll(fds, 2, timeout);
    if (ready == 0)
        return false;
    if (ready < 0 || !fds[0].revents)
        return true; // a signal
    char bytes[1 << 14];
    ssize_t n = read(STDIN_FILENO, bytes, sizeof bytes);
    terminal->drained = n < (ssize_t)sizeof bytes;
    if (n > 0)
        key_decoder_feed(terminal->decoder, bytes, (size_t)n, clock_ticks());
    else if (n == 0 || (errno != EINTR && errno != EAGAIN))
        signals_end(SIGHUP);
    return true;
}

// The next whole key, where until `quiet` nothing more has come; false when there is none.
static bool next_key(struct terminal *terminal, int64_t quiet, struct key *ret)
{
    while (key_decoder_next(terminal->decoder, quiet, ret))
        if (ret->code != K_REPORT || terminal_answer(terminal, ret->text))
            return true;
    return false;
}

static int sooner(int timeout, int64_t due, int64_t now)
{
    const int64_t left = due > now ? due - now : 0;
    return timeout < 0 || left < timeout ? (int)left : timeout;
}

// How long to wait for bytes: no longer than what is half read can, or the rows that follow.
static int shortened(const struct terminal *terminal, int timeout, int64_t now)
{
    const int64_t due = key_decoder_due(terminal->decoder);
    timeout = due >= 0 ? sooner(timeout, due, now) : timeout;
    return terminal->late ? sooner(timeout, terminal->late_at, now) : timeout;
}

static void show_late(struct terminal *terminal, int64_t now)
{
    if (!terminal->late || now < terminal->late_at)
        return;
    painter_show(&terminal->painter, terminal->late);
    modes_send(terminal->painter.out.buf, terminal->painter.out.len);
    terminal->late = NULL;
}

// Right after all that there was has been read nobody need be asked whether there is more: what
// comes meanwhile is taken, all of it, after the next picture.
void terminal_read(struct terminal *terminal, int timeout, struct key *ret)
{
    int64_t quiet = INT64_MIN;
    bool over = false;
    for (;;) {
        if (read_signals(terminal, ret))
            return;
        if (next_key(terminal, quiet, ret))
            break;
        const bool drained = terminal->drained;
        const int64_t now = clock_ticks();
        const int wait = shortened(terminal, timeout, now);
        terminal->drained = false;
        if (over || (timeout == 0 && drained)) {
            *ret = (struct key){.code = K_TIMEOUT};
            return;
        }
        if (wait_for_bytes(terminal, wait))
            continue;
        quiet = now + wait;
        if (timeout) // else the next picture is about to come
            show_late(terminal, quiet);
        over = wait == timeout;
    }
    if (key_is_ctrl(ret, 'l'))
        terminal->painter.valid = false; // the user sees rubbish: everything is sent again
}

// --- showing ------------------------------------------------------------------------------------

// How long keys must rest until the rows come that follow: a held arrow comes about each 30
// milliseconds, a letter of somebody who types fast each 150.
static int patience(const struct canvas *canvas)
{
    enum { OF_ARROWS = 80, OF_LETTERS = 200 };
    const int row = canvas->cursor_row, col = canvas->cursor_col;
    return canvas_cell(canvas, row, col)->style == STYLE_EDIT ? OF_LETTERS : OF_ARROWS;
}

void terminal_show(struct terminal *terminal, const struct canvas *canvas)
{
    const bool late = painter_show_first(&terminal->painter, canvas);
    modes_send(terminal->painter.out.buf, terminal->painter.out.len);
    terminal->late = late ? canvas : NULL;
    terminal->late_at = late ? clock_ticks() + patience(canvas) : 0;
}

static void add_base64(struct str *ret, const char *s, size_t n)
{
    static const char digits[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    for (size_t at = 0; at < n; at += 3) {
        uint32_t bits = 0;
        for (size_t i = 0; i < 3; i++)
            bits = bits << 8 | (at + i < n ? (uint8_t)s[at + i] : 0);
        for (size_t i = 0; i < 4; i++)
            str_add_char(ret, i <= n - at ? digits[bits >> (18 - 6 * i) & 63] : '=');
    }
}

void terminal_copy(struct terminal *terminal, const char *text, size_t n)
{
    if (!terminal->copies || n > TERMINAL_COPY_MAX) // half a copy would be worse than none
        return;
    autostr out = STR_INIT;
    str_add(&out, "\033]52;c;");
    add_base64(&out, text, n);
    str_add(&out, "\033\\");
    modes_send(out.buf, out.len);
}

// --- the front of a desk ------------------------------------------------------------------------

static void front_read(void *self, int timeout, struct key *ret)
{
    terminal_read(self, timeout, ret);
}

static void front_show(void *self, const struct canvas *canvas)
{
    terminal_show(self, canvas);
}

static void front_size(void *self, int *ret_rows, int *ret_cols)
{
    terminal_size(self, ret_rows, ret_cols);
}

static void front_copy(void *self, const char *text, size_t n)
{
    terminal_copy(self, text, n);
}

static void front_set_theme(void *self, enum theme theme)
{
    terminal_set_theme(self, theme);
}

static void front_set_mouse(void *self, bool on)
{
    terminal_set_mouse(self, on);
}

static void front_lend(void *self)
{
    terminal_lend(self);
}

// A program that was stopped and went on has sent us the same signals: they were for the two of us.
static void front_take(void *self)
{
    signals_take();
    terminal_take(self);
}

struct desk_front terminal_front(struct terminal *terminal)
{
    return (struct desk_front){
        .self = terminal,
        .read = front_read,
        .show = front_show,
        .size = front_size,
        .copy = front_copy,
        .set_theme = front_set_theme,
        .set_mouse = front_set_mouse,
        .lend = front_lend,
        .take = front_take,
    };
}
