// SPDX-License-Identifier: GPL-3.0-or-later
#include "../test.h"

#include "orjon/domain/number.h"

#include <stdlib.h>

static void assert_reads(const char *text, __int128 expected)
{
    __int128 value = -1;
    struct err err = {0};
    if (number_read(text, strlen(text), &value, NULL, &err))
        fail_msg("“%s”: %s", text, err.text);
    assert_true(value == expected);
}

static void assert_refuses(const char *text, enum status expected)
{
    __int128 value = -1;
    struct err err = {0};
    assert_int_equal(number_read(text, strlen(text), &value, NULL, &err), expected);
    assert_true(err.text[0] != '\0');
    assert_int_equal(value, -1);
}

static void reads_what_clerks_write(void **state)
{
    (void)state;
    assert_reads("০৪", 4 * NUMBER_ONE);
    assert_reads("০6.5", 6500 * NUMBER_ONE / 1000);
    assert_reads("২০২2", 2022 * NUMBER_ONE);
    assert_reads("৩,৪৯,৩২০", 349320 * NUMBER_ONE);
    assert_reads("349,320", 349320 * NUMBER_ONE);
    assert_reads("০.০০৩৪০", 3400000);
    assert_reads("০।৫", NUMBER_ONE / 2);
    assert_reads(".5", NUMBER_ONE / 2);
    assert_reads("৩১৯৩২০/-", 319320 * NUMBER_ONE);
    assert_reads("১০ ৪", 104 * NUMBER_ONE);
    assert_reads("9999999999999.9999", (__int128)INT64_C(99999999999999999) * (NUMBER_ONE / 10000));
    assert_reads("0.0062941", 6294100);
    assert_reads("0.000000001", 1);
    assert_reads("1.50000000000", NUMBER_ONE * 3 / 2); // zeros past the ninth decimal
}

// Lakh or western from end to end; any other comma was meant as a point, or is a slip.
static void commas_group(void **state)
{
    (void)state;
    assert_reads("১,৩৬,৫০০", 136500 * NUMBER_ONE);
    assert_reads("136,500", 136500 * NUMBER_ONE);
    assert_reads("1,36,56,500", 13656500 * NUMBER_ONE);
    assert_reads("13,656,500", 13656500 * NUMBER_ONE);
    assert_reads("১৩৬,৫৬৫,০০০", 136565000 * NUMBER_ONE);
    assert_reads("1,00,00,00,000", 1000000000 * NUMBER_ONE);
    assert_reads("১, ০০০.৫০", 1000 * NUMBER_ONE + NUMBER_ONE / 2);
    assert_reads("৩,১৯,৩২০/-", 319320 * NUMBER_ONE);
    static const char *const wrong[] = {
        "77,5",       "৭৭,৫",       "0,5",        "০,০০৫",    "1,36",     "1,3,650", "1,3656,500",
        "1,36,5000",  "13,65,6500", "136,56,500", "1,,000",   "1000,000", "5,",      "1,000,",
        "1,36,56,50", "1.234,567",  "1,36,500,0", "1,365,00", "1,50.5",   "7,/-",    "1,000,00,000",
    };
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++)
        assert_refuses(wrong[i], STATUS_INVALID);
    struct err err = {0};
    __int128 value;
    number_read("77,5", 4, &value, NULL, &err);
    assert_non_null(strstr(err.text, "77,5"));
    assert_non_null(strstr(err.text, "৭৭.৫"));
}

static void odd_blanks_are_told(void **state)
{
    (void)state;
    __int128 value;
    struct number_look look;
    assert_int_equal(number_read("১০ ৪", strlen("১০ ৪"), &value, &look, NULL), STATUS_OK);
    assert_true(look.odd_blanks);
    assert_int_equal(number_read(" 104 ", 5, &value, &look, NULL), STATUS_OK);
    assert_false(look.odd_blanks);
}

static void refuses_with_a_reason(void **state)
{
    (void)state;
    assert_refuses("১.২.৩", STATUS_INVALID);
    assert_refuses("-5", STATUS_INVALID);
    assert_refuses("ক", STATUS_INVALID);
    assert_refuses("", STATUS_INVALID);
    assert_refuses(",", STATUS_INVALID);
    assert_refuses("1e5", STATUS_INVALID);
    assert_refuses("0.1234567891", STATUS_INVALID);
    assert_refuses("10000000000000", STATUS_OVERFLOW);
    assert_refuses("9999999999999.99999", STATUS_OVERFLOW);
    assert_refuses("99999999999999999999999999999999999999999999", STATUS_OVERFLOW);
}

