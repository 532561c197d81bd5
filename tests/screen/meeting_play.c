// SPDX-License-Identifier: GPL-3.0-or-later
// A meeting from the first key to the last: made, its attendance and decisions, counted, printed
// and carried over into the next one, by keyboard alone.
#include "../clock.h"
#include "../test.h"

#include "orjon/app/records.h"
#include "orjon/base/file.h"
#include "orjon/base/text.h"
#include "orjon/domain/date.h"
#include "orjon/screens/screens.h"

#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

struct trial {
    char folder[64];
    struct str file;
    struct app_options options;
    struct session session;
    struct desk *desk;
};

static void begin(struct trial *o)
{
    const struct app_new_office office = {.sample = true};
    struct err err = {0};
    *o = (struct trial){.folder = "/tmp/orjon-meeting-XXXXXX", .file = STR_INIT};
    assert_non_null(mkdtemp(o->folder));
    assert_int_equal(chdir(o->folder), 0);
    str_addf(&o->file, "%s/office.db", o->folder);
    i18n_set_language(LANGUAGE_ENGLISH);
    i18n_set_digits(DIGITS_LATIN);
    o->options = (struct app_options){.file = o->file.buf,
                                      .via = "screen",
                                      .as_of = {true, date_of(2023, 10, 5)},
                                      .language_given = true,
                                      .digits_given = true};
    o->session = (struct session){.options = &o->options};
    if (app_init(&o->options, &office, &err) || app_open(&o->options, &o->session.app, &err))
        fail_msg("%s", err.text);
    o->desk = desk_new(NULL, false);
    assert_int_equal(screens_start(o->desk, &o->session, NULL), STATUS_OK);
}

static void end(struct trial *o)
{
    autostr command = STR_INIT;
    desk_free(&o->desk);
    app_close(&o->session.app);
    str_addf(&command, "rm -rf '%s'", o->folder);
    assert_int_equal(system(command.buf), 0);
    str_done(&o->file);
}

// Plays keys; the picture must hold the text then, blanks that follow each other counted as one.
static void play(struct trial *o, const char *keys, const char *wanted)
{
    autostr picture = STR_INIT, clean = STR_INIT;
    struct err err = {0};
    if (desk_play(o->desk, keys, 30, 100, &picture, &err))
        fail_msg("%s", err.text);
    text_clean(picture.buf, picture.len, &clean, NULL);
    if (!strstr(clean.buf, wanted))
        fail_msg("«%s» is not there after %s:\n%s", wanted, keys, picture.buf);
}

static size_t count(struct trial *o, enum record_kind kind, int64_t parent)
{
    autorecords records = {0};
    assert_int_equal(app_load_records(o->session.app, kind, parent, &records, NULL), STATUS_OK);
    return records.count;
}

static void fill_in(struct trial *o)
{
    play(o, "<F2><Enter>", "Meetings");
    play(o, "<Ins>নৈতিকতা কমিটির ২য় সভা<Enter>", "Meeting: নৈতিকতা কমিটির ২য় সভা");
    play(o, "<Down><F2><Enter>", "Committee নৈতিকতা কমিটি"); // goes on to the next, as Enter does
    play(o, "<Down><F2>শুদ্ধাচার<Enter>", "Plan আঞ্চলিক");
    play(o, "<F2>", "Enter tick");
    play(o, "<Enter><Esc>", "Indicators 1.1");
    play(o, "<Down>2.10.23<Enter>", "02/10/2023");
    play(o, "১০টা<Enter>", "10.00");
    play(o, "সম্মেলন কক্ষ<Enter>", "সম্মেলন কক্ষ");
}

static void write_agenda(struct trial *o)
{
    play(o, "<F6><Enter>অভিযোগ নিষ্পত্তি<Enter>", "Item of the agenda: অভিযোগ নিষ্পত্তি");
    play(o, "সকলের মতামত নেওয়া হয়।<Enter>দীর্ঘ আলোচনা হয়।<F2>", "সকলের মতামত নেওয়া হয়। দীর্ঘ");
    play(o, "<Esc>+ত্রিশ দিনে নিষ্পত্তি করতে হবে।<F2>", "Decision: ত্রিশ দিনে নিষ্পত্তি");
    play(o, "<Down><F2><Enter><Down><Enter><Esc>", ", "); // two of the people
    play(o, "<C-z>উপজেলা সমবায় অফিসার<Enter>৩১/১২/২৩<Enter><Esc>", "1.1");
    play(o, "+কাজ শুরু হয়েছে।<F2><Esc>", "Running");
    play(o, "<F4><Enter>", "On the sheet now: 3 more");
    play(o, "<F4>p", "Marked as present: 3");
}

static void a_meeting_by_keyboard_alone(void **state)
{
    (void)state;
    struct trial o;
    autostr minutes = STR_INIT;
    begin(&o);
    const size_t meetings = count(&o, RECORD_MEETING, 0), proofs = count(&o, RECORD_PROOF, 0);
    fill_in(&o);
    write_agenda(&o);

    play(&o, "<F9>", "[1.1]");
    play(&o, "y", "[1.1]");
    assert_int_equal(count(&o, RECORD_PROOF, 0), proofs + 1);
    play(&o, "<F9>", "Withdraw that?");
    play(&o, "n", "Meeting:");

    play(&o, "<F8>minutes<Enter>", "ত্রিশ দিনে");
    play(&o, "<F2>text<Enter><C-u>minutes.txt<Enter>", "/minutes.txt");
    assert_int_equal(file_read("minutes.txt", &minutes, NULL), STATUS_OK);
    assert_non_null(strstr(minutes.buf, "মতামত")); // one word, for a cell is wrapped

    play(&o, "<Esc><F5>", "The next meeting from this one");
    play(&o, "<C-u>3/1/24<Enter>", "open decisions that go along:");
    play(&o, "<F6>", "ত্রিশ দিনে নিষ্পত্তি করতে হবে।");
    assert_int_equal(count(&o, RECORD_MEETING, 0), meetings + 2);
    play(&o, "<Esc>", "Carried over"); // what it was in the one before
    end(&o);
}

