// SPDX-License-Identifier: GPL-3.0-or-later
#include "../test.h"

#include "orjon/base/file.h"
#include "orjon/base/tsv.h"
#include "orjon/domain/date.h"
#include "orjon/domain/period.h"

static void assert_date(const char *text, const char *expected)
{
    int32_t date = 0;
    struct err err = {0};
    autostr iso = STR_INIT;
    if (date_read(text, strlen(text), DATE_STRICT, &date, NULL, &err))
        fail_msg("“%s”: %s", text, err.text);
    date_write_iso(&iso, date);
    assert_string_equal(iso.buf, expected);
}

static void assert_refused(const char *text)
{
    int32_t date = 0;
    struct err err = {0};
    assert_int_equal(date_read(text, strlen(text), DATE_STRICT, &date, NULL, &err), STATUS_INVALID);
    assert_true(err.text[0] != '\0');
}

static void reads_the_spellings_of_the_papers(void **state)
{
    (void)state;
    assert_date("১৬/০৩/২৪", "2024-03-16");
    assert_date("৩১/০৭/২০২৪", "2024-07-31");
    assert_date("১২.০৮.২৪", "2024-08-12");
    assert_date("২০.০৭.২০২৩", "2023-07-20");
    assert_date("১৭-০৩-২০২৪", "2024-03-17");
    assert_date("২৫/৭/২৩", "2023-07-25");
    assert_date("07/11/2019", "2019-11-07");
    assert_date("১২.০৮.২০ ২৪", "2024-08-12");
    assert_date("০১/১২/২০২৪", "2024-12-01"); // never month first
    assert_date("2024-03-17", "2024-03-17");
    assert_date("29/02/2024", "2024-02-29");
    assert_date("৩০ জুন ২০২৪", "2024-06-30");
    assert_date("১৬ মার্চ, ২০২৪ খ্রিঃ", "2024-03-16");
    assert_date("মার্চ ১৬, ২০২৪ খ্রিষ্টাব্দ", "2024-03-16");
    assert_date("16-Mar-24", "2024-03-16");
    assert_date("March 16, 2024", "2024-03-16");
    assert_date("১২ ই সেপ্টেম্বর,২০২১ খ্রি", "2021-09-12");
    assert_date("২১শে ফেব্রুয়ারী ২০২৪", "2024-02-21");
    assert_date("১৬।০৩।২০২৪", "2024-03-16");
    assert_date("16–03–2024.", "2024-03-16");
    assert_date("তাং ১৬/০৩/২৪ খৃঃ", "2024-03-16");
    assert_date("তারিখঃ- ১৬/০৩/২৪ ইং।", "2024-03-16");
    assert_date("2024-03-16 00:00:00", "2024-03-16");
    assert_date("০১-১২-২০২৩ থেকে ৩১-১২-২০২৩", "2023-12-31"); // done when it ended
    assert_date("০১ ডিসেম্বর থেকে ৩১ ডিসেম্বর ২০২৩ পর্যন্ত", "2023-12-31");
    assert_date("০১-০৬ জুলাই ২০২৪", "2024-07-06");
    assert_date("১ থেকে ৩১/১২/২৩", "2023-12-31");
    assert_date("৮ কার্তিক ১৪৩০", "2023-10-24");
    assert_date("০৩/১২/১৪৩০ বঙ্গাব্দ", "2024-03-17");
}

static void assert_says(const char *text, const char *hint)
{
    int32_t date = 0;
    struct err err = {0};
    assert_int_equal(date_read(text, strlen(text), DATE_STRICT, &date, NULL, &err), STATUS_INVALID);
    if (!strstr(err.text, hint))
        fail_msg("“%s” says “%s”, not “%s”", text, err.text, hint);
}

static void the_true_fault_is_named(void **state)
{
    (void)state;
    assert_says("২৪/১০/১৪৩০", "বঙ্গাব্দ");
    assert_says("২৪/১০/১৪৩০", "২৪ মাঘ ১৪৩০"); // its tenth month; whoever meant October sees it
    assert_says("২৪/১০/১৪৩০", "০৭/০২/২০২৪");
    assert_says("৩১/১২/১৪৩০", "খ্রিষ্টীয়"); // there is no such day
    assert_says("১৬১২২০২৩", "মাঝে /");
    assert_says("১৬ ১২ ২০২৩", "মাঝে /");
    assert_says("30/02/2024", "ফেব্রুয়ারি");
    assert_says("31/12/2100", "২১০০");
    assert_says("৩০-০৫-২০২", "২০২ ");
    assert_says("৩১০-০৬-২০২০", "৩১০");
    assert_says("জুলাই-সেপ্টেম্বর-১৭", "সময়কাল");
    assert_says("জুন ২০২৪", "দিন নেই");
    assert_says("৩০ জুন", "বছর নেই");
    assert_says("৩০/০৬", "বছর নেই");
    assert_says("৩১/১২/২৩ থেকে ০১/১২/২৩", "শুরুর আগে");
    assert_says("১-৩১/১২/২৩", "সময়কাল");
    assert_says("৫–১০/১২/২৩", "সময়কাল");
    char many[2000] = "";
    for (int i = 0; i < 600; i++)
        strcat(many, "1 ");
    assert_refused(many);
}

