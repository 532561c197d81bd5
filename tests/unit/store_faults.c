// SPDX-License-Identifier: GPL-3.0-or-later
// What happens to office files: strangers, damage, full and read-only disks.
#include "office_file.h"

#include "orjon/base/file.h"

#include <fcntl.h>
#include <signal.h>
#include <sqlite3.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>

static void assert_refused(const char *path, enum status expected, const char *word)
{
    struct store *store = NULL;
    struct err err = {0};
    assert_int_equal(store_open(path, STORE_WRITE, &store, &err), expected);
    assert_null(store);
    if (!strstr(err.text, word))
        fail_msg("«%s» does not say «%s»", err.text, word);
}

static void write_bytes(const char *path, const char *bytes, size_t n)
{
    int fd = open(path, O_RDWR | O_CREAT | O_TRUNC, 0600);
    assert_true(fd >= 0);
    assert_int_equal(write(fd, bytes, n), n);
    close(fd);
}

static void run_sql(const char *path, const char *sql)
{
    sqlite3 *db = NULL;
    assert_int_equal(sqlite3_open(path, &db), SQLITE_OK);
    assert_int_equal(sqlite3_exec(db, sql, NULL, NULL, NULL), SQLITE_OK);
    sqlite3_close(db);
}

static void strange_files_are_named(void **state)
{
    struct place *place = *state;
    i18n_set_language(LANGUAGE_ENGLISH);
    assert_refused(place->path, STATUS_NOT_FOUND, "orjon init");
    assert_refused(place->folder, STATUS_NOT_OFFICE, place->folder);
    write_bytes(place->path, "", 0);
    assert_refused(place->path, STATUS_NOT_OFFICE, place->path);
    char text[500];
    memset(text, 'a', sizeof text);
    write_bytes(place->path, text, sizeof text);
    assert_refused(place->path, STATUS_NOT_OFFICE, place->path);
    unlink(place->path);
    run_sql(place->path, "CREATE TABLE office(id)"); // SQLite's, not ours
    assert_refused(place->path, STATUS_NOT_OFFICE, place->path);
    unlink(place->path);
    make_office(place->path);
    run_sql(place->path, "PRAGMA user_version = 77");
    assert_refused(place->path, STATUS_NEWER, SAY(77));
    i18n_set_language(LANGUAGE_BENGALI);
}

static void strangers_in_the_schema_are_refused(void **state)
{
    struct place *place = *state;
    static const char hollow[] =
        "DROP TRIGGER journal_stays; CREATE TRIGGER journal_stays BEFORE UPDATE ON journal"
        " BEGIN SELECT 1; END";
    static const char *const made[] = {
        "CREATE VIEW figures AS SELECT * FROM figure",
        "CREATE TRIGGER spy AFTER INSERT ON figure BEGIN DELETE FROM setting; END",
        hollow,
    };
    for (size_t i = 0; i < sizeof made / sizeof *made; i++) {
        make_office(place->path);
        run_sql(place->path, made[i]);
        assert_refused(place->path, STATUS_NOT_OFFICE, place->path);
        unlink(place->path);
    }
    make_office(place->path);
    run_sql(place->path, "DROP TRIGGER journal_stays");
    assert_refused(place->path, STATUS_DAMAGED, place->path);
}

// What is in the file is shown on a terminal.
static void texts_of_a_file_are_washed(void **state)
{
    struct place *place = *state;
    make_office(place->path);
    run_sql(place->path,
            "UPDATE plan SET title = 'a' || char(27) || '[2Jb', source = x'61ff62'||''");
    struct store *store = open_as(place->path, STORE_READ);
    struct plan *plan = NULL;
    struct err err = {0};
    assert_done(store_load_plan(store, 1, &plan, &err), &err);
    assert_null(strchr(plan->title, '\x1b'));
    assert_string_equal(plan->source, "?");
    plan_free(&plan);
    store_close(&store);
    static const char *const unseen[] = {"1564", "65279", "64976", "8206",   "8238", "8294",
                                         "8203", "173",   "65529", "917505", "160"};
    for (size_t i = 0; i < sizeof unseen / sizeof *unseen; i++) {
        autostr sql = STR_INIT;
        str_addf(&sql, "UPDATE plan SET title = char(%s) || 'ab ' || char(2480, 8205, 2509, 2479)",
                 unseen[i]);
        run_sql(place->path, sql.buf);
        store = open_as(place->path, STORE_READ);
        plan = NULL;
        assert_done(store_load_plan(store, 1, &plan, &err), &err);
        assert_string_equal(plan->title, "ab র\u200D্য");
        plan_free(&plan);
        store_close(&store);
    }
}

