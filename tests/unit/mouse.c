// SPDX-License-Identifier: GPL-3.0-or-later
// The mouse on each widget, the copy hook, and the progress of long work.
#include "../test.h"

#include "orjon/base/mem.h"
#include "orjon/tui/dialog.h"
#include "orjon/tui/form.h"
#include "orjon/tui/grid.h"
#include "orjon/tui/pager.h"

#include <stdio.h>
#include <stdlib.h>

enum { ROWS = 60 };

static struct trial {
    struct desk *desk;
    struct grid *grid;
    struct form *form;
    struct str log, copied;
    char text[ROWS][16];
    int rows;  // of the canvas
    int shown; // pictures
    enum theme theme;
    bool mouse;
    int64_t now;
    struct key_list waiting; // keys that come before a picture
    size_t read;             // of them
} trial;

// --- a grid, and a front that only takes note ---------------------------------------------------

static const struct grid_column columns[] = {{.heading = "No.", .columns = 4},
                                             {.heading = "Figure", .columns = 10},
                                             {.heading = "To", .columns = 8}};

static void cell(void *data, int row, int col, struct grid_cell *ret)
{
    (void)data;
    if (col == 0)
        str_addf(&ret->text, "%d", row);
    else if (col == 1)
        str_add(&ret->text, trial.text[row]);
    ret->editable = col == 1;
}

static bool section(void *data, int row, struct str *ret)
{
    (void)data;
    if (row % 10 == 0)
        str_addf(ret, "Part %d", row / 10);
    return row % 10 == 0;
}

static enum status accept(void *data, struct desk *desk, int row, int col, const char *text,
                          struct err *err)
{
    (void)data;
    (void)desk;
    (void)col;
    if (strchr(text, 'x'))
        return err_set(err, STATUS_INVALID, "no");
    snprintf(trial.text[row], sizeof trial.text[row], "%s", text);
    return STATUS_OK;
}

static const struct grid_ops ops = {.cell = cell, .section = section, .accept = accept};

static void draw(void *state, struct canvas *canvas)
{
    (void)state;
    grid_draw(trial.grid, canvas, 1, 2, 10, 30);
}

static int64_t clock_now(void)
{
    return trial.now;
}

static void work(struct desk *desk, int64_t each)
{
    for (int i = 0; i <= 10; i++) {
        trial.now += each;
        desk_progress(desk, "printing", i, 10);
        autostr picture = STR_INIT;
        canvas_dump(desk_canvas(desk), &picture);
        const char *line = strstr(picture.buf, "printing");
        if (desk_busy(desk))
            str_addf(&trial.log, "%.*s;", (int)strcspn(line, "\n"), line);
    }
}

static void work_short(void *state, struct desk *desk, const struct key *key)
{
    (void)state;
    (void)key;
    work(desk, 10);
}

static void work_long(void *state, struct desk *desk, const struct key *key)
{
    (void)state;
    (void)key;
    work(desk, 150);
}

static void log_key(void *state, struct desk *desk, const struct key *key)
{
    (void)state;
    (void)desk;
    str_add(&trial.log, key->code == K_TEXT ? "plus;" : "quit;");
}

static void copy(void *state, struct desk *desk, const struct key *key)
{
    (void)state;
    grid_copy(trial.grid, desk);
    if (key_is_ctrl(key, 'x'))
        trial.text[grid_row(trial.grid)][0] = '\0';
}

static void paste(void *state, struct desk *desk, const struct key *key)
{
    (void)state;
    (void)key;
    grid_paste(trial.grid, desk, desk_clipboard(desk)->buf, desk_clipboard(desk)->len);
}

static enum screen_mode mode(const void *state)
{
    (void)state;
    return grid_mode(trial.grid);
}

static const struct action actions[] = {{"C-c C-x", NULL, NULL, NULL, WHEN_AT_REST, copy},
                                        {"C-v", NULL, NULL, NULL, WHEN_OPEN, paste},
                                        {"F8", NULL, "short", NULL, WHEN_AT_REST, work_short},
                                        {"F9", NULL, "long", NULL, WHEN_AT_REST, work_long},
                                        {"C-q", NULL, "quit", NULL, WHEN_AT_REST, log_key},
                                        {NULL, "+", "more", NULL, WHEN_AT_REST, log_key},
                                        {0}};

