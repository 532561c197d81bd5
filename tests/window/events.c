// SPDX-License-Identifier: GPL-3.0-or-later
// What keys, pastes and dropped files of the desktop are to a desk; no display is needed.
#include "../test.h"

#include "private.h"

#include <string.h>

enum { CONTROL = GDK_CONTROL_MASK, SHIFT = GDK_SHIFT_MASK, ALT = GDK_MOD1_MASK };

static void check(guint value, guint state, const char *script)
{
    struct key_list expected = {0};
    struct key key;
    assert_int_equal(key_parse(script, &expected, NULL), STATUS_OK);
    assert_true(keys_of_event(value, value, state, &key));
    if (key.code != expected.key[0].code || strcmp(key.text, expected.key[0].text) != 0)
        fail_msg("%s: code %d, «%s»", script, key.code, key.text);
    key_list_done(&expected);
}

// Each name of the scripts is a key of the desktop.
static void a_script_and_a_keyboard_press_the_same_keys(void **state)
{
    static const struct {
        guint value, state;
        const char *script;
    } keys[] = {
        {GDK_KEY_Return, 0, "<Enter>"},
        {GDK_KEY_KP_Enter, 0, "<Enter>"},
        {GDK_KEY_Return, SHIFT, "<Enter>"}, // as Bengali layouts are typed
        {GDK_KEY_Tab, 0, "<Tab>"},
        {GDK_KEY_ISO_Left_Tab, SHIFT, "<S-Tab>"},
        {GDK_KEY_Escape, 0, "<Esc>"},
        {GDK_KEY_BackSpace, SHIFT, "<BS>"},
        {GDK_KEY_Delete, 0, "<Del>"},
        {GDK_KEY_KP_Delete, 0, "<Del>"},
        {GDK_KEY_Insert, 0, "<Ins>"},
        {GDK_KEY_Up, 0, "<Up>"},
        {GDK_KEY_Down, CONTROL, "<C-Down>"},
        {GDK_KEY_Left, SHIFT, "<S-Left>"},
        {GDK_KEY_KP_Right, CONTROL, "<C-Right>"},
        {GDK_KEY_Home, SHIFT, "<S-Home>"},
        {GDK_KEY_End, CONTROL, "<C-End>"},
        {GDK_KEY_Page_Up, CONTROL, "<C-PgUp>"},
        {GDK_KEY_Page_Down, 0, "<PgDn>"},
        {GDK_KEY_F1, 0, "<F1>"},
        {GDK_KEY_F12, SHIFT, "<F12>"},
        {GDK_KEY_1, ALT, "<F1>"}, // as in terminals that keep some for themselves
        {GDK_KEY_0, ALT, "<F10>"},
        {GDK_KEY_a, ALT, "<A-a>"},
        {GDK_KEY_S, CONTROL | SHIFT, "<C-s>"},
        {GDK_KEY_space, CONTROL, "<C-Space>"},
        {GDK_KEY_less, SHIFT, "<lt>"},
        {GDK_KEY_KP_7, 0, "7"},
        {0x1000995, 0, "ক"},
        {0x10009CD, SHIFT, "্"},
        {GDK_KEY_Down, ALT, "<Unknown>"},
        {0x100202E, 0, "<Unknown>"}, // turns the direction of text
    };
    struct key key;
    (void)state;
    for (size_t i = 0; i < sizeof keys / sizeof *keys; i++)
        check(keys[i].value, keys[i].state, keys[i].script);
    assert_false(keys_of_event(GDK_KEY_dead_acute, GDK_KEY_dead_acute, 0, &key));
    assert_false(keys_of_event(GDK_KEY_l, GDK_KEY_l, GDK_SUPER_MASK, &key)); // the desktop's
    assert_false(keys_of_event(0, 0, 0, &key));
}

static void in_a_bengali_layout_control_goes_by_the_latin_letter(void **state)
{
    struct key key;
    (void)state;
    assert_true(keys_of_event(0x10009B8, GDK_KEY_s, CONTROL, &key));
    assert_true(key_is_ctrl(&key, 's'));
}

static void a_paste_has_nothing_but_text(void **state)
{
    struct key key = {0};
    autostr text = STR_INIT;
    static const char pasted[] = "ক\tখ\r\nগ\001\033[201~\xFFঘ";
    (void)state;
    key_of_paste(pasted, sizeof pasted - 1, &text, &key);
    assert_int_equal(key.code, K_PASTE);
    assert_string_equal(key.paste, "ক\tখ\nগঘ");
    autostr large = STR_INIT;
    str_add_repeat(&large, "x", KEY_PASTE_MAX + 1);
    key_of_paste(large.buf, large.len, &text, &key);
    assert_int_equal(key.code, K_OVERLONG);
}

// As a shell, or our own screens, would read them.
static void files_dropped_are_paths_in_quotes(void **state)
{
    static const char *const files[] = {"file:///tmp/a%20b/it%27s.pdf",
                                        "file:///%e0%a6%95.pdf",
                                        "file:///a%0Ab",
                                        "file:///%ff",
                                        "smb://server/a.pdf",
                                        NULL};
    autostr text = STR_INIT;
    (void)state;
    clipboard_quote(files, &text);
    assert_string_equal(text.buf, "'/tmp/a b/it'\\''s.pdf' '/ক.pdf' file:///a%0Ab file:///%ff "
                                  "smb://server/a.pdf");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_script_and_a_keyboard_press_the_same_keys),
        cmocka_unit_test(in_a_bengali_layout_control_goes_by_the_latin_letter),
        cmocka_unit_test(a_paste_has_nothing_but_text),
        cmocka_unit_test(files_dropped_are_paths_in_quotes),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
