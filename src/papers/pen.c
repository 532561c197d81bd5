// SPDX-License-Identifier: GPL-3.0-or-later
// Memo numbers and dates, and dotted lines for them.
#include "pen.h"

#include "orjon/base/text.h"
#include "orjon/domain/memo.h"

#include <string.h>

static const char memo_line[] = "..............................",
                  date_line[] = "....................";

static const char *memo_of(const struct paper_request *request, const struct plan *plan)
{
    if (!plan && request->count == 1)
        plan = request->plans[0].plan;
    if (request->memo && *request->memo)
        return request->memo;
    const char *own = plan ? office_own(request->office, OFFICE_OWN_MEMO, plan->name) : "";
    return *own ? own : request->office->field[OFFICE_MEMO];
}

// Ends where a number goes on.
static bool goes_on(const char *memo)
{
    const size_t n = strlen(memo);
    return n && strchr(".-/", memo[n - 1]);
}

void pen_write_memo(struct str *ret, const struct paper_request *request, const struct plan *plan)
{
    const char *memo = memo_of(request, plan);
    const bool blank = strcmp(memo, office_blank) == 0;
    if (!blank)
        text_digits(ret, memo, strlen(memo), request->digits);
    if (blank || goes_on(memo))
        str_add(ret, memo_line);
}

void pen_write_memo_short(struct str *ret, const struct paper_request *request,
                          const struct plan *plan)
{
    const char *memo = memo_of(request, plan);
    if (strcmp(memo, office_blank) == 0 || goes_on(memo)) {
        str_add(ret, memo_line);
        return;
    }
    memo = memo_short(memo);
    text_digits(ret, memo, strlen(memo), request->digits);
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
    return before && *memo && !goes_on(memo) && strcmp(memo, office_blank) != 0;
}
