// SPDX-License-Identifier: GPL-3.0-or-later
// The offices below this one as a tree on a day: what each was called then, of which level it was,
// and under which other it stood. An office is known by its code for good; name, level and place
// may change from a day on (a span), so that earlier years stay as they were.
#pragma once

#include "orjon/domain/check.h"
#include "orjon/domain/record.h"

#define TREE_TOP ((size_t)-1) // this office, which has no place of its own

struct tree_office {
    const struct record *unit;
    const char *code, *name, *level; // on that day; borrowed from the records
    bool open;                       // neither closed nor still to come
    size_t parent;                   // its place, or TREE_TOP
    size_t end;         // from its own place to before this one stand it and all that are below it
    int depth;          // 0: directly under this office
    const char *folded; // code, name and level, to be searched in
};

struct tree {
    struct tree_office *office; // each behind its parent, those of one parent in their order
    size_t count;
    size_t *place; // by number of the unit in the records
    const struct records *units;
    struct arena arena;
};

// units and spans are all of the file, by their numbers, and outlive the tree. Offices that stand
// above this one are not in it. An office that names
// itself as the one above it, or one that is above this office, stands directly under this one, as
// one does that names none. Of those that stand in a circle one is put there too: tree_check
// refuses them.
void tree_init(struct tree *ret, const struct records *units, const struct records *spans,
               int32_t date);
void tree_done(struct tree *tree);
#define autotree __attribute__((cleanup(tree_done))) struct tree

// The place of a record; TREE_TOP for 0 and for one that is not there.
size_t tree_place(const struct tree *tree, int64_t id);
// The office that is meant: by its code, else by its name of that day, else by the only code or
// name that has it in it; in any digits, spelled as text_fold takes for the same. NOT_FOUND;
// INVALID when it is more than one.
enum status tree_find(const struct tree *tree, const char *typed, size_t *ret, struct err *err);
// Whether code, name or level have the text in them, which text_sought has folded.
bool tree_matches(const struct tree_office *office, const char *sought);
// What it ever was called: its code, until it has a name.
const char *tree_own_name(const struct record *unit);
// Whether it is open on that day: since and until are included. One that stands above this one
// never is: nothing comes from it.
bool tree_is_open(const struct record *unit, int32_t date);
// Whether it hands in plans of that family; of every family when it names none.
bool tree_has_family(const struct record *unit, const char *family);
// The one that took its place, and if that one is closed too, the next; NULL when there is none.
const struct record *tree_successor(const struct tree *tree, size_t place);

// INVALID, naming the culprits: an office without a code, two with one code, one with that of this
// office, one that is called by a date, one that ends before it begins, one that stands under
// itself on some day, and one that is its own successor.
enum status tree_check(const struct records *units, const struct records *spans,
                       const char *own_code, struct err *err);
// Appends «office-name» for one that has no name yet.
void tree_check_name(const struct record *unit, struct findings *ret);
