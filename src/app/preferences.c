// SPDX-License-Identifier: GPL-3.0-or-later
// Language, digits, colours and mouse, kept in the office file.
#include "orjon/app/preferences.h"

#include "orjon/store/office.h"
#include "private.h"

#include <string.h>

enum { CHOICES_MAX = 6 };

static const struct {
    const char *key, *label, *word[CHOICES_MAX];
} preferences[] = {
#define X(name, key, label, ...) {key, label, {__VA_ARGS__}},
    PREFERENCE_LIST(X)
#undef X
};

const char *preference_key(enum preference preference)
{
    return preferences[preference].key;
}

const char *preference_label(enum preference preference)
{
    return tr(preferences[preference].label);
}

const char *preference_word(enum preference preference, int choice)
{
    return choice >= 0 && choice < CHOICES_MAX ? preferences[preference].word[choice] : NULL;
}

const char *preference_name(enum preference preference, int choice)
{
    static const struct {
        const char *word, *name;
    } names[] = {
        {"bn", N_("Bengali")},
        {"en", N_("English")},
        {"bengali", N_("Bengali digits")},
        {"latin", N_("English digits")},
        {"auto", N_("automatic")},
        {"light", N_("for a light background")},
        {"dark", N_("for a dark background")},
        {"contrast", N_("high contrast")},
        {"mono", N_("no colours")},
        {"off", N_("off; the terminal marks and copies text")},
        {"on", N_("on; with Shift the terminal marks text")},
    };
    const char *word = preference_word(preference, choice);
    for (size_t i = 0; word && i < sizeof names / sizeof *names; i++)
        if (strcmp(names[i].word, word) == 0)
            return tr(names[i].name);
    return "";
}

enum status preference_read(enum preference preference, const char *word, int *ret, struct err *err)
{
    autostr known = STR_INIT;
    for (int i = 0; preference_word(preference, i); i++)
        if (strcmp(preference_word(preference, i), word) == 0) {
            *ret = i;
            return STATUS_OK;
        }
    for (int i = 0; preference_word(preference, i); i++)
        str_addf(&known, "%s%s", i ? ", " : "", preference_word(preference, i));
    return err_set(err, STATUS_INVALID, _("“%s” is not one of %s"), word, known.buf);
}

int app_preference(struct app *app, enum preference preference)
{
    autostr word = STR_INIT;
    int choice = 0;
    if (store_get_setting(app->store, preference_key(preference), &word, NULL) == STATUS_OK)
        preference_read(preference, word.buf, &choice, NULL);
    return choice;
}

enum status app_set_preference(struct app *app, enum preference preference, const char *word,
                               struct err *err)
{
    int choice = 0;
    enum status status = preference_read(preference, word, &choice, err);
    return status ? status : store_set_setting(app->store, preference_key(preference), word, err);
}
