// SPDX-License-Identifier: GPL-3.0-or-later
// Taking the terminal, giving it back, reading from it; signals.
#include "terminal_private.h"

#include "orjon/base/mem.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <termios.h>
#include <unistd.h>

struct terminal {
    struct painter painter;
    struct key_decoder *decoder;
    bool ascii;
};

// What signal handlers may touch.
static volatile sig_atomic_t taken, resized, stopped, continued, ended;
static int wake[2] = {-1, -1};
static struct termios before; // the terminal's modes as we found them
static char farewell[512];    // the bytes that give the screen back
static size_t farewell_length;

static const int signals[] = {SIGWINCH, SIGTSTP, SIGCONT, SIGTERM, SIGHUP, SIGINT, SIGQUIT};
enum { SIGNALS = sizeof signals / sizeof *signals };
static struct sigaction former[SIGNALS], former_pipe;

static void on_signal(int signal)
{
    const int error = errno;
    if (signal == SIGWINCH)
        resized = 1;
    else if (signal == SIGTSTP)
        stopped = 1;
    else if (signal == SIGCONT)
        continued = 1;
    else
        ended = signal;
    if (wake[1] >= 0 && write(wake[1], "", 1) < 0) {
        // the pipe is full: the loop will wake anyway
    }
    errno = error;
}

static void watch_signals(void)
{
    struct sigaction action = {.sa_handler = on_signal}; // no SA_RESTART: a stuck write must end
    sigemptyset(&action.sa_mask);
    for (int i = 0; i < SIGNALS; i++)
        sigaction(signals[i], &action, &former[i]);
    action.sa_handler = SIG_IGN;
    sigaction(SIGPIPE, &action, &former_pipe);
}

static void unwatch_signals(void)
{
    for (int i = 0; i < SIGNALS; i++)
        sigaction(signals[i], &former[i], NULL);
    sigaction(SIGPIPE, &former_pipe, NULL);
}

// --- taking and giving back ---------------------------------------------------------------------

// What is sent on taking the screen. Wrapping at the right edge is off, so that text that a
// terminal makes wider than it should be is cut there and does not fall on the next row. Mode 2027
// is left as it is: nothing we send depends on the widths it changes.
static void add_welcome(struct str *ret)
{
    info_add(ret, SEQUENCE_ENTER);
    info_add(ret, SEQUENCE_KEYS_ON);
    info_add(ret, SEQUENCE_WRAP_OFF);
    if (info_is_ansi())
        str_add(ret, "\033[?2004h"); // bracketed paste; unknown modes are ignored
}

static void make_farewell(void)
{
    autostr text = STR_INIT;
    info_add(&text, SEQUENCE_PLAIN);
    if (info_is_ansi())
        str_add(&text, "\033[?2004l");
    info_add(&text, SEQUENCE_WRAP_ON);
    info_add(&text, SEQUENCE_KEYS_OFF);
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
}

static void send(const char *s, size_t n)
{
    while (n > 0 && !ended) {
        ssize_t sent = write(STDOUT_FILENO, s, n);
        if (sent > 0) {
            s += sent;
            n -= (size_t)sent;
        } else if (sent < 0 && errno == EAGAIN) {
            poll(&(struct pollfd){.fd = STDOUT_FILENO, .events = POLLOUT}, 1, -1);
        } else if (sent < 0 && errno != EINTR) {
            ended = SIGHUP; // nobody is there any more
        }
    }
}

static void set_raw(void)
{
    struct termios raw = before;
    cfmakeraw(&raw); // Ctrl-S, Ctrl-Q, Ctrl-Z and Ctrl-C are keys
    raw.c_cc[VMIN] = 1;
    raw.c_cc[VTIME] = 0;
    tcsetattr(STDIN_FILENO, TCSANOW, &raw);
}

static void enter(struct terminal *terminal)
{
    set_raw();
    taken = 1;
    autostr text = STR_INIT;
    add_welcome(&text);
    send(text.buf, text.len);
    terminal->painter.valid = false;
}

void terminal_take(struct terminal *terminal)
{
    tcgetattr(STDIN_FILENO, &before);
    enter(terminal);
}

void terminal_restore(void)
{
    if (!taken)
        return;
    taken = 0;
    const char *s = farewell;
    for (size_t n = farewell_length; n > 0;) {
        ssize_t sent = write(STDOUT_FILENO, s, n);
        if (sent <= 0)
            break;
        s += sent;
        n -= (size_t)sent;
    }
    tcsetattr(STDIN_FILENO, TCSANOW, &before);
}

void terminal_lend(struct terminal *terminal)
{
    terminal->painter.valid = false;
    terminal_restore();
}

static enum status check(struct err *err)
{
    const char *name = getenv("TERM");
    if (!isatty(STDIN_FILENO) || !isatty(STDOUT_FILENO))
        return err_set(err, STATUS_FAILED, _("The screens need a terminal to be shown on"));
    if (!name || !*name || strcmp(name, "dumb") == 0)
        return err_set(err, STATUS_FAILED, _("The terminal cannot show screens (TERM is «%s»)"),
                       name ? name : "");
    if (!info_open(name))
        return err_set(err, STATUS_FAILED,
                       _("The terminal «%s» is not known here, or cannot show screens"), name);
    return STATUS_OK;
}

