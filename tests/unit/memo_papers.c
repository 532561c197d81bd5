// SPDX-License-Identifier: GPL-3.0-or-later
// The register of memo numbers goes along with the papers whose numbers stand in it.
#include "../test.h"

#include "orjon/app/finalise.h"
#include "orjon/app/memos.h"
#include "orjon/domain/date.h"

#include <stdlib.h>

static char folder[32];
static struct str file = STR_INIT;
static struct app *app;

// What the sample office has: each test begins with an empty register.
static void clear_numbers(enum record_kind kind)
{
    autorecords there = {0};
    const struct record_shape *shape = record_shape(kind);
    assert_int_equal(app_load_records(app, kind, 0, &there, NULL), STATUS_OK);
    for (size_t i = 0; i < there.count; i++)
        for (int f = 0; f < shape->fields; f++)
            if (shape->field[f].type == FIELD_MEMO)
                assert_int_equal(app_put_field(app, kind, there.record[i].id, f, NULL, "", NULL),
                                 STATUS_OK);
}
static void take_out(enum record_kind kind)
{
    autorecords there = {0};
    assert_int_equal(app_load_records(app, kind, 0, &there, NULL), STATUS_OK);
    for (size_t i = 0; i < there.count; i++)
        assert_int_equal(app_remove_record(app, kind, there.record[i].id, NULL), STATUS_OK);
}

static int begin(void **state)
{
    (void)state;
    const struct app_new_office sample = {.sample = true};
    struct app_options options = {.via = "screen", .as_of = {true, date_of(2024, 5, 28)}};
    strcpy(folder, "/tmp/orjon-memo-XXXXXX");
    assert_non_null(mkdtemp(folder));
    str_reset(&file);
    str_addf(&file, "%s/office.db", folder);
    options.file = file.buf;
    assert_int_equal(app_init(&options, &sample, NULL), STATUS_OK);
    assert_int_equal(app_open(&options, &app, NULL), STATUS_OK);
    clear_numbers(RECORD_COMMITTEE);
    clear_numbers(RECORD_MEETING);
    take_out(RECORD_MEMO);
    take_out(RECORD_SERIES);
    return 0;
}

static int end(void **state)
{
    (void)state;
    autostr command = STR_INIT;
    app_close(&app);
    str_addf(&command, "rm -rf '%s'", folder);
    const int rc = system(command.buf);
    str_done(&file);
    return rc;
}

#define WORDS(...)                                                                                 \
    (const struct app_word[]){__VA_ARGS__},                                                        \
        sizeof((const struct app_word[]){__VA_ARGS__}) / sizeof(struct app_word)

static int64_t add(enum record_kind kind, const struct app_word *words, size_t count)
{
    int64_t id = 0;
    struct err err = {0};
    if (app_new_record(app, kind, 0, words, count, &id, &err))
        fail_msg("%s", err.text);
    return id;
}

static int64_t add_series(void)
{
    return add(RECORD_SERIES, WORDS({"pattern", "৪৭.৬১.২২."}, {"first", "২৫৬"}));
}

// The register as «number date paper (note)», a row after the other.
static void assert_register(const char *expected)
{
    autorecords memos = {0};
    autostr text = STR_INIT;
    assert_int_equal(app_load_memos(app, &(struct app_memo_query){0}, &memos, NULL), STATUS_OK);
    for (size_t i = 0; i < memos.count; i++) {
        const char *const *field = memos.record[i].text;
        str_addf(&text, "%s%s %s %s%s", i ? ", " : "", field[MEMO_NUMBER], field[MEMO_DATE],
                 field[MEMO_PAPER], *field[MEMO_NOTE] ? "!" : "");
    }
    assert_string_equal(text.buf, expected);
}

static void assert_field(enum record_kind kind, int64_t id, int field, const char *expected)
{
    autorecords own = {0};
    assert_int_equal(app_load_record(app, kind, id, &own, NULL), STATUS_OK);
    assert_string_equal(own.record[0].text[field], expected);
}

static enum status put(enum record_kind kind, int64_t id, int field, const char *typed)
{
    return app_put_field(app, kind, id, field, NULL, typed, NULL);
}

