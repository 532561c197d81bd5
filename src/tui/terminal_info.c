// SPDX-License-Identifier: GPL-3.0-or-later
// The sequences of the terminal, from terminfo: the only file that sees curses.
//
// Of ncurses only terminfo is used. Its screen would send text to where it believes the cursor is,
// and its wget_wch() swallows 143 bytes after one that is not UTF-8.
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
    if (setupterm(name, 1, &found) == ERR)
        return false;
    if (cursor_address && clear_screen)
        return true;
    info_close();
    return false;
}

void info_close(void)
{
    del_curterm(cur_term);
}

static const char *capability(enum sequence sequence)
{
    switch (sequence) {
    case SEQUENCE_ENTER:
        return enter_ca_mode;
    case SEQUENCE_LEAVE:
        return exit_ca_mode;
    case SEQUENCE_KEYS_ON:
        return keypad_xmit;
    case SEQUENCE_KEYS_OFF:
        return keypad_local;
    case SEQUENCE_WRAP_ON:
        return enter_am_mode;
    case SEQUENCE_WRAP_OFF:
        return exit_am_mode;
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

void info_add_go(struct str *ret, int row, int col)
{
    add(ret, tiparm(cursor_address, row, col));
}

bool info_add_erase(struct str *ret, int count)
{
    if (!erase_chars)
        return false;
    add(ret, tiparm(erase_chars, count));
    return true;
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

enum { BOLD = 1, REVERSE = 2, UNDERLINE = 4, FAINT = 8 };

// Each role differs from its neighbours without colour too, for NO_COLOR and one-coloured
// terminals. Backgrounds stay the user's own, so that light and dark terminals both do.
static const struct {
    int attributes;
    int colour; // of terminfo's eight; -1 = the terminal's own
} looks[STYLE_COUNT] = {
    [STYLE_PLAIN] = {0, -1},
    [STYLE_TITLE] = {BOLD | REVERSE, -1},
    [STYLE_HEADING] = {BOLD, -1},
    [STYLE_RULE] = {0, -1},
    [STYLE_DIM] = {FAINT, -1},
    [STYLE_LABEL] = {0, -1},
    [STYLE_FIELD] = {UNDERLINE, -1},
    [STYLE_FOCUS] = {REVERSE, -1},
    [STYLE_EDIT] = {BOLD | UNDERLINE, -1},
    [STYLE_SELECTED] = {REVERSE, -1},
    [STYLE_GOOD] = {0, COLOR_GREEN},
    [STYLE_WARNING] = {BOLD, COLOR_MAGENTA}, // yellow cannot be read on white
    [STYLE_ERROR] = {BOLD, COLOR_RED},
    [STYLE_KEY] = {REVERSE, -1},
    [STYLE_KEY_NAME] = {0, -1},
    [STYLE_MARK] = {BOLD | REVERSE, -1},
};

static void add_attributes(struct str *ret, int attributes)
{
    int underline = attributes & UNDERLINE ? 1 : 0, reverse = attributes & REVERSE ? 1 : 0;
    int faint = attributes & FAINT ? 1 : 0, bold = attributes & BOLD ? 1 : 0;
    if (set_attributes) {
        add(ret, tiparm(set_attributes, 0, underline, reverse, 0, faint, bold, 0, 0, 0));
        return;
    }
    add(ret, exit_attribute_mode);
    if (bold)
        add(ret, enter_bold_mode);
    if (faint)
        add(ret, enter_dim_mode);
    if (underline)
        add(ret, enter_underline_mode);
    if (reverse)
        add(ret, enter_reverse_mode);
}

void info_add_style(struct str *ret, enum style style, bool colours, bool *ret_flat)
{
    int attributes = looks[style].attributes;
    if (attributes)
        add_attributes(ret, attributes);
    else
        add(ret, exit_attribute_mode);
    if (colours && looks[style].colour >= 0 && max_colors >= 8 && set_a_foreground)
        add(ret, tiparm(set_a_foreground, looks[style].colour));
    *ret_flat = !(attributes & (UNDERLINE | REVERSE));
}

// Keys that differ from xterm's; the decoder knows the others.
void info_learn_keys(struct key_decoder *decoder)
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
}
