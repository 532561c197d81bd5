// SPDX-License-Identifier: GPL-3.0-or-later
#include "../test.h"

#include "orjon/base/mem.h"
#include "orjon/base/text.h"

#include <dlfcn.h>
#include <errno.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unigbrk.h>
#include <uninorm.h>
#include <unistd.h>
#include <unistr.h>
#include <uniwidth.h>

static void assert_syllables(const char *text, const char *expected)
{
    autostr got = STR_INIT;
    size_t n = strlen(text);
    for (size_t at = 0, next; at < n; at = next) {
        next = text_next(text, n, at);
        if (at)
            str_add_char(&got, '|');
        str_add_n(&got, text + at, next - at);
        assert_int_equal(text_prev(text, n, next), at);
        assert_true(text_is_boundary(text, n, at));
    }
    assert_string_equal(got.buf, expected);
}

static void syllables_are_joined_over_hasanta(void **state)
{
    (void)state;
    assert_syllables("প্রতিষ্ঠানিক", "প্র|তি|ষ্ঠা|নি|ক");
    assert_syllables("কর্মপরিকল্পনা", "ক|র্ম|প|রি|ক|ল্প|না");
    assert_syllables("মোঃ রাম", "মোঃ| |রা|ম");
    assert_syllables("ক্‌ষ", "ক্‌|ষ"); // ZWNJ keeps them apart
    assert_syllables("ক্ষ্ম্যাঁ", "ক্ষ্ম্যাঁ");
    assert_syllables("a1 b", "a|1| |b");
}

// Which makes the syllable before one hard to find from the right.
static void a_blank_may_begin_or_end_a_syllable(void **state)
{
    (void)state;
    assert_syllables(") \u09bfক", ")| \u09bf|ক"); // a vowel sign behind a blank
    assert_syllables("ক \u09cdষ", "ক| \u09cdষ");  // a hasanta behind it
    assert_syllables("\u0600 a", "\u0600 |a");    // a sign that waits for what follows
    assert_syllables("a\n\u09be b", "a|\n|\u09be| |b");
}

static void columns_count_spacing_signs(void **state)
{
    (void)state;
    assert_int_equal(text_columns("প্রতিষ্ঠানিক", strlen("প্রতিষ্ঠানিক")), 10);
    assert_int_equal(text_columns("অভিযোগ", strlen("অভিযোগ")), 6);
    assert_int_equal(text_columns("মোঃ", strlen("মোঃ")), 3);
    assert_int_equal(text_columns("12.5%", 5), 5);
}

// A text of Bengali letters and marks, joiners, ASCII, and a few that are neither.
static size_t any_text(uint8_t *ret)
{
    static const ucs4_t others[] = {0x200C, 0x200D, 0x301, 0x964, 0x2502, 0x1F600, '\n', 0xFE0F};
    size_t n = 0;
    for (int i = rand() % 12; i >= 0; i--) {
        int kind = rand() % 8;
        ucs4_t c = kind == 0   ? others[rand() % 8]
                   : kind == 1 ? 0x20 + (ucs4_t)rand() % 0x5F
                   : kind < 4  ? 0x9BC + (ucs4_t)rand() % 0x12
                               : 0x980 + (ucs4_t)rand() % 0x80;
        n += (size_t)u8_uctomb(ret + n, c, 8);
    }
    return n;
}

static void assert_consonant(const uint8_t *s, const uint8_t *end)
{
    ucs4_t c = 0;
    u8_mbtouc(&c, s, (size_t)(end - s));
    assert_true(c >= 0x995 && c <= 0x9F1);
}

// The short ways through Bengali say what libunistring says, but for the joins over hasanta:
// older versions of it know none, newer ones some that go over other marks as well.
static void short_ways_lead_to_the_same(void **state)
{
    (void)state;
    srand(5);
    for (int i = 0; i < 100000; i++) {
        uint8_t s[128];
        size_t n = any_text(s);
        const char *text = (const char *)s;
        assert_int_equal(text_columns(text, n), u8_width(s, n, "UTF-8"));
        for (size_t at = 0, next; at < n; at = next) {
            next = text_next(text, n, at);
            size_t own = (size_t)(u8_grapheme_next(s + at, s + n) - s);
            while (own != next) { // a break that only one of them makes
                assert_consonant(s + (own < next ? own : next), s + n);
                if (own < next)
                    own = (size_t)(u8_grapheme_next(s + own, s + n) - s);
                else
                    next = text_next(text, n, next);
            }
        }
    }
}

