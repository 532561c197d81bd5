// SPDX-License-Identifier: GPL-3.0-or-later
// What stands around the table: above it the plan's marks, below it the selected indicator in full,
// its grades, its working, what to type. While a figure is typed, both tell what it would earn.
#include "return.h"

#include "orjon/base/text.h"
#include "orjon/domain/schedule.h"

#include <string.h>

// --- the figure being typed, and the heading ----------------------------------------------------

// «12+7+9» is shown as 28 before it is saved.
static void say_reading(const struct indicator *indicator, const struct entry *entry,
                        const char *typed, char *ret, size_t size)
{
    autostr read = STR_INIT, is = STR_INIT, was = STR_INIT;
    if (entry->state == ENTRY_VALUE)
        entry_write(&read, indicator, entry, user_style());
    text_digits(&is, read.buf, read.len, DIGITS_LATIN);
    text_digits(&was, typed, strlen(typed), DIGITS_LATIN);
    if (read.len && strcmp(is.buf, was.buf) != 0)
        text_copy(ret, size, read.buf);
}

void return_update_live(struct return_screen *screen)
{
    const struct book *book = screen->book;
    size_t i = 0;
    const char *typed = grid_typed(screen->grid);
    const struct indicator *indicator = return_indicator(screen, &i);
    int quarter = return_quarter_at(screen, grid_col(screen->grid));
    struct entry entry = {.typed = "", .remark = ""};
    screen->live = (struct return_live){.state = -1};
    if (!grid_editing(screen->grid) || !indicator || !quarter)
        return;
    const struct return_place place = {i, quarter};
    const struct app_figure figure = return_figure(screen, &place, typed);
    screen->live.state = figure.state;
    if (figure.state >= 0)
        entry.state = (enum entry_state)figure.state;
    else if (entry_read(indicator, typed, strlen(typed), ENTRY_TYPED, &entry, NULL))
        return;
    say_reading(indicator, &entry, typed, screen->live.read, sizeof screen->live.read);
    autofree struct year *years = mem_alloc(book->plan->count * sizeof *years);
    autofree struct score *scores = mem_alloc(book->plan->count * sizeof *scores);
    memcpy(years, book->years, book->plan->count * sizeof *years);
    years[i].quarter[quarter - 1] = entry;
    screen->live.set = score_plan(book->plan, years, book->quarter, scores, &screen->live.total,
                                  NULL) == STATUS_OK;
    screen->live.score = scores[i];
    screen->live.decimals = total_decimals(indicator, &years[i], book->quarter);
}

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

