// SPDX-License-Identifier: GPL-3.0-or-later
// The remark of a figure, written in a box over the screen.
#include "remark.h"

#include "orjon/app/enter.h"
#include "orjon/base/refusal.h"

void remark_init(struct remark *remark, struct book *book, const char *code, int quarter)
{
    *remark = (struct remark){
        .book = book, .code = STR_INIT, .quarter = quarter, .before = STR_INIT, .left = STR_INIT};
    str_add(&remark->code, code);
}

void remark_done(struct remark *remark)
{
    str_done(&remark->code);
    str_done(&remark->before);
    str_done(&remark->left);
}

const struct indicator *remark_indicator(const struct remark *remark, size_t *ret)
{
    const struct plan *plan = remark->book->plan;
    const struct indicator *indicator = plan_find(plan, remark->code.buf);
    *ret = indicator ? (size_t)(indicator - plan->indicator) : 0;
    return indicator;
}

const char *remark_text(const struct remark *remark)
{
    size_t i = 0;
    return remark_indicator(remark, &i) ? remark->book->years[i].quarter[remark->quarter - 1].remark
                                        : "";
}

enum screen_mode remark_mode(const struct remark *remark)
{
    const struct book *book = remark->book;
    size_t i = 0;
    return app_is_read_only(book->app)                              ? MODE_READ_ONLY
           : app_may_change(book->app, book, remark->quarter, NULL) ? MODE_CLOSED
           : !remark_indicator(remark, &i)                          ? MODE_LOOKING
           : *remark_text(remark)                                   ? MODE_FILLED
                                                                    : MODE_EMPTY;
}

static enum status accept(void *data, const char *text, struct err *err)
{
    struct remark *remark = data;
    struct app_figure figure = {.quarter = remark->quarter, .remark = text, .state = -1};
    if (!remark_indicator(remark, &figure.indicator))
        return refuse_changed(_("The plan"), NULL, err);
    str_reset(&remark->before);
    str_add(&remark->before, remark_text(remark));
    const enum status status = app_enter(remark->book, &figure, NULL, err);
    remark->follow(remark->data);
    return status;
}

static void done(void *data, struct desk *desk, const char *text)
{
    struct remark *remark = data;
    (void)text;
    remark_forget(remark);
    if (remark->before.len) {
        autostr change = STR_INIT;
        tr_change(&change, remark->before.buf, remark_text(remark));
        desk_say(desk, MESSAGE_INFO, "%s: %s", _("Saved"), change.buf);
    } else {
        desk_say(desk, MESSAGE_INFO, "%s", _("Saved"));
    }
}

static void go_on(void *data, struct desk *desk)
{
    const struct remark *remark = data;
    remark->go_on(remark->data, desk);
}

static void leave(void *data, struct desk *desk, const char *text)
{
    struct remark *remark = data;
    remark_forget(remark);
    str_add(&remark->left, text);
    desk_say_left(desk, NULL, text);
}

static void ask(struct desk *desk, struct remark *remark, const char *typed)
{
    autostr title = STR_INIT, about = STR_INIT;
    size_t i = 0;
    const struct indicator *indicator = remark_indicator(remark, &i);
    say_place(&title, remark->code.buf, remark->quarter);
    name_place(&about, remark->book, remark->code.buf, remark->quarter);
    const struct dialog_prompt prompt = {
        .title = title.buf,
        .label = _("Remark of the quarter"),
        .hint = indicator ? indicator->text : NULL,
        .preset = remark_text(remark),
        .about = about.buf,
        .typed = typed,
        .accept = accept,
        .done = done,
        .left = leave,
        .more = remark->go_on ? N_("working, history") : NULL,
        .go_on = go_on,
        .data = remark,
    };
    dialog_prompt(desk, &prompt);
}

void remark_ask(struct desk *desk, struct remark *remark)
{
    ask(desk, remark, NULL);
}

bool remark_bring_back(struct desk *desk, struct remark *remark)
{
    autostr left = STR_INIT;
    if (!remark->left.len)
        return false;
    str_add(&left, remark->left.buf);
    remark_forget(remark);
    ask(desk, remark, left.buf);
    return true;
}

void remark_forget(struct remark *remark)
{
    str_reset(&remark->left);
}
