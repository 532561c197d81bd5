// SPDX-License-Identifier: GPL-3.0-or-later
// Layouts: how a paper looks, as data (docs/layouts.md has the format of their files). Every plan
// can be shown in every one, and an office can have its own beside those built in.
#pragma once

#include "orjon/base/error.h"
#include "orjon/base/str.h"

#include <stdbool.h>
#include <stddef.h>

struct layout;

enum { LAYOUT_BYTES_MAX = 64 * 1024 }; // of a file: more is refused

// Reads a layout's file; `name` is the file's, for messages. On failure every fault stands in
// *ret_faults, one line each: «NAME:LINE:COLUMN: what is wrong». *ret is freed with layout_free.
enum status layout_read(const char *name, const char *s, size_t n, struct layout **ret,
                        struct str *ret_faults, struct err *err);
void layout_free(struct layout **layout);
const char *layout_name(const struct layout *layout);
const char *layout_label(const struct layout *layout); // what people call it, else its name
const char *layout_paper(const struct layout *layout); // the kind of paper it is for
const char *layout_title(const struct layout *layout); // its first line, a phrase; "" for none

// The files that are part of the program, the default one of each paper before the others of it.
struct layout_file {
    const char *name; // of the layout
    const char *text; // ends in NUL
    size_t size;
};
const struct layout_file *layout_files(size_t *ret_count);

// The layouts that an office has to choose from.
struct layouts;
struct layouts *layouts_new(void); // those built in
void layouts_free(struct layouts **layouts);
#define autolayouts __attribute__((cleanup(layouts_free))) struct layouts
// Adds one of the office's own and takes it over; one of the same name it replaces.
void layouts_add(struct layouts *layouts, struct layout *layout);
const struct layout *layouts_at(const struct layouts *layouts, size_t i); // NULL past the last
bool layouts_is_own(const struct layouts *layouts, size_t i); // not, or no longer, the built-in one
// Whether the name is one of the words in `names`, as a plan has them.
bool layout_is_named(const char *name, const char *names);
// The first whose name is one of the words in `names` and that is for that paper; for "" its
// default one. NULL if there is none.
const struct layout *layouts_find(const struct layouts *layouts, const char *paper,
                                  const char *names);
