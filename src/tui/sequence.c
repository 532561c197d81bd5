// SPDX-License-Identifier: GPL-3.0-or-later
// The escape sequences of xterm and its kin.
#include "sequence.h"

#include <stdint.h>
#include <string.h>

enum { KEY_MAX = 64 }; // bytes of a key's sequence; longer is noise
enum { BEL = 7, CAN = 24, SUB = 26, DEL = 127 };
enum { SHIFT = 1, CTRL = 4 }; // in what is added to 1 for a parameter

// --- where it ends ------------------------------------------------------------------------------

char sequence_shape(const char *s, size_t n)
{
    if (n < 2)
        return 0;
    const uint8_t first = (uint8_t)s[0], second = (uint8_t)s[1];
    const bool wide = first == 0xC2 && second >= 0x80 && second < 0xA0;
    const char c = first == ESC ? s[1] : wide ? (char)(second - 0x40) : '\0';
    return c == '[' || c == 'O' ? c : c && strchr("]P_^", c) ? ']' : '\0';
}

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

// rxvt ends keys with Shift in «$», which elsewhere stands before a last letter: ESC [ 7 $. Only a
// bare number of a key can be meant.
static bool is_shifted_key(const char *s, size_t at)
{
    return s[at] == '$' && is_digit(s[2]) && (at == 3 || (at == 4 && is_digit(s[3])));
}

// ESC [ M is followed by the three bytes of an old terminal's mouse, which can be any but controls.
static bool is_old_mouse(const char *s, size_t at)
{
    return at > 2 && s[2] == 'M';
}

static bool ends_at(char shape, const char *s, size_t at)
{
    enum { OLD_MOUSE_LAST = 5 };
    const char c = s[at];
    if (shape == 'O')
        return !is_digit(c) && c != ';';
    if (is_old_mouse(s, at))
        return at == OLD_MOUSE_LAST;
    if (at == 2 && (c == '[' || c == 'M')) // ESC [ [ A … E are the Linux console's F1 … F5
        return false;
    return c >= '@' || (at == 3 && s[2] == '[') || is_shifted_key(s, at);
}

static size_t string_length(const char *s, size_t n, bool *ret_whole)
{
    for (size_t i = 2; i < n; i++) {
        const uint8_t c = (uint8_t)s[i];
        const bool last = i + 1 == n;
        if (c == BEL) {
            *ret_whole = true;
            return i + 1;
        }
        if (c == ESC || c == 0xC2) { // ESC \, or U+009C
            if (last)
                return 0;
            *ret_whole = c == ESC ? s[i + 1] == '\\' : (uint8_t)s[i + 1] == 0x9C;
            if (*ret_whole)
                return i + 2;
        }
        if (c == CAN || c == SUB)
            return i + 1;
        if (c < ' ' || c == DEL)
            return i;
    }
    return 0;
}

size_t sequence_length(const char *s, size_t n, bool *ret_whole)
{
    const char shape = sequence_shape(s, n);
    *ret_whole = false;
    if (shape == ']')
        return string_length(s, n, ret_whole);
    for (size_t i = 2; i < n; i++) {
        const uint8_t c = (uint8_t)s[i];
        if (c == CAN || c == SUB)
            return i + 1;
        const bool mouse = shape == '[' && is_old_mouse(s, i);
        if (mouse ? c > 0 && c < ' ' : c < ' ' || c >= DEL)
            return i;
        if (ends_at(shape, s, i)) {
            *ret_whole = true;
            return i + 1;
        }
    }
    return 0;
}

// --- what it means ------------------------------------------------------------------------------

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
            return modifiers & CTRL ? table[i].ctrl : modifiers & SHIFT ? table[i].shift : code;
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
        [1] = K_HOME, [2] = K_INSERT, [3] = K_DELETE, [4] = K_END, [5] = K_PGUP, [6] = K_PGDN,
        [7] = K_HOME, [8] = K_END,    [11] = K_F1,    [12] = K_F2, [13] = K_F3,  [14] = K_F4,
        [15] = K_F5,  [17] = K_F6,    [18] = K_F7,    [19] = K_F8, [20] = K_F9,  [21] = K_F10,
        [23] = K_F11, [24] = K_F12,   [29] = K_MENU,
    };
    const int count = (int)(sizeof codes / sizeof *codes);
    return number > 0 && number < count && codes[number] != K_NONE ? codes[number] : K_UNKNOWN;
}

// The numbers between the first two bytes and the last; plain when there is nothing else.
struct parameters {
    int number[3], count;
    bool plain;
};

static struct parameters read_parameters(const char *s, size_t n)
{
    enum { NUMBERS = 3, LAST = 9999 };
    struct parameters ret = {.plain = true};
    for (size_t i = 2; i + 1 < n; i++) {
        if (is_digit(s[i])) {
            if (ret.count < NUMBERS && ret.number[ret.count] <= LAST / 10)
                ret.number[ret.count] = ret.number[ret.count] * 10 + (s[i] - '0');
        } else if (s[i] == ';') {
            ret.count++;
        } else {
            ret.plain = false; // a private sequence or a reply
        }
    }
    return ret;
}

