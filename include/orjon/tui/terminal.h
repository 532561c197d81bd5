// SPDX-License-Identifier: GPL-3.0-or-later
// The terminal: the only place that knows terminfo.
//
// Terminals disagree on how many columns a Bengali syllable takes, and no table of widths describes
// them all. So nothing we send depends on where the terminal left its cursor: a canvas is compared
// with the one last shown, and each run of text that changed goes out between two absolute cursor
// moves, its cells blanked first. A run ends at two blanks, at a rule and where the style changes.
#pragma once

#include "orjon/base/error.h"
#include "orjon/tui/canvas.h"
#include "orjon/tui/key.h"
#include "orjon/tui/screen.h"

#include <stdbool.h>

struct terminal; // one at a time

// Takes the terminal over. FAILED, with a sentence for the user, when there is none that can show
// screens (no tty, TERM unset or dumb, no cursor addressing).
enum status terminal_open(struct terminal **ret, struct err *err);
void terminal_close(struct terminal **p); // gives it back as it was
struct desk_front terminal_front(struct terminal *terminal);
bool terminal_ascii(const struct terminal *terminal);

void terminal_read(struct terminal *terminal, int timeout, struct key *ret);
void terminal_show(struct terminal *terminal, const struct canvas *canvas);
void terminal_size(struct terminal *terminal, int *ret_rows, int *ret_cols);

// Colours by role; the picture is painted anew. NO_COLOR in the environment outdoes the theme.
void terminal_set_theme(struct terminal *terminal, enum theme theme);
// Off at first: the terminal keeps its own select and paste.
void terminal_set_mouse(struct terminal *terminal, bool on);
// Puts text on the clipboard of the window system, through terminals that are known to take it or
// to ignore it in peace. Longer text is left out.
enum { TERMINAL_COPY_MAX = 16 << 10 };
void terminal_copy(struct terminal *terminal, const char *text, size_t n);

// Lends the terminal to another program (a pager, lpr) and takes it back.
void terminal_lend(struct terminal *terminal);
void terminal_take(struct terminal *terminal);

// Gives the terminal back from a handler of a crash or of exhausted memory: async-signal-safe, does
// nothing when no terminal is open.
void terminal_restore(void);
// After terminal_close: if a signal asked us to end, ends by that signal.
void terminal_reraise(void);
