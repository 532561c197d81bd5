// SPDX-License-Identifier: GPL-3.0-or-later
// What is chosen of a paper before it is printed: which one, its layout, the parts of a packet.
#include "preview.h"

#include "orjon/app/offices.h"
#include "orjon/app/plans.h"
#include "orjon/domain/packet.h"

#include <string.h>

// --- which paper --------------------------------------------------------------------------------

// Of a meeting its own papers come first in the list, then its cover and proofs.
static bool is_offered(const struct paper_choice *choice, const struct paper_kind *kind, bool first)
{
    const bool own = kind->about == ABOUT_MEETING || kind->about == ABOUT_COMMITTEE;
    const bool of_returns = kind->about == ABOUT_PLANS || kind->about == ABOUT_QUARTER;
    if (kind->about == ABOUT_BELOW && !choice->has_below)
        return false;
    if (of_returns && !choice->has_own)
        return false;
    if (!choice->meeting)
        return !own && first;
    if (choice->from_above)
        return first && kind->about == ABOUT_MEETING &&
               (kind->memo == MEETING_LETTER_MEMO || kind->memo == MEETING_REPORT_MEMO);
    return first ? own : kind->about == ABOUT_QUARTER;
}

// The i-th that is offered; NULL behind the last.
static const struct paper_kind *kind_at(const struct paper_choice *choice, int i)
{
    for (int pass = 0; pass < 2; pass++)
        for (const struct paper_kind *kind = paper_kinds; kind->name; kind++)
            if (is_offered(choice, kind, pass == 0) && i-- == 0)
                return kind;
    return NULL;
}

static void paper_name(void *data, int i, struct str *ret)
{
    str_add(ret, tr(kind_at(data, i)->title));
}

static void chosen(void *data, struct desk *desk, int i)
{
    if (i >= 0)
        preview_push(desk, data, kind_at(data, i)->name);
}

static enum status see_plan(void *data, const struct plan_summary *summary)
{
    (void)summary;
    *(bool *)data = true;
    return STATUS_OK;
}

void preview_choose(struct desk *desk, struct paper_choice *choice)
{
    struct err err = {0};
    int count = 0;
    choice->has_own = false;
    if (app_has_below(choice->app, &choice->has_below, &err) ||
        app_each_plan(choice->app, choice->fiscal_year, see_plan, &choice->has_own, &err)) {
        desk_fail(desk, &err);
        return;
    }
    while (kind_at(choice, count))
        count++;
    dialog_pick(desk, _("Which paper?"), count, 0, paper_name, chosen, choice);
}

// --- its layout ---------------------------------------------------------------------------------

// The layouts of this kind of paper, of a packet those of its returns, from 1; 0 is that which the
// plan names.
static const struct layout *layout_at(const struct preview *preview, int at, size_t *ret)
{
    const char *paper = preview->paper.paper;
    const struct layout *layout = NULL;
    if (paper_kind_find(paper)->of_returns)
        paper = "return";
    for (size_t i = 0; (layout = layouts_at(preview->layouts, i)); i++)
        if (strcmp(layout_paper(layout), paper) == 0 && --at == 0) {
            *ret = i;
            return layout;
        }
    return NULL;
}

static void say_layout(void *data, int at, struct str *ret)
{
    const struct preview *preview = data;
    size_t i = 0;
    const struct layout *layout = layout_at(preview, at, &i);
    if (layout)
        str_addf(ret, layouts_is_own(preview->layouts, i) ? _("%s (of this office)") : "%s",
                 layout_label(layout));
    else
        str_add(ret, _("as the plan has it"));
}

static void take_layout(void *data, struct desk *desk, int choice)
{
    struct preview *preview = data;
    struct err err = {0};
    size_t i = 0;
    if (choice < 0)
        return;
    const struct layout *layout = layout_at(preview, choice, &i);
    const char *name = layout ? layout_name(layout) : NULL;
    free(preview->layout);
    preview->paper.layout = preview->layout = name ? mem_copy_text(name, strlen(name)) : NULL;
    if (preview_load(preview, &err))
        desk_fail(desk, &err);
}

void preview_ask_layout(void *state, struct desk *desk, const struct key *key)
{
    struct preview *preview = state;
    const struct layout *layout = NULL;
    struct err err = {0};
    size_t i = 0;
    int count = 0, preset = 0;
    (void)key;
    layouts_free(&preview->layouts);
    if (app_read_layouts(preview->app, &preview->layouts, &err)) {
        desk_fail(desk, &err);
        return;
    }
    while ((layout = layout_at(preview, count + 1, &i))) {
        count++;
        if (preview->layout && strcmp(preview->layout, layout_name(layout)) == 0)
            preset = count;
    }
    dialog_pick(desk, _("Which layout?"), count + 1, preset, say_layout, take_layout, preview);
}

// --- the parts of a packet ----------------------------------------------------------------------

static void part_label(void *data, int i, struct str *ret)
{
    (void)data;
    str_add(ret, packet_label((enum packet_part)i));
}

// The choice is kept, for the plan alone where its packet alone is looked at.
static void take_parts(void *data, struct desk *desk, unsigned ticked)
{
    struct preview *preview = data;
    struct err err = {0};
    autostr parts = STR_INIT, key = STR_INIT;
    if (!ticked) {
        desk_say(desk, MESSAGE_WARNING, _("Nothing is ticked; the packet stays as it was"));
        return;
    }
    packet_write(ticked, &parts);
    str_addf(&key, "%s%s%s", office_key(OFFICE_PACKET), preview->plan ? "." : "",
             preview->plan ? preview->plan : "");
    enum status status = preview->plan
                             ? app_set_own(preview->app, key.buf, parts.buf, &err)
                             : app_set_office(preview->app, OFFICE_PACKET, parts.buf, &err);
    if (status || (preview_load(preview, &err) && err.status != STATUS_MISFIT))
        desk_fail(desk, &err);
}

void preview_ask_parts(void *state, struct desk *desk, const struct key *key)
{
    struct preview *preview = state;
    (void)key;
    if (strcmp(preview->paper.paper, "packet") != 0)
        desk_say(desk, MESSAGE_WARNING, _("Only a packet has parts to choose"));
    else
        dialog_tick(desk, _("Which parts?"), PACKET_PARTS,
                    office_packet(app_office(preview->app), preview->plan), part_label, take_parts,
                    preview);
}
