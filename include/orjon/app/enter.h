// SPDX-License-Identifier: GPL-3.0-or-later
// Entering figures.
#pragma once

#include "orjon/app/book.h"

// One figure of a book. NULL keeps what is there: text the figure, remark the remark.
struct app_figure {
    size_t indicator; // index in the plan
    int quarter;
    const char *text;
    const char *remark;
    int state; // enum entry_state that overrides the text; -1: read it from the text
};

// Reads, checks, saves (durably, with its journal row) and rescores one figure. On failure nothing
// has changed; CHANGED: somebody else has, and the book holds what they left. What is odd about the
// figure is appended to findings, which may be NULL.
enum status app_enter(struct book *book, const struct app_figure *figure,
                      struct findings *ret_findings, struct err *err);

// The same for several at once, all or none, as one step of undo.
enum status app_enter_all(struct book *book, const struct app_figure *figures, size_t n,
                          struct findings *ret_findings, struct err *err);
// Reads what app_enter would save, with its refusals, and saves nothing. Texts last as long as the
// book.
enum status app_read_figure(struct book *book, const struct app_figure *figure, struct entry *ret,
                            struct err *err);

// A tab-separated text of figures with a header row: fiscal_year plan indicator quarter entry
// remark [state]; all or nothing. Every fault stands in ret_faults, one line each: «NAME:LINE:
// sentence»; notes on accepted figures in ret_notes likewise. dry_run checks only.
enum status app_enter_file(struct app *app, const char *name, const char *text, size_t n,
                           bool dry_run, size_t *ret_count, struct str *ret_faults,
                           struct str *ret_notes, struct err *err);
