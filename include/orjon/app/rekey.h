// SPDX-License-Identifier: GPL-3.0-or-later
// Typing the figures again from the signed sheet, and what differs then. No figure is changed.
#pragma once

#include "orjon/app/book.h"

// What was typed again of one quarter of a plan; lives in memory only.
struct rekey {
    int quarter;
    size_t count; // of the plan's indicators
    int64_t *id;  // of each
    char **typed; // by the indicator's place in the plan; NULL: not yet
};
void rekey_init(struct rekey *rekey, const struct book *book, int quarter);
void rekey_done(struct rekey *rekey);
// Whether the book's plan has the rows that were typed, in the same order; false once it was
// replaced by one that has not, and for a rekey that was never begun.
bool rekey_fits(const struct rekey *rekey, const struct book *book);
// Keeps what was typed for an indicator, "" takes it back. Refused with the words of app_enter when
// it cannot be read.
enum status rekey_type(struct rekey *rekey, const struct book *book, size_t indicator,
                       const char *text, struct err *err);
size_t rekey_typed(const struct rekey *rekey); // how many were typed again

struct rekey_difference { // valid during the call
    const struct plan *plan;
    const struct indicator *indicator;
    int quarter;
    enum entry_match match; // never the same
    const struct entry *there, *again;
};
// What stands on one side; a dash for a state that was given without one.
const char *rekey_text(const struct entry *side);
// Whether only their states tell the sides apart, as both are without a figure.
bool rekey_is_of_states(const struct rekey_difference *difference);

struct rekey_verdict {
    size_t typed;     // figures typed again
    size_t different; // of these, in meaning
    size_t writing;   // of these, in writing only
    size_t untyped;   // there are, but were not typed again
};

// Reads the book again, compares, and calls each for the differences in the plan's order. INVALID
// when the plan was replaced meanwhile by one with other rows. Notes in the journal, with the
// figures as they were compared, who typed the quarter again, when, and how many differ: an act
// about figures, as finalising is, so it has its row, and the chain says which figures it was
// about. What hinders the note alone goes to ret_unnoted.
enum status app_rekey(struct book *book, const struct rekey *rekey,
                      void (*each)(void *data, const struct rekey_difference *difference),
                      void *data, struct rekey_verdict *ret, struct err *ret_unnoted,
                      struct err *err);

// Who compared the quarter last; false when nobody has.
struct rekey_note {
    char who[64];
    int32_t day;
    int typed, different;
};
bool app_last_rekey(struct book *book, int quarter, struct rekey_note *ret);

// app_rekey for a file as app_enter_file takes it, where a state can be given; only the figures
// named in it are compared, and ret->untyped are the others of its plans and quarters. Nothing is
// written unless note is set. Faults go to ret_faults, one line each.
enum status app_rekey_file(struct app *app, const char *name, const char *text, size_t n, bool note,
                           void (*each)(void *data, const struct rekey_difference *difference),
                           void *data, struct rekey_verdict *ret, struct str *ret_faults,
                           struct err *err);
