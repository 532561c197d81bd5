// SPDX-License-Identifier: GPL-3.0-or-later
// The reviewer's work: marks, verdicts on exactly what was seen, and the file that goes down.
#include "../test.h"

#include "orjon/app/records.h"
#include "orjon/app/reviews.h"
#include "orjon/app/send.h"
#include "orjon/store/builtin.h"
#include "orjon/store/records.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const char seal_a[] = "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa";
static const char seal_b[] = "bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb";

struct desk {
    char folder[64], above[96], below[96];
    int64_t office, other; // of the file above
};

static void done(enum status status, const struct err *err)
{
    if (status)
        fail_msg("%s", err->text);
}

static void make_file(const char *path, const char *name)
{
    struct err err = {0};
    const struct app_options options = {.file = path, .via = "test"};
    const struct app_new_office office = {.name = name, .family = "none", .fiscal_year = "2023-24"};
    done(app_init(&options, &office, &err), &err);
}

static struct app *open_file(const char *path, int32_t day)
{
    const struct app_options options = {.file = path, .via = "test", .as_of = {true, day}};
    struct app *app = NULL;
    struct err err = {0};
    done(app_open(&options, &app, &err), &err);
    return app;
}

static void set_code(const char *path, const char *code)
{
    struct err err = {0};
    struct app *app = open_file(path, 19730);
    done(app_set_office(app, OFFICE_CODE, code, &err), &err);
    done(app_set_office(app, OFFICE_QUARTER, "2", &err), &err);
    app_close(&app);
}

static int64_t add_office(struct app *app, const char *code, const char *name)
{
    const struct app_word words[] = {{"code", code}, {"name", name}};
    struct err err = {0};
    int64_t id = 0;
    done(app_new_record(app, RECORD_UNIT, 0, words, 2, &id, &err), &err);
    return id;
}

