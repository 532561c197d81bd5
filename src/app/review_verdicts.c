// SPDX-License-Identifier: GPL-3.0-or-later
// Verdicts: on exactly the return that was seen, on all clean ones at once, undone.
#include "reviews.h"

#include "orjon/base/refusal.h"
#include "orjon/base/text.h"

#include <string.h>

enum { SEAL_LETTERS_MIN = 8 };

static enum status must_be_there(const struct app_review *r, const struct app_seen *seen,
                                 struct err *err)
{
    if (!r->came)
        return err_set(err, STATUS_NOT_FOUND, _("%s has not sent %s for that quarter"), r->name,
                       r->of.plan);
    if (!seen)
        return STATUS_OK;
    const size_t n = strlen(seen->seal);
    if (n && n < SEAL_LETTERS_MIN)
        return err_set(err, STATUS_USAGE, _("At least %s letters of the seal are needed"),
                       SAY(SEAL_LETTERS_MIN));
    const bool same = n ? strncmp(r->receipt.seal, seen->seal, n) == 0 : r->receipt.on_paper;
    return same && (!seen->receipt || seen->receipt == r->receipt.id)
               ? STATUS_OK
               : refuse_changed(_("The return"), NULL, err);
}

static bool says_why(const struct app_review *r)
{
    for (size_t i = 0; i < r->rows; i++)
        if (*r->row[i].mark.remark)
            return true;
    return false;
}

static enum status judge(const struct app_review *r, const struct app_seen *seen,
                         enum verdict verdict, const char *reason, struct err *err)
{
    autostr why = STR_INIT;
    enum status status = must_be_there(r, seen, err);
    if (!status && reason)
        status = text_read(TEXT_REMARK, reason, strlen(reason), &why, err);
    if (!status && verdict == VERDICT_RETURNED && !why.len && !says_why(r))
        status = err_set(err, STATUS_USAGE, "%s",
                         _("Say why it goes back: a reason, or a remark on an indicator"));
    if (!status && verdict == VERDICT_NONE && r->receipt.verdict == VERDICT_NONE)
        status = err_set(err, STATUS_NOT_FOUND, "%s", _("There is nothing to undo"));
    return status ? status
                  : store_judge(r->app->store, r->receipt.id, r->receipt.seal, verdict,
                                app_today(r->app), why.buf, err);
}

// One of the plans that the office has sent.
struct judging {
    struct app *app;
    struct app_review_of of;
    const struct app_seen *seen;
    const char *reason;
    enum verdict verdict;
    size_t came;
    struct err *err;
};

static enum status judge_plan(void *data, const char *plan)
{
    struct judging *j = data;
    struct app_review_of of = j->of;
    autoreview *r = NULL;
    of.plan = plan;
    enum status status = app_review_open(j->app, &of, &r, j->err);
    if (status || (!r->came && !j->of.plan))
        return status;
    j->came++;
    return judge(r, j->seen, j->verdict, j->reason, j->err);
}

static enum status judge_all(struct judging *j, struct err *err)
{
    enum status status = app_review_plans(j->app, &j->of, judge_plan, j, err);
    if (status || j->came)
        return status;
    return err_set(err, STATUS_NOT_FOUND, "%s",
                   _("The office has sent nothing for that quarter yet"));
}

enum status app_judge(struct app *app, const struct app_review_of *of, const struct app_seen *seen,
                      enum verdict verdict, const char *reason, struct err *err)
{
    struct judging judging = {app, *of, seen, reason, verdict, 0, err};
    enum status status = app_begin(app, err);
    return status ? status : app_end(app, judge_all(&judging, err), err);
}

// --- all clean ones -----------------------------------------------------------------------------

struct unjudged {
    struct app_review_of *of;
    size_t count, cap;
    struct arena texts;
};

static enum status take_unjudged(void *data, const struct store_receipt *receipt)
{
    struct unjudged *u = data;
    if (receipt->verdict != VERDICT_NONE)
        return STATUS_OK;
    u->of = arena_grow(&u->texts, u->of, u->count, &u->cap, sizeof *u->of);
    u->of[u->count++] =
        (struct app_review_of){receipt->office, receipt->fiscal_year, receipt->quarter,
                               arena_text(&u->texts, receipt->plan, strlen(receipt->plan))};
    return STATUS_OK;
}

// Why somebody has to look at it first, appended; nothing where it is clean.
static void say_unclean(const struct app_review *r, struct str *ret)
{
    size_t asked = 0, open = 0;
    for (size_t i = 0; i < r->findings.count; i++) { // a query about the plan is not the office's
        const struct finding *f = &r->findings.finding[i];
        open += !f->answer && (f->quarter || f->severity == SEVERITY_ERROR);
    }
    for (size_t i = 0; i < r->rows; i++)
        asked += r->row[i].mark.follow_up ||
                 (r->row[i].asked_quarter && r->row[i].mark.mark != TICK_YES);
    if (r->no)
        str_addf(ret, _("; %s ✗"), SAY(r->no));
    if (asked)
        str_addf(ret, _("; %s to be followed up"), SAY(asked));
    if (open)
        str_addf(ret, tr_count("; %s finding of the check", "; %s findings of the check", open),
                 SAY(open));
}

