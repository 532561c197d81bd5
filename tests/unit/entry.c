// SPDX-License-Identifier: GPL-3.0-or-later
#include "../test.h"

#include "orjon/base/file.h"
#include "orjon/base/tsv.h"
#include "orjon/domain/check.h"
#include "orjon/domain/date.h"
#include "orjon/domain/entry.h"

#include <stdlib.h>

static struct indicator of_kind(enum kind kind)
{
    return (struct indicator){.kind = kind, .unit = "", .code = "1.1.1", .alternative_of = ""};
}

static struct entry reads(const struct indicator *indicator, const char *s, enum entry_mode mode)
{
    struct entry entry = {0};
    struct err err = {0};
    if (entry_read(indicator, s, strlen(s), mode, &entry, &err))
        fail_msg("“%s”: %s", s, err.text);
    return entry;
}

static void assert_refused(const struct indicator *indicator, const char *s)
{
    struct entry entry = {.typed = "kept"};
    struct err err = {0};
    assert_true(entry_read(indicator, s, strlen(s), ENTRY_TYPED, &entry, &err) != STATUS_OK);
    assert_true(err.text[0] != '\0');
    assert_string_equal(entry.typed, "kept");
}

static void states(void **state)
{
    (void)state;
    struct indicator number = of_kind(KIND_NUMBER), date = of_kind(KIND_DATE),
                     dates = of_kind(KIND_DATES), percent = of_kind(KIND_PERCENT);
    assert_int_equal(reads(&number, " ", ENTRY_TYPED).state, ENTRY_EMPTY);
    assert_int_equal(reads(&number, "-", ENTRY_TYPED).state, ENTRY_NONE);
    assert_int_equal(reads(&number, "--", ENTRY_TYPED).state, ENTRY_NONE);
    assert_int_equal(reads(&number, "–", ENTRY_TYPED).state, ENTRY_NONE);
    assert_int_equal(reads(&number, "০", ENTRY_TYPED).state, ENTRY_VALUE);
    assert_int_equal(reads(&percent, "০০%", ENTRY_TYPED).state, ENTRY_VALUE);
    assert_int_equal(reads(&date, "০", ENTRY_TYPED).state, ENTRY_NONE);
    assert_int_equal(reads(&dates, "০", ENTRY_TYPED).state, ENTRY_NONE);
    assert_int_equal(reads(&date, "০০%", ENTRY_TYPED).state, ENTRY_NONE);
    static const char *const nothing[] = {"নাই", "নেই", "না", " নাই "};
    for (size_t i = 0; i < sizeof nothing / sizeof *nothing; i++)
        assert_int_equal(reads(&number, nothing[i], ENTRY_TYPED).state, ENTRY_NONE);
    assert_int_equal(reads(&number, "প্রযোজ্য নয়", ENTRY_TYPED).state, ENTRY_NOT_APPLICABLE);
    assert_int_equal(reads(&number, "শূন্য", ENTRY_TYPED).state, ENTRY_VALUE);
    assert_int_equal(reads(&number, "শূন্য", ENTRY_TYPED).value.value, 0);
    assert_int_equal(reads(&date, "শূন্য", ENTRY_TYPED).state, ENTRY_NONE);
    assert_refused(&number, "নয়");
}

