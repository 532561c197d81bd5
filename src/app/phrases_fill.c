// SPDX-License-Identifier: GPL-3.0-or-later
// What the placeholders of a phrase stand for. Phrases are Bengali, and so are their digits.
#include "orjon/app/phrases.h"

#include "orjon/app/plans.h"
#include "orjon/domain/date.h"
#include "orjon/domain/period.h"

#include <string.h>

// --- from a record

// The text of its first field of a type; "" where it has none.
static const char *text_of(const struct record *record, enum field_type type)
{
    const struct record_shape *shape = record_shape(record->kind);
    for (int i = 0; i < shape->fields; i++)
        if (shape->field[i].type == type)
            return record->text[i];
    return "";
}

struct wanted {
    const char *plan;
    struct str *ret;
};

static enum status take_title(void *data, const struct plan_summary *plan)
{
    const struct wanted *wanted = data;
    if (strcmp(plan->name, wanted->plan) == 0)
        str_add(wanted->ret, plan->title);
    return STATUS_OK;
}

static int year_of(const struct app *app, const struct record *record)
{
    const char *text = text_of(record, FIELD_YEAR);
    int year = 0;
    return *text && !period_read_year(text, strlen(text), &year, NULL)
               ? year
               : app_office(app)->fiscal_year;
}

static bool is_day(const char *name)
{
    return strcmp(name, "date") == 0 || strcmp(name, "due") == 0 || strcmp(name, "done") == 0;
}

// The day of a meeting is neither a deadline nor the day on which anything was done.
static int day_field(enum record_kind kind, const char *name)
{
    if (strcmp(name, "due") == 0)
        return kind == RECORD_DECISION ? DECISION_DUE : -1;
    if (strcmp(name, "done") == 0)
        return kind == RECORD_PROGRESS ? PROGRESS_DATE : -1;
    return record_field_from_word(kind, "date");
}

void app_fill_from_record(struct app *app, const struct record *record, const char *name,
                          struct str *ret)
{
    const struct wanted plan = {.plan = text_of(record, FIELD_PLAN), .ret = ret};
    const int date = day_field(record->kind, name);
    int32_t day = 0;
    const bool dated = date >= 0 && record_date(record, date, &day);
    if (strcmp(name, "plan") == 0 && *plan.plan)
        app_each_plan(app, year_of(app, record), take_title, (void *)(uintptr_t)&plan, NULL);
    else if (strcmp(name, "year") == 0 && *text_of(record, FIELD_YEAR))
        period_write_year(ret, year_of(app, record), DIGITS_BENGALI);
    else if (is_day(name) && dated)
        date_write(ret, day, DIGITS_BENGALI);
    else if (strcmp(name, "quarter") == 0 && dated && record->kind == RECORD_MEETING)
        str_add(ret, period_quarter_ordinal(period_quarter_of(day), DIGITS_BENGALI));
}

// --- from the office

static void fill_from_office(struct app *app, const char *name, struct str *ret)
{
    const struct office *office = app_office(app);
    if (strcmp(name, "quarter") == 0 && office->quarter)
        str_add(ret, period_quarter_ordinal(office->quarter, DIGITS_BENGALI));
    else if (strcmp(name, "year") == 0 && office->fiscal_year)
        period_write_year(ret, office->fiscal_year, DIGITS_BENGALI);
    else if (is_day(name))
        str_add(ret, "………"); // no day is made up: the clerk writes it in
    else if (strcmp(name, "office") == 0)
        str_add(ret, office->field[OFFICE_NAME]);
}

// «{next}» is the quarter after «{quarter}», whoever knows that.
static void fill_one(struct app *app, const char *name,
                     void (*fill)(const void *data, const char *name, struct str *ret),
                     const void *data, struct str *ret)
{
    const bool next = strcmp(name, "next") == 0;
    const size_t before = ret->len;
    const char *asked = next ? "quarter" : name;
    if (fill)
        fill(data, asked, ret);
    if (ret->len == before)
        fill_from_office(app, asked, ret);
    for (int q = 1; next && q <= QUARTERS; q++)
        if (strcmp(ret->buf + before, period_quarter_ordinal(q, DIGITS_BENGALI)) == 0) {
            str_cut(ret, before);
            str_add(ret, period_quarter_ordinal(q % QUARTERS + 1, DIGITS_BENGALI));
            break;
        }
}

void app_fill_phrase(struct app *app, const char *text,
                     void (*fill)(const void *data, const char *name, struct str *ret),
                     const void *data, struct str *ret)
{
    while (*text) {
        const char *open = strchr(text, '{'), *close = open ? strchr(open, '}') : NULL;
        if (!close)
            break;
        autostr name = STR_INIT, filled = STR_INIT;
        str_add_n(&name, open + 1, (size_t)(close - open - 1));
        fill_one(app, name.buf, fill, data, &filled);
        str_add_n(ret, text, (size_t)(open - text));
        if (filled.len)
            str_add_n(ret, filled.buf, filled.len);
        else
            str_add_n(ret, open, (size_t)(close + 1 - open));
        text = close + 1;
    }
    str_add(ret, text);
}
