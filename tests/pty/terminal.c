// SPDX-License-Identifier: GPL-3.0-or-later
// The demo program on a pty: rules, sizes, signals, terminals of all kinds.
#include "run.h"

// The name, the land and the cursor behind it, as each family has them; NULL where libvterm joins
// marks in another way.
static const struct {
    const char *name, *land, *box;
    int columns;
} expected[FAMILY_COUNT] = {
    [FAMILY_GLIBC] = {"মোঃ আব্দুর রহমান", "বাংলাদেশ", "বাংলাদেশ", 8},
    [FAMILY_KONSOLE] = {"মো আব্দুর রহমান", NULL, "বা", 7},
    [FAMILY_NARROW] = {"ম আব্দুর রহমন", "বলদশ", "বলদশ", 4},
    [FAMILY_CONJUNCT] = {"ম আবর রহমন", "বলদশ", "বলদশ", 4},
    [FAMILY_CLAMPED] = {"মো আব্দুর রহমান", "বালাদেশ", "বালাদেশ", 7},
    [FAMILY_WIDE] = {"মোঃ আব~দ~র রহমান", "বাংলাদেশ", "বাংলাদেশ", 8},
};

static void rules_stand_in_each_family(void **state)
{
    (void)state;
    for (int family = 0; family < FAMILY_COUNT; family++) {
        struct run run = {0};
        start(&run, (enum family)family);
        assert_true(run.vt.alternate);
        assert_rules(&run, 24);
        keys(&run, "মোঃ আব্দুর রহমান\r");
        assert_string_equal(vt_row(&run.vt, 3, 7, 37), expected[family].name);
        keys(&run, "প্রতিষ্ঠানিক অভিযোগ প্রতিকার ব্যবস্থাপনা কমিটি\r");
        keys(&run, "\033[200~বাংলাদেশ\033[201~");
        if (expected[family].land)
            assert_string_equal(vt_row(&run.vt, 5, 7, 37), expected[family].land);
        assert_int_equal(vt_cursor(&run.vt).row, 5);
        assert_int_equal(vt_cursor(&run.vt).col, 7 + expected[family].columns);
        assert_rules(&run, 24);
        keys(&run, "\r\033[A\033[A\033[A\033OQ\177\177ল\r"); // F2: রহমান → রহমল
        assert_rules(&run, 24);
        keys(&run, "\033[6~\033[6~\033[5~\0337"); // a box over the table
        assert_non_null(strstr(vt_row(&run.vt, 10, 0, 80), expected[family].box));
        keys(&run, "\r");
        assert_rules(&run, 24);
        quit(&run);
    }
}

static void letters_cost_their_bytes(void **state)
{
    (void)state;
    for (int family = 0; family < FAMILY_WIDE; family++) { // where letters cannot be cheap
        struct run run = {0};
        start(&run, (enum family)family);
        size_t first = keys(&run, "ক"), second = keys(&run, "র্"), third = keys(&run, "ম");
        print_message("family %d: %zu, then %zu and %zu bytes\n", family, first, second, third);
        assert_int_equal(second, strlen("র্"));
        assert_int_equal(third, strlen("ম"));
        quit(&run);
    }
}

static void what_follows_comes_when_keys_rest(void **state)
{
    (void)state;
    struct run run = {0};
    start(&run, FAMILY_GLIBC);
    assert_string_equal(vt_row(&run.vt, 0, 0, 80), "demo 1");
    type(&run, "\033[B\033[B");
    while (strcmp(vt_row(&run.vt, 0, 0, 80), "demo 3") != 0)
        assert_true(take(&run));
    quit(&run);
}

static void sizes_are_followed(void **state)
{
    (void)state;
    static const int sizes[][2] = {{30, 100}, {20, 60}, {10, 40}, {24, 80}};
    struct run run = {0};
    start(&run, FAMILY_GLIBC);
    keys(&run, "বাংলাদেশ\r");
    for (size_t i = 0; i < 4; i++) {
        struct winsize size = {.ws_row = (unsigned short)sizes[i][0],
                               .ws_col = (unsigned short)sizes[i][1]};
        vterm_set_size(run.vt.term, sizes[i][0], sizes[i][1]);
        ioctl(run.fd, TIOCSWINSZ, &size);
        await_picture(&run);
        if (sizes[i][0] < 16)
            assert_non_null(strstr(vt_row(&run.vt, 5, 0, 40), "too small"));
        else
            assert_rules(&run, sizes[i][0]);
    }
    assert_string_equal(vt_row(&run.vt, 3, 7, 37), "বাংলাদেশ");
    quit(&run);
}

