// SPDX-License-Identifier: GPL-3.0-or-later
// A typed character.
#pragma once

#include "orjon/tui/key.h"

// Cut to what a key can have.
void character_set(struct key *key, enum key_code code, const char *s, size_t n);
// Whether it steers a terminal or turns the direction of text; no clerk means to type such.
bool character_is_unwelcome(const char *s, size_t n);
// A character or a control; returns its length, 0 when more is needed. `waited`: no more will come.
// ret stays K_NONE for a stray byte.
size_t character_read(const char *s, size_t n, bool waited, struct key *ret);
