// SPDX-License-Identifier: GPL-3.0-or-later
// The tables of «orjon consolidated», of one plan each.
#include "consolidated.h"

#include "orjon/base/tsv.h"
#include "orjon/domain/date.h"

#include <string.h>

enum { CELLS_MAX = 24 };

// A row on its way out.
struct cells {
    struct str cell[CELLS_MAX];
    size_t count;
};

static struct str *next(struct cells *row)
{
    struct str *cell = &row->cell[row->count++];
    *cell = STR_INIT;
    return cell;
}

static void put_text(struct cells *row, const char *text)
{
    str_add(next(row), text);
}

static void put_count(struct cells *row, size_t count)
{
    str_addf(next(row), "%zu", count);
}

static void put_mark(struct cells *row, const struct mark *mark)
{
    struct str *cell = next(row);
    if (mark->set)
        ratio_write(cell, mark->r, 2, DIGITS_LATIN);
    else
        str_add(cell, "NA");
}

// A sum has the decimals of its figures, all else two.
static void put_amount(struct cells *row, const struct mark *mark, enum fold fold)
{
    __int128 value = 0;
    if (mark->set && (fold == FOLD_SUM || fold == FOLD_ON_TIME) &&
        ratio_round(mark->r, NUMBER_DECIMALS, &value) == STATUS_OK)
        number_write(next(row), value, (struct number_style){.digits = DIGITS_LATIN});
    else
        put_mark(row, mark);
}

static void put_date(struct cells *row, int32_t day, bool there)
{
    struct str *cell = next(row);
    if (there)
        date_write_iso(cell, day);
}

static void end_row(struct cells *row, struct str *ret)
{
    const char *cell[CELLS_MAX];
    for (size_t i = 0; i < row->count; i++)
        cell[i] = row->cell[i].buf;
    tsv_write_cells(ret, cell, row->count);
    str_add_char(ret, '\n');
    for (size_t i = 0; i < row->count; i++)
        str_done(&row->cell[i]);
    row->count = 0;
}

// --- what is written of one plan ----------------------------------------------------------------

static enum status put_totals(const struct below *below, struct str *ret, struct err *err)
{
    autoconsolidation c = {0};
    enum status status = app_below_total(below, &c, err);
    for (size_t i = 0; i < below->plan->count && !status; i++) {
        const struct indicator *indicator = &below->plan->indicator[i];
        const struct tally *tally = &c.row[i];
        const enum fold fold = fold_of(indicator);
        struct tally_result result;
        struct cells row = {.count = 0};
        status = tally_result(tally, fold, &result, err);
        if (status)
            return status;
        put_text(&row, below->name);
        put_text(&row, indicator->code);
        put_text(&row, indicator->text);
        put_text(&row, indicator->unit);
        put_text(&row, method_word(indicator->method));
        put_text(&row, fold == FOLD_RATE && !result.by_counts ? "mean" : fold_word(fold));
        put_amount(&row, &result.total, fold);
        put_amount(&row, &result.target, fold);
        put_mark(&row, &result.percent);
        put_count(&row, below->count);
        put_count(&row, below->sent);
        put_count(&row, tally->having);
        put_count(&row, tally->done);
        put_count(&row, tally->zeros + tally->nothing);
        put_count(&row, tally->not_due);
        put_count(&row, tally_blank(tally));
        put_count(&row, tally->no_case);
        put_count(&row, tally->not_applicable);
        put_count(&row, below->count - below->sent);
        put_count(&row, tally->on_time);
        put_count(&row, tally->late);
        end_row(&row, ret);
    }
    return status;
}

static enum status put_ranking(const struct below *below, struct str *ret, struct err *err)
{
    autofree struct standing *standing = NULL;
    enum status status = app_below_rank(below, &standing, NULL, err);
    for (size_t i = 0; i < below->count && !status; i++) {
        const struct standing *s = &standing[i];
        const struct below_office *office = below_find(below, s->office);
        const struct mark full = {s->full.set, ratio_of(s->full.value, NUMBER_ONE)};
        struct cells row = {.count = 0};
        put_text(&row, below->name);
        put_count(&row, s->group);
        if (s->rank)
            put_count(&row, s->rank);
        else
            put_text(&row, "NA");
        put_text(&row, s->shared ? "yes" : "no");
        put_text(&row, office->office->code);
        put_text(&row, office->office->name);
        put_mark(&row, &s->marks);
        put_mark(&row, &full);
        put_mark(&row, &s->percent);
        put_count(&row, s->filled);
        put_count(&row, s->expected);
        put_text(&row, !s->plan ? "not-sent" : s->rank ? "ranked" : "no-marks");
        put_mark(&row, &s->other);
        end_row(&row, ret);
    }
    return status;
}

