// SPDX-License-Identifier: GPL-3.0-or-later
#include "../test.h"

#include "orjon/tui/grid.h"

#include <stdio.h>
#include <stdlib.h>

enum { ROWS = 30, COLS = 4 };

struct sheet {
    struct grid *grid;
    char text[ROWS][COLS][80];
    int accepted;
};

static const struct grid_column columns[COLS] = {
    {.heading = "No.", .columns = 3, .align = ALIGN_RIGHT},
    {.heading = "সূচক", .columns = 14},
    {.heading = "Q1", .group = "quarters", .columns = 8, .align = ALIGN_RIGHT},
    {.heading = "Q2\n(planned)", .group = "quarters", .columns = 8, .align = ALIGN_RIGHT},
};

static void cell(void *data, int row, int col, struct grid_cell *ret)
{
    struct sheet *sheet = data;
    str_add(&ret->text, sheet->text[row][col]);
    ret->editable = col >= 2;
}

static bool section(void *data, int row, struct str *ret)
{
    (void)data;
    if (row != 0 && row != 5)
        return false;
    str_addf(ret, "Section %d", row);
    return true;
}

static enum status check(void *data, int row, int col, const char *text, struct err *err)
{
    (void)data;
    (void)row;
    if (col < 2)
        return err_set(err, STATUS_INVALID, "only shown");
    return strchr(text, 'x') ? err_set(err, STATUS_INVALID, "no number: %s", text) : STATUS_OK;
}

static enum status accept(void *data, struct desk *desk, int row, int col, const char *text,
                          struct err *err)
{
    struct sheet *sheet = data;
    (void)desk;
    if (check(data, row, col, text, err))
        return STATUS_INVALID;
    sheet->accepted++;
    snprintf(sheet->text[row][col], sizeof sheet->text[row][col], "%s", text);
    return STATUS_OK;
}

static enum status accept_all(void *data, struct desk *desk, const struct grid_put *puts, size_t n,
                              struct err *err)
{
    for (size_t i = 0; i < n; i++)
        if (accept(data, desk, puts[i].row, puts[i].col, puts[i].text, err))
            return STATUS_INVALID;
    desk_say(desk, MESSAGE_GOOD, "%zu taken", n);
    return STATUS_OK;
}

static const struct grid_ops ops = {
    .cell = cell, .section = section, .accept = accept, .check = check, .accept_all = accept_all};

static void draw(void *state, struct canvas *canvas)
{
    grid_draw(((struct sheet *)state)->grid, canvas, 0, 0, 10, 38);
}

static bool key(void *state, struct desk *desk, const struct key *key)
{
    return grid_key(((struct sheet *)state)->grid, desk, key);
}

static enum screen_mode mode(const void *state)
{
    return grid_mode(((const struct sheet *)state)->grid);
}

static bool settle(void *state, struct desk *desk)
{
    return grid_settle(((struct sheet *)state)->grid, desk);
}

static void edit(void *state, struct desk *desk, const struct key *key)
{
    (void)desk;
    (void)key;
    grid_edit(((struct sheet *)state)->grid, NULL);
}

static void find(void *state, struct desk *desk, const struct key *key)
{
    (void)key;
    grid_start_find(((struct sheet *)state)->grid, desk);
}

static void wipe(void *state, struct desk *desk, const struct key *key)
{
    struct sheet *sheet = state;
    (void)desk;
    (void)key;
    sheet->text[grid_row(sheet->grid)][grid_col(sheet->grid)][0] = '\0';
}

static const struct action actions[] = {
    {"F2", NULL, NULL, NULL, WHEN_OPEN, edit},
    {"F3", NULL, NULL, NULL, WHEN_AT_REST | MODE_FINDING | WHEN_SETTLED, find},
    {"Del", "w", NULL, NULL, MODE_FILLED, wipe},
    {0}};

static void let_go(void **state)
{
    *state = NULL;
}

static const struct screen_ops screen = {.name = "sheet",
                                         .actions = actions,
                                         .mode = mode,
                                         .settle = settle,
                                         .draw = draw,
                                         .key = key,
                                         .free = let_go};

static struct sheet sheet;

static int setup(void **state)
{
    i18n_set_language(LANGUAGE_ENGLISH);
    i18n_set_digits(DIGITS_LATIN);
    memset(&sheet, 0, sizeof sheet);
    for (int i = 0; i < ROWS; i++) {
        snprintf(sheet.text[i][0], 8, "%d", i);
        snprintf(sheet.text[i][1], 80, "%s", i % 2 ? "অভিযোগ" : "সেবা প্রদান প্রতিশ্রুতি");
    }
    sheet.grid = grid_new(&ops, &sheet, columns, COLS, 2);
    grid_set_rows(sheet.grid, ROWS);
    struct desk *desk = desk_new(NULL, false);
    desk_push(desk, &screen, &sheet);
    *state = desk;
    return 0;
}

