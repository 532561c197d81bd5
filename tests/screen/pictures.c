// SPDX-License-Identifier: GPL-3.0-or-later
// Pictures of screens: keys played on the sample office, and the screen that must come out.
//
// Each file of tests/screen/pictures is one case. Its head lines say `#size 80x24`, `#lang bn`,
// `#start guide` (no office file yet) or `#start department` (with offices below), `#day
// 2024-03-05` (else 2023-10-05) and `#keys <Down><Enter>…` (several lines are one script); the rest
// is the picture. After a change that was looked at, ORJON_TEST_WRITE=1 writes the pictures anew.
#include "../clock.h"
#include "../sample_office.h"
#include "../test.h"

#include "orjon/base/file.h"
#include "orjon/domain/date.h"
#include "orjon/screens/screens.h"

#include <ctype.h>
#include <glob.h>
#include <pwd.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

struct picture {
    int rows, cols;
    enum language language;
    bool guide, department; // start without an office file; with one of many offices
    int32_t day;
    struct str keys, head, picture;
};

static void read_head(struct picture *p, const char *line)
{
    char language[8] = "";
    int year = 0, month = 0, day = 0;
    if (sscanf(line, "#size %dx%d", &p->cols, &p->rows) == 2)
        return;
    if (sscanf(line, "#lang %7s", language) == 1)
        p->language = (enum language)language_from_code(language);
    else if (strcmp(line, "#start guide") == 0)
        p->guide = true;
    else if (strcmp(line, "#start department") == 0)
        p->department = true;
    else if (sscanf(line, "#day %d-%d-%d", &year, &month, &day) == 3)
        p->day = date_of(year, month, day);
    else if (strncmp(line, "#keys ", 6) == 0)
        str_add(&p->keys, line + 6);
}

static void read_case(const char *path, struct picture *p)
{
    autostr file = STR_INIT;
    *p = (struct picture){.rows = 24,
                          .cols = 80,
                          .day = date_of(2023, 10, 5),
                          .keys = STR_INIT,
                          .head = STR_INIT,
                          .picture = STR_INIT};
    assert_int_equal(file_read(path, &file, NULL), STATUS_OK);
    char *at = file.buf;
    while (*at == '#') {
        char *end = strchr(at, '\n');
        *end = '\0';
        read_head(p, at);
        str_addf(&p->head, "%s\n", at);
        at = end + 1;
    }
    str_add(&p->picture, at);
}

// Each case has an office to itself: copies of one before would know what it had finalised.
static struct app *sample(const char *file, const char *family, int32_t day)
{
    const struct app_options options = {.file = file, .via = "screen", .as_of = {true, day}};
    struct app *app = NULL;
    struct err err = {0};
    sample_office_put(&options, family);
    if (app_open(&options, &app, &err))
        fail_msg("%s", err.text);
    return app;
}

// A seal covers the journal, and that names the user and the machine.
static void hide_seal(struct str *picture)
{
    static const char before[] = "কাগজে চিহ্ন থাকবে ";
    char *at = strstr(picture->buf, before);
    at = at ? at + strlen(before) : NULL;
    for (size_t i = 0; at && i < 16 && isxdigit((unsigned char)*at); i++) {
        *at++ = '0';
        at += *at == ' ';
    }
}

static bool play(const char *path, const char *office)
{
    struct picture p;
    struct err err = {0};
    autostr got = STR_INIT;
    read_case(path, &p);
    i18n_set_language(p.language);
    i18n_set_digits(p.language == LANGUAGE_BENGALI ? DIGITS_BENGALI : DIGITS_LATIN);
    const struct app_options options = {.file = office,
                                        .via = "screen",
                                        .as_of = {true, p.day},
                                        .language_given = true,
                                        .digits_given = true};
    struct session session = {.options = &options};
    struct desk *desk = desk_new(NULL, false);
    unlink(office);
    if (p.guide)
        screens_guide(desk, &session);
    else
        session.app = sample(office, p.department ? "coop-department" : NULL, p.day);
    if ((!p.guide && screens_start(desk, &session, &err)) ||
        desk_play(desk, p.keys.buf, p.rows, p.cols, &got, &err))
        fail_msg("%s: %s", path, err.text);
    desk_free(&desk);
    app_close(&session.app);
    hide_seal(&got);
    bool same = strcmp(got.buf, p.picture.buf) == 0;
    if (!same && getenv("ORJON_TEST_WRITE")) {
        str_add(&p.head, got.buf);
        assert_int_equal(file_write(path, p.head.buf, p.head.len, true, NULL), STATUS_OK);
        same = true;
    }
    if (!same)
        print_error("%s differs:\n%s\nexpected:\n%s\n", path, got.buf, p.picture.buf);
    str_done(&p.keys);
    str_done(&p.head);
    str_done(&p.picture);
    return same;
}

