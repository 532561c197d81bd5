// SPDX-License-Identifier: GPL-3.0-or-later
// The copy of the day: no figure waits for it, and it is made as soon as nobody does.
#include "../test.h"

#include "orjon/app/backup.h"
#include "orjon/app/enter.h"
#include "orjon/base/file.h"
#include "orjon/domain/date.h"
#include "orjon/store/copies.h"

#include <glob.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

static char folder[32];
static struct str file = STR_INIT;
static struct app_options options = {.via = "screen"};
static struct app *app;

static void open_office(void)
{
    assert_int_equal(app_open(&options, &app, NULL), STATUS_OK);
}

static int begin(void **state)
{
    (void)state;
    const struct app_new_office sample = {.sample = true};
    strcpy(folder, "/tmp/orjon-daily-XXXXXX");
    assert_non_null(mkdtemp(folder));
    str_reset(&file);
    str_addf(&file, "%s/office.db", folder);
    options.file = file.buf;
    options.as_of = (struct maybe){true, date_of(2023, 10, 5)};
    assert_int_equal(app_init(&options, &sample, NULL), STATUS_OK);
    open_office();
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

static size_t copies(void)
{
    autostr pattern = STR_INIT;
    glob_t found;
    str_addf(&pattern, "%s/backups/*-daily*.db", folder);
    const bool any = glob(pattern.buf, 0, NULL, &found) == 0;
    const size_t count = any ? found.gl_pathc : 0;
    for (size_t i = 0; i < count; i++)
        assert_int_equal(store_verify_path(found.gl_pathv[i], NULL), STATUS_OK);
    if (any)
        globfree(&found);
    return count;
}

static void enter(const char *text)
{
    __attribute__((cleanup(book_free))) struct book *book = NULL;
    assert_int_equal(book_open(app, 0, "egov", 1, &book, NULL), STATUS_OK);
    size_t row = 0;
    while (book->plan->indicator[row].kind != KIND_NUMBER)
        row++;
    const struct app_figure figure = {.indicator = row, .quarter = 4, .text = text, .state = -1};
    struct err err = {0};
    if (app_enter(book, &figure, NULL, &err))
        fail_msg("%s", err_text(&err));
}

static void the_first_figure_does_not_wait_for_it(void **state)
{
    (void)state;
    assert_false(app_catch_up(app)); // nothing was typed yet
    enter("1");
    assert_int_equal(copies(), 0);
    assert_true(app_catch_up(app));
    assert_int_equal(copies(), 1);
    enter("2");
    assert_false(app_catch_up(app));
    app_close(&app);
    assert_int_equal(copies(), 1);
    open_office();
}

static void closing_makes_it_at_the_latest(void **state)
{
    (void)state;
    enter("1");
    enter("2");
    app_close(&app);
    assert_int_equal(copies(), 1);
    open_office();
}

static void a_figure_is_saved_where_none_can_be_made(void **state)
{
    (void)state;
    autostr folder_of_copies = STR_INIT;
    str_addf(&folder_of_copies, "%s/backups", folder);
    assert_int_equal(file_write(folder_of_copies.buf, "", 0, true, NULL), STATUS_OK);
    enter("1");
    assert_string_equal(app_copy_trouble(app), "");
    app_catch_up(app);
    assert_string_not_equal(app_copy_trouble(app), "");
    enter("2");
    assert_false(app_catch_up(app)); // once a day is often enough
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(the_first_figure_does_not_wait_for_it, begin, end),
        cmocka_unit_test_setup_teardown(closing_makes_it_at_the_latest, begin, end),
        cmocka_unit_test_setup_teardown(a_figure_is_saved_where_none_can_be_made, begin, end),
    };
    return cmocka_run_group_tests_name("daily_copy", tests, NULL, NULL);
}
