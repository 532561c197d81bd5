// SPDX-License-Identifier: GPL-3.0-or-later
// The totals of the offices below quarter after quarter, as papers show them.
#include "below.h"

enum { BAR = 12 }; // blocks, which some fonts of papers draw wider than letters

static void add_line(struct str *ret, const char *text)
{
    str_addf(ret, "%s%s", ret->len ? "\n" : "", text);
}

// As long as the total is of the largest one, to the half; nothing for none.
static void add_bar(struct str *ret, const struct mark *total, struct ratio most)
{
    struct ratio part;
    __int128 halves = 0;
    autostr bar = STR_INIT;
    if (total->set && most.num > 0 && total->r.num > 0 && ratio_divide(total->r, most, &part) &&
        ratio_multiply(part, ratio_of(2 * BAR, 1), &part) &&
        ratio_round(part, 0, &halves) == STATUS_OK) {
        str_add_repeat(&bar, "█", (size_t)(halves / 2));
        str_add(&bar, halves % 2 ? "▌" : "");
    }
    add_line(ret, bar.buf);
}

static void add_when(struct str *ret, const struct below_point *point)
{
    autostr when = STR_INIT;
    period_write_year(&when, point->fiscal_year, DIGITS_BENGALI);
    str_addf(&when, ", %s ত্রৈ.", period_quarter_ordinal(point->quarter, DIGITS_BENGALI));
    add_line(ret, when.buf);
}

static void add_total(struct str *ret, const struct mark *total, enum fold fold, enum digits digits)
{
    autostr text = STR_INIT;
    struct maybe value = {0};
    if ((fold == FOLD_SUM || fold == FOLD_ON_TIME) && total->set &&
        ratio_round(total->r, NUMBER_DECIMALS, &value.value) == STATUS_OK)
        number_write(&text, value.value, (struct number_style){.digits = digits});
    else if (total->set)
        ratio_write(&text, total->r, 2, digits);
    add_line(ret, text.len ? text.buf : "-");
}

static void list_trend_of(const struct below_listing *l, const struct below_trend *trend, size_t i)
{
    const struct indicator *indicator = &l->below->plan->indicator[i];
    struct ratio most = ratio_of(0, 1);
    autostr when = STR_INIT, sent = STR_INIT, total = STR_INIT, bar = STR_INIT;
    struct listed *row = listings_add(l->lists, LISTING_TREND);
    for (size_t k = 0; k < trend->count; k++) {
        const struct mark *own = &trend->point[k].result[i].total;
        if (own->set && ratio_compare(own->r, most) > 0)
            most = own->r;
    }
    for (size_t k = 0; k < trend->count; k++) {
        const struct below_point *point = &trend->point[k];
        str_addf(&sent, "%s%zu/%zu", k ? "\n" : "", point->sent, point->offices);
        add_when(&when, point);
        add_total(&total, &point->result[i].total, fold_of(indicator), l->digits);
        add_bar(&bar, &point->result[i].total, most);
    }
    below_put_text(l, row, LISTED_TREND_CODE, indicator->code);
    below_put_text(l, row, LISTED_TREND_TEXT, indicator->text);
    below_put_text(l, row, LISTED_TREND_WHEN, when.buf);
    below_put_text(l, row, LISTED_TREND_SENT, sent.buf);
    below_put_text(l, row, LISTED_TREND_TOTAL, total.buf);
    below_put_text(l, row, LISTED_TREND_BAR, bar.buf);
}

enum status below_list_trend(const struct below_listing *l, struct err *err)
{
    autotrend trend = {0};
    const enum status status = app_below_trend(l->below, &trend, err);
    for (size_t i = 0; i < l->below->plan->count && !status; i++)
        list_trend_of(l, &trend, i);
    return status;
}
