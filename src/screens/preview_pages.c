// SPDX-License-Identifier: GPL-3.0-or-later
// The pages of a paper before it is printed, for a front that shows them.
#include "preview.h"

static void page_size(const void *self, int page, double *ret_width, double *ret_height)
{
    const struct drawn *drawn = self;
    *ret_width = drawn->size[page].width;
    *ret_height = drawn->size[page].height;
}

static void page_draw(void *self, int page, void *cairo)
{
    struct drawn *drawn = self;
    drawn->draw(drawn, page, cairo);
}

// Where they cannot be had the text stays; why is said when a PDF is asked for.
void preview_draw_pages(struct preview *preview)
{
    autopaper *paper = NULL;
    struct err err = {0};
    preview->is_drawn = true;
    const enum status status = app_compose(preview->app, &preview->paper, &paper, &err);
    if ((status && status != STATUS_MISFIT) || drawn_open(&paper, &preview->drawn, &err))
        return;
    page_view_set(&preview->view, &(struct page_source){.self = preview->drawn,
                                                        .pages = preview->drawn->pages,
                                                        .size = page_size,
                                                        .draw = page_draw});
}

void preview_drop_pages(struct preview *preview)
{
    drawn_free(&preview->drawn);
    preview->is_drawn = false;
}

bool preview_shows_pages(const struct preview *preview)
{
    return preview->drawn && !preview->as_text;
}
