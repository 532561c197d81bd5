// SPDX-License-Identifier: GPL-3.0-or-later
// Every layout on paper, byte for byte. After a change that is meant, run the test once with
// ORJON_TEST_WRITE=1 in the environment, which writes tests/print/*.txt anew, and look at what git
// shows before it is committed.
#include "goldens.h"

static void print(const struct golden *golden, struct str *ret)
{
    autopaper *paper = golden_paper(golden);
    struct paper letter;
    for (size_t i = 0; paper_letter(paper, i, &letter); i++) {
        letter.settings.lines = 0;
        assert_int_equal(
            writer_find("text")->write(&letter, &(struct writer_options){0}, ret, NULL), STATUS_OK);
    }
}

static void papers_are_as_they_were_checked(void **state)
{
    (void)state;
    for (size_t i = 0; i < GOLDENS; i++) {
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
