// SPDX-License-Identifier: GPL-3.0-or-later
// Figures of two returns side by side.
#include "differences.h"

#include <string.h>

const char *difference_shown(const struct entry *entry)
{
    if (*entry->typed || entry->state == ENTRY_EMPTY)
        return entry->typed;
    return entry_state_name(entry->state);
}

static const char *keep(struct differences *d, const char *text)
{
    return arena_text(d->texts, text, strlen(text));
}

void differences_note(struct differences *d, const char *code, int quarter,
                      const struct entry *before, const struct entry *now)
{
    if (strcmp(difference_shown(before), difference_shown(now)) == 0 &&
        strcmp(before->remark, now->remark) == 0)
        return;
    d->difference = arena_grow(d->texts, d->difference, d->count, &d->cap, sizeof *d->difference);
    d->difference[d->count++] = (struct app_difference){.indicator = keep(d, code),
                                                        .quarter = quarter,
                                                        .before = keep(d, difference_shown(before)),
                                                        .now = keep(d, difference_shown(now)),
                                                        .remark_before = keep(d, before->remark),
                                                        .remark_now = keep(d, now->remark)};
}

void differences_find(struct differences *d, const struct plan *old, const struct year *before,
                      const struct plan *came, const struct year *now)
{
    const struct year none = {.quarter = {{.typed = "", .remark = ""},
                                          {.typed = "", .remark = ""},
                                          {.typed = "", .remark = ""},
                                          {.typed = "", .remark = ""}}};
    autocodes olds, news;
    plan_codes_init(&olds, old);
    plan_codes_init(&news, came);
    for (size_t i = 0; i < came->count; i++) {
        const struct indicator *row = plan_codes_find(&olds, came->indicator[i].code);
        const struct year *there = row ? &before[row - old->indicator] : &none;
        for (int q = 0; q < QUARTERS; q++)
            differences_note(d, came->indicator[i].code, q + 1, &there->quarter[q],
                             &now[i].quarter[q]);
    }
    for (size_t i = 0; i < old->count; i++)
        for (int q = 0; q < QUARTERS && !plan_codes_find(&news, old->indicator[i].code); q++)
            differences_note(d, old->indicator[i].code, q + 1, &before[i].quarter[q],
                             &none.quarter[q]);
}
