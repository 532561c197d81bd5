// SPDX-License-Identifier: GPL-3.0-or-later
// Printing through a spooler that is made of small scripts on PATH; no real CUPS is asked.
#include "../patience.h"
#include "../test.h"

#include "orjon/app/printer.h"
#include "orjon/base/clock.h"
#include "orjon/base/file.h"

#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

static char folder[64];

static void path_of(const char *name, struct str *ret)
{
    str_addf(ret, "%s/%s", folder, name);
}

// Puts a program on PATH.
static void program(const char *name, const char *script)
{
    autostr path = STR_INIT, text = STR_INIT;
    path_of(name, &path);
    str_addf(&text, "#!/bin/sh\n%s\n", script);
    assert_int_equal(file_write(path.buf, text.buf, text.len, true, NULL), STATUS_OK);
    assert_int_equal(chmod(path.buf, 0700), 0);
}

static void assert_file(const char *name, const char *expected)
{
    autostr path = STR_INIT, got = STR_INIT;
    path_of(name, &path);
    assert_int_equal(file_read(path.buf, &got, NULL), STATUS_OK);
    assert_string_equal(got.buf, expected);
}

static int set_up(void **state)
{
    (void)state;
    autostr path = STR_INIT;
    snprintf(folder, sizeof folder, "/tmp/orjon-printer-XXXXXX");
    if (!mkdtemp(folder))
        return 1;
    str_addf(&path, "%s:/usr/bin:/bin", folder);
    setenv("PATH", path.buf, 1);
    setenv("FOLDER", folder, 1);
    i18n_set_language(LANGUAGE_ENGLISH);
    i18n_set_digits(DIGITS_LATIN);
    return 0;
}

static int tear_down(void **state)
{
    (void)state;
    autostr command = STR_INIT;
    str_addf(&command, "rm -rf '%s'", folder);
    return system(command.buf);
}

static enum status print(struct printer_job job, struct str *said, struct err *err)
{
    struct str pdf = STR_INIT;
    str_add(&pdf, "%PDF-1.5 and so on");
    enum status status = printer_print(&job, &pdf, said, err);
    str_done(&pdf);
    return status;
}

static void the_spooler_gets_the_paper(void **state)
{
    (void)state;
    autostr said = STR_INIT;
    struct err err = {0};
    program("lp", "for a; do echo \"[$a]\"; done >$FOLDER/args\ncat >$FOLDER/paper\n"
                  "echo 'request id is laser-7 (1 file(s))'");
    assert_int_equal(print(
                         (struct printer_job){
                             .printer = "laser", .title = "return", .copies = 2, .pages = "১-২, ৫"},
                         &said, &err),
                     STATUS_OK);
    assert_file("args", "[-dlaser]\n[-n2]\n[-treturn]\n[-P1-2,5]\n[--]\n");
    assert_file("paper", "%PDF-1.5 and so on");
    assert_string_equal(said.buf, "request id is laser-7 (1 file(s))");
}

static void no_name_is_an_option_or_a_command(void **state)
{
    (void)state;
    autostr said = STR_INIT;
    struct err err = {0};
    assert_int_equal(
        print((struct printer_job){.printer = "-o raw; touch $FOLDER/bad"}, &said, &err),
        STATUS_OK);
    assert_file("args", "[-d-o raw; touch $FOLDER/bad]\n[-n1]\n[-torjon]\n[--]\n");
    autostr bad = STR_INIT;
    path_of("bad", &bad);
    assert_false(file_exists(bad.buf));
}

static void what_is_no_job_is_refused(void **state)
{
    (void)state;
    static const char *const pages[] = {"1-",    "-2", "a",  "1,,2",  "1;2",
                                        "1-2-3", ",",  "1,", "999999"};
    autostr said = STR_INIT;
    struct err err = {0};
    assert_int_equal(print((struct printer_job){.printer = ""}, &said, &err), STATUS_USAGE);
    assert_int_equal(print((struct printer_job){.printer = "a", .copies = 100}, &said, &err),
                     STATUS_USAGE);
    for (size_t i = 0; i < sizeof pages / sizeof *pages; i++)
        assert_int_equal(
            print((struct printer_job){.printer = "a", .pages = pages[i]}, &said, &err),
            STATUS_USAGE);
}

