// SPDX-License-Identifier: GPL-3.0-or-later
// Programs in the window's session, without a display: what they may do to it, and that every rule
// of our screens stands in its column.
#include "../test.h"

#include "../patience.h"
#include "script.h"

#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

static struct paint *paint;

static int set_up(void **state)
{
    struct err err = {0};
    (void)state;
    if (paint_new(&(struct paint_fonts){0}, &paint, &err))
        fail_msg("%s", err.text);
    return 0;
}

static int tear_down(void **state)
{
    (void)state;
    paint_free(&paint);
    return 0;
}

// --- a session ----------------------------------------------------------------------------------

// Until its window is gone.
static const char idle[] = "exec sleep 1000";

// Waits for something that the program shows and appends it, unread by the session; false once it
// will show no more.
static bool hear(struct session *session, struct str *ret)
{
    struct program *program = &session->program;
    struct pollfd fd = {.fd = program->terminal, .events = POLLIN};
    if (program->out.len)
        fd.events |= POLLOUT;
    if (poll(&fd, 1, PATIENCE) <= 0)
        fail_msg("nothing comes any more");
    if (fd.revents & POLLOUT)
        program_flush(program);
    return !(fd.revents & (POLLIN | POLLHUP)) || program_read(program, ret);
}

static bool take(struct session *session)
{
    autostr text = STR_INIT;
    const bool more = hear(session, &text);
    session_say(session, text.buf);
    return more;
}

static void await_end(struct session *session)
{
    while (take(session))
        ;
}

static void await_text(struct session *session, int row, const char *expected)
{
    autostr text = STR_INIT;
    for (; strcmp(text.buf, expected) != 0; session_text(session, row, 0, 80, &text)) {
        str_reset(&text);
        assert_true(take(session));
    }
}

// How the program ended, when its window has been closed.
static int status_of(struct session *session)
{
    struct program *program = &session->program;
    int status = 0;
    if (program->pid && waitpid(program->pid, &status, 0) == program->pid)
        program_note_end(program, status);
    return program->status;
}

static void start(struct session *session, char *const *argv, int rows, int columns)
{
    struct err err = {0};
    if (session_start(session, argv, rows, columns, COLOURS_LIGHT, &err))
        fail_msg("%s", err.text);
}

static void start_shell(struct session *session, const char *script, int rows, int columns)
{
    char *argv[] = {(char *)"sh", (char *)"-c", (char *)(uintptr_t)script, NULL};
    start(session, argv, rows, columns);
}

// The same, for one that shows all it has to show at once.
static void run_shell(struct session *session, const char *script, int rows, int columns)
{
    start_shell(session, script, rows, columns);
    await_end(session);
}

static cairo_surface_t *picture_of(struct session *session, int row)
{
    const struct paint_measure m = paint_measure(paint);
    cairo_surface_t *surface =
        cairo_image_surface_create(CAIRO_FORMAT_RGB24, session->columns * m.width, m.height);
    cairo_t *cr = cairo_create(surface);
    const bool here = row == session->cursor.row;
    paint_row(paint, cr, session_row(session, row), session->columns,
              here ? session_cursor_shape(session, true) : CURSOR_NONE, session->cursor.column);
    cairo_destroy(cr);
    cairo_surface_flush(surface);
    return surface;
}

static void paint_all(struct session *session)
{
    for (int row = 0; row < session->rows; row++)
        cairo_surface_destroy(picture_of(session, row));
}

static void check_text(struct session *session, int row, const char *expected)
{
    autostr text = STR_INIT;
    session_text(session, row, 0, session->columns, &text);
    assert_string_equal(text.buf, expected);
}

// --- what programs do ---------------------------------------------------------------------------

static void text_comes_back_as_it_was_written(void **state)
{
    static const char text[] = "ক্ষমতা ক্‍ষ উৎস ড়ঢ়য় "
                               "প্রতিষ্ঠান "
                               "২০২৩-২০২৪ "
                               " "
                               "মোঃ";
    autostr script = STR_INIT;
    struct session session;
    (void)state;
    str_addf(&script, "printf '%%s\\n' '%s'", text);
    run_shell(&session, script.buf, 5, 80);
    check_text(&session, 0, text);
    paint_all(&session);
    session_end(&session);
}

