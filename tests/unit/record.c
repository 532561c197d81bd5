// SPDX-License-Identifier: GPL-3.0-or-later
// Fields of records: what was typed, what is kept, what is read.
#include "../test.h"

#include "orjon/base/base64.h"
#include "orjon/domain/daytime.h"
#include "orjon/domain/record.h"

static struct record_field of_type(enum field_type type, const char *of)
{
    return (struct record_field){.word = "x", .label = "x", .type = type, .of = of};
}

static void expect(struct record_field field, const char *typed, const char *kept)
{
    autostr ret = STR_INIT;
    struct err err = {0};
    const enum status status = record_read(&field, typed, strlen(typed), NULL, &ret, &err);
    if (!kept) {
        if (!status)
            fail_msg("«%s» was read as «%s»", typed, ret.buf);
        assert_true(*err.text);
        return;
    }
    if (status)
        fail_msg("«%s»: %s", typed, err_text(&err));
    assert_string_equal(ret.buf, kept);
}

static void times_as_papers_have_them(void **state)
{
    (void)state;
    static const struct {
        int minutes;
        const char *text;
    } cases[] = {{0, "০০.০০"},
                 {9 * 60 + 5, "০৯.০৫"},
                 {11 * 60 + 59, "১১.৫৯"},
                 {12 * 60, "দুপুর ১২.০০"},
                 {14 * 60 + 30, "দুপুর ২.৩০"},
                 {15 * 60, "বিকাল ৩.০০"},
                 {18 * 60, "সন্ধ্যা ৬.০০"},
                 {19 * 60 + 59, "সন্ধ্যা ৭.৫৯"},
                 {20 * 60, "রাত ৮.০০"},
                 {23 * 60 + 59, "রাত ১১.৫৯"}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        autostr text = STR_INIT;
        int minutes = -1;
        daytime_write(&text, cases[i].minutes, DIGITS_BENGALI);
        assert_string_equal(text.buf, cases[i].text);
        assert_int_equal(daytime_read(text.buf, text.len, &minutes, NULL), STATUS_OK);
        assert_int_equal(minutes, cases[i].minutes);
    }
}

