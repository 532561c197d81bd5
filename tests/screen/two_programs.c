// SPDX-License-Identifier: GPL-3.0-or-later
// Two programs on one office file: what somebody else changed while something was typed or asked.
#include "../test.h"

#include "orjon/app/enter.h"
#include "orjon/app/finalise.h"
#include "orjon/app/plans.h"
#include "orjon/app/records.h"
#include "orjon/base/file.h"
#include "orjon/domain/date.h"
#include "orjon/screens/screens.h"

#include <stdlib.h>
#include <unistd.h>

// The screens on a sample office, and somebody else with the plan egov before him.
struct both {
    char folder[32];
    struct str office;
    struct app_options options;
    struct session session;
    struct app *other;
    struct book *book;
    struct desk *desk;
};

static void begin_both(struct both *both)
{
    const struct app_new_office sample = {.sample = true};
    *both = (struct both){.folder = "/tmp/orjon-both-XXXXXX", .office = STR_INIT};
    assert_non_null(mkdtemp(both->folder));
    str_addf(&both->office, "%s/office.db", both->folder);
    i18n_set_language(LANGUAGE_ENGLISH);
    i18n_set_digits(DIGITS_LATIN);
    both->options = (struct app_options){.file = both->office.buf,
                                         .via = "screen",
                                         .as_of = {true, date_of(2023, 10, 5)},
                                         .language_given = true,
                                         .digits_given = true};
    both->session = (struct session){.options = &both->options};
    assert_int_equal(app_init(&both->options, &sample, NULL), STATUS_OK);
    assert_int_equal(app_open(&both->options, &both->session.app, NULL), STATUS_OK);
    assert_int_equal(app_open(&both->options, &both->other, NULL), STATUS_OK);
    assert_int_equal(book_open(both->other, 0, "egov", 1, &both->book, NULL), STATUS_OK);
    both->desk = desk_new(NULL, false);
    assert_int_equal(screens_start(both->desk, &both->session, NULL), STATUS_OK);
}

static void end_both(struct both *both)
{
    autostr command = STR_INIT;
    book_free(&both->book);
    app_close(&both->other);
    desk_free(&both->desk);
    app_close(&both->session.app);
    str_addf(&command, "rm -rf '%s'", both->folder);
    assert_int_equal(system(command.buf), 0);
    str_done(&both->office);
}

static void assert_shown(struct both *both, const char *keys, const char *text)
{
    autostr got = STR_INIT;
    desk_play(both->desk, keys, 24, 80, &got, NULL);
    if (!strstr(got.buf, text)) {
        print_error("after %s, no “%s”:\n%s\n", keys, text, got.buf);
        fail();
    }
}

// A fraction of a website: the query about it stands before the one that was there.
static void enter_a_fraction(struct both *both)
{
    const struct app_figure figure = {.indicator = 4, .quarter = 1, .text = "1.5", .state = -1};
    assert_int_equal(app_enter(both->book, &figure, NULL, NULL), STATUS_OK);
}

// The check of one plan, and that of all.
static const char *const checks[] = {"<Down>*3<Enter><F7>", "<F7>"};
enum { CHECKS = sizeof checks / sizeof *checks };

// The query may be about another figure by now, or be gone.
static void an_answer_waits_for_what_somebody_else_changed(void **state)
{
    (void)state;
    for (size_t c = 0; c < CHECKS; c++) {
        struct both both;
        begin_both(&both);
        assert_shown(&both, checks[c], "errors: 0, queries: 1, answered: 0");
        assert_shown(&both, "<F2>no office below", "no office below");
        enter_a_fraction(&both);
        assert_shown(&both, "<Enter>", "The file has been changed meanwhile");
        assert_shown(&both, "", " 5.1.2  আও"); // the one that is being answered
        assert_shown(&both, "<Esc>", "errors: 0, queries: 2, answered: 0"); // the fraction as well
        end_both(&both);
    }
}

