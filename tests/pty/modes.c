// SPDX-License-Identifier: GPL-3.0-or-later
// The demo program on a pty: the modes it asks for and gives back, and storms of input.
#include "run.h"

static void clusters_are_asked_for_the_classic_model(void **state)
{
    (void)state;
    struct run run = {.clusters = true};
    start(&run, FAMILY_GLIBC);
    assert_true(was_sent(&run, "\033[?2027l"));
    assert_string_equal(vt_row(&run.vt, 23, 0, 80), ""); // no key came of the answers
    kill(run.pid, SIGTSTP); // nobody is there to continue it: it goes on
    await_picture(&run);
    assert_true(strstr(run.sent.buf, "\033[?2027h") && strstr(run.sent.buf, "\033[?2027l"));
    str_reset(&run.sent);
    kill(run.pid, SIGTERM);
    await_end(&run);
    assert_true(was_sent(&run, "\033[?2027h"));
    finish(&run);
    run = (struct run){0};
    start(&run, FAMILY_GLIBC);
    quit(&run);
    start(&run, FAMILY_GLIBC);
    type(&run, "x\021");
    await_end(&run);
    assert_false(strstr(run.sent.buf, "2027l") || strstr(run.sent.buf, "2027h"));
    finish(&run);
}

static void the_mouse_is_lent_and_given_back(void **state)
{
    (void)state;
    struct run run = {0};
    start(&run, FAMILY_GLIBC);
    assert_false(was_sent(&run, "\033[?1000h"));
    keys(&run, "\033[<0;12;8M"); // not asked for: nothing happens
    keys(&run, "\033[19~");      // F8: on
    assert_true(was_sent(&run, "\033[?1006h"));
    keys(&run, "\033[<0;12;6M\033[<0;12;6m");
    keys(&run, "here\r");
    assert_string_equal(vt_row(&run.vt, 5, 7, 37), "here");
    keys(&run, "\033[<65;12;6M\033[<65;12;6M\033[<65;12;6M");
    assert_string_equal(vt_row(&run.vt, 3, 2, 6), "  10");
    keys(&run, "\033[M ,&there\r"); // an old terminal's click, in three raw bytes
    assert_string_equal(vt_row(&run.vt, 5, 7, 37), "there");
    keys(&run, "\033[<0;12;6M\033[<0;12;6m\033[<0;12;6M\033[<0;12;6m!\r"); // a double click
    assert_string_equal(vt_row(&run.vt, 5, 7, 37), "there!");
    keys(&run, "\033[<2;12;8M\033[<2;12;8mright\r"); // the second button selects
    assert_string_equal(vt_row(&run.vt, 7, 7, 37), "right");
    quit(&run);
}

static void the_terminal_is_lent_and_taken_back(void **state)
{
    (void)state;
    struct run run = {0};
    start(&run, FAMILY_GLIBC);
    keys(&run, "here\r");
    type(&run, "\033[17~"); // F6
    while (!strstr(run.sent.buf, "outside"))
        assert_true(take(&run));
    type(&run, "a\003"); // an interruption is for the other program, and not for us
    while (!strstr(vt_row(&run.vt, 22, 0, 80), "0 130"))
        assert_true(take(&run));
    assert_string_equal(vt_row(&run.vt, 3, 7, 37), "here");
    keys(&run, "\033[A");
    quit(&run);
}

static void the_last_mouse_mode_goes_with_us(void **state)
{
    (void)state;
    struct run run = {0};
    start(&run, FAMILY_GLIBC);
    keys(&run, "\033[19~");
    str_reset(&run.sent);
    kill(run.pid, SIGTERM);
    await_end(&run);
    assert_true(was_sent(&run, "\033[?1000l"));
    finish(&run);
}

static void copies_leave_the_program(void **state)
{
    (void)state;
    static const char *const terms[] = {"xterm-256color", "linux", "vt220", "tmux-256color"};
    for (size_t i = 0; i < 4; i++) {
        struct run run = {0};
        start_as(&run, FAMILY_GLIBC, terms[i]);
        keys(&run, "\u0995b\001\003\r"); // mark all, copy
        assert_true(was_sent(&run, "\033]52;c;4KaVYg==\033\\") == (i == 0 || i == 3));
        quit(&run);
    }
}

static void themes_change_at_once(void **state)
{
    (void)state;
    struct run run = {0};
    start(&run, FAMILY_GLIBC);
    keys(&run, "বাংলা\r");
    for (int theme = 0; theme < 5; theme++) { // F9 goes round them
        keys(&run, "\033[20~");
        assert_rules(&run, 24);
        assert_string_equal(vt_row(&run.vt, 3, 7, 37), "বাংলা");
    }
    quit(&run);
}