static void bengali_dates_are_read_back(void **state)
{
    (void)state;
    for (int32_t day = date_of(2000, 1, 1); day < date_of(2060, 1, 1); day++) {
        const struct bengali_date b = date_bengali(day);
        int32_t back = 0;
        assert_true(date_of_bengali(b.year, b.month, b.day, &back));
        const struct bengali_date again = date_bengali(back);
        assert_true(again.year == b.year && again.month == b.month && again.day == b.day);
        if (day != date_of(2019, 10, 15) && day != date_of(2019, 10, 16))
            assert_int_equal(back, day);
    }
    int32_t none = -1;
    assert_false(date_of_bengali(1430, 11, 31, &none));
    assert_false(date_of_bengali(1430, 1, 0, &none));
    assert_int_equal(none, -1);
}

static void refuses_impossible_dates(void **state)
{
    (void)state;
    assert_refused("৩১/১১/২৩");
    assert_refused("১২/১৩/২৪");
    assert_refused("29/02/2023");
    assert_refused("0/1/2024");
    assert_refused("1/1/202");
    assert_refused("1/1/20245");
    assert_refused("1/1");
    assert_refused("আজ");
    assert_refused("");
    int32_t date;
    bool clamped = false;
    assert_int_equal(date_read("31/11/23", 8, DATE_CLAMP, &date, &clamped, NULL), STATUS_OK);
    assert_true(clamped);
    assert_int_equal(date, date_of(2023, 11, 30));
}

static void reads_lists(void **state)
{
    (void)state;
    int32_t date[4];
    size_t count = 0;
    int stated = 0;
    const char *two = "২ ৩১/১২/২০২৩ ৩০/০৬/২০২৪";
    assert_int_equal(
        date_read_list(two, strlen(two), DATE_STRICT, date, 4, &count, &stated, NULL, NULL),
        STATUS_OK);
    assert_int_equal(count, 2);
    assert_int_equal(stated, 2);
    assert_int_equal(date[1], date_of(2024, 6, 30));
    const char *spaced = "১২.০৮.২০ ২৪, ৩১/১২/২৩ ৩০/০৬/২৪ খ্রিঃ";
    assert_int_equal(
        date_read_list(spaced, strlen(spaced), DATE_STRICT, date, 4, &count, &stated, NULL, NULL),
        STATUS_OK);
    assert_int_equal(count, 3);
    assert_int_equal(stated, -1);
    assert_int_equal(date[0], date_of(2024, 8, 12));
    static const char *const one[] = {"০১ (এক) টি ৩১/১২/২০২৩", "১টি (৩১/১২/২০২৩)", "১-৩১/১২/২৩",
                                      "১টি: ০১/১২/২৩ থেকে ৩১/১২/২০২৩"};
    for (size_t i = 0; i < sizeof one / sizeof *one; i++) {
        struct err said = {0};
        if (date_read_list(one[i], strlen(one[i]), DATE_STRICT, date, 4, &count, &stated, NULL,
                           &said))
            fail_msg("%s: %s", one[i], said.text);
        assert_true(count == 1 && stated == 1 && date[0] == date_of(2023, 12, 31));
    }
    const char *dashed = "২টি- ৩১/১২/২০২৩; ৩০ জুন ২০২৪।";
    assert_int_equal(
        date_read_list(dashed, strlen(dashed), DATE_STRICT, date, 4, &count, &stated, NULL, NULL),
        STATUS_OK);
    assert_true(count == 2 && stated == 2 && date[1] == date_of(2024, 6, 30));
    const char *many = "1/1/24 2/1/24 3/1/24 4/1/24 5/1/24";
    struct err err = {0};
    assert_int_equal(
        date_read_list(many, strlen(many), DATE_STRICT, date, 4, &count, &stated, NULL, &err),
        STATUS_INVALID);
}

static void days_and_civil_dates_are_inverse(void **state)
{
    (void)state;
    assert_int_equal(date_of(1970, 1, 1), 0);
    assert_int_equal(date_of(2000, 3, 1), 11017);
    int32_t day = date_of(1899, 12, 31);
    for (int year = 1900; year < 2100; year++)
        for (int month = 1; month <= 12; month++)
            for (int d = 1; d <= date_month_days(year, month); d++) {
                assert_int_equal(date_of(year, month, d), ++day);
                struct civil c = date_civil(day);
                assert_true(c.year == year && c.month == month && c.day == d);
            }
}

