// SPDX-License-Identifier: GPL-3.0-or-later
// docx and xlsx: whole zips of well-formed parts that hold every text of the paper, whatever the
// paper holds. unzip and xmllint judge them.
#include "../test.h"

#include "orjon/base/file.h"
#include "orjon/report/writer.h"

#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

static char folder[64];

static int set_up(void **state)
{
    (void)state;
    snprintf(folder, sizeof folder, "/tmp/orjon-formats-XXXXXX");
    return mkdtemp(folder) ? 0 : 1;
}

static int tear_down(void **state)
{
    (void)state;
    autostr command = STR_INIT;
    str_addf(&command, "rm -rf '%s'", folder);
    return system(command.buf);
}

// What a shell command says. It runs in the test's own folder.
static void shell(const char *command, struct str *ret)
{
    autostr full = STR_INIT;
    str_addf(&full, "cd '%s' && { %s; } 2>&1", folder, command);
    FILE *pipe = popen(full.buf, "r");
    char piece[4096];
    assert_non_null(pipe);
    for (size_t n; (n = fread(piece, 1, sizeof piece, pipe)) > 0;)
        str_add_n(ret, piece, n);
    if (pclose(pipe) != 0)
        fail_msg("%s: %s", command, ret->buf);
}

// Writes the paper as office.EXT, has it judged, and appends all its parts to ret.
static void judge(const char *format, const struct paper *paper, struct str *ret)
{
    const struct writer_options options = {0};
    const struct writer *writer = writer_find(format);
    struct err err = {0};
    autostr first = STR_INIT, second = STR_INIT, path = STR_INIT, said = STR_INIT;
    if (!writer->write)
        skip();
    if (writer_write(writer, paper, &options, &first, &err))
        fail_msg("%s: %s", format, err.text);
    assert_int_equal(writer_write(writer, paper, &options, &second, &err), STATUS_OK);
    assert_int_equal(first.len, second.len);
    assert_memory_equal(first.buf, second.buf, first.len);
    str_addf(&path, "%s/office.zip", folder);
    assert_int_equal(file_write(path.buf, first.buf, first.len, true, NULL), STATUS_OK);
    shell("unzip -tqq office.zip && rm -rf parts && mkdir parts && cd parts && "
          "unzip -qq ../office.zip && find . -type f -exec xmllint --huge --noout {} +",
          &said);
    assert_string_equal(said.buf, "");
    shell("cd parts && find . -type f | LC_ALL=C sort | xargs -d '\\n' cat", ret);
}

static size_t times(const struct str *text, const char *what)
{
    size_t count = 0;
    for (const char *at = text->buf; (at = strstr(at, what)); at += strlen(what))
        count++;
    return count;
}

static void assert_times(const struct str *text, const char *what, size_t expected)
{
    if (times(text, what) != expected)
        fail_msg("%s: %zu times, not %zu", what, times(text, what), expected);
}

static struct table *table_of(struct paper *paper)
{
    struct table *t = paper_table(paper);
    table_column(t, (struct column){.heading = {"কার্যক্রম"}});
    table_column(t, (struct column){.heading = {"অগ্রগতি", "১ম"}, .align = ALIGN_CENTRE});
    table_column(t, (struct column){.heading = {"অগ্রগতি", "মোট"}, .align = ALIGN_CENTRE});
    table_column(t, (struct column){.heading = {"মন্তব্য"}});
    table_ruler(t, "১ ২ ৩ ৪");
    return t;
}

static void put_row(struct table *t, int i)
{
    char text[64];
    table_row(t);
    snprintf(text, sizeof text, "activity %d.", i);
    table_text(t, text);
    table_number(t, "৪০%", 40, 0);
    table_date(t, "৩১/১২/২০২৩", 19722);
    snprintf(text, sizeof text, "remark %d.", i);
    table_text(t, text);
}

