// SPDX-License-Identifier: GPL-3.0-or-later
#include "../test.h"

#include "orjon/tui/lineedit.h"

#include <stdlib.h>

static void play(struct lineedit *edit, const char *script)
{
    struct key_list keys = {0};
    struct err err = {0};
    assert_int_equal(key_parse(script, &keys, &err), STATUS_OK);
    for (size_t i = 0; i < keys.count; i++)
        lineedit_key(edit, &keys.key[i]);
    key_list_done(&keys);
}

// The text with | at the cursor.
static void assert_line(const struct lineedit *edit, const char *expected)
{
    autostr got = STR_INIT;
    str_add_n(&got, edit->text.buf, edit->cursor);
    str_add_char(&got, '|');
    str_add_n(&got, edit->text.buf + edit->cursor, edit->text.len - edit->cursor);
    assert_string_equal(got.buf, expected);
}

static void assert_played(const char *start, const char *script, const char *expected)
{
    struct lineedit edit;
    lineedit_init(&edit);
    lineedit_set(&edit, start, strlen(start), false);
    play(&edit, script);
    assert_line(&edit, expected);
    lineedit_done(&edit);
}

static void keys_go_by_syllable(void **state)
{
    (void)state;
    assert_played("প্রতিষ্ঠান", "<Left>*2", "প্রতি|ষ্ঠান");
    assert_played("প্রতিষ্ঠান", "<Left>*2<Del>", "প্রতি|ন");
    assert_played("প্রতি", "<BS>", "প্রত|");
    assert_played("প্রতি", "<BS>*3", "প্|");
    assert_played("কর্ম পরিকল্পনা ২", "<C-Left>*2", "কর্ম |পরিকল্পনা ২");
    assert_played("কর্ম পরিকল্পনা", "<Home><C-Right>x", "কর্ম x|পরিকল্পনা");
    assert_played("abc", "<Home><S-Right>*2<BS>", "|c");
    assert_played("abc", "<C-a>x", "x|");
    assert_played("abc", "<S-Home><Left>x", "x|abc");
}

// Hasanta typed before a consonant: what is typed next must still go in between.
static void joining_does_not_lose_the_place(void **state)
{
    (void)state;
    assert_played("কষ", "<Left>্", "ক্ষ|");
    assert_played("কষ", "<Left>্র", "ক্র|ষ");
    assert_played("কষ", "<Left>্<BS>", "ক|ষ");
    assert_played("ক্তষ", "<Left><BS>র", "ক্র|ষ");
}

// ড়, ঢ় and য় are letters of their own, and keyboards write them in two ways.
static void backspace_takes_a_dotted_letter_whole(void **state)
{
    (void)state;
    static const char *const letters[] = {"\u09A1\u09BC", "\u09A2\u09BC", "\u09AF\u09BC",
                                          "\u09DC",       "\u09DD",       "\u09DF"};
    for (size_t i = 0; i < sizeof letters / sizeof *letters; i++) {
        autostr text = STR_INIT;
        str_addf(&text, "ব%s", letters[i]);
        assert_played(text.buf, "<BS>", "ব|");
        str_add(&text, "া");
        assert_played(text.buf, "<BS>*2", "ব|");
    }
    assert_played("\u09BC", "<BS>", "|");
}

static void candrabindu_typed_too_early_is_put_in_order(void **state)
{
    (void)state;
    assert_played("", "চঁাদ", "চাঁদ|");
    assert_played("", "চঁাদ<BS>*2", "চা|");
    assert_played("", "পঁৌছ", "প\u09C7\u09D7ঁছ|");
    assert_played("", "চঁা<C-z>", "চঁ|");
    assert_played("", "চঁদ", "চঁদ|");
}

static void what_is_not_seen_is_not_typed(void **state)
{
    (void)state;
    assert_played("", "৫\u200B\uFEFF৭", "৫৭|");
    assert_played("", "র\u200D্য", "র\u200D্য|"); // it says how the conjunct is written
}

static void a_fresh_field_is_replaced(void **state)
{
    (void)state;
    static const struct {
        const char *script, *expected;
    } rows[] = {
        {"৭", "৭|"}, {"<End>৭", "১২৭|"}, {"<Home>৭", "৭|১২"}, {"<BS>", "|"}, {"<F2>", "১২|"}};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct lineedit edit;
        lineedit_init(&edit);
        lineedit_set(&edit, "১২", strlen("১২"), true);
        play(&edit, rows[i].script);
        assert_line(&edit, rows[i].expected);
        lineedit_done(&edit);
    }
}

static void steps_are_undone(void **state)
{
    (void)state;
    assert_played("", "abc def<C-z>", "abc|"); // a word is a step
    assert_played("", "abc def<C-z>*2", "|");
    assert_played("", "abc def<C-z>*2<C-y>*2", "abc def|");
    assert_played("ক", "<Paste:খ গ><C-z>", "ক|");
    assert_played("ক", "<C-u><C-z>", "ক|");
    assert_played("ক", "x<C-z>y<C-y>", "কy|");
}

static void pastes_become_one_line(void **state)
{
    (void)state;
    assert_played("ক", "<Paste: খ\\n\\tগ >", "কখ গ|");
    struct lineedit edit;
    lineedit_init(&edit);
    edit.max = 7;
    play(&edit, "<Paste:কাখা>"); // the second syllable does not fit
    assert_line(&edit, "কা|");
    struct str kept = STR_INIT;
    lineedit_set(&edit, " ক\u09c7\u09be ", strlen(" ক\u09c7\u09be "), false);
    lineedit_commit(&edit, &kept);
    assert_string_equal(kept.buf, "ক\u09cb");
    str_done(&kept);
    lineedit_done(&edit);
}

