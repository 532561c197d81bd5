// SPDX-License-Identifier: GPL-3.0-or-later
// The painter against libvterm: whatever was drawn before, a screen brought up to date is the same
// as one painted from nothing, in each family of terminals, to the cell and the cursor.
#include "painting.h"

#include "orjon/tui/lineedit.h"

#include <stdlib.h>
#include <string.h>

static void show_first(struct painter *painter, const struct canvas *canvas, struct vt *vt)
{
    painter_show_first(painter, canvas);
    vt_feed(vt, painter->out.buf, painter->out.len);
}

static bool same_attributes(const VTermScreenCell *a, const VTermScreenCell *b)
{
    bool blank = !a->chars[0] || a->chars[0] == ' '; // which looks the same in bold
    return (blank || a->attrs.bold == b->attrs.bold) && a->attrs.underline == b->attrs.underline &&
           a->attrs.reverse == b->attrs.reverse;
}

static void assert_same(struct vt *a, struct vt *b, int round)
{
    for (int row = 0; row < ROWS; row++)
        for (int col = 0; col < COLS; col++) {
            VTermScreenCell x, y;
            VTermPos at = {row, col};
            vterm_screen_get_cell(a->screen, at, &x);
            vterm_screen_get_cell(b->screen, at, &y);
            for (int i = 0; i < VTERM_MAX_CHARS_PER_CELL; i++) {
                uint32_t p = x.chars[i] == ' ' && !i ? 0 : x.chars[i];
                uint32_t q = y.chars[i] == ' ' && !i ? 0 : y.chars[i];
                if (p != q) {
                    print_message("%s\n", vt_row(a, row, 0, COLS));
                    print_message("%s\n", vt_row(b, row, 0, COLS));
                    fail_msg("round %d, family %d, row %d col %d", round, (int)a->family, row, col);
                }
                if (!x.chars[i] || !y.chars[i])
                    break;
            }
            if (!same_attributes(&x, &y))
                fail_msg("attributes, round %d, row %d col %d", round, row, col);
        }
    if (vt_cursor(a).row != vt_cursor(b).row || vt_cursor(a).col != vt_cursor(b).col)
        fail_msg("cursor, round %d, family %d: %d,%d but afresh %d,%d", round, (int)a->family,
                 vt_cursor(a).row, vt_cursor(a).col, vt_cursor(b).row, vt_cursor(b).col);
}

static const char *const words[] = {"কর্মপরিকল্পনা", "a",   "বাংলাদেশ",   "মোঃ", "১২.৫",
                                    "ক্ষি",         "abc", "সেবা প্রদান", "ন",   "│"};

// What was in a row is in another one now.
static void move_rows(struct canvas *canvas, int by)
{
    const size_t cols = COLS, gap = (size_t)abs(by) * cols, rest = ROWS * cols - gap;
    struct canvas_cell *cells = canvas->cell;
    memmove(by > 0 ? cells : cells + gap, by > 0 ? cells + gap : cells, rest * sizeof *cells);
    canvas_fill(canvas, by > 0 ? ROWS - by : 0, 0, abs(by), COLS, STYLE_PLAIN);
}

static void draw_something(struct canvas *canvas, struct lineedit *edit)
{
    static const enum style styles[] = {STYLE_PLAIN, STYLE_HEADING, STYLE_FOCUS, STYLE_FIELD};
    int row = rand() % ROWS, col = rand() % COLS;
    const char *s = words[(size_t)rand() % (sizeof words / sizeof *words)];
    switch (rand() % 8) {
    case 0:
        canvas_fill(canvas, row, col, 1 + rand() % 3, 1 + rand() % COLS, styles[rand() % 4]);
        break;
    case 1:
        canvas_rule(canvas, 0, col, ROWS, RULE_VERTICAL);
        break;
    case 2:
        canvas_cursor(canvas, row, col);
        break;
    case 6:
        move_rows(canvas, rand() % 5 - 2);
        break;
    case 7:
        canvas_follow_above(canvas, 0);
        for (int i = rand() % 3; i > 0; i--)
            canvas_follow(canvas, words[rand() % 2], rand() % ROWS, 1 + rand() % 2);
        break;
    case 3:
        lineedit_draw(edit, canvas, row, col, COLS - col, STYLE_EDIT);
        break;
    default:
        canvas_text(canvas, row, col, rand() % 20, styles[rand() % 4], (enum align)(rand() % 3), s,
                    strlen(s));
    }
}

