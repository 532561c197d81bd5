// SPDX-License-Identifier: GPL-3.0-or-later
// What the files of the terminal share.
#pragma once

#include "orjon/base/clock.h"
#include "orjon/tui/terminal.h"
#include "terminal_run.h"

#include <stdint.h>

// --- terminal_info.c: the only file that sees curses --------------------------------------------

enum sequence {
    SEQUENCE_ENTER, // the alternate screen
    SEQUENCE_LEAVE,
    SEQUENCE_KEYS_PLAIN, // the numeric pad sends what is on its keys
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
bool info_add_go_along(struct str *ret, int col);  // within the row; false when it cannot
bool info_add_erase(struct str *ret, int columns); // the cursor stays; false when it cannot
// Moves rows `top` to `bottom` up by so many, down where that is below 0; the cursor goes anywhere.
bool info_can_scroll(void);
void info_add_scroll(struct str *ret, int top, int bottom, int height, int by);
bool info_is_ansi(void);
void info_size(int *ret_rows, int *ret_cols);
// Writing the last cell of the last row would scroll.
bool info_scrolls_at_end(void);
int info_colours(void); // 0 when there are none

enum { LOOK_BOLD = 1, LOOK_REVERSE = 2, LOOK_UNDERLINE = 4, LOOK_FAINT = 8, LOOK_ITALIC = 16 };
enum { LOOK_OWN = -1 }; // the terminal's own colour
struct look {
    int attributes;
    int front, back; // colours, or LOOK_OWN
};
// Switches a look on, whatever was on before. *ret_flat: a blank of it looks erased.
void info_add_look(struct str *ret, const struct look *look, bool *ret_flat);
void info_learn_keys(struct key_decoder *decoder, const char *name);

// --- terminal_theme.c ---------------------------------------------------------------------------

enum theme theme_in_force(enum theme theme); // MONO where there are no colours or none are wanted
struct look theme_look(enum theme theme, enum style style);

// --- terminal_signal.c --------------------------------------------------------------------------

struct signals {
    bool resized, stopped, continued;
};
bool signals_watch(void); // false, with errno, when there is no pipe to be had
void signals_unwatch(void);
int signals_descriptor(void);      // becomes readable when one has come
struct signals signals_take(void); // what has come since the last call
int signals_ended(void);           // the signal that asks us to end; 0 none
void signals_end(int signal);      // as if it had come
void signals_stop(void);           // until we are continued

// --- terminal_mode.c ----------------------------------------------------------------------------

enum mode {
    MODE_CLASSIC, // columns by code point, in a terminal that measures clusters (mode 2027)
    MODE_MOUSE,
    MODE_COUNT
};
void modes_prepare(void); // once the terminal is known
void modes_take(void);    // remembers how the terminal is, then enters
void modes_enter(void);
void modes_set(enum mode mode, bool on); // given back by terminal_restore
void modes_send(const char *s, size_t n);

// --- the painter: terminal_paint.c, _follow.c, _scroll.c, _row.c, _cursor.c ----------------------

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
    struct canvas *first; // a picture without the rows that follow
    bool valid;           // false: it may show anything
    struct str out, head; // bytes of this frame; head goes first
    enum style style;     // whose attributes are on
    struct str attributes[STYLE_COUNT];
    bool flat[STYLE_COUNT];
    bool scrolls_at_end;
    bool keeps_row; // printing never leaves the row
    bool wide;      // the terminal gives each code point a column: runs are cut to their cells
    struct tail tail;
    bool saved; // the cursor's place was saved on the way
    // Where the cursor is, as far as that is certain, also from one picture to the next; -1 where
    // it is not.
    int row, col;
    int behind;  // the cell behind the run that the cursor stands at the end of; -1 none
    bool *dirty; // one a column, for the row at hand
};

void painter_init(struct painter *painter);
void painter_done(struct painter *painter);
void painter_set_theme(struct painter *painter, enum theme theme);
// Makes the bytes that turn what is shown into the canvas; they are in out, to be sent.
void painter_show(struct painter *painter, const struct canvas *canvas);
// But the rows that follow what the keys act on stay as they are; true when painter_show would
// change them.
bool painter_show_first(struct painter *painter, const struct canvas *canvas);
// What is kept of a picture: all but the words of other fronts.
void painter_copy(struct canvas *ret, const struct canvas *canvas);

void painter_go(struct painter *painter, int row, int col);
void painter_set_style(struct painter *painter, enum style style);
void painter_send_row(struct painter *painter, const struct canvas *canvas, int row);
void painter_place_cursor(struct painter *painter, const struct canvas *canvas);
// The column behind the cells of a run before `at` where each code point takes one; at most that of
// the next run.
int painter_wide_column(const struct canvas *canvas, int row, const struct run *run, int at);
// Lets the terminal move the rows that only moved, where that saves bytes.
void painter_scroll(struct painter *painter, const struct canvas *canvas);
void painter_append_to_tail(struct painter *painter, const struct canvas *canvas);

// --- terminal.c, terminal_front.c ---------------------------------------------------------------

struct terminal {
    struct painter painter;
    struct key_decoder *decoder;
    bool ascii, copies;
    enum theme theme;
    bool drained;              // nothing more was there at the last read
    const struct canvas *late; // has rows that follow when keys rest; until the next picture
    int64_t late_at;
    int unanswered; // questions
    int64_t asked_at;
};

// Takes the answer to a question; true when the picture must be made anew.
bool terminal_answer(struct terminal *terminal, const char *text);
