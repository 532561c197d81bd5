// SPDX-License-Identifier: GPL-3.0-or-later
// What the first screen of every office has: what is due, the clock, the pen drive, the way out.
#include "front.h"

#include "orjon/app/clock.h"
#include "orjon/base/text.h"

#include <string.h>

// Of many lines one.
static void say_decision(const struct record *decision, struct str *ret)
{
    autostr text = STR_INIT;
    const char *kept = decision->text[DECISION_TEXT];
    text_clean(kept, strlen(kept), &text, NULL);
    str_addf(ret, "%s: %s", tr(record_shape(RECORD_DECISION)->field[DECISION_TEXT].label),
             text.buf);
}

void days_say(int32_t days, struct str *ret)
{
    if (days < 0)
        str_add(ret, _("date has passed"));
    else if (days == 0)
        str_add(ret, _("today"));
    else
        str_addf(ret, tr_count("%s day left", "%s days left", days), SAY(days));
}

enum style due_say(const struct due *due, int32_t today, struct str *ret_left, struct str *ret_what)
{
    const int32_t days = due->date - today;
    autostr what = STR_INIT;
    days_say(days, ret_left);
    if (due->indicator) {
        str_addf(&what, "%s %s %s", due->book->plan->short_name, due->indicator->code,
                 due->indicator->text);
        text_digits(ret_what, what.buf, what.len, i18n_digits());
    } else if (due->decision) {
        say_decision(due->decision, ret_what);
    } else {
        str_add(ret_what, _("Returns of the quarter to the superior office"));
    }
    return days < 0 ? STYLE_ERROR : days <= 30 ? STYLE_WARNING : STYLE_PLAIN;
}

int clock_draw(const struct app *app, struct canvas *canvas, int row)
{
    autostr text = STR_INIT;
    if (app_clock(app, &text) == APP_CLOCK_PLAUSIBLE)
        return 0;
    return canvas_wrapped(canvas, row, 1, 2, canvas->cols - 2, STYLE_WARNING, text.buf, text.len);
}

int drive_draw(const struct app *app, enum app_drive drive, struct canvas *canvas, int row)
{
    autostr text = STR_INIT;
    const bool failed = drive > APP_DRIVE_NOT_ONE && *app_drive_trouble(app);
    if (failed)
        str_addf(&text, "%s", app_drive_trouble(app));
    else if (drive == APP_DRIVE_ABSENT)
        str_add(&text, _("No pen drive: no copy made on it"));
    else if (drive == APP_DRIVE_MEMORY || drive == APP_DRIVE_NOT_ONE)
        str_add(&text, app_drive_name(drive));
    if (text.len)
        canvas_text(canvas, row, 1, canvas->cols - 2, failed ? STYLE_WARNING : STYLE_DIM,
                    ALIGN_LEFT, text.buf, text.len);
    return text.len > 0;
}

static void end(void *data, struct desk *desk)
{
    (void)data;
    desk_pop(desk); // the last screen: the program ends
}

void leave_ask(struct desk *desk)
{
    dialog_confirm(desk, _("Leave"), _("Everything is saved. Leave the program?"), end, NULL);
}
