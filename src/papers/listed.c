// SPDX-License-Identifier: GPL-3.0-or-later
// The names that lists of many offices fill in: {total.percent}, {section.office}; and the rows of
// whatever a table or a repetition goes over, be they records or these.
#include "names.h"

#include "layout.h"

#include "orjon/base/text.h"

#include <string.h>

static const struct listing *listing_of(const struct scene *scene, enum listing_kind kind)
{
    const struct listings *lists = scene->request->lists;
    return lists ? &lists->of[kind] : NULL;
}

void scene_enter_listed(struct scene *scene, const struct listed *row)
{
    const int over = listing_shape(row->kind)->parent;
    scene->list[row->kind] = row;
    const struct listing *of = over < 0 ? NULL : listing_of(scene, (enum listing_kind)over);
    if (of && row->parent < of->count)
        scene_enter_listed(scene, &of->row[row->parent]);
}

static bool is_within(const struct scene *scene, const struct listed *row)
{
    const int over = listing_shape(row->kind)->parent;
    const struct listing *of = over < 0 ? NULL : listing_of(scene, (enum listing_kind)over);
    const struct listed *top = of ? scene->list[over] : NULL;
    return !top || (size_t)(top - of->row) == row->parent;
}

static const struct listed *next_listed(const struct scene *scene, enum listing_kind kind,
                                        const struct listed *before)
{
    const struct listing *of = listing_of(scene, kind);
    for (size_t i = before ? (size_t)(before - of->row) + 1 : 0; of && i < of->count; i++)
        if (is_within(scene, &of->row[i]))
            return &of->row[i];
    return NULL;
}

bool scene_step(const struct scene *outer, int of, const void **at, struct scene *ret)
{
    *ret = *outer;
    if (of < RECORD_KINDS) {
        const struct record *next = scene_next(outer, (enum record_kind)of, *at);
        *at = next;
        if (next)
            scene_enter(ret, next);
    } else {
        const struct listed *next = next_listed(outer, (enum listing_kind)(of - RECORD_KINDS), *at);
        *at = next;
        if (next)
            scene_enter_listed(ret, next);
    }
    return *at != NULL;
}

void scene_enter_cell(struct scene *scene, const struct listed *head)
{
    const struct listed *section = scene->list[LISTING_SECTION], *tick = NULL;
    scene_enter_listed(scene, head);
    scene->list[LISTING_SECTION] = section;
    scene->list[LISTING_TICK] = NULL;
    while ((tick = next_listed(scene, LISTING_TICK, tick)))
        if (strcmp(tick->text[LISTED_TICK_CODE], head->text[LISTED_HEAD_CODE]) == 0)
            scene->list[LISTING_TICK] = tick;
}

static bool is(const char *name, size_t n, const char *word)
{
    return strlen(word) == n && memcmp(word, name, n) == 0;
}

bool listed_write(struct str *ret, const char *name, size_t n, const struct scene *scene)
{
    const char *dot = memchr(name, '.', n);
    for (int kind = 0; dot && kind < LISTINGS; kind++) {
        const struct listing_shape *shape = listing_shape((enum listing_kind)kind);
        for (int c = 0; is(name, (size_t)(dot - name), shape->word) && c < shape->cells; c++)
            if (is(dot + 1, n - (size_t)(dot - name) - 1, shape->cell[c])) {
                const struct listed *row = scene ? scene->list[kind] : NULL;
                if (row) // made for this paper, in its digits
                    str_add(ret, row->text[c]);
                return true;
            }
    }
    return false;
}

void listed_list(struct str *ret)
{
    for (int kind = 0; kind < LISTINGS; kind++)
        str_addf(ret, " %s.…", listing_shape((enum listing_kind)kind)->word);
}