static void the_words_of_the_spooler_are_shown(void **state)
{
    (void)state;
    autostr said = STR_INIT;
    struct err err = {0};
    program("lp", "printf 'lp: The printer\\033[31m or class does not exist.\\n' >&2; exit 1");
    assert_int_equal(print((struct printer_job){.printer = "none"}, &said, &err), STATUS_FAILED);
    assert_non_null(strstr(err.text, "or class does not exist."));
    assert_null(strchr(err.text, '\033'));
    assert_int_equal(said.len, 0);
    program("lp", "exit 3");
    assert_int_equal(print((struct printer_job){.printer = "none"}, &said, &err), STATUS_FAILED);
    assert_non_null(strstr(err.text, "3"));
    program("lp", "kill -9 $$");
    assert_int_equal(print((struct printer_job){.printer = "none"}, &said, &err), STATUS_FAILED);
    program("lp", "head -c 3000000 /dev/zero | tr '\\0' x; exit 1"); // a talker is cut short
    assert_int_equal(print((struct printer_job){.printer = "none"}, &said, &err), STATUS_FAILED);
}

static void a_spooler_that_hangs_is_stopped(void **state)
{
    (void)state;
    autostr said = STR_INIT;
    struct err err = {0};
    int64_t start = clock_ticks();
    program("lp", "sleep 120 & sleep 120");
    assert_int_equal(print((struct printer_job){.printer = "slow", .seconds = 1}, &said, &err),
                     STATUS_BUSY);
    assert_true(clock_ticks() - start < PATIENCE);
    program("lp", "sleep 120 & echo queued"); // something it started holds the pipe
    assert_int_equal(print((struct printer_job){.printer = "slow", .seconds = 60}, &said, &err),
                     STATUS_OK);
    assert_string_equal(said.buf, "queued");
}

static void printers_are_listed(void **state)
{
    (void)state;
    autostr names = STR_INIT, path = STR_INIT;
    struct err err = {0};
    program("lpstat", "[ $1 = -e ] && printf 'laser\\nছাপাখানা\\n'");
    assert_int_equal(printer_list(&names, &err), STATUS_OK);
    assert_string_equal(names.buf, "laser\nছাপাখানা\n");
    str_reset(&names);
    program("lpstat", "[ $1 = -a ] && echo 'old accepting requests since today' || exit 1");
    assert_int_equal(printer_list(&names, &err), STATUS_OK);
    assert_string_equal(names.buf, "old\n");
    str_reset(&names);
    program("lpstat", "echo 'lpstat: scheduler is not running' >&2; exit 1");
    assert_int_equal(printer_list(&names, &err), STATUS_FAILED);
    assert_string_equal(err.text, "lpstat: scheduler is not running");
    program("lpstat", "exit 0");
    assert_int_equal(printer_list(&names, &err), STATUS_NOT_FOUND);
    setenv("PATH", "/nowhere", 1);
    assert_int_equal(printer_list(&names, &err), STATUS_NOT_FOUND);
    assert_non_null(strstr(err.text, "cups-client"));
    assert_int_equal(print((struct printer_job){.printer = "a"}, &path, &err), STATUS_NOT_FOUND);
    str_addf(&path, "%s:/usr/bin:/bin", folder);
    setenv("PATH", path.buf, 1);
}

static void a_paper_is_opened_where_there_is_a_desktop(void **state)
{
    (void)state;
    autostr path = STR_INIT, opened_path = STR_INIT;
    struct str pdf = {.buf = (char[]){"%PDF"}, .len = 4};
    struct stat st;
    bool opened = true;
    setenv("XDG_RUNTIME_DIR", folder, 1);
    unsetenv("DISPLAY");
    unsetenv("WAYLAND_DISPLAY");
    program("xdg-open", "printf %s \"$1\" >$FOLDER/opened");
    assert_int_equal(printer_show("return", &pdf, &path, &opened, NULL), STATUS_OK);
    assert_false(opened);
    assert_int_equal(path.len, 0);
    setenv("DISPLAY", ":0", 1);
    assert_int_equal(printer_show("return", &pdf, &opened_path, &opened, NULL), STATUS_OK);
    assert_true(opened);
    assert_file("opened", opened_path.buf);
    *strrchr(opened_path.buf, '/') = '\0';
    assert_int_equal(stat(opened_path.buf, &st), 0);
    assert_int_equal(st.st_mode & 0777, 0700);
    program("xdg-open", "exit 4");
    assert_int_equal(printer_show("return", &pdf, &path, &opened, NULL), STATUS_OK);
    assert_false(opened);
    unsetenv("DISPLAY");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_spooler_gets_the_paper),
        cmocka_unit_test(no_name_is_an_option_or_a_command),
        cmocka_unit_test(what_is_no_job_is_refused),
        cmocka_unit_test(the_words_of_the_spooler_are_shown),
        cmocka_unit_test(a_spooler_that_hangs_is_stopped),
        cmocka_unit_test(printers_are_listed),
        cmocka_unit_test(a_paper_is_opened_where_there_is_a_desktop),
    };
    return cmocka_run_group_tests_name("printer", tests, set_up, tear_down);
}
