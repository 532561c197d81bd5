// SPDX-License-Identifier: GPL-3.0-or-later
// A paper before it is printed, in a layout that can be chosen, and writing it to a file.
#include "printing.h"

#include "orjon/app/layouts.h"
#include "orjon/app/print.h"
#include "orjon/base/file.h"
#include "orjon/domain/packet.h"
#include "orjon/report/drawn.h"
#include "orjon/tui/page_view.h"
#include "orjon/tui/pager.h"

#include <string.h>

struct preview {
    struct app *app;
    struct app_paper paper;
    char *plan;              // owns paper.plan
    char *layout;            // owns paper.layout
    char *under;             // owns paper.under
    struct layouts *layouts; // to choose from, as they were asked for last
    struct pager *pager;
    struct drawn *drawn;   // the pages; NULL: not asked for, or not to be had
    struct page_view view; // of those
    bool is_drawn;         // they were asked for
    bool as_text;          // the user looks at the text of it
    struct printing printing;
    const char *title;
    bool misfit; // as it was written last
};

// --- the pages, for a front that shows them -----------------------------------------------------

static void page_size(const void *self, int page, double *ret_width, double *ret_height)
{
    const struct drawn *drawn = self;
    *ret_width = drawn->size[page].width;
    *ret_height = drawn->size[page].height;
}

static void page_draw(void *self, int page, void *cairo)
{
    struct drawn *drawn = self;
    drawn->draw(drawn, page, cairo);
}

// Where they cannot be had the text stays; why is said when a PDF is asked for.
static void draw_pages(struct preview *preview)
{
    autopaper *paper = NULL;
    struct err err = {0};
    preview->is_drawn = true;
    const enum status status = app_compose(preview->app, &preview->paper, &paper, &err);
    if ((status && status != STATUS_MISFIT) || drawn_open(&paper, &preview->drawn, &err))
        return;
    page_view_set(&preview->view, &(struct page_source){.self = preview->drawn,
                                                        .pages = preview->drawn->pages,
                                                        .size = page_size,
                                                        .draw = page_draw});
}

static void drop_pages(struct preview *preview)
{
    drawn_free(&preview->drawn);
    preview->is_drawn = false;
}

static bool shows_pages(const struct preview *preview)
{
    return preview->drawn && !preview->as_text;
}

// --- the paper ----------------------------------------------------------------------------------

static enum status load(struct preview *preview, struct err *err)
{
    autostr text = STR_INIT;
    const struct writer_options options = {.no_feed = true};
    preview->paper.digits = DIGITS_BENGALI;
    enum status status = app_print(preview->app, &preview->paper, "text", &options, &text, err);
    if (status && status != STATUS_MISFIT)
        return status;
    drop_pages(preview);
    if (preview->pager)
        pager_set(preview->pager, text.buf, text.len);
    else
        preview->pager = pager_new(text.buf, text.len, false);
    return status;
}

static void draw(void *state, struct canvas *canvas)
{
    struct preview *preview = state;
    const int year = preview->paper.fiscal_year; // 0: a paper of no year, or of its meeting's
    title_draw(canvas, preview->app, preview->title,
               year ? year : app_office(preview->app)->fiscal_year, preview->paper.quarter);
    if (canvas->aspect > 0 && !preview->as_text && !preview->is_drawn)
        draw_pages(preview);
    if (shows_pages(preview))
        page_view_draw(&preview->view, canvas, 1, 0, canvas->rows - 1, canvas->cols);
    else
        pager_draw(preview->pager, canvas, 1, 0, canvas->rows - 1, canvas->cols);
}

static bool key(void *state, struct desk *desk, const struct key *key)
{
    struct preview *preview = state;
    if (shows_pages(preview))
        return page_view_key(&preview->view, key);
    return pager_key(preview->pager, desk, key);
}

static void turn_to_text(void *state, struct desk *desk, const struct key *key)
{
    struct preview *preview = state;
    (void)key, (void)desk;
    preview->as_text = !preview->as_text;
}

// A word is found in the text.
static void find(void *state, struct desk *desk, const struct key *key)
{
    ((struct preview *)state)->as_text = true;
    screen_find(state, desk, key);
}

static void find_new(void *state, struct desk *desk, const struct key *key)
{
    ((struct preview *)state)->as_text = true;
    screen_find_new(state, desk, key);
}

static enum status write_file(void *data, const char *path, struct err *err)
{
    struct preview *preview = data;
    autostr text = STR_INIT;
    const struct writer_options options = {0};
    enum status status =
        app_print(preview->app, &preview->paper, "pdf", &options, &text, err);
    preview->misfit = status == STATUS_MISFIT;
    if (status && !preview->misfit)
        return status;
    return file_write(path, text.buf, text.len, false, err);
}

static void written(void *data, struct desk *desk, const char *path)
{
    const struct preview *preview = data;
    if (preview->misfit)
        desk_say(desk, MESSAGE_ERROR, _("Written to %s; it does not fit its seal"), path);
    else
        desk_say(desk, MESSAGE_GOOD, _("Written to %s"), path);
}

static void ask_file(void *state, struct desk *desk, const struct key *key)
{
    struct preview *preview = state;
    (void)key;
    autostr name = STR_INIT;
    if (preview->paper.meeting)
        str_addf(&name, "%s-%lld.html", preview->paper.paper, (long long)preview->paper.meeting);
    else
        str_addf(&name, "%s-%s-%d-q%d.html", preview->paper.paper,
                 preview->plan ? preview->plan : "all", preview->paper.fiscal_year,
                 preview->paper.quarter);
    struct dialog_prompt prompt = {
        .title = _("Write the paper to a file"),
        .label = _("File"),
        .hint = _("the ending decides: .txt, .html, .csv, .pdf, .docx or .xlsx"),
        .preset = name.buf,
        .accept = write_file,
        .done = written,
        .data = preview,
    };
    dialog_prompt(desk, &prompt);
}

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

