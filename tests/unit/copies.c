// SPDX-License-Identifier: GPL-3.0-or-later
// Which copies are kept: by the journal, whatever the clock says.
#include "../clock.h"
#include "office_file.h"

#include "orjon/base/file.h"
#include "orjon/store/copies.h"
#include "orjon/store/office.h"
#include "orjon/store/replace.h"

#include <dirent.h>
#include <sys/wait.h>

// Noon of 1 June in UTC.
enum { NOON_2025 = 1748779200, NOON_2010 = 1275393600, DAY = 86400 };
static const int64_t noon_2099 = 4083998400;

enum { MOST = 100 };

// The names in the folder of copies, sorted as a file manager does.
struct folder {
    char *name[MOST];
    size_t count;
};

static int by_name(const void *a, const void *b)
{
    return strcmp(*(char *const *)a, *(char *const *)b);
}

static struct folder list(const struct place *place)
{
    struct folder ret = {0};
    char path[96];
    snprintf(path, sizeof path, "%s/backups", place->folder);
    DIR *dir = opendir(path);
    assert_non_null(dir);
    for (const struct dirent *entry; (entry = readdir(dir));)
        if (entry->d_name[0] != '.' && ret.count < MOST)
            ret.name[ret.count++] = strdup(entry->d_name);
    closedir(dir);
    qsort(ret.name, ret.count, sizeof *ret.name, by_name);
    return ret;
}

static void done(struct folder *folder)
{
    for (size_t i = 0; i < folder->count; i++)
        free(folder->name[i]);
    *folder = (struct folder){0};
}

static size_t count_of(const struct place *place, const char *part)
{
    struct folder folder = list(place);
    size_t count = 0;
    for (size_t i = 0; i < folder.count; i++)
        count += strstr(folder.name[i], part) != NULL;
    done(&folder);
    return count;
}

static bool is_there(const struct place *place, const char *why)
{
    char part[48];
    snprintf(part, sizeof part, "-%s.db", why);
    return count_of(place, part) > 0;
}

// A change and a copy of it, called «WHY» and its number.
static void work(struct store *store, int64_t clock, const char *why, int number)
{
    struct err err = {0};
    char text[32];
    clock_stand(clock);
    snprintf(text, sizeof text, "%s%d", why, number);
    assert_done(store_set_setting(store, "place", text, &err), &err);
    assert_done(store_keep_copy(store, text, &err), &err);
}

static bool all_there(const struct place *place, const char *why, int from, int to)
{
    char text[32];
    for (int i = from; i <= to; i++) {
        snprintf(text, sizeof text, "%s%d", why, i);
        if (!is_there(place, text)) {
            print_error("%s is gone\n", text);
            return false;
        }
    }
    return true;
}

static struct store *begin(const struct place *place)
{
    clock_stand(NOON_2025);
    make_office(place->path);
    return open_as(place->path, STORE_WRITE);
}

static void copies_of_2099_push_out_nothing(void **state)
{
    struct place *place = *state;
    struct store *store = begin(place);
    for (int i = 1; i <= 12; i++)
        work(store, noon_2099 + i * DAY, "wrong", i);
    for (int i = 1; i <= 12; i++)
        work(store, NOON_2025 + i, "true", i);
    assert_true(all_there(place, "true", 3, 12)); // the last ten
    assert_int_equal(count_of(place, "-true"), 10);
    assert_true(all_there(place, "wrong", 4, 12)); // each the last of a day
    assert_int_equal(count_of(place, "-wrong"), 9);
    store_close(&store);
}

