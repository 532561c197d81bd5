// SPDX-License-Identifier: GPL-3.0-or-later
#include "../test.h"

#include "orjon/base/text.h"
#include "orjon/domain/date.h"
#include "orjon/domain/memo.h"

static void assert_memo(const char *typed, const char *expected, enum memo_extent extent)
{
    struct err err = {0};
    autostr memo = STR_INIT;
    if (memo_read(typed, strlen(typed), &memo, &err))
        fail_msg("“%s”: %s", typed, err.text);
    assert_string_equal(memo.buf, expected);
    assert_int_equal(memo_extent(memo.buf), extent);
}

static void assert_refused(const char *typed)
{
    struct err err = {0};
    autostr memo = STR_INIT;
    assert_int_equal(memo_read(typed, strlen(typed), &memo, &err), STATUS_INVALID);
    assert_true(err.text[0] != '\0');
    assert_string_equal(memo.buf, "");
}

static void reads_numbers_as_they_are_typed(void **state)
{
    (void)state;
    assert_memo("৪৭.৬১.১০৫৪.০০০.৩৯.০১৪.২২.২৫৬", "47.61.1054.000.39.014.22.256", MEMO_WHOLE);
    assert_memo(" 47. 61 .1054.000.39.014.22 . 256 ", "47.61.1054.000.39.014.22.256", MEMO_WHOLE);
    assert_memo("স্মারক নং-৪৭.৬১.১০৫৪.০০০.৩৯.০১৪.২২.২৬৫।", "47.61.1054.000.39.014.22.265",
                MEMO_WHOLE);
    assert_memo("স্মারক নম্বরঃ ৪৭।৬১।২৫৬", "47.61.256", MEMO_WHOLE);
    assert_memo("স্মারক নং-২৫৬", "256", MEMO_SERIAL);
    assert_memo("নং ০২৫৬", "0256", MEMO_SERIAL);
    assert_memo("Memo No. 256", "256", MEMO_SERIAL);
    assert_memo("জেসকা/প্রশা – ৪/২০২৪/২৫৬", "জেসকা/প্রশা-4/2024/256", MEMO_WHOLE);
    assert_memo("notice/12", "notice/12", MEMO_WHOLE);
    assert_memo("", "", MEMO_NONE);
    assert_memo("blank", "blank", MEMO_PEN);
    assert_memo("ফাঁকা", "blank", MEMO_PEN);
    assert_memo("৪৭.৬১.৪৭১৭.০০০.৩৯.০১৪.২৪.", "47.61.4717.000.39.014.24.", MEMO_PART);
    assert_memo("৪৭.৬১.৪৭১৭.০০০.৩৯.০১৪.২৪........", "47.61.4717.000.39.014.24.", MEMO_PART);
}

static void refuses_what_is_no_number(void **state)
{
    (void)state;
    assert_refused("কোনো নম্বর নেই");
    assert_refused(".২৫৬");
    assert_refused("৪৭..৬১.২৫৬");
    assert_refused("৪৭ ৬১ ২৫৬");
    assert_refused("47.{n}");
    assert_refused("২০/০৭/২০২৩");
    assert_refused("2023-07-20");
    assert_refused("২০ জুলাই ২০২৩");
    assert_refused("47\xff.12");
    char much[2 * TEXT_NAME_MAX];
    memset(much, '1', sizeof much);
    struct err err = {0};
    autostr memo = STR_INIT;
    assert_int_equal(memo_read(much, sizeof much, &memo, &err), STATUS_INVALID);
}

static void assert_pattern(const char *typed, const char *expected)
{
    struct err err = {0};
    autostr pattern = STR_INIT;
    const enum status status = memo_read_pattern(typed, strlen(typed), &pattern, &err);
    assert_int_equal(status, expected ? STATUS_OK : STATUS_INVALID);
    assert_string_equal(pattern.buf, expected ? expected : "");
}

static void reads_patterns(void **state)
{
    (void)state;
    assert_pattern("৪৭.৬১.১০৫৪.০০০.৩৯.০১৪.{yy}.{n}", "47.61.1054.000.39.014.{yy}.{n}");
    assert_pattern("47.61.1054.000.39.014.22.", "47.61.1054.000.39.014.22.{n}");
    assert_pattern("{n}", "{n}");
    assert_pattern("{nnn}/{yyyy}", "{nnn}/{yyyy}");
    assert_pattern("", "");
    assert_pattern("47.61.22", NULL);
    assert_pattern("47.{n}.{n}", NULL);
    assert_pattern("47.{y}.{n}", NULL);
    assert_pattern("47.{nnnnnnn}", NULL);
    assert_pattern("47.{n", NULL);
    assert_pattern("47.n}", NULL);
    assert_pattern("47{n}", NULL);
    assert_pattern("{n}{yy}", NULL);
    assert_pattern("{n}7", NULL);
}

