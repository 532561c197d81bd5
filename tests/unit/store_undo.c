// SPDX-License-Identifier: GPL-3.0-or-later
// Undo and redo from the journal.
#include "office_file.h"

#include "orjon/domain/office.h"
#include "orjon/domain/template.h"
#include "orjon/store/office.h"
#include "orjon/store/seals.h"
#include "orjon/store/undo.h"

#include <sqlite3.h>

static void assert_typed(struct store *store, int64_t indicator, int quarter, const char *expected)
{
    struct arena texts = {0};
    struct entry entry;
    struct err err = {0};
    assert_done(store_load_entry(store, 1, indicator, quarter, &texts, &entry, &err), &err);
    assert_string_equal(entry.typed, expected);
    assert_int_equal(entry.state, *expected ? ENTRY_VALUE : ENTRY_EMPTY);
    arena_done(&texts);
}

// Each step in a session of its own.
static enum status step(const char *path, int64_t indicator, int quarter, bool redo)
{
    struct store *store = open_as(path, STORE_WRITE);
    struct err err = {0};
    size_t count = 0;
    const struct store_undo undo = {1, 0, indicator, quarter, redo};
    enum status status = store_undo(store, &undo, &count, &err);
    assert_done(store_verify_chain(store, NULL, &err), &err);
    assert_done(store_verify_figures(store, NULL, &err), &err);
    store_close(&store);
    return status;
}

// Of the first indicator that counts things.

static int64_t type(const char *path, const char *const *texts, size_t n)
{
    struct store *store = open_as(path, STORE_WRITE);
    struct err err = {0};
    struct plan *plan = NULL;
    int64_t id = 0;
    assert_done(store_find_plan(store, 2024, "egov", &id, &err), &err);
    assert_done(store_load_plan(store, id, &plan, &err), &err);
    const struct indicator *indicator = plan->indicator;
    while (indicator->kind != KIND_NUMBER)
        indicator++;
    struct entry entries[QUARTERS];
    struct store_change changes[QUARTERS];
    for (size_t i = 0; i < n; i++) {
        assert_done(
            entry_read(indicator, texts[i], strlen(texts[i]), ENTRY_TYPED, &entries[i], &err),
            &err);
        entries[i].typed = texts[i];
        changes[i] = (struct store_change){
            .office = 1, .indicator = indicator->id, .quarter = 1 + (int)i, .entry = &entries[i]};
    }
    assert_done(store_put_entries(store, changes, n, "", NULL, &err), &err);
    const int64_t found = indicator->id;
    plan_free(&plan);
    store_close(&store);
    return found;
}

static void assert_file(const char *path, int64_t indicator, const char *first, const char *second)
{
    struct store *store = open_as(path, STORE_WRITE);
    assert_typed(store, indicator, 1, first);
    assert_typed(store, indicator, 2, second);
    store_close(&store);
}

static void steps_go_back_and_forth_across_sessions(void **state)
{
    struct place *place = *state;
    const char *path = place->path;
    make_office(path);
    const int64_t i = type(path, (const char *const[]){"১", "২"}, 2);
    type(path, (const char *const[]){"৩", "৪"}, 2);
    type(path, (const char *const[]){"৫"}, 1);
    assert_file(path, i, "৫", "৪");
    assert_int_equal(step(path, 0, 0, false), STATUS_OK);
    assert_file(path, i, "৩", "৪");
    assert_int_equal(step(path, 0, 0, false), STATUS_OK); // both of the batch
    assert_file(path, i, "১", "২");
    assert_int_equal(step(path, 0, 0, true), STATUS_OK);
    assert_file(path, i, "৩", "৪");
    assert_int_equal(step(path, 0, 0, true), STATUS_OK);
    assert_file(path, i, "৫", "৪");
    assert_int_equal(step(path, 0, 0, true), STATUS_NOT_FOUND);
    for (int n = 0; n < 3; n++)
        assert_int_equal(step(path, 0, 0, false), STATUS_OK);
    assert_file(path, i, "", "");
    assert_int_equal(step(path, 0, 0, false), STATUS_NOT_FOUND);
}

