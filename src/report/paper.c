// SPDX-License-Identifier: GPL-3.0-or-later
// The paper: settings and blocks.
#include "orjon/report/paper.h"

#include "keep.h"

#include <string.h>

const char *keep_text(struct arena *arena, const char *text)
{
    size_t n = text ? strlen(text) : 0;
    char *copy = arena_alloc(arena, n + 1);
    for (size_t i = 0; i < n; i++) {
        unsigned char c = (unsigned char)text[i];
        copy[i] = (c < 0x20 && c != '\n') || c == 0x7F ? ' ' : text[i];
        bool none = c >= 0xBE && i >= 2 && memcmp(text + i - 2, "\xEF\xBF", 2) == 0;
        if (none) // U+FFFE and U+FFFF, which XML cannot hold, become U+FFFD
            copy[i] = '\xBD';
    }
    return copy;
}

struct paper *paper_new(const struct paper_settings *settings)
{
    struct paper *paper = mem_alloc(sizeof *paper);
    struct paper_settings *own = &paper->settings;
    *own = *settings;
    own->title = keep_text(&paper->arena, settings->title);
    own->author = keep_text(&paper->arena, settings->author);
    own->subject = keep_text(&paper->arena, settings->subject);
    own->mark = keep_text(&paper->arena, settings->mark);
    own->footer = keep_text(&paper->arena, settings->footer);
    if (own->lines < 0)
        own->lines = 0;
    if (own->lines > 0 && own->lines < PAPER_LINES_MIN)
        own->lines = PAPER_LINES_MIN;
    return paper;
}

void paper_free(struct paper **paper)
{
    if (!*paper)
        return;
    paper_free(&(*paper)->enclosed);
    arena_done(&(*paper)->arena);
    free((*paper)->block);
    free(*paper);
    *paper = NULL;
}

static struct block *add_block(struct paper *paper, enum block_kind kind)
{
    if (paper->blocks == paper->blocks_cap) {
        paper->blocks_cap = paper->blocks_cap ? paper->blocks_cap * 2 : 16;
        paper->block = mem_resize(paper->block, paper->blocks_cap, sizeof *paper->block);
    }
    struct block *block = &paper->block[paper->blocks++];
    *block = (struct block){.kind = kind, .line = {.text = ""}, .right = ""};
    return block;
}

void paper_line(struct paper *paper, struct line line)
{
    struct block *block = add_block(paper, BLOCK_LINE);
    block->line = line;
    block->line.text = keep_text(&paper->arena, line.text);
}

void paper_text(struct paper *paper, const char *text)
{
    paper_line(paper, (struct line){.text = text});
}

void paper_title(struct paper *paper, const char *text)
{
    paper_line(paper,
               (struct line){.text = text, .align = ALIGN_CENTRE, .bold = true, .keep = true});
}

void paper_pair(struct paper *paper, const char *left, const char *right)
{
    struct block *block = add_block(paper, BLOCK_PAIR);
    block->line.text = keep_text(&paper->arena, left);
    block->right = keep_text(&paper->arena, right);
}

void paper_space(struct paper *paper, int lines)
{
    if (lines > 0)
        add_block(paper, BLOCK_SPACE)->count = lines;
}

void paper_break(struct paper *paper)
{
    add_block(paper, BLOCK_BREAK);
}

void paper_part(struct paper *paper, const char *title, const char *footer)
{
    struct block *block = add_block(paper, BLOCK_PART);
    block->line.text = keep_text(&paper->arena, title);
    block->right = keep_text(&paper->arena, footer ? footer : paper->settings.footer);
    block->name = "";
}

void paper_part_name(struct paper *paper, const char *name)
{
    struct block *block = paper->blocks ? &paper->block[paper->blocks - 1] : NULL;
    if (block && block->kind == BLOCK_PART)
        block->name = keep_text(&paper->arena, name);
}

void paper_contents(struct paper *paper)
{
    add_block(paper, BLOCK_CONTENTS);
}

