// SPDX-License-Identifier: GPL-3.0-or-later
#include "../clock.h"
#include "office_file.h"

#include "orjon/store/journal.h"

static size_t column_of(const char *name)
{
    size_t i = 0;
    assert_true(template_find(NULL, name, strlen(name), &i));
    return i;
}

static struct plan *plan_of(const char *rows)
{
    autostr text = STR_INIT, faults = STR_INIT;
    struct plan *plan = NULL;
    struct err err = {0};
    str_add(&text, "#plan\ttest\n#fiscal_year\t2024-25\n#family\tf\n#title\tt\n#source\ts\n");
    for (size_t i = 0; i < TEMPLATE_COLUMNS; i++)
        if (template_column(&scale_usual, i))
            str_addf(&text, i ? "\t%s" : "%s", template_column(&scale_usual, i));
    str_addf(&text, "\n%s", rows);
    if (template_read("test", text.buf, text.len, &plan, &faults, &err))
        fail_msg("%s %s", err_text(&err), faults.buf);
    return plan;
}

#define ROW(code, kind, method, rule, target, count)                                               \
    "\t\t\t\t" code "\ttext\t\t\t" kind "\t\t" method "\t\t" rule "\tzero\t5\t" target "\t" count  \
    "\t\t\t\t\t\t\t\t\t\t\n"
#define NUMBER_ROW(code) ROW(code, "number", "sum", "proportion", "4", "")

// A marking that nobody of us has seen is a file; the plans of a share are parts of one whole.
static void a_share_is_one_whole(void **state)
{
    const struct place *place = *state;
    struct store *store = open_as(place->path, STORE_CREATE);
    struct plan *one = plan_of(NUMBER_ROW("1")), *other = plan_of(NUMBER_ROW("1")), *loaded = NULL;
    struct err err = {0};
    int64_t id = 0;
    one->share = (struct share){"GPMS", {true, 100 * NUMBER_ONE}};
    assert_int_equal(scale_read("100 80 60", 9, &one->text, &one->scale, NULL), STATUS_OK);
    assert_done(store_install_plan(store, one, &id, &err), &err);
    assert_done(store_load_plan(store, id, &loaded, &err), &err);
    assert_string_equal(loaded->share.name, "GPMS");
    assert_int_equal(grade_percent(&loaded->indicator[0], 2), 60);
    other->name = "other";
    other->share = (struct share){"GPMS", {true, 70 * NUMBER_ONE}};
    assert_int_equal(store_install_plan(store, other, &id, &err), STATUS_INVALID);
    assert_non_null(strstr(err.text, "GPMS"));
    other->share.marks.value = 100 * NUMBER_ONE;
    assert_done(store_install_plan(store, other, &id, &err), &err);
    plan_free(&one);
    plan_free(&other);
    plan_free(&loaded);
    store_close(&store);
}

static struct plan *install_rows(struct store *store, const char *rows)
{
    struct plan *plan = plan_of(rows), *loaded = NULL;
    struct err err = {0};
    int64_t id = 0;
    assert_done(store_install_plan(store, plan, &id, &err), &err);
    assert_done(store_load_plan(store, id, &loaded, &err), &err);
    plan_free(&plan);
    return loaded;
}

static void a_newer_template_keeps_the_figures(void **state)
{
    struct place *place = *state;
    struct store *store = open_as(place->path, STORE_CREATE);
    struct err err = {0};
    struct entry four = number_entry(4 * NUMBER_ONE, "৪"), seen;
    struct plan *old = install_rows(store, NUMBER_ROW("1.1") NUMBER_ROW("1.2"));
    const int64_t kept = old->indicator[1].id, gone = old->indicator[0].id;
    assert_done(put(store, kept, 1, NULL, &four, &err), &err);
    struct plan *new = install_rows(store, NUMBER_ROW("1.3") NUMBER_ROW("1.2"));
    assert_int_equal(new->id, old->id);
    assert_int_equal(new->indicator[1].id, kept);
    struct arena texts = {0};
    struct year years[2];
    assert_done(store_load_entries(store, 1, new, &texts, years, &err), &err);
    assert_int_equal(years[1].quarter[0].value.value, 4 * NUMBER_ONE);
    // Who still has the old plan before him is told.
    assert_int_equal(put(store, gone, 1, NULL, &four, &err), STATUS_CHANGED);
    struct plan *without = plan_of(NUMBER_ROW("1.3"));
    assert_int_equal(store_install_plan(store, without, NULL, &err), STATUS_EXISTS);
    assert_non_null(strstr(err.text, "1.2"));
    assert_done(store_load_entry(store, 1, kept, 1, &texts, &seen, &err), &err);
    assert_int_equal(seen.state, ENTRY_VALUE);
    arena_done(&texts);
    plan_free(&without);
    plan_free(&old);
    plan_free(&new);
    store_close(&store);
}

