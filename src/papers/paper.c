// SPDX-License-Identifier: GPL-3.0-or-later
// The list of papers, and how one is put together from its layout.
#include "compose.h"
#include "pen.h"

#include <string.h>

enum status papers_no_layout(const struct layouts *layouts, const char *paper, const char *name,
                             struct err *err)
{
    autostr names = STR_INIT;
    const struct layout *layout = NULL;
    for (size_t i = 0; (layout = layouts_at(layouts, i)); i++)
        if (strcmp(layout->paper, paper) == 0)
            str_addf(&names, "%s%s", names.len ? ", " : "", layout->name);
    return err_set(err, STATUS_USAGE, _("This paper has no layout “%s”; it has: %s"), name,
                   names.buf);
}

// The layout asked for, else the plan's where it is one of this paper, else the default.
static enum status choose_layout(const struct paper_request *request, const char *paper,
                                 const struct plan *plan, const struct layout **ret,
                                 struct err *err)
{
    bool asked = request->layout && *request->layout;
    const char *name = asked ? request->layout : plan->layout;
    *ret = layouts_find(request->layouts, paper, name);
    if (!*ret && !asked) // a plan may name the layout of another paper, or one we do not know
        *ret = layouts_find(request->layouts, paper, "");
    return *ret ? STATUS_OK : papers_no_layout(request->layouts, paper, name, err);
}

enum status papers_choose(const struct paper_request *request, const char *paper,
                          const struct layout **layouts, struct err *err)
{
    enum status status = STATUS_OK;
    for (size_t i = 0; i < request->count && status == STATUS_OK; i++)
        status = choose_layout(request, paper, request->plans[i].plan, &layouts[i], err);
    return status;
}

static void put_plan(struct paper *paper, const struct layout *layout, const char *part,
                     const struct paper_request *request, size_t i)
{
    const struct plan *plan = request->plans[i].plan;
    if (!layout->together)
        letterhead_part(paper, part, request, &request->plans[i]);
    if (i == 0 || !layout->together)
        letterhead_title(paper, layout, false, request, plan);
    if (layout->lines && !layout->line[0].of_plan)
        paper_space(paper, 1);
    letterhead_title(paper, layout, true, request, plan);
    rows_put(paper, layout, request, &request->plans[i]);
    letterhead_seal(paper, &request->plans[i]);
    if (!layout->together)
        letterhead_foot(paper, layout, request);
}

void papers_put(struct paper *paper, const struct layout *const *layouts, const char *part,
                const struct paper_request *request)
{
    for (size_t i = 0; i < request->count; i++)
        put_plan(paper, layouts[i], part, request, i);
    const struct layout *last = layouts[request->count - 1];
    if (last->totals)
        rollup_all(paper, request);
    if (last->together)
        letterhead_foot(paper, last, request);
}

static struct paper *paper_of(const struct paper_request *request, const char *title,
                              const struct layout *const *layouts)
{
    struct arena arena = {0};
    struct paper_settings settings;
    letterhead_settings(request, title, layouts, request->count, &settings, &arena);
    struct paper *paper = paper_new(&settings);
    arena_done(&arena);
    return paper;
}

static enum status compose(const struct paper_request *request, const char *paper,
                           const char *title, struct paper **ret, struct err *err)
{
    autofree const struct layout **layouts = mem_alloc(request->count * sizeof *layouts);
    enum status status = papers_choose(request, paper, layouts, err);
    if (status)
        return status;
    *ret = paper_of(request, title, layouts);
    papers_put(*ret, layouts, TARGETS_PART, request);
    return STATUS_OK;
}

static const char return_title[] = "ত্রৈমাসিক অগ্রগতি প্রতিবেদন, {months}";

struct paper *papers_letter(const struct paper_request *request, const struct layout *layout,
                            size_t i)
{
    struct paper_plan *plan = &request->plans[i];
    struct paper_request one = *request;
    struct paper *letter = plan->signed_paper;
    plan->signed_paper = NULL;
    if (letter)
        return letter;
    one.plans = plan;
    one.count = 1;
    one.draft = request->draft && !plan->sealed;
    one.copy = request->copy && plan->sealed;
    letter = paper_of(&one, return_title, &layout);
    papers_put(letter, &layout, "{plan} {year}", &one);
    return letter;
}

