// SPDX-License-Identifier: GPL-3.0-or-later
// Passphrases: kept as argon2id, which takes time and memory to guess at, and wiped after use.
#pragma once

#include "orjon/base/str.h"

#include <stdbool.h>

// Appends the text to be kept, with its salt; false when the memory for it is not there.
bool secret_hash(const char *passphrase, struct str *ret);
bool secret_matches(const char *kept, const char *passphrase);
// Empties a string and leaves nothing of it in memory.
void secret_done(struct str *s);
#define autosecret __attribute__((cleanup(secret_done))) struct str
