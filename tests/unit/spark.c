// SPDX-License-Identifier: GPL-3.0-or-later
// The four quarters as bars: nothing and all have a sign that nothing else has.
#include "../../src/screens/spark.h"

#include "../test.h"

#include "orjon/base/text.h"

static struct mark percent(int num, int den)
{
    return (struct mark){.set = true, .r = ratio_of(num, den)};
}

static void assert_drawn(const struct mark *reached, const char *blocks, const char *ascii)
{
    autostr drawn = STR_INIT, plain = STR_INIT;
    spark_add(&drawn, reached, false);
    spark_add(&plain, reached, true);
    assert_string_equal(drawn.buf, blocks);
    assert_string_equal(plain.buf, ascii);
    assert_int_equal(text_columns(drawn.buf, drawn.len), SPARK_COLUMNS);
    assert_int_equal(text_columns(plain.buf, plain.len), SPARK_COLUMNS);
}

static void a_bar_is_as_high_as_what_was_reached(void **state)
{
    (void)state;
    const struct mark grows[] = {percent(0, 1), percent(25, 1), percent(50, 1), percent(100, 1)};
    assert_drawn(grows, "▁ ▃ ▄ █", "_ . - #");
    const struct mark high[] = {percent(75, 1), percent(99, 1), percent(100, 1), percent(150, 1)};
    assert_drawn(high, "▆ ▇ █ █", "- = # #");
}

static void what_is_nearly_nothing_or_nearly_all_is_neither(void **state)
{
    (void)state;
    const struct mark edges[] = {percent(-5, 1), percent(1, 1000), percent(99999, 1000),
                                 percent(100001, 1000)};
    assert_drawn(edges, "▁ ▂ ▇ █", "_ . = #");
}

static void a_quarter_without_a_figure_is_no_bar(void **state)
{
    (void)state;
    const struct mark none[QUARTERS] = {percent(100, 1)};
    assert_drawn(none, "█ · · ·", "#      ");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_bar_is_as_high_as_what_was_reached),
        cmocka_unit_test(what_is_nearly_nothing_or_nearly_all_is_neither),
        cmocka_unit_test(a_quarter_without_a_figure_is_no_bar)};
    return cmocka_run_group_tests_name("spark", tests, NULL, NULL);
}
