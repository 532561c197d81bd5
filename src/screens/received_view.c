// SPDX-License-Identifier: GPL-3.0-or-later
// What stands around the table of a return that came: when it came and what was decided, and all
// that there is to know of the marked indicator.
#include "received.h"

#include "orjon/base/text.h"
#include "orjon/domain/date.h"

#include <string.h>

void received_say_verdict(enum verdict verdict, struct str *ret)
{
    str_add(ret, verdict == VERDICT_ACCEPTED   ? _("Accepted")
                 : verdict == VERDICT_RETURNED ? _("Sent back")
                                               : _("No verdict"));
}

// --- the heading --------------------------------------------------------------------------------

static void say_arrival(const struct app_review *r, struct str *ret)
{
    const struct store_receipt *receipt = &r->receipt;
    autostr day = STR_INIT;
    if (!r->came) {
        str_add(ret, _("nothing was sent"));
        return;
    }
    date_write(&day, receipt->day, i18n_digits());
    str_addf(ret, _("came on %s"), day.buf);
    if (r->earlier.id)
        str_addf(ret, _(", sent again (↺ %s)"), SAY(r->resent));
    if (receipt->on_paper)
        str_addf(ret, ", %s", _("on paper"));
    else if (receipt->revision)
        str_addf(ret, _(", revision %s"), SAY(receipt->revision));
}

static void say_judged(const struct store_receipt *receipt, struct str *ret)
{
    received_say_verdict(receipt->verdict, ret);
    if (!receipt->verdict)
        return;
    str_add(ret, ", ");
    date_write(ret, receipt->verdict_day, i18n_digits());
    str_addf(ret, "%s%s", *receipt->reason ? ": " : "", receipt->reason);
}

// The verdict on what was sent before stands there until there is one on this.
static void say_verdict(const struct app_review *r, struct str *ret)
{
    say_judged(&r->receipt, ret);
    if (r->receipt.verdict || !r->earlier.verdict)
        return;
    str_addf(ret, "; %s: ", _("the one before"));
    say_judged(&r->earlier, ret);
    if (*r->answer)
        str_addf(ret, "; %s: %s", _("Answer"), r->answer);
}

static enum style verdict_style(enum verdict verdict)
{
    return verdict == VERDICT_ACCEPTED   ? STYLE_GOOD
           : verdict == VERDICT_RETURNED ? STYLE_WARNING
                                         : STYLE_DIM;
}

static void say_counts(const struct app_review *r, struct str *ret)
{
    size_t rows = r->rows;
    for (size_t i = 0; i < r->rows; i++)
        rows -= strcmp(r->row[i].code, APP_REVIEW_NOTE) == 0;
    str_addf(ret, _("✓ %s, ✗ %s of %s"), SAY(r->yes), SAY(r->no), SAY(rows));
    if (!r->came)
        return;
    str_addf(ret, "   %s: ", _("marks"));
    say_mark(ret, &r->total.marks, 2);
    str_add(ret, " / ");
    say_marks(ret, r->total.full);
}

void received_draw_heading(const struct received_screen *screen, struct canvas *canvas)
{
    const struct app_review *r = screen->review;
    autostr arrival = STR_INIT, verdict = STR_INIT, counts = STR_INIT;
    const char *const names[] = {r->plan ? r->plan->title : r->of.plan,
                                 r->plan ? r->plan->short_name : r->of.plan};
    title_draw_below(canvas, screen->app, r->name, names, r->of.fiscal_year, r->of.quarter);
    say_arrival(r, &arrival);
    canvas_text(canvas, 1, 1, canvas->cols - 2, STYLE_PLAIN, ALIGN_LEFT, arrival.buf, arrival.len);
    if (r->came)
        say_verdict(r, &verdict);
    say_counts(r, &counts);
    const int columns = text_columns(counts.buf, counts.len), room = canvas->cols - columns - 4;
    canvas_text(canvas, 2, 1, room, verdict_style(r->receipt.verdict), ALIGN_LEFT, verdict.buf,
                verdict.len);
    canvas_text(canvas, 2, canvas->cols - columns - 1, columns, STYLE_DIM, ALIGN_RIGHT, counts.buf,
                counts.len);
}

// --- the pane -----------------------------------------------------------------------------------

struct pane {
    struct canvas *canvas;
    int row, end;  // rows left: row .. end-1
    bool measured; // nothing is drawn: how far down it would go
};

static void put(struct pane *pane, enum style style, int most, const struct str *text)
{
    const int rows = pane->end - pane->row, columns = pane->canvas->cols - 2;
    most = rows < most ? rows : most;
    if (!text->len || rows <= 0)
        return;
    pane->row += pane->measured
                     ? canvas_lines(pane->canvas, text->buf, text->len, columns, style, most)
                     : canvas_wrapped(pane->canvas, pane->row, 1, most, columns, style, text->buf,
                                      text->len);
}

static void put_labelled(struct pane *pane, enum style style, const char *label, const char *value)
{
    autostr text = STR_INIT;
    if (!*value)
        return;
    str_addf(&text, "%s: %s", label, value);
    put(pane, style, 2, &text);
}

