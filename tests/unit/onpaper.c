// SPDX-License-Identifier: GPL-3.0-or-later
// A return that came on paper, typed in: kept aside, taken up again, saved once where two have it.
#include "../district.h"
#include "../test.h"

#include "orjon/app/draft.h"
#include "orjon/app/enter.h"
#include "orjon/app/onpaper.h"
#include "orjon/app/receive.h"
#include "orjon/app/verify.h"
#include "orjon/base/file.h"

#include <string.h>

static struct district district;
static struct app *app;

static struct book *open_quarter(int64_t office, int quarter)
{
    const struct app_review_of of = {office, 2023, quarter, "egov"};
    struct book *book = NULL;
    struct err err = {0};
    if (app_onpaper_open(app, &of, &book, &err))
        fail_msg("%s", err_text(&err));
    return book;
}

static struct book *open_book(int64_t office)
{
    return open_quarter(office, 1);
}

static void type(struct book *book, const char *code, const char *text)
{
    struct err err = {0};
    const struct app_figure figure = {
        .indicator = (size_t)(plan_find(book->plan, code) - book->plan->indicator),
        .quarter = 1,
        .text = text,
        .state = -1};
    if (app_enter(book, &figure, NULL, &err))
        fail_msg("%s", err_text(&err));
}

static const char *typed(const struct book *book, const char *code)
{
    return book->years[plan_find(book->plan, code) - book->plan->indicator].quarter[0].typed;
}

static void what_was_not_saved_is_there_again(void **state)
{
    (void)state;
    struct book *book = open_book(district.dhunat);
    type(book, "6.1.1", "২");
    app_onpaper_keep(book);
    book_free(&book);
    book = open_book(district.dhunat);
    assert_string_equal(typed(book, "6.1.1"), "");
    assert_int_equal(app_onpaper_take_up(book, NULL), STATUS_OK);
    assert_string_equal(typed(book, "6.1.1"), "২");
    assert_int_equal(app_onpaper_save(book, NULL), STATUS_OK);
    assert_int_equal(app_onpaper_take_up(book, NULL), STATUS_NOT_FOUND); // saved: dropped
    book_free(&book);
    book = open_book(district.dhunat);
    assert_string_equal(typed(book, "6.1.1"), "২");
    assert_int_equal(app_onpaper_save(book, NULL), STATUS_OK); // nothing was typed: no receipt
    book_free(&book);
}

// A return of which nothing is left is still one of its quarter.
static void an_emptied_one_is_called_by_its_quarter(void **state)
{
    autostr told = STR_INIT;
    struct err err = {0};
    struct app_verdict verdict;
    (void)state;
    struct book *book = open_book(district.dhunat);
    type(book, "6.1.1", "২");
    assert_int_equal(app_onpaper_save(book, NULL), STATUS_OK);
    type(book, "6.1.1", "");
    assert_int_equal(app_onpaper_save(book, NULL), STATUS_OK);
    book_free(&book);
    if (app_verify(app, &verdict, &err))
        fail_msg("%s", err_text(&err));
    assert_int_equal(app_undo_receive(app, false, &told, &err), STATUS_OK);
    if (!strstr(told.buf, "১ম ত্রৈমাসিকের (২০২৩-২০২৪)"))
        fail_msg("%s", told.buf);
}

static void two_who_type_it_at_once_do_not_overwrite(void **state)
{
    (void)state;
    struct err err = {0};
    struct book *one = open_book(district.raiganj), *other = open_book(district.raiganj);
    type(one, "6.1.1", "১");
    type(other, "6.1.1", "২");
    assert_int_equal(app_onpaper_save(one, &err), STATUS_OK);
    assert_int_equal(app_onpaper_save(other, &err), STATUS_CHANGED);
    type(one, "5.1.2", "3"); // its own is what is there
    assert_int_equal(app_onpaper_save(one, &err), STATUS_OK);
    book_free(&one);
    book_free(&other);
    one = open_book(district.raiganj);
    assert_string_equal(typed(one, "6.1.1"), "১");
    book_free(&one);
}

static void a_draft_has_what_was_typed_and_no_more(void **state)
{
    (void)state;
    struct book *book = open_book(district.dhunat);
    type(book, "6.1.1", "১");
    type(book, "5.1.2", "3");
    assert_int_equal(app_onpaper_save(book, NULL), STATUS_OK);
    book_free(&book);
    book = open_quarter(district.dhunat, 2);
    type(book, "5.1.2", "4"); // of the quarter before
    type(book, "6.1.1", "");
    app_onpaper_keep(book);
    book_free(&book);
    book = open_quarter(district.dhunat, 2);
    assert_int_equal(app_onpaper_take_up(book, NULL), STATUS_OK);
    assert_string_equal(typed(book, "5.1.2"), "4");
    assert_string_equal(typed(book, "6.1.1"), "");
    type(book, "5.1.2", "3");
    type(book, "6.1.1", "১");
    app_onpaper_keep(book); // all as it was: none
    assert_int_equal(app_onpaper_take_up(book, NULL), STATUS_NOT_FOUND);
    book_free(&book);
}

static void read_aside(const struct err *err, struct str *ret)
{
    autostr path = STR_INIT;
    const char *at = strstr(err_text(err), district.folder.buf);
    assert_non_null(at);
    str_add(&path, at);
    assert_int_equal(file_read(path.buf, ret, NULL), STATUS_OK);
    file_remove(path.buf);
}

