// SPDX-License-Identifier: GPL-3.0-or-later
// What a screen refuses it refuses with the words of the command.
#include "../test.h"

#include "orjon/app/enter.h"
#include "orjon/app/finalise.h"
#include "orjon/base/file.h"
#include "orjon/domain/date.h"
#include "orjon/screens/screens.h"

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/file.h>
#include <unistd.h>

enum { WIDE = 220 }; // columns: no sentence is cut

static char folder[] = "/tmp/orjon-refusals-XXXXXX";
static struct app_options options = {.via = "screen", .language_given = true, .digits_given = true};
static struct session session = {.options = &options};
static struct str office = STR_INIT, figures = STR_INIT;
static struct desk *desk;

static void open_office(bool read_only)
{
    options.read_only = read_only;
    assert_int_equal(app_open(&options, &session.app, NULL), STATUS_OK);
    desk = desk_new(NULL, false);
    assert_int_equal(screens_start(desk, &session, NULL), STATUS_OK);
}

static int close_office(void **state)
{
    (void)state;
    desk_free(&desk);
    app_close(&session.app);
    options.read_only = false;
    return 0;
}

// A sample office, and a file with a figure of egov for its commands.
static int begin(void **state)
{
    (void)state;
    static const char figure[] = "fiscal_year\tplan\tindicator\tquarter\tentry\tremark\n"
                                 "2023-24\tegov\t5.1.1\t1\t7\t\n";
    const struct app_new_office sample = {.sample = true};
    if (!mkdtemp(strcpy(folder, "/tmp/orjon-refusals-XXXXXX")))
        return -1;
    str_reset(&office);
    str_reset(&figures);
    str_addf(&office, "%s/office.db", folder);
    str_addf(&figures, "%s/figures.tsv", folder);
    options.file = office.buf;
    options.as_of = (struct maybe){true, date_of(2023, 10, 5)};
    i18n_set_language(LANGUAGE_ENGLISH);
    i18n_set_digits(DIGITS_LATIN);
    return app_init(&options, &sample, NULL) ||
           file_write(figures.buf, figure, sizeof figure - 1, true, NULL);
}

static int end(void **state)
{
    autostr command = STR_INIT;
    close_office(state);
    str_addf(&command, "rm -rf '%s'", folder);
    return system(command.buf);
}

static FILE *start(const char *words)
{
    autostr command = STR_INIT;
    str_addf(&command,
             "'%s' --lang en --digits latin --as-of 2023-10-05 --db '%s' %s 2>&1 >/dev/null", ORJON,
             office.buf, words);
    FILE *said = popen(command.buf, "r");
    assert_non_null(said);
    return said;
}

// The last line that a command said, which is why it refused.
static void read_refusal(FILE *said, struct str *ret)
{
    static const char name[] = "orjon: ";
    char line[2048] = "";
    while (fgets(line, sizeof line, said))
        continue;
    line[strcspn(line, "\n")] = '\0';
    assert_int_not_equal(pclose(said), 0);
    assert_int_equal(strncmp(line, name, strlen(name)), 0);
    str_add(ret, line + strlen(name));
}

static void refusal(const char *words, struct str *ret)
{
    read_refusal(start(words), ret);
}

static void enter(struct str *ret)
{
    autostr words = STR_INIT;
    str_addf(&words, "enter '%s'", figures.buf);
    refusal(words.buf, ret);
}

static void assert_shown(const char *keys, const char *text)
{
    autostr got = STR_INIT;
    desk_play(desk, keys, 24, WIDE, &got, NULL);
    if (!*text || !strstr(got.buf, text)) {
        fprintf(stderr, "after %s, no “%s”:\n%s\n", keys, text, got.buf);
        fail();
    }
}

// 5 for the indicator 5.1.1, and the cursor still in the field.
static void type_a_figure(void)
{
    assert_shown("<Down>*3<Enter><Down>*4", " 5.1.1  ");
    assert_shown("5", " 5.1.1  ");
}

static void finalise(void)
{
    struct shelf shelf = {0};
    struct app *app = NULL;
    assert_int_equal(app_open(&options, &app, NULL), STATUS_OK);
    assert_int_equal(shelf_open(app, 0, "egov", 1, &shelf, NULL), STATUS_OK);
    assert_int_equal(app_finalise(app, &shelf, NULL, NULL, NULL), STATUS_OK);
    shelf_done(&shelf);
    app_close(&app);
}