static struct paper *paper_of_rows(int rows)
{
    struct paper_settings settings = PAPER_SETTINGS;
    settings.title = "ত্রৈমাসিক প্রতিবেদন";
    settings.author = "উপজেলা <সমবায়> কার্যালয়";
    settings.mark = "খসড়া";
    settings.day = 19722;
    struct paper *paper = paper_new(&settings);
    paper_title(paper, "শিরোনাম");
    struct table *t = table_of(paper);
    for (int i = 0; i < rows; i++)
        put_row(t, i);
    paper_pair(paper, "স্মারক নম্বর: ১২", "তারিখ: ৩১/১২/২০২৩");
    paper_signature(paper, 3, "(মোঃ আবদুল করিম)\nউপজেলা সমবায় অফিসার");
    paper_copies(paper, 2, (const char *const[]){"জেলা সমবায় অফিসার", "অফিস কপি"}, 2);
    return paper;
}

static void any_number_of_rows(const char *format)
{
    static const int counts[] = {0, 1, 300};
    for (size_t k = 0; k < 3; k++) {
        autopaper *paper = paper_of_rows(counts[k]);
        autostr got = STR_INIT;
        judge(format, paper, &got);
        assert_times(&got, "উপজেলা সমবায় অফিসার", 1);
        assert_times(&got, "০১। জেলা সমবায় অফিসার", 1);
        assert_times(&got, "স্মারক নম্বর: ১২", 1);
        assert_non_null(strstr(got.buf, "2023-12-31T00:00:00Z"));
        for (int i = 0; i < counts[k]; i++) {
            char text[64];
            snprintf(text, sizeof text, "activity %d.", i);
            assert_times(&got, text, 1);
            snprintf(text, sizeof text, "remark %d.", i);
            assert_times(&got, text, 1);
        }
    }
}

static void docx_of_any_number_of_rows(void **state)
{
    (void)state;
    any_number_of_rows("docx");
}

static void xlsx_of_any_number_of_rows(void **state)
{
    (void)state;
    any_number_of_rows("xlsx");
}

static struct paper *paper_of_spans(void)
{
    struct paper *paper = paper_of_rows(0);
    struct table *t = table_of(paper);
    table_section(t, "১. প্রাতিষ্ঠানিক");
    table_row(t);
    table_text(t, "ক্ষেত্র");
    table_text(t, "লক্ষ্যমাত্রা");
    table_text(t, "-");
    table_text(t, "");
    table_subrow(t);
    table_above(t);
    table_text(t, "অর্জন");
    table_number(t, "৯৪.২৯", 9429, 2);
    table_text(t, "");
    table_row(t);
    table_cell(t, (struct cell){.text = "মোট", .span = 3});
    table_number(t, "০১", 1, 0);
    return paper;
}

static void docx_has_spans_and_repeated_headings(void **state)
{
    (void)state;
    autopaper *paper = paper_of_spans();
    autostr got = STR_INIT;
    judge("docx", paper, &got);
    assert_times(&got, "<w:gridSpan w:val=\"2\"/>", 2); // the heading of both tables
    assert_times(&got, "<w:gridSpan w:val=\"3\"/>", 1);
    assert_times(&got, "<w:gridSpan w:val=\"4\"/>", 1);
    assert_times(&got, "<w:vMerge w:val=\"restart\"/>", 5); // two headings twice, one cell
    assert_times(&got, "<w:vMerge/>", 5);
    assert_times(&got, "<w:tblHeader/>", 6); // two levels and the ruler
    assert_times(&got, "<w:cantSplit/>", 10);
    assert_non_null(strstr(got.buf, "w:orient=\"landscape\""));
    assert_non_null(strstr(got.buf, "w:bidi=\"bn-BD\""));
    assert_non_null(strstr(got.buf, "w:cs=\"Nikosh\""));
    assert_non_null(strstr(got.buf, " = 12 &quot;১২&quot;"));
    paper->settings.digits = DIGITS_LATIN;
    paper->settings.landscape = false;
    str_reset(&got);
    judge("docx", paper, &got);
    assert_null(strstr(got.buf, "w:orient"));
    assert_null(strstr(got.buf, "AlternateContent"));
}

