// SPDX-License-Identifier: GPL-3.0-or-later
// How long a return takes in each format, and the files themselves to look at:
//
//     office_formats [FOLDER]
//
// prints «format, returns, ms a return, bytes a return» and, when a folder is named, leaves one
// file of each layout and format there.
#include "../paper_case.h"

#include "orjon/report/writer.h"

#include <stdio.h>
#include <time.h>

enum { ROUNDS = 20 };

static const struct {
    const char *name, *kind, *plan;
    int quarter;
} papers[] = {
    {"return-11", "return", "2024-25/coop-upazila/grs", 2},
    {"return-11-areas", "return", "2024-25/coop-upazila/integrity", 2},
    {"return-methods", "return", "2024-25/coop-upazila/apa", 2},
    {"return-13", "return", "2023-24/coop-upazila/egov", 1},
    {"return-14", "return", "2023-24/coop-upazila/grs", 1},
    {"return-14-targets", "return", "2023-24/coop-upazila/integrity", 1},
    {"return-15", "return", "2023-24/coop-upazila/rti", 1},
    {"grades", "targets", "2023-24/coop-upazila-grades/egov", 4},
    {"scoresheet", "scoresheet", "2023-24/coop-upazila/charter", 1},
};
enum { PAPERS = sizeof papers / sizeof *papers };

static struct paper *compose(size_t i)
{
    struct paper_case *c = case_new(papers[i].quarter);
    case_load(c, papers[i].plan);
    case_enter_file(c, 0, papers[i].plan);
    c->request.draft = true;
    struct paper *paper = case_compose(c, papers[i].kind);
    case_free(c);
    return paper;
}

static double now(void)
{
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec * 1e3 + (double)t.tv_nsec / 1e6;
}

static void keep_file(const char *folder, const char *name, const struct writer *writer,
                      const struct str *text)
{
    autostr path = STR_INIT;
    str_addf(&path, "%s/%s.%s", folder, name, writer->extension);
    if (file_write(path.buf, text->buf, text->len, true, NULL))
        fprintf(stderr, "%s was not written\n", path.buf);
}

static void measure(const struct writer *writer, const char *folder)
{
    const struct writer_options options = {0};
    double ms = 0;
    size_t bytes = 0;
    for (size_t i = 0; i < PAPERS; i++) {
        autopaper *paper = compose(i);
        for (int round = 0; round < ROUNDS; round++) {
            autostr text = STR_INIT;
            struct err err = {0};
            double start = now();
            if (writer_write(writer, paper, &options, &text, &err)) {
                fprintf(stderr, "%s\n", err_text(&err));
                return;
            }
            ms += now() - start;
            bytes += text.len;
            if (round == 0 && folder)
                keep_file(folder, papers[i].name, writer, &text);
        }
    }
    printf("%-5s %4d returns  %7.3f ms  %7zu bytes each\n", writer->name, PAPERS * ROUNDS,
           ms / (PAPERS * ROUNDS), bytes / (PAPERS * ROUNDS));
}

int main(int argc, char **argv)
{
    mem_keep_freed(); // as the program does
    for (const struct writer *writer = writers; writer->name; writer++)
        measure(writer, argc > 1 ? argv[1] : NULL);
    return 0;
}
