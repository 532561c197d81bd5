// SPDX-License-Identifier: GPL-3.0-or-later
// The parts of a packet, all that an office hands in for a quarter under one cover, and which of
// them it wants.
#pragma once

#include "orjon/base/error.h"
#include "orjon/base/str.h"

// part, word in the office file and on the command line: of most the paper's own (papers.h), label;
// in the order in which they are bound
#define PACKET_PART_LIST(_)                                                                        \
    _(COVER, "cover", N_("Cover"))                                                                 \
    _(CONTENTS, "contents", N_("Contents"))                                                        \
    _(RETURN, "return", N_("Returns"))                                                             \
    _(TARGETS, "targets", N_("Tables of grades"))                                                  \
    _(SCORESHEET, "scoresheet", N_("Score sheet"))                                                 \
    _(CERTIFICATE, "certificate", N_("Certificates of committees"))                                \
    _(NOTICE, "notice", N_("Notices of meetings"))                                                 \
    _(ATTENDANCE, "attendance", N_("Attendance sheets"))                                           \
    _(MINUTES, "minutes", N_("Minutes"))                                                           \
    _(PROGRESS, "progress", N_("Progress on decisions"))                                           \
    _(PROOFS, "proofs", N_("Index of evidence"))

enum packet_part {
#define X(name, word, label) PACKET_##name,
    PACKET_PART_LIST(X)
#undef X
        PACKET_PARTS
};
// A choice of parts: bit 1 << part.
enum { PACKET_ALL = (1 << PACKET_PARTS) - 1 };

const char *packet_word(enum packet_part part);
const char *packet_label(enum packet_part part); // in the user's language

// Reads words with commas or blanks between, in any order; "" is all of them. INVALID, naming those
// there are.
enum status packet_read(const char *typed, unsigned *ret, struct err *err);
// As packet_read reads it, in the order of binding; nothing for all of them.
void packet_write(unsigned parts, struct str *ret);