static void a_key_waits_for_what_somebody_else_changed(void **state)
{
    (void)state;
    static const char *const keys[] = {"<F2>", "<Del>", "<Enter>"};
    for (size_t i = 0; i < CHECKS * sizeof keys / sizeof *keys; i++) {
        struct both both;
        begin_both(&both);
        assert_shown(&both, checks[i % CHECKS], "errors: 0, queries: 1, answered: 0");
        enter_a_fraction(&both);
        assert_shown(&both, keys[i / CHECKS], "The file has been changed meanwhile");
        assert_shown(&both, "<F2>no office below<Enter>", "queries: 1, answered: 1");
        assert_shown(&both, "", " 5.1.2  আও");
        assert_shown(&both, "", "? query");
        end_both(&both);
    }
}

static void what_nobody_would_believe_is_questioned_at_the_field(void **state)
{
    (void)state;
    struct both both;
    begin_both(&both);
    assert_shown(&both, "<Down>*3<Enter><Down>1000<Enter>", "1,000 is over 3 times the target 4");
    assert_shown(&both, "<F7>", "? query     │2.1.1   │   Q1    │1,000 is over 3 times");
    end_both(&both);
}

// Between reading the book and answering; then the book is to be read again.
static void an_answer_is_about_the_book_that_was_read(void **state)
{
    (void)state;
    struct both both;
    size_t count = 0;
    begin_both(&both);
    const struct indicator *no_target = plan_find(both.book->plan, "5.1.2");
    assert_shown(&both, "<Down>*3<Enter><Down>2<Enter>", "Saved");
    assert_int_equal(app_answer(both.book, no_target, 0, "no-target", "none", &count, NULL),
                     STATUS_CHANGED);
    assert_int_equal(book_reload(both.book, NULL), STATUS_OK);
    no_target = plan_find(both.book->plan, "5.1.2");
    assert_int_equal(app_answer(both.book, no_target, 0, "no-target", "none", &count, NULL),
                     STATUS_OK);
    assert_int_equal(count, 1);
    end_both(&both);
}

// What was changed unseen is not taken back unseen.
static void undo_waits_for_what_somebody_else_changed(void **state)
{
    (void)state;
    struct both both;
    begin_both(&both);
    const enum office_field place = (enum office_field)office_field_from_key("place");
    assert_shown(&both, "<F4>", "Particulars of the office");
    assert_int_equal(app_set_office(both.other, place, "বগুড়া", NULL), STATUS_OK);
    assert_shown(&both, "<C-z>", "What stands here has been changed meanwhile");
    assert_shown(&both, "", "বগুড়া");
    enter_a_fraction(&both); // nothing that stands here
    assert_shown(&both, "<C-z>", "“বগুড়া” → ");
    end_both(&both);
}

// Somebody else installs egov with its last two rows in the other order, or without the last.
static void install_other(struct both *both, bool swapped)
{
    autostr file = STR_INIT, other = STR_INIT, faults = STR_INIT;
    assert_int_equal(file_read(TEST_PLANS "/2023-24/coop-upazila/egov.tsv", &file, NULL),
                     STATUS_OK);
    const char *last = strstr(file.buf, "\t\t6.1\t");
    const char *before = strstr(strstr(file.buf, "\t\t5.1\t") + 1, "\t\t5.1\t");
    str_add_n(&other, file.buf, (size_t)(before - file.buf));
    str_add(&other, swapped ? last : "");
    str_add_n(&other, before, (size_t)(last - before));
    struct err err = {0};
    if (app_install_plan(both->other, "egov.tsv", other.buf, other.len, &faults, &err))
        fail_msg("%s%s", faults.buf, err_text(&err));
}

// The row under the hand may be gone when it is saved.
static void a_figure_of_a_dropped_row_is_refused(void **state)
{
    (void)state;
    struct both both;
    begin_both(&both);
    const struct app_figure nothing = {
        .indicator = 6, .quarter = 1, .text = "", .state = -1, .remark = ""};
    assert_shown(&both, "<Down>*3<Enter><Down>*5<Down>2", "6.1.1");
    assert_int_equal(app_enter(both.book, &nothing, NULL, NULL), STATUS_OK);
    install_other(&both, false);
    assert_shown(&both, "<Enter>", "The plan has been changed meanwhile");
    assert_shown(&both, "", "filled in: 6/6");
    end_both(&both);
}

