// SPDX-License-Identifier: GPL-3.0-or-later
// Papers of records, byte for byte, from the records of three offices. ORJON_TEST_WRITE=1 writes
// tests/print/*.txt anew.
#include "records.h"

static void papers_are_as_they_were_checked(void **state)
{
    (void)state;
    for (size_t i = 0; i < RECORD_GOLDENS; i++) {
        autostr path = STR_INIT, got = STR_INIT, expected = STR_INIT;
        autopaper *paper = record_golden_paper(&record_goldens[i]);
        paper->settings.lines = 0;
        str_addf(&path, TEST_DATA "/../print/%s.txt", record_goldens[i].name);
        assert_int_equal(writer_find("text")->write(paper, &(struct writer_options){0}, &got, NULL),
                         STATUS_OK);
        if (getenv("ORJON_TEST_WRITE"))
            assert_int_equal(file_write(path.buf, got.buf, got.len, true, NULL), STATUS_OK);
        assert_int_equal(file_read(path.buf, &expected, NULL), STATUS_OK);
        if (strcmp(got.buf, expected.buf) != 0)
            fail_msg("%s: the paper is another now:\n%s", path.buf, got.buf);
    }
}

// Every record that belongs on it is on it, once.
static void nothing_is_lost(void **state)
{
    (void)state;
    autopaper *paper = record_golden_paper(record_golden_find("khulna-progress"));
    const struct table *table = NULL;
    size_t decisions = 0, progress = 0;
    for (size_t i = 0; i < paper->blocks; i++)
        if (paper->block[i].kind == BLOCK_TABLE)
            table = paper->block[i].table;
    assert_non_null(table);
    assert_int_equal(table->rows, 7);
    for (size_t r = 0; r < table->rows; r++) {
        const char *decided = table->row[r].cell[2].text, *done = table->row[r].cell[4].text;
        for (decisions++; *decided; decided++)
            decisions += *decided == '\n';
        for (progress++; *done; done++)
            progress += *done == '\n';
    }
    assert_int_equal(decisions, 18);
    assert_int_equal(progress, 19);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(papers_are_as_they_were_checked),
        cmocka_unit_test(nothing_is_lost),
    };
    return cmocka_run_group_tests_name("golden papers of records", tests, NULL, NULL);
}
