// SPDX-License-Identifier: GPL-3.0-or-later
// Finding one's way among the records around a meeting.
#include "orjon/domain/dossier.h"

#include "orjon/domain/decision.h"

#include <stdlib.h>

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

// The place of the record that one belongs to among those of its kind.
static size_t parent_at(const struct dossier *dossier, const struct record *record)
{
    const struct record *parent = dossier_parent(dossier, record);
    return parent ? (size_t)(parent - dossier->of[parent->kind].record) : SIZE_MAX;
}

// Stable, so that those of one parent stay as they were; few are out of place.
static void arrange(const struct dossier *dossier, struct records *records)
{
    for (size_t i = 1; i < records->count; i++) {
        const struct record moved = records->record[i];
        const size_t at = parent_at(dossier, &moved);
        size_t to = i;
        for (; to > 0 && parent_at(dossier, &records->record[to - 1]) > at; to--)
            records->record[to] = records->record[to - 1];
        records->record[to] = moved;
    }
}

void dossier_arrange(struct dossier *dossier)
{
    arrange(dossier, &dossier->of[RECORD_DECISION]);
    arrange(dossier, &dossier->of[RECORD_PROGRESS]);
}

void dossier_keep_open(struct dossier *dossier, int32_t today)
{
    struct records *decisions = &dossier->of[RECORD_DECISION];
    autofree const struct record **order = mem_alloc((decisions->count + 1) * sizeof *order);
    struct record *kept = mem_alloc((decisions->count + 1) * sizeof *kept);
    size_t count = 0;
    for (size_t i = 0; i < decisions->count; i++) {
        if (decision_is_open(&decisions->record[i]))
            order[count++] = &decisions->record[i];
        else
            free((void *)decisions->record[i].text);
    }
    decisions_sort(order, count, today);
    for (size_t i = 0; i < count; i++)
        kept[i] = *order[i];
    free(decisions->record);
    decisions->record = kept;
    decisions->cap = decisions->count + 1;
    decisions->count = count;
}
