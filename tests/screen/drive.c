// SPDX-License-Identifier: GPL-3.0-or-later
// The pen drive while the screens run: mounted in a name space of the test's own; skipped where
// that cannot be.
#include "../clock.h"
#include "../test.h"

#include "orjon/app/drive.h"
#include "orjon/app/preferences.h"
#include "orjon/base/file.h"
#include "orjon/domain/date.h"
#include "orjon/screens/screens.h"

#include <glob.h>
#include <sched.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/mount.h>
#include <sys/stat.h>
#include <unistd.h>

static bool alone; // in a name space of our own
static char folder[] = "/tmp/orjon-drive-XXXXXX";
static struct app_options options = {.via = "screen", .language_given = true, .digits_given = true};
static struct session session = {.options = &options};
static struct str office = STR_INIT, stick = STR_INIT;
static struct desk *desk;

static void map_to_root(const char *path, unsigned id)
{
    autostr line = STR_INIT;
    str_addf(&line, "0 %u 1", id);
    FILE *file = fopen(path, "w");
    if (!file || fputs(line.buf, file) < 0)
        alone = false;
    if (file && fclose(file))
        alone = false;
}

static void leave_the_machine(void)
{
    const unsigned uid = getuid(), gid = getgid();
    alone = unshare(CLONE_NEWUSER | CLONE_NEWNS) == 0;
    if (!alone)
        return;
    FILE *file = fopen("/proc/self/setgroups", "w");
    if (file) {
        fputs("deny", file);
        fclose(file);
    }
    map_to_root("/proc/self/uid_map", uid);
    map_to_root("/proc/self/gid_map", gid);
    alone = alone && mount("none", "/", NULL, MS_REC | MS_PRIVATE, NULL) == 0;
}

// A file system of its own that is not in memory, as far as can be told: one in memory below.
static void plug(const char *size)
{
    static const char *const layers[] = {"lower", "upper", "work"};
    autostr option = STR_INIT, memory = STR_INIT;
    str_addf(&option, "size=%s", size);
    str_addf(&memory, "%s/memory", folder);
    mkdir(memory.buf, 0700);
    assert_int_equal(mount("memory", memory.buf, "tmpfs", 0, option.buf), 0);
    str_reset(&option);
    for (size_t i = 0; i < 3; i++) {
        autostr layer = STR_INIT;
        str_addf(&layer, "%s/%s", memory.buf, layers[i]);
        assert_int_equal(mkdir(layer.buf, 0700), 0);
        str_addf(&option, "%s%sdir=%s", i ? "," : "", layers[i], layer.buf);
    }
    assert_int_equal(mount("drive", stick.buf, "overlay", 0, option.buf), 0);
}

static void unplug(void)
{
    autostr memory = STR_INIT;
    str_addf(&memory, "%s/memory", folder);
    umount2(stick.buf, MNT_DETACH);
    umount2(memory.buf, MNT_DETACH);
}

static size_t copies(void)
{
    autostr pattern = STR_INIT;
    glob_t found;
    str_addf(&pattern, "%s/*.db", stick.buf);
    const size_t count = glob(pattern.buf, 0, NULL, &found) == 0 ? found.gl_pathc : 0;
    globfree(&found);
    return count;
}

static void open_office(void)
{
    assert_int_equal(app_open(&options, &session.app, NULL), STATUS_OK);
    desk = desk_new(NULL, false);
    assert_int_equal(screens_start(desk, &session, NULL), STATUS_OK);
}

static void close_office(void)
{
    desk_free(&desk);
    app_close(&session.app);
}

static int begin(void **state)
{
    (void)state;
    const struct app_new_office sample = {.sample = true};
    if (!alone)
        return 0;
    str_reset(&office);
    str_reset(&stick);
    snprintf(folder, sizeof folder, "/tmp/orjon-drive-XXXXXX");
    assert_non_null(mkdtemp(folder));
    str_addf(&office, "%s/office.db", folder);
    str_addf(&stick, "%s/stick", folder);
    assert_int_equal(mkdir(stick.buf, 0700), 0);
    i18n_set_language(LANGUAGE_ENGLISH);
    i18n_set_digits(DIGITS_LATIN);
    options.file = office.buf;
    options.as_of = (struct maybe){true, date_of(2023, 10, 5)};
    assert_int_equal(app_init(&options, &sample, NULL), STATUS_OK);
    open_office();
    return 0;
}

static int end(void **state)
{
    (void)state;
    autostr command = STR_INIT;
    if (!alone)
        return 0;
    close_office();
    unplug();
    str_addf(&command, "rm -rf '%s'", folder);
    return system(command.buf);
}

