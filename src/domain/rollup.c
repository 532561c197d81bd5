// SPDX-License-Identifier: GPL-3.0-or-later
// What the plans of a share have earned together.
#include "orjon/domain/rollup.h"

#include <string.h>

static struct rollup_share *find_share(struct rollup *rollup, const struct plan *plan)
{
    for (size_t i = 0; i < rollup->count; i++)
        if (strcmp(rollup->share[i].share.name, plan->share.name) == 0)
            return &rollup->share[i];
    rollup->share = mem_resize(rollup->share, rollup->count + 1, sizeof *rollup->share);
    struct rollup_share *share = &rollup->share[rollup->count++];
    *share = (struct rollup_share){.share = plan->share, .parts = {0, 1}};
    return share;
}

void rollup_add(struct rollup *rollup, const struct plan *plan, const struct plan_score *score)
{
    if (!*plan->share.name || !plan->apa_marks.set)
        return;
    struct rollup_share *share = find_share(rollup, plan);
    share->parts = ratio_sum(share->parts, ratio_of(plan->apa_marks.value, NUMBER_ONE));
    if (!score->apa.set)
        return;
    share->score.r = share->score.set ? ratio_sum(share->score.r, score->apa.r) : score->apa.r;
    share->score.set = true;
}

void rollup_done(struct rollup *rollup)
{
    free(rollup->share);
    *rollup = (struct rollup){0};
}
