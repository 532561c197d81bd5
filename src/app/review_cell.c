// SPDX-License-Identifier: GPL-3.0-or-later
// What was sent, said and answered of one figure of an office below: receipts, the journal,
// bundles.
#include "review_cell.h"

#include "differences.h"
#include "orjon/app/reviewed.h"
#include "orjon/base/clock.h"
#include "orjon/domain/date.h"
#include "orjon/exchange/bundle.h"
#include "reviews.h"

#include <stdlib.h>
#include <string.h>

static const char *const words[] = {
#define X(name, word, label) word,
    FIGURE_EVENT_LIST(X)
#undef X
};
static const char *const names[] = {
#define X(name, word, label) label,
    FIGURE_EVENT_LIST(X)
#undef X
};

const char *figure_event_word(enum figure_event event)
{
    return words[event];
}

const char *figure_event_name(enum figure_event event)
{
    return names[event];
}

const char *app_verdict_name(enum verdict verdict)
{
    return verdict == VERDICT_ACCEPTED   ? N_("Accepted")
           : verdict == VERDICT_RETURNED ? N_("Sent back")
                                         : N_("No verdict");
}

static void say_what(const struct app_figure_event *event, struct str *ret)
{
    switch (event->event) {
    case FIGURE_SENT:
        str_add(ret, *event->text ? event->text : "–");
        if (*event->remark)
            str_addf(ret, " – %s", event->remark);
        return;
    case FIGURE_MARKED:
        str_addf(ret, "%s%s%s", tick_sign(event->mark), *event->text ? " " : "", event->text);
        return;
    case FIGURE_JUDGED:
        str_addf(ret, "%s%s%s", tr(app_verdict_name(event->verdict)), *event->text ? ": " : "",
                 event->text);
        return;
    default:
        str_add(ret, event->text);
    }
}

void app_say_figure_event(const struct app_figure_event *event, struct str *ret)
{
    date_write(ret, event->day, i18n_digits());
    str_addf(ret, "  %s", tr(figure_event_name(event->event)));
    if (event->event == FIGURE_SENT)
        str_addf(ret, _(", revision %s"), SAY(event->revision));
    str_add(ret, ": ");
    say_what(event, ret);
    if (event->marks.set) {
        autostr marks = STR_INIT;
        number_write(&marks, event->marks.value, (struct number_style){.digits = i18n_digits()});
        str_addf(ret, _("; evaluator: %s"), marks.buf);
    }
    if (event->follow_up)
        str_addf(ret, " (%s)", _("to be followed up"));
    if (*event->who)
        str_addf(ret, "  [%s]", event->who);
}

void figure_event_add(struct figure_events *events, int64_t order, int64_t part,
                      const struct app_figure_event *event)
{
    events->event = arena_grow(&events->texts, events->event, events->count, &events->cap,
                               sizeof *events->event);
    struct placed_event *placed = &events->event[events->count++];
    *placed = (struct placed_event){order, part, *event};
    const char **texts[] = {&placed->event.who, &placed->event.text, &placed->event.remark};
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        *texts[i] = *texts[i] ? arena_text(&events->texts, *texts[i], strlen(*texts[i])) : "";
}

// --- an office below ----------------------------------------------------------------------------

enum { ANSWER_FIRST, SENT_NEXT }; // of what came in one file

struct gathering {
    struct app *app;
    const struct app_review_of *of;
    const char *code;
    struct figure_events *ret;
    struct store_receipt *receipt; // of the quarter, the newest first; seals in texts
    size_t receipts, cap;
    const char *answer; // the last one
    struct err *err;
};

static enum status add_figure(struct gathering *g, const struct store_receipt *receipt)
{
    struct plan *plan = NULL;
    struct year *years = NULL;
    struct arena texts = {0};
    enum status status = reviews_load_figures(g->app, receipt, &plan, &texts, &years, g->err);
    const struct indicator *row = status ? NULL : plan_find(plan, g->code);
    if (row) {
        const struct entry *entry = &years[row - plan->indicator].quarter[g->of->quarter - 1];
        figure_event_add(g->ret, receipt->seq, SENT_NEXT,
                         &(struct app_figure_event){.event = FIGURE_SENT,
                                                    .revision = receipt->revision,
                                                    .day = receipt->day,
                                                    .text = difference_shown(entry),
                                                    .remark = entry->remark});
    }
    plan_free(&plan);
    arena_done(&texts);
    return status;
}

static void take_answer(struct gathering *g, const struct store_receipt *receipt,
                        const struct bundle_answer *answer)
{
    if (answer->quarter != g->of->quarter || strcmp(answer->code, REVIEWED_REMARK) != 0 ||
        strcmp(answer->indicator, g->code) != 0 || strcmp(answer->reason, g->answer) == 0)
        return;
    g->answer = arena_text(&g->ret->texts, answer->reason, strlen(answer->reason));
    figure_event_add(
        g->ret, receipt->seq, ANSWER_FIRST,
        &(struct app_figure_event){
            .event = FIGURE_ANSWERED, .revision = -1, .day = receipt->day, .text = g->answer});
}

