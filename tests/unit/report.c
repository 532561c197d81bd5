// SPDX-License-Identifier: GPL-3.0-or-later
#include "written.h"

#include "orjon/report/page.h"

#include <stdlib.h>

// Headings over headings, a ruler, a section, an activity with two sub-rows, a total.
static struct paper *small_paper(int lines)
{
    struct paper *p = paper_of(40, lines);
    struct table *t = paper_table(p);
    table_column(t, (struct column){.heading = {"সূচক"}});
    table_column(t, (struct column){.heading = {"অগ্রগতি", "১ম"}, .align = ALIGN_CENTRE});
    table_column(t, (struct column){.heading = {"অগ্রগতি", "মোট"}, .align = ALIGN_RIGHT});
    table_ruler(t, "৩ _");
    table_section(t, "১. ব্যবস্থা");
    table_row(t);
    table_text(t, "প্রতিবেদন\nপ্রেরিত\nহয়েছে");
    table_date(t, "৩১/১২/২৩", 19722);
    table_number(t, "১০০", 100, 0);
    table_subrow(t);
    table_above(t);
    table_text(t, "-");
    table_text(t, "=1+1");
    table_row(t);
    table_cell(t, (struct cell){.text = "মোট", .span = 2});
    table_number(t, "৯৪.২৯", 9429, 2);
    return p;
}

static void a_small_table_is_drawn(void **state)
{
    (void)state;
    autopaper *p = small_paper(0);
    // the third line of the activity stands on the rule between its sub-rows
    assert_written("text", p, (struct writer_options){0},
                   "┌──────────────┬───────────────────────┐\n"
                   "│              │        অগ্রগতি         │\n"
                   "│     সূচক      ├─────────────┬─────────┤\n"
                   "│              │     ১ম      │   মোট   │\n"
                   "├──────────────┼─────────────┼─────────┤\n"
                   "│      ৩       │             │         │\n"
                   "├──────────────┴─────────────┴─────────┤\n"
                   "│ ১. ব্যবস্থা                            │\n"
                   "├──────────────┬─────────────┬─────────┤\n"
                   "│ প্রতিবেদন     │  ৩১/১২/২৩   │     ১০০ │\n"
                   "│ প্রেরিত       ├─────────────┼─────────┤\n"
                   "│ হয়েছে        │      -      │    =1+1 │\n"
                   "├──────────────┴─────────────┼─────────┤\n"
                   "│ মোট                        │   ৯৪.২৯ │\n"
                   "└────────────────────────────┴─────────┘\n");
    autopaper *empty = paper_of(20, 0);
    struct table *t = paper_table(empty);
    table_column(t, (struct column){.heading = {"ক"}});
    table_column(t, (struct column){.heading = {"খ"}});
    assert_written("text", empty, (struct writer_options){.ascii = true},
                   "+---------+--------+\n"
                   "|    ক    |   খ    |\n"
                   "+---------+--------+\n");
}

static void blocks_are_laid_out(void **state)
{
    (void)state;
    autopaper *p = paper_of(30, 0);
    paper_title(p, "শিরোনাম");
    paper_pair(p, "স্মারক নং-২৫৬", "তারিখ: ১১");
    paper_signature(p, 1, "(নাম)\nঅফিসার");
    paper_copies(p, 2, (const char *[]){"অফিস কপি", "জেলা সমবায় অফিসার, বগুড়া"}, 2);
    assert_written("text", p, (struct writer_options){0},
                   "           শিরোনাম\n"
                   "স্মারক নং-২৫৬         তারিখ: ১১\n"
                   "\n"
                   "                      (নাম)\n"
                   "                      অফিসার\n"
                   "০১। অফিস কপি\n"
                   "০২। জেলা সমবায় অফিসার, বগুড়া\n");
}

// Random papers. The generator is ours so that a failure can be had again.
static unsigned next_random(unsigned *seed, unsigned below)
{
    *seed = *seed * 1103515245U + 12345U;
    return (*seed >> 16) % below;
}

