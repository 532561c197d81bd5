// SPDX-License-Identifier: GPL-3.0-or-later
// Why a file cannot be used or changed: each reason by its own name, in both languages, and no
// program waits for ever. What only a failing call of the system brings about is in
// tests/faults/reasons.sh.
#include "office_file.h"

#include "orjon/base/file.h"
#include "orjon/store/copies.h"
#include "orjon/store/office.h"
#include "orjon/store/replace.h"

#include <fcntl.h>
#include <sqlite3.h>
#include <sys/stat.h>
#include <unistd.h>

enum { PATIENCE = 60 }; // seconds; whoever waits longer hangs

// A word of each language that the sentence must have.
struct reason {
    enum status status;
    const char *english, *bengali;
};

static void assert_says(const struct err *err, enum status status, const struct reason *reason)
{
    const bool bengali = i18n_language() == LANGUAGE_BENGALI;
    const char *word = bengali ? reason->bengali : reason->english;
    assert_int_equal(status, reason->status);
    if (!strstr(err->text, word))
        fail_msg("«%s» does not say «%s»", err->text, word);
    static const char *const jargon[] = {"SQL",       "database", "disk I/O",       "malformed",
                                         "locked",    "readonly", "string or blob", "constraint",
                                         "error code"};
    for (size_t i = 0; i < sizeof jargon / sizeof *jargon; i++)
        assert_null(strstr(err->text, jargon[i]));
}

static void assert_not_opened(const char *path, enum store_mode mode, const struct reason *reason)
{
    for (int language = 0; language < LANGUAGE_COUNT; language++) {
        struct store *store = NULL;
        struct err err = {0};
        i18n_set_language((enum language)language);
        alarm(PATIENCE);
        enum status status = store_open(path, mode, &store, &err);
        alarm(0);
        assert_null(store);
        assert_says(&err, status, reason);
    }
}

static void assert_not_changed(struct store *store, const struct reason *reason)
{
    for (int language = 0; language < LANGUAGE_COUNT; language++) {
        struct err err = {0};
        i18n_set_language((enum language)language);
        alarm(PATIENCE);
        enum status status = store_set_setting(store, "officer", language ? "a" : "b", &err);
        alarm(0);
        assert_says(&err, status, reason);
    }
}

static const char *beside(const struct place *place, const char *ending)
{
    static char path[256];
    snprintf(path, sizeof path, "%s%s", place->path, ending);
    return path;
}

static void make_strange(const char *path, int kind)
{
    if (kind == 0)
        assert_int_equal(mkfifo(path, 0600), 0);
    else if (kind == 1)
        assert_int_equal(symlink("/dev/zero", path), 0);
    else
        assert_int_equal(mkdir(path, 0700), 0);
}

static void what_takes_a_name_that_is_needed(void **state)
{
    struct place *place = *state;
    static const struct reason reason = {STATUS_FAILED, "no ordinary file", "সাধারণ ফাইল নয়"};
    make_office(place->path);
    for (int kind = 0; kind < 3; kind++) {
        make_strange(beside(place, "-journal"), kind);
        assert_not_opened(place->path, STORE_WRITE, &reason);
        assert_not_opened(place->path, STORE_READ, &reason);
        assert_int_equal(remove(beside(place, "-journal")), 0);
        make_strange(beside(place, ".lock"), kind);
        struct store *store = open_as(place->path, STORE_WRITE); // reading needs no turn
        assert_not_changed(store, &reason);
        assert_int_equal(remove(beside(place, ".lock")), 0);
        assert_done(store_set_setting(store, "officer", "c", NULL), &(struct err){0});
        store_close(&store);
    }
}

// As a killed program leaves it: the file half changed, and beside it what belongs there. A file
// that was not there is half made.
static void cut_short(const struct place *place)
{
    char half[160], journal[200];
    sqlite3 *db = NULL;
    snprintf(half, sizeof half, "%s/half.db", place->folder);
    snprintf(journal, sizeof journal, "%s-journal", half);
    assert_int_equal(sqlite3_open(place->path, &db), SQLITE_OK);
    assert_int_equal(
        sqlite3_exec(db,
                     "PRAGMA cache_size = 2; BEGIN; PRAGMA user_version = 1;"
                     "CREATE TABLE rubbish AS WITH n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n"
                     " WHERE i < 2000) SELECT i, randomblob(100) AS b FROM n",
                     NULL, NULL, NULL),
        SQLITE_OK);
    assert_done(file_copy(place->path, half, NULL), &(struct err){0});
    assert_done(file_copy(beside(place, "-journal"), journal, NULL), &(struct err){0});
    sqlite3_close(db);
    assert_int_equal(rename(half, place->path), 0);
    assert_int_equal(rename(journal, beside(place, "-journal")), 0);
}

