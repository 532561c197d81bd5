// SPDX-License-Identifier: GPL-3.0-or-later
// What an office signs is its own, and nobody changes it unseen.
#include "../test.h"

#include "orjon/base/file.h"
#include "orjon/exchange/signature.h"

#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static char folder[] = "/tmp/orjon-signature-XXXXXX";

static int make_folder(void **state)
{
    (void)state;
    return mkdtemp(folder) && chdir(folder) == 0 ? 0 : -1;
}

static int remove_folder(void **state)
{
    (void)state;
    unlink("office.key");
    unlink("other.key");
    return rmdir(folder);
}

static void a_key_is_made_once(void **state)
{
    (void)state;
    struct err err = {0};
    struct stat about;
    autokey *key = NULL;
    assert_int_equal(signing_key_load("office.key", &key, &err), STATUS_NOT_FOUND);
    assert_int_equal(signing_key_make("office.key", &err), STATUS_OK);
    assert_int_equal(stat("office.key", &about), 0);
    assert_int_equal(about.st_mode & 0777, 0600);
    assert_int_equal(signing_key_make("office.key", &err), STATUS_EXISTS);
    assert_int_equal(signing_key_load("office.key", &key, &err), STATUS_OK);
    assert_int_equal(signing_key_make("other.key", &err), STATUS_OK);
}

static void what_is_signed_is_known(void **state)
{
    (void)state;
    struct err err = {0};
    static const char text[] = "চারটি প্রতিবেদন";
    autokey *key = NULL, *other = NULL;
    autostr open = STR_INIT, signature = STR_INIT, of_other = STR_INIT;
    assert_int_equal(signing_key_load("office.key", &key, &err), STATUS_OK);
    assert_int_equal(signing_key_load("other.key", &other, &err), STATUS_OK);
    signing_key_public(key, &open);
    signing_key_public(other, &of_other);
    signature_write(key, text, sizeof text, &signature);
    assert_int_equal(open.len, 44);
    assert_int_equal(signature.len, 88);
    assert_int_equal(signature_check(open.buf, signature.buf, text, sizeof text, &err), STATUS_OK);
    assert_int_equal(signature_check(of_other.buf, signature.buf, text, sizeof text, &err),
                     STATUS_MISFIT);
    for (size_t i = 0; i < sizeof text * 8; i++) {
        char changed[sizeof text];
        memcpy(changed, text, sizeof text);
        changed[i / 8] = (char)(changed[i / 8] ^ 1 << i % 8);
        assert_int_equal(signature_check(open.buf, signature.buf, changed, sizeof text, &err),
                         STATUS_MISFIT);
    }
    assert_int_equal(signature_check(open.buf, "", text, sizeof text, &err), STATUS_INVALID);
    assert_int_equal(signature_check("AAAA", signature.buf, text, sizeof text, &err),
                     STATUS_INVALID);
}

// RFC 8032, 7.1, test 1: its key, its empty message, its signature.
static void it_is_the_signature_of_the_standard(void **state)
{
    (void)state;
    struct err err = {0};
    assert_int_equal(signature_check("11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo=",
                                     "5VZDAMNgrHKQhuLMgG6CioSHfx645dl02HPgZSJJAVVfuIIVkKM7rMYeOXAc"
                                     "+bRr0lv18FlbviRlUUFDjnoQCw==",
                                     "", 0, &err),
                     STATUS_OK);
}

static void a_key_is_read_over_the_telephone(void **state)
{
    (void)state;
    struct err err = {0};
    autostr bengali = STR_INIT, latin = STR_INIT;
    static const char open[] = "11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo=";
    assert_int_equal(signature_fingerprint(open, DIGITS_LATIN, &latin, &err), STATUS_OK);
    assert_int_equal(latin.len, 24);
    assert_int_equal(strspn(latin.buf, "0123456789 "), 24);
    assert_int_equal(signature_fingerprint(open, DIGITS_BENGALI, &bengali, &err), STATUS_OK);
    assert_int_not_equal(bengali.len, 24);
    assert_int_equal(signature_fingerprint("no key", DIGITS_LATIN, &latin, &err), STATUS_INVALID);
}

static void a_key_that_others_read_is_refused(void **state)
{
    (void)state;
    struct err err = {0};
    autokey *key = NULL;
    assert_int_equal(chmod("office.key", 0640), 0);
    assert_int_equal(signing_key_load("office.key", &key, &err), STATUS_INVALID);
    assert_non_null(strstr(err.text, "office.key"));
    assert_int_equal(chmod("office.key", 0600), 0);
    assert_int_equal(truncate("office.key", 20), 0);
    assert_int_equal(signing_key_load("office.key", &key, &err), STATUS_INVALID);
    assert_int_equal(signing_key_load(".", &key, &err), STATUS_INVALID);
    assert_null(key);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_key_is_made_once),
        cmocka_unit_test(what_is_signed_is_known),
        cmocka_unit_test(it_is_the_signature_of_the_standard),
        cmocka_unit_test(a_key_is_read_over_the_telephone),
        cmocka_unit_test(a_key_that_others_read_is_refused),
    };
    return cmocka_run_group_tests(tests, make_folder, remove_folder);
}
