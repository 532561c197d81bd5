// SPDX-License-Identifier: GPL-3.0-or-later
// What the desk's files share: screen.c (the stack and the loop), screen_draw.c (the picture) and
// their like.
#pragma once

#include "left.h"
#include "orjon/tui/screen.h"

struct layer {
    const struct screen_ops *ops;
    void *state;
};

struct layers {
    struct layer *at;
    size_t count, cap;
};

// A button of the key bar, as drawn. A click may come when its box is gone, and the row with it.
struct bar_key {
    const struct action *action; // while it is drawn
    struct key key;
    int row, from, to; // columns; to is the one behind
};

enum { BAR_MAX = 48 };

// The last click, where it was a key or another screen came of it.
struct opening {
    bool there;
    int row, col;
    int64_t at; // milliseconds
};

// Work that takes long.
struct progress {
    bool going, shown;
    int64_t begun, told; // milliseconds
};

struct desk {
    struct desk_front front; // read is NULL when there is none
    struct canvas *canvas;
    struct layers open;
    struct layers dead; // taken off while their own code may still run; freed between keys
    void *resumed;      // state of the screen that was last told that it is on top
    struct str message, clipboard;
    enum message kind;
    bool dirty, quit, terminated;
    const struct action *common;
    void *common_data;
    void (*read_only)(void *data, struct desk *desk);
    void (*rest)(void *data, struct desk *desk);
    void *rest_data;
    bool rested; // since the last key
    enum theme theme;
    bool mouse;
    struct bar_key bar[BAR_MAX];
    size_t bar_count;
    struct opening opening;
    struct progress progress;
    struct left_texts left; // of boxes
    int64_t (*now)(void);
};

// Does what a row of the screen or of the desk has for the key, or says why not; false when none
// has it, or it belongs to what is being typed.
bool desk_act(struct desk *desk, const struct layer *top, const struct key *key);
// What a row is called at present on the top screen, in the user's language; it has a hint.
const char *desk_hint(const struct desk *desk, const struct action *row);
const char *desk_hint_at_rest(const struct desk *desk, const struct action *row); // nothing typed
// Whether the row has no place there now.
bool desk_hides(const struct desk *desk, const struct action *row);
// Moving and typing, where no row has the key.
bool desk_key(struct desk *desk, const struct layer *layer, const struct key *key);
// Takes the size of the front, or that of the key where there is none.
void desk_resize(struct desk *desk, const struct key *key);
bool desk_too_small(const struct desk *desk);
void desk_draw(struct desk *desk);
// Lines of the key bar. They depend on the canvas alone: a box must not move what is below it.
int desk_bar_lines(const struct canvas *canvas);
void desk_draw_bar(struct desk *desk, const struct layer *top);
// The key of the key bar under a click; false when there is none.
bool desk_bar_key(const struct desk *desk, const struct key *click, struct key *ret);
// Makes a click the key that it stands for; one that is none stays a click.
void desk_point(struct desk *desk, const struct layer *top, struct key *key);
// Marks what is under the second button and offers what can act on it.
void desk_point_menu(struct desk *desk, const struct layer *top, const struct key *key);
// The same without a place; top NULL: nothing can act.
void desk_menu(struct desk *desk, const struct layer *top);
// Does what a key means on the top screen, as if it were pressed there.
void desk_obey(struct desk *desk, const struct key *key);
void desk_end_progress(struct desk *desk);
