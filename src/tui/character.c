// SPDX-License-Identifier: GPL-3.0-or-later
// A typed character.
#include "character.h"

#include "utf8.h"

#include <string.h>

void character_set(struct key *key, enum key_code code, const char *s, size_t n)
{
    key->code = code;
    n = n < sizeof key->text ? n : sizeof key->text - 1;
    memcpy(key->text, s, n);
    key->text[n] = '\0';
}

static void read_control(uint8_t c, struct key *ret)
{
    ret->code = K_UNKNOWN;
    if (c == '\r' || c == '\n')
        ret->code = K_ENTER;
    else if (c == '\t')
        ret->code = K_TAB;
    else if (c == 8 || c == 127)
        ret->code = K_BACKSPACE;
    else if (c == 0) // what terminals send for Ctrl and the space bar
        character_set(ret, K_CTRL, " ", 1);
    else if (c >= 1 && c <= 26)
        character_set(ret, K_CTRL, (char[]){(char)(c - 1 + 'a')}, 1);
}

bool character_is_unwelcome(const char *s, size_t n)
{
    static const char *const list[] = {"\u200e", "\u200f", "\u202a", "\u202b", "\u202c", "\u202d",
                                       "\u202e", "\u2066", "\u2067", "\u2068", "\u2069", "\ufeff"};
    if (n == 2)
        return (uint8_t)s[0] == 0xC2 && (uint8_t)s[1] < 0xA0;
    for (size_t i = 0; n == 3 && i < sizeof list / sizeof *list; i++)
        if (memcmp(list[i], s, 3) == 0)
            return true;
    return false;
}

void key_of_character(enum key_code code, const char *s, size_t n, struct key *ret)
{
    *ret = (struct key){.code = K_UNKNOWN};
    if (utf8_valid(s, n) != n || (uint8_t)s[0] < 0x20 || s[0] == 0x7F ||
        character_is_unwelcome(s, n))
        return;
    if (code == K_ALT && s[0] >= '0' && s[0] <= '9') // function keys may be taken
        ret->code = s[0] == '0' ? K_F10 : (enum key_code)(K_F1 + (s[0] - '1'));
    else
        character_set(ret, code, s, n);
}

size_t character_read(const char *s, size_t n, bool waited, struct key *ret)
{
    uint8_t c = (uint8_t)s[0];
    if (c < 0x20 || c == 0x7F) {
        read_control(c, ret);
        return 1;
    }
    size_t whole = utf8_length(c), length = utf8_valid(s, n);
    if (length) {
        if (character_is_unwelcome(s, length))
            ret->code = K_UNKNOWN;
        else
            character_set(ret, K_TEXT, s, length);
        return length;
    }
    bool may_come = n < whole && !waited && (n < 2 || utf8_second(c, (uint8_t)s[1]));
    for (size_t i = 2; i < n && i < whole; i++)
        may_come = may_come && ((uint8_t)s[i] & 0xC0) == 0x80;
    return may_come ? 0 : 1;
}