// With the lock and the copies beside the office file.
static void clear_away(const char *folder)
{
    autostr command = STR_INIT;
    str_addf(&command, "rm -rf '%s'", folder);
    assert_int_equal(system(command.buf), 0);
}

static void all_pictures_come_out(void **state)
{
    (void)state;
    glob_t found;
    char folder[] = "/tmp/orjon-pictures-XXXXXX", office[64];
    int wrong = 0;
    assert_non_null(mkdtemp(folder));
    snprintf(office, sizeof office, "%s/office.db", folder);
    assert_int_equal(glob(TEST_PICTURES "/*.txt", 0, NULL, &found), 0);
    for (size_t i = 0; i < found.gl_pathc; i++)
        wrong += !play(found.gl_pathv[i], office);
    assert_true(found.gl_pathc >= 20);
    globfree(&found);
    clear_away(folder);
    assert_int_equal(wrong, 0);
}

static void half_typed_figures_outlive_the_program(void **state)
{
    (void)state;
    char folder[] = "/tmp/orjon-draft-XXXXXX";
    autostr office = STR_INIT, got = STR_INIT;
    assert_non_null(mkdtemp(folder));
    str_addf(&office, "%s/office.db", folder);
    i18n_set_language(LANGUAGE_ENGLISH);
    i18n_set_digits(DIGITS_LATIN);
    struct session session = {
        .options = &(struct app_options){.language_given = true, .digits_given = true},
        .app = sample(office.buf, NULL, date_of(2023, 10, 5))};
    static const char *const lives[] = {"<Enter>45<Terminate>", "<Enter>", "<C-z>6<Esc>",
                                        "<Enter>"};
    static const char *const said[] = {"", "1.1.1, Quarter 1: “45” was not saved",
                                       "“456” was not saved",
                                       "1.1.1, Quarter 1: “456” was not saved"};
    for (int life = 0; life < 4; life++) {
        struct desk *desk = desk_new(NULL, false);
        assert_int_equal(screens_start(desk, &session, NULL), STATUS_OK);
        str_reset(&got);
        assert_int_equal(desk_play(desk, lives[life], 24, 80, &got, NULL), STATUS_OK);
        assert_non_null(strstr(got.buf, said[life]));
        desk_free(&desk);
    }
    assert_non_null(strstr(got.buf, "Quarter 1: 1")); // the figure itself was not touched
    app_close(&session.app);
    clear_away(folder);
}

// Plays the keys on the file as it is opened anew.
static void live(const struct app_options *options, const char *keys, struct str *ret)
{
    struct session session = {.options = options};
    struct desk *desk = desk_new(NULL, false);
    assert_int_equal(app_open(options, &session.app, NULL), STATUS_OK);
    assert_int_equal(screens_start(desk, &session, NULL), STATUS_OK);
    str_reset(ret);
    assert_int_equal(desk_play(desk, keys, 24, 80, ret, NULL), STATUS_OK);
    desk_free(&desk);
    app_close(&session.app);
}

static const struct {
    const char *change, *undo, *asked, *told;
} earlier[] = {
    {"<Down>*3<Enter><C-p><Down><Right>6<Enter>", "<Down>*3<Enter><C-p><C-z>", ": “6” →",
     ": “6” →"},
    {"<Down>*3<Enter><C-p><Down>*3<F7>", "<Down>*3<Enter><C-p><C-z>", "place in the",
     "stands in place"},
    {"<Down>*3<Enter><C-p><Down><Right>6<Enter>", "<F6><C-z>", ": “6” →", ": “6” →"},
    {"<F4><Down>*3Karim<Enter>", "<F4><C-z>", "“Karim” →", "Officer who signs: “Karim” →"},
    {"<F4><Down>*3Karim<Enter><C-z>", "<F4><C-y>", "“Karim”", "→ “Karim”"},
    {"<Down>*3<Enter><C-p><Down><Right>6<Enter><C-z>", "<Down>*3<Enter><C-p><C-y>", "“6”", "→ “6”"},
};