static void copies_of_2010_are_kept_and_push_out_no_more_than_others(void **state)
{
    struct place *place = *state;
    struct store *store = begin(place);
    for (int i = 1; i <= 12; i++)
        work(store, NOON_2025 + i * DAY, "true", i);
    for (int i = 1; i <= 12; i++)
        work(store, NOON_2010 + i, "wrong", i);
    assert_true(all_there(place, "wrong", 3, 12));
    assert_true(all_there(place, "true", 4, 12)); // the last of nine days, and of their year
    assert_int_equal(count_of(place, ".db"), 19);
    for (int i = 13; i <= 30; i++)
        work(store, NOON_2025 + 20 * DAY + i, "true", i);
    assert_true(all_there(place, "true", 21, 30));
    assert_true(is_there(place, "wrong12")); // the last of its day and year
    assert_int_equal(count_of(place, "-wrong"), 1);
    store_close(&store);
}

static void copies_of_one_second_stand_in_their_order(void **state)
{
    struct place *place = *state;
    struct store *store = begin(place);
    for (int i = 1; i <= 25; i++)
        work(store, NOON_2025, "a", i);
    struct folder folder = list(place);
    assert_int_equal(folder.count, 10);
    for (int i = 16; i <= 25; i++) {
        char ending[16];
        snprintf(ending, sizeof ending, "-a%d.db", i);
        assert_non_null(strstr(folder.name[i - 16], ending));
    }
    done(&folder);
    for (int i = 0; i < 12; i++) // of one state
        assert_int_equal(store_keep_copy(store, "same", NULL), STATUS_OK);
    assert_int_equal(count_of(place, "-same"), 10);
    store_close(&store);
}

// What comes behind it has a shorter journal than copies that are there.
static void a_restored_office_keeps_its_copies(void **state)
{
    struct place *place = *state;
    autostr kept = STR_INIT, source = STR_INIT;
    struct err err = {0};
    struct store *store = begin(place);
    for (int i = 1; i <= 12; i++)
        work(store, NOON_2025 + i, "before", i);
    store_close(&store);
    struct folder folder = list(place);
    str_addf(&source, "%s/backups/%s", place->folder, folder.name[0]);
    done(&folder);
    assert_done(store_restore(source.buf, place->path, &(struct store_permission){.via = "test"},
                              &kept, NULL, &err),
                &err);
    store = open_as(place->path, STORE_WRITE);
    for (int i = 1; i <= 4; i++)
        work(store, NOON_2025 + 60 + i, "after", i);
    assert_true(all_there(place, "after", 1, 4));
    assert_true(all_there(place, "before", 7, 12));
    store_close(&store);
}

// Names that were not made here: as old ones, too high, too long, of another office.
static void other_files_are_left_alone(void **state)
{
    struct place *place = *state;
    static const char *const strange[] = {
        "office-20990101-000000-daily.db",
        "office-9999999999-20990101-000000-daily.db",
        "office-000100-20990101-0000.db",
        "office-000100-20990101-000000-daily.txt",
        "office-branch-000100-20990101-000000-daily.db",
        "office-12345678-000100-20990101-000000-12345678.db",
        "letter.odt",
    };
    enum { STRANGE = sizeof strange / sizeof *strange };
    struct store *store = begin(place);
    work(store, NOON_2025, "first", 1);
    for (size_t i = 0; i < STRANGE; i++) {
        autostr path = STR_INIT;
        str_addf(&path, "%s/backups/%s", place->folder, strange[i]);
        assert_int_equal(file_write(path.buf, "x", 1, false, NULL), STATUS_OK);
    }
    for (int i = 1; i <= 12; i++)
        work(store, NOON_2025 + i, "a", i);
    assert_true(all_there(place, "a", 3, 12));
    assert_int_equal(count_of(place, "office"), 10 + STRANGE - 1);
    assert_true(is_there(place, "20990101-000000-daily"));
    store_close(&store);
}

// The highest place that a name can say: the next copies share it.
static void the_highest_place_is_no_end(void **state)
{
    struct place *place = *state;
    autostr path = STR_INIT;
    struct store *store = begin(place);
    work(store, NOON_2025, "first", 1);
    str_addf(&path, "%s/backups/office-999999999-20990101-000000-daily.db", place->folder);
    assert_int_equal(file_write(path.buf, "x", 1, false, NULL), STATUS_OK);
    for (int i = 1; i <= 12; i++)
        work(store, NOON_2025 + i, "a", i);
    assert_true(all_there(place, "a", 4, 12));
    store_close(&store);
}

