// SPDX-License-Identifier: GPL-3.0-or-later
#include "../test.h"

#include "orjon/domain/date.h"
#include "orjon/domain/meeting.h"

// A record of a kind with these fields, as kept; a field of -1 ends them.
struct set {
    int field;
    const char *text;
};
static struct record *add(struct dossier *dossier, enum record_kind kind, int64_t id,
                          int64_t parent, const struct set *set)
{
    struct records *records = &dossier->of[kind];
    const int fields = record_shape(kind)->fields;
    records->record = mem_resize(records->record, records->count + 1, sizeof *records->record);
    const char **text = mem_alloc((size_t)fields * sizeof *text);
    for (int i = 0; i < fields; i++)
        text[i] = "";
    for (; set->field >= 0; set++)
        text[set->field] = set->text;
    struct record *record = &records->record[records->count++];
    *record = (struct record){.id = id, .parent = parent, .kind = kind, .text = text};
    return record;
}
#define ADD(dossier, kind, id, parent, ...)                                                        \
    add(dossier, kind, id, parent, (const struct set[]){__VA_ARGS__, {-1, NULL}})

static void the_next_day_is_no_day_off(void **state)
{
    (void)state;
    static const struct {
        const char *every;
        int year, month, day;
        int next_year, next_month, next_day;
    } cases[] = {
        {"quarter", 2023, 8, 22, 2023, 11, 22},  // a Wednesday
        {"quarter", 2023, 9, 17, 2023, 12, 17},  // a Sunday
        {"month", 2024, 1, 31, 2024, 2, 29},     // a Thursday, the month's last
        {"month", 2023, 12, 5, 2024, 1, 7},      // a Friday
        {"two-months", 2023, 12, 3, 2024, 2, 4}, // a Saturday
        {"half-year", 2023, 3, 30, 2023, 9, 28}, // a Saturday whose Sunday is in October
        {"quarter", 2023, 6, 30, 2023, 9, 28},   // likewise
        {"year", 2024, 2, 29, 2025, 3, 2},       // 28 February is a Friday
    };
    int32_t next = 0;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        assert_true(meeting_next_day(cases[i].every,
                                     date_of(cases[i].year, cases[i].month, cases[i].day), &next));
        assert_int_equal(next, date_of(cases[i].next_year, cases[i].next_month, cases[i].next_day));
    }
    assert_false(meeting_next_day("", date_of(2024, 1, 1), &next));
}

static void the_next_meeting_is_like_the_last(void **state)
{
    (void)state;
    autodossier dossier = {0};
    struct arena arena = {0};
    const char *text[MEETING_FIELD_COUNT];
    const struct record *committee =
        ADD(&dossier, RECORD_COMMITTEE, 4, 0, {COMMITTEE_CHAIR, "8"}, {COMMITTEE_NAME, "c"});
    const struct record *last =
        ADD(&dossier, RECORD_MEETING, 7, 0, {MEETING_TITLE, "t"}, {MEETING_COMMITTEE, "4"},
            {MEETING_DATE, "2024-05-30"}, {MEETING_YEAR, "2023-24"}, {MEETING_EVERY, "quarter"},
            {MEETING_CHAIR, "2"}, {MEETING_FOCAL, "3"}, {MEETING_TIME, "10:00"},
            {MEETING_NOTICE_MEMO, "1.2"}, {MEETING_COUNTED, "4.1"}, {MEETING_CODES, "4.1"},
            {MEETING_OPENING, "o"});
    meeting_propose(last, committee, &arena, text);
    assert_string_equal(text[MEETING_DATE], "2024-09-01"); // 30 August is a Friday
    assert_string_equal(text[MEETING_YEAR], "2024-25");
    assert_string_equal(text[MEETING_CHAIR], "8");
    assert_string_equal(text[MEETING_FOCAL], "3");
    assert_string_equal(text[MEETING_TIME], "10:00");
    assert_string_equal(text[MEETING_CODES], "4.1");
    assert_string_equal(text[MEETING_COUNTED], "");
    assert_string_equal(text[MEETING_NOTICE_MEMO], "");
    assert_string_equal(text[MEETING_OPENING], "");
    arena_done(&arena);
}

