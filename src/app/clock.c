// SPDX-License-Identifier: GPL-3.0-or-later
// The machine's clock, held against the last row of the journal.
#include "orjon/app/clock.h"

#include "orjon/base/clock.h"
#include "orjon/base/text.h"
#include "orjon/domain/date.h"
#include "orjon/store/journal.h"
#include "private.h"

// Clocks are set by a few seconds as they run.
enum { TOLERANCE = 60, YEAR = 366 * 86400 };
static const int64_t earliest = 1420070400, latest = 4102444800; // 2015 and 2100

static enum app_clock judge(int64_t now, const int64_t *last)
{
    return last && now < *last - TOLERANCE       ? APP_CLOCK_BEHIND
           : now < earliest || now >= latest     ? APP_CLOCK_ABSURD
           : last && now > *last + (int64_t)YEAR ? APP_CLOCK_AHEAD
                                                 : APP_CLOCK_PLAUSIBLE;
}

static void say_hour(struct str *ret, int64_t moment)
{
    autostr hour = STR_INIT;
    clock_write_hour(&hour, moment);
    text_digits(ret, hour.buf, hour.len, i18n_digits());
}

// «০৫/১০/২০২৩», and the hour where the day alone would tell nothing.
static void say(struct str *ret, int64_t moment, bool hour)
{
    date_write(ret, clock_day(moment), i18n_digits());
    if (!hour)
        return;
    str_add_char(ret, ' ');
    say_hour(ret, moment);
}

void app_clock_say(struct str *ret, const char *stamp)
{
    int64_t moment = 0;
    if (clock_read_stamp(stamp, &moment))
        say(ret, moment, true);
    else
        str_add(ret, stamp);
}

void app_clock_recall(const struct app *app, struct str *ret, const char *stamp)
{
    int64_t moment = 0;
    if (!clock_read_stamp(stamp, &moment)) {
        str_add(ret, stamp);
        return;
    }
    const int32_t day = clock_day(moment), today = app_today(app);
    if (day == today || day == today - 1) {
        str_addf(ret, "%s ", day == today ? _("today") : _("yesterday"));
    } else {
        date_say(ret, day);
        str_add(ret, ", ");
    }
    say_hour(ret, moment);
}

enum app_clock app_clock(const struct app *app, struct str *ret)
{
    autostr shown = STR_INIT, written = STR_INIT;
    int64_t last = 0;
    const int64_t now = clock_seconds();
    const bool known = store_last_change(app->store, &last);
    const enum app_clock clock = judge(now, known ? &last : NULL);
    const bool one_day = known && clock_day(now) == clock_day(last);
    say(&shown, now, one_day);
    say(&written, last, one_day);
    switch (clock) {
    case APP_CLOCK_PLAUSIBLE:
        break;
    case APP_CLOCK_BEHIND:
        str_addf(ret, _("The computer's clock is behind: it says %s, the last change %s"),
                 shown.buf, written.buf);
        break;
    case APP_CLOCK_AHEAD:
        str_addf(ret, _("Is the computer's clock right? It says %s, the last change %s"), shown.buf,
                 written.buf);
        break;
    case APP_CLOCK_ABSURD:
        str_addf(ret, _("The computer's clock cannot be right: it says %s"), shown.buf);
    }
    return clock;
}

const char *app_clock_code(enum app_clock clock)
{
    static const char *const codes[] = {
        [APP_CLOCK_PLAUSIBLE] = "",
        [APP_CLOCK_BEHIND] = "clock-behind",
        [APP_CLOCK_AHEAD] = "clock-ahead",
        [APP_CLOCK_ABSURD] = "clock-absurd",
    };
    return codes[clock];
}
