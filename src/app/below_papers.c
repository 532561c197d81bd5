// SPDX-License-Identifier: GPL-3.0-or-later
// Totals and ranks as papers show them.
#include "below.h"

#include "orjon/base/text.h"

#include <string.h>

void below_put_text(const struct below_listing *l, struct listed *row, int cell, const char *text)
{
    autostr own = STR_INIT;
    text_digits(&own, text, strlen(text), l->digits);
    listings_put(l->lists, row, cell, own.buf);
}

void below_put_office(const struct below_listing *l, struct listed *row, int cell,
                      const struct below_office *office)
{
    autostr name = STR_INIT;
    str_addf(&name, "%s%s", office->office->name, office->on_paper ? " (কাগজে)" : "");
    below_put_text(l, row, cell, name.buf);
}

void below_put_count(const struct below_listing *l, struct listed *row, int cell, size_t count)
{
    autostr text = STR_INIT;
    str_addf(&text, "%zu", count);
    below_put_text(l, row, cell, text.buf);
}

static void put_number(const struct below_listing *l, struct listed *row, int cell,
                       struct maybe number)
{
    autostr text = STR_INIT;
    if (number.set)
        number_write(&text, number.value, (struct number_style){.digits = l->digits});
    else
        str_add_char(&text, '-');
    listings_put(l->lists, row, cell, text.buf);
}

static void put_mark(const struct below_listing *l, struct listed *row, int cell,
                     const struct mark *mark)
{
    autostr text = STR_INIT;
    if (mark->set)
        ratio_write(&text, mark->r, 2, l->digits);
    else
        str_add_char(&text, '-');
    listings_put(l->lists, row, cell, text.buf);
}

// Sums and offices are whole or have the decimals of their figures; means and rates have two.
static void put_amount(const struct below_listing *l, struct listed *row, int cell,
                       const struct mark *mark, enum fold fold)
{
    struct maybe value = {0};
    const bool plain = fold == FOLD_SUM || fold == FOLD_ON_TIME;
    value.set =
        plain && mark->set && ratio_round(mark->r, NUMBER_DECIMALS, &value.value) == STATUS_OK;
    if (value.set)
        put_number(l, row, cell, value);
    else
        put_mark(l, row, cell, mark);
}

static void list_part(const struct below_listing *l)
{
    const struct below *b = l->below;
    autostr coverage = STR_INIT, missing = STR_INIT;
    struct listed *row = listings_add(l->lists, LISTING_PART);
    below_say_coverage(b, LANGUAGE_BENGALI, l->digits, &coverage);
    for (size_t i = 0; i < b->count; i++)
        if (!b->office[i].receipt)
            str_addf(&missing, "%s%s", missing.len ? "; " : "", b->office[i].office->name);
    below_put_text(l, row, LISTED_PART_PLAN, b->name);
    below_put_text(l, row, LISTED_PART_TITLE, b->plan->title);
    below_put_text(l, row, LISTED_PART_COVERAGE, coverage.buf);
    below_put_text(l, row, LISTED_PART_MISSING, missing.buf);
    below_put_count(l, row, LISTED_PART_SENT, b->sent);
    below_put_count(l, row, LISTED_PART_OFFICES, b->count);
}

// Why a list has nothing in it, or nothing to say.
static void put_note(const struct below_listing *l, const char *text)
{
    const struct listing *parts = &l->lists->of[LISTING_PART];
    below_put_text(l, &parts->row[parts->count - 1], LISTED_PART_NOTE, text);
}

// --- totals -------------------------------------------------------------------------------------

static const char *together(enum fold fold, const struct tally_result *result)
{
    static const char *const words[] = {"সমষ্টি", "গড়", "হার", "সময়মতো সম্পন্ন কার্যালয়"};
    return words[fold == FOLD_RATE && !result->by_counts ? FOLD_MEAN : fold];
}

