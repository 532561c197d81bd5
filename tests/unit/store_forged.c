// SPDX-License-Identifier: GPL-3.0-or-later
// Cells that no program of ours has written, in a file whose schema is ours: nothing is computed
// with them, and nothing is looked up by them.
#include "office_file.h"

#include "orjon/store/answers.h"
#include "orjon/store/journal.h"
#include "orjon/store/layouts.h"
#include "orjon/store/office.h"
#include "orjon/store/seals.h"
#include "orjon/store/undo.h"

#include <sqlite3.h>

static void run_sql(const char *path, const char *sql)
{
    sqlite3 *db = NULL;
    autostr whole = STR_INIT;
    char *said = NULL;
    // What a forger would do: take the triggers away and put them back.
    str_add(&whole, "PRAGMA ignore_check_constraints = ON; PRAGMA writable_schema = ON;"
                    "CREATE TEMP TABLE kept AS SELECT * FROM sqlite_schema WHERE type = 'trigger';"
                    "DELETE FROM sqlite_schema WHERE type = 'trigger';"
                    "PRAGMA writable_schema = RESET; PRAGMA writable_schema = ON;");
    str_add(&whole, sql);
    str_add(&whole, "; INSERT INTO sqlite_schema SELECT * FROM kept;");
    assert_int_equal(sqlite3_open(path, &db), SQLITE_OK);
    if (sqlite3_exec(db, whole.buf, NULL, NULL, &said))
        fail_msg("%s: %s", sql, said);
    sqlite3_close(db);
}

// --- everything that reads ----------------------------------------------------------------------

struct reading {
    struct store *store;
    int64_t plan, indicator;
    struct err *err;
};

static enum status each_plan(void *data, const struct plan_summary *summary)
{
    (void)data;
    assert_true(period_is_year(summary->fiscal_year));
    return STATUS_OK;
}

static enum status each_year(void *data, int64_t office, int64_t indicator, const struct year *year)
{
    (void)data, (void)office, (void)indicator;
    for (int q = 0; q < QUARTERS; q++)
        assert_true(entry_is_sound(&year->quarter[q]));
    return STATUS_OK;
}

static enum status each_row(void *data, const struct journal_row *row)
{
    (void)data;
    assert_between(row->quarter, 0, QUARTERS);
    return STATUS_OK;
}

static enum status each_answer(void *data, const struct store_answer *answer)
{
    (void)data;
    assert_between(answer->quarter, 0, QUARTERS);
    return STATUS_OK;
}

static enum status read_plan(struct reading *r)
{
    struct plan *plan = NULL;
    struct arena texts = {0};
    enum status status = store_load_plan(r->store, r->plan, &plan, r->err);
    if (status)
        return status;
    struct year *years = calloc(plan->count, sizeof *years);
    status = store_load_entries(r->store, STORE_OWN_OFFICE, plan, &texts, years, r->err);
    free(years);
    plan_free(&plan);
    arena_done(&texts);
    return status;
}

static enum status read_figures(struct reading *r)
{
    return store_walk_figures(r->store, each_year, NULL, r->err);
}

static enum status read_entry(struct reading *r)
{
    struct arena texts = {0};
    struct entry entry;
    enum status status =
        store_load_entry(r->store, STORE_OWN_OFFICE, r->indicator, 2, &texts, &entry, r->err);
    arena_done(&texts);
    return status;
}

static enum status read_plans(struct reading *r)
{
    return store_each_plan(r->store, 0, each_plan, NULL, r->err);
}

static enum status read_seals(struct reading *r)
{
    unsigned sealed = 0;
    struct store_seal seal;
    enum status status =
        store_sealed_quarters(r->store, STORE_OWN_OFFICE, r->plan, &sealed, r->err);
    assert_true(sealed < 1U << QUARTERS);
    return status ? status : store_load_seal(r->store, STORE_OWN_OFFICE, r->plan, 2, &seal, r->err);
}

static enum status read_journal(struct reading *r)
{
    return store_read_journal(r->store, &(struct journal_query){.office = 1}, each_row, NULL,
                              r->err);
}

