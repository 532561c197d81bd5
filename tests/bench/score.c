// SPDX-License-Identifier: GPL-3.0-or-later
// How long a million figures take to be read and scored, against what SQLite itself takes to add
// them up: score FILE. Makes FILE when it is not there. No test: times are for people.
#include "orjon/domain/score.h"
#include "orjon/base/mem.h"
#include "orjon/domain/template.h"
#include "orjon/store/builtin.h"
#include "orjon/store/entries.h"
#include "orjon/store/plans.h"

#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

enum { FIGURES = 1000000, ROUNDS = 7, PLANS_MAX = 32, INDICATORS_MAX = 4096 };

static struct plan *plans[PLANS_MAX];
static size_t plan_count;
static const struct indicator *indicators[INDICATORS_MAX]; // by id

static void must(bool good, const char *what)
{
    if (good)
        return;
    fprintf(stderr, "score: %s\n", what);
    exit(1);
}

static double seconds(void)
{
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

// The same figures every time.
static unsigned chance(unsigned of)
{
    static uint64_t state = 88172645463325252U;
    state ^= state << 13;
    state ^= state >> 7;
    state ^= state << 17;
    return (unsigned)(state >> 33) % of;
}

static void install_plans(struct store *store)
{
    size_t count = 0;
    const struct store_template *t = store_builtin_templates(&count);
    for (size_t i = 0; i < count; i++) {
        autostr faults = STR_INIT;
        struct plan *plan = NULL;
        if (strcmp(t[i].family, "coop-upazila") != 0)
            continue;
        must(!template_read(t[i].name, t[i].text, t[i].size, &plan, &faults, NULL), faults.buf);
        must(!store_install_plan(store, plan, NULL, NULL), "a plan was not installed");
        plan_free(&plan);
    }
}

static enum status load_plan(void *data, const struct plan_summary *summary)
{
    struct plan *plan = NULL;
    must(!store_load_plan(data, summary->id, &plan, NULL), "a plan was not loaded");
    plans[plan_count++] = plan;
    for (size_t i = 0; i < plan->count; i++)
        indicators[plan->indicator[i].id] = &plan->indicator[i];
    return STATUS_OK;
}

static void bind_dates(sqlite3_stmt *insert, const struct indicator *indicator, int quarter,
                       const struct plan *plan)
{
    char dates[32];
    int32_t start = period_quarter_start(plan->fiscal_year, quarter);
    snprintf(dates, sizeof dates, "%d", (int)start + (int)chance(90));
    sqlite3_bind_text(insert, 9, dates, -1, SQLITE_TRANSIENT);
    sqlite3_bind_int(insert, 5, 1);
    sqlite3_bind_text(insert, 10, indicator->kind == KIND_DATE ? "৩১/০৭/২০২৪" : "১ ৩১/০৭/২০২৪", -1,
                      SQLITE_STATIC);
}

static void bind_percent(sqlite3_stmt *insert, const struct indicator *indicator)
{
    const int64_t percent = chance(60);
    sqlite3_bind_int64(insert, 6, percent * 10); // packed, without decimals
    if (!indicator->target_count.set)
        return;
    const int64_t whole = (int64_t)(indicator->target_count.value / NUMBER_ONE);
    sqlite3_bind_int64(insert, 7, percent * whole / 100 * 10);
    sqlite3_bind_int(insert, 5, 1);
}

// What a clerk enters: mostly figures, now and then a dash, a row that is not due or had no case. A
// date row has its date in one of the quarters.
static void insert_figure(sqlite3_stmt *insert, int64_t office, const struct plan *plan,
                          const struct indicator *indicator, int quarter, int due)
{
    bool dated = indicator->kind == KIND_DATE || indicator->kind == KIND_DATES;
    unsigned luck = chance(100);
    enum entry_state state = luck < 80   ? ENTRY_VALUE
                             : luck < 90 ? ENTRY_NONE
                             : luck < 97 ? ENTRY_NOT_DUE
                                         : ENTRY_NO_CASE;
    if (dated && quarter != due)
        state = quarter < due ? ENTRY_NOT_DUE : ENTRY_NONE;
    sqlite3_reset(insert);
    sqlite3_clear_bindings(insert);
    sqlite3_bind_int64(insert, 1, office);
    sqlite3_bind_int64(insert, 2, indicator->id);
    sqlite3_bind_int(insert, 3, quarter);
    sqlite3_bind_int(insert, 4, (int)state);
    sqlite3_bind_int(insert, 5, 0);
    sqlite3_bind_text(insert, 10, state == ENTRY_VALUE ? "১২" : "-", -1, SQLITE_STATIC);
    sqlite3_bind_text(insert, 11, luck % 4 ? "" : "৩য় ত্রৈমাসে বাস্তবায়ন করা হবে", -1, SQLITE_STATIC);
    if (state == ENTRY_VALUE && dated)
        bind_dates(insert, indicator, quarter, plan);
    else if (state == ENTRY_VALUE && indicator->kind == KIND_PERCENT)
        bind_percent(insert, indicator);
    else if (state == ENTRY_VALUE)
        sqlite3_bind_int64(insert, 6, (int64_t)chance(8) * 10);
    must(sqlite3_step(insert) == SQLITE_DONE, "a figure was not written");
}

static void fill(const char *path)
{
    sqlite3 *db = NULL;
    sqlite3_stmt *insert = NULL, *office = NULL;
    sqlite3_open(path, &db);
    sqlite3_exec(db, "PRAGMA synchronous = OFF; BEGIN", NULL, NULL, NULL);
    // One journal row stands behind all of them; what is timed does not read it.
    sqlite3_prepare_v2(db,
                       "INSERT INTO figure(office, indicator, quarter, state, more, value, count,"
                       " denominator, dates, notes, seq, typed, remark)"
                       " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, 0, 1, ?, ?)",
                       -1, &insert, NULL);
    sqlite3_prepare_v2(db, "INSERT OR IGNORE INTO office(id, parent) VALUES (?, 1)", -1, &office,
                       NULL);
    must(insert && office, sqlite3_errmsg(db));
    int64_t made = 0;
    for (int64_t id = 2; made < FIGURES; id++) {
        sqlite3_reset(office);
        sqlite3_bind_int64(office, 1, id);
        must(sqlite3_step(office) == SQLITE_DONE, "an office was not written");
        for (size_t p = 0; p < plan_count; p++)
            for (size_t i = 0; i < plans[p]->count; i++)
                for (int q = 1, due = 1 + (int)chance(4); q <= QUARTERS; q++, made++)
                    insert_figure(insert, id, plans[p], &plans[p]->indicator[i], q, due);
    }
    sqlite3_finalize(insert);
    sqlite3_finalize(office);
    must(sqlite3_exec(db, "COMMIT", NULL, NULL, NULL) == SQLITE_OK, sqlite3_errmsg(db));
    sqlite3_close(db);
}

struct sum {
    struct score score; // of the indicator in hand, in one place as the program's are in an array
    int64_t indicators, scored;
    __int128 marks; // so that nothing can be left out
};

static enum status score_one(void *data, int64_t office, int64_t id, const struct year *year)
{
    struct sum *sum = data;
    struct score *score = &sum->score;
    (void)office;
    enum status status = score_indicator(indicators[id], year, QUARTERS, NULL, score, NULL);
    sum->indicators++;
    sum->scored += score->raw.set;
    sum->marks += score->raw.set ? score->raw.r.num / score->raw.r.den : 0;
    return status;
}

static double time_floor(sqlite3 *db)
{
    sqlite3_stmt *query = NULL;
    double start = seconds();
    sqlite3_prepare_v2(db, "SELECT count(*), sum(value) FROM figure", -1, &query, NULL);
    must(sqlite3_step(query) == SQLITE_ROW && sqlite3_column_int64(query, 0) >= FIGURES,
         "figures are missing");
    sqlite3_finalize(query);
    return seconds() - start;
}

static double time_scoring(struct store *store, struct sum *sum)
{
    *sum = (struct sum){0};
    double start = seconds();
    must(!store_walk_figures(store, score_one, sum, NULL), "the figures could not be scored");
    return seconds() - start;
}

static int order(const void *a, const void *b)
{
    double x = *(const double *)a, y = *(const double *)b;
    return (x > y) - (x < y);
}

int main(int argc, char **argv)
{
    struct store *store = NULL;
    struct err err = {0};
    sqlite3 *db = NULL;
    struct sum sum;
    double ratio[ROUNDS], floor_time[ROUNDS], scoring[ROUNDS];
    must(argc == 2, "name the file to use");
    FILE *there = fopen(argv[1], "r");
    if (there)
        fclose(there);
    must(!store_open(argv[1], there ? STORE_WRITE : STORE_CREATE, &store, &err), err_text(&err));
    must(there || !store_commit(store, &err), err_text(&err));
    if (!there)
        install_plans(store);
    must(!store_each_plan(store, 0, load_plan, store, NULL), "there are no plans");
    if (!there)
        fill(argv[1]);
    must(sqlite3_open_v2(argv[1], &db, SQLITE_OPEN_READONLY, NULL) == SQLITE_OK, "no file");
    time_floor(db);
    time_scoring(store, &sum);
    for (int i = 0; i < ROUNDS; i++) {
        floor_time[i] = time_floor(db);
        scoring[i] = time_scoring(store, &sum);
        ratio[i] = scoring[i] / floor_time[i];
    }
    qsort(ratio, ROUNDS, sizeof *ratio, order);
    qsort(floor_time, ROUNDS, sizeof *floor_time, order);
    qsort(scoring, ROUNDS, sizeof *scoring, order);
    printf("score\t%lld indicators, %lld scored; sum %.1f ms, scoring %.1f ms\t%.2f\t2.7\n",
           (long long)sum.indicators, (long long)sum.scored, 1e3 * floor_time[ROUNDS / 2],
           1e3 * scoring[ROUNDS / 2], ratio[ROUNDS / 2]);
    sqlite3_close(db);
    store_close(&store);
    for (size_t i = 0; i < plan_count; i++)
        plan_free(&plans[i]);
    return 0;
}