static void a_clipboard_is_shared(void **state)
{
    (void)state;
    struct lineedit edit;
    autostr clipboard = STR_INIT;
    lineedit_init(&edit);
    edit.clipboard = &clipboard;
    play(&edit, "abc<S-Left>*2<C-x><Home><C-v>");
    assert_line(&edit, "bc|a");
    lineedit_done(&edit);
}

static void long_text_scrolls(void **state)
{
    (void)state;
    struct lineedit edit;
    struct canvas *canvas = canvas_new(1, 12);
    lineedit_init(&edit);
    play(&edit, "<Paste:abcdefghijklmnop>");
    lineedit_draw(&edit, canvas, 0, 0, 10, STYLE_EDIT);
    autostr got = STR_INIT;
    canvas_dump(canvas, &got);
    assert_string_equal(got.buf, "‹ijklmnop\n");
    assert_int_equal(canvas->cursor_col, 9);
    play(&edit, "<Home>");
    lineedit_draw(&edit, canvas, 0, 0, 10, STYLE_EDIT);
    str_reset(&got);
    canvas_dump(canvas, &got);
    assert_string_equal(got.buf, " abcdefgh›\n");
    assert_int_equal(canvas->cursor_col, 1);
    lineedit_done(&edit);
    canvas_free(&canvas);
}

// After any keys the cursor stands between syllables, within what is drawn, and text is UTF-8.
static void random_keys_keep_it_whole(void **state)
{
    (void)state;
    static const char *const scripts[] = {
        "ক",         "ষ",      "্",         "া",         "ি",
        "ঃ",         " ",      "\u200d",   "\u200c",    "1",
        "়",          "<Left>", "<Right>",  "<Home>",    "<End>",
        "<BS>",      "<Del>",  "<C-Left>", "<C-Right>", "<S-Left>",
        "<S-Right>", "<C-z>",  "<C-y>",    "<C-a>",     "<Paste:র্ম ্য>",
        "<S-Home>",  "<C-x>",  "<C-v>",    "é",         "<BS>*3",
        "ঁ",          "র",
    };
    struct canvas *canvas = canvas_new(1, 30);
    struct lineedit edit;
    autostr clipboard = STR_INIT;
    lineedit_init(&edit);
    edit.clipboard = &clipboard;
    srand(7);
    for (int i = 0; i < 20000; i++) {
        if (i % 500 == 0)
            lineedit_set(&edit, "আদেশ ১২", strlen("আদেশ ১২"), rand() % 2);
        play(&edit, scripts[(size_t)rand() % (sizeof scripts / sizeof *scripts)]);
        const char *s = edit.text.buf;
        size_t n = edit.text.len;
        assert_true(edit.cursor <= n && edit.seam <= edit.cursor);
        assert_true(text_is_boundary(s, n, edit.cursor));
        assert_true(text_is_boundary(s, n, edit.anchor));
        autostr clean = STR_INIT;
        assert_int_equal(text_clean(s, n, &clean, NULL), STATUS_OK);
        lineedit_draw(&edit, canvas, 0, 3, 1 + rand() % 20, STYLE_EDIT);
        assert_true(canvas->cursor_col >= 3 && canvas->cursor_col < 23);
    }
    lineedit_done(&edit);
    canvas_free(&canvas);
}

// As a figure stands in its cell, whatever digits were typed; what is too long for it scrolls.
static void a_figure_stands_at_the_right(void **state)
{
    (void)state;
    struct lineedit edit;
    autostr got = STR_INIT;
    struct canvas *canvas = canvas_new(1, 8);
    i18n_set_digits(DIGITS_BENGALI);
    lineedit_init(&edit);
    edit.figure = true;
    play(&edit, "4০%");
    lineedit_draw(&edit, canvas, 0, 0, 8, STYLE_EDIT);
    canvas_dump(canvas, &got);
    assert_string_equal(got.buf, "    ৪০%\n");
    assert_int_equal(canvas->cursor_col, 7);
    assert_string_equal(edit.text.buf, "4০%"); // it is kept as typed
    play(&edit, "<Left>*2");
    lineedit_draw(&edit, canvas, 0, 0, 8, STYLE_EDIT);
    assert_int_equal(canvas->cursor_col, 5);
    play(&edit, "<End>123456");
    lineedit_draw(&edit, canvas, 0, 0, 8, STYLE_EDIT);
    str_reset(&got);
    canvas_dump(canvas, &got);
    assert_string_equal(got.buf, "‹১২৩৪৫৬\n");
    i18n_set_digits(DIGITS_LATIN);
    lineedit_done(&edit);
    canvas_free(&canvas);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(keys_go_by_syllable),
        cmocka_unit_test(joining_does_not_lose_the_place),
        cmocka_unit_test(backspace_takes_a_dotted_letter_whole),
        cmocka_unit_test(candrabindu_typed_too_early_is_put_in_order),
        cmocka_unit_test(what_is_not_seen_is_not_typed),
        cmocka_unit_test(a_figure_stands_at_the_right),
        cmocka_unit_test(a_fresh_field_is_replaced),
        cmocka_unit_test(steps_are_undone),
        cmocka_unit_test(pastes_become_one_line),
        cmocka_unit_test(a_clipboard_is_shared),
        cmocka_unit_test(long_text_scrolls),
        cmocka_unit_test(random_keys_keep_it_whole),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