static void title_is(const char *title, bool anew, const char *wanted)
{
    autostr next = STR_INIT;
    meeting_next_title(title, anew, &next);
    assert_string_equal(next.buf, wanted);
}

static void the_number_in_the_subject_goes_on(void **state)
{
    (void)state;
    title_is("কমিটির ১ম সভা", false, "কমিটির ২য় সভা");
    title_is("৩য় সভা, ২০২৩-২৪", false, "৪র্থ সভা, ২০২৩-২৪");
    title_is("কমিটির ১০ম সভা", false, "কমিটির ১১তম সভা");
    title_is("কমিটির ১২তম সভা", true, "কমিটির ১ম সভা");
    title_is("কমিটির 5ম সভা", false, "কমিটির ৬ষ্ঠ সভা");
    title_is("মাসিক সভা", false, "মাসিক সভা");
    title_is("১ম ত্রৈমাসিক সভা", false, "১ম ত্রৈমাসিক সভা");
    title_is("১ম", false, "১ম");
    title_is("", true, "");
}

// A row of which a meeting counts, with what was typed for its quarters.
struct row {
    struct indicator indicator;
    struct year year;
};
static void make(struct row *row, enum kind kind, enum method method, int64_t target)
{
    *row = (struct row){.indicator = {.scale = &scale_usual,
                                      .kind = kind,
                                      .method = method,
                                      .unit = "",
                                      .code = "4.1",
                                      .alternative_of = ""}};
    row->indicator.grade[0] =
        (struct target){.set = true, .value = target * NUMBER_ONE, .dates = (size_t)target};
}
static void type(struct row *row, int quarter, const char *text)
{
    struct entry *entry = &row->year.quarter[quarter - 1];
    assert_int_equal(entry_read(&row->indicator, text, strlen(text), ENTRY_TYPED, entry, NULL),
                     STATUS_OK);
    entry->typed = text;
}

static void counts(const struct row *row, const int counted[QUARTERS], int quarter, int32_t date,
                   int64_t number, int64_t of, const char *wanted)
{
    struct meeting_count count = {0};
    autostr figure = STR_INIT;
    assert_int_equal(
        meeting_count(&row->indicator, &row->year, counted, quarter, date, &count, &figure, NULL),
        STATUS_OK);
    assert_int_equal(count.number, number);
    assert_int_equal(count.of, of);
    assert_string_equal(figure.buf, wanted);
}

static void uncounts(const struct row *row, const int counted[QUARTERS], int quarter, int32_t date,
                     const char *wanted)
{
    autostr figure = STR_INIT;
    assert_int_equal(
        meeting_uncount(&row->indicator, &row->year, counted, quarter, date, &figure, NULL),
        STATUS_OK);
    assert_string_equal(figure.buf, wanted);
}

static void a_meeting_is_one_of_the_year(void **state)
{
    (void)state;
    struct row row;
    i18n_set_digits(DIGITS_LATIN);
    make(&row, KIND_NUMBER, METHOD_SUM, 4);
    counts(&row, (int[]){0, 0, 0, 0}, 1, 0, 1, 4, "1");
    type(&row, 1, "1");
    type(&row, 2, "-");
    counts(&row, (int[]){1, 0, 0, 0}, 2, 0, 2, 4, "1");
    counts(&row, (int[]){1, 0, 0, 0}, 1, 0, 2, 4, "2");
    counts(&row, (int[]){0, 0, 0, 0}, 1, 0, 1, 4, "1"); // typed by hand: this is its proof
    counts(&row, (int[]){0, 0, 0, 0}, 2, 0, 2, 4, "1"); // and is counted for what comes later
    type(&row, 1, "3");
    counts(&row, (int[]){1, 0, 0, 0}, 1, 0, 2, 4, "3"); // never lowered
    uncounts(&row, (int[]){1, 0, 0, 0}, 1, 0, "3");
    uncounts(&row, (int[]){3, 0, 0, 0}, 1, 0, "2");
    type(&row, 1, "1");
    uncounts(&row, (int[]){1, 0, 0, 0}, 1, 0, "");
}

