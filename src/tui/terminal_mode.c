// SPDX-License-Identifier: GPL-3.0-or-later
// The modes a terminal is put in for the screens, and the way back, which a signal handler may
// take.
#include "terminal_private.h"

#include <errno.h>
#include <poll.h>
#include <signal.h>
#include <string.h>
#include <termios.h>
#include <unistd.h>

// What signal handlers may touch.
static volatile sig_atomic_t taken, extra[MODE_COUNT];
static struct termios before; // the terminal's modes as we found them
static char farewell[512];    // the bytes that give the screen back
static size_t farewell_length;

// Modes that are asked for only when they are wanted.
static const struct {
    const char *on, *off;
} extras[MODE_COUNT] = {
    [MODE_CLASSIC] = {"\033[?2027l", "\033[?2027h"},
    [MODE_MOUSE] = {"\033[?1000h\033[?1006h", "\033[?1006l\033[?1000l"},
};

void modes_send(const char *s, size_t n)
{
    while (n > 0 && !signals_ended()) {
        ssize_t sent = write(STDOUT_FILENO, s, n);
        if (sent > 0) {
            s += sent;
            n -= (size_t)sent;
        } else if (sent < 0 && errno == EAGAIN) {
            poll(&(struct pollfd){.fd = STDOUT_FILENO, .events = POLLOUT}, 1, -1);
        } else if (sent < 0 && errno != EINTR) {
            signals_end(SIGHUP); // nobody is there any more
        }
    }
}

// What is sent on taking the screen. The numeric pad is not put into application mode, in which / *
// - + would be F2 F3 F4 in some terminals, and taken out of it if another program has left it
// there. Wrapping at the right edge is off, so that text that a terminal makes wider than it should
// be is cut there and does not fall on the next row.
static void add_welcome(struct str *ret)
{
    info_add(ret, SEQUENCE_ENTER);
    info_add(ret, SEQUENCE_KEYS_PLAIN);
    info_add(ret, SEQUENCE_WRAP_OFF);
    if (info_is_ansi())
        str_add(ret, "\033[?2004h"); // bracketed paste; unknown modes are ignored
    for (int i = 0; i < MODE_COUNT; i++)
        if (extra[i])
            str_add(ret, extras[i].on);
}

void modes_prepare(void)
{
    autostr text = STR_INIT;
    info_add(&text, SEQUENCE_PLAIN);
    if (info_is_ansi())
        str_add(&text, "\033[?2004l");
    info_add(&text, SEQUENCE_WRAP_ON);
    if (info_has(SEQUENCE_LEAVE)) {
        info_add(&text, SEQUENCE_LEAVE);
    } else { // no second screen to leave: the shell goes on below ours
        int rows = 0, cols = 0;
        terminal_size(NULL, &rows, &cols);
        info_add_go(&text, rows - 1, 0);
        str_add(&text, "\r\n");
    }
    farewell_length = text.len < sizeof farewell ? text.len : sizeof farewell;
    memcpy(farewell, text.buf, farewell_length);
    for (int i = 0; i < MODE_COUNT; i++)
        extra[i] = 0;
}

void modes_enter(void)
{
    struct termios raw = before;
    cfmakeraw(&raw); // Ctrl-S, Ctrl-Q, Ctrl-Z and Ctrl-C are keys
    raw.c_cc[VMIN] = 1;
    raw.c_cc[VTIME] = 0;
    tcsetattr(STDIN_FILENO, TCSANOW, &raw);
    taken = 1;
    autostr text = STR_INIT;
    add_welcome(&text);
    modes_send(text.buf, text.len);
}

void modes_take(void)
{
    tcgetattr(STDIN_FILENO, &before);
    modes_enter();
}

static bool has(enum mode mode)
{
    return extra[mode] != 0;
}

// The flag goes up before the mode and down after it: a handler in between gives back too much
// rather than too little.
void modes_set(enum mode mode, bool on)
{
    if (has(mode) == on)
        return;
    extra[mode] = 1;
    const char *s = on ? extras[mode].on : extras[mode].off;
    if (taken)
        modes_send(s, strlen(s));
    extra[mode] = on;
}

static void write_all(const char *s, size_t n)
{
    while (n > 0) {
        ssize_t sent = write(STDOUT_FILENO, s, n);
        if (sent <= 0)
            break;
        s += sent;
        n -= (size_t)sent;
    }
}

void terminal_restore(void)
{
    if (!taken)
        return;
    taken = 0;
    for (int i = 0; i < MODE_COUNT; i++)
        if (extra[i])
            write_all(extras[i].off, strlen(extras[i].off));
    write_all(farewell, farewell_length);
    tcsetattr(STDIN_FILENO, TCSANOW, &before);
}
