// SPDX-License-Identifier: GPL-3.0-or-later
// The records around a meeting.
#include "orjon/app/dossier.h"

#include "dossier.h"

#include "orjon/app/records.h"
#include "orjon/domain/decision.h"

enum status dossier_load(struct app *app, enum record_kind kind, int64_t parent, struct dossier *d,
                         struct err *err)
{
    return app_load_records(app, kind, parent, &d->of[kind], err);
}

enum status dossier_load_common(struct app *app, struct dossier *d, struct err *err)
{
    enum status status = dossier_load(app, RECORD_PERSON, 0, d, err);
    if (status == STATUS_OK)
        status = dossier_load(app, RECORD_TERM, 0, d, err);
    return status ? status : dossier_load(app, RECORD_SERIES, 0, d, err);
}

// What belongs to each of those of the kind over it.
static enum status load_below(struct app *app, enum record_kind kind, struct dossier *d,
                              struct err *err)
{
    const struct records *over = &d->of[record_shape(kind)->parent];
    enum status status = STATUS_OK;
    for (size_t i = 0; i < over->count && status == STATUS_OK; i++)
        status = dossier_load(app, kind, over->record[i].id, d, err);
    return status;
}

static enum status load_committee(struct app *app, struct dossier *d, struct err *err)
{
    const int64_t id = record_number(d->meeting, MEETING_COMMITTEE);
    if (!id)
        return STATUS_OK;
    enum status status = app_load_record(app, RECORD_COMMITTEE, id, &d->of[RECORD_COMMITTEE], err);
    return status ? status : load_below(app, RECORD_MEMBER, d, err);
}

enum status app_load_dossier(struct app *app, int64_t meeting, struct dossier *ret, struct err *err)
{
    static const enum record_kind kinds[] = {RECORD_ITEM, RECORD_DECISION, RECORD_PROGRESS,
                                             RECORD_ATTENDANCE};
    struct records *meetings = &ret->of[RECORD_MEETING];
    enum status status = app_load_record(app, RECORD_MEETING, meeting, meetings, err);
    if (status == STATUS_OK)
        status = dossier_load_common(app, ret, err);
    if (status)
        return status;
    ret->meeting = meetings->record;
    status = load_committee(app, ret, err);
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds && status == STATUS_OK; i++)
        status = load_below(app, kinds[i], ret, err);
    dossier_arrange(ret);
    return status;
}

// Says of a decision without a line of progress that it was carried over.
static void say_carried(struct records *progress, const struct record *decision)
{
    const struct record_field *state = &record_shape(RECORD_DECISION)->field[DECISION_STATE];
    const char **text = mem_alloc(PROGRESS_FIELD_COUNT * sizeof *text);
    for (int f = 0; f < PROGRESS_FIELD_COUNT; f++)
        text[f] = "";
    // papers are in Bengali
    text[PROGRESS_TEXT] = tr_in(LANGUAGE_BENGALI, record_choice_name(state, "carried"));
    progress->record = mem_resize(progress->record, progress->count + 1, sizeof *progress->record);
    progress->record[progress->count++] =
        (struct record){.parent = decision->id, .kind = RECORD_PROGRESS, .text = text};
    progress->cap = progress->count;
}

static bool has_progress(const struct dossier *d, const struct record *decision)
{
    for (size_t i = 0; i < d->of[RECORD_PROGRESS].count; i++)
        if (d->of[RECORD_PROGRESS].record[i].parent == decision->id)
            return true;
    return false;
}

static enum status continue_one(struct app *app, const struct record *decision,
                                const struct records *all, struct dossier *d, struct err *err)
{
    struct records *progress = &d->of[RECORD_PROGRESS];
    enum status status = STATUS_OK;
    const struct record *on = decision;
    // each carries on but once, and none itself
    for (size_t i = 0;
         i < all->count && status == STATUS_OK && (on = decision_carried_into(all, on->id)); i++) {
        size_t at = progress->count;
        status = dossier_load(app, RECORD_PROGRESS, on->id, d, err);
        for (; at < progress->count; at++)
            progress->record[at].parent = decision->id;
    }
    if (status == STATUS_OK && !has_progress(d, decision))
        say_carried(progress, decision);
    return status;
}

enum status dossier_continue(struct app *app, struct dossier *dossier, struct err *err)
{
    const struct records *decisions = &dossier->of[RECORD_DECISION];
    autorecords all = {0};
    enum status status = STATUS_OK;
    for (size_t i = 0; i < decisions->count && status == STATUS_OK; i++) {
        if (!record_is(&decisions->record[i], DECISION_STATE, "carried"))
            continue;
        if (!all.count)
            status = app_load_records(app, RECORD_DECISION, 0, &all, err);
        if (status == STATUS_OK)
            status = continue_one(app, &decisions->record[i], &all, dossier, err);
    }
    dossier_arrange(dossier);
    return status;
}