// Or stand elsewhere: what is being typed stays with its indicator.
static void a_figure_stays_with_its_row(void **state)
{
    (void)state;
    struct both both;
    begin_both(&both);
    const struct app_figure three = {.indicator = 6, .quarter = 1, .text = "3", .state = -1};
    assert_shown(&both, "<Down>*3<Enter><Down>*5<Down>2", "6.1.1");
    assert_int_equal(app_enter(both.book, &three, NULL, NULL), STATUS_OK);
    install_other(&both, true);
    assert_shown(&both, "<Enter>", "changed meanwhile: it is now “3”");
    assert_shown(&both, "<Enter>", "Saved");
    assert_int_equal(book_reload(both.book, NULL), STATUS_OK);
    const size_t row = (size_t)(plan_find(both.book->plan, "6.1.1") - both.book->plan->indicator);
    assert_int_equal(row, 5);
    assert_string_equal(both.book->years[row].quarter[0].typed, "2");
    end_both(&both);
}

// All of what is typed, or nothing: half of it would be another figure.
static void what_is_typed_over_a_figure_of_somebody_else_is_refused_whole(void **state)
{
    (void)state;
    struct both both;
    begin_both(&both);
    const struct app_figure seven = {.indicator = 4, .quarter = 1, .text = "7", .state = -1};
    assert_shown(&both, "<Down>*3<Enter><Down>*4", "5.1.1");
    assert_int_equal(app_enter(both.book, &seven, NULL, NULL), STATUS_OK);
    assert_shown(&both, "45<Enter>", "it is now “7”");
    assert_shown(&both, "", " 45 │");
    assert_int_equal(book_reload(both.book, NULL), STATUS_OK);
    assert_string_equal(both.book->years[4].quarter[0].typed, "7");
    assert_shown(&both, "<Esc><Del>", "7 → empty"); // what stands there now was seen
    end_both(&both);
}

static void what_was_typed_again_is_of_its_rows(void **state)
{
    (void)state;
    struct both both;
    begin_both(&both);
    assert_shown(&both, "<Down>*3<Enter><C-r><Down>*4<Down>1<Enter><Esc><C-r>",
                 "Typed again: 1 of 7");
    install_other(&both, true);
    assert_shown(&both, "<F9><Left><Enter>", "The plan was replaced meanwhile");
    assert_shown(&both, "<C-r>", "Typed again: 0 of 7");
    end_both(&both);
}

// Nothing of it is cut: the field keeps it, and says how long it may be.
static void a_text_that_is_too_long_stays_in_its_field(void **state)
{
    (void)state;
    struct both both;
    autostr figure = STR_INIT, reason = STR_INIT;
    str_add_repeat(&figure, "1", TEXT_NAME_MAX + 1);
    str_add_repeat(&reason, "k", TEXT_REMARK_MAX + 1);
    str_add(&figure, "<Enter>");
    str_add(&reason, "<Enter>");
    begin_both(&both);
    assert_shown(&both, "<Down>*3<Enter><Down>", "5.1.1");
    assert_shown(&both, figure.buf, "501 letters; at most 500");
    assert_shown(&both, "<Esc><F7><F2>", "5.1.2");
    assert_shown(&both, reason.buf, "10001 letters; at most 10000");
    assert_shown(&both, "<BS><Enter>", "answered: 1");
    end_both(&both);
}

// What a question is about may be gone, or mean something else, when it is answered.

static void nobody_signs_what_was_changed_after_the_question(void **state)
{
    (void)state;
    struct both both;
    begin_both(&both);
    assert_shown(&both, "<Down>*3<Enter><F9>", "Finalise?");
    enter_a_fraction(&both);
    assert_shown(&both, "<Left><Enter>", "The return has been changed meanwhile");
    assert_int_equal(book_reload(both.book, NULL), STATUS_OK);
    assert_int_equal(both.book->sealed, 0);
    assert_shown(&both, "<F9>", "2 queries of the check are not answered");
    assert_shown(&both, "<Left><Enter>", "Finalised; the paper carries the mark");
    end_both(&both);
}

