// SPDX-License-Identifier: GPL-3.0-or-later
// orjon progress: the year to date over all plans, and where marks can still be won.
#include "command.h"
#include "figures.h"

#include "orjon/app/progress.h"
#include "orjon/base/text.h"
#include "orjon/domain/date.h"

#include <stdlib.h>
#include <string.h>

// --- rows for machines --------------------------------------------------------------------------

static const char *schedule_word(enum schedule schedule)
{
    static const char *const words[] = {
        [SCHEDULE_RESTS] = "NA", [SCHEDULE_KEPT] = "kept", [SCHEDULE_BEHIND] = "behind"};
    return words[schedule];
}

static void put_tsv(const struct progress_row *row, struct str *ret)
{
    const struct indicator *indicator = progress_indicator(row);
    period_write_year_short(ret, row->book->plan->fiscal_year);
    str_addf(ret, "\t%s\t%s\t", row->book->plan->name, indicator->code);
    figures_add_target(ret, indicator);
    str_add_char(ret, '\t');
    figures_add_total(ret, indicator, progress_score(row));
    for (int q = 0; q < QUARTERS; q++) {
        str_add_char(ret, '\t');
        figures_add_mark(ret, &row->reached[q]);
    }
    str_addf(ret, "\t%s\t", schedule_word(row->schedule));
    figures_add_mark(ret, &row->got);
    str_add_char(ret, '\t');
    figures_add_mark(ret, &row->left);
    str_add_char(ret, '\t');
    if (row->has_due)
        date_write_iso(ret, row->due);
    else
        str_add(ret, "NA");
    str_addf(ret, "\t%zu\n", row->findings);
}

// --- lines for people ---------------------------------------------------------------------------

enum { WHERE = 28, PERCENT = 6, MARKS = 9, DUE = 10 };

static void add_cell(struct str *ret, const char *text, int columns, enum align align)
{
    text_pad(ret, text, strlen(text), columns, align);
    str_add_char(ret, ' ');
}

static void add_mark(struct str *ret, const struct mark *mark, int decimals, int columns)
{
    autostr text = STR_INIT;
    if (mark->set)
        ratio_write(&text, mark->r, decimals, i18n_digits());
    else
        str_add(&text, "·");
    str_add(&text, mark->set && !decimals ? "%" : "");
    add_cell(ret, text.buf, columns, ALIGN_RIGHT);
}

static void put_headings(struct str *ret)
{
    str_add(ret, "  ");
    add_cell(ret, _("Plan"), WHERE, ALIGN_LEFT);
    for (int q = 1; q <= QUARTERS; q++) {
        autostr name = STR_INIT;
        period_say_quarter_short(&name, q);
        add_cell(ret, name.buf, PERCENT, ALIGN_RIGHT);
    }
    add_cell(ret, _("Marks"), MARKS, ALIGN_RIGHT);
    add_cell(ret, _("To win"), MARKS, ALIGN_RIGHT);
    add_cell(ret, _("Due"), DUE, ALIGN_LEFT);
    str_addf(ret, "%s\n", _("Indicator"));
}

static void put_text(const struct progress_row *row, struct str *ret)
{
    static const char *const signs[] = {
        [SCHEDULE_RESTS] = "  ", [SCHEDULE_KEPT] = "✓ ", [SCHEDULE_BEHIND] = "! "};
    const struct indicator *indicator = progress_indicator(row);
    autostr where = STR_INIT, due = STR_INIT;
    str_addf(&where, "%s ", row->book->plan->short_name);
    text_digits(&where, indicator->code, strlen(indicator->code), i18n_digits());
    if (row->has_due)
        date_write(&due, row->due, i18n_digits());
    str_add(ret, signs[row->schedule]);
    add_cell(ret, where.buf, WHERE, ALIGN_LEFT);
    for (int q = 0; q < QUARTERS; q++)
        add_mark(ret, &row->reached[q], 0, PERCENT);
    add_mark(ret, &row->got, 2, MARKS);
    add_mark(ret, &row->left, 2, MARKS);
    add_cell(ret, due.buf, DUE, ALIGN_LEFT);
    str_addf(ret, "%s\n", indicator->text);
}

// --- the command --------------------------------------------------------------------------------

struct wish {
    enum progress_filter filter;
    enum progress_order order;
};

static enum status read_wish(const struct command *c, struct wish *ret, struct err *err)
{
    for (size_t w = 0; w < c->words; w++) {
        const int filter = progress_filter_from_word(c->word[w]),
                  order = progress_order_from_word(c->word[w]);
        if (filter < 0 && order < 0)
            return err_set(err, STATUS_USAGE, _("The command is: orjon %s %s"), "progress",
                           verb_progress.arguments);
        ret->filter = filter < 0 ? ret->filter : (enum progress_filter)filter;
        ret->order = order < 0 ? ret->order : (enum progress_order)order;
    }
    return STATUS_OK;
}

static void put(const struct progress *progress, struct wish wish, bool tsv, struct str *ret)
{
    autofree const struct progress_row **row = mem_alloc((progress->count + 1) * sizeof *row);
    const size_t count = progress_list(progress, wish.filter, wish.order, row);
    if (tsv)
        str_add(ret, "fiscal_year\tplan\tindicator\ttarget\ttotal\tq1\tq2\tq3\tq4\tschedule\t"
                     "score\tto_win\tdue\tfindings\n");
    else
        put_headings(ret);
    for (size_t i = 0; i < count; i++)
        (tsv ? put_tsv : put_text)(row[i], ret);
}

static enum status run(const struct command *c, struct err *err)
{
    __attribute__((cleanup(app_close))) struct app *app = NULL;
    autoprogress progress = {0};
    autostr text = STR_INIT;
    struct wish wish = {PROGRESS_ALL, PROGRESS_BY_MARKS};
    bool tsv = false;
    enum status status = command_read_format(c, &tsv, err);
    if (!status)
        status = read_wish(c, &wish, err);
    if (!status)
        status = app_open(&c->app, &app, err);
    if (!status)
        status = app_progress(app, c->fiscal_year, c->quarter, &progress, err);
    if (status)
        return status;
    put(&progress, wish, tsv, &text);
    return command_put(&text, err);
}

const struct verb verb_progress = {
    .name = "progress",
    .arguments = "[behind|empty|findings] [marks|date|plan] [--fiscal-year Y] [--quarter N] "
                 "[--format text|tsv]",
    .summary = N_("the year to date over all plans: where marks can still be won"),
    .details = N_("One line for each indicator: percent of the year's target up to each quarter, "
                  "marks earned and still to be won, the day by which more can be done; ! is "
                  "behind schedule, ✓ on schedule. behind, empty and findings list only what is "
                  "behind, not filled in this quarter or has findings; marks, date and plan say by "
                  "what the lines go, by the marks to be won if omitted."),
    .options = "yqt",
    .words_max = 2,
    .run = run,
};