// A paper of two parts with contents.
static struct paper *paper_of_parts(void)
{
    struct paper_settings settings = PAPER_SETTINGS;
    settings.mark = "খসড়া <৳>";
    struct paper *paper = paper_new(&settings);
    paper_part(paper, "সূচিপত্র", NULL);
    paper_contents(paper);
    for (int i = 0; i < 2; i++) {
        paper_part(paper, i ? "<দুই>" : "এক", i ? "পাদ <দুই>" : "পাদ এক");
        paper_title(paper, "প্রতিবেদন");
        struct table *t = table_of(paper);
        put_row(t, i);
        table_subrow(t);
        table_text(t, "২০২৩-২০২৪");
        paper_text(paper, "সিল");
        paper_signature(paper, 3, "নাম");
    }
    return paper;
}

static void docx_has_sections_contents_and_a_mark(void **state)
{
    (void)state;
    autopaper *paper = paper_of_parts();
    autostr got = STR_INIT;
    judge("docx", paper, &got);
    assert_times(&got, "<w:sectPr>", 3);
    assert_times(&got, "<w:ftr ", 3); // each part has its own
    assert_times(&got, ">পাদ এক</w:t>", 1);
    assert_times(&got, ">পাদ &#60;দুই&#62;</w:t>", 1);
    assert_times(&got, "<w:bookmarkStart ", 3);
    assert_times(&got, "PAGEREF part2 \\h", 1);
    assert_times(&got, "PAGEREF part7 \\h", 1);
    assert_times(&got, ">২</w:t>", 2 + 1); // of the rulers, and pages until Word finds them
    assert_times(&got, ">৩</w:t>", 2 + 1);
    assert_times(&got, "<w:pStyle w:val=\"Heading1\"/>", 2);
    assert_times(&got, "string=\"খসড়া &#60;৳&#62;\"", 3); // on the pages of each
    assert_times(&got, "২০২৩</w:t><w:noBreakHyphen/>", 2);
    // Titles, the row before the subrow and the subrow, and what stands before the signature; and
    // where a part starts.
    assert_times(&got, "<w:keepNext/>", 2 * (1 + 4 + 4 + 2) + 3);
}

// One that is a draft and one that is none.
static struct paper *bundle_of_letters(void)
{
    struct paper *bundle = paper_of_rows(1), *other = paper_of_parts();
    struct paper_settings settings = PAPER_SETTINGS;
    autopaper *empty = paper_new(&settings);
    paper_enclose(empty, &bundle);
    paper_enclose(empty, &other);
    struct paper *ret = empty;
    empty = NULL;
    return ret;
}

static void letters_have_marks_and_pages_of_their_own(void **state)
{
    (void)state;
    autopaper *bundle = bundle_of_letters();
    autostr docx = STR_INIT, xlsx = STR_INIT;
    judge("docx", bundle, &docx);
    assert_times(&docx, "<w:pgNumType w:start=\"1\"/>", 2);
    assert_times(&docx, "string=\"খসড়া\"", 1);
    assert_times(&docx, "string=\"খসড়া &#60;৳&#62;\"", 3);
    assert_non_null(strstr(docx.buf, "SECTIONPAGES")); // of the letter of one section
    assert_null(strstr(docx.buf, "NUMPAGES"));
    judge("xlsx", bundle, &xlsx);
    assert_times(&xlsx, "&amp;P/1<", 1);
    assert_times(&xlsx, "&amp;P/3<", 3);
    assert_times(&xlsx, "useFirstPageNumber=\"1\"", 4);
}