static void the_row_follows_the_paper(void **state)
{
    (void)state;
    autostr told = STR_INIT, expected = STR_INIT;
    add_series();
    const int64_t id =
        add(RECORD_MEETING, WORDS({"notice_memo", "স্মারক নং-২৫৬"}, {"title", "কমিটির সভা"},
                                  {"notice_date", "২৭/০৫/২০২৪"}));
    assert_field(RECORD_MEETING, id, MEETING_NOTICE_MEMO, "47.61.22.256");
    str_addf(&expected, "47.61.22.256 2024-05-27 notice %lld", (long long)id);
    assert_register(expected.buf);
    assert_int_equal(put(RECORD_MEETING, id, MEETING_NOTICE_MEMO, "২৫৭"), STATUS_OK);
    assert_int_equal(put(RECORD_MEETING, id, MEETING_NOTICE_DATE, "২৬/০৫/২০২৪"), STATUS_OK);
    str_reset(&expected);
    str_addf(&expected, "47.61.22.257 2024-05-26 notice %lld", (long long)id);
    assert_register(expected.buf);
    assert_int_equal(put(RECORD_MEETING, id, MEETING_MINUTES_MEMO, "২৫৭"), STATUS_EXISTS);
    assert_int_equal(put(RECORD_MEETING, id, MEETING_MINUTES_MEMO, "ফাঁকা"), STATUS_OK);
    assert_int_equal(put(RECORD_MEETING, id, MEETING_MINUTES_MEMO, "৪৭.৬১.২২."), STATUS_OK);
    assert_register(expected.buf); // what is left to the pen has no row
    assert_int_equal(put(RECORD_MEETING, id, MEETING_NOTICE_MEMO, ""), STATUS_OK);
    assert_register("47.61.22.257 2024-05-26 !");
    assert_int_equal(app_undo_records(app, false, &told, NULL), STATUS_OK);
    assert_register(expected.buf); // one step
    assert_int_equal(app_remove_record(app, RECORD_MEETING, id, NULL), STATUS_OK);
    assert_register("47.61.22.257 2024-05-26 !");
    assert_int_equal(put(RECORD_MEETING, add(RECORD_MEETING, WORDS({"title", "আরেক সভা"})),
                         MEETING_NOTICE_MEMO, "২৫৭"),
                     STATUS_EXISTS); // used once, used for ever
}

static void and_the_paper_the_row(void **state)
{
    (void)state;
    autostr paper = STR_INIT, number = STR_INIT;
    int64_t row = 0;
    add_series();
    const int64_t id = add(RECORD_COMMITTEE, WORDS({"name", "কমিটি"}));
    str_addf(&paper, "certificate %lld", (long long)id);
    assert_int_equal(app_take_memo(app, 0, WORDS({"paper", paper.buf}), &row, &number, NULL),
                     STATUS_OK);
    assert_string_equal(number.buf, "47.61.22.256");
    assert_field(RECORD_COMMITTEE, id, COMMITTEE_MEMO, "47.61.22.256");
    assert_field(RECORD_COMMITTEE, id, COMMITTEE_FORMED, "2024-05-28");
    assert_field(RECORD_MEMO, row, MEMO_SUBJECT, "কমিটির প্রত্যয়ন পত্র: কমিটি");
    assert_int_equal(put(RECORD_MEMO, row, MEMO_NUMBER, "২৫৯"), STATUS_OK);
    assert_field(RECORD_COMMITTEE, id, COMMITTEE_MEMO, "47.61.22.259");
    assert_int_equal(app_take_memo(app, 0, WORDS({"paper", paper.buf}), &row, NULL, NULL),
                     STATUS_EXISTS);
    assert_int_equal(put(RECORD_MEMO, row, MEMO_PAPER, ""), STATUS_INVALID);
    assert_int_equal(app_remove_record(app, RECORD_MEMO, row, NULL), STATUS_INVALID);
    assert_int_equal(app_release_memo(app, row, "  ", NULL), STATUS_INVALID);
    assert_int_equal(app_release_memo(app, row, "বাতিল", NULL), STATUS_OK);
    assert_field(RECORD_COMMITTEE, id, COMMITTEE_MEMO, "");
    assert_register("47.61.22.259 2024-05-28 !");
    assert_int_equal(app_take_memo(app, 0, WORDS({"paper", "notice 999"}), &row, NULL, NULL),
                     STATUS_NOT_FOUND);
}

static void a_number_taken_for_nothing_yet_may_be_claimed(void **state)
{
    (void)state;
    autostr expected = STR_INIT;
    add_series();
    assert_int_equal(app_take_memo(app, 0, WORDS({"subject", "সভার নোটিশ"}), NULL, NULL, NULL),
                     STATUS_OK);
    const int64_t id = add(RECORD_MEETING, WORDS({"title", "সভা"}, {"notice_memo", "২৫৬"}));
    str_addf(&expected, "47.61.22.256 2024-05-28 notice %lld", (long long)id);
    assert_register(expected.buf);
}

