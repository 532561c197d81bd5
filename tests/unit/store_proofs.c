// SPDX-License-Identifier: GPL-3.0-or-later
// The files of proofs: taken in, looked at, taken along, tidied. What is no file is tried by
// tests/cli/evidence.sh.
#include "office_file.h"

#include "orjon/base/file.h"
#include "orjon/store/copies.h"
#include "orjon/store/proofs.h"
#include "orjon/store/records.h"
#include "orjon/store/seals.h"

#include <inttypes.h>
#include <signal.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>

static const char yes[] = "yes";

static void write_file(const char *path, const char *text)
{
    assert_int_equal(file_write(path, text, strlen(text), true, NULL), STATUS_OK);
}

// A file of that text in the place's folder.
static void source_of(const struct place *place, const char *text, struct str *ret)
{
    str_addf(ret, "%s/source.pdf", place->folder);
    write_file(ret->buf, text);
}

static struct store_proof take(const struct place *place, const char *text)
{
    autostr source = STR_INIT;
    struct store_taken taken;
    struct err err = {0};
    source_of(place, text, &source);
    assert_done(store_take_proof(place->path, source.buf, &taken, &err), &err);
    assert_done(store_keep_proof(place->path, &taken, &err), &err);
    const struct store_proof proof = taken.proof;
    store_taken_done(&taken);
    return proof;
}

static void path_of(const char *file, const struct store_proof *proof, struct str *ret)
{
    str_reset(ret);
    store_proofs_folder(file, ret);
    str_addf(ret, "/%s", proof->hash);
}

static void put_field(struct store *store, int64_t id, int field, const char *text)
{
    struct err err = {0};
    assert_done(store_put_field(store, RECORD_PROOF, id, field, NULL, text, &err), &err);
}

static int64_t put_record(struct store *store, const struct store_proof *proof)
{
    int64_t id = 0;
    char bytes[24];
    struct err err = {0};
    snprintf(bytes, sizeof bytes, "%" PRId64, proof->bytes);
    assert_done(store_new_record(store, RECORD_PROOF, 0, &id, &err), &err);
    put_field(store, id, PROOF_FILE, "notice.pdf");
    put_field(store, id, PROOF_BYTES, bytes);
    put_field(store, id, PROOF_HASH, proof->hash);
    put_field(store, id, PROOF_THERE, yes);
    return id;
}

static size_t files_in(const char *folder)
{
    char command[256];
    size_t count = 0;
    snprintf(command, sizeof command, "ls '%s' 2>/dev/null | wc -l", folder);
    FILE *out = popen(command, "r");
    assert_int_equal(fscanf(out, "%zu", &count), 1);
    pclose(out);
    return count;
}

// ------------------------------------------------------------------------------------------------

static void is_folder(const char *file, const char *expected)
{
    autostr folder = STR_INIT;
    store_proofs_folder(file, &folder);
    assert_string_equal(folder.buf, expected);
}

static void copies_in_a_folder_share_one(void **state)
{
    (void)state;
    is_folder("/a/office.db", "/a/office.evidence");
    is_folder("office.db", "office.evidence");
    is_folder("/a/office.db.1", "/a/office.evidence");
    is_folder("/a/b/office-000150-20241007-113205-daily.db", "/a/b/office.evidence");
    is_folder("/m/office-3fa9c01b-000150-20241007-113205-5c3474e2.db",
              "/m/office-3fa9c01b.evidence");
    is_folder("/a/my-office-2024.db", "/a/my-office-2024.evidence");
    is_folder("/a/office", "/a/office.evidence");
    is_folder("/a/2024", "/a/2024.evidence");
}

