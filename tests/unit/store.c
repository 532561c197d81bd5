// SPDX-License-Identifier: GPL-3.0-or-later
#include "office_file.h"

#include "orjon/store/journal.h"
#include "orjon/store/office.h"
#include "orjon/store/seals.h"

#include <sqlite3.h>
#include <sys/stat.h>

static void templates_come_back_as_they_went(void **state)
{
    struct place *place = *state;
    struct store *store = open_as(place->path, STORE_CREATE);
    struct err err = {0};
    size_t count = 0;
    const struct store_template *templates = store_builtin_templates(&count);
    assert_int_equal(count, 14);
    for (size_t i = 0; i < count; i++) {
        autostr faults = STR_INIT, before = STR_INIT, after = STR_INIT;
        struct plan *plan = NULL, *loaded = NULL;
        int64_t id = 0;
        assert_done(template_read(templates[i].name, templates[i].text, templates[i].size, &plan,
                                  &faults, &err),
                    &err);
        assert_done(store_install_plan(store, plan, &id, &err), &err);
        assert_done(store_load_plan(store, id, &loaded, &err), &err);
        template_write(plan, &before);
        template_write(loaded, &after);
        assert_string_equal(before.buf, after.buf);
        assert_int_equal(loaded->fiscal_year, templates[i].fiscal_year);
        assert_string_equal(loaded->family, templates[i].family);
        plan_free(&plan);
        plan_free(&loaded);
    }
    assert_done(store_verify_file(store, &err), &err);
    store_close(&store);
}

static void the_file_is_private(void **state)
{
    struct place *place = *state;
    char deep[200], folder[160];
    snprintf(folder, sizeof folder, "%s/a/b", place->folder);
    snprintf(deep, sizeof deep, "%s/office.db", folder);
    struct store *store = open_as(deep, STORE_CREATE), *second = NULL;
    struct stat st;
    assert_int_equal(stat(deep, &st), 0);
    assert_int_equal(st.st_mode & 0777, 0600);
    assert_int_equal(stat(folder, &st), 0);
    assert_int_equal(st.st_mode & 0777, 0700);
    assert_int_equal(store_open(deep, STORE_CREATE, &second, NULL), STATUS_EXISTS);
    store_close(&store);
    char lock[210];
    snprintf(lock, sizeof lock, "%s.lock", deep);
    assert_int_equal(access(lock, F_OK), -1); // nothing is left beside the file
}

static enum status count_plan(void *data, const struct plan_summary *summary)
{
    size_t *indicators = data;
    *indicators += summary->indicators;
    return STATUS_OK;
}

static void figures_are_put_and_loaded(void **state)
{
    struct place *place = *state;
    struct store *store = open_as(place->path, STORE_CREATE);
    struct err err = {0};
    struct plan *plan = install(store, "2024-25/coop-upazila/egov.tsv");
    size_t listed = 0;
    assert_done(store_each_plan(store, 2024, count_plan, &listed, &err), &err);
    assert_int_equal(listed, plan->count);
    const struct entry dated = {.state = ENTRY_VALUE,
                                .value = {.set = true, .value = 40 * NUMBER_ONE},
                                .count = {.set = true, .value = 44 * NUMBER_ONE},
                                .denominator = {.set = true, .value = 50 * NUMBER_ONE},
                                .dates = 2,
                                .date = {19722, -3},
                                .notes = NOTE_CLAMPED,
                                .typed = "৪০%(৪৪)",
                                .remark = "মন্তব্য"};
    assert_done(put(store, plan->indicator[1].id, 3, NULL, &dated, &err), &err);
    struct arena texts = {0};
    struct year *years = calloc(plan->count, sizeof *years);
    assert_done(store_load_entries(store, 1, plan, &texts, years, &err), &err);
    const struct entry *got = &years[1].quarter[2];
    assert_int_equal(got->state, ENTRY_VALUE);
    assert_int_equal(got->value.value, 40 * NUMBER_ONE);
    assert_int_equal(got->count.value, 44 * NUMBER_ONE);
    assert_int_equal(got->denominator.value, 50 * NUMBER_ONE);
    assert_int_equal(got->dates, 2);
    assert_int_equal(got->date[1], -3);
    assert_int_equal(got->notes, NOTE_CLAMPED);
    assert_string_equal(got->typed, "৪০%(৪৪)");
    assert_string_equal(got->remark, "মন্তব্য");
    assert_int_equal(years[0].quarter[0].state, ENTRY_EMPTY);
    assert_string_equal(years[0].quarter[0].typed, "");
    assert_int_equal(put(store, 9999, 1, NULL, &dated, &err), STATUS_NOT_FOUND);
    assert_done(store_clear_entry(store, 1, plan->indicator[1].id, 3, got, "", &err), &err);
    struct entry cleared;
    assert_done(store_load_entry(store, 1, plan->indicator[1].id, 3, &texts, &cleared, &err), &err);
    assert_int_equal(cleared.state, ENTRY_EMPTY);
    assert_done(store_verify_figures(store, NULL, &err), &err);
    free(years);
    arena_done(&texts);
    plan_free(&plan);
    store_close(&store);
}