// --- storms -------------------------------------------------------------------------------------

static void resize(struct run *run, int rows, int cols)
{
    struct winsize size = {.ws_row = (unsigned short)rows, .ws_col = (unsigned short)cols};
    vterm_set_size(run->vt.term, rows, cols);
    ioctl(run->fd, TIOCSWINSZ, &size);
}

// Writes all of it, reading what comes back meanwhile: a full pty would stop both.
static void pour(struct run *run, const char *s, size_t n)
{
    while (n > 0) {
        struct pollfd fd = {.fd = run->fd, .events = POLLIN | POLLOUT};
        if (poll(&fd, 1, PATIENCE) <= 0)
            fail_msg("%zu bytes are never read", n);
        if (fd.revents & POLLIN)
            assert_true(take(run));
        if (fd.revents & POLLOUT) {
            ssize_t sent = write(run->fd, s, n < 512 ? n : 512);
            assert_true(sent > 0);
            s += sent;
            n -= (size_t)sent;
        }
    }
    await_picture(run);
}

static void resize_storms_pass(void **state)
{
    (void)state;
    struct run run = {0};
    srand(2);
    start(&run, FAMILY_GLIBC);
    keys(&run, "বাংলাদেশ\r");
    for (int i = 0; i < 200; i++) {
        resize(&run, i % 20 == 0 ? 1 : 1 + rand() % 200, i % 20 == 0 ? 1 : 1 + rand() % 300);
        if (i % 10 == 0)
            pour(&run, "\033[B\033[A", 6);
    }
    resize(&run, 200, 300);
    await_picture(&run);
    resize(&run, 24, 80);
    keys(&run, "\f");
    assert_rules(&run, 24);
    assert_string_equal(vt_row(&run.vt, 3, 7, 37), "বাংলাদেশ");
    quit(&run);
}

// Only the cell in hand may change, whatever is pasted into it.
static void pastes_of_a_megabyte_end(void **state)
{
    (void)state;
    struct run run = {0};
    autostr text = STR_INIT;
    start(&run, FAMILY_GLIBC);
    keys(&run, "first\r");
    str_add(&text, "\033[200~");
    while (text.len < 1 << 20)
        str_add(&text, "অভিযোগ প্রতিকার ");
    str_add(&text, "\033[201~");
    pour(&run, text.buf, text.len);
    assert_rules(&run, 24);
    keys(&run, "\r"); // the demo refuses what is too long, and it stays
    assert_non_null(strstr(vt_row(&run.vt, 22, 0, 80), "too long"));
    keys(&run, "\033");
    keys(&run, "second\r");
    assert_string_equal(vt_row(&run.vt, 3, 7, 37), "first");
    assert_string_equal(vt_row(&run.vt, 4, 7, 37), "second");
    assert_rules(&run, 24);
    quit(&run);
}

static void rubbish_is_survived(void **state)
{
    (void)state;
    struct run run = {0};
    static char bytes[1 << 16];
    srand(4);
    start(&run, FAMILY_GLIBC);
    for (size_t i = 0; i < sizeof bytes; i++) // none of it is UTF-8
        bytes[i] = (char)(0x80 + rand() % 0x80);
    for (size_t i = 0; i + 1 < sizeof bytes; i++)
        if ((bytes[i] & 0xE0) == 0xC0 || (bytes[i] & 0xF0) == 0xE0 || (bytes[i] & 0xF8) == 0xF0)
            bytes[i + 1] = (char)0xFF;
    pour(&run, bytes, sizeof bytes);
    assert_string_equal(vt_row(&run.vt, 3, 7, 37), "");
    memset(bytes, 27, sizeof bytes);
    pour(&run, bytes, 4096); // ESC held down
    memset(bytes, 0, sizeof bytes);
    pour(&run, bytes, sizeof bytes);
    keys(&run, "\033[1;2;3;4;5;6;7;8;9;10;11;12;13;14;15;16;17;18;19;20;21;22;23;24;25;26;27q");
    keys(&run, "\033]0;a title\033\\a\u0981\u200d\u200f\U0001F600\r");
    assert_rules(&run, 24);
    keys(&run, "z\r");
    assert_rules(&run, 24);
    quit(&run);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(clusters_are_asked_for_the_classic_model),
        cmocka_unit_test(the_mouse_is_lent_and_given_back),
        cmocka_unit_test(the_terminal_is_lent_and_taken_back),
        cmocka_unit_test(the_last_mouse_mode_goes_with_us),
        cmocka_unit_test(copies_leave_the_program),
        cmocka_unit_test(themes_change_at_once),
        cmocka_unit_test(resize_storms_pass),
        cmocka_unit_test(pastes_of_a_megabyte_end),
        cmocka_unit_test(rubbish_is_survived),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
