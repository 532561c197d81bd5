// SPDX-License-Identifier: GPL-3.0-or-later
// Files brought up to date by steps such as will come: a column more, a table made anew, a trigger
// put right, an index taken away. Cut short anywhere, the file is what it was or what it was to
// become, and is opened as that.
#include "office_file.h"

#include "fail_statement.h"

#include "orjon/base/file.h"
#include "orjon/store/copies.h"
#include "orjon/store/seals.h"

#include "../../src/store/db.h" // migrations are no part of the contract

#include <fcntl.h>
#include <glob.h>
#include <signal.h>
#include <sys/wait.h>

static struct migration steps[] = {
    {NULL}, // that of db/
    {.sql = "ALTER TABLE plan ADD COLUMN note TEXT NOT NULL DEFAULT ''; -- a remark\n"
            "ALTER TABLE seal ADD COLUMN by TEXT NOT NULL DEFAULT '' CHECK (length(by) < 100);"},
    {.sql = // others refer to the one, and triggers of others read the other
     "CREATE TABLE office_new (\n"
     "    id INTEGER PRIMARY KEY CHECK (id > 0), -- from 1\n"
     "    parent INTEGER REFERENCES office(id)\n"
     ") STRICT;\n"
     "INSERT INTO office_new SELECT * FROM office;\n"
     "DROP TABLE office;\n"
     "ALTER TABLE office_new RENAME TO office;\n"
     "CREATE TABLE seal_new (\n"
     "    office INTEGER NOT NULL REFERENCES office(id),\n"
     "    plan INTEGER NOT NULL REFERENCES plan(id),\n"
     "    quarter INTEGER NOT NULL CHECK (quarter BETWEEN 1 AND 4),\n"
     "    locked INTEGER NOT NULL CHECK (locked IN (0, 1)),\n"
     "    revision INTEGER NOT NULL CHECK (revision >= 0),\n"
     "    hash TEXT NOT NULL CHECK (length(hash) = locked * 64),\n"
     "    seq INTEGER NOT NULL REFERENCES journal(seq),\n"
     "    by TEXT NOT NULL DEFAULT '' CHECK (length(by) < 50), -- not longer\n"
     "    PRIMARY KEY (office, plan, quarter)\n"
     ") WITHOUT ROWID, STRICT;\n"
     "INSERT INTO seal_new SELECT * FROM seal;\n"
     "DROP TABLE seal;\n"
     "ALTER TABLE seal_new RENAME TO seal;\n"
     "CREATE TRIGGER seal_remains BEFORE DELETE ON seal\n"
     "BEGIN SELECT raise(ABORT, 'orjon: sealed'); END;\n"
     "CREATE TRIGGER seal_follows BEFORE UPDATE ON seal\n"
     "WHEN NEW.locked = OLD.locked OR NEW.seq <= OLD.seq"
     " OR NEW.revision <> OLD.revision + OLD.locked\n"
     "BEGIN SELECT raise(ABORT, 'orjon: sealed'); END;"},
    {.sql = "DROP TRIGGER seal_remains;\n"
            "CREATE TRIGGER seal_remains BEFORE DELETE ON seal WHEN OLD.revision >= 0\n"
            "BEGIN SELECT raise(ABORT, 'orjon: sealed'); END;"},
    {.sql = "DROP INDEX journal_of_undo;"},
};
enum { NEWEST = sizeof steps / sizeof *steps, QUARTER = 2 };
#define UP_TO(n)                                                                                   \
    {                                                                                              \
        .step = steps, .version = (n)                                                              \
    }
static const struct schema known[NEWEST + 1] = {UP_TO(0), UP_TO(1), UP_TO(2),
                                                UP_TO(3), UP_TO(4), UP_TO(5)};

struct office {
    struct place *place;
    char base[128];
    int64_t indicator;
};

