// SPDX-License-Identifier: GPL-3.0-or-later
#include "../../src/tui/textedit_private.h"
#include "../test.h"

#include "orjon/base/text.h"

#include <stdlib.h>
#include <uninorm.h>

enum { LIMIT = 4000, ROWS = 8, COLUMNS = 24 };

static struct desk *own; // with a clipboard

static void play(struct textedit *edit, struct desk *desk, const char *script)
{
    struct key_list keys = {0};
    struct err err = {0};
    assert_int_equal(key_parse(script, &keys, &err), STATUS_OK);
    for (size_t i = 0; i < keys.count; i++)
        textedit_key(edit, desk ? desk : own, &keys.key[i]);
    key_list_done(&keys);
}

// The text with | at the cursor, and [ at the other end of what is marked.
static void say(const struct textedit *edit, struct str *ret)
{
    const struct lineedit *line = &edit->edit;
    for (size_t i = 0; i <= line->text.len; i++) {
        if (line->anchor != line->cursor && i == line->anchor)
            str_add_char(ret, '[');
        if (i == line->cursor)
            str_add_char(ret, '|');
        if (i < line->text.len)
            str_add_char(ret, line->text.buf[i]);
    }
}

static void assert_played(const char *start, const char *script, const char *expected)
{
    struct textedit *edit = textedit_new(LIMIT);
    struct canvas *canvas = canvas_new(ROWS, COLUMNS);
    autostr got = STR_INIT;
    textedit_set(edit, start, strlen(start));
    textedit_draw(edit, canvas, 0, 0, ROWS, COLUMNS);
    play(edit, NULL, script);
    say(edit, &got);
    assert_string_equal(got.buf, expected);
    canvas_free(&canvas);
    textedit_free(&edit);
}

static void enter_and_arrows_go_by_rows(void **state)
{
    (void)state;
    assert_played("ক", "<End><Enter>খ", "ক\nখ|");
    assert_played("প্রতিষ্ঠান\nকখ", "<Right>*3<Down>", "প্রতিষ্ঠান\nকখ|");
    assert_played("প্রতিষ্ঠান\nক\nপ্রতিষ্ঠান", "<Right>*3<Down>*2",
                  "প্রতিষ্ঠান\nক\nপ্রতিষ্ঠা|ন"); // the column is kept
    assert_played("কখ\nগ", "<Right><Up>", "|কখ\nগ");
    assert_played("কখ\nগ", "<Down>*2", "কখ\nগ|");
    assert_played("এক\nদুই", "<C-End><C-Left>", "এক\n|দুই");
    assert_played("এক\nদুই", "<C-Right>x", "এক\nx|দুই");
    assert_played("এক\nদুই", "<End><Del>", "এক|দুই");
    assert_played("এক\nদুই", "<Down><BS>", "এক|দুই");
    assert_played("কর্ম পরিকল্পনা অনুযায়ী কাজের ছক", "<End>", "কর্ম পরিকল্পনা অনুযায়ী| কাজের ছক");
    assert_played("কর্ম পরিকল্পনা অনুযায়ী কাজের ছক", "<Down><Home>x",
                  "কর্ম পরিকল্পনা অনুযায়ী x|কাজের ছক");
    assert_played("ক\nখ\nগ", "<Down><C-u>", "ক\n|\nগ");
}

static void text_is_marked_and_moved(void **state)
{
    (void)state;
    assert_played("এক\nদুই", "<S-Down>", "[এক\n|দুই");
    assert_played("এক দুই", "<S-Right>*2<C-x><C-End><C-v>", " দুইএক|");
}

static void pastes_keep_their_lines(void **state)
{
    (void)state;
    assert_played("কগ", "<Right><Paste:১\\n\\n ২>", "ক১\n\n২|গ");
    assert_played("কগ", "<Right><Paste:১\\n\\n ২><C-z>", "ক|গ");
    assert_played("ক", "<C-a><Paste:খ>", "খ|");
}

