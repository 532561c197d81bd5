// SPDX-License-Identifier: GPL-3.0-or-later
// How laying out and writing a paper grows with a text in it, in every format: growth_text
// [LETTERS] A text has LETTERS code points and then twice as many. Nothing of ours is as long; what
// reads a stranger's file must come to an end with it.
#include "growth.h"

#include "orjon/report/writer.h"

#include <string.h>

static const struct {
    const char *name, *letters; // said again and again
    enum cell_kind kind;
} texts[] = {
    {"one word", "ক", CELL_TEXT},
    {"one word with signs", "কি", CELL_TEXT},
    {"one syllable", "ক্", CELL_TEXT},
    {"one letter under signs", "্", CELL_TEXT},
    {"one number", "১", CELL_TEXT},
    {"words", "উপজেলা কার্যালয় ", CELL_TEXT},
    {"words and strokes", "সভা/", CELL_TEXT},
    {"lines", "ক\n", CELL_TEXT},
    {"a figure of words", "১ টি ", CELL_NUMBER},
};

struct scene {
    const struct writer *writer;
    struct paper *paper;
};

static size_t code_points(const char *s)
{
    size_t n = 0;
    for (; *s; s++)
        n += (*s & 0xC0) != 0x80;
    return n;
}

// The text as a line of the paper, and in a cell of a table that has another beside it.
static struct paper *compose(size_t text, size_t letters)
{
    struct paper *paper = paper_new(&PAPER_SETTINGS);
    autostr all = STR_INIT;
    str_add_repeat(&all, texts[text].letters, letters / code_points(texts[text].letters));
    const char *kept = arena_text(&paper->arena, all.buf, all.len);
    paper_text(paper, kept);
    struct table *table = paper_table(paper);
    table_column(table, (struct column){.heading = {"ক্রম"}});
    table_column(table, (struct column){.heading = {"মন্তব্য"}});
    table_row(table);
    table_text(table, "১");
    table_cell(table, (struct cell){.kind = texts[text].kind, .text = kept});
    return paper;
}

static double write(void *data)
{
    const struct scene *scene = data;
    const struct writer_options options = {0};
    struct timespec before, after;
    autostr out = STR_INIT;
    struct err err = {0};
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &before);
    writer_write(scene->writer, scene->paper, &options, &out, &err); // refused is an end, too
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &after);
    return (double)(after.tv_sec - before.tv_sec) + (double)(after.tv_nsec - before.tv_nsec) / 1e9;
}

int main(int argc, char **argv)
{
    const size_t letters = argc > 1 ? strtoul(argv[1], NULL, 10) : 50000;
    i18n_set_language(LANGUAGE_BENGALI);
    for (const struct writer *w = writers; w->name; w++) {
        if (!w->write)
            continue;
        for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
            struct scene n = {w, compose(i, letters)}, more = {w, compose(i, 2 * letters)};
            autostr what = STR_INIT;
            str_addf(&what, "%s, %s", w->name, texts[i].name);
            write(&n); // loads what it needs
            growth_row(what.buf, letters, 2 * letters, write, &n, &more, "2.2");
            paper_free(&n.paper);
            paper_free(&more.paper);
        }
    }
    return 0;
}
