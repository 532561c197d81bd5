// SPDX-License-Identifier: GPL-3.0-or-later
// The audit of printed rows: which mistake is recognised by what.
#include "../test.h"

#include "orjon/domain/audit.h"

#define LADDER "4 | 3 | 2 | 1 | 0"
#define DATE_LADDER "16/03/24 | 23/03/24 | 30/03/24 | 06/04/24 | 13/04/24"

struct printed_row {
    const char *unit, *weight, *target, *q1, *q2, *total, *percent, *score, *remark;
    const char *expected; // «column:code» of each finding
};

static void assert_found(const struct printed_row *row, int fiscal_year, int quarter)
{
    const struct audit_cells cells = {
        .unit = row->unit,
        .weight = row->weight,
        .target = row->target,
        .quarter = {row->q1, row->q2, "", ""},
        .total = row->total,
        .percent = row->percent,
        .score = row->score,
        .remark = row->remark,
    };
    struct audit audit = {0};
    autostr got = STR_INIT;
    audit_row(&cells, fiscal_year, quarter, &audit);
    for (size_t i = 0; i < audit.count; i++) {
        str_addf(&got, "%s%s:%s", i ? " " : "", audit.finding[i].column, audit.finding[i].code);
        assert_true(*audit.finding[i].reason != '\0');
    }
    if (strcmp(got.buf, row->expected) != 0)
        fail_msg("%s, %s %s, total %s: found «%s», not «%s»", row->target, row->q1, row->q2,
                 row->total, got.buf, row->expected);
    audit_done(&audit);
}

