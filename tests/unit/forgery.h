// SPDX-License-Identifier: GPL-3.0-or-later
// An office whose file somebody forges who knows SQL, and how the chain is made.
#pragma once

#include "../test.h"

#include "orjon/app/finalise.h"
#include "orjon/app/print.h"
#include "orjon/app/replace.h"
#include "orjon/app/verify.h"
#include "orjon/base/digest.h"
#include "orjon/base/file.h"

#include <inttypes.h>
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

enum { DAY = 19700 };

struct forgery {
    char folder[64], file[96];
    char letters[32]; // on the signed paper of egov
};

static inline struct app *open_office(const struct forgery *office)
{
    const struct app_options options = {.file = office->file, .via = "test", .as_of = {true, DAY}};
    struct app *app = NULL;
    struct err err = {0};
    if (app_open(&options, &app, &err))
        fail_msg("%s", err.text);
    return app;
}

static inline void finalise(struct app *app, const char *plan)
{
    struct shelf shelf = {0};
    struct err err = {0};
    if (shelf_open(app, 0, plan, 1, &shelf, &err) ||
        app_finalise(app, &shelf, "long enough", NULL, &err))
        fail_msg("%s", err.text);
    shelf_done(&shelf);
}

static inline void read_letters(const struct forgery *office, char *ret, size_t size)
{
    struct app *app = open_office(office);
    struct book *book = NULL;
    struct app_seal seal = {0};
    assert_int_equal(book_open(app, 0, "egov", 1, &book, NULL), STATUS_OK);
    assert_int_equal(app_seal(book, 1, &seal, NULL), STATUS_OK);
    snprintf(ret, size, "%s", seal.mark);
    book_free(&book);
    app_close(&app);
}

// An office with a passphrase, in which egov was finalised, opened and finalised again, and rti was
// finalised: with a copy of each step.
static inline int set_up(void **state)
{
    struct forgery *office = calloc(1, sizeof *office);
    const struct app_new_office sample = {.sample = true};
    strcpy(office->folder, "/tmp/orjon-forged-XXXXXX");
    if (!office || !mkdtemp(office->folder))
        return 1;
    snprintf(office->file, sizeof office->file, "%s/office.db", office->folder);
    const struct app_options options = {.file = office->file, .via = "test", .as_of = {true, DAY}};
    assert_int_equal(app_init(&options, &sample, NULL), STATUS_OK);
    struct app *app = open_office(office);
    struct book *book = NULL;
    assert_int_equal(app_set_passphrase(app, NULL, "long enough", NULL), STATUS_OK);
    finalise(app, "egov");
    assert_int_equal(book_open(app, 0, "egov", 1, &book, NULL), STATUS_OK);
    assert_int_equal(app_reopen(book, 1, "again", "long enough", NULL), STATUS_OK);
    book_free(&book);
    finalise(app, "egov");
    finalise(app, "rti");
    app_close(&app);
    read_letters(office, office->letters, sizeof office->letters);
    *state = office;
    return 0;
}

static inline int tear_down(void **state)
{
    struct forgery *office = *state;
    autostr command = STR_INIT;
    str_addf(&command, "rm -rf '%s'", office->folder);
    const int failed = system(command.buf);
    free(office);
    return failed;
}

static inline int take_text(void *data, int n, char **values, char **names)
{
    (void)n, (void)names;
    str_addf(data, "%s;", values[0]);
    return 0;
}

// What somebody with SQL does: the triggers are taken away, and put back.
static inline void tamper(const struct forgery *office, void (*change)(sqlite3 *db))
{
    autostr triggers = STR_INIT, drops = STR_INIT;
    sqlite3 *db = NULL;
    assert_int_equal(sqlite3_open(office->file, &db), SQLITE_OK);
    sqlite3_exec(db, "SELECT sql FROM sqlite_schema WHERE type = 'trigger'", take_text, &triggers,
                 NULL);
    sqlite3_exec(db, "SELECT 'DROP TRIGGER ' || name FROM sqlite_schema WHERE type = 'trigger'",
                 take_text, &drops, NULL);
    assert_int_equal(sqlite3_exec(db, drops.buf, NULL, NULL, NULL), SQLITE_OK);
    change(db);
    assert_int_equal(sqlite3_exec(db, triggers.buf, NULL, NULL, NULL), SQLITE_OK);
    sqlite3_close(db);
}

