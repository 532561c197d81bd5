// SPDX-License-Identifier: GPL-3.0-or-later
// The figures of real papers, worked by hand, against the plans they belong to.
#include "../test.h"

#include "orjon/base/file.h"
#include "orjon/base/text.h"
#include "orjon/base/tsv.h"
#include "orjon/domain/check.h"
#include "orjon/domain/date.h"
#include "orjon/domain/score.h"
#include "orjon/domain/template.h"

static char *cell(const struct tsv *tsv, size_t i)
{
    return i < tsv->count ? mem_copy_text(tsv->cell[i].s, tsv->cell[i].n) : mem_alloc(1);
}

static struct plan *load(const char *path)
{
    autostr file = STR_INIT, faults = STR_INIT, full = STR_INIT;
    struct plan *plan = NULL;
    str_addf(&full, "%s/%s", TEST_PLANS, path);
    assert_int_equal(file_read(full.buf, &file, NULL), STATUS_OK);
    if (template_read(path, file.buf, file.len, &plan, &faults, NULL))
        fail_msg("%s", faults.buf);
    return plan;
}

// Which plan a row of the golden tables belongs to.
static struct plan *plan_of(const char *seed, const char *name)
{
    static const struct {
        const char *printed, *file;
    } names[] = {
        {"e-gov", "egov"}, {"NIS", "integrity"}, {"CC", "charter"}, {"GRS", "grs"}, {"RTI", "rti"}};
    autostr path = STR_INIT;
    for (size_t i = 0; i < 5; i++)
        if (strcmp(names[i].printed, name) == 0)
            str_addf(&path, "2023-24/%s/%s.tsv",
                     strcmp(seed, "001") == 0 ? "coop-upazila-grades" : "coop-upazila",
                     names[i].file);
    return load(path.buf);
}

static void assert_mark(const char *where, const struct mark *mark, const char *expected)
{
    autostr got = STR_INIT;
    if (mark->set)
        ratio_write(&got, mark->r, 2, DIGITS_LATIN);
    if (strcmp(expected, "NA") == 0)
        expected = "";
    if (strcmp(got.buf, expected) != 0)
        fail_msg("%s: got “%s”, the paper's rule gives “%s”", where, got.buf, expected);
}

// A query that true papers raise is worth nothing.
static void assert_believed(const char *where, const struct indicator *indicator,
                            const struct year *year)
{
    struct findings findings = {0};
    for (int q = 1; q <= QUARTERS; q++) // on the last day of the year
        check_entry(indicator, year, 2023, q, date_of(2024, 6, 30), &findings);
    for (size_t i = 0; i < findings.count; i++)
        fail_msg("%s: %s", where, findings.finding[i].message);
    findings_done(&findings);
}

static void rows_score_as_worked_by_hand(void **state)
{
    (void)state;
    autostr file = STR_INIT;
    assert_int_equal(file_read(TEST_DATA "/rows.tsv", &file, NULL), STATUS_OK);
    autotsv tsv;
    tsv_open(&tsv, file.buf, file.len);
    int rows = 0;
    assert_true(tsv_next(&tsv));
    while (tsv_next(&tsv)) {
        autofree char *seed = cell(&tsv, 0), *name = cell(&tsv, 4), *code = cell(&tsv, 5);
        autofree char *percent = cell(&tsv, 17), *marks = cell(&tsv, 18), *total = cell(&tsv, 14);
        bool final = strcmp(seed, "001") == 0;
        struct plan *plan = plan_of(seed, name);
        const struct indicator *indicator = plan_find(plan, code);
        assert_non_null(indicator);
        struct year year = {0};
        bool any = false;
        for (size_t q = 0; q < QUARTERS; q++) {
            autofree char *typed = cell(&tsv, 10 + q);
            any |= *typed != '\0';
            assert_int_equal(
                entry_read(indicator, typed, strlen(typed), ENTRY_TYPED, &year.quarter[q], NULL),
                STATUS_OK);
        }
        if (final && !any) // the totals of seed 001 come from its minutes
            assert_int_equal(
                entry_read(indicator, total, strlen(total), ENTRY_TYPED, &year.quarter[3], NULL),
                STATUS_OK);
        autostr where = STR_INIT;
        str_addf(&where, "%s %s %s", seed, name, code);
        bool no_case = strcmp(where.buf, "004 RTI 1.1.1") == 0; // «কোন আবেদন জমা হয় নাই»
        if (no_case)
            year.quarter[0].state = ENTRY_NO_CASE;
        for (size_t q = 0; q < QUARTERS; q++)
            year.quarter[q].typed = year.quarter[q].remark = "";
        assert_believed(where.buf, indicator, &year);
        struct score score;
        assert_int_equal(score_indicator(indicator, &year, final ? 4 : 1, NULL, &score, NULL),
                         STATUS_OK);
        assert_mark(where.buf, &score.annual, no_case ? "100.00" : percent);
        assert_mark(where.buf, &score.marks, no_case ? "2.00" : marks);
        plan_free(&plan);
        rows++;
    }
    assert_int_equal(rows, 27);
}