static void numbers_with_words(void **state)
{
    (void)state;
    struct indicator i = of_kind(KIND_NUMBER);
    i.unit = "সংখ্যা";
    assert_int_equal(reads(&i, "২ টি", ENTRY_TYPED).value.value, 2 * NUMBER_ONE);
    assert_int_equal(reads(&i, "০১ (এক)টি", ENTRY_TYPED).value.value, NUMBER_ONE);
    assert_int_equal(reads(&i, "০১ (একটি)", ENTRY_TYPED).value.value, NUMBER_ONE);
    assert_int_equal(reads(&i, "৮জন", ENTRY_TYPED).notes, NOTE_UNIT);
    assert_int_equal(reads(&i, "2.5", ENTRY_TYPED).notes, NOTE_FRACTION);
    assert_int_equal(reads(&i, "১০ ৪", ENTRY_TYPED).notes, NOTE_BLANKS);
    i.unit = "জন";
    assert_int_equal(reads(&i, "৮জন", ENTRY_TYPED).notes, 0);
    i.unit = "জন (লক্ষ)";
    assert_int_equal(reads(&i, "০.০০৩৪০", ENTRY_TYPED).value.value, 3400000);
    assert_int_equal(reads(&i, "৩৪০ জন", ENTRY_TYPED).value.value, 3400000); // typed in persons
    assert_int_equal(reads(&i, "০.০০৩৪০", ENTRY_TYPED).notes, 0);
    i.unit = "সংখ্যা (কোটি)";
    assert_int_equal(reads(&i, "০.০৯২৫", ENTRY_TYPED).notes, 0);
    i.unit = "সংখ্যা (হাজার)";
    assert_int_equal(reads(&i, "২.৫", ENTRY_TYPED).notes, 0);
    i.unit = "সংখ্যা";
    assert_true(reads(&i, "12+7+9", ENTRY_TYPED).value.value == 28 * NUMBER_ONE);
    assert_true(reads(&i, "১২ + ৭ টি", ENTRY_TYPED).value.value == 19 * NUMBER_ONE);
    assert_true(reads(&i, "১,২০০/=", ENTRY_TYPED).value.value == 1200 * NUMBER_ONE);
    assert_true(reads(&i, "৫।", ENTRY_TYPED).value.value == 5 * NUMBER_ONE);
    assert_refused(&i, "922323720 crore"); // would not be read back from the paper
    assert_refused(&i, "9999999999999+1");
    assert_refused(&i, "12+");
    assert_refused(&i, "+");
    assert_refused(&i, "12++3");
    assert_refused(&i, "5 মে.টন"); // another row's unit
}

static void numbers_of_money_weight_and_length(void **state)
{
    (void)state;
    struct indicator i = of_kind(KIND_NUMBER);
    i.unit = "টাকা";
    assert_true(reads(&i, "৳ ৫০০/-", ENTRY_TYPED).value.value == 500 * NUMBER_ONE);
    assert_true(reads(&i, "Tk. 500", ENTRY_TYPED).value.value == 500 * NUMBER_ONE);
    assert_true(reads(&i, "৫ লক্ষ টাকা", ENTRY_TYPED).value.value == 500000 * NUMBER_ONE);
    i.unit = "কোটি টাকা";
    assert_true(reads(&i, "৫ লক্ষ টাকা", ENTRY_TYPED).value.value == NUMBER_ONE / 20);
    assert_int_equal(reads(&i, "৩.৪০ কোটি", ENTRY_TYPED).notes, 0);
    assert_int_equal(reads(&i, "৩.৪০ কোটি", ENTRY_TYPED).decimals, 2);
    assert_int_equal(reads(&i, "৫ টাকা", ENTRY_TYPED).notes, NOTE_UNIT);
    assert_refused(&i, "9999999999999 কোটি 9");
    assert_refused(&i, "9999999999999999999999999999999999999999");
    i.unit = "মেট্রিক টন";
    assert_int_equal(reads(&i, "১৬৪৪৬.২৩ মে.টন", ENTRY_TYPED).notes, 0);
    i.unit = "লক্ষ মাত্রা";
    assert_int_equal(reads(&i, "৫০০০ ডোজ", ENTRY_TYPED).notes, NOTE_UNIT);
    assert_int_equal(reads(&i, "৫ লক্ষ ডোজ", ENTRY_TYPED).notes, 0);
    static const char *const lengths[] = {"কিলোমিটার", "কি.মিটার", "মিলিলিটার", "বর্গমিটার"};
    for (size_t k = 0; k < sizeof lengths / sizeof *lengths; k++) {
        i.unit = lengths[k]; // of which a metre or a litre is a part
        assert_refused(&i, "৫ মিঃ");
        assert_refused(&i, "৫ লিঃ");
    }
    i.unit = "মিটার";
    assert_true(reads(&i, "৫ মিঃ", ENTRY_TYPED).value.value == 5 * NUMBER_ONE);
    i.unit = "সংখ্যা";
    assert_int_equal(reads(&i, "২.৫", ENTRY_TYPED).notes, NOTE_FRACTION);
    i.grade[0] = (struct target){.set = true, .value = NUMBER_ONE * 5 / 2};
    assert_int_equal(reads(&i, "১.৭৫", ENTRY_TYPED).notes, 0);
}

