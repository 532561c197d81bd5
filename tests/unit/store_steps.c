// SPDX-License-Identifier: GPL-3.0-or-later
// Each statement of each operation fails once, in its turn: while it is prepared, or while it runs.
// The operation then says so or has done its whole work, and leaves the file sound and as it was.
#include "store_operations.h"

#include "fail_statement.h"

#include "orjon/base/file.h"

static int64_t head_of(const char *path)
{
    struct store *store = open_as(path, STORE_READ);
    struct err err = {0};
    autostr hash = STR_INIT;
    int64_t seq = 0;
    assert_done(store_journal_head(store, &seq, &hash, &err), &err);
    store_close(&store);
    return seq;
}

// Returns the journal's last row. Most faults leave the bytes that the file began with, which are
// known to be sound.
static int64_t assert_unharmed(const struct scene *scene, const char *name, int64_t before,
                               int64_t after)
{
    const char *path = scene->place->path;
    struct err err = {0};
    if (is_copy_of(path, scene->base))
        return before;
    if (store_verify_path(path, &err))
        fail_msg("%s, statement %ld: %s", name, fault.at, err_text(&err));
    const int64_t head = head_of(path);
    if (head != before && head != after)
        fail_msg("%s, statement %ld: half of it was done", name, fault.at);
    return head;
}

// Opens, does, closes; fault.fired whether the fault came, of which opening has its share or none.
static enum status attempt(const struct scene *scene, const struct operation *operation,
                           enum fault kind, long at, bool opening)
{
    const char *path = scene->place->path;
    struct store *store = NULL;
    struct err err = {0};
    file_remove(path);
    assert_done(file_copy(scene->base, path, &err), &err);
    fault_set(opening ? kind : NO_FAULT, at);
    enum status status = store_open(path, STORE_WRITE, &store, &err);
    if (!opening)
        fault_set(kind, at);
    if (!status)
        status = operation->run(store, scene, &err);
    if (store)
        assert_false(store_is_changing(store));
    fault.kind = NO_FAULT;
    store_close(&store);
    if (status && !*err.text)
        fail_msg("%s, statement %ld: nothing is said", operation->name, at);
    return status;
}

// The steps of opening are the same before each operation: once is enough.
static void each_step(const struct scene *scene, const struct operation *operation, bool opening)
{
    const int64_t before = head_of(scene->base);
    if (attempt(scene, operation, NO_FAULT, 0, opening))
        fail_msg("%s: does not work at all", operation->name);
    const int64_t after = head_of(scene->place->path);
    for (int kind = WHILE_PREPARED; kind <= WHILE_RUN; kind++) {
        long refused = 0;
        for (long at = 1; at == 1 || fault.fired; at++) {
            const enum status status = attempt(scene, operation, (enum fault)kind, at, opening);
            refused += status != STATUS_OK;
            const int64_t head = assert_unharmed(scene, operation->name, before, after);
            if (!status && head != after)
                fail_msg("%s, statement %ld: said to be done, is not", operation->name, at);
        }
        assert_true(refused > 0);
    }
}

static void a_step_that_fails_undoes_all(void **state)
{
    struct scene scene;
    make_scene(&scene, *state);
    struct plan *installed = read_plan("2024-25/coop-upazila/charter.tsv");
    struct plan *other = read_plan("2024-25/coop-upazila/grs.tsv");
    scene.installed = installed;
    scene.other = other;
    for (size_t i = 0; i < sizeof operations / sizeof *operations; i++)
        each_step(&scene, &operations[i], i == 0);
    plan_free(&installed);
    plan_free(&other);
}

// The file is what it was or what was put in its place, never between.
static void a_restoration_that_fails_leaves_one_or_the_other(void **state)
{
    struct scene scene;
    make_scene(&scene, *state);
    const char *path = scene.place->path;
    const int64_t before = head_of(scene.base);
    const struct store_permission permission = {.via = "test"};
    autostr first = STR_INIT;
    file_remove(path);
    assert_int_equal(file_copy(scene.base, path, NULL), STATUS_OK);
    assert_int_equal(store_restore(scene.copy, path, &permission, &first, NULL, NULL), STATUS_OK);
    file_remove(first.buf);
    const int64_t after = head_of(path); // with the rows that say what was replaced
    assert_true(after > head_of(scene.copy));
    for (int kind = WHILE_PREPARED; kind <= WHILE_RUN; kind++)
        for (long at = 1; at == 1 || fault.fired; at++) {
            struct err err = {0};
            autostr kept = STR_INIT;
            file_remove(path);
            assert_done(file_copy(scene.base, path, &err), &err);
            fault_set((enum fault)kind, at);
            const enum status status =
                store_restore(scene.copy, path, &permission, &kept, NULL, &err);
            fault.kind = NO_FAULT;
            file_remove(kept.buf);
            const int64_t head = assert_unharmed(&scene, "restore", before, after);
            if (status ? !*err.text : head != after)
                fail_msg("restore, statement %ld: %d, journal at %d", at, (int)status, (int)head);
        }
}

static void a_file_that_cannot_be_made_is_not_there(void **state)
{
    const struct place *place = *state;
    for (int kind = WHILE_PREPARED; kind <= WHILE_RUN; kind++)
        for (long at = 1; at == 1 || fault.fired; at++) {
            struct store *store = NULL;
            struct err err = {0};
            file_remove(place->path);
            fault_set((enum fault)kind, at);
            enum status status = store_open(place->path, STORE_CREATE, &store, &err);
            if (!status && (status = store_commit(store, &err)))
                file_remove(place->path);
            fault.kind = NO_FAULT;
            store_close(&store);
            assert_int_equal(file_exists(place->path), status == STATUS_OK);
            assert_true(!status || *err.text);
        }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(a_step_that_fails_undoes_all, place_setup, place_teardown),
        cmocka_unit_test_setup_teardown(a_restoration_that_fails_leaves_one_or_the_other,
                                        place_setup, place_teardown),
        cmocka_unit_test_setup_teardown(a_file_that_cannot_be_made_is_not_there, place_setup,
                                        place_teardown),
    };
    fault_watch();
    return cmocka_run_group_tests(tests, NULL, NULL);
}
