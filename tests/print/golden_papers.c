// SPDX-License-Identifier: GPL-3.0-or-later
// Every layout on paper, byte for byte. After a change that is meant, run the test once with
// ORJON_TEST_WRITE=1 in the environment, which writes tests/print/*.txt anew, and look at what git
// shows before it is committed.
#include "../paper_case.h"

#include "orjon/report/writer.h"

struct golden {
    const char *name; // of the file
    const char *kind, *layout;
    int quarter;
    const char *plans[CASE_PLANS];
};

static const struct golden goldens[] = {
    {"return-11", "return", "", 2, {"2024-25/coop-upazila/grs", "2024-25/coop-upazila/egov"}},
    {"return-11-areas", "return", "", 2, {"2024-25/coop-upazila/integrity"}},
    {"return-methods", "return", "", 2, {"2024-25/coop-upazila/apa"}},
    {"return-13", "return", "", 1, {"2023-24/coop-upazila/egov"}},
    {"return-14", "return", "", 1, {"2023-24/coop-upazila/grs", "2023-24/coop-upazila/charter"}},
    {"return-14-targets", "return", "", 1, {"2023-24/coop-upazila/integrity"}},
    {"return-15", "return", "", 1, {"2023-24/coop-upazila/rti"}},
    {"grades", "targets", "", 4, {"2023-24/coop-upazila-grades/egov", "2023-24/coop-upazila/rti"}},
    {"scoresheet",
     "scoresheet",
     "",
     1,
     {"2023-24/coop-upazila/grs", "2023-24/coop-upazila/rti", "2023-24/coop-upazila/integrity",
      "2023-24/coop-upazila/egov", "2023-24/coop-upazila/charter"}},
    {"scoresheet-year", "scoresheet", "", 4, {"2023-24/coop-upazila-grades/egov"}},
};

static void print(const struct golden *golden, struct str *ret)
{
    struct paper_case *c = case_new(golden->quarter);
    for (size_t i = 0; i < CASE_PLANS && golden->plans[i]; i++) {
        case_load(c, golden->plans[i]);
        case_enter_file(c, i, golden->plans[i]);
    }
    c->request.layout = golden->layout;
    c->request.draft = golden->quarter == 4;
    autopaper *paper = case_compose(c, golden->kind);
    paper->settings.lines = 0;
    assert_int_equal(writer_find("text")->write(paper, &(struct writer_options){0}, ret, NULL),
                     STATUS_OK);
    case_free(c);
}

static void papers_are_as_they_were_checked(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof goldens / sizeof *goldens; i++) {
        autostr path = STR_INIT, got = STR_INIT, expected = STR_INIT;
        str_addf(&path, TEST_DATA "/../print/%s.txt", goldens[i].name);
        print(&goldens[i], &got);
        if (getenv("ORJON_TEST_WRITE"))
            assert_int_equal(file_write(path.buf, got.buf, got.len, true, NULL), STATUS_OK);
        assert_int_equal(file_read(path.buf, &expected, NULL), STATUS_OK);
        if (strcmp(got.buf, expected.buf) != 0)
            fail_msg("%s: the paper is another now:\n%s", path.buf, got.buf);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(papers_are_as_they_were_checked),
    };
    return cmocka_run_group_tests_name("golden papers", tests, NULL, NULL);
}