static bool key(void *state, struct desk *desk, const struct key *key)
{
    (void)state;
    return grid_key(trial.grid, desk, key);
}

static void let_go(void **state)
{
    *state = NULL;
}

static const struct screen_ops screen = {
    .name = "trial", .actions = actions, .mode = mode, .draw = draw, .key = key, .free = let_go};

static void sort(void *data, struct desk *desk, int col)
{
    (void)data;
    (void)desk;
    str_addf(&trial.log, "sort %d;", col);
}

static int sorted(void *data, int col)
{
    (void)data;
    return col == 1;
}

// A row of the picture; until the next call.
static const char *row_of(int row)
{
    static char line[256];
    autostr picture = STR_INIT;
    canvas_dump(desk_canvas(trial.desk), &picture);
    const char *at = picture.buf;
    while (row-- > 0)
        at = strchr(at, '\n') + 1;
    snprintf(line, sizeof line, "%.*s", (int)strcspn(at, "\n"), at);
    return line;
}

static struct grid *the_grid(const void *state)
{
    (void)state;
    return trial.grid;
}

static void log_open(void *state, struct desk *desk, const struct key *key)
{
    (void)state;
    (void)desk;
    (void)key;
    str_addf(&trial.log, "open %d;", grid_row(trial.grid));
}

static const struct action list_actions[] = {{"Enter", NULL, "open", NULL, WHEN_AT_REST, log_open},
                                             {0}};

static const struct screen_ops list_screen = {
    .name = "list", .actions = list_actions, .grid = the_grid, .draw = draw, .free = let_go};

static void click_on(const char *text);

static void front_read(void *self, int timeout, struct key *ret)
{
    (void)self;
    (void)timeout;
    *ret = trial.read < trial.waiting.count ? trial.waiting.key[trial.read++]
                                            : (struct key){.code = K_TERMINATE};
}

static void front_show(void *self, const struct canvas *canvas)
{
    (void)self;
    (void)canvas;
    trial.shown++;
}

static void front_size(void *self, int *ret_rows, int *ret_cols)
{
    (void)self;
    *ret_rows = 20;
    *ret_cols = 70;
}

static void front_copy(void *self, const char *text, size_t n)
{
    (void)self;
    str_reset(&trial.copied);
    str_add_n(&trial.copied, text, n);
}

static void front_set_theme(void *self, enum theme theme)
{
    (void)self;
    trial.theme = theme;
}

static void front_set_mouse(void *self, bool on)
{
    (void)self;
    trial.mouse = on;
}

static int setup(void **state)
{
    static const struct desk_front front = {.read = front_read,
                                            .show = front_show,
                                            .size = front_size,
                                            .copy = front_copy,
                                            .set_theme = front_set_theme,
                                            .set_mouse = front_set_mouse};
    i18n_set_language(LANGUAGE_ENGLISH);
    i18n_set_digits(DIGITS_LATIN);
    trial = (struct trial){.log = STR_INIT, .copied = STR_INIT, .rows = 20};
    trial.desk = desk_new(&front, false);
    trial.grid = grid_new(&ops, NULL, columns, 3, 1);
    grid_set_rows(trial.grid, ROWS);
    grid_select(trial.grid, 1, 1);
    desk_set_clock(trial.desk, clock_now);
    desk_push(trial.desk, &screen, &trial);
    desk_set_mouse(trial.desk, true);
    *state = NULL;
    return 0;
}

static int teardown(void **state)
{
    (void)state;
    desk_free(&trial.desk);
    grid_free(&trial.grid);
    str_done(&trial.log);
    str_done(&trial.copied);
    key_list_done(&trial.waiting);
    return 0;
}

static void play(const char *script)
{
    struct err err = {0};
    assert_int_equal(desk_play(trial.desk, script, trial.rows, 70, NULL, &err), STATUS_OK);
}

static void assert_at(int row, int col)
{
    assert_int_equal(grid_row(trial.grid), row);
    assert_int_equal(grid_col(trial.grid), col);
}

