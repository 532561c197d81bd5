// SPDX-License-Identifier: GPL-3.0-or-later
// What can be done on a screen, one row each: by which keys, when, what it is called, what it does.
//
// The keys that a screen obeys, its key bar, its page of help and the tables of keys in the
// documents all come from these rows. Moving and typing belong to the widgets.
#pragma once

#include "orjon/tui/key.h"

struct desk;

// What a key finds; one of them at a time.
enum screen_mode {
    MODE_LOOKING = 1 << 0,   // nothing is marked that could be changed
    MODE_EMPTY = 1 << 1,     // a field that can be filled
    MODE_STATE = 1 << 2,     // one that holds a word in place of a figure, like «no case»
    MODE_FILLED = 1 << 3,    // one that holds a figure or a text
    MODE_LOCKED = 1 << 4,    // one that cannot be changed now
    MODE_READ_ONLY = 1 << 5, // nothing can be changed
    MODE_FINDING = 1 << 6,   // what is typed is looked for
    MODE_TYPING = 1 << 7,    // something is half typed
    MODE_CLOSED = 1 << 11,   // nothing can be changed before it is opened again
};

enum {
    WHEN_OPEN = MODE_EMPTY | MODE_STATE | MODE_FILLED,
    WHEN_AT_REST = MODE_LOOKING | WHEN_OPEN | MODE_LOCKED | MODE_READ_ONLY | MODE_CLOSED,
    WHEN_BOXED = 1 << 9,   // of what every screen has: also in a box, in these modes
    WHEN_SETTLED = 1 << 8, // also from finding and typing, once that has ended: what was typed is
                           // accepted first; where it is refused, nothing else happens
    HINT_LATER = 1 << 10,  // its hint stands behind those of all tables that have not this
};

struct action {
    const char *keys;    // as in a script, without < and >, parted by blanks: «F4 C-Down»
    const char *letters; // of one character each; while one types or finds they are text
    const char *hint;    // on the key bar, N_(…); NULL: not there
    const char *help;    // in the page of help and the documents, N_(…); NULL: not there
    unsigned when;       // modes in which it may act; in others at rest it is refused in words
    void (*act)(void *state, struct desk *desk, const struct key *key);
};

// Tables end with a row without act; a NULL table has no rows. NULL when no row has that key.
const struct action *action_of_key(const struct action *table, const struct key *key);
// The key that does it: the first of its keys, or of its letters the first in the user's script.
struct key action_key(const struct action *action);
// «F4», «Ctrl-↓», «+»: that key for the key bar.
void action_name(const struct action *action, struct str *ret);
// «F4, *»: all of them, for the help and the documents.
void action_names(const struct action *action, struct str *ret);
// The widest of the keys of its rows that have a help text, in columns.
int action_columns(const struct action *table);
// Appends a line for each row that has a help text: its keys in so many columns, then what it does.
void action_list(const struct action *table, int columns, struct str *ret);