static int teardown(void **state)
{
    struct desk *desk = *state;
    desk_free(&desk);
    grid_free(&sheet.grid);
    return 0;
}

static void play(struct desk *desk, const char *script, struct str *ret)
{
    struct err err = {0};
    if (ret)
        str_reset(ret);
    assert_int_equal(desk_play(desk, script, 16, 60, ret, &err), STATUS_OK);
}

static void a_table_is_drawn(void **state)
{
    autostr picture = STR_INIT;
    play(*state, "", &picture);
    str_cut(&picture, (size_t)(strstr(picture.buf, "  3│") - picture.buf));
    assert_string_equal(picture.buf, "   │              │    quarters\n"
                                     "No.│     সূচক      │   Q1   │   Q2\n"
                                     "   │              │        │(planne…\n"
                                     "───┼──────────────┼────────┼────────\n"
                                     "Section 0\n"
                                     "  1│অভিযোগ        │        │\n"
                                     "  2│সেবা প্রদান প্র…│        │\n");
    assert_int_equal(grid_row(sheet.grid), 1); // the section is passed over
}

static void cells_are_typed_in(void **state)
{
    play(*state, "<Right>*2১২<Enter>৭<Down>", NULL);
    assert_string_equal(sheet.text[1][2], "১২");
    assert_string_equal(sheet.text[2][2], "৭");
    assert_int_equal(grid_row(sheet.grid), 3);
    play(*state, "<Up>*2<F2>৩<Tab>৯<Esc>", NULL); // F2 keeps, Tab goes on, Esc gives back
    assert_string_equal(sheet.text[1][2], "১২৩");
    assert_string_equal(sheet.text[1][3], "");
    assert_int_equal(grid_col(sheet.grid), 3);
    play(*state, "<Tab>", NULL); // over the cells that are only shown, to the next row
    assert_int_equal(grid_row(sheet.grid), 2);
    assert_int_equal(grid_col(sheet.grid), 2);
    play(*state, "<Del>", NULL);
    assert_string_equal(sheet.text[2][2], "");
}

static void what_is_refused_stays(void **state)
{
    autostr picture = STR_INIT;
    play(*state, "<Right>*2৫x<Enter>", &picture);
    assert_true(grid_editing(sheet.grid));
    assert_non_null(strstr(picture.buf, "! no number: ৫x"));
    assert_int_equal(grid_row(sheet.grid), 1);
    play(*state, "<BS><Enter>", NULL);
    assert_string_equal(sheet.text[1][2], "৫");
    play(*state, "<C-Home><Home><Right>*2৫x<Enter>৭<Enter>", NULL); // typing replaces it
    assert_string_equal(sheet.text[1][2], "৭");
    play(*state, "<C-Home>৮x<Enter><End><BS>৬<Enter>", NULL); // an arrow keeps it
    assert_string_equal(sheet.text[1][2], "৮৬");
    play(*state, "<Left>*9z", NULL); // a cell that is only shown
    assert_false(grid_editing(sheet.grid));
}

static void a_block_fills_cells(void **state)
{
    play(*state, "<Right>*2<Down>*2<Paste:১\\t২\\n৩\\t৪\\n৫\\n>", NULL);
    assert_string_equal(sheet.text[3][2], "১");
    assert_string_equal(sheet.text[3][3], "২");
    assert_string_equal(sheet.text[4][3], "৪");
    assert_string_equal(sheet.text[6][2], "৫");                 // over the section
    play(*state, "<C-Home><Paste:\"৭\"\\t\"৬\\n\"\\n৫>", NULL); // as spreadsheets quote
    assert_string_equal(sheet.text[1][2], "৭");
    assert_string_equal(sheet.text[1][3], "৬");
    assert_string_equal(sheet.text[2][2], "৫");
    play(*state, "<C-Home>৮<Enter><C-Home><Paste:৯\\n>", NULL); // one cell: as if typed
    assert_true(grid_editing(sheet.grid));
    assert_string_equal(sheet.text[1][2], "৮");
}

