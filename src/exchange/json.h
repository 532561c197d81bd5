// SPDX-License-Identifier: GPL-3.0-or-later
// Structs as JSON, both ways, by one table of members.
#pragma once

#include "orjon/base/error.h"
#include "orjon/base/mem.h"
#include "orjon/base/str.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum json_member_type {
    MEMBER_TEXT,  // const char *, never NULL
    MEMBER_WHOLE, // int64_t
    MEMBER_PART,  // the struct itself
    MEMBER_LIST,  // pointer to the first of a list of structs, size_t with their count behind it
};

struct json_shape;
struct json_member {
    const char *name;
    enum json_member_type type;
    size_t at;                   // where it is in its struct
    const struct json_shape *of; // OBJECT, LIST
    bool needed;                 // else one that is absent is "", 0 or no item
    int64_t least, most;         // NUMBER: its bounds; TEXT: most bytes; LIST: most items
};

struct json_shape {
    size_t size;
    const struct json_member *member;
    size_t members;
};

// Appends an object with its members in the order of the table, on one line. Texts are UTF-8.
void json_write(const struct json_shape *shape, const void *from, struct str *ret);

// Reads an object into *ret, which has shape->size bytes; its texts and lists live in the arena.
// Members that the table does not know are passed over. INVALID, naming the path of the member
// («plans[2].figures[14].typed»): not JSON, another type, a number or a length out of bounds, a
// text that is not clean (orjon/base/text.h).
enum status json_read(const struct json_shape *shape, const char *bytes, size_t n, void *ret,
                      struct arena *arena, struct err *err);
