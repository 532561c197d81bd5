// SPDX-License-Identifier: GPL-3.0-or-later
// What stands around the table: above it the plan's marks, below it the selected indicator in full,
// its grades, its working, what to type. While a figure is typed, both tell what it would earn.
#include "labelled.h"
#include "return.h"
#include "spark.h"

#include "orjon/app/year.h"
#include "orjon/base/text.h"
#include "orjon/domain/schedule.h"

#include <string.h>

// --- the heading --------------------------------------------------------------------------------

static const char *filter_name(enum return_filter filter)
{
    switch (filter) {
    case FILTER_EMPTY:
        return _("not filled in");
    case FILTER_BEHIND:
        return _("behind schedule");
    case FILTER_FINDINGS:
        return _("with findings");
    case FILTER_REMARKED:
        return _("remarked");
    case FILTER_CHANGED:
        return _("changed since");
    default:
        return "";
    }
}

// «১৫.০০ / ২০»
static void add_of(struct str *ret, const struct mark *mark, struct maybe full)
{
    say_mark(ret, mark, 2);
    if (!full.set)
        return;
    str_add(ret, " / ");
    say_marks(ret, full);
}

enum {
    ROOM_FILLED = 5,
    ROOM_OF = 10,
    ROOM_FIGURE = 8,
    ROOM_PERCENT = 6,
    ROOM_UNIT = 6,
    ROOM_WEIGHT = 2
};

static void draw_totals(const struct return_screen *screen, struct canvas *canvas, int edge)
{
    const struct book *book = screen->book;
    const struct plan_score *total = screen->live.set ? &screen->live.total : &book->total;
    autostr filled = STR_INIT, marks = STR_INIT, share = STR_INIT, filter = STR_INIT;
    struct labelled rows = labelled_rows(canvas, 1, 2, 1, edge);
    str_addf(&filled, "%s/%s", SAY(total->filled), SAY(total->expected));
    add_of(&marks, &total->marks, total->full);
    add_of(&share, &total->apa, book->plan->apa_marks);
    str_add(&filter, filter_name(screen->filter));
    labelled_put(&rows, _("filled in"), STYLE_PLAIN, &filled, ROOM_FILLED);
    labelled_put(&rows, _("marks"), STYLE_PLAIN, &marks, ROOM_OF);
    if (screen->filter)
        labelled_put(&rows, _("shown"), STYLE_WARNING, &filter, 0);
    // No figure is cut in two: the share has its place on the first screen, too.
    labelled_put(&rows, _("share of the agreement"), STYLE_PLAIN, &share, ROOM_OF);
}

void return_draw_heading(const struct return_screen *screen, struct canvas *canvas)
{
    const int quarter = screen->book->quarter;
    title_draw_plan(canvas, screen->book, "", quarter,
                    return_reviewed(screen)->waits ? TITLE_RETURNED
                                                   : title_stage_of(screen->book, quarter));
    draw_totals(screen, canvas, canvas->cols - 1);
}

// --- the pane -----------------------------------------------------------------------------------

struct pane {
    struct canvas *canvas;
    int row, end; // rows left: row .. end-1
};

static void put(struct pane *pane, enum style style, int most, const struct str *text)
{
    int rows = pane->end - pane->row;
    if (!text->len || rows <= 0)
        return;
    pane->row += canvas_wrapped(pane->canvas, pane->row, 1, rows < most ? rows : most,
                                pane->canvas->cols - 2, style, text->buf, text->len);
}

static void put_indicator(struct pane *pane, const struct indicator *indicator)
{
    autostr text = STR_INIT, code = STR_INIT;
    text_digits(&code, indicator->code, strlen(indicator->code), i18n_digits());
    str_addf(&text, "%s  %s", code.buf, indicator->text);
    put(pane, STYLE_HEADING, 3, &text);
}

// What was remarked, what was answered, and what stood there when it was.
static void put_remarked(struct pane *pane, const struct return_screen *screen, size_t i,
                         int quarter)
{
    const struct app_reviewed *reviewed = return_reviewed(screen);
    const struct app_remark *remark =
        quarter == screen->book->quarter ? return_remark(screen, i) : NULL;
    const struct app_difference *change = return_change(screen, i, quarter);
    autostr text = STR_INIT, answer = STR_INIT, before = STR_INIT;
    if (remark) {
        app_say_remark(reviewed, remark, &text);
        if (*remark->answer.text)
            str_addf(&answer, "%s: %s", _("Answer"), remark->answer.text);
    }
    if (change)
        str_addf(&before, "↺ %s: %s", _("in the return that was sent back"),
                 *change->before ? change->before : entry_state_name(ENTRY_EMPTY));
    put(pane, answer.len || reviewed->corrected ? STYLE_DIM : STYLE_WARNING, 2, &text);
    put(pane, STYLE_GOOD, 2, &answer);
    put(pane, STYLE_DIM, 1, &before);
}

