// SPDX-License-Identifier: GPL-3.0-or-later
// Memo numbers and dates, and dotted lines for them.
#include "pen.h"

#include "orjon/base/text.h"
#include "orjon/domain/memo.h"

#include <string.h>

static const char memo_line[] = "..............................",
                  date_line[] = "....................";

// The office's whole number is that of its returns' letter, of no other paper.
static const char *memo_of(const struct paper_request *request, const struct plan *plan)
{
    const char *of_office = request->office->field[OFFICE_MEMO];
    if (!plan && request->count == 1)
        plan = request->plans[0].plan;
    if (request->memo && *request->memo)
        return request->memo;
    if (request->memo)
        return memo_extent(of_office) < MEMO_SERIAL ? of_office : office_blank;
    const char *own = plan ? office_own(request->office, OFFICE_OWN_MEMO, plan->name) : "";
    return *own ? own : of_office;
}

void pen_write_memo(struct str *ret, const struct paper_request *request, const struct plan *plan)
{
    const char *memo = memo_of(request, plan);
    const enum memo_extent extent = memo_extent(memo);
    if (extent != MEMO_PEN)
        text_digits(ret, memo, strlen(memo), request->digits);
    if (extent == MEMO_PEN || extent == MEMO_PART)
        str_add(ret, memo_line);
}

void pen_write_memo_short(struct str *ret, const struct paper_request *request,
                          const struct plan *plan)
{
    const char *memo = memo_of(request, plan), *last = memo_short(memo);
    const enum memo_extent extent = memo_extent(memo);
    if (extent == MEMO_PEN || extent == MEMO_PART)
        str_add(ret, memo_line);
    else
        text_digits(ret, last, strlen(last), request->digits);
}

void pen_write_date(struct str *ret, const struct paper_request *request, struct date_style style)
{
    if (!request->dated && strcmp(request->office->field[OFFICE_DATE], office_blank) == 0)
        str_add(ret, date_line);
    else
        date_write_as(ret, request->date, request->digits, style);
}

bool pen_repeats_memo(const struct paper_request *request, size_t i)
{
    const char *memo = memo_of(request, request->plans[i].plan);
    bool before = false;
    for (size_t k = 0; k < i; k++)
        before |= strcmp(memo, memo_of(request, request->plans[k].plan)) == 0;
    return before && memo_extent(memo) >= MEMO_SERIAL;
}
