// SPDX-License-Identifier: GPL-3.0-or-later
// What the files of the terminal share: terminal.c takes it and reads, terminal_paint.c shows,
// terminal_info.c knows the sequences.
#pragma once

#include "orjon/tui/terminal.h"

// --- terminal_info.c: the only file that sees curses --------------------------------------------

enum sequence {
    SEQUENCE_ENTER, // the alternate screen
    SEQUENCE_LEAVE,
    SEQUENCE_KEYS_ON, // cursor keys as terminfo names them
    SEQUENCE_KEYS_OFF,
    SEQUENCE_WRAP_ON,
    SEQUENCE_WRAP_OFF,
    SEQUENCE_CLEAR,
    SEQUENCE_CLEAR_ROW, // from the cursor on
    SEQUENCE_SAVE,      // the cursor and the attributes
    SEQUENCE_RESTORE,
    SEQUENCE_PLAIN,
    SEQUENCE_COUNT
};

// False when the terminal is unknown or cannot place its cursor.
bool info_open(const char *name);
void info_close(void);
bool info_has(enum sequence sequence);
void info_add(struct str *ret, enum sequence sequence);
void info_add_go(struct str *ret, int row, int col);
bool info_add_erase(struct str *ret, int columns); // false when it cannot
bool info_is_ansi(void);
void info_size(int *ret_rows, int *ret_cols);
// Writing the last cell of the last row would scroll.
bool info_scrolls_at_end(void);
// Switches the attributes of a style on, all others off. *ret_flat: a blank of it looks erased.
void info_add_style(struct str *ret, enum style style, bool colours, bool *ret_flat);
void info_learn_keys(struct key_decoder *decoder);

// --- terminal_paint.c ---------------------------------------------------------------------------

// The text of a field at whose end the cursor stands, as the terminal has it. While this holds,
// text that is only appended is sent alone: the cursor is there.
struct tail {
    bool known;
    bool moved; // the cursor was put there, rather than left there by printing
    int row, start;
    enum style style;
    struct str text;
};

struct painter {
    struct canvas *shown; // what the terminal shows
    bool valid;           // false: it may show anything
    struct str out, head; // bytes of this frame; head goes first
    enum style style;     // the attributes that are on
    struct str attributes[STYLE_COUNT];
    bool flat[STYLE_COUNT];
    bool scrolls_at_end;
    struct tail tail;
    bool saved;             // the cursor's place was saved on the way
    int last_row, last_col; // after the run last sent; -1 none
    bool *dirty;            // one a column, for the row at hand
};

void painter_init(struct painter *painter);
void painter_done(struct painter *painter);
// Makes the bytes that turn what is shown into the canvas; they are in out, to be sent.
void painter_show(struct painter *painter, const struct canvas *canvas);