static void the_same_content_is_one_file(void **state)
{
    const struct place *place = *state;
    autostr folder = STR_INIT, path = STR_INIT;
    const struct store_proof one = take(place, "notice"), again = take(place, "notice"),
                             other = take(place, "minutes");
    store_proofs_folder(place->path, &folder);
    assert_string_equal(one.hash, again.hash);
    assert_int_equal(files_in(folder.buf), 2);
    assert_int_equal(one.bytes, 6);
    // What was altered is replaced by what is taken in.
    path_of(place->path, &one, &path);
    write_file(path.buf, "nOtice");
    assert_int_equal(store_look_at_proof(place->path, &one, false), STORE_PROOF_SOUND);
    assert_int_equal(store_look_at_proof(place->path, &one, true), STORE_PROOF_ALTERED);
    take(place, "notice");
    assert_int_equal(store_look_at_proof(place->path, &one, true), STORE_PROOF_SOUND);
    assert_int_equal(store_look_at_proof(place->path, &other, true), STORE_PROOF_SOUND);
    file_remove(path.buf);
    assert_int_equal(store_look_at_proof(place->path, &one, false), STORE_PROOF_MISSING);
}

static void every_bit_counts(void **state)
{
    const struct place *place = *state;
    autostr path = STR_INIT, bytes = STR_INIT;
    const struct store_proof proof = take(place, "a proof of forty letters, as it was scanned");
    path_of(place->path, &proof, &path);
    assert_int_equal(file_read(path.buf, &bytes, NULL), STATUS_OK);
    for (size_t bit = 0; bit < bytes.len * 8; bit++) {
        bytes.buf[bit / 8] = (char)(bytes.buf[bit / 8] ^ (1 << bit % 8));
        assert_int_equal(file_write(path.buf, bytes.buf, bytes.len, true, NULL), STATUS_OK);
        assert_int_equal(store_look_at_proof(place->path, &proof, true), STORE_PROOF_ALTERED);
        bytes.buf[bit / 8] = (char)(bytes.buf[bit / 8] ^ (1 << bit % 8));
    }
}

static void no_link_is_followed(void **state)
{
    const struct place *place = *state;
    const struct store_proof proof = take(place, "notice");
    autostr path = STR_INIT, folder = STR_INIT, aside = STR_INIT, source = STR_INIT, to = STR_INIT;
    struct store_taken taken;
    struct err err = {0};
    path_of(place->path, &proof, &path);
    store_proofs_folder(place->path, &folder);
    str_addf(&aside, "%s/aside", place->folder);
    str_addf(&to, "%s/out.pdf", place->folder);
    // In the place of the file, to the same content.
    assert_int_equal(rename(path.buf, aside.buf), 0);
    assert_int_equal(symlink(aside.buf, path.buf), 0);
    assert_int_equal(store_look_at_proof(place->path, &proof, false), STORE_PROOF_ALTERED);
    assert_int_equal(store_copy_proof_out(place->path, &proof, to.buf, &err), STATUS_DAMAGED);
    assert_false(file_exists(to.buf));
    // In the place of the folder.
    assert_int_equal(unlink(path.buf) || rename(aside.buf, path.buf), 0);
    assert_int_equal(rename(folder.buf, aside.buf) || symlink(aside.buf, folder.buf), 0);
    assert_int_not_equal(store_look_at_proof(place->path, &proof, false), STORE_PROOF_SOUND);
    source_of(place, "minutes", &source);
    assert_int_equal(store_take_proof(place->path, source.buf, &taken, &err), STATUS_INVALID);
}

static void names_that_are_no_hash_name_nothing(void **state)
{
    const struct place *place = *state;
    static const char *const names[] = {"../office.db", "", ".", "..", "ABCDEF"};
    take(place, "notice");
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        struct store_proof proof = {.bytes = 6};
        snprintf(proof.hash, sizeof proof.hash, "%s", names[i]);
        assert_int_equal(store_look_at_proof(place->path, &proof, true), STORE_PROOF_MISSING);
    }
}

// A letter after the other, as long as anybody looks.
static void add_to(const char *path)
{
    FILE *file = fopen(path, "a");
    while (file && fputc('x', file) != EOF && fflush(file) == 0 && getppid() != 1)
        ;
    _exit(0);
}

