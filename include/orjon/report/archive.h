// SPDX-License-Identifier: GPL-3.0-or-later
// A composed paper as bytes that can be kept for ever and read again: everything that a writer asks
// of it, and nothing else.
//
// Canonical: one paper has one archive. The first line names the form and its version, then each
// record is a line of fields with tabs between, texts in UTF-8 with \n and \\ for a line break and
// a backslash, figures in ASCII. A reader refuses what its writer would not have written.
#pragma once

#include "orjon/base/error.h"
#include "orjon/base/str.h"
#include "orjon/report/paper.h"

// Appends the archive of a paper that holds no letters (paper_enclose).
void archive_write(const struct paper *paper, struct str *ret);
// DAMAGED for bytes that are no archive of this version. *ret is freed with paper_free.
enum status archive_read(const char *bytes, size_t n, struct paper **ret, struct err *err);
