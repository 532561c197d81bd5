// SPDX-License-Identifier: GPL-3.0-or-later
// Nothing changes without a word: each row of the screens' tables is pressed in many places, the
// boxes that come are answered in each way, and where the journal has grown the message line, or a
// box, must say something.
//
// ORJON_SAID=1 lists what is said; ORJON_SAID_EVERY=3 takes each third place.
#include "../../src/app/private.h"
#include "../../src/tui/screen_private.h"
#include "../clock.h"
#include "../sample_office.h"
#include "../test.h"

#include "orjon/domain/date.h"
#include "orjon/screens/screens.h"
#include "orjon/store/journal.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static const struct {
    const char *family, *keys;
} places[] = {
    {NULL, ""},                                   // the first screen
    {NULL, "<Enter>"},                            // a return: a percent
    {NULL, "<Down>*3<Enter><Down>*4"},            // a number
    {NULL, "<Down>*3<Enter>"},                    // a state
    {NULL, "<Down>*3<Enter><C-Right>"},           // nothing
    {NULL, "<Down>*2<Enter><Down>*3"},            // a number and dates
    {NULL, "<Down>*2<Enter>3<Enter><Up>"},        // something to undo
    {NULL, "<Down>*2<Enter><F9><Left><Enter>"},   // finalised
    {NULL, "<Down>*3<Enter><Down>*4<F6><F6>"},    // the working
    {NULL, "<Down>*3<Enter><F7>"},                // the check
    {NULL, "<Down>*3<Enter><C-p>"},               // the plan
    {NULL, "<Down>*2<Enter><C-e>"},               // evidence
    {NULL, "<Down>*2<Enter><C-r>"},               // typed again
    {NULL, "<F2><Enter>"},                        // meetings
    {NULL, "<F2><Enter><Down><Enter>"},           // a meeting
    {NULL, "<F2><Enter><Down><Enter><F6><Down>"}, // what belongs to it
    {NULL, "<F2><Down><Enter>"},                  // and the other registers
    {NULL, "<F2><Down>*2<Enter>"},
    {NULL, "<F2><Down>*3<Enter>"},
    {NULL, "<F2><Down>*4<Enter>"},
    {NULL, "<F2><Down>*5<Enter>"},
    {NULL, "<F2><Down>*6<Enter>"},
    {NULL, "<F4>"},          // the office
    {NULL, "<F5>"},          // the year to date
    {NULL, "<F6>"},          // the year's change
    {NULL, "<F7>"},          // the check of all
    {"coop-department", ""}, // an office with others below it
    {"coop-department", "<F5>"},
    {"coop-department", "<F5><Enter>"},
    {"coop-department", "<F6>"},
    {"coop-department", "<F6><Down>*2<Right>*2"},
    {"coop-department", "<F6><Down>*3<Right>*1"},
    {"coop-department", "<F6><Right>*2<S-Down>*3"},
    {"coop-department", "<F5><Down>*3<Enter>"},
    {"coop-department", "<F5><Enter>y"},
    {"coop-department", "<F7>"},
    {"coop-department", "<C-o>"},
    {"coop-department", "<C-o><Down>"},
};

static const char *const answers[] = {"<Enter>", "<Left><Enter>", "<Down><Enter>", "5<Enter>",
                                      "ক<Enter>"};

struct trial {
    char folder[64];
    struct str office;
    struct app_options options;
    struct session session;
    struct desk *desk;
    int wrong;
    size_t changes;
};

// --- what changed -------------------------------------------------------------------------------

struct grown {
    int64_t before;
    size_t rows; // but for settings, which their lists show
};

static enum status count_row(void *data, const struct journal_row *row)
{
    struct grown *grown = data;
    if (row->seq <= grown->before)
        return STATUS_NOT_FOUND; // the rest is older
    grown->rows += row->what != JOURNAL_SETTING;
    return STATUS_OK;
}

static size_t grown_since(struct trial *t, int64_t before)
{
    struct grown grown = {.before = before};
    store_read_journal(t->session.app->store, &(struct journal_query){.limit = 1000}, count_row,
                       &grown, NULL);
    return grown.rows;
}

// --- playing ------------------------------------------------------------------------------------

static void open_at(struct trial *t, size_t place)
{
    const bool many = places[place].family;
    struct err err = {0};
    t->options.as_of.value = many ? date_of(2024, 3, 5) : date_of(2023, 10, 5);
    sample_office_put(&t->options, places[place].family);
    t->session = (struct session){.options = &t->options};
    if (app_open(&t->options, &t->session.app, &err))
        fail_msg("%s", err.text);
    t->desk = desk_new(NULL, false);
    assert_int_equal(screens_start(t->desk, &t->session, NULL), STATUS_OK);
    assert_int_equal(desk_play(t->desk, places[place].keys, 24, 100, NULL, NULL), STATUS_OK);
}