static void one_figure_goes_back_alone(void **state)
{
    struct place *place = *state;
    const char *path = place->path;
    make_office(path);
    const int64_t i = type(path, (const char *const[]){"১", "২"}, 2);
    type(path, (const char *const[]){"৩", "৪"}, 2);
    assert_int_equal(step(path, i, 2, false), STATUS_OK);
    assert_file(path, i, "৩", "২");
    assert_int_equal(step(path, 0, 0, false), STATUS_OK); // what is left of the batch
    assert_file(path, i, "১", "২");
    assert_int_equal(step(path, i, 2, true), STATUS_OK);
    assert_file(path, i, "১", "৪");
    type(path, (const char *const[]){"৯"}, 1); // what was undone there is history now
    assert_int_equal(step(path, i, 1, true), STATUS_NOT_FOUND);
    assert_int_equal(step(path, i, 1, false), STATUS_OK);
    assert_file(path, i, "১", "৪");
}

static void a_finalised_quarter_stays(void **state)
{
    struct place *place = *state;
    const char *path = place->path;
    make_office(path);
    const int64_t i = type(path, (const char *const[]){"১", "২"}, 2);
    struct store *store = open_as(path, STORE_WRITE);
    struct err err = {0};
    int64_t plan = 0;
    assert_done(store_find_plan(store, 2024, "egov", &plan, &err), &err);
    assert_done(store_seal_quarter(store, 1, plan, 1, SEAL_HASH, &SEAL_PAPER, &err), &err);
    store_close(&store);
    assert_int_equal(step(path, 0, 0, false), STATUS_LOCKED);
    assert_file(path, i, "১", "২"); // the second quarter neither: all or nothing
    assert_int_equal(step(path, i, 2, false), STATUS_OK);
    assert_file(path, i, "১", "");
}

static bool is_name(const char *key)
{
    return strcmp(key, "name") == 0;
}

static void collect(void *data, const struct store_undone *undone)
{
    str_addf(data, "%s: %s > %s\n", undone->name, undone->from, undone->to);
}

// In a session of its own; what was undone is appended to told, or
// the sentence about what has changed. Everything is sound afterwards.
static enum status words(const char *path, bool office, bool redo, struct str *told)
{
    struct store *store = open_as(path, STORE_WRITE);
    struct err err = {0};
    const struct store_undo_words undo = {.is_ours = office ? is_name : NULL, .redo = redo};
    enum status status = store_undo_words(store, &undo, collect, told, &err);
    assert_true(status == STATUS_OK || err.text[0]);
    assert_done(store_verify_chain(store, NULL, &err), &err);
    if (status == STATUS_CHANGED)
        str_add(told, err.text);
    else
        assert_done(store_verify_rest(store, &err), &err);
    store_close(&store);
    return status;
}

static void set(const char *path, const char *key, const char *value)
{
    struct store *store = open_as(path, STORE_WRITE);
    struct err err = {0};
    assert_done(store_set_setting(store, key, value, &err), &err);
    store_close(&store);
}

static void particulars_go_back_and_forth(void **state)
{
    struct place *place = *state;
    const char *path = place->path;
    autostr told = STR_INIT;
    make_office(path);
    set(path, "name", "ক");
    set(path, "name", "খ");
    set(path, "mouse", "on"); // a preference, not ours
    assert_int_equal(words(path, true, false, &told), STATUS_OK);
    assert_int_equal(words(path, true, false, &told), STATUS_OK);
    assert_int_equal(words(path, true, false, &told), STATUS_NOT_FOUND);
    assert_int_equal(words(path, true, true, &told), STATUS_OK);
    set(path, "mouse", "off");
    assert_int_equal(words(path, true, true, &told), STATUS_OK);
    assert_int_equal(words(path, true, true, &told), STATUS_NOT_FOUND);
    assert_string_equal(told.buf, "name: খ > ক\nname: ক > \nname:  > ক\nname: ক > খ\n");
    assert_int_equal(words(path, true, false, &told), STATUS_OK);
    set(path, "name", "গ");
    assert_int_equal(words(path, true, true, &told), STATUS_NOT_FOUND);   // history now
    assert_int_equal(words(path, false, false, &told), STATUS_NOT_FOUND); // targets are another row
}

