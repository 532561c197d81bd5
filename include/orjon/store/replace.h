// SPDX-License-Identifier: GPL-3.0-or-later
// Another file takes the place of the office file: a copy that is put back, or a new office. What
// goes is weighed, kept under another name, and written into the journal of what comes, so that a
// quarter once finalised never is as if it had not been.
#pragma once

#include "orjon/base/mem.h"
#include "orjon/store/store.h"

// Words of the journal for a file whose last hash is not known.
#define STORE_UNREAD "unread"   // it was too damaged
#define STORE_MISSING "missing" // it was not there, though copies of it are that have more

enum store_state {
    STORE_STATE_NONE, // no file, nor any trace of one
    STORE_STATE_READ,
    STORE_STATE_UNREAD,
    STORE_STATE_MISSING,
};

struct store_gone {   // a quarter that was finalised
    const char *plan; // «2023 egov»
    int quarter;
    int next;         // revision that comes next
    const char *hash; // of the return, "" while it is open
};
struct store_lost { // a figure that is not in what comes, or is another there
    int fiscal_year, quarter;
    const char *plan, *code, *typed;
};

enum { STORE_LOST_NAMED = 12 };
struct store_loss {
    enum store_state state;
    int64_t rows, common; // of its journal; how many of them are in what comes too
    // The same of it and of those that it took the place of itself: the most rows, the fewest
    // common.
    int64_t longest, least;
    char head[65];           // hash of the last row
    const char *last;        // the last row: «2024-10-07T11:32:05Z clerk@pc (enter)»
    struct store_gone *gone; // what comes does not know of these
    size_t gones;
    struct store_lost lost[STORE_LOST_NAMED]; // the first
    size_t figures;                           // all that are lost
    const char *secret; // hash of its passphrase, or of that in its newest copy; NULL: it had none
    struct arena texts;
};
void store_loss_done(struct store_loss *loss);

// What goes when the copy `source` (NULL: a new office) takes the place of the office file `path`;
// present is that file, NULL when it cannot be opened.
enum status store_weigh(struct store *present, const char *path, const char *source,
                        struct store_loss *ret, struct err *err);
// Whether a file that gave this status as it was opened can be replaced, unasked.
bool store_is_lost(enum status status);

// In the transaction that makes a new office where there is no file: notes what copies of another
// one in that place know to be finalised.
enum status store_note_missing(struct store *store, struct err *err);

// Whether the file that is there may go.
struct store_permission {
    const char *via; // for the journal
    // Asked, with the file that is there, while nobody else can write to it. DAMAGED: it cannot be
    // asked, and that is written down; another failure is returned and leaves all as it was. NULL:
    // it may.
    enum status (*may)(const void *data, struct store *present, struct err *err);
    const void *data;
};

struct store_replacement {
    const char *part;   // a complete file of this version; it is taken
    const char *source; // where it came from, for the journal; "": it is a new office
    const struct store_permission *permission;
};
// Puts it in the place of path and appends to ret_kept the name under which is kept what was there.
// Its secrets stay in force. Programs that have the file open see the change. Nothing has changed
// on failure.
enum status store_replace(const struct store_replacement *replacement, const char *path,
                          struct str *ret_kept, struct err *err);
