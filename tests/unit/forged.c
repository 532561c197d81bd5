// SPDX-License-Identifier: GPL-3.0-or-later
// Files forged by somebody who knows SQL, and how the chain is made: each is refused or named by
// verify and by print. What one file alone cannot show, its copies or the letters of a signed paper
// do.
#include "forgery.h"

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
    if (!strstr(text.buf, "সিলের সাথে মেলে না"))
        fail_msg("%s: the paper is not marked", name);
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
    sql(db, "UPDATE figure SET value = 90, typed = '৯' WHERE quarter = 1 AND seq ="
            " (SELECT max(f.seq) FROM figure f JOIN indicator i ON i.id = f.indicator"
            " WHERE i.plan = " EGOV " AND f.value IS NOT NULL)");
}

static void change_figure_and_journal(sqlite3 *db)
{
    change_figure(db);
    sql(db, "UPDATE journal SET value = 90, new_text = '৯'"
            " WHERE seq = (SELECT seq FROM figure WHERE typed = '৯')");
}

static void change_and_chain(sqlite3 *db)
{
    change_figure_and_journal(db);
    chain_anew(db);
}

static void change_target(sqlite3 *db)
{
    sql(db, "UPDATE indicator SET weight = weight + 10 WHERE position = 0 AND plan = " EGOV);
}

static void change_office(sqlite3 *db)
{
    sql(db, "UPDATE setting SET value = 'অন্য কার্যালয়' WHERE key = 'name'");
}

static void open_seal(sqlite3 *db)
{
    sql(db, "UPDATE seal SET locked = 0, hash = '', revision = 2 WHERE plan = " EGOV);
}

static void change_paper(sqlite3 *db)
{
    sql(db, "UPDATE paper SET bytes = CAST(replace(CAST(bytes AS TEXT), 'সমব', 'অমব') AS BLOB)");
}

static void change_paper_and_chain(sqlite3 *db)
{
    sqlite3_stmt *row = NULL;
    change_paper(db);
    sqlite3_prepare_v2(db, "SELECT seq, bytes FROM paper WHERE piece = 0", -1, &row, NULL);
    while (sqlite3_step(row) == SQLITE_ROW) {
        autostr digest = STR_INIT, statement = STR_INIT;
        digest_write(&digest, sqlite3_column_blob(row, 1), (size_t)sqlite3_column_bytes(row, 1));
        str_addf(&statement, "UPDATE journal SET digest = '%s' WHERE seq = %d", digest.buf,
                 sqlite3_column_int(row, 0));
        sql(db, statement.buf);
    }
    sqlite3_finalize(row);
    chain_anew(db);
}

static void drop_paper(sqlite3 *db)
{
    sql(db, "DELETE FROM paper");
}

static void drop_seal(sqlite3 *db)
{
    sql(db, "DELETE FROM seal WHERE plan = " EGOV);
}

static void lower_revision(sqlite3 *db)
{
    sql(db, "UPDATE journal SET name = '0' WHERE what = 'seal' AND name = '1';"
            "UPDATE seal SET revision = 0 WHERE plan = " EGOV);
    chain_anew(db);
}

static void forget_the_first_seal(sqlite3 *db)
{
    sql(db, "DELETE FROM paper WHERE seq < (SELECT max(seq) FROM journal WHERE what = 'seal'"
            " AND plan = " EGOV ");"
            "UPDATE journal SET what = 'setting', plan = NULL, quarter = NULL, new_text = ''"
            " WHERE what IN ('seal', 'reopen') AND plan = " EGOV " AND seq <"
            " (SELECT max(seq) FROM journal WHERE what = 'seal' AND plan = " EGOV ")");
    chain_anew(db);
}

static void swap_passphrase(sqlite3 *db)
{
    sql(db, "UPDATE setting SET value = 'mine' WHERE key = 'passphrase'");
    autostr digest = STR_INIT, statement = STR_INIT;
    digest_write(&digest, "mine", 4);
    str_addf(&statement, "UPDATE journal SET digest = '%s' WHERE what = 'secret'", digest.buf);
    sql(db, statement.buf);
}

static void swap_passphrase_and_chain(sqlite3 *db)
{
    swap_passphrase(db);
    chain_anew(db);
}

// The end is cut off, and a made-up restoration is to excuse it.
static void excuse_the_cut(sqlite3 *db)
{
    cut_end(db);
    append(db, "restore", "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef",
           "figure egov@2026-01-01T00:00:00Z");
    sql(db, "UPDATE journal SET compared = 99999, agreed = 0 WHERE what = 'restore'");
    chain_anew(db);
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
        {"the signed paper", change_paper},
        {"the same with its row, chained anew", change_paper_and_chain},
        {"the signed papers dropped", drop_paper},
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

// As if «orjon plans remove» had done it, which refuses that.
static void take_plan_out(sqlite3 *db)
{
    append(db, "remove", "", "");
    sql(db, "UPDATE journal SET plan = " EGOV ", office = NULL WHERE what = 'remove';"
            "UPDATE plan SET removed = 1 WHERE id = " EGOV);
    chain_anew(db);
}

static void a_finalised_plan_taken_out_is_named(void **state)
{
    const struct forgery *office = *state;
    struct app_verdict verdict;
    struct err err = {0};
    tamper(office, take_plan_out);
    assert_int_equal(verify(office, &verdict, &err), STATUS_DAMAGED);
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)
    const struct CMUnitTest tests[] = {
        TEST(what_is_untouched_is_sound),         TEST(each_attack_is_named),
        TEST(another_seal_in_its_place_is_named), TEST(copies_replaced_too_are_told_by_the_paper),
        TEST(without_a_copy_verify_says_so),      TEST(an_older_file_put_in_by_hand_is_named),
        TEST(a_journal_written_anew_is_named),    TEST(a_finalised_plan_taken_out_is_named),
    };
    return cmocka_run_group_tests_name("forged", tests, NULL, NULL);
}
