// SPDX-License-Identifier: GPL-3.0-or-later
// A text as spreadsheets save it, read row by row.
#include "orjon/base/tsv.h"

#include "orjon/base/mem.h"
#include "orjon/base/text.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

// The rows as «line:cell|cell», one after the other, and the fault.
static void read_bytes(const char *text, size_t n, struct str *ret)
{
    autotsv tsv;
    tsv_open(&tsv, text, n);
    while (tsv_next(&tsv)) {
        str_addf(ret, "%zu:", tsv.line);
        for (size_t i = 0; i < tsv.count; i++) {
            str_add(ret, i ? "|" : "");
            str_add_n(ret, tsv.cell[i].s, tsv.cell[i].n);
        }
        str_add_char(ret, ';');
    }
    if (tsv.fault)
        str_addf(ret, "%zu!", tsv.line);
}

static void expect(const char *text, const char *wanted)
{
    autostr got = STR_INIT;
    read_bytes(text, strlen(text), &got);
    assert_string_equal(got.buf, wanted);
}

static void test_lines(void **state)
{
    (void)state;
    expect("a\tb\nc\n", "1:a|b;2:c;");
    expect("a\tb\r\nc\r\n\r\nd", "1:a|b;2:c;4:d;");
    expect("a\tb\rc\r\rd\t", "1:a|b;2:c;4:d;");
    expect("\xEF\xBB\xBF"
           "a\tb",
           "1:a|b;");
    expect("", "");
    expect("\n\n\t\t\n", "");
}

static void test_padding(void **state)
{
    (void)state;
    expect("a\tb\t\t\t\n\t\t\t\t\n \t\u00A0\t\nc\t\td \t \n", "1:a|b;4:c||d ;");
    expect("\tb\t\"\"\n", "1:|b;");
}

static void test_quotes(void **state)
{
    (void)state;
    expect("a\t\"b \"\"c\"\" d\"\te\n", "1:a|b \"c\" d|e;");
    expect("a\tb \"c\"\n", "1:a|b \"c\";"); // only a mark at the beginning quotes
    expect("a\t\"x\ty\"\n\"p\r\nq\"\tr\nz", "1:a|x\ty;2:p\r\nq|r;4:z;");
    expect("\"a\rb\"\tc\nd", "1:a\rb|c;3:d;");
    expect("\"a\"\t\"\"\"\"\t\"b\"", "1:a|\"|b;");
    expect("\"a\"", "1:a;");
}

static void test_quote_faults(void **state)
{
    (void)state;
    expect("a\tb\nc\t\"d\ne\tf\n", "1:a|b;2!");
    expect("a\tb\n\"c\" d\te\nf\n", "1:a|b;2!");
    expect("a\t\"", "1!");
    expect("%PDF-1.5\n%\xE2\xE3\n", "1!");
}

static void test_separators(void **state)
{
    (void)state;
    expect("a,b\n\"c,\"\"d\"\"\",e\n", "1:a|b;2:c,\"d\"|e;");
    expect("a;b\n1,5;2\n", "1:a|b;2:1,5|2;");
    expect("a, b\tc\n", "1:a, b|c;"); // tabs go first
    expect("alone\n", "1:alone;");
}

static void test_utf16(void **state)
{
    (void)state;
    static const char little[] = "\xFF\xFE"
                                 "a\0\t\0\x95\x09\n\0b\0",
                      big[] = "\xFE\xFF\0a\0\t\x09\x95\0\n\0b", bare[] = "a\0\t\0\x95\x09\n\0b\0",
                      half[] = "\xFF\xFE\0\xD8"
                               "a\0";
    static const struct {
        const char *text;
        size_t n;
    } same[] = {{little, sizeof little - 1}, {big, sizeof big - 1}, {bare, sizeof bare - 1}};
    for (size_t i = 0; i < 3; i++) {
        autostr got = STR_INIT;
        read_bytes(same[i].text, same[i].n, &got);
        assert_string_equal(got.buf, "1:a|ক;2:b;");
    }
    autostr got = STR_INIT;
    read_bytes(half, sizeof half - 1, &got);
    assert_string_equal(got.buf, "1!");
    str_reset(&got);
    read_bytes(little, sizeof little - 2, &got); // cut in the middle of a character
    assert_string_equal(got.buf, "1!");
}

static void expect_block(const char *text, const char *wanted)
{
    autotsv tsv;
    autostr got = STR_INIT;
    tsv_open_block(&tsv, text, strlen(text));
    while (tsv_next_row(&tsv)) {
        for (size_t i = 0; i < tsv.count; i++) {
            str_add(&got, i ? "|" : "");
            str_add_n(&got, tsv.cell[i].s, tsv.cell[i].n);
        }
        str_add_char(&got, ';');
    }
    assert_null(tsv.fault);
    assert_string_equal(got.buf, wanted);
}