// Who signs, and under which memo number, stands on the paper as the figures do.
static void nobody_signs_for_another_officer(void **state)
{
    (void)state;
    struct both both;
    begin_both(&both);
    assert_shown(&both, "<Down>*3<Enter><F9>", "Finalise?");
    assert_int_equal(app_set_office(both.other, OFFICE_OFFICER, "Somebody Else", NULL), STATUS_OK);
    assert_shown(&both, "<Left><Enter>", "The return has been changed meanwhile");
    assert_shown(&both, "<F9><Left><Enter>", "Finalised; the paper carries the mark");
    end_both(&both);
}

static void nobody_opens_again_what_was_opened_meanwhile(void **state)
{
    (void)state;
    struct both both;
    begin_both(&both);
    assert_shown(&both, "<Down>*3<Enter><F9><Left><Enter>", "Finalised");
    assert_shown(&both, "<F9>wrong", "Open the finalised quarter again");
    assert_int_equal(book_reload(both.book, NULL), STATUS_OK);
    assert_int_equal(app_reopen(both.book, 1, "theirs", NULL, NULL), STATUS_OK);
    assert_shown(&both, "<Enter>", "! Quarter 1 is not finalised");
    assert_shown(&both, "<Esc><Down>5<Enter>", "Saved");
    end_both(&both);
}

static void a_letter_over_a_figure_asks_about_that_figure(void **state)
{
    (void)state;
    struct both both;
    begin_both(&both);
    const struct app_figure three = {.indicator = 4, .quarter = 1, .text = "3", .state = -1};
    assert_shown(&both, "<Down>*3<Enter><Down>*4n", "Replace it?");
    assert_int_equal(app_enter(both.book, &three, NULL, NULL), STATUS_OK);
    assert_shown(&both, "<Left><Enter>", "changed meanwhile: it is now “3”");
    assert_shown(&both, "n", "3 → no case");
    install_other(&both, true);
    assert_shown(&both, "<Left><Enter>", "3 → no case");
    assert_int_equal(book_reload(both.book, NULL), STATUS_OK);
    assert_int_equal(both.book->years[4].quarter[0].state, ENTRY_NO_CASE);
    end_both(&both);
}

// What Esc dropped goes back to its row, wherever that is by now, or nowhere.
static void what_was_dropped_stays_with_its_row(void **state)
{
    (void)state;
    for (int swapped = 0; swapped < 2; swapped++) {
        struct both both;
        begin_both(&both);
        const struct app_figure nothing = {
            .indicator = 6, .quarter = 1, .text = "", .state = -1, .remark = ""};
        assert_shown(&both, "<Down>*3<Enter><Down>*5<Down>27<Esc>", "“27” was not saved");
        assert_shown(&both, "<Up>*3", "5.1.1");
        assert_int_equal(app_enter(both.book, &nothing, NULL, NULL), STATUS_OK);
        install_other(&both, swapped);
        assert_shown(&both, "<C-z>", swapped ? " 6.1.1  " : "“27” was of a row that is no longer");
        assert_shown(&both, "<Enter>", swapped ? "Saved" : "filled in: 6/6");
        end_both(&both);
    }
}

static void the_indicator_looked_at_may_be_gone(void **state)
{
    (void)state;
    struct both both;
    begin_both(&both);
    const struct app_figure nothing = {
        .indicator = 6, .quarter = 1, .text = "", .state = -1, .remark = ""};
    assert_shown(&both, "<Down>*3<Enter><Down>*6<F6><F6><F6>why", "Remark");
    assert_int_equal(app_enter(both.book, &nothing, NULL, NULL), STATUS_OK);
    install_other(&both, false);
    assert_shown(&both, "<Enter>", "The plan has been changed meanwhile");
    assert_shown(&both, "<Esc>", "This indicator is no longer in the plan");
    assert_shown(&both, "<F6>", "The plan has been changed meanwhile");
    assert_shown(&both, "<Esc>", "filled in: 6/6");
    end_both(&both);
}

