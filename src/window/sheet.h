// SPDX-License-Identifier: GPL-3.0-or-later
// What the window shows, kept until the next canvas, and how the roles look. It needs no display.
#pragma once

#include "picture.h"

enum { MARGIN = 8 }; // pixels around it

struct sheet {
    int rows, cols;
    struct picture now, before;
    struct picture said; // a sentence in the last row
    bool is_said;
    bool *dirty;    // of each row: it has changed since it was painted
    bool all_dirty; // that, and what lies around the rows
    int32_t ground; // of what lies around the rows
    int cursor_row, cursor_col;
    enum style under_cursor;
    bool on_page; // it stands on the page area, over which nothing lies, and is not drawn
};

void sheet_done(struct sheet *sheet);
// Takes a canvas over, and marks the rows that it changes. They are painted whole: a text is shaped
// whole, so that one letter may move all behind it, and cairo 1.18 loses the edge of a letter that
// a clip cuts anywhere, where letters stand between pixels.
void sheet_take(struct sheet *sheet, const struct canvas *canvas, enum theme theme,
                struct paint *paint);
void sheet_touch(struct sheet *sheet, int row, int rows); // marks rows as changed
bool sheet_is_dirty(const struct sheet *sheet, int row);
void sheet_clean(struct sheet *sheet, int row); // it is painted
// Where a row is on a window so wide, with the margins beside it.
cairo_rectangle_int_t sheet_place(int row, struct paint_measure measure, int width);
// The columns around the cursor that are its field: up to another ground or a rule.
void sheet_field(const struct sheet *sheet, int *ret_from, int *ret_to);
// Shows a sentence in the last row, until the next canvas.
void sheet_say(struct sheet *sheet, enum theme theme, struct paint *paint, const char *sentence);
struct paint_line sheet_line(const struct sheet *sheet, int row);
// Gives a cell the colours of marked text, whatever it had; the text stays where it is.
void sheet_mark_cell(struct paint_cell *cell, enum theme theme);
// Carries the grounds of a row, whose first cell is at 0, 0, on to the edges of the window, which
// is so wide.
void sheet_paint_margins(const struct sheet *sheet, int row, struct paint_measure measure,
                         double width, cairo_t *cr);
// What of a row is text, without the blanks at the end; appended.
void sheet_text(const struct sheet *sheet, int row, int from, int to, struct str *ret);
// The column before which one types in a row; PAINT_NO_CARET: nowhere.
int sheet_caret(const struct sheet *sheet, int row);

// --- theme.c ------------------------------------------------------------------------------------

struct tint {
    int32_t ink, ground; // 0xRRGGBB
    uint8_t look;        // of enum paint_look
};
// How a role looks, in the row that the keys act on or elsewhere. AUTO is LIGHT here: what it means
// is known before.
struct tint tint_of(enum theme theme, enum style style, bool is_at);
// The theme for a setting, where AUTO means `ground`. NO_COLOR in the environment outdoes it.
enum theme theme_for(enum theme setting, enum theme ground);