static void bad_bytes_and_big_pastes(void **state)
{
    (void)state;
    struct run run = {0};
    start(&run, FAMILY_GLIBC);
    keys(&run, "a\xff"
               "b\xe0\xa6"
               "c\033[99~d\r");
    assert_string_equal(vt_row(&run.vt, 3, 7, 37), "abcd");
    size_t bytes = keys(&run, "\033[200~১\n২\n৩\n\033[201~");
    assert_string_equal(vt_row(&run.vt, 6, 7, 37), "৩");
    print_message("a paste of three cells: %zu bytes\n", bytes);
    assert_true(bytes < 300);
    keys(&run, "\f"); // Ctrl-L
    assert_string_equal(vt_row(&run.vt, 6, 7, 37), "৩");
    assert_rules(&run, 24);
    quit(&run);
}

static void assert_given_back(struct run *run)
{
    struct termios now;
    assert_int_equal(tcgetattr(run->fd, &now), 0);
    assert_int_equal(now.c_lflag, run->before.c_lflag);
    assert_int_equal(now.c_iflag, run->before.c_iflag);
    assert_int_equal(now.c_oflag, run->before.c_oflag);
    assert_false(run->vt.alternate);
}

static void signals_give_the_terminal_back(void **state)
{
    (void)state;
    static const int numbers[] = {SIGTERM, SIGHUP, SIGINT};
    for (size_t i = 0; i < 3; i++) {
        struct run run = {0};
        start(&run, FAMILY_GLIBC);
        keys(&run, "half typed");
        kill(run.pid, numbers[i]);
        await_end(&run);
        assert_given_back(&run);
        assert_non_null(strstr(vt_row(&run.vt, 0, 0, 80), "ended [half typed]"));
        int status = finish(&run);
        assert_true(WIFSIGNALED(status) && WTERMSIG(status) == numbers[i]);
    }
}

static void a_stop_is_come_back_from(void **state)
{
    (void)state;
    int status = 0;
    struct run run = {0};
    start(&run, FAMILY_GLIBC);
    keys(&run, "abc\x1a\r"); // Ctrl-Z is a key: it undoes
    kill(run.pid, SIGSTOP);
    waitpid(run.pid, &status, WUNTRACED);
    assert_true(WIFSTOPPED(status));
    kill(run.pid, SIGCONT);
    await_picture(&run);
    assert_rules(&run, 24);
    kill(run.pid, SIGTSTP); // nobody is there to continue it: it goes on
    await_picture(&run);
    assert_rules(&run, 24);
    keys(&run, "x\r");
    assert_string_equal(vt_row(&run.vt, 4, 7, 37), "x");
    quit(&run);
}

static void a_lost_terminal_ends_it(void **state)
{
    (void)state;
    struct run run = {0};
    start(&run, FAMILY_GLIBC);
    close(run.fd);
    int status = 0;
    waitpid(run.pid, &status, 0);
    assert_true(WIFSIGNALED(status) && WTERMSIG(status) == SIGHUP);
    vt_close(&run.vt);
    str_done(&run.sent);
}

static void terminals_that_cannot_are_refused(void **state)
{
    (void)state;
    static const char *const terms[] = {"dumb", NULL, "no-such-terminal"};
    for (size_t i = 0; i < 3; i++) {
        struct run run = {0};
        launch(&run, FAMILY_GLIBC, terms[i]);
        await_end(&run);
        assert_non_null(strstr(vt_row(&run.vt, 0, 0, 80), "terminal"));
        int status = finish(&run);
        assert_true(WIFEXITED(status) && WEXITSTATUS(status) == 1);
    }
}

static void old_terminals_do(void **state)
{
    (void)state;
    static const char *const terms[] = {"vt100", "vt220", "linux", "screen", "xterm"};
    for (size_t i = 0; i < 5; i++) {
        struct run run = {0};
        start_as(&run, FAMILY_GLIBC, terms[i]);
        keys(&run, "বাংলা\r");
        assert_string_equal(vt_row(&run.vt, 3, 7, 37), "বাংলা");
        assert_int_equal(vt_cell(&run.vt, 3, 50), i < 2 ? '|' : 0x2502);
        quit(&run);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(rules_stand_in_each_family),
        cmocka_unit_test(letters_cost_their_bytes),
        cmocka_unit_test(what_follows_comes_when_keys_rest),
        cmocka_unit_test(sizes_are_followed),
        cmocka_unit_test(bad_bytes_and_big_pastes),
        cmocka_unit_test(signals_give_the_terminal_back),
        cmocka_unit_test(a_stop_is_come_back_from),
        cmocka_unit_test(a_lost_terminal_ends_it),
        cmocka_unit_test(terminals_that_cannot_are_refused),
        cmocka_unit_test(old_terminals_do),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