static void lists_go_on_by_themselves(void **state)
{
    (void)state;
    static const struct {
        const char *start, *expected;
    } rows[] = {
        {"১. ক", "১. ক\n২. |"},
        {"9) a", "9) a\n10) |"},
        {"০১। ক", "০১। ক\n০২। |"},
        {"(১) ক", "(১) ক\n(২) |"},
        {"ক) ক", "ক) ক\nখ) |"},
        {"c) x", "c) x\nd) |"},
        {"১. ", "|"},
        {"ক\n২. ", "ক\n|"},
        {"A. Rahman", "A. Rahman\n|"},
        {"১২.৫ টাকা", "১২.৫ টাকা\n|"},
        {"(১. ক", "(১. ক\n|"},
        {"হ) ক", "হ) ক\n|"},
        {"৯৯৯৯. ক", "৯৯৯৯. ক\n|"},
        {"১2. ক", "১2. ক\n|"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        assert_played(rows[i].start, "<C-End><Enter>", rows[i].expected);
    assert_played("১. ক\n২. খ\n৩. গ\n৭. ঘ", "<End><Enter>", "১. ক\n২. |\n৩. খ\n৪. গ\n৭. ঘ");
    assert_played("১. ক\n২. খ", "<End><Enter><C-z>", "১. ক|\n২. খ");
    assert_played("১. ক\n২. খ", "<Home><Enter>", "\n|১. ক\n২. খ");
    assert_played("১. কখ", "<End><Left><Enter>", "১. ক\n২. |খ");
}

static void clicks_put_the_cursor_and_mark(void **state)
{
    (void)state;
    assert_played("এক দুই\nতিন", "<Click:1,2>", "এক দুই\nতি|ন");
    assert_played("এক দুই\nতিন", "<Click:0,3>*2", "এক [দুই|\nতিন");
    assert_played("এক দুই\nতিন", "<Click:0,3>*3", "[এক দুই|\nতিন");
    assert_played("এক দুই\nতিন", "<Click:0,3>*4", "এক |দুই\nতিন");
    assert_played("এক", "<Click:5,9>", "এক|");
}

static void nothing_is_cut_where_there_is_no_room(void **state)
{
    (void)state;
    struct textedit *edit = textedit_new(10);
    struct desk *desk = desk_new(NULL, false);
    autostr big = STR_INIT;
    i18n_set_language(LANGUAGE_ENGLISH);
    i18n_set_digits(DIGITS_LATIN);
    play(edit, desk, "কখগ<Enter>ঘঙ");
    str_add_repeat(&big, "ক", 1 << 20);
    const struct key paste = {.code = K_PASTE, .paste = big.buf, .paste_len = big.len};
    assert_true(textedit_key(edit, desk, &paste));
    assert_string_equal(edit->edit.text.buf, "কখগ\nঘঙ");
    assert_string_equal(desk_message(desk),
                        "That would make 1048582 letters; at most 10 fit here: nothing was taken");
    play(edit, desk, "<Paste:১২৩৪>");
    assert_string_equal(edit->edit.text.buf, "কখগ\nঘঙ১২৩৪");
    play(edit, desk, "x<Enter>");
    assert_string_equal(edit->edit.text.buf, "কখগ\nঘঙ১২৩৪");
    play(edit, desk, "<S-Left><Paste:৫>"); // in the place of what is marked
    assert_string_equal(edit->edit.text.buf, "কখগ\nঘঙ১২৩৫");
    desk_free(&desk);
    textedit_free(&edit);
}

static void a_picture_of_it(void **state)
{
    (void)state;
    struct textedit *edit = textedit_new(LIMIT);
    struct canvas *canvas = canvas_new(ROWS, COLUMNS + 20);
    autostr got = STR_INIT;
    i18n_set_language(LANGUAGE_ENGLISH);
    i18n_set_digits(DIGITS_LATIN);
    const char *text = "১. কর্ম পরিকল্পনা অনুযায়ী কাজ\n২. সভা";
    textedit_set(edit, text, strlen(text));
    play(edit, NULL, "<C-End><Enter>");
    textedit_draw(edit, canvas, 0, 0, ROWS, COLUMNS + 20);
    canvas_dump(canvas, &got);
    assert_string_equal(got.buf, "১. কর্ম পরিকল্পনা অনুযায়ী কাজ\n২. সভা\n৩.\n\n\n\n\n"
                                 "words: 8, letters: 41; row 3 of 3\n");
    assert_int_equal(canvas->cursor_row, 2);
    assert_int_equal(canvas->cursor_col, 3);
    canvas_free(&canvas);
    textedit_free(&edit);
}

// --- any keys -----------------------------------------------------------------------------------

static const char *const scripts[] = {
    "ক",
    "ষ",
    "্",
    "া",
    "ি",
    "ঃ",
    " ",
    " ",
    "\u200d",
    "\u200c",
    "1",
    "়",
    "।",
    "-",
    "৳",
    "<Left>",
    "<Right>",
    "<Home>",
    "<End>",
    "<BS>",
    "<BS>*3",
    "<Del>",
    "<C-Left>",
    "<C-Right>",
    "<S-Left>",
    "<S-Right>",
    "<C-z>",
    "<C-y>",
    "<C-a>",
    "<Paste:র্ম ্য>",
    "<S-Home>",
    "<C-x>",
    "<C-v>",
    "<Enter>",
    "<Enter>",
    "<Up>",
    "<Down>",
    "<S-Up>",
    "<S-Down>",
    "<PgUp>",
    "<PgDn>",
    "<C-Home>",
    "<C-End>",
    "<C-u>",
    "১. ",
    "<Enter>২. ",
    "<C-c>",
    "<Click:3,5>",
    "<Del>*9",
    "ঁ",
    "<Paste:কর্ম পরিকল্পনা\\n\\n১) অনুযায়ী\\nকাজ >",
    "<Paste:অভিযোগনিষ্পত্তিব্যবস্থাসংক্রান্ত>",
    "<WheelUp>",
    "<S-End>",
    "<Click:3,5>*2",
};

// What is laid by changes is what the whole text laid anew is.
static void assert_laid(const struct textedit *edit)
{
    const struct str *text = &edit->edit.text;
    struct textedit_rows whole = {0};
    textedit_rows_lay(&whole, text->buf, text->len, edit->rows.columns);
    assert_int_equal(edit->rows.count, whole.count);
    assert_memory_equal(edit->rows.row, whole.row, whole.count * sizeof *whole.row);
    assert_int_equal(edit->rows.words, whole.words);
    assert_int_equal(edit->rows.letters, whole.letters);
    free(whole.row);
}

static void assert_whole(const struct textedit *edit)
{
    const struct lineedit *line = &edit->edit;
    const char *s = line->text.buf;
    const size_t n = line->text.len;
    autostr kept = STR_INIT, again = STR_INIT;
    assert_true(line->cursor <= n && line->seam <= line->cursor);
    assert_true(text_is_boundary(s, n, line->cursor));
    assert_true(text_is_boundary(s, n, line->anchor));
    textedit_commit(edit, &kept);
    size_t length = 0;
    uint8_t *nfc = u8_normalize(UNINORM_NFC, (const uint8_t *)kept.buf, kept.len, NULL, &length);
    assert_int_equal(length, kept.len);
    assert_memory_equal(nfc, kept.buf, length);
    free(nfc);
    assert_int_equal(text_clean_lines(kept.buf, kept.len, &again, NULL), STATUS_OK);
    assert_string_equal(again.buf, kept.buf);
}

static void any_keys_keep_it_whole(void **state)
{
    (void)state;
    static const char start[] = "১. সভায় আলোচনা হয়।\n২. কর্ম পরিকল্পনা অনুযায়ী কাজ ";
    struct textedit *edit = textedit_new(LIMIT);
    struct canvas *canvas = canvas_new(ROWS, COLUMNS);
    srand(11);
    for (int round = 0; round < 60; round++) {
        textedit_set(edit, start, strlen(start));
        textedit_draw(edit, canvas, 0, 0, ROWS, 2 + rand() % (COLUMNS - 2));
        for (int i = 0; i < 300; i++) {
            play(edit, NULL, scripts[(size_t)rand() % (sizeof scripts / sizeof *scripts)]);
            assert_whole(edit);
            assert_laid(edit);
            if (rand() % 4)
                textedit_draw(edit, canvas, 0, 0, ROWS, edit->rows.columns + 1);
            assert_true(canvas->cursor_row < ROWS - 1 && canvas->cursor_col < COLUMNS);
        }
        while (edit->edit.undo)
            play(edit, NULL, "<C-z>");
        assert_string_equal(edit->edit.text.buf, start);
        assert_laid(edit);
    }
    canvas_free(&canvas);
    textedit_free(&edit);
}

int main(void)
{
    own = desk_new(NULL, false);
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(enter_and_arrows_go_by_rows),
        cmocka_unit_test(text_is_marked_and_moved),
        cmocka_unit_test(pastes_keep_their_lines),
        cmocka_unit_test(lists_go_on_by_themselves),
        cmocka_unit_test(clicks_put_the_cursor_and_mark),
        cmocka_unit_test(nothing_is_cut_where_there_is_no_room),
        cmocka_unit_test(a_picture_of_it),
        cmocka_unit_test(any_keys_keep_it_whole),
    };
    const int failed = cmocka_run_group_tests_name("textedit", tests, NULL, NULL);
    desk_free(&own);
    return failed;
}
