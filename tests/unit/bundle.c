// SPDX-License-Identifier: GPL-3.0-or-later
// What an office sends arrives as it was sent, or not at all.
#include "../test.h"

#include "orjon/exchange/bundle.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static char folder[] = "/tmp/orjon-bundle-XXXXXX";
static struct signing_key *key;

static int make_key(void **state)
{
    (void)state;
    struct err err = {0};
    return !mkdtemp(folder) || chdir(folder) || signing_key_make("key", &err) ||
           signing_key_load("key", &key, &err);
}

static int remove_key(void **state)
{
    (void)state;
    signing_key_free(&key);
    unlink("key");
    return rmdir(folder);
}

static struct bundle_figure figures[] = {
    {"1.1.1", 1, "৪০%(৪৪)", "value", "40", "44", "", "", "প্রথম\nদ্বিতীয় \"উদ্ধৃতি\" \\"},
    {"1.1.2", 1, "-", "none", "", "", "", "", ""},
    {"1.1.3", 2, "১৬/০৩/২৪", "value", "", "", "", "2024-03-16", ""},
};
static struct bundle_answer answers[] = {{"1.1.1", 1, "percent", "গণনা ঠিক আছে"}};
static struct bundle_proof proofs[] = {
    {"1.1.1", 1, "নোটিশ", "notice.pdf",
     "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855", 1234}};
#define SEAL_A "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef"
#define SEAL_B "fedcba9876543210fedcba9876543210fedcba9876543210fedcba9876543210"
static struct bundle_plan plans[] = {
    {.plan = "egov",
     .title = "ই-গভর্ন্যান্স",
     .family = "coop-upazila",
     .template_hash = "aa",
     .template_text = "I3BsYW4JZWdvdgo=",
     .revision = 1,
     .seal = SEAL_A,
     .sealed_at = "",
     .paper = "",
     .figure = figures,
     .figures = 3,
     .answer = answers,
     .answers = 1,
     .proof = proofs,
     .proofs = 1},
    {.plan = "grs",
     .title = "",
     .family = "",
     .template_hash = "cc",
     .template_text = "",
     .revision = 0,
     .seal = SEAL_B,
     .sealed_at = "",
     .paper = ""},
};

static void send(struct str *ret)
{
    const struct bundle bundle = {.office = {"1054", "উপজেলা সমবায় কার্যালয়, নমুনা"},
                                  .fiscal_year = 2023,
                                  .quarter = 2,
                                  .written_at = "2024-01-10T05:00:00Z",
                                  .plan = plans,
                                  .plans = 2};
    bundle_write(&bundle, key, ret);
}

static void it_arrives_as_it_was_sent(void **state)
{
    (void)state;
    struct err err = {0};
    struct bundle bundle;
    struct arena arena = {0};
    autostr file = STR_INIT, open = STR_INIT, again = STR_INIT;
    send(&file);
    assert_int_equal(bundle_kind_of(file.buf, file.len), BUNDLE_RETURN);
    assert_int_equal(bundle_read(file.buf, file.len, &bundle, &arena, &err), STATUS_OK);
    signing_key_public(key, &open);
    assert_string_equal(bundle.key, open.buf);
    assert_string_equal(bundle.office.name, "উপজেলা সমবায় কার্যালয়, নমুনা");
    assert_int_equal(bundle.plans, 2);
    assert_int_equal(bundle.plan[0].figures, 3);
    assert_string_equal(bundle.plan[0].figure[0].remark, figures[0].remark);
    assert_string_equal(bundle.plan[0].figure[1].typed, "-");
    assert_string_equal(bundle.plan[0].proof[0].sha256, proofs[0].sha256);
    assert_int_equal(bundle.plan[1].figures, 0);
    bundle_write(&bundle, key, &again);
    assert_string_equal(again.buf, file.buf);
    arena_done(&arena);
}

static enum status read_file(const char *bytes, size_t n, struct err *err)
{
    struct bundle bundle;
    struct arena arena = {0};
    *err = (struct err){0};
    enum status status = bundle_read(bytes, n, &bundle, &arena, err);
    arena_done(&arena);
    return status;
}

