// SPDX-License-Identifier: GPL-3.0-or-later
// What the screens say alike: figures, marks, changes, why nothing can be changed.
#include "private.h"

#include "orjon/base/text.h"
#include "orjon/domain/date.h"

#include <string.h>

struct number_style user_style(void)
{
    return (struct number_style){.digits = i18n_digits()};
}

void say_locked(struct desk *desk, const struct book *book, int quarter, const char *key,
                const struct err *err)
{
    if (err->status == STATUS_LOCKED && book->sealed & 1U << (quarter - 1) &&
        book->plan->fiscal_year > app_office(book->app)->closed_year)
        desk_say(desk, MESSAGE_ERROR, "%s: %s", err_text(err), key);
    else
        desk_fail(desk, err);
}

void say_read_only(const struct app *app, struct desk *desk)
{
    struct err err = {0};
    if (app_may_change(app, NULL, 0, &err))
        desk_fail(desk, &err);
}

void say_mark(struct str *ret, const struct mark *mark, int decimals)
{
    if (mark->set)
        ratio_write(ret, mark->r, decimals, i18n_digits());
    else
        str_add_char(ret, '-');
}

void say_marks(struct str *ret, struct maybe marks)
{
    if (marks.set)
        number_write(ret, marks.value, user_style());
    else
        str_add_char(ret, '-');
}

void say_total(struct str *ret, const struct indicator *indicator, const struct score *score,
               int decimals)
{
    __int128 value = 0;
    const int parts = decimals > 2 ? decimals : 2; // of what was divided
    const int places = indicator->method == METHOD_AVERAGE ? parts : NUMBER_DECIMALS;
    if (!score->total.set)
        return;
    if (score->total_is_date)
        date_write(ret, (int32_t)score->total.r.num, i18n_digits());
    else if (indicator->kind == KIND_PERCENT)
        say_mark(ret, &score->total, parts), str_add_char(ret, '%');
    else if (ratio_round(score->total.r, places, &value) == STATUS_OK) {
        for (int i = places; i < NUMBER_DECIMALS; i++)
            value *= 10;
        number_write(ret, value, number_style_of(user_style(), decimals));
    }
}

// Names short enough for a field of the table.
static const char *short_name(enum entry_state state)
{
    static const char *const names[ENTRY_STATE_COUNT] = {
        [ENTRY_EMPTY] = N_("empty"),        [ENTRY_NONE] = "-",
        [ENTRY_NOT_DUE] = N_("not due"),    [ENTRY_NO_CASE] = N_("no case"),
        [ENTRY_NOT_APPLICABLE] = N_("n/a"),
    };
    return names[state] ? tr(names[state]) : "";
}

void say_short_state(struct str *ret, enum entry_state state)
{
    str_add(ret, short_name(state));
}

void say_entry(struct str *ret, const struct indicator *indicator, const struct entry *entry)
{
    if (entry->state == ENTRY_VALUE)
        entry_write(ret, indicator, entry, user_style());
    else if (entry->state != ENTRY_EMPTY)
        str_add(ret, short_name(entry->state));
}

// As its field has it; what cannot be read as the plan is now, as it was typed.
static void say_figure(struct str *ret, const struct indicator *indicator, enum entry_state state,
                       const char *typed)
{
    struct entry entry;
    const size_t n = strlen(typed);
    if (state != ENTRY_VALUE)
        str_add(ret, short_name(state));
    else if (indicator && !entry_read(indicator, typed, n, ENTRY_PRINTED, &entry, NULL))
        say_entry(ret, indicator, &entry);
    else
        text_digits(ret, typed, n, i18n_digits());
}

static bool is_of_digits_alone(const char *a, const char *b)
{
    autostr x = STR_INIT, y = STR_INIT;
    text_digits(&x, a, strlen(a), DIGITS_LATIN);
    text_digits(&y, b, strlen(b), DIGITS_LATIN);
    return strcmp(x.buf, y.buf) == 0;
}

// What reads alike is told apart as it was typed: «“১৫ অক্টোবর ২০২৪” → “১৫-১০-২৪”», where it is but
// the digits, in those: «“1” → “১”».
void say_change(struct str *ret, const struct indicator *indicator, enum entry_state from,
                const char *typed_from, enum entry_state to, const char *typed_to)
{
    autostr before = STR_INIT, after = STR_INIT, typed = STR_INIT;
    say_figure(&before, indicator, from, typed_from);
    say_figure(&after, indicator, to, typed_to);
    if (strcmp(before.buf, after.buf) != 0 || from != to || strcmp(typed_from, typed_to) == 0) {
        str_addf(ret, "%s → %s", before.buf, after.buf);
        return;
    }
    tr_change(&typed, typed_from, typed_to);
    if (is_of_digits_alone(typed_from, typed_to))
        str_add(ret, typed.buf);
    else
        text_digits(ret, typed.buf, typed.len, i18n_digits());
}

void say_replaced(struct desk *desk, const char *what, const char *from, const char *to)
{
    autostr text = STR_INIT, shown = STR_INIT;
    str_addf(&text, "%s: ", what);
    tr_change(&text, from, to);
    text_digits(&shown, text.buf, text.len, i18n_digits());
    desk_say(desk, MESSAGE_GOOD, "%s", shown.buf);
}

void name_place(struct str *ret, const struct book *book, const char *code, int quarter)
{
    str_addf(ret, "%d %s %s %d", book->plan->fiscal_year, book->plan->name, code, quarter);
}

void say_place(struct str *ret, const char *code, int quarter)
{
    text_digits(ret, code, strlen(code), i18n_digits());
    if (!quarter)
        return;
    str_add(ret, *code ? ", " : "");
    period_say_quarter(ret, quarter);
}