struct walked {
    const struct plan *plan;
    size_t groups, figures;
    __int128 sum;
};

static enum status add_up(void *data, int64_t office, int64_t indicator, const struct year *year)
{
    struct walked *walked = data;
    assert_int_equal(office, 1);
    assert_int_equal(indicator, walked->plan->indicator[walked->groups].id);
    for (int q = 0; q < QUARTERS; q++)
        if (year->quarter[q].state == ENTRY_VALUE) {
            walked->figures++;
            walked->sum += year->quarter[q].value.value;
        }
    walked->groups++;
    return STATUS_OK;
}

static enum status stop_at_once(void *data, int64_t office, int64_t indicator,
                                const struct year *year)
{
    (void)office, (void)indicator, (void)year;
    ++*(int *)data;
    return STATUS_FINDINGS;
}

static void the_walk_sees_every_figure_in_order(void **state)
{
    struct place *place = *state;
    struct store *store = open_as(place->path, STORE_CREATE);
    struct err err = {0};
    struct plan *plan = install(store, "2024-25/coop-upazila/egov.tsv");
    struct walked walked = {.plan = plan};
    assert_done(store_walk_figures(store, add_up, &walked, &err), &err);
    assert_int_equal(walked.groups, 0);
    assert_done(store_begin_write(store, &err), &err);
    for (size_t i = plan->count; i-- > 0;)
        for (int q = QUARTERS; q > 0; q--) {
            struct entry entry = number_entry((int64_t)i * 10 + q, "১");
            assert_done(put(store, plan->indicator[i].id, q, NULL, &entry, &err), &err);
        }
    assert_done(store_commit(store, &err), &err);
    assert_done(store_walk_figures(store, add_up, &walked, &err), &err);
    assert_int_equal(walked.groups, plan->count);
    assert_int_equal(walked.figures, plan->count * QUARTERS);
    assert_int_equal(walked.sum, 4 * 10 * (plan->count * (plan->count - 1) / 2) + 10 * plan->count);
    int calls = 0;
    assert_int_equal(store_walk_figures(store, stop_at_once, &calls, &err), STATUS_FINDINGS);
    assert_int_equal(calls, 1);
    plan_free(&plan);
    store_close(&store);
}

static void two_at_once_see_each_other(void **state)
{
    struct place *place = *state;
    const int64_t indicator = make_office(place->path);
    struct store *desk = open_as(place->path, STORE_WRITE);
    struct store *away = open_as(place->path, STORE_WRITE);
    struct err err = {0};
    struct arena texts = {0};
    const struct entry empty = {.typed = "", .remark = ""};
    struct entry four = number_entry(4 * NUMBER_ONE, "৪"), five = number_entry(5 * NUMBER_ONE, "৫"),
                 seen;
    assert_false(store_changed_elsewhere(away));
    assert_done(put(desk, indicator, 1, &empty, &four, &err), &err);
    assert_false(store_changed_elsewhere(desk));
    assert_true(store_changed_elsewhere(away));
    assert_false(store_changed_elsewhere(away));
    assert_int_equal(put(away, indicator, 1, &empty, &five, &err), STATUS_CHANGED);
    assert_non_null(strstr(err.text, "৪"));
    assert_done(store_load_entry(away, 1, indicator, 1, &texts, &seen, &err), &err);
    assert_string_equal(seen.typed, "৪");
    assert_done(put(away, indicator, 1, &seen, &five, &err), &err);
    arena_done(&texts);
    store_close(&desk);
    store_close(&away);
}

