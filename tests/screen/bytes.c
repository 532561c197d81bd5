// SPDX-License-Identifier: GPL-3.0-or-later
// What a clerk's keys cost over a line: the bytes that the terminal gets at once, and those of the
// rows that follow when keys rest. 80 columns by 24 rows.
#include "../clock.h"
#include "../sample_office.h"
#include "../test.h"

#include "terminal_private.h"

#include "orjon/domain/date.h"
#include "orjon/screens/screens.h"

#include <stdio.h>
#include <stdlib.h>

enum { ROWS = 24, COLS = 80 };
enum { TYPED = 20, LIVE = 250, AFTER_MESSAGE = 250, GONE_ON = 600 };

static struct app_options options = {.via = "screen", .language_given = true, .digits_given = true};
static struct session session = {.options = &options};
static struct painter painter;
static struct desk *desk;

static size_t press(const char *keys)
{
    assert_int_equal(desk_play(desk, keys, ROWS, COLS, NULL, NULL), STATUS_OK);
    painter_show_first(&painter, desk_canvas(desk));
    return painter.out.len;
}

static size_t rest(void)
{
    painter_show(&painter, desk_canvas(desk));
    return painter.out.len;
}

static int setup(void **state)
{
    static char folder[] = "/tmp/orjon-bytes-XXXXXX", office[64];
    *state = folder;
    assert_non_null(mkdtemp(folder));
    snprintf(office, sizeof office, "%s/office.db", folder);
    options.file = office;
    options.as_of = (struct maybe){true, date_of(2023, 10, 5)};
    i18n_set_language(LANGUAGE_BENGALI);
    i18n_set_digits(DIGITS_BENGALI);
    sample_office_put(&options, NULL);
    desk = desk_new(NULL, false);
    if (!info_open("xterm-256color") || app_open(&options, &session.app, NULL) ||
        screens_start(desk, &session, NULL))
        return -1;
    painter_init(&painter);
    return 0;
}

static int teardown(void **state)
{
    autostr command = STR_INIT;
    str_addf(&command, "rm -rf '%s'", (const char *)*state);
    desk_free(&desk);
    app_close(&session.app);
    painter_done(&painter);
    info_close();
    return system(command.buf);
}

// Figures one after another, by one who does not look up and by one who does.
static void a_figure_costs_its_digits(void **state)
{
    (void)state;
    static const char *const digits[] = {"১", "২", "৩"};
    press("<Enter>");
    for (int field = 0; field < 4; field++) {
        const bool looks = field % 2;
        for (size_t i = 0; i < 3; i++) {
            const size_t at_once = press(digits[i]), then = looks ? rest() : 0;
            print_message("%zu, then %zu\n", at_once, then);
            assert_true(at_once <= (i ? TYPED : AFTER_MESSAGE));
            assert_true(then <= LIVE);
        }
        const size_t on = press("<Enter>"), pane = rest();
        print_message("next field %zu, then %zu\n", on, pane);
        assert_true(on <= GONE_ON);
        assert_true(!rest()); // all of it is there
    }
}

// A held arrow goes through a list without what is said of each row.
static void a_held_arrow_costs_the_rows(void **state)
{
    (void)state;
    press("<Esc>");
    press("<F5>"); // the year to date
    rest();
    for (int i = 0; i < 4; i++) // the marked row unfolds its name
        print_message("down %zu\n", press("<Down>"));
    assert_true(rest() > 0); // what is said of the last is still to come
    assert_true(!rest());
    press("<Esc>");
    press("<Enter>");
    rest();
}

// The rows that follow never stay behind a picture of something else.
static void nothing_of_another_screen_stays(void **state)
{
    (void)state;
    static const char *const keys[] = {"<F1>",   "<Esc>",   "<F4>", "<Esc>", "<Esc>",
                                       "<Down>", "<Enter>", "<F8>", "<Esc>"};
    for (size_t i = 0; i < sizeof keys / sizeof *keys; i++) {
        press(keys[i]);
        if (strcmp(keys[i], "<Down>") != 0)
            assert_true(!rest());
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_figure_costs_its_digits),
        cmocka_unit_test(a_held_arrow_costs_the_rows),
        cmocka_unit_test(nothing_of_another_screen_stays),
    };
    return cmocka_run_group_tests(tests, setup, teardown);
}
