// SPDX-License-Identifier: GPL-3.0-or-later
// Year, month and day of a day number by the usual method of counting in eras of 400 years that
// begin on 1 March.
#include "day.h"

void day_write(struct str *ret, int64_t day)
{
    int64_t shifted = day + 719468;
    int64_t era = (shifted >= 0 ? shifted : shifted - 146096) / 146097;
    int64_t of_era = shifted - era * 146097;
    int64_t year_of_era = (of_era - of_era / 1460 + of_era / 36524 - of_era / 146096) / 365;
    int64_t of_year = of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    int64_t from_march = (5 * of_year + 2) / 153;
    int64_t month = from_march < 10 ? from_march + 3 : from_march - 9;
    str_addf(ret, "%04lld-%02lld-%02lld", (long long)(year_of_era + era * 400 + (month <= 2)),
             (long long)month, (long long)(of_year - (153 * from_march + 2) / 5 + 1));
}
