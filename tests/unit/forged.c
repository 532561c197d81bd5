// SPDX-License-Identifier: GPL-3.0-or-later
// Files forged by somebody who knows SQL, and how the chain is made: each is refused or named by
// verify and by print. What one file alone cannot show, its copies or the letters of a signed paper
// do.
#include "../test.h"

#include "orjon/app/finalise.h"
#include "orjon/app/print.h"
#include "orjon/app/replace.h"
#include "orjon/app/verify.h"
#include "orjon/base/digest.h"
#include "orjon/base/file.h"
#include "orjon/store/plans.h"

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

static struct app *open_office(const struct forgery *office)
{
    const struct app_options options = {.file = office->file, .via = "test", .as_of = {true, DAY}};
    struct app *app = NULL;
    struct err err = {0};
    if (app_open(&options, &app, &err))
        fail_msg("%s", err.text);
    return app;
}

static void finalise(struct app *app, const char *plan)
{
    struct shelf shelf = {0};
    struct err err = {0};
    if (shelf_open(app, 0, plan, 1, &shelf, &err) ||
        app_finalise(app, &shelf, "long enough", NULL, &err))
        fail_msg("%s", err.text);
    shelf_done(&shelf);
}

static void read_letters(const struct forgery *office, char *ret, size_t size)
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
static int set_up(void **state)
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

static int tear_down(void **state)
{
    struct forgery *office = *state;
    autostr command = STR_INIT;
    str_addf(&command, "rm -rf '%s'", office->folder);
    const int failed = system(command.buf);
    free(office);
    return failed;
}

static int take_text(void *data, int n, char **values, char **names)
{
    (void)n, (void)names;
    str_addf(data, "%s;", values[0]);
    return 0;
}

// What somebody with SQL does: the triggers are taken away, and put back.
static void tamper(const struct forgery *office, void (*change)(sqlite3 *db))
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

static void sql(sqlite3 *db, const char *text)
{
    if (sqlite3_exec(db, text, NULL, NULL, NULL) != SQLITE_OK)
        fail_msg("%s: %s", text, sqlite3_errmsg(db));
}

static void add_value(struct str *ret, sqlite3_stmt *row, int column)
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
    " new_remark, reason"

// Makes the chain whole again from its first row on.
static void chain_anew(sqlite3 *db)
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
static enum status verify(const struct forgery *office, struct app_verdict *ret, struct err *err)
{
    struct app *app = open_office(office);
    const enum status status = app_verify(app, ret, err);
    app_close(&app);
    return status;
}

static enum status print(const struct forgery *office, struct str *ret, struct err *err)
{
    struct app *app = open_office(office);
    const struct app_paper wanted = {.paper = "return", .plan = "egov", .quarter = 1};
    const enum status status =
        app_print(app, &wanted, "text", &(struct writer_options){0}, ret, err);
    app_close(&app);
    return status;
}

static void assert_named(const struct forgery *office, const char *name)
{
    struct app_verdict verdict;
    struct err err = {0};
    autostr text = STR_INIT;
    if (verify(office, &verdict, &err) != STATUS_DAMAGED)
        fail_msg("%s: verify calls it sound", name);
    assert_true(*err.text);
    err = (struct err){0};
    const enum status status = print(office, &text, &err);
    if (status != STATUS_MISFIT)
        fail_msg("%s: print gives %d", name, (int)status);
    assert_true(*err.text);
    if (strstr(text.buf, office->letters) || strstr(text.buf, "সিল: "))
        fail_msg("%s: the paper has letters", name);
    if (!strstr(text.buf, "সিলের সঙ্গে মেলে না"))
        fail_msg("%s: the paper is not marked", name);
}

static enum status find_letters(const struct forgery *office, struct app_letters *ret)
{
    struct app *app = open_office(office);
    const enum status status = app_find_letters(app, office->letters, ret, NULL);
    app_close(&app);
    return status;
}

static void what_is_untouched_is_sound(void **state)
{
    const struct forgery *office = *state;
    struct app_verdict verdict;
    struct app_letters letters;
    struct err err = {0};
    autostr text = STR_INIT;
    if (verify(office, &verdict, &err))
        fail_msg("%s", err.text);
    assert_int_equal(verdict.compared.copies, 3);
    assert_int_equal(verdict.compared.rows, verdict.rows);
    assert_int_equal(verdict.compared.replaced + verdict.compared.silent, 0);
    assert_int_equal(print(office, &text, &err), STATUS_OK);
    assert_non_null(strstr(text.buf, office->letters));
    assert_int_equal(find_letters(office, &letters), STATUS_OK);
    assert_true(letters.in_force);
    assert_int_equal(letters.revision, 1);
    assert_string_equal(letters.plan, "egov 2023-24");
    tamper(office, chain_anew); // the control: nothing was changed, so the chain is as it was
    assert_int_equal(verify(office, &verdict, &err), STATUS_OK);
}

