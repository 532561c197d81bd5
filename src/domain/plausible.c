// SPDX-License-Identifier: GPL-3.0-or-later
// Figures that nobody would believe unasked: far above the target, a part above its whole, a date
// said twice. Each is a query, since now and then one of them is true. A figure that only the
// quarters together make unbelievable is questioned in the quarter that makes it so.
#include "checking.h"

#include "orjon/domain/date.h"
#include "reading.h"
#include "scoring.h"

static const int64_t HUNDRED = 100 * NUMBER_ONE;

// Whether the quarter's own figure is above the limit, or takes the year so far above it. *ret is
// the figure, or the year so far, and *ret_sum which of them.
static bool passes(const struct place *place, const struct year *year, struct ratio limit,
                   struct ratio *ret, bool *ret_sum)
{
    const struct indicator *i = place->indicator;
    struct total now, before;
    *ret_sum = false;
    if (!total_of_entry(i, &year->quarter[place->quarter - 1], ret))
        return false;
    if (ratio_compare(*ret, limit) > 0)
        return true;
    if (!total_of_year(i, year, place->quarter, &now) ||
        !total_of_year(i, year, place->quarter - 1, &before))
        return false;
    *ret = now.achieved;
    *ret_sum = true;
    return ratio_compare(now.achieved, limit) > 0 && ratio_compare(before.achieved, limit) <= 0;
}

static struct number_style style(void)
{
    return (struct number_style){.digits = i18n_digits(), .grouped = true};
}

static void add_number(struct str *ret, struct ratio number)
{
    __int128 value = 0;
    if (ratio_round(number, NUMBER_DECIMALS, &value) == STATUS_OK)
        number_write(ret, value, style());
}

static struct ratio believed(const struct indicator *indicator, __int128 target)
{
    const struct maybe factor = indicator->plausible;
    const struct ratio times =
        factor.set ? ratio_of(factor.value, NUMBER_ONE) : ratio_of(PLAUSIBLE_USUAL, 1);
    struct ratio limit = ratio_of(target, NUMBER_ONE);
    return ratio_multiply(limit, times, &limit) ? limit : ratio_of(INT64_MAX, 1);
}

// A count is measured against the target count, as its percent.
static void check_far_above(const struct place *place, const struct year *year)
{
    const struct indicator *i = place->indicator;
    const struct entry *entry = &year->quarter[place->quarter - 1];
    const bool counted = i->kind == KIND_PERCENT && i->target_count.set && entry->count.set;
    const __int128 target = counted ? HUNDRED : i->grade[0].value;
    const struct ratio limit = believed(i, target);
    struct ratio figure;
    bool sum = false;
    if ((!counted && !i->grade[0].set) || target <= 0 || !passes(place, year, limit, &figure, &sum))
        return;
    autostr have = STR_INIT, want = STR_INIT, times = STR_INIT;
    const char *sign = i->kind == KIND_PERCENT ? "%" : "";
    add_number(&have, figure);
    add_number(&times, believed(i, NUMBER_ONE));
    target_write(&want, i, &i->grade[0], style());
    if (sum)
        check_find(place, SEVERITY_QUERY, "far-above-target",
                   _("With this figure the total is %s%s, over %s times the target %s; correct it, "
                     "or answer why it is right"),
                   have.buf, sign, times.buf, want.buf);
    else
        check_find(place, SEVERITY_QUERY, "far-above-target",
                   _("%s%s is over %s times the target %s; correct it, or answer why it is right"),
                   have.buf, sign, times.buf, want.buf);
}

// --- numbers ------------------------------------------------------------------------------------

// «৩৪০» in a row whose target is 0.00340 lakh. A target that is whole itself may be passed by a
// whole number, unless by far.
static bool check_bare(const struct place *place, const struct entry *entry)
{
    const struct indicator *i = place->indicator;
    const struct target *target = &i->grade[0];
    const char *unit = reading_large_unit(i->unit);
    const __int128 value = entry->value.value;
    if (!unit || reading_large_unit(entry->typed) || value % NUMBER_ONE || !target->set ||
        target->value <= 0 || value <= target->value)
        return false;
    if (target->value % NUMBER_ONE == 0 &&
        ratio_compare(ratio_of(value, NUMBER_ONE), believed(i, target->value)) <= 0)
        return false;
    autostr have = STR_INIT, want = STR_INIT;
    number_write(&have, value, style());
    target_write(&want, i, target, style());
    check_find(place, SEVERITY_QUERY, "lakh",
               _("This row is counted in %s and its target is %s: is %s a bare number? Then write "
                 "it in %s, else answer why it is right"),
               unit, want.buf, have.buf, unit);
    return true;
}

// --- percents -----------------------------------------------------------------------------------

static bool check_part(const struct place *place, const struct entry *entry)
{
    if (!entry->count.set || !entry->denominator.set ||
        entry->count.value <= entry->denominator.value)
        return false;
    autostr part = STR_INIT, whole = STR_INIT;
    number_write(&part, entry->count.value, style());
    number_write(&whole, entry->denominator.value, style());
    check_find(place, SEVERITY_QUERY, "part-above-whole",
               _("%s of %s: the part is above the whole; correct it, or answer why it is right"),
               part.buf, whole.buf);
    return true;
}

