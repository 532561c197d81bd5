// SPDX-License-Identifier: GPL-3.0-or-later
#include "../test.h"

#include "line.h"

#include <stdio.h>
#include <stdlib.h>

// All keys of the bytes, fed in pieces of `step` bytes.
static void decode(const char *bytes, size_t n, size_t step, struct str *ret)
{
    struct line line = line_open();
    key_decoder_learn(line.decoder, "\033[8|", K_SHIFT_END);
    for (size_t at = 0; at < n; at += step)
        line_send(&line, bytes + at, at + step < n ? step : n - at);
    line_rest(&line, 10000);
    assert_int_equal(key_decoder_due(line.decoder), -1);
    str_add_n(ret, line.keys.buf, line.keys.len);
    line_close(&line);
}

static void assert_decoded(const char *bytes, const char *expected)
{
    for (size_t step = 1; step < 9; step++) {
        autostr got = STR_INIT;
        decode(bytes, strlen(bytes), step, &got);
        assert_string_equal(got.buf, expected);
    }
}

static void assert_code(const char *bytes, enum key_code code)
{
    char expected[16];
    snprintf(expected, sizeof expected, "%d", (int)code);
    assert_decoded(bytes, expected);
}

static void sequences_are_keys(void **state)
{
    (void)state;
    assert_code("\033[A", K_UP);
    assert_code("\033OB", K_DOWN);
    assert_code("\033[1;5D", K_CTRL_LEFT);
    assert_code("\033[1;2C", K_SHIFT_RIGHT);
    assert_code("\033[Z", K_BACKTAB);
    assert_code("\033OP", K_F1);
    assert_code("\033[11~", K_F1);
    assert_code("\033[[A", K_F1);
    assert_code("\033[20~", K_F9);
    assert_code("\0331", K_F1);
    assert_code("\0330", K_F10);
    assert_code("\033[3~", K_DELETE);
    assert_code("\033[6;5~", K_CTRL_PGDN);
    assert_code("\033[8|", K_SHIFT_END);
    assert_code("\033[8$", K_SHIFT_END); // rxvt
    assert_code("\033[5A", K_CTRL_UP);   // before xterm put a 1 in front
    assert_code("\033O5A", K_CTRL_UP);
    assert_code("\033Oa", K_CTRL_UP);
    assert_code("\033", K_ESC);
    assert_code("\r", K_ENTER);
    assert_code("\b", K_BACKSPACE);
    assert_code("\177", K_BACKSPACE);
    assert_code("\033[20;5~", K_UNKNOWN); // Ctrl-F9 is not F9
    assert_code("\033[99~", K_UNKNOWN);
    assert_code("\033]11;rgb:0/0/0\033\\", K_UNKNOWN);
    assert_decoded("\032\021", "^z ^q");
    assert_decoded("\033x", "A-x");
    assert_decoded("\033ক", "A-ক");
    assert_decoded("কx৳", "ক x ৳");
    assert_code("\302\233A", K_UP); // a terminal of eight bits: U+009B, U+008F
    assert_code("\302\217Q", K_F2);
}

static void the_numeric_pad_types_what_is_on_it(void **state)
{
    (void)state;
    assert_decoded("\033Oj\033Ok\033Ol\033Om\033On\033Oo", "* + , - . /");
    assert_decoded("\033Op\033Oq\033Or\033Os\033Ot\033Ou\033Ov\033Ow\033Ox\033Oy",
                   "0 1 2 3 4 5 6 7 8 9");
    assert_decoded("\033OX", "=");
    assert_code("\033OM", K_ENTER);
    assert_code("\033OI", K_TAB);
    assert_code("\033O5j", K_UNKNOWN); // with Ctrl
    struct line line = line_open();
    key_decoder_learn(line.decoder, "\033Ot", K_F5); // so does the description of a VT100
    line_send(&line, "\033Ot", 3);
    assert_string_equal(line.keys.buf, "4");
    line_close(&line);
}

// The one key of the bytes.
static struct key decoded(const char *bytes)
{
    struct key_decoder *decoder = key_decoder_new();
    struct key key = {0}, more = {0};
    key_decoder_feed(decoder, bytes, strlen(bytes), 0);
    assert_true(key_decoder_next(decoder, 0, &key));
    assert_false(key_decoder_next(decoder, 0, &more));
    key_decoder_free(&decoder);
    return key;
}

static void the_mouse_is_read(void **state)
{
    (void)state;
    struct key key = decoded("\033[<0;12;8M");
    assert_true(key.code == K_CLICK && key.row == 7 && key.col == 11);
    assert_int_equal(decoded("\033[<0;12;8m").code, K_UNKNOWN); // let go
    assert_int_equal(decoded("\033[<2;12;8M").code, K_MENU);
    assert_int_equal(decoded("\033[<2;12;8m").code, K_UNKNOWN);
    assert_int_equal(decoded("\033[<1;12;8M").code, K_UNKNOWN); // another button
    assert_int_equal(decoded("\033[<0;0;8M").code, K_UNKNOWN);
    assert_int_equal(decoded("\033[<0;12M").code, K_UNKNOWN);
    assert_int_equal(decoded("\033[<64;1;1M").code, K_WHEEL_UP);
    assert_int_equal(decoded("\033[<65;1;1M").code, K_WHEEL_DOWN);
    key = decoded("\033[M ,(");
    assert_true(key.code == K_CLICK && key.row == 7 && key.col == 11);
    key = decoded("\033[29~"); // the key Menu
    assert_true(key.code == K_MENU && key.row == -1);
    struct key_list keys = {0};
    assert_int_equal(key_parse("<Click:7,11><WheelDown><Menu:3,4><Menu>", &keys, NULL), STATUS_OK);
    assert_true(keys.key[0].row == 7 && keys.key[0].col == 11);
    assert_int_equal(keys.key[1].code, K_WHEEL_DOWN);
    assert_true(keys.key[2].code == K_MENU && keys.key[2].row == 3 && keys.key[2].col == 4);
    assert_true(keys.key[3].code == K_MENU && keys.key[3].row == -1);
    key_list_done(&keys);
}

