// SPDX-License-Identifier: GPL-3.0-or-later
// How a text being typed changes, and how that is undone.
#include "lineedit_private.h"

#include "orjon/base/mem.h"

#include <string.h>

// One change: what to put in the place of what stands there now, to take it back.
struct lineedit_step {
    struct lineedit_step *older;
    size_t cursor; // before it
    size_t at, added, removed;
    char text[]; // what was removed
};

static void drop(struct lineedit_step **list)
{
    while (*list) {
        struct lineedit_step *older = (*list)->older;
        free(*list);
        *list = older;
    }
}

void lineedit_forget(struct lineedit *edit)
{
    drop(&edit->undo);
    drop(&edit->redo);
}

static void push(struct lineedit_step **list, const struct lineedit *edit, size_t from, size_t to,
                 size_t added)
{
    struct lineedit_step *step = mem_alloc(sizeof *step + (to - from) + 1);
    *step = (struct lineedit_step){
        .older = *list, .cursor = edit->cursor, .at = from, .added = added, .removed = to - from};
    memcpy(step->text, edit->text.buf + from, to - from);
    *list = step;
    size_t depth = 0, bytes = 0;
    for (struct lineedit_step *at = step; at; at = at->older) {
        bytes += at->removed;
        if (++depth == LINEEDIT_UNDO_MAX || bytes > LINEEDIT_UNDO_BYTES)
            drop(&at->older);
    }
}

static void replace(struct lineedit *edit, size_t from, size_t to, const char *s, size_t n)
{
    str_replace(&edit->text, from, to, s, n);
    if (edit->changed)
        edit->changed(edit->data, from, to - from, n);
}

void lineedit_change(struct lineedit *edit, size_t from, size_t to, const char *s, size_t n,
                     bool goes_on)
{
    const size_t max = edit->max ? edit->max : LINEEDIT_MAX, keep = edit->text.len - (to - from);
    if (keep + n > max) {
        const size_t room = max > keep ? max - keep : 0;
        size_t fits = 0;
        for (size_t next; fits < n && (next = text_next(s, n, fits)) <= room;)
            fits = next;
        n = fits;
    }
    struct lineedit_step *last = edit->undo;
    if (goes_on && last && from == to && from == last->at + last->added)
        last->added += n;
    else
        push(&edit->undo, edit, from, to, n);
    drop(&edit->redo);
    replace(edit, from, to, s, n);
    lineedit_stand(edit, from + n, false);
}

void lineedit_take_back(struct lineedit *edit, bool redo)
{
    struct lineedit_step **const from = redo ? &edit->redo : &edit->undo;
    struct lineedit_step *const step = *from;
    if (!step)
        return;
    *from = step->older;
    push(redo ? &edit->undo : &edit->redo, edit, step->at, step->at + step->added, step->removed);
    replace(edit, step->at, step->at + step->added, step->text, step->removed);
    lineedit_stand(edit, step->cursor, false);
    free(step);
}
