// SPDX-License-Identifier: GPL-3.0-or-later
// A file of figures, for those who save them and those who compare them.
#pragma once

#include "orjon/base/tsv.h"
#include "private.h"

struct figures_row {
    const struct plan *plan;
    const struct indicator *indicator;
    int quarter;
    struct entry entry;
    size_t line;
};

// app, name and faults are set before it is read.
struct figures_file {
    struct app *app;
    const char *name; // for messages
    struct str *faults;
    size_t fault_count;
    struct err trouble; // that hindered the reading and is no fault of the text's
    struct figures_row *figure;
    size_t count, cap;
    const struct plan **plan; // those met so far: loaded, but for one that was known before
    struct plan_codes *codes; // of each of them
    size_t plans;
    bool known;
    struct tsv tsv;
    struct arena texts;
};

// The plan of its name and year is that one, which outlives the reading, wherever it comes from.
void figures_file_know(struct figures_file *f, const struct plan *plan);
// A tab-separated text whose first row is: fiscal_year plan indicator quarter entry remark [state].
// Each fault is one line «NAME:LINE: sentence» in f->faults and counted.
void figures_file_read(struct figures_file *f, const char *text, size_t n);
// Appends «NAME:LINE: sentence».
void figures_file_say(const struct figures_file *f, struct str *to, size_t line,
                      const char *sentence);
void figures_file_fault(struct figures_file *f, size_t line, const char *sentence);
void figures_file_done(struct figures_file *f);
