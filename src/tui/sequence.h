// SPDX-License-Identifier: GPL-3.0-or-later
// The escape sequences of xterm and its kin: where one ends, and what key it is.
//
// A sequence has one of three shapes: ESC [ … and ESC O … end with a letter, a string (ESC ], ESC
// P, ESC _, ESC ^) with its terminator. A terminal of eight bits has one character for the first
// two bytes (U+009B for ESC [), which is as long in UTF-8.
#pragma once

#include "orjon/tui/key.h"

enum { ESC = 27 };
enum { SEQUENCE_KEPT = 128 }; // bytes of a sequence from which on all that follows is noise

// '[', 'O' or ']' (a string) for the shape that the first two bytes begin; 0 when it is none.
char sequence_shape(const char *s, size_t n);
// The bytes at s, where a sequence begins, that belong to it; 0 when more must come. *ret_whole is
// false for one that was broken off: it is to be dropped, and what follows is read afresh.
size_t sequence_length(const char *s, size_t n, bool *ret_whole);
// The key of a whole sequence; K_UNKNOWN when nobody knows it. True when it begins a paste.
bool sequence_key(const char *s, size_t n, struct key *ret);
