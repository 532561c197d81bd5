// SPDX-License-Identifier: GPL-3.0-or-later
// Text to read: scrolling, sideways too, and searching.
#pragma once

#include "orjon/tui/screen.h"

#include <stdbool.h>

struct pager;

// The text is copied. wrap: broken to the width drawn in; else lines are kept and scroll sideways.
struct pager *pager_new(const char *text, size_t n, bool wrap);
void pager_free(struct pager **p);
void pager_set(struct pager *pager, const char *text, size_t n); // position kept where possible
void pager_draw(struct pager *pager, struct canvas *canvas, int row, int col, int rows,
                int columns); // the last row tells the position, or holds the search being typed
// Scrolling and, while it finds, typing.
bool pager_key(struct pager *pager, struct desk *desk, const struct key *key);
bool pager_finding(const struct pager *pager); // what is typed is what to look for
void pager_find(struct pager *pager);          // the next place of what was sought, or asks for it
void pager_find_new(struct pager *pager);      // asks for it
void pager_end_find(struct pager *pager);

// A whole screen of it with a title; Esc leaves.
void pager_push(struct desk *desk, const char *title, const char *text, size_t n, bool wrap);