// Each keeps its own, also where the one has taken up what the other goes on to type.
static void two_who_keep_it_at_once_lose_nothing(void **state)
{
    (void)state;
    struct book *one = open_book(district.dhunat), *other = open_book(district.dhunat);
    type(one, "6.1.1", "২");
    app_onpaper_keep(one);
    assert_int_equal(app_onpaper_take_up(other, NULL), STATUS_OK);
    type(one, "5.1.2", "5");
    app_onpaper_keep(one);
    type(other, "5.1.2", "6");
    app_onpaper_keep(other);
    type(one, "5.1.2", "7");
    app_onpaper_keep(one);
    book_free(&one);
    book_free(&other);
    for (int i = 0; i < 2; i++) { // both are there, one after the other
        one = open_book(district.dhunat);
        assert_int_equal(app_onpaper_take_up(one, NULL), STATUS_OK);
        assert_string_equal(typed(one, "6.1.1"), "২");
        assert_string_equal(typed(one, "5.1.2"), i ? "6" : "7");
        type(one, "6.1.1", "১");
        type(one, "5.1.2", "3");
        app_onpaper_keep(one); // as it was
        book_free(&one);
    }
    one = open_book(district.dhunat);
    assert_int_equal(app_onpaper_take_up(one, NULL), STATUS_NOT_FOUND);
    book_free(&one);
}

static void a_draft_beside_something_else_is_not_put_over_it(void **state)
{
    (void)state;
    struct err err = {0};
    autostr table = STR_INIT;
    struct book *one = open_book(district.dhunat), *other = open_book(district.dhunat);
    type(one, "5.1.2", "5");
    type(other, "6.1.1", "৩");
    assert_int_equal(app_onpaper_save(one, NULL), STATUS_OK);
    assert_int_equal(app_onpaper_save(other, NULL), STATUS_CHANGED);
    app_onpaper_keep(other);
    book_free(&one);
    book_free(&other);
    other = open_book(district.dhunat);
    assert_int_equal(app_onpaper_take_up(other, &err), STATUS_CHANGED);
    assert_string_equal(typed(other, "5.1.2"), "5");
    assert_false(other->unsaved);
    read_aside(&err, &table);
    assert_non_null(strstr(table.buf, "\t6.1.1\t1\t৩"));
    assert_null(strstr(table.buf, "5.1.2"));
    assert_int_equal(app_onpaper_take_up(other, NULL), STATUS_NOT_FOUND);
    book_free(&other);
}

static void a_draft_that_reads_no_more_is_not_lost(void **state)
{
    (void)state;
    struct err err = {0};
    autostr place = STR_INIT, table = STR_INIT;
    struct book *book = open_book(district.dhunat);
    str_addf(&place, "onpaper %lld 2023 1 egov", (long long)district.dhunat);
    assert_int_equal(draft_keep_text(app, place.buf, "!", 1, NULL), STATUS_OK);
    assert_int_equal(app_onpaper_take_up(book, &err), STATUS_INVALID);
    read_aside(&err, &table);
    assert_string_equal(table.buf, "!");
    book_free(&book);
}

static void a_quarter_before_that_came_meanwhile_is_not_overwritten(void **state)
{
    (void)state;
    struct book *second = open_quarter(district.dhunat, 2), *first = open_book(district.dhunat);
    type(first, "5.1.2", "6");
    type(second, "6.1.1", "২");
    assert_int_equal(app_onpaper_save(first, NULL), STATUS_OK);
    assert_int_equal(app_onpaper_save(second, NULL), STATUS_CHANGED);
    book_free(&first);
    book_free(&second);
}

static void a_later_quarter_and_a_signed_one_are_refused(void **state)
{
    (void)state;
    struct err err = {0};
    struct book *book = open_book(district.raiganj), *none = NULL;
    assert_int_equal(app_may_change(app, book, 2, &err), STATUS_LOCKED);
    assert_int_equal(app_may_change(app, book, 1, &err), STATUS_OK);
    book_free(&book);
    const struct app_review_of of = {district.kazipur, 2023, 1, "egov"};
    assert_int_equal(app_onpaper_open(app, &of, &none, &err), STATUS_EXISTS);
}

static int open_district(void **state)
{
    (void)state;
    autostr file = STR_INIT;
    district_make(&district);
    str_addf(&file, "%s/first.db", district.folder.buf);
    const struct app_options options = {.file = file.buf, .via = "screen"};
    return app_open(&options, &app, NULL) != STATUS_OK;
}

static int close_district(void **state)
{
    (void)state;
    app_close(&app);
    district_done(&district);
    return 0;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_was_not_saved_is_there_again),
        cmocka_unit_test(an_emptied_one_is_called_by_its_quarter),
        cmocka_unit_test(two_who_type_it_at_once_do_not_overwrite),
        cmocka_unit_test(a_draft_has_what_was_typed_and_no_more),
        cmocka_unit_test(two_who_keep_it_at_once_lose_nothing),
        cmocka_unit_test(a_draft_beside_something_else_is_not_put_over_it),
        cmocka_unit_test(a_draft_that_reads_no_more_is_not_lost),
        cmocka_unit_test(a_quarter_before_that_came_meanwhile_is_not_overwritten),
        cmocka_unit_test(a_later_quarter_and_a_signed_one_are_refused),
    };
    return cmocka_run_group_tests_name("onpaper", tests, open_district, close_district);
}
