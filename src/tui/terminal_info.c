// SPDX-License-Identifier: GPL-3.0-or-later
// The sequences of the terminal, from terminfo: the only file that sees curses.
//
// Of ncurses only terminfo is used. Its screen would send text to where it believes the cursor is,
// and its wget_wch() swallows 143 bytes after one that is not UTF-8 (docs/terminal.md).
#include "terminal_private.h"

#include <stdlib.h>
#include <string.h>

#include <curses.h>
#include <term.h>

static struct str *sink; // tputs() hands bytes to a function that takes no data

static int add_byte(int c)
{
    str_add_char(sink, (char)c);
    return c;
}

static void add(struct str *ret, const char *sequence)
{
    if (!sequence || sequence == (char *)-1)
        return;
    sink = ret;
    tputs(sequence, 1, add_byte);
}

bool info_open(const char *name)
{
    int found = 0;
    info_close(); // of a terminal opened before
    if (setupterm(name, 1, &found) == ERR)
        return false;
    if (cursor_address && clear_screen)
        return true;
    info_close();
    return false;
}

void info_close(void)
{
    if (cur_term)
        del_curterm(cur_term);
}

static const char *capability(enum sequence sequence)
{
    switch (sequence) {
    case SEQUENCE_ENTER:
        return enter_ca_mode;
    case SEQUENCE_LEAVE:
        return exit_ca_mode;
    case SEQUENCE_KEYS_PLAIN:
        return keypad_local ? keypad_local : info_is_ansi() ? "\033[?1l\033>" : NULL;
    case SEQUENCE_WRAP_ON:
        return enter_am_mode ? enter_am_mode : info_is_ansi() ? "\033[?7h" : NULL;
    case SEQUENCE_WRAP_OFF:
        return exit_am_mode ? exit_am_mode : info_is_ansi() ? "\033[?7l" : NULL;
    case SEQUENCE_CLEAR:
        return clear_screen;
    case SEQUENCE_CLEAR_ROW:
        return clr_eol;
    case SEQUENCE_SAVE:
        return save_cursor;
    case SEQUENCE_RESTORE:
        return restore_cursor;
    case SEQUENCE_PLAIN:
        return exit_attribute_mode;
    case SEQUENCE_COUNT:
        break;
    }
    return NULL;
}

bool info_has(enum sequence sequence)
{
    return capability(sequence) != NULL;
}

void info_add(struct str *ret, enum sequence sequence)
{
    add(ret, capability(sequence));
}

static void add_number(struct str *ret, int n)
{
    char digits[12];
    size_t at = sizeof digits;
    do
        digits[--at] = (char)('0' + n % 10);
    while ((n /= 10) > 0);
    str_add_n(ret, digits + at, sizeof digits - at);
}

// Nearly every terminal has these as ANSI does: they are written here, some hundred a picture, and
// what terminfo's language says of others is left to it.
static bool is_ansi(const char *sequence, const char *ansi)
{
    return strcmp(sequence, ansi) == 0;
}

void info_add_go(struct str *ret, int row, int col)
{
    if (!is_ansi(cursor_address, "\033[%i%p1%d;%p2%dH")) {
        add(ret, tiparm(cursor_address, row, col));
        return;
    }
    str_add(ret, "\033[");
    add_number(ret, row + 1);
    str_add_char(ret, ';');
    add_number(ret, col + 1);
    str_add_char(ret, 'H');
}

static void add_one(struct str *ret, const char *sequence, const char *ansi, int n, int shown)
{
    if (!is_ansi(sequence, ansi)) {
        add(ret, tiparm(sequence, n));
        return;
    }
    str_add(ret, "\033[");
    add_number(ret, shown);
    str_add_char(ret, ansi[strlen(ansi) - 1]);
}

bool info_add_go_along(struct str *ret, int col)
{
    if (column_address)
        add_one(ret, column_address, "\033[%i%p1%dG", col, col + 1);
    return column_address != NULL;
}

bool info_add_erase(struct str *ret, int count)
{
    if (erase_chars)
        add_one(ret, erase_chars, "\033[%p1%dX", count, count);
    return erase_chars != NULL;
}

bool info_can_scroll(void)
{
    return change_scroll_region && scroll_forward && scroll_reverse;
}

void info_add_scroll(struct str *ret, int top, int bottom, int height, int by)
{
    add(ret, tiparm(change_scroll_region, top, bottom));
    info_add_go(ret, by > 0 ? bottom : top, 0);
    for (int i = 0; i < by; i++)
        add(ret, scroll_forward);
    for (int i = 0; i > by; i--)
        add(ret, scroll_reverse);
    add(ret, tiparm(change_scroll_region, 0, height - 1));
}

bool info_is_ansi(void)
{
    return strncmp(cursor_address, "\033[", 2) == 0;
}

