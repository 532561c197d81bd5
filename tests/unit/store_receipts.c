// SPDX-License-Identifier: GPL-3.0-or-later
// What other offices send: it takes the place of what came before and never stands beside it, is
// judged as it is, and is undone whole.
#include "office_file.h"

#include "orjon/store/receipts.h"
#include "orjon/store/records.h"

#include <sqlite3.h>
#include <string.h>

static const char template_text[] = "#plan\tegov\n#family\tcoop\nনমুনা\n";
static const char seal_a[] = "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa";
static const char seal_b[] = "bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb";

static struct store *make(const struct place *place)
{
    make_office(place->path);
    return open_as(place->path, STORE_WRITE);
}

static int64_t add_office(struct store *store, const char *code)
{
    struct err err = {0};
    int64_t id = 0;
    assert_done(store_begin_write(store, &err), &err);
    assert_done(store_new_record(store, RECORD_UNIT, 0, &id, &err), &err);
    assert_done(store_put_field(store, RECORD_UNIT, id, UNIT_CODE, NULL, code, &err), &err);
    assert_done(store_commit(store, &err), &err);
    return id;
}

static int64_t receive(struct store *store, int64_t office, const char *seal, int32_t day,
                       int64_t value, const char *file)
{
    struct err err = {0};
    int64_t seq = 0;
    autostr bytes = STR_INIT;
    const struct entry entries[] = {
        {.state = ENTRY_VALUE, .value = {true, value * NUMBER_ONE}, .typed = "৪", .remark = ""},
        {.state = ENTRY_NONE, .typed = "-", .remark = "নাই"},
        {.state = ENTRY_VALUE, .dates = 1, .date = {19798}, .typed = "১৬/০৩/২৪", .remark = ""}};
    const struct store_received figures[] = {
        {0, 1, &entries[0]}, {0, 2, &entries[1]}, {2, 2, &entries[2]}};
    const struct store_arrival arrival = {.office = office,
                                          .fiscal_year = 2023,
                                          .quarter = 2,
                                          .plan = "egov",
                                          .seal = seal,
                                          .day = day,
                                          .template_text = template_text,
                                          .figure = figures,
                                          .figures = 3};
    str_add(&bytes, file);
    assert_done(store_receive(store, &arrival, 1, &bytes, &seq, &err), &err);
    return seq;
}

static void verify(struct store *store)
{
    struct err err = {0};
    assert_done(store_verify_chain(store, NULL, &err), &err);
    assert_done(store_verify_rest(store, &err), &err);
    assert_done(store_verify_file(store, &err), &err);
}

struct seen {
    size_t count;
    struct store_receipt last;
    char seal[65];
};

static enum status see(void *data, const struct store_receipt *receipt)
{
    struct seen *seen = data;
    seen->count++;
    seen->last = *receipt;
    snprintf(seen->seal, sizeof seen->seal, "%s", receipt->seal);
    return STATUS_OK;
}

static struct seen look(struct store *store, int64_t office)
{
    struct seen seen = {0};
    struct err err = {0};
    assert_done(store_each_receipt(store, office, 2023, "egov", 2, see, &seen, &err), &err);
    return seen;
}

static void the_newest_is_in_force(void **state)
{
    struct store *store = make(*state);
    struct err err = {0};
    const int64_t office = add_office(store, "1054"), other = add_office(store, "1055");
    receive(store, office, seal_a, 19730, 4, "first");
    receive(store, other, seal_a, 19731, 5, "of the other");
    assert_int_equal(look(store, 0).count, 2);
    int64_t seq = receive(store, office, seal_b, 19740, 6, "second");
    struct seen seen = look(store, office);
    assert_int_equal(seen.count, 1);
    assert_string_equal(seen.seal, seal_b);
    assert_int_equal(seen.last.first_day, 19730);
    assert_int_equal(seen.last.day, 19740);
    assert_int_equal(seen.last.seq, seq);
    autostr bytes = STR_INIT, text = STR_INIT;
    assert_done(store_load_bundle(store, seq, &bytes, &err), &err);
    assert_string_equal(bytes.buf, "second");
    assert_done(store_load_template(store, seen.last.template_id, &text, &err), &err);
    assert_string_equal(text.buf, template_text);
    verify(store);
    store_close(&store);
}

struct days { // of the offices that are listed
    int32_t first[4], last[4];
    size_t count;
};

static enum status see_days(void *data, const struct store_receipt *receipt)
{
    struct days *days = data;
    assert_true(days->count < 4);
    days->first[days->count] = receipt->first_day;
    days->last[days->count++] = receipt->day;
    return STATUS_OK;
}

static struct days look_at_all(struct store *store, const char *plan)
{
    struct days days = {0};
    struct err err = {0};
    assert_done(store_each_receipt(store, 0, 2023, plan, 2, see_days, &days, &err), &err);
    return days;
}

