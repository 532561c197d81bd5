// SPDX-License-Identifier: GPL-3.0-or-later
// What the files of this room share: the open file, its statements, its queue.
#pragma once

#include "orjon/domain/plan.h"
#include "orjon/store/journal.h"
#include "orjon/store/store.h"

#include <sqlite3.h>

enum {
    APPLICATION_ID = 0x4F524A4E, // "ORJN", as db/001-office.sql sets it
    WAIT_MS = 5000,              // for the queue, and again for SQLite's own locks
    CACHED_MAX = 64,
};

struct cached {
    const char *sql;
    sqlite3_stmt *stmt;
    bool used; // a query holds it; another one with the same text gets its own
};

// Why a file is not written to.
enum why_read_only {
    READ_AND_WRITE,
    READ_ASKED_FOR,
    READ_NO_RIGHTS, // to the file or its folder
    READ_TWO_NAMES, // a hard link
};

struct schema;
struct walk;
struct store {
    sqlite3 *db;
    char *path, *lock_path; // lock_path NULL: in memory
    const struct schema *known;
    int lock_fd; // -1 while it is not open
    int depth;   // transactions begun, one in the other
    bool writing, is_part, brought_up_to_date, unconfirmed;
    enum why_read_only why;
    int64_t batch; // first journal row of the transaction; 0 before it
    int64_t data_version;
    int64_t wait_until; // milliseconds, while it waits for SQLite's locks
    char via[32], who[64], host[64];
    struct cached cached[CACHED_MAX];
    size_t cached_count;
    struct walk *walk; // under way
    bool walk_made;    // its SQL function
};

// A statement in use. Values are bound in the order of its parameters.
struct query {
    struct store *store;
    sqlite3_stmt *stmt;
    struct cached *cached; // NULL for one of its own
    int bound;
    int rc;              // of the first bind that failed, told by the next step
    struct arena washed; // texts of the file that were not clean
};
#define autoquery __attribute__((cleanup(db_done))) struct query

// sql is a string literal: its address is the key under which the prepared statement is kept.
enum status db_prepare(struct store *store, const char *sql, struct query *ret, struct err *err);
void db_done(struct query *query);

void db_bind_integer(struct query *query, int64_t value);
void db_bind_id(struct query *query, int64_t id); // 0 is NULL
void db_bind_null(struct query *query);
// Packed; NULL when it is not set. decimals: those it was written with.
void db_bind_number(struct query *query, struct maybe number, int decimals);
void db_bind_text(struct query *query, const char *text); // must live until the query is done
void db_bind_bytes(struct query *query, const char *bytes, size_t n); // likewise
void db_bind_text_or_null(struct query *query, const char *text);     // "" is NULL

// Runs to the next row; *ret_row is false at the end.
enum status db_step(struct query *query, bool *ret_row, struct err *err);
// A statement without parameters, run to its first row; *ret_row is false where there is none.
enum status db_first(struct store *store, const char *sql, struct query *ret, bool *ret_row,
                     struct err *err);
// The same with one parameter, a number.
enum status db_first_of(struct store *store, const char *sql, int64_t value, struct query *ret,
                        bool *ret_row, struct err *err);
// Runs a statement to its end and readies it for the next values.
enum status db_run(struct query *query, struct err *err);
// Nothing in the file is run but the triggers that schema_check has compared with ours, and nothing
// in it may be larger than what this program writes.
void db_restrain(sqlite3 *db);
// Runs a whole script.
enum status db_script(struct store *store, const char *sql, struct err *err);

int64_t db_integer(struct query *query, int column);
int db_quarter(struct query *query, int column); // 1 to 4; 0 for anything else
int db_year(struct query *query, int column);    // one that can be a fiscal year; else 0
bool db_is_null(struct query *query, int column);
struct maybe db_number(struct query *query, int column, int *ret_decimals); // may be NULL
// Clean UTF-8 whatever the file holds, "" for NULL; valid until the next step.
const char *db_text(struct query *query, int column);
// The same, kept in an arena.
const char *db_keep_text(struct query *query, int column, struct arena *arena);
// The same for a text of many lines.
const char *db_keep_lines(struct query *query, int column, struct arena *arena);
// Appends the bytes of a cell as they are.
void db_add_bytes(struct query *query, int column, struct str *ret);

// The status and the sentence for what SQLite refused last.
enum status db_fail(struct store *store, int rc, struct err *err);
// DAMAGED, or IO where the disk did not give all of the file.
enum status db_damaged(const struct store *store, const char *what, struct err *err);
enum status disk_failed(const char *path, struct err *err);
// FAILED where a name that SQLite or the queue needs beside the file is taken by something that is
// no ordinary file: to open a pipe would wait for ever.
enum status must_be_ordinary(const char *path, struct err *err);

// Lists of whole numbers as text. list_next moves *at on: 1 a number, 0 the end, -1 no list.
void list_add(struct str *ret, int64_t value);
int list_next(const char **at, int64_t *ret);
enum { LIST_BYTES_MAX = 24 * 21 + 1 }; // DATES_MAX values of 64 bits
void list_write_dates(char *buffer, const int32_t *dates, size_t n);
bool list_read_dates(const char *text, int32_t *dates, size_t max, size_t *ret_n);