static void writes_and_matches_by_pattern(void **state)
{
    (void)state;
    int64_t serial = 0;
    int year = 0;
    autostr memo = STR_INIT;
    memo_write(&memo, "47.61.{yy}.{nnn}", 7, 2024);
    memo_write(&memo, " {n}/{yyyy}", 1234, 2025);
    assert_string_equal(memo.buf, "47.61.24.007 1234/2025");
    assert_true(memo_match("47.61.{yy}.{n}", "47.61.24.0256", &serial, &year));
    assert_int_equal(serial, 256);
    assert_int_equal(year, 2024);
    assert_false(memo_match("47.61.{yy}.{n}", "47.61.2024.256", &serial, &year));
    assert_false(memo_match("47.61.{yy}.{n}", "47.61.24.", &serial, &year));
    assert_false(memo_match("47.61.{yy}.{n}", "47.61.24.256.1", &serial, &year));
    assert_false(memo_match("47.{n}", "47.99999999999999999999", &serial, &year));
    assert_false(memo_match("47.{", "47.1", &serial, &year));
    assert_false(memo_match("", "47.1", &serial, &year));
}

// A register of rows «number|date|subject», ended by NULL, in one of the series given likewise as
// «pattern|from|first|yearly».
struct set {
    struct records series, memos;
    struct memo_register r;
};

static void add(struct records *records, enum record_kind kind, const char *row, const int *field)
{
    struct record *record = &records->record[records->count];
    const size_t fields = (size_t)record_shape(kind)->fields;
    *record = (struct record){.id = (int64_t)++records->count, .kind = kind};
    record->text = mem_alloc(fields * sizeof *record->text);
    for (size_t i = 0; i < fields; i++)
        record->text[i] = "";
    for (size_t i = 0;; i++) {
        const size_t n = strcspn(row, "|");
        record->text[field[i]] = arena_text(&records->arena, row, n);
        if (!row[n])
            return;
        row += n + 1;
    }
}

static void set_make(struct set *set, const char *const *series, const char *const *memos)
{
    static const int of_series[] = {SERIES_PATTERN, SERIES_FROM, SERIES_FIRST, SERIES_YEARLY},
                     of_memos[] = {MEMO_NUMBER, MEMO_DATE, MEMO_SUBJECT};
    *set = (struct set){0};
    set->series.record = mem_alloc(16 * sizeof *set->series.record);
    set->memos.record = mem_alloc(16 * sizeof *set->memos.record);
    for (; *series; series++)
        add(&set->series, RECORD_SERIES, *series, of_series);
    for (; *memos; memos++)
        add(&set->memos, RECORD_MEMO, *memos, of_memos);
    memo_register_make(&set->series, &set->memos, &set->r);
}

static void set_done(struct set *set)
{
    memo_register_done(&set->r);
    records_done(&set->series);
    records_done(&set->memos);
}

#define LIST(...) ((const char *const[]){__VA_ARGS__, NULL})
#define NOTHING ((const char *const[]){NULL})

static int64_t next_on(const struct set *set, int year, int month)
{
    const int32_t date = date_of(year, month, 1);
    return memo_next(&set->r, memo_series_on(&set->r, date), date);
}

static void proposes_the_next_number(void **state)
{
    (void)state;
    struct set set;
    set_make(&set, LIST("47.61.{yy}.{n}|2024-01-01|250|yes", "48.{nnn}|2025-01-01||no"),
             LIST("47.61.24.256|2024-05-28|নোটিশ", "47.61.24.255|2024-06-10|সভা"));
    assert_null(memo_series_on(&set.r, date_of(2023, 12, 31)));
    assert_int_equal(next_on(&set, 2024, 6), 257);
    assert_int_equal(next_on(&set, 2025, 6), 1);
    set_done(&set);
    set_make(&set, LIST("47.61.{yy}.{n}|2024-01-01|250|yes"), NOTHING);
    assert_int_equal(next_on(&set, 2024, 6), 250);
    assert_int_equal(next_on(&set, 2025, 6), 1);
    set_done(&set);
    set_make(&set, LIST("47.61.22.{n}||250|no"), LIST("47.61.22.300|2024-05-28|"));
    assert_int_equal(next_on(&set, 2025, 6), 301);
    set_done(&set);
}

