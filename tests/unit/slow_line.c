// SPDX-License-Identifier: GPL-3.0-or-later
// Keys over a slow line: however it cuts their bytes the keys are the same, and no piece of a
// sequence becomes a letter or a command.
#include "../test.h"

#include "line.h"

#include <stdio.h>
#include <stdlib.h>

enum { LONG = 10000, UNDER_A_SECOND = 999 };

#define LONG_TEXT "0123456789012345678901234567890123456789012345678901234567890123456789"
#define LONGER_TEXT LONG_TEXT LONG_TEXT LONG_TEXT

// clang-format off
// Every sequence that is known, and what else may come.
static const char *const keys[] = {
    "\033[A", "\033[B", "\033[C", "\033[D", "\033[H", "\033[F", "\033[Z", "\033[P", "\033OA",
    "\033OB", "\033OC", "\033OD", "\033OH", "\033OF", "\033OP", "\033OQ", "\033OR", "\033OS",
    "\033Oj", "\033Ok", "\033Ol", "\033Om", "\033On", "\033Oo", "\033Op", "\033Oy", "\033OM",
    "\033OX", "\033OI", "\033O5P", "\033O5A", "\033[5A", "\033[1~", "\033[2~", "\033[3~", "\033[4~",
    "\033[5~", "\033[6~", "\033[7~", "\033[8~", "\033[11~", "\033[15~", "\033[24~", "\033[[A",
    "\033[[E", "\033[1;5A", "\033[1;2H", "\033[3;5~", "\033[20;5~", "\033[7$", "\033[23$",
    "\033[8^", "\033[7@", "\033[a", "\033Oa", "\033Od", "\033[97;5u", "\033[27;5;13~",
    "\033[<0;12;8M", "\033[<0;12;8m", "\033[<64;1;1M", "\033[M ,(", "\033[M\140\201\377",
    "\033[32;12;8M", "\033[I", "\033[O", "\033[?1;2c", "\033[2;3R", "\033[1;1R", "\033[4;1$y",
    "\033[?2027;1$y", "\033]11;rgb:0/0/0\033\\", "\033]0;ক\a", "\033P1$r0m\033\\",
    "\033P>|x(1)\033\\", "\033_Gi=1;OK\033\\", "\033]52;c;" LONGER_TEXT "\033\\",
    "\033P" LONGER_TEXT "\302\234", "\033[" LONGER_TEXT "A", "\302\233A", "\302\217P",
    "\302\235\061;2\302\234",
};
static const char *const others[] = {
    "ক", "ষ্ঠ", "১২.৫", "৳", "a", "A", "-", "\r", "\t", "\177", "\032", "\030",
    "\033", "\0331", "\033x", "\033ক", "\033[", "\033O", "\033]0;", "\033P", "\033[1;", "\033[M",
    "\033[<0;1", "\033[1\030", "\033[\032", "\033\340", "\302", "\340\246", "\377", "\360\220",
    "\u202e", "\302\205", "\033[200~এক\r\nদুই\tতিন\033[201~",
    "\033[200~a\033[31mb\033\033[Ac\033[201~", "\033[200~\033[20\033[201~",
    "\033[200~never ended ক", "\033[201~", "\302\233200~x\302\233201~",
};
// clang-format on
#define COUNT(list) (sizeof(list) / sizeof *(list))

static int below(size_t limit)
{
    return (int)((size_t)rand() % limit);
}

static void add_stream(struct str *ret)
{
    for (int i = 1 + below(12); i > 0; i--) {
        const int kind = below(10);
        if (kind < 5) {
            str_add(ret, keys[below(COUNT(keys))]);
        } else if (kind < 9) {
            str_add(ret, others[below(COUNT(others))]);
        } else {
            for (int n = below(6); n > 0; n--)
                str_add_char(ret, (char)(1 + below(255)));
        }
    }
}

static void send_cut(struct line *line, const struct str *stream)
{
    for (size_t at = 0, end; at < stream->len; at = end) {
        end = at + 1 + (size_t)below(below(2) ? 2 : 24);
        end = end < stream->len ? end : stream->len;
        while (end < stream->len && stream->buf[end - 1] == '\033')
            end++;
        line_send(line, stream->buf + at, end - at);
        if (end < stream->len)
            line_rest(line, below(UNDER_A_SECOND + 1));
    }
    line_rest(line, LONG);
}

