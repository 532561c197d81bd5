// SPDX-License-Identifier: GPL-3.0-or-later
// How many bytes the painter sends for what is typed, for a row and for a list that moves on.
#include "painting.h"

#include "orjon/tui/lineedit.h"

#include <stdlib.h>
#include <string.h>

static size_t type(struct painter *painter, struct canvas *canvas, struct vt *vt,
                   struct lineedit *edit, const char *script, int columns)
{
    struct key_list keys = {0};
    key_parse(script, &keys, NULL);
    size_t before = vt->bytes;
    for (size_t i = 0; i < keys.count; i++) {
        lineedit_key(edit, &keys.key[i]);
        lineedit_draw(edit, canvas, 1, 4, columns, STYLE_EDIT);
        show(painter, canvas, vt);
    }
    key_list_done(&keys);
    return vt->bytes - before;
}

// A field typed in, in each family: the bytes sent, and the rule behind it.
static void typing_is_cheap(void **state)
{
    (void)state;
    for (int family = 0; family < FAMILY_COUNT; family++) {
        struct painter painter = {0};
        struct vt vt;
        struct lineedit edit;
        struct canvas *canvas = canvas_new(ROWS, COLS);
        lineedit_init(&edit);
        painter_init(&painter);
        vt_open(&vt, (enum family)family, ROWS, COLS);
        canvas_rule(canvas, 0, 28, ROWS, RULE_VERTICAL);
        lineedit_draw(&edit, canvas, 1, 4, 24, STYLE_EDIT);
        show(&painter, canvas, &vt);
        painter.wide = family == FAMILY_WIDE; // where letters cannot be cheap
        size_t first = type(&painter, canvas, &vt, &edit, "ক", 24);
        size_t letters = type(&painter, canvas, &vt, &edit, "র্ম পরিকল্পনা", 24);
        print_message("family %d: first letter %zu bytes, 13 more %zu\n", family, first, letters);
        assert_true(first <= 20 || painter.wide);
        assert_true(letters == strlen("র্ম পরিকল্পনা") || painter.wide);
        print_message("  backspace %zu", type(&painter, canvas, &vt, &edit, "<BS>", 24));
        print_message(", left %zu", type(&painter, canvas, &vt, &edit, "<Left>", 24));
        print_message(", letter within %zu", type(&painter, canvas, &vt, &edit, "য", 24));
        type(&painter, canvas, &vt, &edit, "<C-u>", 24);
        print_message(", digit %zu", type(&painter, canvas, &vt, &edit, "১২৩৪", 24) / 4);
        type(&painter, canvas, &vt, &edit, "<Home>", 24);
        print_message(", digit within %zu\n", type(&painter, canvas, &vt, &edit, "৫", 24));
        for (int row = 0; row < ROWS; row++)
            assert_int_equal(vt_cell(&vt, row, 28), 0x2502);
        vt_close(&vt);
        painter_done(&painter);
        lineedit_done(&edit);
        canvas_free(&canvas);
    }
}

// A figure stands at the right of its cell: each digit moves those before it, and the cursor is
// where the last one left it.
static void figures_are_cheap(void **state)
{
    (void)state;
    static const char *const digits[] = {"৪", "২", ".", "৫"};
    for (int family = 0; family < FAMILY_WIDE; family++) {
        struct painter painter = {0};
        struct vt vt;
        struct lineedit edit;
        struct canvas *canvas = canvas_new(ROWS, COLS);
        lineedit_init(&edit);
        edit.figure = true;
        painter_init(&painter);
        vt_open(&vt, (enum family)family, ROWS, COLS);
        canvas_text(canvas, 1, 4, 12, STYLE_FOCUS, ALIGN_RIGHT, "", 0);
        canvas_cursor(canvas, 1, 4);
        show(&painter, canvas, &vt);
        for (size_t i = 0; i < 4; i++) {
            const size_t sent = type(&painter, canvas, &vt, &edit, digits[i], 12);
            assert_true(i || sent <= 24);                              // all of the cell
            assert_true(!i || sent == (i < 2 ? 8 : i == 2 ? 10 : 14)); // back, and the figure
        }
        assert_string_equal(vt_row(&vt, 1, 0, COLS), "           ৪২.৫");
        assert_int_equal(vt_cursor(&vt).col, 15);
        vt_close(&vt);
        painter_done(&painter);
        lineedit_done(&edit);
        canvas_free(&canvas);
    }
}

