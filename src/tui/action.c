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

static struct key read_key(const char *name, size_t n, bool letter)
{
    struct key key = {0};
    struct key_list keys = {0};
    autostr script = STR_INIT;
    letter &= !(n == 5 && memcmp(name, "Space", n) == 0); // which blanks between words cannot name
    const bool named = !letter || (n == 1 && *name == '<');
    str_add(&script, named ? "<" : ""); // for each button of each picture: no format is read
    str_add_n(&script, letter && named ? "lt" : name, letter && named ? 2 : n);
    str_add(&script, named ? ">" : "");
    if (key_parse(script.buf, &keys, NULL) == STATUS_OK && keys.count == 1)
        key = keys.key[0];
    key_list_done(&keys);
    return key;
}

// Letters of either case are alike.
static bool same_key(const struct key *a, const struct key *b)
{
    if (a->code != b->code)
        return false;
    bool ascii = a->code == K_TEXT && a->text[0] && !a->text[1] && !b->text[1];
    return ascii ? tolower((unsigned char)a->text[0]) == tolower((unsigned char)b->text[0])
                 : strcmp(a->text, b->text) == 0;
}

static bool has_key(const char *words, bool letters, const struct key *key)
{
    const char *word = NULL;
    size_t n = 0;
    while (next_word(&words, &word, &n)) {
        struct key own = read_key(word, n, letters);
        if (same_key(&own, key))
            return true;
    }
    return false;
}

const struct action *action_of_key(const struct action *table, const struct key *key)
{
    const bool letter = key->code == K_TEXT;
    for (const struct action *row = table; row && row->act; row++)
        if (has_key(letter ? row->letters : row->keys, letter, key))
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
        return read_key(word, n, false);
    return first_letter(action, &word, &n) ? read_key(word, n, true) : (struct key){0};
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
