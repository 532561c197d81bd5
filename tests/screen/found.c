// SPDX-License-Identifier: GPL-3.0-or-later
// A text that stands in more places than anybody looks through: the list says where it stops.
#include "../test.h"

#include "orjon/app/records.h"
#include "orjon/domain/date.h"
#include "orjon/screens/screens.h"

#include <stdio.h>
#include <stdlib.h>

static char folder[] = "/tmp/orjon-found-XXXXXX";
static struct app_options options = {.via = "screen", .language_given = true, .digits_given = true};
static struct session session = {.options = &options};

static int begin(void **state)
{
    (void)state;
    autostr file = STR_INIT;
    const struct app_new_office sample = {.sample = true};
    assert_non_null(mkdtemp(folder));
    str_addf(&file, "%s/office.db", folder);
    options.file = file.buf;
    options.as_of = (struct maybe){true, date_of(2023, 10, 5)};
    i18n_set_language(LANGUAGE_ENGLISH);
    i18n_set_digits(DIGITS_LATIN);
    return app_init(&options, &sample, NULL) || app_open(&options, &session.app, NULL);
}

static int end(void **state)
{
    (void)state;
    autostr command = STR_INIT;
    app_close(&session.app);
    str_addf(&command, "rm -rf '%s'", folder);
    return system(command.buf);
}

// One meeting for each row.
static void hold_meetings(int count)
{
    autostr table = STR_INIT, faults = STR_INIT;
    size_t rows = 0;
    str_add(&table, "title\tdate\n");
    for (int i = 1; i <= count; i++)
        str_addf(&table, "plenary %d\t2023-09-01\n", i);
    const struct app_import import = {
        .kind = RECORD_MEETING, .name = "meetings", .text = table.buf, .n = table.len};
    if (app_import_records(session.app, &import, &rows, &faults, NULL))
        fail_msg("%s", faults.buf);
    assert_int_equal(rows, count);
}

static void assert_shown(struct desk *desk, const char *keys, const char *text)
{
    autostr got = STR_INIT;
    assert_int_equal(desk_play(desk, keys, 24, 80, &got, NULL), STATUS_OK);
    if (!strstr(got.buf, text))
        fail_msg("«%s» is not there after %s:\n%s", text, keys, got.buf);
}

static void the_list_says_where_it_stops(void **state)
{
    (void)state;
    struct desk *desk = desk_new(NULL, false);
    hold_meetings(500);
    assert_int_equal(screens_start(desk, &session, NULL), STATUS_OK);
    assert_shown(desk, "<C-f>plenary<Enter>", " 500 places\n");
    assert_shown(desk, "<Esc>", "Due next");
    hold_meetings(1);
    assert_shown(desk, "<C-f>plenary<Enter>", " the first 500 of 501 places;");
    assert_shown(desk, "<C-End>", "plenary 500"); // the last that is listed
    assert_shown(desk, "<Enter>", "2023-2024");
    assert_shown(desk, "<Esc>", " the first 500 of 501 places;"); // not home
    assert_shown(desk, "<Esc>", "Due next");
    desk_free(&desk);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(the_list_says_where_it_stops)};
    return cmocka_run_group_tests_name("found", tests, begin, end);
}