// «100=2024-03-16|90=…|60=none» into the grades.
static void read_ladder(struct indicator *indicator, const char *text, struct arena *arena)
{
    autofree char *copy = mem_copy_text(text, strlen(text));
    char *rest = copy;
    for (size_t g = 0; g < scale_usual.grades; g++) {
        char *grade = strsep(&rest, "|");
        assert_non_null(grade);
        grade = strchr(grade, '=') + 1;
        // column 15 is the target, 17 … 20 the lower grades
        assert_int_equal(
            template_set(indicator, g ? 16 + g : 15, grade, strlen(grade), arena, NULL), STATUS_OK);
    }
}

static void ladders_give_the_marks_of_the_guidelines(void **state)
{
    (void)state;
    autostr file = STR_INIT;
    assert_int_equal(file_read(TEST_DATA "/ladders.tsv", &file, NULL), STATUS_OK);
    autotsv tsv;
    tsv_open(&tsv, file.buf, file.len);
    int rows = 0;
    assert_true(tsv_next(&tsv));
    while (tsv_next(&tsv)) {
        autofree char *id = cell(&tsv, 0), *unit = cell(&tsv, 2), *better = cell(&tsv, 3),
                      *weight = cell(&tsv, 4), *ladder = cell(&tsv, 5), *mode = cell(&tsv, 6),
                      *achieved = cell(&tsv, 7), *raw = cell(&tsv, 8), *marks = cell(&tsv, 9);
        struct plan *plan = plan_new();
        struct indicator *i = plan_add(plan);
        bool date = strcmp(unit, "date") == 0;
        i->kind = date ? KIND_DATE : KIND_NUMBER;
        i->method = date ? METHOD_DATE : METHOD_SUM;
        i->rule = strcmp(mode, "step") == 0 ? RULE_STEPS : RULE_LADDER;
        i->weight.set = true;
        assert_int_equal(number_read(weight, strlen(weight), &i->weight.value, NULL, NULL),
                         STATUS_OK);
        read_ladder(i, ladder, &plan->text);
        assert_int_equal(indicator_less_is_better(i), strcmp(better, "more") != 0);
        struct year year = {0};
        assert_int_equal(
            entry_read(i, achieved, strlen(achieved), ENTRY_TYPED, &year.quarter[0], NULL),
            STATUS_OK);
        struct score score;
        assert_int_equal(score_indicator(i, &year, 4, NULL, &score, NULL), STATUS_OK);
        assert_mark(id, &score.raw, raw);
        assert_mark(id, &score.marks, marks);
        plan_free(&plan);
        rows++;
    }
    assert_int_equal(rows, 17);
}

static bool same_figure(const struct entry *a, const struct entry *b)
{
    return a->state == b->state && a->value.set == b->value.set &&
           a->value.value == b->value.value && a->count.set == b->count.set &&
           a->count.value == b->count.value && a->dates == b->dates &&
           memcmp(a->date, b->date, a->dates * sizeof *a->date) == 0;
}

// A total, percent or score cell: whatever kind of figure a clerk put there.
static void assert_figure(const char *where, const char *s)
{
    static const enum kind kinds[] = {KIND_NUMBER, KIND_PERCENT, KIND_DATE, KIND_DATES};
    struct err err = {0};
    for (size_t i = 0; i < 4; i++) {
        struct indicator any = {.kind = kinds[i], .unit = ""};
        struct entry entry;
        if (entry_read(&any, s, strlen(s), ENTRY_PRINTED, &entry, &err) == STATUS_OK)
            return;
    }
    fail_msg("%s: “%s”: %s", where, s, err.text);
}

