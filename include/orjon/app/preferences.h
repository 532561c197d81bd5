// SPDX-License-Identifier: GPL-3.0-or-later
// How the users of this office file like their screens.
#pragma once

#include "orjon/app/app.h"

// key in the file and on the command line, label, words of the choices (the first is the default)
#define PREFERENCE_LIST(_)                                                                         \
    _(LANGUAGE, "language", N_("Language"), "bn", "en")                                            \
    _(DIGITS, "digits", N_("Digits"), "bengali", "latin")                                          \
    _(COLOURS, "colours", N_("Colours"), "auto", "light", "dark", "contrast", "mono")              \
    _(MOUSE, "mouse", N_("Mouse"), "off", "on")

enum preference {
#define X(name, ...) PREFERENCE_##name,
    PREFERENCE_LIST(X)
#undef X
        PREFERENCES
};

const char *preference_key(enum preference preference);
const char *preference_label(enum preference preference);            // in the user's language
const char *preference_word(enum preference preference, int choice); // NULL past the last
const char *preference_name(enum preference preference, int choice); // in the user's language
// The choice of a word; INVALID, naming the choices.
enum status preference_read(enum preference preference, const char *word, int *ret,
                            struct err *err);

int app_preference(struct app *app, enum preference preference); // the choice in force
enum status app_set_preference(struct app *app, enum preference preference, const char *word,
                               struct err *err);