// The grid's first row stands in row 3 of the canvas, its columns at 2, 7 and 18.
static void clicks_select_cells(void **state)
{
    (void)state;
    assert_true(trial.mouse);
    play("<Click:6,8>");
    assert_at(3, 1);
    play("12<Click:8,3>"); // what was typed is accepted
    assert_at(5, 0);
    assert_string_equal(trial.text[3], "12");
    play("<Click:3,8><Click:1,8><Click:6,6><Click:15,8><Click:6,60>"); // heading, rule, beside it
    assert_at(5, 0);
    play("<Click:6,8>9x<Click:8,8>"); // what is refused keeps the hand there
    assert_at(3, 1);
    assert_true(grid_editing(trial.grid));
    play("<WheelDown><Esc>");
    assert_at(3, 1);
}

static void a_second_click_opens(void **state)
{
    (void)state;
    play("<Click:6,8><Click:6,3>"); // another cell of the row
    assert_string_equal(trial.log.buf, "");
    play("<Click:6,8>");
    assert_false(grid_editing(trial.grid));
    play("<Click:6,8>7<Enter>"); // edits the figure as it is
    assert_string_equal(trial.text[3], "7");
    play("<Click:6,8>");
    assert_false(grid_editing(trial.grid));
    play("<Click:6,8>8<Enter>");
    assert_string_equal(trial.text[3], "78");
    desk_push(trial.desk, &list_screen, &trial);
    play("<Click:8,8>");
    play("<Click:8,3>"); // another cell, which may be about something else
    assert_string_equal(trial.log.buf, "");
    play("<Click:8,3>");
    assert_string_equal(trial.log.buf, "open 5;");
    play("<Click:8,3>"); // of a double click, whose first has opened it
    assert_string_equal(trial.log.buf, "open 5;");
    trial.now += 500;
    play("<Click:8,3>");
    assert_string_equal(trial.log.buf, "open 5;open 5;");
}

static void headings_sort(void **state)
{
    (void)state;
    static struct grid_ops sortable;
    sortable = ops;
    sortable.sort = sort;
    sortable.sorted = sorted;
    grid_free(&trial.grid);
    trial.grid = grid_new(&sortable, NULL, columns, 3, 1);
    grid_set_rows(trial.grid, ROWS);
    play("<Click:1,8>");
    assert_string_equal(trial.log.buf, "sort 1;");
    assert_string_equal(row_of(1), "  No. │ Figure  ▲│   To");
    play("<Click:2,8><Menu:1,8><Esc>"); // the rule, the other button
    assert_string_equal(trial.log.buf, "sort 1;");
}

static void the_second_button_offers_what_can_act(void **state)
{
    (void)state;
    play("<Menu:8,8>");
    assert_at(5, 1);
    assert_false(grid_editing(trial.grid));
    click_on("quit   Ctrl-Q"); // in the menu
    assert_string_equal(trial.log.buf, "quit;");
    trial.now += 500;
    play("<Menu:8,3><Esc>");
    assert_at(5, 0);
    play("<Menu:8,8>7"); // typed into the menu, which finds it
    play("<Esc>");
    assert_string_equal(trial.text[5], "");
    desk_push(trial.desk, &list_screen, &trial);
    play("<Menu:6,8>");
    assert_at(3, 1);
    play("<Enter>");
    assert_string_equal(trial.log.buf, "quit;open 3;");
    desk_set_mouse(trial.desk, false);
    play("<Menu:8,8><Enter>"); // it is off
    assert_at(3, 1);
    play("<Menu><Down><Up><Enter>"); // the key of that name is none of its buttons
    assert_string_equal(trial.log.buf, "quit;open 3;open 3;open 3;");
}

static void the_wheel_scrolls(void **state)
{
    (void)state;
    play("<WheelDown>");
    assert_int_equal(grid_top(trial.grid), 3);
    assert_at(3, 1);
    play("<WheelDown>*40");
    assert_int_equal(grid_top(trial.grid), ROWS - 8);
    play("<WheelUp>*40");
    assert_int_equal(grid_top(trial.grid), 0);
    assert_true(grid_row(trial.grid) < 8);
}