static void say_shown(const struct app_review_row *row, const struct entry *entry, struct str *ret)
{
    if (entry->state == ENTRY_VALUE)
        entry_write(ret, row->indicator, entry, user_style());
    else
        str_add(ret, entry_state_name(entry->state));
}

// «২৬ (as typed: ২৬ জন)»
static void say_typed(const struct app_review_row *row, struct str *ret)
{
    autostr read = STR_INIT;
    say_shown(row, row->entry, &read);
    str_add(ret, read.buf);
    if (*row->entry->typed && strcmp(row->entry->typed, "-") != 0 &&
        strcmp(row->entry->typed, read.buf) != 0)
        str_addf(ret, _(" (typed: “%s”)"), row->entry->typed);
}

static void put_figure(struct pane *pane, const struct app_review *r,
                       const struct app_review_row *row)
{
    autostr text = STR_INIT;
    str_addf(&text, "%s: ", _("Target"));
    target_write(&text, row->indicator, &row->indicator->grade[0], user_style());
    for (int q = 1; row->entry && q <= r->of.quarter; q++) {
        str_add(&text, "   ");
        period_say_quarter(&text, q);
        str_add(&text, ": ");
        if (q == r->of.quarter)
            say_typed(row, &text);
        else
            say_shown(row, row->entry + q - r->of.quarter, &text);
    }
    if (row->score && row->score->marks.set) {
        str_addf(&text, "   %s: ", _("marks"));
        say_mark(&text, &row->score->marks, 2);
        str_add(&text, " / ");
        say_marks(&text, row->score->weight);
    }
    put(pane, STYLE_PLAIN, 2, &text);
}

static void put_asked(struct pane *pane, const struct app_review_row *row)
{
    autostr quarter = STR_INIT, text = STR_INIT;
    if (!row->asked_quarter)
        return;
    period_say_quarter(&quarter, row->asked_quarter);
    str_addf(&text, _("Asked for in the %s: %s"), quarter.buf, row->asked);
    if (*row->asked_answer)
        str_addf(&text, "  %s: %s", _("Answer"), row->asked_answer);
    put(pane, STYLE_WARNING, 2, &text);
}

static void put_before(struct pane *pane, const struct app_review_row *row)
{
    autostr text = STR_INIT;
    if (!row->before)
        return;
    str_addf(&text, "↺ %s: ", _("Sent again"));
    say_change(&text, row->indicator, row->before->state, row->before->typed, row->entry->state,
               row->entry->typed);
    if (strcmp(row->before->remark, row->entry->remark) != 0)
        str_addf(&text, _("; remark “%s” → “%s”"), row->before->remark, row->entry->remark);
    put(pane, STYLE_WARNING, 2, &text);
}

static void put_findings(struct pane *pane, const struct app_review *r, const char *code)
{
    for (size_t i = 0; i < r->findings.count; i++) {
        const struct finding *finding = &r->findings.finding[i];
        autostr text = STR_INIT;
        if (strcmp(finding->indicator, code) != 0)
            continue;
        str_addf(&text, "! %s", finding->message);
        if (finding->answer)
            str_addf(&text, "  %s: %s", _("Answer"), finding->answer);
        put(pane, finding->answer ? STYLE_GOOD : STYLE_WARNING, 2, &text);
    }
}

static void put_line(struct pane *pane, const struct app_review *review,
                     const struct app_review_row *line)
{
    autostr head = STR_INIT;
    if (strcmp(line->code, APP_REVIEW_NOTE) == 0)
        str_add(&head, _("Note on the whole return"));
    else {
        text_digits(&head, line->code, strlen(line->code), i18n_digits());
        str_addf(&head, "  %s", line->indicator ? line->text : _("no longer in the plan"));
    }
    put(pane, STYLE_HEADING, 2, &head);
    if (line->indicator)
        put_figure(pane, review, line);
    put_asked(pane, line);
    put_before(pane, line);
    if (line->entry)
        put_labelled(pane, STYLE_DIM, _("Remark"), line->entry->remark);
    put_labelled(pane, STYLE_PLAIN, _("Reviewer's remark"), line->mark.remark);
    put_labelled(pane, STYLE_GOOD, _("Answer"), line->answer);
    put_findings(pane, review, line->code);
    put_labelled(pane, STYLE_DIM, _("Proofs sent"), line->proof);
    if (line->indicator)
        put_labelled(pane, STYLE_DIM, _("Evidence"), line->indicator->evidence);
}

int received_pane_rows(const struct received_screen *screen, struct canvas *canvas, int most)
{
    const struct app_review *review = screen->review;
    int rows = 0;
    for (size_t i = 0; i < review->rows && rows < most; i++) {
        struct pane pane = {canvas, 1, most, true};
        put_line(&pane, review, &review->row[i]);
        rows = pane.row > rows ? pane.row : rows;
    }
    return rows;
}

void received_draw_pane(const struct received_screen *screen, struct canvas *canvas, int row,
                        int rows)
{
    struct pane pane = {canvas, row + 1, row + rows, false};
    const struct app_review_row *line = received_marked(screen);
    canvas_rule(canvas, row, 0, canvas->cols, RULE_HORIZONTAL);
    if (line)
        put_line(&pane, screen->review, line);
}