static void cleaning_makes_text_safe(void **state)
{
    (void)state;
    autostr got = STR_INIT;
    struct err err = {0};
    const char dirty[] = " a\x1b[31m\tb\r\nc\u202e ";
    assert_int_equal(text_clean(dirty, sizeof dirty - 1, &got, &err), STATUS_OK);
    assert_string_equal(got.buf, "a[31m b c");
    str_reset(&got);
    assert_int_equal(text_clean("\u09df", 3, &got, &err), STATUS_OK); // NFC decomposes য়
    assert_string_equal(got.buf, "\u09af\u09bc");
    assert_int_equal(text_clean("ab\xff", 3, &got, &err), STATUS_INVALID);
    assert_true(err.text[0] != '\0');
}

static void assert_clean(const char *dirty, const char *expected)
{
    autostr got = STR_INIT, again = STR_INIT;
    assert_int_equal(text_clean(dirty, strlen(dirty), &got, NULL), STATUS_OK);
    assert_string_equal(got.buf, expected);
    assert_int_equal(text_clean(got.buf, got.len, &again, NULL), STATUS_OK);
    assert_string_equal(again.buf, expected);
}

static void assert_clean_lines(const char *dirty, const char *expected)
{
    autostr got = STR_INIT, again = STR_INIT;
    assert_int_equal(text_clean_lines(dirty, strlen(dirty), &got, NULL), STATUS_OK);
    assert_string_equal(got.buf, expected);
    assert_int_equal(text_clean_lines(got.buf, got.len, &again, NULL), STATUS_OK);
    assert_string_equal(again.buf, expected);
    assert_true(text_is_plain_lines(got.buf, got.len));
    if (text_is_plain_lines(dirty, strlen(dirty)))
        assert_string_equal(dirty, expected);
}

static void lines_are_kept_where_a_text_has_them(void **state)
{
    (void)state;
    assert_clean_lines("১.  ক \r\n২. খ\r\r\n৩. গ", "১. ক\n২. খ\n\n৩. গ");
    assert_clean_lines("\n \n ক\t \n\n  খ \n", "ক\n\nখ");
    assert_clean_lines("a\u2028b\u2029c\xc2\x85"
                       "d\fe\vf",
                       "a\nb\nc\nd\ne\nf");
    assert_clean_lines("a\u202e\u200b\nb\x1b", "a\nb");
    assert_clean_lines(" \r\n", "");
    autostr got = STR_INIT;
    struct err err = {0};
    assert_int_equal(text_read_lines("a\nb", 3, &got, &err), STATUS_OK);
    assert_string_equal(got.buf, "a\nb");
    assert_int_equal(text_read_lines("a\n\xff", 3, &got, &err), STATUS_INVALID);
    assert_int_equal(text_read_lines("???\n????", 8, &got, &err), STATUS_INVALID);
    assert_string_equal(got.buf, "a\nb");
}

static void what_is_not_seen_is_left_out(void **state)
{
    (void)state;
    static const ucs4_t unseen[] = {
        0xAD,    0x34F,   0x61C,   0x115F,  0x1160,  0x17B4,   0x180B, 0x180E, // default ignorable
        0x200B,  0x200E,  0x200F,  0x202A,  0x202E,  0x2060,   0x2064, 0x2066,
        0x2069,  0x206F,  0x3164,  0xFE00,  0xFE0F,  0xFEFF,   0xFFA0, 0xFFF0,
        0x1BCA0, 0x1D173, 0xE0001, 0xE0041, 0xE0100, 0xE0FFF,  0xFFF9, 0xFFFB, // annotations
        0xFDD0,  0xFDEF,  0xFFFE,  0xFFFF,  0x1FFFE, 0x10FFFF,                 // no characters
        0x1,     0x1B,    0x7F,    0x80,    0x9F,
    };
    for (size_t i = 0; i < sizeof unseen / sizeof *unseen; i++) {
        uint8_t bytes[16] = "a";
        int n = u8_uctomb(bytes + 1, unseen[i], 6);
        strcpy((char *)bytes + 1 + n, "b");
        assert_clean((char *)bytes, "ab");
    }
    assert_clean("\u3000a\u2028b\xC2\x85 c\u00A0\nd\u2003e\u202F", "a b c d e");
}