static void orders_from_above_have_another_offices_number(void **state)
{
    (void)state;
    add_series();
    const int64_t id = add(RECORD_MEETING, WORDS({"title", "মাসিক সভা"}, {"sort", "superior"},
                                                 {"notice_memo", "47.61.22.256"}));
    assert_register("");
    assert_int_equal(put(RECORD_MEETING, id, MEETING_SORT, "meeting"), STATUS_OK);
    autostr expected = STR_INIT;
    str_addf(&expected, "47.61.22.256 2024-05-28 notice %lld", (long long)id);
    assert_register(expected.buf);
}

static enum status finalise(const char *plan, int quarter, struct err *err)
{
    struct shelf shelf = {0};
    enum status status = shelf_open(app, 0, plan, quarter, &shelf, err);
    if (status == STATUS_OK)
        status = app_finalise(app, &shelf, NULL, NULL, err);
    shelf_done(&shelf);
    return status;
}

static bool is_queried(const char *plan, const char *code)
{
    struct book *book = NULL;
    struct findings findings = {0};
    bool found = false;
    assert_int_equal(book_open(app, 0, plan, 1, &book, NULL), STATUS_OK);
    assert_int_equal(app_check(book, &findings, NULL), STATUS_OK);
    for (size_t i = 0; i < findings.count; i++)
        found |= strcmp(findings.finding[i].code, code) == 0;
    findings_done(&findings);
    book_free(&book);
    return found;
}

static void returns_come_in_as_they_are_finalised(void **state)
{
    (void)state;
    struct err err = {0};
    int64_t row = 0;
    assert_int_equal(finalise("egov", 1, &err), STATUS_OK);
    assert_register(""); // the sample office leaves the end of it to the pen
    assert_int_equal(app_set_office(app, OFFICE_MEMO, "৪৭.৬১.২২.৩০০", &err), STATUS_OK);
    assert_int_equal(finalise("rti", 1, &err), STATUS_OK);
    assert_int_equal(finalise("grs", 1, &err), STATUS_OK);
    assert_register("47.61.22.300 2024-05-28 return 2023-24 1 rti grs"); // with one letter
    assert_int_equal(app_take_memo(app, 0, WORDS({"number", "47.61.22.301"}, {"paper", "পত্র"}),
                                   NULL, NULL, &err),
                     STATUS_OK);
    assert_int_equal(app_set_own(app, "memo.integrity", "47.61.22.301", &err), STATUS_OK);
    assert_true(is_queried("integrity", "memo-used"));
    assert_int_equal(finalise("integrity", 1, &err), STATUS_EXISTS);
    assert_non_null(strstr(err.text, "৩০১"));
    assert_int_equal(
        app_take_memo(app, 0,
                      WORDS({"paper", "return 2023-24 1 integrity"}, {"number", "47.61.22.302"}),
                      &row, NULL, &err),
        STATUS_OK);
    assert_string_equal(office_own(app_office(app), OFFICE_OWN_MEMO, "integrity"), "47.61.22.302");
    assert_false(is_queried("integrity", "memo-used"));
    assert_int_equal(put(RECORD_MEMO, row, MEMO_NUMBER, "47.61.22.303"), STATUS_OK);
    assert_string_equal(office_own(app_office(app), OFFICE_OWN_MEMO, "integrity"), "47.61.22.303");
    assert_int_equal(put(RECORD_MEMO, row, MEMO_NUMBER, "47.61.22.302"), STATUS_OK);
    assert_int_equal(finalise("integrity", 1, &err), STATUS_OK);
    assert_field(RECORD_MEMO, row, MEMO_TO, "জেলা সমবায় অফিসার, জেলা সমবায় কার্যালয়, নমুনা জেলা");
    assert_int_equal(put(RECORD_MEMO, row, MEMO_NUMBER, "47.61.22.303"), STATUS_LOCKED);
    assert_register("47.61.22.300 2024-05-28 return 2023-24 1 rti grs, "
                    "47.61.22.301 2024-05-28 পত্র, "
                    "47.61.22.302 2024-05-28 return 2023-24 1 integrity");
    assert_int_equal(app_release_memo(app, row, "বাতিল", &err), STATUS_LOCKED);
    autostr told = STR_INIT;
    assert_int_equal(app_undo_records(app, false, &told, &err), STATUS_LOCKED);
    assert_string_equal(told.buf, "");
    assert_int_equal(put(RECORD_MEMO, row, MEMO_NOTE, "হাতে বিলি"), STATUS_OK);
    assert_int_equal(app_undo_records(app, false, &told, &err), STATUS_OK);
}

