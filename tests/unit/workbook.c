// SPDX-License-Identifier: GPL-3.0-or-later
// Workbooks (.xlsx) read as text, and those that must not be read.
#include "workbook.h"

#include "orjon/base/i18n.h"
#include "orjon/exchange/table.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>

#include <cmocka.h>

static enum status read_sheet(const char *xml, const char *sheet, struct str *ret,
                              struct str *ret_sheet, struct err *err)
{
    autostr bytes = STR_INIT, rest = STR_INIT;
    workbook_make(xml, 0, &bytes);
    *err = (struct err){0};
    const enum status status = workbook_read("f.xlsx", sheet, &bytes, ret, ret_sheet, &rest, err);
    assert_string_equal(rest.buf, sheet || !ret_sheet->len ? rest.buf : "second");
    return status;
}

static void expect(const char *rows, const char *wanted)
{
    autostr got = STR_INIT, sheet = STR_INIT, xml = STR_INIT;
    struct err err;
    str_addf(&xml, WORKBOOK_ROWS("%s"), rows);
    if (read_sheet(xml.buf, NULL, &got, &sheet, &err))
        fail_msg("%s: %s", rows, err.text);
    assert_string_equal(got.buf, wanted);
    assert_string_equal(sheet.buf, "প্রথম");
}

static void refused(const char *xml, const char *part)
{
    autostr got = STR_INIT, sheet = STR_INIT;
    struct err err;
    assert_int_equal(read_sheet(xml, NULL, &got, &sheet, &err), STATUS_INVALID);
    if (!strstr(err.text, part))
        fail_msg("“%s” in “%s”", part, err.text);
    assert_string_equal(sheet.buf, "");
}

static void test_places(void **state)
{
    (void)state;
    expect("<row r='2'><c r='B2'><v>1</v></c><c r='D2'><v>2</v></c></row>"
           "<row r='4'><c r='A4'><v>3</v></c></row>",
           "\t\n\t1\t\t2\t\n\t\n3\t\n");
    expect("<row><c><v>1</v></c><c><v>2</v></c></row><row><c/><c><v>3</v></c></row>",
           "1\t2\t\n\t3\t\n");
    expect("", "");
    expect("<row r='1'><c r='XFD1' s='1'/></row>", ""); // formatted, with nothing in it
}

static void test_texts(void **state)
{
    (void)state;
    expect("<row><c t='s'><v>0</v></c><c t='s'><v>1</v></c></row>",
           "plain\t\"এক, \"\"দুই\"\"\"\t\n");
    expect("<row><c t='inlineStr'><is><r><t>এক\n</t></r><r><t>দুই</t></r></is></c></row>",
           "এক\vদুই\t\n");
    expect("<row><c t='b'><v>1</v></c><c t='b'><v>0</v></c></row>", "TRUE\tFALSE\t\n");
    expect("<row><c t='d'><v>2024-03-16T00:00:00</v></c></row>", "2024-03-16\t\n");
}

static void test_formulas(void **state)
{
    (void)state;
    expect("<row><c><f>A1+1</f><v>2</v></c><c t='str'><f>\"x\"</f><v>x</v></c>"
           "<c t='str'><f>\"\"</f><v></v></c></row>",
           "2\tx\t\n");
    refused(WORKBOOK_ROWS("<row><c/><c><f>A1</f></c></row>"), "f.xlsx!প্রথম!B1: ");
    refused(WORKBOOK_ROWS("<row r='7'><c r='AB7'><f>A1</f><v/></c></row>"), "!AB7: ");
    refused(WORKBOOK_ROWS("<row><c t='e'><v>#DIV/0!</v></c></row>"), "!A1: ");
    refused(WORKBOOK_ROWS("<row><c><f>cmd|'/C calc'!A0</f><v>1</v></c></row>"), "(DDE)");
    expect("<row><c><f>IF(\"a|b!\"=1,1,2)</f><v>2</v></c></row>", "2\t\n");
}

static void number(const char *value, int style, const char *wanted)
{
    autostr row = STR_INIT, line = STR_INIT;
    str_addf(&row, "<row><c s='%d'><v>%s</v></c></row>", style, value);
    str_addf(&line, "%s\t\n", wanted);
    expect(row.buf, line.buf);
}

static void test_numbers(void **state)
{
    (void)state;
    number("3", 0, "3");
    number("-0.5", 0, "-0.5");
    number("0.1", 0, "0.1");
    number("0.30000000000000004", 0, "0.3");
    number("99999999.999999999999", 0, "100000000");
    number("0.0076714", 0, "0.0076714");
    number("0.6666666666666666", 0, "0.666666667");
    number("4.5E-2", 0, "0.045");
    number("1.5e3", 0, "1500");
    number("1E-20", 0, "0");
    number("136500", 0, "136500");
    number("1E+15", 0, "1000000000000000");
    number("0", 0, "0");
    number("1.1", 5, "1.10"); // a code of two digits behind the stop
    number("7", 4, "07 টি");
}