bool info_scrolls_at_end(void)
{
    return auto_right_margin && !eat_newline_glitch && !exit_am_mode;
}

void info_size(int *ret_rows, int *ret_cols)
{
    *ret_rows = lines > 0 ? lines : 24;
    *ret_cols = columns > 0 ? columns : 80;
}

int info_colours(void)
{
    return set_a_foreground && set_a_background ? max_colors : 0;
}

static void add_attributes(struct str *ret, int attributes)
{
    int underline = attributes & LOOK_UNDERLINE ? 1 : 0,
        reverse = attributes & LOOK_REVERSE ? 1 : 0;
    int faint = attributes & LOOK_FAINT ? 1 : 0, bold = attributes & LOOK_BOLD ? 1 : 0;
    if (!attributes) {
        add(ret, exit_attribute_mode);
    } else if (set_attributes) {
        add(ret, tiparm(set_attributes, 0, underline, reverse, 0, faint, bold, 0, 0, 0));
    } else {
        add(ret, exit_attribute_mode);
        add(ret, bold ? enter_bold_mode : NULL);
        add(ret, faint ? enter_dim_mode : NULL);
        add(ret, underline ? enter_underline_mode : NULL);
        add(ret, reverse ? enter_reverse_mode : NULL);
    }
    if (attributes & LOOK_ITALIC)
        add(ret, enter_italics_mode);
}

// Takes out what chooses a character set: we never choose another than the first.
static void drop_charsets(struct str *text, size_t from)
{
    static const char choice[] = "\033(B";
    char *s = text->buf + from, *to = s;
    for (size_t i = 0, n = text->len - from; i < n;) {
        if (n - i >= sizeof choice - 1 && memcmp(s + i, choice, sizeof choice - 1) == 0)
            i += sizeof choice - 1;
        else if (s[i] == '\017')
            i++;
        else
            *to++ = s[i++];
    }
    str_cut(text, (size_t)(to - text->buf));
}

void info_add_look(struct str *ret, const struct look *look, bool *ret_flat)
{
    const size_t from = ret->len;
    add_attributes(ret, look->attributes);
    if (look->front >= 0)
        add(ret, tiparm(set_a_foreground, look->front));
    if (look->back >= 0)
        add(ret, tiparm(set_a_background, look->back));
    if (ret->len > from)
        drop_charsets(ret, from);
    *ret_flat = !(look->attributes & (LOOK_UNDERLINE | LOOK_REVERSE)) &&
                (look->back < 0 || back_color_erase);
}

// What st sends while its numeric pad is not in application mode; terminfo only has the other half.
static void learn_plain_keys_of_st(struct key_decoder *decoder)
{
    key_decoder_learn(decoder, "\033[P", K_DELETE);
    key_decoder_learn(decoder, "\033[4h", K_INSERT);
    key_decoder_learn(decoder, "\033[2J", K_SHIFT_HOME);
    key_decoder_learn(decoder, "\033[K", K_SHIFT_END);
    key_decoder_learn(decoder, "\033[J", K_CTRL_END);
    key_decoder_learn(decoder, "\033[M", K_UNKNOWN); // Ctrl-Delete, no mouse of old
}

// Keys that differ from xterm's; the decoder knows the others.
void info_learn_keys(struct key_decoder *decoder, const char *name)
{
    static const struct {
        const char *name;
        enum key_code code;
    } keys[] = {
        {"kcuu1", K_UP},        {"kcud1", K_DOWN},       {"kcub1", K_LEFT},
        {"kcuf1", K_RIGHT},     {"khome", K_HOME},       {"kend", K_END},
        {"kpp", K_PGUP},        {"knp", K_PGDN},         {"kich1", K_INSERT},
        {"kdch1", K_DELETE},    {"kcbt", K_BACKTAB},     {"kent", K_ENTER},
        {"kf1", K_F1},          {"kf2", K_F2},           {"kf3", K_F3},
        {"kf4", K_F4},          {"kf5", K_F5},           {"kf6", K_F6},
        {"kf7", K_F7},          {"kf8", K_F8},           {"kf9", K_F9},
        {"kf10", K_F10},        {"kf11", K_F11},         {"kf12", K_F12},
        {"kLFT", K_SHIFT_LEFT}, {"kRIT", K_SHIFT_RIGHT}, {"kHOM", K_SHIFT_HOME},
        {"kEND", K_SHIFT_END},  {"kri", K_SHIFT_UP},     {"kind", K_SHIFT_DOWN},
    };
    for (size_t i = 0; i < sizeof keys / sizeof *keys; i++) {
        const char *sequence = tigetstr(keys[i].name);
        if (sequence && sequence != (char *)-1)
            key_decoder_learn(decoder, sequence, keys[i].code);
    }
    if (strncmp(name, "st", 2) == 0)
        learn_plain_keys_of_st(decoder);
}
