// SPDX-License-Identifier: GPL-3.0-or-later
// Who held which post on a date, and who is meant by a name.
#include "record_rows.h"

#include "orjon/domain/person.h"
#include "orjon/domain/post.h"

#include <stdlib.h>

#define PEOPLE                                                                                     \
    RECORDS(RECORD_PERSON, {1, 0, {"মোঃ মাহবুবুর রহমান"}}, {2, 0, {"মোঃ নূরুজ্জামান"}},                 \
            {3, 0, {"নেপাল চন্দ্র সরকার"}})
// Rahman until 14 May; then Nuruzzaman, who is of another office, acts.
#define TERMS                                                                                      \
    RECORDS(RECORD_TERM,                                                                           \
            {11, 1, {"উপজেলা সমবায় অফিসার", "", "", "2022-01-01", "2024-05-14", "yes"}},           \
            {12, 2, {"উপজেলা সমবায় অফিসার", "", "উপজেলা সমবায় কার্যালয়, ধুনট"}},                     \
            {13, 2, {"উপজেলা সমবায় অফিসার", "(অঃদাঃ)", "", "2024-05-15", "", "yes"}},              \
            {14, 3, {"সহকারী পরিদর্শক"}})

static void signer_by_date(void **state)
{
    (void)state;
    autorecords people = PEOPLE, terms = TERMS;
    assert_int_equal(post_signer(&people, &terms, day("2024-05-14")).person->id, 1);
    assert_int_equal(post_signer(&people, &terms, day("2024-05-15")).person->id, 2);
    assert_null(post_signer(&people, &terms, day("2021-12-31")).person);
    // Acting here comes before the own post elsewhere.
    assert_int_equal(post_term(&terms, 2, day("2024-05-15"))->id, 13);
    assert_int_equal(post_term(&terms, 2, day("2024-05-14"))->id, 12);
    assert_int_equal(post_term(&terms, 3, day("1999-01-01"))->id, 14);
    assert_null(post_term(&terms, 1, day("2024-05-15")));
    assert_null(post_term(&terms, 0, day("2024-05-15")));
}

static void who_had_left(void **state)
{
    (void)state;
    autorecords terms = TERMS;
    assert_false(post_had_left(&terms, 1, day("2024-05-14")));
    assert_true(post_had_left(&terms, 1, day("2024-05-15")));
    assert_false(post_had_left(&terms, 3, day("2024-05-15")));
    assert_false(post_had_left(&terms, 0, day("2024-05-15")));
}

static void assert_written(const char *designation, const char *acting, const char *expected)
{
    autostr text = STR_INIT;
    autorecords term = RECORDS(RECORD_TERM, {1, 1, {designation, acting}});
    post_write(&text, term.record);
    assert_string_equal(text.buf, expected);
}

static void designations(void **state)
{
    (void)state;
    assert_written("উপজেলা সমবায় অফিসার", "", "উপজেলা সমবায় অফিসার");
    assert_written("উপজেলা সমবায় অফিসার", "(অঃদাঃ)", "উপজেলা সমবায় অফিসার (অঃদাঃ)");
    assert_written("উপজেলা সমবায় অফিসার", "অঃদাঃ", "উপজেলা সমবায় অফিসার (অঃদাঃ)");
    assert_written("উপজেলা সমবায় অফিসার", "ভারপ্রাপ্ত", "ভারপ্রাপ্ত উপজেলা সমবায় অফিসার");
    assert_written("উপজেলা সমবায় অফিসার", "(ভারপ্রাপ্ত)", "উপজেলা সমবায় অফিসার (ভারপ্রাপ্ত)");
    assert_written("", "(অঃদাঃ)", "(অঃদাঃ)");
    autostr designation = STR_INIT, acting = STR_INIT;
    post_split("উপজেলা সমবায় অফিসার(অঃদাঃ)", &designation, &acting);
    assert_string_equal(designation.buf, "উপজেলা সমবায় অফিসার");
    assert_string_equal(acting.buf, "(অঃদাঃ)");
}

static void assert_finding(const struct findings *findings, const char *code, size_t count)
{
    size_t n = 0;
    for (size_t i = 0; i < findings->count; i++)
        n += strcmp(findings->finding[i].code, code) == 0;
    assert_int_equal(n, count);
}

