// SPDX-License-Identifier: GPL-3.0-or-later
// What goes over all plans: the year to date, the check, a text in all years. On the sample office.
#include "../test.h"

#include "orjon/app/checked.h"
#include "orjon/app/enter.h"
#include "orjon/app/find.h"
#include "orjon/app/memos.h"
#include "orjon/app/progress.h"
#include "orjon/app/records.h"
#include "orjon/app/year.h"
#include "orjon/domain/date.h"

#include <stdio.h>
#include <stdlib.h>

static char folder[] = "/tmp/orjon-year-XXXXXX";
static struct app *app;

static int begin(void **state)
{
    (void)state;
    autostr file = STR_INIT;
    assert_non_null(mkdtemp(folder));
    str_addf(&file, "%s/office.db", folder);
    i18n_set_language(LANGUAGE_ENGLISH);
    i18n_set_digits(DIGITS_LATIN);
    const struct app_options options = {.file = file.buf,
                                        .via = "test",
                                        .as_of = {true, date_of(2023, 10, 5)},
                                        .language_given = true,
                                        .digits_given = true};
    const struct app_new_office office = {.sample = true};
    assert_int_equal(app_init(&options, &office, NULL), STATUS_OK);
    return app_open(&options, &app, NULL) != STATUS_OK;
}

static int end(void **state)
{
    (void)state;
    autostr command = STR_INIT;
    app_close(&app);
    str_addf(&command, "rm -rf '%s'", folder);
    return system(command.buf);
}

static void enter(const char *plan, const char *code, int quarter, const char *text)
{
    __attribute__((cleanup(book_free))) struct book *book = NULL;
    assert_int_equal(book_open(app, 0, plan, 0, &book, NULL), STATUS_OK);
    const struct app_figure figure = {
        .indicator = (size_t)(plan_find(book->plan, code) - book->plan->indicator),
        .quarter = quarter,
        .text = text,
        .state = -1};
    assert_int_equal(app_enter(book, &figure, NULL, NULL), STATUS_OK);
}

// --- the year to date ---------------------------------------------------------------------------

static const struct progress_row *row_of(const struct progress *progress, const char *plan,
                                         const char *code)
{
    for (size_t i = 0; i < progress->count; i++)
        if (strcmp(progress->row[i].book->plan->name, plan) == 0 &&
            strcmp(progress_indicator(&progress->row[i])->code, code) == 0)
            return &progress->row[i];
    fail_msg("%s %s is not there", plan, code);
    return NULL;
}

static void assert_percent(const struct mark *mark, int percent)
{
    assert_true(mark->set);
    assert_int_equal(ratio_compare(mark->r, ratio_of(percent, 1)), 0);
}

static void each_quarter_that_has_begun_has_a_bar(void **state)
{
    (void)state;
    autoprogress progress = {0};
    enter("egov", "5.1.1", 2, "2");
    assert_int_equal(app_progress(app, 0, 3, &progress, NULL), STATUS_OK);
    const struct progress_row *row = row_of(&progress, "egov", "5.1.1"); // 4 a year
    assert_percent(&row->reached[0], 25);
    assert_percent(&row->reached[1], 75);
    assert_percent(&row->reached[2], 75);
    assert_false(row->reached[3].set);
    assert_true(row->empty);
    assert_int_equal(row->schedule, SCHEDULE_KEPT);
    assert_true(row->has_due && row->due == date_of(2024, 6, 30));
    assert_false(row_of(&progress, "egov", "5.1.2")->left.set); // it has no target
    enter("egov", "5.1.1", 2, "");
}

static void the_order_and_the_rows_are_those_asked_for(void **state)
{
    (void)state;
    autoprogress progress = {0};
    assert_int_equal(app_progress(app, 0, 0, &progress, NULL), STATUS_OK);
    autofree const struct progress_row **row = mem_alloc(progress.count * sizeof *row);
    assert_int_equal(progress_list(&progress, PROGRESS_ALL, PROGRESS_BY_MARKS, row),
                     progress.count);
    for (size_t i = 1; i < progress.count; i++)
        assert_true(!row[i]->left.set || (row[i - 1]->left.set &&
                                          ratio_compare(row[i - 1]->left.r, row[i]->left.r) >= 0));
    progress_list(&progress, PROGRESS_ALL, PROGRESS_BY_DATE, row);
    for (size_t i = 1; i < progress.count; i++)
        assert_true(!row[i]->has_due || (row[i - 1]->has_due && row[i - 1]->due <= row[i]->due));
    progress_list(&progress, PROGRESS_ALL, PROGRESS_BY_PLAN, row);
    for (size_t i = 0; i < progress.count; i++)
        assert_ptr_equal(row[i], &progress.row[i]);
    const size_t with = progress_list(&progress, PROGRESS_FINDINGS, PROGRESS_BY_PLAN, row);
    assert_int_equal(with, 1);
    assert_string_equal(progress_indicator(row[0])->code, "5.1.2");
}