static void the_key_bar_is_clicked(void **state)
{
    (void)state;
    play("<Click:19,22>"); // «F8 short  F9 long  Ctrl-Q quit  + more  F3/F4 both»
    assert_string_equal(trial.log.buf, "quit;");
    play("<Click:19,32><Click:19,41><Click:19,69>");
    assert_string_equal(trial.log.buf, "quit;plus;");
    desk_set_mouse(trial.desk, false);
    assert_false(trial.mouse);
    play("<Click:19,22>");
    assert_string_equal(trial.log.buf, "quit;plus;");
}

// The box is gone, and its keys with it, before the bar is drawn anew.
static void a_click_may_come_before_the_picture(void **state)
{
    const struct dialog_prompt prompt = {.title = "Name", .label = "name:"};
    (void)state;
    dialog_prompt(trial.desk, &prompt);
    play("");
    assert_int_equal(key_parse("<Enter><Click:19,1>", &trial.waiting, NULL), STATUS_OK);
    assert_true(desk_run(trial.desk));
    assert_int_equal(trial.read, 2);
    assert_int_equal(desk_depth(trial.desk), 1);
}

// Where the buttons leave no room for it on their line, it stands on the next.
static void the_way_to_the_rest_is_seen_whole(void **state)
{
    static const struct action common[] = {
        {"C-b", NULL, "more", "all", WHEN_AT_REST, screen_menu},
        {"F11", NULL, NULL, "what has no button", WHEN_AT_REST, log_key},
        {"F12", NULL, "a button of its own", NULL, WHEN_AT_REST, log_key},
        {0}};
    enum { TWO_LINES = 30 };
    (void)state;
    desk_set_common(trial.desk, common, &trial);
    for (int cols = DESK_COLS_MIN; cols < DESK_COLS_MIN + 30; cols++) {
        autostr picture = STR_INIT;
        assert_int_equal(desk_play(trial.desk, "", TWO_LINES, cols, &picture, NULL), STATUS_OK);
        assert_non_null(strstr(picture.buf, "Ctrl-B more"));
    }
}

static void cells_are_copied(void **state)
{
    (void)state;
    play("১২<Enter><Up><C-c><Down><C-v><Enter>");
    assert_string_equal(trial.copied.buf, "১২");
    assert_string_equal(trial.text[2], "১২");
    play("<Up><C-x>");
    assert_string_equal(trial.text[2], "");
    play("abc<S-Left>*2<C-c>"); // marked text of the edit
    assert_string_equal(trial.copied.buf, "bc");
    desk_copy(trial.desk, "1\n2\n3", 5);
    play("<End><C-v>"); // cells run together would be another figure
    assert_string_equal(grid_typed(trial.grid), "abc");
    assert_non_null(strstr(desk_message(trial.desk), "press Enter or Esc first"));
}

static void settings_reach_the_front(void **state)
{
    (void)state;
    desk_set_theme(trial.desk, THEME_CONTRAST);
    assert_int_equal(trial.theme, THEME_CONTRAST);
    assert_int_equal(desk_theme(trial.desk), THEME_CONTRAST);
}

static void only_long_work_is_told_of(void **state)
{
    (void)state;
    play("<F8>");
    assert_int_equal(trial.shown, 0);
    assert_string_equal(trial.log.buf, "");
    play("<F9>");
    assert_int_equal(trial.shown, 4); // 600, 900, 1200, 1500 ms after the first word of it
    assert_non_null(strstr(trial.log.buf, "printing  40%;"));
    assert_non_null(strstr(trial.log.buf, "printing  100%;"));
    assert_false(desk_busy(trial.desk));
    autostr picture = STR_INIT;
    canvas_dump(desk_canvas(trial.desk), &picture);
    assert_null(strstr(picture.buf, "printing"));
}

// --- boxes, pages, forms ------------------------------------------------------------------------

static void log_choice(void *data, struct desk *desk, int choice)
{
    (void)data;
    (void)desk;
    str_addf(&trial.log, "%d;", choice);
}

static void an_item(void *data, int i, struct str *ret)
{
    (void)data;
    str_addf(ret, "item %d", i);
}

