// SPDX-License-Identifier: GPL-3.0-or-later
// What the parts of the preview of a paper share.
#pragma once

#include "printing.h"
#include "saving.h"

#include "orjon/app/layouts.h"
#include "orjon/report/drawn.h"
#include "orjon/tui/page_view.h"
#include "orjon/tui/pager.h"

struct preview {
    struct app *app;
    struct app_paper paper;
    char *plan;              // owns paper.plan
    char *layout;            // owns paper.layout
    char *under;             // owns paper.under
    struct layouts *layouts; // to choose from, as they were asked for last
    struct pager *pager;
    struct drawn *drawn;   // the pages; NULL: not asked for, or not to be had
    struct page_view view; // of those
    bool is_drawn;         // they were asked for
    bool as_text;          // the user looks at the text of it
    struct printing printing;
    struct saving saving;
    const char *title;
    bool misfit; // as it was written last
};

// Composes it anew. MISFIT when it does not fit its seal: it is there all the same.
enum status preview_load(struct preview *preview, struct err *err);

// The pages, where the front shows page areas and they can be had. Drawn when they are first seen.
bool preview_shows_pages(const struct preview *preview);
void preview_draw_pages(struct preview *preview);
void preview_drop_pages(struct preview *preview);

// Keys of the screen.
void preview_ask_layout(void *state, struct desk *desk, const struct key *key);
void preview_ask_parts(void *state, struct desk *desk, const struct key *key);
void preview_ask_file(void *state, struct desk *desk, const struct key *key);