static void the_indicator_remarked_may_be_gone(void **state)
{
    (void)state;
    struct both both;
    begin_both(&both);
    const struct app_figure nothing = {
        .indicator = 6, .quarter = 1, .text = "", .state = -1, .remark = ""};
    assert_shown(&both, "<Down>*3<Enter><Down>*6<F6>why", "6.1.1, Quarter 1");
    assert_int_equal(app_enter(both.book, &nothing, NULL, NULL), STATUS_OK);
    install_other(&both, false);
    assert_shown(&both, "<F6>", "The plan has been changed meanwhile");
    assert_shown(&both, "<Esc>", "filled in: 6/6");
    end_both(&both);
}

static void the_indicator_looked_at_may_stand_elsewhere(void **state)
{
    (void)state;
    struct both both;
    begin_both(&both);
    const struct app_figure three = {.indicator = 6, .quarter = 1, .text = "3", .state = -1};
    assert_shown(&both, "<Down>*3<Enter><Down>*6<F6><F6>", "6.1.1  ");
    assert_int_equal(app_enter(both.book, &three, NULL, NULL), STATUS_OK);
    install_other(&both, true);
    assert_shown(&both, "<F6>why<Enter>", "has been changed meanwhile");
    assert_shown(&both, "<Enter>", "Saved");
    assert_int_equal(book_reload(both.book, NULL), STATUS_OK);
    const size_t row = (size_t)(plan_find(both.book->plan, "6.1.1") - both.book->plan->indicator);
    assert_int_equal(row, 5);
    assert_string_equal(both.book->years[row].quarter[0].remark, "why");
    end_both(&both);
}

static void a_particular_is_not_overwritten_unseen(void **state)
{
    (void)state;
    struct both both;
    begin_both(&both);
    const enum office_field name = (enum office_field)office_field_from_key("name");
    assert_shown(&both, "<F4>mine", "mine");
    assert_int_equal(app_set_office(both.other, name, "theirs", NULL), STATUS_OK);
    assert_shown(&both, "<Enter>", "has been changed meanwhile: it is now “theirs”");
    assert_shown(&both, "<Esc>", "theirs");
    assert_int_equal(app_set_office(both.other, name, "again", NULL), STATUS_OK);
    assert_shown(&both, "<Down>", "What stands here has been changed meanwhile");
    assert_int_equal(app_set_office(both.other, name, "more", NULL), STATUS_OK);
    assert_shown(&both, "xyz<Enter>", "it is now “more”"); // no letter of it was swallowed
    assert_shown(&both, "<Enter>", "xyz");
    assert_string_equal(app_office(both.session.app)->field[name], "xyz");
    end_both(&both);
}

// Somebody else installs integrity with a heading of its own above the row 1.3.
static void install_heading(struct both *both)
{
    autostr file = STR_INIT, other = STR_INIT, faults = STR_INIT;
    struct err err = {0};
    assert_int_equal(file_read(TEST_PLANS "/2023-24/coop-upazila/integrity.tsv", &file, NULL),
                     STATUS_OK);
    const char *row = strstr(file.buf, "\t\t1.3\t");
    while (row[-1] != '\n')
        row--;
    str_add_n(&other, file.buf, (size_t)(row - file.buf));
    str_addf(&other, "Training%s", strchr(row, '\t'));
    if (app_install_plan(both->other, "integrity.tsv", other.buf, other.len, &faults, &err))
        fail_msg("%s%s", faults.buf, err_text(&err));
}

static void the_check_leads_to_the_figure_wherever_it_stands(void **state)
{
    (void)state;
    struct both both;
    begin_both(&both);
    assert_shown(&both, "<Down>*2<Enter><Down>*3+<F7>", "queries: 1");
    install_heading(&both);
    assert_shown(&both, "<Enter>", "The file has been changed meanwhile");
    assert_shown(&both, "<Enter>", "\n 1.4  ");
    end_both(&both);
}