static enum status add_answer(struct gathering *g, const struct store_receipt *receipt)
{
    autostr bytes = STR_INIT;
    struct arena texts = {0};
    struct bundle bundle = {0};
    enum status status = store_load_bundle(g->app->store, receipt->seq, &bytes, g->err);
    if (!status && bundle_kind_of(bytes.buf, bytes.len) == BUNDLE_RETURN)
        status = bundle_read(bytes.buf, bytes.len, &bundle, &texts, g->err);
    for (size_t i = 0; !status && i < bundle.plans; i++)
        for (size_t k = 0; k < bundle.plan[i].answers; k++)
            if (strcmp(bundle.plan[i].plan, g->of->plan) == 0)
                take_answer(g, receipt, &bundle.plan[i].answer[k]);
    arena_done(&texts);
    return status;
}

static enum status take_receipt(void *data, const struct store_receipt *receipt)
{
    struct gathering *g = data;
    if (receipt->quarter == g->of->quarter) {
        g->receipt =
            arena_grow(&g->ret->texts, g->receipt, g->receipts, &g->cap, sizeof *g->receipt);
        struct store_receipt *kept = &g->receipt[g->receipts++];
        *kept = *receipt;
        kept->seal = arena_text(&g->ret->texts, receipt->seal, strlen(receipt->seal));
    }
    enum status status = receipt->quarter == g->of->quarter ? add_figure(g, receipt) : STATUS_OK;
    return status ? status : add_answer(g, receipt);
}

// Of the return that was there then; a verdict names it.
static int64_t revision_of(const struct gathering *g, const struct store_said *said)
{
    for (size_t i = 0; i < g->receipts; i++)
        if (said->is_mark ? g->receipt[i].seq < said->seq
                          : strcmp(g->receipt[i].seal, said->seal) == 0)
            return g->receipt[i].revision;
    return -1;
}

static enum status take_said(void *data, const struct store_said *said)
{
    struct gathering *g = data;
    struct app_figure_event event = {.event = said->is_mark ? FIGURE_MARKED : FIGURE_JUDGED,
                                     .revision = revision_of(g, said),
                                     .who = said->who,
                                     .text = said->is_mark ? said->mark.remark : said->reason,
                                     .mark = (enum tick)said->mark.mark,
                                     .follow_up = said->mark.follow_up,
                                     .marks = said->mark.marks,
                                     .verdict = said->verdict};
    clock_read_day(said->at, &event.day);
    figure_event_add(g->ret, said->seq, 0, &event);
    return STATUS_OK;
}

// Also of later quarters: a remark on the last return is answered with the next.
static enum status gather(struct app *app, const struct app_review_of *of, const char *code,
                          struct figure_events *ret, struct err *err)
{
    struct gathering g = {.app = app, .of = of, .code = code, .ret = ret, .answer = "", .err = err};
    enum status status = STATUS_OK;
    for (int q = of->quarter; !status && q <= QUARTERS; q++)
        status = store_each_revision(app->store, of->office, of->fiscal_year, of->plan, q,
                                     take_receipt, &g, err);
    if (!status)
        status = store_each_said(app->store, of->office, of->fiscal_year, of->plan, of->quarter,
                                 code, take_said, &g, err);
    return status;
}

// --- either -------------------------------------------------------------------------------------

static int by_order(const void *a, const void *b)
{
    const struct placed_event *x = a, *y = b;
    return x->order != y->order ? (x->order > y->order) - (x->order < y->order)
                                : (x->part > y->part) - (x->part < y->part);
}

static bool is_mark(const struct figure_events *events, size_t i)
{
    return i < events->count && events->event[i].event.event == FIGURE_MARKED;
}

static bool is_empty(const struct app_figure_event *mark)
{
    return !mark->mark && !mark->follow_up && !mark->marks.set && !*mark->text;
}

// Of marks one behind the other the last counts: a mark and its remark are typed one by one.
static enum status tell(const struct figure_events *events,
                        enum status (*each)(void *data, const struct app_figure_event *event),
                        void *data)
{
    enum status status = STATUS_OK;
    for (size_t i = 0; !status && i < events->count; i++) {
        const struct app_figure_event *event = &events->event[i].event;
        if (is_mark(events, i) && (is_mark(events, i + 1) || is_empty(event)))
            continue;
        status = each(data, event);
    }
    return status;
}

enum status app_figure_history(struct app *app, const struct app_review_of *of,
                               const char *indicator,
                               enum status (*each)(void *data,
                                                   const struct app_figure_event *event),
                               void *data, struct err *err)
{
    struct figure_events events = {0};
    const struct app_review_of filled = reviews_filled(app, of);
    enum status status = of->office ? gather(app, &filled, indicator, &events, err)
                                    : reviewed_events(app, &filled, indicator, &events, err);
    if (!status && !events.count)
        status = err_set(err, STATUS_NOT_FOUND, _("Nothing was sent or said of %s"), indicator);
    if (events.count)
        qsort(events.event, events.count, sizeof *events.event, by_order);
    if (!status)
        status = tell(&events, each, data);
    arena_done(&events.texts);
    return status;
}
