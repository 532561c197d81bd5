// SPDX-License-Identifier: GPL-3.0-or-later
#include "written.h"

static void csv_is_complete_and_harmless(void **state)
{
    (void)state;
    autopaper *p = paper_of(40, 66);
    struct table *s = paper_table(p);
    table_column(s, (struct column){.heading = {"সূচক"}});
    table_column(s, (struct column){.heading = {"অগ্রগতি", "১ম"}});
    table_column(s, (struct column){.heading = {"অগ্রগতি", "মোট"}});
    table_section(s, "১. ব্যবস্থা");
    table_row(s);
    table_text(s, "প্রতিবেদন\nপ্রেরিত\nহয়েছে");
    table_date(s, "৩১/১২/২৩", 19722);
    table_number(s, "১০০", 100, 0);
    table_subrow(s);
    table_above(s);
    table_text(s, "-");
    table_text(s, "=1+1");
    table_row(s);
    table_cell(s, (struct cell){.text = "মোট", .span = 2});
    table_number(s, "৯৪.২৯", 9429, 2);
    assert_written("csv", p, (struct writer_options){.bom = true},
                   "\uFEFFসূচক,অগ্রগতি / ১ম,অগ্রগতি / মোট\r\n"
                   "১. ব্যবস্থা,,\r\n"
                   "\"প্রতিবেদন\nপ্রেরিত\nহয়েছে\",2023-12-31,100\r\n"
                   "\"প্রতিবেদন\nপ্রেরিত\nহয়েছে\",-,'=1+1\r\n"
                   "মোট,,94.29\r\n");
    autopaper *q = paper_of(80, 0);
    struct table *t = paper_table(q);
    for (int c = 0; c < 4; c++)
        table_column(t, (struct column){.heading = {"a"}});
    const char *cells[] = {"--", "-৫%",  "+1,200.5", "@x",  "-1+cmd|' /C calc'!A0",
                           "=2", "a\"b", "a,b",      " =1", "a\r\x1b[31m"};
    for (size_t i = 0; i < sizeof cells / sizeof *cells; i++) {
        if (i % 4 == 0)
            table_row(t);
        table_text(t, cells[i]);
    }
    table_date(t, "", 19782); // 29 February 2024
    table_number(t, "", -2, 0);
    table_row(t);
    table_text(t, "＝1+1");
    table_text(t, "\u00A0@SUM(1)");
    table_text(t, "-");
    table_text(t, "x\"\n,");
    assert_written("csv", q, (struct writer_options){0},
                   "a,a,a,a\r\n"
                   "--,-৫%,\"+1,200.5\",'@x\r\n"
                   "'-1+cmd|' /C calc'!A0,'=2,\"a\"\"b\",\"a,b\"\r\n"
                   "' =1,a  [31m,2024-02-29,-2\r\n"
                   "'＝1+1,'\u00A0@SUM(1),-,\"x\"\"\n,\"\r\n");
}

static void html_is_escaped(void **state)
{
    (void)state;
    autopaper *p = paper_of(80, 66);
    paper_title(p, "<script>alert(1)</script>");
    struct table *t = paper_table(p);
    table_column(t, (struct column){.heading = {"\"><b>"}});
    table_column(t, (struct column){.heading = {"গ", "&amp;"}});
    table_column(t, (struct column){.heading = {"গ", "খ"}});
    table_row(t);
    table_text(t, "'<td>");
    autostr word = STR_INIT;
    str_add_repeat(&word, "ক্ষ", 70);
    table_text(t, word.buf);
    paper_signature(p, 2, "<i>");
    autostr got = STR_INIT;
    write_as("html", p, (struct writer_options){0}, &got);
    assert_non_null(strstr(got.buf, "<html lang=\"bn\">"));
    assert_non_null(strstr(got.buf, "<th scope=\"col\" rowspan=\"2\">&#34;&#62;&#60;b&#62;</th>"));
    assert_non_null(strstr(got.buf, "<th scope=\"colgroup\" colspan=\"2\">গ</th>"));
    assert_non_null(
        strstr(got.buf, "<th scope=\"col\">&#38;amp;</th><th scope=\"col\">খ</th></tr>\n</thead>"));
    assert_non_null(strstr(got.buf, "&#39;&#60;td&#62;"));
    assert_non_null(strstr(got.buf, "ক্ষ<wbr>ক্ষ")); // between syllables
    assert_null(strstr(got.buf, "ক্<wbr>"));
    assert_null(strstr(got.buf, "<script"));
    assert_null(strstr(got.buf, "<b>"));
    assert_null(strstr(got.buf, "<i>"));
    assert_null(writer_find("doc"));
}

