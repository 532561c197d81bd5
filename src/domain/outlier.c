// SPDX-License-Identifier: GPL-3.0-or-later
// Figures far from what an office, or its peers, usually have; returns that look copied.
#include "orjon/domain/outlier.h"

#include "orjon/base/i18n.h"

#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

struct peer {
    int64_t office;
    __int128 value;
};
struct outlier_peers {
    struct peer *peer;
    size_t count, cap;
};

void outliers_init(struct outliers *ret, const struct plan *plan, int quarter)
{
    *ret = (struct outliers){.plan = plan, .quarter = quarter};
    ret->peers = mem_alloc((plan->count + 1) * sizeof *ret->peers);
}

void outliers_done(struct outliers *outliers)
{
    for (size_t i = 0; outliers->plan && i < outliers->plan->count; i++)
        free(outliers->peers[i].peer);
    free(outliers->peers);
    free(outliers->outlier);
    arena_done(&outliers->texts);
    *outliers = (struct outliers){0};
}

__attribute__((format(printf, 5, 6))) static void add(struct outliers *o, int64_t office,
                                                      const char *code, const char *indicator,
                                                      const char *format, ...)
{
    autostr text = STR_INIT;
    va_list args;
    va_start(args, format);
    str_addv(&text, format, args);
    va_end(args);
    if (o->count == o->cap) {
        o->cap = o->cap ? 2 * o->cap : 16;
        o->outlier = mem_resize(o->outlier, o->cap, sizeof *o->outlier);
    }
    o->outlier[o->count++] =
        (struct outlier){office, code, arena_text(&o->texts, indicator, strlen(indicator)),
                         arena_text(&o->texts, text.buf, text.len)};
}

static void say(struct str *ret, __int128 value)
{
    number_write(ret, value, (struct number_style){.digits = i18n_digits()});
}

// Percents are within a hundred of each other whatever happens, and dates are no amounts.
static bool has_amount(const struct indicator *row, const struct entry *entry)
{
    return row->kind == KIND_NUMBER && entry->state == ENTRY_VALUE && entry->value.set;
}

// --- one return alone ---------------------------------------------------------------------------

static void look_at_habit(struct outliers *o, int64_t office, const struct indicator *row,
                          const struct year *year)
{
    const struct entry *now = &year->quarter[o->quarter - 1];
    __int128 sum = 0;
    int count = 0;
    for (int q = 0; q < o->quarter - 1; q++)
        if (has_amount(row, &year->quarter[q]) && year->quarter[q].value.value > 0) {
            sum += year->quarter[q].value.value;
            count++;
        }
    if (!has_amount(row, now) || count < OUTLIER_HABIT_LEAST ||
        now->value.value * count <= OUTLIER_TIMES * sum)
        return;
    autostr figure = STR_INIT, mean = STR_INIT;
    say(&figure, now->value.value);
    ratio_write(&mean, ratio_of(sum, NUMBER_ONE * count), 2, i18n_digits());
    add(o, office, "habit", row->code,
        _("%s is more than %s times the %s that the office has had on average in the quarters "
          "before"),
        figure.buf, SAY(OUTLIER_TIMES), mean.buf);
}

static bool is_same(const struct indicator *row, const struct year *year, int quarter,
                    bool *ret_has_figures)
{
    const struct entry *first = &year->quarter[0];
    *ret_has_figures = false;
    if (row->kind != KIND_NUMBER && row->kind != KIND_PERCENT)
        return true;
    bool same = true;
    for (int q = 0; q < quarter; q++) {
        const struct entry *entry = &year->quarter[q];
        *ret_has_figures |= entry->state == ENTRY_VALUE;
        same = same && entry->state == first->state && entry->value.set == first->value.set &&
               (!entry->value.set || entry->value.value == first->value.value) &&
               entry->count.set == first->count.set &&
               (!entry->count.set || entry->count.value == first->count.value);
    }
    return same || !*ret_has_figures;
}

static void look_at_sameness(struct outliers *o, const struct outlier_case *c)
{
    const struct plan *plan = c->fitting->of;
    size_t rows = 0;
    for (size_t i = 0; i < plan->count; i++) {
        bool has_figures = false;
        if (!is_same(&plan->indicator[i], &c->years[i], o->quarter, &has_figures))
            return;
        rows += has_figures;
    }
    if (rows >= OUTLIER_ROWS_LEAST && o->quarter >= OUTLIER_SAME_LEAST)
        add(o, c->office, "same", "", _("All its figures (%s) are the same in each of %s quarters"),
            SAY(rows), SAY(o->quarter));
}

