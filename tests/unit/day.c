// SPDX-License-Identifier: GPL-3.0-or-later
// Days, stamps and hours of the clock.
#include "../clock.h"
#include "../test.h"

#include "orjon/base/clock.h"

#include <stdlib.h>
#include <time.h>

// 5 October 2023, midnight in Dhaka, and its day.
enum { MIDNIGHT = 1696528800, DAY = 19636 };

static void a_day_begins_at_midnight(void **state)
{
    (void)state;
    clock_stand(MIDNIGHT - 1);
    assert_int_equal(clock_today(), DAY - 1);
    clock_stand(MIDNIGHT);
    assert_int_equal(clock_today(), DAY);
    clock_stand(MIDNIGHT + 86399);
    assert_int_equal(clock_today(), DAY);
}

static void moments_are_written_in_local_time(void **state)
{
    (void)state;
    autostr text = STR_INIT;
    clock_stand(MIDNIGHT + 65);
    clock_stamp(&text);
    str_add_char(&text, ' ');
    clock_write_hour(&text, clock_seconds());
    str_add_char(&text, ' ');
    clock_write_name(&text, clock_seconds());
    assert_string_equal(text.buf, "2023-10-05T18:01:05Z 00:01 20231006-000105");
}

static void stamps_are_read(void **state)
{
    (void)state;
    static const char *const none[] = {"",
                                       "T11:32:05Z",
                                       "2023-10-05",
                                       "2023-10-05T18:00:00",
                                       "2023-13-05T18:00:00Z",
                                       "2023-10-05T18:00:00Z ",
                                       "x"};
    int64_t seconds = 0;
    int32_t day = 0;
    assert_true(clock_read_stamp("2023-10-05T18:00:00Z", &seconds));
    assert_int_equal(seconds, MIDNIGHT);
    assert_true(clock_read_day("2023-10-05T18:00:00Z", &day));
    assert_int_equal(day, DAY);
    assert_true(clock_read_day("2023-10-05T17:59:59Z", &day));
    assert_int_equal(day, DAY - 1);
    for (size_t i = 0; i < sizeof none / sizeof *none; i++) {
        assert_false(clock_read_stamp(none[i], &seconds));
        assert_false(clock_read_day(none[i], &day));
    }
}

static void the_environment_tells_a_day_and_no_more(void **state)
{
    (void)state;
    static const char *const none[] = {"", "x", "1e9", "-1", "7258118400", "99999999999999999999"};
    int32_t day = 0;
    setenv("SOURCE_DATE_EPOCH", "1696528800", 1);
    clock_stand(0);
    assert_true(clock_source_day(&day));
    assert_int_equal(day, DAY - 1); // in UTC
    assert_int_equal(clock_today(), 0);
    for (size_t i = 0; i < sizeof none / sizeof *none; i++) {
        setenv("SOURCE_DATE_EPOCH", none[i], 1);
        assert_false(clock_source_day(&day));
    }
    unsetenv("SOURCE_DATE_EPOCH");
    assert_false(clock_source_day(&day));
}

int main(void)
{
    setenv("TZ", "BDT-6", 1);
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_day_begins_at_midnight),
        cmocka_unit_test(moments_are_written_in_local_time),
        cmocka_unit_test(stamps_are_read),
        cmocka_unit_test(the_environment_tells_a_day_and_no_more),
    };
    return cmocka_run_group_tests_name("day", tests, NULL, NULL);
}