// Whether an office was late is decided by what it sent first, whatever stands between.
static void the_first_day_of_each_is_that_of_what_came_first(void **state)
{
    static const char *const plans[] = {"egov", NULL};
    struct store *store = make(*state);
    struct err err = {0};
    int64_t office[4], seq = 0;
    for (int i = 0; i < 4; i++) {
        const char code[] = {(char)('1' + i), '\0'};
        office[i] = add_office(store, code);
        receive(store, office[i], seal_a, 19730 + i, 4, code);
    }
    receive(store, office[1], seal_b, 19740, 5, "again");
    receive(store, office[1], seal_a, 19750, 5, "and again");
    receive(store, office[3], seal_b, 19741, 5, "again");
    for (int p = 0; p < 2; p++) {
        const struct days days = look_at_all(store, plans[p]);
        assert_int_equal(days.count, 4);
        assert_memory_equal(days.first, ((int32_t[]){19730, 19731, 19732, 19733}),
                            sizeof days.first);
        assert_memory_equal(days.last, ((int32_t[]){19730, 19750, 19732, 19741}), sizeof days.last);
    }
    assert_done(store_undo_receive(store, false, &seq, &err), &err); // again what it was
    const struct days days = look_at_all(store, NULL);
    assert_int_equal(days.first[3], 19733);
    assert_int_equal(days.last[3], 19733);
    store_close(&store);
}

static void its_figures_are_there(void **state)
{
    struct store *store = make(*state);
    struct err err = {0};
    struct arena texts = {0};
    struct year years[3];
    const int64_t office = add_office(store, "1054");
    receive(store, office, seal_a, 19730, 4, "first");
    const struct seen seen = look(store, office);
    assert_done(store_load_received(store, seen.last.id, 3, &texts, years, &err), &err);
    assert_true(years[0].quarter[0].value.value == 4 * NUMBER_ONE);
    assert_string_equal(years[0].quarter[1].remark, "নাই");
    assert_int_equal(years[1].quarter[1].state, ENTRY_EMPTY);
    assert_int_equal(years[2].quarter[1].date[0], 19798);
    assert_int_equal(store_load_received(store, seen.last.id, 2, &texts, years, &err),
                     STATUS_DAMAGED);
    arena_done(&texts);
    store_close(&store);
}

struct sum {
    int64_t receipts, last;
    __int128 value;
};

static enum status add_up(void *data, int64_t receipt, int64_t place, const struct year *year)
{
    struct sum *sum = data;
    sum->receipts += receipt != sum->last;
    sum->last = receipt;
    if (place == 0)
        sum->value += year->quarter[0].value.value;
    return STATUS_OK;
}

static void all_in_one_pass(void **state)
{
    struct store *store = make(*state);
    struct err err = {0};
    struct sum sum = {0};
    char code[16];
    for (int i = 0; i < 20; i++) {
        snprintf(code, sizeof code, "%d", i);
        int64_t office = add_office(store, code);
        receive(store, office, seal_a, 19730, 100, code);
        if (i % 3 == 0) // sent again: counted once
            receive(store, office, seal_b, 19731, i, "again");
    }
    assert_done(store_walk_received(store, 2023, "egov", 2, add_up, &sum, &err), &err);
    assert_int_equal(sum.receipts, 20);
    assert_int_equal((int64_t)(sum.value / NUMBER_ONE), 13 * 100 + 0 + 3 + 6 + 9 + 12 + 15 + 18);
    store_close(&store);
}

static void taken_back_as_one(void **state)
{
    struct store *store = make(*state);
    struct err err = {0};
    int64_t seq = 0;
    const int64_t office = add_office(store, "1054");
    receive(store, office, seal_a, 19730, 4, "first");
    receive(store, office, seal_b, 19740, 6, "second");
    assert_done(store_undo_receive(store, false, &seq, &err), &err);
    assert_string_equal(look(store, office).seal, seal_a);
    verify(store);
    assert_done(store_undo_receive(store, true, &seq, &err), &err);
    assert_string_equal(look(store, office).seal, seal_b);
    verify(store);
    assert_int_equal(store_undo_receive(store, true, &seq, &err), STATUS_NOT_FOUND);
    assert_done(store_undo_receive(store, false, &seq, &err), &err);
    assert_string_equal(look(store, office).seal, seal_a);
    receive(store, office, seal_b, 19741, 6, "second");
    assert_int_equal(store_undo_receive(store, true, &seq, &err), STATUS_NOT_FOUND);
    assert_string_equal(look(store, office).seal, seal_b);
    assert_done(store_undo_receive(store, false, &seq, &err), &err);
    assert_string_equal(look(store, office).seal, seal_a); // not what was undone before
    assert_done(store_undo_receive(store, false, &seq, &err), &err);
    assert_int_equal(look(store, office).count, 0);
    assert_int_equal(store_undo_receive(store, false, &seq, &err), STATUS_NOT_FOUND);
    verify(store);
    store_close(&store);
}

