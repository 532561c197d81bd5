// SPDX-License-Identifier: GPL-3.0-or-later
// The history of one figure between two offices, gathered from two sides.
#pragma once

#include "orjon/app/revisions.h"
#include "orjon/base/mem.h"

struct figure_events {
    struct placed_event {
        int64_t order, part; // by which they stand
        struct app_figure_event event;
    } * event;
    size_t count, cap;
    struct arena texts;
};
// Keeps the texts.
void figure_event_add(struct figure_events *events, int64_t order, int64_t part,
                      const struct app_figure_event *event);
// Of this office's own.
enum status reviewed_events(struct app *app, const struct app_review_of *of, const char *code,
                            struct figure_events *ret, struct err *err);
