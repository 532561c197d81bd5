// SPDX-License-Identifier: GPL-3.0-or-later
// Files and folders: what is refused, and that nothing is lost by it.
#include "../test.h"

#include "orjon/base/file.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

struct folder {
    char path[64];
    struct str name; // of the last file asked for
};

static int setup(void **state)
{
    struct folder *folder = calloc(1, sizeof *folder);
    if (!folder)
        return -1;
    i18n_set_language(LANGUAGE_ENGLISH);
    folder->name = STR_INIT;
    strcpy(folder->path, "/tmp/orjon-file-XXXXXX");
    *state = folder;
    return mkdtemp(folder->path) ? 0 : -1;
}

static int teardown(void **state)
{
    struct folder *folder = *state;
    autostr command = STR_INIT;
    str_addf(&command, "rm -rf '%s'", folder->path);
    str_done(&folder->name);
    free(folder);
    return system(command.buf);
}

// Its path; valid until the next call.
static const char *in(struct folder *folder, const char *name)
{
    str_reset(&folder->name);
    str_addf(&folder->name, "%s/%s", folder->path, name);
    return folder->name.buf;
}

static void assert_holds(const char *path, const char *expected)
{
    autostr text = STR_INIT;
    assert_int_equal(file_read(path, &text, NULL), STATUS_OK);
    assert_string_equal(text.buf, expected);
}

static void errors_have_a_status(void **state)
{
    (void)state;
    static const struct {
        int error;
        enum status status;
    } rows[] = {{ENOSPC, STATUS_NO_SPACE},  {EDQUOT, STATUS_NO_SPACE},  {EFBIG, STATUS_NO_SPACE},
                {EROFS, STATUS_READ_ONLY},  {EACCES, STATUS_READ_ONLY}, {EPERM, STATUS_READ_ONLY},
                {ENOENT, STATUS_NOT_FOUND}, {EEXIST, STATUS_EXISTS},    {ENOTDIR, STATUS_NOT_FOUND},
                {EIO, STATUS_IO},           {EMFILE, STATUS_IO}};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        assert_int_equal(status_of_errno(rows[i].error), rows[i].status);
}

static void a_file_is_written_whole_and_not_over_another(void **state)
{
    struct folder *folder = *state;
    struct err err = {0};
    struct stat st;
    const char *path = in(folder, "paper");
    assert_int_equal(file_write(path, "one", 3, false, &err), STATUS_OK);
    assert_int_equal(file_write(path, "two", 3, false, &err), STATUS_EXISTS);
    assert_non_null(strstr(err.text, "paper"));
    assert_holds(path, "one");
    assert_int_equal(file_write(path, "three", 5, true, &err), STATUS_OK);
    assert_holds(path, "three");
    assert_int_equal(stat(path, &st), 0);
    const mode_t mask = umask(0);
    umask(mask);
    assert_int_equal(st.st_mode & 0777, 0666 & ~mask);
    assert_int_equal(file_write(in(folder, "no/such/folder"), "x", 1, false, &err),
                     STATUS_NOT_FOUND);
    assert_non_null(strstr(err.text, "no folder"));
    assert_int_equal(mkdir(in(folder, "a-folder"), 0700), 0);
    assert_int_not_equal(file_write(in(folder, "a-folder"), "x", 1, true, &err), STATUS_OK);
    assert_non_null(strstr(err.text, "is a folder"));
    assert_true(file_exists(in(folder, "a-folder")));
}

static void why_a_file_cannot_be_made_is_told(void **state)
{
    struct folder *folder = *state;
    struct err err = {0};
    autostr name = STR_INIT;
    str_add_repeat(&name, "ক", 90);
    assert_int_equal(file_write(in(folder, name.buf), "x", 1, false, &err), STATUS_INVALID);
    assert_non_null(strstr(err.text, "too long"));
    assert_int_equal(file_write(in(folder, "২০২৩/২৪.pdf"), "x", 1, false, &err), STATUS_NOT_FOUND);
    assert_non_null(strstr(err.text, "২০২৩”"));
    assert_int_equal(file_write(in(folder, "১ম ত্রৈমাসিক.pdf"), "x", 1, false, &err), STATUS_OK);
    if (geteuid() == 0)
        return; // who may write anywhere
    assert_int_equal(mkdir(in(folder, "locked"), 0500), 0);
    assert_int_equal(file_write(in(folder, "locked/a.pdf"), "x", 1, false, &err), STATUS_READ_ONLY);
    assert_non_null(strstr(err.text, "/locked”"));
}

// The largest that is read, and one byte more.
static void what_is_too_large_is_not_read(void **state)
{
    struct folder *folder = *state;
    struct err err = {0};
    autostr text = STR_INIT;
    const char *path = in(folder, "large");
    assert_int_equal(file_write(path, "", 0, false, &err), STATUS_OK);
    assert_int_equal(truncate(path, FILE_READ_MAX), 0);
    assert_int_equal(file_read(path, &text, &err), STATUS_OK);
    assert_int_equal(text.len, FILE_READ_MAX);
    assert_int_equal(truncate(path, FILE_READ_MAX + 1), 0);
    str_reset(&text);
    assert_int_equal(file_read(path, &text, &err), STATUS_INVALID);
    assert_int_equal(file_read(in(folder, "none"), &text, &err), STATUS_NOT_FOUND);
    assert_int_equal(file_read(folder->path, &text, &err), STATUS_IO); // a folder
}

