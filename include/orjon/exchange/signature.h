// SPDX-License-Identifier: GPL-3.0-or-later
// The key with which an office signs what it sends (Ed25519), and who can be known by it.
//
// The secret half is in a file of its own beside the office file and in nothing that leaves the
// office: no copy, no backup, no bundle. Whoever copies the office file cannot sign in its name.
#pragma once

#include "orjon/base/error.h"
#include "orjon/base/i18n.h"
#include "orjon/base/str.h"

#include <stddef.h>

struct signing_key; // in memory that is locked and wiped

// Makes a key and its file (0600, synced). EXISTS when there is one: a key is never written over.
enum status signing_key_make(const char *path, struct err *err);
// Makes one that is in no file.
enum status signing_key_new(struct signing_key **ret, struct err *err);
// NOT_FOUND; INVALID for a file that is none, or that others than its owner may read or write.
// *ret is freed by the caller.
enum status signing_key_load(const char *path, struct signing_key **ret, struct err *err);
void signing_key_free(struct signing_key **key);
#define autokey __attribute__((cleanup(signing_key_free))) struct signing_key

// The public half in base64 (44 letters), appended.
void signing_key_public(const struct signing_key *key, struct str *ret);
// The signature of the bytes in base64 (88 letters), appended.
void signature_write(const struct signing_key *key, const char *bytes, size_t n, struct str *ret);
// MISFIT when the signature is not of those bytes by that key; INVALID when either is no base64 of
// the right length.
enum status signature_check(const char *public_key, const char *signature, const char *bytes,
                            size_t n, struct err *err);

// A public key as two people compare it over the telephone: 20 digits in five groups (66 bits of
// its BLAKE2b), appended. INVALID for what is no public key.
enum status signature_fingerprint(const char *public_key, enum digits digits, struct str *ret,
                                  struct err *err);