// Somebody adds to the file all the while.
static void what_changes_meanwhile_is_not_taken(void **state)
{
    enum { LARGE = 40 << 20, TRIES = 50 };
    const struct place *place = *state;
    autostr source = STR_INIT, folder = STR_INIT;
    struct store_taken taken;
    struct err err = {0};
    source_of(place, "scan", &source);
    enum status status = STATUS_OK;
    for (int i = 0; i < TRIES && status == STATUS_OK; i++) {
        assert_int_equal(truncate(source.buf, LARGE), 0);
        const pid_t writer = fork();
        if (writer == 0)
            add_to(source.buf);
        status = store_take_proof(place->path, source.buf, &taken, &err);
        kill(writer, SIGKILL);
        waitpid(writer, NULL, 0);
        if (status == STATUS_OK)
            store_taken_done(&taken);
    }
    assert_int_equal(status, STATUS_CHANGED);
    store_proofs_folder(place->path, &folder);
    assert_int_equal(files_in(folder.buf), 0);
}

static void a_full_disk_leaves_nothing(void **state)
{
    const struct place *place = *state;
    autostr source = STR_INIT, folder = STR_INIT;
    struct store_taken taken;
    struct err err = {0};
    struct rlimit before, small;
    source_of(place, "more than a few bytes", &source);
    assert_int_equal(getrlimit(RLIMIT_FSIZE, &before), 0);
    small = before;
    small.rlim_cur = 8;
    signal(SIGXFSZ, SIG_IGN);
    assert_int_equal(setrlimit(RLIMIT_FSIZE, &small), 0);
    const enum status status = store_take_proof(place->path, source.buf, &taken, &err);
    assert_int_equal(setrlimit(RLIMIT_FSIZE, &before), 0);
    assert_int_equal(status, STATUS_NO_SPACE);
    assert_non_null(strstr(err.text, "source.pdf"));
    store_proofs_folder(place->path, &folder);
    assert_int_equal(files_in(folder.buf), 0);
}

// --- copies -------------------------------------------------------------------------------------

static void make_copy(struct store *store, const char *path, const char *expected_talk)
{
    autostr talk = STR_INIT;
    struct err err = {0};
    file_remove(path);
    assert_done(store_backup(store, path, &talk, &err), &err);
    if (expected_talk)
        assert_non_null(strstr(talk.buf, expected_talk));
    else
        assert_string_equal(talk.buf, "");
}

// One that can have no second name of a file, as a pen drive.
static void check_copies(const struct place *place, const char *folder)
{
    struct store *store = open_as(place->path, STORE_CREATE);
    autostr copy = STR_INIT, path = STR_INIT, own = STR_INIT;
    const struct store_proof one = take(place, "notice"), two = take(place, "minutes");
    put_record(store, &one);
    put_record(store, &two);
    str_addf(&copy, "%s/copy.db", folder);
    make_copy(store, copy.buf, NULL);
    assert_int_equal(store_look_at_proof(copy.buf, &one, true), STORE_PROOF_SOUND);
    assert_int_equal(store_look_at_proof(copy.buf, &two, true), STORE_PROOF_SOUND);
    // One that is cut short is noticed, and copied again.
    path_of(copy.buf, &one, &path);
    file_remove(path.buf);
    write_file(path.buf, "not");
    assert_int_equal(store_look_at_proof(copy.buf, &one, false), STORE_PROOF_ALTERED);
    make_copy(store, copy.buf, NULL);
    assert_int_equal(store_look_at_proof(copy.buf, &one, true), STORE_PROOF_SOUND);
    // What is gone here stays there.
    path_of(place->path, &one, &own);
    file_remove(own.buf);
    make_copy(store, copy.buf, NULL);
    assert_int_equal(store_look_at_proof(copy.buf, &one, true), STORE_PROOF_SOUND);
    path_of(copy.buf, &one, &path);
    file_remove(path.buf);
    make_copy(store, copy.buf, "notice.pdf");
    store_close(&store);
}

static void copies_take_them_along(void **state)
{
    const struct place *place = *state;
    autostr folder = STR_INIT;
    str_addf(&folder, "%s/elsewhere", place->folder);
    assert_int_equal(mkdir(folder.buf, 0700), 0);
    check_copies(place, folder.buf);
}