static void look_at_fullness(struct outliers *o, const struct outlier_case *c)
{
    size_t rows = 0;
    for (size_t i = 0; i < c->fitting->of->count; i++) {
        const struct score *score = &c->scores[i];
        if (!score->marks.set || !score->raw.set)
            continue;
        if (ratio_compare(score->raw.r, ratio_of(100, 1)) != 0)
            return;
        rows++;
    }
    if (rows >= OUTLIER_ROWS_LEAST)
        add(o, c->office, "all-full", "", _("All %s indicators have their full marks"), SAY(rows));
}

static void look_at_marks(struct outliers *o, const struct outlier_case *c)
{
    const struct plan *plan = c->fitting->of;
    for (size_t i = 0; c->evaluator && i < plan->count; i++) {
        const struct maybe weight =
            c->scores[i].weight.set ? c->scores[i].weight : plan->indicator[i].weight;
        if (!c->evaluator[i].set || !weight.set || c->evaluator[i].value <= weight.value)
            continue;
        autostr given = STR_INIT, full = STR_INIT;
        say(&given, c->evaluator[i].value);
        say(&full, weight.value);
        add(o, c->office, "over-weight", plan->indicator[i].code,
            _("The evaluator gave %s marks, and its weight is %s"), given.buf, full.buf);
    }
    const struct plan_score *total = c->total;
    if (!total->marks.set || !total->full.set ||
        ratio_compare(total->marks.r, ratio_of(total->full.value, NUMBER_ONE)) <= 0)
        return;
    autostr marks = STR_INIT, full = STR_INIT;
    ratio_write(&marks, total->marks.r, 2, i18n_digits());
    say(&full, total->full.value);
    add(o, c->office, "over-full", "", _("It comes to %s marks, and the full marks are %s"),
        marks.buf, full.buf);
}

// --- all of them --------------------------------------------------------------------------------

static void remember(struct outliers *o, int64_t office, size_t row, __int128 value)
{
    struct outlier_peers *peers = &o->peers[row];
    if (peers->count == peers->cap) {
        peers->cap = peers->cap ? 2 * peers->cap : 16;
        peers->peer = mem_resize(peers->peer, peers->cap, sizeof *peers->peer);
    }
    peers->peer[peers->count++] = (struct peer){office, value};
}

void outliers_return(struct outliers *o, const struct outlier_case *c)
{
    const struct plan *plan = c->fitting->of;
    for (size_t i = 0; i < plan->count; i++) {
        const struct entry *entry = &c->years[i].quarter[o->quarter - 1];
        look_at_habit(o, c->office, &plan->indicator[i], &c->years[i]);
        if (c->fitting->place[i] >= 0 && has_amount(&plan->indicator[i], entry) &&
            entry->value.value > 0)
            remember(o, c->office, (size_t)c->fitting->place[i], entry->value.value);
    }
    look_at_sameness(o, c);
    look_at_fullness(o, c);
    look_at_marks(o, c);
}

static int by_value(const void *a, const void *b)
{
    const struct peer *x = a, *y = b;
    if (x->value != y->value)
        return x->value < y->value ? -1 : 1;
    return x->office < y->office ? -1 : x->office > y->office;
}

// Twice the median of all but one of a sorted list.
static __int128 twice_median(const struct outlier_peers *peers, size_t without)
{
    const size_t rest = peers->count - 1;
    const size_t low = (rest - 1) / 2, high = rest / 2;
    return peers->peer[low < without ? low : low + 1].value +
           peers->peer[high < without ? high : high + 1].value;
}

static void compare_row(struct outliers *o, size_t row)
{
    struct outlier_peers *peers = &o->peers[row];
    if (peers->count < OUTLIER_PEERS_LEAST + 1)
        return;
    qsort(peers->peer, peers->count, sizeof *peers->peer, by_value);
    for (size_t i = 0; i < peers->count; i++) {
        const __int128 twice = twice_median(peers, i);
        if (2 * peers->peer[i].value <= OUTLIER_TIMES * twice)
            continue;
        autostr figure = STR_INIT, median = STR_INIT;
        say(&figure, peers->peer[i].value);
        ratio_write(&median, ratio_of(twice, 2 * NUMBER_ONE), 2, i18n_digits());
        add(o, peers->peer[i].office, "peers", o->plan->indicator[row].code,
            _("%s is more than %s times the %s that half of the other %s offices do not exceed"),
            figure.buf, SAY(OUTLIER_TIMES), median.buf, SAY(peers->count - 1));
    }
}

void outliers_compare(struct outliers *o)
{
    for (size_t row = 0; row < o->plan->count; row++)
        compare_row(o, row);
}