static void try_family(enum family family)
{
    struct painter painter = {0}, afresh = {0};
    struct vt vt;
    struct canvas *canvas = canvas_new(ROWS, COLS);
    struct lineedit edit;
    lineedit_init(&edit);
    painter_init(&painter);
    painter_init(&afresh);
    painter.wide = afresh.wide = family == FAMILY_WIDE;
    vt_open(&vt, family, ROWS, COLS);
    for (int round = 0; round < 3000; round++) {
        if (round % 40 == 0)
            canvas_clear(canvas);
        const char *word = words[rand() % 9];
        if (rand() % 3 == 0)
            lineedit_insert(&edit, word, strlen(word));
        draw_something(canvas, &edit);
        if (edit.text.len > 60)
            lineedit_set(&edit, "", 0, false);
        if (rand() % 3 == 0)
            show_first(&painter, canvas, &vt);
        if (rand() % 6 == 0) // and the next picture is there before keys rest
            continue;
        show(&painter, canvas, &vt);
        struct vt other;
        vt_open(&other, family, ROWS, COLS);
        afresh.valid = false;
        show(&afresh, canvas, &other);
        assert_same(&vt, &other, round);
        vt_close(&other);
    }
    vt_close(&vt);
    painter_done(&painter);
    painter_done(&afresh);
    lineedit_done(&edit);
    canvas_free(&canvas);
}

static void updates_equal_repaints(void **state)
{
    (void)state;
    srand(11);
    for (int family = 0; family < FAMILY_COUNT; family++)
        try_family((enum family)family);
}

// What follows comes second, and not at all where another picture was.
static void rows_that_follow_come_second(void **state)
{
    (void)state;
    struct painter painter = {0};
    struct canvas *canvas = canvas_new(ROWS, COLS);
    struct vt vt;
    int here = 0, there = 0;
    painter_init(&painter);
    vt_open(&vt, FAMILY_GLIBC, ROWS, COLS);
    for (int round = 0; round < 4; round++) {
        const bool left = round % 2;
        canvas_clear(canvas);
        canvas_put(canvas, 1, 0, STYLE_PLAIN, round % 2 ? "b" : "a");
        canvas_put(canvas, 3, 0, STYLE_PLAIN, round % 2 ? "b" : "a");
        canvas_put(canvas, 4, 0, STYLE_PLAIN, round % 2 ? "b" : "a");
        canvas_follow(canvas, round < 2 ? &here : &there, 3, round < 3 ? 1 : 2);
        painter_show_first(&painter, canvas);
        vt_feed(&vt, painter.out.buf, painter.out.len);
        assert_int_equal(vt_cell(&vt, 1, 0), round % 2 ? 'b' : 'a');
        assert_int_equal(vt_cell(&vt, 3, 0), 'a');
        assert_int_equal(vt_cell(&vt, 4, 0), round % 2 ? 'b' : 'a');  // it was not one of them
        assert_int_equal(painter_show_first(&painter, canvas), left); // it is still to come
        show(&painter, canvas, &vt);
        assert_int_equal(vt_cell(&vt, 3, 0), round % 2 ? 'b' : 'a');
    }
    for (int i = 0; i < 100; i++) // keys that never rest
        painter_show_first(&painter, canvas);
    assert_true(painter.shown->text.len <= 2 * canvas->text.len);
    canvas_cursor(canvas, 3, 0);
    canvas_put(canvas, 3, 0, STYLE_PLAIN, "c");
    assert_false(painter_show_first(&painter, canvas)); // what the keys act on follows nothing
    vt_close(&vt);
    painter_done(&painter);
    canvas_free(&canvas);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(updates_equal_repaints),
        cmocka_unit_test(rows_that_follow_come_second),
    };
    return cmocka_run_group_tests(tests, setup, teardown);
}
