// SPDX-License-Identifier: GPL-3.0-or-later
// The guide of the first run: what its pages share.
#pragma once

#include "orjon/app/plans.h"
#include "orjon/tui/form.h"
#include "private.h"

enum page { PAGE_WELCOME, PAGE_OFFICE, PAGE_PLANS, PAGE_OFFICER, PAGE_SUMMARY, PAGES };
enum { FAMILIES_MAX = 32, FIELDS_MAX = 4 };

struct guide {
    struct session *session;
    enum page page;
    int layers;           // of the desk that hold it: two while one takes the place of the other
    struct office office; // as filled in so far
    struct app_family family[FAMILIES_MAX];
    int families, chosen; // of them; on the first page 0 = new office, then the samples
    bool other;           // the office is of another family: that is typed
    struct str folder;    // of plans, for such an office
    struct form *form;    // of the pages that have one
    struct form_field field[FIELDS_MAX];
};

void guide_draw(void *state, struct canvas *canvas);
