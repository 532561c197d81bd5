// SPDX-License-Identifier: GPL-3.0-or-later
// A paper before it is printed.
#include "preview.h"

#include <string.h>

enum status preview_load(struct preview *preview, struct err *err)
{
    autostr text = STR_INIT;
    const struct writer_options options = {.no_feed = true};
    preview->paper.digits = DIGITS_BENGALI;
    enum status status = app_print(preview->app, &preview->paper, "text", &options, &text, err);
    if (status && status != STATUS_MISFIT)
        return status;
    preview_drop_pages(preview);
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
        preview_draw_pages(preview);
    if (preview_shows_pages(preview))
        page_view_draw(&preview->view, canvas, 1, 0, canvas->rows - 1, canvas->cols);
    else
        pager_draw(preview->pager, canvas, 1, 0, canvas->rows - 1, canvas->cols);
}

static bool key(void *state, struct desk *desk, const struct key *key)
{
    struct preview *preview = state;
    if (preview_shows_pages(preview))
        return page_view_key(&preview->view, key);
    return pager_key(preview->pager, desk, key);
}

static void turn_to_text(void *state, struct desk *desk, const struct key *key)
{
    struct preview *preview = state;
    (void)key, (void)desk;
    preview->as_text = !preview->as_text;
}

static void turn_whole(void *state, struct desk *desk, const struct key *key)
{
    (void)key, (void)desk;
    page_view_turn_whole(&((struct preview *)state)->view);
}

static void enlarge(void *state, struct desk *desk, const struct key *key)
{
    const char *letter = key->text;
    (void)desk;
    page_view_enlarge(&((struct preview *)state)->view, strchr("+=", *letter) ? 1
                                                        : *letter == '-'      ? -1
                                                                              : 0);
}

// Where there are no pages, their keys say so. MODE_READ_ONLY would let the year speak instead.
static enum screen_mode mode(const void *state)
{
    const struct preview *preview = state;
    if (preview_shows_pages(preview))
        return MODE_LOOKING;
    return pager_finding(preview->pager) ? MODE_FINDING : MODE_LOCKED;
}

static void refuse(void *state, struct desk *desk)
{
    const struct preview *preview = state;
    desk_say(desk, MESSAGE_INFO, "%s",
             preview->drawn ? _("V shows the pages again")
                            : _("Pages are seen in the window alone"));
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

// --- the screen ---------------------------------------------------------------------------------

enum { ALL = WHEN_AT_REST | WHEN_SETTLED };
static const struct action actions[] = {
    {"F8", NULL, N_("print"), N_("print it: printer, copies, pages"), ALL, print},
    {"F2", NULL, N_("to a file"),
     N_("write it to a file: PDF, Word, Excel, a web page, text, a table"), ALL, preview_ask_file},
    {NULL, "P", N_("PDF"), N_("look at it as PDF"), WHEN_AT_REST, show_pdf},
    {"F4", "L", N_("layout"), N_("choose the layout of the paper"), ALL, preview_ask_layout},
    {"F6", "T", N_("parts"), N_("choose the parts of the packet by ticks; the choice is kept"), ALL,
     preview_ask_parts},
    {NULL, "/", N_("find"), N_("find"), WHEN_AT_REST, find_new},
    {"F3 C-f", "n", NULL, N_("find the next place"), WHEN_AT_REST, find},
    {"F5", "Z", N_("whole page"), N_("in the window: whole pages, or as wide as the window again"),
     MODE_LOOKING, turn_whole},
    {NULL, "+ = - 0 ০", NULL, N_("in the window: larger, smaller, as wide as the window again"),
     MODE_LOOKING, enlarge},
    {NULL, "V", NULL, N_("in the window: the text of the paper, or its pages again"), WHEN_AT_REST,
     turn_to_text},
    {0}};

static void resume(void *state, struct desk *desk)
{
    struct err err = {0};
    const enum status status = preview_load(state, &err);
    if (status && status != STATUS_MISFIT) // that was told at first, and stands on the page
        desk_fail(desk, &err);
}

static void free_preview(void **state)
{
    struct preview *preview = *state;
    pager_free(&preview->pager);
    preview_drop_pages(preview);
    printing_done(&preview->printing);
    layouts_free(&preview->layouts);
    free(preview->layout);
    free(preview->under);
    free(preview->plan);
    free(preview);
    *state = NULL;
}

static const char *hint_of(const void *state, const struct action *row)
{
    const struct preview *preview = state;
    if (row->act != turn_whole)
        return NULL;
    return !preview_shows_pages(preview) ? "" : preview->view.is_whole ? N_("wide page") : NULL;
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
                "its true pages are shown, as wide as the window, or whole (F5), or larger "
                "(Ctrl-Plus); ← and → turn them, and what is looked for is found in its text, "
                "which V shows as well."),
    .mode = mode,
    .hint = hint_of,
    .refuse = refuse,
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
    const enum status status = preview_load(preview, &err);
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