static void change_figure(sqlite3 *db)
{
    sql(db, "UPDATE figure SET value = 9000000, typed = '৯' WHERE quarter = 1 AND seq ="
            " (SELECT max(f.seq) FROM figure f JOIN indicator i ON i.id = f.indicator"
            " WHERE i.plan = " EGOV " AND f.value IS NOT NULL)");
}

static void change_figure_and_journal(sqlite3 *db)
{
    change_figure(db);
    sql(db, "UPDATE journal SET value = 9000000, new_text = '৯'"
            " WHERE seq = (SELECT seq FROM figure WHERE typed = '৯')");
}

static void change_and_chain(sqlite3 *db)
{
    change_figure_and_journal(db);
    chain_anew(db);
}

static void change_target(sqlite3 *db)
{
    sql(db, "UPDATE indicator SET weight = weight + 1000000 WHERE position = 0 AND plan = " EGOV);
}

static void change_office(sqlite3 *db)
{
    sql(db, "UPDATE setting SET value = 'অন্য কার্যালয়' WHERE key = 'name'");
}

static void open_seal(sqlite3 *db)
{
    sql(db, "UPDATE seal SET locked = 0, hash = '', revision = 2 WHERE plan = " EGOV);
}

static void drop_seal(sqlite3 *db)
{
    sql(db, "DELETE FROM seal WHERE plan = " EGOV);
}

// As in an attack that verify called sound: the seals, and the end of the journal that tells of
// them.
static void cut_end(sqlite3 *db)
{
    sql(db, "CREATE TEMP TABLE cut AS SELECT min(seq) AS seq FROM journal WHERE what = 'seal';"
            "DELETE FROM seal; DELETE FROM journal WHERE seq >= (SELECT seq FROM cut)");
}

static void lower_revision(sqlite3 *db)
{
    sql(db, "UPDATE journal SET name = '0' WHERE what = 'seal' AND name = '1';"
            "UPDATE seal SET revision = 0 WHERE plan = " EGOV);
    chain_anew(db);
}

static void forget_the_first_seal(sqlite3 *db)
{
    sql(db, "UPDATE journal SET what = 'setting', plan = NULL, quarter = NULL, new_text = ''"
            " WHERE what IN ('seal', 'reopen') AND plan = " EGOV " AND seq <"
            " (SELECT max(seq) FROM journal WHERE what = 'seal' AND plan = " EGOV ")");
    chain_anew(db);
}

static void swap_passphrase(sqlite3 *db)
{
    sql(db, "UPDATE setting SET value = 'mine' WHERE key = 'passphrase'");
    autostr digest = STR_INIT, statement = STR_INIT;
    digest_write(&digest, "mine", 4);
    str_addf(&statement, "UPDATE journal SET new_remark = '%s' WHERE what = 'secret'", digest.buf);
    sql(db, statement.buf);
}

static void swap_passphrase_and_chain(sqlite3 *db)
{
    swap_passphrase(db);
    chain_anew(db);
}

static void append(sqlite3 *db, const char *what, const char *old_text, const char *new_text)
{
    autostr statement = STR_INIT;
    str_addf(&statement,
             "INSERT INTO journal(" COLUMNS ", hash) SELECT max(seq) + 1, max(seq) + 1, NULL, 1,"
             " NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, '%s',"
             " '2026-01-01T00:00:00Z', 'clerk', 'pc', 'restore', 'old.db', '%s', '%s', '', '', '',"
             " zeroblob(32) FROM journal",
             what, old_text, new_text);
    sql(db, statement.buf);
    chain_anew(db);
}

// The end is cut off, and a made-up restoration is to excuse it.
static void excuse_the_cut(sqlite3 *db)
{
    cut_end(db);
    append(db, "restore", "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef",
           "99999 0");
}

