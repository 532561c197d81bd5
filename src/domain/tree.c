// SPDX-License-Identifier: GPL-3.0-or-later
// The tree of offices on a day, and finding in it.
#include "orjon/domain/tree.h"

#include "tree.h"

#include "orjon/base/text.h"
#include "orjon/domain/office.h"

#include <stdlib.h>
#include <string.h>

size_t tree_unit(const struct records *units, int64_t id)
{
    size_t low = 0, high = units->count;
    while (low < high) {
        const size_t middle = low + (high - low) / 2;
        if (units->record[middle].id < id)
            low = middle + 1;
        else
            high = middle;
    }
    return low < units->count && units->record[low].id == id ? low : TREE_TOP;
}

const char *tree_own_name(const struct record *unit)
{
    return *unit->text[UNIT_NAME] ? unit->text[UNIT_NAME] : unit->text[UNIT_CODE];
}

int32_t tree_span_begins(const struct record *span)
{
    int32_t day = INT32_MIN;
    record_date(span, SPAN_FROM, &day);
    return day;
}

// What holds from a day on is said field by field; the last that says something holds.
static void take_span(struct tree_view *view, const struct record *span, int32_t day)
{
    if (*span->text[SPAN_NAME] && day >= view->name_from) {
        view->name = span->text[SPAN_NAME];
        view->name_from = day;
    }
    if (*span->text[SPAN_LEVEL] && day >= view->level_from) {
        view->level = span->text[SPAN_LEVEL];
        view->level_from = day;
    }
    if (*span->text[SPAN_UNDER] && day >= view->under_from) {
        view->under = record_number(span, SPAN_UNDER);
        view->under_from = day;
    }
}

void tree_views(const struct records *units, const struct records *spans, int32_t date,
                struct tree_view *ret)
{
    for (size_t i = 0; i < units->count; i++) {
        const struct record *unit = &units->record[i];
        ret[i] = (struct tree_view){.name = tree_own_name(unit),
                                    .level = unit->text[UNIT_LEVEL],
                                    .under = record_number(unit, UNIT_UNDER),
                                    .name_from = INT32_MIN,
                                    .level_from = INT32_MIN,
                                    .under_from = INT32_MIN};
    }
    for (size_t i = 0; i < spans->count; i++) {
        const size_t unit = tree_unit(units, spans->record[i].parent);
        const int32_t day = tree_span_begins(&spans->record[i]);
        if (unit != TREE_TOP && day <= date)
            take_span(&ret[unit], &spans->record[i], day);
    }
    for (size_t i = 0; i < units->count; i++) {
        const size_t above = tree_unit(units, ret[i].under);
        const bool here =
            above == i || above == TREE_TOP || record_is(&units->record[above], UNIT_ABOVE, "yes");
        ret[i].parent = here ? TREE_TOP : above;
    }
}

// Walks up from each; a step onto the same walk closes a circle.
size_t tree_circle(const struct tree_view *view, size_t count, size_t *walk)
{
    for (size_t i = 0; i < count; i++)
        walk[i] = TREE_TOP;
    for (size_t i = 0; i < count; i++) {
        size_t at = i;
        while (at != TREE_TOP && walk[at] == TREE_TOP) {
            walk[at] = i;
            at = view[at].parent;
        }
        if (at != TREE_TOP && walk[at] == i)
            return at;
    }
    return TREE_TOP;
}

// --- putting them in their order -----------------------------------------------------------------

struct order {
    struct tree *tree;
    const struct tree_view *view;
    size_t *first, *next; // children of a unit, and of this office at `count`
    int32_t date;
};

static void put(struct order *o, size_t unit, size_t parent)
{
    struct tree *tree = o->tree;
    autostr text = STR_INIT, folded = STR_INIT;
    const struct record *record = &o->tree->units->record[unit];
    const char *const told[] = {record->text[UNIT_CODE], "\n", o->view[unit].name, "\n",
                                o->view[unit].level};
    for (size_t i = 0; i < sizeof told / sizeof *told; i++)
        str_add(&text, told[i]);
    text_fold(text.buf, text.len, &folded);
    tree->place[unit] = tree->count;
    tree->office[tree->count++] = (struct tree_office){
        .unit = record,
        .code = record->text[UNIT_CODE],
        .name = o->view[unit].name,
        .level = o->view[unit].level,
        .open = tree_is_open(record, o->date),
        .parent = parent,
        .depth = parent == TREE_TOP ? 0 : tree->office[parent].depth + 1,
        .folded = arena_text(&tree->arena, folded.buf, folded.len),
    };
}

// Down to the first child, else aside, else up and aside, without recursion: a file may hold any
// depth.
static void put_all(struct order *o)
{
    struct tree *tree = o->tree;
    size_t unit = o->first[tree->units->count], above = TREE_TOP;
    while (unit != TREE_TOP) {
        put(o, unit, above);
        if (o->first[unit] != TREE_TOP) {
            above = tree->place[unit];
            unit = o->first[unit];
            continue;
        }
        tree->office[tree->place[unit]].end = tree->count;
        while (o->next[unit] == TREE_TOP && above != TREE_TOP) {
            unit = (size_t)(tree->office[above].unit - tree->units->record);
            tree->office[above].end = tree->count;
            above = tree->office[above].parent;
        }
        unit = o->next[unit];
    }
}