static void copy_file(const char *from, const char *to)
{
    autostr bytes = STR_INIT;
    int fd = open(from, O_RDONLY);
    char part[4096];
    for (ssize_t n; (n = read(fd, part, sizeof part)) > 0;)
        str_add_n(&bytes, part, (size_t)n);
    close(fd);
    write_bytes(to, bytes.buf, bytes.len);
}

static enum status nothing(void *data, int64_t office, int64_t indicator, const struct year *year)
{
    (void)data, (void)office, (void)indicator, (void)year;
    return STATUS_OK;
}

// Opens a damaged file and does everything with it; false when nothing was noticed.
static bool is_noticed(const char *path)
{
    struct store *store = NULL;
    struct err err = {0};
    bool noticed = store_open(path, STORE_WRITE, &store, &err) != STATUS_OK;
    if (!noticed) {
        struct plan *plan = NULL;
        noticed = store_load_plan(store, 1, &plan, &err) != STATUS_OK;
        noticed = store_walk_figures(store, nothing, NULL, &err) || noticed;
        noticed = store_verify_figures(store, NULL, &err) || noticed;
        noticed = store_verify_file(store, &err) || noticed;
        plan_free(&plan);
    }
    store_close(&store);
    return noticed;
}

static void damage_is_noticed(void **state)
{
    struct place *place = *state;
    char spoilt[160];
    snprintf(spoilt, sizeof spoilt, "%s/spoilt.db", place->folder);
    const int64_t indicator = make_office(place->path);
    struct store *store = open_as(place->path, STORE_WRITE);
    struct err err = {0};
    for (int q = 1; q <= QUARTERS; q++) {
        struct entry entry = number_entry(q * NUMBER_ONE, "৪");
        assert_done(put(store, indicator, q, NULL, &entry, &err), &err);
    }
    store_close(&store);
    struct stat st;
    assert_int_equal(stat(place->path, &st), 0);
    copy_file(place->path, spoilt);
    assert_false(is_noticed(spoilt));
    // The last page is that of an empty table: to cut its end off harms nothing.
    for (off_t size = 100; size < st.st_size - 4096; size += 4096) {
        copy_file(place->path, spoilt);
        assert_int_equal(truncate(spoilt, size), 0);
        if (!is_noticed(spoilt))
            fail_msg("cut to %ld bytes", (long)size);
    }
    srand(1);
    for (int i = 0; i < 200; i++) { // whatever it is, it ends without a crash
        copy_file(place->path, spoilt);
        int fd = open(spoilt, O_RDWR);
        for (int k = 0; k < 8; k++) {
            unsigned char byte = (unsigned char)rand();
            off_t at = rand() % st.st_size;
            assert_int_equal(pwrite(fd, &byte, 1, at), 1);
        }
        close(fd);
        is_noticed(spoilt);
    }
    // A figure that SQLite itself finds nothing wrong with.
    run_sql(place->path, "UPDATE figure SET value = value + 1 WHERE quarter = 2");
    struct store_verdict verdict = {0};
    store = open_as(place->path, STORE_READ);
    assert_done(store_verify_file(store, &err), &err);
    assert_int_equal(store_verify_figures(store, &verdict, &err), STATUS_DAMAGED);
    assert_int_equal(verdict.figures, 4);
    assert_int_equal(verdict.wrong, 1);
    store_close(&store);
    run_sql(place->path, "DELETE FROM figure WHERE quarter = 2");
    assert_true(is_noticed(place->path));
}

// Runs in a child, as nobody when the tests are run as root, whom no permission stops.
static int read_only_child(const struct place *place, int64_t indicator)
{
    struct store *store = NULL;
    struct err err = {0};
    struct entry entry = number_entry(1, "১");
    if (getuid() == 0 && setuid(65534))
        return 9;
    if (store_open(place->path, STORE_WRITE, &store, &err))
        return 1;
    if (!store_is_read_only(store))
        return 2;
    if (put(store, indicator, 1, NULL, &entry, &err) != STATUS_READ_ONLY || !err.text[0])
        return 3;
    if (store_verify_figures(store, NULL, &err) || store_verify_file(store, &err))
        return 4;
    store_close(&store);
    return 0;
}

static int in_child(int (*run)(const struct place *place, int64_t indicator),
                    const struct place *place, int64_t indicator)
{
    int status = 0;
    pid_t child = fork();
    if (child == 0)
        _exit(run(place, indicator));
    waitpid(child, &status, 0);
    return WIFEXITED(status) ? WEXITSTATUS(status) : 100;
}