static void each_attack_is_named(void **state)
{
    struct forgery *office = *state;
    static const struct {
        const char *name;
        void (*change)(sqlite3 *db);
    } attacks[] = {
        {"a figure", change_figure},
        {"a figure with its row of the journal", change_figure_and_journal},
        {"the same, chained anew", change_and_chain},
        {"a weight", change_target},
        {"the office's name", change_office},
        {"a seal opened", open_seal},
        {"a seal dropped", drop_seal},
        {"seals dropped with the end of the journal", cut_end},
        {"a revision lowered, chained anew", lower_revision},
        {"an earlier revision forgotten, chained anew", forget_the_first_seal},
        {"the passphrase swapped with its row", swap_passphrase},
        {"the same, chained anew", swap_passphrase_and_chain},
        {"the end cut off, and a restoration made up", excuse_the_cut},
    };
    autostr whole = STR_INIT;
    assert_int_equal(file_read(office->file, &whole, NULL), STATUS_OK);
    for (size_t i = 0; i < sizeof attacks / sizeof *attacks; i++) {
        assert_int_equal(file_write(office->file, whole.buf, whole.len, true, NULL), STATUS_OK);
        tamper(office, attacks[i].change);
        assert_named(office, attacks[i].name);
    }
}

// Seals and end are dropped, a figure is changed, the program itself finalises again.
static void forge_by_finalising(const struct forgery *office)
{
    tamper(office, cut_end);
    tamper(office, change_and_chain);
    struct app *app = open_office(office);
    finalise(app, "egov");
    app_close(&app);
}

static void another_seal_in_its_place_is_named(void **state)
{
    const struct forgery *office = *state;
    forge_by_finalising(office);
    assert_named(office, "sealed again");
}

// Nothing but the paper that was signed tells, and the letters that it carries.
static void copies_replaced_too_are_told_by_the_paper(void **state)
{
    const struct forgery *office = *state;
    struct app_verdict verdict;
    struct app_letters letters;
    struct err err = {0};
    autostr command = STR_INIT, text = STR_INIT;
    str_addf(&command, "rm -rf '%s/backups'", office->folder);
    assert_int_equal(system(command.buf), 0);
    forge_by_finalising(office);
    assert_int_equal(verify(office, &verdict, &err), STATUS_OK);
    assert_int_equal(verdict.compared.copies, 1); // of what was forged
    assert_int_equal(find_letters(office, &letters), STATUS_MISFIT);
    assert_int_equal(print(office, &text, &err), STATUS_OK);
    assert_null(strstr(text.buf, office->letters));
    assert_null(strstr(text.buf, "সংশোধিত"));
}

static void without_a_copy_verify_says_so(void **state)
{
    const struct forgery *office = *state;
    struct app_verdict verdict;
    struct err err = {0};
    autostr command = STR_INIT;
    str_addf(&command, "rm -rf '%s/backups'", office->folder);
    assert_int_equal(system(command.buf), 0);
    tamper(office, cut_end);
    assert_int_equal(verify(office, &verdict, &err), STATUS_OK);
    assert_int_equal(verdict.compared.copies, 0);
}

static void unread(sqlite3 *db)
{
    cut_end(db);
    append(db, "restore", "unread", "");
}

// A made-up damage cannot be told from a true one; but it is told of, and it costs a revision.
static void a_made_up_damage_is_told_of(void **state)
{
    const struct forgery *office = *state;
    struct app_verdict verdict;
    struct err err = {0};
    autostr text = STR_INIT;
    tamper(office, unread);
    assert_int_equal(verify(office, &verdict, &err), STATUS_OK);
    assert_int_equal(verdict.compared.replaced, 3);
    struct app *app = open_office(office);
    finalise(app, "egov");
    app_close(&app);
    assert_int_equal(print(office, &text, &err), STATUS_OK);
    assert_non_null(strstr(text.buf, "সংশোধিত"));
    assert_null(strstr(text.buf, office->letters));
}

static void an_older_file_put_in_by_hand_is_named(void **state)
{
    const struct forgery *office = *state;
    autostr command = STR_INIT;
    str_addf(&command, "cp \"$(ls '%s'/backups/*.db | head -1)\" '%s'", office->folder,
             office->file);
    assert_int_equal(system(command.buf), 0);
    struct app_verdict verdict;
    struct err err = {0};
    assert_int_equal(verify(office, &verdict, &err), STATUS_DAMAGED);
}

