// SPDX-License-Identifier: GPL-3.0-or-later
// What a plan asks for as proof, and files as people name them.
#include "../test.h"

#include "orjon/base/text.h"
#include "orjon/domain/evidence.h"

static void join(const struct evidence_list *list, struct str *ret)
{
    for (size_t i = 0; i < list->count; i++)
        str_addf(ret, "%s%s", i ? "|" : "", list->text[i]);
}

static void asks_for(const char *text, const char *expected)
{
    autoevidencelist list = {0};
    autostr got = STR_INIT;
    evidence_asked(text, &list);
    join(&list, &got);
    assert_string_equal(got.buf, expected);
}

static void each_proof_is_told_apart(void **state)
{
    (void)state;
    asks_for("", "");
    asks_for("বার্ষিক প্রতিবেদনের কপি", "বার্ষিক প্রতিবেদনের কপি");
    asks_for("সভার নোটিশ, উপস্থিতি এবং কার্যবিবরণী এবং ত্রৈমাসিক প্রতিবেদন",
             "সভার নোটিশ|উপস্থিতি|কার্যবিবরণী|ত্রৈমাসিক প্রতিবেদন");
    asks_for("অফিস আদেশ, আলোচ্যসূচি/প্রশিক্ষণার্থীবৃন্দের তালিকা, উপস্থিতির হাজিরা এবং বার্ষিক প্রতিবেদন",
             "অফিস আদেশ|আলোচ্যসূচি/প্রশিক্ষণার্থীবৃন্দের তালিকা|উপস্থিতির হাজিরা|বার্ষিক প্রতিবেদন");
    asks_for("ওয়েবলিংক (স্ক্রিনশট, ছবি এবং তারিখ) এবং সরকারি পত্র/অফিস আদেশ",
             "ওয়েবলিংক (স্ক্রিনশট, ছবি এবং তারিখ)|সরকারি পত্র/অফিস আদেশ");
    asks_for("ক; খ\nগ। ", "ক|খ|গ");
    asks_for("১। নোটিশ ২। হাজিরা ৩. ৪.১.১ এর কপি", "নোটিশ|হাজিরা|৪.১.১ এর কপি");
    asks_for("১,০০০ টাকার বিল ও ভাউচার,রশিদ", "১,০০০ টাকার বিল|ভাউচার|রশিদ");
    asks_for("সভার নোটিশ ও কার্যবিবরণী", "সভার নোটিশ|কার্যবিবরণী");
    asks_for("ওয়েবলিংক (স্ক্রিনশট) ও পত্র", "ওয়েবলিংক (স্ক্রিনশট)|পত্র");
    asks_for("কর্মকর্তা ও কর্মচারীর তালিকা", "কর্মকর্তা ও কর্মচারীর তালিকা");
    asks_for(",, ;() (খোলা, ও বন্ধ", "() (খোলা, ও বন্ধ");
}

static void names(const char *text, const char *expected)
{
    autoevidencelist list = {0};
    autostr got = STR_INIT;
    struct err err = {0};
    const enum status status = evidence_path_read(text, strlen(text), "/home/ক", &list, &err);
    join(&list, &got);
    assert_string_equal(status ? err.text : got.buf, expected);
}

static void files_are_read_as_they_are_named(void **state)
{
    (void)state;
    names("/ক/সভার নোটিশ.pdf", "/ক/সভার নোটিশ.pdf");
    names("  ~/a b.pdf \n", "/home/ক/a b.pdf");
    names("a.pdf", "a.pdf");
    names("/a/clerk's note.pdf", "/a/clerk's note.pdf");
    names("/a.pdf /b c.pdf", "/a.pdf|/b c.pdf");
    names("/a.pdf\r\n/b.pdf\r/c.pdf", "/a.pdf|/b.pdf|/c.pdf");
    names("'/a/b c.pdf' '/d/it'\\''s.pdf' ", "/a/b c.pdf|/d/it's.pdf");
    names("\"/a/b c\\\".pdf\" /e.pdf", "/a/b c\".pdf|/e.pdf");
    names("/a/b\\ c.pdf /d.pdf", "/a/b c.pdf|/d.pdf");
    names("file:///a/b%20c.pdf\r\nfile:///%e0%A6%95.pdf", "/a/b c.pdf|/ক.pdf");
    names("file://localhost/a.pdf file:/b.pdf FILE:///c%zz", "/a.pdf|/b.pdf|/c%zz");
    names("file:///a%0Ab", "/a\nb");
    names("../../x", "../../x");
    names("a:b.pdf", "a:b.pdf");
    names("", "No file was named");
    names(" \n ", "No file was named");
    names("'/a/b", "A quote is open: '/a/b");
    names("file://server/a.pdf",
          "file://server/a.pdf is no file of this machine; save it here first");
    names("https://x.gov.bd/a.pdf",
          "https://x.gov.bd/a.pdf is no file of this machine; save it here first");
    names("file:///a%00b", "file:///a%00b is no file of this machine; save it here first");
}

static struct record proof(const char **text, const char *code, const char *name, const char *hash)
{
    for (int i = 0; i < PROOF_FIELD_COUNT; i++)
        text[i] = "";
    text[PROOF_CODE] = code;
    text[PROOF_QUARTER] = "2";
    text[PROOF_NAME] = name;
    text[PROOF_HASH] = hash;
    text[PROOF_FILE] = *hash ? "a.pdf" : "";
    return (struct record){.kind = RECORD_PROOF, .text = text};
}

static void what_was_put_stands_beside_what_is_asked_for(void **state)
{
    (void)state;
    const char *text[5][PROOF_FIELD_COUNT];
    struct record record[] = {
        proof(text[0], "1.1", "সভার নোটীশ", "ab"), proof(text[1], "1.1", "সভার নোটিশ", "cd"),
        proof(text[2], "1.1", "ছবি", ""), proof(text[3], "1.2", "সভার নোটিশ", "ab"),
        proof(text[4], "1.1", "কার্যবিবরণী", "")};
    text[4][PROOF_THERE] = "no";
    const struct records proofs = {.record = record, .count = 5};
    const struct indicator indicator = {.code = "1.1",
                                        .evidence = "সভার নোটিশ, কার্যবিবরণী এবং হাজিরা"};
    autoevidence evidence = {0};
    autostr got = STR_INIT;
    evidence_of(&indicator, 2, &proofs, &evidence);
    for (size_t i = 0; i < evidence.count; i++) {
        const struct evidence_row *row = &evidence.row[i];
        str_addf(&got, "%d %s %s %s\n", row->number, row->name, evidence_mark(row->there),
                 row->proof ? row->proof->text[PROOF_HASH] : "-");
    }
    assert_string_equal(got.buf, "1 সভার নোটিশ ✓ ab\n1 সভার নোটিশ ✓ cd\n2 কার্যবিবরণী ✗ \n"
                                 "3 হাজিরা  -\n0 ছবি  \n");
}

int main(void)
{
    i18n_set_language(LANGUAGE_ENGLISH);
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_proof_is_told_apart),
        cmocka_unit_test(files_are_read_as_they_are_named),
        cmocka_unit_test(what_was_put_stands_beside_what_is_asked_for),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
