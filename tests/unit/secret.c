// SPDX-License-Identifier: GPL-3.0-or-later
// A passphrase is what was meant, however the keyboard spelled it.
#include "../test.h"

#include "orjon/base/secret.h"

static void assert_read(const char *typed, const char *expected)
{
    autosecret passphrase = STR_INIT;
    struct err err = {0};
    assert_int_equal(secret_read(typed, &passphrase, &err), STATUS_OK);
    assert_string_equal(passphrase.buf, expected);
    assert_string_equal(err.text, "");
}

static void one_spelling_is_kept(void **state)
{
    (void)state;
    static const char composed[] = "কোথায় বেড়াই"; // ো as one; য় and ড় are two in NFC
    assert_read("ক\u09C7\u09BEথা\u09AF\u09BC বে\u09A1\u09BCাই",
                "ক\u09CBথা\u09AF\u09BC বে\u09A1\u09BCাই");
    assert_read("ক\u09CBথা\u09DF বে\u09DCাই", "ক\u09CBথা\u09AF\u09BC বে\u09A1\u09BCাই");
    assert_read(composed, "ক\u09CBথা\u09AF\u09BC বে\u09A1\u09BCাই");
    assert_read("cafe\u0301 au lait", "caf\u00E9 au lait");
}

static void blanks_at_the_ends_are_not_part(void **state)
{
    (void)state;
    assert_read("long enough ", "long enough");
    assert_read(" \t long enough\t\u00A0\u3000", "long enough");
    assert_read("\uFEFFlong enough", "long enough"); // the mark that some editors write
    assert_read("long  enough", "long  enough");     // within it is the owner's
    assert_read(" \t\u00A0", "");
    assert_read("", "");
    assert_read("র\u200D্য", "র\u200D্য");
}

static void what_is_no_text_is_refused(void **state)
{
    (void)state;
    autosecret passphrase = STR_INIT;
    struct err err = {0};
    assert_int_equal(secret_read("caf\xE9 au lait", &passphrase, &err), STATUS_INVALID);
    assert_int_equal(passphrase.len, 0);
    assert_true(err.text[0]);
    assert_null(strstr(err.text, "lait"));
}

static void letters_are_what_is_seen(void **state)
{
    (void)state;
    assert_int_equal(secret_letters(""), 0);
    assert_int_equal(secret_letters("কখগ"), 3);        // nine bytes
    assert_int_equal(secret_letters("প্রতিষ্ঠানিক"), 5); // thirteen code points
    assert_int_equal(secret_letters("long one"), 8);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(one_spelling_is_kept),
        cmocka_unit_test(blanks_at_the_ends_are_not_part),
        cmocka_unit_test(what_is_no_text_is_refused),
        cmocka_unit_test(letters_are_what_is_seen),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