static void random_text(unsigned *seed, struct str *ret)
{
    static const char *const words[] = {
        "অভিযোগ",
        "নিষ্পত্তি",
        "৩১/১২/২০২৩",
        "কর্মসম্পাদন",
        "[১.২.১]",
        "প্রশিক্ষণ/কর্মশালা",
        "ক্ষ্ম্যাঁক্ষ্ম্যাঁক্ষ্ম্যাঁ",
        "ডিজিটাইজেশনযোগ্যসেবাসমূহের",
        "৳ ১,২৩,৪৫৬",
        "-",
        "ও",
        "হলো ।",
    };
    str_reset(ret);
    unsigned count = next_random(seed, 4) ? next_random(seed, 6) : next_random(seed, 60);
    for (unsigned i = 0; i < count; i++)
        str_addf(ret, "%s%s", i ? " " : "", words[next_random(seed, 12)]);
}

static void random_row(struct table *t, unsigned *seed, struct str *text)
{
    unsigned kind = next_random(seed, 8);
    random_text(seed, text);
    if (kind == 0) {
        table_section(t, text->buf);
        return;
    }
    if (kind == 1)
        table_subrow(t);
    else
        table_row(t);
    for (size_t c = 0; c < t->columns; c++) {
        random_text(seed, text);
        if (next_random(seed, 5) == 0)
            table_above(t);
        else
            table_cell(t, (struct cell){.text = text->buf, .span = next_random(seed, 9) ? 1 : 2});
    }
}

static struct paper *random_paper(unsigned *seed, size_t rows)
{
    struct paper *p = paper_of(60 + (int)next_random(seed, 121), 24 + (int)next_random(seed, 60));
    autostr text = STR_INIT;
    paper_title(p, "শিরোনাম");
    struct table *t = paper_table(p);
    size_t columns = 1 + next_random(seed, 12);
    for (size_t c = 0; c < columns; c++) {
        const char *group = next_random(seed, 2) ? "দল" : "ঘর";
        table_column(t, (struct column){.heading = {group, c % 3 ? "সূচকের মান" : NULL},
                                        .width = next_random(seed, 4) ? 0 : 9,
                                        .align = (enum align)next_random(seed, 3)});
    }
    if (next_random(seed, 2))
        table_ruler(t, "১ ২ _ ৪");
    for (size_t r = 0; r < rows; r++)
        random_row(t, seed, &text);
    paper_space(p, 2);
    paper_text(p, "প্রেরণ করা হলো।");
    paper_signature(p, 3, "স্বাক্ষরিত");
    return p;
}

// Counts the bytes of a text, without blanks and rules.
static void tally(const char *text, long sign, long count[256])
{
    for (; *text; text++)
        if (strncmp(text, "\xE2\x94", 2) == 0) // all of box drawing that is used
            text += 2;
        else if (*text != ' ' && *text != '\n')
            count[(unsigned char)*text] += sign;
}

// All text of the table, the headings `heads` times.
static void tally_table(const struct table *t, long heads, long count[256])
{
    struct arena arena = {0};
    size_t head_rows = 0;
    const struct row *head = table_head(t, &arena, &head_rows);
    for (size_t r = 0; r < head_rows + t->rows; r++)
        for (size_t c = 0; c < t->columns; c++) {
            const struct row *row = r < head_rows ? &head[r] : &t->row[r - head_rows];
            for (long i = r < head_rows ? heads : 1; i > 0; i--)
                tally(row->cell[c].text, -1, count);
        }
    arena_done(&arena);
}

static void assert_line(const struct pages *pages, const struct page_line *line)
{
    int columns = text_columns(line->text, strlen(line->text));
    assert_true(line->table ? columns == pages->columns : columns <= pages->columns);
    for (const char *at = line->text; (at = strstr(at, "\u09CD")); at++) // a conjunct cut in two
        assert_true(at[3] != ' ' && at[3] != '\0' && strncmp(at + 3, "│", 3) != 0);
}

static void assert_laid(const struct paper *p)
{
    struct pages pages;
    pages_lay(p, false, &pages);
    const struct table *t = p->block[1].table;
    long count[256] = {0}, heads = 0;
    size_t table_page = 0, sign_page = 0;
    const char *head = NULL; // the line under the first rule
    for (size_t page = 0; page < pages.count; page++) {
        assert_int_equal(pages.first[page + 1] - pages.first[page], p->settings.lines);
        bool table = false;
        for (size_t i = pages.first[page]; i + 2 < pages.first[page + 1]; i++) {
            const struct page_line *line = &pages.line[i];
            assert_line(&pages, line);
            tally(line->text, 1, count);
            if (line->table && !table) {
                assert_int_equal(strncmp(line->text, "┌", 3), 0);
                head = head ? head : line[1].text;
                assert_string_equal(line[1].text, head);
                heads++;
            }
            table |= line->table;
            table_page = line->table ? page : table_page;
            sign_page = strstr(line->text, "স্বাক্ষরিত") ? page : sign_page;
        }
    }
    assert_int_equal(sign_page, table_page);
    tally_table(t, heads, count);
    tally("শিরোনাম প্রেরণ করা হলো। স্বাক্ষরিত", -1, count);
    for (size_t i = 0; i < 256; i++)
        assert_int_equal(count[i], 0);
    pages_done(&pages);
}