static void put_activity(struct pane *pane, const struct indicator *indicator)
{
    autostr text = STR_INIT;
    if (strcmp(indicator->activity, indicator->text) == 0)
        return;
    str_add(&text, indicator->activity);
    put(pane, STYLE_DIM, 2, &text);
}

static void add_grades(struct str *text, const struct indicator *indicator)
{
    if (!rule_has_grades(indicator->rule)) {
        target_write(text, indicator, &indicator->grade[0], user_style());
        str_add(text, indicator->grade[0].set ? "" : "-");
        return;
    }
    for (int g = 0; g < GRADES_MAX; g++) {
        if (!indicator->grade[g].set)
            continue;
        str_addf(text, "%s%s: ", g ? ", " : "", SAY(grade_percent(indicator, (size_t)g)));
        target_write(text, indicator, &indicator->grade[g], user_style());
    }
}

static void put_target(struct labelled *rows, const struct indicator *indicator, int quarter)
{
    autostr unit = STR_INIT, weight = STR_INIT, target = STR_INIT, own = STR_INIT;
    str_add(&unit, *indicator->unit ? indicator->unit : "-");
    say_marks(&weight, indicator->weight);
    add_grades(&target, indicator);
    labelled_put(rows, _("Unit"), STYLE_PLAIN, &unit, ROOM_UNIT);
    labelled_put(rows, _("Weight"), STYLE_PLAIN, &weight, ROOM_WEIGHT);
    labelled_put(rows, _("Target"), STYLE_PLAIN, &target, ROOM_FIGURE);
    if (!indicator->quarter[quarter - 1].set)
        return;
    target_write(&own, indicator, &indicator->quarter[quarter - 1], user_style());
    labelled_put(rows, _("this quarter"), STYLE_PLAIN, &own, ROOM_FIGURE);
}

static void put_quarters(struct labelled *rows, const struct indicator *indicator,
                         const struct year *year, int quarter, const struct return_live *live)
{
    for (int q = 1; q <= QUARTERS; q++) {
        const bool typed = live->set && live->quarter == q;
        const struct entry *entry = typed ? &live->entry : &year->quarter[q - 1];
        autostr name = STR_INIT, text = STR_INIT;
        if (entry->state == ENTRY_EMPTY && q != quarter)
            continue;
        period_say_quarter(&name, q);
        if (entry->state == ENTRY_VALUE)
            entry_write(&text, indicator, entry, user_style());
        else
            str_add(&text, entry_state_name(entry->state));
        labelled_put(rows, name.buf, STYLE_PLAIN, &text, ROOM_FIGURE);
    }
}

// Labelled values in at most two rows of the pane.
static struct labelled rows_of(const struct pane *pane)
{
    const int end = pane->row + 2 < pane->end ? pane->row + 2 : pane->end;
    return labelled_rows(pane->canvas, pane->row, end, 1, pane->canvas->cols - 1);
}

static void put_facts(struct pane *pane, const struct return_screen *screen, size_t i, int quarter)
{
    const struct book *book = screen->book;
    struct labelled rows = rows_of(pane);
    put_target(&rows, &book->plan->indicator[i], quarter);
    pane->row = labelled_below(&rows);
    rows = rows_of(pane);
    put_quarters(&rows, &book->plan->indicator[i], &book->years[i], book->quarter, &screen->live);
    pane->row = labelled_below(&rows);
}

// «২০২২-২০২৩: অর্জন ৪ …»: what the same indicator came to a year before.
static void put_year_before(struct pane *pane, const struct return_screen *screen, size_t i)
{
    const struct book *before = screen->before;
    const struct indicator *was = app_same_indicator(before, &screen->book->plan->indicator[i]);
    autostr text = STR_INIT;
    if (!was)
        return;
    const size_t at = (size_t)(was - before->plan->indicator);
    const struct score *score = &before->scores[at];
    if (!score->total.set)
        return;
    str_addf(&text, "%s (", _("Last year"));
    period_write_year(&text, before->plan->fiscal_year, i18n_digits());
    str_addf(&text, "): %s ", _("Done"));
    say_total(&text, was, score, total_decimals(was, &before->years[at], QUARTERS));
    str_addf(&text, "   %s ", _("Target"));
    target_write(&text, was, &was->grade[0], user_style());
    str_addf(&text, "%s   %s ", was->grade[0].set ? "" : "-", _("marks"));
    add_of(&text, &score->marks, score->weight);
    put(pane, STYLE_DIM, 1, &text);
}

