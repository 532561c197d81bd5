// SPDX-License-Identifier: GPL-3.0-or-later
// What the phrase bank offers, and in which order.
#include "../test.h"

#include "orjon/app/phrases.h"
#include "orjon/app/records.h"
#include "orjon/base/text.h"
#include "orjon/domain/date.h"

#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

static char folder[] = "/tmp/orjon-phrases-XXXXXX";
static struct app *app;

static const struct phrase *find(const struct phrases *phrases, const char *text, size_t *ret_at)
{
    const struct phrase *found = NULL;
    for (size_t i = 0; i < phrases->count; i++)
        if (strcmp(phrases->phrase[i].text, text) == 0) {
            assert_null(found); // once
            found = &phrases->phrase[i];
            *ret_at = i;
        }
    return found;
}

static int64_t add(enum record_kind kind, int64_t parent, const char *field, const char *text)
{
    const struct app_word words[] = {{field, text}};
    struct err err = {0};
    int64_t id = 0;
    if (app_new_record(app, kind, parent, words, 1, &id, &err))
        fail_msg("%s", err_text(&err));
    return id;
}

// A meeting that says things.
static void hold_meeting(void)
{
    const int64_t meeting = add(RECORD_MEETING, 0, "title", "সভা"),
                  item = add(RECORD_ITEM, meeting, "discussion", "১. নথি দেখা হয়।\n২. পত্র দেখা হয়");
    add(RECORD_DECISION, item, "text", "নথি দেখা হয়");
    add(RECORD_DECISION, item, "text", "(৩) নথি দেখা হয় ।");
    const int64_t decision = add(RECORD_DECISION, item, "text", "একবার বলা কথা");
    add(RECORD_PROGRESS, decision, "text", "প্রক্রিয়াধীন রয়েছে।");
    add(RECORD_PROGRESS, decision, "text", "১২/০৩/২০২৪ তারিখে সম্পন্ন করা হয়েছে");
}

static void load(struct phrases *ret, const char *sort)
{
    phrases_done(ret);
    assert_int_equal(app_load_phrases(app, sort, ret, NULL), STATUS_OK);
}

static void what_is_said_often_comes_first(void **state)
{
    (void)state;
    autophrases phrases = {0};
    size_t at = 0, other = 0;
    hold_meeting();
    load(&phrases, "decision");
    const struct phrase *often = find(&phrases, "নথি দেখা হয়", &at);
    assert_non_null(often);
    assert_int_equal(often->origin, PHRASE_LEARNED);
    assert_int_equal(often->used, 3);
    assert_string_equal(often->sort, "decision"); // where it stands most
    assert_int_equal(at, 0);
    assert_null(find(&phrases, "একবার বলা কথা", &other));
    assert_null(find(&phrases, "পত্র দেখা হয়", &other));
    const struct phrase *dated = find(&phrases, "{done} তারিখে সম্পন্ন করা হয়েছে", &other);
    assert_non_null(dated);
    assert_int_equal(dated->used, 1); // whatever stands in the place of the date
    const struct phrase *going_on = find(&phrases, "প্রক্রিয়াধীন রয়েছে", &other);
    assert_non_null(going_on);
    assert_int_equal(going_on->used, 1);
    load(&phrases, "progress");
    assert_non_null(find(&phrases, "নথি দেখা হয়", &at));
    assert_true(at > 0); // behind those for progress
    for (size_t i = 0; i < phrases.count; i++)
        assert_int_equal(phrase_check_sort(phrases.phrase[i].sort, NULL), STATUS_OK);
}

static void own_phrases_are_added_and_hidden(void **state)
{
    (void)state;
    autophrases phrases = {0};
    autostr text = STR_INIT;
    struct err err = {0};
    int64_t id = 0;
    size_t at = 0;
    assert_int_equal(app_add_phrase(app, " {plan}  দেখা হবে", "decision", &id, &err), STATUS_OK);
    assert_int_equal(app_add_phrase(app, "পত্র {how} হয়।", "discussion", &id, &err), STATUS_OK);
    assert_int_equal(app_add_phrase(app, "{plan} দেখা হবে", "any", &id, &err), STATUS_EXISTS);
    assert_int_equal(app_add_phrase(app, "প্রযোজ্য নয়", "any", &id, &err), STATUS_EXISTS);
    assert_int_equal(app_add_phrase(app, " \n", "any", &id, &err), STATUS_INVALID);
    assert_int_equal(app_add_phrase(app, "ক", "whatever", &id, &err), STATUS_INVALID);
    assert_int_equal(app_hide_phrase(app, "প্রযোজ্য", true, &text, &err), STATUS_OK);
    assert_string_equal(text.buf, "প্রযোজ্য নয়");
    assert_int_equal(app_hide_phrase(app, "রয়েছে", true, &text, &err), STATUS_INVALID);
    assert_int_equal(app_hide_phrase(app, "কোথাও নেই", true, &text, &err), STATUS_NOT_FOUND);
    assert_int_equal(app_hide_phrase(app, "নথি দেখা হয়", true, &text, &err), STATUS_OK);
    load(&phrases, NULL);
    assert_true(find(&phrases, "প্রযোজ্য নয়", &at)->hidden);
    assert_true(find(&phrases, "নথি দেখা হয়", &at)->hidden);
    assert_int_equal(find(&phrases, "{plan} দেখা হবে", &at)->origin, PHRASE_OWN);
    assert_int_equal(find(&phrases, "পত্র {how} হয়।", &at)->used, 1); // danda or not
    assert_int_equal(app_hide_phrase(app, "প্রযোজ্য নয়", false, &text, &err), STATUS_OK);
    load(&phrases, NULL);
    assert_false(find(&phrases, "প্রযোজ্য নয়", &at)->hidden);
}