// Named cell by cell before anything is stored; then the rest or nothing.
static void what_a_block_cannot_do_is_asked(void **state)
{
    autostr picture = STR_INIT;
    play(*state, "<Right>*2<Paste:৮\\n9x\\n৯\\t\\t২>", &picture);
    assert_string_equal(sheet.text[1][2], "");
    assert_non_null(strstr(picture.buf, "3, Q1: “9x” – no number: 9x"));
    assert_non_null(strstr(picture.buf, "1 cell lies beyond the last column"));
    play(*state, "<Enter>", &picture); // the preset is nothing
    assert_non_null(strstr(picture.buf, "Nothing of the paste was saved"));
    assert_int_equal(sheet.accepted, 0);
    play(*state, "<Paste:৮\\n9x\\n৯\\t\\t২>y", &picture);
    assert_non_null(strstr(picture.buf, "2 taken"));
    assert_string_equal(sheet.text[1][2], "৮");
    assert_string_equal(sheet.text[2][2], "");
    assert_string_equal(sheet.text[3][2], "৯");
    play(*state, "<Paste:৮\\n\\n৭>", &picture); // a blank cell says nothing
    assert_non_null(strstr(picture.buf, "“9” → “7”"));
    play(*state, "<Esc>", NULL);
    assert_string_equal(sheet.text[3][2], "৯");
    play(*state, "<C-End><Paste:১\\n২\\n৩>", &picture);
    assert_non_null(strstr(picture.buf, "2 cells lie below the last row"));
    play(*state, "<Esc><Left>*1<Paste:১\\n২>", &picture);
    assert_non_null(strstr(picture.buf, ": “১” – only shown"));
}

// A key acts in its modes only; letters belong to what is typed or sought.
static void letters_belong_to_what_is_typed(void **state)
{
    autostr picture = STR_INIT;
    play(*state, "<Right>*2৫<Enter><Up>", NULL);
    play(*state, "<F3>w<Del>", NULL);
    assert_string_equal(sheet.text[1][2], "৫");
    play(*state, "<F3>w<Esc>6w<Del>", NULL);
    assert_string_equal(sheet.text[1][2], "৫");
    assert_string_equal(grid_typed(sheet.grid), "6w");
    play(*state, "<Esc><Down>w", &picture); // nothing there
    assert_non_null(strstr(picture.buf, "This key does nothing here"));
    play(*state, "<Up>w", NULL);
    assert_string_equal(sheet.text[1][2], "");
}

// Also when it is the text that stands there: a dash over a state that papers print as a dash.
static void what_is_typed_is_accepted(void **state)
{
    play(*state, "<Right>*2-<Enter><Up>-<Enter>", NULL);
    assert_int_equal(sheet.accepted, 2);
    play(*state, "<Up><F2><Enter>", NULL); // only looked at
    assert_int_equal(sheet.accepted, 2);
}

static void rows_are_found_and_scrolled(void **state)
{
    autostr picture = STR_INIT;
    play(*state, "<F3>28", &picture);
    assert_int_equal(grid_row(sheet.grid), 28);
    assert_non_null(strstr(picture.buf, "Find: 28"));
    play(*state, "<Esc><C-Home>", NULL);
    assert_int_equal(grid_row(sheet.grid), 1);
    play(*state, "<PgDn>", NULL);
    assert_int_equal(grid_row(sheet.grid), 7);
    play(*state, "<C-End>", &picture);
    assert_non_null(strstr(picture.buf, " 29│"));
    play(*state, "<F3>2৯<F3>", NULL); // digits fold; the only match is found again
    assert_int_equal(grid_row(sheet.grid), 29);
}

// Rows that there is no room for are told of where no text stands: on the rules.
static void more_rows_are_told_of(void **state)
{
    autostr picture = STR_INIT;
    play(*state, "", &picture);
    assert_non_null(strstr(picture.buf, "───┼───"));
    assert_non_null(strstr(picture.buf, "  4│")); // the last but one; then a section
    assert_non_null(strstr(picture.buf, "Section 5                          ↓"));
    play(*state, "<Down>*4", &picture);
    assert_non_null(strstr(picture.buf, "───↑───"));
    assert_non_null(strstr(picture.buf, "\n   ↓প্রতিশ্রুতি"));
    play(*state, "<C-End>", &picture);
    assert_non_null(strstr(picture.buf, "───↑───"));
    assert_non_null(strstr(picture.buf, " 29│"));
    assert_null(strstr(picture.buf, "↓"));
    grid_set_rows(sheet.grid, 5);
    play(*state, "<C-Home>", &picture);
    assert_null(strstr(picture.buf, "↑"));
    assert_null(strstr(picture.buf, "↓"));
}