static inline void sql(sqlite3 *db, const char *text)
{
    if (sqlite3_exec(db, text, NULL, NULL, NULL) != SQLITE_OK)
        fail_msg("%s: %s", text, sqlite3_errmsg(db));
}

static inline void add_value(struct str *ret, sqlite3_stmt *row, int column)
{
    switch (sqlite3_column_type(row, column)) {
    case SQLITE_NULL:
        str_add(ret, "n");
        break;
    case SQLITE_INTEGER:
        str_addf(ret, "i%" PRId64 ";", (int64_t)sqlite3_column_int64(row, column));
        break;
    default:
        str_addf(ret, "t%d:", sqlite3_column_bytes(row, column));
        str_add(ret, (const char *)sqlite3_column_text(row, column));
    }
}

#define EGOV "(SELECT id FROM plan WHERE name = 'egov')"
#define COLUMNS                                                                                    \
    "seq, batch, undoes, office, plan, indicator, quarter, old_state, new_state, value, count,"    \
    " denominator, dates, notes, what, at, who, host, via, name, old_text, new_text, old_remark,"  \
    " new_remark, reason, compared, agreed, digest, record"

// Makes the chain whole again from its first row on.
static inline void chain_anew(sqlite3 *db)
{
    unsigned char hash[DIGEST_BYTES];
    sqlite3_stmt *row = NULL, *write = NULL;
    bool first = true;
    assert_int_equal(
        sqlite3_prepare_v2(db, "SELECT " COLUMNS " FROM journal ORDER BY seq", -1, &row, NULL),
        SQLITE_OK);
    assert_int_equal(
        sqlite3_prepare_v2(db, "UPDATE journal SET hash = ? WHERE seq = ?", -1, &write, NULL),
        SQLITE_OK);
    while (sqlite3_step(row) == SQLITE_ROW) {
        autostr bytes = STR_INIT;
        if (first)
            str_add(&bytes, "t0:");
        else {
            str_addf(&bytes, "t%d:", DIGEST_BYTES);
            str_add_n(&bytes, (const char *)hash, sizeof hash);
        }
        for (int c = 0; c < sqlite3_column_count(row); c++)
            add_value(&bytes, row, c);
        digest_of(bytes.buf, bytes.len, hash);
        sqlite3_bind_blob(write, 1, hash, sizeof hash, SQLITE_STATIC);
        sqlite3_bind_int64(write, 2, sqlite3_column_int64(row, 0));
        assert_int_equal(sqlite3_step(write), SQLITE_DONE);
        sqlite3_reset(write);
        first = false;
    }
    sqlite3_finalize(row);
    sqlite3_finalize(write);
}

// The file and its papers as they are by then.
static inline enum status verify(const struct forgery *office, struct app_verdict *ret,
                                 struct err *err)
{
    struct app *app = open_office(office);
    const enum status status = app_verify(app, ret, err);
    app_close(&app);
    return status;
}

static inline enum status print(const struct forgery *office, struct str *ret, struct err *err)
{
    struct app *app = open_office(office);
    const struct app_paper wanted = {.paper = "return", .plan = "egov", .quarter = 1};
    const enum status status =
        app_print(app, &wanted, "text", &(struct writer_options){0}, ret, err);
    app_close(&app);
    return status;
}

static inline enum status find_letters(const struct forgery *office, struct app_letters *ret)
{
    struct app *app = open_office(office);
    const enum status status = app_find_letters(app, office->letters, ret, NULL);
    app_close(&app);
    return status;
}

// As in an attack that verify called sound: the seals, and the end of the journal that tells of
// them.
static inline void cut_end(sqlite3 *db)
{
    sql(db, "CREATE TEMP TABLE cut AS SELECT min(seq) AS seq FROM journal WHERE what = 'seal';"
            "DELETE FROM seal; DELETE FROM paper; DELETE FROM journal WHERE seq >= (SELECT seq FROM cut)");
}

static inline void append(sqlite3 *db, const char *what, const char *old_text, const char *new_text)
{
    autostr statement = STR_INIT;
    str_addf(&statement,
             "INSERT INTO journal(" COLUMNS ", hash) SELECT max(seq) + 1, max(seq) + 1, NULL, 1,"
             " NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, '%s',"
             " '2026-01-01T00:00:00Z', 'clerk', 'pc', 'restore', 'old.db', '%s', '%s', '', '', '', NULL,"
             " NULL, '', NULL, zeroblob(32) FROM journal",
             what, old_text, new_text);
    sql(db, statement.buf);
    chain_anew(db);
}
