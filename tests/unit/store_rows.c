// SPDX-License-Identifier: GPL-3.0-or-later
// The rows of a plan added, moved and taken out; a plan taken out and put back; years that are
// closed.
#include "../clock.h"
#include "office_file.h"

#include "orjon/store/office.h"
#include "orjon/store/seals.h"

static const char PLAN[] =
    "#plan\ttest\n#fiscal_year\t2024-25\n#family\tf\n#title\tt\n"
    "indicator_code\tindicator\tkind\tmethod\trule\tweight\ttarget\talternative_of\n"
    "1\tone\tnumber\tsum\tproportion\t5\t4\n"
    "2\ttwo\tnumber\tsum\tproportion\t5\t4\n"
    "3\tthree\tnumber\tsum\tproportion\t\t4\t2\n";

static struct plan *read_plan(void)
{
    autostr faults = STR_INIT;
    struct plan *plan = NULL;
    struct err err = {0};
    if (template_read("test", PLAN, strlen(PLAN), &plan, &faults, &err))
        fail_msg("%s %s", err_text(&err), faults.buf);
    return plan;
}

struct office {
    struct store *store;
    struct plan *plan; // as it was installed
    int64_t id;
    struct err err;
};

static void open_office(const struct place *place, struct office *ret)
{
    struct plan *plan = read_plan();
    *ret = (struct office){.store = open_as(place->path, STORE_CREATE)};
    assert_done(store_install_plan(ret->store, plan, &ret->id, &ret->err), &ret->err);
    assert_done(store_load_plan(ret->store, ret->id, &ret->plan, &ret->err), &ret->err);
    plan_free(&plan);
}

static void close_office(struct office *office)
{
    assert_done(store_verify_figures(office->store, NULL, &office->err), &office->err);
    plan_free(&office->plan);
    store_close(&office->store);
}

static enum status place(struct office *office, size_t row, size_t to)
{
    return store_place_indicator(office->store, office->plan->indicator[row].id, to, "",
                                 &office->err);
}

// The codes of the plan in force, in its order.
static void assert_codes(struct office *office, const char *expected)
{
    autostr codes = STR_INIT;
    struct plan *plan = NULL;
    assert_done(store_load_plan(office->store, office->id, &plan, &office->err), &office->err);
    for (size_t i = 0; i < plan->count; i++)
        str_addf(&codes, "%s ", plan->indicator[i].code);
    assert_string_equal(codes.buf, expected);
    plan_free(&plan);
}

static void rows_are_moved(void **state)
{
    struct office office;
    open_office(*state, &office);
    assert_done(place(&office, 0, 3), &office.err);
    assert_codes(&office, "2 3 1 ");
    assert_done(place(&office, 0, 1), &office.err);
    assert_codes(&office, "1 2 3 ");
    assert_done(place(&office, 0, 1), &office.err); // where it stands
    assert_codes(&office, "1 2 3 ");
    assert_int_equal(place(&office, 0, 4), STATUS_INVALID);
    assert_non_null(strstr(office.err.text, "৩"));
    assert_int_equal(store_place_indicator(office.store, 999, 1, "", &office.err),
                     STATUS_NOT_FOUND);
    close_office(&office);
}

static void rows_go_and_come_back(void **state)
{
    struct office office;
    open_office(*state, &office);
    struct entry four = number_entry(4 * NUMBER_ONE, "৪"), none = {0};
    assert_int_equal(place(&office, 1, 0), STATUS_EXISTS); // 3 stands in for it
    assert_done(put(office.store, office.plan->indicator[0].id, 1, NULL, &four, &office.err),
                &office.err);
    assert_int_equal(place(&office, 0, 0), STATUS_EXISTS); // it has a figure
    assert_codes(&office, "1 2 3 ");
    none.typed = none.remark = "";
    assert_done(put(office.store, office.plan->indicator[0].id, 1, &four, &none, &office.err),
                &office.err);
    assert_done(place(&office, 0, 0), &office.err);
    assert_codes(&office, "2 3 ");
    assert_int_equal(put(office.store, office.plan->indicator[0].id, 1, NULL, &four, &office.err),
                     STATUS_CHANGED);
    assert_done(place(&office, 0, 2), &office.err);
    assert_codes(&office, "2 1 3 ");
    close_office(&office);
}