static void joiners_stay_where_bengali_needs_them(void **state)
{
    (void)state;
    assert_clean("র\u200D্য", "র\u200D্য"); // র‍্য
    assert_clean("র\u200C্য", "র\u200C্য"); // as some keyboards have it
    assert_clean("উদ্\u200Cযাপন", "উদ্\u200Cযাপন");
    assert_clean("ত্\u200D", "ত্\u200D"); // half a letter
    assert_clean("র\u200D\u200D্য\u200C", "র\u200D্য");
    assert_clean("ক্\u200C\u200Cষ", "ক্\u200Cষ");
    assert_clean("a\u200Db\u200C \u200Dক\u200Cখ", "ab কখ");
    assert_clean("क्\u200Dष", "क्\u200Dष"); // other scripts have a hasanta too
}

// The short look may let through nothing that the long one would change, which a blank before the
// text calls for.
static void what_looks_plain_is_clean(void **state)
{
    (void)state;
    static const ucs4_t letters[] = {'a',   ' ',   0x995,  0x9A1, 0x9AF,  0x9BC,  0x9BE,  0x9C7,
                                     0x9CD, 0x9D7, 0x9DC,  0x9FE, 0x200C, 0x200D, 0x200B, 0x2013,
                                     0x964, 0x301, 0xFEFF, 0x61C, 0x202E, 0xFDD0};
    enum { LETTERS = sizeof letters / sizeof *letters };
    size_t plain = 0;
    for (ucs4_t c = 1; c < 0x30000 + LETTERS * LETTERS * LETTERS; c++) {
        ucs4_t three[3] = {c < 0x30000 ? c : letters[(c - 0x30000) % LETTERS], 'x', 'x'};
        if (c >= 0x30000) {
            three[1] = letters[(c - 0x30000) / LETTERS % LETTERS];
            three[2] = letters[(c - 0x30000) / LETTERS / LETTERS];
        }
        uint8_t blank[25] = {' '}, *text = blank + 1;
        size_t n = 0;
        for (size_t i = 0; i < 3; i++) {
            int step = u8_uctomb(text + n, three[i], 6);
            n += step > 0 ? (size_t)step : 0;
        }
        autostr clean = STR_INIT;
        if (!text_is_plain((char *)text, n))
            continue;
        plain++;
        assert_false(text_is_plain((char *)blank, n + 1));
        assert_int_equal(text_clean((char *)blank, n + 1, &clean, NULL), STATUS_OK);
        assert_int_equal(clean.len, n);
        assert_memory_equal(clean.buf, text, n);
    }
    assert_true(plain > 1000);
    static const char usual[] = "কর্মচারী-১ (৫০%) – “উদ্\u200Cযাপন” পা\u09AF\u09BC।";
    assert_true(text_is_plain(usual, strlen(usual)));
    assert_false(text_is_plain("ab\xff", 3));
    assert_false(text_is_plain("\xe0\x80\x80", 3));
}

static void names_are_shown_with_what_is_odd_in_them(void **state)
{
    (void)state;
    static const char *const rows[][2] = {
        {"/home/ক/office.db", "/home/ক/office.db"},
        {"a  b \xC2\xA0", "a  b \xC2\xA0"},
        {"x\u202Egpj.db", "x?gpj.db"},
        {"two\nlines\t\x1b[2J\x7f", "two?lines??[2J?"},
        {"\xff\xe0\xa6", "???"},
        {"র\u200D্য\u200D\uFEFF", "র\u200D্য??"},
        {"", ""},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        autostr got = STR_INIT;
        struct err err = {0};
        text_show(&got, rows[i][0]);
        assert_string_equal(got.buf, rows[i][1]);
        err_set(&err, STATUS_IO, "%s: no", rows[i][0]);
        assert_int_equal(strncmp(err.text, rows[i][1], strlen(rows[i][1])), 0);
        err_prefix(&err, "%s:1: ", rows[i][0]);
        assert_int_equal(strncmp(err.text, rows[i][1], strlen(rows[i][1])), 0);
    }
}

static void assert_wrapped(const char *text, int columns, const char *expected)
{
    autostr got = STR_INIT;
    autofree struct text_line *lines = NULL;
    size_t count = text_wrap(text, strlen(text), columns, &lines);
    for (size_t i = 0; i < count; i++) {
        str_add_n(&got, text + lines[i].from, lines[i].len);
        str_add(&got, i + 1 < count ? "\n" : "");
    }
    assert_string_equal(got.buf, expected);
}

