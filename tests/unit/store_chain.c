// SPDX-License-Identifier: GPL-3.0-or-later
// A file changed behind the program's back is noticed, and the place is named.
#include "office_file.h"

#include "orjon/store/answers.h"
#include "orjon/store/office.h"
#include "orjon/store/seals.h"

#include <sqlite3.h>

static int take_text(void *data, int n, char **values, char **names)
{
    (void)n, (void)names;
    str_add((struct str *)data, values[0]);
    str_add((struct str *)data, ";");
    return 0;
}

// Somebody who knows SQL: takes the triggers away, changes what he wants and puts them back.
static void tamper(const char *path, const char *sql)
{
    autostr triggers = STR_INIT;
    sqlite3 *db = NULL;
    assert_int_equal(sqlite3_open(path, &db), SQLITE_OK);
    assert_int_equal(sqlite3_exec(db, "SELECT sql FROM sqlite_schema WHERE type = 'trigger'",
                                  take_text, &triggers, NULL),
                     SQLITE_OK);
    static const char *const dropped[] = {
        "journal_follows",      "journal_stays",        "journal_remains", "figure_insert_sealed",
        "figure_update_sealed", "figure_delete_sealed", "seal_follows",    "seal_remains",
        "paper_stays",          "paper_remains"};
    for (size_t i = 0; i < sizeof dropped / sizeof *dropped; i++) {
        autostr drop = STR_INIT;
        str_addf(&drop, "DROP TRIGGER %s", dropped[i]);
        assert_int_equal(sqlite3_exec(db, drop.buf, NULL, NULL, NULL), SQLITE_OK);
    }
    if (sqlite3_exec(db, sql, NULL, NULL, NULL) != SQLITE_OK)
        fail_msg("%s: %s", sql, sqlite3_errmsg(db));
    assert_int_equal(sqlite3_exec(db, triggers.buf, NULL, NULL, NULL), SQLITE_OK);
    sqlite3_close(db);
}

// An office with a plan (row 1), two figures (2, 3) and two particulars (4, 5).
static int64_t fill(const char *path, bool sealed)
{
    const int64_t indicator = make_office(path);
    struct store *store = open_as(path, STORE_WRITE);
    struct err err = {0};
    struct entry four = number_entry(4 * NUMBER_ONE, "৪"), five = number_entry(5 * NUMBER_ONE, "৫");
    assert_done(put(store, indicator, 1, NULL, &four, &err), &err);
    assert_done(put(store, indicator, 2, NULL, &five, &err), &err);
    assert_done(store_set_setting(store, "name", "কার্যালয়", &err), &err);
    assert_done(store_set_secret(store, "passphrase", "hash", &err), &err);
    assert_done(store_put_answer(store,
                                 &(struct store_answer){.office = 1,
                                                        .plan = 1,
                                                        .indicator_id = indicator,
                                                        .indicator = "1.1.1",
                                                        .quarter = 1,
                                                        .code = "remark",
                                                        .reason = "ঠিক"},
                                 &err),
                &err);
    if (sealed)
        assert_done(store_seal_quarter(store, 1, 1, 3, SEAL_HASH, &SEAL_PAPER, &err), &err);
    assert_done(store_verify_chain(store, NULL, &err), &err);
    assert_done(store_verify_rest(store, &err), &err);
    store_close(&store);
    return indicator;
}

static void the_first_broken_row_is_named(void **state)
{
    struct place *place = *state;
    static const struct {
        const char *sql;
        int64_t broken;
    } changes[] = {
        {"UPDATE journal SET who = 'nobody' WHERE seq = 2", 2},
        {"UPDATE journal SET new_text = '৬', value = 60 WHERE seq = 3", 3},
        {"UPDATE journal SET reason = name, name = '' WHERE seq = 4", 4}, // shifted, not changed
        {"UPDATE journal SET hash = zeroblob(32) WHERE seq = 1", 1},
        {"DELETE FROM figure WHERE seq = 3; DELETE FROM journal WHERE seq = 3;"
         "UPDATE journal SET seq = seq - 1, batch = batch - 1 WHERE seq > 3",
         3},
    };
    for (size_t i = 0; i < sizeof changes / sizeof *changes; i++) {
        fill(place->path, false);
        tamper(place->path, changes[i].sql);
        struct store *store = open_as(place->path, STORE_WRITE);
        struct err err = {0};
        int64_t broken = 0;
        assert_int_equal(store_verify_chain(store, &broken, &err), STATUS_DAMAGED);
        assert_int_equal(broken, changes[i].broken);
        store_close(&store);
        unlink(place->path);
    }
}

