// SPDX-License-Identifier: GPL-3.0-or-later
// The page of the totals: each indicator over all offices.
#include "below.h"

#include "orjon/base/text.h"
#include "orjon/domain/tick.h"

// A sum has the decimals of its figures, all else two.
void below_say_amount(struct str *ret, const struct mark *mark, enum fold fold)
{
    __int128 value = 0;
    if (mark->set && (fold == FOLD_SUM || fold == FOLD_ON_TIME) &&
        ratio_round(mark->r, NUMBER_DECIMALS, &value) == STATUS_OK)
        number_write(ret, value, user_style());
    else
        say_mark(ret, mark, 2);
}

void below_totals_cell(const struct below_screen *screen, int row, int col, struct str *ret)
{
    const struct indicator *indicator = &screen->below->plan->indicator[row];
    const struct tally *tally = &screen->total.row[row];
    const enum fold fold = fold_of(indicator);
    struct tally_result result = {0};
    if (tally_result(tally, fold, &result, NULL))
        return;
    switch (col) {
    case 0:
        below_say_code(ret, indicator->code);
        break;
    case 1:
        str_add(ret, indicator->text);
        break;
    case 2:
        below_say_amount(ret, &result.target, fold);
        break;
    case 3:
        below_say_amount(ret, &result.total, fold);
        break;
    case 4:
        say_mark(ret, &result.percent, 2);
        break;
    case 5:
        str_add(ret, SAY(tally->done));
        break;
    case 6:
        str_add(ret, SAY(tally->zeros + tally->nothing));
        break;
    case 7:
        str_add(ret, SAY(tally->not_due));
        break;
    case 8:
        str_add(ret, SAY(tally_blank(tally)));
        break;
    default:
        str_add(ret, SAY(tally->no_case + tally->not_applicable));
    }
}

void below_totals_tell(const struct below_screen *screen, int row, struct str *ret)
{
    static const char *const how[] = {
        [FOLD_SUM] = N_("added up"),
        [FOLD_MEAN] = N_("the mean of the offices"),
        [FOLD_RATE] = N_("counts over counts"),
        [FOLD_ON_TIME] = N_("offices that kept the date"),
    };
    const struct indicator *indicator = &screen->below->plan->indicator[row];
    const struct tally *tally = &screen->total.row[row];
    enum fold fold = fold_of(indicator);
    struct tally_result result = {0};
    tally_result(tally, fold, &result, NULL);
    if (fold == FOLD_RATE && !result.by_counts)
        fold = FOLD_MEAN;
    below_say_code(ret, indicator->code);
    str_addf(ret, " %s  (%s", indicator->text, tr(how[fold]));
    if (fold == FOLD_ON_TIME)
        str_addf(ret, _("; late %s"), SAY(tally->late));
    str_addf(ret, _("; not sent %s)"), SAY(screen->below->count - screen->below->sent));
}