static int office_setup(void **state)
{
    struct office *office = calloc(1, sizeof *office);
    if (!office || place_setup(state))
        return -1;
    office->place = *state;
    *state = office;
    steps[0] = schema_known()->step[0];
    snprintf(office->base, sizeof office->base, "%s/base.db", office->place->folder);
    office->indicator = make_office(office->base);
    struct store *store = open_as(office->base, STORE_WRITE);
    struct entry entry = number_entry(7 * NUMBER_ONE, "৭");
    int failed = put(store, office->indicator, QUARTER, NULL, &entry, NULL) != STATUS_OK ||
                 store_seal_quarter(store, STORE_OWN_OFFICE, 1, 1, SEAL_HASH, &SEAL_PAPER, NULL) !=
                     STATUS_OK ||
                 store_version() != 1; // else these steps want other numbers
    store_close(&store);
    return failed;
}

static int office_teardown(void **state)
{
    struct office *office = *state;
    *state = office->place;
    free(office);
    return place_teardown(state);
}

static void begin_again(const struct office *office)
{
    struct err err = {0};
    char command[200];
    snprintf(command, sizeof command, "rm -rf '%s/backups' '%s'*", office->place->folder,
             office->place->path);
    assert_int_equal(system(command), 0);
    assert_done(file_copy(office->base, office->place->path, &err), &err);
}

// Opens it as a program does that knows `version`, and looks at everything.
static void assert_whole(const struct office *office, int version, const char *when)
{
    struct store *store = NULL;
    struct err err = {0};
    struct arena texts = {0};
    struct entry entry;
    int found = 0;
    if (store_open_as(office->place->path, STORE_WRITE, &known[version], &store, &err) ||
        db_version(store, &found, &err) || schema_check(store, version, &err) ||
        store_verify_file(store, &err) || store_verify_chain(store, NULL, &err) ||
        store_verify_figures(store, NULL, &err) ||
        store_load_entry(store, STORE_OWN_OFFICE, office->indicator, QUARTER, &texts, &entry, &err))
        fail_msg("%s, version %d: %s", when, version, err_text(&err));
    assert_int_equal(found, version);
    assert_int_equal(entry.value.value, 7 * NUMBER_ONE);
    arena_done(&texts);
    store_close(&store);
}

static enum status try_open(const struct office *office, int version, struct err *err)
{
    struct store *store = NULL;
    enum status status =
        store_open_as(office->place->path, STORE_WRITE, &known[version], &store, err);
    store_close(&store);
    return status;
}

static void each_step_is_taken_once(void **state)
{
    const struct office *office = *state;
    for (int from = 1; from < NEWEST; from++)
        for (int to = from + 1; to <= NEWEST; to++) {
            struct store *store = NULL;
            struct err err = {0};
            begin_again(office);
            assert_whole(office, from, "before");
            assert_done(store_open_as(office->place->path, STORE_WRITE, &known[to], &store, &err),
                        &err);
            assert_true(store_was_brought_up_to_date(store));
            store_close(&store);
            assert_whole(office, to, "the second opening");
            assert_int_equal(try_open(office, from, &err), STATUS_NEWER);
            assert_non_null(strstr(err.text, SAY(to)));
            assert_non_null(strstr(err.text, SAY(from)));
        }
}

// An old copy and a new file come to the same, and both are worked with.
static void a_new_file_is_as_an_old_one_becomes(void **state)
{
    const struct office *office = *state;
    const char *path = office->place->path;
    struct store *store = NULL;
    struct err err = {0};
    assert_done(store_open_as(path, STORE_CREATE, &known[NEWEST], &store, &err), &err);
    assert_false(store_was_brought_up_to_date(store));
    assert_done(schema_check(store, NEWEST, &err), &err);
    plan_free(&(struct plan *){install(store, "2024-25/coop-upazila/egov.tsv")});
    store_close(&store);
    begin_again(office);
    assert_done(store_open_as(path, STORE_WRITE, &known[NEWEST], &store, &err), &err);
    struct entry entry = number_entry(NUMBER_ONE, "১");
    assert_int_equal(put(store, office->indicator, 1, NULL, &entry, &err), STATUS_LOCKED);
    assert_done(put(store, office->indicator, 3, NULL, &entry, &err), &err);
    struct plan *plan = install(store, "2024-25/coop-upazila/grs.tsv");
    assert_done(store_verify_rest(store, &err), &err);
    plan_free(&plan);
    store_close(&store);
}