static void a_column_that_few_plans_have_is_kept(void **state)
{
    struct place *place = *state;
    struct store *store = open_as(place->path, STORE_CREATE);
    struct err err = {0};
    struct plan *plan = install_rows(
        store, NUMBER_ROW("1.1") "\t\t\t\t1.2\ttext\t\t\tnumber\t\tsum"
                                 "\t\tproportion\tzero\t5\t4\t\t\t\t\t\t\t\t\t\t\t\t12\n");
    assert_false(plan->indicator[0].plausible.set);
    assert_int_equal(plan->indicator[1].plausible.value, 12 * NUMBER_ONE);
    const size_t column = column_of("plausible");
    assert_done(store_set_target(store, plan->indicator[0].id, column, "20", "", &err), &err);
    plan_free(&plan);
    plan = install_rows(store, NUMBER_ROW("1.1") NUMBER_ROW("1.2"));
    assert_int_equal(plan->indicator[0].plausible.value, 20 * NUMBER_ONE);
    assert_false(plan->indicator[1].plausible.set);
    plan_free(&plan);
    store_close(&store);
}

static void a_target_of_the_office_lies_over_the_template(void **state)
{
    struct place *place = *state;
    struct store *store = open_as(place->path, STORE_CREATE);
    struct err err = {0};
    const size_t target = column_of("target");
    struct plan *plan = install_rows(store, NUMBER_ROW("1.1")), *now = NULL;
    const int64_t id = plan->indicator[0].id;
    assert_done(store_set_target(store, id, target, "7.5", "সংশোধন", &err), &err);
    assert_done(store_load_plan(store, plan->id, &now, &err), &err);
    assert_int_equal(now->indicator[0].grade[0].value, NUMBER_ONE * 15 / 2);
    plan_free(&now);
    assert_done(store_load_plan_installed(store, plan->id, &now, &err), &err);
    assert_int_equal(now->indicator[0].grade[0].value, 4 * NUMBER_ONE);
    plan_free(&now);
    assert_int_equal(store_set_target(store, id, target, "abc", "", &err), STATUS_INVALID);
    assert_int_equal(store_set_target(store, id, column_of("kind"), "date", "", &err),
                     STATUS_INVALID);
    assert_int_equal(store_set_target(store, 999, target, "7", "", &err), STATUS_NOT_FOUND);
    plan_free(&plan);
    plan = install_rows(store, NUMBER_ROW("1.1")); // replaced: the office's target stays
    assert_int_equal(plan->indicator[0].grade[0].value, NUMBER_ONE * 15 / 2);
    assert_done(store_clear_target(store, id, target, "", &err), &err);
    plan_free(&plan);
    plan = install_rows(store, NUMBER_ROW("1.1"));
    assert_int_equal(plan->indicator[0].grade[0].value, 4 * NUMBER_ONE);
    plan_free(&plan);
    store_close(&store);
}

static void figures_are_read_anew_when_a_target_says_so(void **state)
{
    struct place *place = *state;
    struct store *store = open_as(place->path, STORE_CREATE);
    struct err err = {0};
    struct arena texts = {0};
    struct plan *plan = install_rows(store, ROW("1.1", "percent", "last", "proportion", "80", ""));
    const struct indicator *indicator = &plan->indicator[0];
    struct entry entry, now;
    assert_done(entry_read(indicator, "৪৪", strlen("৪৪"), ENTRY_TYPED, &entry, &err), &err);
    entry.typed = "৪৪";
    assert_true(entry.value.set && !entry.count.set); // a percent: there is nothing to count
    assert_done(put(store, indicator->id, 1, NULL, &entry, &err), &err);
    assert_done(store_set_target(store, indicator->id, column_of("target_count"), "200", "", &err),
                &err);
    assert_done(store_load_entry(store, 1, indicator->id, 1, &texts, &now, &err), &err);
    assert_true(now.count.set);
    assert_int_equal(now.count.value, 44 * NUMBER_ONE);
    assert_string_equal(now.typed, "৪৪");
    assert_done(store_verify_figures(store, NULL, &err), &err);
    arena_done(&texts);
    plan_free(&plan);
    store_close(&store);
}

int main(void)
{
    setenv("TZ", "UTC0", 1);
#define IN_A_PLACE(test) cmocka_unit_test_setup_teardown(test, place_setup, place_teardown)
    const struct CMUnitTest tests[] = {
        IN_A_PLACE(a_share_is_one_whole),
        IN_A_PLACE(a_newer_template_keeps_the_figures),
        IN_A_PLACE(a_column_that_few_plans_have_is_kept),
        IN_A_PLACE(a_target_of_the_office_lies_over_the_template),
        IN_A_PLACE(figures_are_read_anew_when_a_target_says_so),
    };
    return cmocka_run_group_tests_name("store_plans", tests, NULL, NULL);
}