static void judged_as_it_was_seen(void **state)
{
    struct store *store = make(*state);
    struct err err = {0};
    const int64_t office = add_office(store, "1054");
    receive(store, office, seal_a, 19730, 4, "first");
    struct seen seen = look(store, office);
    assert_done(store_judge(store, seen.last.id, seal_a, VERDICT_ACCEPTED, 19735, "ঠিক আছে", &err),
                &err);
    assert_int_equal(look(store, office).last.verdict, VERDICT_ACCEPTED);
    assert_int_equal(look(store, office).last.verdict_day, 19735);
    verify(store);
    assert_int_equal(store_judge(store, seen.last.id, seal_b, VERDICT_RETURNED, 19736, "", &err),
                     STATUS_CHANGED);
    receive(store, office, seal_b, 19740, 6, "second"); // an acceptance is of exactly one return
    assert_int_equal(look(store, office).last.verdict, VERDICT_NONE);
    assert_int_equal(store_judge(store, seen.last.id, seal_a, VERDICT_RETURNED, 19741, "", &err),
                     STATUS_CHANGED);
    seen = look(store, office);
    assert_done(store_judge(store, seen.last.id, seal_b, VERDICT_RETURNED, 19741, "", &err), &err);
    assert_done(store_judge(store, seen.last.id, seal_b, VERDICT_NONE, 19742, "", &err), &err);
    assert_int_equal(look(store, office).last.verdict, VERDICT_NONE);
    verify(store);
    store_close(&store);
}

static enum status copy_mark(void *data, int64_t office, const struct store_mark *mark)
{
    (void)office;
    struct str *ret = data;
    str_addf(ret, "%s:%d%s %s;", mark->code, mark->mark, mark->follow_up ? "+" : "", mark->remark);
    return STATUS_OK;
}

static void expect_marks(struct store *store, int64_t office, const char *expected)
{
    struct err err = {0};
    autostr text = STR_INIT;
    assert_done(store_each_mark(store, office, 2023, "egov", 2, copy_mark, &text, &err), &err);
    assert_string_equal(text.buf, expected);
}

static void say(struct store *store, int64_t office, const char *code, int mark, bool follow_up,
                const char *remark)
{
    struct err err = {0};
    const struct store_mark said = {
        .code = code, .mark = mark, .follow_up = follow_up, .remark = remark};
    assert_done(store_put_mark(store, office, 2023, "egov", 2, &said, &err), &err);
}

static void a_remark_is_apart_from_the_mark(void **state)
{
    struct store *store = make(*state);
    struct err err = {0};
    const int64_t office = add_office(store, "1054");
    say(store, office, "1.1", 1, false, "স্থিরচিত্র নেই");
    say(store, office, "1.2", 2, true, "");
    say(store, office, "1.2", 2, true, ""); // the same: nothing
    say(store, office, "1.3", 0, false, "");
    expect_marks(store, office, "1.1:1 স্থিরচিত্র নেই;1.2:2+ ;");
    verify(store);
    say(store, office, "1.1", 0, false, "");
    expect_marks(store, office, "1.2:2+ ;");
    assert_done(store_undo_marks(store, false, NULL, NULL, &err), &err);
    expect_marks(store, office, "1.1:1 স্থিরচিত্র নেই;1.2:2+ ;");
    assert_done(store_undo_marks(store, false, NULL, NULL, &err), &err);
    expect_marks(store, office, "1.1:1 স্থিরচিত্র নেই;");
    assert_done(store_undo_marks(store, true, NULL, NULL, &err), &err);
    expect_marks(store, office, "1.1:1 স্থিরচিত্র নেই;1.2:2+ ;");
    verify(store);
    assert_done(store_undo_marks(store, false, NULL, NULL, &err), &err);
    say(store, office, "1.3", 1, false, ""); // behind it nothing is done again
    assert_int_equal(store_undo_marks(store, true, NULL, NULL, &err), STATUS_NOT_FOUND);
    assert_done(store_undo_marks(store, false, NULL, NULL, &err), &err);
    assert_done(store_undo_marks(store, true, NULL, NULL, &err), &err); // that, not what was before
    expect_marks(store, office, "1.1:1 স্থিরচিত্র নেই;1.3:1 ;");
    while (store_undo_marks(store, false, NULL, NULL, &err) == STATUS_OK)
        verify(store);
    expect_marks(store, office, "");
    store_close(&store);
}

static enum status copy_follow_up(void *data, const struct store_follow_up *mark)
{
    str_addf(data, "%d/%d %s %s %s;", mark->fiscal_year, mark->quarter, mark->plan, mark->code,
             mark->remark);
    return STATUS_OK;
}