static void sheets_have_whole_names(void **state)
{
    (void)state;
    autopaper *paper = paper_new(&PAPER_SETTINGS);
    autostr got = STR_INIT;
    for (int i = 0; i < 2; i++) {
        paper_part(paper, "সেবা প্রদান প্রতিশ্রুতি বাস্তবায়ন কর্মপরিকল্পনা ২০২৩-২০২৪", NULL);
        paper_text(paper, "এক");
    }
    paper_part(paper, "প্রতিশ্রুতিপ্রতিশ্রুতিপ্রতিশ্রুতি", NULL);
    paper_part(paper, "তথ্য অধিকার বিষয়ে বার্ষিক কর্মপরিকল্পনা", NULL);
    paper_part_name(paper, "তথ্য [অধিকার]");
    judge("xlsx", paper, &got);
    assert_times(&got, "<sheet name=\"সেবা প্রদান প্রতিশ্রুতি\" ", 1);
    assert_times(&got, "<sheet name=\"সেবা প্রদান প্রতিশ্রুতি ২\" ", 1);
    assert_times(&got, "<sheet name=\"তথ্য অধিকার\" ", 1);
    assert_times(&got, "<sheet name=\"প্রতিশ্রুতিপ্রতিশ্রুতিপ্রতিশ্রু\" ", 1);
}

static void xlsx_has_spans_values_and_panes(void **state)
{
    (void)state;
    autopaper *paper = paper_of_spans();
    autostr got = STR_INIT;
    judge("xlsx", paper, &got);
    assert_non_null(strstr(got.buf, "<mergeCell ref=\"B2:C2\"/>")); // the shared heading
    assert_non_null(strstr(got.buf, "<mergeCell ref=\"A2:A3\"/>"));
    assert_non_null(strstr(got.buf, "<v>94.29")); // the value and not the text
    assert_non_null(strstr(got.buf, "[$-5000445]0.00"));
    assert_non_null(strstr(got.buf, "[$-5000445]00"));
    assert_non_null(strstr(got.buf, "state=\"frozen\""));
    assert_non_null(strstr(got.buf, "_xlnm.Print_Titles"));
    assert_non_null(strstr(got.buf, "orientation=\"landscape\""));
    assert_non_null(strstr(got.buf, "<pageSetUpPr fitToPage=\"1\"/>")); // a page of its own
    autopaper *dated = paper_of_rows(1);
    str_reset(&got);
    judge("xlsx", dated, &got);
    assert_non_null(strstr(got.buf, "<v>45291</v>")); // 31 December 2023
    assert_non_null(strstr(got.buf, "[$-5000445]dd\\/mm\\/yyyy"));
    assert_non_null(strstr(got.buf, "formatCode=\"[$-5000445]0%\"")); // a true percent
    assert_non_null(strstr(got.buf, "<v>0.4</v>"));
    assert_null(strstr(got.buf, "৩১/১২/২০২৩</t>\n"));
}

// A paper that nobody meant well with.
static struct paper *hostile_paper(void)
{
    struct paper_settings settings = PAPER_SETTINGS;
    settings.title = "</w:t>]]>&\"'<!--";
    settings.mark = "&P &A <b>";
    settings.footer = "&G&D && \xEF\xBF\xBE";
    struct paper *paper = paper_new(&settings);
    autostr large = STR_INIT, word = STR_INIT;
    str_add_repeat(&large, "প্রশিক্ষণ ", 1000); // 10,000 characters
    str_add_repeat(&word, "ক্ষ", 70);          // 210 without a blank
    struct table *t = table_of(paper);
    const char *cells[] = {"a\x01\x1b[31m\x7f\r\tz",
                           "<w:p/>&amp;<!CDATA[",
                           "\xEF\xBF\xBF\xEF\xBF\xBD",
                           "=cmd|' /C calc'!A0",
                           large.buf,
                           word.buf,
                           "line\nbreak",
                           ""};
    for (size_t i = 0; i < sizeof cells / sizeof *cells; i++) {
        if (i % 4 == 0)
            table_row(t);
        table_text(t, cells[i]);
    }
    paper_line(paper, (struct line){.text = "]:*?/\\[ ' name"});
    return paper;
}

