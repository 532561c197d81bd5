// SPDX-License-Identifier: GPL-3.0-or-later
#include "../test.h"

#include "orjon/tui/canvas.h"

#include <stdlib.h>

static void put(struct canvas *canvas, int row, int col, int columns, enum align align,
                const char *s)
{
    canvas_text(canvas, row, col, columns, STYLE_PLAIN, align, s, strlen(s));
}

static void assert_picture(const struct canvas *canvas, const char *expected)
{
    autostr got = STR_INIT;
    canvas_dump(canvas, &got);
    assert_string_equal(got.buf, expected);
}

static void text_is_cut_between_syllables(void **state)
{
    (void)state;
    struct canvas *canvas = canvas_new(4, 20);
    put(canvas, 0, 0, 5, ALIGN_LEFT, "প্রতিষ্ঠানিক"); // প্র 2, তি 2, ষ্ঠা 3; … 1
    put(canvas, 1, 2, 6, ALIGN_RIGHT, "১২.৫");
    put(canvas, 2, 15, 9, ALIGN_LEFT, "abcdefghi");
    put(canvas, 9, 0, 5, ALIGN_LEFT, "nowhere");
    put(canvas, 3, -2, 5, ALIGN_LEFT, "abcde");
    assert_picture(canvas, "প্রতি…\n    ১২.৫\n               abcd…\nabc\n");
    const struct canvas_cell *cell = canvas_cell(canvas, 0, 2);
    assert_int_equal(cell->columns, 2);
    assert_int_equal(canvas_cell(canvas, 0, 3)->columns, 0);
    canvas_free(&canvas);
    assert_null(canvas);
}

static void a_cut_text_says_so(void **state)
{
    (void)state;
    struct canvas *canvas = canvas_new(3, 8);
    put(canvas, 0, 0, 8, ALIGN_LEFT,
        "ষ্ঠাষ্ঠাষ্ঠা"); // 3 each: behind the last whole one, not at the edge
    put(canvas, 1, 0, 8, ALIGN_RIGHT, "কর কখগ করকর"); // no blank before the mark
    put(canvas, 2, 0, 2, ALIGN_LEFT, "কখগ");          // too narrow for a mark
    put(canvas, 2, 3, 3, ALIGN_LEFT, "abc  ");        // blanks are no loss
    assert_picture(canvas, "ষ্ঠাষ্ঠা…\n কর কখগ…\nকখ abc\n");
    canvas->ascii = true;
    put(canvas, 0, 0, 8, ALIGN_LEFT, "one word");
    put(canvas, 1, 0, 8, ALIGN_LEFT, "two words");
    canvas_fill(canvas, 2, 0, 1, 8, STYLE_PLAIN);
    assert_picture(canvas, "one word\ntwo wor>\n\n");
    canvas_free(&canvas);
}

static void the_last_line_of_a_cut_paragraph_says_so(void **state)
{
    (void)state;
    struct canvas *canvas = canvas_new(2, 8);
    static const char text[] = "কর কখ\nগঘ কগ\nচছ", whole[] = "কর কখ\nগঘ\n";
    assert_int_equal(canvas_wrapped(canvas, 0, 0, 2, 8, STYLE_PLAIN, text, sizeof text - 1), 2);
    assert_picture(canvas, "কর কখ\nগঘ কগ…\n");
    canvas_wrapped(canvas, 0, 0, 2, 8, STYLE_PLAIN, whole, sizeof whole - 1);
    assert_picture(canvas, "কর কখ\nগঘ\n");
    canvas_free(&canvas);
}

static const struct canvas_words *words_at(const struct canvas *canvas, int row, int col)
{
    const uint32_t words = canvas_cell(canvas, row, col)->words;
    return words ? &canvas->words[words - 1] : NULL;
}

static void assert_words(const struct canvas *canvas, int row, int col, const char *expected)
{
    const struct canvas_words *words = words_at(canvas, row, col);
    assert_non_null(words);
    assert_int_equal(words->length, strlen(expected));
    assert_memory_equal(canvas->text.buf + words->at, expected, words->length);
}

static void a_text_is_kept_whole(void **state)
{
    static const char cut[] = "প্রতিষ্ঠানিক কাঠামো", lines[] = "কর কখ\nগঘ কগ চছ";
    (void)state;
    struct canvas *canvas = canvas_new(3, 12);
    put(canvas, 0, 1, 5, ALIGN_RIGHT, cut);
    assert_words(canvas, 0, 1, cut);
    assert_ptr_equal(words_at(canvas, 0, 1), words_at(canvas, 0, 5));
    assert_null(words_at(canvas, 0, 0));
    assert_null(words_at(canvas, 0, 6));
    const struct canvas_words *words = words_at(canvas, 0, 1);
    assert_int_equal(words->col, 1);
    assert_int_equal(words->columns, 5);
    assert_int_equal(words->align, ALIGN_RIGHT);
    assert_true(words->is_marked && !words->is_paragraph);
    assert_int_equal(canvas_cell(canvas, 0, 1)->at, words->at); // প্র
    assert_int_equal(canvas_wrapped(canvas, 1, 0, 2, 6, STYLE_PLAIN, lines, sizeof lines - 1), 2);
    assert_words(canvas, 2, 0, lines);
    assert_true(words_at(canvas, 1, 0)->is_paragraph);
    assert_int_equal(words_at(canvas, 1, 0)->rows, 2);
    canvas_free(&canvas);
}

