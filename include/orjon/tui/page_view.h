// SPDX-License-Identifier: GPL-3.0-or-later
// Pages below each other, as wide as the part of the canvas they are shown in, and scrolling. Only
// for a front that shows page areas (canvas->aspect).
#pragma once

#include "orjon/tui/canvas.h"
#include "orjon/tui/key.h"

// What draws the pages; borrowed.
struct page_source {
    void *self;
    int pages;
    void (*size)(const void *self, int page, double *ret_width, double *ret_height); // any unit
    void (*draw)(void *self, int page, void *cairo); // in that unit, see struct canvas_page
};

// All zero at first.
struct page_view {
    struct page_source source;
    unsigned edition;
    int top, view;     // rows: how far it was moved on, and how many are seen
    int left, columns; // likewise
    int length, width; // of all pages, as they were drawn last
    int to_page;       // that is to be at the top when it is drawn next; 0: none
    int page;          // at the top, from 1
    bool is_whole;     // each page is seen whole, else it is as wide as the part of the canvas, or
    int larger;        // so many steps larger than that
};

// Takes other pages; the position is kept where possible.
void page_view_set(struct page_view *view, const struct page_source *source);
// The last row tells the position.
void page_view_draw(struct page_view *view, struct canvas *canvas, int row, int col, int rows,
                    int columns);
// Whole pages in place of wide ones, or wide ones again; the page stays.
void page_view_turn_whole(struct page_view *view);
// Steps larger or smaller; 0: as wide as the part of the canvas. What is in the middle stays.
void page_view_enlarge(struct page_view *view, int by);
// Scrolling; false for other keys.
bool page_view_key(struct page_view *view, const struct key *key);