static void wrapping_breaks_where_a_reader_would(void **state)
{
    (void)state;
    assert_wrapped("", 10, "");
    assert_wrapped("একটি উদ্ভাবনী ধারণা", 10, "একটি\nউদ্ভাবনী\nধারণা");
    assert_wrapped("সভা/কর্মশালা আয়োজন", 14, "সভা/কর্মশালা\nআয়োজন");
    assert_wrapped("প্রশিক্ষণ/কর্মশালা", 11, "প্রশিক্ষণ/\nকর্মশালা");
    assert_wrapped("৩১/১২/২০২৩ ৩০/০৬/২০২৪", 6, "৩১/১২/২০২৩\n৩০/০৬/২০২৪"); // dates stay whole
    assert_wrapped("তথ্য হলো ।", 8, "তথ্য\nহলো ।"); // no danda at a line's start
    assert_wrapped("ক\nখ", 10, "ক\nখ");
    assert_wrapped("নিষ্পত্তিযোগ্য", 5, "নিষ্পত্তিযোগ্য"); // 14 code points: never cut
}

// Any text at any width: nothing is lost but blanks, and every cut is a syllable boundary.
static void wrapping_loses_nothing(void **state)
{
    (void)state;
    const char *text = "ডিজিটাইজেশনযোগ্যসেবাসমূহেরডাটাবেজহালনাগাদকরণ ও ৪৭.৬১.১০৫৪.০০০.৩৯.০১৪.২২.২৫৬ "
                       "প্রাক-নিবন্ধন প্রশিক্ষণের/মাধ্যমে";
    size_t n = strlen(text);
    for (int columns = 1; columns < 80; columns++) {
        autofree struct text_line *lines = NULL;
        size_t count = text_wrap(text, n, columns, &lines), at = 0;
        for (size_t i = 0; i < count; i++) {
            for (; at < lines[i].from; at++)
                assert_int_equal(text[at], ' ');
            assert_true(text_is_boundary(text, n, at));
            at += lines[i].len;
        }
        assert_int_equal(at, n);
    }
}

static void folding_finds_spelling_pairs(void **state)
{
    (void)state;
    static const char *const pairs[][2] = {
        {"সহজীকরণ ১.২", "সহজিকরন 1.2"}, {"ঈদ ও ঊর্ধ্বতন", "ইদ ও উর্ধ্বতন"},
        {"হঠাৎ উৎস", "হঠাত্ উত্\u200Cস"}, {"বা\u09DFু", "বা\u09AF\u09BCু"},
        {"ত\u200Bথ্য\uFEFF", "তথ্য"},
    };
    for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++) {
        autostr a = STR_INIT, b = STR_INIT;
        text_fold(pairs[i][0], strlen(pairs[i][0]), &a);
        text_fold(pairs[i][1], strlen(pairs[i][1]), &b);
        assert_string_equal(a.buf, b.buf);
    }
}

// Codes and names that differ by a hyphen are two; who looks for one finds both.
static void finding_asks_for_no_hyphen_and_no_blank(void **state)
{
    (void)state;
    static const char *const written[] = {"ই-গভর্ন্যান্স", "ই গভর্ন্যান্স", "ইগভর্ন্যান্স", "ই‑গভর্ন্যান্স",
                                          "ঈ – গভর্ণ্যান্স"};
    autostr one = STR_INIT, other = STR_INIT;
    for (size_t i = 0; i < sizeof written / sizeof *written; i++)
        for (size_t j = 0; j < sizeof written / sizeof *written; j++) {
            autostr sought = STR_INIT;
            text_sought(written[i], strlen(written[i]), &sought);
            assert_true(text_has(written[j], sought.buf));
        }
    text_fold(written[0], strlen(written[0]), &one);
    text_fold(written[2], strlen(written[2]), &other);
    assert_string_not_equal(one.buf, other.buf);
    assert_false(text_has("সেবা", "স1"));
}