enum status terminal_open(struct terminal **ret, struct err *err)
{
    enum status status = check(err);
    if (status != STATUS_OK)
        return status;
    if (pipe2(wake, O_NONBLOCK | O_CLOEXEC) < 0) {
        info_close();
        return err_set(err, STATUS_IO, "%s", strerror(errno));
    }
    const char *name = getenv("TERM");
    struct terminal *terminal = mem_alloc(sizeof *terminal);
    terminal->ascii = strncmp(name, "vt", 2) == 0 || strncmp(name, "ansi", 4) == 0;
    terminal->decoder = key_decoder_new();
    painter_init(&terminal->painter);
    info_learn_keys(terminal->decoder);
    make_farewell();
    resized = stopped = continued = ended = 0;
    watch_signals();
    terminal_take(terminal);
    *ret = terminal;
    return STATUS_OK;
}

void terminal_close(struct terminal **p)
{
    struct terminal *terminal = *p;
    if (!terminal)
        return;
    terminal_restore();
    unwatch_signals();
    close(wake[0]);
    close(wake[1]);
    wake[0] = wake[1] = -1;
    painter_done(&terminal->painter);
    key_decoder_free(&terminal->decoder);
    info_close();
    free(terminal);
    *p = NULL;
}

void terminal_reraise(void)
{
    if (!ended)
        return;
    signal(ended, SIG_DFL);
    raise(ended);
}

bool terminal_ascii(const struct terminal *terminal)
{
    return terminal->ascii;
}

static int positive(const char *text)
{
    long value = text ? strtol(text, NULL, 10) : 0;
    return value > 0 && value < 10000 ? (int)value : 0;
}

void terminal_size(struct terminal *terminal, int *ret_rows, int *ret_cols)
{
    (void)terminal;
    struct winsize size = {0};
    ioctl(STDOUT_FILENO, TIOCGWINSZ, &size);
    *ret_rows = size.ws_row ? size.ws_row : positive(getenv("LINES"));
    *ret_cols = size.ws_col ? size.ws_col : positive(getenv("COLUMNS"));
    int rows = 0, cols = 0;
    info_size(&rows, &cols);
    *ret_rows = *ret_rows ? *ret_rows : rows;
    *ret_cols = *ret_cols ? *ret_cols : cols;
}

// --- reading ------------------------------------------------------------------------------------

// Stops as the job it is, with the terminal given back, until it is continued.
static void suspend(struct terminal *terminal)
{
    stopped = 0;
    terminal_lend(terminal);
    signal(SIGTSTP, SIG_DFL); // which spares us where nobody could continue us
    raise(SIGTSTP);
    struct sigaction action = {.sa_handler = on_signal};
    sigemptyset(&action.sa_mask);
    sigaction(SIGTSTP, &action, NULL);
    terminal_take(terminal);
    continued = 0;
}

// What signals ask for; true when that is a key.
static bool read_signals(struct terminal *terminal, struct key *ret)
{
    char drain[64];
    while (wake[0] >= 0 && read(wake[0], drain, sizeof drain) > 0)
        ;
    *ret = (struct key){0};
    if (ended) {
        ret->code = K_TERMINATE;
        return true;
    }
    if (stopped)
        suspend(terminal);
    else if (continued) // stopped by SIGSTOP: the shell has changed the modes
        enter(terminal);
    else if (!resized)
        return false;
    resized = continued = 0;
    ret->code = K_RESIZE;
    return true;
}

// Waits for bytes; false when none came in the time.
static bool wait_for_bytes(struct terminal *terminal, int timeout)
{
    struct pollfd fds[2] = {{.fd = STDIN_FILENO, .events = POLLIN},
                            {.fd = wake[0], .events = POLLIN}};
    int ready = poll(fds, 2, timeout);
    if (ready == 0)
        return false;
    if (ready < 0 || !fds[0].revents)
        return true; // a signal
    static char bytes[1 << 16];
    ssize_t n = read(STDIN_FILENO, bytes, sizeof bytes);
    if (n > 0)
        key_decoder_feed(terminal->decoder, bytes, (size_t)n);
    else if (n == 0 || (errno != EINTR && errno != EAGAIN))
        ended = SIGHUP;
    return true;
}

void terminal_read(struct terminal *terminal, int timeout, struct key *ret)
{
    for (;;) {
        if (read_signals(terminal, ret))
            return;
        bool found = key_decoder_next(terminal->decoder, false, ret);
        if (!found) {
            int patience = key_decoder_patience(terminal->decoder);
            bool half = patience >= 0 && (timeout < 0 || patience <= timeout);
            if (wait_for_bytes(terminal, half ? patience : timeout))
                continue;
            found = half && key_decoder_next(terminal->decoder, true, ret);
            if (half && !found)
                continue;
        }
        if (!found)
            *ret = (struct key){.code = K_TIMEOUT};
        if (key_is_ctrl(ret, 'l'))
            terminal->painter.valid = false; // the user sees rubbish: everything is sent again
        return;
    }
}

void terminal_show(struct terminal *terminal, const struct canvas *canvas)
{
    painter_show(&terminal->painter, canvas);
    send(terminal->painter.out.buf, terminal->painter.out.len);
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

struct desk_front terminal_front(struct terminal *terminal)
{
    return (struct desk_front){
        .self = terminal, .read = front_read, .show = front_show, .size = front_size};
}
