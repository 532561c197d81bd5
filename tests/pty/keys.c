// SPDX-License-Identifier: GPL-3.0-or-later
// The demo program on a pty: what the keys of each terminal do, and keys over a slow line.
#include "run.h"

// What stands in a row of the table; waits for it.
static void assert_row(struct run *run, int row, const char *text)
{
    while (strcmp(vt_row(&run->vt, row, 7, 37), text) != 0)
        if (!take(run))
            fail_msg("the program has ended; row %d is: %s", row, vt_row(&run->vt, row, 7, 37));
}

// In both modes of the cursor keys, and as the terminals of old have them.
static void keys_do_in_each_terminal(void **state)
{
    (void)state;
    static const char *const terms[] = {"xterm-256color", "tmux-256color", "screen", "linux",
                                        "rxvt",           "vt220",         "vt100"};
    static const char edits[] = "ab\033[Hx\033[Fy\rab\033OHx\033OFy\rab\033[1~x\033[4~y\r"
                                "ab\033[7~x\033[8~y\rxb\033[Da\033[Cy\rxb\033ODa\033OCy\r"
                                "zxaby\033[H\033[3~\r\033[Bz\033[Axaby\r\033OBz\033OAxaby\r";
    enum { EDITS = 9 };
    for (size_t i = 0; i < sizeof terms / sizeof *terms; i++) {
        struct run run = {0};
        start_as(&run, FAMILY_GLIBC, terms[i]);
        keys(&run, edits);
        for (int edit = 0; edit < EDITS; edit++)
            assert_row(&run, 3 + edit, "xaby");
        quit(&run);
    }
}

// It has other keys while its numeric pad is plain, which its description does not name.
static void st_has_keys_of_its_own(void **state)
{
    (void)state;
    struct run run = {0};
    start_as(&run, FAMILY_GLIBC, "st-256color");
    if (strstr(vt_row(&run.vt, 0, 0, 80), "terminal")) { // not known here
        finish(&run);
        skip();
    }
    keys(&run, "zxabyzz\033[H\033[P\033[F\033[D\033[D\033[K\033[P\r");
    assert_row(&run, 3, "xaby");
    quit(&run);
}

static void the_numeric_pad_types_what_is_on_it(void **state)
{
    (void)state;
    static const char *const terms[] = {"xterm", "tmux-256color", "screen",
                                        "linux", "rxvt",          "vt100"};
    for (size_t i = 0; i < sizeof terms / sizeof *terms; i++) {
        struct run run = {0};
        start_as(&run, FAMILY_GLIBC, terms[i]);
        assert_null(strstr(run.sent.buf, "\033="));
        assert_non_null(strstr(run.sent.buf, "\033>")); // in case another program left it on
        keys(&run,
             "=\033Oo\033Oj\033Om\033Ok\033On\033Ot\033Oq\033OM"); // and if it is, in spite of us
        assert_row(&run, 3, "=/*-+.41");
        keys(&run, "x\r");
        assert_row(&run, 4, "x");
        quit(&run);
    }
}

// Types with pauses that a slow line makes, longer than those which tell Esc from a sequence.
static void type_slowly(struct run *run, const char *const *pieces, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        type(run, pieces[i]);
        poll(NULL, 0, 150);
    }
}

static void slow_lines_make_no_commands(void **state)
{
    (void)state;
    static const char *const pieces[] = {"\033[",  "B",        "\033O",  "B",   "\033[20",
                                         "0~\340", "\246\225", "\033[2", "01~", "\033[1;",
                                         "2",      "D",        "\033[",  "3~",  "x\r"};
    struct run run = {0};
    start(&run, FAMILY_GLIBC);
    type_slowly(&run, pieces, sizeof pieces / sizeof *pieces);
    assert_row(&run, 5, "x"); // two rows down, a pasted ক, marked, deleted
    assert_row(&run, 3, "");
    assert_row(&run, 4, "");
    quit(&run);
}

static void pastes_that_never_end_are_given_out(void **state)
{
    (void)state;
    struct run run = {0};
    start(&run, FAMILY_GLIBC);
    type(&run, "\033[200~অভিযোগ");
    assert_row(&run, 3, "অভিযোগ");
    keys(&run, "\033[201~\r"); // much too late, and no key
    keys(&run, "x\r");
    assert_row(&run, 3, "অভিযোগ");
    assert_row(&run, 4, "x");
    quit(&run);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(keys_do_in_each_terminal),
        cmocka_unit_test(st_has_keys_of_its_own),
        cmocka_unit_test(the_numeric_pad_types_what_is_on_it),
        cmocka_unit_test(slow_lines_make_no_commands),
        cmocka_unit_test(pastes_that_never_end_are_given_out),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
