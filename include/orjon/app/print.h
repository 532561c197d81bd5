// SPDX-License-Identifier: GPL-3.0-or-later
// Papers out of the office file.
#pragma once

#include "orjon/app/book.h"
#include "orjon/papers/papers.h"
#include "orjon/report/writer.h"

// What whoever asked for a paper should hear.
struct app_paper_said {
    // What is signed is printed as it was, with the particulars, the date and the digits of that
    // day; it is composed anew, and marked as a copy, only when a layout is asked for.
    bool kept_digits;
    bool one_memo; // several letters carry the same memo number
};

struct app_paper {
    const char *paper;  // «return», «targets», «minutes» …
    const char *plan;   // NULL or «all»: every plan
    int64_t meeting;    // that the paper is about; 0: none, or the whole office; of a packet: the
                        // only one in it
    int64_t reminder;   // of that paper; 0: the last of the quarter
    const char *under;  // of many offices: one and all below it; NULL: all
    const char *parts;  // of a packet (packet.h); NULL: those that the office wants
    const char *layout; // NULL: the plan's, or that which was signed
    int fiscal_year, quarter; // 0: in hand
    enum digits digits;
    struct app_paper_said *ret_said; // may be NULL
};

// Composes a paper. Those of records take year and quarter from the meeting; USAGE for one that is
// about a meeting without it, NOT_FOUND for a meeting that is not there. *ret is freed by the
// caller with paper_free. Where something in it was finalised, the seal is worked out again from
// what the file holds now, and the file itself is verified. MISFIT, naming the fault, when it does
// not hold: the paper is there all the same, says so on every page, and carries no letters.
enum status app_compose(struct app *app, const struct app_paper *wanted, struct paper **ret,
                        struct err *err);

// Composes and writes it in a format, also when it is a MISFIT («text», «csv», «html»), appended to
// ret.
enum status app_print(struct app *app, const struct app_paper *wanted, const char *format,
                      const struct writer_options *options, struct str *ret, struct err *err);