static void narrow_grids_scroll_sideways(void **state)
{
    (void)state;
    struct canvas *canvas = canvas_new(8, 28);
    autostr picture = STR_INIT;
    grid_select(sheet.grid, 1, 3);
    grid_draw(sheet.grid, canvas, 0, 0, 8, 28);
    canvas_dump(canvas, &picture);
    assert_non_null(strstr(picture.buf, "No.│     সূচক      │   Q2\n"));
    for (int columns_now = 1; columns_now < 60; columns_now++)
        for (int rows = 0; rows < 9; rows++)
            grid_draw(sheet.grid, canvas, 0, 0, rows, columns_now);
    grid_set_rows(sheet.grid, 0);
    grid_draw(sheet.grid, canvas, 0, 0, 8, 28);
    assert_int_equal(grid_row(sheet.grid), -1);
    assert_false(grid_edit(sheet.grid, "1"));
    canvas_free(&canvas);
}

static int lines_of(const char *picture, const char *from, const char *to)
{
    int lines = 0;
    const char *at = strstr(picture, from), *end = strstr(picture, to);
    for (; at && end && at < end; at++)
        lines += *at == '\n';
    return lines;
}

// The row with the cursor has the lines that its text needs; the others while lines are spare.
static void rows_take_the_lines_of_their_texts(void **state)
{
    autostr picture = STR_INIT;
    play(*state, "<Down>", &picture); // of more rows than fit: only the row with the cursor
    assert_int_equal(lines_of(picture.buf, "  1│", "  2│"), 1);
    assert_int_equal(lines_of(picture.buf, "  2│", "  3│"), 2);
    assert_non_null(strstr(picture.buf, "   │প্রতিশ্রুতি"));
    play(*state, "<Down>", &picture);
    assert_int_equal(lines_of(picture.buf, "  2│", "  3│"), 1);
    assert_non_null(strstr(picture.buf, "…"));
    grid_set_rows(sheet.grid, 5); // now one line is spare, and goes to the first that needs it
    play(*state, "<Up>*9", &picture);
    assert_int_equal(lines_of(picture.buf, "  2│", "  3│"), 2);
}

static void the_row_of_a_line_is_clicked(void **state)
{
    struct canvas *canvas = canvas_new(16, 60);
    play(*state, "<Down>", NULL);
    grid_draw(sheet.grid, canvas, 0, 0, 10, 38); // headings take 4 lines
    assert_true(grid_click(
        sheet.grid, NULL,
        &(struct key){.code = K_CLICK, .row = 7, .col = 20})); // the second line of row 2
    assert_int_equal(grid_row(sheet.grid), 2);
    assert_int_equal(grid_col(sheet.grid), 2);
    assert_true(grid_click(sheet.grid, NULL, &(struct key){.code = K_CLICK, .row = 8, .col = 20}));
    assert_int_equal(grid_row(sheet.grid), 3);
    canvas_free(&canvas);
}

// Whatever is selected at whatever size, its row is in view.
static void what_is_selected_is_in_view(void **state)
{
    (void)state;
    srand(5);
    for (int round = 0; round < 2000; round++) {
        const int rows = 6 + rand() % 20;
        struct canvas *canvas = canvas_new(rows, 40);
        autostr picture = STR_INIT, number = STR_INIT;
        grid_set_rows(sheet.grid, 6 + rand() % (ROWS - 6));
        grid_select(sheet.grid, rand() % ROWS, 2);
        grid_draw(sheet.grid, canvas, 0, 0, rows, 40);
        canvas_dump(canvas, &picture);
        str_addf(&number, "\n%3d", grid_row(sheet.grid));
        assert_non_null(strstr(picture.buf, number.buf));
        assert_true(canvas->cursor_row < rows);
        canvas_free(&canvas);
    }
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, setup, teardown)
    const struct CMUnitTest tests[] = {
        TEST(a_table_is_drawn),
        TEST(cells_are_typed_in),
        TEST(what_is_refused_stays),
        TEST(a_block_fills_cells),
        TEST(what_a_block_cannot_do_is_asked),
        TEST(letters_belong_to_what_is_typed),
        TEST(what_is_typed_is_accepted),
        TEST(rows_are_found_and_scrolled),
        TEST(more_rows_are_told_of),
        TEST(narrow_grids_scroll_sideways),
        TEST(rows_take_the_lines_of_their_texts),
        TEST(the_row_of_a_line_is_clicked),
        TEST(what_is_selected_is_in_view),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
