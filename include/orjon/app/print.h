// SPDX-License-Identifier: GPL-3.0-or-later
// Papers out of the office file.
#pragma once

#include "orjon/app/book.h"
#include "orjon/papers/papers.h"
#include "orjon/report/writer.h"

struct app_paper {
    const char *paper;        // «return», «targets», «scoresheet»
    const char *plan;         // NULL or «all»: every plan
    const char *layout;       // NULL: the plan's
    int fiscal_year, quarter; // 0: in hand
    enum digits digits;
};

// Composes a paper. *ret is freed by the caller with paper_free.
enum status app_compose(struct app *app, const struct app_paper *wanted, struct paper **ret,
                        struct err *err);

// Composes and writes it in a format («text», «csv», «html»), appended to ret.
enum status app_print(struct app *app, const struct app_paper *wanted, const char *format,
                      const struct writer_options *options, struct str *ret, struct err *err);