// A target cell, and whether it says what the plan holds.
static void assert_target(const char *where, const struct indicator *indicator, const char *s)
{
    int32_t date[DATES_MAX];
    size_t dates = 0;
    int stated = -1;
    if (indicator->kind == KIND_DATE || indicator->kind == KIND_DATES) {
        autofree char *copy = mem_copy_text(s, strlen(s));
        for (char *p = copy; (p = strchr(p, '|'));) // «… | ০»: no such grade
            *p = ',';
        size_t n = strlen(copy);
        if (n > 5 && strcmp(copy + n - 5, ", ০") == 0)
            copy[n - 5] = '\0';
        struct err err = {0};
        if (date_read_list(copy, strlen(copy), DATE_CLAMP, date, DATES_MAX, &dates, &stated, NULL,
                           &err))
            fail_msg("%s: “%s”: %s", where, s, err.text);
        assert_int_equal(date[0], indicator->kind == KIND_DATE ? indicator->grade[0].value
                                                               : indicator->grade[0].date[0]);
        for (size_t g = 1; indicator->kind == KIND_DATE && g < dates; g++)
            assert_int_equal(date[g], indicator->grade[g].value);
        return;
    }
    autofree char *copy = mem_copy_text(s, strlen(s));
    char *rest = copy, *part;
    for (size_t g = 0; (part = strsep(&rest, "|")); g++) {
        struct entry entry;
        assert_int_equal(entry_read(indicator, part, strlen(part), ENTRY_PRINTED, &entry, NULL),
                         STATUS_OK);
        if (indicator->grade[g].set) // a printed 0 in the last grade is «none» in the plan
            assert_int_equal(entry.value.value, indicator->grade[g].value);
    }
}

static struct entry read_figure(const char *where, const struct indicator *indicator,
                                const char *text, enum entry_mode source)
{
    struct entry entry;
    struct err err = {0};
    if (entry_read(indicator, text, strlen(text), source, &entry, &err))
        fail_msg("%s: “%s”: %s", where, text, err.text);
    return entry;
}

static void assert_quarterly_target(const struct indicator *indicator, size_t q,
                                    const struct entry *printed)
{
    const struct target *target = &indicator->quarter[q];
    const bool is_value = printed->state == ENTRY_VALUE;
    assert_int_equal(is_value, target->set || (q == 0 && printed->dates));
    if (is_value && indicator->kind != KIND_DATES && indicator->kind != KIND_DATE)
        assert_int_equal(printed->value.value, target->value);
    if (indicator->kind == KIND_DATES && printed->dates)
        assert_int_equal(printed->date[0], target->date[0]);
}

static void printed_cells_parse_to_what_was_reported(void **state)
{
    (void)state;
    autostr printed_file = STR_INIT, read_file = STR_INIT;
    assert_int_equal(file_read(TEST_DATA "/rows_as_printed.tsv", &printed_file, NULL), STATUS_OK);
    assert_int_equal(file_read(TEST_DATA "/rows.tsv", &read_file, NULL), STATUS_OK);
    autotsv tsv;
    tsv_open(&tsv, printed_file.buf, printed_file.len);
    int rows = 0;
    assert_true(tsv_next(&tsv));
    while (tsv_next(&tsv)) {
        autofree char *seed = cell(&tsv, 0), *name = cell(&tsv, 1), *code = cell(&tsv, 2),
                      *weight = cell(&tsv, 4), *target = cell(&tsv, 5);
        autostr where = STR_INIT;
        str_addf(&where, "%s %s %s", seed, name, code);
        struct plan *plan = plan_of(seed, name);
        const struct indicator *indicator = plan_find(plan, code);
        assert_non_null(indicator);
        __int128 marks = -1;
        assert_int_equal(number_read(weight, strlen(weight), &marks, NULL, NULL), STATUS_OK);
        assert_int_equal(marks, indicator->weight.value);
        assert_target(where.buf, indicator, target);
        autotsv other;
        tsv_open(&other, read_file.buf, read_file.len);
        while (tsv_next(&other))
            if (tsv_is(&other, 0, seed) && tsv_is(&other, 4, name) && tsv_is(&other, 5, code))
                break;
        for (size_t q = 0; q < QUARTERS; q++) {
            autofree char *printed = cell(&tsv, 6 + q), *reported = cell(&other, 10 + q);
            const struct entry a = read_figure(where.buf, indicator, printed, ENTRY_PRINTED);
            const struct entry b = read_figure(where.buf, indicator, reported, ENTRY_TYPED);
            if (strcmp(name, "NIS") == 0) // its printed quarters are the quarterly targets
                assert_quarterly_target(indicator, q, &a);
            else if (!same_figure(&a, &b))
                fail_msg("%s quarter %zu: “%s” is not “%s”", where.buf, q + 1, printed, reported);
        }
        for (size_t i = 10; i <= 12; i++) {
            autofree char *figure = cell(&tsv, i);
            if (!strstr(figure, "করা হবে")) // remarks slipped one column in seed 004
                assert_figure(where.buf, figure);
        }
        plan_free(&plan);
        rows++;
    }
    assert_int_equal(rows, 25);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(rows_score_as_worked_by_hand),
        cmocka_unit_test(ladders_give_the_marks_of_the_guidelines),
        cmocka_unit_test(printed_cells_parse_to_what_was_reported),
    };
    return cmocka_run_group_tests_name("golden", tests, NULL, NULL);
}