// Two blanks before each figure: then a figure that changes is sent alone.
void return_draw_heading(const struct return_screen *screen, struct canvas *canvas)
{
    const struct book *book = screen->book;
    const struct plan_score *total = screen->live.set ? &screen->live.total : &book->total;
    autostr text = STR_INIT, share = STR_INIT, filter = STR_INIT, title = STR_INIT;
    if (book->sender)
        str_addf(&title, _("%s (on paper): "), book->sender_name);
    str_add(&title, book->plan->title);
    title_draw(canvas, screen->app, title.buf, book->plan->fiscal_year, book->quarter);
    str_addf(&text, "%s:  %s/%s   %s:  ", _("filled in"), SAY(total->filled), SAY(total->expected),
             _("marks"));
    say_mark(&text, &total->marks, 2);
    str_add(&text, "  / ");
    say_marks(&text, total->full);
    const bool waits = return_reviewed(screen)->waits;
    const char *final = waits                                      ? _("RETURNED")
                        : book->sealed & 1U << (book->quarter - 1) ? _("FINALISED")
                                                                   : "";
    const int columns = text_columns(final, strlen(final));
    if (screen->filter)
        str_addf(&filter, "   [%s]", filter_name(screen->filter));
    str_addf(&share, "   %s:  ", _("share of the agreement"));
    say_mark(&share, &total->apa, 2);
    str_add(&share, "  / ");
    say_marks(&share, book->plan->apa_marks);
    // No figure is cut in two: the share has its place on the first screen, too.
    if (text_columns(text.buf, text.len) + text_columns(share.buf, share.len) +
            text_columns(filter.buf, filter.len) <=
        canvas->cols - columns - 4)
        str_add(&text, share.buf);
    str_add(&text, filter.buf);
    canvas_text(canvas, 1, 1, canvas->cols - columns - 4, STYLE_DIM, ALIGN_LEFT, text.buf,
                text.len);
    canvas_text(canvas, 1, canvas->cols - columns - 1, columns, waits ? STYLE_ERROR : STYLE_GOOD,
                ALIGN_LEFT, final, strlen(final));
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

static void put_target(struct pane *pane, const struct indicator *indicator, int quarter)
{
    autostr text = STR_INIT;
    str_addf(&text, "%s: %s   %s: ", _("Unit"), *indicator->unit ? indicator->unit : "-",
             _("Weight"));
    say_marks(&text, indicator->weight);
    str_addf(&text, "   %s: ", _("Target"));
    add_grades(&text, indicator);
    if (indicator->quarter[quarter - 1].set) {
        str_addf(&text, "   %s: ", _("this quarter"));
        target_write(&text, indicator, &indicator->quarter[quarter - 1], user_style());
    }
    put(pane, STYLE_PLAIN, 2, &text);
}

static void put_quarters(struct pane *pane, const struct indicator *indicator,
                         const struct year *year, int quarter)
{
    autostr text = STR_INIT;
    for (int q = 1; q <= QUARTERS; q++) {
        const struct entry *entry = &year->quarter[q - 1];
        if (entry->state == ENTRY_EMPTY && q != quarter)
            continue;
        str_add(&text, text.len ? "   " : "");
        period_say_quarter(&text, q);
        str_add(&text, ": ");
        if (entry->state == ENTRY_VALUE)
            entry_write(&text, indicator, entry, user_style());
        else
            str_add(&text, entry_state_name(entry->state));
    }
    put(pane, STYLE_PLAIN, 2, &text);
}

// A row that is there even when it is empty: while a figure is typed nothing below may move.
static void put_row(struct pane *pane, enum style style, const struct str *text)
{
    if (pane->row < pane->end)
        canvas_text(pane->canvas, pane->row, 1, pane->canvas->cols - 2, style, ALIGN_LEFT,
                    text->buf, text->len);
    pane->row++;
}

// What it has come to, with the figure being typed if it reads as one, and what would win more. Two
// blanks before each figure: then a figure that changes is sent alone.
static void put_working(struct pane *pane, const struct return_screen *screen, size_t i)
{
    const struct indicator *indicator = &screen->book->plan->indicator[i];
    const struct score *score = screen->live.set ? &screen->live.score : &screen->book->scores[i];
    const int decimals = screen->live.set ? screen->live.decimals
                                          : total_decimals(indicator, &screen->book->years[i],
                                                           screen->book->quarter);
    autostr text = STR_INIT, next = STR_INIT;
    str_addf(&text, "%s:  ", _("Done"));
    if (score->total.set)
        say_total(&text, indicator, score, decimals);
    else
        str_add_char(&text, '-');
    str_addf(&text, "   %s:  ", _("Annual percent"));
    say_mark(&text, &score->annual, 2);
    if (score->quarter.set) {
        str_addf(&text, "   %s:  ", _("of the quarter's target"));
        say_mark(&text, &score->quarter, 2);
    }
    str_addf(&text, "   %s:  ", _("marks"));
    say_mark(&text, &score->marks, 2);
    if (score->weight.set) {
        str_add(&text, "  / ");
        say_marks(&text, score->weight);
    }
    put_row(pane, STYLE_PLAIN, &text);
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

void return_draw_pane(const struct return_screen *screen, struct canvas *canvas, int row, int rows)
{
    struct pane pane = {canvas, row + 1, row + rows};
    size_t i = 0;
    const struct indicator *indicator = return_indicator(screen, &i);
    canvas_rule(canvas, row, 0, canvas->cols, RULE_HORIZONTAL);
    if (!indicator)
        return;
    const struct book *book = screen->book;
    int quarter = return_quarter_at(screen, grid_col(screen->grid));
    quarter = quarter ? quarter : book->quarter;
    put_indicator(&pane, indicator);
    put_remarked(&pane, screen, i, quarter);
    put_target(&pane, indicator, quarter);
    put_quarters(&pane, indicator, &book->years[i], book->quarter);
    put_working(&pane, screen, i);
    if (screen->live.state >= 0)
        put_labelled(&pane, _("Enter saves"),
                     entry_state_name((enum entry_state)screen->live.state), 1);
    else
        put_labelled(&pane, *screen->live.read ? _("Read as") : _("To type"),
                     *screen->live.read ? screen->live.read : entry_expectation(indicator), 1);
    put_labelled(&pane, _("Remark"), book->years[i].quarter[quarter - 1].remark, 2);
    put_labelled(&pane, _("Evidence"), indicator->evidence, 2);
    put_activity(&pane, indicator);
    put_labelled(&pane, _("Responsible"), indicator->responsible, 1);
}