static void cuts_make_no_difference(void **state)
{
    (void)state;
    srand(9);
    for (int i = 0; i < 30000; i++) {
        autostr stream = STR_INIT;
        struct line whole = line_open(), cut = line_open();
        add_stream(&stream);
        line_send(&whole, stream.buf, stream.len);
        line_rest(&whole, LONG);
        send_cut(&cut, &stream);
        if (strcmp(whole.keys.buf, cut.keys.buf) != 0) {
            for (size_t k = 0; k < stream.len; k++)
                print_error("%02x ", (unsigned)(unsigned char)stream.buf[k]);
            fail_msg("\n%s\n%s", whole.keys.buf, cut.keys.buf);
        }
        line_close(&whole);
        line_close(&cut);
    }
}

// The keys of some bytes, a pause and some more.
static void cut(const char *s, size_t n, int64_t pause, const char *rest, struct str *ret)
{
    struct line line = line_open();
    line_send(&line, s, n);
    line_rest(&line, pause);
    line_send(&line, rest, strlen(rest));
    line_rest(&line, LONG);
    str_reset(ret);
    str_add(ret, line.keys.buf);
    line_close(&line);
}

static void every_sequence_waits_for_its_rest(void **state)
{
    (void)state;
    autostr got = STR_INIT, expected = STR_INIT;
    for (size_t i = 0; i < COUNT(keys); i++) {
        cut(keys[i], strlen(keys[i]), 0, "", &expected);
        for (size_t n = 2; n < strlen(keys[i]); n++) {
            cut(keys[i], n, UNDER_A_SECOND, keys[i] + n, &got); // behind the ESC of a \033\\, too
            assert_string_equal(got.buf, expected.buf);
        }
    }
}

static void an_esc_alone_does_not_wait_long(void **state)
{
    (void)state;
    struct line line = line_open();
    char esc[8];
    snprintf(esc, sizeof esc, "%d", (int)K_ESC);
    line_send(&line, "\033", 1);
    line_rest(&line, 49);
    assert_string_equal(line.keys.buf, "");
    line_rest(&line, 1);
    assert_string_equal(line.keys.buf, esc);
    line_close(&line);
}

// The one cut that cannot be told from the key: Esc has been given by then. The rest is still no
// text.
static void the_rest_behind_a_late_esc_is_its_key(void **state)
{
    (void)state;
    autostr got = STR_INIT, expected = STR_INIT, key = STR_INIT;
    for (size_t i = 0; i < COUNT(keys); i++) {
        const char *s = keys[i];
        if (s[0] != '\033' || !strchr("[", s[1]) || !strchr("ABCDFHZ<0123456789", s[2]))
            continue;
        cut(s, strlen(s), 0, "", &key);
        str_reset(&expected);
        str_addf(&expected, "%d %s", (int)K_ESC, key.buf);
        cut(s, 1, UNDER_A_SECOND, s + 1, &got);
        assert_string_equal(got.buf, expected.buf);
    }
    str_reset(&expected);
    str_addf(&expected, "%d [ক]", (int)K_ESC);
    cut("\033", 1, 200, "[200~ক\033[201~", &got);
    assert_string_equal(got.buf, expected.buf);
    str_reset(&expected);
    str_addf(&expected, "%d %d", (int)K_ESC, (int)K_F3);
    cut("\033", 1, 200, "OR", &got);
    assert_string_equal(got.buf, expected.buf);
    str_reset(&expected);
    str_addf(&expected, "%d [ A", (int)K_ESC);
    cut("\033", 1, LONG, "[A", &got); // by a hand
    assert_string_equal(got.buf, expected.buf);
    str_reset(&expected);
    str_addf(&expected, "%d O k", (int)K_ESC);
    cut("\033", 1, 200, "Ok", &got);
    assert_string_equal(got.buf, expected.buf);
}