// A row that is there even when it is empty: while a figure is typed nothing below may move.
static void put_row(struct pane *pane, enum style style, const struct str *text)
{
    if (pane->row < pane->end)
        canvas_text(pane->canvas, pane->row, 1, pane->canvas->cols - 2, style, ALIGN_LEFT,
                    text->buf, text->len);
    pane->row++;
}

static void put_score(struct pane *pane, const struct indicator *indicator,
                      const struct score *score, int decimals)
{
    autostr done = STR_INIT, annual = STR_INIT, own = STR_INIT, marks = STR_INIT;
    const int end = pane->row < pane->end ? pane->row + 1 : pane->row;
    struct labelled rows = labelled_rows(pane->canvas, pane->row, end, 1, pane->canvas->cols - 1);
    if (score->total.set)
        say_total(&done, indicator, score, decimals);
    else
        str_add_char(&done, '-');
    say_mark(&annual, &score->annual, 2);
    say_mark(&own, &score->quarter, 2);
    add_of(&marks, &score->marks, score->weight);
    labelled_put(&rows, _("Done"), STYLE_PLAIN, &done, ROOM_FIGURE);
    labelled_put(&rows, _("marks"), STYLE_PLAIN, &marks, ROOM_OF);
    labelled_put(&rows, _("Annual percent"), STYLE_PLAIN, &annual, ROOM_PERCENT);
    if (score->quarter.set)
        labelled_put(&rows, _("of the quarter's target"), STYLE_PLAIN, &own, ROOM_PERCENT);
    pane->row++;
}

// What it has come to, with the figure being typed if it reads as one, and what would win more.
static void put_working(struct pane *pane, const struct return_screen *screen, size_t i)
{
    const struct indicator *indicator = &screen->book->plan->indicator[i];
    const struct score *score = screen->live.set ? &screen->live.score : &screen->book->scores[i];
    const int decimals = screen->live.set ? screen->live.decimals
                                          : total_decimals(indicator, &screen->book->years[i],
                                                           screen->book->quarter);
    autostr next = STR_INIT;
    put_score(pane, indicator, score, decimals);
    schedule_next_step(indicator, score, app_today(screen->app), &next);
    put_row(pane, STYLE_WARNING, &next);
}

static void put_labelled(struct pane *pane, const char *label, const char *value, int most)
{
    autostr text = STR_INIT;
    if (!*value)
        return;
    str_addf(&text, "%s: %s", label, value);
    put(pane, STYLE_DIM, most, &text);
}

// In the rule above the pane, where it takes no room: the quarters as bars, with what is typed.
static void draw_spark(const struct return_screen *screen, struct canvas *canvas, int row, size_t i)
{
    const struct book *book = screen->book;
    struct mark reached[QUARTERS];
    schedule_reached(&book->plan->indicator[i], &book->years[i], book->quarter, reached);
    if (screen->live.set)
        reached[book->quarter - 1] = screen->live.score.annual;
    spark_draw(canvas, row, reached);
}

void return_draw_pane(const struct return_screen *screen, struct canvas *canvas, int row, int rows)
{
    struct pane pane = {canvas, row + 1, row + rows};
    size_t i = 0;
    const struct indicator *indicator = return_indicator(screen, &i);
    canvas_rule(canvas, row, 0, canvas->cols, RULE_HORIZONTAL);
    if (!indicator)
        return;
    draw_spark(screen, canvas, row, i);
    const struct book *book = screen->book;
    int quarter = return_quarter_at(screen, grid_col(screen->grid));
    quarter = quarter ? quarter : book->quarter;
    put_indicator(&pane, indicator);
    put_remarked(&pane, screen, i, quarter);
    put_facts(&pane, screen, i, quarter);
    put_year_before(&pane, screen, i);
    put_working(&pane, screen, i);
    if (screen->live.state >= 0)
        put_labelled(&pane, _("Enter saves"),
                     entry_state_name((enum entry_state)screen->live.state), 1);
    else
        put_labelled(&pane, *screen->live.read ? _("Read as") : _("How to type it"),
                     *screen->live.read ? screen->live.read : entry_expectation(indicator), 1);
    put_labelled(&pane, _("Remark"), book->years[i].quarter[quarter - 1].remark, 2);
    put_labelled(&pane, _("Evidence"), indicator->evidence, 2);
    put_activity(&pane, indicator);
    put_labelled(&pane, _("Responsible"), indicator->responsible, 1);
}