static void what_is_not_in_the_journal_is_noticed(void **state)
{
    struct place *place = *state;
    static const char *const changes[] = {
        "UPDATE setting SET value = 'অন্য' WHERE key = 'name'",
        "DELETE FROM setting WHERE key = 'name'",
        "INSERT INTO setting VALUES (1, 'officer', 'কেহ')",
        "UPDATE setting SET value = 'mine' WHERE key = 'passphrase'",
        "DELETE FROM setting WHERE key = 'passphrase'",
        "UPDATE indicator SET weight = weight + 10 WHERE position = 2",
        "UPDATE target SET value = value + 1 WHERE slot = 0 AND indicator = 1",
        "INSERT INTO target_change VALUES (2, 'target', '1')",
        "UPDATE plan SET full_marks = 10",
        "DELETE FROM seal",
        "UPDATE seal SET locked = 0, hash = '', revision = 1",
        "UPDATE seal SET revision = 3",
        "UPDATE answer SET reason = 'x'",
        "UPDATE answer SET indicator = (SELECT code FROM indicator WHERE position = 1)",
        "UPDATE answer SET quarter = 2",
        "DELETE FROM answer",
        "DELETE FROM paper",
        "UPDATE paper SET bytes = CAST('papes' AS BLOB)",
        "UPDATE paper SET bytes = CAST('paper ' AS BLOB)",
        "UPDATE paper SET piece = 1",
        "INSERT INTO paper SELECT seq, 1, bytes FROM paper",
        "INSERT INTO paper SELECT 1, 0, bytes FROM paper",
    };
    for (size_t i = 0; i < sizeof changes / sizeof *changes; i++) {
        fill(place->path, true);
        tamper(place->path, changes[i]);
        struct store *store = open_as(place->path, STORE_WRITE);
        struct err err = {0};
        assert_done(store_verify_chain(store, NULL, &err), &err);
        if (store_verify_rest(store, &err) != STATUS_DAMAGED)
            fail_msg("%s: not noticed", changes[i]);
        store_close(&store);
        unlink(place->path);
    }
}

static void answers_are_replaced_and_taken_back(void **state)
{
    struct place *place = *state;
    const int64_t indicator = fill(place->path, false);
    struct store *store = open_as(place->path, STORE_WRITE);
    struct err err = {0};
    struct store_answer answer = {.office = 1,
                                  .plan = 1,
                                  .indicator_id = indicator,
                                  .indicator = "1.1.1",
                                  .quarter = 1,
                                  .code = "remark",
                                  .reason = "আদেশ নং ৪"};
    assert_done(store_put_answer(store, &answer, &err), &err);
    assert_done(store_verify_rest(store, &err), &err);
    assert_done(store_drop_answer(store, &answer, &err), &err);
    assert_done(store_verify_rest(store, &err), &err);
    assert_int_equal(store_drop_answer(store, &answer, &err), STATUS_NOT_FOUND);
    store_close(&store);
    tamper(place->path, "INSERT INTO answer VALUES (1, 1, '1.1.1', 1, 'remark', 'ঠিক', 6)");
    store = open_as(place->path, STORE_WRITE);
    assert_int_equal(store_verify_rest(store, &err), STATUS_DAMAGED);
    store_close(&store);
}

static void a_target_changed_here_is_sound(void **state)
{
    struct place *place = *state;
    const int64_t indicator = fill(place->path, false);
    struct store *store = open_as(place->path, STORE_WRITE);
    struct err err = {0};
    size_t weight = 0;
    assert_true(template_find(NULL, "weight", strlen("weight"), &weight));
    assert_done(store_set_target(store, indicator + 1, weight, "7", "", &err), &err);
    assert_done(store_verify_rest(store, &err), &err);
    assert_done(store_clear_target(store, indicator + 1, weight, "", &err), &err);
    assert_done(store_verify_rest(store, &err), &err);
    assert_done(store_verify_chain(store, NULL, &err), &err);
    store_close(&store);
}

// Longer than any row that is written here: SQLite does not give it out at all.
static void a_text_that_is_too_long_is_damage(void **state)
{
    struct place *place = *state;
    const int64_t indicator = fill(place->path, false);
    autostr sql = STR_INIT;
    str_addf(&sql, "UPDATE figure SET remark = hex(zeroblob(%d)) WHERE seq = 2", TEXT_ROW_BYTES);
    tamper(place->path, sql.buf);
    struct store *store = open_as(place->path, STORE_WRITE);
    struct err err = {0};
    struct arena texts = {0};
    struct entry entry;
    assert_int_equal(store_load_entry(store, 1, indicator, 1, &texts, &entry, &err),
                     STATUS_DAMAGED);
    assert_non_null(strstr(err_text(&err), "একটি লেখা অতিরিক্ত দীর্ঘ"));
    assert_int_equal(store_verify_figures(store, NULL, &err), STATUS_DAMAGED);
    arena_done(&texts);
    store_close(&store);
}

int main(void)
{
#define IN_A_PLACE(test) cmocka_unit_test_setup_teardown(test, place_setup, place_teardown)
    const struct CMUnitTest tests[] = {
        IN_A_PLACE(the_first_broken_row_is_named),
        IN_A_PLACE(what_is_not_in_the_journal_is_noticed),
        IN_A_PLACE(answers_are_replaced_and_taken_back),
        IN_A_PLACE(a_target_changed_here_is_sound),
        IN_A_PLACE(a_text_that_is_too_long_is_damage),
    };
    return cmocka_run_group_tests_name("store_chain", tests, NULL, NULL);
}