static void fill_plan(const void *data, const char *name, struct str *ret)
{
    if (strcmp(name, data) == 0)
        str_add(ret, strcmp(name, "quarter") == 0 ? "৪র্থ" : "ক");
}

static void assert_filled(const char *text, const char *known, const char *expected)
{
    autostr got = STR_INIT;
    app_fill_phrase(app, text, known ? fill_plan : NULL, known, &got);
    assert_string_equal(got.buf, expected);
}

static void placeholders_are_filled(void **state)
{
    (void)state;
    assert_filled("{plan} {plan}", "plan", "ক ক");
    assert_filled("{plan} {whatever} {", NULL, "{plan} {whatever} {");
    assert_filled("{quarter}, {next}", NULL, "১ম, ২য়");
    assert_filled("{quarter}, {next}", "quarter", "৪র্থ, ১ম");
    assert_filled("{year}", NULL, "২০২৩-২০২৪");
    assert_filled("{date} তারিখে, {due}, {done}", NULL, "……… তারিখে, ………, ………"); // not today
}

static void records_fill_them_too(void **state)
{
    (void)state;
    const struct app_word words[] = {{"title", "সভা"}, {"plan", "egov"}, {"date", "10/3/2024"}};
    const int64_t meeting = add(RECORD_MEETING, 0, "title", "সভা"),
                  item = add(RECORD_ITEM, meeting, "subject", "বিষয়"),
                  decision = add(RECORD_DECISION, item, "due", "30/6/2024");
    autorecords records = {0}, others = {0};
    autostr got = STR_INIT;
    assert_int_equal(app_set_record(app, RECORD_MEETING, meeting, words, 3, NULL), STATUS_OK);
    assert_int_equal(app_load_record(app, RECORD_MEETING, meeting, &records, NULL), STATUS_OK);
    app_fill_from_record(app, records.record, "date", &got);
    assert_string_equal(got.buf, "১০/০৩/২০২৪");
    app_fill_from_record(app, records.record, "due", &got); // no deadline
    app_fill_from_record(app, records.record, "done", &got);
    app_fill_from_record(app, records.record, "quarter", &got);
    assert_string_equal(got.buf, "১০/০৩/২০২৪৩য়");
    str_reset(&got);
    app_fill_from_record(app, records.record, "plan", &got);
    assert_non_null(strstr(got.buf, "ই-গভর্ন্যান্স"));
    str_reset(&got);
    assert_int_equal(app_load_record(app, RECORD_DECISION, decision, &others, NULL), STATUS_OK);
    app_fill_from_record(app, others.record, "due", &got);
    app_fill_from_record(app, others.record, "plan", &got);
    assert_string_equal(got.buf, "৩০/০৬/২০২৪");
}

static int open_office(void **state)
{
    (void)state;
    static char file[64];
    const struct app_new_office sample = {.sample = true};
    static struct app_options options = {
        .file = file, .via = "enter", .language_given = true, .digits_given = true};
    if (!mkdtemp(folder))
        return 1;
    snprintf(file, sizeof file, "%s/office.db", folder);
    options.as_of = (struct maybe){true, date_of(2023, 10, 5)};
    return app_init(&options, &sample, NULL) || app_open(&options, &app, NULL);
}

static int close_office(void **state)
{
    (void)state;
    autostr command = STR_INIT;
    app_close(&app);
    str_addf(&command, "rm -rf '%s'", folder);
    return system(command.buf);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_is_said_often_comes_first),
        cmocka_unit_test(own_phrases_are_added_and_hidden),
        cmocka_unit_test(placeholders_are_filled),
        cmocka_unit_test(records_fill_them_too),
    };
    return cmocka_run_group_tests_name("phrases", tests, open_office, close_office);
}