static void writes_for_papers(void **state)
{
    (void)state;
    autostr s = STR_INIT;
    number_write(&s, 13656500 * NUMBER_ONE, (struct number_style){DIGITS_BENGALI, true, 0});
    assert_string_equal(s.buf, "১,৩৬,৫৬,৫০০");
    str_reset(&s);
    number_write(&s, 349320 * NUMBER_ONE, (struct number_style){DIGITS_LATIN, true, 0});
    assert_string_equal(s.buf, "3,49,320");
    str_reset(&s);
    number_write(&s, 3400000, (struct number_style){DIGITS_BENGALI, false, 5});
    assert_string_equal(s.buf, "০.০০৩৪০");
    str_reset(&s);
    number_write(&s, NUMBER_ONE * 3 / 2, (struct number_style){DIGITS_LATIN, false, 0});
    assert_string_equal(s.buf, "1.5");
}

static void every_number_survives_a_round_trip(void **state)
{
    (void)state;
    srand(7);
    for (int i = 0; i < 20000; i++) {
        __int128 value = ((int64_t)rand() << 31 ^ rand()) >> (rand() % 62), back = -1;
        for (int places = rand() % 8; places > 0 && value < NUMBER_ONE * NUMBER_ONE / 10; places--)
            value *= 10;
        if (number_pack(value, 0) < 0)
            continue; // more than seventeen digits
        autostr s = STR_INIT;
        struct number_style style = {rand() % 2 ? DIGITS_BENGALI : DIGITS_LATIN, rand() % 2, 0};
        number_write(&s, value, style);
        assert_int_equal(number_read(s.buf, s.len, &back, NULL, NULL), STATUS_OK);
        assert_true(back == value);
    }
}

static void assert_rounds(int64_t num, int64_t den, int decimals, const char *expected)
{
    autostr s = STR_INIT;
    ratio_write(&s, ratio_of(num, den), decimals, DIGITS_LATIN);
    assert_string_equal(s.buf, expected);
}

static void ratios_round_half_up(void **state)
{
    (void)state;
    assert_rounds(660, 7, 2, "94.29");
    assert_rounds(127, 2, 0, "64"); // 63.50
    assert_rounds(6875, 100, 0, "69");
    assert_rounds(6571, 100, 0, "66");
    assert_rounds(2083, 100, 0, "21");
    assert_rounds(375, 1000, 2, "0.38");
    assert_rounds(5, 1, 2, "5.00");
    assert_rounds(-1, 2, 0, "0"); // towards more
}

static void sums_are_exact(void **state)
{
    (void)state;
    struct ratio sum = ratio_of(0, 1);
    for (int i = 0; i < 300; i++)
        sum = ratio_sum(sum, ratio_of(1, 3));
    assert_int_equal(ratio_compare(sum, ratio_of(100, 1)), 0);
    // Unlike prime denominators outgrow 127 bits; no printed decimal may notice.
    static const int64_t primes[] = {999983, 999979, 999961, 999959, 999953, 999931,
                                     999917, 999907, 999883, 999863, 999853, 999809};
    sum = ratio_of(0, 1);
    for (size_t i = 0; i < 12; i++)
        sum = ratio_sum(sum, ratio_of(primes[i] - 1, primes[i]));
    autostr s = STR_INIT;
    ratio_write(&s, sum, 2, DIGITS_LATIN);
    assert_string_equal(s.buf, "12.00");
}

static void comparing_never_overflows(void **state)
{
    (void)state;
    struct ratio big = {INT64_MAX, 3}, bigger = {(__int128)INT64_MAX * INT64_MAX, 7};
    assert_true(ratio_compare(big, bigger) < 0);
    assert_true(ratio_compare(bigger, bigger) == 0);
    assert_true(ratio_compare(ratio_of(-1, 3), ratio_of(-1, 2)) > 0);
    assert_true(ratio_compare(ratio_of(1, 3), ratio_of(33, 100)) > 0);
    struct ratio huge = {(__int128)1 << 126, 1}, result;
    assert_false(ratio_multiply(huge, huge, &result));
    assert_false(ratio_divide(huge, ratio_of(0, 1), &result));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(reads_what_clerks_write),
        cmocka_unit_test(commas_group),
        cmocka_unit_test(odd_blanks_are_told),
        cmocka_unit_test(refuses_with_a_reason),
        cmocka_unit_test(writes_for_papers),
        cmocka_unit_test(every_number_survives_a_round_trip),
        cmocka_unit_test(ratios_round_half_up),
        cmocka_unit_test(sums_are_exact),
        cmocka_unit_test(comparing_never_overflows),
    };
    return cmocka_run_group_tests_name("number", tests, NULL, NULL);
}