static void what_is_not_as_told_stays(void **state)
{
    struct place *place = *state;
    autostr told = STR_INIT;
    sqlite3 *db = NULL;
    make_office(place->path);
    set(place->path, "name", "ক");
    assert_int_equal(sqlite3_open(place->path, &db), SQLITE_OK);
    assert_int_equal(
        sqlite3_exec(db, "UPDATE setting SET value = 'খ' WHERE key = 'name'", NULL, NULL, NULL),
        SQLITE_OK);
    sqlite3_close(db);
    assert_int_equal(words(place->path, true, false, &told), STATUS_CHANGED);
    assert_ptr_equal(strstr(told.buf, office_label(OFFICE_NAME)), told.buf); // not its key
}

static size_t column(const char *name)
{
    size_t i = 0;
    assert_true(template_find(NULL, name, strlen(name), &i));
    return i;
}

static void targets_go_back_together(void **state)
{
    struct place *place = *state;
    const char *path = place->path;
    autostr told = STR_INIT;
    struct err err = {0};
    make_office(path);
    const int64_t i = type(path, (const char *const[]){"১"}, 1);
    const struct store_target both[] = {{column("weight"), "7"}, {column("target"), "9"}};
    const struct store_target one = {column("target"), "12"};
    struct store *store = open_as(path, STORE_WRITE);
    assert_done(store_set_targets(store, i, both, 2, "", &err), &err);
    assert_done(store_set_targets(store, i, &one, 1, "", &err), &err);
    store_close(&store);
    assert_int_equal(words(path, false, false, &told), STATUS_OK);
    assert_string_equal(told.buf, "target: 12 > 9\n");
    str_reset(&told);
    assert_int_equal(words(path, false, false, &told), STATUS_OK);
    assert_non_null(strstr(told.buf, "target: 9 > "));
    assert_non_null(strstr(told.buf, "weight: 7 > "));
    assert_int_equal(words(path, false, false, &told), STATUS_NOT_FOUND);
    assert_int_equal(step(path, 0, 0, false), STATUS_OK); // the figure has steps of its own
    assert_int_equal(step(path, 0, 0, true), STATUS_OK);
    assert_int_equal(step(path, 0, 0, true), STATUS_NOT_FOUND);
    assert_int_equal(words(path, false, true, &told), STATUS_OK);
    store = open_as(path, STORE_WRITE);
    int64_t plan = 0;
    assert_done(store_find_plan(store, 2024, "egov", &plan, &err), &err);
    assert_done(store_seal_quarter(store, 1, plan, 1, SEAL_HASH, &SEAL_PAPER, &err), &err);
    store_close(&store);
    assert_int_equal(words(path, false, true, &told), STATUS_FROZEN);
    assert_int_equal(words(path, false, false, &told), STATUS_FROZEN);
}

int main(void)
{
#define IN_A_PLACE(test) cmocka_unit_test_setup_teardown(test, place_setup, place_teardown)
    const struct CMUnitTest tests[] = {
        IN_A_PLACE(steps_go_back_and_forth_across_sessions),
        IN_A_PLACE(one_figure_goes_back_alone),
        IN_A_PLACE(a_finalised_quarter_stays),
        IN_A_PLACE(particulars_go_back_and_forth),
        IN_A_PLACE(what_is_not_as_told_stays),
        IN_A_PLACE(targets_go_back_together),
    };
    return cmocka_run_group_tests_name("store_undo", tests, NULL, NULL);
}