static void random_tables_keep_their_shape(void **state)
{
    (void)state;
    for (unsigned i = 0; i < 400; i++) {
        unsigned seed = i;
        autopaper *p = random_paper(&seed, i % 40 == 0 ? 300 : next_random(&seed, 40));
        assert_laid(p);
    }
}

static void monsters_are_survived(void **state)
{
    (void)state;
    autostr cell = STR_INIT, word = STR_INIT;
    while (cell.len < 10000 * 3)
        str_add(&cell, "অভিযোগ নিষ্পত্তি ৩১/১২/২৩ ");
    str_add_repeat(&word, "ক্ষি", 50); // 200 code points
    for (int lines = 24; lines < 80; lines += 11) {
        autopaper *p = paper_of(60, lines);
        paper_title(p, "শিরোনাম");
        struct table *t = paper_table(p);
        table_column(t, (struct column){.heading = {"<&>"}, .width = 5});
        table_column(t, (struct column){.heading = {"বিষয়"}, .align = ALIGN_CENTRE});
        table_row(t);
        table_text(t, word.buf);
        table_text(t, cell.buf);
        table_row(t);
        table_text(t, cell.buf);
        table_above(t);
        table_subrow(t);
        table_above(t);
        table_text(t, "<b>\"'&</b>");
        paper_space(p, 2);
        paper_text(p, "প্রেরণ করা হলো।");
        paper_signature(p, 3, "স্বাক্ষরিত");
        assert_laid(p);
    }
    autopaper *none = paper_of(0, 1);
    paper_table(none); // no columns
    paper_signature(none, -1, NULL);
    paper_break(none);
    autostr got = STR_INIT;
    for (const struct writer *writer = writers; writer->name; writer++)
        if (writer->write) // its library is there
            write_as(writer->name, none, (struct writer_options){0}, &got);
}

static struct paper *page_of(int columns, const char *mark, const char *text)
{
    struct paper_settings settings = PAPER_SETTINGS;
    settings.columns = columns;
    settings.lines = 24;
    settings.mark = mark;
    settings.title = text;
    settings.landscape = columns > 40;
    struct paper *paper = paper_new(&settings);
    paper_line(paper, (struct line){.text = text, .align = ALIGN_RIGHT});
    return paper;
}

// Papers in one numbering, each on pages and under a mark of its own.
static void appended_papers_keep_their_pages(void **state)
{
    (void)state;
    autopaper *packet = page_of(30, "", "cover");
    struct paper *wide = page_of(50, "DRAFT", "wide"), *narrow = page_of(30, "", "narrow");
    paper_append(packet, &wide);
    paper_append(packet, &narrow);
    autostr text = STR_INIT, html = STR_INIT;
    write_as("text", packet, (struct writer_options){0}, &text);
    assert_non_null(strstr(text.buf, "                         cover\n"));
    assert_non_null(strstr(text.buf, "                      DRAFT\n\n"
                                     "                                              wide\n"));
    assert_non_null(strstr(text.buf, "                        narrow\n"));
    assert_null(strstr(strstr(text.buf, "DRAFT") + 1, "DRAFT"));
    assert_non_null(strstr(text.buf, "৩/৩"));
    write_as("html", packet, (struct writer_options){0}, &html);
    assert_null(strstr(html.buf, "<p class=\"mark\"")); // of one part, not of all
    assert_non_null(strstr(html.buf, "<p class=\"line centre bold\">DRAFT</p>"));
    assert_int_equal(paper_settings_at(packet, 0)->landscape, false);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_small_table_is_drawn),           cmocka_unit_test(blocks_are_laid_out),
        cmocka_unit_test(random_tables_keep_their_shape),   cmocka_unit_test(monsters_are_survived),
        cmocka_unit_test(appended_papers_keep_their_pages),
    };
    return cmocka_run_group_tests_name("report", tests, NULL, NULL);
}