static enum status read_answers(struct reading *r)
{
    return store_each_answer(r->store, STORE_OWN_OFFICE, r->plan, each_answer, NULL, r->err);
}

static enum status take_back(struct reading *r)
{
    const struct store_undo undo = {.office = STORE_OWN_OFFICE};
    size_t count = 0;
    return store_undo(r->store, &undo, &count, r->err);
}

static void each_reading_meets(const char *path, int64_t indicator, const char *sql,
                               enum status (*meant)(struct reading *r))
{
    static enum status (*const readings[])(struct reading * r) = {
        read_plan,  read_figures, read_entry,   read_plans,
        read_seals, read_journal, read_answers, take_back,
    };
    struct err err = {0};
    struct store *store = open_as(path, STORE_WRITE);
    struct reading reading = {store, 1, indicator, &err};
    for (size_t i = 0; i < sizeof readings / sizeof *readings; i++) {
        err = (struct err){0};
        const enum status status = readings[i](&reading);
        if ((status && !*err.text) || (readings[i] == meant && status != STATUS_DAMAGED))
            fail_msg("%s: reading %zu: %d, %s", sql, i, (int)status, err.text);
    }
    store_close(&store);
}

#define HUGE_ "9223372036854775807"
#define LEAST "(-9223372036854775807 - 1)"

static const struct {
    const char *sql;
    enum status (*meant)(struct reading *r); // must refuse it; NULL: what it makes of it is fine
} forgeries[] = {
    {"UPDATE figure SET value = -1", read_plan},
    {"UPDATE figure SET value = " LEAST, read_figures},
    {"UPDATE figure SET value = " LEAST, read_entry},
    {"UPDATE figure SET more = 1, count = -5", read_figures},
    {"UPDATE figure SET more = 1, denominator = " LEAST, read_plan},
    {"UPDATE figure SET more = 1, dates = '2147483647'", read_plan},
    {"UPDATE figure SET more = 1, dates = '-2147483648 0'", read_figures},
    {"UPDATE figure SET state = 9", read_plan},
    {"UPDATE figure SET quarter = 0", NULL},
    {"UPDATE figure SET quarter = " HUGE_, read_figures},
    {"UPDATE figure SET quarter = " LEAST, read_figures},
    {"UPDATE plan SET fiscal_year = 2147483647", read_plans},
    {"UPDATE plan SET fiscal_year = 2147483647", read_plan},
    {"UPDATE plan SET fiscal_year = 9999", read_plan},
    {"UPDATE plan SET full_marks = -1", read_plan},
    {"UPDATE plan SET apa_marks = " LEAST, read_plan},
    {"UPDATE plan SET share_marks = " LEAST, read_plan},
    {"UPDATE indicator SET weight = " LEAST, read_plan},
    {"UPDATE indicator SET area_marks = -1", read_plan},
    {"UPDATE indicator SET target_count = -1", read_plan},
    {"UPDATE indicator SET kind = 'date', method = 'date'", read_plan},
    {"UPDATE indicator SET rule = 'fortnight'", read_plan},
    {"UPDATE indicator SET method = 'dates'", read_plan},
    {"UPDATE indicator SET components = '-1'", read_plan},
    {"UPDATE indicator SET position = " HUGE_ " - position", read_plan},
    {"UPDATE target SET value = " LEAST, read_plan},
    {"UPDATE target SET slot = slot + 100", read_plan},
    {"UPDATE target SET dates = '99999999'", read_plan},
    {"UPDATE seal SET quarter = " LEAST, read_seals},
    {"UPDATE seal SET quarter = 0", read_seals},
    {"UPDATE seal SET revision = -1", read_seals},
    {"UPDATE seal SET revision = " HUGE_, read_seals},
    {"UPDATE seal SET hash = printf('%1000000s', 'a')", read_seals},
    {"UPDATE seal SET hash = upper(hash)", read_seals},
    {"UPDATE seal SET locked = 0", read_seals},
    {"UPDATE seal SET seq = " LEAST, NULL}, // no such row: as if it were not there
    {"UPDATE answer SET quarter = 77", NULL},
    {"UPDATE journal SET quarter = " LEAST, take_back},
    {"UPDATE journal SET quarter = 5", take_back},
    {"UPDATE journal SET what = 'nothing'", read_journal},
    {"UPDATE journal SET old_state = 99, new_state = " LEAST, take_back},
    {"UPDATE journal SET undoes = seq", NULL},
    {"UPDATE journal SET batch = " HUGE_, NULL},
    {"UPDATE sqlite_sequence SET seq = " HUGE_, NULL},
    // Two indexes in each other's place: an indicator is in no plan, but its plan is known.
    {"UPDATE sqlite_schema SET rootpage = (SELECT sum(rootpage) FROM sqlite_schema WHERE name"
     " IN ('sqlite_autoindex_plan_1', 'sqlite_autoindex_indicator_1')) - rootpage WHERE name"
     " IN ('sqlite_autoindex_plan_1', 'sqlite_autoindex_indicator_1')",
     take_back},
    {"UPDATE journal SET seq = " HUGE_ " WHERE seq = (SELECT max(seq) FROM journal)", NULL},
};

