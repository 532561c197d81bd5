// SPDX-License-Identifier: GPL-3.0-or-later
// Records in the office file: made, changed, removed, undone, and compared with the journal.
#include "office_file.h"

#include "orjon/store/journal.h"
#include "orjon/store/records.h"

#include <sqlite3.h>

static struct store *make(const struct place *place)
{
    make_office(place->path);
    return open_as(place->path, STORE_WRITE);
}

static int64_t new_record(struct store *store, enum record_kind kind, int64_t parent, int field,
                          const char *text)
{
    struct err err = {0};
    int64_t id = 0;
    assert_done(store_begin_write(store, &err), &err);
    assert_done(store_new_record(store, kind, parent, &id, &err), &err);
    assert_done(store_put_field(store, kind, id, field, NULL, text, &err), &err);
    assert_done(store_commit(store, &err), &err);
    return id;
}

static void set(struct store *store, enum record_kind kind, int64_t id, int field, const char *text)
{
    struct err err = {0};
    assert_done(store_put_field(store, kind, id, field, NULL, text, &err), &err);
}

static void expect_text(struct store *store, enum record_kind kind, int64_t id, int field,
                        const char *text)
{
    autorecords records = {0};
    struct err err = {0};
    assert_done(store_load_records(store, kind, 0, id, &records, &err), &err);
    assert_int_equal(records.count, text ? 1 : 0);
    if (text)
        assert_string_equal(records.record[0].text[field], text);
}

static void verify(struct store *store)
{
    struct err err = {0};
    assert_done(store_verify_chain(store, NULL, &err), &err);
    assert_done(store_verify_rest(store, &err), &err);
    assert_done(store_verify_file(store, &err), &err);
}

// A meeting with two items, a decision, and a person who chairs it.
struct desk {
    int64_t person, meeting, item[2], decision;
};

static struct desk fill(struct store *store)
{
    struct desk desk;
    char id[24];
    desk.person = new_record(store, RECORD_PERSON, 0, PERSON_NAME, "মোঃ নূরুজ্জামান");
    desk.meeting = new_record(store, RECORD_MEETING, 0, MEETING_TITLE, "সভা");
    snprintf(id, sizeof id, "%lld", (long long)desk.person);
    set(store, RECORD_MEETING, desk.meeting, MEETING_CHAIR, id);
    desk.item[0] = new_record(store, RECORD_ITEM, desk.meeting, ITEM_SUBJECT, "প্রথম");
    set(store, RECORD_ITEM, desk.item[0], ITEM_PLACE, "2");
    desk.item[1] = new_record(store, RECORD_ITEM, desk.meeting, ITEM_SUBJECT, "দ্বিতীয়");
    set(store, RECORD_ITEM, desk.item[1], ITEM_PLACE, "1");
    desk.decision = new_record(store, RECORD_DECISION, desk.item[0], DECISION_TEXT, "এক\n\nদুই");
    return desk;
}

static void loaded_in_their_order(void **state)
{
    struct store *store = make(*state);
    const struct desk desk = fill(store);
    autorecords items = {0}, none = {0};
    struct err err = {0};
    assert_done(store_load_records(store, RECORD_ITEM, desk.meeting, 0, &items, &err), &err);
    assert_int_equal(items.count, 2);
    assert_int_equal(items.record[0].id, desk.item[1]);
    assert_string_equal(items.record[1].text[ITEM_DISCUSSION], "");
    assert_int_equal(records_find(&items, desk.item[0])->parent, desk.meeting);
    assert_done(store_load_records(store, RECORD_MEMO, 0, 0, &none, &err), &err);
    assert_int_equal(none.count, 0);
    expect_text(store, RECORD_DECISION, desk.decision, DECISION_TEXT, "এক\n\nদুই");
    expect_text(store, RECORD_MEETING, desk.decision, 0, NULL); // of another kind
    verify(store);
    store_close(&store);
}