static void what_an_earlier_sitting_has_changed_is_asked_about(void **state)
{
    (void)state;
    char folder[] = "/tmp/orjon-earlier-XXXXXX";
    autostr office = STR_INIT, got = STR_INIT;
    assert_non_null(mkdtemp(folder));
    str_addf(&office, "%s/office.db", folder);
    i18n_set_language(LANGUAGE_ENGLISH);
    i18n_set_digits(DIGITS_LATIN);
    const struct app_options options = {.file = office.buf,
                                        .via = "screen",
                                        .as_of = {true, date_of(2023, 10, 5)},
                                        .language_given = true,
                                        .digits_given = true};
    for (size_t i = 0; i < sizeof earlier / sizeof *earlier; i++) {
        autostr keys = STR_INIT;
        unlink(office.buf);
        sample_office_put(&options, NULL);
        live(&options, earlier[i].change, &got);
        str_add(&keys, earlier[i].undo);
        live(&options, keys.buf, &got);
        assert_non_null(strstr(got.buf, "before the program was"));
        assert_non_null(strstr(got.buf, earlier[i].asked));
        str_add(&keys, "y");
        live(&options, keys.buf, &got);
        assert_non_null(strstr(got.buf, "✓"));
        assert_non_null(strstr(got.buf, earlier[i].told));
    }
    clear_away(folder);
}

// Who it was is of the machine, so no picture can have it.
static void who_answered_and_who_compared_is_shown(void **state)
{
    (void)state;
    char folder[] = "/tmp/orjon-answer-XXXXXX";
    autostr office = STR_INIT, got = STR_INIT, signature = STR_INIT;
    const struct passwd *user = getpwuid(getuid());
    assert_non_null(mkdtemp(folder));
    str_addf(&office, "%s/office.db", folder);
    str_addf(&signature, "Answer: no office below  (%s, 05/10/2023)", user ? user->pw_name : "");
    i18n_set_language(LANGUAGE_ENGLISH);
    i18n_set_digits(DIGITS_LATIN);
    struct session session = {
        .options = &(struct app_options){.language_given = true, .digits_given = true},
        .app = sample(office.buf, NULL, date_of(2023, 10, 5))};
    struct desk *desk = desk_new(NULL, false);
    assert_int_equal(screens_start(desk, &session, NULL), STATUS_OK);
    assert_int_equal(
        desk_play(desk, "<Down>*3<Enter><F7><F2>no office below<Enter>", 24, 80, &got, NULL),
        STATUS_OK);
    assert_non_null(strstr(got.buf, "queries: 0, answered: 1"));
    assert_non_null(strstr(got.buf, signature.buf));
    str_reset(&got);
    str_reset(&signature);
    str_addf(&signature, "Compared last by %s on 05/10/2023: 2 typed again, 1 differed",
             user ? user->pw_name : "");
    assert_int_equal(
        desk_play(desk, "<Esc><C-r>-<Enter>5<F9><Left><Enter><Esc><Esc><C-r>", 24, 80, &got, NULL),
        STATUS_OK);
    assert_non_null(strstr(got.buf, signature.buf));
    desk_free(&desk);
    app_close(&session.app);
    clear_away(folder);
}

int main(void)
{
    setenv("TZ", "UTC0", 1);
    clock_stand(1696464000);         // what the journal says in the pictures
    assert_int_equal(chdir("/"), 0); // the folder of files to be written
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(all_pictures_come_out),
        cmocka_unit_test(half_typed_figures_outlive_the_program),
        cmocka_unit_test(what_an_earlier_sitting_has_changed_is_asked_about),
        cmocka_unit_test(who_answered_and_who_compared_is_shown)};
    return cmocka_run_group_tests_name("pictures", tests, NULL, NULL);
}
