// SPDX-License-Identifier: GPL-3.0-or-later
// Figures for machines: Latin digits, and NA where there is none.
#include "figures.h"

#include "orjon/domain/date.h"
#include "orjon/domain/template.h"

void figures_add_mark(struct str *ret, const struct mark *mark)
{
    if (mark->set)
        ratio_write(ret, mark->r, 2, DIGITS_LATIN);
    else
        str_add(ret, "NA");
}

void figures_add_number(struct str *ret, struct maybe number)
{
    if (number.set)
        number_write(ret, number.value, (struct number_style){.digits = DIGITS_LATIN});
    else
        str_add(ret, "NA");
}

void figures_add_total(struct str *ret, const struct indicator *indicator,
                       const struct score *score)
{
    __int128 value = 0;
    if (!score->total.set)
        str_add(ret, "NA");
    else if (score->total_is_date)
        date_write_iso(ret, (int32_t)score->total.r.num);
    else if (indicator->kind == KIND_PERCENT)
        ratio_write(ret, score->total.r, 2, DIGITS_LATIN);
    else if (ratio_round(score->total.r, NUMBER_DECIMALS, &value) == STATUS_OK)
        number_write(ret, value, (struct number_style){.digits = DIGITS_LATIN});
    else // four figures of the largest size
        ratio_write(ret, score->total.r, NUMBER_DECIMALS, DIGITS_LATIN);
}

void figures_add_target(struct str *ret, const struct indicator *indicator)
{
    const size_t before = ret->len;
    template_get(indicator, COLUMN_TARGET, ret);
    str_add(ret, ret->len > before ? "" : "NA");
}
