// SPDX-License-Identifier: GPL-3.0-or-later
// Finding the row of a key, and naming its keys.
#include "orjon/tui/action.h"

#include "orjon/base/i18n.h"
#include "orjon/base/text.h"

#include <ctype.h>
#include <string.h>

// The next of the words parted by blanks; false at the end. *at is moved behind it.
static bool next_word(const char **at, const char **ret, size_t *ret_n)
{
    if (!*at)
        return false;
    *at += strspn(*at, " ");
    if (!**at)
        return false;
    *ret = *at;
    *ret_n = strcspn(*at, " ");
    *at += *ret_n;
    return true;
}

// The letters of a row are themselves, but for the blank, which cannot stand between blanks.
static struct key read_letter(const char *word, size_t n)
{
    struct key key = {0};
    const bool blank = n == 5 && memcmp(word, "Space", n) == 0;
    key_of_character(K_TEXT, blank ? " " : word, blank ? 1 : n, &key);
    return key;
}

static struct key read_key(const char *word, size_t n)
{
    struct key key = {0};
    key_of_name(word, n, &key);
    return key;
}

// Letters of either case are alike.
static bool has_word(const char *words, const char *word, size_t n)
{
    for (const char *at = words, *end; at && *at; at = *end ? end + 1 : end) {
        end = strchrnul(at, ' ');
        if ((size_t)(end - at) == n && strncasecmp(at, word, n) == 0)
            return true;
    }
    return false;
}

const struct action *action_of_key(const struct action *table, const struct key *key)
{
    const bool letter = key->code == K_TEXT;
    autostr name = STR_INIT; // keys are not read: each button of each picture asks for its row
    if (letter)
        str_add(&name, strcmp(key->text, " ") == 0 ? "Space" : key->text);
    else
        key_add_name(key, &name);
    for (const struct action *row = table; name.len && row && row->act; row++)
        if (has_word(letter ? row->letters : row->keys, name.buf, name.len))
            return row;
    return NULL;
}

static bool is_bengali(const char *word)
{
    return (unsigned char)word[0] == 0xE0 && (unsigned char)word[1] >= 0xA6; // U+0980 to 09FF
}

// The first that a Bengali hand finds on its keyboard, if it is one; else the first.
static bool first_letter(const struct action *action, const char **ret, size_t *ret_n)
{
    const char *words = action->letters, *word = NULL;
    size_t n = 0;
    if (!next_word(&words, ret, ret_n))
        return false;
    for (words = action->letters;
         i18n_language() == LANGUAGE_BENGALI && next_word(&words, &word, &n);)
        if (is_bengali(word)) {
            *ret = word;
            *ret_n = n;
            break;
        }
    return true;
}

struct key action_key(const struct action *action)
{
    const char *words = action->keys, *word = NULL;
    size_t n = 0;
    if (next_word(&words, &word, &n))
        return read_key(word, n);
    return first_letter(action, &word, &n) ? read_letter(word, n) : (struct key){0};
}

// «C-z» is Ctrl-Z on a keyboard, and Up its arrow.
static void name_key(struct str *ret, const char *word, size_t n)
{
    static const struct {
        const char *word, *name;
    } names[] = {{"Up", "↑"},    {"Down", "↓"},       {"Left", "←"},
                 {"Right", "→"}, {"BS", "Backspace"}, {"Del", "Delete"}};
    const bool ctrl = n > 2 && memcmp(word, "C-", 2) == 0;
    const bool shift = n > 2 && memcmp(word, "S-", 2) == 0;
    if (ctrl || shift) {
        str_add(ret, ctrl ? "Ctrl-" : "Shift-");
        word += 2;
        n -= 2;
    }
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (strlen(names[i].word) == n && memcmp(names[i].word, word, n) == 0) {
            str_add(ret, names[i].name);
            return;
        }
    if (ctrl && n == 1)
        str_add_char(ret, (char)toupper((unsigned char)*word));
    else
        str_add_n(ret, word, n);
}

void action_name(const struct action *action, struct str *ret)
{
    const char *words = action->keys, *word = NULL;
    size_t n = 0;
    if (next_word(&words, &word, &n))
        name_key(ret, word, n);
    else if (first_letter(action, &word, &n))
        str_add_n(ret, word, n);
}

void action_names(const struct action *action, struct str *ret)
{
    const char *words = action->keys, *word = NULL;
    size_t n = 0, before = ret->len;
    while (next_word(&words, &word, &n)) {
        str_add(ret, ret->len > before ? ", " : "");
        name_key(ret, word, n);
    }
    words = action->letters;
    while (next_word(&words, &word, &n)) {
        str_add(ret, ret->len > before ? ", " : "");
        str_add_n(ret, word, n);
    }
}

int action_columns(const struct action *table)
{
    int widest = 0;
    for (const struct action *row = table; row && row->act; row++) {
        autostr names = STR_INIT;
        action_names(row, &names);
        const int own = row->help ? text_columns(names.buf, names.len) : 0;
        widest = own > widest ? own : widest;
    }
    return widest;
}

void action_list(const struct action *table, int columns, struct str *ret)
{
    for (const struct action *row = table; row && row->act; row++) {
        if (!row->help)
            continue;
        autostr names = STR_INIT;
        action_names(row, &names);
        str_add_n(ret, names.buf, names.len);
        str_add_repeat(ret, " ", (size_t)(columns + 2 - text_columns(names.buf, names.len)));
        str_addf(ret, "%s\n", tr(row->help));
    }
}