static void undo_asks_for_another_record(void **state)
{
    (void)state;
    struct trial o;
    begin(&o);
    const size_t meetings = count(&o, RECORD_MEETING, 0);
    play(&o, "<F2><Enter><Ins>প্রথম সভা<Enter><Esc>", "Meetings");
    play(&o, "<Ins>দ্বিতীয় সভা<Enter>", "Meeting: দ্বিতীয় সভা");
    play(&o, "<Esc><F3>প্রথম<Esc><Enter>", "Meeting: প্রথম সভা");
    play(&o, "<C-z>", "not of this record: meeting “দ্বিতীয় সভা”");
    play(&o, "n", "Meeting: প্রথম সভা");
    play(&o, "<End>, আবার<Enter><C-z>", "Undone: meeting “প্রথম সভা”, Subject");
    play(&o, "<C-z>y<Esc>", "Meetings");
    assert_int_equal(count(&o, RECORD_MEETING, 0), meetings + 1);
    end(&o);
}

static void reopen(struct trial *o)
{
    desk_free(&o->desk);
    app_close(&o->session.app);
    assert_int_equal(app_open(&o->options, &o->session.app, NULL), STATUS_OK);
    o->desk = desk_new(NULL, false);
    assert_int_equal(screens_start(o->desk, &o->session, NULL), STATUS_OK);
}

static void undo_asks_for_what_is_of_an_earlier_day(void **state)
{
    (void)state;
    struct trial o;
    begin(&o);
    play(&o, "<F2><Enter><Ins>প্রথম সভা<Enter><Esc>", "প্রথম সভা");
    reopen(&o);
    play(&o, "<F2><Enter><C-z>", "done before the program was opened: meeting “প্রথম সভা”");
    play(&o, "n", "প্রথম সভা");
    play(&o, "<C-z>y", "Undone");
    play(&o, "<C-y>", "Redone"); // it was undone just now
    reopen(&o);
    play(&o, "<F2><Enter><C-z>y", "Undone");
    reopen(&o);
    play(&o, "<F2><Enter><C-y>", "undone before the program was opened: meeting");
    play(&o, "y", "Redone");
    end(&o);
}

// A meeting that is counted fills a figure, and no undo takes that back without a word.
static void the_figure_of_a_meeting_is_told(void **state)
{
    (void)state;
    struct trial o;
    begin(&o);
    play(&o, "<F2><Enter><Down><Enter><F9>y",
         "not counted for [1.1] any more; Quarter 1: “1” → empty");
    play(&o, "<C-z>", "fields): শুদ্ধাচার 1.1, Quarter 1: empty → “1”; meeting");
    play(&o, "<Esc><C-y>", "fields): শুদ্ধাচার 1.1, Quarter 1: “1” → empty; evidence");
    end(&o);
}

static void a_number_is_proposed(void **state)
{
    (void)state;
    struct trial o;
    begin(&o);
    play(&o, "<F2><Enter><Ins>প্রথম সভা<Enter><Down>*13<F2>", "Memo number of the notice 47");
    play(&o, "<Enter><Up>", "Memo number of the notice 47");
    play(&o, "<Del>", "Removed; Ctrl-Z brings it back");
    end(&o);
}

static void an_order_has_no_notice_of_ours(void **state)
{
    (void)state;
    struct trial o;
    begin(&o);
    play(&o, "<F2><Enter><Ins>নির্দেশ<Enter><F2>superior<Enter><F8>", "Which paper?");
    play(&o, "notice", "Find: notice");
    play(&o, "<Enter>", "Which paper?"); // nothing is called so
    end(&o);
}

static void a_figure_with_its_proof(void **state)
{
    (void)state;
    struct trial o;
    begin(&o);
    assert_int_equal(file_write("notice.txt", "a notice", 8, false, NULL), STATUS_OK);
    play(&o, "<Down>*2<Enter><C-e>", "Evidence");
    play(&o, "<End><F6>notice.txt<Enter>", "Copied beside the office file");
    play(&o, "<F7>", "1 file is as it was put");
    assert_int_equal(system("for f in office.evidence/*; do chmod u+w $f; echo x >$f; done"), 0);
    play(&o, "<F7>", "Not as they were put: 1 of 1 files");
    play(&o, "<F6>../../etc/nothing<Enter>", "!");
    play(&o, "<Esc><Paste:'notice.txt'>", "✓");
    end(&o);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(a_meeting_by_keyboard_alone),
                                       cmocka_unit_test(undo_asks_for_another_record),
                                       cmocka_unit_test(undo_asks_for_what_is_of_an_earlier_day),
                                       cmocka_unit_test(the_figure_of_a_meeting_is_told),
                                       cmocka_unit_test(a_number_is_proposed),
                                       cmocka_unit_test(an_order_has_no_notice_of_ours),
                                       cmocka_unit_test(a_figure_with_its_proof)};
    return cmocka_run_group_tests_name("meeting", tests, NULL, NULL);
}