static void a_finalised_quarter(void **state)
{
    (void)state;
    autostr to_enter = STR_INIT, again = STR_INIT;
    finalise();
    enter(&to_enter);
    refusal("finalise egov", &again);
    assert_string_equal(again.buf, to_enter.buf);
    open_office(false);
    assert_shown("<Down>*3<Enter>5", to_enter.buf);
    assert_shown("<Left><Right><Del>", to_enter.buf);
    assert_shown("<Left><Right><Del>", to_enter.buf); // F9 opens it again
}

// It is finalised while the screen shows it open.
static void a_quarter_finalised_meanwhile(void **state)
{
    (void)state;
    autostr to_enter = STR_INIT;
    open_office(false);
    type_a_figure();
    finalise();
    enter(&to_enter);
    assert_shown("<Enter>", to_enter.buf);
}

static void a_file_for_reading_only(void **state)
{
    (void)state;
    autostr to_enter = STR_INIT, to_finalise = STR_INIT, particular = STR_INIT, words = STR_INIT;
    str_addf(&words, "--readonly enter '%s'", figures.buf);
    refusal(words.buf, &to_enter);
    refusal("--readonly finalise egov", &to_finalise);
    refusal("--readonly office name=x", &particular);
    assert_string_equal(to_finalise.buf, to_enter.buf);
    assert_string_equal(particular.buf, to_enter.buf);
    open_office(true);
    assert_shown("<Down>*3<Enter>5", to_enter.buf);
    assert_shown("<Left><Right><F9>", to_enter.buf);
    assert_shown("<Left><Right><C-z>", to_enter.buf);
    assert_shown("<Esc><F4>x", to_enter.buf);
}

static void a_file_in_use(void **state)
{
    (void)state;
    autostr to_enter = STR_INIT, words = STR_INIT, lock = STR_INIT;
    str_addf(&words, "enter '%s'", figures.buf);
    str_addf(&lock, "%s.lock", office.buf);
    open_office(false);
    type_a_figure();
    const int fd = open(lock.buf, O_RDONLY | O_CREAT | O_CLOEXEC, 0600);
    assert_true(fd >= 0);
    assert_int_equal(flock(fd, LOCK_EX), 0);
    FILE *said = start(words.buf); // both wait their five seconds at once
    assert_shown("<Enter>", " is in use by somebody else; try again");
    read_refusal(said, &to_enter);
    close(fd);
    assert_shown("", to_enter.buf);
}

// Commands have seen nothing that could have changed, but the functions that they call can.
static void what_was_changed_meanwhile(void **state)
{
    (void)state;
    struct app *other = NULL;
    struct book *book = NULL;
    struct err err = {0};
    size_t count = 0;
    open_office(false);
    assert_int_equal(app_open(&options, &other, NULL), STATUS_OK);
    assert_int_equal(book_open(other, 0, "egov", 1, &book, NULL), STATUS_OK);
    const struct app_figure seven = {.indicator = 4, .quarter = 1, .text = "7", .state = -1},
                            three = {.indicator = 4, .quarter = 1, .text = "3", .state = -1};
    assert_string_equal(book->plan->indicator[4].code, "5.1.1");
    type_a_figure();
    assert_int_equal(app_enter(book, &seven, NULL, &err), STATUS_OK);
    assert_shown("<Enter>", "5.1.1 in Quarter 1 has been changed meanwhile: it is now “7”; "
                            "look at it again");
    assert_shown("<Esc>5<Enter>", "Saved");
    assert_int_equal(app_enter(book, &three, NULL, &err), STATUS_CHANGED);
    assert_string_equal(err.text, "5.1.1 in Quarter 1 has been changed meanwhile: it is now “5”; "
                                  "look at it again");
    assert_shown("<F7>", "queries: 1");
    assert_int_equal(
        app_answer(book, plan_find(book->plan, "5.1.2"), 0, "no-target", "none", &count, &err),
        STATUS_CHANGED);
    assert_int_equal(app_enter(book, &three, NULL, NULL), STATUS_OK);
    assert_shown("<F2>", err.text);
    book_free(&book);
    app_close(&other);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(a_finalised_quarter, begin, end),
        cmocka_unit_test_setup_teardown(a_quarter_finalised_meanwhile, begin, end),
        cmocka_unit_test_setup_teardown(a_file_for_reading_only, begin, end),
        cmocka_unit_test_setup_teardown(a_file_in_use, begin, end),
        cmocka_unit_test_setup_teardown(what_was_changed_meanwhile, begin, end),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