static void each_word_names_what_it_lists(void **state)
{
    (void)state;
    assert_int_equal(progress_filter_from_word("empty"), PROGRESS_EMPTY);
    assert_int_equal(progress_order_from_word("date"), PROGRESS_BY_DATE);
    assert_int_equal(progress_filter_from_word("date"), -1);
    assert_int_equal(progress_order_from_word(""), -1);
}

// --- the check ----------------------------------------------------------------------------------

static void the_check_goes_over_plans_and_registers(void **state)
{
    (void)state;
    __attribute__((cleanup(shelf_done))) struct shelf shelf = {0};
    autochecked plans = {0}, all = {0};
    const struct app_word far[] = {
        {"number", "47.61.0000.000.39.014.23.120"}, {"date", "2023-09-30"}, {"subject", "far"}};
    autostr number = STR_INIT;
    int64_t id = 0;
    assert_int_equal(shelf_open(app, 0, NULL, 2, &shelf, NULL), STATUS_OK);
    assert_int_equal(app_check_shelf(app, &shelf, false, &plans, NULL), STATUS_OK);
    size_t errors = 0;
    for (size_t i = 0; i < plans.count; i++) {
        assert_non_null(plans.row[i].book);
        errors += plans.row[i].finding->severity == SEVERITY_ERROR;
    }
    assert_true(errors > 0 &&
                errors == plans.errors); // nothing is filled in for the second quarter
    assert_int_equal(app_take_memo(app, 0, far, 3, &id, &number, NULL), STATUS_OK);
    assert_int_equal(app_check_shelf(app, &shelf, true, &all, NULL), STATUS_OK);
    assert_true(all.count > plans.count);
    assert_null(all.row[all.count - 1].book);
    assert_int_equal(all.row[all.count - 1].of, RECORD_MEMO);
    assert_int_equal(app_remove_record(app, RECORD_MEMO, id, NULL), STATUS_OK);
}

// --- a text in all years ------------------------------------------------------------------------

struct seen {
    size_t count, most;
    int first_year, last_year;
    bool plan, record;
};

static enum status see(void *data, const struct app_found *found)
{
    struct seen *seen = data;
    if (seen->count == seen->most)
        return STATUS_MISFIT;
    seen->first_year = seen->count ? seen->first_year : found->fiscal_year;
    seen->last_year = found->plan ? found->fiscal_year : seen->last_year;
    seen->plan = seen->plan || found->plan;
    seen->record = seen->record || found->record;
    seen->count++;
    assert_true((found->plan != NULL) != (found->record != 0));
    assert_true(*found->where && *found->text);
    return STATUS_OK;
}

static struct seen look(const char *text)
{
    struct seen seen = {.most = SIZE_MAX};
    size_t count = 0;
    assert_int_equal(app_find(app, text, see, &seen, &count, NULL), STATUS_OK);
    assert_int_equal(count, seen.count);
    return seen;
}

static void a_text_is_found_in_plans_and_records(void **state)
{
    (void)state;
    const struct seen seen = look("তথ্য বাতায়ন");
    assert_true(seen.plan && seen.record);
    assert_int_equal(look(" তথ্য বাতায়ন ").count, seen.count);
    assert_int_equal(look("৫.১.১").count, look("5.1.1").count);
    assert_int_equal(look("  ").count, 0);
    assert_int_equal(look("zzzz").count, 0);
}

static void take_row(void *data, const struct year_row *row)
{
    (void)row;
    ++*(size_t *)data;
}

static void the_newest_year_comes_first(void **state)
{
    (void)state;
    autochange change = {0};
    size_t rows = 0;
    const size_t before = look("তথ্য বাতায়ন").count;
    assert_int_equal(app_next_year(app, 0, false, take_row, &rows, &change, NULL), STATUS_OK);
    const struct seen seen = look("তথ্য বাতায়ন");
    assert_true(seen.count > before);
    assert_int_equal(seen.first_year, 2024);
    assert_int_equal(seen.last_year, 2023);
}

static void who_has_seen_enough_stops_it(void **state)
{
    (void)state;
    struct seen seen = {.most = 1};
    assert_int_equal(app_find(app, "তথ্য", see, &seen, NULL, NULL), STATUS_MISFIT);
    assert_int_equal(seen.count, 1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(each_quarter_that_has_begun_has_a_bar),
                                       cmocka_unit_test(the_order_and_the_rows_are_those_asked_for),
                                       cmocka_unit_test(each_word_names_what_it_lists),
                                       cmocka_unit_test(the_check_goes_over_plans_and_registers),
                                       cmocka_unit_test(a_text_is_found_in_plans_and_records),
                                       cmocka_unit_test(the_newest_year_comes_first),
                                       cmocka_unit_test(who_has_seen_enough_stops_it)};
    return cmocka_run_group_tests_name("year_to_date", tests, begin, end);
}
