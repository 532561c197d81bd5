// SPDX-License-Identifier: GPL-3.0-or-later
// papers_to FORMAT FOLDER [TIMES NAME]: writes the papers that tests print, and some that no office
// would, into a folder; or one of the former TIMES times, as a program that prints for a district
// would. The format «printed» is the number of pages that docx and xlsx take a paper to have.
#include "goldens.h"
#include "records.h"

#include "layout/printed.h"

#include <stdio.h>

static struct paper *new_paper(void)
{
    struct paper_settings settings = PAPER_SETTINGS;
    settings.title = "পরীক্ষা";
    settings.author = "দপ্তর";
    settings.subject = "সীমা";
    settings.footer = "দপ্তর · পরিকল্পনা · ১ম ত্রৈমাসিক";
    settings.mark = "খসড়া";
    return paper_new(&settings);
}

static void finish(struct paper *paper)
{
    static const char *const copies[] = {"জেলা সমবায় অফিসার", "অফিস কপি"};
    paper_space(paper, 1);
    paper_pair(paper, "স্মারক নম্বর: ৪৭.৬১.৪৭১৭.০০০", "তারিখ: ১১/১২/২০২৪ খ্রি।");
    paper_signature(paper, 3, "(মোঃ আবদুল করিম)\nউপজেলা সমবায় অফিসার\nদাকোপ, খুলনা।");
    paper_space(paper, 1);
    paper_copies(paper, 2, copies, 2);
}

static struct table *new_table(struct paper *paper)
{
    paper_title(paper, "ত্রৈমাসিক অগ্রগতি প্রতিবেদন");
    struct table *t = paper_table(paper);
    table_column(t, (struct column){.heading = {"কার্যক্রম"}});
    table_column(t, (struct column){.heading = {"সূচক"}});
    table_column(t, (struct column){.heading = {"অগ্রগতি", "১ম কোয়ার্টার"}, .width = 10});
    table_column(t, (struct column){.heading = {"অগ্রগতি", "মোট অর্জন"}, .width = 10});
    table_column(t, (struct column){.heading = {"মন্তব্য"}});
    table_ruler(t, "১ ২ ৩ ৪ ৫");
    return t;
}

static void fill_row(struct table *t, int i)
{
    autostr activity = STR_INIT;
    if (i % 40 == 0)
        table_section(t, "প্রাতিষ্ঠানিক ব্যবস্থাঃ");
    if (i % 7 == 6)
        table_subrow(t);
    else
        table_row(t);
    str_addf(&activity, "[%d] নৈতিকতা কমিটির সভা ও বাস্তবায়ন পরিবীক্ষণ", i);
    if (i % 3 == 0 || i % 40 == 0)
        table_text(t, activity.buf);
    else
        table_above(t);
    table_text(t, "সেবাগ্রহীতাদের অবহিতকরণ সভা আয়োজিত");
    table_date(t, "৩১/১২/২০২৩", 19722);
    table_number(t, "১,২৩,৪৫৬", 123456, 0);
    table_text(t, i % 5 ? "" : "প্রক্রিয়াধীন রয়েছে; মূল্য ৳ ১,২৩,৪৫৬ টাকা । পরবর্তী ত্রৈমাসিকে হবে");
}

static struct paper *rows(int count)
{
    struct paper *paper = new_paper();
    struct table *t = new_table(paper);
    for (int i = 0; i < count; i++)
        fill_row(t, i);
    finish(paper);
    return paper;
}

static struct paper *monster(void)
{
    autostr cell = STR_INIT, word = STR_INIT, number = STR_INIT;
    while (cell.len < 10000 * 3)
        str_add(&cell, "অভিযোগ নিষ্পত্তি ৩১/১২/২০২৩ ");
    str_add_repeat(&word, "ক্ষি", 50); // 200 code points
    str_add_repeat(&number, "৯", 200);
    struct paper *paper = new_paper();
    struct table *t = new_table(paper);
    fill_row(t, 1);
    table_row(t);
    table_text(t, word.buf);
    table_text(t, cell.buf);
    table_text(t, "\x1b[31m<b>&amp;</b>\t\x7f</span>");
    table_number(t, number.buf, 0, 0);
    table_row(t);
    table_text(t, cell.buf);
    finish(paper);
    return paper;
}

static struct paper *narrow(void)
{
    struct paper *paper = new_paper();
    paper->settings.landscape = false;
    struct table *t = new_table(paper);
    for (int i = 0; i < 30; i++)
        fill_row(t, i);
    finish(paper);
    return paper;
}

static struct paper *empty(void)
{
    return new_paper();
}

static struct paper *rows_0(void)
{
    return rows(0);
}

static struct paper *rows_1(void)
{
    return rows(1);
}

static struct paper *rows_300(void)
{
    return rows(300);
}

static enum status write_printed(const struct paper *paper, const struct writer_options *options,
                                 struct str *ret, struct err *err)
{
    struct printed printed;
    (void)options;
    (void)err;
    printed_lay(paper, &printed);
    str_addf(ret, "%d\n", printed.pages);
    printed_done(&printed);
    return STATUS_OK;
}

static const struct writer *find_writer(const char *format)
{
    static const struct writer printed = {
        .name = "printed", .extension = "printed", .write = write_printed};
    return strcmp(format, printed.name) == 0 ? &printed : writer_find(format);
}

static void write_paper(struct paper *paper, const char *format, const char *folder,
                        const char *name)
{
    const struct writer *writer = find_writer(format);
    autostr path = STR_INIT, text = STR_INIT;
    struct err err = {0};
    str_addf(&path, "%s/%s.%s", folder, name, writer->extension);
    enum status status = writer_write(writer, paper, &(struct writer_options){0}, &text, &err);
    if (status == STATUS_OK)
        status = file_write(path.buf, text.buf, text.len, true, &err);
    paper_free(&paper);
    if (status) {
        fprintf(stderr, "%s: %s\n", path.buf, err_text(&err));
        exit(1);
    }
}

int main(int argc, char **argv)
{
    static const struct {
        const char *name;
        struct paper *(*make)(void);
    } others[] = {{"empty", empty},       {"rows-0", rows_0},   {"rows-1", rows_1},
                  {"rows-300", rows_300}, {"monster", monster}, {"narrow", narrow}};
    if (argc < 3 || !find_writer(argv[1]))
        return 2;
    const char *format = argv[1], *folder = argv[2], *wanted = argc > 4 ? argv[4] : NULL;
    for (size_t i = 0; i < GOLDENS; i++)
        if (!wanted || strcmp(wanted, goldens[i].name) == 0)
            for (int times = wanted ? atoi(argv[3]) : 1; times > 0; times--)
                write_paper(golden_paper(&goldens[i]), format, folder, goldens[i].name);
    for (size_t i = 0; i < RECORD_GOLDENS; i++)
        if (!wanted || strcmp(wanted, record_goldens[i].name) == 0)
            for (int times = wanted ? atoi(argv[3]) : 1; times > 0; times--)
                write_paper(record_golden_paper(&record_goldens[i]), format, folder,
                            record_goldens[i].name);
    for (size_t i = 0; i < sizeof others / sizeof *others && !wanted; i++)
        write_paper(others[i].make(), format, folder, others[i].name);
    return 0;
}
