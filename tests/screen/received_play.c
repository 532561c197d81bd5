// SPDX-License-Identifier: GPL-3.0-or-later
// A return that came, looked at by its reviewer: each file of tests/screen/received is one case, as
// those of tests/screen/pictures are; `#open 1054 egov` says which return. All cases of a folder
// are played on files of their own that are copies of one district.
#include "../clock.h"
#include "../district.h"
#include "../test.h"

#include "../../src/screens/private.h"
#include "orjon/base/file.h"
#include "orjon/domain/date.h"

#include <ctype.h>
#include <glob.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

struct picture {
    int rows, cols;
    enum language language;
    char office[16], plan[16], screen[16];
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
    else if (sscanf(line, "#open %15s %15s %15s", p->screen, p->office, p->plan) >= 1)
        return;
    else if (strcmp(line, "#read-only") == 0)
        p->read_only = true;
    else if (strncmp(line, "#keys ", 6) == 0)
        str_add(&p->keys, line + 6);
}

static void read_case(const char *path, struct picture *p)
{
    autostr file = STR_INIT;
    *p = (struct picture){
        .rows = 24, .cols = 80, .keys = STR_INIT, .head = STR_INIT, .picture = STR_INIT};
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

// A seal covers the journal, and that names the user and the machine; so it is with keys.
static void hide(struct str *picture, const char *before, size_t letters)
{
    for (char *at = picture->buf; (at = strstr(at, before));) {
        at += strlen(before);
        for (size_t i = 0; i < letters && isalnum((unsigned char)*at); i++)
            *at++ = '0';
    }
}

static void push(struct desk *desk, struct app *app, const struct picture *p,
                 const struct district *d)
{
    const struct app_review_of of = {strcmp(p->office, "1054") == 0   ? d->kazipur
                                     : strcmp(p->office, "1055") == 0 ? d->dhunat
                                                                      : d->raiganj,
                                     2023, 1, p->plan};
    received_push(desk, app, &of, NULL);
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
             "cd '%s' && rm -rf case && mkdir case && cp district.db case/office.db &&"
             " cp q1.orjon q1-again.orjon case/",
             d->folder.buf);
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
    const bool same = same_as(path, &p, &got);
    str_done(&p.keys);
    str_done(&p.head);
    str_done(&p.picture);
    return same;
}

static void all_pictures_come_out(void **state)
{
    struct district district;
    glob_t found;
    int wrong = 0;
    (void)state;
    district_make(&district, true);
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
    const struct CMUnitTest tests[] = {cmocka_unit_test(all_pictures_come_out)};
    return cmocka_run_group_tests_name("received_play", tests, NULL, NULL);
}