// Whoever takes the file away and makes a new one begins with what its copies know.
static void an_office_made_anew_by_hand_forgets_nothing(void **state)
{
    const struct forgery *office = *state;
    const struct app_options options = {.file = office->file, .via = "test", .as_of = {true, DAY}};
    struct app_verdict verdict;
    struct app_letters letters;
    autostr text = STR_INIT;
    assert_int_equal(unlink(office->file), 0);
    assert_int_equal(app_init(&options, &(struct app_new_office){.sample = true}, NULL), STATUS_OK);
    struct app *app = open_office(office);
    finalise(app, "egov");
    app_close(&app);
    assert_int_equal(verify(office, &verdict, NULL), STATUS_OK);
    assert_int_equal(verdict.compared.replaced, 3);
    assert_int_equal(print(office, &text, NULL), STATUS_OK);
    assert_non_null(strstr(text.buf, "সংশোধিত"));
    assert_null(strstr(text.buf, office->letters));
    assert_int_equal(find_letters(office, &letters), STATUS_OK);
    assert_true(letters.replaced);
}

// Another journal from its first row on, which does not even say so.
static void write_whole_journal(sqlite3 *db)
{
    sql(db, "UPDATE journal SET host = 'elsewhere'");
    chain_anew(db);
}

static void a_journal_written_anew_is_named(void **state)
{
    const struct forgery *office = *state;
    tamper(office, write_whole_journal); // the seals no longer fit either
    assert_named(office, "written anew");
    tamper(office, cut_end);
    struct app *app = open_office(office);
    finalise(app, "egov"); // now they do
    app_close(&app);
    assert_named(office, "written anew and sealed again");
}

// The same through the program is no forgery, and forgets nothing.
static void an_office_made_anew_by_the_program_is_sound(void **state)
{
    const struct forgery *office = *state;
    const struct app_options options = {.file = office->file, .via = "init", .as_of = {true, DAY}};
    struct app_verdict verdict;
    struct app_letters letters;
    struct err err = {0};
    autostr kept = STR_INIT;
    if (app_init_anew(&options, &(struct app_new_office){.sample = true}, "long enough", &kept,
                      &err))
        fail_msg("%s", err.text);
    if (verify(office, &verdict, &err))
        fail_msg("%s", err.text);
    assert_int_equal(verdict.compared.replaced, 3);
    assert_int_equal(find_letters(office, &letters), STATUS_OK);
    assert_true(letters.replaced);
    assert_false(letters.in_force);
    assert_int_equal(letters.revision, 1);
}

static void restorations_upon_restorations_are_sound(void **state)
{
    const struct forgery *office = *state;
    const struct app_options options = {.file = office->file, .via = "restore", .as_of = {true, DAY}};
    static const char *const names[] = {"first.db", "second.db", "third.db"};
    autostr command = STR_INIT;
    str_addf(&command,
             "cd '%s' && i=0 && for f in backups/*.db; do i=$((i + 1)); case $i in"
             " 1) cp $f first.db ;; 2) cp $f second.db ;; 3) cp $f third.db ;; esac; done",
             office->folder);
    assert_int_equal(system(command.buf), 0);
    for (unsigned i = 0; i < 6; i++) {
        struct app_verdict verdict;
        struct err err = {0};
        autostr source = STR_INIT, kept = STR_INIT;
        str_addf(&source, "%s/%s", office->folder, names[i * 7 % 3]);
        if (app_restore(&options, source.buf, "long enough", &kept, &err))
            fail_msg("%s: %s", source.buf, err.text);
        struct app *app = open_office(office);
        struct book *book = NULL;
        assert_int_equal(book_open(app, 0, "egov", 1, &book, NULL), STATUS_OK);
        if (book->sealed & 1)
            assert_int_equal(app_reopen(book, 1, "again", "long enough", NULL), STATUS_OK);
        book_free(&book);
        finalise(app, "egov");
        book_open(app, 0, "egov", 1, &book, NULL);
        struct app_seal seal = {0};
        assert_int_equal(app_seal(book, 1, &seal, NULL), STATUS_OK);
        assert_int_equal(seal.revision, 2 + i); // no number is given twice
        book_free(&book);
        app_close(&app);
        if (verify(office, &verdict, &err))
            fail_msg("after %u: %s", i, err.text);
    }
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)
    const struct CMUnitTest tests[] = {
        TEST(what_is_untouched_is_sound),
        TEST(each_attack_is_named),
        TEST(another_seal_in_its_place_is_named),
        TEST(copies_replaced_too_are_told_by_the_paper),
        TEST(without_a_copy_verify_says_so),
        TEST(a_made_up_damage_is_told_of),
        TEST(an_older_file_put_in_by_hand_is_named),
        TEST(an_office_made_anew_by_hand_forgets_nothing),
        TEST(a_journal_written_anew_is_named),
        TEST(an_office_made_anew_by_the_program_is_sound),
        TEST(restorations_upon_restorations_are_sound),
    };
    return cmocka_run_group_tests_name("forged", tests, NULL, NULL);
}
