// SPDX-License-Identifier: GPL-3.0-or-later
// What stays together on a page: the rules of paper.h.
#include "unit.h"

// The unit before i that is no blank space; i when there is none on this page.
static size_t before(const struct unit *unit, size_t i)
{
    for (size_t at = i; at-- > 0 && unit[at].kind != BLOCK_BREAK;)
        if (unit[at].kind != BLOCK_SPACE)
            return at;
    return i;
}

// Where that begins which stays with the signature at i: the last row of the table before it, or
// else what stands right before it.
static size_t signature_start(const struct unit *unit, size_t i)
{
    for (size_t at = i; at-- > 0 && unit[at].kind != BLOCK_BREAK;)
        if (unit[at].kind == BLOCK_TABLE)
            return at;
    return before(unit, i);
}

void units_keep(struct units *units)
{
    struct unit *unit = units->unit;
    for (size_t i = 0; i < units->count; i++) {
        size_t from = i, over = before(unit, i);
        if (unit[i].kind == BLOCK_SIGNATURE)
            from = signature_start(unit, i);
        else if (unit[i].kind == BLOCK_TABLE && (i == 0 || unit[i - 1].table != unit[i].table))
            from = unit[over].kind == BLOCK_TABLE ? i : over;
        else if (unit[i].kind != BLOCK_SPACE && unit[over].kept)
            from = over; // over the blank lines between them
        for (; from < i; from++)
            unit[from].kept = true;
    }
}