struct table *paper_table(struct paper *paper)
{
    struct table *table = arena_alloc(&paper->arena, sizeof *table);
    table->arena = &paper->arena;
    add_block(paper, BLOCK_TABLE)->table = table;
    return table;
}

void paper_signature(struct paper *paper, int space, const char *lines)
{
    struct block *block = add_block(paper, BLOCK_SIGNATURE);
    block->count = space > 0 ? space : 0;
    block->line.text = keep_text(&paper->arena, lines);
}

void paper_copies(struct paper *paper, int digits, const char *const *items, size_t count)
{
    struct block *block = add_block(paper, BLOCK_COPIES);
    const char **copy = arena_alloc(&paper->arena, (count + 1) * sizeof *copy);
    for (size_t i = 0; i < count; i++)
        copy[i] = keep_text(&paper->arena, items[i]);
    block->count = digits == 2 ? 2 : 1;
    block->item = copy;
    block->items = count;
}

const struct paper_settings *paper_settings_at(const struct paper *paper, size_t block)
{
    const bool own = block < paper->blocks && paper->block[block].own;
    return own ? paper->block[block].own : &paper->settings;
}

static void take_over(struct paper *paper, struct paper *of, bool letter)
{
    const size_t first = paper->blocks;
    if (!of->blocks || of->block[0].kind != BLOCK_PART)
        paper_part(paper, of->settings.title, of->settings.footer);
    for (size_t i = 0; i < of->blocks; i++)
        *add_block(paper, of->block[i].kind) = of->block[i];
    for (size_t i = first; i < paper->blocks; i++) // which live as long as the bundle
        if (paper->block[i].kind == BLOCK_PART && !paper->block[i].own)
            paper->block[i].own = &of->settings;
    paper->block[first].letter = letter;
    struct paper **last = &of->enclosed;
    while (*last)
        last = &(*last)->enclosed;
    *last = paper->enclosed;
    paper->enclosed = of;
}

void paper_enclose(struct paper *bundle, struct paper **of)
{
    take_over(bundle, *of, true);
    *of = NULL;
}

void paper_append(struct paper *paper, struct paper **of)
{
    take_over(paper, *of, false);
    *of = NULL;
}

bool paper_letter(const struct paper *paper, size_t i, struct paper *ret)
{
    size_t begin = 0, end = 0;
    for (size_t n = 0; n <= i; n++) {
        if (n && end == paper->blocks)
            return false;
        begin = end++;
        while (end < paper->blocks && !paper->block[end].letter)
            end++;
        end = end < paper->blocks ? end : paper->blocks;
    }
    // No bundle, or a letter of one, whose settings may be a copy.
    const bool whole = !paper->enclosed || begin == end || !paper->block[begin].letter;
    *ret = (struct paper){.settings = whole ? paper->settings : *paper->block[begin].own,
                          .block = begin ? paper->block + begin : paper->block,
                          .blocks = end - begin};
    return true;
}

static const char *stamped(struct arena *arena, const char *footer, const char *seal)
{
    autostr text = STR_INIT;
    str_addf(&text, "%s%s%s", footer, *footer ? " · " : "", seal);
    return arena_text(arena, text.buf, text.len);
}

void paper_stamp(struct paper *paper, const char *footer, const char *line)
{
    size_t behind = paper->blocks;
    paper->settings.footer = stamped(&paper->arena, paper->settings.footer, footer);
    for (size_t i = 0; i < paper->blocks; i++) {
        struct block *block = &paper->block[i];
        if (block->kind == BLOCK_PART)
            block->right = stamped(&paper->arena, block->right, footer);
        if (block->kind == BLOCK_TABLE)
            behind = i + 1;
    }
    paper_line(paper, (struct line){.text = line, .record = true});
    const struct block seal = paper->block[paper->blocks - 1];
    memmove(&paper->block[behind + 1], &paper->block[behind],
            (paper->blocks - 1 - behind) * sizeof *paper->block);
    paper->block[behind] = seal;
}