static void many_are_all_or_nothing(void **state)
{
    struct place *place = *state;
    const int64_t indicator = make_office(place->path);
    struct store *store = open_as(place->path, STORE_WRITE);
    struct err err = {0};
    struct walked none = {0};
    struct entry four = number_entry(4 * NUMBER_ONE, "৪");
    const struct store_change changes[] = {
        {.office = 1, .indicator = indicator, .quarter = 1, .entry = &four},
        {.office = 1, .indicator = 9999, .quarter = 1, .entry = &four},
    };
    size_t failed = 0;
    assert_int_equal(store_put_entries(store, changes, 2, "", &failed, &err), STATUS_NOT_FOUND);
    assert_int_equal(failed, 1);
    assert_done(store_walk_figures(store, add_up, &none, &err), &err);
    assert_int_equal(none.groups, 0);
    // An inner change that fails leaves the outer one going.
    assert_done(store_begin_write(store, &err), &err);
    assert_done(store_put_entries(store, changes, 1, "", NULL, &err), &err);
    assert_int_equal(store_put_entries(store, changes, 2, "", NULL, &err), STATUS_NOT_FOUND);
    assert_done(store_commit(store, &err), &err);
    struct store_verdict verdict;
    assert_done(store_verify_figures(store, &verdict, &err), &err);
    assert_int_equal(verdict.figures, 1);
    store_close(&store);
}

struct heard {
    int rows;
    struct journal_row last;
    char old_text[32], new_text[32], via[32];
};

static enum status hear(void *data, const struct journal_row *row)
{
    struct heard *heard = data;
    if (heard->rows++ > 0)
        return STATUS_OK;
    heard->last = *row;
    snprintf(heard->old_text, sizeof heard->old_text, "%s", row->old_text);
    snprintf(heard->new_text, sizeof heard->new_text, "%s", row->new_text);
    snprintf(heard->via, sizeof heard->via, "%s", row->via);
    return STATUS_OK;
}

static void the_journal_tells_what_was_typed(void **state)
{
    struct place *place = *state;
    const int64_t indicator = make_office(place->path);
    struct store *store = open_as(place->path, STORE_WRITE);
    struct err err = {0};
    struct entry four = number_entry(4 * NUMBER_ONE, "৪"), five = number_entry(5 * NUMBER_ONE, "৫");
    store_set_via(store, "screen");
    assert_done(put(store, indicator, 2, NULL, &four, &err), &err);
    assert_done(put(store, indicator, 2, NULL, &five, &err), &err);
    assert_done(put(store, indicator, 2, NULL, &five, &err), &err); // no change, no row
    assert_done(store_set_setting(store, "name", "উপজেলা সমবায় কার্যালয়", &err), &err);
    struct heard heard = {0}, all = {0};
    const struct journal_query of_figure = {.office = 1, .indicator = indicator, .quarter = 2};
    assert_done(store_read_journal(store, &of_figure, hear, &heard, &err), &err);
    assert_int_equal(heard.rows, 2);
    assert_int_equal(heard.last.what, JOURNAL_FIGURE);
    assert_int_equal(heard.last.fiscal_year, 2024);
    assert_int_equal(heard.last.old_state, ENTRY_VALUE);
    assert_string_equal(heard.old_text, "৪");
    assert_string_equal(heard.new_text, "৫");
    assert_string_equal(heard.via, "screen");
    assert_done(store_read_journal(store, &(struct journal_query){0}, hear, &all, &err), &err);
    assert_int_equal(all.rows, 4); // plan, two figures, setting
    assert_int_equal(all.last.what, JOURNAL_SETTING);
    autostr name = STR_INIT;
    assert_done(store_get_setting(store, "name", &name, &err), &err);
    assert_string_equal(name.buf, "উপজেলা সমবায় কার্যালয়");
    store_close(&store);
}

