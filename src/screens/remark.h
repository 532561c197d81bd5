// SPDX-License-Identifier: GPL-3.0-or-later
// The remark of a figure, written in a box over the screen.
#pragma once

#include "private.h"

struct remark {
    struct book *book; // borrowed; read again, it may have other rows
    struct str code;   // of the indicator
    int quarter;
    struct str before; // the remark that gave way
    struct str left;   // typed and left with Esc; "" when nothing was
    // The book was read again, to save it or to refuse it. And what F6 in the box leads to, NULL:
    // nothing.
    void (*follow)(void *data);
    void (*go_on)(void *data, struct desk *desk);
    void *data;
};

void remark_init(struct remark *remark, struct book *book, const char *code, int quarter);
void remark_done(struct remark *remark);
// The indicator, and its number in the book; NULL when somebody else has taken it out of the plan.
const struct indicator *remark_indicator(const struct remark *remark, size_t *ret);
const char *remark_text(const struct remark *remark);
// What its field would find: CLOSED where the quarter cannot be changed.
enum screen_mode remark_mode(const struct remark *remark);
// The remark must outlive the box.
void remark_ask(struct desk *desk, struct remark *remark);
// Opens the box with what was left with Esc; false when nothing was.
bool remark_bring_back(struct desk *desk, struct remark *remark);
void remark_forget(struct remark *remark); // what was left