static enum status list_total(const struct below_listing *l, const struct indicator *indicator,
                              const struct tally *tally, struct err *err)
{
    const enum fold fold = fold_of(indicator);
    struct tally_result result;
    const enum status status = tally_result(tally, fold, &result, err);
    if (status)
        return status;
    struct listed *row = listings_add(l->lists, LISTING_TOTAL);
    below_put_text(l, row, LISTED_TOTAL_CODE, indicator->code);
    below_put_text(l, row, LISTED_TOTAL_TEXT, indicator->text);
    below_put_text(l, row, LISTED_TOTAL_UNIT, indicator->unit);
    below_put_text(l, row, LISTED_TOTAL_TOGETHER, together(fold, &result));
    put_amount(l, row, LISTED_TOTAL_TARGET, &result.target, fold);
    put_amount(l, row, LISTED_TOTAL_TOTAL, &result.total, fold);
    put_mark(l, row, LISTED_TOTAL_PERCENT, &result.percent);
    below_put_count(l, row, LISTED_TOTAL_FIGURES, tally->done);
    below_put_count(l, row, LISTED_TOTAL_ZERO, tally->zeros + tally->nothing);
    below_put_count(l, row, LISTED_TOTAL_LATER, tally->not_due);
    below_put_count(l, row, LISTED_TOTAL_BLANK, tally_blank(tally));
    below_put_count(l, row, LISTED_TOTAL_EXEMPT, tally->no_case + tally->not_applicable);
    below_put_count(l, row, LISTED_TOTAL_UNSENT, l->below->count - l->below->sent);
    return STATUS_OK;
}

static enum status list_totals(const struct below_listing *l, struct err *err)
{
    autoconsolidation c = {0};
    enum status status = app_below_total(l->below, &c, err);
    for (size_t i = 0; i < l->below->plan->count && !status; i++)
        status = list_total(l, &l->below->plan->indicator[i], &c.row[i], err);
    for (size_t i = 0; i < c.asides && !status; i++) {
        struct listed *row = listings_add(l->lists, LISTING_ASIDE);
        below_put_text(l, row, LISTED_ASIDE_CODE, c.aside[i].indicator->code);
        below_put_text(l, row, LISTED_ASIDE_TEXT, c.aside[i].indicator->text);
        below_put_text(l, row, LISTED_ASIDE_WHY, aside_name(c.aside[i].why, LANGUAGE_BENGALI));
        below_put_count(l, row, LISTED_ASIDE_OFFICES, c.aside[i].offices);
    }
    return status;
}

// --- ranks --------------------------------------------------------------------------------------

// By the other targets too, where they were changed within the year.
static void put_marks(const struct below_listing *l, struct listed *row, const struct standing *s)
{
    autostr text = STR_INIT;
    put_mark(l, row, LISTED_STANDING_MARKS, &s->marks);
    if (!s->other.set)
        return;
    str_addf(&text, "%s (অন্য লক্ষ্যমাত্রায় ", row->text[LISTED_STANDING_MARKS]);
    ratio_write(&text, s->other.r, 2, l->digits);
    str_add_char(&text, ')');
    below_put_text(l, row, LISTED_STANDING_MARKS, text.buf);
}

static void list_standing(const struct below_listing *l, const struct standing *s)
{
    const struct below_office *office = below_find(l->below, s->office);
    autostr rank = STR_INIT, filled = STR_INIT;
    struct listed *row = listings_add(l->lists, LISTING_STANDING);
    rank_write(&rank, s->rank, s->shared, LANGUAGE_BENGALI, l->digits);
    str_addf(&filled, "%zu/%zu", s->filled, s->expected);
    below_put_text(l, row, LISTED_STANDING_RANK, s->rank ? rank.buf : "-");
    below_put_text(l, row, LISTED_STANDING_CODE, office->office->code);
    below_put_office(l, row, LISTED_STANDING_OFFICE, office);
    put_number(l, row, LISTED_STANDING_FULL, s->full);
    put_marks(l, row, s);
    put_mark(l, row, LISTED_STANDING_PERCENT, &s->percent);
    below_put_text(l, row, LISTED_STANDING_FILLED, s->plan ? filled.buf : "প্রেরণ করা হয়নি");
    if (s->group > 1) // the largest needs no word
        below_put_count(l, row, LISTED_STANDING_GROUP, s->group);
}

