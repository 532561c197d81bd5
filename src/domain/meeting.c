// SPDX-License-Identifier: GPL-3.0-or-later
// When a meeting is held, and what the next one is.
#include "orjon/domain/meeting.h"

#include "orjon/domain/date.h"

#include <string.h>

void meeting_say(struct str *ret, const struct record *meeting)
{
    int32_t date = 0;
    str_addf(ret, "“%s”", meeting->text[MEETING_TITLE]);
    if (!record_date(meeting, MEETING_DATE, &date))
        return;
    str_add(ret, " (");
    date_write(ret, date, i18n_digits());
    str_add(ret, ")");
}

int meeting_year(const struct record *meeting)
{
    const char *said = meeting->text[MEETING_YEAR];
    int year = 0;
    int32_t date = 0;
    if (*said && period_read_year(said, strlen(said), &year, NULL) == STATUS_OK)
        return year;
    return record_date(meeting, MEETING_DATE, &date) ? period_year_of(date) : 0;
}

int meeting_quarter(const struct record *meeting)
{
    int32_t date = 0;
    if (!record_date(meeting, MEETING_DATE, &date) || period_year_of(date) != meeting_year(meeting))
        return 0;
    return period_quarter_of(date);
}

bool meeting_is_superior(const struct record *meeting)
{
    return record_is(meeting, MEETING_SORT, "superior");
}

static int months_of(const char *every)
{
    static const struct {
        const char *word;
        int months;
    } steps[] = {{"month", 1}, {"two-months", 2}, {"quarter", 3}, {"half-year", 6}, {"year", 12}};
    for (size_t i = 0; i < sizeof steps / sizeof *steps; i++)
        if (strcmp(steps[i].word, every) == 0)
            return steps[i].months;
    return 0;
}

// 1 January 1970 was a Thursday.
enum { THURSDAY, FRIDAY, SATURDAY, SUNDAY, DAYS = 7 };

static int weekday(int32_t date)
{
    return (date % DAYS + DAYS) % DAYS;
}

static bool same_quarter(int32_t a, int32_t b)
{
    return period_year_of(a) == period_year_of(b) && period_quarter_of(a) == period_quarter_of(b);
}

// Offices are closed on Fridays and Saturdays.
static int32_t avoid_weekend(int32_t date)
{
    const int day = weekday(date);
    if (day != FRIDAY && day != SATURDAY)
        return date;
    const int32_t sunday = date + SUNDAY - day;
    return same_quarter(date, sunday) ? sunday : date - (day - THURSDAY);
}

bool meeting_next_day(const char *every, int32_t last, int32_t *ret)
{
    struct civil day = date_civil(last);
    const int months = months_of(every);
    if (!months)
        return false;
    day.month += months;
    day.year += (day.month - 1) / 12;
    day.month = (day.month - 1) % 12 + 1;
    const int end = date_month_days(day.year, day.month);
    *ret = avoid_weekend(date_of(day.year, day.month, day.day < end ? day.day : end));
    return true;
}

static void propose_day(const struct record *last, struct arena *arena, const char **ret_text)
{
    autostr day = STR_INIT, year = STR_INIT;
    int32_t date = 0;
    if (!record_date(last, MEETING_DATE, &date) ||
        !meeting_next_day(last->text[MEETING_EVERY], date, &date))
        return;
    date_write_iso(&day, date);
    period_write_year_short(&year, period_year_of(date));
    ret_text[MEETING_DATE] = arena_text(arena, day.buf, day.len);
    ret_text[MEETING_YEAR] = arena_text(arena, year.buf, year.len);
}

void meeting_propose(const struct record *last, const struct record *committee, struct arena *arena,
                     const char *ret_text[MEETING_FIELD_COUNT])
{
    static const int same[] = {MEETING_TITLE,  MEETING_SORT,  MEETING_COMMITTEE, MEETING_YEAR,
                               MEETING_PLAN,   MEETING_CODES, MEETING_TIME,      MEETING_VENUE,
                               MEETING_OFFICE, MEETING_CHAIR, MEETING_FOCAL,     MEETING_EVERY,
                               MEETING_COPIES};
    for (int i = 0; i < MEETING_FIELD_COUNT; i++)
        ret_text[i] = "";
    for (size_t i = 0; i < sizeof same / sizeof *same; i++)
        ret_text[same[i]] = last->text[same[i]];
    if (committee && *committee->text[COMMITTEE_CHAIR])
        ret_text[MEETING_CHAIR] = committee->text[COMMITTEE_CHAIR];
    if (committee && *committee->text[COMMITTEE_FOCAL])
        ret_text[MEETING_FOCAL] = committee->text[COMMITTEE_FOCAL];
    propose_day(last, arena, ret_text);
    // Committees number the meetings of a fiscal year.
    const char *year = ret_text[MEETING_YEAR];
    int next_year = meeting_year(last);
    autostr title = STR_INIT;
    period_read_year(year, strlen(year), &next_year, NULL);
    meeting_next_title(last->text[MEETING_TITLE], next_year != meeting_year(last), &title);
    ret_text[MEETING_TITLE] = arena_text(arena, title.buf, title.len);
}