// Looks of blanks that look erased are not sent, and where letters stand alone nothing is blanked
// before them.
static void a_row_costs_its_letters(void **state)
{
    (void)state;
    static const char letters[] = "কখগ", signs[] = "বাংলাদেশ";
    struct painter painter = {0};
    struct vt vt;
    struct canvas *canvas = canvas_new(ROWS, COLS);
    painter_init(&painter);
    vt_open(&vt, FAMILY_GLIBC, ROWS, COLS);
    show(&painter, canvas, &vt);
    canvas_text(canvas, 1, 0, 8, STYLE_FOCUS, ALIGN_LEFT, signs, strlen(signs));
    show(&painter, canvas, &vt);
    canvas_text(canvas, 1, 0, 8, STYLE_FOCUS, ALIGN_LEFT, letters, strlen(letters));
    canvas_fill(canvas, 1, 8, 1, 4, STYLE_DIM);
    canvas_put(canvas, 1, 12, STYLE_PLAIN, "│");
    canvas_fill(canvas, 1, 13, 1, 4, STYLE_DIM);
    canvas_put(canvas, 1, 17, STYLE_PLAIN, "│");
    size_t before = vt.bytes;
    show(&painter, canvas, &vt);
    const size_t moves = strlen("\033[2;1H\033[2;13H\033[1;1H"), look = strlen("\033[0;7m\033[m");
    assert_true(vt.bytes - before <= moves + look + strlen(letters) + 5 + 4 + 2 * strlen("│"));
    assert_string_equal(vt_row(&vt, 1, 0, COLS), "কখগ         │    │");
    vt_close(&vt);
    painter_done(&painter);
    canvas_free(&canvas);
}

// A list that goes on by a row sends the row that comes, and moves the others.
static void scrolling_is_cheap(void **state)
{
    (void)state;
    enum { LINES = 9, WIDE = 60 };
    static const char line[] = "সেবা প্রদান প্রতিশ্রুতি বাস্তবায়ন সংক্রান্ত কর্মপরিকল্পনা";
    for (int family = 0; family < FAMILY_WIDE; family++)
        for (int by = -2; by <= 2; by++) {
            struct painter painter = {0};
            struct vt vt;
            struct canvas *canvas = canvas_new(LINES, WIDE);
            size_t before = 0;
            painter_init(&painter);
            vt_open(&vt, (enum family)family, LINES, WIDE);
            for (int top = 20, round = 0; round < 2; top += by, round++) {
                canvas_clear(canvas);
                canvas_text(canvas, 0, 0, WIDE, STYLE_TITLE, ALIGN_LEFT, line, strlen(line));
                canvas_text(canvas, LINES - 1, 0, WIDE, STYLE_KEY, ALIGN_LEFT, line, strlen(line));
                for (int i = 1; i < LINES - 1; i++) {
                    autostr text = STR_INIT;
                    str_addf(&text, "%d %s", top + i, line);
                    canvas_text(canvas, i, 0, WIDE, STYLE_PLAIN, ALIGN_LEFT, text.buf, text.len);
                }
                before = vt.bytes;
                show(&painter, canvas, &vt);
            }
            const size_t sent = vt.bytes - before;
            assert_true(sent <= (size_t)abs(by) * (strlen(line) + 20) + 40);
            for (int i = 1; i < LINES - 1; i++)
                assert_int_equal(vt_cell(&vt, i, 1), '0' + (20 + by + i) % 10);
            vt_close(&vt);
            painter_done(&painter);
            canvas_free(&canvas);
        }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(typing_is_cheap),
        cmocka_unit_test(figures_are_cheap),
        cmocka_unit_test(a_row_costs_its_letters),
        cmocka_unit_test(scrolling_is_cheap),
    };
    return cmocka_run_group_tests(tests, setup, teardown);
}
