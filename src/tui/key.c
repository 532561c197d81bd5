// SPDX-License-Identifier: GPL-3.0-or-later
// What a key means, and keys from the script of a test.
#include "orjon/tui/key.h"

#include "character.h"
#include "orjon/base/mem.h"
#include "orjon/base/text.h"
#include "utf8.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const struct {
    const char *name;
    enum key_code code;
} names[] = {
#define KEY_NAME(code, name) {name, K_##code},
    KEY_CODE_LIST(KEY_NAME)
#undef KEY_NAME
};

bool key_is_ctrl(const struct key *key, char letter)
{
    return key->code == K_CTRL && key->text[0] == letter;
}

bool key_text(const struct key *key, struct str *ret)
{
    size_t before = ret->len;
    if (key->code == K_TEXT)
        str_add(ret, key->text);
    else if (key->code == K_PASTE)
        text_clean(key->paste, key->paste_len, ret, NULL);
    return ret->len > before;
}

static void add_key(struct key_list *list, const struct key *key)
{
    if (list->count == list->cap) {
        list->cap = list->cap ? list->cap * 2 : 32;
        list->key = mem_resize(list->key, list->cap, sizeof *list->key);
    }
    list->key[list->count] = *key;
    if (key->paste)
        list->key[list->count].paste = mem_copy_text(key->paste, key->paste_len);
    list->count++;
}

void key_list_done(struct key_list *list)
{
    for (size_t i = 0; i < list->count; i++) {
        const void *paste = list->key[i].paste;
        free((void *)(uintptr_t)paste);
    }
    free(list->key);
    *list = (struct key_list){0};
}

// The text of <Paste:…>, its escapes undone.
static void read_paste(const char *s, size_t n, struct str *ret)
{
    for (size_t i = 0; i < n; i++) {
        char c = s[i];
        if (c == '\\' && i + 1 < n) {
            c = s[++i];
            c = c == 'n' ? '\n' : c == 't' ? '\t' : c;
        }
        str_add_char(ret, c);
    }
}

static bool is_word(const char *s, size_t n, const char *word)
{
    return strncmp(word, s, n) == 0 && !word[n];
}

bool key_of_name(const char *name, size_t n, struct key *ret)
{
    *ret = (struct key){0};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (is_word(name, n, names[i].name)) {
            ret->code = names[i].code;
            return true;
        }
    const bool alt = n > 2 && memcmp(name, "A-", 2) == 0;
    if (is_word(name, n, "C-Space")) {
        character_set(ret, K_CTRL, " ", 1);
    } else if (n == 3 && memcmp(name, "C-", 2) == 0) {
        character_set(ret, K_CTRL, name + 2, 1);
    } else if (alt && utf8_valid(name + 2, n - 2) == n - 2) {
        key_of_character(K_ALT, name + 2, n - 2, ret);
    } else if (is_word(name, n, "Menu")) {
        ret->code = K_MENU;
        ret->row = ret->col = -1;
    } else {
        return false;
    }
    return true;
}

void key_add_name(const struct key *key, struct str *ret)
{
    if (key->code == K_CTRL)
        str_addf(ret, "C-%s", strcmp(key->text, " ") == 0 ? "Space" : key->text);
    else if (key->code == K_ALT)
        str_addf(ret, "A-%s", key->text);
    else if (key->code == K_MENU && key->row < 0)
        str_add(ret, "Menu");
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (names[i].code == key->code)
            str_add(ret, names[i].name);
}

// What stands between < and >; paste keeps the bytes of a paste. False when it names no key.
static bool read_name(const char *s, size_t n, struct str *paste, struct key *ret)
{
    if (key_of_name(s, n, ret))
        return true;
    if (is_word(s, n, "lt")) {
        character_set(ret, K_TEXT, "<", 1);
    } else if (is_word(s, n, "Space")) {
        character_set(ret, K_TEXT, " ", 1);
    } else if (n > 6 && memcmp(s, "Paste:", 6) == 0) {
        read_paste(s + 6, n - 6, paste);
        ret->code = K_PASTE;
        ret->paste = paste->buf;
        ret->paste_len = paste->len;
    } else if (n > 7 && memcmp(s, "Resize:", 7) == 0) {
        character_set(ret, K_RESIZE, s + 7, n - 7);
    } else if (n > 6 && sscanf(s, "Click:%d,%d", &ret->row, &ret->col) == 2) {
        ret->code = K_CLICK;
    } else if (n > 5 && sscanf(s, "Menu:%d,%d", &ret->row, &ret->col) == 2) {
        ret->code = K_MENU;
    } else {
        return false;
    }
    return true;
}

static size_t length_to_close(const char *s)
{
    size_t n = 0;
    for (; s[n] && s[n] != '>'; n++)
        n += s[n] == '\\' && s[n + 1];
    return n;
}

enum status key_parse(const char *script, struct key_list *ret, struct err *err)
{
    const char *s = script;
    while (*s) {
        struct key key = {0};
        long times = 1;
        autostr paste = STR_INIT;
        if (*s == '\n') {
            s++;
            continue;
        }
        if (*s == '<') {
            size_t n = length_to_close(++s);
            if (s[n] != '>' || !read_name(s, n, &paste, &key))
                return err_set(err, STATUS_INVALID, _("There is no key “%.*s”"), (int)n, s);
            s += n + 1;
            if (s[0] == '*' && s[1] >= '1' && s[1] <= '9') {
                char *end = NULL;
                times = strtol(s + 1, &end, 10);
                s = end;
            }
        } else {
            size_t n = utf8_valid(s, strlen(s));
            if (!n)
                return err_set(err, STATUS_INVALID, "%s", status_text(STATUS_INVALID));
            character_set(&key, K_TEXT, s, n);
            s += n;
        }
        while (times-- > 0)
            add_key(ret, &key);
    }
    return STATUS_OK;
}