static void what_is_drawn_over_takes_its_cells(void **state)
{
    (void)state;
    struct canvas *canvas = canvas_new(1, 12);
    put(canvas, 0, 0, 10, ALIGN_LEFT, "ab cd");
    const struct canvas_words *words = words_at(canvas, 0, 0);
    assert_int_equal(canvas_cell(canvas, 0, 2)->at, words->at + 2); // a blank of it
    assert_int_equal(canvas_cell(canvas, 0, 7)->at, words->at + 5); // behind it
    canvas_rule(canvas, 0, 3, 1, RULE_VERTICAL);
    assert_null(words_at(canvas, 0, 3));
    assert_words(canvas, 0, 2, "ab cd");
    assert_words(canvas, 0, 4, "ab cd");
    canvas_clear(canvas);
    assert_null(words_at(canvas, 0, 2));
    canvas_free(&canvas);
}

static void half_a_syllable_never_stays(void **state)
{
    (void)state;
    struct canvas *canvas = canvas_new(1, 12);
    put(canvas, 0, 0, 12, ALIGN_LEFT, "কাখাগা");
    put(canvas, 0, 1, 2, ALIGN_LEFT, "xy"); // takes the second half of কা and the first of খা
    assert_picture(canvas, " xy গা\n");
    canvas_free(&canvas);
}

static void unsafe_bytes_are_harmless(void **state)
{
    (void)state;
    struct canvas *canvas = canvas_new(1, 20);
    const char text[] = "a\x1b[2J\xff\xc2\x9b"
                        "b\tc";
    canvas_text(canvas, 0, 0, 20, STYLE_PLAIN, ALIGN_LEFT, text, sizeof text - 1);
    assert_picture(canvas, "a [2J? b c\n");
    put(canvas, 0, 0, 20, ALIGN_LEFT, "\u09cdক"); // a mark without a letter
    assert_picture(canvas, "ক\n");
    canvas_free(&canvas);
}

static void monstrous_syllables_are_cut(void **state)
{
    (void)state;
    struct canvas *canvas = canvas_new(1, 2000);
    autostr text = STR_INIT;
    str_add_repeat(&text, "ক্", 5000);
    canvas_text(canvas, 0, 0, 2000, STYLE_PLAIN, ALIGN_LEFT, text.buf, text.len);
    autostr got = STR_INIT;
    canvas_dump(canvas, &got);
    assert_true(got.len < 2000 * 4);
    canvas_free(&canvas);
}

static void styles_and_rules(void **state)
{
    (void)state;
    struct canvas *canvas = canvas_new(3, 8);
    canvas_box(canvas, 0, 0, 3, 6);
    canvas_put(canvas, 1, 1, STYLE_ERROR, "!");
    canvas_set_style(canvas, 1, 2, 1, 2, STYLE_SELECTED);
    assert_picture(canvas, "┌────┐\n│!   │\n└────┘\n");
    autostr got = STR_INIT;
    canvas_dump_styles(canvas, &got);
    assert_string_equal(got.buf, "RRRRRR\nReSS.R\nRRRRRR\n");
    canvas->ascii = true;
    canvas_box(canvas, 0, 0, 3, 6);
    assert_picture(canvas, "+----+\n|    |\n+----+\n");
    canvas_free(&canvas);
}

static void limits_hold(void **state)
{
    (void)state;
    struct canvas *canvas = canvas_new(3, 5);
    canvas_limit(canvas, 2);
    canvas_fill(canvas, 0, 0, 99, 99, STYLE_FOCUS);
    put(canvas, 2, 0, 5, ALIGN_LEFT, "low");
    autostr got = STR_INIT;
    canvas_dump_styles(canvas, &got);
    assert_string_equal(got.buf, "FFFFF\nFFFFF\n\n");
    canvas_free(&canvas);
}

// Any drawing at all leaves whole syllables that own their cells.
static void random_drawing_keeps_cells_whole(void **state)
{
    (void)state;
    static const char *const texts[] = {"কর্মপরিকল্পনা", "a", "বাংলাদেশ",           " ",
                                        "মোঃ",         "│", "ক্‍ষ ১২"};
    struct canvas *canvas = canvas_new(3, 17);
    srand(1);
    for (int i = 0; i < 20000; i++) {
        const char *s = texts[rand() % 7];
        canvas_text(canvas, rand() % 5 - 1, rand() % 21 - 2, rand() % 20, STYLE_PLAIN,
                    (enum align)(rand() % 3), s, strlen(s));
        for (int row = 0; row < 3; row++)
            for (int col = 0, next; col < 17; col = next) {
                const struct canvas_cell *cell = canvas_cell(canvas, row, col);
                assert_true(cell->columns > 0);
                next = col + cell->columns;
                assert_true(next <= 17);
                for (int k = col + 1; k < next; k++)
                    assert_int_equal(canvas_cell(canvas, row, k)->columns, 0);
            }
    }
    canvas_free(&canvas);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(text_is_cut_between_syllables),
        cmocka_unit_test(a_cut_text_says_so),
        cmocka_unit_test(the_last_line_of_a_cut_paragraph_says_so),
        cmocka_unit_test(a_text_is_kept_whole),
        cmocka_unit_test(what_is_drawn_over_takes_its_cells),
        cmocka_unit_test(half_a_syllable_never_stays),
        cmocka_unit_test(unsafe_bytes_are_harmless),
        cmocka_unit_test(monstrous_syllables_are_cut),
        cmocka_unit_test(styles_and_rules),
        cmocka_unit_test(limits_hold),
        cmocka_unit_test(random_drawing_keeps_cells_whole),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
