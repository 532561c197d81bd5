// SPDX-License-Identifier: GPL-3.0-or-later
// Keys: from the bytes of a terminal, or from the script of a test.
#pragma once

#include "orjon/base/error.h"
#include "orjon/base/str.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

// code, and its name in a script: <Enter>, <C-Left>
#define KEY_CODE_LIST(_)                                                                           \
    _(ENTER, "Enter")                                                                              \
    _(TAB, "Tab")                                                                                  \
    _(BACKTAB, "S-Tab")                                                                            \
    _(ESC, "Esc")                                                                                  \
    _(BACKSPACE, "BS")                                                                             \
    _(DELETE, "Del")                                                                               \
    _(INSERT, "Ins")                                                                               \
    _(UP, "Up")                                                                                    \
    _(DOWN, "Down")                                                                                \
    _(LEFT, "Left")                                                                                \
    _(RIGHT, "Right")                                                                              \
    _(HOME, "Home")                                                                                \
    _(END, "End")                                                                                  \
    _(PGUP, "PgUp")                                                                                \
    _(PGDN, "PgDn")                                                                                \
    _(CTRL_UP, "C-Up")                                                                             \
    _(CTRL_DOWN, "C-Down")                                                                         \
    _(CTRL_LEFT, "C-Left")                                                                         \
    _(CTRL_RIGHT, "C-Right")                                                                       \
    _(CTRL_HOME, "C-Home")                                                                         \
    _(CTRL_END, "C-End")                                                                           \
    _(CTRL_PGUP, "C-PgUp")                                                                         \
    _(CTRL_PGDN, "C-PgDn")                                                                         \
    _(SHIFT_UP, "S-Up")                                                                            \
    _(SHIFT_DOWN, "S-Down")                                                                        \
    _(SHIFT_LEFT, "S-Left")                                                                        \
    _(SHIFT_RIGHT, "S-Right")                                                                      \
    _(SHIFT_HOME, "S-Home")                                                                        \
    _(SHIFT_END, "S-End")                                                                          \
    _(F1, "F1")                                                                                    \
    _(F2, "F2")                                                                                    \
    _(F3, "F3")                                                                                    \
    _(F4, "F4")                                                                                    \
    _(F5, "F5")                                                                                    \
    _(F6, "F6")                                                                                    \
    _(F7, "F7")                                                                                    \
    _(F8, "F8")                                                                                    \
    _(F9, "F9")                                                                                    \
    _(F10, "F10")                                                                                  \
    _(F11, "F11")                                                                                  \
    _(F12, "F12")                                                                                  \
    _(WHEEL_UP, "WheelUp") /* only while the mouse is asked for */                                 \
    _(WHEEL_DOWN, "WheelDown")                                                                     \
    _(TERMINATE, "Terminate") /* a signal or the loss of the terminal asks us to end */            \
    _(TIMEOUT, "Wait")        /* nothing came in the time given */                                 \
    _(OVERLONG, "Overlong")   /* a paste beyond KEY_PASTE_MAX, not kept; the desk says so */       \
    _(UNKNOWN, "Unknown")     /* a sequence we do not know; to be ignored */

enum key_code {
    K_NONE,
    K_TEXT,   // text: one code point
    K_PASTE,  // paste: a whole paste
    K_CTRL,   // text: the letter, lower case; or the space
    K_ALT,    // text: the character (Alt+1 … Alt+0 arrive as K_F1 … K_F10)
    K_RESIZE, // the window has another size
    K_CLICK,  // the mouse's first button went down at row, col
    K_MENU,   // its second button; or the key for a menu, at row -1
    K_REPORT, // text: «2027;1», a mode and its state, or «2;3», the cursor's place; not for
              // screens
#define KEY_ENUM(name, script) K_##name,
    KEY_CODE_LIST(KEY_ENUM)
#undef KEY_ENUM
};

enum { KEY_PASTE_MAX = 16 << 20 }; // bytes

struct key {
    enum key_code code;
    char text[12];     // NUL-terminated; «100x30» for K_RESIZE of a script
    int row, col;      // of K_CLICK, K_MENU and K_WHEEL_…, from 0
    const char *paste; // valid UTF-8, line ends are \n, tabs kept, no other control characters;
    size_t paste_len;  // lives until the next key is read
};

// What stands for a key between < and > of a script, appended; nothing for text, a paste, a report,
// and for what has a place or a size.
void key_add_name(const struct key *key, struct str *ret);
// The key of such a name; false when it names none.
bool key_of_name(const char *name, size_t n, struct key *ret);

bool key_is_ctrl(const struct key *key, char letter);
// What a field takes of a typed letter or a paste: one clean line (line breaks become blanks).
// False when the key is neither, or nothing is left.
bool key_text(const struct key *key, struct str *ret);

// Keys of a front that is no terminal.
//
// A character with what is held down: K_TEXT, K_CTRL or K_ALT. K_UNKNOWN for one that no clerk
// means to type.
void key_of_character(enum key_code code, const char *s, size_t n, struct key *ret);
// A paste, cleaned as one of a terminal is; its text stands in ret_text, as long as that is there.
void key_of_paste(const char *text, size_t n, struct str *ret_text, struct key *ret);

// Bytes to keys. Knows the sequences of xterm and its kin; others are learnt from terminfo. Unknown
// sequences become K_UNKNOWN, bytes that are not UTF-8 are dropped. Times are milliseconds since
// whenever.
//
// How the bytes are cut makes no difference, unless the cut is straight behind an ESC. What has
// begun (a letter, a sequence, a paste) is waited for; a lone ESC only for the blink that tells it
// from the beginning of a sequence. A sequence that is broken off or never ends is dropped whole,
// as K_UNKNOWN; a paste that never ends is given out as far as it has come.
struct key_decoder;
struct key_decoder *key_decoder_new(void);
void key_decoder_free(struct key_decoder **p);
void key_decoder_learn(struct key_decoder *decoder, const char *sequence, enum key_code code);
void key_decoder_feed(struct key_decoder *decoder, const char *bytes, size_t n, int64_t now);
// The next whole key; false when more bytes are needed. Until `quiet` nothing more has come: from
// key_decoder_due on what there is must do (a lone ESC is the key Esc).
bool key_decoder_next(struct key_decoder *decoder, int64_t quiet, struct key *ret);
int64_t key_decoder_due(const struct key_decoder *decoder); // -1 when nothing is half read

// Keys of a script: plain characters, <Enter> <F8> <C-Left> <S-Tab>, <C-z>, <C-Space>, <A-x>, <lt>
// for «<», <Paste:text> (\n, \t and \> inside), <Resize:100x30>, <Click:row,col>, <Menu:row,col>
// for its second button, <Menu> for the key of that name; <Tab>*3 repeats. Line breaks are skipped.
struct key_list {
    struct key *key;
    size_t count, cap;
};
enum status key_parse(const char *script, struct key_list *ret, struct err *err);
void key_list_done(struct key_list *list);