// A cursor or function key named by its letter. The modifiers are the last number: ESC [ 1 ; 5 A,
// and ESC O 5 A or ESC [ 5 A of older terminals.
static enum key_code lettered(char final, const struct parameters *given)
{
    const int last = given->number[given->count ? 1 : 0];
    return modified(of_letter(final), last > 0 ? last - 1 : 0);
}

static enum key_code numbered(char final, const struct parameters *given)
{
    const int rxvt = final == '^' ? CTRL : final == '$' ? SHIFT : final == '@' ? CTRL | SHIFT : 0;
    const int modifiers = given->number[1] > 0 ? given->number[1] - 1 : rxvt;
    return modified(of_number(given->number[0]), modifiers);
}

// A button of the mouse, as xterm numbers them, at row, col.
static void set_mouse(int button, int row, int col, struct key *ret)
{
    enum { FIRST = 0, SECOND = 2, WHEEL_UP = 64, WHEEL_DOWN = 65 };
    ret->code = button == FIRST        ? K_CLICK
                : button == SECOND     ? K_MENU
                : button == WHEEL_UP   ? K_WHEEL_UP
                : button == WHEEL_DOWN ? K_WHEEL_DOWN
                                       : K_UNKNOWN;
    ret->row = row;
    ret->col = col;
    if (row < 0 || col < 0)
        ret->code = K_UNKNOWN;
}

// ESC [ < button ; column ; row M, with m when a button is let go.
static void set_new_mouse(char final, const struct parameters *given, struct key *ret)
{
    set_mouse(given->number[0], given->number[2] - 1, given->number[1] - 1, ret);
    if (final == 'm' || given->count != 2)
        ret->code = K_UNKNOWN;
}

// ESC [ M and three bytes: a button and its place.
static void set_old_mouse(const char *s, struct key *ret)
{
    enum { BIAS = 32 };
    set_mouse((uint8_t)s[3] - BIAS, (uint8_t)s[5] - BIAS - 1, (uint8_t)s[4] - BIAS - 1, ret);
}

// What the terminal answers to our questions: ESC [ ? mode ; state $ y, ESC [ row ; column R.
// True when it is such an answer. That of row 1 looks like F3 with modifiers and is none.
static bool set_report(const char *s, size_t n, struct key *ret)
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

// ESC [ parameters final. True when it begins a paste.
static bool read_csi(const char *s, size_t n, struct key *ret)
{
    enum { PASTE = 200 };
    const struct parameters given = read_parameters(s, n);
    const char final = s[n - 1];
    const bool of_place = given.count == 1 && final == 'R'; // where nobody asked
    if (set_report(s, n, ret))
        return false;
    if (s[2] == '<' && (final == 'M' || final == 'm'))
        set_new_mouse(final, &given, ret);
    else if (given.plain && final == '~' && given.number[0] == PASTE)
        ret->code = K_NONE;
    else if (given.plain && strchr("~^$@", final))
        ret->code = numbered(final, &given);
    else if (given.plain && !of_place)
        ret->code = lettered(final, &given);
    if (ret->code == K_MENU && final == '~') // the key, not the mouse's button
        ret->row = ret->col = -1;
    return ret->code == K_NONE;
}

// ESC O final. A numeric pad in application mode types what is on its keys, whatever a terminal's
// description calls them.
static void read_ss3(const char *s, size_t n, struct key *ret)
{
    static const char sent[] = "jklmnopqrstuvwxyX ", typed[] = "*+,-./0123456789= ";
    const struct parameters given = read_parameters(s, n);
    const char final = s[n - 1];
    const char *pad = strchr(sent, final);
    const bool of_pad = pad || final == 'M' || final == 'I';
    if (of_pad && (given.number[0] > 1 + SHIFT || given.count))
        return; // with Ctrl or Alt
    if (pad) {
        ret->code = K_TEXT;
        ret->text[0] = typed[pad - sent];
    } else if (of_pad) {
        ret->code = final == 'M' ? K_ENTER : K_TAB;
    } else if (final >= 'a' && final <= 'd') { // rxvt's arrows with Ctrl
        ret->code = modified(of_letter((char)(final - 'a' + 'A')), CTRL);
    } else {
        ret->code = lettered(final, &given);
    }
}

bool sequence_key(const char *s, size_t n, struct key *ret)
{
    const char shape = sequence_shape(s, n);
    ret->code = K_UNKNOWN;
    if (shape == ']' || n > KEY_MAX)
        return false;
    if (shape == 'O')
        read_ss3(s, n, ret);
    else if (s[2] == '[' && s[3] >= 'A' && s[3] <= 'E')
        ret->code = (enum key_code)(K_F1 + (s[3] - 'A'));
    else if (s[2] == 'M')
        set_old_mouse(s, ret);
    else if (s[2] != '[')
        return read_csi(s, n, ret);
    return false;
}
