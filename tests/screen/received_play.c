// SPDX-License-Identifier: GPL-3.0-or-later
// Files that came and a return that came, looked at by its reviewer: each file of
// tests/screen/received is one case, as those of tests/screen/pictures are; `#open received 1054
// egov` says which return, `#open receive .` which files, `#open home` and `#open return egov` what
// the office below sees; `#file first.db` which of the district's office files.
#include "../clock.h"
#include "../district.h"
#include "../test.h"

#include "../../src/screens/private.h"
#include "orjon/app/plans.h"
#include "orjon/app/receive.h"
#include "orjon/app/send.h"
#include "orjon/base/file.h"
#include "orjon/base/text.h"
#include "orjon/domain/date.h"

#include <ctype.h>
#include <glob.h>
#include <pwd.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

struct picture {
    int rows, cols;
    enum language language;
    char screen[16], office[64], plan[16]; // of files that came: their path in place of an office
    char file[16];                         // of the district
    bool read_only;
    struct str keys, head, picture;
};

static void read_head(struct picture *p, const char *line)
{
    char language[8] = "";
    if (sscanf(line, "#size %dx%d", &p->cols, &p->rows) == 2)
        return;
    if (sscanf(line, "#lang %7s", language) == 1)
        p->language = (enum language)language_from_code(language);
    else if (sscanf(line, "#open %15s %63s %15s", p->screen, p->office, p->plan) >= 1)
        return;
    else if (sscanf(line, "#file %15s", p->file) == 1)
        return;
    else if (strcmp(line, "#read-only") == 0)
        p->read_only = true;
    else if (strncmp(line, "#keys ", 6) == 0)
        str_add(&p->keys, line + 6);
}