static void letters_may_be_cut_anywhere(void **state)
{
    static const char text[] = "  ০/২ │ক্ষ a প্র│ঢ়";
    struct session session;
    (void)state;
    start_shell(&session, idle, 3, 40);
    for (size_t cut = 0; cut < sizeof text; cut++) {
        char head[sizeof text] = "";
        memcpy(head, text, cut);
        session_say(&session, "\033[H\033[2J");
        session_say(&session, head);
        session_say(&session, text + cut);
        check_text(&session, 0, text);
    }
    session_end(&session);
}

static void titles_and_copies_are_taken(void **state)
{
    struct session session;
    (void)state;
    run_shell(&session, "printf '\\033]2;title\\007\\033]52;c;4KaVIA==\\007'", 5, 80);
    assert_true(session.titled && session.copies);
    assert_string_equal(session.title.buf, "title");
    assert_string_equal(session.copied.buf, "ক ");
    session_end(&session);
}

static void a_program_that_cannot_start_says_so(void **state)
{
    struct session session;
    char *argv[] = {(char *)"no-such-program", NULL};
    autostr text = STR_INIT;
    (void)state;
    start(&session, argv, 5, 80);
    await_end(&session);
    session_text(&session, 0, 0, 80, &text);
    assert_non_null(strstr(text.buf, "no-such-program"));
    session_end(&session);
    assert_int_equal(WEXITSTATUS(status_of(&session)), 127);
}

static void a_program_that_is_killed_leaves_its_last_words(void **state)
{
    struct session session;
    (void)state;
    run_shell(&session, "echo last; kill -9 $$", 5, 80);
    check_text(&session, 0, "last");
    paint_all(&session);
    session_end(&session);
    assert_int_equal(WTERMSIG(status_of(&session)), 9);
}

static void a_program_learns_that_its_window_is_gone(void **state)
{
    struct session session;
    (void)state;
    start_shell(&session, "trap 'exit 3' HUP; echo ready; while :; do read line; done", 5, 80);
    await_text(&session, 0, "ready");
    session_end(&session);
    assert_int_equal(WEXITSTATUS(status_of(&session)), 3);
}

static void floods_and_long_lines_are_borne(void **state)
{
    struct session session;
    (void)state;
    run_shell(&session,
              "yes 'প্রতিষ্ঠান ১২৩ abc' | head -c 3000000;"
              "head -c 10000 /dev/zero | tr '\\0' x; yes ক্ষ | tr -d '\\n' | head -c 90000",
              24, 80);
    paint_all(&session);
    session_end(&session);
}

// Bytes that are no text, sequences that have no end, parameters that are too large: the same ones
// in every run.
static void rubbish_is_borne(void **state)
{
    static const char *const pieces[] = {"\033[",       "\033]52;c;", "\033[999999999;99999999H",
                                         "\033[?1049h", "\033P",      "\xE0\xA6",
                                         "\033[38;5;",  "m",          "\033#8",
                                         "\033[11m",    "\033[9;9r",  "\xFF",
                                         "\033[1000@",  "\033[500P",  "\033[99L",
                                         "\033[99M",    "প্র",         "\n",
                                         "\033[12;40H", "┼─│",        "\033[2J",
                                         "\033[4;7m",   "日本",       "\033[!p"};
    enum { PIECES = sizeof pieces / sizeof *pieces };
    struct session session;
    unsigned seed = 12345;
    (void)state;
    start_shell(&session, idle, 24, 80);
    for (int i = 0; i < 40000; i++) {
        seed = seed * 1103515245 + 12345;
        const unsigned pick = seed >> 16 & 0x7FFF;
        const char byte = (char)(pick & 0xFF);
        if (pick % 3)
            session_say(&session, pieces[pick % PIECES]);
        else if (byte)
            session_say(&session, (char[]){byte, '\0'});
        if (i % 500 == 0)
            paint_all(&session);
    }
    session_end(&session);
}