static void odd_terms(void **state)
{
    (void)state;
    autorecords people = PEOPLE, right = TERMS;
    struct findings none = {0}, some = {0};
    post_check(&people, &right, &none);
    assert_int_equal(none.count, 0);
    autorecords terms = RECORDS(
        RECORD_TERM, {11, 1, {"A", "", "", "2022-01-01", "2022-12-31", "yes"}},
        {12, 2, {"B", "", "", "2023-01-11", "2023-06-30", "yes"}},
        {13, 3, {"C", "", "", "2023-06-30", "", "yes"}}, {14, 3, {"D", "", "", "2024-01-01"}},
        {15, 1, {"E", "", "X", "2024-02-02", "2024-02-01"}});
    post_check(&people, &terms, &some);
    assert_finding(&some, "signers-gap", 1);
    assert_finding(&some, "signers-overlap", 1);
    assert_finding(&some, "terms-overlap", 1);
    assert_finding(&some, "term-backwards", 1);
    assert_int_equal(some.count, 4);
    findings_done(&some);
}

// Whose post has no beginning had it since ever.
static void a_post_without_a_beginning_leaves_no_gap(void **state)
{
    (void)state;
    struct findings none = {0};
    autorecords people = RECORDS(RECORD_PERSON, {1, 0, {"ক"}});
    autorecords terms = RECORDS(RECORD_TERM, {10, 1, {"A", "", "", "", "", "yes"}});
    post_check(&people, &terms, &none);
    assert_int_equal(none.count, 0);
    findings_done(&none);
}

static void assert_part(const char *part, enum person_match match, int64_t id)
{
    const struct record *found = NULL;
    autorecords people = RECORDS(RECORD_PERSON, {1, 0, {"মোছাঃ রওশন আরা বেগম"}},
                                 {2, 0, {"মোঃ আবদুল করিম"}}, {3, 0, {"মোঃ আবুল কালাম"}});
    assert_int_equal(person_find_part(&people, part, &found), match);
    if (match == PERSON_FOUND)
        assert_int_equal(found->id, id);
}

static void parts_of_names(void **state)
{
    (void)state;
    assert_part("রওশন", PERSON_FOUND, 1);
    assert_part("করিম", PERSON_FOUND, 2);
    assert_part("মোঃ আবদুল", PERSON_FOUND, 2);
    assert_part("জনাব কালা", PERSON_FOUND, 3); // the last word begun
    assert_part("মোঃ আব", PERSON_SEVERAL, 0);
    assert_part("রিম", PERSON_NOBODY, 0);
    assert_part("", PERSON_NOBODY, 0);
}

static void assert_named(const char *name, enum person_match match, int64_t id)
{
    const struct record *found = NULL;
    autorecords people =
        RECORDS(RECORD_PERSON, {1, 0, {"মোঃ মাহবুবুর রহমান"}}, {2, 0, {"মোঃ নূরুজ্জামান"}},
                {3, 0, {"রহিম"}}, {4, 0, {"মোছাঃ আয়শা খাতুন"}}, {5, 0, {"আয়শা খাতুন"}});
    assert_int_equal(person_find(&people, name, &found), match);
    assert_int_equal(found ? found->id : 0, id);
}

static void names(void **state)
{
    (void)state;
    assert_named("মোঃ মাহবুবুর রহমান", PERSON_FOUND, 1);
    assert_named("জনাব মোঃ মাহবুবুর  রহমান", PERSON_FOUND, 1);
    assert_named("মাহবুবর রহমান", PERSON_LIKE, 1); // as one paper spelled it three ways
    assert_named("মোঃ মাহবুব রহমান", PERSON_LIKE, 1);
    assert_named("মো. নুরুজ্জামান", PERSON_FOUND, 2);
    assert_named("করিম", PERSON_NOBODY, 0);
    assert_named("আয়শা খাতুন", PERSON_FOUND, 5);
    assert_named("জনাব আয়শা খাতুন", PERSON_SEVERAL, 4);
    assert_named("", PERSON_NOBODY, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_post_without_a_beginning_leaves_no_gap),
        cmocka_unit_test(signer_by_date),
        cmocka_unit_test(who_had_left),
        cmocka_unit_test(parts_of_names),
        cmocka_unit_test(designations),
        cmocka_unit_test(odd_terms),
        cmocka_unit_test(names),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