static void html_keeps_a_signature_with_its_table(void **state)
{
    (void)state;
    struct paper_settings settings = PAPER_SETTINGS;
    settings.mark = "খসড়া <৳>";
    autopaper *p = paper_new(&settings);
    paper_part(p, "এক", "দপ্তর · <সিল>");
    struct table *t = paper_table(p);
    table_column(t, (struct column){.heading = {"ক"}});
    table_row(t);
    paper_text(p, "সিল");
    paper_space(p, 1);
    paper_pair(p, "স্মারক", "তারিখ");
    paper_signature(p, 3, "(নাম)");
    paper_text(p, "অনুলিপি");
    autostr got = STR_INIT;
    write_as("html", p, (struct writer_options){0}, &got);
    assert_non_null(strstr(got.buf, "<div class=\"scroll keep\" tabindex=\"0\""));
    assert_non_null(strstr(got.buf, "<p class=\"line keep\">সিল</p>"));
    assert_non_null(strstr(got.buf, "<div class=\"space keep\""));
    assert_non_null(strstr(got.buf, "<div class=\"pair keep\">"));
    assert_non_null(strstr(got.buf, "<p class=\"line\">অনুলিপি</p>"));
    assert_non_null(
        strstr(got.buf, "<tfoot class=\"foot\"><tr><td colspan=\"1\">দপ্তর · &#60;সিল&#62;</td>"));
    assert_non_null(strstr(got.buf, "vw\">খসড়া &#60;৳&#62;</p>"));
    assert_null(strstr(got.buf, "<p class=\"foot\">"));
}

static void pages_are_fed_and_numbered(void **state)
{
    (void)state;
    struct paper_settings settings = PAPER_SETTINGS;
    settings.lines = 24;
    settings.columns = 20;
    settings.mark = "নমুনা";
    autopaper *p = paper_new(&settings);
    paper_space(p, 3);
    paper_text(p, "এক");
    paper_break(p);
    paper_text(p, "দুই");
    autostr got = STR_INIT, expected = STR_INIT;
    write_as("text", p, (struct writer_options){0}, &got);
    str_add(&expected, "        নমুনা\n\nএক\n");
    str_add_repeat(&expected, "\n", 20);
    str_add(&expected, "        ১/২\n\f        নমুনা\n\nদুই\n");
    str_add_repeat(&expected, "\n", 20);
    str_add(&expected, "        ২/২\n");
    assert_string_equal(got.buf, expected.buf);
}

static void parts_are_listed_with_their_pages(void **state)
{
    (void)state;
    autopaper *p = paper_of(40, 24);
    paper_part(p, "সূচিপত্র", NULL);
    paper_contents(p);
    paper_part(p, "এক", "পাদটীকা");
    paper_text(p, "প্রথম অংশ");
    paper_part(p, "<দুই>", NULL);
    paper_text(p, "দ্বিতীয় অংশ");
    autostr text = STR_INIT, csv = STR_INIT, html = STR_INIT;
    write_as("text", p, (struct writer_options){0}, &text);
    assert_non_null(strstr(text.buf, "এক                                     ২\n"));
    assert_non_null(strstr(text.buf, "<দুই>                                   ৩\n"));
    assert_non_null(strstr(text.buf, "\fদ্বিতীয় অংশ\n"));
    write_as("csv", p, (struct writer_options){.with_text = true}, &csv);
    assert_string_equal(csv.buf, "সূচিপত্র\r\nএক\r\nপ্রথম অংশ\r\n<দুই>\r\nদ্বিতীয় অংশ\r\n");
    write_as("html", p, (struct writer_options){0}, &html);
    assert_non_null(strstr(html.buf, "<li><a href=\"#part-4\">&#60;দুই&#62;</a></li>"));
    assert_non_null(strstr(html.buf, "<div class=\"part\" id=\"part-4\"></div>"));
}

static void the_ending_names_the_format(void **state)
{
    (void)state;
    static const struct {
        const char *path, *ending, *format;
    } rows[] = {{"a.pdf", "pdf", "pdf"},   {"a.b/ক.DOCX", "DOCX", "docx"},
                {"a", "", NULL},           {"a.b/c", "", NULL},
                {"a.odt", "odt", NULL},    {"২০২৩.১০", "", NULL},
                {"report.2023", "", NULL}, {".pdf", "", NULL},
                {"a. b", "", NULL},        {"১.১ সভা.txt", "txt", "text"},
                {"a.", "", NULL},          {"a.b c", "", NULL}};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        const struct writer *writer = writer_of_path(rows[i].path);
        assert_string_equal(writer_ending(rows[i].path), rows[i].ending);
        assert_string_equal(writer ? writer->name : "-", rows[i].format ? rows[i].format : "-");
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(csv_is_complete_and_harmless),
        cmocka_unit_test(the_ending_names_the_format),
        cmocka_unit_test(html_is_escaped),
        cmocka_unit_test(html_keeps_a_signature_with_its_table),
        cmocka_unit_test(pages_are_fed_and_numbered),
        cmocka_unit_test(parts_are_listed_with_their_pages),
    };
    return cmocka_run_group_tests_name("writer", tests, NULL, NULL);
}
