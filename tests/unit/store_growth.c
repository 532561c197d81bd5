// SPDX-License-Identifier: GPL-3.0-or-later
// What a change or a look costs does not depend on how long the journal is, and verifying costs as
// much as there is to verify. Counted in steps of SQLite's machine, never in time.
#include "store_operations.h"

#include "count_steps.h"

enum { ROWS = 1500 };

// A figure and a field entered again and again in one transaction, then two of another, of which
// the second is undone: what there is to undo and to redo stands at the end.
static void lengthen(const char *path, const struct scene *scene, size_t rows)
{
    struct store *store = open_as(path, STORE_WRITE);
    struct err err = {0};
    assert_done(store_begin_write(store, &err), &err);
    for (size_t i = 0; i < rows; i++) {
        const struct entry entry = number_entry((i % 2 + 1) * NUMBER_ONE, i % 2 ? "২" : "১");
        assert_done(put(store, scene->indicator - 1, 4, NULL, &entry, &err), &err);
    }
    for (size_t i = 0; i < rows; i++) // ends as it began
        assert_done(store_put_field(store, RECORD_PERSON, scene->person, PERSON_NOTE, NULL,
                                    i + 1 < rows ? (i % 2 ? "x" : "y") : "", &err),
                    &err);
    assert_done(store_commit(store, &err), &err);
    for (int i = 0; i < 2; i++)
        assert_done(store_put_field(store, RECORD_ITEM, scene->item, ITEM_SUBJECT, NULL,
                                    i ? "x" : "y", &err),
                    &err);
    assert_done(op_undo_record(store, scene, &err), &err);
    for (int i = 3; i < 5; i++) {
        const struct entry entry = number_entry(i * NUMBER_ONE, i % 2 ? "৩" : "৪");
        assert_done(put(store, scene->indicator, 1, NULL, &entry, &err), &err);
    }
    assert_done(op_undo(store, scene, &err), &err);
    store_close(&store);
}

static enum status op_look(struct store *store, const struct scene *scene, struct err *err)
{
    struct plan *plan = NULL;
    struct arena texts = {0};
    struct store_seal seal;
    int64_t sum = 0, id = 0;
    size_t size = 0;
    unsigned sealed = 0;
    autostr text = STR_INIT;
    const struct journal_query newest = {.office = 1, .limit = 5};
    const struct store_texts typed = {.each = keep_text, .data = &size};
    struct year years[64];
    autorecords proofs = {0};
    enum status status = store_each_plan(store, 2024, keep, &sum, err);
    status = status ? status : store_find_plan(store, 2024, "egov", &id, err);
    status = status ? status : store_load_plan(store, id, &plan, err);
    status = status ? status : store_load_entries(store, 1, plan, &texts, years, err);
    status = status ? status : store_each_setting(store, keep_setting, &size, err);
    status = status ? status : store_each_target_change(store, id, keep_target, &size, err);
    status = status ? status : store_walk_remarks(store, &typed, err);
    status = status ? status : store_walk_texts(store, RECORD_DECISION, DECISION_TEXT, &typed, err);
    status = status ? status : store_load_seal(store, 1, id, 1, &seal, err);
    status = status ? status : store_sealed_quarters(store, 1, id, &sealed, err);
    status = status ? status : store_journal_hash(store, seal.seq, &text, err);
    status = status ? status : store_read_journal(store, &newest, keep_row, &sum, err);
    status = status ? status : store_verify_secret(store, "secret", err);
    status = status ? status : store_verify_secret(store, "none", err);
    status = status ? status : read_records(store, scene, err);
    status = status ? status : store_each_answer(store, 1, scene->plan, keep_answer, &size, err);
    status = status ? status : store_load_proofs(store, "charter", 2024, &proofs, err);
    plan_free(&plan);
    arena_done(&texts);
    return status;
}

static enum status answer_plan(struct store *store, const struct scene *scene, const char *code,
                               struct err *err)
{
    const struct store_answer answer = {
        .office = 1, .plan = scene->plan, .indicator = "", .code = code, .reason = "so it is"};
    return store_put_answer(store, &answer, err);
}

static enum status op_answer_plan(struct store *store, const struct scene *scene, struct err *err)
{
    return answer_plan(store, scene, "weights", err);
}