static void also_to_another_disk(void **state)
{
    const struct place *place = *state;
    char folder[] = "/dev/shm/orjon-proofs-XXXXXX";
    autostr command = STR_INIT;
    if (!mkdtemp(folder))
        skip();
    check_copies(place, folder);
    str_addf(&command, "rm -rf '%s'", folder);
    assert_int_equal(system(command.buf), 0);
}

static void a_copy_brings_them_back(void **state)
{
    const struct place *place = *state;
    struct store *store = open_as(place->path, STORE_CREATE);
    const struct store_permission permission = {.via = "test"};
    autostr copy = STR_INIT, path = STR_INIT, kept = STR_INIT, talk = STR_INIT;
    struct err err = {0};
    const struct store_proof proof = take(place, "notice");
    put_record(store, &proof);
    str_addf(&copy, "%s/elsewhere.db", place->folder);
    make_copy(store, copy.buf, NULL);
    store_close(&store);
    path_of(place->path, &proof, &path);
    file_remove(path.buf);
    assert_done(store_restore(copy.buf, place->path, &permission, &kept, &talk, &err), &err);
    assert_string_equal(talk.buf, "");
    assert_int_equal(store_look_at_proof(place->path, &proof, true), STORE_PROOF_SOUND);
}

// --- what nothing names -------------------------------------------------------------------------

static void is_spare(struct store *store, bool remove, size_t count)
{
    struct store_spare spare;
    struct err err = {0};
    assert_done(store_spare_proofs(store, remove, &spare, &err), &err);
    assert_int_equal(spare.count, count);
}

static void what_is_named_stays(void **state)
{
    const struct place *place = *state;
    struct store *store = open_as(place->path, STORE_CREATE);
    const struct store_proof one = take(place, "notice"), two = take(place, "minutes"),
                             three = take(place, "photo");
    struct err err = {0};
    autostr kept = STR_INIT;
    put_record(store, &one);
    const int64_t id = put_record(store, &two);
    str_addf(&kept, "%s.1", place->path); // as restore keeps what was there
    assert_done(store_copy(store, kept.buf, &err), &err);
    assert_done(store_remove_record(store, id, &err), &err);
    is_spare(store, false, 1); // the photo alone
    is_spare(store, true, 1);
    assert_int_equal(store_look_at_proof(place->path, &three, true), STORE_PROOF_MISSING);
    assert_int_equal(store_look_at_proof(place->path, &two, true), STORE_PROOF_SOUND);
    // One that cannot be read keeps all.
    write_file(kept.buf, "no office");
    struct store_spare spare;
    assert_int_not_equal(store_spare_proofs(store, true, &spare, &err), STATUS_OK);
    assert_int_equal(store_look_at_proof(place->path, &two, true), STORE_PROOF_SOUND);
    file_remove(kept.buf);
    is_spare(store, true, 1);
    assert_int_equal(store_look_at_proof(place->path, &one, true), STORE_PROOF_SOUND);
    store_close(&store);
}

static void copies_that_go_let_theirs_go(void **state)
{
    enum { MANY = 12 };
    const struct place *place = *state;
    struct store *store = open_as(place->path, STORE_CREATE);
    const struct store_proof one = take(place, "notice"), two = take(place, "minutes");
    autostr copy = STR_INIT;
    struct err err = {0};
    put_record(store, &one);
    const int64_t id = put_record(store, &two);
    str_addf(&copy, "%s/backups/office.db", place->folder);
    assert_done(store_keep_copy(store, "test", &err), &err);
    assert_done(store_remove_record(store, id, &err), &err);
    for (int i = 0; i < MANY; i++) {
        assert_int_equal(store_look_at_proof(copy.buf, &two, true),
                         i < 10 ? STORE_PROOF_SOUND : STORE_PROOF_MISSING);
        assert_done(store_keep_copy(store, "test", &err), &err);
    }
    assert_int_equal(store_look_at_proof(copy.buf, &one, true), STORE_PROOF_SOUND);
    store_close(&store);
}

// --- sealed ones --------------------------------------------------------------------------------

