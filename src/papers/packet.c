// SPDX-License-Identifier: GPL-3.0-or-later
// The packet: all that an office hands in for a quarter, under one cover, with contents and one
// numbering of the pages.
#include "compose.h"

static const struct layout_line cover_head[] = {
    {"গণপ্রজাতন্ত্রী বাংলাদেশ সরকার", .align = ALIGN_CENTRE},
    {"<{ministry}>", .align = ALIGN_CENTRE},
    {"{office}", ALIGN_CENTRE, .bold = true, .large = true},
    {0},
};
static const struct layout_line cover_title[] = {
    {"ত্রৈমাসিক অগ্রগতি প্রতিবেদন", ALIGN_CENTRE, .bold = true, .large = true},
    {"রিটার্ন ও প্রমাণক", ALIGN_CENTRE, .large = true},
    {"{ordinal} ত্রৈমাসিক ({months}), {year} অর্থবছর", .align = ALIGN_CENTRE},
    {0},
};
static const struct layout_line cover_plan[] = {
    {"{plan}", .align = ALIGN_CENTRE},
    {0},
};
static const struct layout_line contents_head[] = {
    {"সূচিপত্র", ALIGN_CENTRE, .bold = true},
    {0},
};

enum { COVER_SPACE = 8, COVER_GAP = 3 };

static void put_cover(struct paper *paper, const struct paper_request *request)
{
    letterhead_part(paper, "প্রচ্ছদ", request, NULL);
    // An empty line, not a space: spaces are left out at the top of a page.
    for (int i = 0; i < COVER_SPACE; i++)
        paper_text(paper, "");
    letterhead_lines(paper, cover_head, request, NULL);
    paper_space(paper, COVER_GAP);
    letterhead_lines(paper, cover_title, request, NULL);
    paper_space(paper, COVER_GAP);
    for (size_t i = 0; i < request->count; i++)
        letterhead_lines(paper, cover_plan, request, request->plans[i].plan);
}

static void put_contents(struct paper *paper, const struct paper_request *request)
{
    letterhead_part(paper, "সূচিপত্র", request, NULL);
    letterhead_lines(paper, contents_head, request, NULL);
    paper_space(paper, 1);
    paper_contents(paper);
}

static void put_returns(struct paper *paper, const struct layout *const *layouts,
                        const struct paper_request *request)
{
    for (size_t i = 0; i < request->count; i++) {
        struct paper *letter = papers_letter(request, layouts[i], i);
        paper_append(paper, &letter);
    }
}

// A table for which each plan has a part of its own needs none over them.
static void put_sheets(struct paper *paper, const char *title, const struct layout *const *layouts,
                       const struct paper_request *request)
{
    if (layouts[0]->together)
        letterhead_part(paper, title, request, NULL);
    papers_put(paper, layouts, TARGETS_PART, request);
}

enum status packet_compose(const struct paper_kind *kind, const struct paper_request *request,
                           struct paper **ret, struct err *err)
{
    autofree const struct layout **returns = mem_alloc(request->count * sizeof *returns);
    autofree const struct layout **grades = mem_alloc(request->count * sizeof *grades);
    autofree const struct layout **sheets = mem_alloc(request->count * sizeof *sheets);
    struct paper_request own = *request; // the layout asked for is one of returns
    own.layout = NULL;
    (void)kind;
    enum status status = papers_choose(request, "return", returns, err);
    if (status == STATUS_OK)
        status = papers_choose(&own, "targets", grades, err);
    if (status == STATUS_OK)
        status = papers_choose(&own, "scoresheet", sheets, err);
    if (status)
        return status;
    struct arena arena = {0};
    struct paper_settings settings;
    letterhead_settings(request, "রিটার্ন ও প্রমাণক, {months}", returns, request->count, &settings,
                        &arena);
    *ret = paper_new(&settings);
    arena_done(&arena);
    put_cover(*ret, request);
    put_contents(*ret, request);
    put_returns(*ret, returns, request);
    put_sheets(*ret, "কর্মপরিকল্পনার লক্ষ্যমাত্রা", grades, request);
    put_sheets(*ret, "অর্জিত মানের হিসাব", sheets, request);
    return STATUS_OK;
}
