// SPDX-License-Identifier: GPL-3.0-or-later
// Blocks that stay with the next one.
#include "stays.h"

static bool ends_page(const struct block *block)
{
    return block->kind == BLOCK_BREAK || block->kind == BLOCK_PART || block->kind == BLOCK_CONTENTS;
}

// Whether a signature follows with no table between: what stands before it stays with it.
static bool leads_to_signature(const struct paper *paper, size_t i)
{
    for (i++; i < paper->blocks && !ends_page(&paper->block[i]); i++)
        if (paper->block[i].kind == BLOCK_SIGNATURE)
            return true;
        else if (paper->block[i].kind == BLOCK_TABLE)
            return false;
    return false;
}

static bool leads_to_table(const struct paper *paper, size_t i)
{
    for (i++; i < paper->blocks && paper->block[i].kind == BLOCK_SPACE; i++)
        ;
    return i < paper->blocks && paper->block[i].kind == BLOCK_TABLE;
}

bool block_stays(const struct paper *paper, size_t i)
{
    const struct block *block = &paper->block[i];
    if (ends_page(block))
        return false;
    if (block->kind == BLOCK_TABLE)
        return leads_to_signature(paper, i);
    bool kept = block->kind == BLOCK_SPACE ? i > 0 && paper->block[i - 1].line.keep
                                           : block->kind == BLOCK_LINE && block->line.keep;
    return kept || leads_to_table(paper, i) || leads_to_signature(paper, i);
}
