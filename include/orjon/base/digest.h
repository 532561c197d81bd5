// SPDX-License-Identifier: GPL-3.0-or-later
// SHA-256, for the chain of the journal and the seals of returns; BLAKE2b beside it.
#pragma once

#include "orjon/base/str.h"

enum { DIGEST_BYTES = 32, DIGEST_HEX = 64 };

void digest_of(const void *data, size_t n, unsigned char ret[DIGEST_BYTES]);
// BLAKE2b: as hard to forge, and quicker. For what no other program reads.
void digest_quickly(const void *data, size_t n, unsigned char ret[DIGEST_BYTES]);
// Appends the digest of a text, or n bytes as they are, in hexadecimal.
void digest_write(struct str *ret, const char *text, size_t n);
void digest_write_hex(struct str *ret, const unsigned char *bytes, size_t n);

// Of what comes piece by piece.
struct digest;
struct digest *digest_new(void);
void digest_add(struct digest *digest, const void *data, size_t n);
void digest_end(struct digest **digest, struct str *ret); // appended in hexadecimal; freed