static enum status accept(struct app *app, const struct app_review_of *of, size_t *count,
                          struct str *ret_talk, struct err *err)
{
    autoreview *r = NULL;
    autostr why = STR_INIT;
    enum status status = app_review_open(app, of, &r, err);
    if (status)
        return status;
    say_unclean(r, &why);
    if (why.len) {
        str_addf(ret_talk, _("%s, %s is left%s\n"), r->name, r->plan->short_name, why.buf);
        return STATUS_OK;
    }
    (*count)++;
    return judge(r, NULL, VERDICT_ACCEPTED, NULL, err);
}

enum status app_accept_clean(struct app *app, int fiscal_year, int quarter, const char *plan,
                             size_t *ret_count, struct str *ret_talk, struct err *err)
{
    const struct app_review_of of =
        reviews_filled(app, &(struct app_review_of){0, fiscal_year, quarter, plan});
    struct unjudged unjudged = {0};
    *ret_count = 0;
    enum status status = app_begin(app, err);
    if (status)
        return status;
    status = store_each_receipt(app->store, 0, of.fiscal_year, plan, of.quarter, take_unjudged,
                                &unjudged, err);
    for (size_t i = 0; !status && i < unjudged.count; i++)
        status = accept(app, &unjudged.of[i], ret_count, ret_talk, err);
    arena_done(&unjudged.texts);
    return app_end(app, status, err);
}

// --- undoing -------------------------------------------------------------------------------------

struct telling {
    struct app *app;
    const struct records *units;
    struct str *told;
    size_t count;
};

static void tell(void *data, int64_t office, int fiscal_year, const char *plan, int quarter,
                 enum verdict verdict)
{
    static const char *const words[] = {N_("No verdict"), N_("Accepted"), N_("Sent back")};
    struct telling *t = data;
    t->count++;
    __attribute__((cleanup(plan_free))) struct plan *known = NULL;
    reviews_find_plan(t->app, &(struct app_review_of){office, fiscal_year, quarter, plan}, &known,
                      NULL);
    str_addf(t->told, "%s, %s ", reviews_name(t->units, office), known ? known->short_name : plan);
    period_say_quarter_short(t->told, quarter);
    str_addf(t->told, ": %s\n", tr(words[verdict]));
}

enum status reviews_undo_verdicts(struct app *app, bool redo, struct str *ret_told,
                                  size_t *ret_count, struct err *err)
{
    autorecords units = {0};
    struct telling t = {app, &units, ret_told, 0};
    const size_t before = ret_told->len;
    enum status status = app_load_records(app, RECORD_UNIT, 0, &units, err);
    if (!status)
        status = store_undo_judgements(app->store, redo, app_today(app), tell, &t, err);
    if (status)
        str_cut(ret_told, before);
    *ret_count = t.count;
    return status;
}

enum status app_undo_verdicts(struct app *app, bool redo, struct str *ret_told, struct err *err)
{
    size_t count = 0;
    app_keep_daily(app);
    return reviews_undo_verdicts(app, redo, ret_told, &count, err);
}

enum status app_undo_review(struct app *app, bool redo, struct str *ret_told, struct err *err)
{
    struct store_reviewed last;
    const enum status status = store_reviewed_last(app->store, redo, &last, err);
    return status                     ? status
           : last.verdict > last.mark ? app_undo_verdicts(app, redo, ret_told, err)
                                      : app_undo_marks(app, redo, ret_told, err);
}

// --- looking ahead

enum status app_look_undo_review(struct app *app, bool marks_alone, bool redo,
                                 struct app_review_step *ret, struct err *err)
{
    struct store_reviewed last;
    autostr told = STR_INIT;
    *ret = (struct app_review_step){.what = STR_INIT};
    enum status status = store_begin_write(app->store, err);
    if (status)
        return status;
    status = store_reviewed_last(app->store, redo, &last, err);
    const bool verdict = !marks_alone && last.verdict > last.mark;
    if (!status)
        status = (verdict ? reviews_undo_verdicts : reviews_undo_marks)(app, redo, &told,
                                                                        &ret->count, err);
    store_rollback(app->store);
    ret->seq = verdict ? last.verdict : last.mark;
    str_add_n(&ret->what, told.buf, strcspn(told.buf, "\n"));
    return status;
}

void app_review_step_done(struct app_review_step *step)
{
    str_done(&step->what);
}