static void what_may_not_be(void **state)
{
    struct store *store = make(*state);
    const struct desk desk = fill(store);
    struct err err = {0};
    int64_t id = 0;
    char text[24];
    assert_int_equal(store_new_record(store, RECORD_ITEM, 0, &id, &err), STATUS_NOT_FOUND);
    assert_int_equal(store_new_record(store, RECORD_ITEM, desk.person, &id, &err),
                     STATUS_NOT_FOUND);
    assert_int_equal(store_new_record(store, RECORD_MEMO, desk.person, &id, &err), STATUS_INVALID);
    assert_int_equal(
        store_put_field(store, RECORD_ITEM, desk.meeting, ITEM_SUBJECT, NULL, "x", &err),
        STATUS_NOT_FOUND);
    assert_int_equal(
        store_put_field(store, RECORD_MEETING, desk.meeting, MEETING_CHAIR, NULL, "999", &err),
        STATUS_NOT_FOUND);
    snprintf(text, sizeof text, "%lld", (long long)desk.item[0]);
    assert_int_equal(
        store_put_field(store, RECORD_MEETING, desk.meeting, MEETING_CHAIR, NULL, text, &err),
        STATUS_NOT_FOUND);
    assert_int_equal(
        store_put_field(store, RECORD_PERSON, desk.person, PERSON_NAME, NULL, "", &err),
        STATUS_INVALID); // its last field, and it chairs a meeting
    assert_non_null(strstr(err.text, "সভা"));
    assert_int_equal(
        store_put_field(store, RECORD_PERSON, desk.person, PERSON_NAME, "x", "y", &err),
        STATUS_CHANGED);
    assert_non_null(strstr(err.text, "নূরুজ্জামান"));
    assert_int_equal(store_remove_record(store, desk.person, &err), STATUS_INVALID);
    assert_int_equal(store_remove_record(store, 999, &err), STATUS_NOT_FOUND);
    assert_int_equal(store_new_record_as(store, RECORD_MEMO, 0, desk.person, &err), STATUS_EXISTS);
    assert_int_equal(store_new_record_as(store, RECORD_MEMO, 0, INT64_MAX, &err), STATUS_INVALID);
    assert_int_equal(store_new_record_as(store, RECORD_MEMO, 0, -1, &err), STATUS_INVALID);
    verify(store);
    store_close(&store);
}

static void count_undone(void *data, const struct store_record_undone *undone)
{
    (void)undone;
    ++*(size_t *)data;
}

static void removed_whole_and_taken_back(void **state)
{
    struct store *store = make(*state);
    const struct desk desk = fill(store);
    struct err err = {0};
    size_t fields = 0;
    assert_done(store_remove_record(store, desk.meeting, &err), &err);
    expect_text(store, RECORD_MEETING, desk.meeting, 0, NULL);
    expect_text(store, RECORD_DECISION, desk.decision, 0, NULL);
    expect_text(store, RECORD_PERSON, desk.person, PERSON_NAME, "মোঃ নূরুজ্জামান");
    assert_int_equal(
        store_put_field(store, RECORD_DECISION, desk.decision, DECISION_TEXT, NULL, "x", &err),
        STATUS_NOT_FOUND); // its item is gone
    verify(store);
    assert_done(store_undo_records(store, false, count_undone, &fields, &err), &err);
    assert_int_equal(fields, 7);
    expect_text(store, RECORD_DECISION, desk.decision, DECISION_TEXT, "এক\n\nদুই");
    verify(store);
    assert_done(store_undo_records(store, true, NULL, NULL, &err), &err);
    expect_text(store, RECORD_MEETING, desk.meeting, 0, NULL);
    assert_int_equal(store_undo_records(store, true, NULL, NULL, &err), STATUS_NOT_FOUND);
    // All the way back, and forth again.
    size_t steps = 0;
    while (store_undo_records(store, false, NULL, NULL, &err) == STATUS_OK)
        steps++;
    assert_int_equal(err.status, STATUS_NOT_FOUND);
    expect_text(store, RECORD_PERSON, desk.person, 0, NULL);
    verify(store);
    for (; steps > 0; steps--)
        assert_done(store_undo_records(store, true, NULL, NULL, &err), &err);
    expect_text(store, RECORD_MEETING, desk.meeting, 0, NULL);
    verify(store);
    store_close(&store);
}

static void nothing_is_put_forth_behind_a_newer_change(void **state)
{
    struct store *store = make(*state);
    const struct desk desk = fill(store);
    struct err err = {0};
    set(store, RECORD_MEETING, desk.meeting, MEETING_VENUE, "কক্ষ");
    assert_done(store_undo_records(store, false, NULL, NULL, &err), &err);
    set(store, RECORD_MEETING, desk.meeting, MEETING_VENUE, "অন্য কক্ষ");
    assert_int_equal(store_undo_records(store, true, NULL, NULL, &err), STATUS_NOT_FOUND);
    assert_done(store_undo_records(store, false, NULL, NULL, &err), &err);
    expect_text(store, RECORD_MEETING, desk.meeting, MEETING_VENUE, "");
    verify(store);
    store_close(&store);
}