static void a_row_that_grows_is_kept_as_the_year_stands(void **state)
{
    (void)state;
    struct row row;
    i18n_set_digits(DIGITS_LATIN);
    make(&row, KIND_NUMBER, METHOD_LAST, 4);
    type(&row, 1, "2");
    counts(&row, (int[]){2, 0, 0, 0}, 2, 0, 3, 4, "3");
    type(&row, 2, "3");
    uncounts(&row, (int[]){2, 1, 0, 0}, 2, 0, "");
}

static void dates_take_the_meetings_own(void **state)
{
    (void)state;
    struct row row;
    i18n_set_digits(DIGITS_LATIN);
    make(&row, KIND_DATE, METHOD_DATE, 1);
    const int32_t day = date_of(2024, 3, 10);
    counts(&row, (int[]){0, 0, 0, 0}, 3, day, 1, 1, "10/03/2024");
    type(&row, 3, "05/03/2024");
    counts(&row, (int[]){0, 0, 0, 0}, 3, day, 1, 1, "05/03/2024");
    make(&row, KIND_DATES, METHOD_DATES, 2);
    type(&row, 3, "01/02/2024, 20/03/2024");
    counts(&row, (int[]){0, 0, 2, 0}, 3, day, 3, 2, "01/02/2024, 10/03/2024, 20/03/2024");
    counts(&row, (int[]){0, 0, 2, 0}, 3, date_of(2024, 3, 20), 2, 2, "01/02/2024, 20/03/2024");
    uncounts(&row, (int[]){0, 0, 2, 0}, 3, date_of(2024, 3, 20), "01/02/2024");
    type(&row, 3, "1 Feb 2024, 20/03/2024"); // as it was typed where that day is not among them
    uncounts(&row, (int[]){0, 0, 2, 0}, 3, day, "1 Feb 2024, 20/03/2024");
}

static void percents_count_no_meetings(void **state)
{
    (void)state;
    struct row row;
    struct meeting_count count;
    autostr figure = STR_INIT;
    make(&row, KIND_PERCENT, METHOD_SUM, 100);
    assert_int_equal(
        meeting_count(&row.indicator, &row.year, (int[]){0, 0, 0, 0}, 1, 0, &count, &figure, NULL),
        STATUS_INVALID);
    make(&row, KIND_NUMBER, METHOD_AVERAGE, 4);
    assert_int_equal(
        meeting_uncount(&row.indicator, &row.year, (int[]){0, 0, 0, 0}, 1, 0, &figure, NULL),
        STATUS_INVALID);
}

static bool has(const struct findings *findings, const char *code, const char *sentence)
{
    for (size_t i = 0; i < findings->count; i++)
        if (strcmp(findings->finding[i].code, code) == 0) {
            assert_string_equal(findings->finding[i].message, sentence);
            assert_int_equal(findings->finding[i].severity, SEVERITY_QUERY);
            return true;
        }
    return false;
}

// On 1 September 2023.
static void look(const struct dossier *dossier, struct findings *ret)
{
    const struct meeting_office office = {&dossier->of[RECORD_PROOF],
                                          &dossier->of[RECORD_DECISION]};
    meeting_check(dossier, &office, date_of(2023, 9, 1), ret);
}

#define NAME "“Ethics” (22/08/2023): "

