// SPDX-License-Identifier: GPL-3.0-or-later
// The clock while the screens run: midnight comes, somebody sets it.
#include "../clock.h"
#include "../test.h"

#include "orjon/app/clock.h"
#include "orjon/app/print.h"
#include "orjon/base/i18n.h"
#include "orjon/domain/date.h"
#include "orjon/screens/screens.h"

#include <glob.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

// 5 October 2023, ten seconds to midnight in Dhaka.
enum { EVENING = 1696528790, MINUTE = 60, HOUR = 3600, DAY = 86400 };

struct evening {
    char folder[32];
    struct str office;
    struct app_options options;
    struct session session;
    struct desk *desk;
};

static int begin(void **state)
{
    struct evening *e = mem_alloc(sizeof *e);
    const struct app_new_office sample = {.sample = true};
    clock_stand(EVENING);
    i18n_set_language(LANGUAGE_ENGLISH);
    i18n_set_digits(DIGITS_LATIN);
    snprintf(e->folder, sizeof e->folder, "/tmp/orjon-night-XXXXXX");
    assert_non_null(mkdtemp(e->folder));
    e->office = STR_INIT;
    str_addf(&e->office, "%s/office.db", e->folder);
    e->options = (struct app_options){
        .file = e->office.buf, .via = "screen", .language_given = true, .digits_given = true};
    e->session.options = &e->options;
    assert_int_equal(app_init(&e->options, &sample, NULL), STATUS_OK);
    assert_int_equal(app_open(&e->options, &e->session.app, NULL), STATUS_OK);
    e->desk = desk_new(NULL, false);
    assert_int_equal(screens_start(e->desk, &e->session, NULL), STATUS_OK);
    *state = e;
    return 0;
}

static int end(void **state)
{
    struct evening *e = *state;
    autostr command = STR_INIT;
    desk_free(&e->desk);
    app_close(&e->session.app);
    str_addf(&command, "rm -rf '%s'", e->folder);
    str_done(&e->office);
    free(e);
    return system(command.buf);
}

static void assert_shown(struct evening *e, const char *keys, const char *text, bool there)
{
    autostr got = STR_INIT;
    assert_int_equal(desk_play(e->desk, keys, 24, 80, &got, NULL), STATUS_OK);
    if ((strstr(got.buf, text) != NULL) != there) {
        print_error("after “%s”, %s “%s”:\n%s\n", keys, there ? "no" : "still", text, got.buf);
        fail();
    }
}

static void due_dates_come_nearer(void **state)
{
    assert_shown(*state, "", "15/10/2023  10 days left", true);
    clock_stand(EVENING + MINUTE);
    assert_shown(*state, "<Down>", "15/10/2023  9 days left", true);
}

static void today_is_the_new_day(void **state)
{
    assert_shown(*state, "<Down>*3<Enter>t", "05/10/2023", true);
    clock_stand(EVENING + MINUTE);
    assert_shown(*state, "t", "06/10/2023", true);
}

static void a_date_that_was_to_come_has_come(void **state)
{
    static const char to_come[] = "The date 06/10/2023 has not come yet";
    assert_shown(*state, "<Down>*3<Enter>06/10/2023<Enter>", to_come, true);
    assert_shown(*state, "<F7>", to_come, true);
    clock_stand(EVENING + MINUTE);
    assert_shown(*state, "<Down><Wait>", to_come, false);
}

static void what_is_being_typed_stays(void **state)
{
    assert_shown(*state, "<Down>*3<Enter><Down>37", "37", true);
    clock_stand(EVENING + MINUTE);
    assert_shown(*state, "<Wait>5", "375", true);
}

static size_t daily_copies(const struct evening *e, const char *day)
{
    autostr pattern = STR_INIT;
    glob_t found;
    str_addf(&pattern, "%s/backups/office-*-%s-*-daily.db", e->folder, day);
    const size_t count = glob(pattern.buf, 0, NULL, &found) == 0 ? found.gl_pathc : 0;
    globfree(&found);
    return count;
}