static void numbers_with_money_and_what_is_no_number(void **state)
{
    (void)state;
    struct indicator i = of_kind(KIND_NUMBER);
    i.grade[0] = (struct target){.set = true, .value = NUMBER_ONE * 5 / 2};
    i.unit = "টাকা";
    assert_int_equal(reads(&i, "৫ টাকা", ENTRY_TYPED).value.value, 5 * NUMBER_ONE);
    assert_int_equal(reads(&i, "৭৷৫", ENTRY_TYPED).value.value, NUMBER_ONE * 15 / 2);
    assert_int_equal(reads(&i, "৭।৫", ENTRY_TYPED).value.value, NUMBER_ONE * 15 / 2);
    i.unit = "জন (লক্ষ)";
    assert_refused(&i, "৪০%");
    assert_refused(&i, "চার");
    assert_refused(&i, "1 2 x");
    assert_refused(&i, "-5");
    assert_refused(&i, "4 (");
}

// The same number said twice is one; another one is a slip in either place.
static void brackets_say_the_same(void **state)
{
    (void)state;
    struct indicator i = of_kind(KIND_NUMBER);
    i.unit = "সংখ্যা";
    assert_int_equal(reads(&i, "৪ (৪)", ENTRY_TYPED).notes, 0);
    assert_int_equal(reads(&i, "০৪ (4 টি)", ENTRY_TYPED).notes, 0);
    assert_int_equal(reads(&i, "৪ (চার) টি", ENTRY_TYPED).notes, 0);
    assert_int_equal(reads(&i, "৪ (৫)", ENTRY_TYPED).notes, NOTE_BRACKET);
    assert_int_equal(reads(&i, "৪ (৫টি)", ENTRY_TYPED).value.value, 4 * NUMBER_ONE);
    assert_int_equal(reads(&i, "৪টি (৫টি)", ENTRY_PRINTED).notes, NOTE_BRACKET);
    i.unit = "জন (লক্ষ)";
    assert_int_equal(reads(&i, "৩৪০ জন (৩৪০)", ENTRY_TYPED).notes, 0);
    assert_int_equal(reads(&i, "৩৪০ জন (০.০০৩৪)", ENTRY_TYPED).notes, 0);
    assert_int_equal(reads(&i, "৩৪০ জন (০.০৩৪)", ENTRY_TYPED).notes, NOTE_BRACKET);
}

static void a_range_is_no_figure(void **state)
{
    (void)state;
    struct indicator number = of_kind(KIND_NUMBER), percent = of_kind(KIND_PERCENT);
    static const char *const numbers[] = {"৪-৫", "৪ – ৫", "৪ থেকে ৫", "4~5"};
    static const char *const percents[] = {"৮০%-৯০%",   "৮০-৯০%",      "৮০%-৯০",
                                           "৮০% – ৯০%", "৮০% হতে ৯০%", "৮০% ৯০%",
                                           "80% or 90", "৮০% বা ৯০%",  "৮০ শতাংশ থেকে ৯০"};
    for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++)
        assert_refused(&number, numbers[i]);
    for (size_t i = 0; i < sizeof percents / sizeof *percents; i++)
        assert_refused(&percent, percents[i]);
    struct entry e;
    struct err err = {0};
    entry_read(&percent, "৮০%-৯০%", strlen("৮০%-৯০%"), ENTRY_TYPED, &e, &err);
    assert_non_null(strstr(err.text, "৮০%-৯০%"));
    assert_non_null(strstr(err.text, entry_expectation(&percent)));
}

