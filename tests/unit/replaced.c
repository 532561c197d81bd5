// SPDX-License-Identifier: GPL-3.0-or-later
// Files in the place of others: whatever way it was done, a seal is not forgotten, and what was
// done is told from a forgery.
#include "forgery.h"

static void unread(sqlite3 *db)
{
    cut_end(db);
    append(db, "restore", "unread", "");
}

// A made-up damage cannot be told from a true one; but it is told of, and it costs a revision.
static void a_made_up_damage_is_told_of(void **state)
{
    const struct forgery *office = *state;
    struct app_verdict verdict;
    struct err err = {0};
    autostr text = STR_INIT;
    tamper(office, unread);
    assert_int_equal(verify(office, &verdict, &err), STATUS_OK);
    assert_int_equal(verdict.compared.replaced, 3);
    struct app *app = open_office(office);
    finalise(app, "egov");
    app_close(&app);
    assert_int_equal(print(office, &text, &err), STATUS_OK);
    assert_non_null(strstr(text.buf, "সংশোধিত"));
    assert_null(strstr(text.buf, office->letters));
}

// Whoever takes the file away and makes a new one begins with what its copies know.
static void an_office_made_anew_by_hand_forgets_nothing(void **state)
{
    const struct forgery *office = *state;
    const struct app_options options = {.file = office->file, .via = "test", .as_of = {true, DAY}};
    struct app_verdict verdict;
    struct app_letters letters;
    autostr text = STR_INIT;
    assert_int_equal(unlink(office->file), 0);
    assert_int_equal(app_init(&options, &(struct app_new_office){.sample = true}, NULL), STATUS_OK);
    struct app *app = open_office(office);
    finalise(app, "egov");
    app_close(&app);
    assert_int_equal(verify(office, &verdict, NULL), STATUS_OK);
    assert_int_equal(verdict.compared.replaced, 3);
    assert_int_equal(print(office, &text, NULL), STATUS_OK);
    assert_non_null(strstr(text.buf, "সংশোধিত"));
    assert_null(strstr(text.buf, office->letters));
    assert_int_equal(find_letters(office, &letters), STATUS_OK);
    assert_true(letters.replaced);
}

// The same through the program is no forgery, and forgets nothing.
static void an_office_made_anew_by_the_program_is_sound(void **state)
{
    const struct forgery *office = *state;
    const struct app_options options = {.file = office->file, .via = "init", .as_of = {true, DAY}};
    struct app_verdict verdict;
    struct app_letters letters;
    struct err err = {0};
    autostr kept = STR_INIT;
    if (app_init_anew(&options, &(struct app_new_office){.sample = true}, "long enough", &kept,
                      &err))
        fail_msg("%s", err.text);
    if (verify(office, &verdict, &err))
        fail_msg("%s", err.text);
    assert_int_equal(verdict.compared.replaced, 3);
    assert_int_equal(find_letters(office, &letters), STATUS_OK);
    assert_true(letters.replaced);
    assert_false(letters.in_force);
    assert_int_equal(letters.revision, 1);
}

static void restorations_upon_restorations_are_sound(void **state)
{
    const struct forgery *office = *state;
    const struct app_options options = {.file = office->file, .via = "restore", .as_of = {true, DAY}};
    static const char *const names[] = {"first.db", "second.db", "third.db"};
    autostr command = STR_INIT;
    str_addf(&command,
             "cd '%s' && i=0 && for f in backups/*.db; do i=$((i + 1)); case $i in"
             " 1) cp $f first.db ;; 2) cp $f second.db ;; 3) cp $f third.db ;; esac; done",
             office->folder);
    assert_int_equal(system(command.buf), 0);
    int last = 1;
    for (unsigned i = 0; i < 6; i++) {
        struct app_verdict verdict;
        struct err err = {0};
        autostr source = STR_INIT, kept = STR_INIT;
        str_addf(&source, "%s/%s", office->folder, names[i * 7 % 3]);
        if (i == 2) // too damaged to be asked: its copies are
            assert_int_equal(file_write(office->file, "damaged", 7, true, NULL), STATUS_OK);
        if (app_restore(&options, source.buf, "long enough", &kept, NULL, &err))
            fail_msg("%s: %s", source.buf, err.text);
        struct app *app = open_office(office);
        struct book *book = NULL;
        assert_int_equal(book_open(app, 0, "egov", 1, &book, NULL), STATUS_OK);
        if (book->sealed & 1)
            assert_int_equal(app_reopen(book, 1, "again", "long enough", NULL), STATUS_OK);
        book_free(&book);
        finalise(app, "egov");
        book_open(app, 0, "egov", 1, &book, NULL);
        struct app_seal seal = {0};
        assert_int_equal(app_seal(book, 1, &seal, NULL), STATUS_OK);
        assert_true(seal.revision > last); // no number is given twice
        last = seal.revision;
        book_free(&book);
        app_close(&app);
        if (verify(office, &verdict, &err))
            fail_msg("after %u: %s", i, err.text);
    }
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)
    const struct CMUnitTest tests[] = {
        TEST(a_made_up_damage_is_told_of),
        TEST(an_office_made_anew_by_hand_forgets_nothing),
        TEST(an_office_made_anew_by_the_program_is_sound),
        TEST(restorations_upon_restorations_are_sound),
    };
    return cmocka_run_group_tests_name("replaced", tests, NULL, NULL);
}