static void each_day_has_its_copy(void **state)
{
    struct evening *e = *state;
    desk_play(e->desk, "<Down>*3<Enter><Down>3<Down><Wait>", 24, 80, NULL, NULL);
    assert_int_equal(daily_copies(e, "20231005"), 1);
    clock_stand(EVENING + MINUTE);
    desk_play(e->desk, "<Up>4<Down><Up>3<Down><Wait>", 24, 80, NULL, NULL);
    assert_int_equal(daily_copies(e, "20231006"), 1);
    assert_int_equal(daily_copies(e, "*"), 2);
}

// At half past midnight it is still yesterday in Greenwich.
static void an_answer_is_of_the_day_on_which_it_was_given(void **state)
{
    clock_stand(EVENING + HOUR / 2);
    assert_shown(*state, "<Down>*3<Enter><F7><F2>no office below<Enter>", ", 06/10/2023)", true);
}

static void papers_are_of_the_day_on_which_they_are_made(void **state)
{
    struct evening *e = *state;
    const struct app_paper wanted = {.paper = "return", .plan = "charter", .layout = "return-11"};
    const struct writer_options options = {0};
    autostr before = STR_INIT, after = STR_INIT;
    assert_int_equal(app_print(e->session.app, &wanted, "text", &options, &before, NULL), 0);
    assert_non_null(strstr(before.buf, "তারিখ: ০৫/১০/২০২৩"));
    clock_stand(EVENING + MINUTE);
    assert_int_equal(app_print(e->session.app, &wanted, "text", &options, &after, NULL), 0);
    assert_non_null(strstr(after.buf, "তারিখ: ০৬/১০/২০২৩"));
}

// The journal's last row is of the evening.
static void a_clock_that_is_set_wrong_is_named(void **state)
{
    struct evening *e = *state;
    assert_shown(e, "", "clock", false);
    clock_stand(EVENING - MINUTE); // as clocks are set while they run
    assert_shown(e, "<Down>", "clock", false);
    clock_stand(EVENING - 2 * HOUR);
    assert_shown(e, "<Down>", "behind: it says 05/10/2023 21:59, the last change", true);
    clock_stand(EVENING - 3652LL * DAY); // ten years
    assert_shown(e, "<Down>", "it says 05/10/2013, the last change 05/10/2023", true);
    autostr small = STR_INIT;
    assert_int_equal(desk_play(e->desk, "", 16, 60, &small, NULL), STATUS_OK);
    assert_non_null(strstr(small.buf, "The computer's clock is behind"));
    assert_shown(e, "<Down>*3<Enter><F7>",
                 "? query     │        │         │The computer's clock is b", true);
    clock_stand(EVENING + 366LL * DAY);
    assert_shown(e, "<Esc><Esc>", "clock", false);
    clock_stand(EVENING + 367LL * DAY);
    assert_shown(e, "<Down>", "It says 06/10/2024, the last change 05/10/2023", true);
    clock_stand(4070908800); // 2099
    assert_shown(e, "<Down>", "It says 01/01/2099, the last change 05/10/2023", true);
    clock_stand(4102444800); // 2100
    assert_shown(e, "<Down>", "The computer's clock cannot be right: it says 01/01/2100", true);
}

// One wrote in 2099; the other, whose clock is right, is told, until it has written itself.
static void two_programs_by_two_clocks(void **state)
{
    struct evening *e = *state;
    struct app *other = NULL;
    clock_stand(4070908800);
    assert_int_equal(app_open(&e->options, &other, NULL), STATUS_OK);
    assert_int_equal(app_set_office(other, OFFICE_PLACE, "2099", NULL), STATUS_OK);
    app_close(&other);
    clock_stand(EVENING);
    assert_shown(e, "<Down>", "it says 05/10/2023, the last change 01/01/2099", true);
    assert_shown(e, "<Enter><Down>3<Down><Esc>", "clock", false);
}

static void assert_recalled(const struct evening *e, const char *stamp, enum language language,
                            const char *expected)
{
    autostr got = STR_INIT;
    i18n_set_language(language);
    i18n_set_digits(language == LANGUAGE_BENGALI ? DIGITS_BENGALI : DIGITS_LATIN);
    app_clock_recall(e->session.app, &got, stamp);
    assert_string_equal(got.buf, expected);
}

