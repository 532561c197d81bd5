// SPDX-License-Identifier: GPL-3.0-or-later
// Offices as a tree on a day: names, places, what cannot be, and what is found.
#include "record_rows.h"

#include "orjon/base/text.h"
#include "orjon/domain/date.h"
#include "orjon/domain/office.h"
#include "orjon/domain/tree.h"

#include <stdlib.h>
#include <string.h>

#define UNITS(...) RECORDS(RECORD_UNIT, __VA_ARGS__)
#define SPANS(...) RECORDS(RECORD_SPAN, __VA_ARGS__)

// Two districts, three upazilas; Sherpur moved from the first to the second, and Dhunat was
// renamed.
#define OFFICES                                                                                    \
    UNITS({3, 0, {[UNIT_CODE] = "10", [UNIT_NAME] = "জেলা সমবায় কার্যালয়, বগুড়া"}},                  \
          {5, 0, {[UNIT_CODE] = "1027", [UNIT_NAME] = "ধুনট", [UNIT_UNDER] = "3"}},                 \
          {8,                                                                                      \
           0,                                                                                      \
           {[UNIT_CODE] = "1088",                                                                  \
            [UNIT_NAME] = "শেরপুর",                                                                 \
            [UNIT_UNDER] = "3",                                                                    \
            [UNIT_LEVEL] = "upazila"}},                                                            \
          {9, 0, {[UNIT_CODE] = "69", [UNIT_NAME] = "জেলা সমবায় কার্যালয়, নাটোর"}},                 \
          {12,                                                                                     \
           0,                                                                                      \
           {[UNIT_CODE] = "6941",                                                                  \
            [UNIT_NAME] = "লালপুর",                                                                 \
            [UNIT_UNDER] = "9",                                                                    \
            [UNIT_SINCE] = "2023-07-01",                                                           \
            [UNIT_UNTIL] = "2024-06-30",                                                           \
            [UNIT_SUCCESSOR] = "5"}})
#define CHANGES                                                                                    \
    SPANS({20, 5, {[SPAN_FROM] = "2024-01-01", [SPAN_NAME] = "ধুনট নতুন"}},                          \
          {21, 8, {[SPAN_FROM] = "2024-03-01", [SPAN_UNDER] = "9"}},                               \
          {22, 9, {[SPAN_FROM] = "2024-09-01", [SPAN_UNDER] = "9"}})

static void as_it_was_on_a_day(void **state)
{
    (void)state;
    autorecords units = OFFICES, spans = CHANGES;
    autotree before = {0}, after = {0};
    tree_init(&before, &units, &spans, day("2023-12-31"));
    tree_init(&after, &units, &spans, day("2024-09-01"));
    assert_int_equal(before.count, 5);
    assert_string_equal(before.office[tree_place(&before, 5)].name, "ধুনট");
    assert_string_equal(after.office[tree_place(&after, 5)].name, "ধুনট নতুন");
    assert_int_equal(before.office[0].end, 3); // Bogura, Dhunat, Sherpur
    assert_int_equal(after.office[0].end, 2);
    const struct tree_office *moved = &after.office[tree_place(&after, 8)];
    assert_int_equal(moved->parent, tree_place(&after, 9));
    assert_int_equal(moved->depth, 1);
    assert_string_equal(moved->level, "upazila");
    assert_int_equal(after.office[tree_place(&after, 9)].parent, TREE_TOP); // it names itself
    assert_true(before.office[tree_place(&before, 12)].open);
    assert_false(after.office[tree_place(&after, 12)].open);
    assert_true(tree_is_open(&units.record[4], day("2024-06-30")));
    assert_false(tree_is_open(&units.record[4], day("2023-06-30")));
    assert_int_equal(tree_successor(&after, tree_place(&after, 12))->id, 5);
    assert_null(tree_successor(&after, 0));
    assert_int_equal(tree_place(&after, 4), TREE_TOP);
}

static void those_above_are_not_in_it(void **state)
{
    (void)state;
    autorecords units = UNITS({1, 0, {[UNIT_CODE] = "5", [UNIT_ABOVE] = "yes"}},
                              {2, 0, {[UNIT_CODE] = "50", [UNIT_UNDER] = "1"}});
    autorecords spans = {0};
    autotree tree = {0};
    tree_init(&tree, &units, &spans, 0);
    assert_int_equal(tree.count, 1);
    assert_int_equal(tree.office[0].unit->id, 2);
    assert_int_equal(tree.office[0].parent, TREE_TOP);
    assert_int_equal(tree_place(&tree, 1), TREE_TOP);
}

static void found_by_code_and_name(void **state)
{
    (void)state;
    autorecords units = OFFICES, spans = CHANGES;
    autotree tree = {0};
    struct err err = {0};
    size_t at = 0;
    tree_init(&tree, &units, &spans, day("2024-12-31"));
    assert_int_equal(tree_find(&tree, "১০", &at, &err), STATUS_OK);
    assert_int_equal(tree.office[at].unit->id, 3); // a whole code before part of one
    assert_int_equal(tree_find(&tree, "শেরপূর", &at, &err), STATUS_OK); // as it may be spelled
    assert_int_equal(tree.office[at].unit->id, 8);
    assert_int_equal(tree_find(&tree, "বগুড়া", &at, &err), STATUS_OK);
    assert_int_equal(tree.office[at].unit->id, 3);
    assert_int_equal(tree_find(&tree, "জেলা", &at, &err), STATUS_INVALID);
    assert_int_equal(tree_find(&tree, "ঢাকা", &at, &err), STATUS_NOT_FOUND);
    assert_int_equal(tree_find(&tree, "", &at, &err), STATUS_NOT_FOUND);
}