static void the_journal_is_only_added_to(void **state)
{
    struct place *place = *state;
    make_office(place->path);
    sqlite3 *db = NULL;
    assert_int_equal(sqlite3_open(place->path, &db), SQLITE_OK);
    static const char *const refused[] = {
        "UPDATE journal SET reason = 'x'", "DELETE FROM journal",
        "INSERT OR REPLACE INTO journal SELECT * FROM journal",
        "INSERT INTO journal SELECT seq + 5, batch, undoes, office, plan, indicator, quarter, "
        "old_state,"
        " new_state, value, count, denominator, dates, notes, what, at, who, host, via, name,"
        " old_text, new_text, old_remark, new_remark, reason, compared, agreed, digest, record, hash FROM "
        "journal"};
    for (size_t i = 0; i < sizeof refused / sizeof *refused; i++)
        assert_int_equal(sqlite3_exec(db, refused[i], NULL, NULL, NULL), SQLITE_CONSTRAINT);
    sqlite3_close(db);
}

static void a_sealed_quarter_is_locked_and_its_plan_frozen(void **state)
{
    struct place *place = *state;
    struct store *store = open_as(place->path, STORE_CREATE);
    struct err err = {0};
    struct plan *plan = install(store, "2024-25/coop-upazila/egov.tsv");
    const int64_t indicator = plan->indicator[0].id;
    struct entry four = number_entry(4 * NUMBER_ONE, "৪");
    unsigned sealed = 0;
    assert_done(store_seal_quarter(store, 1, plan->id, 1, SEAL_HASH, &SEAL_PAPER, &err), &err);
    assert_int_equal(store_seal_quarter(store, 1, plan->id, 1, SEAL_HASH, &SEAL_PAPER, &err),
                     STATUS_LOCKED);
    assert_int_equal(put(store, indicator, 1, NULL, &four, &err), STATUS_LOCKED);
    assert_done(put(store, indicator, 2, NULL, &four, &err), &err);
    assert_int_equal(store_install_plan(store, plan, NULL, &err), STATUS_FROZEN);
    assert_int_equal(store_set_target(store, plan->indicator[1].id, COLUMN_WEIGHT, "7", "", &err),
                     STATUS_FROZEN);
    assert_int_equal(store_reopen_quarter(store, 1, plan->id, 1, "", &err), STATUS_USAGE);
    assert_done(store_reopen_quarter(store, 1, plan->id, 1, "ভুল", &err), &err);
    assert_done(store_sealed_quarters(store, 1, plan->id, &sealed, &err), &err);
    assert_int_equal(sealed, 0);
    assert_done(put(store, indicator, 1, NULL, &four, &err), &err);
    assert_done(store_set_target(store, plan->indicator[1].id, COLUMN_WEIGHT, "7", "", &err), &err);
    assert_int_equal(store_remove_plan(store, plan->id, "", &err), STATUS_FROZEN);
    plan_free(&plan);
    store_close(&store);
}

int main(void)
{
#define IN_A_PLACE(test) cmocka_unit_test_setup_teardown(test, place_setup, place_teardown)
    const struct CMUnitTest tests[] = {
        IN_A_PLACE(templates_come_back_as_they_went),
        IN_A_PLACE(the_file_is_private),
        IN_A_PLACE(figures_are_put_and_loaded),
        IN_A_PLACE(the_walk_sees_every_figure_in_order),
        IN_A_PLACE(two_at_once_see_each_other),
        IN_A_PLACE(many_are_all_or_nothing),
        IN_A_PLACE(the_journal_tells_what_was_typed),
        IN_A_PLACE(the_journal_is_only_added_to),
        IN_A_PLACE(a_sealed_quarter_is_locked_and_its_plan_frozen),
    };
    return cmocka_run_group_tests_name("store", tests, NULL, NULL);
}