static void any_size_will_do(void **state)
{
    static const int sizes[][2] = {{0, 0},   {1, 1},   {3, 5000}, {1, 200},
                                   {300, 1}, {-4, 90}, {24, 80}};
    struct session session;
    (void)state;
    start_shell(&session, "echo 'প্রতিষ্ঠান │ ১২'; exec sleep 1000", 24, 80);
    await_text(&session, 0, "প্রতিষ্ঠান │ ১২");
    session_say(&session, "\033[20;70H\0337"); // a place that will not be there any more
    for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++) {
        session_resize(&session, sizes[i][0], sizes[i][1]);
        assert_true(session.rows >= 1 && session.columns >= 1);
        session_say(&session, "\0338日");
        assert_true(session.cursor.row < session.rows && session.cursor.column < session.columns);
        paint_all(&session);
    }
    session_end(&session);
}

static void numbers_that_are_no_letters_are_replaced(void **state)
{
    struct session session;
    (void)state;
    run_shell(&session, "printf '\\364\\220\\200\\200'", 3, 20);
    autostr text = STR_INIT;
    session_text(&session, 0, 0, 20, &text);
    paint_all(&session);
    assert_true(text_columns(text.buf, text.len) > 0);
    assert_null(memchr(text.buf, 0xF4, text.len));
    session_end(&session);
}

static void the_clipboard_is_not_told(void **state)
{
    struct session session;
    (void)state;
    run_shell(&session, "printf '\\033]52;c;?\\007'", 3, 20);
    assert_false(session.copies);
    session_end(&session);
}

// What xterm sends, whatever is held down beside it.
static void keys_are_sent_as_xterm_sends_them(void **state)
{
    static const char keys[] =
        "<C-i><C-m><C-[><C-/><C-Space><A-ক><A-x><S-Backspace><S-Enter><S-Esc>"
        "<S-Tab><C-Left>";
    static const char sent[] = "\\t\\r033037\\0033340246225033x177\\r033033[Z033[1;5D";
    struct session session;
    (void)state;
    start_shell(&session,
                "stty raw -echo opost; echo ready; dd bs=1 count=23 2>/dev/null | od -An -c |"
                "tr -d ' \\n'",
                3, 100);
    await_text(&session, 0, "ready");
    const char *at = keys;
    while (*at) {
        int wait = 0;
        assert_int_equal(script_step(&session, &at, &wait, NULL), STATUS_OK);
    }
    await_end(&session);
    check_text(&session, 1, sent);
    session_end(&session);
}

static void ignored_signals_are_not_inherited(void **state)
{
    struct session session;
    autostr text = STR_INIT;
    (void)state;
    signal(SIGHUP, SIG_IGN);
    run_shell(&session, "grep SigIgn /proc/self/status", 3, 80);
    signal(SIGHUP, SIG_DFL);
    session_text(&session, 0, 0, 80, &text);
    assert_non_null(strstr(text.buf, "0000000000000000"));
    session_end(&session);
}

static void a_paste_has_nothing_that_ends_it_early(void **state)
{
    struct session session;
    (void)state;
    start_shell(&session,
                "stty raw -echo opost; printf '\\033[?2004hready\\n';"
                "dd bs=1 count=25 2>/dev/null | od -An -c",
                5, 80);
    await_text(&session, 0, "ready");
    session_paste(&session, "ক\n\033[201~\x01\xC2\x9B"
                            "b\xE0\xA6\x96");
    await_end(&session);
    autostr text = STR_INIT;
    for (int row = 0; row < 5; row++)
        session_text(&session, row, 0, 80, &text);
    assert_non_null(strstr(text.buf, "033   [   2   0   0   ~"));
    assert_non_null(strstr(text.buf, "\\r   [   2   0   1   ~   b")); // without the escape
    assert_non_null(strstr(text.buf, "033   [   2   0   1   ~"));
    session_end(&session);
}

// As a shell, or our own screens, would read them.
static void files_dropped_are_paths_in_quotes(void **state)
{
    static const char *const files[] = {"file:///tmp/a%20b/it%27s.pdf",
                                        "file:///%e0%a6%95.pdf",
                                        "file:///a%0Ab",
                                        "file:///%ff",
                                        "smb://server/a.pdf",
                                        NULL};
    static const char expected[] =
        "'/tmp/a b/it'\\''s.pdf' '/ক.pdf' file:///a%0Ab file:///%ff smb://server/a.pdf";
    struct session session;
    autostr command = STR_INIT;
    (void)state;
    str_addf(&command, "stty raw -echo opost; printf 'ready\\n'; dd bs=1 count=%zu 2>/dev/null",
             sizeof expected - 1);
    start_shell(&session, command.buf, 5, 100);
    await_text(&session, 0, "ready");
    session_drop(&session, files);
    await_end(&session);
    autostr text = STR_INIT;
    session_text(&session, 1, 0, 100, &text);
    assert_string_equal(text.buf, expected);
    session_end(&session);
}