static void read_case(const char *path, struct picture *p)
{
    autostr file = STR_INIT;
    *p = (struct picture){.rows = 24,
                          .cols = 80,
                          .file = "district.db",
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

// A seal covers the journal, and that names the user and the machine.
static void hide(struct str *picture, const char *before, size_t letters)
{
    for (char *at = picture->buf; (at = strstr(at, before));) {
        at += strlen(before);
        for (size_t i = 0; i < letters && isalnum((unsigned char)*at); i++)
            *at++ = '0';
    }
}

// Who it was is of the machine: «[root]».
static void hide_user(struct str *picture)
{
    autostr before = STR_INIT, hidden = STR_INIT;
    const struct passwd *user = getpwuid(getuid());
    str_addf(&before, "[%s]", user ? user->pw_name : "");
    const char *from = picture->buf;
    for (const char *at; (at = strstr(from, before.buf)); from = at + before.len) {
        str_add_n(&hidden, from, (size_t)(at - from));
        str_add(&hidden, "[clerk]");
    }
    str_add(&hidden, from);
    str_reset(picture);
    str_add(picture, hidden.buf);
}

static void push(struct desk *desk, struct app *app, const struct picture *p,
                 const struct district *d)
{
    const struct app_review_of of = {strcmp(p->office, "1054") == 0   ? d->kazipur
                                     : strcmp(p->office, "1055") == 0 ? d->dhunat
                                                                      : d->raiganj,
                                     2023, 1, p->plan};
    struct err err = {0};
    if (strcmp(p->screen, "sent") == 0)
        sent_push(desk, app, 2023, 1);
    else if (strcmp(p->screen, "receive") == 0)
        receive_push(desk, app, *p->office ? p->office : NULL);
    else if (strcmp(p->screen, "return") == 0)
        assert_int_equal(return_push(desk, app, 2023, p->office, 1, NULL, &err), STATUS_OK);
    else if (strcmp(p->screen, "received") == 0)
        received_push(desk, app, &of, NULL);
    else if (strcmp(p->screen, "paper") == 0 &&
             paper_return_push(desk, app, of.office, 2023, p->plan, 1, &err))
        fail_msg("%s", err_text(&err));
}

static bool same_as(const char *path, struct picture *p, const struct str *got)
{
    if (strcmp(got->buf, p->picture.buf) == 0)
        return true;
    if (getenv("ORJON_TEST_WRITE")) {
        str_add(&p->head, got->buf);
        assert_int_equal(file_write(path, p->head.buf, p->head.len, true, NULL), STATUS_OK);
        return true;
    }
    print_error("%s differs:\n%s\nexpected:\n%s\n", path, got->buf, p->picture.buf);
    return false;
}

// A file of its own for each case, in the folder of the district, where what is written goes too.
static bool play(const char *path, const struct district *d)
{
    struct picture p;
    struct err err = {0};
    autostr got = STR_INIT, file = STR_INIT, command = STR_INIT;
    read_case(path, &p);
    i18n_set_language(p.language);
    i18n_set_digits(p.language == LANGUAGE_BENGALI ? DIGITS_BENGALI : DIGITS_LATIN);
    str_addf(&file, "%s/case/office.db", d->folder.buf);
    str_addf(&command,
             "cd '%s' && rm -rf case && mkdir case && cp %s case/office.db &&"
             " cp q1.orjon q1-again.orjon case/ && cp q1-review.orjon case/q1.review && sed "
             "'s/1054/1055/' q1.orjon >case/altered.orjon"
             " && echo nonsense >case/nonsense.orjon",
             d->folder.buf, p.file);
    assert_int_equal(system(command.buf), 0);
    str_reset(&command);
    str_addf(&command, "%s/case", d->folder.buf);
    assert_int_equal(chdir(command.buf), 0);
    const struct app_options options = {.file = file.buf,
                                        .via = "screen",
                                        .read_only = p.read_only,
                                        .as_of = {true, date_of(2023, 10, 5)},
                                        .language_given = true,
                                        .digits_given = true};
    struct session session = {.options = &options};
    struct desk *desk = desk_new(NULL, false);
    if (app_open(&options, &session.app, &err) || screens_start(desk, &session, &err))
        fail_msg("%s: %s", path, err_text(&err));
    push(desk, session.app, &p, d);
    if (desk_play(desk, p.keys.buf, p.rows, p.cols, &got, &err))
        fail_msg("%s: %s", path, err_text(&err));
    desk_free(&desk);
    app_close(&session.app);
    hide(&got, "/tmp/orjon-district-", 6);
    hide(&got, "seal ", 12);
    hide(&got, "সিল ", 12);
    hide_user(&got);
    const bool same = same_as(path, &p, &got);
    str_done(&p.keys);
    str_done(&p.head);
    str_done(&p.picture);
    return same;
}

// --- more than one picture ----------------------------------------------------------------------

struct trial {
    struct district district;
    struct str file;
    struct app_options options;
    struct session session;
    struct desk *desk;
};

static void begin(struct trial *t, const char *file)
{
    struct err err = {0};
    *t = (struct trial){.file = STR_INIT};
    i18n_set_language(LANGUAGE_ENGLISH);
    i18n_set_digits(DIGITS_LATIN);
    district_make(&t->district);
    assert_int_equal(chdir(t->district.folder.buf), 0);
    str_addf(&t->file, "%s/%s", t->district.folder.buf, file);
    t->options = (struct app_options){.file = t->file.buf,
                                      .via = "screen",
                                      .as_of = {true, date_of(2023, 10, 5)},
                                      .language_given = true,
                                      .digits_given = true};
    t->session = (struct session){.options = &t->options};
    t->desk = desk_new(NULL, false);
    if (app_open(&t->options, &t->session.app, &err) || screens_start(t->desk, &t->session, &err))
        fail_msg("%s", err_text(&err));
}

static void end(struct trial *t)
{
    desk_free(&t->desk);
    app_close(&t->session.app);
    assert_int_equal(chdir("/"), 0);
    district_done(&t->district);
    str_done(&t->file);
}

static void expect(struct trial *t, const char *keys, const char *wanted)
{
    autostr got = STR_INIT;
    struct err err = {0};
    if (desk_play(t->desk, keys, 24, 80, &got, &err))
        fail_msg("%s: %s", keys, err_text(&err));
    if (!strstr(got.buf, wanted)) {
        print_error("%s\n", got.buf);
        fail_msg("%s: not there: %s", keys, wanted);
    }
}

static void a_key_is_confirmed_by_its_digits(void **state)
{
    struct trial t;
    autostr keys = STR_INIT;
    (void)state;
    begin(&t, "empty.db");
    receive_push(t.desk, t.session.app, "q1.orjon");
    str_addf(&keys, "<Enter>%.*s<Enter>", (int)strcspn(t.district.key.buf, "\n"),
             t.district.key.buf);
    expect(&t, keys.buf, "The key is known now");
    expect(&t, "<F9><Left><Enter>", "2 taken in");
    end(&t);
}

static void a_review_comes_in_by_the_digits_of_its_key(void **state)
{
    struct trial t;
    autostr keys = STR_INIT;
    (void)state;
    begin(&t, "unknown.db");
    str_addf(&keys, "<C-o>q1-review.orjon<Enter><Enter>%.*s<Enter>",
             (int)strcspn(t.district.above_key.buf, "\n"), t.district.above_key.buf);
    expect(&t, keys.buf, "and the review was taken in");
    expect(&t, "<Esc>", "Returned for correction by");
    expect(&t, "<C-n>", "RETURNED");
    end(&t);
}

// Who it was is of the machine, so no picture can have it.
static void a_figure_tells_what_went_to_and_fro(void **state)
{
    struct trial t;
    (void)state;
    begin(&t, "returned.db");
    expect(&t, "<C-n><F6>", "marked: ✓ স্থিরচিত্র পাওয়া যায়নি");
    expect(&t, "<Esc><C-a>Attached<Enter><F6>", "answered: Attached");
    end(&t);
}

// Somebody else at the same file.
static void take_elsewhere(const struct trial *t)
{
    struct app *app = NULL;
    struct err err = {0};
    autoparcel parcel = {0};
    size_t taken = 0;
    if (app_open(&t->options, &app, &err) ||
        app_parcel_open(app, "q1-again.orjon", &parcel, &err) ||
        app_parcel_take(app, &parcel, NULL, false, &taken, &err))
        fail_msg("%s", err_text(&err));
    assert_int_equal(taken, 1);
    app_parcel_done(&parcel);
    app_close(&app);
}

static void another_return_that_came_meanwhile_is_not_judged_unseen(void **state)
{
    struct trial t;
    (void)state;
    begin(&t, "first.db");
    const struct app_review_of of = {t.district.kazipur, 2023, 1, "egov"};
    received_push(t.desk, t.session.app, &of, NULL);
    expect(&t, "<F9>", "Verdict");
    take_elsewhere(&t);
    expect(&t, "a", "changed meanwhile");
    expect(&t, "<Down>", "sent again (↺ 1)");
    expect(&t, "", "No verdict");
    end(&t);
}

static void the_note_is_a_remark_and_marks_are_typed_in_bengali(void **state)
{
    struct trial t;
    (void)state;
    begin(&t, "first.db");
    const struct app_review_of of = {t.district.kazipur, 2023, 1, "egov"};
    received_push(t.desk, t.session.app, &of, NULL);
    expect(&t, "ন", "✗ without a remark");
    expect(&t, "<C-n>first<Enter><C-End><F2> and more<Enter>", "first and more");
    end(&t);
}

// What was read is what is taken in, and the file is not asked for again.
static void a_pen_drive_may_be_pulled_out(void **state)
{
    struct trial t;
    (void)state;
    begin(&t, "first.db");
    receive_push(t.desk, t.session.app, "q1-again.orjon");
    expect(&t, "", "a newer revision");
    assert_int_equal(unlink("q1-again.orjon"), 0);
    expect(&t, "<F9><Left><Enter>", "1 taken in");
    expect(&t, "<C-z>", "a newer revision");
    expect(&t, "<C-y>", "is here");
    expect(&t, "<F6>q1-again.orjon<Enter>", "there is no such file or folder");
    end(&t);
}

// A return with its proofs comes as a zip.
static void a_pen_drive_is_looked_through_for_zips_too(void **state)
{
    struct trial t;
    struct app *up = NULL;
    struct err err = {0};
    autostr told = STR_INIT;
    (void)state;
    begin(&t, "first.db");
    const struct app_options sender = {.file = "up.db", .via = "cli"};
    assert_int_equal(mkdir("drive", 0700), 0);
    if (app_open(&sender, &up, &err) ||
        app_send_with_proofs(up, 2023, 1, "drive/q1.zip", false, &told, &err))
        fail_msg("%s", err_text(&err));
    app_close(&up);
    receive_push(t.desk, t.session.app, "drive");
    expect(&t, "", "q1.zip");
    expect(&t, "", "files: 1; to be taken in: 1, held back: 0, refused: 0");
    end(&t);
}

// Also after another look, as when somebody has taken something in.
static void targets_changed_within_the_year_are_told(void **state)
{
    struct trial t;
    struct app *up = NULL;
    struct err err = {0};
    autostr told = STR_INIT;
    char target[] = "target=4", *words[] = {target};
    const struct app_options sender = {.file = "up.db", .via = "cli"};
    const struct app_row row = {
        .plan = "egov", .code = "6.1.1", .from = "2023-11-01", .order = "47.61.12"};
    (void)state;
    begin(&t, "first.db");
    if (app_open(&sender, &up, &err) || app_change_target(up, &row, words, 1, &err) ||
        app_send_with_proofs(up, 2023, 1, "changed.zip", false, &told, &err))
        fail_msg("%s", err_text(&err));
    app_close(&up);
    receive_push(t.desk, t.session.app, "changed.zip");
    expect(&t, "<Down>", "from 01/11/2023 by order 47.61.12");
    expect(&t, "<F9><Left><Enter>", "1 taken in");
    expect(&t, "", "from 01/11/2023 by order 47.61.12");
    end(&t);
}

static void a_file_that_is_too_large_is_not_begun(void **state)
{
    struct trial t;
    (void)state;
    begin(&t, "first.db");
    FILE *file = fopen("large.orjon", "w");
    assert_non_null(file);
    assert_int_equal(ftruncate(fileno(file), (off_t)1 << 30), 0);
    fclose(file);
    receive_push(t.desk, t.session.app, "large.orjon");
    expect(&t, "", "refused: 1");
    expect(&t, "<F9>", "Nothing is to be taken in");
    end(&t);
}

static void a_key_that_was_meant_for_another_return_does_nothing(void **state)
{
    struct trial t;
    (void)state;
    begin(&t, "first.db");
    const struct app_review_of of = {t.district.kazipur, 2023, 1, "egov"};
    received_push(t.desk, t.session.app, &of, NULL);
    expect(&t, "<Down>", "Sent back");
    take_elsewhere(&t);
    expect(&t, "<F9>", "changed meanwhile");
    expect(&t, "", "sent again (↺ 1)");
    end(&t);
}

static void all_pictures_come_out(void **state)
{
    struct district district;
    glob_t found;
    int wrong = 0;
    (void)state;
    district_make(&district);
    assert_int_equal(glob(TEST_RECEIVED "/*.txt", 0, NULL, &found), 0);
    for (size_t i = 0; i < found.gl_pathc; i++)
        wrong += !play(found.gl_pathv[i], &district);
    globfree(&found);
    assert_int_equal(chdir("/"), 0);
    district_done(&district);
    assert_int_equal(wrong, 0);
}

int main(void)
{
    setenv("TZ", "UTC0", 1);
    clock_stand(1696464000);
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(all_pictures_come_out),
        cmocka_unit_test(a_key_is_confirmed_by_its_digits),
        cmocka_unit_test(a_review_comes_in_by_the_digits_of_its_key),
        cmocka_unit_test(a_figure_tells_what_went_to_and_fro),
        cmocka_unit_test(the_note_is_a_remark_and_marks_are_typed_in_bengali),
        cmocka_unit_test(a_pen_drive_may_be_pulled_out),
        cmocka_unit_test(a_pen_drive_is_looked_through_for_zips_too),
        cmocka_unit_test(targets_changed_within_the_year_are_told),
        cmocka_unit_test(a_file_that_is_too_large_is_not_begun),
        cmocka_unit_test(another_return_that_came_meanwhile_is_not_judged_unseen),
        cmocka_unit_test(a_key_that_was_meant_for_another_return_does_nothing)};
    return cmocka_run_group_tests_name("received_play", tests, NULL, NULL);
}
