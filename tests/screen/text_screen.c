// SPDX-License-Identifier: GPL-3.0-or-later
// The screen for a text of many lines: saving, leaving, what waits as a draft.
#include "../../src/screens/text.h"
#include "../test.h"

#include <stdlib.h>
#include <unistd.h>

enum { ROWS = 20, COLS = 80 };

static char folder[] = "/tmp/orjon-text-XXXXXX";
static struct app_options options = {.via = "screen", .language_given = true, .digits_given = true};
static struct session session = {.options = &options};
static struct str office = STR_INIT;

struct kept {
    struct desk *desk;
    struct str kept;
    int accepted, done;
    bool refuses;
};

static enum status accept(void *data, const char *text, struct err *err)
{
    struct kept *record = data;
    if (record->refuses)
        return err_set(err, STATUS_READ_ONLY, "%s", status_text(STATUS_READ_ONLY));
    record->accepted++;
    str_reset(&record->kept);
    str_add(&record->kept, text);
    return STATUS_OK;
}

static void done(void *data, struct desk *desk)
{
    (void)desk;
    ((struct kept *)data)->done++;
}

static void open_text_of(struct kept *record, const char *place, const char *text)
{
    const struct text_task task = {.title = "আলোচনা",
                                   .place = place,
                                   .text = text,
                                   .accept = accept,
                                   .done = done,
                                   .data = record};
    text_push(record->desk, session.app, &task);
}

static void open_text(struct kept *record, const char *text)
{
    open_text_of(record, "12 discussion", text);
}

static void begin(struct kept *record)
{
    *record = (struct kept){.desk = desk_new(NULL, false), .kept = STR_INIT};
    assert_int_equal(screens_start(record->desk, &session, NULL), STATUS_OK);
}

static void end(struct kept *record)
{
    desk_free(&record->desk);
    str_done(&record->kept);
}

static void play(struct kept *record, const char *script, const char *seen)
{
    autostr picture = STR_INIT;
    assert_int_equal(desk_play(record->desk, script, ROWS, COLS, &picture, NULL), STATUS_OK);
    if (!strstr(picture.buf, seen))
        fail_msg("no «%s» in\n%s", seen, picture.buf);
}

static void a_text_is_saved_by_a_key(void **state)
{
    (void)state;
    struct kept record;
    begin(&record);
    open_text(&record, "১. ক");
    play(&record, "<C-End><Enter>খ<C-s>", "✓ সংরক্ষিত");
    assert_string_equal(record.kept.buf, "১. ক\n২. খ");
    play(&record, "<C-z>", "১. ক"); // after that too
    play(&record, "<F2>", "");
    assert_string_equal(record.kept.buf, "১. ক\n২.");
    assert_int_equal(record.done, 1);
    assert_int_equal(desk_depth(record.desk), 1);
    open_text(&record, "ক");
    play(&record, "<F2>", "");
    assert_int_equal(record.accepted, 2); // nothing was changed
    end(&record);
}

static void nothing_is_left_without_a_question(void **state)
{
    (void)state;
    struct kept record;
    begin(&record);
    open_text(&record, "ক");
    play(&record, "<Esc>", "");
    assert_int_equal(desk_depth(record.desk), 1);
    open_text(&record, "ক");
    play(&record, "খ<Esc>", "লেখাটি সংরক্ষণ করা হয়নি");
    play(&record, "ল", "খক");
    record.refuses = true;
    play(&record, "<Esc><Enter>", "!");
    assert_int_equal(desk_depth(record.desk), 2);
    play(&record, "<F2>", "খক");
    play(&record, "<F10>", "খক");
    assert_false(desk_ended(record.desk));
    play(&record, "<Esc>ন", "");
    assert_int_equal(desk_depth(record.desk), 1);
    assert_int_equal(record.accepted, 0);
    end(&record);
}

static void what_is_half_written_waits(void **state)
{
    (void)state;
    struct kept record;
    begin(&record);
    open_text(&record, "ক");
    play(&record, "<C-End><Enter>\\n<Terminate>", "");
    assert_true(desk_ended(record.desk));
    end(&record);
    begin(&record);
    open_text(&record, "ক");
    play(&record, "", "Ctrl-Z চাপলে সংরক্ষিত লেখাটি ফিরবে");
    play(&record, "<C-End>গ<C-s>", "\\nগ");
    assert_string_equal(record.kept.buf, "ক\n\\nগ");
    play(&record, "<C-z>*2<F2>", "");
    assert_string_equal(record.kept.buf, "ক");
    open_text(&record, "ক");
    play(&record, "<Esc>", "");
    assert_int_equal(desk_depth(record.desk), 1); // it came once
    end(&record);
}

// As a crash or a power cut does it: no screen is told.
static void begin_anew(struct kept *record)
{
    end(record);
    begin(record);
}

static void what_was_written_before_a_rest_outlives_a_crash(void **state)
{
    (void)state;
    static const char comes_back[] = "Ctrl-Z চাপলে সংরক্ষিত লেখাটি ফিরবে";
    struct kept record;
    begin(&record);
    open_text(&record, "ক");
    play(&record, "<C-End>খ<Wait>গ", "কখগ");
    begin_anew(&record);
    open_text_of(&record, "12 note", "চ");
    play(&record, "<C-End>ছ<Wait>", "চছ");
    begin_anew(&record);
    open_text(&record, "ক");
    play(&record, "", comes_back);
    play(&record, "", "কখ");
    begin_anew(&record); // before a key
    open_text(&record, "ক");
    play(&record, "<F2>", "");
    assert_string_equal(record.kept.buf, "কখ");
    open_text(&record, "কখ"); // what was saved does not wait
    play(&record, "<Esc>", "");
    assert_int_equal(desk_depth(record.desk), 1);
    open_text_of(&record, "12 note", "চ");
    play(&record, "", comes_back);
    play(&record, "<Esc>ন", ""); // nor what was dropped
    open_text_of(&record, "12 note", "চ");
    play(&record, "<Esc>", "");
    assert_int_equal(desk_depth(record.desk), 1);
    end(&record);
}

static void there_is_an_editor_where_there_is_a_terminal(void **state)
{
    (void)state;
    struct kept record;
    begin(&record);
    open_text(&record, "ক");
    play(&record, "<F6>", "এখানে টার্মিনাল নেই");
    end(&record);
}

static int open_office(void **state)
{
    (void)state;
    const struct app_new_office sample = {.sample = true};
    if (!mkdtemp(folder))
        return 1;
    str_addf(&office, "%s/office.db", folder);
    options.file = office.buf;
    return app_init(&options, &sample, NULL) || app_open(&options, &session.app, NULL);
}

static int close_office(void **state)
{
    (void)state;
    autostr command = STR_INIT;
    app_close(&session.app);
    str_done(&office);
    str_addf(&command, "rm -rf '%s'", folder);
    return system(command.buf);
}

int main(void)
{
    i18n_set_language(LANGUAGE_BENGALI);
    i18n_set_digits(DIGITS_BENGALI);
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_text_is_saved_by_a_key),
        cmocka_unit_test(nothing_is_left_without_a_question),
        cmocka_unit_test(what_is_half_written_waits),
        cmocka_unit_test(what_was_written_before_a_rest_outlives_a_crash),
        cmocka_unit_test(there_is_an_editor_where_there_is_a_terminal),
    };
    return cmocka_run_group_tests_name("text_screen", tests, open_office, close_office);
}