// Programs that copy in the same second want the same place.
static void programs_at_once_get_a_copy_each(void **state)
{
    struct place *place = *state;
    enum { PROGRAMS = 8 };
    struct store *store = begin(place);
    store_close(&store);
    for (int i = 0; i < PROGRAMS; i++)
        if (fork() == 0) {
            store = open_as(place->path, STORE_WRITE);
            _exit(store_keep_copy(store, "at-once", NULL) != STATUS_OK);
        }
    for (int i = 0, ended = 0; i < PROGRAMS; i++) {
        assert_true(wait(&ended) > 0);
        assert_int_equal(ended, 0);
    }
    assert_int_equal(count_of(place, "-at-once"), PROGRAMS);
    assert_int_equal(count_of(place, ".part"), 0);
}

static void one_a_day_by_the_day_of_the_place(void **state)
{
    struct place *place = *state;
    struct err err = {0};
    struct store *store = begin(place);
    clock_stand(NOON_2025);
    assert_done(store_keep_daily(store, &err), &err);
    clock_stand(NOON_2025 + DAY / 4 - 1); // midnight in Dhaka is 18 hours UTC
    assert_done(store_keep_daily(store, &err), &err);
    assert_int_equal(count_of(place, "-20250601-180000-daily"), 1);
    assert_int_equal(count_of(place, "-daily"), 1);
    clock_stand(NOON_2025 + DAY / 4);
    assert_done(store_keep_daily(store, &err), &err);
    assert_int_equal(count_of(place, "-20250602-000000-daily"), 1);
    assert_int_equal(count_of(place, "-daily"), 2);
    store_close(&store);
}

// A clock that begins in 2010 whenever the machine starts: it cannot say whether it is another day.
static void a_clock_that_stands_behind_makes_no_day(void **state)
{
    struct place *place = *state;
    struct err err = {0};
    struct store *store = begin(place);
    for (int i = 1; i <= 3; i++) {
        clock_stand(NOON_2010);
        assert_done(store_keep_daily(store, &err), &err);
        assert_int_equal(count_of(place, "-daily"), i);
        clock_stand(NOON_2010 + 60);
        assert_done(store_set_setting(store, "place", "x", &err), &err);
    }
    assert_done(store_keep_daily(store, &err), &err); // of the same day, as far as can be told
    assert_int_equal(count_of(place, "-daily"), 3);
    store_close(&store);
}

int main(void)
{
    setenv("TZ", "BDT-6", 1);
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(copies_of_2099_push_out_nothing, place_setup,
                                        place_teardown),
        cmocka_unit_test_setup_teardown(copies_of_2010_are_kept_and_push_out_no_more_than_others,
                                        place_setup, place_teardown),
        cmocka_unit_test_setup_teardown(copies_of_one_second_stand_in_their_order, place_setup,
                                        place_teardown),
        cmocka_unit_test_setup_teardown(a_restored_office_keeps_its_copies, place_setup,
                                        place_teardown),
        cmocka_unit_test_setup_teardown(other_files_are_left_alone, place_setup, place_teardown),
        cmocka_unit_test_setup_teardown(the_highest_place_is_no_end, place_setup, place_teardown),
        cmocka_unit_test_setup_teardown(programs_at_once_get_a_copy_each, place_setup,
                                        place_teardown),
        cmocka_unit_test_setup_teardown(one_a_day_by_the_day_of_the_place, place_setup,
                                        place_teardown),
        cmocka_unit_test_setup_teardown(a_clock_that_stands_behind_makes_no_day, place_setup,
                                        place_teardown),
    };
    return cmocka_run_group_tests_name("copies", tests, NULL, NULL);
}