// What clerks type into a row of another kind is named for what it is.
static void the_true_fault_is_named(void **state)
{
    (void)state;
    static const struct {
        enum kind kind;
        const char *typed, *hint;
    } rows[] = {
        {KIND_DATE, "শতভাগ", "শতকরা হার"},
        {KIND_DATE, "১০০%", "শতকরা হার"},
        {KIND_DATES, "৮০%", "শতকরা হার"},
        {KIND_NUMBER, "শতভাগ", "শতকরা হার"},
        {KIND_NUMBER, "৮০ শতাংশ", "শতকরা হার"},
        {KIND_NUMBER, "১৬/১২/২০২৩", "তারিখ"},
        {KIND_PERCENT, "১৬ মার্চ ২০২৪", "তারিখ"},
        {KIND_DATE, "৩", "সংখ্যা"},
        {KIND_DATE, "১৬১২২০২৩", "মাঝে /"},
        {KIND_DATE, "২৪/১০/১৪৩০", "বঙ্গাব্দের"},
        {KIND_NUMBER, "১/২", "দুটি সংখ্যা"},
        {KIND_NUMBER, "1O", "১০ লিখুন"},
        {KIND_NUMBER, "l2", "১২ লিখুন"},
        {KIND_DATE, "O১/১২/২০২৩", "০১/১২/২০২৩ লিখুন"},
        {KIND_DATE, "৩১/১১/২৩", "নভেম্বর"},
        {KIND_NUMBER, "Old", "পড়া গেল না"},
        {KIND_NUMBER, "দুই", "অঙ্কে"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        const struct indicator indicator = of_kind(rows[i].kind);
        struct entry entry;
        struct err err = {0};
        const char *typed = rows[i].typed;
        assert_int_equal(entry_read(&indicator, typed, strlen(typed), ENTRY_TYPED, &entry, &err),
                         STATUS_INVALID);
        if (!strstr(err.text, rows[i].hint))
            fail_msg("“%s” says “%s”, not “%s”", typed, err.text, rows[i].hint);
    }
}

static void all_of_it_in_words(void **state)
{
    (void)state;
    struct indicator percent = of_kind(KIND_PERCENT);
    static const char *const words[] = {"শতভাগ",      "শত ভাগ",        "একশত ভাগ",    "একশো শতাংশ",
                                        "শতকরা একশত", "শতকরা একশ ভাগ", "১০০ পার্সেন্ট", "১০০ প্রতিশত"};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        assert_int_equal(reads(&percent, words[i], ENTRY_TYPED).value.value, 100 * NUMBER_ONE);
    assert_int_equal(reads(&percent, "শত ভাগ (৪৪)", ENTRY_TYPED).count.value, 44 * NUMBER_ONE);
    assert_refused(&percent, "শত শত ভাগ");
}

static void percents_with_counts(void **state)
{
    (void)state;
    struct indicator plain = of_kind(KIND_PERCENT), counted = plain;
    counted.target_count = (struct maybe){true, 110 * NUMBER_ONE};
    struct entry e = reads(&plain, "৪০", ENTRY_TYPED);
    assert_true(e.value.set && e.value.value == 40 * NUMBER_ONE && !e.count.set);
    e = reads(&counted, "৪৪", ENTRY_TYPED);
    assert_true(!e.value.set && e.count.set && e.count.value == 44 * NUMBER_ONE);
    e = reads(&plain, "(৪৪)", ENTRY_TYPED); // no count to measure against: the percent itself
    assert_true(e.value.set && e.value.value == 44 * NUMBER_ONE && !e.count.set);
    assert_int_equal(reads(&plain, "৮টি", ENTRY_TYPED).notes, NOTE_UNIT); // a count is no percent
    assert_int_equal(reads(&plain, "৮ জন", ENTRY_TYPED).notes, NOTE_UNIT);
    assert_int_equal(reads(&plain, "৮/-", ENTRY_TYPED).notes, 0);
    assert_int_equal(reads(&plain, "৮%(৮টি)", ENTRY_TYPED).notes, 0);
    assert_int_equal(reads(&counted, "৮টি", ENTRY_TYPED).notes, 0);
    e = reads(&plain, "৭৷৫", ENTRY_TYPED);
    assert_int_equal(e.value.value, NUMBER_ONE * 15 / 2);
    e = reads(&counted, "৪০%(৪৪)", ENTRY_TYPED);
    assert_true(e.value.value == 40 * NUMBER_ONE && e.count.value == 44 * NUMBER_ONE && !e.notes);
    assert_int_equal(reads(&counted, "৪০%(৪৫)", ENTRY_TYPED).notes, NOTE_PERCENT);
    assert_int_equal(reads(&counted, "৫৫%(১১০)", ENTRY_TYPED).notes, NOTE_PERCENT);
    counted.grade[0] = (struct target){.set = true, .value = 55 * NUMBER_ONE};
    assert_int_equal(reads(&counted, "৫৫%(১১০)", ENTRY_TYPED).notes, 0); // as the target says it
    assert_int_equal(reads(&counted, "২২%(৪৪)", ENTRY_TYPED).notes, 0);
    assert_int_equal(reads(&counted, "৪০%(৪৪)", ENTRY_TYPED).notes, 0);
    assert_int_equal(reads(&counted, "৩০%(৪৪)", ENTRY_TYPED).notes, NOTE_PERCENT);
    e = reads(&counted, "৯৯％ (১০ ৪)", ENTRY_TYPED);
    assert_int_equal(e.count.value, 104 * NUMBER_ONE);
    assert_true(e.notes & NOTE_BLANKS);
    e = reads(&plain, "৪০/৫০", ENTRY_TYPED);
    assert_true(e.count.value == 40 * NUMBER_ONE && e.denominator.value == 50 * NUMBER_ONE);
    e = reads(&plain, "80%(40/50)", ENTRY_TYPED);
    assert_true(e.value.value == 80 * NUMBER_ONE && e.denominator.set && !e.notes);
    e = reads(&plain, "১০০% (৪)", ENTRY_TYPED);
    assert_true(e.value.value == 100 * NUMBER_ONE && e.count.value == 4 * NUMBER_ONE);
    assert_refused(&counted, "২ লক্ষ"); // would be 2
    assert_refused(&plain, "৪০%(২ লক্ষ)");
    assert_refused(&plain, "৪০/০");
    assert_refused(&plain, "৪০%(৪৪");
    assert_refused(&plain, "৪০%%");
    assert_refused(&plain, "৪.০.১%");
    assert_refused(&plain, "%");
}

static void components_add_up(void **state)
{
    (void)state;
    struct indicator i = of_kind(KIND_PERCENT);
    i.target_count = (struct maybe){true, 349320 * NUMBER_ONE};
    const char *right = "১০০% =কে. ৩০০০০/ প্রাথ. ৩১৯৩২০/- (৩৪৯৩২০)";
    const char *wrong = "১০০% =কে. ৩০০০০/ প্রাথ. ৩১৯৩২১/- (৩৪৯৩২০)";
    struct entry e = reads(&i, right, ENTRY_TYPED);
    assert_int_equal(e.count.value, 349320 * NUMBER_ONE);
    assert_int_equal(e.notes, 0);
    assert_refused(&i, wrong);
    assert_int_equal(reads(&i, wrong, ENTRY_PRINTED).notes, NOTE_COMPONENTS);
    e = reads(&i, "৯৬% (৩৩৬৭৯০)", ENTRY_TYPED);
    assert_int_equal(e.count.value, 336790 * NUMBER_ONE);
    e = reads(&i, "১০০% = কে. ৩০০০০, প্রাথ. ৩১৯৩২০", ENTRY_TYPED);
    assert_int_equal(e.count.value, 349320 * NUMBER_ONE);
}

static void dates_of_done_things(void **state)
{
    (void)state;
    struct indicator one = of_kind(KIND_DATE), many = of_kind(KIND_DATES);
    assert_int_equal(reads(&one, "৩১/০৭/২০২৩ খ্রি.", ENTRY_TYPED).date[0], date_of(2023, 7, 31));
    assert_int_equal(reads(&one, "০১-১২-২০২৩ থেকে ৩১-১২-২০২৩", ENTRY_TYPED).date[0],
                     date_of(2023, 12, 31));
    assert_refused(&one, "৩১/১১/২৩");
    assert_refused(&one, "১২/১৩/২৪");
    assert_refused(&one, "1");
    assert_refused(&one, "1/1/24 2/1/24");
    assert_true(reads(&one, "৩১/১১/২৩", ENTRY_PRINTED).notes & NOTE_CLAMPED);
    assert_int_equal(reads(&many, "১ ৩১/১২/২৩", ENTRY_TYPED).dates, 1);
    assert_int_equal(reads(&many, "৩১/১২/২৩, ৩০/০৬/২৪", ENTRY_TYPED).dates, 2);
    assert_refused(&many, "২ ৩১/১২/২৩");
    assert_refused(&many, "২");
}

static void writes_as_papers_print(void **state)
{
    (void)state;
    static const struct {
        enum kind kind;
        const char *typed, *printed;
    } rows[] = {
        {KIND_NUMBER, "04", "৪"},
        {KIND_PERCENT, "40%(44)", "৪০%(৪৪)"},
        {KIND_PERCENT, "44", "৪০%(৪৪)"},
        {KIND_PERCENT, "40/50", "৮০%(৪০/৫০)"},
        {KIND_DATE, "31.12.23", "৩১/১২/২০২৩"},
        {KIND_DATES, "31/12/23", "১ ৩১/১২/২০২৩"},
        {KIND_NUMBER, "--", "-"},
        {KIND_NUMBER, "", ""},
    };
    for (size_t r = 0; r < sizeof rows / sizeof *rows; r++) {
        struct indicator i = of_kind(rows[r].kind);
        i.target_count = (struct maybe){true, 110 * NUMBER_ONE};
        struct entry e = reads(&i, rows[r].typed, ENTRY_TYPED);
        autostr s = STR_INIT;
        entry_write(&s, &i, &e, (struct number_style){.digits = DIGITS_BENGALI});
        assert_string_equal(s.buf, rows[r].printed);
        struct entry again = reads(&i, s.buf, ENTRY_TYPED); // what is printed can be typed
        assert_int_equal(again.state, e.state);
    }
}

static void text_from_outside_is_not_trusted(void **state)
{
    (void)state;
    struct indicator i = of_kind(KIND_NUMBER);
    struct entry e;
    struct err err = {0};
    assert_int_equal(entry_read(&i, "4\xff", 2, ENTRY_TYPED, &e, &err), STATUS_INVALID);
    assert_int_equal(reads(&i, "\t4\x1b", ENTRY_TYPED).value.value, 4 * NUMBER_ONE);
    assert_refused(&i, "4\u202e5x");
    srand(11);
    for (int n = 0; n < 20000; n++) { // any bytes: an answer, never a crash
        char junk[40];
        static const char alphabet[] = "0123456789০১৯%()/.-=, ⁄\xe0\xa7\xff\x1b";
        size_t len = (size_t)rand() % sizeof junk;
        for (size_t k = 0; k < len; k++)
            junk[k] = alphabet[(size_t)rand() % (sizeof alphabet - 1)];
        i.kind = (enum kind)(rand() % KIND_COUNT);
        i.target_count.set = rand() % 2;
        entry_read(&i, junk, len, rand() % 2 ? ENTRY_TYPED : ENTRY_PRINTED, &e, &err);
    }
}

static size_t found(const struct findings *f, const char *code)
{
    size_t n = 0;
    for (size_t i = 0; i < f->count; i++)
        n += strcmp(f->finding[i].code, code) == 0;
    return n;
}

static void find_in(const struct indicator *indicator, const struct entry *entry, int quarter,
                    int32_t today, struct findings *ret)
{
    struct year year = {0};
    year.quarter[quarter - 1] = *entry;
    check_entry(indicator, &year, 2023, quarter, today, ret);
}

static void findings_name_the_fault(void **state)
{
    (void)state;
    struct indicator i = of_kind(KIND_DATE);
    struct findings f = {0};
    const int32_t today = date_of(2023, 10, 24);
    struct entry e = reads(&i, "31/07/2022", ENTRY_TYPED);
    find_in(&i, &e, 1, today, &f);
    assert_int_equal(found(&f, "date-outside-year"), 1);
    e = reads(&i, "01/10/2023", ENTRY_TYPED);
    find_in(&i, &e, 1, today, &f);
    assert_int_equal(found(&f, "date-outside-quarter"), 1);
    e = reads(&i, "01/12/2023", ENTRY_TYPED);
    find_in(&i, &e, 2, today, &f);
    assert_int_equal(found(&f, "future-date"), 1);
    i.kind = KIND_NUMBER;
    e = reads(&i, "1", ENTRY_TYPED);
    e.remark = "৩য় ত্রৈমাসিকে বাস্তবায়ন করা হবে।";
    find_in(&i, &e, 1, today, &f);
    assert_int_equal(found(&f, "remark"), 1);
    e = reads(&i, "-", ENTRY_TYPED);
    e.remark = "কোন আবেদন জমা হয় নাই";
    find_in(&i, &e, 1, today, &f);
    assert_int_equal(found(&f, "no-case"), 1);
    findings_done(&f);
}

static enum entry_match match(const struct indicator *indicator, const char *there,
                              const char *again)
{
    struct entry a = reads(indicator, there, ENTRY_TYPED), b = reads(indicator, again, ENTRY_TYPED);
    a.typed = there;
    b.typed = again;
    return entry_compare(indicator, &a, &b);
}

static void figures_typed_again(void **state)
{
    (void)state;
    struct indicator number = of_kind(KIND_NUMBER), percent = of_kind(KIND_PERCENT),
                     counted = of_kind(KIND_PERCENT), date = of_kind(KIND_DATE),
                     dates = of_kind(KIND_DATES);
    counted.target_count = (struct maybe){true, 110 * NUMBER_ONE};
    static const enum entry_match same = MATCH_SAME, writing = MATCH_WRITING, other = MATCH_MEANING;
    const struct {
        const struct indicator *indicator;
        const char *there, *again;
        enum entry_match match;
    } cases[] = {
        {&number, "৫", "5", same},
        {&number, "৫", "০৫", writing},
        {&number, "০৫", "৫", same}, // as the paper prints it
        {&number, "১,০০০", "১০০০", same},
        {&number, "১০০০", "১,০০০", writing},
        {&number, "৫", "৬", other},
        {&number, "-", "–", same},
        {&number, "-", "০", other},
        {&number, "", "৫", other},
        {&number, "৫", "-", other},
        {&number, "৫", "", MATCH_UNTYPED},
        {&number, "-", "", MATCH_UNTYPED},
        {&number, "", "", same},
        {&percent, "৮০%", "৮০ %", writing},
        {&percent, "৮০", "৮০%", same},
        {&percent, "৮০%", "৮১%", other},
        {&counted, "৪০%(৪৪)", "40% (44)", writing},
        {&counted, "৪০% ( ৪৪ )", "৪০%(৪৪)", same},
        {&counted, "৪৪", "৪০%(৪৪)", same}, // the paper says both
        {&counted, "৪০%(৪৪)", "৪৪", writing},
        {&counted, "৪৪", "৪০%", other},
        {&counted, "৪৪", "৪৫", other},
        {&counted, "৪০/৫০", "৮০%(৪০/৫০)", same},
        {&counted, "৪০/৫০", "৪০", other},
        {&date, "১৬/৩/২৪", "১৬/০৩/২০২৪", same},
        {&date, "১৬/০৩/২০২৪", "16-3-24", writing},
        {&date, "১৬/০৩/২০২৪", "১৭/০৩/২০২৪", other},
        {&dates, "৩১/১২/২০২৩", "১ ৩১/১২/২০২৩", same},
        {&dates, "১ ৩১/১২/২০২৩", "২ ৩১/১২/২০২৩ ০১/০২/২০২৪", other},
        {&dates, "2 31/12/2023 30/10/2023", "30/10/2023, 31/12/2023", writing},
        {&dates, "31/12/2023, 30/10/2023", "30/10/2023, 30/10/2023", other},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        if (match(cases[i].indicator, cases[i].there, cases[i].again) != cases[i].match)
            fail_msg("«%s» typed again as «%s»", cases[i].there, cases[i].again);
}

// The paper prints a dash for all of them; only what is said outright can disagree.
static void states_typed_again(void **state)
{
    (void)state;
    struct indicator number = of_kind(KIND_NUMBER);
    const struct entry dash = {.state = ENTRY_NONE, .typed = "-"},
                       no_case = {.state = ENTRY_NO_CASE, .typed = "-"},
                       not_due = {.state = ENTRY_NOT_DUE, .typed = ""};
    assert_int_equal(entry_compare(&number, &no_case, &dash), MATCH_SAME);
    assert_int_equal(entry_compare(&number, &no_case, &no_case), MATCH_SAME);
    assert_int_equal(entry_compare(&number, &no_case, &not_due), MATCH_MEANING);
    assert_int_equal(entry_compare(&number, &dash, &no_case), MATCH_MEANING);
}

// What was read, as the table of published cells says it.
static void write_reading(struct str *ret, const struct entry *e)
{
    const struct number_style style = {.digits = DIGITS_LATIN};
    if (e->state == ENTRY_NONE)
        str_add(ret, "none");
    if (e->value.set)
        number_write(ret, e->value.value, style);
    if (e->count.set) {
        str_add_char(ret, '(');
        number_write(ret, e->count.value, style);
        str_add_char(ret, ')');
    }
    for (size_t i = 0; i < e->dates; i++) {
        str_add(ret, i ? " " : "");
        date_write_iso(ret, e->date[i]);
    }
}

static enum kind kind_named(const struct tsv_cell *cell)
{
    int kind = 0;
    while (strlen(kind_word((enum kind)kind)) != cell->n ||
           memcmp(kind_word((enum kind)kind), cell->s, cell->n) != 0)
        kind++;
    return (enum kind)kind;
}

static void cells_of_published_papers(void **state)
{
    (void)state;
    autostr file = STR_INIT;
    assert_int_equal(file_read(TEST_DATA "/cells.tsv", &file, NULL), STATUS_OK);
    autotsv tsv;
    tsv_open(&tsv, file.buf, file.len);
    int rows = 0, wrong = 0;
    while (tsv_next(&tsv)) {
        if (tsv.cell[0].s[0] == '#' || tsv_is(&tsv, 0, "kind"))
            continue;
        autostr unit = STR_INIT, want = STR_INIT, got = STR_INIT;
        struct err err = {0};
        struct entry entry = {0};
        str_add_n(&unit, tsv.cell[1].s, tsv.cell[1].n);
        str_add_n(&want, tsv.cell[4].s, tsv.cell[4].n);
        struct indicator indicator = of_kind(kind_named(&tsv.cell[0]));
        indicator.unit = unit.buf;
        if (tsv.cell[2].n)
            indicator.target_count = (struct maybe){true, 200 * NUMBER_ONE};
        if (entry_read(&indicator, tsv.cell[3].s, tsv.cell[3].n, ENTRY_TYPED, &entry, &err))
            str_add(&got, *err.text ? "refuse" : "without a reason");
        else
            write_reading(&got, &entry);
        rows++;
        if (strcmp(got.buf, want.buf) != 0) {
            print_error("%.*s (%s): %s, not %s. %s\n", (int)tsv.cell[3].n, tsv.cell[3].s, unit.buf,
                        got.buf, want.buf, err.text);
            wrong++;
        }
    }
    assert_int_equal(wrong, 0);
    assert_int_equal(rows, 64);
}

static void parts_add_up_to_no_more_than_a_figure(void **state)
{
    static const char typed[] = "0%4, 9223372036854, 9223372036854";
    const struct indicator percent = of_kind(KIND_PERCENT);
    struct entry e = {0};
    (void)state;
    assert_int_equal(entry_read(&percent, typed, sizeof typed - 1, ENTRY_TYPED, &e, NULL),
                     STATUS_OVERFLOW);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(cells_of_published_papers),
        cmocka_unit_test(states),
        cmocka_unit_test(parts_add_up_to_no_more_than_a_figure),
        cmocka_unit_test(numbers_with_words),
        cmocka_unit_test(numbers_of_money_weight_and_length),
        cmocka_unit_test(numbers_with_money_and_what_is_no_number),
        cmocka_unit_test(brackets_say_the_same),
        cmocka_unit_test(a_range_is_no_figure),
        cmocka_unit_test(the_true_fault_is_named),
        cmocka_unit_test(all_of_it_in_words),
        cmocka_unit_test(percents_with_counts),
        cmocka_unit_test(components_add_up),
        cmocka_unit_test(dates_of_done_things),
        cmocka_unit_test(writes_as_papers_print),
        cmocka_unit_test(text_from_outside_is_not_trusted),
        cmocka_unit_test(findings_name_the_fault),
        cmocka_unit_test(figures_typed_again),
        cmocka_unit_test(states_typed_again),
    };
    return cmocka_run_group_tests_name("entry", tests, NULL, NULL);
}
