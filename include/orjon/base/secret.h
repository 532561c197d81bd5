// SPDX-License-Identifier: GPL-3.0-or-later
// Passphrases: kept as argon2id, which takes time and memory to guess at, and wiped after use.
#pragma once

#include "orjon/base/error.h"
#include "orjon/base/str.h"

#include <stdbool.h>
#include <stddef.h>

// What was meant by what was typed: NFC, for one keyboard composes what another does not, and
// without blanks at the ends, which nobody sees. Appended to ret, nothing where it is empty;
// INVALID when it is no UTF-8. Reading it again changes nothing.
enum status secret_read(const char *typed, struct str *ret, struct err *err);
// How many letters it has, as its owner counts: syllables (text.h).
size_t secret_letters(const char *passphrase);
// Appends the text to be kept, with its salt; false when the memory for it is not there.
bool secret_hash(const char *passphrase, struct str *ret);
bool secret_matches(const char *kept, const char *passphrase);
// Empties a string and leaves nothing of it in memory.
void secret_done(struct str *s);
#define autosecret __attribute__((cleanup(secret_done))) struct str
