// SPDX-License-Identifier: GPL-3.0-or-later
// What stands in a field of a record, as papers write it.
#include "names.h"

#include "layout.h"

#include "orjon/base/text.h"
#include "orjon/domain/date.h"
#include "orjon/domain/daytime.h"
#include "orjon/domain/memo.h"

#include <stdlib.h>
#include <string.h>

static void write_day(struct str *ret, int32_t day, enum form form, const struct scene *scene)
{
    const enum digits digits = scene->request->digits;
    if (form == FORM_LONG)
        date_write_long(ret, day, digits);
    else if (form == FORM_BENGALI)
        date_write_bengali(ret, day, digits);
    else
        date_write_as(ret, day, digits, scene->layout->style.date);
}

// A choice's word in the language of the paper, which may not be the user's.
static void write_choice(struct str *ret, const struct record_field *field, const char *kept,
                         const struct scene *scene)
{
    const struct layout *layout = scene->layout;
    for (size_t i = 0; i < layout->blocks; i++)
        if (layout->block[i].kind == LAYOUT_WORD && strcmp(layout->block[i].line.text, kept) == 0) {
            str_add(ret, layout->block[i].with);
            return;
        }
    str_add(ret, *kept ? tr_in(LANGUAGE_BENGALI, record_choice_name(field, kept)) : "");
}

// The phrase puts its own stop behind a line, whether the clerk typed one or not.
static void write_line(struct str *ret, const char *kept)
{
    static const char stop[] = "।";
    size_t n = strlen(kept);
    if (n >= sizeof stop - 1 && memcmp(kept + n - (sizeof stop - 1), stop, sizeof stop - 1) == 0)
        n -= sizeof stop - 1;
    str_add_n(ret, kept, n);
}

static void write_time(struct str *ret, const char *kept, const struct scene *scene)
{
    int minutes = 0;
    if (*kept && !daytime_read(kept, strlen(kept), &minutes, NULL))
        daytime_write(ret, minutes, scene->request->digits);
}

void recorded_write_number(struct str *ret, long value, enum form form, const struct scene *scene)
{
    autostr text = STR_INIT;
    str_addf(&text, form == FORM_TWO ? "%02ld" : "%ld", value);
    text_digits(ret, text.buf, text.len, scene->request->digits);
}

// As the paper of the plan calls itself; one that is not at hand by its name in files.
static void write_plan(struct str *ret, const char *kept, enum form form, const struct scene *scene)
{
    const struct paper_request *request = scene->request;
    const struct plan *plan = request->dossier->plan;
    if (form == FORM_SEVERAL && plan)
        return;
    for (size_t i = 0; i < request->count && (!plan || strcmp(plan->name, kept) != 0); i++)
        plan = request->plans[i].plan;
    str_add(ret, plan && strcmp(plan->name, kept) == 0 ? plan->title : kept);
}

void recorded_write_field(struct str *ret, const struct record *record, int field, enum form form,
                          const struct scene *scene)
{
    const struct record_field *shape = &record_shape(record->kind)->field[field];
    const char *kept = record->text[field];
    const struct record *named = NULL;
    int32_t day = 0;
    switch (shape->type) {
    case FIELD_DATE:
        if (record_date(record, field, &day))
            write_day(ret, day, form, scene);
        return;
    case FIELD_CHOICE:
        write_choice(ret, shape, kept, scene);
        return;
    case FIELD_RECORD:
        named = dossier_named(scene->request->dossier, record, field);
        str_add(ret, named ? record_title(named) : "");
        return;
    case FIELD_PLAN:
        write_plan(ret, kept, form, scene);
        return;
    case FIELD_NUMBER:
        recorded_write_number(ret, strtol(kept, NULL, 10), form, scene);
        return;
    case FIELD_TIME:
        write_time(ret, kept, scene);
        return;
    case FIELD_YEAR:
    case FIELD_CODES:
        record_write(shape, kept, scene->request->digits, ret);
        return;
    case FIELD_MEMO: // what is left to the pen has its room
        if (memo_extent(kept) != MEMO_PEN)
            text_digits(ret, kept, strlen(kept), scene->request->digits);
        return;
    case FIELD_TEXT:
    case FIELD_WORDS:
        write_line(ret, kept);
        return;
    default:
        str_add(ret, kept);
    }
}
