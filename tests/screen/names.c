// SPDX-License-Identifier: GPL-3.0-or-later
// Names of indicators that are not whole in the returns of the sample office, at several sizes: on
// the row with the cursor none, elsewhere no more than stand here.
#include "../clock.h"
#include "../test.h"

#include "orjon/domain/date.h"
#include "orjon/screens/screens.h"

#include <stdio.h>
#include <stdlib.h>

enum { PLANS = 5 };

struct count {
    int names, cursor, elsewhere; // cut
};

// The text of a table's second column, from the first rule of a row to the second.
static bool name_at(const struct canvas *canvas, int row, bool *ret_begins, bool *ret_cut)
{
    int rule = 0;
    *ret_begins = canvas_cell(canvas, row, 0)->length > 0;
    *ret_cut = false;
    for (int col = 0; col < canvas->cols && rule < 2; col++) {
        size_t n = 0;
        const struct canvas_cell *cell = canvas_cell(canvas, row, col);
        const char *s = canvas_bytes(canvas, cell, &n);
        if (!cell->columns)
            continue;
        rule += n == 3 && memcmp(s, "│", 3) == 0;
        *ret_cut = *ret_cut || (n == 3 && (memcmp(s, "›", 3) == 0 || memcmp(s, "…", 3) == 0));
    }
    return rule == 2;
}

static void count_names(const struct canvas *canvas, struct count *ret)
{
    bool begins = false, cut = false, more = false;
    for (int row = 4; row < canvas->height; row++) {
        if (!name_at(canvas, row, &begins, &cut))
            continue;
        int last = row;
        while (last + 1 < canvas->height && name_at(canvas, last + 1, &begins, &more) && !begins) {
            cut = cut || more;
            last++;
        }
        const bool here = canvas->cursor_row >= row && canvas->cursor_row <= last;
        ret->names += here;
        ret->cursor += here && cut;
        ret->elsewhere += !here && cut;
        row = last;
    }
}

// All rows of a plan's return, one after the other; elsewhere, what is cut at the worst.
static void count_plan(struct desk *desk, int rows, int cols, int plan, struct count *ret)
{
    autostr keys = STR_INIT;
    autostr before = STR_INIT;
    int worst = 0;
    str_addf(&keys, "<Home><Up>*9<Down>*%d<Enter><C-Home>", plan);
    assert_int_equal(desk_play(desk, keys.buf, rows, cols, NULL, NULL), STATUS_OK);
    for (bool more = true; more;) {
        struct count one = {0};
        autostr after = STR_INIT;
        count_names(desk_canvas(desk), &one);
        ret->names += one.names;
        ret->cursor += one.cursor;
        worst = one.elsewhere > worst ? one.elsewhere : worst;
        desk_play(desk, "<Down>", rows, cols, &after, NULL);
        more = before.len != after.len || memcmp(before.buf, after.buf, after.len) != 0;
        str_reset(&before); // the end of the list shows the same again
        str_add_n(&before, after.buf, after.len);
    }
    ret->elsewhere += worst;
    desk_play(desk, "<Esc>", rows, cols, NULL, NULL);
}

static void names_are_whole(void **state)
{
    (void)state;
    static const struct {
        int rows, cols, cursor, elsewhere;
    } sizes[] = {{16, 60, 0, 6},  {24, 80, 0, 5},  {28, 110, 0, 1},
                 {30, 100, 0, 0}, {40, 120, 0, 0}, {45, 160, 0, 0}};
    char folder[] = "/tmp/orjon-names-XXXXXX";
    autostr file = STR_INIT, command = STR_INIT;
    struct app *app = NULL;
    assert_non_null(mkdtemp(folder));
    str_addf(&file, "%s/office.db", folder);
    const struct app_options options = {.file = file.buf,
                                        .via = "screen",
                                        .as_of = {true, date_of(2023, 10, 5)},
                                        .language_given = true,
                                        .digits_given = true};
    const struct app_new_office office = {.sample = true};
    i18n_set_language(LANGUAGE_BENGALI);
    i18n_set_digits(DIGITS_BENGALI);
    assert_int_equal(app_init(&options, &office, NULL), STATUS_OK);
    assert_int_equal(app_open(&options, &app, NULL), STATUS_OK);
    struct session session = {.options = &options, .app = app};
    print_message("size\tnames\tcut at the cursor\tcut elsewhere\n");
    for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++) {
        struct count count = {0};
        for (int plan = 0; plan < PLANS; plan++) {
            struct desk *desk = desk_new(NULL, false);
            assert_int_equal(screens_start(desk, &session, NULL), STATUS_OK);
            count_plan(desk, sizes[i].rows, sizes[i].cols, plan, &count);
            desk_free(&desk);
        }
        print_message("%dx%d\t%d\t%d\t%d\n", sizes[i].cols, sizes[i].rows, count.names,
                      count.cursor, count.elsewhere);
        assert_true(count.names >= 20);
        assert_true(count.cursor <= sizes[i].cursor);
        assert_true(count.elsewhere <= sizes[i].elsewhere);
    }
    app_close(&session.app);
    str_addf(&command, "rm -rf '%s'", folder);
    assert_int_equal(system(command.buf), 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(names_are_whole)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