// The turn to write, first come, first served: SQLite's own waiting is unfair, and with it one
// clerk waits for seconds. Where there can be no lock file there is no queue, and SQLite's locks,
// which keep the file safe anyhow, are all there is.
enum status queue_enter(struct store *store, struct err *err);
void queue_leave(struct store *store);
void queue_close(struct store *store);
// Whether it is for want of locks, outside a transaction, that SQLite says «busy».
bool db_gives_no_locks(const struct store *store);
// How the names of this office's copies on a pen drive begin, «office-3fa9c01b-»: the office file's
// name, and whose it is.
enum status drive_stem(struct store *store, struct str *ret, struct err *err);

// Whether to wait for SQLite's own locks, which readers and strangers take without queueing.
void db_set_patience(struct store *store, bool waits);

// Two statements, token by token: blanks, comments, the case of words and the quotes about a name
// do not count.
bool sql_is_same(const char *a, const char *b);

struct migration {
    const char *sql;
};
struct schema {
    const struct migration *step; // never changes, never goes; the first makes version 1
    int version;                  // what all of them make
    const char *digest;           // of its schema, by schema_digest; NULL: not known
};
const struct schema *schema_known(void); // the steps of db/
// store_open, for a program that knows other versions.
enum status store_open_as(const char *path, enum store_mode mode, const struct schema *known,
                          struct store **ret, struct err *err);
// An empty file in memory, under the same restraints.
enum status store_open_in_memory(struct store **ret, struct err *err);
// A file in memory as the steps up to `version` make it, to be closed by the caller.
enum status schema_make(const struct migration *step, int version, struct store **ret,
                        struct err *err);
// The settings under which steps are run, in a file and in memory alike; outside a transaction.
void db_ready_for_steps(struct store *store, bool ready);
// Brings the file to the version that is known, after a copy beside it when it holds something
// already. In one transaction, which ends well only if schema_check and db_check_references do.
enum status migrate(struct store *store, struct err *err);
// Whether tables, indexes and triggers are those that the steps up to `version` make, each once, in
// pages of their own. NOT_OFFICE, naming it, for anything else that is there; DAMAGED when one is
// missing.
enum status schema_check(struct store *store, int version, struct err *err);
// Whether every reference has its row.
enum status db_check_references(struct store *store, struct err *err);
enum status db_version(struct store *store, int *ret, struct err *err);

// A row for the journal. old and new are for figures, the texts for everything else.
struct journal_new {
    enum journal_what what;
    int64_t office, plan, indicator, record;
    int quarter;
    int64_t undoes; // the row that is undone or done again; 0: none
    const char *name, *old_text, *new_text;
    const struct entry *old_entry, *new_entry;
    const char *digest; // of what cannot stand in a row: a plan, a secret
    const char *reason;
    const char *since; // of a target: the day from which it holds, a blank and the order's number
    struct {           // rekey, restore
        bool made;
        int64_t compared, agreed;
    } comparison;
};
// What a row holds, in the order in which it is hashed: never changed, a later column goes behind.
#define JOURNAL_COLUMNS                                                                            \
    "seq, batch, undoes, office, plan, indicator, quarter, old_state, new_state, value, count,"    \
    " denominator, dates, notes, what, at, who, host, via, name, old_text, new_text, old_remark,"  \
    " new_remark, reason, compared, agreed, digest, record"
// The SQL function that hashes a row behind another.
enum status chain_make_function(struct store *store, struct err *err);
enum status journal_add(struct store *store, const struct journal_new *row, int64_t *ret_seq,
                        struct err *err);

// Sets a particular, with its journal row; in a transaction.
enum status setting_write(struct store *store, enum journal_what what, int64_t undoes,
                          const char *key, const char *value, struct err *err);

// LOCKED when the year of a plan, or of the plan of an indicator (the other is 0), is closed.
enum status year_must_be_open(struct store *store, int64_t plan, int64_t indicator,
                              struct err *err);

bool entry_same_reading(const struct entry *a, const struct entry *b);
// Writes a figure whose present state is known, with its journal row; in a transaction.
struct figure_key {
    int64_t office, indicator;
    int quarter;
    int64_t undoes; // for the journal; 0: none
};
enum status figure_write(struct store *store, const struct figure_key *key, enum journal_what what,
                         const struct entry *old_entry, const struct entry *new_entry,
                         const char *reason, struct err *err);
// Binds what was read of a figure: value, count, denominator, dates, notes. `dates` has
// LIST_BYTES_MAX bytes and must live until the query is done.
void figure_bind_reading(struct query *query, const struct entry *entry, char *dates);
// Columns state, value, count, denominator, dates, notes, typed, remark from `column` on. The texts
// go into the arena, or stay the query's when it is NULL.
enum status figure_read(struct query *query, int column, struct arena *arena, struct entry *ret,
                        struct err *err);
// CHANGED, with the figure as it stands now.
enum status figure_changed(const char *code, int quarter, const struct entry *present,
                           struct err *err);
// Reads the figures of an indicator anew after its targets changed.
enum status figures_reread(struct store *store, const struct indicator *indicator,
                           const char *reason, struct err *err);