static void test_percents(void **state)
{
    (void)state;
    number("0.44", 1, "44%");
    number("0.44400000000000001", 1, "44%");
    number("0.445", 1, "45%");
    number("0.9999", 1, "100%");
    number("0.4444", 6, "44.44%");
    number("1", 1, "100%");
    number("0", 1, "0%");
    number("0.0049", 1, "0%");
}

static void test_dates(void **state)
{
    (void)state;
    number("45367", 2, "16/03/2024");
    number("45367.75", 3, "16/03/2024");
    number("1", 2, "01/01/1900");
    number("61", 2, "01/03/1900");
    number("0", 0, "0");
    refused(WORKBOOK_ROWS("<row><c s='2'><v>-1</v></c></row>"), "!A1: ");
    refused(WORKBOOK_ROWS("<row><c s='2'><v>99999999</v></c></row>"), "!A1: ");
    refused(WORKBOOK_ROWS("<row><c><v>twelve</v></c></row>"), "!A1: ");
}

static void test_sheets(void **state)
{
    (void)state;
    autostr got = STR_INIT, sheet = STR_INIT;
    struct err err;
    assert_int_equal(read_sheet(WORKBOOK_ROWS(""), "second", &got, &sheet, &err), STATUS_OK);
    assert_string_equal(got.buf, "two\t\n");
    assert_string_equal(sheet.buf, "second");
    assert_int_equal(read_sheet(WORKBOOK_ROWS(""), "third", &got, &sheet, &err), STATUS_NOT_FOUND);
    assert_non_null(strstr(err.text, "প্রথম, second"));
}

static void test_hostile_sheets(void **state)
{
    (void)state;
    refused("<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/passwd'>]><x>&e;</x>", "document type");
    refused("<!DOCTYPE x SYSTEM 'http://example.org/x.dtd'><x/>", "document type");
    refused("<x>", "broken");
    refused("not xml", "broken");
    refused(WORKBOOK_ROWS("<row r='2'/><row r='1'/>"), "out of order");
    refused(WORKBOOK_ROWS("<row r='1048577'/>"), "out of order");
    refused(WORKBOOK_ROWS("<row r='99999999999999999999'/>"), "out of order");
    refused(WORKBOOK_ROWS("<row><c r='B1'/><c r='A1'/></row>"), "out of order");
    refused(WORKBOOK_ROWS("<c r='B1'><v>1</v></c>"), "out of order");
    refused(WORKBOOK_ROWS("<row><c r='ZZZ1'><v>1</v></c></row>"), "larger");
    refused(WORKBOOK_ROWS("<row><c t='s'><v>2</v></c></row>"), "missing");
    refused(WORKBOOK_ROWS("<row><c t='s'><v>-1</v></c></row>"), "missing");
    autostr deep = STR_INIT;
    str_add_repeat(&deep, "<x>", 100);
    refused(deep.buf, "deeper");
}

static void test_bomb(void **state)
{
    (void)state;
    autostr bomb = STR_INIT, bytes = STR_INIT, got = STR_INIT, sheet = STR_INIT, rest = STR_INIT;
    struct err err = {0};
    str_add_repeat(&bomb, "                ", 80 << 16);
    workbook_make(bomb.buf, bomb.len, &bytes);
    assert_true(bytes.len < 1 << 20);
    assert_int_equal(workbook_read("f.xlsx", NULL, &bytes, &got, &sheet, &rest, &err),
                     STATUS_INVALID);
    assert_non_null(strstr(err.text, "larger than 64 MB"));
}

static void read_bomb(const char *strings, const char *styles, const char *sheet,
                      enum status wanted, const char *part)
{
    autostr bytes = STR_INIT, got = STR_INIT, name = STR_INIT, rest = STR_INIT;
    struct err err = {0};
    const struct workbook_part parts[] = {
        {"_rels/.rels",
         WORKBOOK_RELATIONS(WORKBOOK_RELATION("r1", "officeDocument", "xl/workbook.xml")), 0},
        {"xl/workbook.xml",
         "<workbook xmlns='" WORKBOOK_MAIN "' xmlns:r='" WORKBOOK_REFERENCES
         "'><sheets><sheet name='a' sheetId='1' r:id='r1'/></sheets></workbook>",
         0},
        {"xl/_rels/workbook.xml.rels",
         WORKBOOK_RELATIONS(WORKBOOK_RELATION("r1", "worksheet", "sheet.xml") WORKBOOK_RELATION(
             "r3", "sharedStrings", "strings.xml") WORKBOOK_RELATION("r4", "styles", "styles.xml")),
         0},
        {"xl/strings.xml", strings, 0},
        {"xl/styles.xml", styles, 0},
        {"xl/sheet.xml", sheet, 0},
    };
    workbook_pack(parts, sizeof parts / sizeof *parts, &bytes);
    assert_int_equal(workbook_read("f.xlsx", NULL, &bytes, &got, &name, &rest, &err), wanted);
    assert_non_null(strstr(wanted ? err.text : got.buf, part));
}

