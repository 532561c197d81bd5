// SPDX-License-Identifier: GPL-3.0-or-later
// What other offices send: files with a right signature and wrong contents, and two who receive at
// once.
#include "../test.h"

#include "orjon/app/book.h"
#include "orjon/app/finalise.h"
#include "orjon/app/offices.h"
#include "orjon/app/receive.h"
#include "orjon/app/send.h"
#include "orjon/app/verify.h"
#include "orjon/base/file.h"
#include "orjon/exchange/bundle.h"

#include <stdio.h>
#include <stdlib.h>

struct desk {
    char folder[64], below[96], above[96], file[96], key[128];
};

#define assert_ok(call)                                                                            \
    do {                                                                                           \
        struct err err = {0};                                                                      \
        if (call)                                                                                  \
            fail_msg("%s: %s", #call, err.text);                                                   \
    } while (0)

static struct app *open_file(const char *path)
{
    const struct app_options options = {.file = path, .via = "test"};
    struct app *app = NULL;
    assert_ok(app_open(&options, &app, &err));
    return app;
}

static void make(const char *path, const char *family, bool sample)
{
    const struct app_options options = {.file = path, .via = "test"};
    const struct app_new_office office = {
        .name = "ক", .family = family, .fiscal_year = "2023-24", .sample = sample};
    assert_ok(app_init(&options, &office, &err));
}

static void write_file(const struct desk *desk, const struct str *bytes)
{
    assert_ok(file_write(desk->file, bytes->buf, bytes->len, true, &err));
}

// The sample office finalises and sends; the office above knows it and its key.
static void send(const struct desk *desk)
{
    struct app *app = open_file(desk->below);
    struct shelf shelf = {0};
    struct findings findings = {0};
    autostr bytes = STR_INIT, talk = STR_INIT;
    assert_ok(app_set_office(app, OFFICE_CODE, "1054", &err));
    assert_ok(shelf_open(app, 2023, "egov", 1, &shelf, &err));
    assert_ok(app_finalise(app, &shelf, NULL, &findings, &err));
    assert_ok(app_send(app, 2023, 1, &bytes, &talk, &err));
    write_file(desk, &bytes);
    findings_done(&findings);
    shelf_done(&shelf);
    app_close(&app);
}

static void get_to_know(const struct desk *desk)
{
    struct app *below = open_file(desk->below), *above = open_file(desk->above);
    const struct app_word words[] = {{"code", "1054"}, {"name", "খ"}};
    autostr digits = STR_INIT;
    assert_ok(app_key_write(below, &digits, &err));
    assert_ok(app_add_office(above, words, 2, NULL, &err));
    const struct app_office_key key = {"1054", desk->file, digits.buf, NULL};
    assert_ok(app_put_office_key(above, &key, &err));
    app_close(&below);
    app_close(&above);
}

static int setup(void **state)
{
    struct desk *desk = calloc(1, sizeof *desk);
    strcpy(desk->folder, "/tmp/orjon-receive-XXXXXX");
    assert_non_null(mkdtemp(desk->folder));
    snprintf(desk->below, sizeof desk->below, "%s/below.db", desk->folder);
    snprintf(desk->above, sizeof desk->above, "%s/above.db", desk->folder);
    snprintf(desk->file, sizeof desk->file, "%s/q1.orjon", desk->folder);
    snprintf(desk->key, sizeof desk->key, "%s.key", desk->below);
    make(desk->below, "coop-upazila", true);
    make(desk->above, "none", false);
    send(desk);
    get_to_know(desk);
    *state = desk;
    return 0;
}

static int teardown(void **state)
{
    struct desk *desk = *state;
    char command[128];
    snprintf(command, sizeof command, "rm -rf '%s'", desk->folder);
    const int rc = system(command);
    free(desk);
    return rc;
}

// The file as the office's own key would sign it with something else in it.
static void rewrite(const struct desk *desk, void (*change)(struct bundle *bundle))
{
    autokey *key = NULL;
    autostr bytes = STR_INIT, other = STR_INIT;
    struct arena texts = {0};
    struct bundle bundle = {0};
    assert_ok(file_read(desk->file, &bytes, &err));
    assert_ok(bundle_read(bytes.buf, bytes.len, &bundle, &texts, &err));
    assert_ok(signing_key_load(desk->key, &key, &err));
    change(&bundle);
    bundle_write(&bundle, key, &other);
    write_file(desk, &other);
    arena_done(&texts);
}

static struct bundle_figure *first_number(struct bundle *bundle)
{
    for (size_t i = 0; i < bundle->plan->figures; i++)
        if (*bundle->plan->figure[i].value)
            return &bundle->plan->figure[i];
    fail_msg("no figure");
    return NULL;
}

static void other_value(struct bundle *bundle)
{
    first_number(bundle)->value = "12345";
}

static void other_row(struct bundle *bundle)
{
    first_number(bundle)->indicator = "9.9.9";
}

static void later_quarter(struct bundle *bundle)
{
    first_number(bundle)->quarter = 2;
}

static void twice(struct bundle *bundle)
{
    bundle->plan->figure[1] = bundle->plan->figure[0];
}

static void wrong_figures_wait_for_nobody(void **state)
{
    const struct desk *desk = *state;
    void (*const changes[])(struct bundle * bundle) = {other_value, other_row, later_quarter,
                                                       twice};
    autostr before = STR_INIT;
    assert_ok(file_read(desk->file, &before, &err));
    struct app *app = open_file(desk->above);
    for (size_t i = 0; i < sizeof changes / sizeof *changes; i++) {
        autoparcel parcel = {0};
        struct err why = {0};
        size_t taken = 0;
        write_file(desk, &before);
        rewrite(desk, changes[i]);
        assert_ok(app_parcel_open(app, desk->file, &parcel, &err));
        assert_int_equal(parcel.arrival->arrival, ARRIVAL_MISREAD);
        assert_true(*parcel.arrival->misread);
        assert_ok(app_parcel_take(app, &parcel, NULL, false, &taken, &err));
        assert_int_equal(taken, 0);
        assert_int_equal(app_parcel_take(app, &parcel, "egov", false, &taken, &why),
                         STATUS_INVALID);
    }
    app_close(&app);
}

static void other_hash(struct bundle *bundle)
{
    bundle->plan->template_hash =
        "0123456789012345678901234567890123456789012345678901234567890123";
}

static void other_name(struct bundle *bundle)
{
    bundle->plan->plan = "grs";
}

static void other_year(struct bundle *bundle)
{
    bundle->fiscal_year = 2022;
}

static void wrong_plans_are_refused(void **state)
{
    const struct desk *desk = *state;
    void (*const changes[])(struct bundle * bundle) = {other_hash, other_name, other_year};
    autostr before = STR_INIT;
    assert_ok(file_read(desk->file, &before, &err));
    struct app *app = open_file(desk->above);
    for (size_t i = 0; i < sizeof changes / sizeof *changes; i++) {
        autoparcel parcel = {0};
        struct err why = {0};
        write_file(desk, &before);
        rewrite(desk, changes[i]);
        assert_int_equal(app_parcel_open(app, desk->file, &parcel, &why), STATUS_MISFIT);
        assert_true(*why.text);
    }
    app_close(&app);
}

static void two_receive_at_once(void **state)
{
    const struct desk *desk = *state;
    struct app *one = open_file(desk->above), *two = open_file(desk->above);
    autoparcel a = {0}, b = {0}, again = {0};
    struct app_verdict verdict = {0};
    struct err why = {0};
    autostr told = STR_INIT;
    size_t taken = 0;
    assert_ok(app_parcel_open(one, desk->file, &a, &err));
    assert_ok(app_parcel_open(two, desk->file, &b, &err));
    assert_ok(app_parcel_take(one, &a, NULL, true, &taken, &err));
    assert_int_equal(taken, 1);
    assert_int_equal(app_parcel_take(two, &b, NULL, true, &taken, &why), STATUS_CHANGED);
    assert_int_equal(taken, 0);
    assert_ok(app_parcel_open(two, desk->file, &again, &err));
    assert_int_equal(again.arrival->arrival, ARRIVAL_SAME);
    assert_ok(app_verify(two, &verdict, &err));
    assert_int_equal(verdict.receipts, 1);
    assert_ok(app_undo_receive(two, false, &told, &err));
    assert_true(told.len > 0);
    assert_int_equal(app_undo_receive(one, false, &told, &why), STATUS_NOT_FOUND);
    app_parcel_done(&a); // before the app that it came through
    app_parcel_done(&b);
    app_parcel_done(&again);
    app_close(&one);
    app_close(&two);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(wrong_figures_wait_for_nobody, setup, teardown),
        cmocka_unit_test_setup_teardown(wrong_plans_are_refused, setup, teardown),
        cmocka_unit_test_setup_teardown(two_receive_at_once, setup, teardown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
