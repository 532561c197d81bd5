// SPDX-License-Identifier: GPL-3.0-or-later
// Taking the terminal and giving it back; its settings.
#include "terminal_private.h"

#include "orjon/base/mem.h"

#include <errno.h>
#include <poll.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <termios.h>
#include <unistd.h>

enum { ANSWER_PATIENCE = 200 }; // milliseconds that an answer to a question may take

static bool begins_with(const char *s, const char *beginning)
{
    return strncmp(s, beginning, strlen(beginning)) == 0;
}

static bool is_one_of(const char *name, const char *const *beginnings)
{
    for (; *beginnings; beginnings++)
        if (begins_with(name, *beginnings))
            return true;
    return false;
}

// Terminals that swallow an operating system command they do not know.
static bool takes_copies(const char *name)
{
    static const char *const known[] = {"xterm", "tmux",    "foot",    "alacritty", "konsole",
                                        "st",    "mlterm",  "rxvt",    "kitty",     "wezterm",
                                        "gnome", "contour", "ghostty", "vte",       NULL};
    return is_one_of(name, known) || (begins_with(name, "screen") && getenv("TMUX"));
}

// Asks, without waiting: whether the terminal counts a syllable of a letter and a mark without a
// width as one column (some count each code point; the answer is the cursor's place), and whether
// it measures by clusters. terminal_answer takes the answers. What is written here is cleared by
// the first picture.
static void ask(struct terminal *terminal, const char *name)
{
    static const char *const plain[] = {"vt", "ansi", "cons", "linux", "screen", NULL};
    if (terminal->ascii || !info_is_ansi())
        return;
    autostr text = STR_INIT;
    info_add_go(&text, 1, 0);
    str_add(&text, "ক্\033[6n");
    terminal->unanswered = 1;
    if (!is_one_of(name, plain)) {
        str_add(&text, "\033[?2027$p");
        terminal->unanswered++;
    }
    modes_send(text.buf, text.len);
    terminal->asked_at = clock_ticks();
}

bool terminal_answer(struct terminal *terminal, const char *text)
{
    enum { AS_EXPECTED = 2, SET = 1 };
    terminal->unanswered -= terminal->unanswered > 0;
    if (begins_with(text, "2027;")) {
        if (atoi(text + 5) != SET)
            return false;
        modes_set(MODE_CLASSIC, true);
        terminal->painter.tail.known = false;
        return false;
    }
    const char *col = strchr(text, ';');
    if (!begins_with(text, "2;") || terminal->painter.wide || atoi(col + 1) <= AS_EXPECTED)
        return false;
    terminal->painter.wide = true;
    terminal->painter.valid = false;
    return true;
}

// An answer that is still on its way would be typed into the shell.
static void await_answers(struct terminal *terminal)
{
    struct pollfd in = {.fd = STDIN_FILENO, .events = POLLIN};
    int64_t left = terminal->asked_at + ANSWER_PATIENCE - clock_ticks();
    if (!terminal->unanswered || left <= 0 || signals_ended())
        return; // there is none, or none any more
    if (poll(&in, 1, left < ANSWER_PATIENCE ? (int)left : ANSWER_PATIENCE) > 0)
        poll(NULL, 0, 5); // both come together
    tcflush(STDIN_FILENO, TCIFLUSH);
}

static enum status check(struct err *err)
{
    const char *name = getenv("TERM");
    if (!isatty(STDIN_FILENO) || !isatty(STDOUT_FILENO))
        return err_set(err, STATUS_FAILED, _("The screens need a terminal to be shown on"));
    if (!name || !*name || strcmp(name, "dumb") == 0)
        return err_set(err, STATUS_FAILED, _("The terminal cannot show screens (TERM is “%s”)"),
                       name ? name : "");
    if (!info_open(name))
        return err_set(err, STATUS_FAILED,
                       _("The terminal “%s” is not known here, or cannot show screens"), name);
    return STATUS_OK;
}

enum status terminal_open(struct terminal **ret, struct err *err)
{
    enum status status = check(err);
    if (status != STATUS_OK)
        return status;
    if (!signals_watch()) {
        info_close();
        return err_set(err, STATUS_IO, "%s", strerror(errno));
    }
    const char *name = getenv("TERM");
    struct terminal *terminal = mem_alloc(sizeof *terminal);
    terminal->theme = THEME_AUTO; // as the painter begins
    terminal->ascii = begins_with(name, "vt") || begins_with(name, "ansi");
    terminal->copies = takes_copies(name);
    terminal->decoder = key_decoder_new();
    painter_init(&terminal->painter);
    info_learn_keys(terminal->decoder, name);
    modes_prepare();
    terminal_take(terminal);
    ask(terminal, name);
    *ret = terminal;
    return STATUS_OK;
}

// What terminfo keeps stays to the end of the process: where memory ran out while ncurses kept what
// it had read of a sequence, freeing that crashes.
void terminal_close(struct terminal **p)
{
    struct terminal *terminal = *p;
    if (!terminal)
        return;
    await_answers(terminal);
    terminal_restore();
    signals_unwatch();
    painter_done(&terminal->painter);
    key_decoder_free(&terminal->decoder);
    free(terminal);
    *p = NULL;
}

void terminal_take(struct terminal *terminal)
{
    modes_take();
    terminal->painter.valid = false;
}

void terminal_lend(struct terminal *terminal)
{
    terminal->painter.valid = false;
    terminal->late = NULL;
    terminal_restore();
}

bool terminal_ascii(const struct terminal *terminal)
{
    return terminal->ascii;
}

void terminal_set_theme(struct terminal *terminal, enum theme theme)
{
    if (theme != terminal->theme)
        painter_set_theme(&terminal->painter, theme);
    terminal->theme = theme;
}

void terminal_set_mouse(struct terminal *terminal, bool on)
{
    (void)terminal;
    if (info_is_ansi())
        modes_set(MODE_MOUSE, on);
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