static void what_cannot_be_is_not_computed_with(void **state)
{
    struct place *place = *state;
    for (size_t i = 0; i < sizeof forgeries / sizeof *forgeries; i++) {
        struct err err = {0};
        const int64_t indicator = make_office(place->path);
        struct store *store = open_as(place->path, STORE_WRITE);
        struct entry before = number_entry(6 * NUMBER_ONE, "৬");
        struct entry entry = number_entry(7 * NUMBER_ONE, "৭");
        const struct store_answer answer = {.office = STORE_OWN_OFFICE,
                                            .plan = 1,
                                            .indicator = "1.1.1",
                                            .quarter = 1,
                                            .code = "remark",
                                            .reason = "দেখা হয়েছে"};
        assert_done(put(store, indicator, 2, NULL, &before, &err), &err);
        assert_done(put(store, indicator, 2, &before, &entry, &err), &err);
        assert_done(store_put_answer(store, &answer, &err), &err);
        assert_done(store_seal_quarter(store, STORE_OWN_OFFICE, 1, 2, SEAL_HASH, &SEAL_PAPER, &err),
                    &err);
        store_close(&store);
        run_sql(place->path, forgeries[i].sql);
        each_reading_meets(place->path, indicator, forgeries[i].sql, forgeries[i].meant);
        unlink(place->path);
    }
}

static void a_layout_is_what_the_journal_says(void **state)
{
    struct place *place = *state;
    struct err err = {0};
    const struct str text = {.buf = "#layout\ta\n", .len = 10};
    static const char *const forged[] = {
        "UPDATE layout SET bytes = CAST('#' AS BLOB) WHERE name = 'a'",
        "UPDATE layout SET name = 'c' WHERE name = 'a'",
        "DELETE FROM layout WHERE name = 'a'",
        "INSERT INTO layout SELECT 'b', bytes FROM layout",
    };
    for (size_t i = 0; i < sizeof forged / sizeof *forged; i++) {
        make_office(place->path);
        struct store *store = open_as(place->path, STORE_WRITE);
        assert_done(store_put_layout(store, "a", &text, &err), &err);
        assert_done(store_put_layout(store, "b", &text, &err), &err);
        assert_done(store_remove_layout(store, "b", &err), &err);
        assert_done(store_verify_rest(store, &err), &err);
        store_close(&store);
        run_sql(place->path, forged[i]);
        store = open_as(place->path, STORE_WRITE);
        assert_int_equal(store_verify_rest(store, &err), STATUS_DAMAGED);
        store_close(&store);
        unlink(place->path);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(a_layout_is_what_the_journal_says, place_setup,
                                        place_teardown),
        cmocka_unit_test_setup_teardown(what_cannot_be_is_not_computed_with, place_setup,
                                        place_teardown),
    };
    return cmocka_run_group_tests_name("store_forged", tests, NULL, NULL);
}