// Without the copies of a day's end, which say nothing here.
static void close_all(struct trial *t)
{
    desk_free(&t->desk);
    app_done(t->session.app);
    free(t->session.app);
    t->session.app = NULL;
}

static bool is_boxed(const struct desk *desk)
{
    return desk->open.count && desk->open.at[desk->open.count - 1].ops->overlay;
}

// Plays keys; what they changed must be told. A box that comes instead tells it, or asks on.
static void press(struct trial *t, size_t place, const char *trail, const char *keys)
{
    const int64_t before = app_journal_seq(t->session.app);
    desk_play(t->desk, keys, 24, 100, NULL, NULL);
    const size_t rows = grown_since(t, before);
    t->changes += rows > 0;
    if (!rows)
        return;
    if (getenv("ORJON_SAID"))
        print_message("%s | %s%s | %s\n", places[place].keys, trail, keys, desk_message(t->desk));
    if (*desk_message(t->desk) || is_boxed(t->desk) || desk_ended(t->desk))
        return;
    print_error("%s: %s%s changes %zu rows without a word\n", places[place].keys, trail, keys,
                rows);
    t->wrong++;
}

// The i-th of its keys, as in a script: «<F4>», «+»; false behind the last.
static bool name_key(const struct action *row, size_t i, struct str *ret)
{
    for (int letters = 0; letters < 2; letters++) {
        const char *at = letters ? row->letters : row->keys;
        for (size_t n; at && *at; at += n + (at[n] == ' ')) {
            n = strcspn(at, " ");
            if (i-- == 0) {
                str_addf(ret, letters ? "%.*s" : "<%.*s>", (int)n, at);
                return true;
            }
        }
    }
    return false;
}

// What would print, or open a viewer, is not of this program.
static bool leads_out(const struct screen_ops *ops, const struct action *row)
{
    return strcmp(ops->name, "preview") == 0 || (row->keys && strstr(row->keys, "C-w"));
}

static void try_key(struct trial *t, size_t place, const char *key)
{
    open_at(t, place);
    press(t, place, "", key);
    const bool boxed = is_boxed(t->desk);
    close_all(t);
    for (size_t a = 0; boxed && a < sizeof answers / sizeof *answers; a++) {
        open_at(t, place);
        desk_play(t->desk, key, 24, 100, NULL, NULL);
        press(t, place, key, answers[a]);
        if (is_boxed(t->desk)) // and on
            press(t, place, key, "<Enter>");
        if (is_boxed(t->desk))
            press(t, place, key, "<Left><Enter>");
        close_all(t);
    }
}

static void try_row(struct trial *t, size_t place, const struct action *row)
{
    autostr key = STR_INIT;
    for (size_t i = 0; name_key(row, i, &key); i++) {
        try_key(t, place, key.buf);
        str_reset(&key);
    }
}

static void try_place(struct trial *t, size_t place)
{
    open_at(t, place);
    const struct screen_ops *ops = t->desk->open.at[t->desk->open.count - 1].ops;
    close_all(t);
    for (const struct action *row = ops->actions; row && row->act; row++)
        if (!leads_out(ops, row))
            try_row(t, place, row);
    for (const struct action *row = ops->shared; row && row->act; row++)
        if (!leads_out(ops, row))
            try_row(t, place, row);
}

static void every_change_is_told(void **state)
{
    struct trial t = {.folder = "/tmp/orjon-said-XXXXXX", .office = STR_INIT};
    (void)state;
    assert_non_null(mkdtemp(t.folder));
    assert_int_equal(chdir(t.folder), 0);
    str_addf(&t.office, "%s/office/office.db", t.folder);
    autostr command = STR_INIT;
    str_addf(&command, "mkdir '%s/office'", t.folder);
    assert_int_equal(system(command.buf), 0);
    i18n_set_language(LANGUAGE_ENGLISH);
    i18n_set_digits(DIGITS_LATIN);
    t.options = (struct app_options){.file = t.office.buf,
                                     .via = "screen",
                                     .as_of = {true, 0},
                                     .language_given = true,
                                     .digits_given = true};
    const char *some = getenv("ORJON_SAID_EVERY");
    const size_t every = some ? strtoul(some, NULL, 10) : 1;
    for (size_t p = 0; p < sizeof places / sizeof *places; p += every)
        try_place(&t, p);
    str_reset(&command);
    str_addf(&command, "rm -rf '%s'", t.folder);
    assert_int_equal(chdir("/"), 0);
    assert_int_equal(system(command.buf), 0);
    str_done(&t.office);
    assert_true(t.changes > 60 / every); // else the places are not what they were
    assert_int_equal(t.wrong, 0);
}

int main(void)
{
    setenv("TZ", "UTC0", 1);
    clock_stand(1696464000);
    const struct CMUnitTest tests[] = {cmocka_unit_test(every_change_is_told)};
    return cmocka_run_group_tests_name("said", tests, NULL, NULL);
}