static void what_was_imported_is_looked_for(void **state)
{
    (void)state;
    struct findings findings = {0};
    autostr faults = STR_INIT;
    static const char table[] = "title\tnotice_memo\nসভা\t47.61.22.256\n";
    const struct app_import import = {
        .kind = RECORD_MEETING, .name = "meetings.tsv", .text = table, .n = sizeof table - 1};
    size_t rows = 0;
    assert_int_equal(app_import_records(app, &import, &rows, &faults, NULL), STATUS_OK);
    assert_int_equal(app_check_memos(app, &findings, NULL), STATUS_OK);
    assert_int_equal(findings.count, 1);
    assert_string_equal(findings.finding[0].code, "memo-missing");
    findings_done(&findings);
}

static void lists_by_year_and_by_what_is_in_it(void **state)
{
    (void)state;
    autorecords memos = {0}, found = {0};
    add_series();
    app_take_memo(app, 0, WORDS({"subject", "প্রশিক্ষণের নোটিশ"}), NULL, NULL, NULL);
    app_take_memo(app, 0, WORDS({"date", "০২/০৭/২০২৪"}), NULL, NULL, NULL);
    app_take_memo(app, 0, WORDS({"number", "২৬০"}), NULL, NULL, NULL);
    assert_int_equal(
        app_load_memos(app, &(struct app_memo_query){.fiscal_year = 2023}, &memos, NULL),
        STATUS_OK);
    assert_int_equal(memos.count, 2);
    assert_int_equal(app_load_memos(app, &(struct app_memo_query){.find = "২২.২৫৬"}, &found, NULL),
                     STATUS_OK);
    assert_int_equal(found.count, 1);
    size_t count = 0;
    autostr gaps = STR_INIT;
    assert_int_equal(app_note_memo_gaps(app, "অন্য শাখায়", &count, NULL), STATUS_OK);
    assert_int_equal(count, 2);
    assert_int_equal(app_say_memo_gaps(app, &gaps, NULL), STATUS_OK);
    assert_string_equal(gaps.buf, "");
    assert_int_equal(app_take_memo(app, 0, WORDS({"number", "৯৯৯"}), NULL, NULL, NULL), STATUS_OK);
    assert_int_equal(app_note_memo_gaps(app, "ভুল", &count, NULL), STATUS_INVALID);
}

// By what it is of, not by a number that nobody has seen.
static void a_paper_is_called_by_what_it_is_of(void **state)
{
    const int64_t meeting = add(RECORD_MEETING, WORDS({"title", "মাসিক সভা"}));
    autorecords memos = {0};
    autostr paper = STR_INIT, said = STR_INIT;
    (void)state;
    i18n_set_language(LANGUAGE_ENGLISH);
    i18n_set_digits(DIGITS_LATIN);
    add_series();
    str_addf(&paper, "minutes %lld", (long long)meeting);
    const struct app_word rows[][1] = {
        {{"paper", paper.buf}}, {{"paper", "return 2023-24 3 egov rti"}}, {{"paper", "receipt 9"}}};
    const char *expected[][2] = {
        {"minutes of a meeting: মাসিক সভা", "minutes of a meeting"},
        {"quarterly return: 2023-2024 Quarter 3, ই-গভর্ন্যান্স, তথ্য অধিকার", "quarterly return"},
        {"receipt 9", "receipt 9"}};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        int64_t id = 0;
        struct err err = {0};
        if (app_take_memo(app, 0, rows[i], 1, &id, NULL, &err))
            fail_msg("%s", err.text);
        assert_int_equal(app_load_record(app, RECORD_MEMO, id, &memos, NULL), STATUS_OK);
        for (int brief = 0; brief < 2; brief++) {
            str_reset(&said);
            app_say_memo_paper(app, &memos.record[0], brief, &said);
            assert_string_equal(said.buf, expected[i][brief]);
        }
        records_done(&memos);
    }
    i18n_set_language(LANGUAGE_BENGALI);
    i18n_set_digits(DIGITS_BENGALI);
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, begin, end)
    const struct CMUnitTest tests[] = {
        TEST(the_row_follows_the_paper),
        TEST(and_the_paper_the_row),
        TEST(a_number_taken_for_nothing_yet_may_be_claimed),
        TEST(orders_from_above_have_another_offices_number),
        TEST(returns_come_in_as_they_are_finalised),
        TEST(what_was_imported_is_looked_for),
        TEST(lists_by_year_and_by_what_is_in_it),
        TEST(a_paper_is_called_by_what_it_is_of),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