// Weight 5 and a target of 4, in the second quarter.
static void figures(void **state)
{
    (void)state;
    static const struct printed_row rows[] = {
        {"সংখ্যা", "5", "4", "1", "1", "2", "50", "2.50", "", ""},
        {"সংখ্যা", "5", "4", "1", "1", "2", "50%", "2.5", "", ""},
        {"সংখ্যা", "5", "4", "1", "1", "4", "50", "2.50", "", "total:target-in-total"},
        {"সংখ্যা", "5", "4", "1", "1", "1", "50", "2.50", "", "total:last-only"},
        {"সংখ্যা", "5", "4", "1", "1", "50", "50", "2.50", "", "total:percent-in-total"},
        {"সংখ্যা", "5", "4", "1", "1", "2.50", "50", "2.50", "", "total:score-in-total"},
        {"সংখ্যা", "5", "4", "1", "1", "7", "50", "2.50", "", "total:differs"},
        {"সংখ্যা", "5", "4", "1", "1", "-", "50", "2.50", "", "total:total-missing"},
        {"সংখ্যা", "5", "4", "1", "1", "--", "50", "2.50", "", ""},
        {"সংখ্যা", "5", "4", "1", "1", "অনেক", "50", "2.50", "", "total:text-in-total"},
        {"সংখ্যা", "5", "4", "1", "1", "2", "100", "2.50", "", "percent:quarter-base"},
        {"সংখ্যা", "5", "4", "1", "1", "2", "2", "2.50", "", "percent:total-in-percent"},
        {"সংখ্যা", "5", "4", "1", "1", "2", "2.5", "2.50", "", "percent:score-in-percent"},
        {"সংখ্যা", "5", "4", "1", "1", "2", "4", "2.50", "", "percent:target-in-percent"},
        {"সংখ্যা", "5", "4", "1", "1", "2", "77", "2.50", "", "percent:differs"},
        {"সংখ্যা", "5", "4", "1", "1", "2", "ভালো", "2.50", "", "percent:text-in-percent"},
        {"সংখ্যা", "5", "4", "4", "2", "6", "100", "5.00", "", "percent:capped"},
        {"সংখ্যা", "5", "4", "1", "1", "2", "", "2.50", "50", "remark:figure-in-remark"},
        {"সংখ্যা", "5", "4", "1", "1", "2", "50", "4", "", "score:target-in-score"},
        {"সংখ্যা", "5", "4", "1", "1", "2", "50", "2", "", "score:total-in-score"},
        {"সংখ্যা", "5", "4", "1", "1", "2", "50", "50", "",
         "score:percent-in-score score:above-weight"},
        {"সংখ্যা", "5", "4", "1", "1", "2", "50", "5", "", "score:quarter-base"},
        {"সংখ্যা", "5", "4", "2", "1", "3", "75", "5", "", "score:quarter-base"},
        {"সংখ্যা", "5", "4", "2", "", "2", "50", "5", "", "score:full-marks"},
        {"সংখ্যা", "5", "4", "1", "1", "2", "50", "ঠিক", "", "score:remark-in-score"},
        {"সংখ্যা", "5", "4", "1", "1", "2", "50", "01/02/2024", "", "score:date-in-score"},
        {"সংখ্যা", "5", "4", "1", "1", "2", "50", "-", "", "score:score-missing"},
        {"সংখ্যা", "5", "4", "যা", "1", "1", "25", "1.25", "", "q1:unreadable"},
        {"তারিখ", "5", "4", "1", "1", "2", "50", "2.50", "", "unit:unit"},
        {"%", "5", "100", "40", "60", "60", "60", "3.00", "", ""},
        {"", "5", "100%", "40%", "60%", "50", "60", "3.00", "", "total:averaged"},
        {"", "5", "100%", "40%", "60%", "100", "60", "3.00", "", "total:target-in-total"},
        {"", "5", "90%", "40%", "60%", "100", "66.67", "3.33", "", "total:added"},
        {"", "5", "কিছু", "1", "", "1", "", "", "", "target:unreadable"},
        {"সংখ্যা", "5", "4", "", "", "", "", "", "", ""}, // the table of grades alone
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        assert_found(&rows[i], 2023, 2);
    static const struct printed_row unasked = {"সংখ্যা", "5",  "4",    "1", "1",
                                               "--",    "50", "2.50", "",  ""};
    assert_found(&unasked, 2023, QUARTERS); // the last quarter is empty: the year goes on
}

static void ladders_and_dates(void **state)
{
    (void)state;
    static const struct printed_row rows[] = {
        {"সংখ্যা", "5", LADDER, "3", "", "3", "75", "4.50", "", "target:grade-zero"},
        {"সংখ্যা", "5", "4 | 3 | 2 | 1", "3", "", "3", "75", "90", "",
         "score:raw-in-score score:above-weight"},
        {"তারিখ", "5", DATE_LADDER, "20/03/2024", "", "20/03/2024", "", "4.71", "", ""},
        {"তারিখ", "5", DATE_LADDER, "20/03/2024", "", "16/03/2024", "", "4.71", "",
         "total:target-in-total"},
        {"তারিখ", "5", DATE_LADDER, "20/03/2024", "", "21/03/2024", "", "4.71", "",
         "total:differs"},
        {"তারিখ", "5", DATE_LADDER, "20/03/2024", "", "-", "", "4.71", "", "total:total-missing"},
        {"তারিখ", "5", DATE_LADDER, "20/03/2024", "", "20/03/2024", "", "16/03/2024", "",
         "score:target-in-score"},
        {"তারিখ", "5", "31/11/23", "20/03/2024", "", "20/03/2024", "", "0", "",
         "target:impossible-date"},
        {"তারিখ", "5", "16/03/24", "31/11/2023", "", "30/11/2023", "", "5", "",
         "q1:impossible-date"},
        {"তারিখ", "5", "16/03/22", "01/03/2022", "", "01/03/2022", "", "5", "",
         "target:stale-year q1:stale-year"},
        {"সংখ্যা", "5", "16/03/24", "20/02/2024", "", "20/02/2024", "", "5", "", "unit:unit"},
        {"", "4", "2 31/12/2023 30/06/2024", "1 20/12/2023", "", "1", "50", "2", "", ""},
        {"", "4", "31/12/2023 30/06/2024", "20/12/2023", "", "20/12/2023", "", "4", "", ""},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        assert_found(&rows[i], 2023, 2);
}

static void quarters_to_come(void **state)
{
    (void)state;
    static const struct printed_row rows[] = {
        {"সংখ্যা", "5", "4", "1", "1", "1", "25", "1.25", "", "q2:future-quarter"},
        {"সংখ্যা", "5", "4", "1", "1", "2", "25", "1.25", "",
         "q2:future-quarter total:future-counted"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        assert_found(&rows[i], 2023, 1);
}

static void figures_beyond_all_measure(void **state)
{
    (void)state;
    static const struct printed_row row = {
        "সংখ্যা", "9223372036854", "0.000001", "9223372036854", "9223372036854", "1", "1", "1", "",
        NULL};
    struct audit audit = {0};
    const struct audit_cells cells = {.unit = row.unit,
                                      .weight = row.weight,
                                      .target = row.target,
                                      .quarter = {row.q1, row.q2, row.q1, row.q2},
                                      .total = row.total,
                                      .percent = row.percent,
                                      .score = row.score,
                                      .remark = ""};
    audit_row(&cells, 0, 4, &audit);
    assert_true(audit.count > 0); // said, not crashed
    audit_done(&audit);
}

static void years_are_voted_for(void **state)
{
    (void)state;
    unsigned votes[AUDIT_YEARS] = {0};
    audit_vote_year("16/03/24 | 23/03/24 | 01/07/2024 | কিছু | 01/01/1950 | 01/01/2150", votes);
    for (int i = 0; i < AUDIT_YEARS; i++)
        assert_int_equal(votes[i], i == 2023 - AUDIT_FIRST_YEAR   ? 2
                                   : i == 2024 - AUDIT_FIRST_YEAR ? 1
                                                                  : 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(figures),
        cmocka_unit_test(ladders_and_dates),
        cmocka_unit_test(quarters_to_come),
        cmocka_unit_test(figures_beyond_all_measure),
        cmocka_unit_test(years_are_voted_for),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