// A drive may stall for as long as it likes: the figure is in the office file before it is asked.
static void the_first_figure_of_the_day_does_not_wait(void **state)
{
    (void)state;
    autostr got = STR_INIT;
    if (!alone)
        skip();
    plug("10m");
    assert_int_equal(app_set_drive(session.app, stick.buf, NULL), STATUS_OK);
    assert_int_equal(copies(), 1);
    assert_int_equal(app_set_preference(session.app, PREFERENCE_COLOURS, "dark", NULL), STATUS_OK);
    desk_play(desk, "<Down>*3<Enter><Down>3<Down>", 24, 80, &got, NULL);
    assert_non_null(strstr(got.buf, "│           3│"));
    assert_int_equal(copies(), 1);
    desk_play(desk, "<Wait>", 24, 80, NULL, NULL);
    assert_int_equal(copies(), 2);
    desk_play(desk, "<Wait><Down><Wait>", 24, 80, NULL, NULL);
    assert_int_equal(copies(), 2);
    close_office(); // nothing was changed since
    assert_int_equal(copies(), 2);
    open_office();
}

static void the_settings_say_what_is_not_copied_yet(void **state)
{
    (void)state;
    autostr got = STR_INIT;
    if (!alone)
        skip();
    plug("10m");
    assert_int_equal(app_set_drive(session.app, stick.buf, NULL), STATUS_OK);
    assert_int_equal(app_drive(session.app), APP_DRIVE_COPIED);
    desk_play(desk, "<Down>*3<Enter><Down>3<Down><Wait>", 24, 80, NULL, NULL);
    assert_int_equal(app_drive(session.app), APP_DRIVE_COPIED);
    desk_play(desk, "<Up>4<Down><Wait>", 24, 80, NULL, NULL);
    assert_int_equal(app_drive(session.app), APP_DRIVE_DUE);
    desk_play(desk, "<Esc><F9>", 24, 80, &got, NULL);
    assert_non_null(strstr(got.buf, "there; the copy is made when the program ends"));
    const size_t before = copies();
    close_office();
    assert_int_equal(copies(), before + 1);
    open_office();
    assert_int_equal(app_drive(session.app), APP_DRIVE_PRESENT);
    close_office();
    options.read_only = true;
    open_office();
    struct app *other = NULL;
    options.read_only = false;
    assert_int_equal(app_open(&options, &other, NULL), STATUS_OK);
    assert_int_equal(app_set_preference(other, PREFERENCE_COLOURS, "dark", NULL), STATUS_OK);
    app_close(&other);
    assert_int_equal(app_drive(session.app),
                     APP_DRIVE_PRESENT); // whoever only reads copies nothing
}

// The reason is what counts; a line of 80 columns must hold it.
static void finalising_says_why_there_is_no_copy(void **state)
{
    (void)state;
    static const char *const reason[] = {"; তবে পেনড্রাইভে জায়গা নেই: /",
                                         "; but the pen drive is full: /"};
    if (!alone)
        skip();
    plug("60k");
    app_set_drive(session.app, stick.buf, NULL);
    for (enum language language = LANGUAGE_BENGALI; language <= LANGUAGE_ENGLISH; language++) {
        autostr got = STR_INIT;
        i18n_set_language(language);
        desk_play(desk, "<Down>*3<Enter><F9><Left><Enter>", 24, 80, &got, NULL);
        assert_non_null(strstr(got.buf, reason[language]));
        desk_play(desk, "<Esc>", 24, 80, NULL, NULL);
    }
}

static int times_told;

static void count_told(const char *sentence)
{
    (void)sentence;
    times_told++;
}

static void what_failed_on_a_drive_that_is_gone_is_not_told(void **state)
{
    (void)state;
    if (!alone)
        skip();
    close_office();
    for (int gone = 0; gone < 2; gone++) {
        times_told = 0;
        options.told = count_told;
        plug("60k");
        open_office();
        app_set_drive(session.app, gone ? "" : stick.buf, NULL);
        app_set_drive(session.app, stick.buf, NULL);
        assert_int_equal(app_drive(session.app), APP_DRIVE_FAILED);
        if (gone)
            unplug();
        close_office();
        options.told = NULL;
        assert_int_equal(times_told, !gone);
        if (!gone)
            unplug();
    }
    open_office();
}

int main(void)
{
    leave_the_machine();
    clock_stand(1696464000);
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(the_first_figure_of_the_day_does_not_wait, begin, end),
        cmocka_unit_test_setup_teardown(the_settings_say_what_is_not_copied_yet, begin, end),
        cmocka_unit_test_setup_teardown(finalising_says_why_there_is_no_copy, begin, end),
        cmocka_unit_test_setup_teardown(what_failed_on_a_drive_that_is_gone_is_not_told, begin,
                                        end),
    };
    const int failed = cmocka_run_group_tests_name("drive", tests, NULL, NULL);
    str_done(&office);
    str_done(&stick);
    return failed;
}