// «৯২%(৪৮)» is a target of 48 out of some 52. The percent was rounded to a whole one, so the whole
// may be a little larger than it says.
static bool check_count(const struct place *place, const struct year *year)
{
    const struct indicator *i = place->indicator;
    const struct target *target = &i->grade[0];
    const __int128 percent = target->set ? target->value : HUNDRED;
    const __int128 least = percent == HUNDRED ? HUNDRED : percent - NUMBER_ONE / 2;
    struct ratio figure;
    bool sum = false;
    if (least <= 0 || !passes(place, year, ratio_of(100 * HUNDRED, least), &figure, &sum))
        return false;
    autostr count = STR_INIT, want = STR_INIT, whole = STR_INIT;
    if (!ratio_multiply(figure, ratio_of(i->target_count.value, HUNDRED), &figure))
        return false;
    add_number(&count, figure);
    target_write(&want, i, target, style());
    ratio_write(&whole, (struct ratio){i->target_count.value * 100, percent}, 0, i18n_digits());
    check_find(
        place, SEVERITY_QUERY, "part-above-whole",
        _("%s is above the whole: the target %s is of about %s; correct it, or answer why it "
          "is right"),
        count.buf, want.buf, whole.buf);
    return true;
}

static bool check_hundred(const struct place *place, const struct year *year)
{
    struct ratio figure;
    bool sum = false;
    if (place->indicator->grade[0].value > HUNDRED || // as of growth
        !passes(place, year, ratio_of(100, 1), &figure, &sum))
        return false;
    autostr percent = STR_INIT;
    add_number(&percent, figure);
    if (sum)
        check_find(place, SEVERITY_QUERY, "sum-above-hundred",
                   _("With this figure the quarters add up to %s%%, above 100%%; correct it, or "
                     "answer why it is right"),
                   percent.buf);
    else
        check_find(place, SEVERITY_QUERY, "above-hundred",
                   _("%s%% is above 100%%; correct it, or answer why it is right"), percent.buf);
    return true;
}

static bool check_share(const struct place *place, const struct year *year)
{
    const struct indicator *i = place->indicator;
    const struct entry *entry = &year->quarter[place->quarter - 1];
    if (check_part(place, entry))
        return true;
    if (entry->count.set && i->target_count.set)
        return check_count(place, year);
    return check_hundred(place, year);
}

// --- dated items --------------------------------------------------------------------------------

static void find_twice(const struct place *place, int32_t date, int quarter)
{
    autostr text = STR_INIT, where = STR_INIT;
    date_write(&text, date, i18n_digits());
    period_say_quarter(&where, quarter);
    if (quarter == place->quarter)
        check_find(place, SEVERITY_QUERY, "date-twice",
                   _("The date %s stands here twice; correct it, or answer why it is right"),
                   text.buf);
    else
        check_find(place, SEVERITY_QUERY, "date-twice",
                   _("The date %s stands in %s already; correct it, or answer why it is right"),
                   text.buf, where.buf);
}

static bool has_date(const struct entry *entry, size_t dates, int32_t date)
{
    for (size_t i = 0; entry->state == ENTRY_VALUE && i < dates; i++)
        if (entry->date[i] == date)
            return true;
    return false;
}

static void check_twice(const struct place *place, const struct year *year)
{
    const struct entry *entry = &year->quarter[place->quarter - 1];
    for (size_t i = 0; i < entry->dates; i++) {
        int quarter = place->quarter;
        if (!has_date(entry, i, entry->date[i]))
            for (quarter--; quarter > 0; quarter--)
                if (has_date(&year->quarter[quarter - 1], year->quarter[quarter - 1].dates,
                             entry->date[i]))
                    break;
        if (quarter > 0)
            find_twice(place, entry->date[i], quarter);
    }
}

static void check_many(const struct place *place, const struct year *year)
{
    const struct target *target = &place->indicator->grade[0];
    int64_t before = 0;
    for (int q = 1; q < place->quarter; q++)
        before += (int64_t)year->quarter[q - 1].dates;
    const int64_t own = (int64_t)year->quarter[place->quarter - 1].dates;
    if (!target->set || before + own <= target->value ||
        (before > target->value && own <= target->value))
        return;
    check_find(place, SEVERITY_QUERY, "dates-above-target",
               _("%s dates are given and the target is %s; correct them, or answer why they are "
                 "right"),
               SAY(before + own), SAY(target->value));
}

void check_plausible(const struct place *place, const struct year *year)
{
    const struct entry *entry = &year->quarter[place->quarter - 1];
    if (entry->state != ENTRY_VALUE)
        return;
    switch (place->indicator->kind) {
    case KIND_NUMBER:
        if (!check_bare(place, entry))
            check_far_above(place, year);
        return;
    case KIND_PERCENT:
        if (!check_share(place, year))
            check_far_above(place, year);
        return;
    case KIND_DATES:
        check_twice(place, year);
        check_many(place, year);
        return;
    default:
        return;
    }
}
