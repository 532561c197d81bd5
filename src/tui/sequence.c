// SPDX-License-Identifier: GPL-3.0-or-later
// The escape sequences of xterm and its kin.
#include "sequence.h"

#include <stdint.h>
#include <string.h>

enum { SEQUENCE_MAX = 64 }; // bytes of ESC [ …; longer is noise

static enum key_code modified(enum key_code code, int modifiers)
{
    static const struct {
        enum key_code plain, ctrl, shift;
    } table[] = {
        {K_UP, K_CTRL_UP, K_SHIFT_UP},       {K_DOWN, K_CTRL_DOWN, K_SHIFT_DOWN},
        {K_LEFT, K_CTRL_LEFT, K_SHIFT_LEFT}, {K_RIGHT, K_CTRL_RIGHT, K_SHIFT_RIGHT},
        {K_HOME, K_CTRL_HOME, K_SHIFT_HOME}, {K_END, K_CTRL_END, K_SHIFT_END},
        {K_PGUP, K_CTRL_PGUP, K_PGUP},       {K_PGDN, K_CTRL_PGDN, K_PGDN},
    };
    if (modifiers && code >= K_F1 && code <= K_F12)
        return K_UNKNOWN; // Ctrl-F9 must not do what F9 does
    for (size_t i = 0; i < sizeof table / sizeof *table; i++)
        if (table[i].plain == code)
            return modifiers & 4 ? table[i].ctrl : modifiers & 1 ? table[i].shift : code;
    return code;
}

static enum key_code of_letter(char final)
{
    static const char letters[] = "ABCDHFZPQRS";
    static const enum key_code codes[] = {K_UP,      K_DOWN, K_RIGHT, K_LEFT, K_HOME, K_END,
                                          K_BACKTAB, K_F1,   K_F2,    K_F3,   K_F4};
    const char *found = final ? strchr(letters, final) : NULL;
    return found ? codes[found - letters] : K_UNKNOWN;
}

static enum key_code of_number(int number)
{
    static const enum key_code codes[] = {
        [1] = K_HOME, [2] = K_INSERT, [3] = K_DELETE, [4] = K_END,  [5] = K_PGUP,
        [6] = K_PGDN, [7] = K_HOME,   [8] = K_END,    [11] = K_F1,  [12] = K_F2,
        [13] = K_F3,  [14] = K_F4,    [15] = K_F5,    [17] = K_F6,  [18] = K_F7,
        [19] = K_F8,  [20] = K_F9,    [21] = K_F10,   [23] = K_F11, [24] = K_F12,
    };
    const int count = (int)(sizeof codes / sizeof *codes);
    return number > 0 && number < count && codes[number] != K_NONE ? codes[number] : K_UNKNOWN;
}

// The mouse: ESC [ < button ; column ; row M, with m when a button is let go.
static void read_mouse(const char *s, size_t n, struct key *ret)
{
    enum { LAST = 9999 };
    int number[3] = {0, 0, 0}, at = 0;
    for (size_t i = 3; i + 1 < n && at < 3; i++) {
        if (s[i] == ';')
            at++;
        else if (s[i] >= '0' && s[i] <= '9' && number[at] <= LAST / 10)
            number[at] = number[at] * 10 + (s[i] - '0');
    }
    sequence_mouse(number[0], number[2] - 1, number[1] - 1, ret);
    if (s[n - 1] == 'm' || at != 2)
        ret->code = K_UNKNOWN;
}

void sequence_mouse(int button, int row, int col, struct key *ret)
{
    enum { FIRST = 0, WHEEL_UP = 64, WHEEL_DOWN = 65 };
    ret->code = button == FIRST        ? K_CLICK
                : button == WHEEL_UP   ? K_WHEEL_UP
                : button == WHEEL_DOWN ? K_WHEEL_DOWN
                                       : K_UNKNOWN;
    ret->row = row;
    ret->col = col;
    if (row < 0 || col < 0)
        ret->code = K_UNKNOWN;
}

