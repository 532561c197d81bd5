// SPDX-License-Identifier: GPL-3.0-or-later
// The order of offices by their marks.
#include "orjon/domain/standing.h"

#include "orjon/base/i18n.h"
#include "orjon/base/text.h"

#include <stdlib.h>
#include <string.h>

static bool same_number(struct maybe a, struct maybe b)
{
    return a.set == b.set && (!a.set || a.value == b.value);
}

bool plans_are_alike(const struct plan *a, const struct plan *b)
{
    if (a == b)
        return true;
    if (a->count != b->count || !same_number(a->full_marks, b->full_marks))
        return false;
    for (size_t i = 0; i < a->count; i++)
        if (strcmp(a->indicator[i].code, b->indicator[i].code) != 0 ||
            !same_number(a->indicator[i].weight, b->indicator[i].weight))
            return false;
    return true;
}

// Percent of the full marks, as it is published: in hundredths.
static bool published(const struct standing *s, __int128 *ret)
{
    return s->percent.set && ratio_round(s->percent.r, 2, ret) == STATUS_OK;
}

static void work_percent(struct standing *s)
{
    struct ratio share;
    s->percent.set = s->plan && s->marks.set && s->full.set && s->full.value > 0 &&
                     ratio_divide(s->marks.r, ratio_of(s->full.value, NUMBER_ONE), &share) &&
                     ratio_multiply(share, ratio_of(100, 1), &s->percent.r);
    s->group = s->rank = 0;
    s->shared = false;
}

// A group while they are sought: its first member and how many it has.
struct group {
    const struct plan *plan;
    size_t count, first, number;
};

static int larger_first(const void *a, const void *b)
{
    const struct group *x = a, *y = b;
    if (x->count != y->count)
        return x->count > y->count ? -1 : 1;
    return x->first < y->first ? -1 : x->first > y->first;
}

static size_t find_group(struct group *groups, size_t *count, const struct standing *s, size_t at)
{
    for (size_t g = 0; g < *count; g++)
        if (plans_are_alike(groups[g].plan, s->plan))
            return g;
    groups[*count] = (struct group){.plan = s->plan, .first = at};
    return (*count)++;
}

// Numbers the groups by their size.
static void group_them(struct standing *standings, size_t count)
{
    autofree struct group *groups = mem_alloc((count + 1) * sizeof *groups);
    autofree size_t *number = mem_alloc((count + 1) * sizeof *number);
    size_t found = 0;
    for (size_t i = 0; i < count; i++)
        if (standings[i].percent.set) {
            standings[i].group = find_group(groups, &found, &standings[i], i) + 1;
            groups[standings[i].group - 1].number = standings[i].group - 1;
            groups[standings[i].group - 1].count++;
        }
    qsort(groups, found, sizeof *groups, larger_first);
    for (size_t g = 0; g < found; g++)
        number[groups[g].number] = g + 1;
    for (size_t i = 0; i < count; i++)
        if (standings[i].group)
            standings[i].group = number[standings[i].group - 1];
}

struct placed {
    struct standing standing;
    __int128 percent;
    size_t at;
};

static int by_rank(const void *a, const void *b)
{
    const struct placed *x = a, *y = b;
    const size_t gx = x->standing.group - 1, gy = y->standing.group - 1; // those without come last
    if (gx != gy)
        return gx < gy ? -1 : 1;
    if (x->percent != y->percent)
        return x->percent > y->percent ? -1 : 1;
    return x->at < y->at ? -1 : x->at > y->at;
}

static bool same_rank(const struct placed *a, const struct placed *b)
{
    return a->standing.group == b->standing.group && a->percent == b->percent;
}

static void number_them(struct placed *placed, size_t count)
{
    size_t first = 0; // of its group
    for (size_t i = 0; i < count && placed[i].standing.group; i++) {
        if (i == 0 || placed[i].standing.group != placed[i - 1].standing.group)
            first = i;
        const bool again = i > first && same_rank(&placed[i - 1], &placed[i]);
        placed[i].standing.rank = again ? placed[i - 1].standing.rank : i - first + 1;
        placed[i].standing.shared = again;
        if (again)
            placed[i - 1].standing.shared = true;
    }
}

void standings_rank(struct standing *standings, size_t count)
{
    autofree struct placed *placed = mem_alloc((count + 1) * sizeof *placed);
    for (size_t i = 0; i < count; i++)
        work_percent(&standings[i]);
    group_them(standings, count);
    for (size_t i = 0; i < count; i++) {
        placed[i] = (struct placed){.standing = standings[i], .at = i};
        if (!published(&standings[i], &placed[i].percent))
            placed[i].percent = 0;
    }
    qsort(placed, count, sizeof *placed, by_rank);
    number_them(placed, count);
    for (size_t i = 0; i < count; i++)
        standings[i] = placed[i].standing;
}

void rank_write(struct str *ret, size_t rank, bool shared, enum language language,
                enum digits digits)
{
    static const char *const ending[] = {"তম", "ম", "য়", "য়", "র্থ", "ম", "ষ্ঠ", "ম", "ম", "ম", "ম"};
    autostr number = STR_INIT;
    if (!rank)
        return;
    str_addf(&number, "%zu", rank);
    text_digits(ret, number.buf, number.len, digits);
    if (language == LANGUAGE_BENGALI)
        str_add(ret, ending[rank < sizeof ending / sizeof *ending ? rank : 0]);
    if (shared)
        str_add(ret, language == LANGUAGE_BENGALI ? " (যৌথভাবে)" : " (joint)");
}
