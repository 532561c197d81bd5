// SPDX-License-Identifier: GPL-3.0-or-later
// The user's editor, played by the shell.
#include "../test.h"

#include "orjon/app/editor.h"
#include "orjon/base/file.h"

#include <dirent.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

static char folder[] = "/tmp/orjon-editor-XXXXXX";

// An editor that is a script; $1 is the file.
static void set_editor(const char *script)
{
    autostr path = STR_INIT, text = STR_INIT;
    struct err err = {0};
    str_addf(&path, "%s/editor", folder);
    str_addf(&text, "#!/bin/sh\n%s\n", script);
    assert_int_equal(file_write(path.buf, text.buf, text.len, true, &err), STATUS_OK);
    assert_int_equal(chmod(path.buf, 0700), 0);
    setenv("VISUAL", path.buf, 1);
}

static size_t files_left(struct str *ret_name)
{
    size_t n = 0;
    DIR *dir = opendir(folder);
    assert_non_null(dir);
    for (struct dirent *entry; (entry = readdir(dir));)
        if (strncmp(entry->d_name, "orjon-", 6) == 0 && ++n)
            str_addf(ret_name, "%s/%s", folder, entry->d_name);
    closedir(dir);
    return n;
}

static enum status edit(const char *text, struct str *ret, struct err *err)
{
    *err = (struct err){0};
    str_reset(ret);
    return editor_run(text, strlen(text), ret, err);
}

static void what_is_written_comes_back(void **state)
{
    (void)state;
    autostr got = STR_INIT, left = STR_INIT;
    struct err err;
    set_editor("test \"$(stat -c %a \"$1\")\" = 600 || exit 9\nprintf '২. খ\\r\\n\\n' >> \"$1\"");
    assert_int_equal(edit("১. ক", &got, &err), STATUS_OK);
    assert_string_equal(got.buf, "১. ক\n২. খ");
    set_editor("true");
    assert_int_equal(edit("ক\n\nখ", &got, &err), STATUS_OK);
    assert_string_equal(got.buf, "ক\n\nখ");
    set_editor("sed -i 's/ক/গ/' \"$2\"; test \"$1\" = --wait");
    autostr with_word = STR_INIT;
    str_addf(&with_word, " %s  --wait", getenv("VISUAL"));
    setenv("VISUAL", with_word.buf, 1);
    assert_int_equal(edit("ক", &got, &err), STATUS_OK); // another file in its place
    assert_string_equal(got.buf, "গ");
    assert_int_equal(files_left(&left), 0);
}

static void what_fails_loses_nothing(void **state)
{
    (void)state;
    autostr got = STR_INIT, left = STR_INIT, kept = STR_INIT;
    struct err err;
    i18n_set_language(LANGUAGE_ENGLISH);
    i18n_set_digits(DIGITS_LATIN);
    set_editor("exit 3");
    assert_int_equal(edit("ক", &got, &err), STATUS_FAILED);
    assert_non_null(strstr(err_text(&err), "3"));
    set_editor("kill -9 $$");
    assert_int_equal(edit("ক", &got, &err), STATUS_FAILED);
    setenv("VISUAL", "/nowhere/editor", 1);
    assert_int_equal(edit("ক", &got, &err), STATUS_NOT_FOUND);
    setenv("VISUAL", " ", 1);
    assert_int_equal(edit("ক", &got, &err), STATUS_NOT_FOUND);
    assert_int_equal(files_left(&left), 0);
    set_editor("printf 'a\\377b' > \"$1\"");
    assert_int_equal(edit("ক", &got, &err), STATUS_INVALID);
    assert_int_equal(files_left(&left), 1); // what was written is not thrown away
    assert_non_null(strstr(err_text(&err), left.buf));
    file_remove(left.buf);
    str_reset(&left);
    set_editor("echo written > \"$1\"; exit 1");
    assert_int_equal(edit("ক", &got, &err), STATUS_FAILED);
    assert_int_equal(files_left(&left), 1);
    assert_int_equal(file_read(left.buf, &kept, &err), STATUS_OK);
    assert_string_equal(kept.buf, "written\n");
    file_remove(left.buf);
    assert_string_equal(got.buf, "");
}

static void a_text_may_become_too_long(void **state)
{
    (void)state;
    autostr got = STR_INIT, left = STR_INIT;
    struct err err;
    i18n_set_language(LANGUAGE_ENGLISH);
    i18n_set_digits(DIGITS_LATIN);
    set_editor("head -c 100001 /dev/zero | tr '\\0' k > \"$1\"");
    assert_int_equal(edit("ক", &got, &err), STATUS_INVALID);
    assert_non_null(strstr(err_text(&err), "100001 letters; at most 100000"));
    assert_int_equal(files_left(&left), 1);
    file_remove(left.buf);
}

int main(void)
{
    if (!mkdtemp(folder))
        return 1;
    setenv("TMPDIR", folder, 1);
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_is_written_comes_back),
        cmocka_unit_test(what_fails_loses_nothing),
        cmocka_unit_test(a_text_may_become_too_long),
    };
    const int failed = cmocka_run_group_tests_name("editor", tests, NULL, NULL);
    autostr path = STR_INIT;
    str_addf(&path, "%s/editor", folder);
    file_remove(path.buf);
    rmdir(folder);
    return failed;
}