// Each plan's return is a letter of its own, with its memo number, its signature and its seal.
static enum status compose_return(const struct paper_kind *kind,
                                  const struct paper_request *request, struct paper **ret,
                                  struct err *err)
{
    (void)kind;
    autofree const struct layout **layouts = mem_alloc(request->count * sizeof *layouts);
    enum status status = papers_choose(request, "return", layouts, err);
    if (status)
        return status;
    if (request->count == 1) {
        *ret = papers_letter(request, layouts[0], 0);
        return STATUS_OK;
    }
    *ret = paper_of(request, return_title, layouts);
    for (size_t i = 0; i < request->count; i++) {
        const bool composed = !request->plans[i].signed_paper && layouts[i]->forwarding;
        if (request->ret_one_memo && composed)
            *request->ret_one_memo |= pen_repeats_memo(request, i);
        struct paper *letter = papers_letter(request, layouts[i], i);
        paper_enclose(*ret, &letter);
    }
    return STATUS_OK;
}

static enum status compose_targets(const struct paper_kind *kind,
                                   const struct paper_request *request, struct paper **ret,
                                   struct err *err)
{
    return compose(request, kind->name, "কর্মপরিকল্পনার লক্ষ্যমাত্রা, {year}", ret, err);
}

static enum status compose_scoresheet(const struct paper_kind *kind,
                                      const struct paper_request *request, struct paper **ret,
                                      struct err *err)
{
    return compose(request, kind->name, "অর্জিত মানের হিসাব, {months}", ret, err);
}

#define OF_PLANS ABOUT_PLANS, -1, -1, -1
#define OF_OFFICE ABOUT_OFFICE, -1, -1, -1
#define OF_BELOW ABOUT_BELOW, -1, -1, -1
#define OF_QUARTER ABOUT_QUARTER, -1, -1, -1
const struct paper_kind paper_kinds[] = {
    {"return", N_("quarterly return"), true, OF_PLANS, compose_return},
    {"targets", N_("table of grades and targets"), false, OF_PLANS, compose_targets},
    {"scoresheet", N_("score sheet"), false, OF_PLANS, compose_scoresheet},
    {"packet", N_("everything of a quarter, with cover and contents"), true, OF_PLANS,
     packet_compose},
    {"cover", N_("cover with mottos"), false, OF_QUARTER, blocks_compose},
    {"proofs", N_("index of evidence"), false, OF_QUARTER, blocks_compose},
    {"decisions", N_("decisions that are open"), false, OF_OFFICE, blocks_compose},
    {"memos", N_("memo register"), false, OF_OFFICE, blocks_compose},
    {"consolidated", N_("returns of the offices below as one"), false, OF_BELOW, blocks_compose},
    {"ranking", N_("offices in the order of their marks"), false, OF_BELOW, blocks_compose},
    {"outliers", N_("what is odd among the returns of the offices below"), false, OF_BELOW,
     blocks_compose},
    {"trend", N_("totals of the offices below, quarter after quarter"), false, OF_BELOW,
     blocks_compose},
    {"matrix", N_("what was ticked of each office"), false, OF_BELOW, blocks_compose},
    {"missing", N_("offices below that have not sent, or late"), false, OF_BELOW, blocks_compose},
    {"reminder", N_("reminder"), false, OF_BELOW, blocks_compose},
    {"notice", N_("notice of a meeting"), false, ABOUT_MEETING, MEETING_NOTICE_MEMO,
     MEETING_NOTICE_DATE, -1, blocks_compose},
    {"attendance", N_("attendance sheet"), false, ABOUT_MEETING, -1, MEETING_DATE, -1,
     blocks_compose},
    {"minutes", N_("minutes of a meeting"), false, ABOUT_MEETING, MEETING_MINUTES_MEMO,
     MEETING_MINUTES_DATE, MEETING_DATE, blocks_compose},
    {"monitoring", N_("minutes of a meeting, with what was ticked of each office"), false,
     ABOUT_MEETING, MEETING_MINUTES_MEMO, MEETING_MINUTES_DATE, MEETING_DATE, blocks_compose},
    {"letter", N_("forwarding letter"), false, ABOUT_MEETING, MEETING_LETTER_MEMO,
     MEETING_LETTER_DATE, -1, blocks_compose},
    {"progress", N_("progress on the decisions of a meeting"), false, ABOUT_MEETING,
     MEETING_REPORT_MEMO, MEETING_REPORT_DATE, -1, blocks_compose},
    {"certificate", N_("certificate of a committee"), false, ABOUT_COMMITTEE, -1, -1, -1,
     blocks_compose},
    {0},
};

const struct paper_kind *paper_kind_find(const char *name)
{
    for (const struct paper_kind *kind = paper_kinds; kind->name; kind++)
        if (strcmp(kind->name, name) == 0)
            return kind;
    return NULL;
}
