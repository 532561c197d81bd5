// SPDX-License-Identifier: GPL-3.0-or-later
// What offices cannot be.
#include "tree.h"

#include "orjon/base/text.h"
#include "orjon/domain/date.h"

#include <stdlib.h>
#include <string.h>

static enum status refuse_circle(const struct record *below, const struct record *above,
                                 struct err *err)
{
    return err_set(err, STATUS_INVALID,
                   _("“%s” cannot stand under “%s”: then it would stand under itself"),
                   tree_own_name(below), tree_own_name(above));
}

// Typed into the field beside that of the day.
static enum status refuse_date(const char *name, struct err *err)
{
    int32_t day = 0;
    if (date_read(name, strlen(name), DATE_STRICT, &day, NULL, NULL))
        return STATUS_OK;
    return err_set(err, STATUS_INVALID, _("“%s” is a date, not the name of an office"), name);
}

static enum status check_span(const struct record *span, struct err *err)
{
    if (!*span->text[SPAN_FROM])
        return err_set(err, STATUS_INVALID, "%s",
                       _("A change of an office needs the day from which it holds"));
    return refuse_date(span->text[SPAN_NAME], err);
}

static enum status check_unit(const struct record *unit, struct err *err)
{
    int32_t since = INT32_MIN, until = INT32_MAX;
    if (!*unit->text[UNIT_CODE] && !*unit->text[UNIT_NAME])
        return err_set(err, STATUS_INVALID, "%s", _("The office has no code; give the code first"));
    if (!*unit->text[UNIT_CODE])
        return err_set(err, STATUS_INVALID, _("The office “%s” has no code; give the code first"),
                       unit->text[UNIT_NAME]);
    record_date(unit, UNIT_SINCE, &since);
    record_date(unit, UNIT_UNTIL, &until);
    if (until < since)
        return err_set(err, STATUS_INVALID, _("The office “%s” ends before it begins"),
                       tree_own_name(unit));
    if (record_number(unit, UNIT_UNDER) == unit->id)
        return refuse_circle(unit, unit, err);
    return refuse_date(unit->text[UNIT_NAME], err);
}

struct coded {
    const char *folded;
    const struct record *unit; // NULL: this office
};

static int by_code(const void *a, const void *b)
{
    return strcmp(((const struct coded *)a)->folded, ((const struct coded *)b)->folded);
}

static struct coded fold(const char *code, const struct record *unit, struct arena *texts)
{
    autostr folded = STR_INIT;
    text_fold(code, strlen(code), &folded);
    return (struct coded){arena_text(texts, folded.buf, folded.len), unit};
}

static enum status refuse_twins(const struct coded *a, const struct coded *b, struct err *err)
{
    const struct record *one = a->unit ? a->unit : b->unit;
    if (!a->unit || !b->unit)
        return err_set(err, STATUS_INVALID, _("The code %s of “%s” is that of this office itself"),
                       one->text[UNIT_CODE], tree_own_name(one));
    return err_set(err, STATUS_INVALID, _("Two offices have the code %s: “%s” and “%s”"),
                   one->text[UNIT_CODE], tree_own_name(a->unit), tree_own_name(b->unit));
}

static enum status check_codes(const struct records *units, const char *own_code, struct err *err)
{
    struct arena texts = {0};
    size_t count = 0;
    enum status status = STATUS_OK;
    autofree struct coded *coded = mem_alloc((units->count + 1) * sizeof *coded);
    for (size_t i = 0; i < units->count; i++)
        coded[count++] = fold(units->record[i].text[UNIT_CODE], &units->record[i], &texts);
    if (*own_code)
        coded[count++] = fold(own_code, NULL, &texts);
    qsort(coded, count, sizeof *coded, by_code);
    for (size_t i = 1; i < count && !status; i++)
        if (strcmp(coded[i - 1].folded, coded[i].folded) == 0)
            status = refuse_twins(&coded[i - 1], &coded[i], err);
    arena_done(&texts);
    return status;
}

struct days {
    const struct records *units, *spans;
    struct tree_view *view;
    size_t *walk;
};

static enum status check_day(const struct days *days, int32_t date, struct err *err)
{
    tree_views(days->units, days->spans, date, days->view);
    const size_t at = tree_circle(days->view, days->units->count, days->walk);
    if (at == TREE_TOP)
        return STATUS_OK;
    return refuse_circle(&days->units->record[at], &days->units->record[days->view[at].parent],
                         err);
}

static int by_day(const void *a, const void *b)
{
    const int32_t x = *(const int32_t *)a, y = *(const int32_t *)b;
    return (x > y) - (x < y);
}

// As it was ever before, and from each day on which somebody moved.
static enum status check_days(const struct days *days, struct err *err)
{
    size_t count = 0;
    autofree int32_t *day = mem_alloc((days->spans->count + 1) * sizeof *day);
    for (size_t i = 0; i < days->spans->count; i++)
        if (*days->spans->record[i].text[SPAN_UNDER])
            day[count++] = tree_span_begins(&days->spans->record[i]);
    qsort(day, count, sizeof *day, by_day);
    enum status status = check_day(days, INT32_MIN, err);
    for (size_t i = 0; i < count && !status; i++)
        if (!i || day[i] != day[i - 1])
            status = check_day(days, day[i], err);
    return status;
}

static enum status check_successors(const struct days *days, struct err *err)
{
    const struct records *units = days->units;
    for (size_t i = 0; i < units->count; i++)
        days->view[i].parent = tree_unit(units, record_number(&units->record[i], UNIT_SUCCESSOR));
    const size_t at = tree_circle(days->view, units->count, days->walk);
    if (at == TREE_TOP)
        return STATUS_OK;
    return err_set(err, STATUS_INVALID, _("“%s” cannot be its own successor"),
                   tree_own_name(&units->record[at]));
}

enum status tree_check(const struct records *units, const struct records *spans,
                       const char *own_code, struct err *err)
{
    autofree struct tree_view *view = mem_alloc((units->count + 1) * sizeof *view);
    autofree size_t *walk = mem_alloc((units->count + 1) * sizeof *walk);
    const struct days days = {units, spans, view, walk};
    enum status status = STATUS_OK;
    for (size_t i = 0; i < units->count && !status; i++)
        status = check_unit(&units->record[i], err);
    for (size_t i = 0; i < spans->count && !status; i++)
        status = check_span(&spans->record[i], err);
    status = status ? status : check_codes(units, own_code, err);
    status = status ? status : check_days(&days, err);
    return status ? status : check_successors(&days, err);
}

void tree_check_name(const struct record *unit, struct findings *ret)
{
    autostr text = STR_INIT;
    if (*unit->text[UNIT_NAME])
        return;
    str_addf(&text, _("The office with the code %s has no name"), unit->text[UNIT_CODE]);
    findings_add_query(ret, "office-name", text.buf);
}
