// SPDX-License-Identifier: GPL-3.0-or-later
// ✓ and ✗ however they are typed, and what figures and proofs speak for.
#include "../test.h"

#include "orjon/domain/tick.h"

#include <string.h>

static enum tick read(const char *typed)
{
    struct err err = {0};
    enum tick tick = TICK_NONE;
    if (tick_read(typed, strlen(typed), &tick, &err))
        fail_msg("%s: %s", typed, err.text);
    return tick;
}

static void marks_are_read_as_they_are_typed(void **state)
{
    static const char *const yes[] = {"✓", "√", "✔", "y", "Y", "1", "১", " ✓ ", "yes"};
    static const char *const no[] = {"✗", "X", "x", "×", "n", "N", "0", "০", "no"};
    static const char *const none[] = {"-", "", "--", "none"};
    (void)state;
    for (size_t i = 0; i < sizeof yes / sizeof *yes; i++)
        assert_int_equal(read(yes[i]), TICK_YES);
    for (size_t i = 0; i < sizeof no / sizeof *no; i++)
        assert_int_equal(read(no[i]), TICK_NO);
    for (size_t i = 0; i < sizeof none / sizeof *none; i++)
        assert_int_equal(read(none[i]), TICK_NONE);
}

static void anything_else_is_refused(void **state)
{
    struct err err = {0};
    enum tick tick = TICK_YES;
    (void)state;
    assert_int_equal(tick_read("2", 1, &tick, &err), STATUS_INVALID);
    assert_non_null(strstr(err.text, "2"));
    assert_int_equal(tick, TICK_YES);
}

static void words_go_round(void **state)
{
    (void)state;
    for (enum tick tick = TICK_NONE; tick <= TICK_NO; tick++) {
        enum tick again = TICK_NONE;
        assert_true(tick_from_word(tick_word(tick), &again));
        assert_int_equal(again, tick);
        assert_int_equal(read(tick_sign(tick)), tick);
    }
    enum tick tick = TICK_NONE;
    assert_false(tick_from_word("perhaps", &tick));
}

static void what_is_proposed(void **state)
{
    const struct entry four = {.state = ENTRY_VALUE, .value = {true, 4 * (__int128)NUMBER_ONE}};
    const struct entry nought = {.state = ENTRY_VALUE, .value = {true, 0}};
    const struct entry date = {.state = ENTRY_VALUE, .dates = 1, .date = {19798}};
    const struct entry dash = {.state = ENTRY_NONE}, later = {.state = ENTRY_NOT_DUE};
    const struct entry other = {.state = ENTRY_NOT_APPLICABLE}, empty = {0};
    (void)state;
    assert_int_equal(tick_propose(&four, 1), TICK_YES);
    assert_int_equal(tick_propose(&date, 2), TICK_YES);
    assert_int_equal(tick_propose(&four, 0), TICK_NONE);
    assert_int_equal(tick_propose(&nought, 1), TICK_NO);
    assert_int_equal(tick_propose(&dash, 1), TICK_NO);
    assert_int_equal(tick_propose(&empty, 0), TICK_NO);
    assert_int_equal(tick_propose(NULL, 0), TICK_NO);
    assert_int_equal(tick_propose(&later, 0), TICK_NONE);
    assert_int_equal(tick_propose(&other, 3), TICK_NONE);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(marks_are_read_as_they_are_typed),
        cmocka_unit_test(anything_else_is_refused),
        cmocka_unit_test(words_go_round),
        cmocka_unit_test(what_is_proposed),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
