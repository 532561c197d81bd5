// SPDX-License-Identifier: GPL-3.0-or-later
// Finding one's way among the records around a meeting.
#include "orjon/domain/dossier.h"

#include "orjon/domain/date.h"

#include <stdlib.h>
#include <string.h>

void dossier_done(struct dossier *dossier)
{
    for (int kind = 0; kind < RECORD_KINDS; kind++)
        records_done(&dossier->of[kind]);
    *dossier = (struct dossier){0};
}

const struct record *dossier_parent(const struct dossier *dossier, const struct record *record)
{
    const int kind = record_shape(record->kind)->parent;
    return kind < 0 || !record->parent ? NULL : records_find(&dossier->of[kind], record->parent);
}

const struct record *dossier_named(const struct dossier *dossier, const struct record *record,
                                   int field)
{
    const char *of = record_shape(record->kind)->field[field].of;
    const int kind = of ? record_kind_from_word(of) : -1;
    const int64_t id = strtoll(record->text[field], NULL, 10);
    return kind < 0 || !id ? NULL : records_find(&dossier->of[kind], id);
}

const struct record *dossier_committee(const struct dossier *dossier)
{
    return dossier->meeting ? dossier_named(dossier, dossier->meeting, MEETING_COMMITTEE) : NULL;
}

bool dossier_is_within(const struct dossier *dossier, const struct record *record,
                       const struct record *top)
{
    while (record && record->kind != top->kind)
        record = dossier_parent(dossier, record);
    return record && record->id == top->id;
}

