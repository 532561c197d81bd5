// SPDX-License-Identifier: GPL-3.0-or-later
// A paper as its pages look: the drawing of the pdf, for a screen that cairo draws on.
#pragma once

#include "orjon/base/error.h"
#include "orjon/report/paper.h"

struct drawn_size {
    double width, height; // points
};

struct drawn {
    int pages;
    const struct drawn_size *size; // of each
    // Draws a page on a `cairo_t *` from 0, 0 on, a unit a point, black on what is there. What is
    // drawn is made when a page is first asked for, and kept.
    void (*draw)(struct drawn *drawn, int page, void *cairo);
    void (*free)(struct drawn **p);
};

// Lays out a paper, which is taken over and NULL afterwards. FAILED where this build has no pdf,
// where its module cannot be loaded, and where no font can write Bengali.
enum status drawn_open(struct paper **paper, struct drawn **ret, struct err *err);
void drawn_free(struct drawn **p);
