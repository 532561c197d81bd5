// SPDX-License-Identifier: GPL-3.0-or-later
// The packet: what an office hands in for a quarter, under one cover, with contents and one
// numbering of the pages. Each part is a paper of its own and keeps its pages and its mark, so that
// only what may still change is a draft.
#include "compose.h"

#include "orjon/domain/date.h"
#include "orjon/domain/packet.h"

#include <string.h>

struct binding {
    struct paper *packet;
    const struct paper_request *request;
    const struct paper_packet *of;
};

static bool is_wanted(const struct binding *b, enum packet_part part)
{
    return b->of->parts >> part & 1;
}

// A paper of records, as it would be printed alone; its title in the contents has the day of
// the meeting behind it.
static enum status bind_records(struct binding *b, const char *paper, const struct dossier *dossier,
                                struct err *err)
{
    const struct paper_kind *kind = paper_kind_find(paper);
    const struct paper_request *all = b->request;
    struct paper_request own = *all;
    struct paper *bound = NULL;
    autostr title = STR_INIT;
    int32_t day = 0;
    own.layout = NULL;
    own.draft = own.copy = false;
    own.dossier = dossier;
    for (size_t i = 0; dossier->meeting && i < all->count; i++)
        if (dossier->plan == all->plans[i].plan)
            own.plans = &all->plans[i];
    if (dossier->meeting)
        own.count = dossier->plan ? 1 : 0;
    enum status status = blocks_compose(kind, &own, &bound, err);
    if (status)
        return status;
    str_add(&title, bound->settings.title);
    if (kind->about == ABOUT_MEETING && record_date(dossier->meeting, MEETING_DATE, &day)) {
        str_add(&title, ", ");
        date_write(&title, day, own.digits);
    }
    bound->settings.title = arena_text(&bound->arena, title.buf, title.len);
    paper_append(b->packet, &bound);
    return STATUS_OK;
}

static enum status bind_returns(struct binding *b, struct err *err)
{
    const struct paper_request *request = b->request;
    autofree const struct layout **layouts = mem_alloc(request->count * sizeof *layouts);
    enum status status = papers_choose(request, "return", layouts, err);
    for (size_t i = 0; i < request->count && status == STATUS_OK; i++) {
        struct paper *letter = papers_letter(request, layouts[i], i);
        paper_append(b->packet, &letter);
    }
    return status;
}

// A table of all plans is one paper; else each plan has its own, which may be a draft or not.
static enum status bind_sheets(struct binding *b, enum packet_part part, struct err *err)
{
    const struct paper_kind *kind = paper_kind_find(packet_word(part));
    struct paper_request own = *b->request; // the layout asked for is one of returns
    autofree const struct layout **layouts = mem_alloc(own.count * sizeof *layouts);
    own.layout = NULL;
    enum status status = papers_choose(&own, kind->name, layouts, err);
    const size_t all = own.count, each = status || layouts[0]->together ? all : 1;
    own.count = each;
    for (size_t i = 0; i < all && status == STATUS_OK; i += each, own.plans += each) {
        struct paper *sheet = NULL;
        own.draft = b->request->draft && (each > 1 || !own.plans->sealed);
        status = kind->compose(kind, &own, &sheet, err);
        if (status == STATUS_OK)
            paper_append(b->packet, &sheet);
    }
    return status;
}

// Of a committee that meets twice in a quarter one certificate.
static bool is_certified(const struct binding *b, size_t meeting)
{
    const struct record *committee = dossier_committee(&b->of->meeting[meeting]);
    for (size_t i = 0; committee && i < meeting; i++) {
        const struct record *before = dossier_committee(&b->of->meeting[i]);
        if (before && before->id == committee->id)
            return true;
    }
    return !committee;
}

// Of a meeting that another office held there is what was done on its decisions.
static bool has_part(const struct binding *b, size_t meeting, enum packet_part part)
{
    const struct dossier *dossier = &b->of->meeting[meeting];
    const bool own = !record_is(dossier->meeting, MEETING_SORT, "superior");
    switch (part) {
    case PACKET_CERTIFICATE:
        return own && !is_certified(b, meeting);
    case PACKET_MINUTES:
        return own && dossier->of[RECORD_ITEM].count;
    case PACKET_PROGRESS:
        return dossier->of[RECORD_DECISION].count;
    default:
        return own;
    }
}

static enum status bind_meeting(struct binding *b, size_t meeting, enum packet_part from,
                                enum packet_part to, struct err *err)
{
    enum status status = STATUS_OK;
    for (int part = (int)from; part <= (int)to && status == STATUS_OK; part++)
        if (is_wanted(b, (enum packet_part)part) && has_part(b, meeting, (enum packet_part)part))
            status =
                bind_records(b, packet_word((enum packet_part)part), &b->of->meeting[meeting], err);
    return status;
}

static enum status bind_meetings(struct binding *b, struct err *err)
{
    enum status status = STATUS_OK;
    for (size_t i = 0; i < b->of->meetings && status == STATUS_OK; i++)
        status = bind_meeting(b, i, PACKET_CERTIFICATE, PACKET_CERTIFICATE, err);
    for (size_t i = 0; i < b->of->meetings && status == STATUS_OK; i++)
        status = bind_meeting(b, i, PACKET_NOTICE, PACKET_PROGRESS, err);
    return status;
}

static enum status bind(struct binding *b, struct err *err)
{
    const struct dossier *office = b->of->office;
    enum status status = STATUS_OK;
    if (is_wanted(b, PACKET_COVER))
        status = bind_records(b, "cover", office, err);
    if (status == STATUS_OK && is_wanted(b, PACKET_CONTENTS))
        status = bind_records(b, "packet", office, err);
    if (status == STATUS_OK && is_wanted(b, PACKET_RETURN))
        status = bind_returns(b, err);
    if (status == STATUS_OK && is_wanted(b, PACKET_TARGETS))
        status = bind_sheets(b, PACKET_TARGETS, err);
    if (status == STATUS_OK && is_wanted(b, PACKET_SCORESHEET))
        status = bind_sheets(b, PACKET_SCORESHEET, err);
    if (status == STATUS_OK)
        status = bind_meetings(b, err);
    if (status == STATUS_OK && is_wanted(b, PACKET_PROOFS) && office->of[RECORD_PROOF].count)
        status = bind_records(b, "proofs", office, err);
    if (status == STATUS_OK && !b->packet->blocks)
        status = err_set(err, STATUS_INVALID,
                         _("Of the parts that are wanted the packet of this quarter has none"));
    return status;
}

enum status packet_compose(const struct paper_kind *kind, const struct paper_request *request,
                           struct paper **ret, struct err *err)
{
    static const struct dossier nothing;
    static const struct paper_packet usual = {.parts = PACKET_ALL, .office = &nothing};
    struct binding b = {.request = request, .of = request->packet ? request->packet : &usual};
    struct paper_request whole = *request;
    struct paper_settings settings;
    struct arena arena = {0};
    const struct layout *layout = layouts_find(request->layouts, kind->name, "");
    whole.draft = whole.copy = false;
    letterhead_settings(&whole, "রিটার্ন ও প্রমাণক, {months}", &layout, 1, &settings, &arena);
    b.packet = paper_new(&settings);
    arena_done(&arena);
    const enum status status = bind(&b, err);
    if (status)
        paper_free(&b.packet);
    *ret = b.packet;
    return status;
}