static int setup(void **state)
{
    struct desk *desk = calloc(1, sizeof *desk);
    strcpy(desk->folder, "/tmp/orjon-reviews-XXXXXX");
    assert_non_null(mkdtemp(desk->folder));
    snprintf(desk->above, sizeof desk->above, "%s/above.db", desk->folder);
    snprintf(desk->below, sizeof desk->below, "%s/below.db", desk->folder);
    make_file(desk->above, "জেলা");
    make_file(desk->below, "উপজেলা");
    set_code(desk->above, "61");
    set_code(desk->below, "6102");
    struct app *app = open_file(desk->above, 19730);
    desk->office = add_office(app, "6102", "উপজেলা");
    desk->other = add_office(app, "6103", "অন্য উপজেলা");
    app_close(&app);
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

static const char *charter(void)
{
    size_t count = 0;
    const struct store_template *all = store_builtin_templates(&count);
    for (size_t i = 0; i < count; i++)
        if (strcmp(all[i].family, "coop-division") == 0 && strcmp(all[i].plan, "charter") == 0)
            return all[i].text;
    fail();
    return NULL;
}

// As if a file of the office had been taken in: figures in the first and the second row.
static void receive_revision(const struct desk *desk, int64_t office, const char *seal, int quarter,
                             int revision)
{
    struct err err = {0};
    struct store *store = NULL;
    int64_t seq = 0;
    autostr bytes = STR_INIT;
    const struct entry one = {
        .state = ENTRY_VALUE, .value = {true, NUMBER_ONE}, .typed = "১", .remark = ""};
    const struct entry none = {.state = ENTRY_NONE, .typed = "-", .remark = "নাই"};
    const struct store_received figures[] = {{0, quarter, &one}, {1, quarter, &none}};
    const struct store_arrival arrival = {.office = office,
                                          .fiscal_year = 2023,
                                          .quarter = quarter,
                                          .plan = "charter",
                                          .revision = revision,
                                          .seal = seal,
                                          .day = 19731,
                                          .template_text = charter(),
                                          .figure = figures,
                                          .figures = 2};
    str_addf(&bytes, "%lld %s %d %d", (long long)office, seal, quarter, revision);
    done(store_open(desk->above, STORE_WRITE, &store, &err), &err);
    done(store_receive(store, &arrival, 1, &bytes, &seq, &err), &err);
    store_close(&store);
}

static void receive(const struct desk *desk, int64_t office, const char *seal, int quarter)
{
    receive_revision(desk, office, seal, quarter, 0);
}

static void receive_on_paper(const struct desk *desk, int revision)
{
    receive_revision(desk, desk->office, "", 2, revision);
}

static void take_paper_back(const struct desk *desk)
{
    struct err err = {0};
    struct store *store = NULL;
    int64_t seq = 0;
    done(store_open(desk->above, STORE_WRITE, &store, &err), &err);
    done(store_undo_receive(store, false, &seq, &err), &err);
    store_close(&store);
}

static struct app_review_of of(int64_t office)
{
    return (struct app_review_of){.office = office, .plan = "charter"};
}

static struct app_review *look(struct app *app, int64_t office)
{
    struct app_review *r = NULL;
    struct err err = {0};
    const struct app_review_of wanted = of(office);
    done(app_review_open(app, &wanted, &r, &err), &err);
    return r;
}

static void mark(struct app *app, int64_t office, const char *code, const char *typed,
                 const char *remark)
{
    struct err err = {0};
    const struct app_mark what = {.code = code, .mark = typed, .remark = remark};
    const struct app_review_of wanted = of(office);
    done(app_put_marks(app, &wanted, &what, 1, NULL, &err), &err);
}

static enum status judge(struct app *app, int64_t office, const char *seal, enum verdict verdict,
                         const char *reason, struct err *err)
{
    const struct app_review_of wanted = of(office);
    const struct app_seen seen = {.seal = seal};
    return app_judge(app, &wanted, seal ? &seen : NULL, verdict, reason, err);
}

// Without the files themselves, which are made up here.
static void verify(const char *path)
{
    struct err err = {0};
    struct store *store = NULL;
    done(store_open(path, STORE_READ, &store, &err), &err);
    done(store_verify_chain(store, NULL, &err), &err);
    done(store_verify_rest(store, &err), &err);
    store_close(&store);
}

static void marks_stand_beside_what_came(void **state)
{
    const struct desk *desk = *state;
    receive(desk, desk->office, seal_a, 2);
    struct app *app = open_file(desk->above, 19732);
    mark(app, desk->office, "১", "✓", "স্থিরচিত্র পাওয়া যায়নি");
    mark(app, desk->office, "2", "x", NULL);
    struct app_review *r = look(app, desk->office);
    assert_true(r->came);
    assert_int_equal(r->rows, 4);
    assert_int_equal(r->yes, 1);
    assert_int_equal(r->no, 1);
    assert_string_equal(r->row[0].entry->typed, "১");
    assert_string_equal(r->row[0].mark.remark, "স্থিরচিত্র পাওয়া যায়নি");
    assert_int_equal(r->row[1].proposed, TICK_NO);
    bool asked = false;
    for (size_t i = 0; i < r->findings.count; i++)
        asked = asked || (strcmp(r->findings.finding[i].code, "no-without-remark") == 0 &&
                          strcmp(r->findings.finding[i].indicator, "2") == 0);
    assert_true(asked);
    app_review_free(&r);
    receive(desk, desk->office, seal_b, 2); // sent again: the marks stay
    r = look(app, desk->office);
    assert_string_equal(r->receipt.seal, seal_b);
    assert_int_equal(r->yes, 1);
    app_review_free(&r);
    verify(desk->above);
    app_close(&app);
}

static void who_sent_nothing_is_marked_too(void **state)
{
    const struct desk *desk = *state;
    receive(desk, desk->office, seal_a, 2);
    struct app *app = open_file(desk->above, 19732);
    struct err err = {0};
    size_t count = 0;
    const struct app_review_of wanted = of(desk->other);
    done(app_take_proposals(app, &wanted, &count, &err), &err);
    assert_int_equal(count, 4);
    struct app_review *r = look(app, desk->other);
    assert_false(r->came);
    assert_null(r->row[0].entry);
    assert_int_equal(r->no, 4);
    app_review_free(&r);
    autostr told = STR_INIT;
    done(app_undo_marks(app, false, &told, &err), &err);
    r = look(app, desk->other);
    assert_int_equal(r->no, 0);
    app_review_free(&r);
    const struct app_mark strange = {.code = "9", .mark = "y"};
    assert_int_equal(app_put_marks(app, &wanted, &strange, 1, NULL, &err), STATUS_NOT_FOUND);
    app_close(&app);
}

static void what_is_followed_up_comes_again(void **state)
{
    const struct desk *desk = *state;
    receive(desk, desk->office, seal_a, 2);
    struct app *app = open_file(desk->above, 19732);
    struct err err = {0};
    const struct app_mark what = {
        .code = "3", .mark = "✗", .remark = "ছবি দিন", .follow_up = "yes", .marks = "৯.৫"};
    struct app_review_of wanted = of(desk->office);
    done(app_put_marks(app, &wanted, &what, 1, NULL, &err), &err);
    struct app_review *r = NULL;
    wanted.quarter = 4;
    done(app_review_open(app, &wanted, &r, &err), &err);
    assert_int_equal(r->row[2].asked_quarter, 2);
    assert_string_equal(r->row[2].asked, "ছবি দিন");
    assert_int_equal(r->row[2].mark.mark, TICK_NONE);
    app_review_free(&r);
    wanted.quarter = 3; // settled there
    const struct app_mark settled = {.code = "3", .mark = "✓"};
    done(app_put_marks(app, &wanted, &settled, 1, NULL, &err), &err);
    wanted.quarter = 4;
    done(app_review_open(app, &wanted, &r, &err), &err);
    assert_int_equal(r->row[2].asked_quarter, 0);
    app_review_free(&r);
    app_close(&app);
}

static void a_verdict_is_on_what_was_seen(void **state)
{
    const struct desk *desk = *state;
    receive(desk, desk->office, seal_a, 2);
    struct app *app = open_file(desk->above, 19732);
    struct err err = {0};
    receive(desk, desk->office, seal_b, 2);
    assert_int_equal(judge(app, desk->office, seal_a, VERDICT_ACCEPTED, NULL, &err),
                     STATUS_CHANGED);
    assert_int_equal(judge(app, desk->office, "bbbb", VERDICT_ACCEPTED, NULL, &err), STATUS_USAGE);
    done(judge(app, desk->office, "bbbbbbbb", VERDICT_ACCEPTED, NULL, &err), &err);
    struct app_review *r = look(app, desk->office);
    assert_int_equal(r->receipt.verdict, VERDICT_ACCEPTED);
    assert_int_equal(r->receipt.verdict_day, 19732);
    app_review_free(&r);
    assert_int_equal(judge(app, desk->office, NULL, VERDICT_RETURNED, "", &err), STATUS_USAGE);
    done(judge(app, desk->office, NULL, VERDICT_RETURNED, "প্রমাণক নেই", &err), &err);
    r = look(app, desk->office);
    assert_string_equal(r->reason, "প্রমাণক নেই");
    app_review_free(&r);
    autostr told = STR_INIT;
    done(app_undo_verdicts(app, false, &told, &err), &err); // accepted again
    r = look(app, desk->office);
    assert_int_equal(r->receipt.verdict, VERDICT_ACCEPTED);
    app_review_free(&r);
    done(app_undo_verdicts(app, true, &told, &err), &err); // sent back again, with the reason
    r = look(app, desk->office);
    assert_int_equal(r->receipt.verdict, VERDICT_RETURNED);
    assert_string_equal(r->reason, "প্রমাণক নেই");
    app_review_free(&r);
    assert_int_equal(app_undo_verdicts(app, true, &told, &err), STATUS_NOT_FOUND);
    done(judge(app, desk->office, NULL, VERDICT_NONE, NULL, &err), &err);
    assert_int_equal(judge(app, desk->office, NULL, VERDICT_NONE, NULL, &err), STATUS_NOT_FOUND);
    assert_int_equal(judge(app, desk->other, NULL, VERDICT_ACCEPTED, NULL, &err), STATUS_NOT_FOUND);
    verify(desk->above);
    app_close(&app);
}

// The seal of one on paper is "": nothing in which few letters could be missing.
static void a_file_that_came_since_is_not_taken_for_the_paper(void **state)
{
    const struct desk *desk = *state;
    receive(desk, desk->office, "", 2);
    struct app *app = open_file(desk->above, 19732);
    struct err err = {0};
    receive(desk, desk->office, seal_b, 2);
    assert_int_equal(judge(app, desk->office, "", VERDICT_ACCEPTED, NULL, &err), STATUS_CHANGED);
    assert_int_equal(judge(app, desk->office, "b", VERDICT_ACCEPTED, NULL, &err), STATUS_USAGE);
    app_close(&app);
}

// Another revision on paper has the same seal, "".
static void on_paper_a_verdict_is_on_what_was_seen(void **state)
{
    const struct desk *desk = *state;
    const struct app_review_of wanted = of(desk->office);
    struct err err = {0};
    autostr told = STR_INIT;
    receive_on_paper(desk, 0);
    struct app *app = open_file(desk->above, 19732);
    struct app_review *r = look(app, desk->office);
    const struct app_seen seen = {r->receipt.id, ""};
    app_review_free(&r);
    receive_on_paper(desk, 1);
    assert_int_equal(app_judge(app, &wanted, &seen, VERDICT_ACCEPTED, NULL, &err), STATUS_CHANGED);
    done(judge(app, desk->office, "", VERDICT_ACCEPTED, NULL, &err), &err);
    receive_on_paper(desk, 2); // the verdict was on the one before it
    assert_int_equal(app_undo_verdicts(app, false, &told, &err), STATUS_CHANGED);
    take_paper_back(desk);
    done(app_undo_verdicts(app, false, &told, &err), &err);
    receive_on_paper(desk, 2);
    assert_int_equal(app_undo_verdicts(app, true, &told, &err), STATUS_CHANGED);
    r = look(app, desk->office);
    assert_int_equal(r->receipt.verdict, VERDICT_NONE);
    app_review_free(&r);
    verify(desk->above);
    app_close(&app);
}

static void clean_ones_are_accepted_as_one(void **state)
{
    const struct desk *desk = *state;
    receive(desk, desk->office, seal_a, 2);
    receive(desk, desk->other, seal_b, 2);
    struct app *app = open_file(desk->above, 19732);
    struct err err = {0};
    size_t count = 0;
    autostr talk = STR_INIT, told = STR_INIT;
    mark(app, desk->other, "1", "✗", "ভুল");
    done(app_accept_clean(app, 0, 0, NULL, &count, &talk, &err), &err);
    struct app_review *r = look(app, desk->office), *s = look(app, desk->other);
    assert_int_equal(count, 1);
    assert_int_equal(r->receipt.verdict, VERDICT_ACCEPTED);
    assert_int_equal(s->receipt.verdict, VERDICT_NONE);
    assert_non_null(strstr(talk.buf, "অন্য উপজেলা"));
    app_review_free(&r);
    app_review_free(&s);
    done(app_undo_verdicts(app, false, &told, &err), &err);
    r = look(app, desk->office);
    assert_int_equal(r->receipt.verdict, VERDICT_NONE);
    app_review_free(&r);
    assert_int_equal(app_undo_verdicts(app, false, &told, &err), STATUS_NOT_FOUND);
    app_close(&app);
}

// Marks and verdicts, in the order in which they were put.
static void the_last_of_a_review_is_taken_back(void **state)
{
    const struct desk *desk = *state;
    receive(desk, desk->office, seal_a, 2);
    struct app *app = open_file(desk->above, 19732);
    struct err err = {0};
    autostr told = STR_INIT;
    mark(app, desk->office, "1", "✓", "");
    done(judge(app, desk->office, NULL, VERDICT_ACCEPTED, NULL, &err), &err);
    done(app_undo_review(app, false, &told, &err), &err);
    struct app_review *r = look(app, desk->office);
    assert_int_equal(r->receipt.verdict, VERDICT_NONE);
    assert_int_equal(r->yes, 1);
    app_review_free(&r);
    done(app_undo_review(app, false, &told, &err), &err);
    r = look(app, desk->office);
    assert_int_equal(r->yes, 0);
    app_review_free(&r);
    done(app_undo_review(app, true, &told, &err), &err);
    done(app_undo_review(app, true, &told, &err), &err);
    r = look(app, desk->office);
    assert_int_equal(r->yes, 1);
    assert_int_equal(r->receipt.verdict, VERDICT_ACCEPTED);
    app_review_free(&r);
    assert_int_equal(app_undo_review(app, true, &told, &err), STATUS_NOT_FOUND);
    verify(desk->above);
    app_close(&app);
}

// --- down and up --------------------------------------------------------------------------------

static int64_t meet(struct app *app)
{
    struct err err = {0};
    int64_t meeting = 0, item = 0, decision = 0;
    const struct app_word title[] = {{"title", "সমন্বয় সভা"}, {"date", "2024-01-20"}};
    const struct app_word subject[] = {{"subject", "সেবা বক্স"}};
    const struct app_word text[] = {{"text", "তথ্য হালনাগাদ করতে হবে\nএবং জানাতে হবে"},
                                    {"who", "সকল উপজেলা"},
                                    {"due", "2024-02-10"}};
    done(app_new_record(app, RECORD_MEETING, 0, title, 2, &meeting, &err), &err);
    done(app_new_record(app, RECORD_ITEM, meeting, subject, 1, &item, &err), &err);
    done(app_new_record(app, RECORD_DECISION, item, text, 3, &decision, &err), &err);
    return meeting;
}

static size_t count_of(struct app *app, enum record_kind kind)
{
    autorecords records = {0};
    struct err err = {0};
    done(app_load_records(app, kind, 0, &records, &err), &err);
    return records.count;
}

static enum status take(struct app *app, const struct str *bytes, const char *digits, bool *new,
                        struct err *err)
{
    autostr talk = STR_INIT;
    return app_receive_review(app, bytes, digits, false, new, &talk, err);
}

static void what_goes_down_is_kept_once(void **state)
{
    const struct desk *desk = *state;
    struct err err = {0};
    autostr file = STR_INIT, digits = STR_INIT, told = STR_INIT;
    bool new = false;
    receive(desk, desk->office, seal_a, 2);
    struct app *app = open_file(desk->above, 19732);
    mark(app, desk->office, "1", "✗", "ছবি নেই");
    done(judge(app, desk->office, NULL, VERDICT_RETURNED, "আবার পাঠান", &err), &err);
    const struct app_review_of wanted = of(desk->office);
    done(app_write_review(app, &wanted, meet(app), &file, &err), &err);
    done(app_key_write(app, &digits, &err), &err);
    app_close(&app);

    app = open_file(desk->below, 19740);
    assert_int_equal(take(app, &file, NULL, &new, &err), STATUS_MISFIT);
    assert_non_null(strstr(err.text, digits.buf));
    assert_int_equal(take(app, &file, "1234", &new, &err), STATUS_MISFIT);
    assert_int_equal(count_of(app, RECORD_UNIT), 0);
    done(take(app, &file, digits.buf, &new, &err), &err);
    assert_true(new);
    assert_int_equal(count_of(app, RECORD_REVIEW), 1);
    assert_int_equal(count_of(app, RECORD_REMARK), 1);
    assert_int_equal(count_of(app, RECORD_DECISION), 1);
    assert_int_equal(count_of(app, RECORD_SIGNER), 1);
    done(take(app, &file, NULL, &new, &err), &err);
    assert_false(new);
    assert_int_equal(count_of(app, RECORD_REVIEW), 1);
    verify(desk->below);
    done(app_undo_records(app, false, &told, &err), &err); // as one
    assert_int_equal(count_of(app, RECORD_REVIEW) + count_of(app, RECORD_MEETING) +
                         count_of(app, RECORD_UNIT),
                     0);
    app_close(&app);
}

static void what_is_altered_or_for_another_is_refused(void **state)
{
    const struct desk *desk = *state;
    struct err err = {0};
    autostr file = STR_INIT, digits = STR_INIT;
    bool new = false;
    receive(desk, desk->other, seal_a, 2);
    struct app *app = open_file(desk->above, 19732);
    const struct app_review_of wanted = of(desk->other), nobody = of(desk->office);
    assert_int_equal(app_write_review(app, &wanted, 0, &file, &err), STATUS_NOT_FOUND);
    done(judge(app, desk->other, NULL, VERDICT_ACCEPTED, NULL, &err), &err);
    done(app_write_review(app, &wanted, 0, &file, &err), &err);
    assert_int_equal(app_write_review(app, &nobody, 0, &digits, &err), STATUS_NOT_FOUND);
    done(app_key_write(app, &digits, &err), &err);
    app_close(&app);
    app = open_file(desk->below, 19740);
    assert_int_equal(take(app, &file, digits.buf, &new, &err), STATUS_INVALID);
    assert_non_null(strstr(err.text, "6103"));
    *strstr(file.buf, "accepted") = 'A';
    assert_int_equal(take(app, &file, digits.buf, &new, &err), STATUS_MISFIT);
    assert_int_equal(count_of(app, RECORD_REVIEW), 0);
    app_close(&app);
}

int main(void)
{
#define TEST(f) cmocka_unit_test_setup_teardown(f, setup, teardown)
    const struct CMUnitTest tests[] = {
        TEST(marks_stand_beside_what_came),
        TEST(who_sent_nothing_is_marked_too),
        TEST(what_is_followed_up_comes_again),
        TEST(a_verdict_is_on_what_was_seen),
        TEST(a_file_that_came_since_is_not_taken_for_the_paper),
        TEST(on_paper_a_verdict_is_on_what_was_seen),
        TEST(clean_ones_are_accepted_as_one),
        TEST(the_last_of_a_review_is_taken_back),
        TEST(what_goes_down_is_kept_once),
        TEST(what_is_altered_or_for_another_is_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