static void find(const char *text, int *ret_row, int *ret_col)
{
    autostr picture = STR_INIT;
    play("");
    canvas_dump(desk_canvas(trial.desk), &picture);
    const char *at = strstr(picture.buf, text), *line = picture.buf;
    assert_non_null(at);
    for (*ret_row = 0; strchr(line, '\n') < at; (*ret_row)++)
        line = strchr(line, '\n') + 1;
    *ret_col = text_columns(line, (size_t)(at - line));
}

static void click_on(const char *text)
{
    int row = 0, col = 0;
    char script[32];
    find(text, &row, &col);
    trial.now += 500; // no half of a double click
    snprintf(script, sizeof script, "<Click:%d,%d>", row, col);
    play(script);
}

static const struct action common_actions[] = {
    {"F1", NULL, "help", NULL, WHEN_AT_REST, log_key},
    {"C-b", NULL, "the rest", "all", WHEN_AT_REST, screen_menu},
    {"F12", NULL, "another language", NULL, WHEN_AT_REST | HINT_LATER, log_key},
    {"F10", NULL, "quite away from here", NULL, WHEN_AT_REST | HINT_LATER, log_key},
    {0}};

static void assert_last_row(const char *text)
{
    autostr picture = STR_INIT;
    canvas_dump(desk_canvas(trial.desk), &picture);
    str_cut(&picture, picture.len - 1);
    assert_string_equal(strrchr(picture.buf, '\n') + 1, text);
}

// What has no room on one line has it on the second, where rows are spare; else the last button
// leads to it.
static void every_key_is_within_reach(void **state)
{
    (void)state;
    desk_set_common(trial.desk, common_actions, &trial);
    play("");
    assert_last_row("F1 help  F8 short  F9 long  Ctrl-Q quit  + more  Ctrl-B the rest");
    click_on("the rest");
    click_on("quite away from here");
    assert_string_equal(trial.log.buf, "quit;");
    trial.rows = 28;
    play("");
    assert_last_row("F10 quite away from here");
    click_on("Ctrl-Q");
    click_on("F10");
    assert_string_equal(trial.log.buf, "quit;quit;quit;");
    dialog_pick(trial.desk, "Items", 4, 0, an_item, log_choice, NULL); // a box has the last line
    play("");
    assert_last_row("Enter choose  Esc cancel");
    play("<Esc>");
}

static void boxes_are_clicked(void **state)
{
    (void)state;
    static const struct dialog_choice choices[] = {{"a", "keep"}, {"b", "drop"}};
    dialog_ask(trial.desk, "Well?", "Keep it?", choices, 2, 0, log_choice, NULL);
    click_on("drop");
    assert_string_equal(trial.log.buf, "1;");
    dialog_pick(trial.desk, "Items", 4, 0, an_item, log_choice, NULL);
    click_on("item 2");
    assert_string_equal(trial.log.buf, "1;"); // the first click selects, the second chooses
    click_on("item 2");
    assert_string_equal(trial.log.buf, "1;2;");
    dialog_pick(trial.desk, "Items", 4, 0, an_item, log_choice, NULL);
    play("<Down>*2<WheelDown>*2"); // all of it is in view
    click_on("Enter");
    assert_string_equal(trial.log.buf, "1;2;2;");
    dialog_pick(trial.desk, "Items", 60, 0, an_item, log_choice, NULL);
    play("<WheelDown><Enter>");
    assert_string_equal(trial.log.buf, "1;2;2;3;");
}

static void two_columns(void *data, int i, struct str *ret)
{
    (void)data;
    str_addf(ret, i ? "a longer one\tsecond" : "one\tfirst");
}

// What stands behind a tab stands in a column of its own, and is found as the rest is.
static void lists_have_two_columns(void **state)
{
    (void)state;
    int row = 0, first = 0, second = 0;
    dialog_pick(trial.desk, "Items", 2, 0, two_columns, log_choice, NULL);
    play("");
    find("first", &row, &first);
    find("second", &row, &second);
    assert_int_equal(first, second);
    play("second<Enter>");
    assert_string_equal(trial.log.buf, "1;");
}

static void log_ticks(void *data, struct desk *desk, unsigned ticked)
{
    (void)data;
    (void)desk;
    str_addf(&trial.log, "%x;", ticked);
}

