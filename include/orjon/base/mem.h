// SPDX-License-Identifier: GPL-3.0-or-later
// Memory that is there or ends the program cleanly, and memory that is freed together.
//
// Running out of memory is not handled call by call: the store is transactional, so nothing that
// was acknowledged is lost when the program ends. It ends through the handler of the app, which
// gives the terminal back and says a sentence.
#pragma once

#include <stddef.h>
#include <stdlib.h>

void mem_on_exhaustion(void (*handler)(void)); // must not return; abort() when none was set

// Lets the heap keep what is freed instead of giving it back at once: zlib and its like ask for the
// same quarter of a megabyte again and again, and without this most of their time is the kernel's.
void mem_keep_freed(void);

void *mem_there(void *p);     // p, of a library that gives NULL only when there is no memory
void *mem_alloc(size_t size); // zeroed; never NULL
void *mem_resize(void *p, size_t n,
                 size_t size);                // n items of size; new part not zeroed; never NULL
char *mem_copy_text(const char *s, size_t n); // NUL-terminated copy

// Memory given out piece by piece and freed at once. Zero-initialise; arena_done frees.
struct arena {
    struct arena_block *block;
};
void *arena_alloc(struct arena *arena, size_t size); // zeroed, aligned for anything
// Room for one more item behind `count` of them: p, or a larger copy with *cap as its new capacity.
void *arena_grow(struct arena *arena, void *p, size_t count, size_t *cap, size_t size);
const char *arena_text(struct arena *arena, const char *s, size_t n);
void arena_done(struct arena *arena);

static inline void mem_free_pointer(void *p)
{
    free(*(void **)p);
}
#define autofree __attribute__((cleanup(mem_free_pointer)))