static void answers_are_no_keys(void **state)
{
    (void)state;
    struct key key = decoded("\033[?2027;1$y");
    assert_int_equal(key.code, K_REPORT);
    assert_string_equal(key.text, "2027;1");
    key = decoded("\033[2;3R");
    assert_int_equal(key.code, K_REPORT);
    assert_string_equal(key.text, "2;3");
    assert_int_equal(decoded("\033[1;1R").code, K_UNKNOWN);
    assert_int_equal(decoded("\033[?20270000000;1$y").code, K_UNKNOWN);
    assert_int_equal(decoded("\033OR").code, K_F3);
}

static void broken_bytes_cost_nothing_else(void **state)
{
    (void)state;
    assert_decoded("a\xff"
                   "b",
                   "a b");
    assert_decoded("\xe0\xa6"
                   "b\xe0",
                   "b");
    assert_decoded("\xed\xa0\x80z", "z"); // a surrogate
    assert_decoded("\xc0\xafz", "z");     // overlong
}

static void pastes_come_whole(void **state)
{
    (void)state;
    assert_decoded("a\033[200~x\r\ny\rz\t\033[31m\xff!\033[201~b", "a [x\ny\nz\t!] b");
    assert_decoded("\033[200~cut off", "[cut off]");
    autostr big = STR_INIT, got = STR_INIT;
    str_add(&big, "\033[200~");
    str_add_repeat(&big, "অভিযোগ ", 60000);
    str_add(&big, "\033[201~");
    decode(big.buf, big.len, 4096, &got);
    assert_int_equal(got.len, big.len - 12 + 2);
}

static void any_bytes_are_survived(void **state)
{
    (void)state;
    static const char pieces[] = "\033[[O201~;5A\xe0\xa6\x95\xff\xf0 \r\x7fP]\a\\~$^";
    srand(3);
    for (int i = 0; i < 20000; i++) {
        char bytes[96];
        size_t n = 1 + (size_t)rand() % sizeof bytes;
        for (size_t k = 0; k < n; k++)
            bytes[k] = rand() % 3 ? pieces[(size_t)rand() % (sizeof pieces - 1)] : (char)rand();
        autostr got = STR_INIT;
        decode(bytes, n, 1 + (size_t)rand() % 40, &got);
    }
}

static void scripts_are_read(void **state)
{
    (void)state;
    struct key_list keys = {0};
    struct err err = {0};
    autostr got = STR_INIT;
    assert_int_equal(key_parse("কa<lt><C-z><A-2><A-x>\n<Tab>*3<Paste:a\\nb\\>>", &keys, &err),
                     STATUS_OK);
    assert_int_equal(keys.count, 10);
    assert_int_equal(keys.key[4].code, K_F2);
    assert_int_equal(keys.key[8].code, K_TAB);
    say_key(&keys.key[9], &got);
    assert_string_equal(got.buf, "[a\nb>]");
    key_list_done(&keys);
    assert_int_equal(key_parse("a<Nonsense>", &keys, &err), STATUS_INVALID);
    assert_int_equal(key_parse("a<Tab", &keys, &err), STATUS_INVALID);
    key_list_done(&keys);
}

static void keys_have_names(void **state)
{
    (void)state;
    static const char *const names[] = {"F4",      "C-z",  "C-Space", "A-x", "S-Tab",
                                        "C-Right", "PgUp", "Menu",    "BS"};
    struct key key;
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        autostr name = STR_INIT;
        assert_true(key_of_name(names[i], strlen(names[i]), &key));
        key_add_name(&key, &name);
        assert_string_equal(name.buf, names[i]);
    }
    assert_true(key_of_name("F1 C-h", 2, &key) && key.code == K_F1); // as much as is given
    assert_false(key_of_name("F1", 1, &key));
    assert_false(key_of_name("lt", 2, &key)); // a letter
    assert_false(key_of_name("Click:1,1", 9, &key));
    autostr none = STR_INIT;
    key_add_name(&(struct key){.code = K_TEXT, .text = "a"}, &none);
    key_add_name(&(struct key){.code = K_MENU, .row = 3}, &none);
    assert_int_equal(none.len, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_mouse_is_read),
        cmocka_unit_test(answers_are_no_keys),
        cmocka_unit_test(sequences_are_keys),
        cmocka_unit_test(broken_bytes_cost_nothing_else),
        cmocka_unit_test(pastes_come_whole),
        cmocka_unit_test(any_bytes_are_survived),
        cmocka_unit_test(scripts_are_read),
        cmocka_unit_test(keys_have_names),
        cmocka_unit_test(the_numeric_pad_types_what_is_on_it),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