static void expect_follow_ups(struct store *store, int year, int quarter, const char *expected)
{
    struct err err = {0};
    autostr text = STR_INIT;
    assert_done(store_each_follow_up(store, year, quarter, copy_follow_up, &text, &err), &err);
    assert_string_equal(text.buf, expected);
}

// Until another quarter's mark says something of it, and at most a year.
static void followed_up_until_answered(void **state)
{
    struct store *store = make(*state);
    struct err err = {0};
    const int64_t office = add_office(store, "1054");
    const struct store_mark answer = {.code = "1.2", .mark = 1, .remark = ""};
    say(store, office, "1.1", 1, false, "ঠিক");
    say(store, office, "1.2", 2, true, "নেই");
    expect_follow_ups(store, 2023, 1, "");
    expect_follow_ups(store, 2023, 2, "2023/2 egov 1.2 নেই;");
    expect_follow_ups(store, 2024, 2, "2023/2 egov 1.2 নেই;");
    expect_follow_ups(store, 2024, 3, "");
    assert_done(store_put_mark(store, office, 2024, "egov", 1, &answer, &err), &err);
    expect_follow_ups(store, 2023, 4, "2023/2 egov 1.2 নেই;");
    expect_follow_ups(store, 2024, 1, "");
    store_close(&store);
}

static enum status copy_plan(void *data, const char *plan, const char *family, int64_t template_id)
{
    assert_true(template_id > 0);
    str_addf(data, "%s %s;", plan, family);
    return STATUS_OK;
}

static void a_plan_is_known_with_its_family(void **state)
{
    struct store *store = make(*state);
    struct err err = {0};
    autostr text = STR_INIT;
    receive(store, add_office(store, "1054"), seal_a, 19730, 4, "first");
    receive(store, add_office(store, "1055"), seal_b, 19730, 4, "second");
    assert_done(store_each_sent_plan(store, 2022, copy_plan, &text, &err), &err);
    assert_done(store_each_sent_plan(store, 2023, copy_plan, &text, &err), &err);
    assert_string_equal(text.buf, "egov coop;");
    store_close(&store);
}

static enum status verified_after(const struct place *place, const char *sql)
{
    sqlite3 *db = NULL;
    assert_int_equal(sqlite3_open(place->path, &db), SQLITE_OK);
    assert_int_equal(sqlite3_exec(db, sql, NULL, NULL, NULL), SQLITE_OK);
    sqlite3_close(db);
    struct store *store = open_as(place->path, STORE_READ);
    struct err err = {0};
    enum status status = store_verify_rest(store, &err);
    store_close(&store);
    return status;
}

static void no_change_behind_the_journal(void **state)
{
    const struct place *place = *state;
    struct store *store = make(place);
    struct err err = {0};
    const int64_t office = add_office(store, "1054");
    receive(store, office, seal_a, 19730, 4, "first");
    say(store, office, "1.1", 1, false, "ঠিক");
    assert_done(
        store_judge(store, look(store, office).last.id, seal_a, VERDICT_ACCEPTED, 19735, "", &err),
        &err);
    store_close(&store);
    static const char *const changes[][2] = {
        {"UPDATE receipt SET verdict = 2", "UPDATE receipt SET verdict = 1"},
        {"UPDATE receipt SET in_force = 0", "UPDATE receipt SET in_force = 1"},
        {"UPDATE receipt SET plan = 'rti'", "UPDATE receipt SET plan = 'egov'"},
        {"UPDATE mark SET mark = 2", "UPDATE mark SET mark = 1"},
        {"UPDATE mark SET remark = 'x'", "UPDATE mark SET remark = 'ঠিক'"},
        {"UPDATE template SET family = 'x'", "UPDATE template SET family = 'coop'"},
        {"UPDATE template SET bytes = x'00'", NULL},
    };
    for (size_t i = 0; i < sizeof changes / sizeof *changes; i++) {
        assert_int_equal(verified_after(place, changes[i][0]), STATUS_DAMAGED);
        if (changes[i][1])
            assert_int_equal(verified_after(place, changes[i][1]), STATUS_OK);
    }
}

#define TEST(f) cmocka_unit_test_setup_teardown(f, place_setup, place_teardown)
int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(the_newest_is_in_force),
        TEST(the_first_day_of_each_is_that_of_what_came_first),
        TEST(its_figures_are_there),
        TEST(all_in_one_pass),
        TEST(taken_back_as_one),
        TEST(judged_as_it_was_seen),
        TEST(a_remark_is_apart_from_the_mark),
        TEST(followed_up_until_answered),
        TEST(a_plan_is_known_with_its_family),
        TEST(no_change_behind_the_journal),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