static void the_old_file_is_kept_beside(void **state)
{
    const struct office *office = *state;
    char copy[160];
    glob_t found;
    struct err err = {0};
    begin_again(office);
    assert_done(try_open(office, NEWEST, &err), &err);
    snprintf(copy, sizeof copy, "%s/backups/office-*-v1.db", office->place->folder);
    assert_int_equal(glob(copy, 0, NULL, &found), 0);
    assert_int_equal(found.gl_pathc, 1);
    assert_done(store_verify_path(found.gl_pathv[0], &err), &err);
    globfree(&found);
}

static void what_only_can_be_read_stays(void **state)
{
    const struct office *office = *state;
    struct store *store = NULL;
    struct err err = {0};
    begin_again(office);
    assert_int_equal(store_open_as(office->place->path, STORE_READ, &known[NEWEST], &store, &err),
                     STATUS_READ_ONLY);
    assert_whole(office, 1, "afterwards");
}

static void assert_not_taken(const struct office *office, const struct schema *schema,
                             enum status expected)
{
    struct store *store = NULL;
    struct err err = {0};
    begin_again(office);
    const enum status status =
        store_open_as(office->place->path, STORE_WRITE, schema, &store, &err);
    if (status != expected || !*err.text)
        fail_msg("%s: %d, %s", schema->step[1].sql, (int)status, err.text);
    assert_whole(office, 1, schema->step[1].sql);
}

static void a_wrong_step_is_not_taken(void **state)
{
    static struct migration nonsense[] = {
        {NULL}, {"CREATE TABLE more (a INTEGER) STRICT; CREATE nonsense;"}};
    static struct migration reckless[] = {{NULL}, {"DELETE FROM plan;"}};
    nonsense[0] = reckless[0] = steps[0];
    assert_not_taken(*state, &(struct schema){.step = nonsense, .version = 2}, STATUS_FAILED);
    assert_not_taken(*state, &(struct schema){.step = reckless, .version = 2},
                     STATUS_DAMAGED); // indicators without
}

// A step that makes of a file what it is not known to make would lock the office out.
static void a_step_that_makes_something_else_is_not_taken(void **state)
{
    const struct office *office = *state;
    static struct migration list[] = {{NULL}, {"CREATE TABLE more (a INTEGER) STRICT;"}};
    const struct schema schema = {.step = list, .version = 2};
    struct store *store = NULL;
    struct err err = {0};
    list[0] = steps[0];
    begin_again(office);
    assert_done(store_open_as(office->place->path, STORE_WRITE, &schema, &store, &err), &err);
    store_close(&store);
    list[1].sql = "CREATE TABLE more (a INTEGER);";
    assert_not_taken(office, &schema, STATUS_NOT_OFFICE);
}

// --- cut short -----------------------------------------------------------------------------------

static struct {
    long at, count;
} blow; // the process is killed at its at-th writing, halfway through it

static void strike(int fd, const void *p, size_t n, off_t at)
{
    if (++blow.count != blow.at)
        return;
    if (n > 1 && pwrite(fd, p, n / 2, at) < 0)
        _exit(1);
    kill(getpid(), SIGKILL);
}

static ssize_t struck_write(int fd, const void *p, size_t n, off_t at)
{
    strike(fd, p, n, at);
    return pwrite(fd, p, n, at);
}

static int struck_cut(int fd, off_t n)
{
    strike(fd, NULL, 0, 0);
    return ftruncate(fd, n);
}

static int struck_unlink(const char *path)
{
    strike(-1, NULL, 0, 0);
    return unlink(path);
}

static void watch_writes(void)
{
    sqlite3_vfs *vfs = sqlite3_vfs_find(NULL);
    vfs->xSetSystemCall(vfs, "pwrite", (sqlite3_syscall_ptr)struck_write);
    vfs->xSetSystemCall(vfs, "pwrite64", (sqlite3_syscall_ptr)struck_write);
    vfs->xSetSystemCall(vfs, "ftruncate", (sqlite3_syscall_ptr)struck_cut);
    vfs->xSetSystemCall(vfs, "unlink", (sqlite3_syscall_ptr)struck_unlink);
}