static void candrabindu_goes_behind_its_vowel_sign(void **state)
{
    (void)state;
    static const char *const rows[][2] = {
        {"চঁাদ", "চাঁদ"}, {"পঁৌছা", "পৌঁছা"},      {"চঁ\u200Bাদ", "চাঁদ"}, {"কঁঁি", "কিঁঁ"},
        {"হঁ া", "হঁ া"}, {"চাঁদ আঁকা", "চাঁদ আঁকা"}, {"কঁঁিঁু", "কিুঁঁঁ"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        autostr clean = STR_INIT;
        assert_int_equal(text_clean(rows[i][0], strlen(rows[i][0]), &clean, NULL), STATUS_OK);
        assert_string_equal(clean.buf, rows[i][1]);
        if (strcmp(rows[i][0], rows[i][1]) != 0)
            assert_false(text_is_plain(rows[i][0], strlen(rows[i][0])));
    }
}

static void what_is_typed_behind_a_candrabindu_is_put_in_order(void **state)
{
    (void)state;
    static const char before[] = "চ\u0981";
    autostr text = STR_INIT;
    assert_int_equal(text_order_typed(before, strlen(before), "\u09be", &text), 3);
    assert_string_equal(text.buf, "\u09be\u0981");
    assert_int_equal(text_order_typed(before, strlen(before), "দ", &text), 0);
    assert_int_equal(text_order_typed(before, 3, "\u09be", &text), 0);
    assert_int_equal(text_order_typed(before, 0, "\u09be", &text), 0);
    assert_string_equal(text.buf, "\u09be\u0981");
}

static void a_nukta_goes_with_its_letter(void **state)
{
    (void)state;
    static const char text[] = "বাড\u09bcি a";
    assert_int_equal(text_letter_before(text, strlen(text)), 16);
    assert_int_equal(text_letter_before(text, 15), 12);
    assert_int_equal(text_letter_before(text, 12), 6);
    assert_int_equal(text_letter_before(text, 6), 3);
    assert_int_equal(text_letter_before(text, 3), 0);
    assert_int_equal(text_letter_before(text, 0), 0);
    assert_int_equal(text_letter_before("\u09bc", 3), 0);
}

static void long_errors_end_on_a_syllable(void **state)
{
    (void)state;
    struct err err = {0};
    autostr longer = STR_INIT;
    str_add_repeat(&longer, "ক্ষি", 500);
    err_set(&err, STATUS_INVALID, "%s", longer.buf);
    size_t n = strlen(err.text);
    assert_true(n < sizeof err.text && n > sizeof err.text - 20);
    assert_string_equal(err.text + n - 3, "…");
    assert_true(text_is_boundary(longer.buf, longer.len, n - 3));
}

static void copies_end_on_a_syllable(void **state)
{
    (void)state;
    char who[16];
    text_copy(who, sizeof who, "করিম");
    assert_string_equal(who, "করিম");
    text_copy(who, sizeof who, "রহিমা খাতুন");
    assert_string_equal(who, "রহিমা");
    text_copy(who, sizeof who, "");
    assert_string_equal(who, "");
    text_copy(who, 4, "ক্ষি");
    assert_string_equal(who, "");
}

static void a_word_of_many_lines_fills_each(void **state)
{
    (void)state;
    enum { SYLLABLES = 5003, COLUMNS = 7 }; // a syllable takes two
    autostr text = STR_INIT;
    autofree struct text_line *lines = NULL;
    str_add(&text, "ক ");
    str_add_repeat(&text, "কি", SYLLABLES);
    str_add(&text, " খ");
    const size_t count = text_wrap(text.buf, text.len, COLUMNS, &lines);
    assert_int_equal(count, 1 + (SYLLABLES + 2) / 3); // three a line; two and the last word
    assert_int_equal(lines[0].len, 3);
    for (size_t i = 1; i + 1 < count; i++)
        assert_int_equal(lines[i].len, 3 * 6);
    assert_int_equal(lines[count - 1].len, 2 * 6 + 1 + 3);
}

// Counted as they are kept: cleaned, in code points, whatever bytes they take.
static void a_text_that_is_too_long_is_refused_whole(void **state)
{
    (void)state;
    autostr text = STR_INIT, got = STR_INIT;
    struct err err = {0};
    i18n_set_language(LANGUAGE_ENGLISH);
    i18n_set_digits(DIGITS_LATIN);
    str_add(&text, " \t");
    str_add_repeat(&text, "ক", TEXT_CODE_MAX);
    str_add(&text, "\n ");
    str_add(&got, "x");
    assert_int_equal(text_read(TEXT_CODE, text.buf, text.len, &got, &err), STATUS_OK);
    assert_int_equal(got.len, 1 + 3 * TEXT_CODE_MAX);
    str_add(&text, "k");
    assert_int_equal(text_read(TEXT_CODE, text.buf, text.len, &got, &err), STATUS_INVALID);
    assert_string_equal(err_text(&err), "The text has 42 letters; at most 40 fit here");
    assert_int_equal(got.len, 1 + 3 * TEXT_CODE_MAX);
    assert_int_equal(text_read(TEXT_NAME, text.buf, text.len, &got, &err), STATUS_OK);
    str_reset(&text);
    str_add_repeat(&text, "ক\n", TEXT_LINES_MAX / 2);
    str_add(&text, "\u0995"); // line breaks are letters too, but for those at the end
    assert_int_equal(text_read_lines(text.buf, text.len, &got, &err), STATUS_INVALID);
    assert_string_equal(err_text(&err), "The text has 100001 letters; at most 100000 fit here");
    assert_int_equal(text_read_lines(text.buf, text.len - 3, &got, &err), STATUS_OK);
}

// --- no memory ----------------------------------------------------------------------------------

static bool no_memory;

// In the library's place.
uint8_t *u8_normalize(uninorm_t form, const uint8_t *s, size_t n, uint8_t *buffer, size_t *length)
{
    static uint8_t *(*real)(uninorm_t, const uint8_t *, size_t, uint8_t *, size_t *);
    if (!real)
        *(void **)&real = dlsym(RTLD_NEXT, "u8_normalize");
    errno = ENOMEM;
    return no_memory ? NULL : real(form, s, n, buffer, length);
}

enum { CLEANED, EXHAUSTED };

static void end_exhausted(void)
{
    _exit(EXHAUSTED);
}

// A figure was once saved as nothing, and called saved, because its text could not be composed.
static void without_memory_a_text_is_not_taken_for_a_wrong_one(void **state)
{
    (void)state;
    int how = 0;
    const pid_t pid = fork();
    if (pid == 0) {
        autostr got = STR_INIT;
        mem_on_exhaustion(end_exhausted);
        no_memory = true;
        text_clean(" 1107", 5, &got, NULL); // what is clean needs no composing
        _exit(CLEANED);
    }
    assert_int_equal(waitpid(pid, &how, 0), pid);
    assert_true(WIFEXITED(how));
    assert_int_equal(WEXITSTATUS(how), EXHAUSTED);
}

static void what_is_kept_reads_back(void **state)
{
    (void)state;
    static const char hidden[] = "4wv\x1dp`v"; // without what is not seen it is Bijoy's
    autostr got = STR_INIT;
    struct err err = {0};
    assert_int_equal(text_read(TEXT_NAME, hidden, strlen(hidden), &got, &err), STATUS_INVALID);
    assert_string_equal(got.buf, "");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_is_kept_reads_back),
        cmocka_unit_test(syllables_are_joined_over_hasanta),
        cmocka_unit_test(a_blank_may_begin_or_end_a_syllable),
        cmocka_unit_test(columns_count_spacing_signs),
        cmocka_unit_test(short_ways_lead_to_the_same),
        cmocka_unit_test(cleaning_makes_text_safe),
        cmocka_unit_test(lines_are_kept_where_a_text_has_them),
        cmocka_unit_test(what_is_not_seen_is_left_out),
        cmocka_unit_test(joiners_stay_where_bengali_needs_them),
        cmocka_unit_test(what_looks_plain_is_clean),
        cmocka_unit_test(names_are_shown_with_what_is_odd_in_them),
        cmocka_unit_test(wrapping_breaks_where_a_reader_would),
        cmocka_unit_test(wrapping_loses_nothing),
        cmocka_unit_test(folding_finds_spelling_pairs),
        cmocka_unit_test(finding_asks_for_no_hyphen_and_no_blank),
        cmocka_unit_test(candrabindu_goes_behind_its_vowel_sign),
        cmocka_unit_test(what_is_typed_behind_a_candrabindu_is_put_in_order),
        cmocka_unit_test(a_nukta_goes_with_its_letter),
        cmocka_unit_test(long_errors_end_on_a_syllable),
        cmocka_unit_test(copies_end_on_a_syllable),
        cmocka_unit_test(a_word_of_many_lines_fills_each),
        cmocka_unit_test(a_text_that_is_too_long_is_refused_whole),
        cmocka_unit_test(without_memory_a_text_is_not_taken_for_a_wrong_one),
    };
    return cmocka_run_group_tests_name("text", tests, NULL, NULL);
}