// A weight of this office: of the row under the hand, wherever that stands by now.
static void assert_weight(struct both *both, const char *code, int64_t weight)
{
    assert_int_equal(book_reload(both->book, NULL), STATUS_OK);
    const struct indicator *row = plan_find(both->book->plan, code);
    assert_non_null(row);
    assert_int_equal(row->weight.value, weight * NUMBER_ONE);
}

static void a_row_of_the_plan_is_changed_wherever_it_stands(void **state)
{
    (void)state;
    struct both both;
    begin_both(&both);
    assert_shown(&both, "<Down>*3<Enter><C-p><Down>*5", "Weights add up");
    install_other(&both, true); // its row is the last one now, another stands in its place
    assert_shown(&both, "<F7>", "What stands here has been changed meanwhile");
    const struct app_figure nothing = {
        .indicator = 6, .quarter = 1, .text = "", .state = -1, .remark = ""};
    assert_int_equal(app_enter(both.book, &nothing, NULL, NULL), STATUS_OK);
    install_other(&both, false);
    assert_shown(&both, "<F9>", "What stands here has been changed meanwhile");
    end_both(&both);
}

static void a_weight_is_typed_into_the_row_that_was_seen(void **state)
{
    (void)state;
    struct both both;
    begin_both(&both);
    const struct indicator *last = &both.book->plan->indicator[5];
    autostr code = STR_INIT, other = STR_INIT;
    str_add(&code, last->code);
    str_add(&other, last[1].code);
    const int64_t kept = (int64_t)(last[1].weight.value / NUMBER_ONE);
    assert_shown(&both, "<Down>*3<Enter><C-p><Down>*4<Down>9", "9");
    install_other(&both, true);
    assert_shown(&both, "<Enter>", "“9”");
    assert_weight(&both, code.buf, 9);
    assert_weight(&both, other.buf, kept);
    const struct app_figure nothing = {
        .indicator = 5, .quarter = 1, .text = "", .state = -1, .remark = ""};
    assert_shown(&both, "<Up>*9<Down>8", "Weights add up"); // and no row beyond the last is drawn
    assert_int_equal(app_enter(both.book, &nothing, NULL, NULL), STATUS_OK);
    install_other(&both, false);
    assert_shown(&both, "<Enter>", "“8”");
    end_both(&both);
}

static void a_target_of_the_new_year_is_not_overwritten_unseen(void **state)
{
    (void)state;
    struct both both;
    begin_both(&both);
    char *five[] = {"target=5"}, *six[] = {"target=6"};
    assert_shown(&both, "<F6><F9><Left><Enter>", "is in hand now");
    const int year = app_office(both.session.app)->fiscal_year;
    const struct app_row row = {.fiscal_year = year, .plan = "grs", .code = "1.1.1", .reason = ""};
    assert_int_equal(app_change_target(both.other, &row, five, 1, NULL), STATUS_OK);
    assert_shown(&both, "<F2>", "What stands here has been changed meanwhile");
    assert_shown(&both, "7", "7");
    assert_int_equal(app_change_target(both.other, &row, six, 1, NULL), STATUS_OK);
    assert_shown(&both, "<Enter>", "it is now “6%”");
    assert_shown(&both, "<Enter>", "“6%” → “7%”");
    end_both(&both);
}

// Puts a field of the first person of the sample, as somebody else.
static void put_elsewhere(struct both *both, int field, const char *text)
{
    autorecords people = {0};
    assert_int_equal(app_load_records(both->other, RECORD_PERSON, 0, &people, NULL), STATUS_OK);
    assert_int_equal(
        app_put_field(both->other, RECORD_PERSON, people.record[0].id, field, NULL, text, NULL),
        STATUS_OK);
}