static void test_blocks(void **state)
{
    (void)state;
    expect_block("1\n\n2\t3\n", "1;;2|3;");      // a blank row keeps its place
    expect_block("1,500\n2;3", "1,500;2;3;");    // commas are of figures
    expect_block("\"a\nb\"\tc\nd", "a\nb|c;d;"); // as a spreadsheet quotes
    expect_block("\"a\tb\nc", "\"a|b;c;");       // as somebody types
}

static void test_many_cells(void **state)
{
    (void)state;
    autostr text = STR_INIT;
    autotsv tsv;
    str_add_repeat(&text, "x\t", TSV_CELLS_MAX + 5);
    tsv_open(&tsv, text.buf, text.len);
    assert_true(tsv_next(&tsv));
    assert_int_equal(tsv.count, TSV_CELLS_MAX);
    assert_int_equal(tsv.beyond, 5);
    assert_false(tsv_is(&tsv, TSV_CELLS_MAX, "x"));
}

static void test_written(void **state)
{
    (void)state;
    static const char *const cells[] = {"",     "plain",  "\"",     "say \"x\"", "\"x\"",
                                        "a\tb", "a\nb\r", "এক, দুই", "'",         "a,b;c"};
    for (size_t i = 0; i < sizeof cells / sizeof *cells; i++) {
        autostr text = STR_INIT;
        autotsv tsv;
        str_add(&text, "first\t");
        tsv_write_cell(&text, cells[i]);
        str_add(&text, "\tlast\n");
        tsv_open(&tsv, text.buf, text.len);
        assert_true(tsv_next(&tsv));
        assert_true(tsv_is(&tsv, 1, cells[i]));
        assert_true(tsv_is(&tsv, 2, "last"));
        assert_false(tsv_next(&tsv));
        assert_null(tsv.fault);
    }
    autostr text = STR_INIT;
    tsv_write_cell(&text, "say \"x\"");
    assert_string_equal(text.buf, "\"say \"\"x\"\"\"");
}

static const char *const lost_texts[] = {
    "Avgvi †mvbvi evsjv",
    "Dc‡Rjv mgevq Kvh©vjq, e‡Uqv‡g`v",
    "cÖwZ‡e`b",
    "mgevq Awdmvi",
    "Kvh©µg Pjgvb",
    "bvMwiK mb` ev¯Íevqb",
    "wbixÿv m¤úv`b Kiv n‡q‡Q",
    "\x87gvj K\xA9vw", // as bytes of Windows-1252
    "mgevq Awa`ßi",
    "gšÍe¨",
    "cÖwkÿY",
    "A‡±vei",
    "?????",
    "???? ???????? ???",
    "৩ ???????",
};

static const char *const kept_texts[] = {
    "",
    "To be done as planned",
    "The programme was approved by Govt. of Bangladesh (Pvt. Ltd.)",
    "Avg",
    "Govt",
    "Kiev, Novgorod and savvy investors' advice; revised by Rev. Dev",
    "email: tanvir@coop.gov.bd, www.mygov.bd/files/logo.svg, data.csv",
    "really???",
    "?",
    "??",
    "How many? 5? 6?",
    "5 km² at 35°C, 1½ m, ©2024, café, naïve, São Paulo",
    "don’t “quote” – it… is",
    "লক্ষ্যমাত্রা অর্জিত হয়নি (কারণ?)",
    "কার্যালয় e-GP/e-Nothi, MoV, KPI, 33kV, VAT, TV, CV, NVivo",
    "val=7.5 (vs 6)",
    "iPhone eGov McDonald PhD",
    "Sven Svoboda",
    "I don`t know; see `code` and ``more''",
    "naïveté, déjà vu, très élégant",
    "Stanislav Visnovsky, 2003",
};

static void test_lost_texts(void **state)
{
    (void)state;
    struct err err;
    for (size_t i = 0; i < sizeof lost_texts / sizeof *lost_texts; i++) {
        autostr text = STR_INIT;
        err = (struct err){0};
        if (text_read(TEXT_REMARK, lost_texts[i], strlen(lost_texts[i]), &text, &err) !=
            STATUS_INVALID)
            fail_msg("taken: %s", lost_texts[i]);
        assert_string_not_equal(err.text, "");
        assert_null(strstr(err.text, "UTF-8"));
        assert_int_equal(text.len, 0);
    }
    for (size_t i = 0; i < sizeof kept_texts / sizeof *kept_texts; i++) {
        autostr text = STR_INIT;
        err = (struct err){0};
        if (text_read(TEXT_REMARK, kept_texts[i], strlen(kept_texts[i]), &text, &err))
            fail_msg("refused: %s", kept_texts[i]);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_lines),      cmocka_unit_test(test_padding),
        cmocka_unit_test(test_quotes),     cmocka_unit_test(test_quote_faults),
        cmocka_unit_test(test_separators), cmocka_unit_test(test_utf16),
        cmocka_unit_test(test_many_cells), cmocka_unit_test(test_written),
        cmocka_unit_test(test_lost_texts), cmocka_unit_test(test_blocks),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