static void what_can_only_be_read_is_read(void **state)
{
    struct place *place = *state;
    const int64_t indicator = make_office(place->path);
    chmod(place->path, 0444);
    chmod(place->folder, 0755);
    assert_int_equal(in_child(read_only_child, place, indicator), 0);
    chmod(place->path, 0666);
    chmod(place->folder, 0555); // the file could be written, its journal not
    assert_int_equal(in_child(read_only_child, place, indicator), 0);
    chmod(place->folder, 0755);
}

static int full_disk_child(const struct place *place, int64_t indicator)
{
    struct store *store = open_as(place->path, STORE_WRITE);
    struct err err = {0};
    struct stat st;
    struct entry entry = number_entry(1, "১"), other = number_entry(2, "২");
    signal(SIGXFSZ, SIG_IGN);
    if (put(store, indicator, 1, NULL, &entry, &err) || stat(place->path, &st))
        return 1;
    struct rlimit limit = {.rlim_cur = 1000, .rlim_max = RLIM_INFINITY};
    setrlimit(RLIMIT_FSIZE, &limit);
    if (put(store, indicator, 1, NULL, &other, &err) != STATUS_NO_SPACE || !err.text[0])
        return 2;
    limit.rlim_cur = RLIM_INFINITY;
    setrlimit(RLIMIT_FSIZE, &limit);
    struct arena texts = {0};
    struct entry now;
    if (store_load_entry(store, 1, indicator, 1, &texts, &now, &err) || now.value.value != 1)
        return 3;
    if (put(store, indicator, 1, &now, &other, &err)) // works again once there is room
        return 4;
    arena_done(&texts);
    enum status status = store_verify_figures(store, NULL, &err);
    store_close(&store);
    return (int)status;
}

static void a_full_disk_loses_nothing(void **state)
{
    struct place *place = *state;
    assert_int_equal(in_child(full_disk_child, place, make_office(place->path)), 0);
}

static void copy_bytes(const char *from, const char *to)
{
    autostr bytes = STR_INIT;
    assert_int_equal(file_read(from, &bytes, NULL), STATUS_OK);
    write_bytes(to, bytes.buf, bytes.len);
}

// The power goes while the first page is being written: what stands there is rubbish, and what
// belongs there is in the journal of the unfinished transaction.
static void a_spoilt_header_is_taken_back(void **state)
{
    struct place *place = *state;
    char cut[160], journal[170], cut_journal[180];
    snprintf(cut, sizeof cut, "%s/cut.db", place->folder);
    snprintf(journal, sizeof journal, "%s-journal", place->path);
    snprintf(cut_journal, sizeof cut_journal, "%s-journal", cut);
    make_office(place->path);
    sqlite3 *db = NULL;
    assert_int_equal(sqlite3_open(place->path, &db), SQLITE_OK);
    assert_int_equal(
        sqlite3_exec(db,
                     "PRAGMA cache_size = 2; BEGIN; PRAGMA user_version = 1;"
                     "CREATE TABLE rubbish AS WITH n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n"
                     " WHERE i < 2000) SELECT i, randomblob(100) AS b FROM n",
                     NULL, NULL, NULL),
        SQLITE_OK);
    copy_bytes(place->path, cut);
    copy_bytes(journal, cut_journal);
    sqlite3_close(db);
    int fd = open(cut, O_RDWR);
    char zeros[100] = {0};
    assert_int_equal(pwrite(fd, zeros, sizeof zeros, 0), sizeof zeros);
    close(fd);
    struct store *store = open_as(cut, STORE_WRITE);
    struct err err = {0};
    assert_done(store_verify_file(store, &err), &err);
    assert_done(store_verify_chain(store, NULL, &err), &err);
    store_close(&store);
}

int main(void)
{
#define IN_A_PLACE(test) cmocka_unit_test_setup_teardown(test, place_setup, place_teardown)
    const struct CMUnitTest tests[] = {
        IN_A_PLACE(strange_files_are_named),       IN_A_PLACE(strangers_in_the_schema_are_refused),
        IN_A_PLACE(texts_of_a_file_are_washed),    IN_A_PLACE(damage_is_noticed),
        IN_A_PLACE(what_can_only_be_read_is_read), IN_A_PLACE(a_full_disk_loses_nothing),
        IN_A_PLACE(a_spoilt_header_is_taken_back),
    };
    return cmocka_run_group_tests_name("store_faults", tests, NULL, NULL);
}