static void a_name_that_is_taken_is_not_taken_again(void **state)
{
    struct folder *folder = *state;
    struct err err = {0};
    autostr from = STR_INIT;
    str_add(&from, in(folder, "from"));
    const char *to = in(folder, "to");
    assert_int_equal(file_write(from.buf, "new", 3, false, &err), STATUS_OK);
    assert_int_equal(file_write(to, "old", 3, false, &err), STATUS_OK);
    assert_int_equal(file_take_name(from.buf, to, &err), STATUS_EXISTS);
    assert_int_equal(file_copy(from.buf, to, &err), STATUS_EXISTS);
    assert_holds(to, "old");
    file_remove(to);
    assert_int_equal(file_take_name(from.buf, to, &err), STATUS_OK);
    assert_holds(to, "new");
    assert_false(file_exists(from.buf));
    assert_int_equal(file_take_name(from.buf, in(folder, "else"), &err), STATUS_NOT_FOUND);
}

static void a_copy_is_private_and_whole(void **state)
{
    struct folder *folder = *state;
    struct err err = {0};
    struct stat st;
    autostr from = STR_INIT, long_text = STR_INIT;
    str_add_repeat(&long_text, "0123456789", 20000);
    str_add(&from, in(folder, "from"));
    assert_int_equal(file_write(from.buf, long_text.buf, long_text.len, false, &err), STATUS_OK);
    const char *to = in(folder, "to");
    assert_int_equal(file_copy(from.buf, to, &err), STATUS_OK);
    assert_holds(to, long_text.buf);
    assert_int_equal(stat(to, &st), 0);
    assert_int_equal(st.st_mode & 0777, 0600);
    assert_int_equal(file_copy(in(folder, "none"), "/tmp/never", &err), STATUS_NOT_FOUND);
    assert_int_equal(file_copy(from.buf, in(folder, "no/folder"), &err), STATUS_NOT_FOUND);
    assert_int_equal(file_copy(folder->path, in(folder, "of-a-folder"), &err), STATUS_IO);
    assert_false(file_exists(in(folder, "of-a-folder"))); // nothing is left of it
}

static void folders_are_made(void **state)
{
    struct folder *folder = *state;
    struct err err = {0};
    assert_int_equal(file_make_folder_of(in(folder, "a/b/c/office.db"), &err), STATUS_OK);
    assert_true(file_exists(in(folder, "a/b/c")));
    assert_int_equal(file_make_folder_of(in(folder, "a/b/c/office.db"), &err), STATUS_OK);
    assert_int_equal(file_write(in(folder, "file"), "x", 1, false, &err), STATUS_OK);
    assert_int_not_equal(file_make_folder_of(in(folder, "file/b/office.db"), &err), STATUS_OK);
    assert_int_equal(file_make_folder_of("office.db", &err), STATUS_OK);
}

static void the_office_file_has_a_place(void **state)
{
    (void)state;
    static const struct {
        const char *named, *orjon, *data, *home, *expected;
    } rows[] = {
        {"a.db", "b.db", "/c", "/d", "a.db"},
        {NULL, "b.db", "/c", "/d", "b.db"},
        {NULL, "", "/c", "/d", "/c/orjon/office.db"},
        {NULL, NULL, "c", "/d", "/d/.local/share/orjon/office.db"}, // relative: not taken
        {NULL, NULL, NULL, "/d", "/d/.local/share/orjon/office.db"},
        {NULL, NULL, NULL, "d", NULL},
        {NULL, NULL, NULL, NULL, NULL},
    };
    static const char *const names[] = {"ORJON_DB", "XDG_DATA_HOME", "HOME"};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        const char *const values[] = {rows[i].orjon, rows[i].data, rows[i].home};
        autostr path = STR_INIT;
        struct err err = {0};
        for (size_t k = 0; k < 3; k++)
            if (values[k])
                setenv(names[k], values[k], 1);
            else
                unsetenv(names[k]);
        const enum status status = file_office_path(rows[i].named, &path, &err);
        assert_int_equal(status, rows[i].expected ? STATUS_OK : STATUS_NOT_FOUND);
        assert_string_equal(path.buf, rows[i].expected ? rows[i].expected : "");
    }
}

int main(void)
{
#define IN_A_FOLDER(name) cmocka_unit_test_setup_teardown(name, setup, teardown)
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(errors_have_a_status),
        IN_A_FOLDER(a_file_is_written_whole_and_not_over_another),
        IN_A_FOLDER(why_a_file_cannot_be_made_is_told),
        IN_A_FOLDER(what_is_too_large_is_not_read),
        IN_A_FOLDER(a_name_that_is_taken_is_not_taken_again),
        IN_A_FOLDER(a_copy_is_private_and_whole),
        IN_A_FOLDER(folders_are_made),
        cmocka_unit_test(the_office_file_has_a_place),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
