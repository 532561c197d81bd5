// SPDX-License-Identifier: GPL-3.0-or-later
// The compliance matrix put together: each office by the plan of its own family, marks of many in
// one step, totals that follow.
#include "orjon/app/compliance.h"
#include "../test.h"

#include "orjon/app/offices.h"
#include "orjon/domain/date.h"

#include <stdio.h>
#include <stdlib.h>

enum { YEAR = 2023, QUARTER = 2 };

static void done(enum status status, const struct err *err)
{
    if (status)
        fail_msg("%s", err->text);
}

static int setup(void **state)
{
    char *folder = strdup("/tmp/orjon-compliance-XXXXXX");
    assert_non_null(mkdtemp(folder));
    *state = folder;
    return 0;
}

static int teardown(void **state)
{
    autostr command = STR_INIT;
    str_addf(&command, "rm -rf '%s'", (char *)*state);
    free(*state);
    return system(command.buf);
}

static struct app *make(const char *folder)
{
    const struct app_new_office office = {.name = "X", .family = "none", .fiscal_year = "2023-24"};
    struct app *app = NULL;
    struct err err = {0};
    autostr file = STR_INIT;
    str_addf(&file, "%s/office.db", folder);
    const struct app_options options = {
        .file = file.buf, .via = "test", .as_of = {true, date_of(2024, 1, 25)}};
    done(app_init(&options, &office, &err), &err);
    done(app_open(&options, &app, &err), &err);
    return app;
}

static int64_t add_office(struct app *app, const char *code, const char *families)
{
    const struct app_word words[] = {{"code", code}, {"name", code}, {"families", families}};
    struct err err = {0};
    int64_t id = 0;
    done(app_add_office(app, words, 3, &id, &err), &err);
    return id;
}

static struct compliance *look(struct app *app)
{
    struct compliance *c = NULL;
    struct err err = {0};
    done(app_compliance_open(app, YEAR, QUARTER, "charter", &c, &err), &err);
    return c;
}

static size_t head_of(const struct compliance *c, const char *code)
{
    for (size_t i = 0; i < c->heads; i++)
        if (strcmp(c->head[i].code, code) == 0)
            return i;
    fail_msg("no indicator %s", code);
    return 0;
}

static const struct app_review_of charter = {
    .fiscal_year = YEAR, .quarter = QUARTER, .plan = "charter"};

static void each_office_has_the_plan_of_its_family(void **state)
{
    struct app *app = make(*state);
    add_office(app, "1", "coop-department");
    add_office(app, "2", "coop-division");
    add_office(app, "3", "coop-division");
    add_office(app, "4", "coop-upazila-grades"); // which has no such plan
    autocompliance *c = look(app);
    assert_int_equal(c->rows, 3);
    assert_true(c->row[0].cell[head_of(c, "1.1")].has);
    assert_false(c->row[0].cell[head_of(c, "1")].has);
    assert_true(c->row[2].cell[head_of(c, "1")].has);
    assert_int_equal(c->note, c->heads - 1);
    assert_int_equal(head_of(c, "1"), 0); // what most have comes first
    app_close(&app);
}

static void many_are_marked_in_one_step(void **state)
{
    struct app *app = make(*state);
    struct err err = {0};
    autostr told = STR_INIT;
    const int64_t a = add_office(app, "2", "coop-division"), b = add_office(app, "3", "");
    const struct app_mark_at at[] = {{a, {.code = "1", .mark = "y"}},
                                     {a, {.code = "2", .mark = "n"}},
                                     {b, {.code = "1", .mark = "×", .remark = "নাই"}},
                                     {b, {.code = "note", .remark = "সব দেখা হয়নি"}}};
    done(app_put_marks_at(app, &charter, at, 4, NULL, &err), &err);
    autocompliance *c = look(app);
    assert_int_equal(c->yes, 1);
    assert_int_equal(c->no, 2);
    assert_int_equal(c->silent, 1);
    assert_int_equal(c->head[head_of(c, "1")].no, 1);
    assert_int_equal(c->astray, 0);
    // One bad word and nothing of it is kept.
    const struct app_mark_at bad[] = {{a, {.code = "1", .mark = "n"}},
                                      {b, {.code = "9", .mark = "y"}}};
    assert_int_equal(app_put_marks_at(app, &charter, bad, 2, NULL, &err), STATUS_NOT_FOUND);
    done(app_compliance_reread(c, 0, &err), &err);
    assert_int_equal(c->yes, 1);
    done(app_undo_marks(app, false, &told, &err), &err);
    for (size_t row = 0; row < c->rows; row++)
        done(app_compliance_reread(c, row, &err), &err);
    assert_int_equal(c->yes + c->no + c->silent, 0);
    assert_int_equal(c->head[head_of(c, "1")].no, 0);
    app_close(&app);
}

static void proposals_of_one_indicator(void **state)
{
    struct app *app = make(*state);
    struct err err = {0};
    size_t count = 0;
    const int64_t office[] = {add_office(app, "2", "coop-division"),
                              add_office(app, "3", "coop-division")};
    const struct app_proposing what = {.office = office, .offices = 2, .code = "2"};
    done(app_take_proposals_of(app, &charter, &what, &count, &err), &err);
    assert_int_equal(count, 2); // nothing came
    autocompliance *c = look(app);
    assert_int_equal(c->no, 2);
    assert_int_equal(c->head[head_of(c, "2")].no, 2);
    app_close(&app);
}

// A mark of an office that has since been closed before the quarter is counted, not lost.
static void marks_of_others_are_told(void **state)
{
    struct app *app = make(*state);
    struct err err = {0};
    add_office(app, "2", "coop-division");
    const struct app_mark_at at = {add_office(app, "3", "coop-division"),
                                   {.code = "1", .mark = "y"}};
    done(app_put_marks_at(app, &charter, &at, 1, NULL, &err), &err);
    done(app_close_office(app, "3", "2023-09-30", NULL, &err), &err);
    autocompliance *c = look(app);
    assert_int_equal(c->rows, 1);
    assert_int_equal(c->astray, 1);
    assert_int_equal(c->yes, 0);
    app_close(&app);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(each_office_has_the_plan_of_its_family, setup, teardown),
        cmocka_unit_test_setup_teardown(many_are_marked_in_one_step, setup, teardown),
        cmocka_unit_test_setup_teardown(proposals_of_one_indicator, setup, teardown),
        cmocka_unit_test_setup_teardown(marks_of_others_are_told, setup, teardown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
