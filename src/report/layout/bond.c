// SPDX-License-Identifier: GPL-3.0-or-later
// What stays together on a page.
#include "bond.h"

bool bond_of_row(const struct row *rows, size_t count, size_t r)
{
    return r + 1 < count && (rows[r].kind == ROW_SECTION || rows[r + 1].subrow);
}

// The unit before i that is no blank space; i when there is none on this page.
static size_t before(const struct bond *bond, size_t i)
{
    for (size_t at = i; at-- > 0 && !bond_ends_page(&bond[at]);)
        if (bond[at].kind != BLOCK_SPACE)
            return at;
    return i;
}

// Where the knot of the signature at i starts: the last row of the table before it, or else what
// stands right before it.
static size_t signature_start(const struct bond *bond, size_t i)
{
    for (size_t at = i; at-- > 0 && !bond_ends_page(&bond[at]);)
        if (bond[at].kind == BLOCK_TABLE)
            return at;
    return before(bond, i);
}

void bonds_glue(struct bond *bond, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        size_t from = i, over = before(bond, i);
        if (bond[i].kind == BLOCK_SIGNATURE)
            from = signature_start(bond, i);
        else if (bond[i].kind == BLOCK_TABLE && (i == 0 || bond[i - 1].table != bond[i].table))
            from = bond[over].kind == BLOCK_TABLE ? i : over;
        else if (bond[i].kind != BLOCK_SPACE && bond[over].glued)
            from = over; // over the blank lines between them
        for (; from < i; from++)
            bond[from].glued = true;
    }
}