// Of the day in Dhaka, which is another in Greenwich.
static void moments_are_recalled_in_words(void **state)
{
    static const char evening[] = "2023-10-05T17:59:50Z", night[] = "2023-10-05T18:00:00Z";
    struct evening *e = *state;
    assert_recalled(e, evening, LANGUAGE_BENGALI, "আজ ২৩:৫৯");
    assert_recalled(e, "2023-10-04T18:30:00Z", LANGUAGE_ENGLISH, "today 00:30");
    assert_recalled(e, night, LANGUAGE_BENGALI, "৬ অক্টোবর ২০২৩, ০০:০০"); // by another clock
    clock_stand(EVENING + MINUTE);
    assert_recalled(e, evening, LANGUAGE_BENGALI, "গতকাল ২৩:৫৯");
    assert_recalled(e, night, LANGUAGE_BENGALI, "আজ ০০:০০");
    clock_stand(EVENING + 2 * DAY);
    assert_recalled(e, evening, LANGUAGE_BENGALI, "৫ অক্টোবর ২০২৩, ২৩:৫৯");
    assert_recalled(e, evening, LANGUAGE_ENGLISH, "5 October 2023, 23:59");
    struct evening aside = *e; // the day that is asked for, not the machine's
    aside.options.as_of = (struct maybe){true, date_of(2023, 10, 6)};
    assert_int_equal(app_open(&aside.options, &aside.session.app, NULL), STATUS_OK);
    assert_recalled(&aside, evening, LANGUAGE_ENGLISH, "yesterday 23:59");
    app_close(&aside.session.app);
}

static void the_history_is_in_words(void **state)
{
    static const char keys[] = "<Down>*3<Enter><Down>3<Enter><Up>";
    struct evening *e = *state;
    desk_play(e->desk, keys, 24, 80, NULL, NULL);
    clock_stand(EVENING + MINUTE);
    assert_shown(e, "5<Enter><Up><F6><F6>", "today 00:00, ", true);
    assert_shown(e, "", ": Quarter 1: “3” changed to “5”", true);
    assert_shown(e, "", "yesterday 23:59, ", true);
}

static void as_of_stands(void **state)
{
    struct evening *e = *state;
    desk_free(&e->desk);
    app_close(&e->session.app);
    e->options.as_of = (struct maybe){true, date_of(2023, 10, 5)};
    assert_int_equal(app_open(&e->options, &e->session.app, NULL), STATUS_OK);
    e->desk = desk_new(NULL, false);
    assert_int_equal(screens_start(e->desk, &e->session, NULL), STATUS_OK);
    clock_stand(EVENING + MINUTE);
    assert_shown(e, "<Down><Wait>", "15/10/2023  10 days left", true);
    clock_stand(EVENING - 3652LL * DAY); // which is named all the same
    assert_shown(e, "<Down>", "it says 05/10/2013, the last change 05/10/2023", true);
    assert_shown(e, "<Down><Enter>t", "05/10/2023", true);
}

int main(void)
{
    setenv("TZ", "BDT-6", 1);
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(due_dates_come_nearer, begin, end),
        cmocka_unit_test_setup_teardown(today_is_the_new_day, begin, end),
        cmocka_unit_test_setup_teardown(a_date_that_was_to_come_has_come, begin, end),
        cmocka_unit_test_setup_teardown(what_is_being_typed_stays, begin, end),
        cmocka_unit_test_setup_teardown(each_day_has_its_copy, begin, end),
        cmocka_unit_test_setup_teardown(an_answer_is_of_the_day_on_which_it_was_given, begin, end),
        cmocka_unit_test_setup_teardown(papers_are_of_the_day_on_which_they_are_made, begin, end),
        cmocka_unit_test_setup_teardown(a_clock_that_is_set_wrong_is_named, begin, end),
        cmocka_unit_test_setup_teardown(two_programs_by_two_clocks, begin, end),
        cmocka_unit_test_setup_teardown(moments_are_recalled_in_words, begin, end),
        cmocka_unit_test_setup_teardown(the_history_is_in_words, begin, end),
        cmocka_unit_test_setup_teardown(as_of_stands, begin, end),
    };
    return cmocka_run_group_tests_name("midnight", tests, NULL, NULL);
}