static void a_large_paste_waits_for_the_program(void **state)
{
    enum { SIZE = 1 << 20 };
    struct session session;
    char *text = malloc(SIZE + 1);
    int status = 0;
    (void)state;
    memset(text, 'x', SIZE);
    text[SIZE] = '\0';
    start_shell(&session,
                "stty raw -echo; kill -STOP $$; dd bs=1024 count=1024 iflag=fullblock 2>/dev/null |"
                "wc -c",
                5, 80);
    waitpid(session.program.pid, &status, WUNTRACED);
    session_paste(&session, text);
    assert_true(WIFSTOPPED(status) && session.program.out.len > 0);
    kill(session.program.pid, SIGCONT);
    await_end(&session);
    check_text(&session, 0, "1048576");
    session_end(&session);
    free(text);
}

static void a_script_that_names_no_key_is_refused(void **state)
{
    struct session session;
    struct err err = {0};
    const char *at = "<Enterr>";
    int wait = 0;
    (void)state;
    start_shell(&session, "cat", 5, 80);
    assert_int_equal(script_step(&session, &at, &wait, &err), STATUS_INVALID);
    assert_non_null(strstr(err.text, "Enterr"));
    at = "<Enter";
    assert_int_equal(script_step(&session, &at, &wait, &err), STATUS_INVALID);
    at = "<C-a><S-Tab><F12><Paste:ক><Resize:40x10><Wait:5><lt><Space>ক<Down>*3";
    while (*at)
        assert_int_equal(script_step(&session, &at, &wait, &err), STATUS_OK);
    assert_int_equal(session.columns, 40);
    session_end(&session);
}

// --- our screens --------------------------------------------------------------------------------

static bool is_upright(uint32_t letter)
{
    return letter == 0x2502 || letter == 0x253C || letter == 0x251C || letter == 0x2524;
}

static uint32_t pixel_at(cairo_surface_t *surface, int x, int y)
{
    uint32_t pixel;
    memcpy(&pixel,
           cairo_image_surface_get_data(surface) + y * cairo_image_surface_get_stride(surface) +
               x * 4,
           sizeof pixel);
    return pixel & 0xFFFFFF;
}

// A rule is ink from edge to edge, in the middle of its own cell, and no text has run into it.
static int check_rules(struct session *session, int row)
{
    const struct paint_measure m = paint_measure(paint);
    cairo_surface_t *surface = picture_of(session, row);
    const struct paint_cell *cells = session_row(session, row);
    int rules = 0;
    for (int i = 0; i < session->columns; i++) {
        if (!is_upright(cells[i].letter[0]))
            continue;
        const int x = i * m.width + (m.width - 1) / 2;
        rules++;
        for (int y = 0; y < m.height; y++) {
            assert_int_equal(pixel_at(surface, x, y), cells[i].ink);
            if (cells[i].letter[0] == 0x2502) {
                assert_int_equal(pixel_at(surface, x - 2, y), cells[i].ground);
                assert_int_equal(pixel_at(surface, x + 2, y), cells[i].ground);
            }
        }
    }
    cairo_surface_destroy(surface);
    return rules;
}

static void play(struct session *session, const char *keys)
{
    while (*keys) {
        int wait = 0;
        struct err err = {0};
        if (script_step(session, &keys, &wait, &err))
            fail_msg("%s", err.text);
    }
}

// Shows what comes up to where the screen is cleared; all from there on is left in `ahead`.
static void show_to_clear(struct session *session, struct str *ahead)
{
    const char *clear;
    autostr shown = STR_INIT;
    while (!(clear = strstr(ahead->buf, "\033[2J")))
        assert_true(hear(session, ahead));
    str_add_n(&shown, ahead->buf, (size_t)(clear - ahead->buf));
    session_say(session, shown.buf);
    memmove(ahead->buf, clear, ahead->len - shown.len);
    str_cut(ahead, ahead->len - shown.len);
}

