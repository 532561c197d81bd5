// SPDX-License-Identifier: GPL-3.0-or-later
// Memory that is there or ends the program cleanly, and memory that is freed together.
#include "orjon/base/mem.h"

#include <malloc.h>
#include <stdint.h>
#include <string.h>

static void (*exhausted)(void);

void mem_on_exhaustion(void (*handler)(void))
{
    exhausted = handler;
}

void *mem_there(void *p)
{
    if (p)
        return p;
    if (exhausted)
        exhausted();
    abort();
}

void mem_keep_freed(void)
{
#ifdef M_TRIM_THRESHOLD // glibc's; other libraries keep what is freed or have no say
    mallopt(M_TRIM_THRESHOLD, 16 << 20);
    mallopt(M_TOP_PAD, 1 << 20);
#endif
}

void *mem_alloc(size_t size)
{
    return mem_there(calloc(1, size ? size : 1));
}

void *mem_resize(void *p, size_t n, size_t size)
{
    size_t bytes = 0;
    if (__builtin_mul_overflow(n, size, &bytes))
        return mem_there(NULL);
    return mem_there(realloc(p, bytes ? bytes : 1));
}

char *mem_copy_text(const char *s, size_t n)
{
    char *copy = mem_alloc(n + 1);
    memcpy(copy, s, n);
    return copy;
}

enum { BLOCK_SIZE = 4096 };

struct arena_block {
    struct arena_block *older;
    size_t used, size;
    max_align_t data[];
};

void *arena_alloc(struct arena *arena, size_t size)
{
    const size_t unit = sizeof(max_align_t);
    size = (size + unit - 1) / unit * unit;
    struct arena_block *block = arena->block;
    if (!block || block->size - block->used < size) {
        size_t want = size > BLOCK_SIZE ? size : BLOCK_SIZE;
        block = mem_alloc(sizeof *block + want);
        block->size = want;
        block->older = arena->block;
        arena->block = block;
    }
    void *p = (char *)block->data + block->used;
    block->used += size;
    return p;
}

void *arena_grow(struct arena *arena, void *p, size_t count, size_t *cap, size_t size)
{
    if (count < *cap)
        return p;
    *cap = *cap ? *cap * 2 : 16;
    void *larger = arena_alloc(arena, *cap * size);
    if (count)
        memcpy(larger, p, count * size);
    return larger;
}

const char *arena_text(struct arena *arena, const char *s, size_t n)
{
    char *copy = arena_alloc(arena, n + 1);
    memcpy(copy, s, n);
    return copy;
}

void arena_done(struct arena *arena)
{
    while (arena->block) {
        struct arena_block *older = arena->block->older;
        free(arena->block);
        arena->block = older;
    }
}
