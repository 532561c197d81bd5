// SPDX-License-Identifier: GPL-3.0-or-later
// The key bar as the window shows it: its buttons stand one gap apart by what their letters
// measure.
#include "../test.h"

#include "../../src/paint/private.h"
#include "orjon/base/i18n.h"
#include "sheet.h"

#include <string.h>

enum { ROWS = 24, COLS = 100 };

static struct paint *paint;

static void act(void *state, struct desk *desk, const struct key *key)
{
    (void)state;
    (void)key;
    desk_say(desk, MESSAGE_INFO, "%s", "done");
}

static const struct action actions[] = {
    {"F1", NULL, "সহায়িকা", NULL, WHEN_AT_REST, act},
    {"Esc", NULL, "ফিরে যান", NULL, WHEN_AT_REST, act},
    {"F5", NULL, "অগ্রগতি", NULL, WHEN_AT_REST, act},
    {"F8", NULL, "help", NULL, WHEN_AT_REST, act},
    {"C-z", NULL, "শেষটি বাতিল", NULL, WHEN_AT_REST, act},
    {NULL, "প", "প্রতিশ্রুতি", NULL, WHEN_AT_REST, act},
    {"F9", NULL, "নিষ্পত্তিকৃত", NULL, WHEN_AT_REST, act},
    {0},
};

static void draw(void *state, struct canvas *canvas)
{
    (void)state;
    canvas_say(canvas, 0, 0, STYLE_PLAIN, "x");
}

static void done(void **state)
{
    (void)state;
}

static void get_size(void *self, int *ret_rows, int *ret_cols)
{
    (void)self;
    *ret_rows = ROWS;
    *ret_cols = COLS;
}

static int get_columns(void *self, const char *s, size_t n, enum style style)
{
    (void)self;
    return picture_columns(paint, s, n, style);
}

// Every other text is a key, on its ground; what it does stands behind it.
static void check_gaps(const struct paint_line *line)
{
    const double unit = paint_measure(paint).width;
    double end = -2 * unit;
    assert_int_equal(line->texts, 2 * (sizeof actions / sizeof *actions - 1));
    for (int i = 0; i < line->texts; i++) {
        const struct paint_piece piece = paint_piece_of(paint, line, &line->text[i]);
        const double gap = piece.x - end, least = i % 2 ? 1 : 2;
        assert_int_equal(piece.n, line->text[i].n); // none is cut
        assert_true(piece.scale >= 1);
        assert_true(gap >= least * unit && gap < (least + 1) * unit);
        end = piece.x + piece.width;
    }
}

static void says_that_letters_may_be_smaller(struct desk *desk, struct sheet *sheet)
{
    autostr text = STR_INIT;
    assert_int_equal(desk_play(desk, "", 10, 59, NULL, NULL), STATUS_OK);
    sheet_take(sheet, desk_canvas(desk), THEME_LIGHT, paint);
    for (int row = 5; row < 10; row++)
        sheet_text(sheet, row, 0, 59, &text);
    assert_non_null(strstr(text.buf, "Ctrl-Minus"));
}

static void buttons_stand_by_their_letters(void **state)
{
    static const struct screen_ops ops = {
        .name = "bar", .actions = actions, .draw = draw, .free = done};
    const struct desk_front front = {.size = get_size, .columns = get_columns};
    struct sheet sheet = {0};
    (void)state;
    i18n_set_language(LANGUAGE_BENGALI);
    assert_int_equal(paint_new(&(struct paint_fonts){0}, &paint, NULL), STATUS_OK);
    struct desk *desk = desk_new(&front, false);
    desk_push(desk, &ops, &sheet);
    assert_int_equal(desk_play(desk, "", ROWS, COLS, NULL, NULL), STATUS_OK);
    sheet_take(&sheet, desk_canvas(desk), THEME_LIGHT, paint);
    const struct paint_line line = sheet_line(&sheet, ROWS - 1);
    check_gaps(&line);
    says_that_letters_may_be_smaller(desk, &sheet);
    sheet_done(&sheet);
    desk_free(&desk);
    paint_free(&paint);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(buttons_stand_by_their_letters)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