// A number that is wanted is had again by the same record only.
static void numbers_that_are_wanted(void **state)
{
    struct store *store = make(*state);
    struct err err = {0};
    assert_done(store_new_record_as(store, RECORD_PERSON, 0, 70, &err), &err);
    set(store, RECORD_PERSON, 70, PERSON_NAME, "ক");
    assert_true(new_record(store, RECORD_PERSON, 0, PERSON_NAME, "খ") > 70);
    assert_int_equal(store_new_record_as(store, RECORD_PERSON, 0, 70, &err), STATUS_EXISTS);
    assert_done(store_remove_record(store, 70, &err), &err);
    assert_done(store_new_record_as(store, RECORD_PERSON, 0, 70, &err), &err);
    set(store, RECORD_PERSON, 70, PERSON_NAME, "গ");
    verify(store);
    store_close(&store);
}

static void spoil(const struct place *place, const char *sql)
{
    sqlite3 *db = NULL;
    char *wrong = NULL;
    assert_int_equal(sqlite3_open(place->path, &db), SQLITE_OK);
    sqlite3_exec(db, "PRAGMA foreign_keys = 0", NULL, NULL, NULL);
    sqlite3_exec(db, sql, NULL, NULL, &wrong);
    if (wrong)
        fail_msg("%s: %s", sql, wrong);
    sqlite3_close(db);
}

// Each is one thing that verify must find; the file is put right again behind it.
static void verify_finds_what_was_spoilt(void **state)
{
    static const char *const cases[][2] = {
        {"UPDATE field SET value = 'x' WHERE name = 'title'",
         "UPDATE field SET value = 'সভা' WHERE name = 'title'"},
        {"DELETE FROM field WHERE name = 'title'",
         "INSERT INTO field(record, name, value) VALUES (2, 'title', 'সভা')"},
        {"INSERT INTO field(record, name, value) VALUES (2, 'venue', 'x')",
         "DELETE FROM field WHERE name = 'venue'"},
        {"UPDATE field SET named = NULL WHERE name = 'chair'",
         "UPDATE field SET named = 1 WHERE name = 'chair'"},
        {"UPDATE record SET kind = 'memo' WHERE id = 1",
         "UPDATE record SET kind = 'person' WHERE id = 1"},
        {"UPDATE record SET kind = 'nothing' WHERE id = 1",
         "UPDATE record SET kind = 'person' WHERE id = 1"},
        {"UPDATE record SET parent = 1 WHERE kind = 'decision'",
         "UPDATE record SET parent = 3 WHERE kind = 'decision'"},
        {"UPDATE record SET parent = NULL WHERE kind = 'decision'",
         "UPDATE record SET parent = 3 WHERE kind = 'decision'"},
        {"INSERT INTO record(id, kind) VALUES (50, 'memo')", "DELETE FROM record WHERE id = 50"},
        {"DELETE FROM record WHERE id = 1", "INSERT INTO record(id, kind) VALUES (1, 'person')"},
    };
    const struct place *place = *state;
    struct store *store = make(place);
    struct err err = {0};
    fill(store);
    store_close(&store);
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        spoil(place, cases[i][0]);
        store = open_as(place->path, STORE_WRITE);
        if (store_verify_rest(store, &err) != STATUS_DAMAGED)
            fail_msg("not found: %s", cases[i][0]);
        store_close(&store);
        spoil(place, cases[i][1]);
        store = open_as(place->path, STORE_WRITE);
        verify(store);
        store_close(&store);
    }
}

static void a_strange_kind_is_no_crash(void **state)
{
    const struct place *place = *state;
    struct store *store = make(place);
    struct err err = {0};
    autorecords records = {0};
    const struct desk desk = fill(store);
    store_close(&store);
    spoil(place, "UPDATE record SET kind = 'nothing' WHERE kind = 'decision';"
                 "UPDATE field SET name = 'nothing' WHERE name = 'chair'");
    store = open_as(place->path, STORE_WRITE);
    assert_int_equal(store_load_records(store, RECORD_MEETING, 0, 0, &records, &err),
                     STATUS_DAMAGED);
    assert_int_equal(store_remove_record(store, desk.meeting, &err), STATUS_DAMAGED);
    store_close(&store);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(loaded_in_their_order, place_setup, place_teardown),
        cmocka_unit_test_setup_teardown(what_may_not_be, place_setup, place_teardown),
        cmocka_unit_test_setup_teardown(removed_whole_and_taken_back, place_setup, place_teardown),
        cmocka_unit_test_setup_teardown(nothing_is_put_forth_behind_a_newer_change, place_setup,
                                        place_teardown),
        cmocka_unit_test_setup_teardown(numbers_that_are_wanted, place_setup, place_teardown),
        cmocka_unit_test_setup_teardown(verify_finds_what_was_spoilt, place_setup, place_teardown),
        cmocka_unit_test_setup_teardown(a_strange_kind_is_no_crash, place_setup, place_teardown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
