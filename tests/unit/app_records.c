// SPDX-License-Identifier: GPL-3.0-or-later
// Records through the use cases: two at once, a long text, copies, a file that can only be read.
#include "../test.h"

#include "orjon/app/backup.h"
#include "orjon/app/meetings.h"
#include "orjon/app/records.h"
#include "orjon/app/verify.h"
#include "orjon/base/file.h"
#include "orjon/base/text.h"

#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>

struct desk {
    char folder[64], path[96];
};

static int setup(void **state)
{
    struct desk *desk = calloc(1, sizeof *desk);
    struct err err = {0};
    strcpy(desk->folder, "/tmp/orjon-records-XXXXXX");
    assert_non_null(mkdtemp(desk->folder));
    snprintf(desk->path, sizeof desk->path, "%s/office.db", desk->folder);
    const struct app_options options = {.file = desk->path, .via = "test"};
    const struct app_new_office office = {.name = "ক", .family = "none", .fiscal_year = "2024-25"};
    if (app_init(&options, &office, &err))
        fail_msg("%s", err.text);
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

static struct app *open_file(const char *path, bool read_only)
{
    const struct app_options options = {.file = path, .via = "test", .read_only = read_only};
    struct app *app = NULL;
    struct err err = {0};
    if (app_open(&options, &app, &err))
        fail_msg("%s", err.text);
    return app;
}

static int64_t make(struct app *app, enum record_kind kind, int64_t parent, const char *field,
                    const char *text)
{
    const struct app_word word = {field, text};
    struct err err = {0};
    int64_t id = 0;
    if (app_new_record(app, kind, parent, &word, 1, &id, &err))
        fail_msg("%s", err.text);
    return id;
}

static void expect(struct app *app, enum record_kind kind, int64_t id, int field, const char *text)
{
    autorecords there = {0};
    struct err err = {0};
    if (app_load_record(app, kind, id, &there, &err))
        fail_msg("%s", err.text);
    assert_string_equal(there.record[0].text[field], text);
}

static void expect_sound(struct app *app)
{
    struct app_verdict verdict;
    struct err err = {0};
    if (app_verify(app, &verdict, &err))
        fail_msg("%s", err.text);
}

static void all_or_nothing(void **state)
{
    struct app *app = open_file(((struct desk *)*state)->path, false);
    const struct app_word good[] = {{"title", "সভা"}, {"date", "১০/৬/২৪"}};
    const struct app_word bad[] = {{"title", "অন্য"}, {"date", "৩১/৬/২৪"}};
    const struct app_word unknown[] = {{"title", "অন্য"}, {"colour", "x"}};
    struct err err = {0};
    int64_t id = 0;
    assert_int_equal(app_new_record(app, RECORD_MEETING, 0, bad, 2, &id, &err), STATUS_INVALID);
    assert_non_null(strstr(err.text, "তারিখ"));
    assert_int_equal(app_new_record(app, RECORD_MEETING, 0, good, 0, &id, &err), STATUS_USAGE);
    assert_int_equal(app_new_record(app, RECORD_MEETING, 0, good, 2, &id, &err), STATUS_OK);
    assert_int_equal(app_set_record(app, RECORD_MEETING, id, bad, 2, &err), STATUS_INVALID);
    assert_int_equal(app_set_record(app, RECORD_MEETING, id, unknown, 2, &err), STATUS_USAGE);
    assert_int_equal(app_set_record(app, RECORD_MEETING, 99, good, 2, &err), STATUS_NOT_FOUND);
    expect(app, RECORD_MEETING, id, MEETING_TITLE, "সভা");
    expect(app, RECORD_MEETING, id, MEETING_DATE, "2024-06-10");
    autostr told = STR_INIT;
    assert_int_equal(app_undo_records(app, false, &told, &err), STATUS_OK); // both fields
    assert_non_null(strstr(told.buf, "১০/০৬/২০২৪"));
    autorecords none = {0};
    assert_int_equal(app_load_record(app, RECORD_MEETING, id, &none, &err), STATUS_NOT_FOUND);
    app_close(&app);
}

static void a_long_step_is_told_in_short(void **state)
{
    struct app *app = open_file(((struct desk *)*state)->path, false);
    autostr table = STR_INIT, faults = STR_INIT, told = STR_INIT;
    struct err err = {0};
    size_t count = 0, lines = 0;
    str_add(&table, "name\n");
    for (int i = 0; i < 300; i++)
        str_addf(&table, "ক %d\n", i);
    const struct app_import import = {
        .kind = RECORD_PERSON, .name = "t", .text = table.buf, .n = table.len};
    assert_int_equal(app_import_records(app, &import, &count, &faults, &err), STATUS_OK);
    assert_int_equal(count, 300);
    assert_int_equal(app_undo_records(app, false, &told, &err), STATUS_OK);
    for (const char *s = told.buf; (s = strchr(s, '\n')); s++)
        lines++;
    assert_int_equal(lines, 21);
    assert_non_null(strstr(told.buf, "২৮০"));
    app_close(&app);
}

static void two_at_once(void **state)
{
    const struct desk *desk = *state;
    struct app *one = open_file(desk->path, false), *two = open_file(desk->path, false);
    struct err err = {0};
    autostr told = STR_INIT;
    const int64_t id = make(one, RECORD_MEETING, 0, "title", "প্রথম");
    // What one saw is not overwritten unseen.
    assert_int_equal(app_put_field(two, RECORD_MEETING, id, MEETING_TITLE, "প্রথম", "দ্বিতীয়", &err),
                     STATUS_OK);
    assert_int_equal(app_put_field(one, RECORD_MEETING, id, MEETING_TITLE, "প্রথম", "তৃতীয়", &err),
                     STATUS_CHANGED);
    assert_non_null(strstr(err.text, "দ্বিতীয়"));
    // The last change of all is undone, whoever made it, and told.
    assert_int_equal(app_undo_records(one, false, &told, &err), STATUS_OK);
    assert_non_null(strstr(told.buf, "“দ্বিতীয়” → “প্রথম”"));
    assert_int_equal(app_put_field(two, RECORD_MEETING, id, MEETING_TITLE, "দ্বিতীয়", "চতুর্থ", &err),
                     STATUS_CHANGED);
    // While one looks at an item, the other removes its meeting.
    const int64_t item = make(one, RECORD_ITEM, id, "subject", "x");
    assert_int_equal(app_remove_record(two, RECORD_MEETING, id, &err), STATUS_OK);
    assert_int_equal(app_put_field(one, RECORD_ITEM, item, ITEM_SUBJECT, NULL, "y", &err),
                     STATUS_NOT_FOUND);
    assert_int_equal(app_undo_records(one, false, &told, &err), STATUS_OK);
    expect(two, RECORD_ITEM, item, ITEM_SUBJECT, "x");
    expect_sound(two);
    app_close(&one);
    app_close(&two);
}

static void fill(struct str *ret, size_t letters, unsigned edit)
{
    static const char *const word[] = {"সমবায়", "সভা", "\n\n", "সিদ্ধান্ত", " ", "১২"};
    autostr text = STR_INIT;
    str_addf(&text, "%u ", edit);
    while (text.len < letters * 3) {
        str_add(&text, word[text.len % 6]);
        str_add_char(&text, ' ');
    }
    // Exactly as long as a text may be.
    size_t count = 0, at = 0;
    while (count < letters && at < text.len)
        for (count++, at++; (text.buf[at] & 0xC0) == 0x80;)
            at++;
    str_add_n(ret, text.buf, at);
}

// What may be typed at most, edited again and again, and undone again and again.
static void a_long_text(void **state)
{
    enum { EDITS = 50 };
    const struct desk *desk = *state;
    struct app *app = open_file(desk->path, false);
    struct err err = {0};
    struct stat st;
    autostr first = STR_INIT, last = STR_INIT, over = STR_INIT;
    const int64_t meeting = make(app, RECORD_MEETING, 0, "title", "সভা");
    const int64_t item = make(app, RECORD_ITEM, meeting, "subject", "x");
    for (unsigned i = 0; i <= EDITS; i++) {
        autostr text = STR_INIT, clean = STR_INIT;
        fill(&text, TEXT_LINES_MAX, i);
        if (app_put_field(app, RECORD_ITEM, item, ITEM_DISCUSSION, NULL, text.buf, &err))
            fail_msg("%s", err.text);
        text_clean_lines(text.buf, text.len, &clean, NULL);
        if (i == 0)
            str_add(&first, clean.buf);
        if (i == EDITS)
            str_add(&last, clean.buf);
    }
    expect(app, RECORD_ITEM, item, ITEM_DISCUSSION, last.buf);
    assert_int_equal(stat(desk->path, &st), 0);
    if (st.st_size > (EDITS + 2) * 2 * (long)last.len) // as docs/records.md says
        fail_msg("%ld bytes for texts of %zu", (long)st.st_size, last.len);
    fill(&over, TEXT_LINES_MAX, 7);
    str_add(&over, "abc");
    assert_int_equal(app_put_field(app, RECORD_ITEM, item, ITEM_DISCUSSION, NULL, over.buf, &err),
                     STATUS_INVALID);
    expect_sound(app);
    for (unsigned i = 0; i < EDITS; i++) {
        autostr told = STR_INIT;
        if (app_undo_records(app, false, &told, &err))
            fail_msg("%s", err.text);
        assert_true(told.len < 2000);
    }
    expect(app, RECORD_ITEM, item, ITEM_DISCUSSION, first.buf);
    expect_sound(app);
    app_close(&app);
}

static void copies_have_them(void **state)
{
    const struct desk *desk = *state;
    struct app *app = open_file(desk->path, false);
    struct err err = {0};
    char copy[128];
    const int64_t id = make(app, RECORD_MEETING, 0, "title", "সভা");
    snprintf(copy, sizeof copy, "%s/copy.db", desk->folder);
    autostr talk = STR_INIT;
    if (app_backup(app, copy, &talk, &err))
        fail_msg("%s", err.text);
    assert_int_equal(app_remove_record(app, RECORD_MEETING, id, &err), STATUS_OK);
    app_close(&app);
    app = open_file(copy, false);
    expect(app, RECORD_MEETING, id, MEETING_TITLE, "সভা");
    expect_sound(app);
    app_close(&app);
}

static void nothing_is_written_where_it_may_only_be_read(void **state)
{
    const struct desk *desk = *state;
    struct app *app = open_file(desk->path, false);
    const struct app_word word = {"title", "x"};
    struct err err = {0};
    autostr told = STR_INIT;
    int64_t id = make(app, RECORD_MEETING, 0, "title", "সভা");
    app_close(&app);
    app = open_file(desk->path, true);
    expect(app, RECORD_MEETING, id, MEETING_TITLE, "সভা");
    assert_int_equal(app_new_record(app, RECORD_MEETING, 0, &word, 1, &id, &err), STATUS_READ_ONLY);
    assert_int_equal(app_set_record(app, RECORD_MEETING, id, &word, 1, &err), STATUS_READ_ONLY);
    assert_int_equal(app_put_field(app, RECORD_MEETING, id, MEETING_TITLE, NULL, "x", &err),
                     STATUS_READ_ONLY);
    assert_int_equal(app_remove_record(app, RECORD_MEETING, id, &err), STATUS_READ_ONLY);
    assert_int_equal(app_undo_records(app, false, &told, &err), STATUS_READ_ONLY);
    app_close(&app);
}

static void removed_by_whatever_door(void **state)
{
    struct app *app = open_file(((struct desk *)*state)->path, false);
    const struct app_word held[] = {{"title", "সভা"}, {"date", "2024-08-05"}},
                          next[] = {{"date", "2024-09-05"}, {"notice_memo", "47.1"}};
    autorecords decisions = {0}, memos = {0};
    struct err err = {0};
    int64_t first = 0, second = 0;
    size_t carried = 0;
    assert_int_equal(app_new_meeting(app, held, 2, &first, &err), STATUS_OK);
    const int64_t item = make(app, RECORD_ITEM, first, "subject", "বিষয়");
    const int64_t decision = make(app, RECORD_DECISION, item, "text", "সিদ্ধান্ত");
    assert_int_equal(app_next_meeting(app, first, next, 2, &second, &carried, &err), STATUS_OK);
    expect(app, RECORD_DECISION, decision, DECISION_STATE, "carried");
    assert_int_equal(app_load_records(app, RECORD_DECISION, 0, &decisions, &err), STATUS_OK);
    assert_int_equal(decisions.count, 2);
    // What was carried over is open again where it was, whoever removes the later one.
    assert_int_equal(app_remove_record(app, RECORD_DECISION, decisions.record[1].id, &err),
                     STATUS_OK);
    expect(app, RECORD_DECISION, decision, DECISION_STATE, "open");
    // And a number of a meeting that is gone stays used, of no paper.
    assert_int_equal(app_remove_of_meeting(app, second, &err), STATUS_OK);
    assert_int_equal(app_load_records(app, RECORD_MEMO, 0, &memos, &err), STATUS_OK);
    assert_int_equal(memos.count, 1);
    assert_string_equal(memos.record[0].text[MEMO_PAPER], "");
    assert_string_not_equal(memos.record[0].text[MEMO_NOTE], "");
    app_close(&app);
}

static enum status take_in(struct app *app, const char *table, struct str *ret_faults)
{
    struct err err = {0};
    size_t count = 0;
    const struct app_import import = {
        .kind = RECORD_MEETING, .name = "t", .text = table, .n = strlen(table)};
    return app_import_records(app, &import, &count, ret_faults, &err);
}

static void what_the_program_keeps_is_not_typed(void **state)
{
    struct app *app = open_file(((struct desk *)*state)->path, false);
    const struct app_word words[] = {{"title", "সভা"}, {"counted", "1.1"}};
    struct err err = {0};
    autostr faults = STR_INIT;
    int64_t id = 0;
    assert_int_equal(app_new_record(app, RECORD_MEETING, 0, words, 2, &id, &err), STATUS_INVALID);
    id = make(app, RECORD_MEETING, 0, "title", "সভা");
    assert_int_equal(app_set_record(app, RECORD_MEETING, id, words, 2, &err), STATUS_INVALID);
    assert_int_equal(app_put_field(app, RECORD_MEETING, id, MEETING_COUNTED, "", "1.1", &err),
                     STATUS_INVALID);
    expect(app, RECORD_MEETING, id, MEETING_COUNTED, "");
    // What was exported comes back as it was; what is there stays as the program keeps it.
    assert_int_equal(take_in(app, "id\ttitle\tcounted\n77\tx\t1.1\n", &faults), STATUS_OK);
    expect(app, RECORD_MEETING, 77, MEETING_COUNTED, "1.1");
    assert_int_equal(take_in(app, "id\ttitle\tcounted\n77\ty\t1.1\n", &faults), STATUS_OK);
    assert_int_equal(take_in(app, "id\ttitle\tcounted\n77\tz\t\n", &faults), STATUS_INVALID);
    assert_non_null(strstr(faults.buf, "t:2:3: "));
    expect(app, RECORD_MEETING, 77, MEETING_TITLE, "y");
    app_close(&app);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(all_or_nothing, setup, teardown),
        cmocka_unit_test_setup_teardown(a_long_step_is_told_in_short, setup, teardown),
        cmocka_unit_test_setup_teardown(removed_by_whatever_door, setup, teardown),
        cmocka_unit_test_setup_teardown(what_the_program_keeps_is_not_typed, setup, teardown),
        cmocka_unit_test_setup_teardown(two_at_once, setup, teardown),
        cmocka_unit_test_setup_teardown(a_long_text, setup, teardown),
        cmocka_unit_test_setup_teardown(copies_have_them, setup, teardown),
        cmocka_unit_test_setup_teardown(nothing_is_written_where_it_may_only_be_read, setup,
                                        teardown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