static void what_is_odd_is_told_by_name(void **state)
{
    (void)state;
    i18n_set_language(LANGUAGE_ENGLISH);
    i18n_set_digits(DIGITS_LATIN);
    autodossier dossier = {0};
    struct findings findings = {0};
    dossier.meeting =
        ADD(&dossier, RECORD_MEETING, 1, 0, {MEETING_TITLE, "Ethics"}, {MEETING_DATE, "2023-08-22"},
            {MEETING_YEAR, "2023-24"}, {MEETING_NOTICE_DATE, "2023-08-23"},
            {MEETING_MINUTES_DATE, "2023-08-21"}, {MEETING_CHAIR, "2"},
            {MEETING_COUNTED, "1.1 1.2"}, {MEETING_PLAN, "egov"}, {MEETING_CODES, "9.9"});
    const struct plan plan = {.name = "egov"};
    dossier.plan = &plan;
    ADD(&dossier, RECORD_PERSON, 2, 0, {PERSON_NAME, "A. Officer"});
    ADD(&dossier, RECORD_TERM, 3, 2, {TERM_FROM, "2020-01-01"}, {TERM_TO, "2023-08-01"});
    ADD(&dossier, RECORD_ITEM, 4, 1, {ITEM_SUBJECT, "s"});
    ADD(&dossier, RECORD_DECISION, 5, 4, {DECISION_TEXT, "d"}, {DECISION_DUE, "2023-08-01"});
    ADD(&dossier, RECORD_PROGRESS, 6, 5, {PROGRESS_TEXT, "p"}, {PROGRESS_DATE, "2023-08-02"});
    ADD(&dossier, RECORD_PROOF, 7, 0, {PROOF_MEETING, "1"}, {PROOF_CODE, "1.1"},
        {PROOF_QUARTER, "2"}, {PROOF_PLAN, "egov"});
    ADD(&dossier, RECORD_DECISION, 8, 4, {DECISION_TEXT, "e"}, {DECISION_WHO, "w"},
        {DECISION_STATE, "carried"});
    ADD(&dossier, RECORD_DECISION, 9, 4, {DECISION_TEXT, "f"}, {DECISION_WHO, "w"},
        {DECISION_STATE, "carried"});
    ADD(&dossier, RECORD_DECISION, 10, 99, {DECISION_TEXT, "f"}, {DECISION_WHO, "w"},
        {DECISION_FROM, "9"});
    ADD(&dossier, RECORD_ATTENDANCE, 11, 1, {ATTENDANCE_PRESENT, "yes"}); // but who?
    look(&dossier, &findings);
    assert_true(has(&findings, "decision-carried",
                    NAME "the decision “e” is carried over, but no later meeting has it"));
    assert_true(has(&findings, "meeting-indicator", NAME "the plan egov has no indicator “9.9”"));
    assert_true(has(&findings, "meeting-notice", NAME "held before its notice of 23/08/2023"));
    assert_true(has(&findings, "meeting-minutes",
                    NAME "its minutes of 21/08/2023 are older than the meeting"));
    assert_true(has(&findings, "chair-left",
                    NAME "the chair, A. Officer, held no post any more on that day"));
    assert_true(has(&findings, "meeting-attendance", NAME "nobody is marked as present"));
    assert_true(has(&findings, "decision-nobody", NAME "nobody carries out the decision “d”"));
    assert_true(has(&findings, "decision-due",
                    NAME "the decision “d” is due on 01/08/2023, before the meeting"));
    assert_true(has(&findings, "progress-early",
                    NAME "the decision “d” has progress of 02/08/2023, before the meeting"));
    assert_true(has(&findings, "counted-elsewhere",
                    NAME "it is counted for [1.1] in Quarter 2, but not held in that quarter"));
    assert_true(has(&findings, "counted-unproved",
                    NAME "it is counted for [1.2], but no evidence says so"));
    assert_int_equal(findings.count, 11);
    assert_int_equal(findings.finding[0].quarter, 1);
    findings_done(&findings);
}

static void a_sound_meeting_has_no_findings(void **state)
{
    (void)state;
    autodossier dossier = {0};
    struct findings findings = {0};
    dossier.meeting = ADD(&dossier, RECORD_MEETING, 1, 0, {MEETING_TITLE, "t"},
                          {MEETING_DATE, "2023-08-22"}, {MEETING_CHAIR, "2"},
                          {MEETING_NOTICE_DATE, "2023-08-22"}, {MEETING_MINUTES_DATE, "2023-08-22"},
                          {MEETING_NOTICE_MEMO, "1"}, {MEETING_MINUTES_MEMO, "2"});
    ADD(&dossier, RECORD_PERSON, 2, 0, {PERSON_NAME, "A"});
    ADD(&dossier, RECORD_ATTENDANCE, 3, 1, {ATTENDANCE_PERSON, "2"}, {ATTENDANCE_PRESENT, "yes"});
    look(&dossier, &findings);
    assert_int_equal(findings.count, 0);
    findings_done(&findings);
}

// One held by another office has neither our chair nor our attendance; but its day is told.
static void orders_from_above_are_looked_at_less(void **state)
{
    (void)state;
    i18n_set_language(LANGUAGE_ENGLISH);
    autodossier dossier = {0};
    struct findings findings = {0};
    dossier.meeting = ADD(&dossier, RECORD_MEETING, 1, 0, {MEETING_TITLE, "t"},
                          {MEETING_SORT, "superior"}, {MEETING_YEAR, "2023-24"});
    look(&dossier, &findings);
    assert_int_equal(findings.count, 1);
    assert_true(has(&findings, "meeting-date", "“t” has no date"));
    findings_done(&findings);
}

