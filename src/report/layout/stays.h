// SPDX-License-Identifier: GPL-3.0-or-later
// What stays together on a page, for formats whose readers make the pages: the rules of paper.h.
#pragma once

#include "orjon/report/paper.h"

// Whether no page may end behind the block (of a table: behind its last row).
bool block_stays(const struct paper *paper, size_t i);