static void bengali_calendar_of_bangladesh(void **state)
{
    (void)state;
    autostr file = STR_INIT;
    assert_int_equal(file_read(TEST_DATA "/bengali_dates.tsv", &file, NULL), STATUS_OK);
    autotsv tsv;
    tsv_open(&tsv, file.buf, file.len);
    int rows = 0;
    assert_true(tsv_next(&tsv));
    while (tsv_next(&tsv)) {
        int32_t date = 0;
        autostr got = STR_INIT, want = STR_INIT;
        assert_int_equal(date_read_iso(tsv.cell[0].s, tsv.cell[0].n, &date, NULL), STATUS_OK);
        date_write_bengali(&got, date, DIGITS_BENGALI);
        str_add_n(&want, tsv.cell[4].s, tsv.cell[4].n);
        assert_string_equal(got.buf, want.buf);
        rows++;
    }
    assert_int_equal(rows, 9);
}

// Each day follows the one before: the next day of the month, or the first of the next.
static void bengali_days_follow_each_other(void **state)
{
    (void)state;
    struct bengali_date before = date_bengali(date_of(2000, 1, 1));
    for (int32_t day = date_of(2000, 1, 2); day < date_of(2060, 1, 1); day++) {
        struct bengali_date b = date_bengali(day);
        bool next = b.day == before.day + 1 && b.month == before.month && b.year == before.year;
        bool first = b.day == 1 && before.day >= 29 &&
                     (before.month == 12 ? b.month == 1 && b.year == before.year + 1
                                         : b.month == before.month + 1 && b.year == before.year);
        bool reform = day == date_of(2019, 10, 16); // 31 Ashwin twice, as it were: old 30 → new 31
        assert_true(next || first || reform);
        before = b;
    }
    struct bengali_date victory = date_bengali(date_of(2023, 12, 16));
    assert_true(victory.day == 1 && victory.month == 9);
    struct bengali_date martyrs = date_bengali(date_of(2021, 2, 21));
    assert_true(martyrs.day == 8 && martyrs.month == 11);
    struct bengali_date independence = date_bengali(date_of(2022, 3, 26));
    assert_true(independence.day == 12 && independence.month == 12);
}

static void assert_year(const char *text, int expected)
{
    int year = 0;
    struct err err = {0};
    if (period_read_year(text, strlen(text), &year, &err))
        fail_msg("“%s”: %s", text, err.text);
    assert_int_equal(year, expected);
}

static void fiscal_years_and_quarters(void **state)
{
    (void)state;
    assert_year("২০২৩-২০২৪", 2023);
    assert_year("২০২৩-২৪", 2023);
    assert_year("2019-20", 2019);
    assert_year("2019-2020", 2019);
    assert_year("২০২৪-২০২৫ সালের", 2024);
    assert_year("২০২৪-২০২৫অর্থবছরের", 2024);
    assert_year("2024", 2024);
    assert_year("1999-00", 1999);
    int year;
    assert_int_equal(period_read_year("2023-25", 7, &year, NULL), STATUS_INVALID);
    assert_int_equal(period_read_year("24-25", 5, &year, NULL), STATUS_INVALID);
    assert_int_equal(period_year_of(date_of(2024, 6, 30)), 2023);
    assert_int_equal(period_year_of(date_of(2024, 7, 1)), 2024);
    assert_int_equal(period_quarter_of(date_of(2024, 7, 1)), 1);
    assert_int_equal(period_quarter_of(date_of(2024, 3, 31)), 3);
    assert_int_equal(period_quarter_end(2023, 3), date_of(2024, 3, 31));
    assert_int_equal(period_quarter_due(2023, 4), date_of(2024, 7, 15));
    autostr s = STR_INIT;
    period_write_quarter_months(&s, 2023, 3, DIGITS_BENGALI);
    assert_string_equal(s.buf, "জানুয়ারি-মার্চ/২০২৪");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(reads_the_spellings_of_the_papers),
        cmocka_unit_test(refuses_impossible_dates),
        cmocka_unit_test(the_true_fault_is_named),
        cmocka_unit_test(bengali_dates_are_read_back),
        cmocka_unit_test(reads_lists),
        cmocka_unit_test(days_and_civil_dates_are_inverse),
        cmocka_unit_test(bengali_calendar_of_bangladesh),
        cmocka_unit_test(bengali_days_follow_each_other),
        cmocka_unit_test(fiscal_years_and_quarters),
    };
    return cmocka_run_group_tests_name("date", tests, NULL, NULL);
}