static void a_figure_below_its_meetings_is_odd(void **state)
{
    (void)state;
    i18n_set_language(LANGUAGE_ENGLISH);
    i18n_set_digits(DIGITS_LATIN);
    autodossier office = {0};
    struct findings findings = {0};
    struct row row;
    int counted[QUARTERS];
    const struct record *own = NULL;
    make(&row, KIND_NUMBER, METHOD_SUM, 4);
    const struct plan plan = {
        .name = "egov", .fiscal_year = 2023, .count = 1, .indicator = &row.indicator};
    ADD(&office, RECORD_MEETING, 1, 0, {MEETING_COUNTED, "4.1"});
    ADD(&office, RECORD_MEETING, 2, 0, {MEETING_COUNTED, "4.1"});
    ADD(&office, RECORD_MEETING, 3, 0, {MEETING_CODES, "4.1"});
    for (int64_t id = 1; id <= 3; id++) {
        static const char *const number[] = {"", "1", "2", "3"};
        ADD(&office, RECORD_PROOF, 10 + id, 0, {PROOF_YEAR, "2023-24"}, {PROOF_PLAN, "egov"},
            {PROOF_CODE, "4.1"}, {PROOF_QUARTER, "1"}, {PROOF_MEETING, number[id]});
    }
    ADD(&office, RECORD_PROOF, 20, 0, {PROOF_YEAR, "2022-23"}, {PROOF_PLAN, "egov"},
        {PROOF_CODE, "4.1"}, {PROOF_QUARTER, "1"}, {PROOF_MEETING, "1"}); // of another year
    ADD(&office, RECORD_PROOF, 21, 0, {PROOF_YEAR, "2023-24"}, {PROOF_PLAN, "egov"},
        {PROOF_CODE, "4.1"}, {PROOF_QUARTER, "1"}, {PROOF_MEETING, "1"});
    ADD(&office, RECORD_PROOF, 9, 0, {PROOF_YEAR, "2023-24"}, {PROOF_PLAN, "egov"},
        {PROOF_CODE, "4.1"}, {PROOF_QUARTER, "2"}, {PROOF_MEETING, "2"}, {PROOF_HASH, "a"});
    ADD(&office, RECORD_PROOF, 22, 0, {PROOF_YEAR, "2023-24"}, {PROOF_PLAN, "egov"},
        {PROOF_CODE, "4.1"}, {PROOF_QUARTER, "2"}, {PROOF_MEETING, "2"});
    const struct records *meetings = &office.of[RECORD_MEETING], *proofs = &office.of[RECORD_PROOF];
    meeting_counted(meetings, proofs, &plan, &row.indicator, 2, counted, &own);
    assert_int_equal(counted[0], 1);
    assert_int_equal(own->id, 12);
    type(&row, 1, "1");
    meeting_check_figures(&plan, &row.year, 2, meetings, proofs, &findings);
    assert_int_equal(findings.count, 1);
    assert_true(
        has(&findings, "counted-more", "2 meetings are counted for it, but the figure is “1”"));
    findings_done(&findings);
    type(&row, 1, "2");
    meeting_check_figures(&plan, &row.year, 2, meetings, proofs, &findings);
    assert_int_equal(findings.count, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_next_day_is_no_day_off),
        cmocka_unit_test(the_next_meeting_is_like_the_last),
        cmocka_unit_test(the_number_in_the_subject_goes_on),
        cmocka_unit_test(a_meeting_is_one_of_the_year),
        cmocka_unit_test(a_row_that_grows_is_kept_as_the_year_stands),
        cmocka_unit_test(dates_take_the_meetings_own),
        cmocka_unit_test(percents_count_no_meetings),
        cmocka_unit_test(what_is_odd_is_told_by_name),
        cmocka_unit_test(a_sound_meeting_has_no_findings),
        cmocka_unit_test(orders_from_above_are_looked_at_less),
        cmocka_unit_test(a_figure_below_its_meetings_is_odd),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