static void times_as_clerks_write_them(void **state)
{
    (void)state;
    static const char *const cases[][2] = {
        {"১০.০০", "10:00"},
        {"১০টা", "10:00"},
        {"10:30", "10:30"},
        {"১০ঃ৩০", "10:30"},
        {"সকাল ১০.৩০ ঘটিকায়", "10:30"},
        {"বেলা ১১টা", "11:00"},
        {"বেলা ২ টায়", "14:00"},
        {"দুপুর ১২টা", "12:00"},
        {"দুপুর ১২.৩০ মিনিট", "12:30"},
        {"বিকাল সাড়ে ৩টা", "15:30"},
        {"বিকেল ৩টা ১৫ মিনিট", "15:15"},
        {"পৌনে ১০টা", "09:45"},
        {"রাত ৮টায়", "20:00"},
        {"রাত ১২টা", "00:00"},
        {"3 pm", "15:00"},
        {"10.05 A.M.", "10:05"},
        {"15.45", "15:45"},
        {"00:00", "00:00"},
        {"23:59", "23:59"},
        {"24:00", NULL},
        {"10:60", NULL},
        {"10:5", NULL},
        {"১০:৩০:০০", NULL},
        {"দশটা", NULL},
        {"সাড়ে ১০.৩০", NULL},
        {"-1", NULL},
        {"99999999999999999999", NULL},
        {"", ""},
        {"  ", ""},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        expect(of_type(FIELD_TIME, NULL), cases[i][0], cases[i][1]);
}

static void fields_of_each_type(void **state)
{
    (void)state;
    expect(of_type(FIELD_DATE, NULL), "১০/৬/২৪", "2024-06-10");
    expect(of_type(FIELD_DATE, NULL), "১০ জুন ২০২৪", "2024-06-10");
    expect(of_type(FIELD_DATE, NULL), "৩১/১১/২৪", NULL);
    expect(of_type(FIELD_NUMBER, NULL), "১২", "12");
    expect(of_type(FIELD_NUMBER, NULL), "১২.৫", NULL);
    expect(of_type(FIELD_NUMBER, NULL), "-1", NULL);
    expect(of_type(FIELD_YEAR, NULL), "২০২৪-২০২৫", "2024-25");
    expect(of_type(FIELD_YEAR, NULL), "x", NULL);
    expect(of_type(FIELD_RECORD, "person"), "১২", "12");
    expect(of_type(FIELD_RECORD, "person"), "0", NULL);
    expect(of_type(FIELD_RECORD, "person"), "রহিম", NULL);
    expect(of_type(FIELD_RECORD, "person"), "99999999999999999999", NULL);
    expect(of_type(FIELD_CODES, NULL), " ৪.১.১,৪.১.২ ;5.1 ", "4.1.1 4.1.2 5.1");
    expect(of_type(FIELD_HASH, NULL), "ab", NULL);
    expect(of_type(FIELD_TEXT, NULL), " এক\nদুই ", "এক দুই");
    expect(of_type(FIELD_LINES, NULL), " এক \n\nদুই\r\n", "এক\n\nদুই");
    expect(of_type(FIELD_TEXT, NULL), "\xff", NULL);
}

static void choices_by_word_or_name(void **state)
{
    (void)state;
    const struct record_field field = record_shape(RECORD_DECISION)->field[DECISION_STATE];
    expect(field, "running", "running");
    expect(field, "Running", "running");
    expect(field, "চলমান", "running");
    expect(field, "বাস্তবায়িত", "done");
    expect(field, "nothing", NULL);
    expect(record_shape(RECORD_PERSON)->field[PERSON_SORT], "superior", "superior");
    // Whatever is a choice has a name of its own.
    for (int kind = 0; kind < RECORD_KINDS; kind++)
        for (int i = 0; i < record_shape((enum record_kind)kind)->fields; i++) {
            const struct record_field *f = &record_shape((enum record_kind)kind)->field[i];
            autostr word = STR_INIT;
            if (f->type != FIELD_CHOICE)
                continue;
            for (const char *at = NULL; record_next_choice(f, &at, &word);) {
                if (record_choice_name(f, word.buf) == word.buf)
                    fail_msg("the choice %s has no name", word.buf);
                expect(*f, tr(record_choice_name(f, word.buf)), word.buf);
            }
        }
}

static void the_table_holds_together(void **state)
{
    (void)state;
    for (int kind = 0; kind < RECORD_KINDS; kind++) {
        const struct record_shape *shape = record_shape((enum record_kind)kind);
        assert_int_equal(record_kind_from_word(shape->word), kind);
        assert_int_equal(record_kind_from_word(shape->plural), kind);
        assert_true(shape->parent < RECORD_KINDS);
        for (int i = 0; i < shape->fields; i++) {
            assert_int_equal(record_field_from_word((enum record_kind)kind, shape->field[i].word),
                             i);
            assert_string_not_equal(shape->field[i].word, "id");
            assert_string_not_equal(shape->field[i].word, "parent");
            if (shape->field[i].type == FIELD_RECORD)
                assert_true(record_kind_from_word(shape->field[i].of) >= 0);
        }
    }
}

static void expect_written(enum field_type type, const char *of, const char *kept, const char *said)
{
    const struct record_field field = of_type(type, of);
    autostr ret = STR_INIT;
    record_write(&field, kept, DIGITS_BENGALI, &ret);
    assert_string_equal(ret.buf, said);
}

static void what_people_read(void **state)
{
    (void)state;
    expect_written(FIELD_DATE, NULL, "2024-06-10", "১০/০৬/২০২৪");
    expect_written(FIELD_TIME, NULL, "10:00", "১০.০০");
    expect_written(FIELD_NUMBER, NULL, "12", "১২");
    expect_written(FIELD_YEAR, NULL, "2024-25", "২০২৪-২০২৫");
    expect_written(FIELD_CHOICE, "open running", "running", "চলমান");
    expect_written(FIELD_CHOICE, "open running", "strange", "strange");
    expect_written(FIELD_TEXT, NULL, "47.61", "47.61");
    expect_written(FIELD_DATE, NULL, "", "");
}

// Of any letters, some of which other fonts use for Bengali.
static void keys_are_no_text(void **state)
{
    (void)state;
    const struct record_field field = record_shape(RECORD_SIGNER)->field[SIGNER_PUBLIC];
    unsigned seed = 1;
    for (int i = 0; i < 2000; i++) {
        unsigned char bytes[32];
        autostr key = STR_INIT;
        for (size_t k = 0; k < sizeof bytes; k++)
            bytes[k] = (unsigned char)((seed = seed * 1103515245U + 12345U) >> 16);
        base64_write(&key, bytes, sizeof bytes);
        expect(field, key.buf, key.buf);
    }
    expect(field, "", "");
    expect(field, "AAAA", NULL);
    expect(field, "কখগ", NULL);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(times_as_clerks_write_them), cmocka_unit_test(times_as_papers_have_them),
        cmocka_unit_test(fields_of_each_type),        cmocka_unit_test(choices_by_word_or_name),
        cmocka_unit_test(the_table_holds_together),   cmocka_unit_test(keys_are_no_text),
        cmocka_unit_test(what_people_read),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