static void a_new_row_needs_a_new_code(void **state)
{
    struct office office;
    open_office(*state, &office);
    struct indicator row = office.plan->indicator[0];
    int64_t id = 0;
    assert_int_equal(store_add_indicator(office.store, office.id, &row, 1, "", NULL, &office.err),
                     STATUS_EXISTS);
    row.code = "4";
    assert_int_equal(store_add_indicator(office.store, office.id, &row, 9, "", NULL, &office.err),
                     STATUS_INVALID);
    assert_codes(&office, "1 2 3 "); // nothing of it stays
    assert_done(store_add_indicator(office.store, office.id, &row, 2, "", &id, &office.err),
                &office.err);
    assert_codes(&office, "1 4 2 3 ");
    assert_done(store_place_indicator(office.store, id, 0, "", &office.err), &office.err);
    assert_done(store_add_indicator(office.store, office.id, &row, 0, "", NULL, &office.err),
                &office.err); // in place of the one that went
    assert_codes(&office, "1 2 3 4 ");
    close_office(&office);
}

static void a_plan_goes_and_comes_back(void **state)
{
    struct office office;
    open_office(*state, &office);
    struct entry four = number_entry(4 * NUMBER_ONE, "৪"), none = {0};
    int64_t id = 0;
    none.typed = none.remark = "";
    assert_int_equal(store_put_plan_back(office.store, 2024, "test", &office.err),
                     STATUS_NOT_FOUND);
    assert_done(put(office.store, office.plan->indicator[0].id, 1, NULL, &four, &office.err),
                &office.err);
    assert_int_equal(store_remove_plan(office.store, office.id, "", &office.err), STATUS_EXISTS);
    assert_non_null(strstr(office.err.text, "1"));
    assert_done(put(office.store, office.plan->indicator[0].id, 1, &four, &none, &office.err),
                &office.err);
    assert_done(store_remove_plan(office.store, office.id, "ভুল", &office.err), &office.err);
    assert_int_equal(store_find_plan(office.store, 2024, "test", &id, &office.err),
                     STATUS_NOT_FOUND);
    assert_done(store_put_plan_back(office.store, 2024, "test", &office.err), &office.err);
    assert_done(store_find_plan(office.store, 2024, "test", &id, &office.err), &office.err);
    assert_int_equal(id, office.id);
    assert_codes(&office, "1 2 3 ");
    close_office(&office);
}

static void nothing_changes_in_a_closed_year(void **state)
{
    struct office office;
    open_office(*state, &office);
    struct entry four = number_entry(4 * NUMBER_ONE, "৪");
    const int64_t first = office.plan->indicator[0].id;
    const struct store_target target = {.column = COLUMN_TARGET, .text = "5"};
    assert_done(store_set_setting(office.store, "closed_year", "2024-25", &office.err),
                &office.err);
    assert_int_equal(put(office.store, first, 1, NULL, &four, &office.err), STATUS_LOCKED);
    assert_int_equal(store_set_targets(office.store, first, &target, 1, "", &office.err),
                     STATUS_LOCKED);
    assert_int_equal(place(&office, 0, 2), STATUS_LOCKED);
    assert_int_equal(store_remove_plan(office.store, office.id, "", &office.err), STATUS_LOCKED);
    assert_int_equal(store_install_plan(office.store, office.plan, NULL, &office.err),
                     STATUS_LOCKED);
    assert_done(store_set_setting(office.store, "closed_year", "2023-24", &office.err),
                &office.err);
    assert_done(store_set_targets(office.store, first, &target, 1, "", &office.err), &office.err);
    assert_done(put(office.store, first, 1, NULL, &four, &office.err), &office.err);
    close_office(&office);
}

int main(void)
{
    setenv("TZ", "UTC0", 1);
#define IN_A_PLACE(test) cmocka_unit_test_setup_teardown(test, place_setup, place_teardown)
    const struct CMUnitTest tests[] = {
        IN_A_PLACE(rows_are_moved),
        IN_A_PLACE(rows_go_and_come_back),
        IN_A_PLACE(a_new_row_needs_a_new_code),
        IN_A_PLACE(a_plan_goes_and_comes_back),
        IN_A_PLACE(nothing_changes_in_a_closed_year),
    };
    return cmocka_run_group_tests_name("store_rows", tests, NULL, NULL);
}