// What is named often is copied often: one long text by many cells, one long format by many styles.
static void test_bombs_inside(void **state)
{
    (void)state;
    autostr strings = STR_INIT, styles = STR_INIT, sheet = STR_INIT;
    str_add(&strings, "<sst xmlns='" WORKBOOK_MAIN "'><si><t>");
    str_add_repeat(&strings, "x", 1000000);
    str_add(&strings, "</t></si></sst>");
    str_add(&sheet, "<worksheet xmlns='" WORKBOOK_MAIN "'><sheetData>");
    str_add_repeat(&sheet, "<row><c t='s'><v>0</v></c></row>", 100);
    str_add(&sheet, "</sheetData></worksheet>");
    read_bomb(strings.buf, "<styleSheet xmlns='" WORKBOOK_MAIN "'/>", sheet.buf, STATUS_INVALID,
              "larger");
    str_add(&styles, "<styleSheet xmlns='" WORKBOOK_MAIN "'><numFmts>"
                     "<numFmt numFmtId='164' formatCode='\"");
    str_add_repeat(&styles, "x", 100000);
    str_add(&styles, "\"0'/></numFmts><cellXfs>");
    str_add_repeat(&styles, "<xf numFmtId='164'/>", 60000);
    str_add(&styles, "</cellXfs></styleSheet>");
    read_bomb("<sst xmlns='" WORKBOOK_MAIN "'/>", styles.buf,
              WORKBOOK_ROWS("<row><c s='9'><v>7</v></c></row>"), STATUS_OK, "7");
}

// Cut anywhere, or with a byte changed, it is read or refused in words; nothing else happens.
static void test_broken_files(void **state)
{
    (void)state;
    autostr bytes = STR_INIT;
    workbook_make(WORKBOOK_ROWS("<row><c><v>1</v></c></row>"), 0, &bytes);
    for (size_t n = 0; n < bytes.len; n += 7) {
        autostr cut = STR_INIT, bent = STR_INIT, got = STR_INIT, sheet = STR_INIT, rest = STR_INIT;
        struct err err = {0};
        str_add_n(&cut, bytes.buf, n);
        assert_int_equal(workbook_read("f.xlsx", NULL, &cut, &got, &sheet, &rest, &err),
                         STATUS_INVALID);
        assert_string_not_equal(err.text, "");
        str_add_n(&bent, bytes.buf, bytes.len);
        bent.buf[n] ^= 0x55;
        err = (struct err){0};
        str_reset(&got);
        const enum status status = workbook_read("f.xlsx", NULL, &bent, &got, &sheet, &rest, &err);
        assert_true(!status == !*err.text);
    }
}

static void test_other_zips(void **state)
{
    (void)state;
    autostr bytes = STR_INIT, got = STR_INIT, sheet = STR_INIT, rest = STR_INIT;
    struct err err = {0};
    workbook_pack(&(struct workbook_part){"word/document.xml", "<x/>", 0}, 1, &bytes);
    assert_int_equal(workbook_read("f.docx", NULL, &bytes, &got, &sheet, &rest, &err),
                     STATUS_INVALID);
    assert_string_equal(err.text, "f.docx: this is no workbook (.xlsx)");
}

static void test_password(void **state)
{
    (void)state;
    autostr bytes = STR_INIT, locked = STR_INIT, got = STR_INIT, sheet = STR_INIT, rest = STR_INIT;
    struct err err = {0};
    workbook_make(WORKBOOK_ROWS(""), 0, &bytes);
    // The bit of the directory that says «encrypted», in every part.
    str_add_n(&locked, bytes.buf, bytes.len);
    for (size_t i = 0; i + 10 < locked.len; i++) {
        if (memcmp(locked.buf + i, "PK\1\2", 4) == 0)
            locked.buf[i + 8] |= 1;
        if (memcmp(locked.buf + i, "PK\3\4", 4) == 0)
            locked.buf[i + 6] |= 1;
    }
    assert_int_equal(workbook_read("f.xlsx", NULL, &locked, &got, &sheet, &rest, &err),
                     STATUS_INVALID);
    assert_string_equal(err.text, "f.xlsx: the file has a password; save it without one");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_places),       cmocka_unit_test(test_texts),
        cmocka_unit_test(test_formulas),     cmocka_unit_test(test_numbers),
        cmocka_unit_test(test_percents),     cmocka_unit_test(test_dates),
        cmocka_unit_test(test_sheets),       cmocka_unit_test(test_hostile_sheets),
        cmocka_unit_test(test_bomb),         cmocka_unit_test(test_broken_files),
        cmocka_unit_test(test_other_zips),   cmocka_unit_test(test_password),
        cmocka_unit_test(test_bombs_inside),
    };
    i18n_set_language(LANGUAGE_ENGLISH);
    i18n_set_digits(DIGITS_LATIN);
    return cmocka_run_group_tests(tests, NULL, NULL);
}