// Migrates in a child that dies at the at-th writing or statement; false when it did not come to
// that.
static bool dies(const struct office *office, enum fault kind, long at)
{
    int status = 0;
    const pid_t child = fork();
    if (child == 0) {
        struct err err = {0};
        if (kind == NO_FAULT) {
            blow.at = at;
            watch_writes();
        } else {
            fault_set(kind, at);
            fault.kills = true;
        }
        _exit(try_open(office, NEWEST, &err) != STATUS_OK);
    }
    assert_int_equal(waitpid(child, &status, 0), child);
    assert_true(WIFSIGNALED(status) || WEXITSTATUS(status) == 0);
    return WIFSIGNALED(status);
}

// Either the old program opens it, whole, or only the new one; and then the new one brings it up to
// date. Returns whether it was the new one's.
static bool assert_old_or_new(const struct office *office, const char *when)
{
    struct err err = {0};
    const enum status status = try_open(office, 1, &err);
    if (status && status != STATUS_NEWER)
        fail_msg("%s: %s", when, err_text(&err));
    if (!status)
        assert_whole(office, 1, when);
    assert_whole(office, NEWEST, when);
    return status == STATUS_NEWER;
}

static void killed(const struct office *office, enum fault kind)
{
    long old = 0, new = 0;
    bool died = true;
    for (long at = 1; died; at++) {
        char when[64];
        snprintf(when, sizeof when, "killed at the %s %ld",
                 kind == NO_FAULT ? "writing" : "statement", at);
        begin_again(office);
        died = dies(office, kind, at);
        if (assert_old_or_new(office, when))
            new ++;
        else
            old++;
    }
    print_message("killed at each of %ld %s: %ld times the old file, %ld the new\n", old + new - 1,
                  kind == NO_FAULT ? "writings" : "statements", old, new);
    assert_true(old > 10 && new > 0);
}

static void killed_at_a_writing(void **state)
{
    killed(*state, NO_FAULT);
}

static void killed_at_a_statement(void **state)
{
    killed(*state, WHILE_RUN);
}

static void a_statement_that_fails_leaves_the_old_file(void **state)
{
    const struct office *office = *state;
    for (int kind = WHILE_PREPARED; kind <= WHILE_RUN; kind++)
        for (long at = 1; at == 1 || fault.fired; at++) {
            struct err err = {0};
            char when[64];
            snprintf(when, sizeof when, "statement %ld failed", at);
            begin_again(office);
            fault_set((enum fault)kind, at);
            const enum status status = try_open(office, NEWEST, &err);
            fault.kind = NO_FAULT;
            assert_true(!status || *err.text);
            const bool is_new = assert_old_or_new(office, when);
            if (is_new && sqlite3_libversion_number() < 3038000)
                continue; // that can be interrupted behind a COMMIT that is done
            assert_true(is_new == !status);
        }
}

int main(void)
{
#define ON_AN_OFFICE(test) cmocka_unit_test_setup_teardown(test, office_setup, office_teardown)
    const struct CMUnitTest tests[] = {
        ON_AN_OFFICE(each_step_is_taken_once),
        ON_AN_OFFICE(a_new_file_is_as_an_old_one_becomes),
        ON_AN_OFFICE(the_old_file_is_kept_beside),
        ON_AN_OFFICE(what_only_can_be_read_stays),
        ON_AN_OFFICE(a_wrong_step_is_not_taken),
        ON_AN_OFFICE(a_step_that_makes_something_else_is_not_taken),
        ON_AN_OFFICE(killed_at_a_writing),
        ON_AN_OFFICE(killed_at_a_statement),
        ON_AN_OFFICE(a_statement_that_fails_leaves_the_old_file),
    };
    fault_watch();
    return cmocka_run_group_tests_name("store_migrate", tests, NULL, NULL);
}