// What the terminal answers to our questions: ESC [ ? mode ; state $ y, ESC [ row ; column R.
// True when it is such an answer. That of row 1 looks like F3 with modifiers and is none.
static bool read_report(const char *s, size_t n, struct key *ret)
{
    bool mode = n > 6 && s[2] == '?' && memcmp(s + n - 2, "$y", 2) == 0;
    bool place = n > 5 && s[2] >= '2' && s[2] <= '9' && s[n - 1] == 'R';
    const char *from = s + (mode ? 3 : 2);
    size_t length = n - (mode ? 5 : 3);
    if ((!mode && !place) || length >= sizeof ret->text)
        return false;
    ret->code = K_REPORT;
    memcpy(ret->text, from, length);
    ret->text[length] = '\0';
    return true;
}

// ESC [ parameters final, of n bytes in all.
bool sequence_csi(const char *s, size_t n, struct key *ret)
{
    int number[2] = {0, 0}, count = 0;
    bool plain = true;
    for (size_t i = 2; i + 1 < n; i++) {
        if (s[i] >= '0' && s[i] <= '9') {
            if (count < 2 && number[count] < 10000)
                number[count] = number[count] * 10 + (s[i] - '0');
        } else if (s[i] == ';') {
            count++;
        } else {
            plain = false; // a private sequence or a reply
        }
    }
    char final = s[n - 1];
    if (read_report(s, n, ret))
        return false;
    if (s[2] == '<' && (final == 'M' || final == 'm')) {
        read_mouse(s, n, ret);
        return false;
    }
    int modifiers = number[1] > 0 ? number[1] - 1 : final == '^' ? 4 : 0;
    ret->code = K_UNKNOWN;
    if (plain && final == '~' && number[0] == 200) {
        return true;
    } else if (plain && (final == '~' || final == '^')) {
        ret->code = modified(of_number(number[0]), modifiers);
    } else if (plain && count == 1 && final == 'R' && number[1] < 2) {
        ret->code = K_UNKNOWN; // the cursor's place, where nobody asked
    } else if (plain) {
        ret->code = modified(of_letter(final), modifiers);
    }
    return false;
}

// ESC O final: cursor and function keys, and the numeric pad where it is in application mode.
void sequence_ss3(char final, int modifiers, struct key *ret)
{
    ret->code = modified(of_letter(final), modifiers);
    if (final == 'M') {
        ret->code = K_ENTER;
    } else if (final >= 'j' && final <= 'y') {
        ret->code = K_TEXT;
        ret->text[0] = "*+,-./0123456789"[final - 'j'];
    } else if (final >= 'a' && final <= 'd') {
        ret->code = modified(of_letter((char)(final - 'a' + 'A')), 4);
    }
}

// Length of ESC ] … or ESC P … up to its terminator; 0 when that is not there.
size_t sequence_string_length(const char *s, size_t n)
{
    for (size_t i = 2; i < n; i++) {
        if (s[i] == 7)
            return i + 1;
        if (s[i] == ESC)
            return i + 1 < n && s[i + 1] == '\\' ? i + 2 : 0;
    }
    return 0;
}

// Length of ESC [ … or ESC O … up to its last byte; 0 when it is not there yet.
size_t sequence_length(const char *s, size_t n)
{
    for (size_t i = 2; i < n && i < SEQUENCE_MAX; i++) {
        uint8_t c = (uint8_t)s[i];
        if (c < 0x20 || c >= 0x7F)
            return i; // broken off; what follows is read afresh
        if (s[1] == '[' && i == 2 && c == '[' && i + 1 < n)
            return i + 2; // the Linux console's F1 … F5
        if (c >= 0x40 && !(c == '[' && i == 2))
            return i + 1;
    }
    return n >= SEQUENCE_MAX ? SEQUENCE_MAX : 0;
}