// The wheel moves the view; what is selected goes along only where it would leave it.
static void ticks_are_wheeled(void **state)
{
    (void)state;
    dialog_tick(trial.desk, "Items", 30, 0, an_item, log_ticks, NULL);
    play("<Down>*8<WheelDown><Space><Enter>");
    assert_string_equal(trial.log.buf, "100;");
    dialog_tick(trial.desk, "Items", 30, 0, an_item, log_ticks, NULL);
    play("<WheelDown><Space><Enter>");
    assert_string_equal(trial.log.buf, "100;8;");
    dialog_tick(trial.desk, "Items", 4, 0, an_item, log_ticks, NULL); // all of it is in view
    play("<WheelDown><Space><Enter>");
    assert_string_equal(trial.log.buf, "100;8;1;");
}

static void pages_are_wheeled(void **state)
{
    (void)state;
    autostr text = STR_INIT;
    for (int i = 0; i < 90; i++)
        str_addf(&text, "line-%d\n", i);
    pager_push(trial.desk, "Text", text.buf, text.len, false);
    int row = 0, col = 0;
    play("<WheelDown>*4<WheelUp>");
    find("line-9\n", &row, &col);
    assert_int_equal(row, 1);
    play("<Esc>");
}

static void form_value(void *data, int field, struct str *ret)
{
    (void)data;
    str_add(ret, trial.text[field]);
}

static enum status form_accept(void *data, int field, const char *text, struct err *err)
{
    return accept(data, NULL, field, 0, text, err);
}

static void forms_are_clicked(void **state)
{
    (void)state;
    static const struct form_field fields[] = {
        {.label = "One", .value = form_value, .accept = form_accept},
        {.label = "Two", .value = form_value},
        {.label = "Three", .value = form_value, .accept = form_accept},
    };
    struct canvas *canvas = canvas_new(12, 40);
    struct form *form = form_new(fields, 3, NULL);
    form_draw(form, canvas, 1, 2, 8, 36);
    assert_true(form_click(form, 3, 12));
    assert_int_equal(form_focus(form), 2);
    assert_false(form_click(form, 2, 12)); // only shown
    assert_false(form_click(form, 3, 39)); // beside
    assert_true(form_click(form, 1, 12));
    form_edit(form, "7x");
    assert_true(form_click(form, 3, 12)); // refused: the hand stays, with the reason below
    assert_int_equal(form_focus(form), 0);
    form_draw(form, canvas, 1, 2, 8, 36);
    form_edit(form, "7");
    assert_true(form_click(form, 4, 12)); // a row lower now
    assert_int_equal(form_focus(form), 2);
    assert_string_equal(trial.text[0], "7");
    form_free(&form);
    canvas_free(&canvas);
}

static void picture_size(void *self, int *ret_rows, int *ret_cols)
{
    (void)self;
    *ret_rows = 24;
    *ret_cols = 80;
}

// A picture of the window says of the mouse what the window says; what is only played has none.
static void the_window_keeps_the_mouse(void **state)
{
    static const struct desk_front still = {.size = picture_size};
    struct desk *window = desk_new(&still, false), *played = desk_new(NULL, false);
    (void)state;
    assert_true(desk_mouse_stays(window));
    assert_false(desk_mouse_stays(played));
    assert_false(desk_mouse_stays(trial.desk));
    desk_free(&window);
    desk_free(&played);
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, setup, teardown)
    const struct CMUnitTest tests[] = {
        TEST(clicks_select_cells),
        TEST(a_second_click_opens),
        TEST(headings_sort),
        TEST(the_second_button_offers_what_can_act),
        TEST(the_wheel_scrolls),
        TEST(the_key_bar_is_clicked),
        TEST(a_click_may_come_before_the_picture),
        TEST(the_way_to_the_rest_is_seen_whole),
        TEST(every_key_is_within_reach),
        TEST(cells_are_copied),
        TEST(settings_reach_the_front),
        TEST(only_long_work_is_told_of),
        TEST(boxes_are_clicked),
        TEST(lists_have_two_columns),
        TEST(ticks_are_wheeled),
        TEST(pages_are_wheeled),
        TEST(forms_are_clicked),
        TEST(the_window_keeps_the_mouse),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