static void layout_label(void *data, int at, struct str *ret)
{
    const struct preview *preview = data;
    size_t i = 0;
    const struct layout *layout = layout_at(preview, at, &i);
    if (layout)
        str_addf(ret, layouts_is_own(preview->layouts, i) ? _("%s (of this office)") : "%s",
                 layout_name(layout));
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
    if (load(preview, &err))
        desk_fail(desk, &err);
}

static void ask_layout(void *state, struct desk *desk, const struct key *key)
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
    dialog_pick(desk, _("Which layout?"), count + 1, preset, layout_label, take_layout, preview);
}

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
    if (status || (load(preview, &err) && err.status != STATUS_MISFIT))
        desk_fail(desk, &err);
}

static void ask_parts(void *state, struct desk *desk, const struct key *key)
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

static void print(void *state, struct desk *desk, const struct key *key)
{
    (void)key;
    printing_ask(&((struct preview *)state)->printing, desk);
}

static void show_pdf(void *state, struct desk *desk, const struct key *key)
{
    (void)key;
    printing_show(&((struct preview *)state)->printing, desk);
}

enum { ALL = WHEN_AT_REST | WHEN_SETTLED };
static const struct action actions[] = {
    {"F8", NULL, N_("print"), N_("print it: printer, copies, pages"), ALL, print},
    {"F4", "L", N_("layout"), N_("choose the layout of the paper"), ALL, ask_layout},
    {"F6", "T", N_("parts"), N_("choose the parts of the packet by ticks; the choice is kept"), ALL,
     ask_parts},
    {NULL, "P", N_("PDF"), N_("look at it as PDF"), WHEN_AT_REST, show_pdf},
    {"F2", NULL, N_("to a file"), N_("write it to a file: .txt, .html, .csv, .pdf, .docx or .xlsx"),
     ALL, ask_file},
    {NULL, "/", N_("find"), N_("find"), WHEN_AT_REST, find_new},
    {"F3 C-f", "n", NULL, N_("find the next place"), WHEN_AT_REST, find},
    {NULL, "V", NULL, N_("in the window: the text of the paper, or its pages again"), WHEN_AT_REST,
     turn_to_text},
    {0}};

static void resume(void *state, struct desk *desk)
{
    struct err err = {0};
    const enum status status = load(state, &err);
    if (status && status != STATUS_MISFIT) // that was told at first, and stands on the page
        desk_fail(desk, &err);
}

static void free_preview(void **state)
{
    struct preview *preview = *state;
    pager_free(&preview->pager);
    drop_pages(preview);
    printing_done(&preview->printing);
    layouts_free(&preview->layouts);
    free(preview->layout);
    free(preview->under);
    free(preview->plan);
    free(preview);
    *state = NULL;
}

static struct pager *pager_of(const void *state)
{
    return ((const struct preview *)state)->pager;
}

const struct screen_ops preview_ops = {
    .name = "preview",
    .actions = actions,
    .pager = pager_of,
    .about = N_("THE PAPER\n"
                "\n"
                "The paper as it will be printed. The arrow and Page keys move. In the window "
                "its true pages are shown, as wide as the window; ← and → turn them, and what is "
                "looked for is found in its text, which V shows as well."),
    .draw = draw,
    .key = key,
    .resume = resume,
    .free = free_preview,
};

void preview_push(struct desk *desk, const struct paper_choice *choice, const char *paper)
{
    struct preview *preview = mem_alloc(sizeof *preview);
    const struct paper_kind *kind = paper_kind_find(paper);
    struct err err = {0};
    preview->app = choice->app;
    preview->plan = choice->plan ? mem_copy_text(choice->plan, strlen(choice->plan)) : NULL;
    preview->paper = (struct app_paper){.paper = kind->name,
                                        .plan = preview->plan,
                                        .meeting = choice->meeting,
                                        .fiscal_year = choice->fiscal_year,
                                        .quarter = choice->quarter};
    if (choice->under)
        preview->paper.under = preview->under = mem_copy_text(choice->under, strlen(choice->under));
    if (choice->layout)
        preview->paper.layout = preview->layout =
            mem_copy_text(choice->layout, strlen(choice->layout));
    preview->printing = (struct printing){.app = choice->app, .paper = &preview->paper};
    preview->title = tr(kind->title);
    const enum status status = load(preview, &err);
    if (status && status != STATUS_MISFIT) {
        void *state = preview;
        free_preview(&state);
        desk_fail(desk, &err);
        return;
    }
    desk_push(desk, &preview_ops, preview);
    if (status)
        desk_fail(desk, &err);
}

// --- which paper --------------------------------------------------------------------------------

// Of a meeting its own papers come first in the list, then its cover and proofs.
static bool is_offered(const struct paper_choice *choice, const struct paper_kind *kind, bool first)
{
    const bool own = kind->about == ABOUT_MEETING || kind->about == ABOUT_COMMITTEE;
    if (!choice->meeting)
        return !own && first;
    if (choice->from_above && own)
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

void preview_choose(struct desk *desk, struct paper_choice *choice)
{
    int count = 0;
    while (kind_at(choice, count))
        count++;
    dialog_pick(desk, _("Which paper?"), count, 0, paper_name, chosen, choice);
}
