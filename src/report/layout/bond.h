// SPDX-License-Identifier: GPL-3.0-or-later
// What stays together on a page, whatever the pages are made of: the rules of paper.h for a row of
// units, each of them a block or one row of a table.
#pragma once

#include "orjon/report/paper.h"

struct bond {
    enum block_kind kind;
    const void *table; // BLOCK_TABLE: whose row it is
    bool glued;        // stays on the page of the unit after it
};

// Whether what follows the unit starts a page.
static inline bool bond_ends_page(const struct bond *bond)
{
    return bond->kind == BLOCK_BREAK || bond->kind == BLOCK_PART;
}

// Of a row of a table: whether the row after it must follow on its page. `rows` counts the headings
// as well.
bool bond_of_row(const struct row *rows, size_t count, size_t r);

// Takes the bonds of lines and rows and adds those over blank lines, to the first row of a table
// and to a signature.
void bonds_glue(struct bond *bond, size_t count);