// Given up after a second: what comes later, but not as late as a hand, is no text either.
static void rests_that_come_too_late_are_no_letters(void **state)
{
    (void)state;
    enum { TOO_LATE = 4999 };
    autostr got = STR_INIT, expected = STR_INIT, key = STR_INIT;
    for (size_t i = 0; i < COUNT(keys); i++) {
        if (strncmp(keys[i], "\033[M", 3) == 0) // an old mouse sends letters
            continue;
        cut(keys[i], strlen(keys[i]), 0, "", &key);
        const bool known = key.buf[strspn(key.buf, "0123456789")] == '\0' && key.len > 1 &&
                           atoi(key.buf) != K_UNKNOWN;
        for (size_t n = known ? 2 : 3; n < strlen(keys[i]); n++) {
            str_reset(&expected);
            str_addf(&expected, "%d %s", (int)K_UNKNOWN, key.buf);
            cut(keys[i], n, TOO_LATE, keys[i] + n, &got);
            assert_string_equal(got.buf, expected.buf);
        }
    }
    str_reset(&expected);
    str_addf(&expected, "%d A", (int)K_UNKNOWN);
    cut("\033O", 2, LONG, "A", &got); // by a hand
    assert_string_equal(got.buf, expected.buf);
    str_reset(&expected);
    str_addf(&expected, "%d k 5", (int)K_UNKNOWN);
    cut("\033O", 2, TOO_LATE, "k5", &got);
    assert_string_equal(got.buf, expected.buf);
}

// What begun sequences come to when nothing, a cancel, a new ESC or a letter follows.
static void halves_are_dropped_whole(void **state)
{
    (void)state;
    autostr got = STR_INIT, dropped = STR_INIT, up = STR_INIT, letter = STR_INIT;
    str_addf(&dropped, "%d", (int)K_UNKNOWN);
    str_addf(&up, "%d %d", (int)K_UNKNOWN, (int)K_UP);
    str_addf(&letter, "%d ক", (int)K_UNKNOWN);
    for (size_t i = 0; i < COUNT(keys); i++) {
        for (size_t n = 2; n < strlen(keys[i]); n++) {
            const bool mouse = strncmp(keys[i], "\033[M", 3) == 0 && n > 2;
            const bool string = strchr("]P_\235", keys[i][1]) != NULL;
            if (string && keys[i][n - 1] == '\033')
                continue;
            cut(keys[i], n, 0, "", &got);
            assert_string_equal(got.buf, dropped.buf);
            cut(keys[i], n, 0, "\030", &got);
            assert_string_equal(got.buf, dropped.buf);
            cut(keys[i], n, 0, "\032", &got);
            assert_string_equal(got.buf, dropped.buf);
            cut(keys[i], n, UNDER_A_SECOND, "\033[A", &got);
            assert_string_equal(got.buf, up.buf);
            cut(keys[i], n, 1000, "ক", &got);
            assert_string_equal(got.buf, letter.buf);
            if (mouse || string) // which letters may be part of
                continue;
            cut(keys[i], n, 0, "ক", &got);
            assert_string_equal(got.buf, letter.buf);
        }
    }
}

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

static void unknown_sequences_are_one_key(void **state)
{
    (void)state;
    static const char parameters[] = "0123456789;:<=>?", between[] = " !\"#%&'()*+,-./";
    srand(5);
    for (int i = 0; i < 30000; i++) {
        autostr sequence = STR_INIT;
        str_add(&sequence, below(8) ? "\033[" : "\302\233");
        for (int n = below(below(20) ? 8 : 3000); n > 0; n--)
            str_add_char(&sequence, parameters[below(sizeof parameters - 1)]);
        for (int n = below(3); n > 0; n--)
            str_add_char(&sequence, between[below(sizeof between - 1)]);
        char final = (char)('@' + below('~' - '@' + 1));
        if (sequence.len == 2 && (final == '[' || final == 'M'))
            continue;
        str_add_char(&sequence, final);
        struct line line = line_open();
        struct key key;
        key_decoder_feed(line.decoder, sequence.buf, sequence.len, 0);
        if (key_decoder_next(line.decoder, 0, &key)) {
            assert_true(key.code != K_TEXT && key.code != K_CTRL && key.code != K_ALT);
            assert_false(key_decoder_next(line.decoder, LONG, &key));
        } else { // a paste has begun
            assert_true(is_digit(sequence.buf[2]) && final == '~');
        }
        line_close(&line);
    }
}

