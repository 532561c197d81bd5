// SPDX-License-Identifier: GPL-3.0-or-later
// Printing from the preview, with a spooler of small scripts: F8, the printer, the copies, the
// pages; P for the viewer; F2 for a file; F4 for the layout, the office's own among them.
#include "../test.h"

#include "orjon/app/finalise.h"
#include "orjon/app/layouts.h"
#include "orjon/base/file.h"
#include "orjon/domain/date.h"
#include "orjon/report/writer.h"
#include "orjon/screens/screens.h"

#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

static char folder[64];

static int set_up(void **state)
{
    (void)state;
    autostr path = STR_INIT;
    snprintf(folder, sizeof folder, "/tmp/orjon-printing-XXXXXX");
    if (!mkdtemp(folder))
        return 1;
    str_addf(&path, "%s:/usr/bin:/bin", folder);
    setenv("PATH", path.buf, 1);
    setenv("FOLDER", folder, 1);
    setenv("XDG_RUNTIME_DIR", folder, 1);
    unsetenv("DISPLAY");
    unsetenv("WAYLAND_DISPLAY");
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

static void program(const char *name, const char *script)
{
    autostr path = STR_INIT, text = STR_INIT;
    str_addf(&path, "%s/%s", folder, name);
    str_addf(&text, "#!/bin/sh\n%s\n", script);
    assert_int_equal(file_write(path.buf, text.buf, text.len, true, NULL), STATUS_OK);
    assert_int_equal(chmod(path.buf, 0700), 0);
}

static bool forged; // whether the figures are, after the quarter was finalised

static void forge(struct app *app, const char *office)
{
    static const char change[] =
        "CREATE TEMP TABLE kept AS SELECT sql FROM sqlite_schema WHERE name = "
        "'figure_update_sealed'; DROP TRIGGER figure_update_sealed;"
        "UPDATE figure SET value = 90, typed = '9' WHERE value = 10";
    struct shelf shelf = {0};
    sqlite3 *db = NULL;
    sqlite3_stmt *kept = NULL;
    assert_int_equal(shelf_open(app, 0, NULL, 1, &shelf, NULL), STATUS_OK);
    assert_int_equal(app_finalise(app, &shelf, NULL, NULL, NULL), STATUS_OK);
    shelf_done(&shelf);
    assert_int_equal(sqlite3_open(office, &db), SQLITE_OK);
    assert_int_equal(sqlite3_exec(db, change, NULL, NULL, NULL), SQLITE_OK);
    assert_int_equal(sqlite3_prepare_v2(db, "SELECT sql FROM kept", -1, &kept, NULL), SQLITE_OK);
    assert_int_equal(sqlite3_step(kept), SQLITE_ROW);
    autostr trigger = STR_INIT;
    str_add(&trigger, (const char *)sqlite3_column_text(kept, 0));
    sqlite3_finalize(kept);
    assert_int_equal(sqlite3_exec(db, trigger.buf, NULL, NULL, NULL), SQLITE_OK);
    sqlite3_close(db);
}

static bool own_layout; // whether the office has one

static void install_own(struct app *app)
{
    static const char text[] = "#layout\tshort\n#paper\treturn\n#title\tআমাদের ছক\n"
                               "column\theading\nindicator\tসূচক\n";
    autostr path = STR_INIT, faults = STR_INIT;
    str_addf(&path, "%s/short.tsv", folder);
    assert_int_equal(file_write(path.buf, text, sizeof text - 1, true, NULL), STATUS_OK);
    assert_int_equal(app_install_layouts(app, &path.buf, 1, &faults, NULL), STATUS_OK);
}

// Plays keys on the preview of the first paper and appends the picture to ret.
static void play(const char *keys, struct str *ret)
{
    autostr office = STR_INIT, script = STR_INIT;
    struct err err = {0};
    str_addf(&office, "%s/office.db", folder);
    str_addf(&script, "<F8><Enter>%s", keys);
    const struct app_options options = {.file = office.buf,
                                        .via = "screen",
                                        .as_of = {true, date_of(2023, 10, 5)},
                                        .language_given = true,
                                        .digits_given = true};
    struct session session = {.options = &options};
    file_remove(office.buf);
    if (app_init(&options, &(struct app_new_office){.sample = true}, &err) ||
        app_open(&options, &session.app, &err))
        fail_msg("%s", err.text);
    if (forged)
        forge(session.app, office.buf);
    if (own_layout)
        install_own(session.app);
    struct desk *desk = desk_new(NULL, false);
    if (screens_start(desk, &session, &err) || desk_play(desk, script.buf, 30, 100, ret, &err))
        fail_msg("%s", err.text);
    desk_free(&desk);
    app_close(&session.app);
}

static void assert_shown(const char *keys, const char *expected)
{
    autostr picture = STR_INIT;
    play(keys, &picture);
    if (!strstr(picture.buf, expected))
        fail_msg("“%s” is not shown:\n%s", expected, picture.buf);
}

static void a_paper_is_printed(void **state)
{
    (void)state;
    autostr args = STR_INIT, path = STR_INIT;
    program("lpstat", "printf 'laser\\nlarge\\n'");
    program("lp", "for a; do echo \"[$a]\"; done >$FOLDER/args; cat >/dev/null");
    assert_shown("<F8>", "laser");
    assert_shown("<F8><Esc>", "F8");
    assert_shown("<F8><Down><Enter>0<Enter>", "The copies are 1 to");
    if (!writer_find("pdf")->write)
        skip();
    assert_shown("<F8><Down><Enter><BS>2<Enter>1-2<Enter>", "Sent to the printer large");
    str_addf(&path, "%s/args", folder);
    assert_int_equal(file_read(path.buf, &args, NULL), STATUS_OK);
    assert_string_equal(args.buf, "[-dlarge]\n[-n2]\n[-tquarterly return]\n[-P1-2]\n[--]\n");
    program("lp", "echo 'lp: out of paper' >&2; exit 1");
    assert_shown("<F8><Enter><Enter><Enter>", "lp: out of paper");
    assert_shown("<F8><Enter><Enter>x<Enter>", "is not a page range");
}

static void a_spooler_that_is_away_is_told(void **state)
{
    (void)state;
    program("lpstat", "echo 'lpstat: Bad file descriptor' >&2; exit 1");
    assert_shown("<F8>", "lpstat: Bad file descriptor");
}

static void the_viewer_gets_a_pdf(void **state)
{
    (void)state;
    if (!writer_find("pdf")->write) {
        assert_shown("P", "built without pdf");
        return;
    }
    assert_shown("P", "F2 writes the paper to a file");
    program("xdg-open", "exit 0");
    setenv("DISPLAY", ":0", 1);
    assert_shown("P", "Opened");
    unsetenv("DISPLAY");
}

static void a_paper_that_does_not_fit_its_seal_says_so(void **state)
{
    (void)state;
    autostr written = STR_INIT, path = STR_INIT, keys = STR_INIT, command = STR_INIT;
    str_addf(&command, "rm -rf '%s/backups'", folder);
    assert_int_equal(system(command.buf), 0); // of the offices before
    forged = true;
    assert_shown("", "সিলের সাথে মেলে না");
    assert_shown("", "The paper carries no letters");
    program("lpstat", "echo laser");
    program("lp", "cat >/dev/null");
    if (writer_find("pdf")->write)
        assert_shown("<F8><Enter><Enter><Enter>", "it does not fit its seal");
    str_addf(&path, "%s/paper.csv", folder);
    str_addf(&keys, "<F2>csv<Enter><C-u>%s<Enter>", path.buf);
    assert_shown(keys.buf, "it does not fit its seal");
    assert_int_equal(file_read(path.buf, &written, NULL), STATUS_OK);
    assert_non_null(strstr(written.buf, "সিলের সাথে মেলে না"));
    assert_null(strstr(written.buf, "সিল: "));
    forged = false;
}

// Plays F2, a kind of file and a name in the folder of the test, and what comes then.
static void assert_saved(const char *kind, const char *name, const char *then, const char *expected)
{
    autostr keys = STR_INIT;
    str_addf(&keys, "<F2>%s<Enter><C-u>%s/%s<Enter>%s", kind, folder, name, then);
    assert_shown(keys.buf, expected);
}

static void assert_in_file(const char *name, const char *expected)
{
    autostr path = STR_INIT, text = STR_INIT;
    str_addf(&path, "%s/%s", folder, name);
    assert_int_equal(file_read(path.buf, &text, NULL), STATUS_OK);
    assert_non_null(strstr(text.buf, expected));
}

static void put(const char *name, const char *text)
{
    autostr path = STR_INIT;
    str_addf(&path, "%s/%s", folder, name);
    assert_int_equal(file_write(path.buf, text, strlen(text), true, NULL), STATUS_OK);
}

static void a_file_gets_a_kind_a_name_and_a_folder(void **state)
{
    (void)state;
    autostr here = STR_INIT;
    str_addf(&here, "In the folder %s/", folder);
    assert_int_equal(chdir(folder), 0);
    if (writer_find("pdf")->write)
        assert_shown("<F2><Enter>", "2023-2024 Quarter 1.pdf");
    assert_shown("<F2>csv<Enter>", "2023-2024 Quarter 1.csv");
    assert_shown("<F2>csv<Enter>", here.buf);
    assert_shown("<F2>csv<Enter><C-u>১ম ত্রৈমাসিক<Enter>", "/১ম ত্রৈমাসিক.csv");
    assert_in_file("১ম ত্রৈমাসিক.csv", "অভিযোগ");
    assert_saved("csv", "", "", "2023-2024 Quarter 1.csv"); // a folder
    assert_saved("text", "other.HTML", "", "other.HTML");   // the name decides
    assert_in_file("other.HTML", "<table");
    assert_int_equal(chdir("/"), 0);
}

static void an_ending_of_no_format_is_asked_about(void **state)
{
    (void)state;
    assert_saved("csv", "a.odt", "", "No paper is written as “.odt”");
    assert_saved("csv", "a.odt", "<Esc>", "a.odt");
    assert_saved("csv", "a.odt", "<Right><Enter>", "File");
    assert_saved("csv", "a.odt", "<Enter>", "a.odt.csv");
    assert_in_file("a.odt.csv", "অভিযোগ");
    assert_saved("csv", "2023.10", "", "2023.10.csv"); // no ending
}

static void a_file_that_is_there_is_replaced_after_a_question(void **state)
{
    (void)state;
    put("there.csv", "old");
    assert_saved("csv", "there.csv", "", "There is a file of this name already");
    assert_saved("csv", "there.csv", "<Enter><C-u>", "File"); // another name is what Enter means
    assert_in_file("there.csv", "old");
    assert_saved("csv", "there.csv", "<Left><Enter>", "Written to");
    assert_in_file("there.csv", "অভিযোগ");
    put("both.odt.csv", "old");
    assert_saved("csv", "both.odt", "<Enter>", "There is a file of this name already");
    assert_saved("csv", "both.odt", "<Enter>r", "Written to");
    assert_in_file("both.odt.csv", "অভিযোগ");
}

static void why_a_file_cannot_be_written_is_told_in_its_box(void **state)
{
    (void)state;
    assert_saved("csv", "2023/24.csv", "", "There is no folder");
    assert_saved("csv", "2023/24.csv", "<Esc>", "F8");
}

static void a_layout_of_the_office_is_chosen(void **state)
{
    (void)state;
    own_layout = true;
    assert_shown("<F4>short", "short (of this office)");
    assert_shown("<F4>short<Enter>", "আমাদের ছক");
    assert_shown("<F4>short<Enter><F4>", "short (of this office)");
    assert_shown("<F4>short<Enter><F4><Esc>", "আমাদের ছক");
    own_layout = false;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_layout_of_the_office_is_chosen),
        cmocka_unit_test(a_file_gets_a_kind_a_name_and_a_folder),
        cmocka_unit_test(an_ending_of_no_format_is_asked_about),
        cmocka_unit_test(a_file_that_is_there_is_replaced_after_a_question),
        cmocka_unit_test(why_a_file_cannot_be_written_is_told_in_its_box),
        cmocka_unit_test(a_paper_is_printed),
        cmocka_unit_test(a_spooler_that_is_away_is_told),
        cmocka_unit_test(the_viewer_gets_a_pdf),
        cmocka_unit_test(a_paper_that_does_not_fit_its_seal_says_so),
    };
    return cmocka_run_group_tests_name("printing", tests, set_up, tear_down);
}