static void a_field_of_a_record_gives_way_only_as_it_was_seen(void **state)
{
    (void)state;
    struct both both;
    begin_both(&both);
    assert_shown(&both, "<F2><Down>*2<Enter><F3>নমুনা কর্মকর্তা<Enter>", "Person: নমুনা কর্মকর্তা");
    assert_shown(&both, "<Down><Down>017", "017"); // the telephone, half typed
    put_elsewhere(&both, PERSON_PHONE, "0181");
    assert_shown(&both, "<Enter>", "0181");
    assert_shown(&both, "", "017"); // what was typed stays to be typed
    assert_shown(&both, "<Esc>", "Telephone  0181");
    end_both(&both);
}

static void keys_of_a_record_wait_for_what_somebody_else_changed(void **state)
{
    (void)state;
    struct both both;
    begin_both(&both);
    assert_shown(&both, "<F2><Down>*2<Enter><F3>নমুনা কর্মকর্তা<Esc>", "নমুনা কর্মকর্তা");
    put_elsewhere(&both, PERSON_NAME, "অন্য কেউ");
    assert_shown(&both, "<Del>", "What stands here has been changed meanwhile");
    assert_shown(&both, "<Enter>", "Person: অন্য কেউ");
    put_elsewhere(&both, PERSON_EMAIL, "other@example.org");
    assert_shown(&both, "<F6>", "What stands here has been changed meanwhile");
    assert_shown(&both, "", "other@example.org");
    end_both(&both);
}

static void undo_of_a_record_is_of_what_was_asked_about(void **state)
{
    (void)state;
    struct both both;
    begin_both(&both);
    put_elsewhere(&both, PERSON_EMAIL, "other@example.org");
    assert_shown(&both, "<F2><Down>*2<Enter><F3>সহকারী<Enter><C-z>", "is not of this record");
    put_elsewhere(&both, PERSON_PHONE, "0181");
    assert_shown(&both, "y", "What stands here has been changed meanwhile");
    assert_shown(&both, "<C-z>", "“0181”");
    assert_shown(&both, "y", "Undone");
    end_both(&both);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_field_of_a_record_gives_way_only_as_it_was_seen),
        cmocka_unit_test(keys_of_a_record_wait_for_what_somebody_else_changed),
        cmocka_unit_test(undo_of_a_record_is_of_what_was_asked_about),
        cmocka_unit_test(a_row_of_the_plan_is_changed_wherever_it_stands),
        cmocka_unit_test(a_weight_is_typed_into_the_row_that_was_seen),
        cmocka_unit_test(a_target_of_the_new_year_is_not_overwritten_unseen),
        cmocka_unit_test(an_answer_waits_for_what_somebody_else_changed),
        cmocka_unit_test(a_key_waits_for_what_somebody_else_changed),
        cmocka_unit_test(what_nobody_would_believe_is_questioned_at_the_field),
        cmocka_unit_test(an_answer_is_about_the_book_that_was_read),
        cmocka_unit_test(undo_waits_for_what_somebody_else_changed),
        cmocka_unit_test(a_figure_of_a_dropped_row_is_refused),
        cmocka_unit_test(a_figure_stays_with_its_row),
        cmocka_unit_test(what_is_typed_over_a_figure_of_somebody_else_is_refused_whole),
        cmocka_unit_test(what_was_typed_again_is_of_its_rows),
        cmocka_unit_test(a_text_that_is_too_long_stays_in_its_field),
        cmocka_unit_test(nobody_signs_what_was_changed_after_the_question),
        cmocka_unit_test(nobody_signs_for_another_officer),
        cmocka_unit_test(nobody_opens_again_what_was_opened_meanwhile),
        cmocka_unit_test(a_letter_over_a_figure_asks_about_that_figure),
        cmocka_unit_test(what_was_dropped_stays_with_its_row),
        cmocka_unit_test(the_indicator_looked_at_may_be_gone),
        cmocka_unit_test(the_indicator_remarked_may_be_gone),
        cmocka_unit_test(the_indicator_looked_at_may_stand_elsewhere),
        cmocka_unit_test(a_particular_is_not_overwritten_unseen),
        cmocka_unit_test(the_check_leads_to_the_figure_wherever_it_stands)};
    return cmocka_run_group_tests_name("two_programs", tests, NULL, NULL);
}