static void endless_ones_are_swallowed(void **state)
{
    (void)state;
    static const char *const begun[] = {"\033[", "\033[?", "\033]", "\033P", "\033_", "\033O"};
    for (size_t i = 0; i < COUNT(begun); i++) {
        struct line line = line_open();
        autostr expected = STR_INIT;
        line_send(&line, begun[i], strlen(begun[i]));
        for (int n = 0; n < 20000; n++) {
            line_send(&line, "1;23", 4);
            line_rest(&line, 10);
        }
        line_rest(&line, LONG);
        line_send(&line, "ক", strlen("ক"));
        str_addf(&expected, "%d ক", (int)K_UNKNOWN);
        assert_string_equal(line.keys.buf, expected.buf);
        line_close(&line);
    }
}

// --- pastes -------------------------------------------------------------------------------------

static void pastes_lose_nothing(void **state)
{
    (void)state;
    autostr got = STR_INIT, expected = STR_INIT;
    cut("\033[200~এক \033দুই\033[A", strlen("\033[200~এক \033দুই\033[A"), 2999, "\r\n\033[201~x",
        &got);
    assert_string_equal(got.buf, "[এক দুই\n] x"); // a lone ESC, a key pressed meanwhile
    static const char end[] = "\033[201~";
    for (size_t n = 1; n < sizeof end - 1; n++) { // its end cut in two, straight behind the ESC too
        autostr begun = STR_INIT;
        str_add(&begun, "\033[200~ক");
        str_add_n(&begun, end, n);
        cut(begun.buf, begun.len, UNDER_A_SECOND, end + n, &got);
        assert_string_equal(got.buf, "[ক]");
    }
    cut("\033[200~never ended", 17, 2999, "", &got);
    assert_string_equal(got.buf, "[never ended]");
    cut("\033[200~late", 10, 3000, "\033[201~x", &got); // its end is no key
    str_addf(&expected, "[late] %d x", (int)K_UNKNOWN);
    assert_string_equal(got.buf, expected.buf);
}

// A megabyte, in pieces with pauses and a line end that is cut in two.
static void a_megabyte_comes_whole(void **state)
{
    (void)state;
    struct line line = line_open();
    autostr expected = STR_INIT;
    struct key key;
    str_add_repeat(&expected, "অভিযোগ\tপ্রতিকার\n", 24000);
    line_send(&line, "\033[200~", 6);
    for (size_t at = 0; at < expected.len; at++)
        if (expected.buf[at] == '\n')
            line_send(&line, "\r", 1), line_rest(&line, 20), line_send(&line, "\n", 1);
        else
            line_send(&line, expected.buf + at, 1);
    key_decoder_feed(line.decoder, "\033[201~", 6, line.now);
    assert_true(key_decoder_next(line.decoder, line.now, &key));
    assert_true(key.code == K_PASTE && key.paste_len == expected.len);
    assert_memory_equal(key.paste, expected.buf, expected.len);
    line_close(&line);
}

static void a_paste_without_measure_is_told_of(void **state)
{
    (void)state;
    struct line line = line_open();
    autostr piece = STR_INIT, expected = STR_INIT;
    str_add_repeat(&piece, "অ", (1 << 20) / 3);
    line_send(&line, "\033[200~", 6);
    for (int i = 0; i < 17; i++)
        line_send(&line, piece.buf, piece.len);
    line_send(&line, "\033[201~x", 7);
    str_addf(&expected, "%d x", (int)K_OVERLONG);
    assert_string_equal(line.keys.buf, expected.buf);
    line_close(&line);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(cuts_make_no_difference),
        cmocka_unit_test(every_sequence_waits_for_its_rest),
        cmocka_unit_test(an_esc_alone_does_not_wait_long),
        cmocka_unit_test(the_rest_behind_a_late_esc_is_its_key),
        cmocka_unit_test(rests_that_come_too_late_are_no_letters),
        cmocka_unit_test(halves_are_dropped_whole),
        cmocka_unit_test(unknown_sequences_are_one_key),
        cmocka_unit_test(endless_ones_are_swallowed),
        cmocka_unit_test(pastes_lose_nothing),
        cmocka_unit_test(a_megabyte_comes_whole),
        cmocka_unit_test(a_paste_without_measure_is_told_of),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
