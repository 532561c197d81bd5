// SPDX-License-Identifier: GPL-3.0-or-later
// Counting the names of indicators that are not whole in the returns of the sample office.
#pragma once

#include "clock.h"
#include "test.h"

#include "orjon/domain/date.h"
#include "orjon/screens/screens.h"

#include <stdio.h>
#include <stdlib.h>

enum { PLANS = 5 };

struct names_count {
    int names, cursor, elsewhere; // cut
};

// How many may be cut on the row with the cursor, and how many others at the same time.
struct names_size {
    int rows, cols, cursor, elsewhere;
};

// Whether a row has a cell of the second column; whether a name begins there, and is cut there.
typedef bool names_at(const struct canvas *canvas, int row, bool *ret_begins, bool *ret_cut);

static void names_count(const struct canvas *canvas, names_at *name_at, struct names_count *ret)
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
static void names_count_plan(struct desk *desk, const struct names_size *size, int plan,
                             names_at *name_at, struct names_count *ret)
{
    autostr keys = STR_INIT;
    autostr before = STR_INIT;
    int worst = 0;
    str_addf(&keys, "<Home><Up>*9<Down>*%d<Enter><C-Home>", plan);
    assert_int_equal(desk_play(desk, keys.buf, size->rows, size->cols, NULL, NULL), STATUS_OK);
    for (bool more = true; more;) {
        struct names_count one = {0};
        autostr after = STR_INIT;
        names_count(desk_canvas(desk), name_at, &one);
        ret->names += one.names;
        ret->cursor += one.cursor;
        worst = one.elsewhere > worst ? one.elsewhere : worst;
        desk_play(desk, "<Down>", size->rows, size->cols, &after, NULL);
        more = before.len != after.len || memcmp(before.buf, after.buf, after.len) != 0;
        str_reset(&before); // the end of the list shows the same again
        str_add_n(&before, after.buf, after.len);
    }
    ret->elsewhere += worst;
    desk_play(desk, "<Esc>", size->rows, size->cols, NULL, NULL);
}

// front: which measures names; NULL: none does.
static void names_are_whole(const struct names_size *size, size_t sizes, names_at *name_at,
                            const struct desk_front *front)
{
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
    for (size_t i = 0; i < sizes; i++) {
        struct names_count count = {0};
        for (int plan = 0; plan < PLANS; plan++) {
            struct desk *desk = desk_new(front, false);
            assert_int_equal(screens_start(desk, &session, NULL), STATUS_OK);
            names_count_plan(desk, &size[i], plan, name_at, &count);
            desk_free(&desk);
        }
        print_message("%dx%d\t%d\t%d\t%d\n", size[i].cols, size[i].rows, count.names, count.cursor,
                      count.elsewhere);
        assert_true(count.names >= 20);
        assert_true(count.cursor <= size[i].cursor);
        assert_true(count.elsewhere <= size[i].elsewhere);
    }
    app_close(&session.app);
    str_addf(&command, "rm -rf '%s'", folder);
    assert_int_equal(system(command.buf), 0);
}