static enum status op_undo_target(struct store *store, const struct scene *scene, struct err *err)
{
    const struct store_undo_words undo = {.indicator = scene->indicator};
    return store_undo_words(store, &undo, NULL, NULL, err);
}

static bool is_name(const char *key)
{
    return strcmp(key, "name") == 0;
}

static enum status op_undo_name(struct store *store, const struct scene *scene, struct err *err)
{
    const struct store_undo_words undo = {.is_ours = is_name};
    (void)scene;
    return store_undo_words(store, &undo, NULL, NULL, err);
}

static enum status op_redo_name(struct store *store, const struct scene *scene, struct err *err)
{
    const struct store_undo_words undo = {.is_ours = is_name, .redo = true};
    const enum status status = op_undo_name(store, scene, err);
    return status ? status : store_undo_words(store, &undo, NULL, NULL, err);
}

// What was changed long ago, and what was never changed.
static enum status op_undo_old(struct store *store, const struct scene *scene, struct err *err)
{
    struct store_undo undo = {.office = 1, .indicator = scene->indicator, .quarter = 2};
    size_t count = 0;
    enum status status = store_undo(store, &undo, &count, err);
    undo.redo = true;
    status = status ? status : store_undo(store, &undo, &count, err);
    undo.quarter = 3;
    assert_int_equal(store_undo(store, &undo, &count, NULL), STATUS_NOT_FOUND);
    undo.redo = false;
    assert_int_equal(store_undo(store, &undo, &count, NULL), STATUS_NOT_FOUND);
    return status;
}

static const struct operation more_operations[] = {
    {"undo what is old", op_undo_old},      {"look", op_look},
    {"answer of the plan", op_answer_plan}, {"undo a target", op_undo_target},
    {"undo a particular", op_undo_name},    {"redo a particular", op_redo_name},
};

// Those that go over the whole file by their nature.
static bool is_whole(const char *name)
{
    return strcmp(name, "read") == 0 || strcmp(name, "copy") == 0 ||
           strcmp(name, "keep a copy") == 0;
}

static void run(const char *path, const struct scene *scene, const struct operation *operation,
                struct steps *ret)
{
    autostr scratch = STR_INIT;
    struct err err = {0};
    str_addf(&scratch, "%s-scratch", path);
    file_remove(scratch.buf);
    assert_done(file_copy(path, scratch.buf, &err), &err);
    struct store *store = open_as(scratch.buf, STORE_WRITE);
    steps_begin(ret);
    assert_done(operation->run(store, scene, &err), &err);
    store_close(&store);
    steps_end();
}

static void compare(const char *name, const struct steps *few, const struct steps *many)
{
    enum { SLACK = 100 };
    assert_true(many->count > 0);
    for (size_t i = 0; i < many->count; i++) {
        const struct step_count *step = &many->statement[i];
        const long before = steps_of(few, step->sql);
        if (step->most > before + SLACK)
            fail_msg("%s: %ld steps where they were %ld: %s", name, step->most, before, step->sql);
    }
}

static void a_change_costs_the_same_in_a_long_journal(void **state)
{
    struct place *place = *state;
    struct scene scene;
    struct steps few = {0}, many = {0};
    struct err err = {0};
    make_scene(&scene, place);
    struct plan *installed = read_plan("2024-25/coop-upazila/charter.tsv");
    struct plan *other = read_plan("2024-25/coop-upazila/grs.tsv");
    scene.installed = installed;
    scene.other = other;
    file_remove(place->path);
    assert_done(file_copy(scene.base, place->path, &err), &err);
    lengthen(scene.base, &scene, ROWS);
    lengthen(place->path, &scene, 2 * ROWS);
    const size_t common = sizeof operations / sizeof *operations;
    const size_t own = sizeof more_operations / sizeof *more_operations;
    for (size_t i = 0; i < common + own; i++) {
        const struct operation *op = i < common ? &operations[i] : &more_operations[i - common];
        if (is_whole(op->name))
            continue;
        run(scene.base, &scene, op, &few);
        run(place->path, &scene, op, &many);
        compare(op->name, &few, &many);
    }
    steps_done(&few);
    steps_done(&many);
    plan_free(&installed);
    plan_free(&other);
}