static void link_children(struct order *o)
{
    const size_t count = o->tree->units->count;
    for (size_t i = 0; i <= count; i++)
        o->first[i] = o->next[i] = TREE_TOP;
    for (size_t i = count; i-- > 0;) {
        o->tree->place[i] = TREE_TOP;
        if (record_is(&o->tree->units->record[i], UNIT_ABOVE, "yes"))
            continue;
        const size_t above = o->view[i].parent == TREE_TOP ? count : o->view[i].parent;
        o->next[i] = o->first[above];
        o->first[above] = i;
    }
}

void tree_init(struct tree *ret, const struct records *units, const struct records *spans,
               int32_t date)
{
    const size_t count = units->count;
    autofree struct tree_view *view = mem_alloc((count + 1) * sizeof *view);
    autofree size_t *first = mem_alloc((count + 1) * sizeof *first);
    autofree size_t *next = mem_alloc((count + 1) * sizeof *next);
    *ret = (struct tree){.units = units};
    ret->office = arena_alloc(&ret->arena, (count + 1) * sizeof *ret->office);
    ret->place = arena_alloc(&ret->arena, (count + 1) * sizeof *ret->place);
    tree_views(units, spans, date, view);
    for (size_t at; (at = tree_circle(view, count, next)) != TREE_TOP;)
        view[at].parent = TREE_TOP;
    struct order order = {ret, view, first, next, date};
    link_children(&order);
    put_all(&order);
}

void tree_done(struct tree *tree)
{
    arena_done(&tree->arena);
    *tree = (struct tree){0};
}

// --- asking --------------------------------------------------------------------------------------

size_t tree_place(const struct tree *tree, int64_t id)
{
    const size_t unit = tree->units ? tree_unit(tree->units, id) : TREE_TOP;
    return unit == TREE_TOP ? TREE_TOP : tree->place[unit];
}

bool tree_matches(const struct tree_office *office, const char *sought)
{
    return text_has(office->code, sought) || text_has(office->name, sought) ||
           text_has(office_level_name(LANGUAGE_BENGALI, office->level), sought) ||
           text_has(office_level_name(LANGUAGE_ENGLISH, office->level), sought);
}

bool tree_is_open(const struct record *unit, int32_t date)
{
    int32_t since = INT32_MIN, until = INT32_MAX;
    record_date(unit, UNIT_SINCE, &since);
    record_date(unit, UNIT_UNTIL, &until);
    return !record_is(unit, UNIT_ABOVE, "yes") && since <= date && date <= until;
}

bool tree_has_family(const struct record *unit, const char *family)
{
    return !*unit->text[UNIT_FAMILIES] || record_has(unit, UNIT_FAMILIES, family);
}

const struct record *tree_successor(const struct tree *tree, size_t place)
{
    const struct record *unit = tree->office[place].unit;
    for (size_t steps = 0; steps < tree->count; steps++) {
        const size_t next = tree_place(tree, record_number(unit, UNIT_SUCCESSOR));
        if (next == TREE_TOP)
            break;
        unit = tree->office[next].unit;
    }
    return unit == tree->office[place].unit ? NULL : unit;
}

enum how { BY_CODE, BY_NAME, BY_PART };

static bool fits(const struct tree_office *office, const char *folded, enum how how)
{
    const char *code_end = strchr(office->folded, '\n');
    const char *name_end = code_end ? strchr(code_end + 1, '\n') : NULL;
    const size_t n = strlen(folded);
    if (!name_end)
        return false;
    if (how == BY_CODE)
        return (size_t)(code_end - office->folded) == n && memcmp(office->folded, folded, n) == 0;
    if (how == BY_NAME)
        return (size_t)(name_end - code_end - 1) == n && memcmp(code_end + 1, folded, n) == 0;
    const char *at = strstr(office->folded, folded);
    return at && at + n <= name_end;
}

enum status tree_find(const struct tree *tree, const char *typed, size_t *ret, struct err *err)
{
    autostr folded = STR_INIT;
    text_fold(typed, strlen(typed), &folded);
    for (enum how how = BY_CODE; folded.len && how <= BY_PART; how++) {
        size_t found = 0;
        for (size_t i = 0; i < tree->count; i++)
            if (fits(&tree->office[i], folded.buf, how)) {
                found++;
                *ret = i;
            }
        if (found > 1)
            return err_set(err, STATUS_INVALID,
                           _("More than one office has “%s” in its code or name; give its code"),
                           typed);
        if (found)
            return STATUS_OK;
    }
    return err_set(err, STATUS_NOT_FOUND, _("There is no office with the code or name “%s”"),
                   typed);
}