static int64_t put_of(struct store *store, const char *year, const char *quarter)
{
    const struct store_proof none = {.bytes = 1, .hash = ""};
    const int64_t id = put_record(store, &none);
    put_field(store, id, PROOF_PLAN, "egov");
    put_field(store, id, PROOF_QUARTER, quarter);
    put_field(store, id, PROOF_YEAR, year);
    return id;
}

// A meeting that the proof is one by.
static int64_t meeting_behind(struct store *store, int64_t proof)
{
    struct err err = {0};
    int64_t id = 0;
    char number[24];
    assert_done(store_new_record(store, RECORD_MEETING, 0, &id, &err), &err);
    assert_done(store_put_field(store, RECORD_MEETING, id, MEETING_TITLE, NULL, "Ethics", &err),
                &err);
    snprintf(number, sizeof number, "%lld", (long long)id);
    put_field(store, proof, PROOF_MEETING, number);
    return id;
}

static void what_was_signed_with_stays(void **state)
{
    const struct place *place = *state;
    struct store *store = open_as(place->path, STORE_CREATE);
    struct plan *plan = install(store, "2024-25/coop-upazila/egov.tsv");
    struct err err = {0};
    autorecords proofs = {0};
    const int64_t first = put_of(store, "2024-25", "1"), second = put_of(store, "2024-25", "2"),
                  third = put_of(store, "2024-25", "3"), other = put_of(store, "2023-24", "1");
    struct str paper = {.buf = (char[]){"paper"}, .len = 5};
    static const char hash[] = "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef";
    const int64_t meeting = meeting_behind(store, second);
    put_field(store, other, PROOF_NOTE, "the last before");
    assert_done(store_seal_quarter(store, 1, plan->id, 2, hash, &paper, &err), &err);
    assert_int_equal(store_put_field(store, RECORD_PROOF, first, PROOF_NOTE, NULL, "x", &err),
                     STATUS_LOCKED);
    assert_int_equal(store_remove_record(store, second, &err), STATUS_LOCKED);
    assert_int_equal(store_undo_records(store, false, NULL, NULL, &err),
                     STATUS_OK); // the other's year
    put_field(store, other, PROOF_YEAR, "2023-24");
    put_field(store, third, PROOF_NOTE, "open still");
    // Neither in nor out by its place.
    assert_int_equal(store_put_field(store, RECORD_PROOF, third, PROOF_QUARTER, NULL, "2", &err),
                     STATUS_LOCKED);
    assert_int_equal(store_put_field(store, RECORD_PROOF, second, PROOF_YEAR, NULL, "", &err),
                     STATUS_LOCKED);
    put_field(store, other, PROOF_NOTE, "of another year");
    assert_int_equal(
        store_put_field(store, RECORD_MEETING, meeting, MEETING_DATE, NULL, "2024-09-23", &err),
        STATUS_LOCKED);
    assert_int_equal(store_put_field(store, RECORD_MEETING, meeting, MEETING_TITLE, NULL, "", &err),
                     STATUS_LOCKED);
    assert_done(store_put_field(store, RECORD_MEETING, meeting, MEETING_VENUE, NULL, "Hall", &err),
                &err);
    assert_done(store_load_proofs(store, "egov", 2024, &proofs, &err), &err);
    assert_int_equal(proofs.count, 3);
    assert_done(store_reopen_quarter(store, 1, plan->id, 2, "again", &err), &err);
    put_field(store, first, PROOF_NOTE, "x");
    plan_free(&plan);
    store_close(&store);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, place_setup, place_teardown)

int main(void)
{
    i18n_set_language(LANGUAGE_ENGLISH);
    const struct CMUnitTest tests[] = {
        TEST(copies_in_a_folder_share_one),
        TEST(the_same_content_is_one_file),
        TEST(every_bit_counts),
        TEST(no_link_is_followed),
        TEST(names_that_are_no_hash_name_nothing),
        TEST(what_changes_meanwhile_is_not_taken),
        TEST(a_full_disk_leaves_nothing),
        TEST(copies_take_them_along),
        TEST(also_to_another_disk),
        TEST(a_copy_brings_them_back),
        TEST(what_is_named_stays),
        TEST(copies_that_go_let_theirs_go),
        TEST(what_was_signed_with_stays),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
