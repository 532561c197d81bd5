// SPDX-License-Identifier: GPL-3.0-or-later
// The journal: every change ever made, in the order it was made. It is only ever added to.
#pragma once

#include "orjon/domain/entry.h"
#include "orjon/store/store.h"

// What a row tells of. The words are in the file: never change one, add at the end.
#define JOURNAL_LIST(_)                                                                            \
    _(FIGURE, "figure")   /* old and new figure of an indicator and quarter */                     \
    _(REREAD, "reread")   /* the same, because a target changed how the text is read */            \
    _(SETTING, "setting") /* name: the key */                                                      \
    _(TARGET,                                                                                      \
      "target") /* name: the template's column, or «order»: its place in the plan, "" for none;  \
                 new_remark: of one that holds from a day on, that day and the order */            \
    _(PLAN, "plan")       /* a plan was installed or replaced; name: its family */                 \
    _(SEAL, "seal")       /* a quarter of a plan was finalised */                                  \
    _(REOPEN, "reopen")   /* it was opened again */                                                \
    _(UNDO, "undo")       /* a figure went back to what it was before */                           \
    _(REDO, "redo")       /* and done again */                                                     \
    _(SECRET, "secret")   /* name: the key; what it is stands nowhere but in the particulars */    \
    _(ANSWER, "answer")   /* a query of the check was answered; name: its code */                  \
    _(RESTORE, "restore") /* the file was put in another's place; name: where it came from, old:   \
                             the last hash of what was there, or why it is not known, new: its     \
                             last row; compared: how many rows it had, agreed: how many of them    \
                             are here too; of several files, each in the place of another, the     \
                             most and the fewest */                                                \
    _(REKEY, "rekey")     /* a return was typed again from its paper; compared: how many figures,  \
                             agreed: how many of them were the same */                             \
    _(GONE, "gone")     /* a quarter that was finalised in the file that was replaced; name: year  \
                           and plan, old: the hash of its return, "" while it was open, new: the   \
                           revision that comes next */                                             \
    _(REMOVE, "remove") /* a plan was taken out of the office; name: its family, old: its title */ \
    _(LAYOUT, "layout") /* a layout of the office was installed or replaced; name: its own */      \
    _(LAYOUT_GONE, "layout-gone") /* and taken out */                                              \
    _(RECORD_NEW, "record-new")   /* a record was made; name: its kind, new: what it belongs to */ \
    _(RECORD, "record")           /* a field of a record; name: the field's word */                \
    _(RECEIVE, "receive") /* a bundle of another office came in; record: the office, name: year    \
                             and quarter, new: its plans, digest: SHA-256 of the file */           \
    _(RECEIVE_BACK, "receive-back")   /* that was undone; undoes: the row of it */                 \
    _(RECEIVE_AGAIN, "receive-again") /* and done again; likewise */                               \
    _(JUDGE, "judge") /* a return was accepted or sent back; record: the office, name: year,       \
                         quarter and plan, new: the verdict and the seal of the return */          \
    _(MARK,                                                                                        \
      "mark") /* a reviewer's mark; record: the office, name: year, quarter, plan and              \
                 indicator, new: the mark, whether it is followed up, the marks and the remark */

enum journal_what {
#define JOURNAL_ENUM(name, word) JOURNAL_##name,
    JOURNAL_LIST(JOURNAL_ENUM)
#undef JOURNAL_ENUM
        JOURNAL_COUNT
};
const char *journal_word(enum journal_what what); // for files

struct journal_row {
    int64_t seq;
    const char *at;               // 2024-10-07T11:32:05Z; may run back, seq never does
    const char *who, *host, *via; // user of the machine, its name, the command or «screen»
    enum journal_what what;
    int64_t office;    // 0 when it is about none
    int64_t plan;      // likewise
    int64_t indicator; // likewise
    int quarter;       // likewise
    int fiscal_year;   // of the plan; likewise
    const char *plan_name, *code, *name;
    enum entry_state old_state, new_state;
    const char *old_text, *new_text; // as typed
    const char *old_remark, *new_remark;
    const char *reason;
    int64_t compared, agreed; // rekey, restore; else 0
    int64_t record;           // 0 when it is about none
    const char *kind;         // of it, its word; "" likewise
    int64_t undoes;           // the row that it takes back, or puts forth again; 0: none
};

// What to read; a field of 0 (NULL) does not narrow.
struct journal_query {
    int64_t office, plan, indicator;
    int quarter;
    int64_t before; // rows older than this one, to page on
    int limit;      // at most so many
};

// Notes that a quarter of a plan was typed again from its paper, and what came of it.
enum status store_note_rekey(struct store *store, int64_t office, int64_t plan, int quarter,
                             size_t typed, size_t different, struct err *err);

// When the last row was written, in seconds since 1970, by the clock as it stood then; false when
// there is no row, or no telling.
bool store_last_change(struct store *store, int64_t *ret);

// Calls each(data, row), newest first; texts are never NULL and valid during the call. Stops at a
// status other than OK and returns it.
enum status store_read_journal(struct store *store, const struct journal_query *query,
                               enum status (*each)(void *data, const struct journal_row *row),
                               void *data, struct err *err);
