// SPDX-License-Identifier: GPL-3.0-or-later
// The escape sequences of xterm and its kin.
#pragma once

#include "orjon/tui/key.h"

enum { ESC = 27 };

// ESC [ parameters final, of n bytes in all. True when a paste begins.
bool sequence_csi(const char *s, size_t n, struct key *ret);
// A button of the mouse, as xterm numbers them, at row, col.
void sequence_mouse(int button, int row, int col, struct key *ret);
// ESC O final: cursor and function keys, and the numeric pad where it is in application mode.
void sequence_ss3(char final, int modifiers, struct key *ret);
// Length of ESC [ … or ESC O … up to its last byte; 0 when it is not there yet.
size_t sequence_length(const char *s, size_t n);
// Length of ESC ] … or ESC P … up to its terminator; 0 when that is not there.
size_t sequence_string_length(const char *s, size_t n);
