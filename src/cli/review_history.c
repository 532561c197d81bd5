// SPDX-License-Identifier: GPL-3.0-or-later
// What stands otherwise than in a return that was sent back, and the history of one figure.
#include "review.h"

#include "orjon/app/revisions.h"
#include "orjon/base/tsv.h"
#include "orjon/domain/date.h"

#include <inttypes.h>
#include <string.h>

// --- what is other ------------------------------------------------------------------------------

static void add_change(const struct app_difference *d, bool tsv, struct str *ret)
{
    autostr quarter = STR_INIT;
    if (tsv) {
        str_addf(&quarter, "%d", d->quarter);
        const char *const cell[] = {d->indicator, quarter.buf,      d->before,
                                    d->now,       d->remark_before, d->remark_now};
        tsv_write_cells(ret, cell, sizeof cell / sizeof *cell);
        str_add_char(ret, '\n');
        return;
    }
    period_say_quarter_short(&quarter, d->quarter);
    str_addf(ret, "%s %s: “%s” → “%s”", d->indicator, quarter.buf, d->before, d->now);
    if (strcmp(d->remark_before, d->remark_now) != 0)
        str_addf(ret, _("; remark “%s” → “%s”"), d->remark_before, d->remark_now);
    str_add_char(ret, '\n');
}

static void add_changes(const struct app_changes *changes, bool tsv, struct str *ret)
{
    autostr day = STR_INIT;
    if (tsv)
        str_add(ret, "indicator\tquarter\tbefore\tnow\tremark_before\tremark_now\n");
    if (!tsv && !changes->known) {
        str_add(ret, _("No return of it was sent back\n"));
        return;
    }
    date_write(&day, changes->day, i18n_digits());
    if (!tsv)
        str_addf(ret, _("Sent back on %s (revision %s): %s; figures that are others now: %s\n"),
                 day.buf, SAY(changes->revision), *changes->reason ? changes->reason : "–",
                 SAY(changes->count));
    for (size_t i = 0; i < changes->count; i++)
        add_change(&changes->change[i], tsv, ret);
}

static enum status must_name_plan(const struct app_review_of *of, struct err *err)
{
    return of->office || of->plan ? STATUS_OK
                                  : err_set(err, STATUS_USAGE, "%s", _("Name the plan: --plan"));
}

enum status review_changes(struct app *app, const struct command *c, const struct app_review_of *of,
                           struct err *err)
{
    autochanges changes = {0};
    autostr text = STR_INIT;
    bool tsv = false;
    enum status status = command_read_format(c, &tsv, err);
    if (!status)
        status = must_name_plan(of, err);
    if (!status)
        status = app_list_changes(app, of, &changes, err);
    if (status)
        return status;
    add_changes(&changes, tsv, &text);
    return command_put(&text, err);
}

// --- one figure ---------------------------------------------------------------------------------

struct telling {
    bool tsv;
    struct str text;
};

static void add_tsv(const struct app_figure_event *event, struct str *ret)
{
    autostr day = STR_INIT, revision = STR_INIT, marks = STR_INIT;
    date_write_iso(&day, event->day);
    if (event->revision >= 0)
        str_addf(&revision, "%" PRId64, event->revision);
    if (event->marks.set)
        number_write(&marks, event->marks.value, (struct number_style){.digits = DIGITS_LATIN});
    const char *const cell[] = {day.buf,
                                figure_event_word(event->event),
                                revision.buf,
                                event->event == FIGURE_MARKED ? tick_word(event->mark) : "",
                                event->event != FIGURE_JUDGED        ? ""
                                : event->verdict == VERDICT_ACCEPTED ? "accepted"
                                : event->verdict == VERDICT_RETURNED ? "returned"
                                                                     : "none",
                                event->text,
                                event->remark,
                                event->follow_up ? "yes" : "",
                                marks.buf,
                                event->who};
    tsv_write_cells(ret, cell, sizeof cell / sizeof *cell);
    str_add_char(ret, '\n');
}

static enum status take(void *data, const struct app_figure_event *event)
{
    struct telling *t = data;
    if (t->tsv) {
        add_tsv(event, &t->text);
        return STATUS_OK;
    }
    app_say_figure_event(event, &t->text);
    str_add_char(&t->text, '\n');
    return STATUS_OK;
}

// Of a lower office the only plan that there is need not be named.
static enum status find_plan(struct app *app, struct app_review_of *of, struct str *ret,
                             struct err *err)
{
    autoreview *r = NULL;
    if (of->plan)
        return STATUS_OK;
    enum status status = must_name_plan(of, err);
    if (!status)
        status = app_review_open(app, of, &r, err);
    if (!status)
        str_add(ret, r->of.plan);
    of->plan = ret->buf;
    return status;
}

enum status review_history(struct app *app, const struct command *c, const struct app_review_of *of,
                           struct err *err)
{
    struct telling t = {.text = STR_INIT};
    autostr plan = STR_INIT;
    struct app_review_of one = *of;
    if (c->words < 3)
        return review_usage(err);
    enum status status = command_read_format(c, &t.tsv, err);
    if (!status)
        status = find_plan(app, &one, &plan, err);
    if (t.tsv)
        str_add(&t.text,
                "day\tevent\trevision\tmark\tverdict\ttext\tremark\tfollow_up\tmarks\twho\n");
    if (!status)
        status = app_figure_history(app, &one, c->word[2], take, &t, err);
    if (!status)
        status = command_put(&t.text, err);
    str_done(&t.text);
    return status;
}
