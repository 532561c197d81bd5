// SPDX-License-Identifier: GPL-3.0-or-later
#include "../test.h"

#include "orjon/domain/date.h"
#include "orjon/domain/decision.h"

static void decide(struct records *records, int64_t id, const char *state, const char *due,
                   const char *from)
{
    records->record = mem_resize(records->record, records->count + 1, sizeof *records->record);
    const char **text = mem_alloc(DECISION_FIELD_COUNT * sizeof *text);
    for (int i = 0; i < DECISION_FIELD_COUNT; i++)
        text[i] = "";
    text[DECISION_STATE] = state;
    text[DECISION_DUE] = due;
    text[DECISION_FROM] = from;
    records->record[records->count++] =
        (struct record){.id = id, .kind = RECORD_DECISION, .text = text};
}

static void what_is_overdue_comes_first(void **state)
{
    (void)state;
    autorecords records = {0};
    const int32_t today = date_of(2024, 1, 10);
    decide(&records, 1, "done", "2023-01-01", "");
    decide(&records, 2, "open", "", "");
    decide(&records, 3, "running", "2024-02-01", "");
    decide(&records, 4, "", "2024-01-09", "");
    decide(&records, 5, "carried", "2024-01-01", "");
    decide(&records, 6, "running", "2024-01-10", "5");
    decide(&records, 7, "open", "2023-12-01", "");
    const struct record *order[7];
    for (size_t i = 0; i < 7; i++)
        order[i] = &records.record[i];
    decisions_sort(order, 7, today);
    static const int64_t wanted[] = {7, 4, 6, 3, 2, 1, 5};
    for (size_t i = 0; i < 7; i++)
        assert_int_equal(order[i]->id, wanted[i]);
    assert_true(decision_is_overdue(&records.record[3], today));
    assert_false(decision_is_overdue(&records.record[5], today)); // due today
    assert_false(decision_is_overdue(&records.record[0], today));
    assert_ptr_equal(decision_carried_into(&records, 5), &records.record[5]);
    assert_null(decision_carried_into(&records, 4));
}

static void a_state_follows_from_the_progress(void **state)
{
    (void)state;
    autorecords records = {0};
    decide(&records, 1, "", "", "");
    assert_true(decision_is_open(&records.record[0]));
    assert_string_equal(decision_state(false), "open");
    assert_string_equal(decision_state(true), "running");
}

static void fields_are_read(void **state)
{
    (void)state;
    int32_t date = 0;
    const char *text[MEETING_FIELD_COUNT];
    for (int i = 0; i < MEETING_FIELD_COUNT; i++)
        text[i] = "";
    text[MEETING_DATE] = "2024-06-10";
    text[MEETING_CHAIR] = "12";
    text[MEETING_COUNTED] = "1.1 10.1.1";
    const struct record meeting = {.id = 1, .kind = RECORD_MEETING, .text = text};
    assert_true(record_date(&meeting, MEETING_DATE, &date));
    assert_int_equal(date, date_of(2024, 6, 10));
    assert_false(record_date(&meeting, MEETING_NOTICE_DATE, &date));
    assert_int_equal(record_number(&meeting, MEETING_CHAIR), 12);
    assert_int_equal(record_number(&meeting, MEETING_FOCAL), 0);
    assert_true(record_has(&meeting, MEETING_COUNTED, "10.1.1"));
    assert_true(record_has(&meeting, MEETING_COUNTED, "1.1"));
    assert_false(record_has(&meeting, MEETING_COUNTED, "1.1.1"));
    assert_false(record_has(&meeting, MEETING_CODES, "1.1"));
    assert_true(record_is(&meeting, MEETING_CODES, ""));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_is_overdue_comes_first),
        cmocka_unit_test(a_state_follows_from_the_progress),
        cmocka_unit_test(fields_are_read),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
