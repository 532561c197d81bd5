// SPDX-License-Identifier: GPL-3.0-or-later
// Words of a command of the form KEY=VALUE, each field of a record.
#pragma once

#include "command.h"

#include "orjon/app/records.h"

struct words {
    struct app_word word[WORDS_MAX + 1]; // one more than a command has, for whoever adds one
    size_t count;
    struct arena texts; // of the keys
};
void words_done(struct words *words);
#define autowords __attribute__((cleanup(words_done))) struct words

// The words from `from` on. USAGE for another word.
enum status command_words(const struct command *c, size_t from, struct words *ret, struct err *err);