// Each byte of it, and each length that is cut off.
static void no_change_goes_unseen(void **state)
{
    (void)state;
    struct err err;
    autostr file = STR_INIT;
    send(&file);
    for (size_t i = 0; i < file.len; i++) {
        file.buf[i] = (char)(file.buf[i] ^ 1);
        assert_int_not_equal(read_file(file.buf, file.len, &err), STATUS_OK);
        assert_true(*err.text);
        file.buf[i] = (char)(file.buf[i] ^ 1);
        assert_int_not_equal(read_file(file.buf, i, &err), STATUS_OK);
    }
    assert_int_equal(read_file(file.buf, file.len, &err), STATUS_OK);
    char *at = strstr(file.buf, "৪৪");
    assert_non_null(at);
    memcpy(at, "৪৫", strlen("৪৫"));
    assert_int_equal(read_file(file.buf, file.len, &err), STATUS_MISFIT);
}

// Signed all the same: the office's own program may be anybody's.
static void what_cannot_be_is_named(void **state)
{
    (void)state;
    struct err err;
    autostr file = STR_INIT, deep = STR_INIT;
    figures[1].quarter = 5;
    send(&file);
    figures[1].quarter = 1;
    assert_int_equal(read_file(file.buf, file.len, &err), STATUS_INVALID);
    assert_non_null(strstr(err.text, "plans[1].figures[2].quarter"));
    str_reset(&file);
    figures[1].typed = "a\x1b[31m";
    send(&file);
    figures[1].typed = "-";
    assert_int_equal(read_file(file.buf, file.len, &err), STATUS_INVALID);
    assert_non_null(strstr(err.text, "plans[1].figures[2].typed"));
    str_add(&deep, "{\"orjon\":");
    for (int i = 0; i < 100000; i++)
        str_add_char(&deep, '[');
    str_add(&deep, strrchr(file.buf, ','));
    assert_int_equal(read_file(deep.buf, deep.len, &err), STATUS_INVALID);
    str_reset(&deep);
    str_add(&deep, "{\"orjon\":");
    str_add_repeat(&deep, " ", BUNDLE_BYTES_MAX);
    assert_int_equal(read_file(deep.buf, deep.len, &err), STATUS_INVALID);
    assert_int_equal(read_file("", 0, &err), STATUS_INVALID);
    assert_int_equal(read_file("PK\3\4", 4, &err), STATUS_INVALID);
}

// What has no seal is what was typed from paper, and that no office sends.
static void a_return_without_a_whole_seal_is_refused(void **state)
{
    (void)state;
    char odd[] = SEAL_A;
    const char *const wrong[] = {"", "-", "bb", SEAL_A "0", odd};
    *odd = 'x';
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
        struct err err;
        autostr file = STR_INIT;
        plans[1].seal = wrong[i];
        send(&file);
        plans[1].seal = SEAL_B;
        assert_int_equal(read_file(file.buf, file.len, &err), STATUS_INVALID);
        assert_non_null(strstr(err.text, "plans[2].seal"));
    }
}

static void a_review_comes_back(void **state)
{
    (void)state;
    struct err err = {0};
    struct review review;
    struct arena arena = {0};
    autostr file = STR_INIT;
    struct review_mark marks[] = {{"1.1.1", "yes", "স্থিরচিত্র পাওয়া যায়নি", "yes", "9.5"},
                                  {"1.1.2", "no", "তথ্য পাওয়া যায়নি", "", ""}};
    struct review_plan plan = {"egov", 1, "bb", "returned", "", marks, 2};
    struct review_decision decision = {"বিবিধ", "তথ্য বাতায়ন হালনাগাদ রাখতে হবে", "", "2024-03-31",
                                       ""};
    struct review_order order = {"মাসিক সভা", "2024-03-13", "", &decision, 1};
    const struct review sent = {.from = {"61", "সমবায় অধিদপ্তর"},
                                .to = {"1054", "নমুনা"},
                                .fiscal_year = 2023,
                                .quarter = 2,
                                .written_at = "",
                                .plan = &plan,
                                .plans = 1,
                                .order = &order,
                                .orders = 1};
    review_write(&sent, key, &file);
    assert_int_equal(bundle_kind_of(file.buf, file.len), BUNDLE_REVIEW);
    assert_int_equal(review_read(file.buf, file.len, &review, &arena, &err), STATUS_OK);
    assert_string_equal(review.plan[0].mark[0].remark, marks[0].remark);
    assert_string_equal(review.order[0].decision[0].due, "2024-03-31");
    assert_int_equal(read_file(file.buf, file.len, &err), STATUS_INVALID);
    arena_done(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(it_arrives_as_it_was_sent),
        cmocka_unit_test(no_change_goes_unseen),
        cmocka_unit_test(what_cannot_be_is_named),
        cmocka_unit_test(a_return_without_a_whole_seal_is_refused),
        cmocka_unit_test(a_review_comes_back),
    };
    return cmocka_run_group_tests(tests, make_key, remove_key);
}