static void a_change_that_was_cut_short(void **state)
{
    struct place *place = *state;
    static const struct reason reason = {STATUS_READ_ONLY, "cut short", "মাঝপথে থেমে"};
    make_office(place->path);
    cut_short(place);
    assert_not_opened(place->path, STORE_READ, &reason);
    assert_not_opened(place->path, STORE_LOOK, &reason);
    struct store *store = open_as(place->path, STORE_WRITE); // the way out
    store_close(&store);
    store = open_as(place->path, STORE_READ);
    store_close(&store);
}

static void a_file_that_was_moved_or_deleted(void **state)
{
    struct place *place = *state;
    static const struct reason reason = {STATUS_FAILED, "was moved, renamed or deleted",
                                         "সরানো, নতুন নাম দেওয়া বা মুছে ফেলা"};
    char elsewhere[160];
    snprintf(elsewhere, sizeof elsewhere, "%s/elsewhere.db", place->folder);
    make_office(place->path);
    struct store *store = open_as(place->path, STORE_WRITE);
    assert_int_equal(rename(place->path, elsewhere), 0);
    assert_not_changed(store, &reason);
    assert_int_equal(rename(elsewhere, place->path), 0);
    assert_done(store_set_setting(store, "officer", "c", NULL), &(struct err){0});
    assert_done(file_copy(place->path, elsewhere, NULL), &(struct err){0});
    assert_int_equal(rename(elsewhere, place->path), 0); // another file of its name
    assert_not_changed(store, &reason);
    store_close(&store);
    store = open_as(place->path, STORE_WRITE);
    assert_int_equal(unlink(place->path), 0);
    assert_not_changed(store, &reason);
    store_close(&store);
}

static void a_folder_that_was_moved(void **state)
{
    struct place *place = *state;
    static const struct reason reason = {STATUS_FAILED, "was moved, renamed or deleted",
                                         "সরানো, নতুন নাম দেওয়া বা মুছে ফেলা"};
    char inner[128], moved[128], path[160];
    snprintf(inner, sizeof inner, "%s/inner", place->folder);
    snprintf(moved, sizeof moved, "%s/moved", place->folder);
    snprintf(path, sizeof path, "%s/office.db", inner);
    make_office(path);
    struct store *store = open_as(path, STORE_WRITE);
    assert_int_equal(rename(inner, moved), 0);
    assert_not_changed(store, &reason);
    store_close(&store);
}

static void a_file_with_two_names(void **state)
{
    struct place *place = *state;
    static const struct reason reason = {STATUS_READ_ONLY, "hard link", "হার্ড লিংক"};
    char other[160];
    snprintf(other, sizeof other, "%s/other.db", place->folder);
    make_office(place->path);
    assert_int_equal(link(place->path, other), 0);
    struct store *store = open_as(place->path, STORE_WRITE);
    assert_true(store_is_read_only(store));
    assert_not_changed(store, &reason);
    assert_done(store_verify_figures(store, NULL, NULL), &(struct err){0}); // it can be read
    store_close(&store);
    assert_int_equal(unlink(other), 0);
    store = open_as(place->path, STORE_WRITE);
    assert_done(store_set_setting(store, "officer", "c", NULL), &(struct err){0});
    store_close(&store);
}

static void a_creation_that_was_cut_short(void **state)
{
    struct place *place = *state;
    static const struct reason reason = {STATUS_NOT_OFFICE, "orjon init", "orjon init"};
    char header[100];
    close(open(place->path, O_CREAT | O_RDWR, 0600));
    assert_not_opened(place->path, STORE_WRITE, &reason);
    assert_not_opened(place->path, STORE_READ, &reason);
    make_office(place->path);
    int fd = open(place->path, O_RDONLY);
    assert_int_equal(pread(fd, header, sizeof header, 0), sizeof header);
    close(fd);
    for (int with_header = 0; with_header <= 1; with_header++) { // how far it had come
        assert_int_equal(unlink(place->path), 0);
        cut_short(place);
        fd = open(place->path, O_RDWR);
        if (with_header)
            assert_int_equal(pwrite(fd, header, sizeof header, 0), sizeof header);
        close(fd);
        assert_not_opened(place->path, STORE_WRITE, &reason);
    }
    make_office(place->path);
}