static void docx_survives_malice(void **state)
{
    (void)state;
    autopaper *paper = hostile_paper();
    autostr got = STR_INIT;
    judge("docx", paper, &got);
    assert_times(&got, "প্রশিক্ষণ ", 1000);
    assert_times(&got, "&#60;w:p/&#62;&#38;amp;&#60;!CDATA[", 1);
    assert_times(&got, "line</w:t><w:br/><w:t xml:space=\"preserve\">break", 1);
    assert_times(&got, "<w:cantSplit/>", 4); // all rows but the one that no page holds
}

static void xlsx_survives_malice(void **state)
{
    (void)state;
    autopaper *paper = hostile_paper();
    autostr got = STR_INIT;
    judge("xlsx", paper, &got);
    assert_times(&got, "প্রশিক্ষণ ", 1000);
    assert_null(strstr(got.buf, "<f>")); // no formula
    assert_non_null(strstr(got.buf, "&lt;w:p/&gt;&amp;amp;&lt;!CDATA["));
    autopaper *longer = paper_of_rows(0);
    autostr cell = STR_INIT, file = STR_INIT;
    str_add_repeat(&cell, "ক", 32768);
    table_text(table_of(longer), cell.buf);
    struct err err = {0};
    assert_int_equal(
        writer_write(writer_find("xlsx"), longer, &(struct writer_options){0}, &file, &err),
        STATUS_INVALID);
    assert_int_equal(file.len, 0);
}

// Wider than any page, and than an int can tell of in thousandths.
static void a_number_without_end_has_a_width(void **state)
{
    (void)state;
    autopaper *paper = paper_of_rows(0);
    autostr number = STR_INIT, got = STR_INIT;
    str_add_repeat(&number, "৯", 12000);
    struct table *t = table_of(paper);
    table_row(t);
    table_number(t, number.buf, 1, 0);
    judge("docx", paper, &got);
    assert_times(&got, "৯৯৯৯৯৯৯৯৯৯", 1200);
}

static void papers_without_columns_are_papers(void **state)
{
    (void)state;
    autopaper *paper = paper_new(&PAPER_SETTINGS);
    autostr docx = STR_INIT, xlsx = STR_INIT;
    judge("docx", paper, &docx);
    judge("xlsx", paper, &xlsx);
    paper_table(paper);
    paper_break(paper);
    paper_space(paper, 2);
    judge("docx", paper, &docx);
    judge("xlsx", paper, &xlsx);
}

static void what_is_not_built_is_named(void **state)
{
    (void)state;
    autopaper *paper = paper_of_rows(1);
    const struct writer absent = {.name = "docx", .package = "libzip-dev"};
    autostr got = STR_INIT;
    struct err err = {0};
    assert_int_equal(writer_write(&absent, paper, &(struct writer_options){0}, &got, &err),
                     STATUS_FAILED);
    assert_non_null(strstr(err.text, "libzip-dev"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(docx_of_any_number_of_rows),
        cmocka_unit_test(xlsx_of_any_number_of_rows),
        cmocka_unit_test(docx_has_spans_and_repeated_headings),
        cmocka_unit_test(docx_has_sections_contents_and_a_mark),
        cmocka_unit_test(letters_have_marks_and_pages_of_their_own),
        cmocka_unit_test(sheets_have_whole_names),
        cmocka_unit_test(xlsx_has_spans_values_and_panes),
        cmocka_unit_test(docx_survives_malice),
        cmocka_unit_test(xlsx_survives_malice),
        cmocka_unit_test(a_number_without_end_has_a_width),
        cmocka_unit_test(papers_without_columns_are_papers),
        cmocka_unit_test(what_is_not_built_is_named),
    };
    return cmocka_run_group_tests_name("office formats", tests, set_up, tear_down);
}
