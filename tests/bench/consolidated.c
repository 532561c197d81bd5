// SPDX-License-Identifier: GPL-3.0-or-later
// A department's file, as tests/below_of.c fills it: the consolidated table of a quarter for all
// offices and plans, and the ranks, against the least that SQLite alone needs to add the same
// figures up; and what a figure takes in the file. consolidated FILE YEAR
#include "orjon/app/below.h"

#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

enum { QUARTER = 4, TURNS = 7 };

static void must(bool holds, const char *what)
{
    if (holds)
        return;
    fprintf(stderr, "bench_consolidated: %s\n", what);
    exit(1);
}

static double now(void)
{
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec * 1e3 + (double)t.tv_nsec / 1e6;
}

struct bench {
    struct app *app;
    sqlite3 *bare;
    struct app_below_of of;
    long long sum; // of all figures of the first plan, in billionths and by SQL: they must agree
};

static long long ask(sqlite3 *db, const char *sql)
{
    sqlite3_stmt *row = NULL;
    must(sqlite3_prepare_v2(db, sql, -1, &row, NULL) == SQLITE_OK &&
             sqlite3_step(row) == SQLITE_ROW,
         sql);
    const long long number = sqlite3_column_int64(row, 0);
    sqlite3_finalize(row);
    return number;
}

static enum status total_plan(void *data, const char *plan)
{
    struct bench *b = data;
    autobelow *below = NULL;
    autoconsolidation c = {0};
    struct app_below_of of = b->of;
    struct tally_result result;
    of.plan = plan;
    must(!app_below_open(b->app, &of, &below, NULL), plan);
    must(!app_below_total(below, &c, NULL), "no total");
    for (size_t i = 0; i < below->plan->count; i++)
        must(!tally_result(&c.row[i], fold_of(&below->plan->indicator[i]), &result, NULL),
             "no result");
    b->sum += (long long)(c.row[0].plain / NUMBER_ONE);
    return STATUS_OK;
}

static void total(struct bench *b)
{
    b->sum = 0;
    must(!app_below_plans(b->app, &b->of, total_plan, b, NULL), "no plans");
}

static enum status rank_plan(void *data, const char *plan)
{
    struct bench *b = data;
    autobelow *below = NULL;
    autofree struct standing *standing = NULL;
    struct app_below_of of = b->of;
    of.plan = plan;
    must(!app_below_open(b->app, &of, &below, NULL), plan);
    must(!app_below_rank(below, &standing, NULL, NULL), "no ranks");
    return STATUS_OK;
}

static void rank(struct bench *b)
{
    must(!app_below_plans(b->app, &b->of, rank_plan, b, NULL), "no plans");
}

// A packed value is its digits with their decimals behind; whole numbers here, so 40 is 4.
static void add_up(struct bench *b)
{
    sqlite3_stmt *row = NULL;
    char sql[512];
    snprintf(sql, sizeof sql,
             "SELECT r.plan, f.place, sum(f.value), count(f.value), sum(f.count),"
             " sum(f.denominator), count(f.dates), count(*)"
             " FROM receipt r CROSS JOIN received f ON f.receipt = r.id"
             " WHERE r.in_force AND r.fiscal_year = %d AND r.quarter = %d"
             " GROUP BY r.plan, f.place",
             b->of.fiscal_year, QUARTER);
    must(sqlite3_prepare_v2(b->bare, sql, -1, &row, NULL) == SQLITE_OK, sql);
    long long sum = 0;
    while (sqlite3_step(row) == SQLITE_ROW)
        if (sqlite3_column_int(row, 1) == 0)
            sum += sqlite3_column_int64(row, 2) / 10;
    sqlite3_finalize(row);
    must(!b->sum || sum == b->sum, "SQLite comes to another sum");
}

static double best_of(void (*run)(struct bench *b), struct bench *b, double best)
{
    const double start = now();
    run(b);
    const double took = now() - start;
    return best == 0 || took < best ? took : best;
}

static void compare(const char *what, void (*ours)(struct bench *b), struct bench *b,
                    const char *goal)
{
    double own = 0, least = 0;
    for (int i = 0; i < TURNS; i++) { // in turn, so that both see the same machine
        own = best_of(ours, b, own);
        least = best_of(add_up, b, least);
    }
    printf("%s\t%.1f ms, SQLite alone %.1f\t%.2f\t%s\n", what, own, least, own / least, goal);
}

static void weigh(const struct bench *b)
{
    const long long figures = ask(b->bare, "SELECT count(*) FROM received");
    const long long bytes =
        ask(b->bare, "SELECT sum(pgsize) FROM dbstat WHERE name IN"
                     " ('received', 'receipt', 'receipt_in_force',"
                     " 'receipt_of_office', 'receipt_of_quarter', 'receipt_of_seq',"
                     " 'receipt_replaced', 'template')");
    printf("bytes a figure of other offices, bundles apart\t%lld figures\t%.0f\t150\n", figures,
           (double)bytes / (double)figures);
}

int main(int argc, char **argv)
{
    if (argc != 3)
        return 2;
    struct bench b = {.of = {.fiscal_year = (int)strtol(argv[2], NULL, 10), .quarter = QUARTER}};
    const struct app_options options = {.file = argv[1], .via = "", .read_only = true};
    must(!app_open(&options, &b.app, NULL), argv[1]);
    must(sqlite3_open(argv[1], &b.bare) == SQLITE_OK, argv[1]);
    compare("consolidated table of a quarter", total, &b, "2");
    compare("ranks of all offices", rank, &b, "");
    weigh(&b);
    sqlite3_close(b.bare);
    app_close(&b.app);
    return 0;
}
