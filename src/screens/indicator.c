// SPDX-License-Identifier: GPL-3.0-or-later
// One indicator: the working of its figure, the remarks, who changed what when.
#include "phrases.h"
#include "remark.h"

#include "orjon/app/revisions.h"
#include "orjon/base/refusal.h"
#include "orjon/base/text.h"
#include "orjon/domain/explain.h"
#include "orjon/tui/pager.h"

#include <string.h>

struct indicator_screen {
    struct remark remark; // of which figure it tells; the book is the form's
    struct pager *pager;
};

struct between {
    struct str text;
    bool reviewed; // not only sent
};

static enum status add_event(void *data, const struct app_figure_event *event)
{
    struct between *between = data;
    app_say_figure_event(event, &between->text);
    str_add_char(&between->text, '\n');
    between->reviewed = between->reviewed || event->event != FIGURE_SENT;
    return STATUS_OK;
}

// What went to and fro between this office and the one above; nothing as long as none came back.
static void add_between(const struct book *book, int quarter, const char *code, struct str *ret)
{
    struct between between = {.text = STR_INIT};
    const struct app_review_of of = {book->sender, book->plan->fiscal_year, quarter,
                                     book->plan->name};
    app_figure_history(book->app, &of, code, add_event, &between, NULL);
    if (between.reviewed)
        str_addf(ret, "\n%s\n%s", _("Sent and remarked"), between.text.buf);
    str_done(&between.text);
}

static void describe(const struct indicator_screen *screen, struct str *ret)
{
    size_t i = 0;
    const struct indicator *indicator = remark_indicator(&screen->remark, &i);
    if (!indicator) {
        str_addf(ret, "%s\n", _("This indicator is no longer in the plan"));
        return;
    }
    text_digits(ret, indicator->code, strlen(indicator->code), i18n_digits());
    str_addf(ret, "  %s\n%s\n\n", indicator->text, indicator->activity);
    explain_indicator(indicator, &screen->remark.book->years[i], screen->remark.quarter,
                      &screen->remark.book->scores[i], i18n_digits(), ret);
    book_say_changes(screen->remark.book, i, ret, NULL);
    if (*indicator->evidence)
        str_addf(ret, "\n%s: %s\n", _("Evidence"), indicator->evidence);
    add_between(screen->remark.book, screen->remark.quarter, indicator->code, ret);
    str_addf(ret, "\n%s\n", _("Changes"));
    say_history(screen->remark.book, i, ret);
}

static void show(struct indicator_screen *screen)
{
    autostr text = STR_INIT;
    describe(screen, &text);
    if (screen->pager)
        pager_set(screen->pager, text.buf, text.len);
    else
        screen->pager = pager_new(text.buf, text.len, true);
}

static void draw(void *state, struct canvas *canvas)
{
    struct indicator_screen *screen = state;
    const struct book *book = screen->remark.book;
    const int quarter = screen->remark.quarter;
    title_draw_plan(canvas, book, _("Indicator"), quarter, title_stage_of(book, quarter));
    pager_draw(screen->pager, canvas, 2, 1, canvas->rows - 2, canvas->cols - 2);
}

static void show_again(void *data)
{
    show(data);
}

static void ask_remark(void *state, struct desk *desk, const struct key *key)
{
    (void)key;
    remark_ask(desk, &((struct indicator_screen *)state)->remark);
}

static void bring_back(void *state, struct desk *desk, const struct key *key)
{
    (void)key;
    if (!remark_bring_back(desk, &((struct indicator_screen *)state)->remark))
        desk_say(desk, MESSAGE_INFO, "%s", _("Nothing was left with Esc"));
}

// The remark with the phrase bank over it.
static void choose_phrase(void *state, struct desk *desk, const struct key *key)
{
    const struct indicator_screen *screen = state;
    ask_remark(state, desk, key);
    phrases_push(desk, screen->remark.book->app);
}

static void fill(const void *state, const char *name, struct str *ret)
{
    const struct indicator_screen *screen = state;
    if (strcmp(name, "quarter") == 0)
        str_add(ret, period_quarter_ordinal(screen->remark.quarter, DIGITS_BENGALI));
    else
        book_fill(screen->remark.book, name, ret);
}

static enum screen_mode mode(const void *state)
{
    const struct indicator_screen *screen = state;
    return pager_finding(screen->pager) ? MODE_FINDING : remark_mode(&screen->remark);
}

static void refuse(void *state, struct desk *desk)
{
    const struct indicator_screen *screen = state;
    struct err err = {0};
    if (!app_may_change(screen->remark.book->app, screen->remark.book, screen->remark.quarter,
                        &err))
        refuse_changed(_("The plan"), NULL, &err); // the indicator is gone
    say_locked(desk, screen->remark.book, screen->remark.quarter, _("F9 in the return"), &err);
}

static const struct action actions[] = {
    {"F6 F2", NULL, N_("remark"), N_("write the remark of the quarter"), WHEN_OPEN | WHEN_SETTLED,
     ask_remark},
    {"F4", NULL, N_("phrases"), N_("choose a remark that is often used"), WHEN_OPEN | WHEN_SETTLED,
     choose_phrase},
    {"C-z", NULL, N_("undo"), N_("bring back what was left with Esc"), WHEN_OPEN | HINT_LATER,
     bring_back},
    {"F3 C-f", "/ n", N_("find"), N_("find"), WHEN_AT_REST, screen_find},
    {0}};

static void resume(void *state, struct desk *desk)
{
    (void)desk;
    show(state); // the language may have changed
}

static void free_screen(void **state)
{
    struct indicator_screen *screen = *state;
    pager_free(&screen->pager);
    remark_done(&screen->remark);
    free(screen);
    *state = NULL;
}

static struct pager *pager_of(const void *state)
{
    return ((const struct indicator_screen *)state)->pager;
}

const struct screen_ops indicator_ops = {
    .name = "indicator",
    .actions = actions,
    .pager = pager_of,
    .about = N_("THE INDICATOR\n"
                "\n"
                "Above: how the percent and the mark come about. Below: who has changed the figure "
                "when."),
    .mode = mode,
    .refuse = refuse,
    .fill = fill,
    .draw = draw,
    .resume = resume,
    .free = free_screen,
};

void indicator_push(struct desk *desk, struct book *book, size_t indicator, int quarter)
{
    struct indicator_screen *screen = mem_alloc(sizeof *screen);
    remark_init(&screen->remark, book, book->plan->indicator[indicator].code, quarter);
    screen->remark.follow = show_again;
    screen->remark.data = screen;
    show(screen);
    desk_push(desk, &indicator_ops, screen);
}