static enum status put_outliers(const struct below *below, struct str *ret, struct err *err)
{
    autofree struct standing *standing = NULL;
    autooutliers odd = {0};
    enum status status = app_below_rank(below, &standing, &odd, err);
    for (size_t i = 0; i < odd.count && !status; i++) {
        const struct below_office *office = below_find(below, odd.outlier[i].office);
        struct cells row = {.count = 0};
        put_text(&row, below->name);
        put_text(&row, office->office->code);
        put_text(&row, office->office->name);
        put_text(&row, odd.outlier[i].code);
        put_text(&row, odd.outlier[i].indicator);
        put_text(&row, odd.outlier[i].message);
        end_row(&row, ret);
    }
    return status;
}

static enum status put_offices(const struct below *below, struct str *ret, struct err *err)
{
    static const char *const verdicts[] = {"none", "accepted", "returned"};
    (void)err;
    for (size_t i = 0; i < below->count; i++) {
        const struct below_office *office = &below->office[i];
        struct cells row = {.count = 0};
        put_text(&row, below->name);
        put_text(&row, office->office->code);
        put_text(&row, office->office->name);
        put_text(&row, office->receipt ? "yes" : "no");
        put_text(&row, office->on_paper ? "yes" : "no");
        put_date(&row, office->first_day, office->receipt);
        put_date(&row, office->day, office->receipt);
        put_text(&row, verdicts[office->verdict]);
        end_row(&row, ret);
    }
    return STATUS_OK;
}

static enum status put_aside(const struct below *below, struct str *ret, struct err *err)
{
    autoconsolidation c = {0};
    enum status status = app_below_total(below, &c, err);
    for (size_t i = 0; i < c.asides && !status; i++) {
        const struct aside *aside = &c.aside[i];
        struct cells row = {.count = 0};
        put_text(&row, below->name);
        put_text(&row, aside->indicator->code);
        put_text(&row, aside->indicator->text);
        put_text(&row, aside_word(aside->why));
        put_text(&row, aside_name(aside->why, i18n_language()));
        put_count(&row, aside->offices);
        put_count(&row, aside->figures);
        end_row(&row, ret);
    }
    return status;
}

static enum status put_trend(const struct below *below, struct str *ret, struct err *err)
{
    autotrend trend = {0};
    enum status status = app_below_trend(below, &trend, err);
    for (size_t i = 0; i < below->plan->count && !status; i++)
        for (size_t k = 0; k < trend.count; k++) {
            const struct below_point *point = &trend.point[k];
            const struct indicator *indicator = &below->plan->indicator[i];
            struct cells row = {.count = 0};
            put_text(&row, below->name);
            put_text(&row, indicator->code);
            put_text(&row, indicator->text);
            period_write_year_short(next(&row), point->fiscal_year);
            put_count(&row, (size_t)point->quarter);
            put_count(&row, point->sent);
            put_count(&row, point->offices);
            put_amount(&row, &point->result[i].total, fold_of(indicator));
            put_mark(&row, &point->result[i].percent);
            end_row(&row, ret);
        }
    return status;
}

// --- all of them --------------------------------------------------------------------------------

const struct consolidated_part consolidated_parts[] = {
    {"totals", "consolidated",
     "plan\tindicator\ttext\tunit\tmethod\ttogether\ttotal\ttarget\tpercent\toffices\tsent\thaving"
     "\t"
     "figures\tzero\tnot_due\tblank\tno_case\tnot_applicable\tnot_sent\ton_time\tlate\n",
     put_totals, false},
    {"ranking", "ranking",
     "plan\tgroup\trank\tjoint\tcode\toffice\tmarks\tfull\tpercent\tfilled\texpected\tstate\tother_"
     "marks\n",
     put_ranking, false},
    {"trend", "trend",
     "plan\tindicator\ttext\tfiscal_year\tquarter\tsent\toffices\ttotal\tpercent\n", put_trend,
     false},
    {"outliers", "outliers", "plan\tcode\toffice\twhat\tindicator\tmessage\n", put_outliers, true},
    {"offices", NULL, "plan\tcode\toffice\tsent\ton_paper\tfirst_day\tday\tverdict\n", put_offices,
     false},
    {"aside", NULL, "plan\tindicator\ttext\twhat\twhy\toffices\tfigures\n", put_aside, false},
    {0},
};
