// SPDX-License-Identifier: GPL-3.0-or-later
// Many writers at once, writers that die, writers that wait.
#include "../patience.h"
#include "office_file.h"

#include <signal.h>
#include <sqlite3.h>
#include <sys/wait.h>
#include <time.h>

static void assert_sound(const char *path)
{
    struct store *store = open_as(path, STORE_WRITE);
    struct err err = {0};
    assert_done(store_verify_file(store, &err), &err);
    assert_done(store_verify_figures(store, NULL, &err), &err);
    store_close(&store);
}

enum { CROWD = 25, WRITES = 12, TURNS = 20 }; // a writer gives up after five seconds

static int64_t milliseconds(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

// Each writes to a figure of its own kind and makes a journal row each time.
static int crowd_child(const struct place *place, int64_t indicator)
{
    struct store *store = NULL;
    struct err err = {0};
    if (store_open(place->path, STORE_WRITE, &store, &err)) {
        print_error("%s\n", err.text);
        return 1;
    }
    for (int i = 0; i < WRITES; i++) {
        struct entry entry = number_entry(((int64_t)getpid() * 1000 + i) * NUMBER_ONE, "১");
        enum status status = STATUS_BUSY;
        for (int turn = 0; turn < TURNS && status == STATUS_BUSY; turn++) // on a busy machine
            status = put(store, indicator + getpid() % 3, 1 + i % 4, NULL, &entry, &err);
        if (status) {
            print_error("%s\n", err.text);
            return 2;
        }
    }
    store_close(&store);
    return 0;
}

static int64_t number_of(const char *path, const char *sql)
{
    sqlite3 *db = NULL;
    sqlite3_stmt *stmt = NULL;
    assert_int_equal(sqlite3_open(path, &db), SQLITE_OK);
    assert_int_equal(sqlite3_prepare_v2(db, sql, -1, &stmt, NULL), SQLITE_OK);
    assert_int_equal(sqlite3_step(stmt), SQLITE_ROW);
    int64_t number = sqlite3_column_int64(stmt, 0);
    sqlite3_finalize(stmt);
    sqlite3_close(db);
    return number;
}

static void a_crowd_loses_nothing(void **state)
{
    struct place *place = *state;
    const int64_t indicator = make_office(place->path);
    for (int i = 0; i < CROWD; i++)
        if (fork() == 0)
            _exit(crowd_child(place, indicator));
    int failed = 0;
    for (int i = 0, status; i < CROWD; i++)
        failed += wait(&status) < 0 || !WIFEXITED(status) || WEXITSTATUS(status) != 0;
    assert_int_equal(failed, 0);
    assert_int_equal(number_of(place->path, "SELECT count(*) FROM journal WHERE what = 'figure'"),
                     CROWD * WRITES);
    assert_sound(place->path);
    char lock[160];
    snprintf(lock, sizeof lock, "%s.lock", place->path);
    assert_int_equal(access(lock, F_OK), -1);
}

#define LAST_VALUE "SELECT coalesce(max(value / 10), 0) FROM figure"

// Writes 1, 2, 3 … and says each number only when it is saved, until it is killed.
static void write_until_killed(const struct place *place, int64_t indicator, int out)
{
    struct store *store = open_as(place->path, STORE_WRITE);
    struct err err = {0};
    for (int64_t i = number_of(place->path, LAST_VALUE) + 1;; i++) {
        struct entry entry = number_entry(i * NUMBER_ONE, "১");
        if (put(store, indicator, 1, NULL, &entry, &err) || write(out, &i, sizeof i) != sizeof i)
            _exit(1);
    }
}

static void sudden_death_loses_nothing_saved(void **state)
{
    struct place *place = *state;
    const int64_t indicator = make_office(place->path);
    srand(2);
    for (int life = 0; life < 30; life++) {
        int ends[2];
        const int64_t before = number_of(place->path, LAST_VALUE);
        assert_int_equal(pipe(ends), 0);
        pid_t child = fork();
        if (child == 0) {
            close(ends[0]);
            write_until_killed(place, indicator, ends[1]);
        }
        close(ends[1]);
        usleep((useconds_t)(5000 + rand() % 40000));
        kill(child, SIGKILL);
        int64_t said = before;
        while (read(ends[0], &said, sizeof said) == sizeof said)
            ;
        close(ends[0]);
        waitpid(child, NULL, 0);
        assert_sound(place->path); // rolls back what was half done
        int64_t there = number_of(place->path, LAST_VALUE);
        assert_true(there >= said && there <= said + 1);
    }
}

static void waiting_for_a_turn_ends(void **state)
{
    struct place *place = *state;
    const int64_t indicator = make_office(place->path);
    struct store *first = open_as(place->path, STORE_WRITE);
    struct store *second = open_as(place->path, STORE_WRITE);
    struct err err = {0};
    struct entry entry = number_entry(1, "১");
    assert_done(store_begin_write(first, &err), &err);
    int64_t begun = milliseconds();
    assert_int_equal(put(second, indicator, 1, NULL, &entry, &err), STATUS_BUSY);
    int64_t waited = milliseconds() - begun;
    assert_true(waited > 3000 && waited < PATIENCE);
    store_rollback(first);
    assert_done(put(second, indicator, 1, NULL, &entry, &err), &err);
    store_close(&first);
    store_close(&second);
}

int main(void)
{
#define IN_A_PLACE(test) cmocka_unit_test_setup_teardown(test, place_setup, place_teardown)
    const struct CMUnitTest tests[] = {
        IN_A_PLACE(a_crowd_loses_nothing),
        IN_A_PLACE(sudden_death_loses_nothing_saved),
        IN_A_PLACE(waiting_for_a_turn_ends),
    };
    return cmocka_run_group_tests_name("store_crowd", tests, NULL, NULL);
}