static void a_text_that_is_too_long(void **state)
{
    struct place *place = *state;
    static const struct reason reason = {STATUS_INVALID, "too long", "বেশি বড়"};
    const size_t n = FILE_READ_MAX + 1;
    char *text = malloc(n + 1);
    assert_non_null(text);
    memset(text, 'a', n);
    text[n] = '\0';
    make_office(place->path);
    struct store *store = open_as(place->path, STORE_WRITE);
    for (int language = 0; language < LANGUAGE_COUNT; language++) {
        struct err err = {0};
        i18n_set_language((enum language)language);
        assert_says(&err, store_set_setting(store, "officer", text, &err), &reason);
        assert_false(store_is_changing(store));
    }
    assert_done(store_set_setting(store, "officer", "c", NULL), &(struct err){0});
    store_close(&store);
    free(text);
}

static mode_t mode_of(const char *path)
{
    struct stat st;
    assert_int_equal(stat(path, &st), 0);
    return st.st_mode & 0777;
}

// However open the file is that they are of.
static void copies_are_private(void **state)
{
    struct place *place = *state;
    char copy[160];
    autostr kept = STR_INIT;
    const mode_t before = umask(0);
    snprintf(copy, sizeof copy, "%s/copy.db", place->folder);
    make_office(place->path);
    assert_int_equal(chmod(place->path, 0666), 0);
    struct store *store = open_as(place->path, STORE_WRITE);
    assert_done(store_backup(store, copy, NULL, NULL), &(struct err){0});
    store_close(&store);
    assert_int_equal(mode_of(copy), 0600);
    assert_done(store_restore(copy, place->path, &(struct store_permission){.via = "test"}, &kept,
                              NULL, NULL),
                &(struct err){0});
    assert_int_equal(mode_of(kept.buf), 0600);
    assert_int_equal(truncate(place->path, 5000), 0); // too damaged to be opened
    assert_int_equal(chmod(place->path, 0666), 0);
    str_reset(&kept);
    assert_done(store_restore(copy, place->path, &(struct store_permission){.via = "test"}, &kept,
                              NULL, NULL),
                &(struct err){0});
    assert_int_equal(mode_of(kept.buf), 0600);
    assert_int_equal(mode_of(place->path), 0600);
    umask(before);
}

// The power was cut between the two renames of a restore: the journal of the file that was set
// aside may not be played back into the copy that takes its place.
static void a_journal_that_was_left_is_set_aside(void **state)
{
    struct place *place = *state;
    char copy[160];
    autostr kept = STR_INIT;
    snprintf(copy, sizeof copy, "%s/copy.db", place->folder);
    make_office(place->path);
    struct store *store = open_as(place->path, STORE_WRITE);
    assert_done(store_backup(store, copy, NULL, NULL), &(struct err){0});
    store_close(&store);
    cut_short(place);
    char first[160];
    snprintf(first, sizeof first, "%s.1", place->path);
    assert_int_equal(rename(place->path, first), 0);
    assert_done(store_restore(copy, place->path, &(struct store_permission){.via = "test"}, &kept,
                              NULL, NULL),
                &(struct err){0});
    assert_done(store_verify_path(place->path, NULL), &(struct err){0});
    assert_true(kept.len > 0 && file_exists(kept.buf));
    assert_false(file_exists(beside(place, "-journal")));
}

int main(void)
{
#define IN_A_PLACE(test) cmocka_unit_test_setup_teardown(test, place_setup, place_teardown)
    const struct CMUnitTest tests[] = {
        IN_A_PLACE(what_takes_a_name_that_is_needed),
        IN_A_PLACE(a_change_that_was_cut_short),
        IN_A_PLACE(a_file_that_was_moved_or_deleted),
        IN_A_PLACE(a_folder_that_was_moved),
        IN_A_PLACE(a_file_with_two_names),
        IN_A_PLACE(a_creation_that_was_cut_short),
        IN_A_PLACE(a_text_that_is_too_long),
        IN_A_PLACE(copies_are_private),
        IN_A_PLACE(a_journal_that_was_left_is_set_aside),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