static enum status list_standings(const struct below_listing *l, struct err *err)
{
    autofree struct standing *standing = NULL;
    bool ranked = false, full = false;
    const enum status status = app_below_rank(l->below, &standing, NULL, err);
    for (size_t i = 0; i < l->below->count && !status; i++) {
        list_standing(l, &standing[i]);
        ranked |= standing[i].rank > 0;
        full |= standing[i].full.set && standing[i].full.value > 0;
    }
    if (!status && !ranked)
        put_note(l, full ? "কোনো কার্যালয়ের নম্বর পাওয়া যায়নি বিধায় অবস্থান নির্ধারণ করা যায়নি।"
                         : "কর্মপরিকল্পনায় পূর্ণমান উল্লেখ না থাকায় অবস্থান নির্ধারণ করা যায়নি।");
    return status;
}

// --- what is odd --------------------------------------------------------------------------------

// Papers are in Bengali, whatever the screens are in; so is what they say of a return.
static enum status rank_in_bengali(const struct below_listing *l, struct standing **ret,
                                   struct outliers *odd, struct err *err)
{
    const enum language language = i18n_language();
    const enum digits digits = i18n_digits();
    i18n_set_language(LANGUAGE_BENGALI);
    i18n_set_digits(l->digits);
    const enum status status = app_below_rank(l->below, ret, odd, err);
    i18n_set_language(language);
    i18n_set_digits(digits);
    return status;
}

static enum status list_odds(const struct below_listing *l, struct err *err)
{
    autofree struct standing *standing = NULL;
    autooutliers odd = {0};
    const enum status status = rank_in_bengali(l, &standing, &odd, err);
    for (size_t i = 0; i < odd.count && !status; i++) {
        const struct outlier *outlier = &odd.outlier[i];
        const struct below_office *office = below_find(l->below, outlier->office);
        struct listed *row = listings_add(l->lists, LISTING_ODD);
        below_put_text(l, row, LISTED_ODD_CODE, office->office->code);
        below_put_text(l, row, LISTED_ODD_OFFICE, office->office->name);
        below_put_text(l, row, LISTED_ODD_INDICATOR,
                       *outlier->indicator ? outlier->indicator : "সকল");
        below_put_text(l, row, LISTED_ODD_TEXT, outlier->message);
    }
    if (!status && !odd.count)
        put_note(l, "অস্বাভাবিক কিছু পাওয়া যায়নি।");
    return status;
}

// --- papers -------------------------------------------------------------------------------------

struct listing_papers {
    struct app *app;
    struct app_below_of of;
    enum digits digits;
    struct listings *lists;
    enum status (*list)(const struct below_listing *l, struct err *err);
    struct err *err;
};

static enum status list_plan(void *data, const char *plan)
{
    struct listing_papers *p = data;
    autobelow *below = NULL;
    struct app_below_of of = p->of;
    of.plan = plan;
    enum status status = app_below_open(p->app, &of, &below, p->err);
    if (status == STATUS_NOT_FOUND && !p->of.plan && p->lists->of[LISTING_PART].count)
        return STATUS_OK; // offices elsewhere have sent that one
    if (status)
        return status;
    const struct below_listing l = {below, p->digits, p->lists};
    list_part(&l);
    return p->list(&l, p->err);
}

enum status below_list(struct app *app, const struct app_below_of *of, const char *paper,
                       enum digits digits, struct listings *ret, struct err *err)
{
    static const struct {
        const char *paper;
        enum status (*list)(const struct below_listing *l, struct err *err);
    } lists[] = {{"consolidated", list_totals},
                 {"ranking", list_standings},
                 {"trend", below_list_trend},
                 {"outliers", list_odds}};
    struct listing_papers p = {app, *of, digits, ret, below_list_matrix, err};
    p.of.anyway = true;
    for (size_t i = 0; i < sizeof lists / sizeof *lists; i++)
        if (strcmp(lists[i].paper, paper) == 0) {
            p.list = lists[i].list;
            p.of.anyway = false;
        }
    if (of->plan || p.of.anyway)
        return list_plan(&p, of->plan);
    return app_below_plans(app, of, list_plan, &p, err);
}
