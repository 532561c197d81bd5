// SPDX-License-Identifier: GPL-3.0-or-later
// The page of the trend: each indicator quarter after quarter, with bars.
#include "below.h"

#include "orjon/base/text.h"

static void add_bar(const struct below_screen *screen, const struct below_line *line,
                    struct str *ret)
{
    const struct mark *own = &screen->trend.point[line->point].result[line->indicator].total;
    struct ratio most = ratio_of(0, 1), part;
    __int128 blocks = 0;
    for (size_t k = 0; k < screen->trend.count; k++) {
        const struct mark *total = &screen->trend.point[k].result[line->indicator].total;
        if (total->set && ratio_compare(total->r, most) > 0)
            most = total->r;
    }
    if (own->set && most.num > 0 && own->r.num > 0 && ratio_divide(own->r, most, &part) &&
        ratio_multiply(part, ratio_of(screen->bar, 1), &part) &&
        ratio_round(part, 0, &blocks) == STATUS_OK)
        str_add_repeat(ret, screen->ascii ? "#" : "█", (size_t)blocks);
}

void below_trend_cell(const struct below_screen *screen, int row, int col, struct str *ret)
{
    const struct below_line *line = &screen->line[row];
    if (line->point < 0)
        return;
    const struct below_point *point = &screen->trend.point[line->point];
    switch (col) {
    case 0:
        period_write_year(ret, point->fiscal_year, i18n_digits());
        str_add(ret, "  ");
        period_say_quarter(ret, point->quarter);
        break;
    case 1:
        str_addf(ret, "%s/", SAY(point->sent));
        str_add(ret, SAY(point->offices));
        break;
    case 2:
        below_say_amount(ret, &point->result[line->indicator].total,
                         fold_of(&screen->below->plan->indicator[line->indicator]));
        break;
    default:
        add_bar(screen, line, ret);
    }
}

static void say_indicator(const struct below_screen *screen, size_t i, struct str *ret)
{
    const struct indicator *indicator = &screen->below->plan->indicator[i];
    below_say_code(ret, indicator->code);
    str_addf(ret, " %s", indicator->text);
}

void below_trend_tell(const struct below_screen *screen, int row, struct str *ret)
{
    say_indicator(screen, screen->line[row].indicator, ret);
}

bool below_page_section(void *data, int row, struct str *ret)
{
    const struct below_screen *screen = data;
    if (screen->page != BELOW_TREND || screen->line[row].point >= 0)
        return false;
    say_indicator(screen, screen->line[row].indicator, ret);
    return true;
}