static void show_all(struct session *session, struct str *ahead)
{
    session_say(session, ahead->buf);
    str_reset(ahead);
}

// Waits for the picture of all keys so far. Ctrl+L has it made anew: where the second one clears
// the screen, the first one's picture is complete.
static void await_picture(struct session *session, struct str *ahead)
{
    show_all(session, ahead);
    play(session, "<C-l>");
    show_to_clear(session, ahead);
    show_all(session, ahead);
    play(session, "<C-l>");
    show_to_clear(session, ahead);
}

static int rules_of_all_screens(const char *office, const char *language, int rows, int columns)
{
    static const char *const walks[] = {"",          "<Enter>",     "<F2>১২<Esc><Down><Right>",
                                        "<F1>",      "<Esc><F6>",   "<Esc><F7>",
                                        "<Esc><F8>", "<Esc>*3<F5>", "<Esc><F7>",
                                        "<Esc><F9>", "<Esc><F4>"};
    struct session session;
    autostr ahead = STR_INIT; // what it has shown, but the session has not
    int rules = 0;
    char *argv[] = {(char *)ORJON,
                    (char *)"--db",
                    (char *)(uintptr_t)office,
                    (char *)"--lang",
                    (char *)(uintptr_t)language,
                    (char *)"--as-of",
                    (char *)"2023-10-05",
                    NULL};
    start(&session, argv, rows, columns);
    show_to_clear(&session, &ahead); // before its first picture keys would be none
    for (size_t i = 0; i < sizeof walks / sizeof *walks; i++) {
        play(&session, walks[i]);
        await_picture(&session, &ahead);
        for (int row = 0; row < rows; row++)
            rules += check_rules(&session, row);
    }
    session_end(&session);
    return rules;
}

static void every_rule_stands_in_its_column(void **state)
{
    static const int sizes[][2] = {{24, 80}, {30, 100}, {40, 132}};
    char folder[] = "/tmp/orjon-window-XXXXXX";
    autostr office = STR_INIT, make = STR_INIT, clear = STR_INIT;
    (void)state;
    assert_non_null(mkdtemp(folder));
    str_addf(&office, "%s/office.db", folder);
    str_addf(&make, "%s --db %s init --sample", ORJON, office.buf);
    assert_int_equal(system(make.buf), 0);
    for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++) {
        const int bengali = rules_of_all_screens(office.buf, "bn", sizes[i][0], sizes[i][1]);
        const int english = rules_of_all_screens(office.buf, "en", sizes[i][0], sizes[i][1]);
        assert_true(bengali > 200 && english > 200);
    }
    print_message("squeezed %ld of %ld runs, to %.2f at the least\n", paint_squeeze(paint).squeezed,
                  paint_squeeze(paint).runs, paint_squeeze(paint).least);
    str_addf(&clear, "rm -rf %s", folder);
    assert_int_equal(system(clear.buf), 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(text_comes_back_as_it_was_written),
        cmocka_unit_test(letters_may_be_cut_anywhere),
        cmocka_unit_test(titles_and_copies_are_taken),
        cmocka_unit_test(a_program_that_cannot_start_says_so),
        cmocka_unit_test(a_program_that_is_killed_leaves_its_last_words),
        cmocka_unit_test(a_program_learns_that_its_window_is_gone),
        cmocka_unit_test(floods_and_long_lines_are_borne),
        cmocka_unit_test(rubbish_is_borne),
        cmocka_unit_test(any_size_will_do),
        cmocka_unit_test(numbers_that_are_no_letters_are_replaced),
        cmocka_unit_test(the_clipboard_is_not_told),
        cmocka_unit_test(keys_are_sent_as_xterm_sends_them),
        cmocka_unit_test(ignored_signals_are_not_inherited),
        cmocka_unit_test(a_paste_has_nothing_that_ends_it_early),
        cmocka_unit_test(files_dropped_are_paths_in_quotes),
        cmocka_unit_test(a_large_paste_waits_for_the_program),
        cmocka_unit_test(a_script_that_names_no_key_is_refused),
        cmocka_unit_test(every_rule_stands_in_its_column),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