// Whoever wrote it in which language: both find it.
static void a_level_has_a_word_in_each_language(void **state)
{
    const struct tree_office division = {.code = "1", .name = "x", .level = "বিভাগ"};
    const struct tree_office written = {.code = "1", .name = "x", .level = "Division"};
    const struct tree_office other = {.code = "1", .name = "x", .level = "অঞ্চল"};
    (void)state;
    assert_true(tree_matches(&division, "division"));
    assert_true(tree_matches(&written, "বিভাগ"));
    assert_true(tree_matches(&other, "অঞ্চল"));
    assert_false(tree_matches(&other, "division"));
    assert_string_equal(office_level_name(LANGUAGE_ENGLISH, "উপজেলা"), "upazila");
    assert_string_equal(office_level_name(LANGUAGE_BENGALI, "Upazila"), "উপজেলা");
    assert_string_equal(office_level_name(LANGUAGE_ENGLISH, "অঞ্চল"), "অঞ্চল");
}

static void one_without_a_name_is_called_by_its_code(void **state)
{
    (void)state;
    autorecords units = UNITS({1, 0, {"10", ""}}, {2, 0, {"11", "B"}});
    autorecords spans = SPANS({3, 1, {"2024-01-01", "A"}});
    __attribute__((cleanup(findings_done))) struct findings odd = {0};
    autotree before = {0}, after = {0};
    tree_init(&before, &units, &spans, day("2023-12-31"));
    tree_init(&after, &units, &spans, day("2024-01-01"));
    assert_string_equal(before.office[0].name, "10");
    assert_string_equal(after.office[0].name, "A");
    tree_check_name(&units.record[0], &odd);
    tree_check_name(&units.record[1], &odd);
    assert_int_equal(odd.count, 1);
    assert_string_equal(odd.finding[0].message, "The office with the code 10 has no name");
}

static void what_cannot_be(void **state)
{
    (void)state;
    const struct {
        struct records units, spans;
        const char *said;
    } cases[] = {
        {OFFICES, CHANGES, NULL},
        {UNITS({1, 0, {"10", "A"}}, {2, 0, {"১০", "B"}}), {0}, "Two offices have the code"},
        {UNITS({1, 0, {"77", "A"}}), {0}, "this office itself"},
        {UNITS({1, 0, {"", "A"}}), {0}, "no code"},
        {UNITS({1, 0, {"", ""}}), {0}, "no code"},
        {UNITS({1, 0, {"10", ""}}), {0}, NULL}, // called by its code
        {UNITS({1, 0, {"10", "০১/০৭/২০২৪"}}), {0}, "is a date"},
        {UNITS({1, 0, {"10", "A"}}), SPANS({3, 1, {"2024-01-01", "1 July 2024"}}), "is a date"},
        {UNITS({1, 0, {"10", "৭ মার্চ ভবন"}}), {0}, NULL},
        {UNITS({1, 0, {"10", "A", "", "2"}}, {2, 0, {"11", "B", "", "1"}}), {0}, "under itself"},
        {UNITS({1, 0, {"10", "A", "", "2"}}, {2, 0, {"11", "B"}}),
         SPANS({3, 2, {"2024-01-01", "", "", "1"}}), "under itself"},
        {UNITS({1, 0, {"10", "A"}}), SPANS({3, 1, {"", "C"}}), "needs the day"},
        {UNITS({1,
                0,
                {[UNIT_CODE] = "1",
                 [UNIT_NAME] = "A",
                 [UNIT_SINCE] = "2024-01-02",
                 [UNIT_UNTIL] = "2024-01-01"}}),
         {0},
         "ends before"},
        {UNITS({1, 0, {[UNIT_CODE] = "1", [UNIT_NAME] = "A", [UNIT_SUCCESSOR] = "1"}}),
         {0},
         "own successor"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct err err = {0};
        const enum status status = tree_check(&cases[i].units, &cases[i].spans, "77", &err);
        assert_int_equal(status, cases[i].said ? STATUS_INVALID : STATUS_OK);
        if (cases[i].said)
            assert_non_null(strstr(err.text, cases[i].said));
        autotree tree = {0}; // drawn all the same
        tree_init(&tree, &cases[i].units, &cases[i].spans, INT32_MAX);
        assert_int_equal(tree.count, cases[i].units.count);
        struct records units = cases[i].units, spans = cases[i].spans;
        records_done(&units);
        records_done(&spans);
    }
}

int main(void)
{
    i18n_set_language(LANGUAGE_ENGLISH);
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(as_it_was_on_a_day),
        cmocka_unit_test(those_above_are_not_in_it),
        cmocka_unit_test(found_by_code_and_name),
        cmocka_unit_test(a_level_has_a_word_in_each_language),
        cmocka_unit_test(one_without_a_name_is_called_by_its_code),
        cmocka_unit_test(what_cannot_be),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