static void completes_shortens_and_finds(void **state)
{
    (void)state;
    struct set set;
    autostr whole = STR_INIT;
    const int32_t day = date_of(2024, 5, 28);
    set_make(&set, LIST("47.61.{yy}.{n}|||yes"),
             LIST("47.61.24.256|2024-05-28|নোটিশ", "blank|2024-05-28|", "ক/7|2024-05-28|",
                  "9|2024-05-28|"));
    memo_complete(memo_series_on(&set.r, day), "0256", day, &whole);
    assert_string_equal(whole.buf, "47.61.24.256");
    assert_string_equal(memo_short("47.61.24.256"), "256");
    assert_string_equal(memo_short("256"), "256");
    assert_string_equal(memo_short("47.61.24."), "");
    assert_non_null(memo_find(&set.r, "47.61.24.256", day, 0));
    assert_non_null(memo_find(&set.r, "47.61.24.0256", day, 0));
    assert_null(memo_find(&set.r, "47.61.24.256", day, 1));
    assert_null(memo_find(&set.r, "47.61.25.256", day, 0));
    assert_null(memo_find(&set.r, "blank", day, 0));
    assert_non_null(memo_find(&set.r, "ক/7", day, 0));
    assert_non_null(memo_find(&set.r, "9", day, 0));
    assert_null(memo_find(&set.r, "9", date_of(2025, 1, 1), 0)); // registers begin anew each year
    set_done(&set);
}

static void finds_gaps(void **state)
{
    (void)state;
    struct set set;
    autofree struct memo_gap *gap = NULL;
    autostr text = STR_INIT;
    set_make(&set, LIST("47.{yy}.{n}|||yes"),
             LIST("47.24.256|2024-05-28|", "47.24.260|2024-06-10|", "47.25.2|2025-01-02|"));
    assert_int_equal(memo_gaps(&set.r, &gap), 2); // before the first of the first year is none
    memo_write_gap(&text, &gap[0], DIGITS_BENGALI);
    str_add(&text, " ");
    memo_write_gap(&text, &gap[1], DIGITS_LATIN);
    assert_string_equal(text.buf, "৪৭.২৪.২৫৭ – ২৫৯ 47.25.1");
    set_done(&set);
}

static void assert_found(const char *const *series, const char *const *memos, const char *expected)
{
    static const char shapes[] =
        "from\tgroups\n1971-01-01\t2.2.4.3.2.3.2\n2025-01-01\t2.2.4.3.3.2.4.2\n";
    struct memo_shape shape[MEMO_SHAPES_MAX];
    struct set set;
    struct findings findings = {0};
    autostr codes = STR_INIT;
    const size_t count = memo_shapes_read(shapes, sizeof shapes - 1, shape, MEMO_SHAPES_MAX);
    assert_int_equal(count, 2);
    assert_int_equal(shape[0].digits, 18);
    assert_int_equal(shape[1].digits, 22);
    set_make(&set, series, memos);
    memo_check(&set.r, shape, count, &findings);
    for (size_t i = 0; i < findings.count; i++)
        str_addf(&codes, "%s%s", i ? " " : "", findings.finding[i].code);
    assert_string_equal(codes.buf, expected);
    findings_done(&findings);
    set_done(&set);
}

static void checks_the_register(void **state)
{
    (void)state;
    assert_found(LIST("47.61.1054.000.39.014.22.{n}||256|no"),
                 LIST("47.61.1054.000.39.014.22.256|2024-05-28|নোটিশ",
                      "47.61.1054.000.39.014.22.257|2024-05-28|সভা"),
                 "");
    assert_found(LIST("47.{n}||256|no"), LIST("47.256|2024-05-28|", "47.0256|2024-05-29|"),
                 "memo-twice");
    assert_found(NOTHING, LIST("256|2024-05-28|", "256|2024-05-29|", "256|2025-05-29|"),
                 "memo-twice");
    assert_found(LIST("47.{n}||256|no"), LIST("47.256|2024-05-28|", "47.257|2024-05-27|"),
                 "memo-order");
    assert_found(LIST("47.{yy}.{n}||256|yes"), LIST("47.24.256|2025-05-28|"), "memo-year");
    assert_found(LIST("47.{n}||250|no"), LIST("47.256|2024-05-28|", "47.258|2024-05-28|"),
                 "memo-gap memo-gap");
    assert_found(LIST("47.61.1054.000.39.014.22.{n}|||no"),
                 LIST("47.61.1054.000.39.014.22.256|2025-05-28|",
                      "47.61.1054.000.39.014.22.257|2025-05-29|"),
                 "memo-shape");
    assert_found(LIST("47.61.1054.000.018.27.0001.{yy}.{n}|||yes"),
                 LIST("47.61.1054.000.018.27.0001.25.256|2025-05-28|",
                      "47.61.1054.000.018.27.0001.24.256|2024-05-28|"),
                 "memo-gap memo-shape");
    assert_found(LIST("47.{n}|||no"), LIST("48.1|2024-05-28|", "9|2024-05-28|"), "memo-pattern");
    assert_found(NOTHING, LIST("blank|2025-05-28|", "blank|2025-05-28|", "|2025-05-28|"), "");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(reads_numbers_as_they_are_typed),
        cmocka_unit_test(refuses_what_is_no_number),
        cmocka_unit_test(reads_patterns),
        cmocka_unit_test(writes_and_matches_by_pattern),
        cmocka_unit_test(proposes_the_next_number),
        cmocka_unit_test(completes_shortens_and_finds),
        cmocka_unit_test(finds_gaps),
        cmocka_unit_test(checks_the_register),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
