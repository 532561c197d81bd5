// SPDX-License-Identifier: GPL-3.0-or-later
// Case endings by the last letter.
#include "../test.h"

#include "orjon/base/ending.h"

#include <string.h>

static void the_last_letter_decides(void **state)
{
    (void)state;
    static const struct {
        const char *word, *of, *in, *at, *to;
    } rows[] = {
        {"খুলনা", "খুলনার", "খুলনাতে", "খুলনায়", "খুলনাকে"},
        {"যশোর", "যশোরের", "যশোরে", "যশোরে", "যশোরকে"},
        {"ফেনী", "ফেনীর", "ফেনীতে", "ফেনীতে", "ফেনীকে"},
        {"নওগাঁ", "নওগাঁর", "নওগাঁতে", "নওগাঁয়", "নওগাঁকে"},
        {"ঠাকুরগাঁও", "ঠাকুরগাঁওয়ের", "ঠাকুরগাঁওতে", "ঠাকুরগাঁওয়ে", "ঠাকুরগাঁওকে"},
        {"ইউএনও", "ইউএনওর", "ইউএনওতে", "ইউএনওতে", "ইউএনওকে"},
        {"নড়াইল", "নড়াইলের", "নড়াইলে", "নড়াইলে", "নড়াইলকে"},
        {"চুয়াডাঙ্গা", "চুয়াডাঙ্গার", "চুয়াডাঙ্গাতে", "চুয়াডাঙ্গায়", "চুয়াডাঙ্গাকে"},
        {"কিশোরগঞ্জ", "কিশোরগঞ্জের", "কিশোরগঞ্জে", "কিশোরগঞ্জে", "কিশোরগঞ্জকে"},
        {"জেলা সমবায় কার্যালয়", "জেলা সমবায় কার্যালয়ের", "জেলা সমবায় কার্যালয়ে", "জেলা সমবায় কার্যালয়ে",
         "জেলা সমবায় কার্যালয়কে"},
        {"জুলাই", "জুলাইয়ের", "জুলাইতে", "জুলাইয়ে", "জুলাইকে"},
        {"মনিটরিং", "মনিটরিংয়ের", "মনিটরিংয়ে", "মনিটরিংয়ে", "মনিটরিংকে"},
        {"বিদ্যুৎ", "বিদ্যুতের", "বিদ্যুতে", "বিদ্যুতে", "বিদ্যুৎকে"},
        {"অফিসার(অঃদাঃ)", "অফিসার(অঃদাঃ) এর", "অফিসার(অঃদাঃ) এ", "অফিসার(অঃদাঃ) এ",
         "অফিসার(অঃদাঃ) কে"},
        {"২০২৩-২০২৪", "২০২৩-২০২৪ এর", "২০২৩-২০২৪ এ", "২০২৩-২০২৪ এ", "২০২৩-২০২৪ কে"},
        {"GRS", "GRS এর", "GRS এ", "GRS এ", "GRS কে"},
        {"দাকোপ, খুলনা। ", "দাকোপ, খুলনার", "দাকোপ, খুলনাতে", "দাকোপ, খুলনায়", "দাকোপ, খুলনাকে"},
        {"", "", "", "", ""},
        {" । ", "", "", "", ""},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        const char *const expected[ENDING_COUNT] = {rows[i].of, rows[i].in, rows[i].at, rows[i].to};
        for (int e = 0; e < ENDING_COUNT; e++) {
            autostr text = STR_INIT;
            str_add(&text, "x ");
            str_add(&text, rows[i].word);
            ending_add(&text, 2, (enum ending)e);
            assert_string_equal(text.buf + 2, expected[e]);
        }
    }
}

static void endings_have_names(void **state)
{
    (void)state;
    enum ending found = ENDING_COUNT;
    assert_true(ending_find("র", strlen("র"), &found));
    assert_int_equal(found, ENDING_OF);
    assert_true(ending_find("কে", strlen("কে"), &found));
    assert_int_equal(found, ENDING_TO);
    assert_false(ending_find("ের", strlen("ের"), &found));
    assert_false(ending_find("", 0, &found));
    assert_string_equal(ending_words(), "র, তে, এ, কে");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_last_letter_decides),
        cmocka_unit_test(endings_have_names),
    };
    return cmocka_run_group_tests_name("ending", tests, NULL, NULL);
}