static enum status op_verify(struct store *store, const struct scene *scene, struct err *err)
{
    (void)scene;
    enum status status = store_verify_chain(store, NULL, err);
    status = status ? status : store_verify_figures(store, NULL, err);
    return status ? status : store_verify_rest(store, err);
}

// Offices below, each with a return that came twice, was judged and marked.
static void add_below(struct store *store, size_t offices)
{
    struct err err = {0};
    for (size_t i = 0; i < offices; i++) {
        char code[24];
        int64_t office = 0;
        snprintf(code, sizeof code, "%zu", i);
        assert_done(store_new_record(store, RECORD_UNIT, 0, &office, &err), &err);
        assert_done(store_put_field(store, RECORD_UNIT, office, UNIT_CODE, NULL, code, &err), &err);
        for (int times = 0; times < 2; times++)
            assert_done(receive_return(store, office, 2 + times % 2, &err), &err);
        assert_done(judge_return(store, office, &err), &err);
        for (int mark = 1; mark <= 2; mark++)
            assert_done(mark_return(store, office, "1.1", mark, &err), &err);
    }
}

// An office with so many answers, plans and offices below made before so many rows of the journal.
static long cost_of_verifying(struct place *place, size_t answers, int years, size_t offices,
                              size_t rows)
{
    const struct operation verify = {"verify", op_verify};
    struct scene scene;
    struct steps steps = {0};
    struct err err = {0};
    make_scene(&scene, place);
    struct store *store = open_as(scene.base, STORE_WRITE);
    assert_done(store_begin_write(store, &err), &err);
    for (size_t i = 0; i < answers; i++) {
        char code[24];
        snprintf(code, sizeof code, "code-%zu", i);
        assert_done(answer_plan(store, &scene, code, &err), &err);
    }
    struct plan *plan = read_plan("2024-25/coop-upazila/grs.tsv");
    for (int i = 0; i < years; i++, plan->fiscal_year++)
        assert_done(store_install_plan(store, plan, NULL, &err), &err);
    plan_free(&plan);
    add_below(store, offices);
    assert_done(store_commit(store, &err), &err);
    store_close(&store);
    lengthen(scene.base, &scene, rows);
    run(scene.base, &scene, &verify, &steps);
    const long all = steps_all(&steps);
    steps_done(&steps);
    file_remove(scene.base);
    file_remove(scene.copy);
    return all;
}

// Twice the journal, the answers, the plans or what came from below: at most twice the steps, and
// what an answer or a plan adds does not grow with the journal.
static void verifying_is_linear(void **state)
{
    enum { ANSWERS = 40, YEARS = 10, OFFICES = 100 };
    const long one = cost_of_verifying(*state, 0, 0, 0, ROWS);
    const long two = cost_of_verifying(*state, 0, 0, 0, 2 * ROWS);
    const long answered = cost_of_verifying(*state, ANSWERS, 0, 0, ROWS);
    const long answered_two = cost_of_verifying(*state, ANSWERS, 0, 0, 2 * ROWS);
    const long planned = cost_of_verifying(*state, 0, YEARS, 0, ROWS);
    const long planned_two = cost_of_verifying(*state, 0, YEARS, 0, 2 * ROWS);
    const long came = cost_of_verifying(*state, 0, 0, OFFICES, ROWS);
    const long came_two = cost_of_verifying(*state, 0, 0, 2 * OFFICES, ROWS);
    if (came_two - one > (came - one) * 21 / 10)
        fail_msg("twice the offices: %ld steps more after %ld", came_two - one, came - one);
    if (two > 2 * one)
        fail_msg("twice the journal: %ld steps after %ld", two, one);
    if (answered_two - two > (answered - one) * 11 / 10 + 100)
        fail_msg("answers: %ld steps more, where they were %ld", answered_two - two,
                 answered - one);
    if (planned_two - two > (planned - one) * 11 / 10 + 100)
        fail_msg("plans: %ld steps more, where they were %ld", planned_two - two, planned - one);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(a_change_costs_the_same_in_a_long_journal, place_setup,
                                        place_teardown),
        cmocka_unit_test_setup_teardown(verifying_is_linear, place_setup, place_teardown),
    };
    steps_watch();
    return cmocka_run_group_tests(tests, NULL, NULL);
}
